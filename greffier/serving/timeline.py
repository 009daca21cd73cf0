"""The timeline: what happened when, vague times kept vague."""

from __future__ import annotations

from collections import Counter
from typing import Any

from greffier.assembling.silences import silences
from greffier.case import Case
from greffier.records import Moment, Silence
from greffier.serving.shelf import Shelf, shelf

MOST = 400
SILENCES = 12
GAP = 14  # days without a fact that are worth a word, unless told otherwise


def timeline(case: Case, asked: dict[str, str]) -> dict[str, Any]:
    """The moments between `start` and `end` (ISO dates), of one entity (`who`) or kind (`kind`)."""
    look = shelf(case)
    who = asked.get("who", "").strip()
    one = look.who(case.entity(who)) if who else None
    start, end = asked.get("start", "").strip(), asked.get("end", "").strip()
    place = asked.get("place", "").strip()
    found = case.timeline(
        who=one["id"] if one else None, start=start, end=end, kind=asked.get("kind") or None, place=place or None
    )
    days = int(told) if (told := asked.get("gaps", "")).isdecimal() and int(told[:6]) > 0 else GAP
    kinds = Counter(each.kind for each in case.timeline())
    return {
        "who": one,
        "start": start,
        "end": end,
        "kind": asked.get("kind", ""),
        "place": place,
        "gaps": days,
        "silences": [_silence(look, each) for each in silences(found, days)[:SILENCES]],
        "kinds": dict(kinds.most_common()),
        "total": len(found),
        "most": MOST,
        "moments": [moment(look, each) for each in found[:MOST]],
    }


def _silence(look: Shelf, each: Silence) -> dict[str, Any]:
    return look.silence(each) | {"before": moment(look, each.before), "after": moment(look, each.after)}


def moment(look: Shelf, each: Moment) -> dict[str, Any]:
    """A moment with its people as links and the piece that tells it."""
    row = look.moment(each) | {"who": look.known(each.entities), "where": look.known(each.places)}
    return row | {"piece": look.about(each.citations[0].span.page) if each.citations else None}
