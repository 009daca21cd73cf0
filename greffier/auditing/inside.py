"""What a record asserts: its spans, times and quantities, each checked by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from edtf import EDTFObject, parse_edtf
from edtf.parser.edtf_exceptions import EDTFParseException

from greffier.citing import stands
from greffier.records import Page, Quantity, Span, Time

Day = tuple[int, int, int]
_OPEN = ("", "..")


def inside(value: Any) -> Iterator[Any]:
    """Yield every record and value inside a record, itself first, however deep."""
    if isinstance(value, tuple):
        for each in value:
            yield from inside(each)
    elif is_dataclass(value):
        yield value
        kind: Any = type(value)
        for name in _compound(kind):
            yield from inside(getattr(value, name))


@lru_cache
def _compound(kind: type[Any]) -> tuple[str, ...]:
    """The fields of a record that can hold other values; strings and numbers need no look inside."""
    plain = {"str", "int", "float", "bool", "str | None", "float | None", "Decimal", "tuple[str, ...]"}
    return tuple(field.name for field in fields(kind) if field.type not in plain)


def faults(record: Any, page: Callable[[str], Page | None]) -> Iterator[str]:
    """Yield what does not hold of the spans, times and quantities of a record, as the end of a sentence."""
    for value in inside(record):
        if isinstance(value, Span):
            yield from _span(value, page(value.page))
        elif isinstance(value, Time):
            yield from _time(value)
        elif isinstance(value, Quantity) and value.low > value.high:
            yield f"has a quantity from {value.low} to {value.high}, the wrong way round"


def _span(span: Span, page: Page | None) -> Iterator[str]:
    if page is None:
        yield f"cites page {span.page}, which is not in the case"
    elif not stands(span, page):
        yield f"cites {span.exact[:60]!r}, which does not stand at {span.start} to {span.end} of page {page.id}"


def _time(time: Time) -> Iterator[str]:
    try:
        earliest, latest = _moment(time.earliest), _moment(time.latest)
        first, last = _bounds(time.edtf)
    except (ValueError, EDTFParseException):
        yield f"has a time that cannot be read: {time.edtf!r}, from {time.earliest!r} to {time.latest!r}"
        return
    # Compared only as far as both are told: a day without an hour is the whole day.
    shared = min(len(time.earliest), len(time.latest))
    if earliest and latest and time.earliest[:shared] > time.latest[:shared]:
        yield f"has a time that ends ({time.latest}) before it begins ({time.earliest})"
    elif (earliest and first and earliest < first) or (latest and last and latest > last):
        yield f"has a time from {time.earliest} to {time.latest}, which goes beyond its {time.edtf}"


def _moment(told: str) -> Day | None:
    """The day of an ISO date or date-time to the minute; None where the interval is open."""
    if not told:
        return None
    day = date.fromisoformat(told) if len(told) == 10 else datetime.strptime(told, "%Y-%m-%dT%H:%M")
    return day.year, day.month, day.day


@lru_cache(maxsize=65536)
def _bounds(edtf: str) -> tuple[Day | None, Day | None]:
    """The first and last day of an EDTF; None for a side that is open or vague.

    The library takes neither open intervals (their bound is a float) nor intervals of hours, so sides are parsed apart.
    """
    sides = edtf.split("/")
    if len(sides) > 2 or all(side in _OPEN for side in sides):
        raise ValueError(edtf)
    first, last = _side(sides[0]), _side(sides[-1])
    return first and first[0], last and last[1]


def _side(told: str) -> tuple[Day, Day] | None:
    if told in _OPEN:
        return None
    day, clock, _ = told.partition("T")
    parsed: EDTFObject = parse_edtf(day)
    if clock:
        datetime.fromisoformat(told)
    # A date said to be uncertain or approximate, and a season, have the bounds that their reader gave them.
    if type(parsed).__name__ != "Date":
        return None
    lower, upper = parsed.lower_strict(), parsed.upper_strict()
    return (lower[0], lower[1], lower[2]), (upper[0], upper[1], upper[2])
