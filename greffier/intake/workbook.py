"""Excel workbooks (.xlsx, .xlsm, .xls, .xlsb): values as they were last computed, never formulas or macros.

calamine reads them, since it is fast and knows the old ones; it lays a sheet out as a full rectangle, so a sheet with a
cell far away is read by openpyxl instead, row by row.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Sequence
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException
from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError, SheetVisibleEnum

from greffier.contracts import Limits
from greffier.errors import SourceBroken, SourceRefused
from greffier.intake.old_marks import read_old_marks
from greffier.intake.package import ONLY_DRAWINGS, embedded_files
from greffier.intake.sheet_marks import NO_MARKS, Marks, letters, read_marks
from greffier.intake.table import Cells, lay
from greffier.intake.unpack import DAMAGE, UNSUPPORTED, open_zip
from greffier.records import Leaf, Member

_LARGEST = 16_000_000  # cells of a full rectangle: 400 MB
_LAST_ROW = 1_048_576  # of a sheet, as Excel has it; a file may claim a thousand times more
_DAMAGED = "The workbook is damaged: not all of its sheets can be read."
_ENCRYPTED = "The workbook is encrypted: it needs a password."
_BEGINS = (b"\x09\x08\x10\x00", b"\x09\x08\x08\x00")  # of an .xls: the record that opens its workbook
_PASSWORD = 0x2F  # the record that says that all after it is encrypted; it comes early
_FAULTS = (
    *DAMAGE, *UNSUPPORTED, CalamineError, InvalidFileException, SyntaxError, KeyError, TypeError, AttributeError,
    IndexError,
)  # fmt: skip
_SEEN = SheetVisibleEnum.Visible


class Workbook:
    """Opens Excel workbooks."""

    def open(self, untrusted_path: Path, name: str, limits: Limits) -> Iterator[Leaf | Member]:
        """Yield pages sheet by sheet, each headed by the name of its sheet and by what it hides. Then embedded files.

        SourceRefused when a password is needed or no cell holds anything, SourceBroken when it is damaged.
        """
        embedded: list[Member] = []
        number = 0
        try:
            marks: dict[str, Marks] = {}
            if zipfile.is_zipfile(untrusted_path):
                with open_zip(untrusted_path, limits) as archive:
                    embedded, marks = list(embedded_files(archive)), read_marks(archive)
            else:
                marks = read_old_marks(untrusted_path)
            for leaf in _without_panic(_leaves(untrusted_path, marks)):
                number = leaf.number
                yield leaf
        except PasswordError:
            raise SourceRefused(_ENCRYPTED) from None
        except _FAULTS as error:
            # Without an ending to its name, calamine takes an encrypted .xls for a file of no known kind.
            raise SourceRefused(_ENCRYPTED) if _locked(untrusted_path) else SourceBroken(_DAMAGED) from error
        yield from embedded
        if number == 0 and not embedded:
            raise SourceRefused(ONLY_DRAWINGS)


def _without_panic(leaves: Iterator[Leaf]) -> Iterator[Leaf]:
    """The same leaves; where calamine panics it is an error like its others, and what came before is kept."""
    try:
        yield from leaves
    except BaseException as error:  # the class of a panic cannot be imported, and is no Exception
        if type(error).__name__ == "PanicException":
            raise CalamineError(str(error)) from error
        raise


def _locked(untrusted_path: Path) -> bool:
    """Whether an .xls says among its first records that a password is needed."""
    with untrusted_path.open("rb") as stream, mmap(stream.fileno(), 0, access=ACCESS_READ) as content:
        at = max(content.find(begins) for begins in _BEGINS)
        for _ in range(12):
            kind, length = int.from_bytes(content[at : at + 2], "little"), content[at + 2 : at + 4]
            if at < 0 or len(length) < 2:
                return False
            if kind == _PASSWORD:
                return True
            at += 4 + int.from_bytes(length, "little")
    return False


def _leaves(untrusted_path: Path, marks: dict[str, Marks]) -> Iterator[Leaf]:
    number = 0
    with CalamineWorkbook.from_path(untrusted_path) as book:
        for told in book.sheets_metadata:
            of_sheet = marks.get(told.name, NO_MARKS)
            if of_sheet.cells > _LARGEST:
                rows, notes = _far(untrusted_path, told.name), _notes(told.visible, of_sheet, ())
            else:
                sheet = book.get_sheet_by_name(told.name)
                rows, notes = _near(sheet, of_sheet), _notes(told.visible, of_sheet, sheet.merged_cell_ranges or ())
            for leaf in lay(rows, told.name, number + 1, notes):
                number = leaf.number
                yield leaf


def _near(sheet: CalamineSheet, marks: Marks) -> Iterator[Cells]:
    """The rows of a sheet, from its first filled column on; errors are shown as Excel shows them."""
    left = sheet.start[1] if sheet.start else 0
    for at, values in enumerate(sheet.iter_rows(), 1):
        if at in marks.errors:
            for column, error in marks.errors[at].items():
                if 0 <= column - left - 1 < len(values):
                    values[column - left - 1] = error
        yield Cells(at, values, at in marks.hidden_rows)


def _far(untrusted_path: Path, name: str) -> Iterator[Cells]:
    with untrusted_path.open("rb") as stream:
        book = load_workbook(stream, read_only=True, data_only=True, keep_links=False)
        sheet: Any = book[name]
        sheet.reset_dimensions()  # they may claim a million rows
        for at, values in enumerate(sheet.iter_rows(values_only=True, max_row=_LAST_ROW), 1):
            yield Cells(at, values)
        book.close()


def _notes(
    visible: SheetVisibleEnum, marks: Marks, merged: Sequence[tuple[tuple[int, int], tuple[int, int]]]
) -> list[str]:
    """What the heading of each page of a sheet says: nothing that a program hides is read in silence."""
    notes = [] if visible == _SEEN else ["hidden sheet"]
    if marks.hidden_columns:
        notes.append(f"hidden columns: {', '.join(letters(column) for column in marks.hidden_columns)}")
    ranges = [
        f"{letters(left + 1)}{top + 1}:{letters(right + 1)}{bottom + 1}" for (top, left), (bottom, right) in merged
    ]
    if ranges:
        more = f" and {len(ranges) - 8} more" if len(ranges) > 8 else ""
        notes.append(f"merged cells: {', '.join(ranges[:8])}{more}")
    return notes
