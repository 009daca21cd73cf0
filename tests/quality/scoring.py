"""Precision, recall and F1 of what was found against what was told, counted page by page, with their intervals.

Strict: the same kind at the same offsets. Relaxed: the same kind, overlapping. Value: overlapping, and the same value
(bounds of a date; bounds, unit and approximation of a quantity; what an identifier stands for). Nothing counts twice.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from tests.quality.told import Told

MEASURES = ("strict", "relaxed", "value")
DRAWS = 400  # of pages with replacement, for an interval of 95 %
SEED = 20261129


class Count(NamedTuple):
    """What one page, or several together, come to."""

    told: int
    found: int
    strict: int
    relaxed: int
    value: int

    def plus(self, other: Count) -> Count:
        return Count(*(mine + theirs for mine, theirs in zip(self, other, strict=True)))


@dataclass(frozen=True, slots=True)
class Score:
    """Precision, recall and F1 of one measure; `low` and `high` bound F1 with 95 % by the bootstrap over pages."""

    precision: float
    recall: float
    f1: float
    low: float = 0.0
    high: float = 1.0


def _same_value(one: Told, got: Told) -> bool:
    return one.value == got.value


def count(told: Sequence[Told], found: Sequence[Told], same: Callable[[Told, Told], bool] = _same_value) -> Count:
    """Compare one kind on one page; `same` says whether two that overlap have the same value."""
    overlaps = sorted(
        ((min(one.end, got.end) - max(one.start, got.start), one, got) for one in told for got in found),
        key=lambda pair: (-pair[0], pair[1], pair[2]),
    )
    overlaps = [pair for pair in overlaps if pair[0] > 0]
    return Count(
        told=len(told),
        found=len(found),
        strict=_pairs(overlaps, lambda one, got: (one.start, one.end) == (got.start, got.end)),
        relaxed=_pairs(overlaps, lambda one, got: True),
        value=_pairs(overlaps, same),
    )


def _pairs(overlaps: Iterable[tuple[int, Told, Told]], alike: Callable[[Told, Told], bool]) -> int:
    used: set[tuple[str, Told]] = set()
    pairs = 0
    for _, one, got in overlaps:
        if alike(one, got) and ("told", one) not in used and ("found", got) not in used:
            used |= {("told", one), ("found", got)}
            pairs += 1
    return pairs


def total(counts: Iterable[Count]) -> Count:
    summed = Count(0, 0, 0, 0, 0)
    for one in counts:
        summed = summed.plus(one)
    return summed


def score(counts: Sequence[Count], measure: str, draws: int = DRAWS) -> Score:
    """Score pages together; with `draws` of 0 no interval is sought. Nothing told and nothing found is perfect."""
    at = Count._fields.index(measure)
    whole = total(counts)
    precision = whole[at] / whole.found if whole.found else 1.0
    recall = whole[at] / whole.told if whole.told else 1.0
    low, high = _interval([(one[at], one.told + one.found) for one in counts], draws) if draws else (0.0, 1.0)
    return Score(precision, recall, _f1(whole[at], whole.told + whole.found), low, high)


def _f1(right: int, sides: int) -> float:
    return 2 * right / sides if sides else 1.0


def _interval(pages: Sequence[tuple[int, int]], draws: int) -> tuple[float, float]:
    chance = random.Random(SEED)
    drawn = []
    for _ in range(draws):
        chosen = chance.choices(pages, k=len(pages)) if pages else []
        drawn.append(_f1(sum(right for right, _ in chosen), sum(sides for _, sides in chosen)))
    drawn.sort()
    return drawn[int(0.025 * draws)], drawn[int(0.975 * draws)]
