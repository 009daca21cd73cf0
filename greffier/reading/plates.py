"""Registration plates: those whose shape nothing else has, and others only where the page speaks of a vehicle."""

from __future__ import annotations

import re
from collections.abc import Iterator

from greffier.reading.candidate import GUESSED, Candidate
from greffier.reading.foreign_plates import UNITS, find_foreign_plates, near_vehicle
from greffier.reading.vocabulary import words

_SIV = re.compile(
    r"([A-Z](?<![\w/-].)(?:[A-Z]|(?<=W)(?=-)))([- \u00a0]?)(\d{3})\2([A-Z]{2})(?![\w/]|-(?!\d\d(?!\w))\w)"
)
_FNI = re.compile(
    r"(\d(?<![\w/,.-].)\d{1,3})([- \u00a0]?)([A-Z]{2,3})\2(0[1-9]|[1-8]\d|9[0-5]|2[AB]|97[1-6])(?![\w/]|-\w)"
)
_MISREAD = re.compile(r"([A-Z](?<![\w/-].)[A-Z])-([0-9OIl]{3})-([A-Z]{2})(?![\w/]|-\w)")
_DIGIT = str.maketrans("OIlSZB", "011528")
_MISREAD_FNI = re.compile(r"([0-9OIl](?<![\w/,.-].)[0-9OIl]{1,3}) ([A-Z]{2,3}) ([0-9OIl]{2})(?![\w/]|-\w)")
_MISREAD_BRITISH = re.compile(
    r"(?P<area>[A-Z](?<![\w/-].)[A-Z])(?P<year>(?=[0-9OIlSZB]?[0-9])[0-9OIlSZB]{2}) ?(?P<last>[A-Z]{3})(?![\w/-])"
    r"|(?P<old>[A-Z](?<![\w/-].))(?P<number>(?=[OIlSZB]{0,2}[0-9])[0-9OIlSZB]{1,3}) (?P<end>[A-Z]{3})(?![\w/-])"
)
_BRITISH = re.compile(r"[A-Z](?<![\w/-].)(?:[A-Z][0-9l]{2} ?[A-Z]{3}|[0-9l]{1,3} [A-Z]{3}(?! [A-Z][a-z]))(?![\w/-])")
_PRESENT = re.compile(r"[A-HJ-PR-Y]{2}[0-7]\d [A-HJ-PR-Z]{3}")  # since 2001: a shape that nothing else has
_SPOKEN_OF = re.compile(r"\b(?:of|in|the|into|behind|by|with|followed|following|and|inside|towards?) $")
_NAMED = re.compile(r"(?:immatricul[\wée]{1,12}|plaques?|v[ée]hicules?)\W{0,3}$", re.I)


def find_plates(text: str, level: str, english: bool) -> Iterator[Candidate]:
    """Yield the plates of a page: `AB-123-CD` and `1234 AB 56` are written so, others without blanks and hyphens."""
    for match in _SIV.finditer(text):
        if match[2] == "-" or near_vehicle(text, match.start()):
            yield Candidate(match.start(), match.end(), "plate", f"{match[1]}-{match[3]}-{match[4]}")
    for match in _BRITISH.finditer(text) if english else ():
        known = (
            _PRESENT.fullmatch(match.group())
            and match.group()[5:].casefold() not in words("common_words")
            and _SPOKEN_OF.search(text, max(0, match.start() - 12), match.start())
        )
        if known or near_vehicle(text, match.start()):  # plates have capitals only, so that a small l is a one
            value = match.group().replace(" ", "").replace("l", "1")
            yield Candidate(match.start(), match.end(), "plate", value, GUESSED if "l" in match.group() else 1.0)
    for match in _FNI.finditer(text):
        named = _NAMED.search(text, max(0, match.start() - 30), match.start()) is not None
        if named or (match[3] not in UNITS and (near_vehicle(text, match.start()) or _plain_fni(match))):
            yield Candidate(match.start(), match.end(), "plate", f"{match[1]} {match[3]} {match[4]}")
    yield from find_foreign_plates(text, level)


def find_misread(text: str, english: bool) -> Iterator[tuple[Candidate, bool]]:
    """Yield plates with letters read for digits (`AB-l23-CD`, `LK7O XYZ`), and whether a word announces a plate."""
    for match in _MISREAD.finditer(text):
        if not match[2].isdigit():
            value = f"{match[1]}-{match[2].translate(_DIGIT)}-{match[3]}"
            announced = _NAMED.search(text, max(0, match.start() - 30), match.start()) is not None
            yield Candidate(match.start(), match.end(), "plate", value, GUESSED), announced
    for match in _MISREAD_FNI.finditer(text) if not english else ():
        if not (match[1] + match[3]).isdigit() and _NAMED.search(text, max(0, match.start() - 30), match.start()):
            value = f"{match[1].translate(_DIGIT)} {match[2]} {match[3].translate(_DIGIT)}"
            yield Candidate(match.start(), match.end(), "plate", value, GUESSED), True
    for match in _MISREAD_BRITISH.finditer(text) if english else ():
        area, digits, last = (
            match.group("area", "year", "last") if match["area"] else match.group("old", "number", "end")
        )
        if not digits.isdigit():
            value = f"{area}{digits.translate(_DIGIT)}{last}"
            yield Candidate(match.start(), match.end(), "plate", value, GUESSED), near_vehicle(text, match.start())


def _plain_fni(match: re.Match[str]) -> bool:
    return len(match[1]) == 4 and match[2] == " " and not match[1].startswith(("19", "20"))
