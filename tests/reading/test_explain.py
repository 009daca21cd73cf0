"""Every finding says which rule gave it, and what a relative date was counted from; reading itself is unchanged."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from greffier import terminal
from greffier.cli import greffier
from greffier.errors import SourceRefused, WrongUsage
from greffier.steps import explain_text, read_text

FRENCH = (
    "Le 14 février 2023, le capitaine MARCHEVAL remet 12 kg de cocaïne à Bastien KERLEVEN. Le lendemain, il a payé une "
    "dizaine d'euros. Bastien KERLEVEN déclare : « Je n'ai rien vu partir. » Le véhicule AB-123-CD est reparti hier."
)


def test_what_is_found_is_the_same_when_it_is_explained() -> None:
    found, traces = explain_text(FRENCH, "fr", "2023-03-20")
    assert found == read_text(FRENCH, "fr", "2023-03-20")
    assert sys.getprofile() is None
    shown = {one.id for one in found if type(one).__name__ in ("Mention", "Quote", "Event")}
    assert {trace.id for trace in traces} == shown


def test_rules_are_named_with_what_they_say_of_themselves() -> None:
    found, traces = explain_text(FRENCH, "fr", "2023-03-20")
    words = {one.id: one.span.exact for one in found if type(one).__name__ in ("Mention", "Quote")}
    told = {words[trace.id]: trace for trace in traces if trace.id in words}
    assert str(told["MARCHEVAL"].rule).startswith("evidence.")
    assert told["AB-123-CD"].rule == "plates.find_plates"
    assert "plates" in told["AB-123-CD"].says
    assert told["14 février 2023"].read_as == "Day(day=14, month=2, year=2023)"
    assert (told["Le lendemain"].anchor, told["Le lendemain"].anchor_value) == ("14 février 2023", "2023-02-14")
    assert told["hier"].anchor == "act"
    assert "'déclare'" in told["Je n'ai rien vu partir."].read_as
    assert all(trace.rule and trace.version for trace in traces), [trace for trace in traces if not trace.rule]


@pytest.mark.parametrize(
    ("language", "words"),
    [("fr", "compté depuis « 14 février 2023 » (2023-02-14)"), ("en", "counted from “14 février 2023” (2023-02-14)")],
)
def test_the_command_says_why_in_the_language_of_the_text(tmp_path: Path, language: str, words: str) -> None:
    file = tmp_path / "note.txt"
    file.write_text(FRENCH, encoding="utf-8")
    shown = CliRunner().invoke(greffier, ["read", str(file), "--explain", "--language", language])
    assert words in shown.output
    rows = CliRunner().invoke(greffier, ["read", str(file), "--explain", "--json"]).output.splitlines()
    row = next(row for row in map(json.loads, rows) if row["surface"] == "Le lendemain")
    assert words in row["why"][language]
    assert (row["reader"], row["anchor"]["value"]) == ("dates", "2023-02-14")
    assert "why" not in CliRunner().invoke(greffier, ["read", str(file), "--json"]).output


@pytest.mark.parametrize("explain", [[], ["--explain"]])
def test_the_command_shows_what_is_denied_or_alleged_and_the_hours(
    tmp_path: Path, explain: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(terminal.out, "width", 300)  # the terminal's is taken when the console is made
    file = tmp_path / "note.txt"
    file.write_text(
        "Le 3 mai 2023, Paul Morin n'a pas rencontré Lino Carvin. "
        "Il dormait du 3 mai 2023 à 14 h au 4 mai 2023 à 9 h 30.",
        encoding="utf-8",
    )
    shown = "".join(CliRunner().invoke(greffier, ["read", str(file), *explain]).output.split())
    assert "negative;" in shown
    assert "2023-05-03T14:00/2023-05-04T09:30" in shown
    file.write_text("  \n", encoding="utf-8")
    assert CliRunner().invoke(greffier, ["read", str(file), *explain]).output.strip() == "Found: nothing."


def test_a_file_that_is_no_text_is_not_read_as_one(tmp_path: Path) -> None:
    file = tmp_path / "report.pdf"
    file.write_bytes(b"%PDF-1.4\n\xff\xfe")
    told = CliRunner().invoke(greffier, ["read", str(file)])
    assert isinstance(told.exception, SourceRefused)
    assert str(told.exception) == "report.pdf is a PDF, not a text."


@pytest.mark.parametrize(("name", "told"), [("none.txt", "There is no file"), ("", "is a folder")])
def test_what_is_no_file_is_told_in_one_line_with_the_next_step(tmp_path: Path, name: str, told: str) -> None:
    error = CliRunner().invoke(greffier, ["read", str(tmp_path / name)]).exception
    assert isinstance(error, WrongUsage)
    assert told in str(error)
    assert "greffier add" in error.next
