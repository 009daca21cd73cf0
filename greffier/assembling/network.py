"""Who is tied to whom, and the pages that say so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from greffier.assembling.lookup import Lookup, look
from greffier.assembling.movement import told
from greffier.records import Citation, Dossier, Entity, Event, Relation, Time, digest

_LINKS = ("line", "member", "alias", "nickname", "acronym", "former")
_ACTING = ("agent", "source", "seller", "participant")
_PARTIES = (*_ACTING, "recipient", "victim", "object", "line")
_KINDS = frozenset({"person", "organisation", "phone"})
_OF_SOMETHING = frozenset({"deliver", "receive", "sell", "buy", "pay", "transmit"})  # no tie until it is told of what

Tie = tuple[str, Entity, Entity, Time | None, tuple[Citation, ...]]


def relations(dossier: Dossier) -> list[Relation]:
    """Return the ties told by links and by events between two of persons, organisations and lines, sorted by id.

    One relation for each type, pair and time, with every page that says so; nothing denied or planned.
    """
    known = look(dossier)
    by_tie: dict[tuple[str, str, str, str], list[Tie]] = defaultdict(list)
    for tie in [*_linked(known), *_told(known)]:
        kind, source, target, time, _ = tie
        by_tie[kind, source.id, target.id, time.edtf if time else ""].append(tie)
    return sorted((_relation(key, ties) for key, ties in by_tie.items()), key=lambda one: one.id)


def _linked(known: Lookup) -> Iterator[Tie]:
    """Yield what links say of two entities; an alias that was joined is one entity, and no tie."""
    for link in known.dossier.links:
        left, right = known.entity_of.get(link.left), known.entity_of.get(link.right)
        if link.type in _LINKS and left is not None and right is not None and left.id != right.id:
            yield link.type, left, right, None, (Citation(link.span),)


def _told(known: Lookup) -> Iterator[Tie]:
    for event in known.dossier.events:
        if told(event) and (event.quantities or event.type not in _OF_SOMETHING):
            pair = _pair(known, event)
            if pair is not None:
                yield event.type, pair[0], pair[1], event.time, event.citations


def _pair(known: Lookup, event: Event) -> tuple[Entity, Entity] | None:
    """Return who acts and the other one, where an event has both."""
    parties = [entity for entity in known.filled(event, *_PARTIES) if entity.kind in _KINDS]
    actors = known.filled(event, *_ACTING)
    acting = [entity for entity in parties if entity in actors]
    others = [entity for entity in parties if entity not in acting[:1]]
    return (acting[0], others[0]) if acting and others else None


def _relation(key: tuple[str, str, str, str], ties: list[Tie]) -> Relation:
    cited = {(one.span.page, one.span.start, one.span.end): one for tie in ties for one in tie[4]}
    return Relation(
        digest("relation", *key), key[0], key[1], key[2], tuple(cited[at] for at in sorted(cited)), ties[0][3]
    )
