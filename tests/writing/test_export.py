import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from greffier.errors import OutsideFailed, WrongUsage
from greffier.records import Balance, Quantity
from greffier.writing.export import KINDS, export


def rows(folder: Path, kind: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (folder / f"{kind}.jsonl").read_text(encoding="utf-8").splitlines()]


@pytest.fixture
def told(desk: Any) -> Any:
    page = desk.locate("D0001")[0]
    desk.amount(page, "environ 900 kg", "900.50", "kg", "mass")
    desk.records.append(Balance("b", "caisses", "x", "kg", *(Decimal(n) for n in ("1.10", "2", "0", "0", "1", "2", "3.4", "3.4")), ()))  # fmt: skip # noqa: E501
    return desk


def test_one_file_for_each_kind_sorted(told: Any, tmp_path: Path) -> None:
    assert [path.stem for path in export(told, tmp_path)] == list(KINDS)
    for kind in KINDS:
        ids = [row["id"] for row in rows(tmp_path, kind)]
        assert ids == sorted(ids)


def test_same_bytes_twice(told: Any, tmp_path: Path) -> None:
    first = {path.name: path.read_bytes() for path in export(told, tmp_path / "a")}
    assert first == {path.name: path.read_bytes() for path in export(told, tmp_path / "b")}


def test_citations_stand(told: Any, tmp_path: Path) -> None:
    export(told, tmp_path)
    pages = {(row["source"], row["page"]): row["text"] for row in rows(tmp_path, "pages")}
    for row in rows(tmp_path, "mentions") + rows(tmp_path, "quotes"):
        citation = row["citation"]
        assert pages[citation["source"], citation["page"]][citation["start"] : citation["end"]] == citation["exact"]


def test_decimals_keep_their_digits(told: Any, tmp_path: Path) -> None:
    export(told, tmp_path, ["balances", "mentions"])
    assert '"in":{"low":1.10,"high":2}' in (tmp_path / "balances.jsonl").read_text()
    assert '"low":900.50' in (tmp_path / "mentions.jsonl").read_text()


def test_an_open_end_is_null_for_json_knows_no_infinity(told: Any, tmp_path: Path) -> None:
    bounds = [Decimal(bound) for bound in ("40", "Infinity", "10", "10", "30", "Infinity", "30", "Infinity")]
    told.records.append(Balance("c", "caisses", "y", "kg", *bounds, ()))
    told.says(told.locate("D0001")[0], "900 kg", "quantity", quantity=Quantity(*bounds[:2], "kg", "mass"))
    export(told, tmp_path / "json")
    export(told, tmp_path / "csv", form="csv")
    written = "".join(path.read_text(encoding="utf-8") for path in sorted(tmp_path.glob("*/*")))
    assert "Infinity" not in written
    (mention,) = [row for row in rows(tmp_path / "json", "mentions") if row["citation"]["exact"] == "900 kg"]
    assert (mention["value"]["low"], mention["value"]["high"]) == (40, None)
    assert rows(tmp_path / "json", "balances")[1]["unaccounted"] == {"low": 30, "high": None}


def test_safe_export_holds_no_protected_name_and_keeps_offsets(told: Any, tmp_path: Path) -> None:
    export(told, tmp_path / "team")
    export(told, tmp_path / "safe", safe=True)
    everything = "".join(path.read_text(encoding="utf-8") for path in (tmp_path / "safe").iterdir())
    assert "talverne" not in everything.lower()
    assert "Marc" in everything
    for team, safe in zip(rows(tmp_path / "team", "pages"), rows(tmp_path / "safe", "pages"), strict=True):
        assert len(team["text"]) == len(safe["text"])


def test_csv_never_begins_a_formula(told: Any, tmp_path: Path) -> None:
    told.write("D0009", '=HYPERLINK("x")')
    export(told, tmp_path, ["pages"], form="csv")
    assert "\"'=HYPERLINK" in (tmp_path / "pages.csv").read_text(encoding="utf-8")


@pytest.mark.parametrize("wrong", [{"kinds": ["people"]}, {"form": "xml"}])
def test_unknown_kind_or_form(told: Any, tmp_path: Path, wrong: dict[str, Any]) -> None:
    with pytest.raises(WrongUsage):
        export(told, tmp_path, **wrong)


def test_safe_export_masks_what_an_engine_misread(told: Any, tmp_path: Path) -> None:
    scan = told.write("D0020", "Le sieur TALVERME attend. Le marin dort.", path="box/scan.pdf")
    told.records[told.records.index(scan)] = replace(scan, origin="ocr")
    told.write("D0021", "Les sieurs TALVERME et TALVERIMES attendent.", path="box/clean.pdf")
    told.quoted(scan, "Le sieur TALVERME attend.", "the clerk")
    export(told, tmp_path, ["pages", "quotes"], safe=True)
    texts = {row["folio"]: row["text"] for row in rows(tmp_path, "pages")}
    assert texts["D0020"] == "Le sieur ████████ attend. Le marin dort."
    assert texts["D0021"] == "Les sieurs ████████ et TALVERIMES attendent."  # a typist errs less than an engine
    assert not any("TALVERME" in row["text"] for row in rows(tmp_path, "quotes"))


def test_an_export_writes_through_no_link(told: Any, tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("mine", encoding="ascii")
    (tmp_path / "pages.jsonl").symlink_to(letter)
    with pytest.raises(OutsideFailed, match="is a link"):
        export(told, tmp_path)
    assert letter.read_text(encoding="ascii") == "mine"
