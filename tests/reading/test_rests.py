"""What is left of a week, a month or a year, and what has passed of it, on Thursday 15 June 2023."""

from __future__ import annotations

import pytest

from tests.reading.test_dates import one

RESTS = [
    ("fr", "le reste du mois", "2023-06-15", "2023-06-30"),
    ("fr", "le reste de cette semaine", "2023-06-15", "2023-06-18"),
    ("fr", "plus tôt cette année", "2023-01-01", "2023-06-15"),
    ("fr", "plus tard ce mois-ci", "2023-06-15", "2023-06-30"),
    ("en", "later this week", "2023-06-15", "2023-06-18"),
    ("en", "earlier this month", "2023-06-01", "2023-06-15"),
    ("en", "the rest of the year", "2023-06-15", "2023-12-31"),
]


@pytest.mark.parametrize(("language", "text", "first", "last"), RESTS)
def test_what_is_left_and_what_has_passed(language: str, text: str, first: str, last: str) -> None:
    time = one(text, language)
    assert (time.earliest, time.latest, time.approximate) == (first, last, True)


@pytest.mark.parametrize("text", ["il en reste", "le reste de la marchandise", "plus tard dans le hangar"])
def test_no_rest_of_a_stretch(text: str) -> None:
    from tests.reading.test_dates import read

    assert read(text) == []
