"""« Plaçons les plaquettes sous scellé UN, le sachet sous scellé DEUX »: a sealing for each seal of the list."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from greffier.records import Event, Mention, Role, digest

_NEXT = re.compile(
    r"\s*[,;]?\s*(?:et\s+|and\s+)?(?!par\b|by\b)[^.;:]{2,60}?\s(?:sous|under|as|in)\s+(?:(?:le|the)\s+)?"
)


def listed_seals(flat: str, event: Event, here: Sequence[Mention]) -> list[Event]:
    """Return a sealing for each thing that its sentence puts under a seal of its own; none where it is no such list."""
    cited = event.citations[0].span
    first = next((role for role in event.roles if role.role == "seal"), None)
    if event.type != "seal" or first is None:
        return []
    end, others = first.span.end, []
    for one in here:
        if one.kind == "seal" and one.span.start >= end:
            if not _NEXT.fullmatch(flat, end, one.span.start):
                break
            others.append(one)
            end = one.span.end
    if not others:
        return []
    doers = tuple(role for role in event.roles if role.role == "agent")
    return [event, *(_sealed(event, one, doers, cited.page) for one in others)]


def _sealed(event: Event, one: Mention, doers: tuple[Role, ...], page: str) -> Event:
    under = Role("seal", one.id, one.normalised or one.span.exact, one.span)
    return replace(
        event, id=digest("event", page, one.span.start, "seal"), roles=(*doers, under), quantities=(), place=None
    )
