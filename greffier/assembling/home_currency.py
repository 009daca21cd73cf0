"""Which currency the sums of a case are in where their page tells none: the one that its other sums are told in."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from greffier.assembling.lookup import Lookup
from greffier.records import Mention, Quantity

_FEWEST = 2  # sums with their sign
_MOST = 0.5  # of them that must be in one currency
_TOLD = re.compile(r"[€$£¥₹₦]|\b(?:euros?|dollars?|pounds?|francs?|f\.? ?cfa|rands?|naira|shillings?)\b", re.IGNORECASE)
_BARE = re.compile(r"[\d .,'\u00a0\u202f+-]+")


def home_currency(known: Lookup) -> str | None:
    """Return the currency that most sums with a sign are in; None where they are few or differ."""
    told = Counter(
        one.quantity.unit
        for found in known.on_page.values()
        for one in found
        if one.quantity is not None and one.quantity.dimension == "money" and not _BARE.fullmatch(one.span.exact)
    )
    if sum(told.values()) < _FEWEST:
        return None
    (unit, often), *_ = told.most_common(1)
    return unit if often > _MOST * sum(told.values()) else None


def at_home(known: Lookup, one: Mention, home: str | None) -> Quantity | None:
    """The amount of a mention: a bare sum of a page without any currency is in that of the case."""
    told = one.quantity
    if told is None or told.dimension != "money" or home in (None, told.unit) or not _BARE.fullmatch(one.span.exact):
        return told
    page = known.pages.get(one.span.page)
    if page is None or told.unit in page.text or _TOLD.search(page.text):
        return told
    return replace(told, unit=str(home), currency=home)
