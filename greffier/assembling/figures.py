"""Numbers in digits as they stand in columns and on forms, whatever marks set their thousands apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

_FIGURE = re.compile(
    r"\d(?<![\w.,]\d)(?:\d{0,2}(?P<mark>[ .,'’\u00a0\u202f])\d{3}(?:(?P=mark)\d{3})*|\d?(?:,\d\d){1,3},\d{3}|\d{0,14})"
    r"(?:[.,]\d{1,2})?(?![\w]|[.,]\d)"
)
_LONGEST = 15  # digits; longer runs are identifiers


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in digits: where it stands, and what it may be worth (`1,250` is two numbers)."""

    start: int
    end: int
    readings: tuple[Decimal, ...]

    @property
    def worth(self) -> Decimal:
        """What it is worth where a mark before three digits sets thousands apart."""
        return self.readings[0]


def figures(text: str, start: int = 0, end: int | None = None) -> Iterator[Figure]:
    """Yield the numbers in digits of a text in order; those glued to letters are none."""
    for found in _FIGURE.finditer(text, start, len(text) if end is None else end):
        told = found.group()
        if len(re.sub(r"\D", "", told)) <= _LONGEST:
            yield Figure(*found.span(), tuple(_readings(told)))


def _readings(told: str) -> Iterator[Decimal]:
    marks = re.findall(r"\D", told)
    last = len(told) - max((told.rfind(mark) for mark in marks), default=len(told)) - 1
    whole = re.sub(r"\D", "", told)
    if not marks or last == 3:
        yield Decimal(whole)
    if marks and marks[-1] in ".," and (last != 3 or len(marks) == 1):
        yield Decimal(f"{whole[:-last]}.{whole[-last:]}")
