"""Days and months that share what the last of them tells: 12-15 mai 2022, le 10, le 11 et le 12 mai, Jan-Feb 2017."""

from __future__ import annotations

from dataclasses import replace

from greffier.reading.day_months import day_month
from greffier.reading.days import skip_articles
from greffier.reading.script import Found, Script, day_number, month, year
from greffier.reading.tokens import DIGITS
from greffier.reading.told import Between, Day, Months

OPENERS = frozenset({"le", "les", "des", "the", "on", ","})  # before a day that shares the month of a later one


def complete(day: Day, by: Day) -> Day:
    """The day with the month and the year of another one, where it has none."""
    return replace(day, month=day.month or by.month, year=day.year or by.year)


def days_range(script: Script, at: int) -> Found | None:
    """`12-15 mai 2022`, `3 to 5 March`: a bare day before one with its month."""
    day = day_number(script, at)
    glued = script.tokens[at].glued and script.before(at) in ("-", ".", "/")
    if day is None or day[0] > 31 or glued or (script.before(at) == "-" and not script.opens_line(at)):
        return None
    if script.word(day[1]) not in ("-", "au", "to", "et", "and", "/", "ou", "or"):
        return None
    right = day_month(script, skip_articles(script, day[1] + 1), after_slash=True)
    if right is None or not isinstance(right[0], Day):
        return None
    if script.word(day[1]) in ("et", "and", "ou", "or") and right[0].day - day[0] != 1:
        return complete(Day(day[0]), right[0]), day[1]
    return Between(complete(Day(day[0]), right[0]), right[0]), right[1]


def listed(script: Script, at: int) -> Found | None:
    """The first of `le 10, le 11 et le 12 mai 2022`: a bare day whose month stands at the last one."""
    first = day_number(script, at)
    if first is None or script.tokens[at].kind != DIGITS or script.before(at) not in OPENERS:
        return None
    after = first[1]
    for _ in range(8):
        if script.word(after) not in (",", "et", "and", "&"):
            return None
        start = script.skip(after + 1, ("et", "and", "le", "les", "the"), 2)
        dated = day_month(script, start)
        if dated is not None and isinstance(dated[0], Day) and dated[0].month:
            return complete(Day(first[0]), dated[0]), first[1]
        further = day_number(script, start) if script.tokens[start].kind == DIGITS else None
        if further is None or further[0] > 31:
            return None
        after = further[1]
    return None


def months_range(script: Script, at: int) -> Found | None:
    """`Jan-Feb 2017`: a month before one with its year."""
    named = month(script, at)
    if named is None or script.doubtful(at) or script.word(named[1]) not in ("-", "/", "to"):
        return None
    right = month(script, named[1] + 1)
    told = year(script, right[1] + (script.word(right[1]) == ",")) if right else None
    if right is None or told is None or script.doubtful(named[1] + 1):
        return None
    return Between(Months(named[0], named[0], told[0]), Months(right[0], right[0], told[0])), told[1]
