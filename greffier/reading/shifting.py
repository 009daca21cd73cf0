"""So many units from an anchor: a day, a stretch about as long as the one counted from, or all the days up to it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta

from greffier.reading.extents import (
    MONTHS,
    UNKNOWN,
    Extent,
    month_length,
    month_start,
    of_day,
    of_days,
    of_minute,
    whole,
)
from greffier.reading.leaning import Anchor, Anchors
from greffier.reading.told import Shift, Unit, Window

DAYS: dict[Unit, int] = {"day": 1, "week": 7, "weekend": 7}


def from_stretch(node: Shift, anchor: Anchor) -> Extent:
    """`trois mois plus tard`, counted from a month: about as long a stretch."""
    first, last = moved(anchor.at, node), moved(anchor.last or anchor.at, node)
    assert first.first is not None
    assert last.first is not None
    days = of_days(first.first.date(), last.first.date())
    return replace(days, edtf=f"{days.edtf}~", approximate=True, modality="relative", anchor=anchor.name)


def moved(at: datetime, node: Shift) -> Extent:
    moved, timed = at, False
    for steps, unit in ((node.steps, node.unit), *node.more):
        moved, timed = _step(moved, steps, unit), timed or unit in ("minute", "hour")
    if timed and at.time() == time.min:  # a day without its hour: what is hours away is of it, or of the next
        return replace(of_day(moved.date() if node.steps > 0 else at.date()), approximate=True)
    return of_minute(moved) if timed else of_day(moved.date())


def _step(at: datetime, steps: int, unit: Unit) -> datetime:
    """The moment so many units away; the last day of a shorter month where it has no such day."""
    if unit == "minute":
        return at + timedelta(minutes=steps)
    if unit == "hour":
        return at + timedelta(hours=steps)
    if unit in DAYS:
        return at + timedelta(days=steps * DAYS[unit])
    first = month_start(at.date(), steps * MONTHS[unit])
    return at.replace(year=first.year, month=first.month, day=min(at.day, month_length(first.year, first.month)))


def window(node: Window, anchors: Anchors) -> Extent:
    """The last so many days end on the day before the anchor, the next ones begin on the day after; hours at it."""
    anchor = anchors.act or anchors.told
    if anchor is None:
        return UNKNOWN
    if node.unit in ("quarter", "half", "decade"):
        ends = (
            whole(node.unit, step, anchor.at.date()) for step in sorted((node.steps // abs(node.steps), node.steps))
        )
        return replace(_of_both(*ends), modality="relative", anchor=anchor.name)
    far = _step(anchor.at, node.steps, node.unit)
    if node.unit in ("minute", "hour"):
        low, high = sorted((anchor.at, far))
        found = Extent(low, high, of_days(low.date(), high.date()).edtf, timed=True)
    elif node.steps < 0:
        found = of_days(far.date(), anchor.at.date() - timedelta(days=1))
    else:
        found = of_days(anchor.at.date() + timedelta(days=not node.here), far.date())
    return replace(found, modality="relative", anchor=anchor.name)


def _of_both(low: Extent, high: Extent) -> Extent:
    assert low.first is not None
    assert high.last is not None
    return of_days(low.first.date(), high.last.date())
