from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from greffier.resolving.compare import compare, compare_persons, strangers
from greffier.resolving.names import person_name

ONE = [
    ("VERNÈDE Lucien", "Lucien Vernede"),
    ("Mohamed BELKAÏD", "Mohammed Belkaid"),
    ("Abdel Kader MANSOURI", "Abdelkader MANSOURI"),
    ("L. VERNÈDE", "Lucien VERNÈDE"),
    ("J.-P. MORVAL", "Jean-Pierre MORVAL"),
    ("VERNEDE Luc1en", "VERNÈDE Lucien"),
    ("Jean Pierre Octave MORVAL", "MORVAL Jean"),
]
TWO = [
    ("BENCHIKH Karim", "BENCHIKHANE Karim"),
    ("VERNÈDE Lucien", "VERNÈDE Odile"),
    ("MARTIN Paul", "MARTIN Paule"),
    ("CASTELLO Lino", "CASTELLO Lina"),
    ("HANS Friedrich", "FRIEDRICH Hans"),
    ("Jean Pierre MORVAL", "Jean Luc MORVAL"),
    ("A. VERNÈDE", "Lucien VERNÈDE"),
]


@pytest.mark.parametrize(("left", "right"), ONE)
def test_one_person(left: str, right: str) -> None:
    assert compare(left, right)[0] > 0
    assert compare(right, left)[0] == compare(left, right)[0]


@pytest.mark.parametrize(("left", "right"), TWO)
def test_two_persons(left: str, right: str) -> None:
    score, reasons = compare(left, right)
    assert score < 0
    assert reasons


def test_organisations() -> None:
    assert compare("MEVAN FRET SARL", "Mévan Fret", "organisation")[0] > 3
    assert compare("Mévan Fret SARL", "Mévan Fret SA", "organisation")[0] < 0
    assert compare("Mévan Fret", "Mévan Froid", "organisation")[0] < 0
    assert compare("BRIS", "Brigade régionale des investigations spéciales", "organisation")[0] < 4


PARTS = "ana anna jean jeanne paul paule li de martin marten durand anamartin".split()


@given(st.lists(st.sampled_from(PARTS), min_size=4, max_size=4))
def test_strangers_are_never_likely(parts: list[str]) -> None:
    left, right = person_name(" ".join(parts[:2])), person_name(" ".join(parts[2:]))
    if strangers(left, right):
        assert compare_persons(left, right)[0] == -5.0


def test_a_shared_given_name_makes_strangers() -> None:
    assert strangers(person_name("Jean MARTIN"), person_name("DURAND Jean"))
    assert not strangers(person_name("Jean MARTIN"), person_name("Jean MARTEN"))


@pytest.mark.parametrize(
    ("left", "right", "one"),
    [
        ("M/s Adarsh Cold Stores", "ADARSH COLD STORES", True),
        ("COUNTY GOVT MARSABO", "County Government of Marsabo", True),
        ("TRF LAKESIDE ROAD HAULIERS", "Lakeside Road Hauliers", True),
        ("Police fédérale Tournelle", "Police fédérale de Tournelle", True),
        ("Govt High School Adur", "Govt High School Kollem", False),
        ("Parquet de Tournelle", "Parquet de Namelle", False),
        ("Vir Shipping", "Shipping", False),  # what is left would tell nobody
    ],
)
def test_firms_in_short_writing(left: str, right: str, one: bool) -> None:
    assert (compare(left, right, "organisation")[0] >= 4) is one
