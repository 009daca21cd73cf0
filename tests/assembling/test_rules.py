"""Every rule at work on its own three examples: a rule whose examples do not behave does not ship."""

from __future__ import annotations

import pytest

from greffier.assembling.checks import CHECKS
from greffier.assembling.example import dossier
from greffier.assembling.findings import findings
from greffier.assembling.ledger import balances, flows
from greffier.assembling.rulebook import Example, Rule, rules
from greffier.records import Finding


def run(rule: Rule, example: Example) -> list[Finding]:
    case = dossier(example.documents)
    moved = flows(case)
    return findings(case, moved, balances(moved), [rule])


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.id)
def test_rule_behaves(rule: Rule) -> None:
    found = run(rule, rule.tests.positive)
    assert found, "the positive example finds nothing"
    assert not run(rule, rule.tests.negative), "the negative example finds something"
    assert not run(rule, rule.tests.near_miss), "the near miss finds something"
    for one in found:
        assert one.title_en.endswith("?")
        assert one.title_fr.endswith("\u202f?")
        assert "{" not in one.title_en + one.title_fr
        assert one.citations
        assert one.explanations
        if one.kind == "contradiction":
            assert len({(c.span.page, c.span.start) for c in one.citations}) >= 2


def test_every_check_is_used_and_known() -> None:
    assert {rule.check for rule in rules()} == set(CHECKS)
    assert len({rule.id for rule in rules()}) == len(rules())
