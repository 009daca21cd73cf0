"""Which currency the sums of a case are in where their page tells none: the one that its other sums are told in."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from greffier.assembling.lookup import Lookup
from greffier.assembling.spelling import value
from greffier.records import Mention, Quantity

_ABROAD = frozenset(("USD", "EUR", "GBP"))  # told in many countries beside their own money
_FEWEST = 2  # sums with their sign, where it is that of money told in many countries
_TOLD = re.compile(
    r"[€$£¥₹₦]|\b(?:euros?|dollars?|pounds?|francs?|f\.? ?cfa|rands?|naira|shillings?|lakhs?|crores?)\b", re.IGNORECASE
)
_SIGNED = re.compile(
    rf"{_TOLD.pattern}|(?<![^\W\d])[A-Z]{{1,3}}\.?[ ]?\d|\d[ ]?(?![km]\b)[A-Z]{{1,4}}\b", re.IGNORECASE
)
_SHORT = re.compile(r"[\d.,]{1,20}+ ?[km]", re.IGNORECASE)  # `35k`
_BARE = re.compile(r"[\d .,'\u00a0\u202f+-]+")


def home_currency(known: Lookup) -> str | None:
    """Return the currency that most sums with a sign are in; where as many are in money told in many countries and in
    that of one, the latter; None where none is told, or as many in one as in another."""
    told = Counter(
        one.quantity.unit
        for found in known.on_page.values()
        for one in found
        if one.quantity is not None and one.quantity.dimension == "money" and _SIGNED.search(one.span.exact)
    )
    most = max(told.values(), default=0)
    ranked = [unit for unit, often in told.items() if often == most]
    local = [unit for unit in ranked if unit not in _ABROAD]
    first = local if len(local) == 1 else ranked
    return first[0] if len(first) == 1 and (most >= _FEWEST or local) else None


def at_home(known: Lookup, one: Mention, home: str | None) -> Quantity | None:
    """The amount of a mention: a bare sum of a page without any currency is in that of the case."""
    told = one.quantity
    if told is None or told.dimension != "money" or home in (None, told.unit) or not _bare(one.span.exact):
        return told
    page = known.pages.get(one.span.page)
    if page is None or told.unit in page.text or _TOLD.search(page.text):
        return told
    return replace(told, unit=str(home), currency=home)


def _bare(told: str) -> bool:
    """Whether a sum is told without its money, in figures or in words."""
    if _BARE.fullmatch(told) or _SHORT.fullmatch(told):
        return True
    return any(value(" ".join(told.lower().split()), tongue) is not None for tongue in ("fr", "en"))
