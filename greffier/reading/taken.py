"""The stretches of a page in which something was found, asked for near a place however many there are."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import TypeVar

_NEAR = 256  # characters
_Placed = TypeVar("_Placed")


class Taken:
    """Stretches `(start, end)`; they may touch one another."""

    def __init__(self, stretches: Iterable[tuple[int, int]] = ()) -> None:
        self._near: dict[int, list[tuple[int, int]]] = {}
        for start, end in stretches:
            self.add(start, end)

    def add(self, start: int, end: int) -> None:
        for place in range(start // _NEAR, end // _NEAR + 1):
            self._near.setdefault(place, []).append((start, end))

    def near(self, start: int, end: int) -> Iterable[tuple[int, int]]:
        """The stretches that may touch this one, some of them more than once."""
        for place in range(start // _NEAR, end // _NEAR + 1):
            yield from self._near.get(place, ())

    def free(self, start: int, end: int) -> bool:
        """Whether a stretch touches none of those taken."""
        for place in range(start // _NEAR, end // _NEAR + 1):  # plain loops: asked hundreds of times a page
            for left, right in self._near.get(place, ()):
                if left < end and start < right:
                    return False
        return True


def beginning(ordered: Sequence[_Placed], start: int, end: int, by: str = "start") -> Sequence[_Placed]:
    """Those of things in the order of their beginnings, `by` an attribute, that begin from `start` to `end`."""
    first = bisect_left(ordered, start, key=attrgetter(by))
    return ordered[first : bisect_right(ordered, end, lo=first, key=attrgetter(by))]
