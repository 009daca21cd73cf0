"""How a record is laid into a row and read back, whom it belongs to, and the seal over what a unit of work made."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple, TypeVar

import msgspec

from greffier.errors import CaseDamaged
from greffier.records import (
    Call,
    Clipping,
    Distrust,
    Event,
    Failure,
    Folio,
    Hidden,
    Intercept,
    Link,
    Mention,
    Moment,
    Page,
    Piece,
    Quote,
    Rest,
    RivalReading,
    Sheet,
    Source,
    Transfer,
)

Result = TypeVar("Result")

NAMED_BLOBS = 8  # file hashes told in one line of the custody log; an archive of thousands has them in the seal only

_OWNERS: dict[type[Any], Callable[[Any], str | None]] = {
    Source: lambda record: record.parent,
    Sheet: lambda record: record.source,
    Rest: lambda record: record.source,
    Page: lambda record: record.source,
    Folio: lambda record: record.source,
    Piece: lambda record: record.source,
    Failure: lambda record: record.source,
    Hidden: lambda record: record.page,
    RivalReading: lambda record: record.page,
    Distrust: lambda record: record.source,
    Mention: lambda record: record.piece,
    Quote: lambda record: record.piece,
    Event: lambda record: record.piece,
    Call: lambda record: record.piece,
    Transfer: lambda record: record.piece,
    Intercept: lambda record: record.piece,
    Moment: lambda record: record.piece,
    Clipping: lambda record: record.piece,
    Link: lambda record: record.span.page,
}

_OWNED = {kind.__name__.lower(): kind for kind in _OWNERS}

_decoders: dict[type[Any], msgspec.json.Decoder[Any]] = {}  # made once for each kind; making one takes a millisecond


class Row(NamedTuple):
    """A record as it is stored; `body` is its JSON."""

    kind: str
    id: str
    owner: str | None
    body: bytes


def kind_of(kind: type[Any]) -> str:
    """The name that a class of records is stored under."""
    return kind.__name__.lower()


def owner_of(record: Any) -> str | None:
    """The id of what a record belongs to: a page's source, a mention's piece, a link's page; None for the others."""
    find = _OWNERS.get(type(record))
    return find(record) if find else None


def belongs(row: Row) -> bool:
    """Whether a stored row has the owner that its body says; a body that cannot be read is told elsewhere."""
    kind = _OWNED.get(row.kind)
    if kind is None:
        return row.owner is None
    try:
        return owner_of(read(kind, row.body)) == row.owner
    except CaseDamaged:
        return True


def lay(outputs: Iterable[Any]) -> list[Row]:
    """The rows of these records, sorted by kind and id; of two with one id the last stands."""
    found = {(kind_of(type(record)), record.id): (owner_of(record), msgspec.json.encode(record)) for record in outputs}
    return [Row(kind, id, *found[kind, id]) for kind, id in sorted(found)]


def read(kind: type[Result], body: bytes) -> Result:
    """The record of this body; CaseDamaged where it is not one of this kind."""
    try:
        record: Result = _decoder(kind).decode(body)
    except (msgspec.MsgspecError, TypeError) as error:  # another type of body was put there by hand
        raise CaseDamaged(f"A stored {kind_of(kind)} cannot be read: {error}.") from error
    return record


def _decoder(kind: type[Any]) -> msgspec.json.Decoder[Any]:
    if kind not in _decoders:
        _decoders[kind] = msgspec.json.Decoder(kind)
    return _decoders[kind]


def seal(rows: Iterable[Row]) -> tuple[str, ...]:
    """What the custody log says of the outputs of a unit: short, and different when any of them is changed.

    `kind:count:hash` for each kind, where hash is the SHA-256 over `id`, line feed, JSON body, line feed of every
    record in the order of ids; and `blob:SHA-256` for each file received, up to eight.
    """
    kinds: dict[str, tuple[int, Any]] = {}
    blobs: set[str] = set()
    for row in sorted(rows):
        count, hashed = kinds.get(row.kind) or (0, hashlib.sha256())
        hashed.update(row.id.encode() + b"\n" + row.body + b"\n")
        kinds[row.kind] = (count + 1, hashed)
        if row.kind == "source":
            blobs.add(read(Source, row.body).sha256)
    named = sorted(blobs) if len(blobs) <= NAMED_BLOBS else []
    sums = [f"{kind}:{count}:{hashed.hexdigest()}" for kind, (count, hashed) in sorted(kinds.items())]
    return (*sums, *(f"blob:{sha256}" for sha256 in named))
