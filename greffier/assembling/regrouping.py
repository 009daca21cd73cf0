"""Tellings that people joined or parted: two lines of the ledger that are one movement, one line that is two."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from greffier.records import Decision, Event, digest


def regrouped(events: Sequence[Event], decisions: Iterable[Decision]) -> list[Event]:
    """Return the events in the groups that people put them in, the newest decision last; the others as they are.

    Decisions name events; those that the case does not hold (any more) are passed over.
    """
    standing = [one for one in decisions if one.verb in ("join", "part") and not one.undone]
    if not standing:
        return list(events)
    group_of = {event.id: event.group or event.id for event in events}
    for one in sorted(standing, key=lambda one: (one.at, one.id)):
        subject, other = ([id for id in side if id in group_of] for side in (one.subject, one.other))
        if one.verb == "join":
            _join({group_of[id] for id in (*subject, *other)}, group_of)
        elif {group_of[id] for id in subject} & {group_of[id] for id in other}:
            group_of.update(dict.fromkeys(subject, one.id))
    members: dict[str, list[str]] = defaultdict(list)
    for id, group in group_of.items():
        members[group].append(id)
    named = {group: digest("fact", min(ids)) if len(ids) > 1 else None for group, ids in members.items()}
    return [replace(event, group=named[group_of[event.id]]) for event in events]


def _join(groups: set[str], group_of: dict[str, str]) -> None:
    for id, group in group_of.items():
        if group in groups:
            group_of[id] = min(groups)
