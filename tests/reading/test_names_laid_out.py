"""Names where lines, columns and labels stand in their way."""

from __future__ import annotations

import pytest

from greffier.reading.organisations import find_firms
from tests.reading.test_names import named


@pytest.mark.parametrize(
    ("text", "people"),
    [
        (
            "1.1 By a letter of 4 May the regional auditor, Ms Ruth Achieng\nOmollo, asked for the books of the yard.",
            ["Ruth Achieng\nOmollo"],
        ),
        (
            "Étaient présents le maire de la commune et le capitaine Amadou Tidiane\nSANKARE, qui a signé avec nous.",
            ["Amadou Tidiane\nSANKARE"],
        ),
        (
            "Relu et signé.   I. BERLUT    M. OSTRAK  P. VAUCLAIR  S. LANDRY",
            ["I. BERLUT", "OSTRAK", "P. VAUCLAIR", "S. LANDRY"],
        ),
        ("Q. Who drove?\nA. Callum drove.\nQ. Alone?\nA. Callum Orde.", ["Callum", "Callum Orde"]),
        (
            "Audition de BELLIL Karim.\nD. Avec qui ?\nR. Karim ouvre.\nD. Et après ?\nR. Karim charge.",
            ["BELLIL Karim", "Karim", "Karim"],
        ),
        ("Checked by Ruth W. Kimani CPA and Peter Lyall JP.", ["Ruth W. Kimani", "Peter Lyall"]),
        ("Approved  N. Ferrow  GS     01/24/2022", ["N. Ferrow"]),
    ],
)
def test_names_end_where_they_end(text: str, people: list[str]) -> None:
    assert named(text, "person") == people


def test_a_whole_name_does_not_take_the_next_line() -> None:
    told = "Il a été constaté par les agents que le véhicule était conduit par Karim BELLIL\nDakar est la ville."
    assert "Karim BELLIL" in named(told, "person")


def test_a_special_agent_is_no_firm() -> None:
    assert [one.normalised for one in find_firms("taken by SA VERMONDE and SA OBERTO", english=True)] == []
    assert [one.normalised for one in find_firms("remis à la SA VERMONDE hier")] == ["SA VERMONDE"]
