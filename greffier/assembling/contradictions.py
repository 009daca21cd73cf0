"""Two pages that cannot both be right about one exhibit, one handover, one moment."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from greffier.assembling.checking import Hit, Material, Words, both
from greffier.assembling.counted import declared, worth
from greffier.assembling.exhibits import Statement, bare, by_exhibit
from greffier.assembling.goods import MONEY, NOT_SAID, furthest, good_of, in_kilograms, may_equal, same_good
from greffier.assembling.lookup import Lookup
from greffier.assembling.movement import movement
from greffier.assembling.rulebook import Rule
from greffier.assembling.times import end, in_words, overlap, precise, start
from greffier.records import Event, Quantity, Time

_DAY = 24 * 60
_HUNDRED = 100
_ATTRIBUTES = {"weight": ("weight", "poids"), "gross": ("gross weight", "poids brut"), MONEY: ("sum", "montant")}
_DIMENSIONS = {"weight": "mass", "count": "count", "sum": "money"}
_TOLD = ("fact", "alleged")  # what somebody says in a hearing may contradict a record as well
_ONCE = {"custody_start": 72, "arrest": 72, "seal": 24 * 30}  # hours within which two dates tell one act


def exhibit_differs(material: Material, rule: Rule) -> Iterator[Hit]:
    """One exhibit, one attribute, two values: 64 packets here, 62 there; 3 150 euros here, 3 510 there."""
    tolerance = Decimal(str(rule.number("tolerance", 0.02)))
    kind = str(rule.parameters.get("of", "count"))
    for (_, attribute), told in by_exhibit(material.known, _DIMENSIONS[kind]).items():
        if attribute == NOT_SAID:
            continue
        pair = _furthest(_in_order(material.known, told), tolerance)
        if pair is not None:
            yield _differ(*pair, attribute)


def _in_order(known: Lookup, told: list[Statement]) -> list[Statement]:
    def when(one: Statement) -> tuple[str, str]:
        act = known.act(one.piece)
        return start(act) if act else "", one.span.page

    return sorted(told, key=when)


def _furthest(told: list[Statement], tolerance: Decimal) -> tuple[Statement, Statement] | None:
    """Return the first statement and the one furthest from it, where they cannot both be right."""
    first = _first_of_each(told)
    apart = [
        (abs(b.low - a.low), -i, -j)
        for (i, a), (j, b) in itertools.combinations(enumerate(first), 2)
        if _disjoint(a, b, tolerance)
    ]
    if not apart:
        return None
    _, i, j = max(apart)
    return first[-i], first[-j]


def _first_of_each(told: list[Statement]) -> list[Statement]:
    """Return the first statement of each value: a hundred pages that agree are compared once."""
    first: dict[tuple[Decimal, Decimal, str, bool], Statement] = {}
    for one in told:
        first.setdefault((one.low, one.high, one.unit, one.approximate), one)
    return list(first.values())


def _disjoint(left: Statement, right: Statement, tolerance: Decimal) -> bool:
    if left.unit != right.unit or (left.attribute == MONEY and _rounds(left.low, right.low)):
        return False
    share = Decimal("0.1") if left.approximate or right.approximate else tolerance if left.unit == "kg" else Decimal(0)
    play = share * furthest(left.low, left.high, right.low, right.high)
    return left.high + play < right.low or right.high + play < left.low


def _rounds(left: Decimal, right: Decimal) -> bool:
    """Whether the rounder of two sums is what the other comes to, rounded to hundreds or more."""
    rough, fine = sorted((left, right), key=_zeros, reverse=True)
    unit = Decimal(10) ** _zeros(rough)
    return unit >= _HUNDRED and abs(rough - fine) * 2 <= unit


def _zeros(worth: Decimal) -> int:
    whole = f"{worth:f}".partition(".")[0]
    return len(whole) - len(whole.rstrip("0"))


def _differ(left: Statement, right: Statement, attribute: str) -> Hit:
    words: Words = {
        "exhibit": bare(left.exhibit),
        "attribute": _ATTRIBUTES.get(attribute, ("count", "nombre")),
        "first": " ".join(left.span.exact.split()),
        "second": " ".join(right.span.exact.split()),
    }
    certain = not (left.approximate or right.approximate)
    return Hit(both(left.span, right.span), certain, words)


def handover_differs(material: Material, rule: Rule) -> Iterator[Hit]:
    """The same two persons, the same day, the same good, and two amounts that cannot both be right."""
    known = material.known
    counted = declared(known)
    told: dict[tuple[str, str, str, str], list[tuple[Event, Quantity]]] = defaultdict(list)
    for event in known.dossier.events:
        moved = movement(known, event)
        if moved is None or moved.origin is None or moved.target is None or not _settled(event):
            continue
        amounts = list(counted.amounts(known, event))
        if len(amounts) == 1 and event.time is not None:
            key = (moved.family, moved.origin.id, moved.target.id, event.time.earliest[:10])
            told[key].append((event, amounts[0][0]))
    for key in sorted(told):
        yield from _amounts_differ(known, told[key])


def _settled(event: Event) -> bool:
    dated = event.time is not None and precise(event.time, _DAY)
    return dated and event.polarity == "positive" and event.modality in _TOLD and bool(event.citations)


def _amounts_differ(known: Lookup, told: list[tuple[Event, Quantity]]) -> Iterator[Hit]:
    """Yield at most one pair: each piece must tell of one such handover that day, else they may be several."""
    by_piece: dict[str, list[tuple[Event, Quantity]]] = defaultdict(list)
    for event, quantity in told:
        by_piece[event.piece].append((event, quantity))
    single = sorted((same[0] for same in by_piece.values() if len(same) == 1), key=lambda one: one[0].id)
    first = {quantity: (event, quantity) for event, quantity in reversed(single)}  # of each amount
    in_order = sorted(first.values(), key=lambda one: one[0].id)
    for (event, quantity), (other, amount) in itertools.combinations(in_order, 2):
        if _comparable(quantity, amount) and not may_equal(quantity, amount):
            words = {
                "first": worth(quantity),
                "second": worth(amount),
                "day": event.time.edtf if event.time else "",
            }
            yield Hit(both(event.citations[0].span, other.citations[0].span), False, words)
            return


def _comparable(left: Quantity, right: Quantity) -> bool:
    same_unit = in_kilograms(left)[2] == in_kilograms(right)[2]
    return same_unit and same_good(left, right) and good_of(left) == good_of(right)


def moment_differs(material: Material, rule: Rule) -> Iterator[Hit]:
    """One act that happens once (an arrest, a custody, a sealing), told at two times."""
    known = material.known
    told: dict[tuple[str, str], list[tuple[Time, Event]]] = defaultdict(list)
    for event in known.dossier.events:
        if event.type in _ONCE and event.time is not None and _settled(event):
            for name in _about(known, event):
                told[event.type, name].append((event.time, event))
    for what in sorted(told):
        yield from _moments_differ(_ONCE[what[0]], sorted(told[what], key=lambda one: (start(one[0]), one[1].id)))


def _about(known: Lookup, event: Event) -> list[str]:
    """Return whom or what a single act is about: the person held, the only exhibit."""
    if event.type == "seal":
        seals = [one.id for one in known.filled(event, "object", "recipient", "seal") if one.kind == "seal"]
        return seals if len(seals) == 1 else []
    return [one.id for one in known.filled(event, "recipient", "victim", "object") if one.kind == "person"][:1]


def _moments_differ(hours: int, told: list[tuple[Time, Event]]) -> Iterator[Hit]:
    for (early, first), (late, second) in itertools.pairwise(told):
        if first.piece == second.piece or overlap(early, late):
            continue
        if precise(Time("", end(early), start(late)), hours * 60):
            words: Words = {
                "first": in_words(early),
                "second": in_words(late),
                "what": first.citations[0].span.exact[:80],
            }
            yield Hit(both(first.citations[0].span, second.citations[0].span), False, words)
            return
