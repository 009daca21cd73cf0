"""Cover sheets are read by their labels; letters and forms that only look a little like one are not."""

from __future__ import annotations

import pytest

from greffier.pages.cover import Cover, cover
from greffier.pages.pieces import divide
from greffier.records import Source

SHEET = """REGISTRY OF THE HARBOUR INQUIRY
Date : 11/18/2020
AGENCY : HARBOUR BOARD
RECORD NUMBER : 217-40031-10022
ORIGINATOR : QUAY POLICE
FROM : DORNE, ALAN
TO : DIRECTOR
TITLE : MOVEMENTS AT THE NORTH QUAY
DATE : 12/06/1998
PAGES : 8
"""


def test_an_english_cover_sheet() -> None:
    assert cover(SHEET) == Cover("217-40031-10022", "MOVEMENTS AT THE NORTH QUAY", "DORNE, ALAN")


def test_a_french_cover_sheet() -> None:
    told = "Service émetteur : Capitainerie\nNuméro d'enregistrement : 2022-114\nIntitulé : Relevés\nDate : 4 mai 2022"
    assert cover(told) == Cover("2022-114", "Relevés", "Capitainerie")


def test_empty_and_misread_fields_are_passed_over() -> None:
    blank = "AGENCY :\nRECORD NUMBER: = 217-40031-10022,\nFROM: —\nTITLE: .\nPAGES: 3"
    assert cover(blank) == Cover("217-40031-10022", None, None)


@pytest.mark.parametrize(
    "text",
    [
        "From: Orla Finch\nTo: Ruth Alder\nSubject: boxes\n\nBoth are here.",
        "Date : 4 mai 2022\nHeure : 10 h\nLieu : le quai\nTémoin : le gardien",
        "Il a dit : rien. Elle a dit : rien.",
        "",
    ],
)
def test_what_is_no_cover_sheet(text: str) -> None:
    assert cover(text) is None


def test_a_piece_is_known_by_its_cover_sheet(pages_of) -> None:
    (piece,) = divide(Source("source", "box/file", "a" * 64, "application/pdf", 1), pages_of([SHEET, "The van left."]))
    assert (piece.reference, piece.title) == ("217-40031-10022", "MOVEMENTS AT THE NORTH QUAY")
    assert piece.author == "DORNE, ALAN"
