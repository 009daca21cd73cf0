"""Things told on a page in a form that can be compared: what the marks of a page say, and what a mention says."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from greffier.records import Mention
from tests.quality.annotated import Annotated, Mark

NAMES = frozenset({"person", "organisation", "place", "role"})
_TO_BASE = {
    "g": ("kg", Decimal("0.001")), "t": ("kg", Decimal(1000)), "mg": ("kg", Decimal("0.000001")),
    "L": ("l", Decimal(1)), "km": ("m", Decimal(1000)), "min": ("s", Decimal(60)), "h": ("s", Decimal(3600)),
    "m²": ("m2", Decimal(1)),
}  # fmt: skip


@dataclass(frozen=True, slots=True, order=True)
class Told:
    """One thing that a page holds, marked or found; `value` is comparable, and empty for a name."""

    start: int
    end: int
    kind: str
    value: tuple[str, ...] = ()


def marked(page: Annotated) -> list[Told]:
    """What the marks of a page say."""
    return [Told(mark.start, mark.end, mark.kind, _value(mark)) for mark in page.marks]


def _value(mark: Mark) -> tuple[str, ...]:
    words = [word for word in mark.value.split() if word != "~"]
    if mark.kind in NAMES:
        return ()
    if mark.kind == "date":
        return tuple("" if word == "-" else word for word in words)
    if mark.kind == "quantity":
        return amount(Decimal(words[0]), Decimal(words[1]), words[2], mark.value.endswith("~"))
    return (plain(mark.value),)


def found(mention: Mention) -> Told:
    """What a mention says."""
    value: tuple[str, ...] = ()
    if mention.time is not None:
        value = mention.time.earliest, mention.time.latest
    elif mention.quantity is not None:
        kept = mention.quantity
        value = amount(kept.low, kept.high, kept.unit, kept.approximate)
    elif mention.kind not in NAMES:
        value = (plain(mention.normalised or "nothing can be said of it"),)
    return Told(mention.span.start, mention.span.end, mention.kind, value)


def amount(low: Decimal, high: Decimal, unit: str, approximate: bool) -> tuple[str, ...]:
    """A quantity as it is compared: in the base unit of its kind, without idle zeros."""
    base, factor = _TO_BASE.get(unit, (unit, Decimal(1)))
    sides = [format((side * factor).normalize(), "f") if side.is_finite() else "Infinity" for side in (low, high)]
    return (*sides, base, "~" if approximate else "")


def plain(identifier: str) -> str:
    """An identifier without the blanks, points, commas and strokes that people set into it as they like."""
    return re.sub(r"[\s.,\-/_]", "", identifier).casefold()
