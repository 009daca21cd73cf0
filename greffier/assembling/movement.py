"""Which roles of which event say from whom to whom something went."""

from __future__ import annotations

from dataclasses import dataclass

from greffier.assembling.lookup import Lookup
from greffier.records import Entity, Event

_HOLDERS = frozenset({"person", "organisation", "place", "account", "iban", "seal", "container"})

# event type → the family of fact it tells, the roles that give, the roles that take (the first that is filled counts)
_MOVES: dict[str, tuple[str, tuple[str, ...], tuple[str, ...]]] = {
    "deliver": ("handover", ("agent", "source", "origin"), ("recipient", "destination")),
    "sell": ("handover", ("agent", "seller"), ("recipient", "buyer")),
    "receive": ("handover", ("source", "seller", "origin"), ("recipient", "agent")),
    "buy": ("handover", ("seller", "source"), ("agent", "recipient")),
    "pay": ("payment", ("agent", "source"), ("recipient",)),
    "seize": ("seizure", ("source", "origin"), ("seal", "agent")),
    "seal": ("seizure", ("source", "origin"), ("seal",)),
    "transport": ("transport", ("origin", "source"), ("destination", "recipient")),
}
_SALES = frozenset({"sell", "buy"})


@dataclass(frozen=True, slots=True)
class Movement:
    """From whom to whom; either may be unknown, which is an answer."""

    family: str
    origin: Entity | None
    target: Entity | None


def family(known: Lookup, event: Event) -> str:
    """Return the family of an event: deliver, receive, sell and buy can tell one fact; money received is a payment."""
    if event.type == "receive" and _of_money(known, event):
        return _MOVES["pay"][0]
    return _MOVES[event.type][0] if event.type in _MOVES else event.type


def _of_money(known: Lookup, event: Event) -> bool:
    told = [known.mentions[id].quantity for id in event.quantities if id in known.mentions]
    return bool(told) and all(one is not None and one.dimension == "money" for one in told)


def movement(known: Lookup, event: Event, dimension: str = "") -> Movement | None:
    """Return what an event moves from whom to whom, or None where its type moves nothing.

    The price of a sale goes the way back: from who buys to who sells.
    """
    if event.type not in _MOVES:
        return None
    name, giving, taking = _MOVES[event.type]
    if dimension == "money" and event.type in _SALES:
        name, giving, taking = _MOVES["pay"][0], taking, giving
    origin = next((one for one in known.filled(event, *giving) if one.kind in _HOLDERS), None)
    target = next((one for one in known.filled(event, *taking) if one.kind in _HOLDERS and one != origin), None)
    return Movement(name, origin, target)


def moves(event: Event) -> bool:
    """Whether an event is of a type that moves something from one to another."""
    return event.type in _MOVES


def told(event: Event) -> bool:
    """Whether a page tells that something happened: as a fact, or in the words of somebody it names.

    What is denied, planned, or said by nobody in particular ("aurait remis") is not told.
    """
    said = event.modality == "fact" or (event.modality == "alleged" and event.attributed_to is not None)
    return said and event.polarity == "positive" and bool(event.citations)
