"""Registration plates: French ones by their shape, foreign and ambiguous ones only where the page says "plate"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from greffier.reading.candidate import GUESSED, Candidate

_SIV = re.compile(r"(?<![\w/-])([A-Z]{2}|W(?=-))([- \u00a0]?)(\d{3})\2([A-Z]{2})(?![\w/]|-(?!\d\d(?!\w))\w)")
_FNI = re.compile(
    r"(?<![\w/,.-])(\d{2,4})([- \u00a0]?)([A-Z]{2,3})\2(0[1-9]|[1-8]\d|9[0-5]|2[AB]|97[1-6])(?![\w/]|-\w)"
)
_MISREAD = re.compile(r"(?<![\w/-])([A-Z]{2})-([0-9OIl]{3})-([A-Z]{2})(?![\w/]|-\w)")
_DIGIT = str.maketrans("OIl", "011")
_BRITISH = re.compile(r"(?<![\w/-])(?:[A-Z]{2}[0-9l]{2} ?[A-Z]{3}|[A-Z][0-9l]{1,3} [A-Z]{3})(?![\w/-])")
_COUNTRY = r"(?:\s+(?:en|in|au|aux)\s+[A-ZÉÈ][\w-]{1,30}|\s+[a-zéèêçï]{5,14})?"  # « en Italie », « espagnole »
_FOREIGN = re.compile(
    r"(?:immatricul\w{1,12}|plaqu\w{1,12}|registration(?: plates?| numbers?| mark)?|number ?plates?"
    r"|licen[cs]e plates?|plates?|registered as)"
    rf"{_COUNTRY}(?:\s+(?:sous le num[ée]ro|num[ée]ro|n°|no\.?|portant le|de|is|was|of))?"
    r"\s*[:«\"“]?\s*((?=[A-Z0-9 -]{0,60}\d)(?=[A-Z0-9 -]{0,60}[A-Z])[A-Z0-9]{1,4}(?:[- ][A-Z0-9]{1,4}){0,2})(?![\w/])"
)
_CUE = re.compile(
    r"immatricul|plaque|v[ée]hicule|voiture|fourgon|camion|berline|plate|regist|vehicle|\bcar\b|\bvan\b|lorry"
    r"|\breg\b|\bvrm\b|\bindex\b|motorcycle|scooter|\bmoto\b|renault|peugeot|citro[ëe]n|volkswagen|audi|\bbmw\b|mercedes|\bgolf\b"
    r"|\bford\b|toyota|sierra|transit|vauxhall|nissan|fiat|opel|remorque|trailer|truck",
    re.I,
)
_NAMED = re.compile(r"(?:immatricul\w{1,12}|plaques?|v[ée]hicules?)\W{0,3}$", re.I)
_UNITS = frozenset("KG EUR USD GBP CHF MM CM KM ML CL GR MO GO TTC HT SMS MMS PV PM AM".split())


def find_plates(text: str, level: str, english: bool) -> Iterator[Candidate]:
    """Yield the plates of a page: `AB-123-CD` and `1234 AB 56` are written so, others without blanks and hyphens."""
    for match in _SIV.finditer(text):
        if match[2] == "-" or _has_cue(text, match.start()):
            yield Candidate(match.start(), match.end(), "plate", f"{match[1]}-{match[3]}-{match[4]}")
    for match in _BRITISH.finditer(text) if english else ():
        if _has_cue(text, match.start()):  # plates have capitals only, so that a small l is a one
            value = match.group().replace(" ", "").replace("l", "1")
            yield Candidate(match.start(), match.end(), "plate", value, GUESSED if "l" in match.group() else 1.0)
    for match in _FNI.finditer(text):
        named = _NAMED.search(text, max(0, match.start() - 30), match.start()) is not None
        if named or (match[3] not in _UNITS and (_has_cue(text, match.start()) or _plain_fni(match))):
            yield Candidate(match.start(), match.end(), "plate", f"{match[1]} {match[3]} {match[4]}")
    for match in _FOREIGN.finditer(text):
        yield Candidate(match.start(1), match.end(1), "plate", re.sub(r"[ -]", "", match[1]), 0.8)


def find_misread(text: str) -> Iterator[Candidate]:
    """Yield French plates with letters read for digits: `AB-l23-CD`."""
    for match in _MISREAD.finditer(text):
        if not match[2].isdigit():
            value = f"{match[1]}-{match[2].translate(_DIGIT)}-{match[3]}"
            yield Candidate(match.start(), match.end(), "plate", value, GUESSED)


def _plain_fni(match: re.Match[str]) -> bool:
    return len(match[1]) == 4 and match[2] == " " and not match[1].startswith(("19", "20"))


def _has_cue(text: str, start: int) -> bool:
    return bool(_CUE.search(text, max(0, start - 60), start))
