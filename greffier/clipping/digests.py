"""Pages that carry several items, each with a headline: a topic page, a list of results."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from greffier.clipping.chunks import DATED, FREE, OPEN, Part
from greffier.clipping.places import CONTAINER, LEAST_HEADLINE, MASTHEAD, is_prose, words
from greffier.text import key

LEAST_ITEMS = 2
RUN = 3  # paragraphs of prose in a row that make an article, whatever stands around them
APART = 4  # parts at most between the two tellings of one headline


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a digest, by its parts."""

    headline: Part
    source: Part | None
    dated: Part | None


def is_digest(parts: Sequence[Part]) -> bool:
    """Whether a page tells several headlines twice, or dates several, and holds no run of prose."""
    return not _runs(parts) and len(_headlines(parts)) >= LEAST_ITEMS


def _runs(parts: Sequence[Part]) -> bool:
    """Whether prose stands in a row that is no row of teasers, each beside a headline."""
    run = 0
    for part in parts:
        if is_prose(part):
            run += 1
        elif part.label != "separator":
            run = 0
        if run >= RUN:
            return True
    return False


def _headlines(parts: Sequence[Part]) -> list[int]:
    """Where items begin: the first telling of a headline told twice, else the headlines beside dates."""
    last: dict[str, int] = {}
    twice: dict[str, int] = {}
    for index, part in enumerate(parts):
        if part.label != OPEN or words(part) < LEAST_HEADLINE:
            continue
        told = key(part.text)
        if told in last and index - last[told] <= APART:
            twice.setdefault(told, last[told])
        last.setdefault(told, index)
    return sorted(twice.values()) if len(twice) >= LEAST_ITEMS else _dated(parts)


def _dated(parts: Sequence[Part]) -> list[int]:
    """The headlines that stand right before or behind a date, each date taken once; the page's own date has none."""
    dates = [index for index, part in enumerate(parts) if part.label in (DATED, "published")]
    found = []
    for index in dates:
        near = [at for at in (index + 1, index - 1, index + 2) if 0 <= at < len(parts)]
        heads = [
            at
            for at in near
            if parts[at].label == OPEN and words(parts[at]) >= LEAST_HEADLINE and not is_prose(parts[at])
        ]
        if heads and heads[0] not in found:
            found.append(heads[0])
    return sorted(found) if len(found) > LEAST_ITEMS else []


def placed_items(parts: Sequence[Part]) -> list[Part]:
    """Give every part of a digest a label of the interface."""
    heads = _headlines(parts)
    titles = {key(parts[index].text) for index in heads}
    begin = _begin(parts, heads[0])
    told = []
    for index, part in enumerate(parts):
        told.append(replace(part, label=_label(parts, index, titles, begin)))
    return told


def _begin(parts: Sequence[Part], first: int) -> int:
    """Where the first item begins: its source and date may stand before its headline, behind the container's lines."""
    while first > 0 and parts[first - 1].label in (OPEN, DATED) and not _ends_container(parts, first - 1):
        first -= 1
    return first


def _ends_container(parts: Sequence[Part], index: int) -> bool:
    return index == 0 or all(part.label in (*CONTAINER, "separator") for part in parts[1 : index + 1])


def _label(parts: Sequence[Part], index: int, titles: set[str], begin: int) -> str:
    part = parts[index]
    if part.label == DATED:
        return "page_date" if index < begin else "published"
    if part.label == FREE:
        return "paywall"
    if part.label != OPEN:
        return part.label
    if key(part.text) in titles:
        return "headline"
    if is_prose(part):
        return "body"
    if index == 0 and words(part) <= MASTHEAD:
        return "masthead"
    return "byline" if index >= begin and _beside_date(parts, index) else "unknown"


def _beside_date(parts: Sequence[Part], index: int) -> bool:
    near = (*parts[max(0, index - 1) : index], *parts[index + 1 : index + 2])
    return words(parts[index]) <= MASTHEAD and any(part.label in (DATED, "published") for part in near)


def items(parts: Sequence[Part]) -> list[Item]:
    """The items of a digest that was placed: each headline once, with the source and date nearest before its end."""
    starts: list[int] = []
    told: set[str] = set()
    for index, part in enumerate(parts):
        if part.label == "headline" and key(part.text) not in told:
            told.add(key(part.text))
            starts.append(index)
    return [_item(parts, starts, number) for number in range(len(starts))]


def _item(parts: Sequence[Part], starts: list[int], number: int) -> Item:
    """Source and date stand before each headline or behind it, on the whole page the same way."""
    before = parts[: starts[0]]
    leads = any(part.label in ("published", "byline") for part in before)
    if leads:
        near = parts[starts[number - 1] + 1 if number else 0 : starts[number]]
    else:
        near = parts[starts[number] + 1 : starts[number + 1] if number + 1 < len(starts) else len(parts)]
    source = next((part for part in near if part.label == "byline"), None)
    dated = next((part for part in near if part.label == "published"), None)
    return Item(parts[starts[number]], source, dated)
