"""One way that several verbs tell: « sort, monte dans la Golf et part vers Lens » is one going."""

from __future__ import annotations

from dataclasses import replace

from greffier.records import Event


def one_way(before: Event, event: Event) -> bool:
    """Return whether an event goes on with the one told before it in its sentence: the same going of the same one."""
    if before.type != "travel" or event.type != "travel":
        return False
    theirs, ours = (_who(one) for one in (before, event))
    same = (before.polarity, before.modality, before.time) == (event.polarity, event.modality, event.time)
    return same and ours <= theirs and not _reach(before) & _reach(event)


def joined(before: Event, event: Event) -> Event:
    """Return the event told first with what the other tells more: where to, in which vehicle."""
    known = {role.role for role in before.roles}
    more = tuple(role for role in event.roles if role.role not in known)
    return replace(before, roles=before.roles + more, place=before.place or event.place)


def _who(event: Event) -> set[str]:
    return {role.name for role in event.roles if role.role == "agent"}


def _reach(event: Event) -> set[str]:
    """How far it goes: what is told twice is another way."""
    return {role.role for role in event.roles if role.role in ("origin", "destination", "object")}
