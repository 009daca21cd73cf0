"""What the columns of a register of goods or money must hold, beside what they are called."""

from __future__ import annotations

import re

from greffier.reading.cell_times import hour, stamp
from greffier.reading.columns import Meaning, meanings

_NUMBER = re.compile(r"\d")
_DAY = re.compile(r"\d{1,2}[/.\- ](?:\d{1,2}|[A-Za-zÀ-ÿ]{3,9})\b")


def _day(told: str) -> bool:
    found = stamp(told, packed=False)
    return (found is not None and found.day is not None) or _DAY.match(told.strip()) is not None


def _number(told: str) -> bool:
    return _NUMBER.search(told) is not None and sum(map(str.isalpha, told)) <= 12


def _name(told: str) -> bool:
    return sum(map(str.isalpha, told)) > sum(map(str.isdigit, told))


def _words(told: str) -> bool:
    return sum(map(str.isalpha, told)) >= 2


COLUMNS: dict[str, Meaning] = meanings(
    "movements",
    {
        "day": _day,
        "clock": lambda told: hour(told) is not None,
        "quantity": _number,
        "came": _number,
        "went": _number,
        "amount": _number,
        "from": _name,
        "to": _name,
        "what": _words,
        "move": _words,
    },
)
OTHERS: Meaning = meanings("movements", {"others": bool})["others"]
