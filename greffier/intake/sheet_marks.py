"""What the XML of a workbook says beside its values: what it hides, how far its cells reach, which are errors.

The parts of sheets are read in blocks with patterns: a million rows as a tree would take gigabytes.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field

from greffier.intake.package import attribute, local, parse

_BLOCK = 1 << 20
_LONGEST_ROW = 16 << 20  # bytes; what goes on for longer without the end of a row is given up
_MOST_ERRORS = 100_000
_LAST_COLUMN = 16_384
_ROW = re.compile(rb"<(?:\w+:)?row\b([^<>]*)>")
_CELL = re.compile(rb'<(?:\w+:)?c\b[^<>]*?\br="([A-Z]{1,3})(\d{1,7})"')
_ERROR = re.compile(
    rb'<(?:\w+:)?c\b(?=[^<>]*\bt="e")[^<>]*?\br="([A-Z]{1,3})(\d{1,7})"[^<>]*>(?:(?!</(?:\w+:)?c>).){0,2000}?'
    rb"<(?:\w+:)?v>(#[^<]{1,20})<",
    re.DOTALL,
)
_COLUMN = re.compile(rb'<(?:\w+:)?col\b(?=[^<>]*\bhidden="(?:1|true)")[^<>]*>')
_NUMBER = re.compile(rb'\br="(\d{1,7})"')
_HIDDEN = re.compile(rb'\bhidden="(?:1|true)"')
_BOUND = re.compile(rb'\b(min|max)="(\d{1,5})"')
_END = re.compile(rb"</(?:\w+:)?row>")


@dataclass(frozen=True, slots=True)
class Marks:
    """Of one sheet: the cells of the rectangle around its values, rows and columns hidden, errors by row and column.

    Rows and columns count from 1.
    """

    cells: int = 0
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: tuple[int, ...] = ()
    errors: dict[int, dict[int, str]] = field(default_factory=dict)


NO_MARKS = Marks()


def read_marks(archive: zipfile.ZipFile) -> dict[str, Marks]:
    """Return the marks of each sheet of an .xlsx by its name; none for other packages."""
    book, ties = parse(archive, "xl/workbook.xml"), parse(archive, "xl/_rels/workbook.xml.rels")
    if book is None or ties is None:
        return {}
    targets = {attribute(tie, "Id"): attribute(tie, "Target") for tie in ties}
    held = set(archive.namelist())
    found: dict[str, Marks] = {}
    for sheet in (element for element in book.iter() if local(element) == "sheet"):
        part = posixpath.normpath(posixpath.join("/xl", targets.get(attribute(sheet, "id"), ""))).lstrip("/")
        if part in held:
            found[attribute(sheet, "name")] = _marks(archive, part)
    return found


def _marks(archive: zipfile.ZipFile, part: str) -> Marks:
    hidden: set[int] = set()
    columns: set[int] = set()
    errors: dict[int, dict[int, str]] = {}
    seen: set[bytes] = set()
    lowest, highest, count = 0, 0, 0
    for block in _blocks(archive, part):
        for match in _COLUMN.finditer(block):
            columns.update(_range(match.group()))
        for match in _ROW.finditer(block):
            count += 1
            number = _NUMBER.search(match[1])
            at = int(number[1]) if number else count
            if _HIDDEN.search(match[1]):
                hidden.add(at)
        for column, row in _CELL.findall(block):
            seen.add(column)
            highest = max(highest, int(row))
            lowest = min(lowest or int(row), int(row))
        for match in _ERROR.finditer(block) if len(errors) < _MOST_ERRORS else ():
            errors.setdefault(int(match[2]), {})[column_number(match[1].decode())] = match[3].decode("ascii", "replace")
    wide = [column_number(column.decode()) for column in seen] or [0]
    cells = (highest - lowest + 1) * (max(wide) - min(wide) + 1)
    return Marks(cells, frozenset(hidden), tuple(sorted(columns)), errors)


def _blocks(archive: zipfile.ZipFile, part: str) -> Iterator[bytes]:
    """The bytes of a part, cut after the end of a row."""
    rest = b""
    with archive.open(part) as stream:
        while block := stream.read(_BLOCK):
            whole = rest + block
            end = max((match.end() for match in _END.finditer(whole)), default=0)
            yield whole[:end]
            rest = whole[end:] if len(whole) - end < _LONGEST_ROW else b""
    yield rest


def _range(column: bytes) -> range:
    told = {name: int(number) for name, number in _BOUND.findall(column)}
    first, last = told.get(b"min", 1), min(told.get(b"max", 0), _LAST_COLUMN)
    # Excel hides "all columns from here on" by one range to the last: of those, nothing need be said.
    return range(0) if last == _LAST_COLUMN else range(first, last + 1)


def column_number(told: str) -> int:
    """The number of a column from its letters: A is 1, AA is 27."""
    number = 0
    for letter in told:
        number = number * 26 + ord(letter) - 64
    return number


def letters(number: int) -> str:
    """The letters of a column from its number: 1 is A, 27 is AA."""
    told = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        told = chr(65 + rest) + told
    return told
