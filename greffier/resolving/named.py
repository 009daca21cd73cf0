"""Which entity a person means by a name or an id."""

from __future__ import annotations

from collections.abc import Sequence

from greffier.errors import NotInCase, WrongUsage
from greffier.records import Entity
from greffier.resolving.names import of_case
from greffier.text import key


def named(told: str, entities: Sequence[Entity]) -> Entity:
    """The one entity with this id or with this among its names. NotInCase where there is none.

    Where several have the name, WrongUsage lists their ids: a person chooses, never the machine.
    """
    for entity in entities:
        if told == entity.id:
            return entity
    wanted = key(told)
    words = sorted(wanted.split())
    found = (
        [e for e in entities if key(e.name) == wanted]
        or [e for e in entities if any(key(form.value) == wanted for form in e.names)]
        or [e for e in entities if any(sorted(key(form.value).split()) == words for form in e.names)]
    )
    if not found:
        raise NotInCase(f"Nobody and nothing here is called {told}.")
    if len(found) > 1:
        choices = "; ".join(f"{entity.id} ({entity.kind}, {entity.name})" for entity in found[:6])
        raise WrongUsage(f"{len(found)} entities are called {told}.", f"Use an id: {choices}.")
    return found[0]


def keys_of(told: str, entity: Entity) -> tuple[str, ...]:
    """The name keys of an entity that this name stands for; all of them when its id or main name was given."""
    wanted = key(told)
    chosen = tuple(one for one in entity.keys if name_of(one) == wanted)
    return chosen or entity.keys


def name_of(key: str) -> str:
    """The folded name that a name key is made of."""
    return of_case(key).partition(":")[2]
