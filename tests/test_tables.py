"""Tables through the whole line: a row is cited by its sheet and number, in exports and by references."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest

import greffier
from greffier.errors import NotInCase
from greffier.writing.export import export

CALLS = """Relevé des communications de la ligne 06 39 98 61 20;;;;
;;;;
Date;Heure;Sens;Correspondant;Durée (s)
05/09/2021;18:22:10;sortant;06 39 98 44 03;75
06/09/2021;07:00:00;entrant;06 39 98 44 03;5
16/09/2021;08:00:00;entrant;06 39 98 44 04;0
"""


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Iterator[greffier.Case]:
    box = tmp_path_factory.mktemp("tables") / "box"
    box.mkdir()
    (box / "calls.csv").write_text(CALLS, encoding="cp1252")
    book = openpyxl.Workbook()
    book.active.title = "Feuil1"
    for line in CALLS.splitlines():
        book.active.append([cell or None for cell in line.split(";")])
    for number in range(300):
        book.active.append(["17/09/2021", "09:00:00", "entrant", f"06 39 98 4{number:03} ", 1])
    book.save(box / "calls.xlsx")
    with greffier.open_case(tmp_path_factory.mktemp("case"), create=True) as opened:
        opened.add(box)
        yield opened


def rows(case: greffier.Case, kind: str, out: Path) -> list[dict]:
    [file] = export(case, out, [kind])
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


def test_citations_carry_the_sheet_and_the_row(case: greffier.Case, tmp_path: Path) -> None:
    mentions = [row for row in rows(case, "mentions", tmp_path) if row["surface"] == "06 39 98 44 04"]
    places = {(m["citation"]["source"], m["citation"]["sheet"], m["citation"]["row"]) for m in mentions}
    assert places == {("box/calls.csv", None, 6), ("box/calls.xlsx", "Feuil1", 6)}


def test_a_reference_leads_to_the_row(case: greffier.Case) -> None:
    assert case.row("calls.csv!5").exact == "06/09/2021 | 07:00:00 | entrant | 06 39 98 44 03 | 5"
    assert case.row("calls.xlsx#Feuil1!306").exact.startswith("17/09/2021 | 09:00:00 | entrant | 06 39 98 4299")
    assert [page.number for page in case.locate("calls.xlsx#Feuil1!306")] == [2]
    with pytest.raises(NotInCase, match="holds anything"):
        case.row("calls.csv!2")


def test_a_draft_may_cite_a_row(case: greffier.Case, tmp_path: Path) -> None:
    story = tmp_path / "story.md"
    story.write_text('Le numéro a reçu un appel [@calls.csv!5 "06/09/2021 | 07:00:00 | entrant"].\n', encoding="utf-8")
    [claim] = case.check(story).claims
    assert claim.citations[0].span.exact == "06/09/2021 | 07:00:00 | entrant"


def test_it_verifies(case: greffier.Case) -> None:
    assert case.verify() == []
