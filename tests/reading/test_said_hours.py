"""Hours said without the word for hours, and numbers that only stand in a row."""

from __future__ import annotations

import pytest

from tests.reading.test_dates import read

SAID = [
    ("fr", "rendez-vous à sept trente", "07:30"),
    ("fr", "vers vingt-deux trente, il part", "22:30"),
    ("fr", "à huit et demie du soir", "20:30"),
    ("fr", "à 8 ce soir", "20:00"),
    ("fr", "à 8 heures et 31 secondes", "08:00"),
    ("en", "he left at six forty-three", "06:43"),
    ("en", "seven thirty pm", "19:30"),
    ("en", "at half past seven", "07:30"),
    ("en", "20 min past eight", "08:20"),
    ("en", "three minutes to eight", "07:57"),
    ("en", "he came at half nine", "09:30"),
    ("en", "she was there at nine in the morning", "09:00"),
    ("en", "be there at eight.", "08:00"),
    ("en", "He left at two o'clock.", "14:00"),
    ("en", "He left at 2:10.", "02:10"),
    ("en", "Tonight? She said ten o'clock.", "22:00"),
    ("en", "He rang that evening, at a quarter to eight.", "19:45"),
]


@pytest.mark.parametrize(("language", "text", "hour"), SAID)
def test_an_hour_as_it_is_said(language: str, text: str, hour: str) -> None:
    *_, found = [one.time for one in read(text, language) if one.time]
    assert (found.earliest, found.latest) == (f"2023-06-15T{hour}", f"2023-06-15T{hour}")


@pytest.mark.parametrize(
    "text",
    [
        "il en a sept trente fois compté",
        "à vingt trente euros de là",
        "entre deux et trente ans",
        "les sept cinq sont là",
    ],
)
def test_numbers_in_a_row_are_no_hour(text: str) -> None:
    assert read(text) == []
