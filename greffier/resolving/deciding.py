"""What people decided about names; nothing of the machine's overrides it.

The newest decision of a person on a pair holds. Where two people contradict each other both are kept, and the names
stay apart: a name too few joined can be joined later, one too many harms somebody.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from greffier.records import Decision, Judgement, Reason
from greffier.resolving.cluster import Clusters
from greffier.resolving.judge import CERTAIN, Verdict, judgement
from greffier.resolving.names import of_case


def of_pieces(decision: Decision) -> bool:
    """Whether a decision names what a short name means in one piece."""
    return any(key != of_case(key) for key in (*decision.subject, *decision.other))


def apply(
    standing: Sequence[Decision], clusters: Clusters, last: bool = False
) -> tuple[frozenset[str], list[Judgement]]:
    """Join and separate keys as people decided; return the keys that must stand alone, and the judgements.

    `standing` is in order of time; keys that the case does not hold (any more) are passed over. When this is the `last`
    time, a key of a piece that is gone is that of the whole case.
    """
    alone: set[str] = set()
    judged: dict[tuple[str, str], Judgement] = {}
    for decision in reversed(standing):
        if decision.verb == "merge" and (against := disputing(decision, standing)):
            _dispute(decision, against, clusters, judged)
        elif decision.verb == "merge":
            _merge(decision, clusters, judged, last)
        elif decision.verb == "split":
            alone |= _split(decision, clusters, judged, last)
        elif decision.verb == "protect":
            keys = _held(decision.subject, clusters, last)
            for key in keys[1:]:
                clusters.join(keys[0], key)
    return frozenset(alone), list(judged.values())


def parting(subject: Iterable[str], other: Iterable[str], decisions: Iterable[Decision]) -> list[Decision]:
    """Return the decisions that stand and keep some key of one side from some key of the other."""
    sides = frozenset(subject), frozenset(other)
    return [one for one in decisions if one.verb == "split" and not one.undone and any(_crossing(one, *sides))]


def disputing(merge: Decision, decisions: Iterable[Decision]) -> list[Decision]:
    """Return the decisions of other people that keep apart what a person says is one."""
    return [one for one in parting(merge.subject, merge.other, decisions) if one.by != merge.by]


def _crossing(split: Decision, subject: frozenset[str], other: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Yield the pairs that a decision parts, of those with a key on each side."""
    for left, right in _across(sorted(split.subject), sorted(split.other)):
        if (left in subject and right in other) or (right in subject and left in other):
            yield left, right


def _dispute(
    merge: Decision, against: Sequence[Decision], clusters: Clusters, judged: dict[tuple[str, str], Judgement]
) -> None:
    """Judge the pairs that people contradict each other on: unsure, with what both say."""
    for split in against:
        for left, right in _crossing(split, frozenset(merge.subject), frozenset(merge.other)):
            if left in clusters and right in clusters:
                clusters.separate(left, right)
                says = [_says(merge, CERTAIN), _says(split, -CERTAIN)]
                made = judgement(left, right, "unsure", says, f"{merge.by}, {split.by}")
                judged[made.left, made.right] = made


def _says(decision: Decision, weight: float) -> Reason:
    return Reason(f"{decision.by}: {decision.why or 'decided'}", weight)


def protected_keys(standing: Iterable[Decision]) -> frozenset[str]:
    """Return the keys of protected persons."""
    return frozenset(key for decision in standing if decision.verb == "protect" for key in decision.subject)


def _merge(decision: Decision, clusters: Clusters, judged: dict[tuple[str, str], Judgement], last: bool) -> None:
    keys = _held((*decision.subject, *decision.other), clusters, last)
    for key in keys[1:]:
        if clusters.join(keys[0], key):
            _note(decision, "same", keys[0], key, judged)


def _split(decision: Decision, clusters: Clusters, judged: dict[tuple[str, str], Judgement], last: bool) -> set[str]:
    subject, other = _held(decision.subject, clusters, last), _held(decision.other, clusters, last)
    for left, right in _across(subject, other):
        if clusters.root(left) != clusters.root(right):
            clusters.separate(left, right)
            _note(decision, "different", left, right, judged)
    return set() if other else set(subject)


def _held(keys: Iterable[str], clusters: Clusters, last: bool) -> list[str]:
    keys = (of_case(key) if last and key not in clusters else key for key in keys)
    return sorted({key for key in keys if key in clusters})


def _across(subject: list[str], other: list[str]) -> Iterator[tuple[str, str]]:
    """Yield the pairs that a split parts: each of one side from each of the other, or all from each other."""
    if other:
        yield from ((left, right) for left in subject for right in other if left != right)
    else:
        yield from ((left, right) for index, left in enumerate(subject) for right in subject[index + 1 :])


def _note(
    decision: Decision, verdict: Verdict, left: str, right: str, judged: dict[tuple[str, str], Judgement]
) -> None:
    weight = CERTAIN if verdict == "same" else -CERTAIN
    made = judgement(left, right, verdict, [Reason(decision.why or "decided", weight)], decision.by)
    judged.setdefault((made.left, made.right), made)
