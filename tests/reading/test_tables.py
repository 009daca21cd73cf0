"""Tables on pages: cells by bars, tabs, semicolons or wide blanks; one head, or two lines of it, or none."""

from __future__ import annotations

import pytest

from greffier.reading.tables import Table, find_tables, lines
from greffier.records import Page


def page(text: str, number: int = 1) -> Page:
    return Page(f"p{number}", "s", number, None, "born_digital", "A", None, text, "", 0, 0)


def tables(*texts: str) -> list[Table]:
    pages = [page(text, number) for number, text in enumerate(texts, 1)]
    return list(find_tables(pages, lambda line: line.words(0).startswith("Head")))


def cells(table: Table) -> list[list[str]]:
    return [[row.words(at) for at in range(len(row.cells))] for row in table.rows]


@pytest.mark.parametrize(
    "text",
    [
        "Head | B | C\na |  | c d",
        "Head\tB\tC\na\t\tc d",
        "Head;B;C\na;;c d",
        "Head   B     C\na            c d",
        "Head|B|C\na||c d",
    ],
)
def test_whatever_parts_the_cells(text: str) -> None:
    [table] = tables(text)
    assert [table.name(at) for at in range(3)] == ["head", "b", "c"]
    assert cells(table) == [["a", "", "c d"]]


def test_cells_are_exact() -> None:
    text = "x\nHead | B\n  a b  | c "
    [row] = tables(text)[0].rows
    assert [text[cell.start : cell.end] for cell in row.cells] == ["a b", "c"]


def test_a_head_of_two_lines_is_read_down() -> None:
    [table] = tables("Head x |  | C\nHead | Nom | D\n1 | 2 | 3")
    assert [table.name(at) for at in range(3)] == ["head x head", "head x nom", "c d"]


def test_a_head_repeated_on_the_next_page_begins_no_table() -> None:
    [table] = tables("Feuil1\nHead | B\n1 | 2", "Feuil1\nHead | B\n3 | 4")
    assert cells(table) == [["1", "2"], ["3", "4"]]


def test_another_sheet_with_names_nobody_knows_is_another_table() -> None:
    first, second = tables("Feuil1\nHead | B\n1 | 2", "Contacts\nNom | Né le\nX | 1980")
    assert (cells(first), cells(second)) == ([["1", "2"]], [["X", "1980"]])


def test_what_stands_before_is_kept() -> None:
    [table] = tables("Relevé\nLigne | 12\n\nHead | B\n1 | 2")[-1:]
    assert [line.text for line in table.before] == ["Relevé", "Ligne | 12"]


def test_prose_has_no_rows() -> None:
    assert tables("Une phrase.\nUne autre ; encore.\nEt une  dernière.") == []
    assert [line.text for line in lines([page("a\n\n b")])] == ["a", " b"]


def test_no_head_of_thousands_of_names_lays_its_rows() -> None:
    """Each word would be weighed against each name: a page of one such line took a minute."""
    [table] = tables("Head  " + "  ".join(["B"] * 3000) + "\n1  " + "  ".join(["2"] * 2990))
    assert len(table.rows[0].cells) == 2991
