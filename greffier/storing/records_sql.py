"""Records in an SQL database: SQLite inside the case folder, written so that another SQL database can stand in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict
from itertools import groupby, islice
from operator import itemgetter
from typing import Any, TypeVar

import msgspec
from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    Select,
    Table,
    and_,
    delete,
    func,
    insert,
    or_,
    select,
    true,
    union,
    union_all,
)

from greffier.contracts import Chain, Work
from greffier.records import Act
from greffier.storing import rows, tables
from greffier.storing.tables import acts, earlier, records, told, work, writing

Result = TypeVar("Result")
Units = Sequence[tuple[Work, list[rows.Row]]]

CHUNK = 2000  # rows read at a time
MANY = 500  # values in one IN (...); old SQLites take 999


class SqlRecords:
    """The truth of a case in four tables. One instance serves all threads of a process."""

    def __init__(self, url: str, chain: Chain) -> None:
        self._engine = tables.open_database(url)
        self._chain = chain

    # --- writing ------------------------------------------------------------------------------------------------------

    def finish(self, work: Work, outputs: Sequence[Any], *, by: str, at: str) -> None:
        self.finish_many([(work, outputs)], by=by, at=at)

    def finish_many(self, units: Sequence[tuple[Work, Sequence[Any]]], *, by: str, at: str) -> None:
        self._write([(unit, rows.lay(outputs)) for unit, outputs in units], by, at, _acts_of)

    def derive(self, work: Work, outputs: Sequence[Any], *, by: str, at: str) -> None:
        self._write([(work, rows.lay(outputs))], by, at, _acts_of_steps)

    def _write(self, units: Units, by: str, at: str, forget: Callable[[Connection, Units], set[int]]) -> None:
        if not units:
            return
        with told(), writing(self._engine) as connection:
            _forget(connection, forget(connection, units))
            last = _last(connection)
            written: list[tuple[Work, Act]] = []
            for unit, made in units:
                last = self._act(last, unit, made, by, at)
                written.append((unit, last))
            _put(connection, [(act.seq, made) for (_, act), (_, made) in zip(written, units, strict=True)])
            _log(connection, [act for _, act in written])
            _mark(connection, written)

    def decide(self, record: Any, *, by: str, at: str, note: str | None = None) -> None:
        made = rows.lay([record])
        with told(), writing(self._engine) as connection:
            act = self._act(_last(connection), Work("decide", 1, record.id, ""), made, by, at, note)
            _put(connection, [(act.seq, made)])
            _log(connection, [act])

    def _act(
        self, previous: Act | None, unit: Work, made: list[rows.Row], by: str, at: str, note: str | None = None
    ) -> Act:
        return self._chain(
            previous,
            step=unit.step,
            version=unit.version,
            inputs=(unit.input,),
            outputs=rows.seal(made),
            by=by,
            at=at,
            note=note,
        )

    # --- reading ------------------------------------------------------------------------------------------------------

    def done(self, work: Work) -> bool:
        return self._finished(work.step, work.input).get(work.input) == work

    def finished(self, step: str) -> dict[str, Work]:
        return self._finished(step)

    def _finished(self, step: str, input: str | None = None) -> dict[str, Work]:
        query = select(work.c.step, work.c.version, work.c.input, work.c.settings).where(work.c.step == step)
        if input is not None:
            query = query.where(work.c.input == input)
        return {row.input: Work(row.step, row.version, row.input, row.settings) for row in self._fetch(query)}

    def get(self, kind: type[Result], id: str) -> Result:
        found = self._fetch(_bodies(kind).where(records.c.id == id))
        if not found:
            raise KeyError(id)
        return rows.read(kind, found[0].body)

    def get_many(self, kind: type[Result], ids: Iterable[str]) -> dict[str, Result]:
        return {
            row.id: rows.read(kind, row.body)
            for some in _some(ids)
            for row in self._fetch(_bodies(kind).where(records.c.id.in_(some)))
        }

    def all(self, kind: type[Result], *, owner: str | None = None) -> Iterator[Result]:
        query = _bodies(kind).order_by(records.c.id).limit(CHUNK)
        if owner is not None:
            query = query.where(records.c.owner == owner)
        last = ""
        while found := self._fetch(query.where(records.c.id > last)):
            for row in found:
                yield rows.read(kind, row.body)
            last = found[-1].id

    def owners(self, kind: type[Any]) -> dict[str, str | None]:
        query = select(records.c.id, records.c.owner).where(records.c.kind == rows.kind_of(kind)).order_by(records.c.id)
        return {row.id: row.owner for row in self._fetch(query)}

    def count(self, kind: type[Any]) -> int:
        query = select(func.count()).select_from(records).where(records.c.kind == rows.kind_of(kind))
        return int(self._fetch(query)[0][0])

    def acts(self, since: int = 0) -> Iterator[Act]:
        query = select(acts.c.body).order_by(acts.c.seq).limit(CHUNK)
        while found := self._fetch(query.where(acts.c.seq >= since)):
            for row in found:
                act = rows.read(Act, row.body)
                yield act
            since = act.seq + 1

    def makers(self, id: str | None = None) -> list[int]:
        found = union(*(select(table.c.written_by).where(_of(table, id)) for table in (records, earlier)))
        return sorted(row.written_by for row in self._fetch(found))

    def sealed(self, seq: int) -> tuple[str, ...]:
        found = union_all(*(_stored(table, seq) for table in (records, earlier)))
        stored = [rows.Row(row.kind, row.id, row.owner, _bytes(row.body)) for row in self._fetch(found)]
        # The seal is over the bodies; a wrong owner beside one would hide a record from whoever looks it up.
        strayed = [f"owner:{row.id}" for row in stored if not rows.belongs(row)]
        return tuple(strayed) or rows.seal(stored)

    def version(self) -> str:
        with told(), self._engine.connect() as connection:
            last = _last(connection)
        return last.hash if last else ""

    def close(self) -> None:
        self._engine.dispose()

    def _fetch(self, query: Any) -> Sequence[Row[Any]]:
        with told(), self._engine.connect() as connection:
            return connection.execute(query).all()


def _bodies(kind: type[Any]) -> Select[Any]:
    return select(records.c.id, records.c.body).where(records.c.kind == rows.kind_of(kind))


def _of(table: Table, id: str | None) -> ColumnElement[bool]:
    return true() if id is None else table.c.id == id


def _bytes(body: bytes | str) -> bytes:
    """A body as it was written; a hand that changed it with another tool may have left a string."""
    return body if isinstance(body, bytes) else body.encode()


def _stored(table: Table, act: int) -> Select[Any]:
    return select(table.c.kind, table.c.id, table.c.owner, table.c.body).where(table.c.written_by == act)


def _some(values: Iterable[Any]) -> Iterator[list[Any]]:
    left = iter(values)
    while some := list(islice(left, MANY)):
        yield some


def _last(connection: Connection) -> Act | None:
    body = connection.scalar(select(acts.c.body).order_by(acts.c.seq.desc()).limit(1))
    return rows.read(Act, body) if body is not None else None


def _acts_of(connection: Connection, units: Units) -> set[int]:
    """The acts that finished these units before."""
    found: set[int] = set()
    for step in {unit.step for unit, _ in units}:
        for some in _some(unit.input for unit, _ in units if unit.step == step):
            found |= set(connection.scalars(select(work.c.act).where(work.c.step == step, work.c.input.in_(some))))
    return found


def _acts_of_steps(connection: Connection, units: Units) -> set[int]:
    """The acts that finished any unit of these steps before."""
    return set(connection.scalars(select(work.c.act).where(work.c.step.in_({unit.step for unit, _ in units}))))


def _log(connection: Connection, written: list[Act]) -> None:
    connection.execute(insert(acts), [{"seq": act.seq, "body": msgspec.json.encode(act)} for act in written])


def _mark(connection: Connection, written: list[tuple[Work, Act]]) -> None:
    connection.execute(insert(work), [{**asdict(unit), "act": act.seq} for unit, act in written])


def _put(connection: Connection, written: list[tuple[int, list[rows.Row]]]) -> None:
    """Write the rows of each act; a body that stood under the same id is kept as an earlier one."""
    pending: dict[tuple[str, str], dict[str, Any]] = {}
    for act, made in written:
        values = {(row.kind, row.id): {**row._asdict(), "made_by": act, "written_by": act} for row in made}
        if not pending.keys().isdisjoint(values):  # this act revises what another one of the same batch made
            _insert(connection, pending)
            pending = {}
        pending |= values
    _insert(connection, pending)


def _insert(connection: Connection, values: dict[tuple[str, str], dict[str, Any]]) -> None:
    for kind, keys in groupby(sorted(values), key=itemgetter(0)):
        for some in _some(id for _, id in keys):
            for id, maker in _set_aside(connection, kind, some):
                values[kind, id]["made_by"] = maker
    if values:
        connection.execute(insert(records), list(values.values()))


def _set_aside(connection: Connection, kind: str, ids: list[str]) -> list[tuple[str, int]]:
    """Move what stands under these ids to the earlier bodies; return the ids found and who first made each."""
    here = and_(records.c.kind == kind, records.c.id.in_(ids))
    standing = [row._asdict() for row in connection.execute(select(records).where(here))]
    if standing:
        connection.execute(insert(earlier), standing)
        connection.execute(delete(records).where(here))
    return [(row["id"], row["made_by"]) for row in standing]


def _forget(connection: Connection, forgotten: set[int]) -> None:
    """Forget what these acts made, what other units made from that, and so on; their work is unfinished again."""
    seen: set[int] = set()
    while forgotten := forgotten - seen:
        seen |= forgotten
        following: set[int] = set()
        for some in _some(sorted(forgotten)):
            following |= _following(connection, some)
            _restore(connection, some)
            connection.execute(delete(records).where(records.c.made_by.in_(some)))
            connection.execute(delete(earlier).where(or_(earlier.c.made_by.in_(some), earlier.c.written_by.in_(some))))
            connection.execute(delete(work).where(work.c.act.in_(some)))
        forgotten = following


def _following(connection: Connection, some: list[int]) -> set[int]:
    """The later acts whose input these acts wrote, and those that revised a record that these made."""
    found: set[int] = set()
    for table in (records, earlier):
        for by in (table.c.made_by, table.c.written_by):
            used = select(work.c.act).join(table, and_(table.c.id == work.c.input, work.c.act > by))
            found |= set(connection.scalars(used.where(by.in_(some))))
        revised = select(work.c.act).join(table, table.c.written_by == work.c.act)
        found |= set(
            connection.scalars(revised.where(table.c.made_by.in_(some), table.c.written_by != table.c.made_by))
        )
    return found


def _restore(connection: Connection, some: list[int]) -> None:
    """Where these acts only revised a record, let the body before theirs stand again."""
    revised = select(records.c.kind, records.c.id).where(records.c.written_by.in_(some), records.c.made_by.not_in(some))
    for kind, id in connection.execute(revised).all():
        this = and_(earlier.c.kind == kind, earlier.c.id == id)
        before = select(earlier).where(this, earlier.c.written_by.not_in(some))
        row = connection.execute(before.order_by(earlier.c.written_by.desc()).limit(1)).one()
        connection.execute(delete(records).where(records.c.kind == kind, records.c.id == id))
        connection.execute(insert(records), row._asdict())
        connection.execute(delete(earlier).where(this, earlier.c.written_by == row.written_by))
