"""The rules that findings come from: what each asks, under which law, and the packs of the case that are not asked."""

from __future__ import annotations

from typing import Any

from greffier.assembling.packs import row
from greffier.case import Case


def rules(case: Case, asked: dict[str, str]) -> dict[str, Any]:
    """Every rule that the case asks, of one `pack` or of all."""
    found = [row(rule) for rule in case.book.asked]
    pack = asked.get("pack", "")
    return noted(case) | {
        "pack": pack,
        "packs": sorted({each["pack"] for each in found}),
        "rules": [each for each in found if pack in ("", each["pack"])],
        "jurisdictions": list(case.book.jurisdictions),
    }


def noted(case: Case) -> dict[str, Any]:
    """What must be said beside the findings: packs that are not asked and why, rules changed since they were made."""
    return {"refused": list(case.book.refused), "asks_anew": case.asks_anew}
