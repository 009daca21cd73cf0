from __future__ import annotations

import pytest

from greffier.resolving.compare import compare

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
