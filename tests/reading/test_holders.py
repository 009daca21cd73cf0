"""Whom a cell of a register names where no reader has read a name in it."""

from __future__ import annotations

import pytest

from greffier.reading.holders import holders
from greffier.reading.on_page import OnPage
from greffier.records import Page, Piece


def sides(cell: str) -> list[tuple[str, str]]:
    page = Page("p", "s", 1, None, "born_digital", "A", None, cell, "", 0, 0)
    piece = Piece("q", "s", "other", None, None, ("p",))
    return [
        (one.mention.kind, one.mention.span.exact) for one in holders(OnPage(page, ()), piece, 0, len(cell), "rows")
    ]


@pytest.mark.parametrize(
    ("cell", "named"),
    [
        ("MARLOW/QUENBY", [("person", "MARLOW"), ("person", "QUENBY")]),
        ("LAB (desk)", [("organisation", "LAB")]),
        ("gun safe", [("place", "gun safe")]),
        ("Cage 2", [("place", "Cage 2")]),
        ("Lille", [("place", "Lille")]),
        ("Epicerie El Amal", [("organisation", "Epicerie El Amal")]),
        ("unknown", []),
        ("by hand", []),
        ("3 March", []),
        ("Receipt", []),
    ],
)
def test_what_the_words_of_a_cell_are(cell: str, named: list[tuple[str, str]]) -> None:
    assert sides(cell) == named
