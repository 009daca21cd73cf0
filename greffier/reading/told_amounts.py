"""An amount as a page tells it: its bounds, its unit, what it is of and in."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from greffier.reading.units import Unit

COUNT = Unit("count", "count", Decimal(1))


@dataclass(frozen=True, slots=True)
class Amount:
    low: Decimal
    high: Decimal
    unit: Unit
    end: int
    good: str | None = None
    container: str | None = None
    approximate: bool = False
    doubtful: bool = False  # words and digits disagree
    factor: Decimal = Decimal(1)  # the millions told, which the other end of a range shares
