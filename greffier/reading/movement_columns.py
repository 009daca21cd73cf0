"""What the columns of a register of goods or money must hold, beside what they are called."""

from __future__ import annotations

import re

from greffier.reading.cell_times import hour, in_year, stamp
from greffier.reading.columns import Meaning, meanings
from greffier.reading.handing import heading_way

_NUMBER = re.compile(r"\d")
_PACKED = re.compile(r"(?:[01]\d|2[0-3])[0-5]\d(?: ?(?:hrs?|h))?")
_LEAP = 2000  # a year that has every day


def _day(told: str) -> bool:
    found = stamp(told) or stamp(told.split(" ", 1)[0])
    return (found is not None and found.day is not None) or in_year(told, _LEAP) is not None


def _number(told: str) -> bool:
    return _NUMBER.search(told) is not None and sum(map(str.isalpha, told)) <= 12


def _figure(told: str) -> bool:
    return _number(told) and not _day(told)


def _moved(told: str) -> bool:
    return _figure(told) and packed_hour(told) is None  # `in` and `out` are hours too


def _name(told: str) -> bool:
    return sum(map(str.isalpha, told)) > sum(map(str.isdigit, told))


def _words(told: str) -> bool:
    return sum(map(str.isalpha, told)) >= 2


def packed_hour(told: str) -> int | None:
    """The second of the day of an hour in four figures: `0910`, `1840 hrs`."""
    found = _PACKED.fullmatch(told.strip().lower())
    return int(told.strip()[:2]) * 3600 + int(told.strip()[2:4]) * 60 if found else None


COLUMNS: dict[str, Meaning] = meanings(
    "movements",
    {
        "day_back": _day,
        "day_out": _day,
        "day_in": _day,
        "day": _day,
        "clock": lambda told: hour(told) is not None or packed_hour(told) is not None,
        "way": lambda told: heading_way(told) is not None,
        "quantity": _figure,
        "came": _moved,
        "went": _moved,
        "amount": _figure,
        "from": _name,
        "to": _name,
        "either": _name,
        "supplier": _name,
        "customer": _name,
        "name": _name,
        "by": _name,
        "driver": _name,
        "what": _words,
        "move": _words,
    },
)
OTHERS: Meaning = meanings("movements", {"others": bool})["others"]
