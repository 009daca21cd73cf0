"""Counted-out times: bounds as moments, with their EDTF; what the calendar says of days, months, seasons, years."""

from __future__ import annotations

import calendar
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Literal

from greffier.reading.told import Unit

MONTHS: dict[Unit, int] = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120}
Modality = Literal["stated", "relative", "inferred"]


@dataclass(frozen=True, slots=True)
class Extent:
    """A counted-out time; `timed` where the bounds are minutes and not days. None on a side that is open or unknown."""

    first: datetime | None
    last: datetime | None
    edtf: str
    timed: bool = False
    approximate: bool = False
    modality: Modality = "stated"
    anchor: str | None = None
    zone: str | None = None


UNKNOWN = Extent(None, None, "", modality="relative")


def of_day(day: date, modality: Modality = "stated", anchor: str | None = None) -> Extent:
    moment = datetime(day.year, day.month, day.day)
    return Extent(moment, moment, day.isoformat(), modality=modality, anchor=anchor)


def of_days(first: date, last: date) -> Extent:
    low, high = of_day(first), of_day(last)
    return Extent(low.first, high.last, f"{low.edtf}/{high.edtf}" if last > first else low.edtf)


def of_minute(moment: datetime) -> Extent:
    return Extent(moment, moment, f"{moment:%Y-%m-%dT%H:%M}:00", timed=True)


def of_months(year: int, first: int, last: int) -> Extent:
    sign = f"{year:04}-{first:02}" + ("" if first == last else f"/{year:04}-{last:02}")
    return Extent(datetime(year, first, 1), month_end(year, last), sign)


def of_years(first: int, last: int) -> Extent:
    sign = f"{first:04}"
    if last == first + 99 and first % 100 == 0:
        sign = f"{first // 100}XX"
    elif last > first:
        sign = f"{first // 10}X" if first % 10 == 0 and last == first + 9 else f"{first:04}/{last:04}"
    return Extent(datetime(first, 1, 1), datetime(last, 12, 31), sign)


def of_season(season: int, year: int) -> Extent:
    """Meteorological: spring is March to May; the winter of a year begins in its December."""
    first = datetime(year, 3 * (season - 20), 1)
    last_month = first.month + 2
    last = month_end(year + (last_month > 12), (last_month - 1) % 12 + 1)
    return Extent(first, last, f"{year}-{season}", approximate=True)


def of_either(first: date, second: date) -> Extent:
    """One of two days: one of a set in EDTF, the bounds around both."""
    low, high = of_day(min(first, second)), of_day(max(first, second))
    return Extent(low.first, high.last, f"[{low.edtf},{high.edtf}]")


def month_end(year: int, month: int) -> datetime:
    return datetime(year, month, month_length(year, month))


def month_length(year: int, month: int) -> int:
    return calendar.monthrange(year, month)[1]


def month_start(at: date, steps: int) -> date:
    """The first day of the month so many months from this one."""
    months = at.year * 12 + at.month - 1 + steps
    return date(months // 12, months % 12 + 1, 1)


def week_of(day: date, steps: int = 0) -> Extent:
    """The week, Monday to Sunday, so many weeks from the one this day lies in."""
    monday = day - timedelta(days=day.weekday() - 7 * steps)
    return of_days(monday, monday + timedelta(days=6))


def third_of(base: Extent, third: str) -> Extent:
    """The beginning, middle or end: days 1-10, 11-20, 21-end of a month; months 1-3, 5-8, 10-12 of a year; years 0-2,
    3-6, 7-9 of a decade; of a week Monday to Wednesday, Wednesday to Friday, Friday to Sunday. All approximate."""
    assert base.first is not None
    assert base.last is not None
    length = (base.last - base.first).days
    if length < 7:
        begin, end = {"early": (0, 2), "mid": (2, 4), "late": (4, 6)}[third]
        first, last = base.first + timedelta(days=begin), base.first + timedelta(days=end)
    elif length < 32:
        begin, end = {"early": (1, 10), "mid": (11, 20), "late": (21, base.last.day)}[third]
        first, last = base.first.replace(day=begin), base.first.replace(day=end)
    elif length > 400:
        size = (base.last.year - base.first.year + 1) // 10
        begin, end = {"early": (0, 3 * size), "mid": (3 * size, 7 * size), "late": (7 * size, 10 * size)}[third]
        years = of_years(base.first.year + begin, base.first.year + end - 1)
        return replace(years, edtf=f"{years.edtf}~", approximate=True, modality=base.modality, anchor=base.anchor)
    else:
        begin, end = {"early": (1, 3), "mid": (5, 8), "late": (10, 12)}[third]
        first, last = base.first.replace(month=begin, day=1), month_end(base.last.year, end)
        sign = f"{first:%Y-%m}/{last:%Y-%m}~"
        return Extent(first, last, sign, False, True, base.modality, base.anchor)
    sign = f"{first.date()}/{last.date()}~"
    return Extent(first, last, sign, False, True, base.modality, base.anchor)


def nth_day(base: Extent, nth: int, weekday: int) -> Extent:
    """The nth such day of the week in a stretch; UNKNOWN where it has none."""
    assert base.first is not None
    assert base.last is not None
    first, last = base.first.date(), base.last.date()
    if nth > 0:
        day = first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))
    else:
        day = last - timedelta(days=(last.weekday() - weekday) % 7)
    return of_day(day, base.modality, base.anchor) if first <= day <= last else UNKNOWN


def nth_week(base: Extent, nth: int) -> Extent:
    """The nth week of a stretch: the first one is the one that holds its first Thursday, as ISO 8601 has it."""
    thursday = nth_day(base, nth, 3)
    return week_of(thursday.first.date()) if thursday.first else UNKNOWN


def whole(unit: Unit, steps: int, day: date) -> Extent:
    """The whole week, month or year that lies so many steps from the anchor."""
    if unit in ("week", "weekend"):
        week = week_of(day, steps)
        if unit == "week" or week.first is None or week.last is None:
            return week
        return of_days(week.last.date() - timedelta(days=1), week.last.date())
    if unit == "year":
        return of_years(day.year + steps, day.year + steps)
    if unit == "decade":
        first_year = (day.year // 10 + steps) * 10
        return of_years(first_year, first_year + 9)
    size = MONTHS.get(unit, 1)
    start = month_start(day.replace(month=(day.month - 1) // size * size + 1), steps * size)
    return of_months(start.year, start.month, start.month + size - 1)


def in_order(low: Extent, high: Extent) -> tuple[Extent, Extent]:
    """From 22 h to 4 h ends on the next day; from December to January, both without a year, began the year before."""
    assert low.first is not None
    assert high.last is not None
    if low.first <= high.last:
        return low, high
    if low.timed and high.timed and low.first.date() == high.last.date():
        later = high.last + timedelta(days=1)
        return low, replace(high, first=later, last=later, edtf=f"{later:%Y-%m-%dT%H:%M}:00")
    if low.modality == "inferred" or low.first.year == high.last.year:
        earlier = low.first.replace(year=low.first.year - 1)
        sign = f"{earlier.year}{low.edtf[4:]}"
        if high.last - earlier < timedelta(days=200):
            return replace(low, first=earlier, edtf=sign), high
    return low, high


def joined_signs(low: Extent, high: Extent) -> str:
    left, right = low.edtf.partition("T")[0], high.edtf.partition("T")[0]
    left, right = left.partition("/")[0], right.rpartition("/")[2]
    if left.startswith("[") or right.startswith("["):  # one of two days: EDTF has no interval that begins with a set
        assert low.first is not None
        assert high.last is not None
        return of_days(low.first.date(), high.last.date()).edtf
    return left if left == right else f"{left}/{right}"


def about(extent: Extent) -> Extent:
    sign = extent.edtf
    if sign and not extent.timed and not sign.endswith("~") and not sign.startswith("["):
        sign += "~"
    return replace(extent, approximate=True, edtf=sign)
