"""What a format says of the rows of a page is checked before it is believed."""

from __future__ import annotations

import pytest

from greffier.pages.rows import grid
from greffier.pages.settle import settle
from greffier.records import Leaf, Row, Source

SOURCE = Source("s", "x.csv", "0" * 64, "text/csv", 1)
TEXT = "Date | Heure\n2021-09-05 | 18:22"


def settled(*rows: Row, text: str = TEXT):
    leaf = Leaf(1, text, 0, 0, rows=rows)
    page, _ = settle(leaf, SOURCE)
    made = grid(leaf, page)
    return made and made.rows


def test_rows_that_stand_are_kept_in_order():
    first, second = Row(0, 12, None, 1), Row(13, 31, None, 4, True)
    assert settled(second, first) == (first, second)


@pytest.mark.parametrize(
    "row",
    [
        Row(-1, 5, None, 1),
        Row(5, 5, None, 1),
        Row(9, 5, None, 1),
        Row(0, 10_000, None, 1),
        Row(0, 5, None, 0),
        Row(0, 5, None, 10**12),
    ],
)
def test_impossible_rows_are_dropped(row):
    assert settled(row) is None


def test_of_rows_that_overlap_the_first_is_kept():
    assert settled(Row(0, 12, None, 1), Row(5, 20, None, 2)) == (Row(0, 12, None, 1),)


def test_no_row_stands_in_a_text_that_had_to_be_cleaned():
    assert settled(Row(0, 12, None, 1), text="\x00" + TEXT) is None


def test_names_of_sheets_are_cleaned():
    assert settled(Row(0, 12, " a\x1b[31m\nb " + "x" * 999, 1))[0].sheet[:8] == "a[31m b "
