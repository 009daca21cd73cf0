"""What is left of a good with somebody, and when that is worth a question."""

from __future__ import annotations

from decimal import Decimal

import pytest

from greffier.assembling.goods import NOT_SAID
from greffier.assembling.leftovers import lost
from greffier.assembling.stock import WHOLE
from greffier.records import Entity, Flow, Quantity

PEOPLE = [
    Entity("e1", "person", "Odile Marcheval", (), (), (), ()),
    Entity("e2", "organisation", "Banque du Quai", (), (), (), ()),
]


def left(holder: str, good: str = "cocaine", unit: str = "kg", kind: str = "mass") -> Flow:
    quantity = Quantity(Decimal(3), Decimal(3), unit, kind)
    return Flow(f"{holder} {good}", good, quantity, holder, None, "computed", ())


@pytest.mark.parametrize(
    ("flow", "asked"),
    [
        (left("Odile Marcheval"), True),
        (left("Banque du Quai"), False),  # a store that received it still has it
        (left("Odile Marcheval", "cash", "EUR", "money"), False),  # money is spent
        (left(WHOLE), True),
        (left(WHOLE, NOT_SAID), True),  # of which no page says what it was
    ],
)
def test_what_is_asked_after(flow: Flow, asked: bool) -> None:
    assert (lost([flow], PEOPLE) == [flow]) is asked


def test_what_the_whole_lacks_is_not_asked_of_each_holder_again() -> None:
    assert lost([left("Odile Marcheval"), left(WHOLE)], PEOPLE) == [left(WHOLE)]
