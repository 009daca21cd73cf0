"""« 3 kg à X et 2 kg à Y », `£500 to a man and £200 to Y`: an event for each share, since nobody got both."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from greffier.reading.prepositions import LED
from greffier.reading.slot import PARTIES
from greffier.records import Event, Mention, Role, digest

_GIVEN = frozenset(("deliver", "pay", "sell", "transmit"))
_AND = re.compile(r"[^.;:]{0,60}?\s*(?:,|\bet|\band)\s*(?:encore\s+|another\s+|puis\s+|then\s+|de\s+)*")
_TO = re.compile(rf"[^.;:,]{{0,40}}?\s(?:a|au|aux|to)\s*{LED}")
_UNNAMED = re.compile(
    r"[^.;:]{0,40}?\s(?:to\s|aux?\s|a\s(?:une?\s|des\s|la\s|l'|deux\s|son\s|sa\s))[^.;:]{0,60}\b(?:and|et|puis|then)\s(?:de\s+)?"
)
_PRICE = re.compile(r"\s*,?\s(?:for|at|pour|moyennant|contre)\s")
_TITLE = 24  # characters between a trade and the name of who has it


def shared(flat: str, event: Event, here: Sequence[Mention]) -> list[Event]:
    """Return an event for each share that has its own recipient; none where everything went to the same."""
    amounts = [one for one in here if one.id in event.quantities]
    if event.type not in _GIVEN or len(amounts) < 2:
        return []
    parties = [one for one in here if one.kind in PARTIES and not _is_title(one, here)]
    ends = [*(one.span.start for one in amounts[1:]), event.citations[0].span.end]
    shares = [(one, _whose(flat, one, parties, end)) for one, end in zip(amounts, ends, strict=True)]
    given = [(one, whose) for one, whose in shares if whose is not None]
    if len(given) == 1 and (at := amounts.index(given[0][0])) and _to_somebody(flat, *amounts[at - 1 : at + 1]):
        unnamed = replace(event, roles=_givers(event), quantities=tuple(one.id for one in amounts[:at]))
        return [unnamed, replace(_share(event, *given[0]), quantities=tuple(one.id for one in amounts[at:]))]
    joined = all(_AND.fullmatch(flat, left.span.end, one.span.start) for (_, left), (one, _) in pairwise(given))
    if len({whose.id for _, whose in given}) < 2 or not joined:
        return []
    return list(_apart(flat, event, given, amounts))


def _apart(
    flat: str, event: Event, given: Sequence[tuple[Mention, Mention]], amounts: Sequence[Mention]
) -> Iterator[Event]:
    """The events, each with the amounts up to where the next share begins."""
    starts = [one.span.start for one, _ in given[1:]]
    for place, (one, whose) in enumerate(given):
        low, high = ([0, *starts][place], [*starts, 1 << 60][place])
        near = [it for it in amounts if low <= it.span.start < high]
        ours = tuple(it.id for it in near if it.span.start < whose.span.start or _PRICE.match(flat, whose.span.end))
        share = replace(_share(event, one, whose), quantities=ours)
        yield replace(share, id=event.id, place=event.place) if place == 0 else share


def _share(event: Event, one: Mention, whose: Mention) -> Event:
    return replace(
        event,
        id=digest("event", event.citations[0].span.page, one.span.start, event.type),
        roles=(*_givers(event), Role("recipient", whose.id, whose.normalised or whose.span.exact, whose.span)),
        quantities=(one.id,),
        place=None,  # told of the share before it
    )


def _givers(event: Event) -> tuple[Role, ...]:
    return tuple(role for role in event.roles if role.role == "agent")


def _to_somebody(flat: str, before: Mention, one: Mention) -> bool:
    """« 3 kg à un inconnu et 2 kg à X »: what went to somebody without a name did not go to X."""
    return _UNNAMED.fullmatch(flat, before.span.end, one.span.start) is not None


def _whose(flat: str, amount: Mention, parties: Sequence[Mention], end: int) -> Mention | None:
    """Whom « à », `to` leads to right after an amount, before the next at `end`."""
    one = next((it for it in parties if amount.span.end <= it.span.start < end), None)
    return one if one and _TO.fullmatch(flat, amount.span.end, one.span.start) else None


def _is_title(one: Mention, here: Sequence[Mention]) -> bool:
    """Whether a trade belongs to the name right after it: `a nightclub owner, Sean Tate`."""
    return one.kind == "role" and any(it.kind == "person" and 0 <= it.span.start - one.span.end < _TITLE for it in here)
