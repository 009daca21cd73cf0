"""The front door of reading: a piece goes through the readers in their order; out come findings and a dating."""

from __future__ import annotations

from collections.abc import Sequence

from greffier import plugins
from greffier.contracts import Reader
from greffier.errors import WrongUsage
from greffier.reading.dates import Dates
from greffier.reading.heads import dating
from greffier.records import Dating, Found, Mention, Page, Piece, Time


def load_readers() -> list[Reader]:
    """Return the readers named in `plugins.READERS`, ready to read, in the order in which they read."""
    return [plugins.load(plugins.READERS, name)() for name in plugins.READERS]


def load_proposers(named: str, anywhere: bool = False) -> list[Reader]:
    """Return the optional readers named in the setting `readers`, parted by blanks; WrongUsage says what is wrong.

    `anywhere` allows a language model that is not on this machine.
    """
    return [_proposer(*one.partition(":")[::2], anywhere) for one in named.split()]


def _proposer(name: str, model: str, anywhere: bool) -> Reader:
    made = plugins.load(plugins.PROPOSERS, name)
    if not model:
        raise WrongUsage(f"The reader {name!r} needs a model.", f"Write {name}:MODEL.")
    reader: Reader = made(plugins.load(plugins.MODELS, "endpoint")(model, anywhere) if name == "model" else model)
    return reader


def read_piece(
    piece: Piece, pages: Sequence[Page], readers: Sequence[Reader], written: Time | None = None
) -> list[Found | Dating]:
    """Return what the readers find in a piece, and its dating last.

    `pages` are the pages of the piece in order. `written` is when the piece was written, where somebody knows it;
    relative dates are then counted from it.
    """
    found: list[Found] = []
    for reader in readers:
        anchored = Dates(written) if written is not None and isinstance(reader, Dates) else reader
        found.extend(anchored.read(piece, pages, tuple(found)))
    dates = [record for record in found if isinstance(record, Mention) and record.kind == "date"]
    return [*found, dating(piece, pages, dates, written)]
