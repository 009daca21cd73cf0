"""When the article was published and updated: time, zone, and a date or the latest it can be."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from greffier.clipping import moments
from greffier.clipping.fields import Sheet, against
from greffier.clipping.lines import plain
from greffier.clipping.moments import Moment
from greffier.clipping.zones import PLACES
from greffier.records import Field, FieldStatus, Statement

_ISO = re.compile(r"([12]\d{3}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::\d{2}(?:[.,]\d+)?)?)? ?(Z|[+-]\d{2}:?\d{2})?")


def published(sheet: Sheet, captured: str | None) -> Field:
    """The time of publication. A digest has one for each item, and none for itself."""
    return _moment(sheet, "published", captured)


def updated(sheet: Sheet, captured: str | None) -> Field:
    """The time of the last change that the page tells."""
    return _moment(sheet, "updated", captured)


def _moment(sheet: Sheet, label: str, captured: str | None) -> Field:
    name, parts = f"article.{label}", sheet.of(label)
    said = [statement for statement in sheet.said(name) if stamp(statement.value) is not None]
    if parts:
        told = moments.read(plain(parts[0].text), month_first=True)
        resolved = told.told_on(captured)
        value = _value(resolved, _bound(sheet, captured))
        status: FieldStatus = "unresolved" if resolved.day is None else "inferred" if told.day is None else "stated"
        field = sheet.field(name, value, parts[:1], _method(told, resolved), status)
        if resolved.day is None and said:
            return _dated(sheet, field, told, said)
        return against(field, said, lambda other: _agrees(other, resolved))
    if said:
        first = stamp(said[0].value)
        assert first is not None
        return against(sheet.told(said[0], name, _value(first, None)), said[1:], lambda other: _agrees(other, first))
    return sheet.absent(name, f"no line says when it was {label}")


def _method(told: Moment, resolved: Moment) -> str:
    if told.day:
        return "a date in words"
    if resolved.day:
        return f"{told.relative!r} counted from the day of capture that was given"
    if told.relative:
        return f"{told.relative!r} is not counted from the page's own date"
    return "no date that is one day only"


def _dated(sheet: Sheet, field: Field, told: Moment, said: list[Statement]) -> Field:
    """A day that the page evades and its markup states: both are one publication, told apart."""
    first = stamp(said[0].value)
    assert first is not None
    own = told.clock in (None, first.clock)  # the clock of the page is that of the stamp
    clock, zone = told.clock or first.clock, told.zone or (first.zone if own else None)
    days = [Moment(clock, zone, day, told.relative) for day in _around(str(first.day))]
    dated = next((moment for moment in days if _agrees(said[0].value, moment)), days[0])
    method = f"{field.method}; the day is in {said[0].method}"
    merged = Field(field.name, _value(dated, None), field.raw, field.spans, "inferred", method)
    return against(merged, said, lambda other: _agrees(other, dated))


def _around(day: str) -> list[str]:
    """A day, the next and the one before: where the page is read it may be another day than in the stamp."""
    return [(date.fromisoformat(day) + timedelta(days=days)).isoformat() for days in (0, 1, -1)]


def _bound(sheet: Sheet, captured: str | None) -> str | None:
    """The latest day on which the page can have been seen."""
    shown = [moments.read(plain(part.text), month_first=True).day for part in sheet.of("page_date")[:1]]
    days = [day for day in (*shown, captured) if day]
    return min(days) if days else None


def _value(told: Moment, bound: str | None) -> dict[str, str | None]:
    status = "unresolved" if told.day is None else "inferred" if told.relative else "stated"
    return {
        "time": told.clock,
        "zone": told.zone,
        "date": told.day,
        "date_status": status,
        "latest_possible": told.latest(bound),
    }


def stamp(iso: str) -> Moment | None:
    """An ISO 8601 date or date-time of the markup, its zone as an offset; None for anything else."""
    match = _ISO.match(iso.strip())
    if match is None:
        return None
    try:
        datetime.fromisoformat(f"{match[1]}T{match[2] or '00:00'}{(match[3] or '').upper()}")
    except ValueError:
        return None
    offset = match[3]
    zone = "UTC" if offset in ("Z", "z") else f"{offset[:3]}:{offset[-2:]}" if offset else None
    return Moment(match[2], zone, match[1])


def _agrees(other: str, told: Moment) -> bool:
    """Whether a stamp and a moment are one minute, or one day where no time is told; in two zones they may be one."""
    first = stamp(other)
    if first is None or first.day is None or told.day is None:
        return True
    apart = _local(told) - _local(first)
    if told.clock and first.clock:
        return apart in _shifts(first, told)
    if first.clock:  # the page tells the day alone: the stamp must fall on it
        return any(timedelta(0) <= shift - apart < timedelta(days=1) for shift in _shifts(first, told))
    return any(timedelta(0) <= apart - shift < timedelta(days=1) for shift in _shifts(first, told))


def _shifts(first: Moment, told: Moment) -> set[timedelta]:
    """By how much the clock of a page may be ahead of that of its stamp.

    A stamp with the offset of a place keeps the clock of its house, as the page does that names no zone. A stamp in UTC
    tells nothing of the house: the page may be read by the clock of any place. A stamp without a zone is either.
    """
    same = timedelta(0)
    if told.zone:
        ahead = _offset(told.zone, _local(told))
        return {ahead - _offset(first.zone, _local(first))} if first.zone else {same, ahead}
    if first.zone is None or _offset(first.zone, _local(first)):
        return {same}
    instant = _local(first).replace(tzinfo=UTC)
    return {same, *(instant.astimezone(ZoneInfo(place)).utcoffset() or same for place in PLACES)}


def _local(moment: Moment) -> datetime:
    return datetime.fromisoformat(f"{moment.day}T{moment.clock or '00:00'}")


def _offset(zone: str, local: datetime) -> timedelta:
    """How far a zone is ahead of UTC: an offset as `+02:00`, or a name of the IANA database at this local time."""
    if zone[0] in "+-":
        ahead = timedelta(hours=int(zone[1:3]), minutes=int(zone[4:6]))
        return -ahead if zone[0] == "-" else ahead
    return local.replace(tzinfo=ZoneInfo(zone)).utcoffset() or timedelta(0)
