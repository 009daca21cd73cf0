"""Dates that lean on others: a day without its year, a month, a season, a day of the week, with the anchors known."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from greffier.reading.extents import UNKNOWN, Extent, month_length, month_start, of_day, of_either, of_months, of_season
from greffier.reading.feasts import day_of
from greffier.reading.told import Day, Feast, Months, Season, Weekday

_SOON = timedelta(days=45)
_FITS = 800  # days before a page within which a day of the week tells the year
_WEEK = timedelta(days=7)
_SEASON = timedelta(days=120)
_BACK = timedelta(days=62)  # before a day to come that was told, within which another may lie


@dataclass(frozen=True, slots=True)
class Anchor:
    """A moment to count from and its name: a mention id, or `act`."""

    at: datetime
    name: str
    last: datetime | None = None  # where it is a stretch of days, the last one


@dataclass(frozen=True, slots=True)
class Anchors:
    act: Anchor | None = None
    told: Anchor | None = None
    stretch: Anchor | None = None  # the month or year told since
    clock: Anchor | None = None  # the day on which the piece runs, and its last hour
    log: bool = False  # whether hours have been told on it
    night: Anchor | None = None  # the day on which the night told last began; `told` is the one on which it ended
    frame: Anchor | None = None  # the months or years told last, in which days without a year lie
    framed_to: int = -1  # where the words end that told the frame within a sentence: it is of their paragraph alone
    turned: Anchor | None = None  # what the last `lendemain` or `veille` was counted from
    ahead: bool = False  # whether what is counted is to come, by the words around it
    story: Anchor | None = None  # the day that a story was at when it told of what had been before, or is to come
    coming: bool = False  # whether `told` is to come; the story goes on at `story` (None: at the piece) in the past
    opened_to: int = -1  # where the words end that opened the call, letter or message whose time `act` is
    row: int = -1  # where the time ends that heads the last line of a log or a table
    said: Anchor | None = None  # the day told last, of whatever it is: what leans on it in its sentence is
    said_to: int = -1  # where its words end
    plan: Anchor | None = None  # in a chat, the day to come that the line before told: "demain ?", "ok, 15 h"

    @property
    def near(self) -> Anchor | None:
        """What an incomplete date leans on: the last date told, else the date of the piece."""
        return self.told or self.act or self.frame


def is_week(stretch: Anchor) -> bool:
    """Whether a stretch is a week, in which a day of the week lies."""
    return stretch.last is not None and stretch.last - stretch.at < _WEEK


def _after_month(days: list[date], anchors: Anchors) -> Extent | None:
    """The day that follows a month told since the last day: « arrivée le 9 janvier […] jusqu'en juin […] le 2 mai »."""
    month = anchors.stretch
    if anchors.told is None or month is None or month.last is None or is_week(month) or month.last - month.at > _SEASON:
        return None
    nearest = min(days, key=lambda day: abs((day - month.at.date()).days))
    if nearest < month.at.date() or (anchors.act is not None and nearest > anchors.act.at.date() + _SOON):
        return None
    return of_day(nearest, "inferred", month.name)


def day(node: Day, anchors: Anchors) -> Extent:
    if node.month is None:
        return _day_of_month(node, anchors)
    if node.other is not None:
        return _either(day(replace(node, other=None), anchors), day(replace(node.other, other=None), anchors), node)
    if node.year is None:
        return _day_of_year(node, node.month, anchors)
    return of_day(date(node.year, node.month, node.day))


def _either(one: Extent, other: Extent, node: Day) -> Extent:
    """Both readings of `05/12`, or the one that fits the day of the week told beside it."""
    if one.first is None or other.first is None:
        return UNKNOWN
    fitting = [found for found in (one, other) if found.first and found.first.weekday() == node.weekday]
    if len(fitting) == 1:
        return fitting[0]
    return replace(of_either(one.first.date(), other.first.date()), modality=one.modality, anchor=one.anchor)


def _day_of_year(node: Day, month: int, anchors: Anchors) -> Extent:
    anchor = anchors.act if node.steps and node.origin != "told" and anchors.act else anchors.near
    if node.origin == "told" and anchors.stretch is not None:
        anchor = anchors.stretch  # « courant mars 2018 […] le 4 mai suivant »
    if anchor is None:
        return Extent(None, None, f"XXXX-{month:02}-{node.day:02}", modality="inferred")
    days = [date(year, month, node.day) for year in _years(anchor, anchors) if node.day <= month_length(year, month)]
    # Where the day of the week does not fit the date of a year nearby, the page errs on one of both: the date stands.
    fitting = [day for day in days if day.weekday() == node.weekday]
    fitting = [day for day in fitting if _is_near(day, anchor) or _lies_in(day, anchors.frame)]
    days = fitting or days
    if not node.steps and (found := _by_stretch(days, anchor, anchors)) is not None:
        return found
    if anchor is anchors.told and not node.steps and (this_year := _this_year(days, anchors)) is not None:
        return of_day(this_year, "inferred", anchor.name)
    chosen = _soon(days, anchor.at.date()) if not node.steps and not fitting and anchor is anchors.act else None
    days = days if node.steps or fitting else _not_to_come(days, anchors)
    return of_day(chosen or _choose(days, node.steps, anchor, anchors), "inferred", anchor.name)


def _this_year(days: list[date], anchors: Anchors) -> date | None:
    """The day of the year in which a piece was written, where the story that it tells is in that year too."""
    told, act = anchors.told, anchors.act
    if told is None or act is None or told.at.year != act.at.year or told.at.date() > act.at.date():
        return None
    return next((day for day in days if day.year == act.at.year and day <= act.at.date() + _SOON), None)


def _years(anchor: Anchor, anchors: Anchors) -> list[int]:
    """The years that a day may be of: those around what is counted from, and around the months or years told."""
    years = set(range(anchor.at.year - 8, anchor.at.year + 9))
    for stretch in (anchors.frame, anchors.stretch):
        if stretch is not None and stretch.last is not None:
            years.update(range(max(1, stretch.at.year - 1), stretch.last.year + 2))
    return sorted(years)


def _by_stretch(days: list[date], anchor: Anchor, anchors: Anchors) -> Extent | None:
    """The one of these days that lies in the months or years told, or follows them, or is to come."""
    frame = anchors.frame
    framed = [day for day in days if _lies_in(day, frame) and (not anchors.ahead or day >= anchor.at.date())]
    if frame is not None and (len(framed) == 1 or (framed and anchors.told is None and not anchors.ahead)):
        return of_day(framed[-1], "inferred", frame.name)
    if anchors.ahead:
        coming = [day for day in days if day >= _from_when(anchor, anchors)]
        return of_day(min(coming) if coming else max(days), "inferred", anchor.name)
    if (found := _after_month(days, anchors)) is not None:
        return found
    if frame is not None and frame.last is not None and anchors.told is None:
        centre = frame.last.date()
        nearest = min(days, key=lambda day: abs((day - centre).days))
        if abs(nearest - centre) < _SEASON:
            return of_day(nearest, "inferred", frame.name)
    return None


def _from_when(anchor: Anchor, anchors: Anchors) -> date:
    """The first day that is to come: `lands Friday […] it is due on the 4th of May` may be before that Friday, but
    not before the letter; what is told for long after goes on from there."""
    told, act = anchor.at.date(), anchors.act.at.date() if anchors.act else None
    return max(act, told - _BACK) if act is not None and act <= told else told


def _is_near(day: date, anchor: Anchor) -> bool:
    return -_FITS < (day - anchor.at.date()).days < _FITS / 2


def _lies_in(day: date, frame: Anchor | None) -> bool:
    return frame is not None and frame.last is not None and frame.at.date() <= day <= frame.last.date()


def _soon(days: list[date], act: date) -> date | None:
    """A day of the next weeks that would else be one of nearly a year ago: "la mesure prend fin le 13 juin"."""
    return next((day for day in days if timedelta(0) < day - act <= _SOON), None)


def _choose(days: list[date], steps: int, anchor: Anchor, anchors: Anchors) -> date:
    """`dernier` and `prochain` say which; else the nearest to the last date told, or the last one up to the act."""
    centre = anchor.at.date()
    past = [day for day in days if day <= centre]
    future = [day for day in days if day > centre]
    if steps > 0 and future:
        return min(future)
    if not steps and anchor is anchors.told:
        return min(days, key=lambda day: abs((day - centre).days))
    return max(past) if past else min(future)


_COMING = timedelta(days=62)  # a Friday the 13th that lies further ahead is more likely one that has just been


def _day_of_month(node: Day, anchors: Anchors) -> Extent:
    anchor = anchors.near
    if anchor is None:
        return UNKNOWN
    far = 12 if node.weekday is not None else 3  # a Tuesday the 13th need not be near
    start = anchors.frame.at if anchors.frame and anchors.told is None else anchor.at
    start = anchors.stretch.at if anchors.stretch else start
    months = (month_start(start.date(), steps) for steps in range(-2 * far // 2 - 3, far))
    days = [month.replace(day=node.day) for month in months if node.day <= month_length(month.year, month.month)]
    days = [day for day in days if node.weekday is None or day.weekday() == node.weekday]
    if anchors.ahead:
        coming = [day for day in days if day >= anchor.at.date()] or days
        if node.weekday is None or min(coming) - anchor.at.date() <= _COMING:
            return of_day(min(coming), "inferred", anchor.name)
    for stretch in (anchors.stretch, anchors.frame if anchors.told is None else None):
        inside = [day for day in days if _lies_in(day, stretch)]
        if len(inside) == 1:
            return of_day(inside[0], "inferred", anchor.name)
    if node.weekday is not None and days:
        return of_day(min(days, key=lambda day: abs((day - anchor.at.date()).days)), "inferred", anchor.name)
    return of_day(_choose(days, 0, anchor, anchors), "inferred", anchor.name) if days else UNKNOWN


def months(node: Months, anchors: Anchors) -> Extent:
    if node.year is not None:
        return of_months(node.year, node.first, node.last)
    anchor = anchors.act if node.steps is not None and node.origin != "told" and anchors.act else anchors.near
    if anchor is None:
        sign = f"XXXX-{node.first:02}" if node.first == node.last else ""
        return Extent(None, None, sign, modality="inferred")
    framed = [year for year in _framed_years(anchors) if _lies_in(date(year, node.first, 1), anchors.frame)]
    if node.steps == 0:
        year_number = anchor.at.year
    elif node.steps is None and len(framed) == 1:
        year_number = framed[0]
    else:
        here = anchor.at.date()
        starts = [date(year, node.first, 1) for year in range(here.year - 1, here.year + 2)]
        if node.steps:  # "mars dernier" told in March is the one before
            starts = [start for start in starts if (start.year, start.month) != (here.year, here.month)]
        elif anchors.ahead:
            starts = [start for start in starts if (start.year, start.month) >= (here.year, here.month)]
        year_number = _choose(_not_to_come(starts, anchors), node.steps or 0, anchor, anchors).year
    return replace(of_months(year_number, node.first, node.last), modality="inferred", anchor=anchor.name)


def _not_to_come(days: list[date], anchors: Anchors) -> list[date]:
    """Without the days after the piece where nothing says that it tells of what is to come."""
    act, told = anchors.act, anchors.told
    if anchors.ahead or act is None or (told is not None and told.at > act.at):
        return days
    return [day for day in days if day <= act.at.date() + _SOON] or days


def _framed_years(anchors: Anchors) -> range:
    frame = anchors.frame
    return range(frame.at.year, frame.last.year + 1) if frame and frame.last else range(0)


def season(node: Season, anchors: Anchors) -> Extent:
    if node.year is not None:
        return of_season(node.season, node.year)
    anchor = anchors.act or anchors.told
    if anchor is None:
        return UNKNOWN
    seasons = [of_season(node.season, anchor.at.year + step) for step in (-2, -1, 0, 1)]
    if node.steps == 0:
        found = seasons[2]
    elif node.steps == 1 or (node.steps is None and anchors.ahead):
        found = min((one for one in seasons if one.first and one.first > anchor.at), key=lambda one: one.edtf)
    else:
        found = max((one for one in seasons if one.last and one.last < anchor.at), key=lambda one: one.edtf)
    return replace(found, modality="relative", anchor=anchor.name)


def feast(node: Feast, anchors: Anchors) -> Extent:
    """Without a year, the one of the year that the page is at, the next where it is to come, the nearest to the last
    date told, else the last one up to the date of the piece."""
    step = timedelta(days=node.steps)
    if node.year is not None:
        return of_day(day_of(node.name, node.year) + step)
    anchor = anchors.act if node.turn and anchors.act else anchors.near
    if anchor is None:
        return UNKNOWN
    if not node.turn:
        framed = [day_of(node.name, year) + step for year in _framed_years(anchors)]
        framed = [day for day in framed if _lies_in(day, anchors.frame)]
        anchor = anchors.frame if len(framed) == 1 and anchors.frame else anchors.stretch or anchor
        if len(framed) == 1:
            return of_day(framed[0], "inferred", anchor.name)
    days = [day_of(node.name, anchor.at.year + years) + step for years in (-1, 0, 1)]
    coming = [day for day in days if day >= anchor.at.date()]
    if anchors.ahead and coming and not node.turn:
        return of_day(min(coming), "inferred", anchor.name)
    if anchor is anchors.stretch:
        return of_day(min(days, key=lambda day: abs((day - anchor.at.date()).days)), "inferred", anchor.name)
    return of_day(_choose(days, node.turn, anchor, anchors), "inferred", anchor.name)


def weekday(node: Weekday, anchors: Anchors) -> Extent:
    """`last` and `next` exclude the day itself; `this` lies in the same week; a bare one follows what was told, or has
    just been where only the date of the piece is known or it would lie after it."""
    lone = node.steps is None and node.week is None
    anchor = anchors.near if lone or node.origin == "told" else anchors.act or anchors.told
    if anchor is None:
        return UNKNOWN
    day = anchor.at.date()
    week = anchors.stretch
    if lone and week is not None and is_week(week):
        return of_day(week.at.date() + timedelta(days=node.weekday - week.at.weekday()), "relative", week.name)
    if node.steps == 1 and node.origin == "told" and week is not None and week.last is not None and is_week(week):
        day = week.last.date()  # « la semaine du 20 […] le vendredi suivant »
    if lone and anchors.ahead:
        return of_day(day + timedelta(days=(node.weekday - day.weekday() - 1) % 7 + 1), "relative", anchor.name)
    if node.steps is not None and node.steps > 1:  # "Friday week", told on a Friday as well
        found = day + timedelta(days=7 * (node.steps - 1) + (node.weekday - day.weekday()) % 7)
    elif node.week is not None or node.steps == 0:
        found = day + timedelta(days=7 * (node.week or 0) + node.weekday - day.weekday())
    elif node.steps == 1 or (node.steps is None and anchor is anchors.told):
        ahead = (node.weekday - day.weekday()) % 7
        found = day + timedelta(days=ahead or (7 if node.steps else 0))
        act = anchors.act.at.date() if anchors.act and node.steps is None else None
        if act is not None and day <= act < found:
            found = act - timedelta(days=(act.weekday() - node.weekday) % 7)
    else:
        back = (day.weekday() - node.weekday) % 7
        found = day - timedelta(days=back or (7 if node.steps else 0))
    return of_day(found, "relative", anchor.name)
