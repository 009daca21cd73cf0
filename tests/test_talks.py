"""Transcripts and call records of one line, joined: who spoke to whom, when, and what one of them lacks."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

import greffier
from greffier.cli import greffier as cli
from greffier.records import Talk

CALLS = """horodatage;sens;correspondant;duree
2023-05-02 18:05:11;S;0639982201;64
2023-05-02 18:40:00;E;0639987733;15
2023-05-03 07:15:48;E;0639982201;121
2023-05-04 20:31:02;S;0639987733;33
2023-05-06 11:00:00;S;0639982201;70
"""
TRANSCRIPT = """SURVEILLANCE DE LA LIGNE 06 39 98 10 10
La ligne 06 39 98 22 01 est utilisée par Yann TREBEURDEN.
Communication n° 4 - 02/05/2023 à 20 h 05 - sortant vers 06 39 98 22 01
A : Tu passes au hangar ?
B : Oui, après vingt heures.
Communication n° 6 - 03/05/2023 à 09 h 15 - entrant de 06 39 98 22 01
B : Les caisses sont là.
Communication n° 9 - 04/05/2023 à 22 h 31 - sortant vers 06 39 98 77 33
A : Compte-les encore.
Communication n° 11 - 05/05/2023 à 12 h 00 - entrant de 06 39 98 22 01
B : Il en manque deux.
"""


@pytest.fixture
def found(tmp_path: Path) -> list[Talk]:
    return talks(tmp_path, {"fadettes_0639981010.csv": CALLS, "ecoutes.txt": TRANSCRIPT})


def talks(folder: Path, files: dict[str, str]) -> list[Talk]:
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    with greffier.open_case(folder / "case", create=True, runner="serial") as case:
        case.add(*(folder / name for name in files))
        return case.talks()


def test_each_communication_finds_its_call_though_one_clock_tells_universal_time(found: list[Talk]) -> None:
    joined = [one for one in found if one.call and one.heard]
    assert [one.start.edtf for one in joined] == ["2023-05-02T18:05:11", "2023-05-03T07:15:48", "2023-05-04T20:31:02"]
    assert {one.hours for one in joined} == {-2}
    assert [one.call.seconds_low for one in joined if one.call] == [64, 121, 33]


def test_what_one_of_them_lacks_is_there_and_says_so(found: list[Talk]) -> None:
    unrecorded = [one for one in found if not one.call]
    assert [one.start.edtf for one in unrecorded] == ["2023-05-05T12:00:00"]
    unheard = [one for one in found if not one.heard]
    assert [one.start.edtf for one in unheard] == ["2023-05-02T18:40:00"]


def test_a_call_after_the_last_that_was_heard_is_not_missed(found: list[Talk]) -> None:
    assert all(one.start.edtf < "2023-05-06" for one in found)


def test_who_uses_a_line_is_named_beside_its_number(found: list[Talk]) -> None:
    names = {name for one in found for number, told in one.ends if number.endswith("39982201") for name in told}
    assert names == {"Yann TREBEURDEN"}


def test_a_call_with_somebody_else_at_that_minute_is_another(tmp_path: Path) -> None:
    other = CALLS.replace("2023-05-03 07:15:48;E;0639982201", "2023-05-03 07:15:48;E;0639985566")
    found = talks(tmp_path, {"fadettes_0639981010.csv": other, "ecoutes.txt": TRANSCRIPT})
    assert {one.start.edtf for one in found if not one.call} == {"2023-05-03T09:15:00", "2023-05-05T12:00:00"}


def test_a_record_of_another_line_joins_nothing(tmp_path: Path) -> None:
    found = talks(tmp_path, {"fadettes_0639980000.csv": CALLS, "ecoutes.txt": TRANSCRIPT})
    assert [one.call for one in found] == [None] * 4


def test_the_command_filters_and_prints(tmp_path: Path) -> None:
    talks(tmp_path, {"fadettes_0639981010.csv": CALLS, "ecoutes.txt": TRANSCRIPT})
    case = ["-C", str(tmp_path / "case"), "calls", "--heard"]
    rows = [json.loads(line) for line in CliRunner().invoke(cli, [*case, "--json"]).stdout.splitlines()]
    assert [bool(row["call"]) and bool(row["heard"]) for row in rows] == [True, False, True, True, False]
    shown = (
        CliRunner(env={"COLUMNS": "200"})
        .invoke(cli, [*case, "--who", "Yann TREBEURDEN", "--from", "2023-05-03"])
        .output
    )
    assert "in no record" in " ".join(shown.split())
    assert "18:05" not in shown
