"""Stretches of time by name: quarters, decades, seasons, years after a cue, and their beginnings, middles and ends."""

from __future__ import annotations

from collections.abc import Callable, Collection

from greffier.reading.calendar_dates import calendar_date
from greffier.reading.day_months import beside_year
from greffier.reading.named_units import named_unit, step_after
from greffier.reading.numerals import WORDS as NUMBERS
from greffier.reading.phrasebook import meanings
from greffier.reading.script import ORDINAL_ENDS, ORDINALS, SEASONS, WEEKDAYS, Found, Script, day_number, month, year
from greffier.reading.seasons import season
from greffier.reading.tokens import DIGITS, WORD
from greffier.reading.told import Between, Day, From, Months, Nth, Part, Shift, Third, Unit, WeekNumber, WeekOf, Years
from greffier.reading.vocabulary import table
from greffier.reading.years import (
    COUNTED_NOUNS,
    ROMAN,
    TENS_NAMES,
    century,
    cued_year,
    decade,
    financial_year,
    named_year,
    years_range,
)

_LEXICON = table("dates")
_THIRDS: dict[str, Third] = meanings(_LEXICON["thirds"])
_RANKS: dict[str, int] = meanings(_LEXICON["ranks"])
_SATURDAY = 5
_RANKED = frozenset("123456789")
_TILL = frozenset("until till by to before after from since".split())
_SPANS = {"trimestre": 3, "quarter": 3, "semestre": 6, "half": 6}
LETTERS = {"q": 3, "t": 3, "s": 6, "h": 6}
_PART_LINKS = frozenset("- du de d des l la le ' mois of the annee month year in".split())
_WEEK_LINKS = frozenset("du of the commencing beginning starting on commencant le debutant au from".split())
_WEEK_CUES = frozenset("- la en de the in of for during since depuis".split())
_SLICE_LINKS = frozenset("de l ' annee of the year , - exercice en in".split())
_BARE_UNITS: dict[str, Unit] = {"semaine": "week", "week": "week", "mois": "month", "month": "month", "annee": "year",
                                "year": "year"}  # fmt: skip
STARTERS = frozenset(
    {*_THIRDS, *_RANKS, *LETTERS, *ROMAN, *TENS_NAMES, *_BARE_UNITS, "annees", "financial", "fiscal", "tax", "fy"}
)
WORDS = STARTERS.union(_SPANS)


def period(script: Script, at: int) -> Found | None:
    """Any stretch of time that has a name of its own and starts at this token."""
    if script.tokens[at].kind == DIGITS:
        return (
            _ranked(script, at)
            or _nth(script, at)
            or _year_first(script, at)
            or years_range(script, at)
            or decade(script, at)
            or century(script, at)
            or cued_year(script, at)
        )
    for reading in [*_BY_WORD.get(script.word(at), []), cued_year]:
        if (found := reading(script, at)) is not None:
            return found
    return None


def _named_month(script: Script, at: int) -> Found | None:
    """mois de septembre 2022, month of May: the month with the word for it."""
    if script.word(at) not in ("mois", "month") or script.word(at + 1) not in ("de", "d", "of"):
        return None
    named = month(script, script.skip(at + 2, ("'",), 1))
    return _month_with_year(script, *named) if named else None


def _numbered_week(script: Script, at: int) -> Found | None:
    """la semaine 31, en semaine n° 12 de 2022, the week 27 of last year: after an article or with its year."""
    if script.word(at) not in ("semaine", "week"):
        return None
    start = script.skip(at + 1, ("n", "°", "no", "numero", "number", "."), 3)
    token = script.tokens[start]
    if token.kind != DIGITS or len(token.text) > 2 or not 1 <= int(token.text) <= 53:
        return None
    link = script.skip(start + 1, _SLICE_LINKS)
    told = year(script, link)
    if told is not None:
        return WeekNumber(int(token.text), told[0]), told[1]
    unit = named_unit(script, link) if link > start + 1 else None
    if unit is not None and isinstance(unit[0], Shift) and unit[0].unit == "year":
        return WeekNumber(int(token.text), of=unit[0]), unit[1]
    cued = script.opens_line(at) or script.before(at) in _WEEK_CUES
    counted = script.tokens[start + 1].kind == WORD and script.tokens[start + 1].glued
    return (WeekNumber(int(token.text)), start + 1) if cued and not counted else None


def _part(script: Script, at: int) -> Found | None:
    """début mars 2023, mi-janvier, fin de l'année 2022, the end of May, early 2023, late last month."""
    third = _THIRDS.get(script.word(at))
    if third is None:
        return None
    start = script.skip(at + 1, _PART_LINKS)
    if script.word(at) == "end" and script.word(at + 1) == "in" and script.before(at) != "the":
        return None  # "the contract will end in 2150"
    if start == at + 1 and script.word(at) in ("milieu", "middle", "beginning"):
        return None
    if start == at + 1 and script.word(at) == "end" and script.before(at) not in _TILL:
        return None  # but `until end Feb 2021`
    base = _bare_period(script, start) or _bare_period(script, start - 1)
    return (Part(base[0], third), base[1]) if base else None


def _week_of(script: Script, at: int) -> Found | None:
    """la semaine du 12 mai 2022, week of May 12, the week commencing 4 February, semaine commençant le 4 février."""
    if script.word(at) not in ("semaine", "week"):
        return None
    start = script.skip(at + 1, _WEEK_LINKS)
    if start == at + 1:
        return None
    found = calendar_date(script, start)
    if found is None or not isinstance(found[0], Day):
        told = day_number(script, start)
        if told is None or told[0] > 31 or script.word(start - 1) not in ("du", "the"):
            return None
        found = Day(told[0]), told[1]
    return WeekOf(found[0]), found[1]


def _bare_period(script: Script, at: int) -> Found | None:
    named = month(script, at)
    if named is not None and not script.doubtful(at):
        return _month_with_year(script, *named)
    told = year(script, at)
    if told is not None and script.word(told[1]) not in COUNTED_NOUNS:
        return Years(told[0], told[0]), told[1]
    found = named_unit(script, at)
    if found and isinstance(found[0], Shift) and found[0].unit in ("week", "month", "year"):
        return found
    return decade(script, at) or _bare_unit(script, at)


def _bare_unit(script: Script, at: int) -> Found | None:
    """The week, the month or the year that the text is at: `à la fin du mois`, `the end of the week`."""
    unit = _BARE_UNITS.get(script.word(at))
    whole = unit and script.before(at) in ("la", "du", "'", "the", "de", "of")
    return (Shift(unit, 0, "told", whole=True), at + 1) if unit and whole else None


def _month_with_year(script: Script, number: int, at: int) -> Found:
    told = year(script, at + (script.word(at) in (",", "of", "de")))
    if told is not None:
        return Months(number, number, told[0]), told[1]
    if (stepped := step_after(script, at)) is not None:
        return Months(number, number, steps=stepped[0][0]), stepped[1]
    return beside_year(script, number, at) or (Months(number, number), at)


def _rank(script: Script, at: int) -> tuple[int, int] | None:
    """premier, 1er, 2ème, third; `dernier` is -1."""
    token, following = script.tokens[at], script.tokens[at + 1]
    if token.kind == WORD:
        rank = _RANKS.get(token.text)
        return (rank, at + 1 + (following.text == "-")) if rank else None
    if token.text in _RANKED and following.glued and following.text in ORDINAL_ENDS:
        return int(token.text), at + 2
    return None


def _ranked(script: Script, at: int) -> Found | None:
    """premier trimestre 2022, 2ème semestre de l'année 2022, first quarter of 2022, 3e trimestre cette année."""
    told = _rank(script, at)
    size = _SPANS.get(script.word(told[1])) if told else None
    if told is None or size is None:
        return None
    rank = 12 // size if told[0] == -1 else told[0]
    return _slice(script, rank, size, told[1] + 1) if rank * size <= 12 else None


def _slice(script: Script, rank: int, size: int, at: int) -> Found:
    first, last = (rank - 1) * size + 1, rank * size
    told = year(script, script.skip(at, _SLICE_LINKS))
    if told is not None:
        return Months(first, last, told[0]), told[1]
    found = named_unit(script, script.skip(at, ("de", "of", "in", "en")))
    if found is not None and isinstance(found[0], Shift) and found[0].unit == "year":
        return Months(first, last, of=found[0]), found[1]
    return Months(first, last), at


def _nth(script: Script, at: int) -> Found | None:
    """le premier vendredi de juillet, the second Monday of next month, la dernière semaine de mai 2022."""
    told = _rank(script, at)
    if told is None:
        return None
    word, after = script.word(told[1]), told[1] + 1
    if word == "week" and script.word(after) == "-" and script.word(after + 1) == "end":
        word, after = "weekend", after + 2
    if word not in WEEKDAYS and word not in ("semaine", "week", "weekend"):
        return None
    start = script.skip(after, _PART_LINKS)
    base = _bare_period(script, start) or _bare_period(script, start - 1) if start > after else None
    if base is not None and word == "weekend":
        saturday = Nth(told[0], _SATURDAY, base[0])
        return Between(saturday, From(Shift("day", 1, "told"), saturday)), base[1]
    return (Nth(told[0], WEEKDAYS.get(word), base[0]), base[1]) if base else None


def _lettered(script: Script, at: int) -> Found | None:
    """Q1 2022, T3 2022, S2 2021, H1 2020, Q3 this year: with a year only."""
    size, rank = LETTERS.get(script.word(at)), script.tokens[at + 1]
    if size is None or rank.kind != DIGITS or not rank.glued or len(rank.text) != 1 or not script.capital(at):
        return None
    if not 1 <= int(rank.text) <= 12 // size:
        return None
    found = _slice(script, int(rank.text), size, at + 2)
    return found if isinstance(found[0], Months) and (found[0].year or found[0].of) else None


def _year_first(script: Script, at: int) -> Found | None:
    """2017 Q1, 2019-H2, 2016 T3: the year before its quarter or its half."""
    told = year(script, at)
    if told is None:
        return None
    start = told[1] + (script.word(told[1]) == "-")
    size, rank = LETTERS.get(script.word(start)), script.tokens[start + 1]
    if size is None or rank.kind != DIGITS or not rank.glued or not 1 <= int(rank.text[:2]) <= 12 // size:
        return None
    last = int(rank.text) * size
    return Months(last - size + 1, last, told[0]), start + 2


_Reading = Callable[[Script, int], Found | None]
_READINGS: tuple[tuple[_Reading, Collection[str]], ...] = (  # with the words that each begins with
    (_part, _THIRDS), (_named_month, ("mois", "month")), (named_year, ("annee", "an", "year")),
    (financial_year, ("financial", "fiscal", "tax", "fy")),
    (_week_of, ("semaine", "week")), (_numbered_week, ("semaine", "week")), (_ranked, _RANKS), (_nth, _RANKS),
    (_lettered, LETTERS), (decade, ("les", "annees", *TENS_NAMES)),
    (century, {*ROMAN, *ORDINALS, *NUMBERS["fr"], *NUMBERS["en"]}), (season, SEASONS),
)  # fmt: skip
_BY_WORD: dict[str, list[_Reading]] = {
    word: [reading for reading, begin in _READINGS if word in begin] for _, words in _READINGS for word in words
}
