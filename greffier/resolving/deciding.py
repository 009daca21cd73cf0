"""What people decided about names: the newest decision on a pair holds, and nothing of the machine's overrides it."""

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
        if decision.verb == "merge":
            _merge(decision, clusters, judged, last)
        elif decision.verb == "split":
            alone |= _split(decision, clusters, judged, last)
        elif decision.verb == "protect":
            keys = _held(decision.subject, clusters, last)
            for key in keys[1:]:
                clusters.join(keys[0], key)
    return frozenset(alone), list(judged.values())


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
