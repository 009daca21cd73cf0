"""Dates and hours that a scan spoilt: letters for digits, words of time misread."""

from __future__ import annotations

import pytest

from tests.reading.dated import bounds


@pytest.mark.parametrize("text", ["le l6 mars 2023", "le 16 mars 2O23", "le l6\nmars 2Ö23"])
def test_letters_read_for_digits_are_mended(text: str) -> None:
    assert bounds(text, act=None) == ("2023-03-16", "2023-03-16")


MISREAD = [
    ("le 5 rnars 1991", "fr", "1991-03-05"), ("le 24 novernbre 1953", "fr", "1953-11-24"),
    ("le 15 jui11et 2022", "fr", "2022-07-15"), ("le 28 févr1er 2022", "fr", "2022-02-28"),
    ("2 0ct 2008", "en", "2008-10-02"), ("20th Septernber, 1987", "en", "1987-09-20"),
    ("L'an deux rnille six, le deux avril", "fr", "2006-04-02"), ("21.O5.1983", "fr", "1983-05-21"),
    ("le 4 mars l986", "fr", "1986-03-04"), ("le l2/O3/2OO4", "fr", "2004-03-12"),
    ("ler rnai 2004", "fr", "2004-05-01"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "language", "day"), MISREAD)
def test_words_of_time_that_were_misread_are_mended(text: str, language: str, day: str) -> None:
    assert bounds(text, language, act=None) == (day, day)


MISREAD_HOURS = [
    ("le 4 mars 1986, vers 17 h l0", "17:10"), ("le 4 mars 1986 à 2l h 3O", "21:30"), ("le 4 mars 1986 19:1l", "19:11"),
    ("le 4 mars 1986 à 12:OO", "12:00"), ("le 4 mars 1986 à l4h3O", "14:30"), ("le 4 mars 1986 à 2Oh45", "20:45"),
    ("le 4 mars 1986 à 6 h O5", "06:05"), ("le 4 mars 1986 à l3:45", "13:45"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "hour"), MISREAD_HOURS)
def test_hours_that_were_misread_are_mended(text: str, hour: str) -> None:
    assert bounds(text, act=None) == (f"1986-03-04T{hour}", f"1986-03-04T{hour}")
