"""Mentions: their ids, their context, and which of two overlapping ones stays."""

from __future__ import annotations

from greffier.reading.mention import longest, mention
from greffier.records import Page, Piece

PAGE = Page("page", "source", 1, None, "born_digital", "A", "fr", "x" * 40 + "mai 2022" + "y" * 40, "", 1.0, 1.0)
PIECE = Piece("piece", "source", "report", None, None, ("page",))


def test_a_mention_carries_its_words_and_their_context() -> None:
    made = mention(PAGE, PIECE, 40, 48, "date", "dates")
    assert made.span.exact == "mai 2022"
    assert made.span.prefix == "x" * 32
    assert made.span.suffix == "y" * 32
    assert made.id == mention(PAGE, PIECE, 40, 48, "date", "other").id


def test_the_longest_of_a_kind_stays() -> None:
    long, short = mention(PAGE, PIECE, 40, 48, "date", "dates"), mention(PAGE, PIECE, 44, 48, "date", "dates")
    other = mention(PAGE, PIECE, 44, 48, "quantity", "quantities")
    assert longest([short, long, other]) == [long, other]
