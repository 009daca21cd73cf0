"""The pairs of names that a person has to decide on, those first whose decision would change most."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from greffier.records import Decision, Entity, Event, Finding, Judgement, Mention, Span, Undecided
from greffier.resolving.deciding import parting


class Pair(NamedTuple):
    """Two entities that a judgement leaves in doubt; a merge would give what the one of `less` has to the other."""

    judgement: Judgement
    left: Entity
    right: Entity

    @property
    def less(self) -> Entity:
        return min(self.left, self.right, key=lambda one: (len(one.mentions), one.id))


def pairs(judged: Iterable[Judgement], entities: Iterable[Entity]) -> list[Pair]:
    """Return each pair of entities that is in doubt once, with what people say of it before what the machine says."""
    owner = {key: entity for entity in entities for key in entity.keys}
    found: dict[tuple[str, str], Pair] = {}
    for one in sorted(judged, key=lambda one: (one.by == "machine", -one.score, one.id)):
        left, right = owner.get(one.left), owner.get(one.right)
        if left is not None and right is not None and left.id != right.id:
            found.setdefault((min(left.id, right.id), max(left.id, right.id)), Pair(one, left, right))
    return list(found.values())


def doubts(
    pairs: Sequence[Pair],
    decisions: Sequence[Decision],
    mentions: Iterable[Mention],
    events: Iterable[Event],
    findings: Sequence[Finding],
) -> list[Undecided]:
    """Return what is to be decided of these pairs: disputes first, what was left open last.

    Between them, in the order of the mentions, events and findings that a merge would give to another name. `mentions`
    are those of the entities that have less.
    """
    weight = _Weight({id: pair.less.id for pair in pairs for id in pair.less.mentions}, mentions, events, findings)
    found = (_doubt(pair, decisions, weight) for pair in pairs)
    return sorted((one for one in found if one is not None), key=_order)


def _order(doubt: Undecided) -> tuple[bool, bool, int, str]:
    change = doubt.mentions + doubt.events + doubt.findings
    return not doubt.disputed, bool(doubt.looked), -change, doubt.judgement.id


def _doubt(pair: Pair, decisions: Sequence[Decision], weight: _Weight) -> Undecided | None:
    """The doubt on a pair; None where a person keeps the two apart and nobody says otherwise."""
    judged, left, right = pair
    if judged.by == "machine" and parting(left.keys, right.keys, decisions):
        return None
    sides = set(left.keys), set(right.keys)
    looked = tuple(
        one
        for one in decisions
        if one.verb == "unsure" and not one.undone and _between(one, *sides)
    )  # fmt: skip
    less = pair.less
    return Undecided(judged, left, right, len(less.mentions), weight.events[less.id], weight.findings[less.id], looked)


def _between(decision: Decision, left: set[str], right: set[str]) -> bool:
    first, second = set(decision.subject), set(decision.other)
    return bool((first & left and second & right) or (first & right and second & left))


class _Weight:
    """How many events and findings each entity stands in; `of` says whose each mention is."""

    def __init__(
        self,
        of: dict[str, str],
        mentions: Iterable[Mention],
        events: Iterable[Event],
        findings: Sequence[Finding],
    ) -> None:
        spans: dict[str, list[tuple[Span, str]]] = defaultdict(list)
        for mention in mentions:
            spans[mention.span.page].append((mention.span, of[mention.id]))
        self.events: dict[str, int] = defaultdict(int)
        self.findings: dict[str, int] = defaultdict(int)
        for event in events:
            for id in {of[role.mention] for role in event.roles if role.mention in of}:
                self.events[id] += 1
        for finding in findings:
            for id in {id for one in finding.citations for span, id in spans[one.span.page] if _meet(span, one.span)}:
                self.findings[id] += 1


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
