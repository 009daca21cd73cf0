"""What an old workbook (.xls) says beside its values: the rows and columns that each sheet hides."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path

from olefile import OleFileIO

from greffier.intake.encoding import decode
from greffier.intake.sheet_marks import Marks

_STREAMS = ("Workbook", "Book")
_BEGIN, _END, _SHEET, _ROW, _COLUMNS = 0x0809, 0x000A, 0x0085, 0x0208, 0x007D  # kinds of records
_ROW_HIDDEN, _COLUMN_HIDDEN = 0x20, 0x01
_LAST_COLUMN = 255
_NEW = 0x0600  # the version from which on names may be Unicode
_DAMAGE = (OSError, ValueError, IndexError, TypeError, AttributeError, struct.error)


def read_old_marks(untrusted_path: Path) -> dict[str, Marks]:
    """Return the marks of each sheet by its name, as far as the file is sound; none for what is no old workbook."""
    found: dict[str, Marks] = {}
    try:
        with OleFileIO(untrusted_path) as file:
            held = next((stream for stream in _STREAMS if file.exists(stream)), None)
            content = file.openstream(held).read() if held else b""
        for name, start in _sheets(content):
            found[name] = _marks(content, start)
    except _DAMAGE:
        pass  # what stands before the damage is kept; whoever reads the values says that it is damaged
    return found


def _sheets(content: bytes) -> Iterator[tuple[str, int]]:
    """The names of the sheets and where each begins."""
    (version,) = struct.unpack_from("<H", content, 4)
    for kind, body in _records(content, 0):
        if kind == _SHEET:
            start, length = struct.unpack_from("<IxxB", body)
            if version < _NEW:
                yield decode(body[7 : 7 + length]), start
            elif body[7] & 1:
                yield body[8 : 8 + 2 * length].decode("utf-16-le", "replace"), start
            else:
                yield body[8 : 8 + length].decode("latin-1"), start


def _marks(content: bytes, start: int) -> Marks:
    rows: set[int] = set()
    columns: set[int] = set()
    for kind, body in _records(content, start):
        if kind == _ROW and body[12] & _ROW_HIDDEN:
            rows.add(struct.unpack_from("<H", body)[0] + 1)
        elif kind == _COLUMNS and body[8] & _COLUMN_HIDDEN:
            first, last = struct.unpack_from("<HH", body)
            if last < _LAST_COLUMN:  # "all from here on" is no column that anybody filled
                columns.update(range(first + 1, last + 2))
    return Marks(hidden_rows=frozenset(rows), hidden_columns=tuple(sorted(columns)))


def _records(content: bytes, at: int) -> Iterator[tuple[int, bytes]]:
    """The records of one part, from its beginning to its end; parts inside it (charts) are passed over."""
    depth = 0
    while at + 4 <= len(content):
        kind, length = struct.unpack_from("<HH", content, at)
        if kind == _BEGIN:
            depth += 1
        elif kind == _END:
            depth -= 1
            if depth <= 0:
                return
        elif depth == 1:
            yield kind, content[at + 4 : at + 4 + length]
        at += 4 + length
