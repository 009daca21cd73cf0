"""Stretches of time of which no page tells."""

from __future__ import annotations

from typing import Any

import pytest

from greffier.assembling.silences import silences
from greffier.records import Moment, Time


def moment(earliest: str, latest: str = "", standing: Any = "fact") -> Moment:
    time = Time(earliest, earliest, latest or earliest)
    return Moment(f"{earliest}{standing}", time, "meet", "", "p", (), (), standing)


def test_a_stretch_without_a_fact_between_two_of_them() -> None:
    told = [moment("2023-05-20T09:00"), moment("2023-04-01"), moment("2023-04-03T22:10"), moment("2023-04-10")]
    (one,) = silences(told, 14)
    assert (one.before.id[:10], one.after.id[:10], one.days) == ("2023-04-10", "2023-05-20", 39)
    assert [found.days for found in silences(told, 6)] == [39, 6]
    assert silences(told, 40) == []


def test_a_silence_begins_after_the_last_hour_told_and_ends_at_the_first() -> None:
    hours = ["2023-04-03T22:31", "2023-04-03T22:40", "2023-05-20T17:00", "2023-05-20T09:15"]
    (one,) = silences(map(moment, hours), 14)
    assert (one.before.time.earliest[-5:], one.after.time.earliest[-5:]) == ("22:40", "09:15")


def test_a_fact_that_lasts_ends_no_silence_before_it_is_over() -> None:
    told = [moment("2023-04-01", "2023-04-25"), moment("2023-04-05"), moment("2023-05-01")]
    assert [found.days for found in silences(told, 5)] == [5]


@pytest.mark.parametrize("standing", ["denied", "planned", "hypothetical"])
def test_what_did_not_happen_ends_none(standing: str) -> None:
    told = [moment("2023-04-01"), moment("2023-04-20", standing=standing), moment("2023-05-10")]
    assert [found.days for found in silences(told, 14)] == [38]


def test_a_vague_time_ends_none_and_is_counted() -> None:
    told = [moment("2023-04-01"), moment("2023-01-01", "2023-12-31"), moment("2023-06-01"), moment("", "2023-05-01")]
    (one,) = silences(told, 14)
    assert (one.days, one.vague) == (60, 1)


def test_nothing_told_is_no_silence() -> None:
    assert silences([], 1) == []
    assert silences([moment("2023-04-01")], 1) == []
