"""A list from elsewhere beside a case: who is found, what speaks for it, and what a bad list cannot do."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from followthemoney import model

import greffier
from greffier.cli import greffier as cli
from greffier.errors import OutsideFailed
from greffier.intake.outside import Outside


def entity(id: str, schema: str, **properties: list[str]) -> dict[str, Any]:
    """An entity as the package of FollowTheMoney writes it."""
    made = model.make_entity(schema)
    made.id = id
    for name, values in properties.items():
        made.add(name, values, cleaned=True)  # invented telephones are on no operator's list
    return {"id": made.id, "schema": made.schema.name, "properties": made.properties}


def listed(folder: Path, *rows: dict[str, Any] | bytes) -> Path:
    path = folder / "list.ftm.json"
    path.write_bytes(b"\n".join(one if isinstance(one, bytes) else json.dumps(one).encode() for one in rows) + b"\n")
    return path


def found(case: greffier.Case, path: Path) -> dict[tuple[str, str], float]:
    return {(one.outsider.id, one.entity.name): one.score for one in case.known(path).candidates}


def test_names_in_another_order_and_former_names_are_found(quay: greffier.Case, tmp_path: Path) -> None:
    path = listed(
        tmp_path,
        entity("a", "Person", name=["TREBEURDEN, Yann"]),
        entity("b", "Person", name=["Luc Vasseur"], previousName=["Luc Andrieu"]),
        entity("c", "Person", name=["Yann Legoff"]),
        entity("d", "Person", name=["Yann"]),
    )
    assert set(found(quay, path)) == {("a", "Yann TREBEURDEN"), ("b", "Luc ANDRIEU")}


def test_a_number_finds_who_bears_no_such_name(quay: greffier.Case, tmp_path: Path) -> None:
    path = listed(tmp_path, entity("a", "LegalEntity", name=["Comptoir des Brisants"], phone=["+33639981234"]))
    (one,) = quay.known(path).candidates
    assert one.entity.kind == "phone"
    assert [reason.text for reason in one.reasons] == ["the same phone: +33639981234"]
    assert all(reason.spans for reason in one.reasons)


def test_the_day_of_birth_speaks_for_and_against(tmp_path: Path) -> None:
    page = "PROCES-VERBAL D'AUDITION\nNous entendons Nadia FERROUKHI, née le 12 mars 1981 à Sète.\n"
    (tmp_path / "hearing.txt").write_text(page, encoding="utf-8")
    path = listed(
        tmp_path,
        entity("same", "Person", name=["Nadia Ferroukhi"], birthDate=["1981-03-12"]),
        entity("year", "Person", name=["Nadia Ferroukhi"], birthDate=["1981"]),
        entity("other", "Person", name=["Nadia Ferroukhi"], birthDate=["1979"]),
    )
    with greffier.open_case(tmp_path / "case", create=True, runner="serial") as case:
        case.add(tmp_path / "hearing.txt")
        scores = {one.outsider.id: one.score for one in case.known(path).candidates}
        why = {one.outsider.id: [reason.text for reason in one.reasons] for one in case.known(path).candidates}
    assert scores["same"] > scores["year"] > 0 > scores["other"]
    assert "the same date of birth" in why["same"]
    assert "born on another day" in why["other"]


def test_everybody_of_our_own_export_is_found_again(quay: greffier.Case, tmp_path: Path) -> None:
    quay.export(tmp_path / "out", form="ftm")
    scores = found(quay, tmp_path / "out" / "entities.ftm.json")
    for person in quay.people():
        assert scores[person.id, person.name] >= 1.0


def test_nothing_of_the_list_is_kept(quay: greffier.Case, tmp_path: Path) -> None:
    before = quay.records.version(), len(list(quay.acts()))
    quay.known(listed(tmp_path, entity("a", "Person", name=["Yann Trebeurden"])))
    assert (quay.records.version(), len(list(quay.acts()))) == before
    assert quay.review()


def test_what_cannot_be_compared_is_told(quay: greffier.Case, tmp_path: Path) -> None:
    path = listed(
        tmp_path,
        b"no json",
        b'{"schema": "Person", "properties": ' + b"[" * 100_000 + b"]" * 100_000 + b"}",
        b'{"id": "long", "schema": "Person", "properties": {"name": ["' + b"a" * 2_000_000 + b'"]}}',
        b'{"id": "odd", "schema": "Person", "properties": {"name": [1, {"x": 2}, null]}}',
        b"\xff\xfe",
        {"id": "e", "schema": "Ownership", "properties": {}},
        {"id": "f", "schema": "Starship", "properties": {"name": ["Yann TREBEURDEN"]}},
        entity("g", "Person", name=["Yann Trebeurden"]),
    )
    told = quay.known(path)
    assert [one.outsider.id for one in told.candidates] == ["g"]
    assert told.looked_at == 1
    assert told.left_aside == (
        "line 1: no entity as JSON",
        "line 2: no entity as JSON",
        "line 3: too long",
        "line 5: no entity as JSON",
        "1 of schema Ownership: not compared",
        "1 of schema Starship: not compared",
        "1 without a name or number",
    )


def test_many_bad_lines_are_counted(tmp_path: Path) -> None:
    outside = Outside()
    assert list(outside.read(listed(tmp_path, *[b"{"] * 50))) == []
    assert outside.left_aside[-1] == "45 more lines cannot be read"
    assert len(outside.left_aside) == 6


def test_a_list_that_is_not_there_is_one_line(quay: greffier.Case, tmp_path: Path) -> None:
    with pytest.raises(OutsideFailed, match="cannot be read: No such file"):
        quay.known(tmp_path / "none.json")


def test_the_command_shows_why_and_what_was_left(quay: greffier.Case, tmp_path: Path) -> None:
    path = listed(tmp_path, entity("a\x1b[2J", "Person", name=["Yann Trebeurden"]), b"{")
    shown = CliRunner().invoke(cli, ["-C", str(quay.root), "known", str(path)])
    assert shown.exit_code == 0
    assert "Yann TREBEURDEN" in shown.output
    assert "the same name" in shown.output
    assert "Left aside: line 2: no entity as JSON" in shown.output
    assert "\x1b" not in shown.output
    told = CliRunner().invoke(cli, ["-C", str(quay.root), "known", str(path), "--json"])
    row = json.loads(told.stdout.splitlines()[0])
    assert row["entity"]["name"] == "Yann TREBEURDEN"
    assert row["reasons"][0]["citations"][0]["exact"]
