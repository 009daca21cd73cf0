"""Tokens keep their offsets whatever the folding does."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from greffier.reading.tokens import flatten, tokens


@given(st.text(max_size=300))
def test_flattening_keeps_every_character_in_its_place(text: str) -> None:
    assert len(flatten(text)) == len(text)


@given(st.text(max_size=300))
def test_tokens_stand_in_order_inside_the_text(text: str) -> None:
    found = tokens(text)[:-4]
    assert all(token.start < token.end <= len(text) for token in found)
    assert all(left.end <= right.start for left, right in itertools.pairwise(found))


def test_look_alike_signs_and_accents_are_folded() -> None:
    assert [token.text for token in tokens("L’été – 2O22")[:-4]] == ["l", "'", "ete", "-", "2022"]


def test_a_word_broken_at_the_end_of_a_line_is_one_where_it_is_known() -> None:
    assert [token.text for token in tokens("jan-\nvier", frozenset({"janvier"}))[:-4]] == ["janvier"]
    assert [token.text for token in tokens("vingt-\ntrois")[:-4]] == ["vingt", "-", "trois"]


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("vu a lOh45, puis llh2O", ["vu", "a", "10", "h", "45", ",", "puis", "11", "h", "20"]),
        ("\nl4lO Rang the office", ["1410", "rang", "the", "office"]),
        ("left O8l5 hrs", ["left", "0815", "hrs"]),
        ("jeudi 19/O4 et 3/lO", ["jeudi", "19", "/", "04", "et", "3", "/", "10"]),
        ("the 2lst, the l8th, lst", ["the", "21", "st", ",", "the", "18", "th", ",", "lst"]),
    ],
)
def test_letters_of_a_scan_in_hours_and_days(text: str, cut: list[str]) -> None:
    assert [token.text for token in tokens(text) if token.text][: len(cut)] == cut
