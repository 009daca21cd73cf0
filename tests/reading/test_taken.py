"""What is taken on a page is asked for near a place, and says the same as looking at every stretch."""

from __future__ import annotations

from typing import NamedTuple

from hypothesis import given
from hypothesis import strategies as st

from greffier.reading.taken import Taken, beginning

STRETCHES = st.lists(st.tuples(st.integers(0, 2_000), st.integers(0, 700)).map(lambda one: (one[0], sum(one))))


class Placed(NamedTuple):
    start: int
    end: int


@given(STRETCHES, st.integers(0, 2_000), st.integers(1, 700))
def test_what_touches_none_is_free(stretches: list[tuple[int, int]], start: int, size: int) -> None:
    end = start + size
    assert Taken(stretches).free(start, end) == all(end <= left or right <= start for left, right in stretches)


@given(STRETCHES, st.integers(0, 2_000), st.integers(0, 2_000))
def test_what_begins_between_two_places(stretches: list[tuple[int, int]], start: int, end: int) -> None:
    ordered = [Placed(*one) for one in sorted(stretches)]
    assert list(beginning(ordered, start, end)) == [one for one in ordered if start <= one.start <= end]
