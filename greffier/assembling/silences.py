"""Stretches of time of which the pages tell nothing, and what may still lie in them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from greffier.records import Moment, Silence

_VAGUE = 31  # days beyond which a time does not end a silence: "in 2023" may be any day of it
_TOLD = frozenset({"fact", "alleged"})
_DAY = len("2023-04-03")


class _Dated(NamedTuple):
    """A moment and the first and the last day it may have been."""

    first: date
    last: date
    moment: Moment

    @property
    def length(self) -> int:
        return (self.last - self.first).days


def silences(moments: Iterable[Moment], days: int) -> list[Silence]:
    """Return the stretches of at least so many days without a dated fact, the longest first.

    What is denied, planned or supposed ends none. Times too vague to end one are counted where they may lie in it.
    """
    told = [one for one in map(_dated, moments) if one is not None]
    sharp = sorted(
        (one for one in told if one.length <= _VAGUE), key=lambda one: (one.moment.time.earliest, one.moment.id)
    )
    vague = [one for one in told if one.length > _VAGUE]
    found, before = [], sharp[0] if sharp else None
    for after in sharp[1:]:
        assert before is not None
        empty = (after.first - before.last).days - 1
        if empty >= days:
            inside = sum(one.first < after.first and one.last > before.last for one in vague)
            found.append(Silence(before.moment, after.moment, empty, inside))
        before = max(after, before, key=lambda one: one.moment.time.latest)
    return sorted(found, key=lambda one: (-one.days, one.after.time.earliest, one.after.id))


def _dated(moment: Moment) -> _Dated | None:
    """A moment that is told to have happened, with the days between which it did; None where one of them is open."""
    time = moment.time
    if moment.standing not in _TOLD or len(time.earliest) < _DAY or len(time.latest) < _DAY:
        return None
    return _Dated(date.fromisoformat(time.earliest[:_DAY]), date.fromisoformat(time.latest[:_DAY]), moment)
