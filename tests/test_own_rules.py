"""A case asks its own questions: packs in its folder, under the laws that it chose."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from starlette.testclient import TestClient

import greffier
from greffier.cli import greffier as cli
from greffier.records import Finding
from greffier.serving.app import create_app

PACK = """
- id: left-over
  like: quantity-unaccounted
  severity: high
  title: {en: "Who holds the {amount} of {good}?", fr: "Qui détient les {amount} de {good} ?"}
"""


def asked(case: greffier.Case) -> list[str]:
    return [finding.rule for finding in case.all(Finding)]


def write(case: greffier.Case, name: str, text: str) -> None:
    (case.root / "rules").mkdir(exist_ok=True)
    (case.root / "rules" / name).write_text(text, encoding="utf-8")


def test_a_changed_pack_redoes_the_findings(quay: greffier.Case) -> None:
    assert not quay.asks_anew
    write(quay, "store.yaml", PACK)
    assert quay.asks_anew
    quay.add()
    assert "store/left-over@1" in asked(quay)
    assert not quay.asks_anew
    (quay.root / "rules" / "store.yaml").unlink()
    quay.add()
    assert "store/left-over@1" not in asked(quay)
    assert quay.verify() == []


def test_a_pack_with_a_mistake_is_told_and_the_others_run(quay: greffier.Case) -> None:
    write(quay, "store.yaml", PACK)
    write(quay, "wrong.yaml", PACK + "  kind: crime\n")
    quay.add()
    assert "store/left-over@1" in asked(quay)
    told = CliRunner().invoke(cli, ["-C", str(quay.root), "findings"])
    assert "rules/wrong.yaml, line 6: Invalid enum value 'crime'" in told.stderr
    client = TestClient(create_app(quay))
    assert "wrong.yaml, line 6" in client.get("/findings").text
    assert client.get("/rules.json").json()["refused"][0].startswith("The rule pack rules/wrong.yaml, line 6")
    assert "store/left-over" in client.get("/rules").text


def test_the_rules_are_listed_explained_and_tried(quay: greffier.Case) -> None:
    write(quay, "store.yaml", PACK)
    run = CliRunner().invoke
    assert "store/left-over" in run(cli, ["-C", str(quay.root), "rules"]).stdout
    told = run(cli, ["-C", str(quay.root), "rules", "store/left-over"]).stdout
    assert "Qui détient les" in told
    assert "innocent explanations" in told
    assert "example where it speaks" in told
    assert run(cli, ["-C", str(quay.root), "rules", "--test", "store"]).stdout.startswith("holds")
    file = str(quay.root / "rules" / "store.yaml")
    assert run(cli, ["rules", "--test", file]).stdout.startswith("holds")


def test_a_refused_pack_that_is_tried_says_why(quay: greffier.Case) -> None:
    write(quay, "wrong.yaml", PACK + "  kind: crime\n")
    told = CliRunner().invoke(cli, ["-C", str(quay.root), "rules", "--test", "wrong"])
    assert "line 6: Invalid enum value 'crime'" in told.stderr
    assert isinstance(told.exception, greffier.NotInCase)


def test_the_rules_are_listed_without_a_case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    told = CliRunner().invoke(cli, ["rules", "--json"]).stdout.splitlines()
    assert len(told) > 20
    assert '"pack":"redlines"' in "".join(told)
    assert isinstance(CliRunner().invoke(cli, ["rules", "nobody-asks-this"]).exception, greffier.NotInCase)
