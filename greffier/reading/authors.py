"""Who writes « je », « I » on a page that is no talk: who is named as its author, or alone signs it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from greffier.reading.cast import NOBODY, Speaker
from greffier.reading.taken import beginning
from greffier.reading.vocabulary import any_of, at_lines, table
from greffier.records import Mention

_MYSELF = re.compile(r"(?<![\w'-])(?:je\s+soussignee?,?|i,?\s+the\s+undersigned,?|i,)\s+")
_NEAR = 34  # characters of a rank or a title between a label and the name
_FOOT = 5  # lines in which a page is signed
_LONGEST = 70  # signs of a line that is a signature
_OF_ANOTHER = re.compile(  # whose words they are is not who wrote them down
    r"\b(?:statement|deposition|testimony|affidavit|attestation|declarations?|audition|temoignage|deposes?|deponent|declarante?)\b"
)
_HEAD = 900
_COPIED = re.compile(
    r"\W{0,6}(?:cc|copie|copy|pj|p\.j|annexe|enclosure|encl|attach|to|a|dest|vu|approved|countersigned|reviewed|seen)\b"
)
_MOST_WORDS = 8  # on such a line


def author(flat: str, people: Sequence[Mention]) -> Speaker:
    """Return who writes a page; `flat` is its level view, `people` its mentions of people in order."""
    signed = () if _OF_ANOTHER.search(flat, 0, _HEAD) else _signed(flat, people)
    for one in (*_named(flat, people), *signed):
        return Speaker(one.id, one.normalised or one.span.exact)
    return NOBODY


def _named(flat: str, people: Sequence[Mention]) -> Iterator[Mention]:
    """« Je soussigné X », `I, X,`, `Compiled by X`, « Rédacteur : X »."""
    for cue in (*_MYSELF.finditer(flat), *at_lines(_labels(), flat)):
        after = next(iter(beginning(people, cue.end(), cue.end() + _NEAR, "span.start")), None)
        if after is not None and "\n" not in flat[cue.end() : after.span.start]:
            yield after


def _signed(flat: str, people: Sequence[Mention]) -> Iterator[Mention]:
    """The only person in the short lines at the foot of a page."""
    end, found = len(flat.rstrip()), dict[str, Mention]()
    for _ in range(_FOOT):
        start = flat.rfind("\n", 0, end) + 1
        line = flat[start:end]
        if found and not line.strip():
            break
        if not line.strip() or _COPIED.match(line):
            end = max(start - 1, 0)
            continue
        if len(line) > _LONGEST or len(line.split()) > _MOST_WORDS:
            break
        found |= {
            (one.normalised or one.span.exact).casefold(): one for one in beginning(people, start, end, "span.start")
        }
        end = max(start - 1, 0)
        if not start:
            break
    if len(found) == 1:
        yield next(iter(found.values()))


@lru_cache(maxsize=1)
def _labels() -> re.Pattern[str]:
    return re.compile(rf"[ \t]*(?:{any_of(table('people')['authors'])})[ \t]{{0,3}}[:.]?[ \t]{{0,3}}")
