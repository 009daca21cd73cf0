"""One person, two places, one time."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from greffier.assembling.checking import Hit, Material, Words, both
from greffier.assembling.lookup import Lookup
from greffier.assembling.rulebook import Rule
from greffier.assembling.times import end, in_words, meet, precise, start
from greffier.records import Entity, Event, Piece, Span, Time
from greffier.text import key

_SHORT = 45  # minutes: a time told less precisely leaves room to travel
_PRESENT = ("agent", "recipient", "witness", "participant")
_FAR = frozenset({"call", "message", "transmit", "authorise", "request", "pay", "appoint"})  # done from anywhere


@dataclass(frozen=True, slots=True)
class Stay:
    """Somebody was somewhere at a time; `place` is an entity id or folded words."""

    person: Entity
    place: str
    called: str
    time: Time
    piece: str
    span: Span


def two_places(material: Material, rule: Rule) -> Iterator[Hit]:
    """Two stays of one person whose times meet and whose places are not told together."""
    known = material.known
    near = _told_together(known)
    by_person: dict[str, list[Stay]] = defaultdict(list)
    for stay in _stays(known):
        by_person[stay.person.id].append(stay)
    for person in sorted(by_person):
        yield from _clash(sorted(by_person[person], key=lambda one: (start(one.time), one.span.page)), near)


def _clash(stays: list[Stay], near: frozenset[tuple[str, str]]) -> Iterator[Hit]:
    for index, first in enumerate(stays):
        for second in stays[index + 1 :]:
            if start(second.time) > end(first.time):
                break
            if first.piece == second.piece or first.place == second.place or not meet(first.time, second.time):
                continue
            if (min(first.place, second.place), max(first.place, second.place)) not in near:
                yield _hit(first, second)
                return


def _hit(first: Stay, second: Stay) -> Hit:
    words: Words = {
        "person": first.person.name,
        "time": in_words(second.time),
        "here": first.called,
        "there": second.called,
    }
    exact = first.time.earliest == first.time.latest == second.time.earliest == second.time.latest
    return Hit(both(first.span, second.span), exact, words)


def _stays(known: Lookup) -> Iterator[Stay]:
    """Yield where events and acts to the minute put the people who take part in them."""
    for event in known.dossier.events:
        if event.type in _FAR or event.polarity != "positive" or event.modality != "fact" or not event.citations:
            continue
        place = _place(known, event)
        if place is not None and event.time is not None and precise(event.time, _SHORT):
            for person in known.filled(event, *_PRESENT):
                if person.kind == "person":
                    yield Stay(person, *place, event.time, event.piece, event.citations[0].span)
    for piece in known.ordered_pieces():
        yield from _signing(known, piece)


def _signing(known: Lookup, piece: Piece) -> Iterator[Stay]:
    """Yield the author of a hearing at the place its head names, at the minute of the act."""
    act = known.act(piece.id)
    if piece.kind != "hearing" or piece.author is None or act is None or not precise(act, _SHORT):
        return
    mentions = list(known.in_piece(piece))
    author = next((m for m in mentions if m.kind == "person" and _named(known, m.id, piece.author)), None)
    place = next((m for m in mentions if m.kind == "place"), None)
    if author is not None and place is not None:
        entity, where = known.entity_of[author.id], known.entity_of.get(place.id)
        if where is not None:
            yield Stay(entity, where.id, where.name, act, piece.id, author.span)


def _named(known: Lookup, mention: str, author: str) -> bool:
    entity = known.entity_of.get(mention)
    return entity is not None and any(key(form.value) in key(author) for form in entity.names)


def _place(known: Lookup, event: Event) -> tuple[str, str] | None:
    """Return the place of an event as (id, name): a role, a mention, or words."""
    for entity in known.filled(event, "place"):
        return entity.id, entity.name
    if not event.place:
        return None
    entity_there = known.entity_of.get(event.place)
    return (entity_there.id, entity_there.name) if entity_there else (key(event.place), event.place)


def _told_together(known: Lookup) -> frozenset[tuple[str, str]]:
    """Return the pairs of places that one sentence names together: one may lie in the other."""
    pairs: set[tuple[str, str]] = set()
    for mentions in known.on_page.values():
        places = [m for m in mentions if m.kind == "place" and m.id in known.entity_of]
        for first, second in itertools.pairwise(places):
            if known.sentence(first.span) == known.sentence(second.span):
                left, right = sorted((known.entity_of[first.id].id, known.entity_of[second.id].id))
                pairs.add((left, right))
    return frozenset(pairs)
