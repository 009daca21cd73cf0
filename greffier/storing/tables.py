"""The tables of a case, how a database is opened for them, and what its errors mean to a person."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import (
    URL,
    Column,
    Connection,
    Engine,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    create_engine,
    event,
    inspect,
    select,
)
from sqlalchemy.exc import DBAPIError

from greffier.errors import CaseDamaged, CaseLocked, CaseOfAnotherVersion, OutsideFailed

SCHEMA = 1  # raise it when the tables change; a database of a higher number is refused
BUSY_SECONDS = 30

metadata = MetaData()

# `made_by` is the act that first made a record, `written_by` the act that wrote this body of it.
records = Table(
    "records",
    metadata,
    Column("kind", String, primary_key=True),
    Column("id", String, primary_key=True),
    Column("owner", String),
    Column("made_by", Integer, nullable=False),
    Column("written_by", Integer, nullable=False),
    Column("body", LargeBinary, nullable=False),
)
Index("records_owner", records.c.owner, records.c.kind, records.c.id, sqlite_where=records.c.owner.is_not(None))
Index("records_made_by", records.c.made_by)
Index("records_written_by", records.c.written_by)

# Bodies that a later act replaced: they stand again when that act is forgotten, and prove what each act wrote.
earlier = Table(
    "earlier",
    metadata,
    Column("kind", String, primary_key=True),
    Column("id", String, primary_key=True),
    Column("written_by", Integer, primary_key=True),
    Column("owner", String),
    Column("made_by", Integer, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Index("earlier_made_by", "made_by"),
    Index("earlier_written_by", "written_by"),
)

work = Table(
    "work",
    metadata,
    Column("step", String, primary_key=True),
    Column("input", String, primary_key=True),
    Column("version", Integer, nullable=False),
    Column("settings", String, nullable=False),
    Column("act", Integer, nullable=False),
    Index("work_input", "input"),
    Index("work_act", "act"),
)

acts = Table("acts", metadata, Column("seq", Integer, primary_key=True), Column("body", LargeBinary, nullable=False))

meta = Table("meta", metadata, Column("name", String, primary_key=True), Column("value", String, nullable=False))


def open_database(url: str) -> Engine:
    """Open the database at this SQLAlchemy URL, making the tables in an empty one.

    Raises CaseOfAnotherVersion for a newer one, CaseDamaged for one that is none of ours.
    """
    engine = _engine(url)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    with told(), writing(engine) as connection:
        if not inspect(connection).get_table_names():
            metadata.create_all(connection)
            connection.execute(meta.insert(), {"name": "schema", "value": str(SCHEMA)})
        _check_schema(connection)
    return engine


def _engine(url: str) -> Engine:
    scheme, _, path = url.partition(":///")
    if scheme != "sqlite":
        return create_engine(url)
    # The path is taken as it is: a folder may have a question mark or a percent sign in its name.
    return create_engine(URL.create("sqlite", database=path), connect_args={"timeout": BUSY_SECONDS})


def _check_schema(connection: Connection) -> None:
    _refuse_programs(connection)
    if missing := {"records", "work", "acts", "meta"} - set(inspect(connection).get_table_names()):
        raise CaseDamaged(f"The database of the case lacks {', '.join(sorted(missing))}.")
    found = connection.scalar(select(meta.c.value).where(meta.c.name == "schema"))
    if found is None or not found.isdecimal():
        raise CaseDamaged("The database of the case does not say its version.")
    if int(found) > SCHEMA:
        raise CaseOfAnotherVersion(f"This case has tables of version {found}; this Greffier knows {SCHEMA}.")


def _refuse_programs(connection: Connection) -> None:
    """A database that came from elsewhere may hold triggers or views, which change or hide records behind our back."""
    if connection.dialect.name != "sqlite":
        return
    asked = "SELECT type, name FROM sqlite_master WHERE type IN ('trigger', 'view') OR sql LIKE 'CREATE VIRTUAL%'"
    for kind, name in connection.exec_driver_sql(asked):
        raise CaseDamaged(
            f"The database of the case holds a {kind} ({name!r}) that Greffier did not make.",
            "Do not use this copy: ask whoever gave it to you for the files themselves, and add those.",
        )


def _prepare_sqlite(connection: sqlite3.Connection, _record: Any) -> None:
    connection.isolation_level = None  # transactions are begun by _begin_sqlite, not by the driver's guess
    connection.execute("PRAGMA journal_mode=WAL")  # readers go on while a writer writes
    # FULL: a unit told as finished, and copied to audit.log, must survive a power cut; units share their sync.
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("PRAGMA trusted_schema=OFF")  # a case may come from a stranger
    connection.execute("PRAGMA cache_size=-32000")  # KiB
    connection.execute("PRAGMA journal_size_limit=67108864")


def _begin_sqlite(connection: Connection) -> None:
    # A writer takes its lock at once: a transaction that reads first and then finds somebody writing cannot wait.
    begin = "BEGIN IMMEDIATE" if connection.get_execution_options().get("writes") else "BEGIN"
    connection.exec_driver_sql(begin)


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """One transaction that writes: all or nothing."""
    with engine.execution_options(writes=True).begin() as connection:
        yield connection


@contextmanager
def told() -> Iterator[None]:
    """Turn what the database says into what a person can act on."""
    try:
        yield
    except DBAPIError as error:
        reason = getattr(error.orig, "sqlite_errorname", "")
        if reason == "SQLITE_FULL":
            raise OutsideFailed("The disk is full: the case cannot be written.") from error
        if reason.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
            raise CaseLocked(f"The case was locked by another process for {BUSY_SECONDS} seconds.") from error
        if reason.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
            raise CaseDamaged(f"The database of the case is damaged: {error.orig}.") from error
        if reason.startswith(("SQLITE_IOERR", "SQLITE_CANTOPEN", "SQLITE_READONLY")) or error.connection_invalidated:
            raise OutsideFailed(f"The database of the case cannot be read or written: {error.orig}.") from error
        raise
