"""When the article was published and updated: time, zone, and a date or the latest it can be."""

from __future__ import annotations

import re
from datetime import datetime

from greffier.clipping import moments
from greffier.clipping.fields import Sheet, against
from greffier.clipping.lines import plain
from greffier.clipping.moments import Moment
from greffier.records import Field, FieldStatus, Statement

_ISO = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::\d{2}(?:[.,]\d+)?)?)? ?(Z|[+-]\d{2}:?\d{2})?")


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
    value = _value(Moment(told.clock or first.clock, told.zone or first.zone, first.day, told.relative), None)
    merged = Field(
        field.name, value, field.raw, field.spans, "inferred", f"{field.method}; the day is in {said[0].method}"
    )
    return against(merged, said[1:] if told.clock in (None, first.clock) else said, lambda other: _agrees(other, first))


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
        datetime.fromisoformat(match[1])
    except ValueError:
        return None
    offset = match[3]
    zone = "UTC" if offset in ("Z", "z") else f"{offset[:3]}:{offset[-2:]}" if offset else None
    return Moment(match[2], zone, match[1])


def _agrees(other: str, told: Moment) -> bool:
    """Whether a stamp and a moment can be the same minute; what one of them leaves out is no conflict.

    Days may differ by one, and hours by whole ones, where the zones differ or one is not told.
    """
    first = stamp(other)
    if first is None or first.day is None or told.day is None:
        return True
    apart = abs((datetime.fromisoformat(first.day) - datetime.fromisoformat(told.day)).days)
    if first.clock is None or told.clock is None:
        return apart <= (0 if first.zone == told.zone else 1)
    if first.zone == told.zone:
        return (first.day, first.clock) == (told.day, told.clock)
    return apart <= 1 and int(first.clock[3:]) % 15 == int(told.clock[3:]) % 15
