"""The desk: the account of the case and what deserves a look first."""

from __future__ import annotations

from collections import Counter
from typing import Any

from greffier.case import Case
from greffier.serving.ledger import balance, lost_by
from greffier.serving.shelf import Shelf, shelf

MOST_PRESENT = 8
FIRST = 5
SEVERITIES = ("high", "medium", "low")


def desk(case: Case, asked: dict[str, str]) -> dict[str, Any]:
    """The account, the people most present, the ledger, the findings, the holes in the folios."""
    look = shelf(case)
    people = case.people()
    return {
        "account": _account(case, look),
        "people": [look.who(e) | {"roles": list(e.roles), "pages": e.pages} for e in people[:MOST_PRESENT]],
        "people_count": len(people),
        "balances": [balance(look, each) for each in _most_missing(case)],
        "findings": _findings(case, look),
        "folios": _folios(look),
    }


def _account(case: Case, look: Shelf) -> dict[str, Any]:
    told = case.account()
    return {
        "files": told.files,
        "files_seen": sum(told.files.values()),
        "pages": told.pages,
        "pages_seen": told.pages_seen,
        "origins": told.origins,
        "grades": told.grades,
        "pieces": dict(sorted(told.pieces.items(), key=lambda item: (-item[1], item[0]))),
        "unreadable": told.unreadable,
        "blank": told.blank,
        "waiting": told.waiting,
        "adds_up": told.adds_up,
        "not_read": [look.source(source) for source in told.not_read],
        "failures": [look.failure(failure) for failure in told.failures if failure.step != "open" or failure.page],
    }


def _most_missing(case: Case) -> list[Any]:
    asked = lost_by(case)
    missing = [each for each in case.ledger().balance() if each.id in asked]
    return sorted(missing, key=lambda each: (-each.unaccounted_high, each.id))[:FIRST]


def _findings(case: Case, look: Shelf) -> dict[str, Any]:
    found = case.findings()
    counts: Counter[tuple[str, str]] = Counter((finding.kind, finding.severity) for finding in found)
    kinds = sorted({finding.kind for finding in found})
    return {
        "total": len(found),
        "statuses": dict(Counter(finding.status for finding in found)),
        "table": [{"kind": kind} | {severity: counts[kind, severity] for severity in SEVERITIES} for kind in kinds],
        "first": [look.finding(finding) for finding in found if finding.status == "open"][:FIRST],
    }


def _folios(look: Shelf) -> list[dict[str, Any]]:
    """Each series of stamps with its holes."""
    by_series, holes = look.series
    found = []
    for series, stamped in by_series.items():
        ids = {stamp.page.id for stamp in stamped}
        mine = [gap for gap in holes if gap.before.id in ids]
        first, last = stamped[0], stamped[-1]
        found.append(
            {
                "series": series,
                "first": look.leaf(first.page.id),
                "last": look.leaf(last.page.id),
                "from": first.number,
                "to": last.number,
                "stamped": len(stamped),
                "missing": sum(len(gap.missing) for gap in mine),
                "gaps": [
                    {
                        "from": gap.missing[0],
                        "to": gap.missing[-1],
                        "count": len(gap.missing),
                        "after": look.leaf(gap.before.id),
                        "at": next(stamp.number for stamp in stamped if stamp.page.id == gap.before.id) + 1,
                    }
                    for gap in mine
                ],
            }
        )
    return sorted(found, key=lambda row: -row["stamped"])
