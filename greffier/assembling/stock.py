"""The stock: how much of a good an act counted in all, what the file follows of it, and what it does not.

Holders hand a good on to holders whom no page ties together, so that account after account says nothing of the whole.
A total that officers counted does: set against everything that left it, each fact once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from greffier.assembling.counted import Declared, declared, remainder
from greffier.assembling.goods import NOT_SAID, good_of, in_kilograms, may_equal
from greffier.assembling.lookup import Lookup, look
from greffier.assembling.movement import told
from greffier.records import Balance, Citation, Dossier, Event, Flow, Quantity, digest

WHOLE = "total counted"  # the holder of a stock: the case as a whole
_ACTS = frozenset({"report", "seizure", "expertise", "order"})  # pieces whose writer counted, or read who counted
_LEAVING = frozenset({"sample"})


@dataclass(frozen=True, slots=True)
class _Counted:
    """One telling of a total."""

    quantity: Quantity
    good: str
    formula: str | None
    event: Event


def stock(dossier: Dossier, flows: Sequence[Flow]) -> tuple[list[Flow], list[Balance]]:
    """Return the ledger with the counted totals, what was sampled from them and what is left; and their balances.

    Only masses, and only where one good has a total that an act tells; `flows` are the movements told. A movement that
    names no good is of the only good that was counted.
    """
    known = look(dossier)
    counted = declared(known)
    balances: list[Balance] = []
    totals = _totals(known, counted)
    if len(totals) == 1:
        (good, total) = totals[0]
        flows = [_of(flow, good, total[0].quantity) for flow in flows]
    lines = list(flows)
    for good, total in totals:
        came = _flow(total, good, None, WHOLE)
        samples = [_flow(one, good, WHOLE, None) for one in _once(_amounts(known, counted, _LEAVING), total[0])]
        went = [*samples, *_followed(flows, good, total[0].quantity)]
        balance = _balance(good, came, went)
        balances.append(balance)
        lines += [came, *samples, *_left(balance, came, went)]
    return lines, balances


def _totals(known: Lookup, counted: Declared) -> list[tuple[str, list[_Counted]]]:
    """For each good its largest total that an act tells, with every telling of that total."""
    tellings = [one for one in _amounts(known, counted, frozenset({"count"})) if one.quantity.dimension == "mass"]
    named = {one.good for one in tellings} - {NOT_SAID}
    by_good: dict[str, list[_Counted]] = defaultdict(list)
    for one in tellings:
        # A count that names no good is of the only good that is counted; of several, nobody can tell.
        good = one.good if one.good != NOT_SAID else next(iter(named), NOT_SAID) if len(named) < 2 else ""
        if good:
            by_good[good].append(one)
    return [(good, total) for good, told in sorted(by_good.items()) if (total := _largest(known, told))]


def _largest(known: Lookup, tellings: list[_Counted]) -> list[_Counted]:
    acts = [one for one in tellings if one.event.modality == "fact" and _kind(known, one.event) in _ACTS]
    if not acts:
        return []
    top = max(acts, key=lambda one: (in_kilograms(one.quantity)[0], one.event.id))
    same = [one for one in tellings if one is not top and may_equal(one.quantity, top.quantity)]
    return [top, *sorted(same, key=lambda one: one.event.id)]


def _kind(known: Lookup, event: Event) -> str:
    piece = known.pieces.get(event.piece)
    return piece.kind if piece else "other"


def _amounts(known: Lookup, counted: Declared, types: frozenset[str]) -> Iterator[_Counted]:
    for event in sorted(known.dossier.events, key=lambda event: event.id):
        if event.type in types and told(event):
            for quantity, formula in counted.amounts(known, event):
                yield _Counted(quantity, good_of(quantity), formula, event)


def _once(tellings: Iterator[_Counted], total: _Counted) -> list[list[_Counted]]:
    """Tellings of one amount taken from the total count once: the same unit, and amounts that may be equal."""
    groups: list[list[_Counted]] = []
    for one in tellings:
        if in_kilograms(one.quantity)[2] != in_kilograms(total.quantity)[2]:
            continue
        fitting = (group for group in groups if all(may_equal(one.quantity, other.quantity) for other in group))
        home = next(fitting, None)
        if home is None:
            groups.append([one])
        else:
            home.append(one)
    return groups


def _of(flow: Flow, good: str, total: Quantity) -> Flow:
    if flow.good != NOT_SAID or flow.quantity.unit != in_kilograms(total)[2] or good == NOT_SAID:
        return flow
    return replace(flow, good=good, quantity=replace(flow.quantity, good=good))


def _followed(flows: Sequence[Flow], good: str, total: Quantity) -> list[Flow]:
    """The movements out of the stock: to somebody, of this good, smaller than the total, each fact once."""
    low, _, unit = in_kilograms(total)
    kept: list[Flow] = []
    for flow in sorted(flows, key=lambda flow: (-len(flow.citations), flow.id)):
        if flow.target and flow.good == good and flow.quantity.unit == unit and flow.quantity.low < low:
            same = (one for one in kept if one.target == flow.target and may_equal(one.quantity, flow.quantity))
            if next(same, None) is None:
                kept.append(flow)
    return sorted(kept, key=lambda flow: flow.id)


def _flow(tellings: Sequence[_Counted], good: str, origin: str | None, target: str | None) -> Flow:
    first = tellings[0]
    low, high, unit = in_kilograms(first.quantity)
    return Flow(
        id=digest("flow", "stock", good, origin, target, min(one.event.id for one in tellings)),
        good=good,
        quantity=replace(first.quantity, low=low, high=high, unit=unit, good=good if good != NOT_SAID else None),
        origin=origin,
        target=target,
        status="stated",
        citations=_cited(citation for one in tellings for citation in one.event.citations),
        time=next((one.event.time for one in tellings if one.event.time), None),
        formula=next((one.formula for one in tellings if one.formula), None),
        group=first.event.group,
    )


def _cited(citations: Iterator[Citation]) -> tuple[Citation, ...]:
    found = {(one.span.page, one.span.start, one.span.end): one for one in citations}
    return tuple(found[at] for at in sorted(found))


def _balance(good: str, came: Flow, went: Sequence[Flow]) -> Balance:
    out_low = sum((flow.quantity.low for flow in went), Decimal(0))
    out_high = sum((flow.quantity.high for flow in went), Decimal(0))
    low, high = came.quantity.low - out_high, came.quantity.high - out_low
    return Balance(
        id=digest("balance", good, WHOLE, came.quantity.unit),
        good=good,
        holder=WHOLE,
        unit=came.quantity.unit,
        in_low=came.quantity.low,
        in_high=came.quantity.high,
        out_low=out_low,
        out_high=out_high,
        low=low,
        high=high,
        unaccounted_low=max(low, Decimal(0)),
        unaccounted_high=max(high, Decimal(0)),
        flows=tuple(sorted(flow.id for flow in (came, *went))),
    )


def _left(balance: Balance, came: Flow, went: Sequence[Flow]) -> Iterator[Flow]:
    """Yield what no page follows, computed, with its formula; nothing where nothing is known to have left."""
    if not went or balance.unaccounted_high <= 0:
        return
    left = replace(came.quantity, low=balance.unaccounted_low, high=balance.unaccounted_high)
    formula = remainder([came.quantity], [flow.quantity for flow in went], left)
    yield Flow(
        id=digest("flow", "left", balance.id),
        good=balance.good,
        quantity=left,
        origin=WHOLE,
        target=None,
        status="computed",
        citations=_cited(citation for flow in (came, *went) for citation in flow.citations),
        formula=formula,
    )
