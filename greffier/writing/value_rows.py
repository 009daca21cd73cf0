"""Values as rows: times, durations, quantities, and what a mention stands for."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from greffier.records import Mention, Quantity, Time

Row = dict[str, Any]


def time(value: Time | None) -> Row | None:
    """A date or interval."""
    if value is None:
        return None
    return {
        "edtf": value.edtf,
        "earliest": value.earliest,
        "latest": value.latest,
        "zone": value.zone,
        "approximate": value.approximate,
    }


def lasted(low: int | None, high: int | None) -> Row | None:
    """A duration in seconds, between two bounds."""
    return None if low is None else {"low": low, "high": high, "unit": "s"}


def interval(low: Decimal, high: Decimal) -> Row:
    """Two bounds with all their decimals; one that no page tells (`at least 40 kg`) is None: JSON knows no infinity."""
    return {"low": low if low.is_finite() else None, "high": high if high.is_finite() else None}


def quantity(value: Quantity) -> Row:
    """An amount, open at the side where its bound is None."""
    return {
        **interval(value.low, value.high),
        "unit": value.unit,
        "dimension": value.dimension,
        "currency": value.currency,
        "good": value.good,
        "container": value.container,
        "approximate": value.approximate,
        "basis": value.basis,
    }


def value(mention: Mention) -> Row | None:
    """The typed value of a mention: a date, a quantity, or its normalised name."""
    if mention.time is not None:
        return time(mention.time)
    if mention.quantity is not None:
        return quantity(mention.quantity)
    return None if mention.normalised is None else {"normalised": mention.normalised}
