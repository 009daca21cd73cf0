"""Where an event was and how much of what: the place and the amounts of a clause."""

from __future__ import annotations

import re

from greffier.reading.clause import Clause
from greffier.reading.prepositions import AT, BIRTH, CAPACITY, THAT, TOWARDS
from greffier.reading.slots import PARTIES
from greffier.records import Mention

_WITHOUT_AMOUNTS = frozenset(
    (
        "call",
        "message",
        "meet",
        "travel",
        "hear",
        "appoint",
        "arrest",
        "search",
        "threaten",
        "recruit",
        "inform",
        "sign",
    )
)
_MEASURED = frozenset(("mass", "money", "count", "volume"))


def place_of(clause: Clause) -> Mention | None:
    """Where it happened: the first place after the verb that « à », `at` lead to, else one opening the sentence."""
    route = re.compile(r"\b(?:de|du|from|depuis)\s+(?:la\s+|the\s+)?$|\bd'$")
    places = [one for one in clause.after if one.kind == "place"]
    if clause.trigger.type == "transport" and any(clause.led(one, route) for one in places):
        return None  # from where to where, and no place of its own
    for one in clause.after:
        if (
            one.kind == "place"
            and not _of_birth(clause, one)
            and (clause.led(one, AT) or (clause.trigger.type == "travel" and clause.led(one, TOWARDS)))
        ):
            return one
    opening = [one for one in clause.before if one.kind == "place"]
    if (
        opening
        and _opens_at(clause, opening[0])
        and not any(one.kind in PARTIES and one.span.start < opening[0].span.start for one in clause.before)
    ):
        return opening[0]
    return None


def _of_birth(clause: Clause, one: Mention) -> bool:
    """« né le 2 juin 1991 à X, demeurant à X »"""
    return BIRTH.search(clause.flat, clause.trigger.end, one.span.start) is not None


def _opens_at(clause: Clause, one: Mention) -> bool:
    return one.span.start - clause.start < 30 and AT.search(clause.flat, clause.start, one.span.start) is not None


def quantities_of(clause: Clause) -> list[Mention]:
    """The amounts that belong to the verb: after it in its clause, or before it where it is passive."""
    if clause.trigger.type in _WITHOUT_AMOUNTS:
        return []
    before = clause.before if clause.trigger.voice == "passive" else _antecedent(clause)
    pool = [*before, *clause.after]
    found = [one for one in pool if one.quantity is not None and one.quantity.dimension in _MEASURED]
    return [one for one in found if _belongs(clause, one) and not _capacity(clause, one)][:4]


def _antecedent(clause: Clause) -> list[Mention]:
    """« 64 pains, que nous plaçons sous scellé »: what the relative pronoun stands for."""
    that = THAT.search(clause.flat, clause.left, clause.trigger.start)
    return [one for one in clause.before if that and one.span.end <= that.start()]


def _belongs(clause: Clause, one: Mention) -> bool:
    """No break stands between an amount and its verb; a weight may follow a colon, an antecedent a comma."""
    gap = clause.flat[min(one.span.end, clause.trigger.end) : max(one.span.start, clause.trigger.start)]
    if one.span.end <= clause.trigger.start:
        return re.search(r"[;:]" if clause.trigger.voice == "active" else r"(?<!\d)[,;:]", gap) is None
    return re.search(r";" if clause.trigger.type in ("weigh", "count", "find") else r"(?<!\d)[;:]", gap) is None


def _capacity(clause: Clause, one: Mention) -> bool:
    """« une balance, portée maximale soixante kilogrammes »: what a thing may hold is no amount of the event."""
    return CAPACITY.search(clause.flat, max(clause.start, one.span.start - 40), one.span.start) is not None
