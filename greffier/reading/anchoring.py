"""From what was told to records.Time: nodes are counted out from the date of the piece and the last date told.

Conventions: a beginning, middle or end of a month is its days 1-10, 11-20, 21-end; of a year its months 1-3, 5-8, 10-12;
all three approximate. Seasons are meteorological (winter 2022 begins in December 2022) and approximate. `before` and
`after` a day exclude it, `until` and `since` include it. A day without a year is the one nearest to the last date told,
else the last one up to the date of the piece. EDTF has no intervals of hours: there the EDTF is of days and the bounds
keep the minutes. What cannot be counted out for want of an anchor has empty bounds and an empty EDTF (`XXXX-03-16`
where at least the day is known).
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Literal

from greffier.reading.told import (
    About,
    At,
    Between,
    Day,
    Months,
    Node,
    Open,
    Part,
    Season,
    Shift,
    Weekday,
    Years,
)
from greffier.records import Time

Modality = Literal["stated", "relative", "inferred"]
_STRENGTH: dict[Modality, int] = {"stated": 0, "inferred": 1, "relative": 2}


@dataclass(frozen=True, slots=True)
class Anchor:
    """A moment to count from and its name: a mention id, or `act`."""

    at: datetime
    name: str


@dataclass(frozen=True, slots=True)
class Anchors:
    act: Anchor | None = None
    told: Anchor | None = None


@dataclass(frozen=True, slots=True)
class Extent:
    """A counted-out time; `timed` where the bounds are minutes and not days. None on a side that is open."""

    first: datetime | None
    last: datetime | None
    edtf: str
    timed: bool = False
    approximate: bool = False
    modality: Modality = "stated"
    anchor: str | None = None
    zone: str | None = None


UNKNOWN = Extent(None, None, "", modality="relative")


def count_out(node: Node, anchors: Anchors) -> Time:
    """Return the time that a node tells, counted from these anchors."""
    extent = _extent(node, anchors)
    return Time(
        edtf=extent.edtf,
        earliest=_written(extent.first, extent.timed),
        latest=_written(extent.last, extent.timed),
        zone=extent.zone,
        approximate=extent.approximate,
        anchor=extent.anchor,
        modality=extent.modality,
    )


def _written(moment: datetime | None, timed: bool) -> str:
    if moment is None:
        return ""
    return moment.isoformat(timespec="minutes") if timed else moment.date().isoformat()


def _extent(node: Node, anchors: Anchors) -> Extent:
    try:
        return _counted(node, anchors)
    except (OverflowError, ValueError):  # before year 1 or after year 9999
        return UNKNOWN


def _counted(node: Node, anchors: Anchors) -> Extent:
    match node:
        case Day():
            return _day(node, anchors)
        case Months():
            return _months(node, anchors)
        case Years(first, last):
            return _years(first, last)
        case Season():
            return _season(node)
        case Part(of, third):
            return _part(of, third, anchors)
        case _:
            return _counted_from(node, anchors)


def _counted_from(node: Node, anchors: Anchors) -> Extent:
    match node:
        case Shift():
            return _shift(node, anchors)
        case Weekday():
            return _weekday(node, anchors)
        case At():
            return _at(node, anchors)
        case Between(left, right):
            return _between(left, right, anchors)
        case Open():
            return _open(node, anchors)
        case About(of):
            return _about(_extent(of, anchors))
        case _:
            return replace(UNKNOWN, modality="stated")


# --- the calendar -----------------------------------------------------------------------------------------------------


def _on(day: date, **more: str | None) -> Extent:
    moment = datetime(day.year, day.month, day.day)
    return replace(Extent(moment, moment, day.isoformat()), **more)  # type: ignore[arg-type]


def _day(node: Day, anchors: Anchors) -> Extent:
    if node.month is None:
        return _day_of_month(node, anchors)
    if node.year is not None:
        if node.other is not None:
            return _either(node, node.other)
        return _on(date(node.year, node.month, node.day))
    anchor = anchors.told or anchors.act
    if anchor is None:
        return Extent(None, None, f"XXXX-{node.month:02}-{node.day:02}", modality="inferred")
    candidates = [
        date(year, node.month, node.day)
        for year in range(anchor.at.year - 8, anchor.at.year + 2)
        if node.day <= calendar.monthrange(year, node.month)[1]
        and (node.weekday is None or date(year, node.month, node.day).weekday() == node.weekday)
    ]
    if node.weekday is not None and not _near(candidates, anchor):
        return _day(replace(node, weekday=None), anchors)  # the page errs on one of both; the date is what it says
    return _on(_nearest(candidates, anchor, anchors), modality="inferred", anchor=anchor.name)


def _near(candidates: list[date], anchor: Anchor) -> bool:
    return any(abs((candidate - anchor.at.date()).days) < 400 for candidate in candidates)


def _nearest(candidates: list[date], anchor: Anchor, anchors: Anchors) -> date:
    """Nearest to the last date told; without one, the last up to the date of the piece (nearest where there is none)."""
    centre = anchor.at.date()
    if anchor is anchors.told:
        return min(candidates, key=lambda day: abs((day - centre).days))
    past = [day for day in candidates if day <= centre]
    return max(past) if past else min(candidates)


def _either(first: Day, second: Day) -> Extent:
    """Both readings of an ambiguous date: one of a set in EDTF, the bounds around both."""
    assert first.month and first.year and second.month and second.year
    days = sorted((date(first.year, first.month, first.day), date(second.year, second.month, second.day)))
    low, high = (_on(day) for day in days)
    return Extent(low.first, high.last, f"[{low.edtf},{high.edtf}]")


def _day_of_month(node: Day, anchors: Anchors) -> Extent:
    anchor = anchors.told or anchors.act
    if anchor is None:
        return UNKNOWN
    candidates = []
    for back in range(-2, 7):
        first = _month_start(anchor.at, -back)
        if node.day <= calendar.monthrange(first.year, first.month)[1]:
            day = date(first.year, first.month, node.day)
            if node.weekday is None or day.weekday() == node.weekday:
                candidates.append(day)
    if not candidates:
        return UNKNOWN
    return _on(_nearest(candidates, anchor, anchors), modality="inferred", anchor=anchor.name)


def _month_start(at: datetime, steps: int) -> date:
    months = at.year * 12 + at.month - 1 + steps
    return date(months // 12, months % 12 + 1, 1)


def _months(node: Months, anchors: Anchors) -> Extent:
    year, modality, name = node.year, "stated", None
    if year is None:
        anchor = anchors.told or anchors.act
        if anchor is None:
            sign = f"XXXX-{node.first:02}" if node.first == node.last else ""
            return Extent(None, None, sign, modality="inferred")
        starts = [date(year, node.first, 1) for year in range(anchor.at.year - 1, anchor.at.year + 2)]
        year, modality, name = _nearest(starts, anchor, anchors).year, "inferred", anchor.name
    sign = f"{year}-{node.first:02}" + ("" if node.first == node.last else f"/{year}-{node.last:02}")
    extent = Extent(datetime(year, node.first, 1), _month_end(year, node.last), sign)
    return replace(extent, modality=modality, anchor=name)  # type: ignore[arg-type]


def _month_end(year: int, month: int) -> datetime:
    return datetime(year, month, calendar.monthrange(year, month)[1])


def _years(first: int, last: int) -> Extent:
    sign = str(first)
    if last > first:
        sign = f"{first // 10}X" if first % 10 == 0 and last == first + 9 else f"{first}/{last}"
    return Extent(datetime(first, 1, 1), datetime(last, 12, 31), sign)


def _season(node: Season) -> Extent:
    if node.year is None:
        return UNKNOWN
    first = datetime(node.year, 3 * (node.season - 20), 1)
    last_month = first.month + 2
    last = _month_end(node.year + (last_month > 12), (last_month - 1) % 12 + 1)
    return Extent(first, last, f"{node.year}-{node.season}", approximate=True)


def _part(of: Node, third: str, anchors: Anchors) -> Extent:
    base = _extent(of, anchors)
    if base.first is None or base.last is None:
        return replace(base, edtf="", approximate=True)
    if (base.last - base.first).days < 32:
        first_day, last_day = {"early": (1, 10), "mid": (11, 20), "late": (21, base.last.day)}[third]
        first, last = base.first.replace(day=first_day), base.first.replace(day=last_day)
        sign = f"{first.date()}/{last.date()}~"
    else:
        first_month, last_month = {"early": (1, 3), "mid": (5, 8), "late": (10, 12)}[third]
        first, last = base.first.replace(month=first_month, day=1), _month_end(base.last.year, last_month)
        sign = f"{first:%Y-%m}/{last:%Y-%m}~"
    return replace(base, first=first, last=last, edtf=sign, approximate=True)


# --- counted from an anchor -------------------------------------------------------------------------------------------


def _shift(node: Shift, anchors: Anchors) -> Extent:
    anchor = anchors.act if node.origin == "act" else anchors.told
    anchor = anchor or anchors.told or anchors.act
    if anchor is None:
        return UNKNOWN
    if node.whole:
        extent = _whole(node, anchor.at)
    elif node.unit in ("minute", "hour"):
        delta = timedelta(minutes=node.steps) if node.unit == "minute" else timedelta(hours=node.steps)
        moment = anchor.at + delta
        extent = Extent(moment, moment, f"{moment:%Y-%m-%dT%H:%M}:00", timed=True)
    else:
        extent = _on(_moved(anchor.at.date(), node))
    return replace(extent, modality="relative", anchor=anchor.name)


def _moved(day: date, node: Shift) -> date:
    if node.unit in ("day", "week", "weekend"):
        return day + timedelta(days=node.steps * (1 if node.unit == "day" else 7))
    months = node.steps * {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120}[node.unit]
    first = _month_start(datetime(day.year, day.month, 1), months)
    return first.replace(day=min(day.day, calendar.monthrange(first.year, first.month)[1]))


def _whole(node: Shift, at: datetime) -> Extent:
    """The whole week, month or year that lies so many steps from the anchor; weeks begin on Monday."""
    day = at.date()
    if node.unit in ("week", "weekend"):
        monday = day - timedelta(days=day.weekday()) + timedelta(days=7 * node.steps)
        first = monday + timedelta(days=5 if node.unit == "weekend" else 0)
        last = monday + timedelta(days=6)
        return _days(first, last)
    if node.unit == "year":
        return _years(day.year + node.steps, day.year + node.steps)
    if node.unit == "decade":
        first_year = (day.year // 10 + node.steps) * 10
        return _years(first_year, first_year + 9)
    size = {"month": 1, "quarter": 3, "half": 6}.get(node.unit, 1)
    start = _month_start(at.replace(month=(at.month - 1) // size * size + 1), node.steps * size)
    last_month = start.month + size - 1
    sign = f"{start:%Y-%m}" + ("" if size == 1 else f"/{start.year}-{last_month:02}")
    return Extent(datetime(start.year, start.month, 1), _month_end(start.year, last_month), sign)


def _days(first: date, last: date) -> Extent:
    low, high = _on(first), _on(last)
    return Extent(low.first, high.last, f"{low.edtf}/{high.edtf}" if last > first else low.edtf)


def _weekday(node: Weekday, anchors: Anchors) -> Extent:
    """`last` and `next` exclude the day itself; `this` lies in the same week; a bare one follows what was told, or has
    just been where only the date of the piece is known."""
    told_first = node.steps is None or node.origin == "told"
    anchor = (anchors.told or anchors.act) if told_first else (anchors.act or anchors.told)
    if anchor is None:
        return UNKNOWN
    day = anchor.at.date()
    if node.week is not None or node.steps == 0:
        monday = day - timedelta(days=day.weekday())
        found = monday + timedelta(days=7 * (node.week or 0) + node.weekday)
    elif node.steps == 1 or (node.steps is None and anchor is anchors.told and anchor is not anchors.act):
        ahead = (node.weekday - day.weekday()) % 7
        found = day + timedelta(days=ahead or (7 if node.steps else 0))
    else:
        back = (day.weekday() - node.weekday) % 7
        found = day - timedelta(days=back or (7 if node.steps else 0))
    return _on(found, modality="relative", anchor=anchor.name)


def _at(node: At, anchors: Anchors) -> Extent:
    clock = node.clock
    if node.day is None:
        anchor = anchors.told or anchors.act
        if anchor is None:
            return replace(UNKNOWN, zone=clock.zone)
        base = _on(anchor.at.date(), modality="inferred", anchor=anchor.name)
    else:
        base = _extent(node.day, anchors)
    if base.first is None or base.last is None:
        return replace(base, zone=clock.zone)
    hour = f"T{clock.hour:02}:{clock.minute:02}:{clock.second:02}"
    sign = base.edtf + hour if base.first == base.last else base.edtf
    first = base.first.replace(hour=clock.hour, minute=clock.minute)
    last = base.last.replace(hour=clock.hour, minute=clock.minute)
    return replace(base, first=first, last=last, edtf=sign, timed=True, zone=clock.zone)


# --- more than one time -----------------------------------------------------------------------------------------------


def _between(left: Node, right: Node, anchors: Anchors) -> Extent:
    low, high = _extent(left, anchors), _extent(right, anchors)
    if low.first is None or high.last is None:
        return replace(UNKNOWN, modality="relative")
    low, high = _in_order(low, high)
    assert low.first is not None and high.last is not None
    if low.first > high.last:
        return UNKNOWN
    timed = low.timed or high.timed
    last = high.last.replace(hour=23, minute=59) if timed and not high.timed else high.last
    weaker = max((low, high), key=lambda extent: _STRENGTH[extent.modality])
    return Extent(
        low.first, last, _joined_signs(low, high), timed, low.approximate or high.approximate, weaker.modality,
        weaker.anchor, low.zone or high.zone,
    )  # fmt: skip


def _in_order(low: Extent, high: Extent) -> tuple[Extent, Extent]:
    """From 22 h to 4 h ends on the next day; from December to January, both without a year, began the year before."""
    assert low.first is not None and high.last is not None
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


def _joined_signs(low: Extent, high: Extent) -> str:
    left, right = low.edtf.partition("T")[0], high.edtf.partition("T")[0]
    left, right = left.partition("/")[0], right.rpartition("/")[2]
    if left.startswith("[") or right.startswith("["):
        return ""
    return left if left == right else f"{left}/{right}"


def _open(node: Open, anchors: Anchors) -> Extent:
    base = _extent(node.of, anchors)
    if base.first is None or base.last is None:
        return base
    step = timedelta(minutes=0) if base.timed else timedelta(days=1)
    sign = base.edtf.partition("T")[0]
    if node.side in ("since", "after"):
        first = base.first if node.side == "since" else base.last + step
        if node.side == "after" and not base.timed or "/" in sign or sign.startswith("["):
            sign = first.date().isoformat()
        return replace(base, first=first, last=None, edtf=f"{sign}/..")
    last = base.last if node.side == "until" else base.first - step
    if node.side == "before" and not base.timed or "/" in sign or sign.startswith("["):
        sign = last.date().isoformat()
    return replace(base, first=None, last=last, edtf=f"../{sign}")


def _about(extent: Extent) -> Extent:
    sign = extent.edtf
    if sign and not extent.timed and not sign.endswith("~") and not sign.startswith("["):
        sign += "~"
    return replace(extent, approximate=True, edtf=sign)
