"""What the columns of a statement of account must hold, beside what they are called."""

from __future__ import annotations

from greffier.reading.cell_times import in_year, stamp
from greffier.reading.cell_values import amount
from greffier.reading.columns import Meaning, meanings

_SENSES = frozenset(("d", "c", "dr", "cr", "db", "debit", "credit", "débit", "crédit"))
_LEAP = 2000  # a year that has every day


def _day(told: str) -> bool:
    found = stamp(told, packed=True)
    return (found is not None and found.day is not None) or in_year(told, _LEAP) is not None


def _sum(told: str) -> bool:
    return amount(told) is not None


def _name(told: str) -> bool:
    return sum(map(str.isalpha, told)) > max(2, sum(map(str.isdigit, told)))


MONEY: dict[str, Meaning] = meanings(
    "money",
    {
        "value_day": _day,
        "day": _day,
        "label": lambda told: sum(map(str.isalpha, told)) >= 2,
        "debit": _sum,
        "credit": _sum,
        "balance": _sum,
        "amount": _sum,
        "sense": lambda told: told.strip().lower() in _SENSES,
        "currency": lambda told: len(told) == 3 and told.isalpha(),
        "account": lambda told: sum(map(str.isdigit, told)) >= 5,
        "holder": _name,
        "payee": _name,
    },
)
