"""Feasts: on a fixed day, counted from Easter, the nth Monday of a month; and what only looks like one."""

from __future__ import annotations

from datetime import date

import pytest

from greffier.reading.feasts import day_of, easter
from tests.reading.test_dates import bounds, read


@pytest.mark.parametrize(
    ("year", "day"),
    [(1818, "1818-03-22"), (1961, "1961-04-02"), (2000, "2000-04-23"), (2008, "2008-03-23"), (2023, "2023-04-09"),
     (2024, "2024-03-31"), (2038, "2038-04-25")],
)  # fmt: skip
def test_easter_sunday(year: int, day: str) -> None:
    assert easter(year) == date.fromisoformat(day)


def test_french_mothers_day_gives_way_to_pentecost() -> None:
    assert day_of("mothers fr", 2022) == date(2022, 5, 29)
    assert day_of("mothers fr", 2023) == date(2023, 6, 4)


FEASTS = [
    ("fr", "le lundi de Pâques 2023", "2023-04-10"),
    ("fr", "Vendredi saint 2022", "2022-04-15"),
    ("fr", "la veille de Noël", "2022-12-24"),
    ("fr", "le réveillon de Noël", "2022-12-24"),
    ("fr", "le lundi de Pentecôte", "2023-05-29"),
    ("fr", "la Toussaint 2021", "2021-11-01"),
    ("fr", "le jeudi de l'Ascension", "2023-05-18"),
    ("fr", "le jour de Noël de l'année dernière", "2022-12-25"),
    ("en", "Thanksgiving 2019", "2019-11-28"),
    ("en", "Easter Monday 2018", "2018-04-02"),
    ("en", "New Year's Eve", "2022-12-31"),
    ("en", "next Christmas", "2023-12-25"),
    ("en", "two days after Christmas 2021", "2021-12-27"),
]


@pytest.mark.parametrize(("language", "text", "day"), FEASTS)
def test_a_feast_by_its_name(language: str, text: str, day: str) -> None:
    assert bounds(text, language) == (day, day)


@pytest.mark.parametrize(
    "text", ["le nouvel an chinois", "Mme Toussaint est venue", "une ascension difficile", "un marché de noels"]
)
def test_no_feast_stands_here(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Mme Gérard a versé 300 euros à Noël Bôle."),
        ("fr", "Entendons M. Noël."),
        ("fr", "GUÉRIN Noël était absent, comme son cousin Robinson Noël."),
        ("en", "Easter Mukasa and Mr Christmas were present."),
    ],
)
def test_a_feast_beside_a_title_or_a_name_is_a_person(language: str, text: str) -> None:
    assert read(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("en", "In 2019 we met at Christmas", "2019-12-25"),
        ("en", "In 2019 he left before Easter. In March 2021 he came at Easter", "2021-04-04"),
        ("fr", "Le 3 mai 2019 nous avons parlé. Il viendra pour Noël", "2019-12-25"),
        ("fr", "Le 3 mai 2019 nous avons parlé. Avant Noël il était parti", "2018-12-24"),
        ("fr", "En 2017, à Pâques, il revient", "2017-04-16"),
    ],
)
def test_a_feast_lies_in_the_year_that_the_page_is_at(language: str, text: str, day: str) -> None:
    time = read(text, language)[-1].time
    assert time is not None
    assert day in (time.earliest, time.latest)
