"""Seals whose numbers change, things without a number, and seals found open: asked after, or told and in order."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from greffier.assembling.findings import findings
from greffier.assembling.rulebook import rules
from greffier.records import Dossier, Finding

CHECKS = ("seal_changed", "missing_number", "opened_without_record")
BOOK = [rule for rule in rules() if rule.check in CHECKS]


@pytest.fixture
def asked(case: Callable[..., Dossier]) -> Callable[..., list[Finding]]:
    return lambda *texts: findings(case(*[{"path": f"{n}.pdf", "text": t} for n, t in enumerate(texts)]), (), (), BOOK)


LIST = """Item    Found            Where     Bag seal no.
RG/4    tablet, black    desk      V 3320871
RG/5    diary            shelf     V 3320872
"""
LAB = "RG/4  Tablet, black. In bag sealed V 3320990.\n      Bag intact.\nRG/5  Diary, in bag sealed V 3320872.\n"


def test_a_column_of_seals_against_what_reached_the_laboratory(asked: Callable[..., list[Finding]]) -> None:
    found = asked(LIST, LAB)
    assert [one.rule for one in found] == ["seal-number-changed@1"]
    assert "RG/4" in found[0].title_en
    assert len(found[0].citations) == 2


@pytest.mark.parametrize(
    "third",
    ["RG/4 opened by DC Lamb before the storekeeper, resealed V 3320990.", "Scellé V3320871 brisé le 4 mai, PV 12."],
)
def test_an_opening_that_a_page_tells(asked: Callable[..., list[Finding]], third: str) -> None:
    assert not asked(LIST, LAB, third)


def test_the_wrapping_of_another_item_excuses_nothing(asked: Callable[..., list[Finding]]) -> None:
    other = LAB.replace("RG/5  Diary, in bag", "RG/5  Diary, old bag enclosed, in bag")
    assert len(asked(LIST, other)) == 1


def test_a_thing_without_a_number_in_two_papers(asked: Callable[..., list[Finding]]) -> None:
    found = asked("- une clé rouge, mise dans un sac, non numérotée", "21/88 | clé rouge, sans n° de scellé | 12/11")
    assert len(found) == 1
    assert len(found[0].citations) == 2


@pytest.mark.parametrize(
    "text",
    ["Les pages du cahier sont non numérotées.", "Villa sans numéro, route de la plage.", "Sac n° 12, numéroté."],
)
def test_other_things_have_no_numbers(asked: Callable[..., list[Finding]], text: str) -> None:
    assert not asked(text)


def test_a_seal_found_split(asked: Callable[..., list[Finding]]) -> None:
    text = "Tous intègres sauf le scellé {seal|SIX} : sachet fendu. Aucun procès-verbal de bris n'était joint."
    found = asked(text)
    assert [one.rule for one in found] == ["seal-opened-without-record@2"]
    assert len(found[0].citations) == 2
    assert not asked(text.replace("Aucun procès-verbal de bris n'était joint", "Un procès-verbal de bris était joint"))
