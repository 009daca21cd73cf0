"""What no page explains: a holder who received more of a good than the file follows further."""

from __future__ import annotations

from collections.abc import Iterator

from greffier.assembling.checking import Hit, Material, Words
from greffier.assembling.goods import NOT_SAID
from greffier.assembling.ledger import is_remainder
from greffier.assembling.rulebook import Rule
from greffier.assembling.stock import WHOLE


def unaccounted(material: Material, rule: Rule) -> Iterator[Hit]:
    """A remainder of the ledger above nothing, whatever the intervals; money is spent, and asked after elsewhere."""
    for flow in material.flows:
        low = flow.quantity.low
        if not is_remainder(flow) or flow.quantity.dimension == "money" or low <= 0 or flow.good == NOT_SAID:
            continue
        high = flow.quantity.high
        amount = f"{low.normalize():f}" if low == high else f"{low.normalize():f}–{high.normalize():f}"
        words: Words = {
            "amount": (f"{amount} {flow.quantity.unit}", f"{amount.replace('.', ',')} {flow.quantity.unit}"),
            "good": flow.good,
            "holder": ("of the total counted", "sur le total compté") if flow.origin == WHOLE else str(flow.origin),
            "formula": str(flow.formula),
        }
        yield Hit(flow.citations, False, words, "every movement found in the pages")
