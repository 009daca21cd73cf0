"""Tables: a line for each row, its cells parted by ` | `, the names of the columns at the head of every page."""

from __future__ import annotations

import csv
import datetime
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from greffier.contracts import Limits
from greffier.errors import SourceBroken, SourceRefused
from greffier.intake.encoding import decode
from greffier.intake.package import ONLY_DRAWINGS, embedded_files
from greffier.intake.unpack import DAMAGE, UNSUPPORTED, open_zip
from greffier.records import Leaf, Member
from greffier.text import clean

ROWS = 200  # on one page
_LAST_ROW = 1_048_576  # of a sheet, as Excel has it; a file may claim a thousand times more
_LONGEST_CELL = 20_000  # characters
_DELIMITERS = ";\t,|"
_SAMPLE = 40  # lines looked at for the delimiter


class Workbook:
    """Opens Excel workbooks (.xlsx, .xlsm): values as they were last computed, never formulas or macros."""

    def open(self, untrusted_path: Path, name: str, limits: Limits) -> Iterator[Leaf | Member]:
        """Yield pages sheet by sheet, each headed by the name of its sheet. Then the files embedded in it."""
        with open_zip(untrusted_path, limits) as archive:
            embedded = list(embedded_files(archive))
        number = 0
        with untrusted_path.open("rb") as stream:
            try:
                book = load_workbook(stream, read_only=True, data_only=True, keep_links=False)
                for sheet in book.worksheets:
                    sheet.reset_dimensions()  # they may claim a million rows
                    for lines in pages(shown(sheet.iter_rows(values_only=True, max_row=_LAST_ROW))):
                        number += 1
                        yield Leaf(number, clean("\n".join([sheet.title, *lines])), 0, 0)
                book.close()
            except (
                *DAMAGE,
                *UNSUPPORTED,
                InvalidFileException,
                SyntaxError,
                KeyError,
                TypeError,
                AttributeError,
                IndexError,
            ) as error:
                raise SourceBroken("The workbook is damaged: not all of its sheets can be read.") from error
        yield from embedded
        if number == 0 and not embedded:
            raise SourceRefused(ONLY_DRAWINGS)


class Separated:
    """Opens text tables (.csv, .tsv), whatever parts their cells."""

    def open(self, untrusted_path: Path, name: str, limits: Limits) -> Iterator[Leaf | Member]:
        """Yield pages of rows. SourceBroken when there are none."""
        text = clean(decode(untrusted_path.read_bytes()))
        csv.field_size_limit(len(text) + 1)
        rows = csv.reader(text.splitlines(), delimiter=delimiter(text.splitlines()[:_SAMPLE]))
        number = 0
        for lines in pages(shown(rows)):
            number += 1
            yield Leaf(number, "\n".join(lines), 0, 0)
        if number == 0:
            raise SourceBroken("The table holds no rows.")


def delimiter(lines: Sequence[str]) -> str:
    """The sign that parts these lines into the same number of cells most often, into more cells where two do."""

    def agreement(sign: str) -> tuple[float, int]:
        counts = [len(row) for row in csv.reader(lines, delimiter=sign) if row]
        usual = max(set(counts), key=lambda count: (counts.count(count), count)) if counts else 0
        return (counts.count(usual) / len(counts), usual) if usual > 1 else (0.0, 0)

    return max(_DELIMITERS, key=agreement)


def shown(rows: Iterable[Iterable[Any]]) -> Iterator[str]:
    """The rows that hold anything, as lines."""
    for row in rows:
        cells = [_cell(value) for value in row]
        while cells and not cells[-1]:
            cells.pop()
        if cells:
            yield " | ".join(cells)


def _cell(value: Any) -> str:
    """A value as it is cited: dates in ISO 8601, whole numbers without a point, one line."""
    if value is None:
        return ""
    if isinstance(value, datetime.datetime):
        return value.isoformat(" ", "seconds").removesuffix(" 00:00:00")
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    if isinstance(value, float):
        return format(value, ".15g")
    return " ".join(str(value)[:_LONGEST_CELL].split())


def pages(lines: Iterable[str]) -> Iterator[list[str]]:
    """At most `ROWS` rows a page; the first row is repeated at the head of those that follow."""
    page: list[str] = []
    header = ""
    for line in lines:
        header = header or line
        if len(page) > ROWS:
            yield page
            page = [header]
        page.append(line)
    if page:
        yield page
