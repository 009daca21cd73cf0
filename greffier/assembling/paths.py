"""How one name is tied to another one: the shortest way over the ties that pages tell, the best told of several."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from greffier.records import Hop, Relation


def path(relations: Iterable[Relation], start: str, end: str) -> list[Hop]:
    """Return the hops from one entity to another; none where no page ties them, or where they are one.

    Of ways with as few hops, the one whose ties have most independent origins.
    """
    ties = _ties(relations)
    reached: dict[str, tuple[int, list[Hop]]] = {start: (0, [])}
    level = [start]
    while level and end not in reached:
        level = _next(level, ties, reached)
    return reached[end][1] if end in reached else []


def _ties(relations: Iterable[Relation]) -> Mapping[str, Mapping[str, list[Relation]]]:
    """What ties each entity to each other one, both ways."""
    ties: dict[str, dict[str, list[Relation]]] = defaultdict(lambda: defaultdict(list))
    for relation in relations:
        if relation.source_entity != relation.target_entity:
            ties[relation.source_entity][relation.target_entity].append(relation)
            ties[relation.target_entity][relation.source_entity].append(relation)
    return ties


def _next(
    level: list[str], ties: Mapping[str, Mapping[str, list[Relation]]], reached: dict[str, tuple[int, list[Hop]]]
) -> list[str]:
    """Reach the entities one hop further, each by the way that is told best; return them in order."""
    found: dict[str, tuple[int, list[Hop]]] = {}
    for source in sorted(level):
        told, way = reached[source]
        for target, between in sorted(ties.get(source, {}).items()):
            if target in reached:
                continue
            hop = Hop(source, target, tuple(sorted(between, key=lambda one: (-len(one.origins), one.id))))
            strength = told + len(hop.origins)
            if target not in found or strength > found[target][0]:
                found[target] = strength, [*way, hop]
    reached.update(found)
    return sorted(found)
