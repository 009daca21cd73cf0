"""Goods and money as a ledger: what went from whom to whom, told how often, and what is left over.

One line for one fact, however many pages tell it; what the pages do not say stays unsaid (`None`). A remainder is a
line of its own, computed, with its formula.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from greffier.assembling.counted import Declared, declared, remainder
from greffier.assembling.entered import entered
from greffier.assembling.goods import NOT_SAID, good_of, in_kilograms, may_equal
from greffier.assembling.lookup import Lookup, look
from greffier.assembling.movement import movement, told
from greffier.records import Balance, Citation, Dossier, Event, Flow, Quantity, Time, digest

_MOVED = frozenset({"mass", "count", "money", "volume"})


@dataclass(frozen=True, slots=True)
class _Line:
    """What one telling says was moved."""

    event: Event
    quantity: Quantity
    good: str
    origin: str | None
    target: str | None
    formula: str | None


def flows(dossier: Dossier) -> list[Flow]:
    """Return the movements that pages tell or people entered, each once, and the remainders they leave, by id."""
    known = look(dossier)
    counted = declared(known)
    tellings: dict[str, list[_Line]] = defaultdict(list)
    for event in dossier.events:
        for line in _lines(known, event, counted):
            tellings[f"{event.group or event.id} {line.quantity.dimension}"].append(line)
    stated = _without_totals(
        [_flow(lines) for _, told in sorted(tellings.items()) for lines in _by_good(told) if lines]
    )
    told = [*stated, *entered(known)]
    return sorted([*told, *_remainders(told)], key=lambda one: one.id)


def _lines(known: Lookup, event: Event, counted: Declared) -> Iterator[_Line]:
    """Yield what an event moved: nothing unless a page tells that it happened, and from whom or to whom."""
    if not told(event):
        return
    amounts = list(counted.amounts(known, event))
    for quantity, formula in amounts:
        moved = movement(known, event, quantity.dimension)
        if moved is None or (moved.origin is None and moved.target is None):
            continue
        vague = moved.family == "seizure" and good_of(quantity) == NOT_SAID  # what a seized thing can hold or weigh
        if quantity.dimension in _MOVED and not vague and not _unclear(quantity, amounts):
            origin = moved.origin.name if moved.origin else None
            target = moved.target.name if moved.target else None
            yield _Line(event, quantity, good_of(quantity), origin, target, formula)


def _unclear(quantity: Quantity, amounts: list[tuple[Quantity, str | None]]) -> bool:
    """Whether one event has two amounts of one good that cannot be the same: nothing says which was moved."""
    return any(
        one.dimension == quantity.dimension and good_of(one) == good_of(quantity) and not may_equal(one, quantity)
        for one, _ in amounts
    )


def _by_good(lines: list[_Line]) -> list[list[_Line]]:
    """Part the tellings of one fact by good; an amount whose good is not said is of the only good there is."""
    goods = {line.good for line in lines} - {NOT_SAID}
    if len(goods) < 2:
        return [lines]
    return [[line for line in lines if line.good == good] for good in sorted(goods | {NOT_SAID})]


def _flow(lines: Sequence[_Line]) -> Flow:
    """Make one ledger line of the tellings of one fact; where they differ, the citations keep the difference."""
    first = lines[0]
    quantity = _agreed([line.quantity for line in lines])
    good = next((line.good for line in lines if line.good != NOT_SAID), NOT_SAID)
    citations = _cited(citation for line in lines for citation in line.event.citations)
    origin, target = _ends(lines)
    return Flow(
        id=digest("flow", min(line.event.id for line in lines), quantity.dimension, good),
        good=good,
        quantity=replace(quantity, good=good) if good != NOT_SAID else quantity,
        origin=origin,
        target=target,
        status="stated",
        citations=citations,
        time=_first_time(line.event.time for line in lines),
        formula=_first(line.formula for line in lines),
        group=first.event.group,
        tellings=tuple(sorted({line.event.id for line in lines})),
    )


def _ends(lines: Sequence[_Line]) -> tuple[str | None, str | None]:
    """Who gave and who took: nobody does both, so where two tellings disagree on it most of them hold."""
    origin, target = _fullest(line.origin for line in lines), _fullest(line.target for line in lines)
    if origin is None or origin != target:
        return origin, target
    gave, took = (
        sum(end == origin for end in ends) for ends in zip(*((one.origin, one.target) for one in lines), strict=True)
    )
    return (origin if gave > took else None), (target if took > gave else None)


def _fullest(names: Iterable[str | None]) -> str | None:
    """The name that says most: « CARVASSE Lino » where another page says « Lino »."""
    return max((name for name in names if name), key=lambda name: (len(name.split()), len(name), name), default=None)


def _first(values: Iterable[str | None]) -> str | None:
    return next((value for value in values if value is not None), None)


def _first_time(times: Iterable[Time | None]) -> Time | None:
    """The narrowest of the times told."""
    known = sorted((time for time in times if time is not None), key=lambda time: (len(time.edtf) < 10, time.edtf))
    return next(iter(known), None)


def _agreed(amounts: Sequence[Quantity]) -> Quantity:
    """Return what the tellings share; where they share nothing, all that they say together."""
    units = [in_kilograms(quantity) for quantity in amounts]
    low, high = max(low for low, _, _ in units), min(high for _, high, _ in units)
    if low > high:
        low, high = min(low for low, _, _ in units), max(high for _, high, _ in units)
    unit = units[0][2]
    approximate = all(quantity.approximate for quantity in amounts)
    return replace(amounts[0], low=low, high=high, unit=unit, approximate=approximate)


def _cited(citations: Iterable[Citation]) -> tuple[Citation, ...]:
    found = {(one.span.page, one.span.start, one.span.end): one for one in citations}
    return tuple(found[at] for at in sorted(found))


def _without_totals(stated: list[Flow]) -> list[Flow]:
    """Drop a line that only adds up others of the same page: a total is not one more movement."""
    by_page: dict[tuple[str, ...], list[Flow]] = defaultdict(list)
    for flow in stated:
        page = flow.citations[0].span.page
        by_page[page, flow.good, flow.quantity.unit, flow.origin or "", flow.target or ""].append(flow)
    totals = {total.id for flows in by_page.values() if (total := _total(flows)) is not None}
    return [flow for flow in stated if flow.id not in totals]


def _total(flows: list[Flow]) -> Flow | None:
    if len(flows) < 3:
        return None
    biggest = max(flows, key=lambda flow: (flow.quantity.low, flow.id))
    rest = [flow for flow in flows if flow.id != biggest.id]
    if _day(biggest) and _day(biggest) not in {_day(flow) for flow in rest}:
        return None  # of a day of its own: three deliveries may happen to add up
    low, high = (sum((pick(flow) for flow in rest), Decimal(0)) for pick in (_low, _high))
    return biggest if low <= biggest.quantity.high and biggest.quantity.low <= high else None


def _day(flow: Flow) -> str:
    return flow.time.earliest[:10] if flow.time and flow.time.earliest[:10] == flow.time.latest[:10] else ""


def _low(flow: Flow) -> Decimal:
    return flow.quantity.low


def _high(flow: Flow) -> Decimal:
    return flow.quantity.high


# --- what is left over ------------------------------------------------------------------------------------------------


def balances(flows: Sequence[Flow]) -> list[Balance]:
    """Return, for each good, unit and holder, what came in, what went out and what no page explains; sorted by id.

    A holder who only received or only gave has nothing unexplained: the file does not follow the good on both sides.
    """
    held: dict[tuple[str, str, str], list[Flow]] = defaultdict(list)
    for flow in flows:
        if not is_remainder(flow):
            for holder in {flow.origin, flow.target} - {None}:
                held[flow.good, str(holder), flow.quantity.unit].append(flow)
    return sorted((_balance(*account, lines) for account, lines in held.items()), key=lambda one: one.id)


def is_remainder(flow: Flow) -> bool:
    """Whether a line is what is left over rather than a movement."""
    return flow.status == "computed"


def _balance(good: str, holder: str, unit: str, lines: list[Flow]) -> Balance:
    came = [flow for flow in lines if flow.target == holder]
    went = [flow for flow in lines if flow.origin == holder]
    in_low, in_high = sum(map(_low, came), Decimal(0)), sum(map(_high, came), Decimal(0))
    out_low, out_high = sum(map(_low, went), Decimal(0)), sum(map(_high, went), Decimal(0))
    low, high = in_low - out_high, in_high - out_low
    followed = bool(came and went)
    return Balance(
        id=digest("balance", good, holder, unit),
        good=good,
        holder=holder,
        unit=unit,
        in_low=in_low,
        in_high=in_high,
        out_low=out_low,
        out_high=out_high,
        low=low,
        high=high,
        unaccounted_low=max(low, Decimal(0)) if followed else Decimal(0),
        unaccounted_high=max(high, Decimal(0)) if followed else Decimal(0),
        flows=tuple(sorted(flow.id for flow in lines)),
    )


def _remainders(stated: list[Flow]) -> Iterator[Flow]:
    """Yield a computed line for every holder whose receipts exceed what the file follows further."""
    by_id = {flow.id: flow for flow in stated}
    for balance in balances(stated):
        if balance.unaccounted_high > 0:
            yield _remainder(balance, [by_id[id] for id in balance.flows])


def _remainder(balance: Balance, lines: list[Flow]) -> Flow:
    came = [flow.quantity for flow in lines if flow.target == balance.holder]
    went = [flow.quantity for flow in lines if flow.origin == balance.holder]
    left = Quantity(balance.unaccounted_low, balance.unaccounted_high, balance.unit, lines[0].quantity.dimension)
    formula = remainder(came, went, left)
    return Flow(
        id=digest("flow", "remainder", balance.id),
        good=balance.good,
        quantity=replace(left, good=balance.good, currency=lines[0].quantity.currency),
        origin=balance.holder,
        target=None,
        status="computed",
        citations=_cited(citation for flow in lines for citation in flow.citations),
        formula=formula,
    )
