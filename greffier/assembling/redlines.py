"""Acts outside what an order allowed: before it began, after it ended."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Literal

from greffier.assembling.authority import Limit, Order
from greffier.assembling.checking import Hit, Material, Words
from greffier.assembling.permits import allowed
from greffier.assembling.relied import Done, relied
from greffier.assembling.rulebook import Rule
from greffier.assembling.times import OPEN_END, OPEN_START, end, precise, start
from greffier.records import Citation, Span, Time

_HOURS = 6 * 60
_MEASURES = {
    "intercept": ("an interception", "une interception"),
    "delivery": ("an act under the controlled delivery", "un acte fondé sur la livraison surveillée"),
    "search": ("a search", "une perquisition"),
    "watch": ("an observation", "une observation"),
    "destroy": ("a destruction", "une destruction"),
    "purchase": ("an order of goods or works", "une commande"),
    "exhume": ("an exhumation", "une exhumation"),
    "device": ("the placing of a device", "la pose d'un dispositif"),
}


@dataclass(frozen=True, slots=True)
class _Outside:
    """An act that no order of its kind allows: on which side of the nearest one, and whether surely."""

    done: Done
    order: Order
    limit: Limit
    side: Literal["before", "after"]
    certain: bool


def before_authorisation(material: Material, rule: Rule) -> Iterator[Hit]:
    """Acts whose time lies before the order that allows them began; one finding for each order and record."""
    yield from _hits(material, "before")


def after_expiry(material: Material, rule: Rule) -> Iterator[Hit]:
    """Acts whose time lies after the order that allows them ended; one finding for each order and record."""
    yield from _hits(material, "after")


def _hits(material: Material, side: Literal["before", "after"]) -> Iterator[Hit]:
    """Yield one hit for all acts outside a limit; where some surely are, those that only may be are left out."""
    asked: set[Span] = set()
    for one in chain(relied(material.known), allowed(material.known)):
        outside = [found for done in one.acts if (found := _outside(done, one.orders)) and found.side == side]
        sure = [found for found in outside if found.certain]
        if outside and not {found.done.span for found in outside} & asked:
            asked |= {found.done.span for found in outside}
            yield _hit(sure or outside, bool(sure))


def _outside(done: Done, orders: tuple[Order, ...]) -> _Outside | None:
    """Where an act lies outside every order; None where one of them covers it, or may."""
    early = [(one, one.since, sure) for one in orders if one.since and (sure := _early(done.time, one.since))]
    late = [(one, one.until, sure) for one in orders if one.until and (sure := _late(done.time, one.until))]
    if len(early) + len(late) < len(orders):
        return None
    certain = all(sure == "surely" for _, _, sure in (*early, *late))
    if late:
        order, limit, _ = max(late, key=lambda one: one[1].moment)
        return _Outside(done, order, limit, "after", certain)
    order, limit, _ = min(early, key=lambda one: one[1].moment)
    return _Outside(done, order, limit, "before", certain)


def _early(time: Time, since: Limit) -> str:
    """Whether a time lies before a limit: surely, perhaps, or not (empty)."""
    if since.moment == OPEN_START:
        return ""
    if end(time) < since.moment:
        return "surely"
    return "perhaps" if start(time) < since.moment and precise(time, _HOURS) else ""


def _late(time: Time, until: Limit) -> str:
    """Whether a time lies after a limit. An act of which only the day is told is not asked after for hours."""
    if until.moment == OPEN_END:
        return ""
    if start(time) > until.moment:
        return "surely"
    return "perhaps" if end(time) > until.moment and precise(time, _HOURS) else ""


def _hit(outside: list[_Outside], certain: bool) -> Hit:
    first = outside[0]
    words: Words = {
        "measure": _MEASURES[first.order.measure],
        "act": _on_line(first.done.span),
        "limit": _on_line(first.limit.span),
    }
    acts = tuple(Citation(one.done.span, "contradicts") for one in outside)
    return Hit((Citation(first.limit.span), *acts), certain, words)


def _on_line(span: Span) -> str:
    return " ".join(span.exact.split())
