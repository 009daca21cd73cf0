"""Two digits of a year: of the century that the piece allows, since births and old papers lie before it."""

from __future__ import annotations

import re
from dataclasses import replace

from greffier.reading.date_grammar import Telling
from greffier.reading.told import At, Day, Node

_COMING = 10  # years after the piece that its pages may tell of
_WHOLE = re.compile(r"\d{4}|mil|two thousand|twenty")


def in_century(telling: Telling, flat: str, year: int) -> Telling:
    """A day whose year was told by two digits (`2/2/47`), a hundred years before where it would lie far ahead."""
    node = telling.node.day if isinstance(telling.node, At) else telling.node
    if not isinstance(node, Day) or node.year is None or node.year <= year + _COMING:
        return telling
    return telling if _WHOLE.search(flat, telling.start, telling.end) else telling._replace(node=_before(telling.node))


def _before(node: Node) -> Node:
    if isinstance(node, At) and node.day is not None:
        return replace(node, day=_before(node.day))
    if not isinstance(node, Day) or node.year is None:
        return node
    other = _before(node.other) if node.other else None
    return replace(node, year=node.year - 100, other=other if isinstance(other, Day) else None)
