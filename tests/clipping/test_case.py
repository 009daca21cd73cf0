"""In a case each press page becomes a clipping; copies count once; everything cited stands on its page."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from greffier.case import Case, open_case
from tests.clipping.html_pages import html_page
from tests.clipping.pages import FRENCH, PARAGRAPHS, REFERENCE

OTHER = REFERENCE.replace("THE VALLEY ONE POST", "DAILY ROUND").replace("11 min", "12 min")


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory):
    folder = tmp_path_factory.mktemp("press")
    box = folder / "box"
    box.mkdir()
    (box / "capture.txt").write_text(REFERENCE, encoding="utf-8")
    (box / "copy.txt").write_text(OTHER, encoding="utf-8")
    (box / "page.html").write_bytes(html_page())
    (box / "gazette.txt").write_text(FRENCH, encoding="utf-8")
    with open_case(folder / "case", create=True, runner="serial") as made:
        made.add(box)
        yield made


def test_every_press_page_is_clipped_and_copies_count_once(case: Case) -> None:
    told = case.clippings()
    assert len(told) == 4
    assert all(clipping.kind == "article" for clipping in told)
    assert sorted(len(origin.clippings) for origin in case.provenances()) == [1, 3]


def test_a_saved_page_is_clipped_with_its_markup(case: Case) -> None:
    page = next(c for c in case.clippings() if c.field("image.alt").value)
    assert page.field("article.body").value == list(PARAGRAPHS)
    assert page.field("article.byline").value["authors"] == ["Odile Marcheval", "Paul Roux"]


def test_the_case_holds(case: Case) -> None:
    assert [problem for problem in case.verify() if "clipping" in problem or "custody" in problem] == []


def test_the_export_cites_and_is_the_same_twice(case: Case, tmp_path: Path) -> None:
    kinds = ["clippings", "provenances", "templates"]
    first = [path.read_bytes() for path in case.export(tmp_path / "a", kinds=kinds)]
    assert first == [path.read_bytes() for path in case.export(tmp_path / "b", kinds=kinds)]
    rows = [json.loads(line) for line in first[0].splitlines()]
    assert len(rows) == 4
    for row in rows:
        span = row["article"]["headline"]["span"]
        assert span["exact"] == row["article"]["headline"]["value"]
        assert span["source"] == row["source"]


def test_adding_again_does_nothing_twice(case: Case) -> None:
    before = [clipping.id for clipping in case.clippings()]
    case.add()
    assert [clipping.id for clipping in case.clippings()] == before
