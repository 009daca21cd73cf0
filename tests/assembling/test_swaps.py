"""Two digits exchanged from paper to paper; and numbers that are two, or that one paper tells both of."""

from __future__ import annotations

import pytest

from greffier.assembling.swaps import swapped
from tests.assembling.whole import asked


@pytest.mark.parametrize(
    ("left", "right", "alike"),
    [("48210", "42810", True), ("48210", "48210", False), ("48210", "41280", False), ("ab1", "ba1", False)],
)
def test_neighbours(left: str, right: str, alike: bool) -> None:
    assert swapped(left, right) is alike


def test_an_amount_that_was_copied_wrongly() -> None:
    found = asked("digits-swapped", a_txt="Copper wire on the lorry: 3270 kg.\n", b_txt="Wire entered, 3720 kg.\n")
    assert found == [["3270 kg", "3720 kg"]]


def test_amounts_of_other_things_or_of_one_list() -> None:
    assert not asked("digits-swapped", a_txt="Copper wire: 3270 kg.\n", b_txt="Sand for the yard, 3720 kg.\n")
    assert not asked("digits-swapped", a_txt="Wire: 3270 kg in May, 3720 kg in June.\n", b_txt="Wire: 3720 kg.\n")
