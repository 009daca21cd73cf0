"""What people decided about names: the newest decision on a pair holds, and nothing of the machine's overrides it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from greffier.records import Decision, Judgement, Reason
from greffier.resolving.cluster import Clusters
from greffier.resolving.judge import CERTAIN, Verdict, judgement


def apply(standing: Sequence[Decision], clusters: Clusters) -> tuple[frozenset[str], list[Judgement]]:
    """Join and separate keys as people decided; return the keys that must stand alone, and the judgements.

    `standing` is in order of time; keys that the case does not hold (any more) are passed over.
    """
    alone: set[str] = set()
    judged: dict[tuple[str, str], Judgement] = {}
    for decision in reversed(standing):
        if decision.verb == "merge":
            _merge(decision, clusters, judged)
        elif decision.verb == "split":
            alone |= _split(decision, clusters, judged)
        elif decision.verb == "protect":
            keys = _held(decision.subject, clusters)
            for key in keys[1:]:
                clusters.join(keys[0], key)
    return frozenset(alone), list(judged.values())


def protected_keys(standing: Iterable[Decision]) -> frozenset[str]:
    """Return the keys of protected persons."""
    return frozenset(key for decision in standing if decision.verb == "protect" for key in decision.subject)


def _merge(decision: Decision, clusters: Clusters, judged: dict[tuple[str, str], Judgement]) -> None:
    keys = _held((*decision.subject, *decision.other), clusters)
    for key in keys[1:]:
        if clusters.join(keys[0], key):
            _note(decision, "same", keys[0], key, judged)


def _split(decision: Decision, clusters: Clusters, judged: dict[tuple[str, str], Judgement]) -> set[str]:
    subject, other = _held(decision.subject, clusters), _held(decision.other, clusters)
    for left, right in _across(subject, other):
        if clusters.root(left) != clusters.root(right):
            clusters.separate(left, right)
            _note(decision, "different", left, right, judged)
    return set() if other else set(subject)


def _held(keys: Iterable[str], clusters: Clusters) -> list[str]:
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
