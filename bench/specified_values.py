"""What a result of the specifications says of its value, and whether what a reader found is the same.

Results are those of microsoft/Recognizers-Text as its files write them: `Type` or `TypeName`, `Text`, perhaps `Start`,
and a `Resolution` or `Value` with one or several values.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from typing import Any

from greffier.reading.day_parts import BOUNDS
from greffier.reading.tokens import tokens
from greffier.reading.units import unit as parse_unit
from greffier.records import Mention, Quantity, Time

Result = dict[str, Any]
OTHERS, OURS, THEIRS = 0, 1, 2  # another value; theirs but for a convention; theirs

_PARTS = {"TMO": "morning", "TAF": "afternoon", "TEV": "evening"}
_FAHRENHEIT = ("f", "fahrenheit")


def kind_of(result: Result) -> str:
    """The kind of a result, as their files call it."""
    return str(result.get("Type") or result.get("TypeName")).removeprefix("datetimeV2.")


def place(result: Result, text: str) -> tuple[int, int]:
    """Where a result stands in its text."""
    start = result.get("Start")
    if start is None:
        start = max(0, text.lower().find(result["Text"].lower()))
    return start, start + len(result["Text"].rstrip())


def values_of(result: Result) -> list[Result]:
    """The values of which any will do; none where the result has only words."""
    resolution = result.get("Resolution") or result.get("Value") or {}
    if "values" in resolution:
        told = list(resolution["values"])
    elif "PastResolution" in resolution:
        timex = {"timex": resolution.get("Timex", ""), "Mod": resolution.get("Mod")}
        told = [timex | resolution["PastResolution"], timex | resolution["FutureResolution"]]
    else:
        told = [resolution]
    return [value for value in told if value and value.get("value") != "not resolved"]


def compared(mention: Mention, result: Result) -> int:
    """How what was found agrees with a result that has values: OTHERS, OURS or THEIRS."""
    if mention.quantity is not None:
        quantity = mention.quantity
        return THEIRS if any(same_amount(quantity, value, kind_of(result)) for value in values_of(result)) else OTHERS
    if mention.time is None:  # a date of which nothing can be said
        return OTHERS
    kind, told = kind_of(result), mention.time
    if any(_same(told, _bounds(value), kind) for value in values_of(result)):
        return THEIRS
    ours = (bounds for value in values_of(result) for bounds in _by_ours(value, told))
    return OURS if any(_same(told, bounds, kind) for bounds in ours) else OTHERS


def _bounds(value: Result) -> tuple[str, str]:
    single = value.get("value") or value.get("date") or value.get("dateTime") or value.get("time")
    if single:
        return str(single), str(single)
    starts = (value.get(name) for name in ("start", "startDate", "startDateTime", "startTime"))
    ends = (value.get(name) for name in ("end", "endDate", "endDateTime", "endTime"))
    return str(next(filter(None, starts), "")), str(next(filter(None, ends), ""))


def _same(told: Time, wanted: tuple[str, str], kind: str) -> bool:
    """Whether bounds agree; their stretches of days end after the last day, and ours on it."""
    ends = [wanted[1]]
    if kind == "daterange" and wanted[1][:1].isdigit():
        ends.append(_moved(wanted[1], -1))
    return _same_end(told.earliest, wanted[0], kind) and any(_same_end(told.latest, end, kind) for end in ends)


def _same_end(told: str, wanted: str, kind: str) -> bool:
    if not wanted or not told:
        return not wanted and not told
    if kind in ("time", "timerange"):
        return told[11:16] == wanted[:5]
    return told[:16] == wanted.replace(" ", "T")[: min(16, max(10, len(told)))]


def _by_ours(value: Result, told: Time) -> Iterator[tuple[str, str]]:
    """Their value with our bounds for what is vague: parts of the day, beginnings and ends, open bounds."""
    first, last = _bounds(value)
    part = _PARTS.get(str(value.get("timex", ""))[-3:])
    modifier = str(value.get("Mod") or "")
    if part and len(first) > 8 and not modifier:
        yield f"{first[:10]}T{BOUNDS[part][0]}", f"{first[:10]}T{BOUNDS[part][1]}"
    elif part and not modifier:
        yield BOUNDS[part]
    if re.search(r"P\d+[MY]\)$", str(value.get("timex", ""))) and last[8:10] == "01":  # from May to September: its end
        yield first, (date.fromisoformat(last).replace(day=28) + timedelta(days=4)).replace(day=1).isoformat()
        yield first, f"{last[:4]}-12-31"
    if modifier in ("start", "mid", "end") and first and last and first[:10] <= told.latest and told.earliest <= last:
        yield told.earliest, told.latest  # a beginning, a middle or an end within the same stretch
    if modifier in ("before", "after") and first[10:] == last[10:] == "":  # they keep the day itself, we exclude it
        yield _moved(first, 1), _moved(last, -1)


def _moved(day: str, steps: int) -> str:
    return (date.fromisoformat(day[:10]) + timedelta(days=steps)).isoformat() if len(day) >= 10 else day


def same_amount(quantity: Quantity, value: Result, kind: str) -> bool:
    """Whether a quantity is the number of a value, in its unit, which is read as our reader reads units."""
    try:
        wanted = Decimal(str(value.get("value", value.get("duration", ""))).rstrip("%"))
    except InvalidOperation:
        return False
    if kind == "currency" and value.get("isoCurrency") not in (None, quantity.currency):
        return False
    if quantity.unit == "°C" and value.get("unit", "").lower() in _FAHRENHEIT:
        wanted = ((wanted - 32) * 5 / 9).quantize(Decimal("0.01"))
    scale = _factor(value.get("unit", "").lower(), quantity.unit)
    return any(
        abs(told / scale - wanted) <= abs(wanted) * Decimal("0.001")
        for told in (quantity.low, quantity.high)
        if told.is_finite()
    )


def _factor(unit: str, kept: str) -> Decimal:
    """What our number must be divided by to be in the unit of the value."""
    found = parse_unit(tokens(unit), 0, unit, "en")
    if unit in _FAHRENHEIT or found is None or found[0].kept != kept:
        return Decimal(1)
    return found[0].factor
