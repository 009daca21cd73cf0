"""People whom a label lists: « Présents : X, Y (excusé), Z », `Crew: A; B and C`, or one a line below `Attendees`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from greffier.reading.candidate import Candidate
from greffier.reading.capitals import UPPER, WORD, common, ordinary
from greffier.reading.people import readable
from greffier.reading.places import known_place
from greffier.reading.role_words import role_words
from greffier.reading.surroundings import strong_given, titles
from greffier.reading.vocabulary import any_of, at_lines, level, table

_PARTICLE = r"(?:(?:de|du|des|da|di|do|dos|van|von|der|den|el|al|ben|bin|ibn|bint|binti|ould|mint|wa|ole|arap|ag)[ ])"
_PART = rf"(?:(?:[{UPPER}]\.){{1,3}}|{_PARTICLE}{{0,2}}{WORD})"
_NAME = rf"(?P<name>{_PART}(?:[ ]{_PART}){{0,4}})"
_ITEM = re.compile(
    rf"[ \t]*(?:[-–—•*][ ]?|\d{{1,2}}[.)°][ ]?)?(?:[{UPPER}]/[{UPPER}][a-z]{{0,5}}\.?[ ])?{_NAME}"
    r"(?:[ ]?\([^()\n]{1,40}\)|[ ][–—-][ ][^,;\n]{1,50}|,[ ](?!et\b|and\b)[a-zà-ÿ][^,;\n]{1,40})?[ ]?\.?"
    r"(?P<next>[ ]?[,;/](?:[ ]?(?:et|and|&))?[ \t]*|[ ](?:et|and|&|ainsi[ ]que)[ ]|[ \t]*(?=\n|\Z))"
)
_BELOW = re.compile(
    rf"[ \t]*(?:[-–—•*][ ]?|\d{{1,2}}[.)°][ ]?)?{_NAME}(?=[ ]?(?:[,;(]|[–—-][ ]|\n|\Z|[ ]{{2}}|\t))[^\n]{{0,80}}\n?"
)
_MOST = 30  # people of one list


def enrolled(text: str) -> Iterator[Candidate]:
    """Yield the people of lists that a label announces."""
    for label in at_lines(_labels(), level(text)):
        at = label.end()
        if text[at : at + 1] in ("\n", ""):
            yield from _below(text, at + 1)
            continue
        for _ in range(_MOST):
            item = _ITEM.match(text, at)
            if item is None:
                break
            one = _somebody(text, *item.span("name"))
            if one is not None:
                yield one
            at = item.end()
            if not item["next"].strip():
                break


def _below(text: str, at: int) -> Iterator[Candidate]:
    """One name a line, with what is said of it; two lines at least."""
    found = []
    for _ in range(_MOST):
        item = _BELOW.match(text, at)
        one = _somebody(text, *item.span("name")) if item else None
        if item is None or one is None or item.end() == at:
            break
        found.append(one)
        at = item.end()
    if len(found) > 1:
        yield from found


def _somebody(text: str, start: int, end: int) -> Candidate | None:
    """The person of an item, without his title; nobody where it may be a firm, an office, a town or a plain word."""
    parts = text[start:end].split(" ")
    while len(parts) > 1 and level(parts[0]) in titles():
        start += len(parts.pop(0)) + 1
    flats = [level(part) for part in parts if not part.endswith(".")]
    roles, firms = role_words(), table("organisations")
    if not flats or any(flat in roles.heads | roles.trades | roles.single for flat in flats):
        return None
    if any(flat in firms["acronyms"] or flat in firms["trades"] for flat in flats) or all(map(ordinary, flats)):
        return None
    if len(parts[0]) == 1 or (any(map(known_place, flats)) and not any(map(strong_given, flats))):
        return None
    name = text[start:end]
    if (
        len(flats) == 1
        and len(parts) == 1
        and (known_place(flats[0]) or (common(flats[0]) and not strong_given(flats[0])))
    ):
        return None
    if name.isupper() and len(name) < 4:
        return None
    return Candidate(start, end, "person", readable(name), 0.85)


@lru_cache(maxsize=1)
def _labels() -> re.Pattern[str]:
    labels = any_of(table("people")["rolls"])
    return re.compile(rf"[ \t]*(?:[-–—•*][ ])?(?:{labels})(?:[ ]?\([^()\n]{{1,30}}\))?[ ]?(?::[ \t]*|(?=\n))")
