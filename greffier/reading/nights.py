"""Nights: la nuit du 4 au 5 mars, nuit de lundi à mardi, the night of 29 to 30 May; one word more than the days."""

from __future__ import annotations

from dataclasses import replace

from greffier.reading.date_ranges import between, lone_day, loose
from greffier.reading.day_lists import days_range
from greffier.reading.days import date_at, skip_articles, takes_hour
from greffier.reading.script import Found, Script, day_number
from greffier.reading.told import Between, Day, InPart

STARTERS = frozenset({"nuit", "nuits", "night", "nights"})
_LINKS = frozenset({"au", "a", "to", "and", "et", "-", "/"})


def night(script: Script, at: int) -> Found | None:
    """A night by the two days that it lies on, or by one; the day that follows it is told where both are."""
    start = at + 1
    if script.word(start) not in ("du", "de", "des", "of", "between", "from", "d"):
        return None
    found = between(script, start) if script.word(start) not in ("of", "des") else None
    found = (
        found or days_range(script, skip_articles(script, start)) or _bare_days(script, skip_articles(script, start))
    )
    if found is not None and isinstance(found[0], Between):
        return replace(found[0], night=True), found[1]
    first = skip_articles(script, start)
    dated = date_at(script, first) or lone_day(script, first - 1, opened=True)
    both = loose(script, first, dated) if dated is not None else None
    if both is not None and isinstance(both[0], Between):
        return replace(both[0], night=True), both[1]  # `night of November 2 to 3`
    if dated is None or not takes_hour(dated[0]):
        return None
    return (InPart(dated[0], "evening"), dated[1]) if script.language == "en" else dated


def _bare_days(script: Script, at: int) -> Found | None:
    """`la nuit du 17 au 18`: two days in a row without a month."""
    first = day_number(script, at)
    if first is None or script.word(first[1]) not in _LINKS:
        return None
    second = day_number(script, skip_articles(script, first[1] + 1))
    if second is None or second[0] - first[0] not in (1, -27, -28, -29, -30) or max(first[0], second[0]) > 31:
        return None
    return Between(Day(first[0]), Day(second[0])), second[1]
