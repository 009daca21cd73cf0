"""What leads to a protected person without being a name: lines, plates, addresses, accounts that are theirs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from greffier.contracts import Library
from greffier.records import Decision, Entity, Link, Mention, NameForm, Page, Piece, Relation
from greffier.vocabulary import is_title, tokens

IDENTIFIERS = frozenset({"phone", "plate", "iban", "email", "handle", "account"})
_TIES = frozenset({"line", "member", "alias", "nickname"})
BELOW = 6  # lines under a name that are still its signature
WORDS = 5  # in a line that is a name and nothing else


def with_identifiers(library: Library) -> list[Entity]:
    """Return all entities of a case; the identifiers of protected ones are protected too, under no name."""
    everyone = _as_decided(library)
    hidden = [entity for entity in everyone if entity.protected]
    if not hidden:
        return everyone
    told = {key for key in _values(library, everyone, hidden) if any(char.isalnum() for char in key[1])}
    known = [
        replace(e, protected=True, publish_as=None) if not e.protected and _is_one(e, told) else e for e in everyone
    ]
    loose = told - {(str(e.kind), form) for e in everyone for form in (e.name, *(n.value for n in e.names))}
    return [*known, *(_entity(kind, value) for kind, value in sorted(loose))]


def _as_decided(library: Library) -> list[Entity]:
    """All entities; who somebody protected is, also while the views that follow from it are still to be made.

    They are not made yet where the process was killed after the decision, or another one held the case.
    """
    standing = {
        key: one for one in library.all(Decision) if one.verb == "protect" and not one.undone for key in one.subject
    }
    return [
        replace(entity, protected=True, publish_as=told.publish_as)
        if not entity.protected and (told := next((standing[key] for key in entity.keys if key in standing), None))
        else entity
        for entity in library.all(Entity)
    ]


def _is_one(entity: Entity, told: set[tuple[str, str]]) -> bool:
    return any((str(entity.kind), form) in told for form in (entity.name, *(each.value for each in entity.names)))


def _entity(kind: str, value: str) -> Entity:
    forms = (NameForm(value, "alias", ()),)
    return Entity(f"{kind}:{value}", kind, value, forms, (), (), (), protected=True)  # type: ignore[arg-type]


def _values(library: Library, everyone: list[Entity], hidden: list[Entity]) -> Iterator[tuple[str, str]]:
    """The kind and the value of each identifier that the case ties to somebody protected."""
    ids = {entity.id for entity in hidden}
    by_id = {entity.id: entity for entity in everyone}
    for tie in library.all(Relation):
        if tie.type in _TIES:
            for one, other in ((tie.source_entity, tie.target_entity), (tie.target_entity, tie.source_entity)):
                if one in ids and other in by_id and by_id[other].kind in IDENTIFIERS:
                    yield from ((str(by_id[other].kind), form.value) for form in by_id[other].names)
                    yield str(by_id[other].kind), by_id[other].name
    mine = {mention for entity in hidden for mention in entity.mentions}
    mentions = {m.id: m for m in library.all(Mention)}
    for link in library.all(Link):
        if link.left in mine and link.right in mentions and mentions[link.right].kind in IDENTIFIERS:
            yield from _forms(mentions[link.right])
    yield from _signed(library, hidden)


def _forms(mention: Mention) -> Iterator[tuple[str, str]]:
    yield str(mention.kind), mention.normalised or mention.span.exact
    yield str(mention.kind), mention.span.exact


def _signed(library: Library, hidden: list[Entity]) -> Iterator[tuple[str, str]]:
    """What stands in the signature of a mail under the name of somebody protected."""
    names = [_words(form) for e in hidden if e.kind == "person" for form in (e.name, *(n.value for n in e.names))]
    mails = {page for piece in library.all(Piece) if piece.kind == "mail" for page in piece.pages}
    for id in sorted(mails):
        page = library.page(id)
        for start, end in _signatures(page, names):
            for mention in library.mentions(id):
                if mention.kind in IDENTIFIERS and start <= mention.span.start < end:
                    yield from _forms(mention)


def _signatures(page: Page, names: list[frozenset[str]]) -> Iterator[tuple[int, int]]:
    at, lines = 0, []
    for line in page.text.splitlines(keepends=True):
        lines.append((at, at + len(line), line))
        at += len(line)
    for number, (start, _, line) in enumerate(lines):
        words = _words(line)
        if len(words) <= WORDS and any(name and name <= words for name in names):
            yield start, lines[min(number + BELOW, len(lines) - 1)][1]


def _words(text: str) -> frozenset[str]:
    return frozenset(token.word for token in tokens(text) if not is_title(token.word))
