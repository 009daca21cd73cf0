"""OpenDocument spreadsheets: rows with their numbers, values without the marks of a language, hidden parts said."""

from __future__ import annotations

from pathlib import Path

import pytest

from greffier.contracts import Limits
from greffier.errors import SourceBroken, SourceRefused
from greffier.intake.open_table import OpenTable

FILES = Path(__file__).parent / "files"
NAMESPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{full}:1.0"'
    for name, full in (("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"))
)


@pytest.fixture
def leaves(untrusted, zipped):
    def read(rows, **parts):
        content = (
            f"<office:document-content {NAMESPACES}><office:body><office:spreadsheet>"
            f"<table:table table:name='Pesées'>{rows}</table:table></office:spreadsheet></office:body>"
            "</office:document-content>"
        )
        members = {"content.xml": content, **{name.replace("_", "/"): part for name, part in parts.items()}}
        return list(OpenTable().open(untrusted(zipped(members)), "x.ods", Limits()))

    return read


def cell(text, **attributes):
    told = " ".join(f"{name.replace('_', ':', 1).replace('_', '-')}='{value}'" for name, value in attributes.items())
    return f"<table:table-cell {told}><text:p>{text}</text:p></table:table-cell>"


def row(*cells, more=""):
    return f"<table:table-row {more}>{''.join(cells)}</table:table-row>"


def test_cells_and_rows_that_stand_for_many(leaves):
    rows = row(cell("12", table_number_columns_repeated=2), cell("16/03/23", office_date_value="2023-03-16"))
    rows += row(
        "<table:table-cell table:number-columns-repeated='16384'/>", more="table:number-rows-repeated='1048000'"
    )
    rows += row(cell("fin"))
    [leaf] = leaves(rows)
    assert leaf.text == "Pesées\n12 | 12 | 2023-03-16\nfin"
    assert [line.number for line in leaf.rows] == [1, 1_048_002]


@pytest.mark.parametrize(
    ("made", "shown"),
    [
        (cell("12 750,50 €", office_value_type="currency", office_value="12750.5"), "12750.5"),
        (cell("06 39 98 61 20", office_value_type="float", office_value="639986120"), "06 39 98 61 20"),
        (cell("VRAI", office_value_type="boolean", office_boolean_value="true"), "TRUE"),
        (cell("30:02", office_value_type="time", office_time_value="PT30H02M00S"), "30:02:00"),
        (cell("18h22", office_value_type="date", office_date_value="2021-09-05T18:22:10"), "2021-09-05 18:22:10"),
        (cell("#DIV/0!", office_value_type="string"), "#DIV/0!"),
    ],
)
def test_values(leaves, made, shown):
    [leaf] = leaves(row(made))
    assert leaf.text == f"Pesées\n{shown}"


def test_a_real_file_says_what_it_hides():
    first, second = OpenTable().open(FILES / "call-list-hidden-parts-read.ods", "x.ods", Limits())
    assert first.text.startswith("Appels [hidden columns: G] [hidden rows: 5]\nRelevé de la ligne 06 39 98 61 20\n")
    assert [(line.number, line.hidden) for line in first.rows] == [
        (1, False),
        (3, False),
        (4, False),
        (5, True),
        (6, False),
    ]
    assert second.text == "cache [hidden sheet]\nx | 1"


def test_encrypted_is_refused(leaves):
    manifest = "<manifest><file-entry><encryption-data/></file-entry></manifest>"
    with pytest.raises(SourceRefused, match="password"):
        leaves("", **{"META-INF_manifest.xml": manifest})


def test_cut_short_is_broken_and_keeps_what_was_read(untrusted, zipped):
    rows = "".join(row(cell(str(number))) for number in range(500))
    content = f"<office:document-content {NAMESPACES}><table:table table:name='x'>{rows}"
    opened = OpenTable().open(untrusted(zipped({"content.xml": content})), "x.ods", Limits())
    assert len([next(opened), next(opened)]) == 2
    with pytest.raises(SourceBroken):
        list(opened)


def test_an_empty_one_is_refused(leaves):
    with pytest.raises(SourceRefused, match="no text"):
        leaves("")
