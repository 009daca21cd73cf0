"""From what was told to records.Time: nodes are counted out from the date of the piece and the last date told.

Conventions: a beginning, middle or end of a month is its days 1-10, 11-20, 21-end; of a year its months 1-3, 5-8,
10-12; all three approximate. Seasons are meteorological (winter 2022 begins in December 2022) and approximate. `before`
and `after` a day exclude it, `until` and `since` include it. A day without a year is the one nearest to the last date
told, else one of the 45 days after the date of the piece, else
the last one up to it. EDTF has no intervals of hours: there the EDTF is of days and the
bounds keep the minutes. A part of a day is its hours in the lexicon, approximate; a night bounds nothing. The end of a
day (`24 heures`, `until midnight`) is its last minute, 23:59, so that it stays of that day. What cannot be counted out
for want of an anchor has empty bounds and an empty EDTF (`XXXX-03-16` where at least the day is known); the reader
gives a mention with an empty EDTF no time.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta

from greffier.reading import leaning
from greffier.reading.day_parts import BOUNDS
from greffier.reading.extents import (
    MONTHS,
    UNKNOWN,
    Extent,
    Modality,
    about,
    in_order,
    joined_signs,
    of_day,
    of_days,
    of_years,
    third_of,
    whole,
)
from greffier.reading.leaning import Anchor, Anchors
from greffier.reading.shifting import DAYS, from_stretch, moved, window
from greffier.reading.told import (
    About,
    At,
    Between,
    Day,
    DayIn,
    Feast,
    From,
    InPart,
    InYear,
    Months,
    Node,
    Nth,
    Open,
    Part,
    Rest,
    Season,
    Shift,
    Weekday,
    WeekNumber,
    WeekOf,
    Window,
    Years,
)
from greffier.reading.within import week_number, within
from greffier.records import Time

_STRENGTH: dict[Modality, int] = {"stated": 0, "inferred": 1, "relative": 2}


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
        return _of_calendar(node, anchors)
    except (OverflowError, ValueError):  # before year 1 or after year 9999
        return UNKNOWN


def _of_calendar(node: Node, anchors: Anchors) -> Extent:
    match node:
        case Day():
            return leaning.day(node, anchors)
        case Months(of=Shift() as year):
            return within(InYear(node, year), _extent(year, anchors), anchors)
        case Months():
            return leaning.months(node, anchors)
        case Years(first, last):
            return of_years(first, last)
        case Season():
            return leaning.season(node, anchors)
        case Feast():
            return leaning.feast(node, anchors)
        case Part(of, third):
            base = _extent(of, anchors)
            return third_of(base, third) if base.first and base.last else replace(base, edtf="", approximate=True)
        case Nth() | WeekOf() | DayIn() | InYear() | Rest():
            return within(node, _extent(node.of, anchors), anchors)
        case WeekNumber():
            return week_number(node, _extent(node.of, anchors) if node.of else None, anchors)
        case _:
            return _counted(node, anchors)


def _counted(node: Node, anchors: Anchors) -> Extent:
    match node:
        case Shift():
            return _shift(node, anchors)
        case Window():
            return window(node, anchors)
        case From():
            return _from(node, anchors)
        case Weekday():
            return leaning.weekday(node, anchors)
        case At():
            return _at(node, anchors)
        case InPart():
            return _in_part(node, anchors)
        case Between(left, right):
            return _between(left, right, anchors)
        case Open():
            return _open(node, anchors)
        case About(of):
            return about(_extent(of, anchors))
        case _:
            return replace(UNKNOWN, modality="stated")


# --- counted from an anchor -------------------------------------------------------------------------------------------


def _shift(node: Shift, anchors: Anchors) -> Extent:
    anchor = anchors.act if node.origin == "act" else anchors.told
    anchor = anchor or anchors.near
    vague = node.unit in MONTHS or (anchors.told is None and node.unit in DAYS)
    if node.origin == "told" and anchors.stretch is not None and vague and not node.whole:
        return from_stretch(node, anchors.stretch)
    if node.origin == "told" and node.whole and anchors.stretch is not None and node.unit in MONTHS:
        anchor = anchors.stretch  # « en 2015 […] l'année suivante »
    if anchors.turned is not None and _counts_on(node, anchors.turned, anchor):
        anchor = anchors.turned
    clock = anchors.clock
    if node.unit in ("minute", "hour") and clock is not None and clock.at.time() != time.min and node.origin == "told":
        anchor = clock if anchor is None or clock.at >= anchor.at else anchor
    if anchor is None:
        return UNKNOWN
    found = whole(node.unit, node.steps, anchor.at.date()) if node.whole else moved(anchor.at, node)
    return replace(found, modality="relative", anchor=anchor.name)


def _counts_on(node: Shift, turned: Anchor, told: Anchor | None) -> bool:
    """Whether a shift is counted from what the one before was: « le lendemain …, le surlendemain … »; after a look back
    (« la veille …, deux jours plus tard … ») the story goes on from where it was."""
    if node.origin != "told" or node.unit != "day" or node.whole:
        return False
    return node.steps > 0 if told is None or told.at < turned.at else abs(node.steps) == 2


def _from(node: From, anchors: Anchors) -> Extent:
    base = _extent(node.of, anchors)
    if base.first is None:
        return UNKNOWN
    return replace(moved(base.first, node.shift), modality="relative", anchor=base.anchor)


def _running(anchors: Anchors) -> Extent:
    """The day of what tells no day: an hour or a part of the day alone."""
    stretch, anchor = anchors.stretch, anchors.near
    if anchors.told is None and anchors.clock is None and stretch is not None and stretch.last is not None:
        days = of_days(stretch.at.date(), stretch.last.date())
        return replace(days, approximate=True, modality="inferred", anchor=stretch.name)
    return of_day(anchor.at.date(), "inferred", anchor.name) if anchor else UNKNOWN


def _at(node: At, anchors: Anchors) -> Extent:
    clock = node.clock
    base = _extent(node.day, anchors) if node.day else _running(anchors)
    if base.first is None or base.last is None:
        return replace(base, zone=clock.zone)
    hour, minute = (23, 59) if clock.hour == 24 else (clock.hour, clock.minute)
    moment = f"T{hour:02}:{minute:02}:{clock.second:02}"
    sign = base.edtf + moment if base.first == base.last else base.edtf
    first = base.first.replace(hour=hour, minute=minute)
    last = base.last.replace(hour=hour, minute=minute)
    return replace(base, first=first, last=last, edtf=sign, timed=True, zone=clock.zone)


def _in_part(node: InPart, anchors: Anchors) -> Extent:
    """The hours of a part of the day, about; the EDTF is of the day."""
    base = _extent(node.day, anchors) if node.day else _running(anchors)
    if base.first is None or base.last is None or base.first.date() != base.last.date():
        return replace(base, approximate=True)
    first, last = (datetime.combine(base.first, time.fromisoformat(bound)) for bound in BOUNDS[node.part])
    return replace(base, first=first, last=last, edtf=base.edtf + "~", timed=True, approximate=True)


# --- more than one time -----------------------------------------------------------------------------------------------


def _between(left: Node, right: Node, anchors: Anchors) -> Extent:
    low = _extent(left, anchors)
    leans = isinstance(right, Weekday) or (isinstance(right, Day) and right.month is None)
    if leans and low.last is not None and low.anchor is not None:  # from next Monday to Friday
        anchors = Anchors(anchors.act, Anchor(low.last, low.anchor))
    high = _extent(_closing(right), anchors)
    if low.first is None or high.last is None:
        return replace(UNKNOWN, modality="relative")
    low, high = in_order(low, high)
    assert low.first is not None
    assert high.last is not None
    if low.first > high.last:
        return UNKNOWN
    timed = low.timed or high.timed
    last = high.last.replace(hour=23, minute=59) if timed and not high.timed else high.last
    weaker = max((low, high), key=lambda extent: _STRENGTH[extent.modality])
    return Extent(
        low.first, last, joined_signs(low, high), timed, low.approximate or high.approximate, weaker.modality,
        weaker.anchor, low.zone or high.zone,
    )  # fmt: skip


def _closing(node: Node) -> Node:
    """`de 22 h à minuit`, `jusqu'au 20 mars à minuit`: the midnight that ends the day."""
    if isinstance(node, At) and node.clock.midnight:
        return replace(node, clock=replace(node.clock, hour=24))
    return node


def _open(node: Open, anchors: Anchors) -> Extent:
    base = _extent(_closing(node.of) if node.side in ("until", "before") else node.of, anchors)
    if base.first is None or base.last is None:
        return base
    step = timedelta(minutes=0) if base.timed else timedelta(days=1)
    sign = base.edtf.partition("T")[0]
    if node.side in ("since", "after"):
        first = base.first if node.side == "since" else base.last + step
        if (node.side == "after" and not base.timed) or "/" in sign or sign.startswith("["):
            sign = first.date().isoformat()
        return replace(base, first=first, last=None, edtf=f"{sign}/..")
    # "avant la fin du mois" is the whole of it
    until = node.side == "until" or (isinstance(node.of, Part) and node.of.third == "late")
    last = base.last if until else base.first - step
    if (node.side == "before" and not base.timed) or "/" in sign or sign.startswith("["):
        sign = last.date().isoformat()
    return replace(base, first=None, last=last, edtf=f"../{sign}")
