"""Times told by the larger one that they lie in: a week of a month, a feast of last year, the rest of a week."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from greffier.reading import leaning
from greffier.reading.extents import UNKNOWN, Extent, nth_day, nth_week, of_day, of_days, of_months, week_of
from greffier.reading.leaning import Anchors
from greffier.reading.told import Day, DayIn, Feast, InYear, Months, Nth, Rest, Season, WeekNumber, WeekOf


def within(node: Nth | WeekOf | DayIn | InYear | Rest, base: Extent, anchors: Anchors) -> Extent:
    """Count out a node, given the extent of what it lies in."""
    if base.first is None or base.last is None:
        return UNKNOWN
    if isinstance(node, Nth):
        return nth_week(base, node.nth) if node.weekday is None else nth_day(base, node.nth, node.weekday)
    if isinstance(node, InYear):
        found = _of_year(node.node, base.first.year)
    elif isinstance(node, Rest):
        found = _rest(node, base, anchors)
    else:
        first = base.first.date()
        found = week_of(first) if isinstance(node, WeekOf) else of_day(first.replace(day=node.day))
    return replace(found, modality=base.modality, anchor=base.anchor)


def _of_year(node: Day | Months | Season | Feast, year: int) -> Extent:
    lone = Anchors()
    match node:
        case Day():
            return leaning.day(replace(node, year=year, steps=0), lone)
        case Months(first, last):
            return of_months(year, first, last)
        case Season():
            return leaning.season(replace(node, year=year), lone)
        case Feast():
            return leaning.feast(replace(node, year=year), lone)


def _rest(node: Rest, base: Extent, anchors: Anchors) -> Extent:
    """From the anchor to the end of the stretch, or from its beginning up to the anchor; about."""
    anchor = anchors.act if node.of.origin == "act" else anchors.near
    if anchor is None or base.first is None or base.last is None:
        return UNKNOWN
    here = anchor.at.date()
    first, last = (base.first.date(), here) if node.past else (here, base.last.date())
    if first > last:
        return UNKNOWN
    days = of_days(first, last)
    return replace(days, edtf=f"{days.edtf}~", approximate=True)


def week_number(node: WeekNumber, base: Extent | None, anchors: Anchors) -> Extent:
    """The week of that number, Monday to Sunday; of the year told, else of the year of the anchor."""
    anchor = anchors.near
    year = node.year or (base.first.year if base and base.first else anchor.at.year if anchor else None)
    if year is None:
        return UNKNOWN
    first = week_of(date(year, 1, 4), node.number - 1)  # 4 January lies in the first week
    if first.first is None or (first.first + timedelta(days=3)).year != year:  # a week 53 that the year does not have
        return UNKNOWN
    if node.year:
        return first
    name = base.anchor if base else anchor.name if anchor else None
    return replace(first, modality="inferred", anchor=name)
