"""In a case each press page becomes a clipping; copies count once; everything cited stands on its page."""

from __future__ import annotations

import json
from base64 import encodebytes
from pathlib import Path

import pytest

from greffier.case import Case, open_case
from greffier.records import SiteTemplate
from tests.clipping.html_pages import html_page, mhtml
from tests.clipping.pages import FRENCH, PARAGRAPHS, PROMOTION, REFERENCE

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


def test_a_page_saved_in_one_file_knows_its_address_in_a_case_and_a_frame_in_it_does_not(tmp_path: Path) -> None:
    box = tmp_path / "box"
    box.mkdir()
    saved = mhtml(html_page(wall=""))
    frame = html_page().replace(b"Paul Roux", b"Jean Roux")
    part = b"Content-Type: text/html\nContent-Transfer-Encoding: base64\n\n" + encodebytes(frame)
    end = saved.rindex(b"------MultipartBoundary--x------")
    (box / "page.mhtml").write_bytes(saved[:end] + b"------MultipartBoundary--x----\n" + part + saved[end:])
    with open_case(tmp_path / "case", create=True, runner="serial") as made:
        made.add(box)
        found = {tuple(c.field("article.byline").value["authors"]): c.field("article.url") for c in made.clippings()}
    assert found["Odile Marcheval", "Paul Roux"].value == "https://ledger.example/pallets"
    assert found["Odile Marcheval", "Jean Roux"].value is None


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


def test_a_confirmed_template_is_kept_and_can_be_undone(tmp_path: Path) -> None:
    box = tmp_path / "box"
    box.mkdir()
    for number in range(3):
        told = REFERENCE.replace("\n\n".join(PARAGRAPHS), f"{PARAGRAPHS[0]}\n\n{PROMOTION}\n\n{PARAGRAPHS[1]}")
        told = told.replace("pallets", f"pallets{number}").replace("harbour", f"harbour{number}")
        (box / f"{number}.txt").write_text(told.replace(f"harbour{number} letter", "harbour letter"), encoding="utf-8")
    with open_case(tmp_path / "case", create=True, runner="serial") as made:
        made.add(box)
        template = next(made.all(SiteTemplate))
        assert PROMOTION in template.lines
        made.confirm(template.id)
        assert not any(PROMOTION in clipping.field("article.body").value for clipping in made.clippings())
        made.undo()
        assert all(PROMOTION in clipping.field("article.body").value for clipping in made.clippings())
