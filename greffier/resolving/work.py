"""What the passes of the machine work on: the names of a case, and which of them are one by now."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from greffier.records import Link
from greffier.resolving.cluster import Clusters
from greffier.resolving.gather import Named


@dataclass(slots=True)
class Work:
    """What the passes work on; only `clusters` and `variants` change. `variants` are keys joined as misspellings."""

    names: dict[str, Named]
    clusters: Clusters
    key_of: dict[str, str]
    links: tuple[Link, ...]
    alone: frozenset[str]
    protected: frozenset[str]
    variants: set[str] = field(default_factory=set)
    given: dict[str, set[str]] = field(init=False)  # the keys that links give to somebody, by the type of the link

    def __post_init__(self) -> None:
        self.given = defaultdict(set)
        for link in self.links:
            if link.right in self.key_of:
                self.given[link.type].add(self.key_of[link.right])

    def free(self, *keys: str) -> bool:
        """Whether the machine may join these keys at all."""
        return not self.alone.intersection(keys)

    def linked(self, *types: str) -> frozenset[str]:
        """Return the keys that links of these types give to somebody."""
        return frozenset().union(*(self.given[type] for type in types))
