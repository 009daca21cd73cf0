"""The timeline: what happened when, vague times kept vague."""

from __future__ import annotations

from collections import Counter
from typing import Any

from greffier.case import Case
from greffier.records import Moment
from greffier.serving.shelf import Shelf, shelf

MOST = 400


def timeline(case: Case, asked: dict[str, str]) -> dict[str, Any]:
    """The moments between `start` and `end` (ISO dates), of one entity (`who`) or kind (`kind`)."""
    look = shelf(case)
    who = asked.get("who", "").strip()
    one = look.who(case.entity(who)) if who else None
    start, end = asked.get("start", "").strip(), asked.get("end", "").strip()
    found = case.timeline(who=one["id"] if one else None, start=start, end=end, kind=asked.get("kind") or None)
    kinds = Counter(each.kind for each in case.timeline())
    return {
        "who": one,
        "start": start,
        "end": end,
        "kind": asked.get("kind", ""),
        "kinds": dict(kinds.most_common()),
        "total": len(found),
        "most": MOST,
        "moments": [moment(look, each) for each in found[:MOST]],
    }


def moment(look: Shelf, each: Moment) -> dict[str, Any]:
    """A moment with its people as links and the piece that tells it."""
    row = look.moment(each) | {"who": look.known(each.entities)}
    return row | {"piece": look.about(each.citations[0].span.page) if each.citations else None}
