"""Dan is Daniel where nobody else of the family can be meant."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from greffier.resolving.pet_names import pet_name
from greffier.resolving.resolve import resolve

Sheets = Callable[..., Any]


def owners(sheet: Sheets, *told: tuple[str, str]) -> dict[str, str]:
    """The entity of each name key; `told` are pairs of a piece and a name."""
    sheets = [sheet(f"On this day {name} came.", piece=piece) for piece, name in told]
    mentions = [one.say(name) for one, (_, name) in zip(sheets, told, strict=True)]
    entities, _ = resolve(mentions, [], ())
    return {key.removeprefix("person:"): entity.id for entity in entities for key in entity.keys}


@pytest.mark.parametrize(
    ("pet", "whole"),
    [("Dan Orvell", "Daniel R. Orvell"), ("Momo BENKHEIRA", "BENKHEIRA Mohamed"), ("Pete Lundgard", "Lundgard, Peter")],
)
def test_a_pet_name_joins_the_only_bearer(sheet: Sheets, pet: str, whole: str) -> None:
    of = owners(sheet, ("a", pet), ("b", whole))
    assert len(set(of.values())) == 1


@pytest.mark.parametrize(
    "told",
    [
        (("a", "Dan Orvell"), ("b", "Daniel Orvell"), ("c", "Danielle Orvell")),  # it may be short for either
        (("a", "Dan Orvell"), ("a", "Daniel Orvell")),  # a father and his son in one report
        (("a", "Dan Orvell"), ("b", "Marcus Orvell")),
        (("a", "Chris Orvell"), ("b", "Christine Orvell"), ("c", "Christophe Orvell")),
    ],
)
def test_a_pet_name_that_may_mean_two_joins_nobody(sheet: Sheets, told: tuple[tuple[str, str], ...]) -> None:
    of = owners(sheet, *told)
    assert len(set(of.values())) == len(of)


def test_pet_names_go_both_ways() -> None:
    assert pet_name("greg", "gregory")
    assert pet_name("gregoire", "greg")
    assert not pet_name("gregory", "gregoire")
