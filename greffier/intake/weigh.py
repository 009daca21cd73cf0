"""What is in a file, at any depth, comes to no more than the limit: weighed before it is stored.

The members of an archive are opened in rounds, one depth after another. What is left of the limit is shared out among
the members at one depth by their size, and each may expand to its share. One that is larger is only counted, and taken
in the next round if it still fits, in the order of the paths. So the disk never holds more than the limit allows, and
who is taken never depends on timing: shares and order are the same however often the work was interrupted.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from greffier.contracts import Limits
from greffier.records import Source

_MIB = 1 << 20
Level = tuple[str, int]


def weigh(sources: Iterable[Source], limits: Limits) -> list[Source]:
    """Return, with their fate, the waiting sources that are known already or are too much."""
    trees = _Trees(sources, limits)
    waiting = sorted((s for s in trees.sources.values() if s.status == "waiting"), key=_place)
    holders = {s.sha256: s for s in trees.sources.values() if s.status not in ("waiting", "duplicate") and s.sha256}
    fates = []
    for source in waiting:
        fate = _duplicate(source, holders) or trees.too_much(source)
        holders.setdefault(source.sha256, source)
        if fate is not None:
            fates.append(fate)
    return fates


def allowances(sources: Iterable[Source], limits: Limits) -> dict[str, int]:
    """Bytes that the members of each source inside another may come to, by its id.

    Those that wait to be weighed again, until all beside them have been opened, are not among them.
    """
    trees = _Trees(sources, limits)
    inside = [source for source in trees.sources.values() if source.parent is not None]
    return {source.id: trees.allowance(source) for source in inside if not trees.undecided(source)}


def _place(source: Source) -> tuple[int, str]:
    """Those in fewer folders first, so that which of two equal files is *the* source never depends on timing."""
    return source.path.count("/"), source.path


def _duplicate(source: Source, holders: dict[str, Source]) -> Source | None:
    holder = holders.get(source.sha256)
    if holder is None or holder.id == source.id:
        return None
    return replace(source, status="duplicate", duplicate_of=holder.id)


class _Trees:
    """Files with all that they hold: what lies at which depth of which. A level is a file that came in, and a depth."""

    def __init__(self, sources: Iterable[Source], limits: Limits) -> None:
        self.sources = {source.id: source for source in sources}
        self._limits = limits
        self._levels: dict[str, Level] = {}
        self._bytes: dict[Level, int] = defaultdict(int)
        self._taken_first: dict[Level, int] = defaultdict(int)  # bytes of members whose holder fitted its share
        self._unopened: set[Level] = set()  # levels of which not everything has been opened once
        self._counted: dict[Level, list[Source]] = defaultdict(list)  # those that did not fit their share
        self._members: dict[str, int] = defaultdict(int)
        for source in self.sources.values():
            self._add(source)

    def _add(self, source: Source) -> None:
        level = self._level(source)
        self._bytes[level] += source.bytes
        self._members[level[0]] += source.status != "waiting" and source.parent is not None
        if source.parent is not None and self.sources[source.parent].expands is None:
            self._taken_first[level] += source.bytes
        if source.expands is not None:
            self._counted[level].append(source)
        elif source.status == "waiting":
            self._unopened.add(level)

    def _level(self, source: Source) -> Level:
        """Kept once it is known: a file may hold a hundred thousand."""
        chain = [source]
        while chain[-1].parent is not None and chain[-1].id not in self._levels:
            chain.append(self.sources[chain[-1].parent])
        root, depth = self._levels.get(chain[-1].id, (chain[-1].id, 0))
        for above, one in enumerate(reversed(chain)):
            self._levels[one.id] = (root, depth + above)
        return self._levels[source.id]

    def allowance(self, source: Source) -> int:
        """Its share of what is left for its level, or just what it is known to need."""
        level = self._level(source)
        if source.expands is not None:
            return source.expands
        return self._left(level) * source.bytes // max(1, self._bytes[level])

    def _left(self, level: Level) -> int:
        """Bytes that the members of everything at this level may come to."""
        root, depth = level
        inside = sum(self._bytes[root, above] for above in range(1, depth + 1))
        return max(0, self._limits.expanded_mb * _MIB - inside)

    def undecided(self, source: Source) -> bool:
        """Whether it did not fit its share, and something beside it has not been opened yet."""
        return source.status == "waiting" and source.expands is not None and self._level(source) in self._unopened

    def too_much(self, source: Source) -> Source | None:
        """The source, refused, where it lies too deep, is one too many or expands too far."""
        root, depth = self._level(source)
        if depth == 0 or self.undecided(source):
            return None
        self._members[root] += 1
        reason = None
        if depth > self._limits.depth:
            reason = f"It lies more than {self._limits.depth} archives deep."
        elif self._members[root] > self._limits.members:
            reason = f"The file that holds it has more than {self._limits.members} files in it."
        elif source.expands is not None and source.id not in self._admitted((root, depth)):
            reason = f"With it, the file that holds it expands to more than {self._limits.expanded_mb} MB."
        return None if reason is None else replace(source, status="refused", reason=reason)

    def _admitted(self, level: Level) -> set[str]:
        """Of those that did not fit their share the ones that fit after all, the first ones first."""
        root, depth = level
        left = self._left(level) - self._taken_first[root, depth + 1]
        admitted = set()
        for source in sorted(self._counted[level], key=_place):
            needed = source.expands or 0
            if needed <= left:
                left -= needed
                admitted.add(source.id)
        return admitted
