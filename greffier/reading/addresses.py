"""Addresses that a label tells: `Address: 14 Páirc na Sailí, Swords, Co. Dublin`, whatever their words may be."""

from __future__ import annotations

import re
from collections.abc import Iterator

from greffier.reading.candidate import Candidate
from greffier.reading.capitals import UPPER
from greffier.reading.places import placed
from greffier.reading.surroundings import strong_given
from greffier.reading.vocabulary import at_lines, level

_LABEL = re.compile(
    r"[^\n:]{0,60}?(?<![\w-])(?:(?:Home |Residential )?[Aa]ddress|Addr?|Adresse|Domicile|Res|R/o)\.?[ ]?:[ \t]*(?=\S)"
)
_WORD = re.compile(r"(?:[Aa]ddr(?:ess)?|Adresse|Domicile|Res|R/o)\.?[ ]?:")
_VALUE = re.compile(r"[^\n|\t(;:]{3,90}?(?=[ ]{2}|\n|\t|\||\(|;|$)")
_PART = re.compile(r"[^,]+")
_NUMBER = re.compile(r"(?:(?:No|n°)\.?[ ]?)?\d{1,5}(?:[ ]?(?:bis|ter|[A-Za-z]))?(?:[-/]\d{1,4})?$")
_STREET = re.compile(rf"(?:\d{{1,5}}[A-Za-z]?(?:[-/]\d{{1,4}})?[ ])?[{UPPER}][^\d,]{{2,40}}(?:[ ]\d{{1,4}}[A-Za-z]?)?$")
_TOWN = re.compile(rf"[{UPPER}][\w'’-]{{2,24}}(?:[ -][{UPPER}][\w'’-]{{1,24}}){{0,2}}$")
_NO_ADDRESS = frozenset("unknown none n/a nfa no sans inconnue inconnu neant idem same as of not c/o".split())
_MOST = 4  # parts between commas


def find_addresses(text: str) -> Iterator[Candidate]:
    """Yield the street, with its number, and the towns of the addresses that a label leads to."""
    for label in at_lines(_LABEL, text) if _WORD.search(text) else ():
        value = _VALUE.match(text, label.end())
        if value and level(value.group()).split()[0].strip(",.") not in _NO_ADDRESS:
            yield from _parts(text, value.start(), value.end())


def _parts(text: str, start: int, end: int) -> Iterator[Candidate]:
    parts = [_bare(text, *part.span()) for part in _PART.finditer(text, start, end)][:_MOST]
    if len(parts) > 1 and _NUMBER.match(text[slice(*parts[0])]):
        parts[:2] = [(parts[0][0], parts[1][1])]  # `114, Triq ix-Xatt`
    first = text[slice(*parts[0])]
    if "@" in first or not (_STREET.match(first) or _STREET.match(first.replace(", ", " ", 1))):
        return
    if first[0].isdigit() or len(parts) > 1:
        yield placed(text, *parts[0])
    for part in parts[1:]:
        words = text[slice(*part)]
        if _TOWN.match(words) and not strong_given(level(words).split()[0]):
            yield placed(text, *part)


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), start + len(words.rstrip(" .,"))
