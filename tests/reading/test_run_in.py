"""Lines whose columns are parted by single blanks: parted in the one way that there is, or not at all."""

from __future__ import annotations

import pytest

from greffier.reading.call_columns import CALLS
from greffier.reading.run_in import find_run_in
from greffier.records import Page


def parted(text: str) -> list[list[str]]:
    page = Page("p", "s", 1, None, "born_digital", "A", None, text, "", 0, 0)
    return [
        [row.words(at) for at in range(len(row.cells))] for table, _ in find_run_in([page], CALLS) for row in table.rows
    ]


ROWS = "25/09/2021 18:22:10 06 39 98 61 20 06 39 98 44 03 00:01:15\n26/09/2021 07:05:00 0639986120 0639984403 5"


def test_numbers_in_pairs_are_put_together() -> None:
    assert parted(f"Date Heure Appelant Appelé Durée\n{ROWS}\nPage 1/2") == [
        ["25/09/2021", "18:22:10", "06 39 98 61 20", "06 39 98 44 03", "00:01:15"],
        ["26/09/2021", "07:05:00", "0639986120", "0639984403", "5"],
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Date Heure Appelant Appelé Durée\n25/09/2021 18:22 06 39 98 61 20 00:01:15\n26/09/2021 07:05 0639986120 5",
        f"Date Heure Lieu Appelant Appelé inconnu Durée\n{ROWS}",
        f"Sans tête\n{ROWS}",
        "Date Heure Durée\nLe témoin parle.\nIl se tait.",
    ],
)
def test_what_can_be_parted_in_no_way_or_in_several_is_left(text: str) -> None:
    assert parted(text) == []
