"""What no page explains: a holder who received more of a good than the file follows further."""

from __future__ import annotations

from collections.abc import Iterator

from greffier.assembling.checking import Hit, Material, Words
from greffier.assembling.goods import NOT_SAID
from greffier.assembling.ledger import is_remainder
from greffier.assembling.rulebook import Rule
from greffier.assembling.stock import WHOLE
from greffier.records import Flow


def _counts(flow: Flow) -> bool:
    return flow.quantity.dimension != "money" and flow.quantity.low > 0 and flow.good != NOT_SAID


def unaccounted(material: Material, rule: Rule) -> Iterator[Hit]:
    """A remainder of the ledger above nothing, whatever the intervals; money is spent, and asked after elsewhere.

    A store, a laboratory, a firm that has something left still has it, until somebody counts; and where the whole of a
    good was counted, what it lacks is asked after once, not again of each holder.
    """
    asked = [flow for flow in material.flows if is_remainder(flow) and _counts(flow)]
    whole = {flow.good for flow in asked if flow.origin == WHOLE}
    keepers = {one.name for one in material.known.dossier.entities if one.kind != "person"}
    for flow in asked:
        if flow.origin != WHOLE and (flow.good in whole or flow.origin in keepers):
            continue
        low = flow.quantity.low
        high = flow.quantity.high
        amount = f"{low.normalize():f}" if low == high else f"{low.normalize():f}–{high.normalize():f}"
        words: Words = {
            "amount": (f"{amount} {flow.quantity.unit}", f"{amount.replace('.', ',')} {flow.quantity.unit}"),
            "good": flow.good,
            "holder": ("of the total counted", "sur le total compté") if flow.origin == WHOLE else str(flow.origin),
            "formula": str(flow.formula),
        }
        yield Hit(flow.citations, False, words, "every movement found in the pages")
