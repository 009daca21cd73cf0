"""Backends that keep nothing: for tests, and for reading one text without a case."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import RLock
from typing import Any, BinaryIO, TypeVar

from greffier.contracts import Chain, Work
from greffier.records import Act, Page
from greffier.storing import query, rows
from greffier.text import key

Result = TypeVar("Result")
Key = tuple[str, str]  # kind and id
CHUNK = 1 << 20  # bytes read at a time


class MemoryRecords:
    """Records as dictionaries of the same rows that an SQL database holds."""

    def __init__(self, url: str, chain: Chain) -> None:
        self._chain = chain
        self._acts: list[Act] = []
        self._work: dict[tuple[str, str], tuple[Work, int]] = {}
        self._bodies: dict[Key, dict[int, rows.Row]] = {}  # by the act that wrote them, the first maker first
        self._lock = RLock()

    def finish(self, work: Work, outputs: Sequence[Any], *, by: str, at: str) -> None:
        self.finish_many([(work, outputs)], by=by, at=at)

    def finish_many(self, units: Sequence[tuple[Work, Sequence[Any]]], *, by: str, at: str) -> None:
        finished = {(unit.step, unit.input) for unit, _ in units}
        self._write(units, by, at, lambda unit: (unit.step, unit.input) in finished)

    def derive(self, work: Work, outputs: Sequence[Any], *, by: str, at: str) -> None:
        self._write([(work, outputs)], by, at, lambda unit: unit.step == work.step)

    def _write(
        self, units: Sequence[tuple[Work, Sequence[Any]]], by: str, at: str, redone: Callable[[Work], bool]
    ) -> None:
        laid = [(unit, rows.lay(outputs)) for unit, outputs in units]
        with self._lock:
            self._forget({act for unit, act in self._work.values() if redone(unit)})
            for unit, made in laid:
                self._work[unit.step, unit.input] = unit, self._append(unit, made, by, at, None)

    def decide(self, record: Any, *, by: str, at: str, note: str | None = None) -> None:
        with self._lock:
            self._append(Work("decide", 1, record.id, ""), rows.lay([record]), by, at, note)

    def _append(self, unit: Work, made: list[rows.Row], by: str, at: str, note: str | None) -> int:
        act = self._chain(
            self._acts[-1] if self._acts else None,
            step=unit.step,
            version=unit.version,
            inputs=(unit.input,),
            outputs=rows.seal(made),
            by=by,
            at=at,
            note=note,
        )
        self._acts.append(act)
        for row in made:
            self._bodies.setdefault((row.kind, row.id), {})[act.seq] = row
        return act.seq

    def _forget(self, forgotten: set[int]) -> None:
        seen: set[int] = set()
        while forgotten := forgotten - seen:
            seen |= forgotten
            following: set[int] = set()
            for found, bodies in list(self._bodies.items()):
                following |= self._forget_bodies(found, bodies, forgotten)
            self._work = {done: (unit, act) for done, (unit, act) in self._work.items() if act not in forgotten}
            forgotten = following

    def _forget_bodies(self, found: Key, bodies: dict[int, rows.Row], forgotten: set[int]) -> set[int]:
        """Forget what these acts wrote of one record; return the acts that follow from that."""
        gone = forgotten & bodies.keys()
        if not gone:
            return set()
        maker, marked = min(bodies), {act for _, act in self._work.values()}
        following = {act for unit, act in self._work.values() if unit.input == found[1] and act > min(gone)}
        if maker in forgotten:
            del self._bodies[found]
            return following | (bodies.keys() & marked)
        for act in gone:
            del bodies[act]
        return following

    def done(self, work: Work) -> bool:
        return self._work.get((work.step, work.input), (None, 0))[0] == work

    def finished(self, step: str) -> dict[str, Work]:
        with self._lock:
            return {unit.input: unit for unit, _ in self._work.values() if unit.step == step}

    def get(self, kind: type[Result], id: str) -> Result:
        with self._lock:
            bodies = self._bodies.get((rows.kind_of(kind), id))
            if bodies is None:
                raise KeyError(id)
            return rows.read(kind, bodies[max(bodies)].body)

    def get_many(self, kind: type[Result], ids: Iterable[str]) -> dict[str, Result]:
        return {id: self.get(kind, id) for id in ids if (rows.kind_of(kind), id) in self._bodies}

    def all(self, kind: type[Result], *, owner: str | None = None) -> Iterator[Result]:
        for row in self._standing(kind):
            if owner is None or row.owner == owner:
                yield rows.read(kind, row.body)

    def owners(self, kind: type[Any]) -> dict[str, str | None]:
        return {row.id: row.owner for row in self._standing(kind)}

    def _standing(self, kind: type[Any]) -> list[rows.Row]:
        with self._lock:
            ours = [bodies[max(bodies)] for (name, _), bodies in self._bodies.items() if name == rows.kind_of(kind)]
        return sorted(ours)

    def count(self, kind: type[Any]) -> int:
        with self._lock:
            return sum(name == rows.kind_of(kind) for name, _ in self._bodies)

    def acts(self, since: int = 0) -> Iterator[Act]:
        yield from self._acts[max(since - 1, 0) :]

    def makers(self, id: str | None = None) -> list[int]:
        with self._lock:
            return sorted({act for (_, found), bodies in self._bodies.items() if id in (None, found) for act in bodies})

    def sealed(self, seq: int) -> tuple[str, ...]:
        with self._lock:
            return rows.seal(bodies[seq] for bodies in self._bodies.values() if seq in bodies)

    def version(self) -> str:
        return self._acts[-1].hash if self._acts else ""

    def close(self) -> None:
        """Nothing is held open."""


class MemoryBlobs:
    """Blobs as a dictionary; those asked for as files are laid in a folder that goes when this goes."""

    def __init__(self, root: Path | None = None) -> None:
        self._bytes: dict[str, bytes] = {}
        self._folder = TemporaryDirectory(prefix="greffier-")

    def put(self, stream: BinaryIO) -> tuple[str, int]:
        content = b"".join(iter(lambda: stream.read(CHUNK), b""))
        sha256 = hashlib.sha256(content).hexdigest()
        self._bytes.setdefault(sha256, content)
        return sha256, len(content)

    def path(self, sha256: str) -> Path:
        content = self._bytes[sha256]
        file = Path(self._folder.name) / sha256
        if not file.exists():
            file.write_bytes(content)
            file.chmod(0o400)
        return file

    def __contains__(self, sha256: object) -> bool:
        return sha256 in self._bytes

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self._bytes))

    def check(self, sha256: str) -> bool:
        return hashlib.sha256(self._bytes.get(sha256, b"")).hexdigest() == sha256


class MemoryIndex:
    """Search by folded words, without stems: every page is read for every query."""

    def __init__(self, folder: Path | None = None) -> None:
        self._words: dict[str, list[str]] = {}
        self._folios: dict[str, str] = {}

    def update(self, pages: Iterable[Page], removed: Iterable[str] = ()) -> None:
        for id in removed:
            self._words.pop(id, None)
            self._folios.pop(id, None)
        for page in pages:
            self._words[page.id] = _folded(query.terms(page.text))
            self._folios[page.id] = key(page.folio or "")

    def search(self, query_: str, limit: int) -> list[tuple[str, float]]:
        node = query.parse(query_)
        if node is None:
            return []
        scored = ((id, self._score(node, id)) for id in self._words)
        found = [(id, score) for id, score in scored if score > 0]
        return sorted(found, key=lambda hit: (-hit[1], hit[0]))[: max(limit, 0)]

    def pages(self) -> set[str]:
        return set(self._words)

    def _score(self, node: query.Node, id: str) -> float:
        """How well a page answers; 0 when it does not."""
        if isinstance(node, query.Words):
            return self._count(node, id) + 100.0 * ([self._folios[id]] == _folded(list(node.words)))
        if isinstance(node, query.Except):
            return float(self._score(node.part, id) == 0)
        unwanted = [part.part for part in node.parts if isinstance(part, query.Except)]
        if any(self._score(part, id) for part in unwanted):
            return 0.0
        scores = [self._score(part, id) for part in node.parts if not isinstance(part, query.Except)]
        if isinstance(node, query.Every) and 0.0 in scores:
            return 0.0
        return sum(scores) if scores else 1.0

    def _count(self, node: query.Words, id: str) -> float:
        """How often these words stand side by side on a page, the last one perhaps only begun."""
        *whole, last = _folded(list(node.words))
        words = self._words[id]
        starts = range(len(words) - len(whole))
        return float(
            sum(
                words[at : at + len(whole)] == whole
                and (words[at + len(whole)].startswith(last) if node.prefix else words[at + len(whole)] == last)
                for at in starts
            )
        )


def _folded(words: list[str]) -> list[str]:
    return [key(word) for word in words]
