"""Tellings of one fact: 360 kilograms told on nine pages happened once.

A telling joins a group only if it fits every telling in it, so that two facts are not joined by a third, vaguer one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from greffier.assembling.goods import good_of, may_equal, same_good
from greffier.assembling.lookup import Lookup, look
from greffier.assembling.movement import family, movement
from greffier.assembling.times import overlap, precise
from greffier.records import Dossier, Event, Quantity, Time, digest

_ENOUGH = 3.5
_DAY = 24 * 60
_MINUTES = 90  # how precisely calls and messages must be told to be told apart, or joined
_EACH_TIME = frozenset({"call", "message"})
_CROWD = 300  # tellings that share nothing but a party and a type; beyond it, only those of the same day are compared


@dataclass(frozen=True, slots=True)
class Telling:
    """What an event has for comparing: `parties` are role → entity id, for movements by direction; `things` objects."""

    event: Event
    family: str
    parties: tuple[tuple[str, str], ...]
    things: frozenset[str]
    quantities: tuple[Quantity, ...]
    time: Time | None


def group(dossier: Dossier) -> list[Event]:
    """Return every event, those that tell one fact with the same `group`, in the order of their ids."""
    known = look(dossier)
    tellings = sorted((_telling(known, event) for event in dossier.events), key=_order)
    members: list[list[Telling]] = []
    found_at: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for telling in tellings:
        blocks = list(_blocks(telling))
        places = dict.fromkeys(place for block in blocks for place in found_at[block][-_CROWD:])
        fitting = [(fit, -place) for place in places if (fit := _fit(telling, members[place])) >= _ENOUGH]
        place = -max(fitting)[1] if fitting else len(members)
        if place == len(members):
            members.append([])
        members[place].append(telling)
        for block in blocks:
            if not found_at[block] or found_at[block][-1] != place:
                found_at[block].append(place)
    return sorted((event for one in members for event in _grouped(one)), key=lambda event: event.id)


def _grouped(members: list[Telling]) -> Iterator[Event]:
    events = [telling.event for telling in members]
    name = digest("fact", min(event.id for event in events)) if len(events) > 1 else None
    yield from (replace(event, group=name) for event in events)


def _order(telling: Telling) -> tuple[bool, str, str]:
    """Dated tellings first: they make the groups that vaguer ones join."""
    return telling.time is None, telling.time.earliest if telling.time else "", telling.event.id


def _telling(known: Lookup, event: Event) -> Telling:
    quantities = tuple(
        mention.quantity for id in event.quantities if (mention := known.mentions.get(id)) and mention.quantity
    )
    moved = movement(known, event)
    filled = [(role.role, entity) for role in event.roles if (entity := known.entity(role)) is not None]
    people = [(role, entity) for role, entity in filled if entity.kind in ("person", "organisation")]
    parties = tuple(sorted((role, entity.id) for role, entity in people))
    if moved is not None:
        ends = (("from", moved.origin), ("to", moved.target))
        parties = tuple((end, entity.id) for end, entity in ends if entity is not None)
    things = frozenset(entity.id for _, entity in filled if entity.kind not in ("person", "organisation", "place"))
    return Telling(event, family(event), parties, things, quantities, event.time)


def _blocks(telling: Telling) -> Iterator[tuple[str, ...]]:
    """Yield the pigeonholes in which tellings of the same fact can meet."""
    day = telling.time.earliest[:10] if telling.time else ""
    for quantity in telling.quantities:
        yield telling.family, "amount", quantity.dimension, str(quantity.low.normalize()), str(quantity.unit)
        yield telling.family, "amount", quantity.dimension, good_of(quantity), day
    for _, party in telling.parties:
        yield telling.family, "party", party, day
    for thing in telling.things:
        yield telling.family, "thing", thing


def _fit(telling: Telling, members: list[Telling]) -> float:
    """Return how well a telling fits the one of a group that it fits worst."""
    return min(_same_fact(telling, other) for other in members)


def _same_fact(left: Telling, right: Telling) -> float:
    """Return the evidence that two events tell one fact; below 0 where something speaks against it."""
    if left.family != right.family or _opposed(left.event, right.event) or _parties_clash(left, right):
        return -1.0
    amounts = _amounts(left.quantities, right.quantities)
    times = _times(left, right)
    if amounts < 0 or times < 0:
        return -1.0
    shared = len(set(left.parties) & set(right.parties)) * 1.5 + bool(left.things & right.things) * 2.0
    return amounts + times + shared


def _opposed(left: Event, right: Event) -> bool:
    happened = {"fact", "alleged"}
    return left.polarity != right.polarity or (left.modality in happened) != (right.modality in happened)


def _parties_clash(left: Telling, right: Telling) -> bool:
    """Whether one role is filled by one entity here and by others there."""
    first, second = _by_role(left.parties), _by_role(right.parties)
    return any(not first[role] & second[role] for role in first.keys() & second.keys())


def _by_role(parties: tuple[tuple[str, str], ...]) -> dict[str, set[str]]:
    filled: dict[str, set[str]] = defaultdict(set)
    for role, entity in parties:
        filled[role].add(entity)
    return filled


def _amounts(left: tuple[Quantity, ...], right: tuple[Quantity, ...]) -> float:
    if not left or not right:
        return 0.0
    return 2.0 if any(may_equal(a, b) and same_good(a, b) for a in left for b in right) else -1.0


def _times(left: Telling, right: Telling) -> float:
    if left.time is None or right.time is None:
        return -1.0 if left.family in _EACH_TIME else 0.0
    if not overlap(left.time, right.time):
        return -1.0
    if left.family in _EACH_TIME:
        return 2.0 if precise(left.time, _MINUTES) and precise(right.time, _MINUTES) else -1.0
    return 2.0 if precise(left.time, _DAY) and precise(right.time, _DAY) else 0.5
