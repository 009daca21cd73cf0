"""Findings: questions to put, each with its pages side by side."""

from __future__ import annotations

from typing import Any

from greffier.case import Case
from greffier.errors import NotInCase
from greffier.records import Finding
from greffier.serving.rules import noted
from greffier.serving.shelf import Shelf, shelf

EXCERPTS = 8


def findings(case: Case, asked: dict[str, str]) -> dict[str, Any]:
    """The questions, gravest first, of one `kind` and `status` (open unless told otherwise), and the first of them."""
    look = shelf(case)
    everything = case.findings()
    kind, status = asked.get("kind", ""), asked.get("status", "open")
    chosen = [f for f in everything if kind in ("", f.kind) and status in ("", "all", f.status)]
    return _told(case, look, chosen, everything, chosen[0] if chosen else None) | {"kind": kind, "status": status}


def finding(case: Case, asked: dict[str, str]) -> dict[str, Any]:
    """One question with the words of its pages, among the others of its status. Raises NotInCase."""
    everything = case.findings()
    one = next((each for each in everything if each.id == asked["id"]), None)
    if one is None:
        raise NotInCase(f"This case holds no finding {asked['id']}.", "Go back to the findings.")
    chosen = [each for each in everything if each.status == one.status]
    return _told(case, shelf(case), chosen, everything, one) | {"kind": "", "status": one.status}


def _told(
    case: Case, look: Shelf, chosen: list[Finding], everything: list[Finding], one: Finding | None
) -> dict[str, Any]:
    return noted(case) | {
        "findings": [look.finding(each) | {"url": f"/finding/{each.id}"} for each in chosen],
        "open": sum(each.status == "open" for each in everything),
        "total": len(everything),
        "finding": _one(case, look, one) if one else None,
    }


def _one(case: Case, look: Shelf, one: Finding) -> dict[str, Any]:
    decided = [d for d in case.decisions() if not d.undone and d.subject == (one.id,)]
    return look.finding(one) | {
        "excerpts": [look.excerpt(citation) for citation in one.citations[:EXCERPTS]],
        "decision": {"id": decided[0].id, "by": decided[0].by, "at": decided[0].at} if decided else None,
    }
