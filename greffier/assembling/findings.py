"""Rules in, questions out: every check is run, and what it finds is capped by how well the pages could be read."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from typing import Literal

from greffier.assembling.checking import Hit, Material
from greffier.assembling.checks import CHECKS
from greffier.assembling.folios import gaps
from greffier.assembling.jurisdictions import speaks
from greffier.assembling.lookup import Lookup, look
from greffier.assembling.rulebook import Rule, rules
from greffier.records import Balance, Decision, Dossier, Finding, Flow, digest

Severity = Literal["high", "medium", "low"]
Status = Literal["open", "confirmed", "dismissed"]

_WEAKER: dict[Severity, Severity] = {"high": "medium", "medium": "low", "low": "low"}


def findings(
    dossier: Dossier,
    flows: Sequence[Flow],
    balances: Sequence[Balance],
    book: Sequence[Rule] | None = None,
    jurisdictions: Collection[str] = (),
) -> list[Finding]:
    """Return what the rules of `book` (all packs) find, sorted by id; ids hold as long as rule and cited spans do.

    Where `jurisdictions` are chosen, the laws of others are asked of their own papers only.
    """
    known = look(dossier)
    material = Material(known, tuple(flows), tuple(balances))
    holes = bool(gaps(known.pages.values())) or any(page.grade == "C" for page in known.pages.values())
    decided = _decided(dossier.decisions)
    found: dict[str, Finding] = {}
    for rule in rules() if book is None else book:
        for hit in CHECKS[rule.check](material, rule):
            if not speaks(rule.jurisdiction, jurisdictions, _languages(known, hit)):
                continue
            if _sides(hit) >= (2 if rule.kind == "contradiction" else 1):
                finding = _finding(known, rule, hit, holes, decided)
                found.setdefault(finding.id, finding)
    return sorted(found.values(), key=lambda finding: finding.id)


def _languages(known: Lookup, hit: Hit) -> set[str]:
    return {known.pages[one.span.page].language or "" for one in hit.citations}


def _sides(hit: Hit) -> int:
    """How many places a hit cites: a contradiction without two is none."""
    return len({(one.span.page, one.span.start, one.span.end) for one in hit.citations})


def _finding(known: Lookup, rule: Rule, hit: Hit, holes: bool, decided: dict[str, Decision]) -> Finding:
    spans = sorted((c.span.page, c.span.start, c.span.end) for c in hit.citations)
    id = digest("finding", rule.id, *spans)
    poor = any(known.poor(citation.span) for citation in hit.citations)
    certain = hit.certain and not poor and not (hit.scope and holes and rule.template == "absent")
    decision = decided.get(id)
    return Finding(
        id=id,
        rule=f"{rule.id}@{rule.version}",
        kind=rule.kind,
        severity=_WEAKER[rule.severity] if poor else rule.severity,
        certainty="certain" if certain else "possible",
        title_en=rule.title.en.format(**{name: _in(value, 0) for name, value in hit.words.items()}),
        title_fr=french(rule.title.fr.format(**{name: _in(value, 1) for name, value in hit.words.items()})),
        citations=hit.citations,
        explanations=rule.explanations,
        scope=hit.scope,
        status=_status(decision),
        note=decision.why if decision else None,
    )


def _in(value: str | tuple[str, str], language: int) -> str:
    return value if isinstance(value, str) else value[language]


def french(text: str) -> str:
    """Set the no-break spaces of French typography: thin before ? ! ;, full before :, inside guillemets."""
    text = re.sub(r"[ \u00a0\u202f]*([?!;])", "\u202f\\1", text)
    text = re.sub(r"(?<=\w)[ \u00a0\u202f]+:(?=\s)", "\u00a0:", text)
    text = re.sub(r"«[ \u00a0\u202f]*", "«\u00a0", text)
    return re.sub(r"[ \u00a0\u202f]*»", "\u00a0»", text)


def _decided(decisions: Iterable[Decision]) -> dict[str, Decision]:
    """Return the newest standing decision on each finding."""
    standing = [one for one in decisions if not one.undone and one.verb in ("confirm", "dismiss")]
    return {id: one for one in sorted(standing, key=lambda one: (one.at, one.id)) for id in one.subject}


def _status(decision: Decision | None) -> Status:
    if decision is None:
        return "open"
    return "confirmed" if decision.verb == "confirm" else "dismissed"
