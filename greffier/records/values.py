"""Values that records hold: times, quantities, spans and citations, words; and how ids are made."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, NamedTuple

Origin = Literal["born_digital", "ocr", "transcript"]
Stance = Literal["supports", "contradicts", "context"]
Match = Literal["exact", "normalised", "fuzzy"]
Concealment = Literal[
    "blackened", "covered", "same_colour", "invisible", "transparent", "layer", "outside", "tiny", "annotation"
]  # fmt: skip


def digest(*parts: object) -> str:
    """Return the id that stands for these parts: the same parts give the same 20 hexadecimal digits everywhere."""
    joined = "\x1f".join(str(part) for part in parts)
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:20]


@dataclass(frozen=True, slots=True)
class Time:
    """A date or an interval, kept as vague as it was told.

    `earliest` and `latest` are ISO 8601 local dates (`2023-03-16`) or date-times to the minute (`2023-03-16T07:10`),
    both inclusive; either is empty when the interval is open on that side. `edtf` is Extended Date/Time Format level 1.
    `anchor` names what a relative date was counted from: a mention id, or `act` for the date of the piece.
    """

    edtf: str
    earliest: str
    latest: str
    zone: str | None = None
    approximate: bool = False
    anchor: str | None = None
    modality: Literal["stated", "relative", "inferred"] = "stated"


@dataclass(frozen=True, slots=True)
class Quantity:
    """An amount between `low` and `high`, inclusive; `unit` is SI, `count` or an ISO 4217 code (kg, g, EUR, s, count).

    `dimension` is mass, money, count, volume, length, area, duration, temperature, ratio, speed, information,
    frequency, power, energy or voltage. `good` is what it is a quantity of, as told; `container` what it was counted
    in (packets, bales). `basis` says what it is counted by, where the page does: gross, net, tare, each, `per kg`,
    `per month`, purity, age.
    """

    low: Decimal
    high: Decimal
    unit: str
    dimension: str
    currency: str | None = None
    good: str | None = None
    container: str | None = None
    approximate: bool = False
    basis: str | None = None


@dataclass(frozen=True, slots=True)
class Span:
    """Where words stand: `page.text[start:end] == exact`. Prefix and suffix (32 characters) find it again elsewhere."""

    page: str
    start: int
    end: int
    exact: str
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Citation:
    """A span called to witness."""

    span: Span
    stance: Stance = "supports"
    match: Match = "exact"


class Word(NamedTuple):
    """One word of a page: offsets into its text, its box, and the engine's confidence from 0 to 100."""

    start: int
    end: int
    x0: float
    y0: float
    x1: float
    y1: float
    confidence: int


class Concealed(NamedTuple):
    """Words of a page that it does not show: offsets into its text, how they are hidden, and where (None: off it)."""

    start: int
    end: int
    how: Concealment
    box: tuple[float, float, float, float] | None


class Row(NamedTuple):
    """A row of a table as it stands on a page: offsets into its text, its sheet, the number that its program shows."""

    start: int
    end: int
    sheet: str | None
    number: int
    hidden: bool = False


class Doubt(NamedTuple):
    """A number that was read in two ways: where it stands in the text, and what it says in the other reading."""

    start: int
    end: int
    other: str
