"""Names joined into entities, never across what keeps them apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable


class Clusters:
    """A union of keys with cannot-link constraints: joining asks both whole sides, so no path goes round one."""

    def __init__(self, keys: Iterable[str]) -> None:
        self._root = {key: key for key in keys}
        self._members = {key: [key] for key in self._root}
        self._apart: dict[str, set[str]] = defaultdict(set)
        self._clash: Callable[[str, str], bool] = lambda left, right: False

    def __contains__(self, key: object) -> bool:
        return key in self._root

    def root(self, key: str) -> str:
        """Return the key that stands for the cluster of this one."""
        return self._root[key]

    def members(self, key: str) -> list[str]:
        """Return the keys of the cluster of this one, sorted."""
        return sorted(self._members[self._root[key]])

    def add(self, key: str) -> None:
        """Take in one more key, alone."""
        self._root[key], self._members[key] = key, [key]

    def drop(self, key: str) -> None:
        """Forget a key that was joined with nothing."""
        del self._root[key], self._members[key]

    def alone(self, key: str) -> bool:
        """Whether a key was joined with nothing."""
        return self._members[self._root[key]] == [key]

    def separate(self, left: str, right: str) -> None:
        """Keep two keys apart from now on."""
        self._apart[left].add(right)
        self._apart[right].add(left)

    def separate_where(self, clash: Callable[[str, str], bool]) -> None:
        """Keep apart, from now on, any two keys that clash; asked when they might meet, not of all pairs there are."""
        self._clash = clash

    def may_join(self, left: str, right: str) -> bool:
        """Whether nothing keeps the clusters of two keys apart."""
        first, second = self._members[self._root[left]], self._members[self._root[right]]
        if any(self._apart[key].intersection(second) for key in first if key in self._apart):
            return False
        return not any(self._clash(one, other) for one in first for other in second)

    def join(self, left: str, right: str) -> bool:
        """Join the clusters of two keys; return False, and change nothing, where something keeps them apart."""
        if self._root[left] == self._root[right]:
            return True
        if not self.may_join(left, right):
            return False
        keep, give = sorted((self._root[left], self._root[right]))
        for key in self._members[give]:
            self._root[key] = keep
        self._members[keep].extend(self._members.pop(give))
        return True

    def all(self) -> list[list[str]]:
        """Return every cluster, its keys sorted, in the order of their smallest keys."""
        return sorted(sorted(members) for members in self._members.values())
