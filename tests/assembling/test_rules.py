"""Every rule at work on its own three examples: a rule whose examples do not behave does not ship."""

from __future__ import annotations

import pytest

from greffier.assembling.checks import CHECKS
from greffier.assembling.rulebook import Rule, rules
from greffier.assembling.trying import complaints, tried


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.id)
def test_rule_behaves(rule: Rule) -> None:
    assert complaints(rule) == []
    for one in tried(rule, rule.tests.positive):
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
