"""Mornings, evenings, nights and the ends of days."""

from __future__ import annotations

import pytest
from edtf import parse_edtf

from tests.reading.dated import bounds, one, read

ENDS_OF_DAYS = [
    ("fr", "le 20 mars 2023, 24 heures", "2023-03-20T23:59", "2023-03-20T23:59"),
    ("fr", "jusqu'au 20 mars 2023 à vingt-quatre heures", "", "2023-03-20T23:59"),
    ("fr", "jusqu'au 20 mars 2023, 24:00", "", "2023-03-20T23:59"),
    ("fr", "jusqu'au 20 mars 2023 à minuit", "", "2023-03-20T23:59"),
    ("fr", "de 22 h à minuit le 18 mars 2023", "2023-03-18T22:00", "2023-03-18T23:59"),
    ("fr", "le 20 mars 2023 entre quatorze heures et vingt-deux heures", "2023-03-20T14:00", "2023-03-20T22:00"),
    ("fr", "le 20 mars 2023 à zéro heure", "2023-03-20T00:00", "2023-03-20T00:00"),
    ("en", "until midnight on 20 March 2023", "", "2023-03-20T23:59"),
    ("en", "midnight at the end of 20 March 2023", "2023-03-20T23:59", "2023-03-20T23:59"),
]


@pytest.mark.parametrize(("language", "text", "earliest", "latest"), ENDS_OF_DAYS)
def test_the_end_of_a_day_is_its_last_minute(language: str, text: str, earliest: str, latest: str) -> None:
    assert bounds(text, language, act=None) == (earliest, latest)


PARTS = [
    ("fr", "dans la soirée du 18 mars 2023", "2023-03-18T18:00", "2023-03-18T23:59"),
    ("fr", "le 18 mars 2023 au petit matin", "2023-03-18T04:00", "2023-03-18T08:00"),
    ("fr", "hier soir", "2023-06-14T18:00", "2023-06-14T23:59"),
    ("fr", "ce matin", "2023-06-15T06:00", "2023-06-15T12:00"),
    ("fr", "le 18 mars 2023 en fin d'après-midi", "2023-03-18T16:00", "2023-03-18T18:00"),
    ("en", "in the evening of 18 March 2023", "2023-03-18T18:00", "2023-03-18T23:59"),
    ("en", "on the morning of 4 July 2022", "2022-07-04T06:00", "2022-07-04T12:00"),
]


@pytest.mark.parametrize(("language", "text", "earliest", "latest"), PARTS)
def test_a_part_of_a_day_has_its_hours_about(language: str, text: str, earliest: str, latest: str) -> None:
    time = one(text, language)
    assert (time.earliest, time.latest, time.approximate) == (earliest, latest, True)
    parse_edtf(time.edtf)


@pytest.mark.parametrize("text", ["le matin, il travaille", "he works evenings", "les soirées sont longues"])
def test_a_habit_is_no_part_of_a_day(text: str) -> None:
    assert read(text) == []
