"""Columns without names are told by their cells; a stray word in one is no reason to stop."""

import pytest

from greffier.reading.unnamed import _counts_on


@pytest.mark.parametrize(
    ("cells", "counts"),
    [
        (["1", "2", "3"], True),
        (["1", "2", "Libellé", "3"], True),
        (["60", "75", "12"], False),
        (["²", "1 250", ""], True),
    ],
)
def test_a_column_that_numbers_the_rows_is_told_from_durations(cells, counts):
    assert _counts_on(cells) is counts
