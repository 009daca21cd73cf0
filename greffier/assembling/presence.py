"""One person, two places, one time."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from greffier.assembling.checking import Hit, Material, Words, both
from greffier.assembling.lookup import Lookup
from greffier.assembling.rulebook import Rule
from greffier.assembling.times import end, in_words, meet, precise, shifted, start
from greffier.records import Entity, Event, Piece, Span, Time
from greffier.text import fold, key

_SHORT = 45  # minutes: a time told less precisely leaves room to travel
_SITTING = 30  # minutes that the shortest hearing lasts
_SURVEILLANCE = re.compile(r"surveillance|filature|planque|observation|dispositif|shadowing|stake-?out")
_SEES = re.compile(
    r"\b(?:nous-memes?|voyons|observons|apercevons|constatons|reconnaissons|we (?:see|saw|observed?|watch(?:ed)?))\b"
)
_PRESENT = ("agent", "recipient", "witness", "participant")
_FAR = frozenset({"call", "message", "transmit", "authorise", "request", "pay", "appoint"})  # done from anywhere


@dataclass(frozen=True, slots=True)
class Stay:
    """Somebody was somewhere at a time; `place` is an entity id, folded words, or what one does there."""

    person: Entity
    place: str
    called: str
    time: Time
    piece: str
    span: Span


def two_places(material: Material, rule: Rule) -> Iterator[Hit]:
    """Two events that put one person in two places, which no sentence names together, at one time."""
    known = material.known
    yield from _clashes(_told_stays(known), _told_together(known))


def heard_and_watched(material: Material, rule: Rule) -> Iterator[Hit]:
    """An officer who signs a hearing while another record has him out watching."""
    known = material.known
    pieces = known.ordered_pieces()
    stays = [stay for piece in pieces for stay in (*_hearing(known, piece), *_watching(known, piece))]
    yield from _clashes(stays, frozenset())


def _clashes(stays: Iterable[Stay], near: frozenset[tuple[str, str]]) -> Iterator[Hit]:
    by_person: dict[str, list[Stay]] = defaultdict(list)
    for stay in stays:
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
        "time": in_words(max(first, second, key=lambda stay: start(stay.time)).time),
        "here": first.called,
        "there": second.called,
    }
    exact = first.time.earliest == first.time.latest == second.time.earliest == second.time.latest
    return Hit(both(first.span, second.span), exact, words)


def _told_stays(known: Lookup) -> Iterator[Stay]:
    """Yield where events told to the minute put the people who take part in them."""
    for event in known.dossier.events:
        if event.type in _FAR or event.polarity != "positive" or event.modality != "fact" or not event.citations:
            continue
        place = _place(known, event)
        if place is not None and event.time is not None and precise(event.time, _SHORT):
            for person in known.filled(event, *_PRESENT):
                if person.kind == "person":
                    yield Stay(person, *place, event.time, event.piece, event.citations[0].span)


def _hearing(known: Lookup, piece: Piece) -> Iterator[Stay]:
    """Yield the author of a hearing, at its first minutes: a hearing is held under a roof, by who signs it."""
    act = known.act(piece.id)
    if piece.kind != "hearing" or piece.author is None or act is None or not precise(act, _SHORT):
        return
    author = next((m for m in known.in_piece(piece) if m.kind == "person" and _named(known, m.id, piece.author)), None)
    if author is not None:
        until = shifted(end(act), _SITTING / 60)
        sitting = Time(act.edtf, act.earliest, until)
        yield Stay(known.entity_of[author.id], "hearing", _called(piece), sitting, piece.id, author.span)


def _watching(known: Lookup, piece: Piece) -> Iterator[Stay]:
    """Yield who is told, to the minute, to see something with his own eyes in the record of a surveillance."""
    if piece.kind != "report" or not _SURVEILLANCE.search(fold(piece.title or "").text):
        return
    for mention in known.in_piece(piece):
        person = known.entity_of.get(mention.id) if mention.kind == "person" else None
        if person is None or not _SEES.search(fold(known.words(mention.span)).text):
            continue
        clocks = [time for time in _clocks(known, mention.span) if precise(time, _SHORT)]
        if len(clocks) == 1:
            yield Stay(person, "watch", _called(piece), clocks[0], piece.id, mention.span)


def _clocks(known: Lookup, span: Span) -> Iterator[Time]:
    start, end = known.sentence(span)
    for one in known.on_page.get(span.page, ()):
        if one.kind == "date" and one.time is not None and start <= one.span.start < end:
            yield one.time


def _called(piece: Piece) -> str:
    return " ".join((piece.title or piece.reference or piece.kind).split())


def _named(known: Lookup, mention: str, author: str) -> bool:
    entity = known.entity_of.get(mention)
    return entity is not None and any(key(form.value) in key(author) for form in entity.names)


def _place(known: Lookup, event: Event) -> tuple[str, str] | None:
    """Return the place of an event as (id, name): a role, a mention, or words."""
    for entity in known.filled(event, "place"):
        return entity.id, entity.name
    place = event.place or next((one.mention for one in event.roles if one.role == "destination"), None)
    if not place:
        return None
    entity_there = known.entity_of.get(place)
    return (entity_there.id, entity_there.name) if entity_there else (key(place), place)


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
