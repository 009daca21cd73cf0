"""Workbooks give a line for each row, under their header; every row keeps the number that Excel shows."""

from __future__ import annotations

import datetime
import io
from itertools import chain
from pathlib import Path

import pytest
from openpyxl import Workbook as Book

from greffier.contracts import Limits
from greffier.errors import SourceBroken, SourceRefused
from greffier.intake import workbook
from greffier.intake.old_marks import read_old_marks
from greffier.intake.table import ROWS
from greffier.intake.workbook import Workbook
from greffier.records import Leaf

FILES = Path(__file__).parent / "files"


def written(book) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def leaves(file):
    return list(Workbook().open(file, "x", Limits()))


def texts(file):
    return [leaf.text for leaf in leaves(file)]


def rows(leaf):
    """The number and the words of each row."""
    return [(row.number, leaf.text[row.start : row.end]) for row in leaf.rows]


def test_sheets_are_pages_and_values_are_plain(untrusted):
    book = Book()
    book.active.title = "Appels"
    book.active.append(["Quand", "Combien", "Quoi"])
    book.active.append([datetime.datetime(2023, 3, 16, 7, 10), 12.0, " deux\nlignes "])
    book.active.append([datetime.date(2023, 3, 16), 1250.5, None])
    book.create_sheet("Vide")
    book.create_sheet("Autre").append(["x"])
    assert texts(untrusted(written(book))) == [
        "Appels\nQuand | Combien | Quoi\n2023-03-16 07:10:00 | 12 | deux lignes\n2023-03-16 | 1250.5",
        "Autre\nx",
    ]


def test_long_sheets_are_parted_and_keep_their_header(untrusted):
    book = Book()
    book.active.append(["Numéro"])
    for number in range(450):
        book.active.append([number])
    pages = [text.splitlines() for text in texts(untrusted(written(book)))]
    assert [page[:3] for page in pages] == [["Sheet", "Numéro", str(first)] for first in (0, 200, 400)]
    assert [len(page) - 2 for page in pages] == [ROWS, ROWS, 50]


def test_a_cell_far_away_costs_nothing(untrusted):
    book = Book()
    book.active["A1"], book.active["XFD1048576"] = "first", "last"
    [text] = texts(untrusted(written(book)))
    assert text.splitlines()[1] == "first"
    assert text.endswith("last")


def test_an_empty_workbook_is_refused(untrusted):
    with pytest.raises(SourceRefused, match="no text"):
        texts(untrusted(written(Book())))


def test_a_damaged_workbook_is_broken(untrusted, zipped):
    with pytest.raises(SourceBroken):
        texts(untrusted(zipped({"xl/workbook.xml": "<nothing/>"})))


def test_a_workbook_marked_as_packed_in_an_unknown_way_is_read_all_the_same(untrusted):
    book = Book()
    book.active.append(["x"])
    content = bytearray(written(book))
    at = content.find(b"PK\x01\x02")
    while at >= 0:  # "patched data", a way of packing that nobody reads, in the directory and before each member
        content[at + 8] |= 0x20
        at = content.find(b"PK\x01\x02", at + 4)
    at = content.find(b"PK\x03\x04")
    while at >= 0:
        content[at + 6] |= 0x20
        at = content.find(b"PK\x03\x04", at + 4)
    assert texts(untrusted(bytes(content))) == ["Sheet\nx"]


def test_rows_have_the_numbers_that_excel_shows(untrusted):
    book = Book()
    sheet = book.active
    sheet["B3"], sheet["C3"] = "Date", "Appelant"
    sheet["B6"], sheet["C6"] = datetime.date(2021, 9, 5), "06 39 98 61 20"
    [leaf] = leaves(untrusted(written(book)))
    assert rows(leaf) == [(3, "Date | Appelant"), (6, "2021-09-05 | 06 39 98 61 20")]


def test_a_repeated_header_is_no_row(untrusted):
    book = Book()
    book.active.append(["Numéro"])
    for number in range(450):
        book.active.append([number])
    numbers = [row.number for leaf in leaves(untrusted(written(book))) for row in leaf.rows]
    assert numbers == list(range(1, 452))


def test_what_is_hidden_is_shown_and_said(untrusted):
    book = Book()
    sheet = book.active
    sheet.title = "Appels"
    for number in range(1, 6):
        sheet.append([number, "x", "y"])
    sheet.row_dimensions[2].hidden = sheet.row_dimensions[3].hidden = True
    sheet.column_dimensions["B"].hidden = True
    sheet.merge_cells("A5:C5")
    other = book.create_sheet("Autre")
    other.sheet_state = "veryHidden"
    other.append(["z"])
    first, second = leaves(untrusted(written(book)))
    assert first.text.startswith("Appels [hidden columns: B] [merged cells: A5:C5] [hidden rows: 2-3]\n1 | x | y\n2 |")
    assert [row.hidden for row in first.rows] == [False, True, True, False, False]
    assert second.text == "Autre [hidden sheet]\nz"


def test_values_of_every_type(untrusted):
    book = Book()
    book.active.append([True, datetime.time(7, 10, 59), datetime.timedelta(hours=30, minutes=2), 351234567890123456])
    book.active.append(["#DIV/0!", "a | b", "#N/A", 351234567890121])
    book.active.append([datetime.datetime(2023, 3, 16, 7, 9, 59, 999_900), None, 0.1 + 0.2, "  "])
    assert texts(untrusted(written(book))) == [
        "Sheet\nTRUE | 07:10:59 | 30:02:00 | 3.51234567890124e+17\n#DIV/0! | a|b | #N/A | 351234567890121\n"
        "2023-03-16 07:10:00 |  | 0.3"
    ]


def test_an_old_workbook_is_read():
    first, second = leaves(FILES / "call-list-hidden-sheet-read.xls")
    assert rows(first)[2] == (4, "2021-09-05 | 18:22:10 | sortant | 06 39 98 44 03 | 0:01:15 | TRUE")
    assert second.text == "cache [hidden sheet]\nx | 1"


def test_an_old_workbook_says_which_rows_and_columns_it_hides():
    first, second = leaves(FILES / "call-list-hidden-sheet-read.xls")
    assert first.text.splitlines()[0] == "Appels [hidden columns: G] [merged cells: A1:D1] [hidden rows: 5]"
    assert [row.number for row in first.rows if row.hidden] == [5]
    assert not any(row.hidden for row in second.rows)


def test_marks_of_a_damaged_old_workbook_are_those_before_the_damage(untrusted):
    content = (FILES / "call-list-hidden-sheet-read.xls").read_bytes()
    assert read_old_marks(untrusted(content))["Appels"].hidden_rows == {5}
    emptied = content.replace(b"\x08\x02\x10\x00", b"\x08\x02\x00\x00")
    for bad in (content[:2_600], b"\xd0\xcf\x11\xe0" + bytes(600), b"", emptied):
        assert set(read_old_marks(untrusted(bad))) <= {"Appels", "cache"}


def test_pages_before_a_panic_of_the_library_are_kept(monkeypatch):
    file = Path(__file__).parent / "samples" / "broken-sheet-without-place.xlsb"
    real = workbook._leaves
    monkeypatch.setattr(workbook, "_leaves", lambda path, marks: chain([Leaf(1, "read", 0, 0)], real(path, marks)))
    read = []
    with pytest.raises(SourceBroken, match="damaged"):
        read.extend(Workbook().open(file, "x.xlsb", Limits()))
    assert [leaf.text for leaf in read] == ["read"]


def test_an_old_workbook_with_a_password_is_refused(untrusted):
    content = bytearray((FILES / "call-list-hidden-sheet-read.xls").read_bytes())
    at = content.index(b"\x09\x08\x10\x00") + 20
    content[at : at + 2] = b"\x2f\x00"  # the record after the first says: encrypted
    with pytest.raises(SourceRefused, match="password"):
        texts(untrusted(bytes(content)))


def test_an_old_workbook_cut_in_half_is_broken(untrusted):
    content = (FILES / "call-list-hidden-sheet-read.xls").read_bytes()
    with pytest.raises(SourceBroken, match="damaged"):
        texts(untrusted(content[:2600]))
