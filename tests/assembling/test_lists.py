"""A list of things that another paper tells again."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from greffier.assembling.findings import findings
from greffier.records import Dossier

Case = Callable[..., Dossier]
SEIZED = """Saisissons : {quantity=9 count firearm|neuf pistolets}, un par scellé ;
{quantity=14 count ébauche|quatorze ébauches} de canon ; {quantity=640 count ammunition|640 cartouches}."""


def told(case: Case, again: str) -> list[list[str]]:
    found = findings(case({"text": SEIZED}, {"text": again}), [], [])
    return [[one.span.exact for one in each.citations] for each in found if each.rule.startswith("list-differs@")]


def again(pistols: str = "9|9 pistolets", blanks: str = "14|14 ébauches", rounds: str = "460|460 cartouches") -> str:
    things = [f"{{quantity={one.replace('|', ' count things|')}}}" for one in (pistols, blanks, rounds)]
    return f"La fouille amène {', '.join(things)}."


def test_the_thing_that_is_counted_otherwise_is_cited_in_both_papers(case: Case) -> None:
    (cited,) = told(case, again())
    assert sorted(cited) == ["460 cartouches", "640 cartouches"]


@pytest.mark.parametrize(
    "text",
    [
        again(rounds="640|640 cartouches"),
        again(blanks="12|douze ébauches"),  # another list, perhaps
        again(rounds="460|460 chargeurs"),
        again(rounds="about 460|quelque 460 cartouches"),
        "Il manque {quantity=460 count things|460 cartouches} et {quantity=9 count things|9 pistolets}.",
        again(blanks="14|14 ébauches et {quantity=2 count things|deux ébauches}"),
    ],
)
def test_lists_that_agree_or_are_of_other_things_are_not_asked_about(case: Case, text: str) -> None:
    assert told(case, text) == []


def test_small_numbers_agree_by_chance(case: Case) -> None:
    first = "{quantity=2 count a|deux montres}, {quantity=1 count b|une bague}, {quantity=3 count c|trois colliers}."
    second = "{quantity=2 count a|deux montres}, {quantity=1 count b|une bague}, {quantity=2 count c|deux colliers}."
    made = findings(case({"text": f"Saisi : {first}"}, {"text": f"Rendu : {second}"}), [], [])
    assert not [one for one in made if one.rule.startswith("list-differs@")]
