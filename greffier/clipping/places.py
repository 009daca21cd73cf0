"""What a part is by its place on the page, where its own words do not tell: masthead, headline, standfirst, body."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from greffier.clipping.bylines import names
from greffier.clipping.chunks import DATED, FREE, OPEN, Part
from greffier.text import key

HEAD = frozenset({"byline", "published", "updated", "reading_time", "alternate"})  # stand between headline and body
CONTAINER = frozenset({"locality", "sponsor", "navigation", "widget", DATED})
PROSE = 25  # words that make a part prose; fewer need the end of a sentence
SENTENCE = 8  # words of a sentence that counts as prose
LEAST_HEADLINE = 4  # words, where there is a choice
MASTHEAD = 6  # words at most
BREAK = 3  # lines of the page around an article that break it off
QUOTED = 4  # parts before a marker in which a quotation may have been opened
TAIL = 0.25  # of the words so far: less after a break is not the article any more
_ENDS = re.compile(r"[.!?…:][\"'”’»)\]]*$|[\"”»]$")
_SPEECH = re.compile(r"[\"“«—–-]")


def words(part: Part) -> int:
    """How many words a part has."""
    return sum(any(char.isalnum() for char in word) for word in part.chunk.text.split())


def is_prose(part: Part) -> bool:
    """Whether a part of unknown label is a sentence or more."""
    count = words(part)
    return part.label == OPEN and (count >= PROSE or (count >= SENTENCE and _ENDS.search(part.text) is not None))


def placed(parts: Sequence[Part]) -> list[Part]:
    """Give every part a label of the interface by where it stands."""
    parts = [replace(part, label=OPEN) if _quoted(parts, index) else part for index, part in enumerate(parts)]
    start, end = _body(parts)
    head = _head(parts[:start], stops=start < end)
    inside = _inside(parts[start:end])
    return [*head, *inside, *_settled(parts[end:])]


# --- the body ---------------------------------------------------------------------------------------------------------


def _body(parts: Sequence[Part]) -> tuple[int, int]:
    """Where the body begins and ends; twice the same number where there is none."""
    prose = [index for index, part in enumerate(parts) if is_prose(part)]
    if not prose:
        return len(parts), len(parts)
    start = _start(parts, prose)
    end = _end(parts, [index for index in prose if index >= start])
    return start, end


def _start(parts: Sequence[Part], prose: list[int]) -> int:
    """The first prose after the lines of the head, which have little prose before them; else the first long prose."""
    for index, part in enumerate(parts):
        if part.label not in HEAD:
            continue
        if sum(words(parts[before]) for before in prose if before < index) > 2 * PROSE + 20:
            break
        last = _last_of_head(parts, index)
        after = [each for each in prose if each > last]
        if after:
            return after[0]
    headed = prose[0] > 0 and any(part.label == OPEN for part in parts[: prose[0]])
    long = [index for index in prose if words(parts[index]) >= PROSE - 5] or prose
    if not headed and len(prose) > 1 and prose[0] == 0 and words(parts[0]) < PROSE:
        return prose[1]
    return prose[0] if headed and words(parts[prose[0]]) >= PROSE - 5 else long[0]


def _last_of_head(parts: Sequence[Part], first: int) -> int:
    """The last line of the head that follows closely, with at most a short part between."""
    last = first
    for index in range(first + 1, min(len(parts), first + 12)):
        if is_prose(parts[index]) and index + 1 < len(parts) and parts[index + 1].label not in ("published", "updated"):
            break
        if parts[index].label in HEAD or parts[index].label == DATED:
            last = index
    return last


def _end(parts: Sequence[Part], prose: list[int]) -> int:
    """After the last prose that belongs to the article: before its wall, or before a break with little prose behind."""
    closing = next((i for i in range(prose[0], len(parts)) if parts[i].label == "paywall" and _closes(parts, i)), None)
    prose = [index for index in prose if closing is None or index < closing]
    total = 0
    for index, following in zip(prose, [*prose[1:], len(parts)], strict=True):
        total += words(parts[index])
        around = [part for part in parts[index + 1 : following] if part.label in CONTAINER]
        rest = sum(words(parts[later]) for later in prose if later > index)
        if len(around) >= BREAK and rest < TAIL * total:
            return index + 1
    return _rest(parts, prose[-1] + 1)


def _closes(parts: Sequence[Part], index: int) -> bool:
    """Whether a marker ends the article: the article does not go on behind it."""
    behind = next((part for part in parts[index + 1 :] if part.label not in ("separator", "paywall")), None)
    return behind is None or not is_prose(behind)


def _quoted(parts: Sequence[Part], index: int) -> bool:
    """Whether a marker stands in a quotation that was opened in a part before it."""
    if parts[index].label != "paywall":
        return False
    said = "".join(part.text for part in parts[max(0, index - QUOTED) : index])
    return said.count("«") > said.count("»") or said.count("“") > said.count("”")


def _rest(parts: Sequence[Part], end: int) -> int:
    """Where the short sentences end that follow the last prose at once."""
    while end < len(parts) and parts[end].label == OPEN and _ENDS.search(parts[end].text):
        end += 1
    return end


def _inside(parts: Sequence[Part]) -> list[Part]:
    """The parts between the first and the last prose: prose, speech, headings between; the rest keeps its label."""
    settled = []
    for index, part in enumerate(parts):
        following = next((later for later in parts[index + 1 :] if later.label == OPEN), None)
        if part.label in (DATED, FREE, "paywall", "locality") or (part.label == OPEN and _belongs(part, following)):
            settled.append(replace(part, label="body"))
        else:
            settled.append(replace(part, label="unknown") if part.label == OPEN else part)
    return settled


def _belongs(part: Part, following: Part | None) -> bool:
    if is_prose(part) or _ENDS.search(part.text) or _SPEECH.match(part.text):
        return True
    return following is not None and words(part) <= 15 and is_prose(following)


# --- the head ---------------------------------------------------------------------------------------------------------


def _head(parts: Sequence[Part], *, stops: bool) -> list[Part]:
    """The parts before the body. Without a body only a headline among the parts can be told."""
    told = list(_pictured(parts))
    masthead = _masthead(told)
    if masthead is not None:
        told[masthead] = replace(told[masthead], label="masthead")
    headline, standfirst = _headline(told, stops)
    same = key(told[headline].text) if headline is not None else None
    if headline is not None:  # one told several times begins with its first telling
        headline = next(index for index, part in enumerate(told) if part.label == OPEN and key(part.text) == same)
    for index, part in enumerate(told):
        told[index] = replace(part, label=_in_head(told, index, headline, standfirst, same))
    return told


def _in_head(parts: Sequence[Part], index: int, headline: int | None, standfirst: int | None, same: str | None) -> str:
    part = parts[index]
    if part.label == DATED:
        return "published" if headline is not None and index > headline else "page_date"
    if part.label == FREE:
        return "paywall"
    if part.label != OPEN:
        return part.label
    if index == headline or key(part.text) == same:
        return "headline"
    if index == standfirst:
        return "standfirst"
    return "byline" if headline is not None and index > headline and names(part.chunk.plain) else "unknown"


def _pictured(parts: Sequence[Part]) -> list[Part]:
    """After a credit line a short name is who made the picture, a sentence its caption, if a headline can follow."""
    told = list(parts)
    for index in range(1, len(told)):
        if told[index].label != OPEN or not _more(told, index):
            continue
        before = told[index - 1].label
        if before == "image_credit" and words(told[index]) <= 5 and _is_name(told[index].text):
            told[index] = replace(told[index], label="image_creator")
        elif before in ("image_credit", "image_creator") and told[index].text.endswith(".") and is_prose(told[index]):
            told[index] = replace(told[index], label="caption")
    return told


def _more(parts: Sequence[Part], index: int) -> bool:
    return any(part.label == OPEN for part in parts[index + 1 :])


def _is_name(text: str) -> bool:
    return all(
        word[0].isupper() or word in ("de", "du", "la", "le", "van", "von", "et", "and", "/") for word in text.split()
    )


def _masthead(parts: Sequence[Part]) -> int | None:
    """The first words of a page, when they are short and the page goes on with its own lines before any headline."""
    first = next(
        (index for index, part in enumerate(parts) if part.label not in ("separator", "navigation", "widget")), None
    )
    if first is None or parts[first].label != OPEN or words(parts[first]) > MASTHEAD or is_prose(parts[first]):
        return None
    follow = [part.label for part in parts[first + 1 : first + 5] if part.label != "separator"]
    container = any(label in CONTAINER for label in follow[:2])
    others = [part for part in parts[first + 1 :] if part.label == OPEN and key(part.text) != key(parts[first].text)]
    if any(words(part) >= LEAST_HEADLINE for part in others):
        return first
    return first if container and (others or parts[first].text.isupper()) else None


def _headline(parts: Sequence[Part], stops: bool) -> tuple[int | None, int | None]:
    """The headline and the standfirst among the open parts: those behind the lines of the container come first."""
    heads = [index for index, part in enumerate(parts) if part.label in HEAD]
    stop = heads[0] if heads else len(parts)
    container = [
        index for index, part in enumerate(parts[:stop]) if part.label in CONTAINER or part.label == "masthead"
    ]
    after = container[-1] if container else -1
    behind = [index for index in range(after + 1, stop) if parts[index].label == OPEN]
    some = behind or [index for index in range(stop) if parts[index].label == OPEN]
    if not some or not (stops or heads):
        return (some[0] if len(some) == 1 else None), None
    long = [index for index in some if words(parts[index]) >= LEAST_HEADLINE]
    if not long:
        return some[-1], None
    first = long[0] if behind else long[-1]
    second = next((index for index in long if index > first and key(parts[index].text) != key(parts[first].text)), None)
    return first, second


def _settled(parts: Sequence[Part]) -> list[Part]:
    """What stands behind the body: what its words told, and else unknown. A date there is nobody's."""
    names = {OPEN: "unknown", DATED: "unknown", FREE: "paywall"}
    return [replace(part, label=names.get(part.label, part.label)) for part in parts]
