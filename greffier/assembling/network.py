"""Who is tied to whom, and the pages that say so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from greffier.assembling.lookup import Lookup, look
from greffier.assembling.movement import told
from greffier.assembling.origins import Origins
from greffier.records import Citation, Dossier, Entity, Event, Relation, Time, digest

_LINKS = ("line", "member", "kin", "service", "post", "alias", "nickname", "acronym", "former")
_ACTING = ("agent", "source", "seller", "participant")
_PARTIES = (*_ACTING, "buyer", "recipient", "victim", "object", "line")
_TAKING = {"receive": ("recipient", "agent"), "buy": ("agent", "buyer", "recipient")}  # who acts is who takes
_KINDS = frozenset({"person", "organisation", "phone"})
_OF_SOMETHING = frozenset({"deliver", "receive", "sell", "buy", "pay", "transmit"})  # no tie until it is told of what

Tie = tuple[str, Entity, Entity, Time | None, tuple[Citation, ...]]


def relations(dossier: Dossier) -> list[Relation]:
    """Return the ties told by links and by events between two of persons, organisations and lines, sorted by id.

    One relation for each type, pair and time, with every page that says so and what those come from; nothing denied or
    planned.
    """
    known = look(dossier)
    by_tie: dict[tuple[str, str, str, str], list[Tie]] = defaultdict(list)
    users = _users(known)
    for tie in [*_linked(known), *_told(known, users), *_shared(users)]:
        kind, source, target, time, _ = tie
        by_tie[kind, source.id, target.id, time.edtf if time else ""].append(tie)
    origins = Origins(known)
    return sorted((_relation(key, ties, origins) for key, ties in by_tie.items()), key=lambda one: one.id)


def _linked(known: Lookup) -> Iterator[Tie]:
    """Yield what links say of two entities; an alias that was joined is one entity, and no tie."""
    for link in known.dossier.links:
        left, right = known.entity_of.get(link.left), known.entity_of.get(link.right)
        if link.type in _LINKS and left is not None and right is not None and left.id != right.id:
            yield link.type, left, right, None, (Citation(link.span),)


def _users(known: Lookup) -> dict[str, dict[str, tuple[Entity, Citation]]]:
    """Who uses each telephone, as the pages say: by the id of the line, then of the person, with where it is told."""
    users: dict[str, dict[str, tuple[Entity, Citation]]] = defaultdict(dict)
    for link in known.dossier.links:
        user, line = known.entity_of.get(link.left), known.entity_of.get(link.right)
        if link.type == "line" and user is not None and line is not None and user.kind == "person":
            users[line.id].setdefault(user.id, (user, Citation(link.span)))
    return users


def _shared(users: dict[str, dict[str, tuple[Entity, Citation]]]) -> Iterator[Tie]:
    """Two persons of one line: one has it in his name, the other calls with it, or it went from one to the other."""
    for by_person in users.values():
        for (one, here), (other, there) in combinations(sorted(by_person.values(), key=lambda user: user[0].id), 2):
            yield "same_line", one, other, None, (here, there)


def _told(known: Lookup, users: dict[str, dict[str, tuple[Entity, Citation]]]) -> Iterator[Tie]:
    for event in known.dossier.events:
        if told(event) and (event.quantities or event.type not in _OF_SOMETHING):
            pair = _pair(known, event)
            if pair is not None:
                yield event.type, pair[0], pair[1], event.time, event.citations
                yield from _between_users(users, event, *pair)


def _between_users(
    users: dict[str, dict[str, tuple[Entity, Citation]]], event: Event, source: Entity, target: Entity
) -> Iterator[Tie]:
    """A call between two lines is one between those who use them, where each has one user; not timed, so told once."""
    ends = [list(users.get(end.id, {}).values()) if end.kind == "phone" else [] for end in (source, target)]
    if all(len(end) == 1 for end in ends):
        (caller, here), (called, there) = ends[0][0], ends[1][0]
        if caller.id != called.id:
            yield event.type, caller, called, None, (*event.citations[:1], here, there)


def _pair(known: Lookup, event: Event) -> tuple[Entity, Entity] | None:
    """Return who acts and the other one, where an event has both; two who act together did nothing to each other."""
    roles = _TAKING.get(event.type, _ACTING)
    acting = [entity for entity in known.filled(event, *roles) if entity.kind in _KINDS]
    together = known.filled(event, roles[0]) if roles[0] != "participant" else []
    parties = [entity for entity in known.filled(event, *_PARTIES) if entity.kind in _KINDS]
    others = [entity for entity in parties if entity not in (*acting[:1], *together)]
    return (acting[0], others[0]) if acting and others else None


def _relation(key: tuple[str, str, str, str], ties: list[Tie], origins: Origins) -> Relation:
    cited = {(one.span.page, one.span.start, one.span.end): one for tie in ties for one in tie[4]}
    citations = tuple(cited[at] for at in sorted(cited))
    come_from = tuple(sorted({origins.of(one.span) for one in citations}))
    return Relation(digest("relation", *key), key[0], key[1], key[2], citations, ties[0][3], come_from)
