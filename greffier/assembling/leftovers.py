"""What no page explains: a holder who received more of a good than the file follows further."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from greffier.assembling.checking import Hit, Material, Words
from greffier.assembling.goods import NOT_SAID
from greffier.assembling.ledger import is_remainder
from greffier.assembling.rulebook import Rule
from greffier.assembling.stock import WHOLE
from greffier.records import Entity, Flow


def _counts(flow: Flow) -> bool:
    return flow.quantity.dimension != "money" and flow.quantity.low > 0


def lost(flows: Iterable[Flow], entities: Iterable[Entity]) -> list[Flow]:
    """The remainders of a ledger that are worth a question, whatever the intervals; money is spent, and asked after
    elsewhere.

    A store, a laboratory, a firm that has something left still has it, until somebody counts; and where the whole of a
    good was counted, what it lacks is asked after once, not again of each holder.
    """
    left = [flow for flow in flows if is_remainder(flow) and _counts(flow)]
    whole = {flow.good for flow in left if flow.origin == WHOLE}
    keepers = {one.name for one in entities if one.kind != "person"}
    return [one for one in left if one.origin == WHOLE or not (one.good in whole or one.origin in keepers)]


def unaccounted(material: Material, rule: Rule) -> Iterator[Hit]:
    """What is lost of a good that the pages name, with how it was reckoned."""
    for flow in lost(material.flows, material.known.dossier.entities):
        if flow.good == NOT_SAID:
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
