"""A rule at work on its own three examples: one that does not behave there is not asked of a case."""

from __future__ import annotations

from greffier.assembling.example import dossier
from greffier.assembling.findings import findings
from greffier.assembling.ledger import balances, flows
from greffier.assembling.rulebook import Example, Rule
from greffier.records import Finding


def tried(rule: Rule, example: Example) -> list[Finding]:
    """Return what a rule finds in an example."""
    case = dossier(example.documents)
    moved = flows(case)
    return findings(case, moved, balances(moved), [rule])


def complaints(rule: Rule) -> list[str]:
    """Return what the examples of a rule do that they must not; nothing where they behave."""
    told = (
        ("positive", rule.tests.positive, True),
        ("negative", rule.tests.negative, False),
        ("near miss", rule.tests.near_miss, False),
    )
    return [why for name, example, speaks in told if (why := _complaint(rule, name, example, speaks))]


def _complaint(rule: Rule, name: str, example: Example, speaks: bool) -> str:
    try:
        found = tried(rule, example)
    except (LookupError, ValueError, TypeError, AttributeError, ArithmeticError) as error:
        return f"its {name} example cannot be laid out ({type(error).__name__}: {error})"
    if bool(found) == speaks:
        return ""
    return f"its {name} example finds {'something' if found else 'nothing'}"
