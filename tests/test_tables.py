"""Tables through the whole line: a row is cited by its sheet and number, in exports and by references."""

from __future__ import annotations

import json
import subprocess
import sys
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


def test_calls_are_exported_with_the_row_of_each(case: greffier.Case, tmp_path: Path) -> None:
    calls = [row for row in rows(case, "calls", tmp_path) if row["citations"][0]["source"] == "box/calls.csv"]
    calls.sort(key=lambda row: row["citations"][0]["row"])
    assert [(call["caller"], call["called"]) for call in calls] == [
        ("+33639986120", "+33639984403"),
        ("+33639984403", "+33639986120"),
        ("+33639984404", "+33639986120"),
    ]
    first = calls[0]
    assert (first["line"], first["direction"], first["start"]["edtf"]) == ("+33639986120", "out", "2021-09-05T18:22:10")
    assert first["duration"] == {"low": 75, "high": 75, "unit": "s"}
    assert (first["citations"][0]["row"], first["fields"]["called"]["exact"]) == (4, "06 39 98 44 03")


def test_calls_may_be_asked_for_by_number_and_time(case: greffier.Case) -> None:
    assert len(case.calls(who="06 39 98 44 04")) == 2
    assert len(case.calls(line="+33639986120", start="2021-09-06", end="2021-09-06")) == 2
    assert case.calls(who="06 39 98 99 99") == []


def test_a_call_is_an_event_of_the_timeline(case: greffier.Case) -> None:
    moments = case.timeline(start="2021-09-05", end="2021-09-05", kind="call")
    assert {moment.time.earliest for moment in moments} == {"2021-09-05T18:22"}
    assert len(moments) >= 1


@pytest.mark.parametrize("command", ["calls", "transfers", "intercepts"])
def test_the_commands_print(case: greffier.Case, command: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "greffier", "-C", str(case.root), command, "--from", "2021-09-05", "--to", "2021-09-06"],
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert ("+33639984403" in done.stdout) == (command == "calls")
