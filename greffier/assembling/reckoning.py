"""What a holder received and gave, line by line, and what would change the answer.

A remainder is only as good as what was read: each thing that could move it is named beside it, with its pages.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from greffier.assembling.counted import remainder
from greffier.assembling.goods import good_of, may_equal
from greffier.assembling.ledger import is_remainder
from greffier.assembling.lookup import Lookup
from greffier.assembling.movement import movement, moves, told
from greffier.records import Balance, Change, Event, Flow, Reckoning, Undecided

_MOST = 8  # things of one kind that are named


def reckonings(
    known: Lookup, flows: Sequence[Flow], balances: Iterable[Balance], doubts: Sequence[Undecided]
) -> list[Reckoning]:
    """Return each balance with its lines and what would change it, in the order of the balances.

    `known` holds the events that are left out and the pages that the ledger cites; it may hold more.
    """
    return [_reckoning(known, flows, balance, doubts) for balance in balances]


def _reckoning(known: Lookup, flows: Sequence[Flow], balance: Balance, doubts: Sequence[Undecided]) -> Reckoning:
    lines = [flow for flow in flows if flow.id in set(balance.flows)]
    came = tuple(flow for flow in lines if flow.target == balance.holder)
    went = tuple(flow for flow in lines if flow.origin == balance.holder)
    changes = [
        *_ranges(lines),
        *_doubled((came, went)),
        *_without_side(flows, lines, balance),
        *_other_names(flows, balance, doubts),
        *_not_counted(known, balance, lines),
        *_poorly_read(known, lines),
    ]
    return Reckoning(balance, came, went, _formula(balance, came, went), tuple(changes))


def _formula(balance: Balance, came: Sequence[Flow], went: Sequence[Flow]) -> str:
    """How the remainder is reckoned; empty where the file does not follow the good on both sides."""
    if not came or not went:
        return ""
    left = replace(came[0].quantity, low=balance.low, high=balance.high, unit=balance.unit)
    return remainder((flow.quantity for flow in came), (flow.quantity for flow in went), left)


def _ranges(lines: Iterable[Flow]) -> Iterator[Change]:
    """Amounts that are told as a range, roughly, or differently on different pages."""
    for flow in lines:
        if flow.quantity.low != flow.quantity.high or flow.quantity.approximate:
            yield Change("range", (flow,), flow.citations)


def _doubled(sides: Iterable[Sequence[Flow]]) -> Iterator[Change]:
    """Lines that may be one movement: between nobody else, amounts that may be the same, no two days known."""
    pairs = (pair for side in sides for pair in combinations(side, 2) if _may_be_one(*pair))
    for number, (first, second) in enumerate(pairs):
        if number < _MOST:
            yield Change("may_be_one", (first, second), (*first.citations, *second.citations))


def _may_be_one(first: Flow, second: Flow) -> bool:
    ends = ((first.origin, second.origin), (first.target, second.target))
    if any(None not in pair and pair[0] != pair[1] for pair in ends) or not may_equal(first.quantity, second.quantity):
        return False
    if first.time is None or second.time is None:
        return True
    return first.time.earliest[:10] <= second.time.latest[:10] and second.time.earliest[:10] <= first.time.latest[:10]


def _without_side(flows: Iterable[Flow], lines: Sequence[Flow], balance: Balance) -> Iterator[Change]:
    """Lines of the good that do not say from whom or to whom: it may have been this holder."""
    open_ended = [
        flow
        for flow in flows
        if flow not in lines and flow.good == balance.good and flow.quantity.unit == balance.unit
        and not is_remainder(flow) and None in (flow.origin, flow.target)
    ]  # fmt: skip
    for flow in open_ended[:_MOST]:
        yield Change("no_side", (flow,), flow.citations)


def _other_names(flows: Sequence[Flow], balance: Balance, doubts: Iterable[Undecided]) -> Iterator[Change]:
    """Names that may be this holder's too, with lines of their own."""
    for doubt in doubts:
        names = [doubt.left.name, doubt.right.name]
        if balance.holder in names:
            other = names[names[0] == balance.holder]
            named = (f for f in flows if other in (f.origin, f.target) and f.good == balance.good)
            theirs = tuple(flow for flow in named if not is_remainder(flow))
            if theirs:
                yield Change("name", theirs, tuple(c for flow in theirs for c in flow.citations), other)


def _not_counted(known: Lookup, balance: Balance, lines: Sequence[Flow]) -> Iterator[Change]:
    """What a page denies, plans, or says in nobody's name: no line, and yet somebody may have done it."""
    counted = {id for flow in lines for id in flow.tellings}
    concerned = (
        event
        for event in known.dossier.events
        if event.id not in counted and left_out(event) and _concerns(known, event, balance)
    )
    for number, event in enumerate(concerned):
        if number < _MOST:
            yield Change("not_counted", (), event.citations)


def left_out(event: Event) -> bool:
    """Whether an event would move something, and does not: nobody in particular says that it happened."""
    return moves(event) and bool(event.citations) and not told(event)


def _concerns(known: Lookup, event: Event, balance: Balance) -> bool:
    moved = movement(known, event)
    if moved is None or balance.holder not in {one.name for one in (moved.origin, moved.target) if one is not None}:
        return False
    amounts = (known.mentions[id].quantity for id in event.quantities if id in known.mentions)
    return any(amount is not None and good_of(amount) == balance.good for amount in amounts)


def _poorly_read(known: Lookup, lines: Iterable[Flow]) -> Iterator[Change]:
    """Lines that stand on pages of grade C only: a digit may be misread."""
    for flow in lines:
        if flow.citations and all(known.poor(one.span) for one in flow.citations):
            yield Change("poor", (flow,), flow.citations)
