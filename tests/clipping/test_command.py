"""`greffier clip` prints the shape that interface documents promise."""

from __future__ import annotations

import io
import json
import sys

import pytest

from greffier import cli
from tests.clipping.pages import PARAGRAPHS, REFERENCE


def run(arguments: list[str], monkeypatch, given: str = "") -> int:
    monkeypatch.setattr(sys, "argv", ["greffier", *arguments])
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given.encode()), encoding="utf-8"))
    with pytest.raises(SystemExit) as ended:
        cli.main()
    return int(ended.value.code or 0)


def test_json_has_the_promised_shape(tmp_path, monkeypatch, capsys):
    (tmp_path / "capture.txt").write_text(REFERENCE, encoding="utf-8")
    assert run(["clip", str(tmp_path / "capture.txt"), "--json"], monkeypatch) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["kind"] == "article"
    for group in ("container", "article", "image", "access"):
        for field in told[group].values():
            assert set(field) >= {"value", "raw", "span", "status", "method"}
    assert told["article"]["body"]["value"] == list(PARAGRAPHS)
    assert told["article"]["byline"]["value"]["authors"] == []
    assert told["article"]["published"]["raw"] == "Published today at 6:30 am (Paris)"
    assert told["access"]["marker"]["value"]["remaining_percent"] == 90.35
    covered = "".join(told["text"][label["start"] : label["end"]] for label in told["labels"])
    assert "".join(covered.split()) == "".join(REFERENCE.split())
    assert told["text"] == REFERENCE


def test_standard_input_with_a_day_of_capture(monkeypatch, capsys):
    assert run(["clip", "-", "--json", "--date", "2024-10-20"], monkeypatch, REFERENCE) == 0
    assert json.loads(capsys.readouterr().out)["article"]["published"]["value"]["date"] == "2024-10-20"


def test_a_table_for_people(monkeypatch, capsys):
    assert run(["clip", "-"], monkeypatch, REFERENCE) == 0
    printed = capsys.readouterr().out
    assert "masthead" in printed
    assert "unresolved" in printed


def test_a_day_that_is_none_is_wrong_usage(monkeypatch):
    assert run(["clip", "-", "--date", "yesterday"], monkeypatch, REFERENCE) == 2
