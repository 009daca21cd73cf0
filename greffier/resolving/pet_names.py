"""What passes for a given name among friends: Dan for Daniel, Momo for Mohamed. Evidence, never proof."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from importlib.resources import files

import yaml


def pet_name(left: str, right: str) -> bool:
    """Whether one part is a pet name of the other, or both of one given name."""
    return not _meant(left).isdisjoint(_meant(right))


def pet_names_of(part: str) -> tuple[str, ...]:
    """Return what friends make of a given name."""
    return _table().get(part, ())


def is_pet_name(part: str) -> bool:
    """Whether friends call somebody so."""
    return part in _given()


def _meant(part: str) -> frozenset[str]:
    """Return the given names that a part may stand for, itself among them."""
    return _given().get(part, frozenset()) | {part}


@cache
def _table() -> dict[str, tuple[str, ...]]:
    told = files("greffier.resolving").joinpath("pet_names.yaml").read_text(encoding="utf-8")
    return {given: tuple(pets) for given, pets in yaml.safe_load(told).items()}


@cache
def _given() -> dict[str, frozenset[str]]:
    meant: dict[str, set[str]] = defaultdict(set)
    for given, pets in _table().items():
        for pet in pets:
            meant[pet].add(given)
    return {pet: frozenset(given) for pet, given in meant.items()}
