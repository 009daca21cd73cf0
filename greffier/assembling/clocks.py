"""Two clocks that tell of the same calls: by how many whole hours one is before the other."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from datetime import datetime, timedelta

_FIT = 2  # communications that must fall on calls before two clocks are believed to tell of the same ones


def hours_apart(told: Sequence[datetime], begun: Sequence[datetime], within: timedelta) -> int | None:
    """Return the hours to add to what a transcript tells so that most of it falls on calls of the record, in order.

    None where fewer than two, or fewer than half of them, fall on any.
    """
    fits = {hours: sum(held(told, begun, hours, within)) for hours in range(-12, 15)}
    best = min(fits, key=lambda one: (-fits[one], abs(one)))
    return best if fits[best] >= _FIT and fits[best] * 2 >= len(told) else None


def held(told: Sequence[datetime], begun: Sequence[datetime], hours: int, within: timedelta) -> list[bool]:
    """Say of each moment told whether a call began then, give or take; `begun` is in order."""
    shifted = (at + timedelta(hours=hours) for at in told)
    return [any(abs(at - one) <= within for one in _around(begun, at)) for at in shifted]


def _around(begun: Sequence[datetime], at: datetime) -> Sequence[datetime]:
    place = bisect_left(begun, at)
    return begun[max(0, place - 1) : place + 1]
