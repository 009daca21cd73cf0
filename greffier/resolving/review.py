"""The pairs of names that a person has to decide on, those first whose decision would change most."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from greffier.records import Decision, Entity, Event, Finding, Judgement, Mention, Span, Undecided
from greffier.resolving.deciding import parting


def doubts(
    judged: Iterable[Judgement],
    entities: Iterable[Entity],
    decisions: Sequence[Decision],
    mentions: Iterable[Mention],
    events: Iterable[Event],
    findings: Sequence[Finding],
) -> list[Undecided]:
    """Return one doubt for each pair of entities that is in doubt: disputes first, what was left open last.

    Between them, in the order of the mentions, events and findings that a merge would give to another name.
    """
    owner = {key: entity for entity in entities for key in entity.keys}
    pairs: dict[tuple[str, str], Judgement] = {}
    for one in sorted(judged, key=lambda one: (one.by == "machine", -one.score, one.id)):
        left, right = owner.get(one.left), owner.get(one.right)
        if left is not None and right is not None and left.id != right.id:
            pairs.setdefault((min(left.id, right.id), max(left.id, right.id)), one)
    weighed = _Weight({entity.id: entity for entity in owner.values()}, pairs, mentions, events, findings)
    found = [_doubt(owner[one.left], owner[one.right], one, decisions, weighed) for one in pairs.values()]
    return sorted((one for one in found if one is not None), key=_order)


def _order(doubt: Undecided) -> tuple[bool, bool, int, str]:
    change = doubt.mentions + doubt.events + doubt.findings
    return not doubt.disputed, bool(doubt.looked), -change, doubt.judgement.id


def _doubt(
    left: Entity, right: Entity, judged: Judgement, decisions: Sequence[Decision], weight: _Weight
) -> Undecided | None:
    """The doubt on a pair; None where a person keeps the two apart and nobody says otherwise."""
    if judged.by == "machine" and parting(left.keys, right.keys, decisions):
        return None
    sides = set(left.keys), set(right.keys)
    looked = tuple(
        one
        for one in decisions
        if one.verb == "unsure" and not one.undone and _between(one, *sides)
    )  # fmt: skip
    less = min(left, right, key=lambda one: (len(one.mentions), one.id))
    return Undecided(judged, left, right, len(less.mentions), weight.events[less.id], weight.findings[less.id], looked)


def _between(decision: Decision, left: set[str], right: set[str]) -> bool:
    first, second = set(decision.subject), set(decision.other)
    return bool((first & left and second & right) or (first & right and second & left))


class _Weight:
    """How many events and findings each entity in doubt stands in."""

    def __init__(
        self,
        entities: dict[str, Entity],
        pairs: Iterable[tuple[str, str]],
        mentions: Iterable[Mention],
        events: Iterable[Event],
        findings: Sequence[Finding],
    ) -> None:
        of = {mention: id for pair in pairs for id in pair for mention in entities[id].mentions}
        spans: dict[str, list[tuple[Span, str]]] = defaultdict(list)
        for mention in mentions:
            if mention.id in of:
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
