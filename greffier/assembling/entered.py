"""Lines of the ledger that a person entered, each with the words of the page that tells it."""

from __future__ import annotations

from dataclasses import replace

from greffier.assembling.goods import in_kilograms
from greffier.assembling.lookup import Lookup
from greffier.records import Flow, digest


def entered(known: Lookup) -> list[Flow]:
    """Return the lines that people entered and that stand; one whose page is gone is passed over."""
    called = {key: entity.name for entity in known.dossier.entities for key in entity.keys}
    found = []
    for decision in known.dossier.decisions:
        told = decision.entered
        if told is None or decision.undone or told.citation.span.page not in known.pages:
            continue
        low, high, unit = in_kilograms(told.quantity)
        found.append(
            Flow(
                id=digest("flow", "entered", decision.id),
                good=told.good,
                quantity=replace(told.quantity, low=low, high=high, unit=unit),
                origin=called.get(told.origin_key or "", told.origin),
                target=called.get(told.target_key or "", told.target),
                status="entered",
                citations=(told.citation,),
                time=told.time,
            )
        )
    return found
