from __future__ import annotations

from greffier.assembling.times import end, in_words, overlap, precise, shifted, start
from greffier.records import Time


def time(first: str, last: str | None = None) -> Time:
    return Time(first, first, first if last is None else last)


def test_days_last_from_midnight_to_midnight() -> None:
    assert (start(time("2023-03-16")), end(time("2023-03-16"))) == ("2023-03-16T00:00", "2023-03-16T23:59")
    assert overlap(time("2023-03-16"), time("2023-03-16T07:10"))
    assert not overlap(time("2023-03-16"), time("2023-03-17T00:00"))


def test_open_ends() -> None:
    assert overlap(time("", "2023-03-16"), time("1999-01-01"))
    assert not precise(time("2023-03-16", ""), 10**9)
    assert shifted(end(time("2023-03-16", "")), 24).startswith("9999")


def test_precise() -> None:
    assert precise(time("2023-03-16T07:10"), 0)
    assert precise(time("2023-03-16"), 24 * 60)
    assert not precise(time("2023-03-01", "2023-03-31"), 24 * 60)


def test_in_words() -> None:
    assert in_words(time("2023-03-16")) == ("16 March 2023", "16 mars 2023")
    assert in_words(time("2023-03-16T07:05")) == ("16 March 2023 at 07:05", "16 mars 2023 à 7 h 05")
    assert in_words(Time("2023-03/2023-05", "2023-03-01", "2023-05-31"))[0] == "2023-03/2023-05"
