"""Tellings of one fact: 360 kilograms told on nine pages happened once.

A telling joins a group only if it fits every telling in it, so that two facts are not joined by a third, vaguer one.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from greffier.assembling.counted import Declared, declared
from greffier.assembling.goods import in_kilograms, may_equal, same_good
from greffier.assembling.lookup import Lookup, look
from greffier.assembling.movement import family, movement
from greffier.assembling.regrouping import regrouped
from greffier.assembling.times import end, precise, start
from greffier.records import Dossier, Entity, Event, Quantity, Time, digest
from greffier.text import key as text_key

_ENOUGH = 3.5
_DAY = 24 * 60
_MINUTES = 90  # how precisely calls and messages must be told to be told apart, or joined
_EACH_TIME = frozenset({"call", "message"})
_HAPPENED = frozenset({"fact", "alleged"})
_ANY_DAY = ""  # the shelf of every telling, where those without a day look
_CROWD = 300  # tellings that share nothing but a party and a type; beyond it, only those of the same day are compared


@dataclass(frozen=True, slots=True)
class Telling:
    """What an event has for comparing: `parties` are entity ids by role, for movements by direction; `things` objects.

    `day` is empty where the time is unknown or longer than a day; `minute` says that it is known to the hour or so.
    `claim` is what must be alike: polarity, and whether it is said to have happened. `first` and `last` are minutes.
    """

    event: Event
    family: str
    parties: dict[str, frozenset[str]]
    things: frozenset[str]
    quantities: tuple[Quantity, ...]
    claim: tuple[str, bool]
    time: Time | None
    first: str
    last: str
    day: str
    minute: bool


def group(dossier: Dossier) -> list[Event]:
    """Return every event, those that tell one fact with the same `group`, in the order of their ids.

    What people joined or parted is as they said.
    """
    known = look(dossier)
    namesakes, counted = _namesakes(dossier.entities), declared(known)
    tellings = sorted((_telling(known, counted, event, namesakes) for event in dossier.events), key=_order)
    members: list[list[Telling]] = []
    found_at: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for telling in tellings:
        shelves = [(*block, telling.day) for block in _looked_for(telling)]
        places = dict.fromkeys(place for shelf in shelves for place in found_at[shelf][-_CROWD:])
        fitting = [(fit, -place) for place in places if (fit := _fit(telling, members[place])) >= _ENOUGH]
        place = -max(fitting)[1] if fitting else len(members)
        if place == len(members):
            members.append([])
        members[place].append(telling)
        for block in _blocks(telling):
            for day in {telling.day, _ANY_DAY}:
                _put(found_at[*block, day], place)
    told = sorted((event for one in members for event in _grouped(one)), key=lambda event: event.id)
    return regrouped(told, dossier.decisions)


def _put(shelf: list[int], place: int) -> None:
    if not shelf or shelf[-1] != place:
        shelf.append(place)


def _grouped(members: list[Telling]) -> Iterator[Event]:
    events = [telling.event for telling in members]
    name = digest("fact", min(event.id for event in events)) if len(events) > 1 else None
    yield from (replace(event, group=name) for event in events)


def _order(telling: Telling) -> tuple[bool, str, str]:
    """Tellings of a known day first: they make the groups that vaguer ones join."""
    return not telling.day, telling.time.earliest if telling.time else "", telling.event.id


def _telling(known: Lookup, counted: Declared, event: Event, namesakes: dict[str, frozenset[str]]) -> Telling:
    # As told, and as what it weighs where a page says so: 120 packets in a report are 120 kilos in a hearing.
    raw = (mention.quantity for id in event.quantities if (mention := known.mentions.get(id)) and mention.quantity)
    quantities = tuple(dict.fromkeys((*raw, *(quantity for quantity, _ in counted.amounts(known, event)))))
    moved = movement(known, event)
    filled = [(role.role, entity) for role in event.roles if (entity := known.entity(role)) is not None]
    parties = [(role, entity) for role, entity in filled if entity.kind in ("person", "organisation")]
    if moved is not None:
        ends = (("from", moved.origin), ("to", moved.target))
        parties = [(end, entity) for end, entity in ends if entity is not None]
    things = frozenset(entity.id for _, entity in filled if entity.kind not in ("person", "organisation", "place"))
    time = event.time
    return Telling(
        event,
        family(known, event),
        _by_role(parties, namesakes),
        things,
        quantities,
        (event.polarity, event.modality in _HAPPENED),
        time,
        start(time) if time else "",
        end(time) if time else "",
        time.earliest[:10] if time and precise(time, _DAY) else "",
        time is not None and precise(time, _MINUTES),
    )


def _by_role(parties: list[tuple[str, Entity]], namesakes: dict[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for role, one in parties:
        found[role] = found.get(role, frozenset()) | {one.id} | namesakes.get(one.id, frozenset())
    return found


def _namesakes(entities: Sequence[Entity]) -> dict[str, frozenset[str]]:
    """Whom a person told by one word may be: « Lino » is no other man than Lino Carvasse as far as anybody knows."""
    people = [one for one in entities if one.kind == "person"]
    bearers: dict[str, set[str]] = defaultdict(set)
    for one in people:
        for word in set(text_key(one.name).split()):
            bearers[word].add(one.id)
    short = (one for one in people if len(one.name.split()) == 1)
    return {one.id: frozenset(bearers[text_key(one.name)]) for one in short}


def _blocks(telling: Telling) -> Iterator[tuple[str, ...]]:
    """Yield the pigeonholes in which a telling waits for others of the same fact."""
    for quantity in telling.quantities:
        yield telling.family, "amount", *_amount(quantity)
        yield telling.family, "good", quantity.dimension
        if _vague(quantity):
            yield telling.family, "vague", quantity.dimension
    yield from _shared(telling)


def _looked_for(telling: Telling) -> Iterator[tuple[str, ...]]:
    """Yield the pigeonholes in which it looks: an exact amount meets the same one, or a vague one."""
    for quantity in telling.quantities:
        yield telling.family, "amount", *_amount(quantity)
        yield telling.family, "good" if _vague(quantity) else "vague", quantity.dimension
    yield from _shared(telling)


def _shared(telling: Telling) -> Iterator[tuple[str, ...]]:
    for parties in telling.parties.values():
        yield from ((telling.family, "party", party) for party in sorted(parties))
    yield from ((telling.family, "thing", thing) for thing in sorted(telling.things))


def _amount(quantity: Quantity) -> tuple[str, str]:
    low, _, unit = in_kilograms(quantity)
    return str(low.normalize()), unit


def _vague(quantity: Quantity) -> bool:
    return quantity.approximate or quantity.low != quantity.high


def _fit(telling: Telling, members: list[Telling]) -> float:
    """Return how well a telling fits the one of a group that it fits worst, or the first that it does not fit."""
    worst = math.inf
    for other in members:
        worst = min(worst, _same_fact(telling, other))
        if worst < _ENOUGH:
            break
    return worst


def _same_fact(left: Telling, right: Telling) -> float:
    """Return the evidence that two events tell one fact; below 0 where something speaks against it."""
    if left.family != right.family or left.claim != right.claim or _parties_clash(left, right):
        return -1.0
    times = _times(left, right)
    amounts = _amounts(left.quantities, right.quantities) if times >= 0 else -1.0
    if amounts < 0:
        return -1.0
    shared = sum(bool(left.parties[role] & right.parties.get(role, frozenset())) for role in left.parties) * 1.5
    return amounts + times + shared + bool(left.things & right.things) * 2.0


def _parties_clash(left: Telling, right: Telling) -> bool:
    """Whether one role is filled by one entity here and by others there."""
    for role, parties in left.parties.items():  # asked a million times in a large case: no generator
        others = right.parties.get(role)
        if others is not None and parties.isdisjoint(others):
            return True
    return False


def _amounts(left: tuple[Quantity, ...], right: tuple[Quantity, ...]) -> float:
    if not left or not right:
        return 0.0
    return 2.0 if any(may_equal(a, b) and same_good(a, b) for a in left for b in right) else -1.0


def _times(left: Telling, right: Telling) -> float:
    if left.time is None or right.time is None:
        return -1.0 if left.family in _EACH_TIME else 0.0
    if left.first > right.last or right.first > left.last:
        return -1.0
    if left.family in _EACH_TIME:
        return 2.0 if left.minute and right.minute else -1.0
    return 2.0 if left.day and right.day else 0.5
