"""How operators, platforms and extractions of handsets name the columns of call records, in French and English."""

from __future__ import annotations

import re

from greffier.reading.cell_times import hour, stamp
from greffier.reading.cell_values import device, kind, phone, seconds, subscriber, way
from greffier.reading.columns import Meaning, meanings

_DEGREES = re.compile(r"[+-]?\d{1,3}(?:[.,]\d+)?\s*°?")
_COORDINATE = re.compile(r"[+-]?\d{1,3}[.,]\d{2,}\s*°?\s*[nsewo]?")
_PARTY = re.compile(r"\s*(from|to|de|a|vers|pour)\s*:?\s+(?P<number>\+?[\d(][\d .()\-]{4,22}\d)\b.*", re.IGNORECASE)


def party(told: str) -> tuple[str | None, str | None]:
    """The number of a cell like `To: +33… Bob`, and which way that makes the call; a bare number goes no way."""
    match = _PARTY.fullmatch(told)
    if match is None:
        return phone(told), None
    return phone(match["number"]), "in" if match[1].lower() in ("from", "de") else "out"


def _number(told: str) -> bool:
    return phone(told) is not None


def _day(told: str) -> bool:
    found = stamp(told, packed=True)
    return found is not None and found.day is not None


CALLS: dict[str, Meaning] = meanings(
    "calls",
    {
        "caller": _number,
        "called": _number,
        "line": _number,
        "other": lambda told: party(told)[0] is not None,
        "way": lambda told: way(told, letters=True) is not None,
        "kind": lambda told: kind(told) is not None,
        "start": _day,
        "clock": lambda told: hour(told) is not None,
        "end": lambda told: hour(told) is not None or stamp(told, packed=True) is not None,
        "seconds": lambda told: seconds(told) is not None,
        "imei": lambda told: device(told) is not None,
        "imsi": lambda told: subscriber(told) is not None,
        "cell": lambda told: len(told) <= 60 and any(char.isdigit() or char.isupper() for char in told),
        "place": lambda told: sum(map(str.isalpha, told)) >= 3,
        "azimuth": lambda told: _DEGREES.fullmatch(told) is not None,
        "latitude": lambda told: _COORDINATE.fullmatch(told.lower()) is not None,
        "longitude": lambda told: _COORDINATE.fullmatch(told.lower()) is not None,
        "network": bool,
    },
)

# Other names that heads have, so that a row of them is known for a head.
OTHERS: Meaning = meanings("calls", {"others": bool})["others"]
