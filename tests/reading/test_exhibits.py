"""Seals and exhibits: their numbers and marks as services, courts and registers write them."""

from __future__ import annotations

import pytest

from tests.reading.identified import read, seen, values_of

REGISTER = """EVIDENCE LOG
Item No.   Description            Location
001        Black telephone        Locker 4
003A       Knife, kitchen         Locker 5
           with a red handle
PR 07-41   Two keys               Locker 5

Item 1 was counted, item 003A went to the lab, PR 07-41 stayed. Item 9. Room 1.
"""


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("scellé n° QUATRE (4)", ["4"]),
        ("placé sous scellé SQ/14.", ["SQ/14"]),
        ("Scellé n° 2 fermé", ["2"]),
        ("exhibit MK/3 and seal no. 774120", ["MK/3", "774120"]),
        ("les scellés n° 3, 4 et 5", ["3", "4", "5"]),
        ("les scellés SQ/01 à SQ/06", ["SQ/01", "SQ/06"]),
        ("scellé numéro douze", ["12"]),
        ("trois scellés ont été remis", []),
        ("scellés de 12 kg", []),
        ("scellé n° 3, 12 sachets", ["3"]),
        ("le scellé 4 contient une balance", ["4"]),
        ("the seal was broken", []),
    ],
)
def test_seals(text: str, values: list[str]) -> None:
    assert [value for _, value in seen(text, "seal")] == values


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("le scellé n° SEPT bis", [("SEPT bis", "7bis")]),
        ("scellé UN", [("UN", "1")]),
        ("Scellé A : un sac", [("A", "A")]),
        ("le scellé 8 n'a pas été présenté", [("8", "8")]),
        ("Scellés douaniers AD 3307 et AD 33O8", [("AD 3307", "AD3307"), ("AD 33O8", "AD3308")]),
        ("scellé 3 sachets", []),
    ],
)
def test_the_words_of_a_seal_are_its_number(text: str, words: list[tuple[str, str]]) -> None:
    assert seen(text, "seal") == words


def test_marks_that_count_on_below_the_name_of_seals_are_seals() -> None:
    listed = "A-01 : un carnet\nA-02 : deux clés\nA-03 : un sac\n"
    assert [mark for _, mark, _ in read("Inventaire des scellés\n" + listed)] == ["A-01", "A-02", "A-03"]
    assert read("Article  Désignation\n" + listed) == []


def test_the_first_column_of_a_register_of_exhibits_holds_their_marks() -> None:
    found = [words for words, _ in seen(REGISTER, "seal", english=True)]
    assert found == ["001", "003A", "PR 07-41", "1", "003A", "PR 07-41"]
    assert seen("INVOICE\nItem   Qty   Price\n1      20    4.50\n2      1     8.00\n", "seal", english=True) == []


@pytest.mark.parametrize(
    ("kind", "text", "values"),
    [
        ("seal", "(manquent les scellés 12 et 13, en cours d'expertise)", ["12", "13"]),
        ("seal", "Les scellés 12 à 15. Scellé 03.", ["12", "15", "3"]),
        ("seal", "la customs seal n° 0088417 et le scellé PJ/CA/3", ["0088417", "PJ/CA/3"]),
        ("seal", "Items booked as Q-1 through Q-3; built as B-2.", ["Q-1", "Q-3"]),
        ("seal", 'See Ex. 7 and Exhibit "MWM 2"; a copy marked "JKN-3"; ex. 9 of this', ["7", "MWM2", "JKN-3"]),
        (
            "seal",
            "Evidence item #5, evidence tag number E-48211, secured as P-3, my ref TPK/4.",
            ["5", "E-48211", "P-3", "TPK/4"],
        ),
        ("seal", "exhibit JRH/1, a disc, and JRH3, the lid", ["JRH/1", "JRH3"]),
        (
            "seal",
            "tagged as Item #RC-1 and Item #RC-2; a lamp tagged BH-17-0418, a key retained as FB1",
            ["RC-1", "RC-2", "BH-17-0418", "FB1"],
        ),
        (
            "seal",
            "Le plomb a changé : j'ai lu FR 774129. Sur le bon c'est FR 774192, vol AF 774192.",
            ["FR774129", "FR774192"],
        ),
        (
            "seal",
            "seized and tagged as Item #RC-1 and Item #RC-2; retained as FB1 and FB2; known as B12",
            ["RC-1", "RC-2", "FB1", "FB2"],
        ),
    ],
)
def test_more_ways_to_number_exhibits(kind: str, text: str, values: list[str]) -> None:
    assert values_of(text, kind) == values
