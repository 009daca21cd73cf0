"""The pieces of the case, and the files they came in."""

from __future__ import annotations

from collections import Counter
from typing import Any

from greffier.case import Case
from greffier.records import Source
from greffier.serving.shelf import shelf

MOST = 500


def documents(case: Case, asked: dict[str, str]) -> dict[str, Any]:
    """The logical documents in the order of the files; `kind` keeps one kind."""
    look = shelf(case)
    kind = asked.get("kind", "")
    found = [piece for piece in look.pieces if kind in ("", piece.kind)]
    return {
        "kind": kind,
        "kinds": dict(Counter(piece.kind for piece in look.pieces).most_common()),
        "total": len(found),
        "most": MOST,
        "pieces": [look.short(piece) for piece in found[:MOST]],
    }


def files(case: Case, asked: dict[str, str]) -> dict[str, Any]:
    """The files as they came, with what became of each; `status` keeps one outcome."""
    look = shelf(case)
    status = asked.get("status", "")
    found = sorted((s for s in case.all(Source) if status in ("", s.status)), key=lambda source: source.path)
    return {
        "status": status,
        "statuses": {name: count for name, count in case.account().files.items() if count},
        "total": len(found),
        "most": MOST,
        "files": [
            look.source(source) | {"first": look.leaf(look.order[source.id][0]) if look.order.get(source.id) else None}
            for source in found[:MOST]
        ],
    }
