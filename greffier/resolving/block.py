"""Which pairs of names are worth comparing: those that share a part, by sound or by shape."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from greffier.resolving.gather import Named
from greffier.resolving.letters import shape, sound
from greffier.resolving.names import legal_form

CROWD = (
    400  # names sharing one part; beyond it the part tells nothing ("Jean") and another part must bring them together
)


def candidates(names: Iterable[Named]) -> list[tuple[str, str]]:
    """Return the pairs of keys (smaller first) that may be one entity, sorted. Only persons and organisations."""
    buckets: dict[str, set[str]] = defaultdict(set)
    for named in names:
        for block in blocks(named):
            buckets[block].add(named.key)
    pairs: set[tuple[str, str]] = set()
    for keys in buckets.values():
        if len(keys) <= CROWD:
            pairs.update(_pairs(sorted(keys)))
    return sorted(pairs)


def _pairs(keys: list[str]) -> Iterator[tuple[str, str]]:
    for index, left in enumerate(keys):
        for right in keys[index + 1 :]:
            yield left, right


def blocks(named: Named) -> Iterator[str]:
    """Yield what a name is sought by: each part by its sound and shape, and the whole."""
    if named.kind == "person":
        for part in named.content:
            yield f"person {sound(part)}"
            yield f"person {shape(part)}"
        yield f"person run {''.join(sorted(named.person.parts))[:60]}"
        yield f"person joined {''.join(named.person.parts)}"
    elif named.kind == "organisation":
        words, _ = legal_form(named.person.parts)
        for word in words:
            yield f"organisation {sound(word)}"
        yield f"organisation joined {''.join(words)}"
