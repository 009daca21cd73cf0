"""Things handed to informants: off the books, or paid in money and receipted."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from greffier.assembling.findings import findings
from greffier.assembling.rulebook import rules
from greffier.records import Dossier, Finding

BOOK = [rule for rule in rules() if rule.check == "informant_given_goods"]


@pytest.fixture
def asked(case: Callable[..., Dossier]) -> Callable[..., list[Finding]]:
    return lambda *texts: findings(case(*[{"path": f"{n}.pdf", "text": t} for n, t in enumerate(texts)]), (), (), BOOK)


def test_a_chainsaw_from_the_store(asked: Callable[..., list[Finding]]) -> None:
    sheet = "Source unit, contact sheet 9.\nSource wants his money. Gave him the chainsaw from the barn. No receipt."
    found = asked(sheet, "KT/9   chainsaw, orange    shelf 4", "Stock check: KT/9   not found on shelf")
    assert len(found) == 1
    assert [one.stance for one in found[0].citations] == ["supports", "context", "context"]


def test_a_phone_left_to_an_indicateur(asked: Callable[..., list[Finding]]) -> None:
    found = asked("Pour l'informateur, je lui ai laissé la tablette du bureau, sans reçu, il est content.")
    assert len(found) == 1
    assert "tablette" in found[0].title_fr


@pytest.mark.parametrize(
    "text",
    [
        "Source unit, contact sheet 4.\nGave her the outboard engine until her fee is paid.",
        "Source unit, contact sheet 4.\nLet him have the drill. Never recorded.",
        "Pour l'informateur, je lui ai remis le vélo de la remise, en attendant le paiement.",
        "Pour l'informateur, on lui a laissé la perceuse. Ne pas l'inscrire au carnet.",
    ],
)
def test_words_of_other_handlers(asked: Callable[..., list[Finding]], text: str) -> None:
    assert len(asked(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Source unit, contact sheet 9.\nGave him £200 in cash, no form yet.",
        "Source unit, contact sheet 9.\nGave him the number of the duty desk. No form for this.",
        "Source unit, contact sheet 9.\nGave him the chainsaw back, his own, against signature.",
        "Source unit, contact sheet 9.\nNobody gave him the chainsaw. No form for this.",
        "Handover at the garage. The buyer gave him the chainsaw, no receipt.",
        "L'informateur dit qu'on lui a remis 300 euros, sans reçu.",
    ],
    ids=["money", "a number", "his own", "nobody", "no informant", "money, in French"],
)
def test_no_gift_off_the_books(asked: Callable[..., list[Finding]], text: str) -> None:
    assert not asked(text)
