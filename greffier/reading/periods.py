"""Stretches of time by name: quarters, decades, seasons, years after a cue, and their beginnings, middles and ends."""

from __future__ import annotations

from greffier.reading.calendar_dates import calendar_date, season
from greffier.reading.script import WEEKDAYS, Found, Script, month, year
from greffier.reading.numerals import spelled
from greffier.reading.relative import relative
from greffier.reading.told import Months, Nth, Part, Shift, Third, Weekday, WeekOf, Years
from greffier.reading.tokens import DIGITS, WORD
from greffier.reading.phrasebook import lexicon, meanings

_LEXICON = lexicon("dates")
_THIRDS: dict[str, Third] = meanings(_LEXICON["thirds"])
_RANKS: dict[str, int] = meanings(_LEXICON["ranks"])
_SPANS = {"trimestre": 3, "quarter": 3, "semestre": 6, "half": 6}
_LETTERS = {"q": 3, "t": 3, "s": 6, "h": 6}
_YEAR_CUES = frozenset(
    "en in annee annees courant depuis since fin debut during year an ici by until before after avant apres exercice "
    "des".split()
)
_THOUSANDS_NOUNS = frozenset(
    {"euros", "euro", "eur", "dollars", "kg", "kilos", "francs", "personnes", "metres", "m", "km"}
)
STARTERS = frozenset({*_THIRDS, *_RANKS, *_LETTERS, "annees", "annee", "les", "the", "exercice", "courant", "la"})
_TENS_NAMES = {"twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70,
               "eighties": 80, "nineties": 90}  # fmt: skip


def period(script: Script, at: int) -> Found | None:
    """Any stretch of time that has a name of its own and starts at this token."""
    token = script.tokens[at]
    if token.kind == DIGITS:
        return _ranked(script, at) or _decade(script, at) or cued_year(script, at)
    return (
        _part(script, at)
        or _ranked(script, at)
        or _lettered(script, at)
        or _decade(script, at)
        or season(script, at)
        or cued_year(script, at)
    )


def cued_year(script: Script, at: int) -> Found | None:
    """A year after a word that calls for one; a bare number of four digits is not a date."""
    before = script.before(at)
    if before not in _YEAR_CUES:
        return None
    told = year(script, at)
    if (
        told is None
        or script.word(told[1]) in _THOUSANDS_NOUNS
        or script.tokens[told[1]].text in ("€", "$", "£", "%", "°")
    ):
        return None
    if script.tokens[told[1]].glued and script.tokens[told[1]].text in "/-_" and script.tokens[told[1] + 1].glued:
        return None
    return Years(told[0], told[0]), told[1]


def _part(script: Script, at: int) -> Found | None:
    """début mars 2023, mi-janvier, fin de l'année 2022, the end of May, early 2023, late last month."""
    third = _THIRDS.get(script.word(at))
    if third is None:
        return None
    start = at + 1
    while script.word(start) in (
        "-",
        "du",
        "de",
        "d",
        "l",
        "la",
        "le",
        "'",
        "mois",
        "of",
        "the",
        "annee",
        "month",
        "year",
        "in",
    ):
        start += 1
    if start - at > 6 or (third == "mid" and start == at + 1 and script.word(at) in ("milieu", "middle")):
        return None
    base = _bare_period(script, start)
    return (Part(base[0], third), base[1]) if base else None


def _bare_period(script: Script, at: int) -> Found | None:
    named = month(script, at)
    if named is not None:
        link = named[1] + (script.word(named[1]) in (",", "of", "de"))
        told = year(script, link)
        return (Months(named[0], named[0], told[0]), told[1]) if told else (Months(named[0], named[0]), named[1])
    told = year(script, at)
    if told is not None and script.word(told[1]) not in _THOUSANDS_NOUNS:
        return Years(told[0], told[0]), told[1]
    found = relative(script, at)
    if found and isinstance(found[0], Shift) and found[0].whole and found[0].unit in ("month", "year"):
        return found
    return None


def _ranked(script: Script, at: int) -> Found | None:
    """premier trimestre 2022, 2ème semestre de l'année 2022, first quarter of 2022."""
    token = script.tokens[at]
    rank, after = _RANKS.get(token.text), at + 1
    if (
        token.kind == DIGITS
        and len(token.text) == 1
        and script.tokens[after].glued
        and script.tokens[after].kind == WORD
    ):
        rank, after = int(token.text), after + 1
    after += script.word(after) == "-"
    size = _SPANS.get(script.word(after))
    if rank is None or size is None or rank * size > 12 or rank == 0:
        return None
    if size == 6 and token.text == "dernier":
        rank = 2
    return _slice(script, rank, size, after + 1)


def _slice(script: Script, rank: int, size: int, at: int) -> Found:
    start = at
    while script.word(start) in ("de", "l", "'", "annee", "of", "the", "year", ",", "-", "exercice", "en", "in"):
        start += 1
    told = year(script, start)
    first = (rank - 1) * size + 1
    return (Months(first, first + size - 1, told[0]), told[1]) if told else (Months(first, first + size - 1), at)


def _lettered(script: Script, at: int) -> Found | None:
    """Q1 2022, T3 2022, S2 2021, H1 2020: with a year only."""
    size = _LETTERS.get(script.word(at))
    rank = script.tokens[at + 1]
    if (
        size is None
        or rank.kind != DIGITS
        or not rank.glued
        or len(rank.text) != 1
        or not 1 <= int(rank.text) <= 12 // size
    ):
        return None
    if not script.capital(at):
        return None
    found = _slice(script, int(rank.text), size, at + 2)
    return found if isinstance(found[0], Months) and found[0].year else None


def _decade(script: Script, at: int) -> Found | None:
    """les années 1990, années 80, années quatre-vingt-dix, the 1990s, the nineties."""
    if script.word(at) == "annees":
        return _french_decade(script, at + 1)
    if script.before(at) not in ("the", "early", "late", "mid", "-"):
        return None
    token = script.tokens[at]
    if token.kind == DIGITS and script.word(at + 1) == "s" and script.tokens[at + 1].glued and token.text.endswith("0"):
        first = int(token.text)
        if len(token.text) == 4 and 1500 <= first <= 2190:
            return Years(first, first + 9), at + 2
        if len(token.text) == 2:
            return Years(1900 + first, 1909 + first), at + 2
    if (tens := _TENS_NAMES.get(token.text)) is not None:
        return Years(1900 + tens, 1909 + tens), at + 1
    return None


def _french_decade(script: Script, at: int) -> Found | None:
    token = script.tokens[at]
    number = (int(token.text), at + 1) if token.kind == DIGITS and len(token.text) in (2, 4) else None
    number = number or spelled(script.tokens, at, "fr")
    if number is None or number[0] % 10:
        return None
    value, after = number
    first = value if value >= 1500 else 1900 + value
    if not 1500 <= first <= 2190 or (value < 1500 and not 20 <= value <= 90):
        return None
    return Years(first, first + 9), after
