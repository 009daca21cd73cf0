"""Limits of payments that a file states, and vouchers that need an approval for them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from greffier.assembling.findings import findings
from greffier.assembling.rulebook import rules
from greffier.records import Dossier, Finding

BOOK = [rule for rule in rules() if rule.check == "above_ceiling"]
RULE = "Any advance exceeding {quantity=300 GBP|£300} shall bear the countersignature of the bursar."


@pytest.fixture
def asked(case: Callable[..., Dossier]) -> Callable[..., list[Finding]]:
    return lambda *texts: findings(case(*[{"path": f"{n}.pdf", "text": t} for n, t in enumerate(texts)]), (), (), BOOK)


def voucher(amount: str, countersigned: str = "") -> str:
    return f"PETTY CASH 7\nPaid to      D. Moss\nAmount:      {amount}\nCountersignature:   {countersigned}\n"


def test_a_rule_on_another_paper(asked: Callable[..., list[Finding]]) -> None:
    found = asked(RULE, voucher("{quantity=450 GBP|£450}"))
    assert len(found) == 1
    assert [one.stance for one in found[0].citations] == ["supports", "contradicts", "supports"]
    assert "£450" in found[0].title_en


@pytest.mark.parametrize(
    "text",
    [
        voucher("{quantity=300 GBP|£300}"),
        voucher("{quantity=450 GBP|£450}", "J. Ardel, bursar"),
        voucher("{quantity=450 EUR|€450}"),
        "PETTY CASH 7\nAmount:      {quantity=450 GBP|£450}\nPaid by the bank on 4 May.\n",
    ],
    ids=["at the limit", "countersigned", "another currency", "no such field"],
)
def test_nothing_to_ask(asked: Callable[..., list[Finding]], text: str) -> None:
    assert not asked(RULE, text)


def test_a_limit_without_an_approval_is_none(asked: Callable[..., list[Finding]]) -> None:
    assert not asked("Parcels over {quantity=300 GBP|£300} are insured.", voucher("{quantity=450 GBP|£450}"))
