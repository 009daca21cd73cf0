"""Floors for the values of dates and quantities on marked prose: right kind, right words, right value."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import pytest

from greffier.reading.dates import Dates
from greffier.reading.quantities import Quantities
from greffier.records import Mention, Page, Piece, Time

PROSE = Path(__file__).with_name("reading_values.txt")
FLOORS = {"date": 0.97, "quantity": 0.97}  # F1 of value, both languages
_MARK = re.compile(r"\{([^|{}]+)\|([dq]) ([^{}]+)\}")


@dataclass(frozen=True)
class Told:
    """One marked or found value, comparable."""

    start: int
    kind: str
    value: tuple[str, ...]
    approximate: bool


def blocks() -> Iterator[tuple[str, str, str]]:
    text = "\n".join(line for line in PROSE.read_text("utf-8").splitlines() if not line.startswith("#"))
    for block in text.strip().split("\n\n"):
        head, _, body = block.strip().partition("\n")
        language, act = head.split()
        yield language, act, body


def marked(body: str) -> tuple[str, set[Told]]:
    """The text without its marks, and what they say."""
    out, told, last = "", set(), 0
    for match in _MARK.finditer(body):
        out += body[last : match.start()]
        words, kind, values = match.groups()
        low, high, *rest = values.split()
        about = "~" in rest
        if kind == "d":
            told.add(Told(len(out), "date", (low.strip("-") and low, high.strip("-") and high), about))
        else:
            told.add(Told(len(out), "quantity", (_plain(low), _plain(high), rest[0]), about))
        out += words
        last = match.end()
    return out + body[last:], told


def _plain(number: str) -> str:
    return format(Decimal(number).normalize(), "f")


def found(text: str, language: str, act: str) -> set[Told]:
    page = Page("page", "source", 1, None, "born_digital", "A", language, text, "", 1.0, 1.0)
    piece = Piece("piece", "source", "report", None, None, ("page",))
    dates = list(Dates(Time(act, act, act)).read(piece, [page], []))
    return {told(mention) for mention in [*dates, *Quantities().read(piece, [page], dates)]}


def told(mention: Mention) -> Told:
    if mention.time is not None:
        bounds = (mention.time.earliest, mention.time.latest)
        return Told(mention.span.start, "date", bounds, mention.time.approximate)
    quantity = mention.quantity
    assert quantity is not None
    value = (_plain(str(quantity.low)), _plain(str(quantity.high)), quantity.unit)
    return Told(mention.span.start, "quantity", value, quantity.approximate)


@pytest.mark.parametrize("kind", ["date", "quantity"])
def test_values_are_right_often_enough(kind: str) -> None:
    counts: Counter[str] = Counter()
    missed: list[object] = []
    for language, act, body in blocks():
        text, wanted = marked(body)
        got = found(text, language, act)
        mine, theirs = ({one for one in side if one.kind == kind} for side in (got, wanted))
        counts.update(right=len(mine & theirs), found=len(mine), wanted=len(theirs))
        missed += sorted(mine ^ theirs, key=lambda one: one.start)
    f1 = 2 * counts["right"] / (counts["found"] + counts["wanted"])
    assert f1 >= FLOORS[kind], (f1, missed)
