"""Tables give a line for each row, under their header, whatever parts their cells."""

from __future__ import annotations

import datetime
import io

import pytest
from openpyxl import Workbook as Book

from greffier.contracts import Limits
from greffier.errors import SourceBroken, SourceRefused
from greffier.intake.table import ROWS, Separated, Workbook, delimiter


def written(book) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def texts(file, kind=Workbook):
    return [leaf.text for leaf in kind().open(file, "x", Limits())]


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


@pytest.mark.parametrize("sign", ";\t,|")
def test_the_delimiter_is_found(sign):
    lines = [sign.join(cells) for cells in (["Date", "Libellé", "Débit"], ["16/03", "Un, deux; trois", "1 250"])]
    quoted = [line.replace("Un, deux; trois", '"Un, deux; trois"') for line in lines] * 3
    assert delimiter(quoted) == sign


def test_text_tables_in_any_encoding(untrusted):
    content = "Date;Libellé;Débit\r\n16/03/2023;Virement;1 250,00\r\n;;\r\n".encode("cp1252")
    assert texts(untrusted(content), Separated) == ["Date | Libellé | Débit\n16/03/2023 | Virement | 1 250,00"]


def test_quotes_that_never_end_and_noughts(untrusted):
    [text] = texts(untrusted(b'a;b\nc;"d\x00\ne;f'), Separated)
    assert text.startswith("a | b\nc | d")


def test_a_workbook_packed_in_an_unknown_way_is_broken(untrusted):
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
    with pytest.raises(SourceBroken):
        texts(untrusted(bytes(content)))
