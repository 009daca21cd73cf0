"""What the markup of a saved page knows better than its visible lines: where its body is, what was a menu."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace

from greffier.clipping import moments
from greffier.clipping.article import same_title
from greffier.clipping.bylines import byline
from greffier.clipping.chunks import Part
from greffier.clipping.dates import stamp
from greffier.clipping.lines import plain
from greffier.clipping.places import PROSE, words
from greffier.records import Markup
from greffier.text import key

LEAST = 25  # letters of a line that is told by itself; shorter ones need neighbours on both sides
ANCHOR = 40  # letters of a line whose place in the candidate is sure
FAR = 2  # parts between two paragraphs of one article
RUN = 3  # words in a row
MOSTLY = 0.6  # of the runs of a line
REACH = 4  # parts behind the first of the body among which a line of the head may still stand
ARTICLE = 400  # letters of a candidate that makes a page an article
_LETTERS = re.compile(r"[\W_]+")
_AROUND = ("nav", "header", "footer", "aside")
_OWN_WORDS = frozenset(
    ("paywall", "sponsor", "navigation", "widget", "byline", "published", "updated", "alternate", "reading_time")
)


def is_article(markup: Markup) -> bool:
    """Whether the markup says that the page holds one article, or shows a body of some length."""
    return len(letters(" ".join((*markup.paragraphs, markup.declared)))) >= ARTICLE


def letters(text: str) -> str:
    """The letters and figures of a text alone, folded: the same however it was divided."""
    return _LETTERS.sub("", key(text))


def guided(markup: Markup, parts: Sequence[Part]) -> list[Part]:
    """The parts, labelled again where the markup tells; what their own words told stands."""
    told = _bodied(parts, markup)
    told = _headed(told, markup)
    first = next((index for index, part in enumerate(told) if part.label == "body"), len(told))
    around = [letters(hint.text) for hint in markup.hints if hint.role in _AROUND]
    captions = [letters(hint.text) for hint in markup.hints if hint.role == "figcaption"]
    days = {found.day for s in markup.statements if s.field == "article.published" and (found := stamp(s.value))}
    return [_told(part, index < first, around, captions, days) for index, part in enumerate(told)]


def _bodied(parts: Sequence[Part], markup: Markup) -> list[Part]:
    """Body is what the candidate holds, in its order, or what the markup declares to be the text of the article."""
    held = _aligned(parts, markup.paragraphs)
    if any(held):
        declared = letters(markup.declared)
        held = [one or _declared(part, declared) for one, part in zip(held, parts, strict=True)]
    else:
        held = [_declared(part, letters(markup.declared)) for part in parts]
    if not any(held):
        return list(parts)
    held = _extended(parts, held, markup)
    told = []
    for part, body in zip(parts, held, strict=True):
        label = "body" if body else "unknown" if part.label in ("body", "standfirst") else part.label
        told.append(replace(part, label=label))
    return told


def _extended(parts: Sequence[Part], held: Sequence[bool], markup: Markup) -> list[bool]:
    """The candidate and the paragraphs that go on behind its lines, which it may have lost at a box or a picture."""
    beside = [letters(hint.text) for hint in markup.hints if hint.role in (*_AROUND, "figcaption")]
    told, away = list(held), FAR + 1
    for index, part in enumerate(parts):
        if held[index]:
            away = 0
        elif part.label in ("body", "unknown", "standfirst") and away <= FAR and _paragraph(part, beside):
            told[index], away = True, 0
        else:
            away += 1
    return told


def _paragraph(part: Part, beside: Sequence[str]) -> bool:
    line = letters(part.text)
    return words(part) >= PROSE and not any(line in text for text in beside)


def _declared(part: Part, declared: str) -> bool:
    line = letters(part.text)
    return part.label not in _OWN_WORDS and len(line) >= LEAST and line in declared


def _aligned(parts: Sequence[Part], paragraphs: Sequence[str]) -> list[bool]:
    """Which parts the candidate holds: long ones anywhere, short ones where they stand between their neighbours.

    A line of a menu may be the same as a heading of the article; it stands elsewhere.
    """
    whole, runs = letters(" ".join(paragraphs)), _runs(" ".join(paragraphs))
    lines = ["" if part.label in _OWN_WORDS else letters(part.text) for part in parts]
    anchors = _anchors(lines, whole)
    held, position = [False] * len(parts), 0
    order = sorted(anchors)
    for index, line in enumerate(lines):
        if index in anchors:
            held[index], position = True, anchors[index] + len(line)
            continue
        before = bisect_left(order, index)
        alone = before in (0, len(order))  # before the first anchor or behind the last: only longer lines are sure
        after = anchors[order[before]] if before < len(order) else len(whole)
        follows = line != "" and position > 0 and whole.startswith(line, position)
        found = whole.find(line, position, after) if follows or len(line) >= (LEAST if alone else 1) else -1
        if found >= 0:
            held[index], position = True, found + len(line)
        elif len(line) >= ANCHOR and not alone:
            held[index] = _mostly(parts[index].text, runs)
    return held


def _anchors(lines: Sequence[str], whole: str) -> dict[int, int]:
    """Where long lines stand in the candidate; of two that stand on the same words the longer, as a teaser is cut."""
    found = {i: whole.find(line) for i, line in enumerate(lines) if len(line) >= ANCHOR and whole.count(line) == 1}
    kept: dict[int, int] = {}
    for index in sorted(found, key=lambda i: (-len(lines[i]), i)):
        start, end = found[index], found[index] + len(lines[index])
        if all(end <= at or at + len(lines[other]) <= start for other, at in kept.items()):
            kept[index] = start
    return kept


def _runs(text: str) -> set[tuple[str, ...]]:
    said = key(text).split()
    return {tuple(said[i : i + RUN]) for i in range(len(said) - RUN + 1)}


def _mostly(text: str, runs: set[tuple[str, ...]]) -> bool:
    """Whether the candidate holds a line but for some words, such as those of a link that it left out."""
    own = _runs(text)
    return len(own & runs) >= MOSTLY * len(own)


def _headed(parts: Sequence[Part], markup: Markup) -> list[Part]:
    """The headline is the line that a heading or a statement gives; the standfirst the one that describes it."""
    titles = [hint.text for hint in markup.hints if hint.role == "h1"]
    titles += [s.value for s in markup.statements if s.field == "article.headline"]
    titles += [hint.text for hint in markup.hints if hint.role == "title"]
    first = next((index for index, part in enumerate(parts) if part.label == "body"), len(parts))
    at = _line_of(parts[:first], titles) or _line_of(parts, titles)
    if at is None:
        return list(parts)
    descriptions = [s.value for s in markup.statements if s.field == "article.description"]
    same = key(parts[at].text)
    # A description often repeats the first paragraph: it is a standfirst only above the lines of the head.
    heads = [
        index for index, part in enumerate(parts[: first + REACH]) if part.label in ("byline", "published", "updated")
    ]
    last_of_head = max(heads, default=0)
    told = []
    for index, part in enumerate(parts):
        label = part.label
        if label != "navigation" and (key(part.text) == same or (index < at and same_title(part.text, parts[at].text))):
            label = "headline"
        elif label in ("headline", "standfirst"):
            label = "unknown"
        if at < index < last_of_head and label in ("unknown", "body") and _described(part.text, descriptions):
            label = "standfirst"
        told.append(replace(part, label=label))
    return told


def _line_of(parts: Sequence[Part], titles: Iterable[str]) -> int | None:
    for title in titles:
        found = [index for index, part in enumerate(parts) if same_title(title, part.text)]
        if found:
            return found[-1]
    return None


def _described(text: str, descriptions: Iterable[str]) -> bool:
    return any(letters(text) == letters(told) for told in descriptions)


def _told(part: Part, before: bool, around: list[str], captions: list[str], days: set[str | None]) -> Part:
    line = letters(part.text)
    if part.label == "page_date" and before and moments.read(plain(part.text)).day in days:
        return replace(part, label="published")
    bare = part.label == "byline" and byline(plain(part.text)) is None  # names alone, which a menu may hold
    if (part.label not in ("unknown", "masthead", "body") and not bare) or not line:
        return part
    if any(line in caption for caption in captions) and len(line) >= 3:
        return replace(part, label="caption")
    if part.label != "body" and any(line in text for text in around):
        return replace(part, label="navigation")
    return part
