import io
import json
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from lxml import html
from PIL import Image

from greffier.errors import CheckBlocks, OutsideFailed, WrongUsage
from greffier.writing.publish import publish

DRAFT = """---
title: "The crates of the quay"
standfirst: "Officers counted 240 crates."
byline: "Anna Lys and Paul Verd"
published: "2024-03-01T06:30:00+01:00"
zone: Europe/Paris
language: en
place: Port-Vallin
changed_names: "Marc is not his name."
procedure: "The inquiry is open."
method: "We read the file."
alternate: {language: fr, file: quay.fr.md}
responses:
  - {to: "The port", asked: 2024-02-01, answered: null, answer: "No answer by 28 February."}
corrections:
  - {date: "2024-03-02", text: "A word was wrong."}
show: [D0003]
---

They counted 240 crates. [@D0001 "deux cent quarante (240) caisses"] It's *late*.

## At night

> The guard “opened the green door”. [@D0004]

They counted 240 crates. [@D0001]
"""


FROZEN = datetime(2024, 2, 28, 17, 5, tzinfo=UTC)


def write(desk: Any, out: Path, draft: str = DRAFT) -> dict[str, bytes]:
    paths = publish(draft, desk, out, desk.read, desk.picture, frozen=FROZEN)
    return {path.name: path.read_bytes() for path in paths}


def test_the_page_has_its_parts(desk: Any, tmp_path: Path) -> None:
    page = html.document_fromstring(write(desk, tmp_path)["quay.en.html"].decode())
    assert page.get("lang") == "en"
    assert page.xpath("string(//h1)") == "The crates of the quay"
    assert "By Anna Lys and Paul Verd" in page.text_content()
    (published,) = page.xpath("//time")
    assert published.get("datetime") == "2024-03-01T06:30:00+01:00"
    assert published.text == "Friday 1 March 2024, 06:30 (Paris time)"
    assert page.xpath("//link[@rel='alternate']/@href") == ["quay.en.html", "quay.fr.html", "quay.en.html"]
    assert page.xpath("//*[@id='names' or @id='procedure' or @id='responses' or @id='corrections' or @id='sources']")
    assert "default-src 'none'" in page.xpath("string(//meta[@http-equiv]/@content)")


def test_notes_go_both_ways_and_are_shared(desk: Any, tmp_path: Path) -> None:
    page = html.document_fromstring(write(desk, tmp_path)["quay.en.html"].decode())
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert all(href[1:] in ids for href in page.xpath("//a/@href") if href.startswith("#"))
    assert page.xpath("//a[@class='nref']/text()") == ["1", "2", "1"]
    assert "D0001, 3 April 2022. Reference only." in page.xpath("string(//li[@id='n1'])")


def test_nothing_from_elsewhere(desk: Any, tmp_path: Path) -> None:
    made = write(desk, tmp_path)
    assert not re.search(rb"(?:src|href)=\"(?:https?:)?//", made["quay.en.html"])
    assert b"url(" not in made["story.css"]
    assert b"@import" not in made["story.css"]


def test_evidence_comes_first_and_is_named_in_the_record(desk: Any, tmp_path: Path) -> None:
    names = list(write(desk, tmp_path))
    assert names[:2] == ["evidence.en.json", "evidence.en.csv"]
    assert names[-1] == "quay.en.html"
    rows = json.loads((tmp_path / "evidence.en.json").read_text(encoding="utf-8"))
    assert {row["folio"] for row in rows} == {"D0001", "D0004", None}
    assert all(row["frozen"] == "2024-02-28T17:05:00+00:00" for row in rows)
    assert all(row["published"] == "2024-03-01T06:30:00+01:00" for row in rows)


def test_evidence_is_frozen_now_unless_told(desk: Any, tmp_path: Path) -> None:
    publish(DRAFT, desk, tmp_path, desk.read, desk.picture)
    (row, *_) = json.loads((tmp_path / "evidence.en.json").read_text(encoding="utf-8"))
    assert abs((datetime.now(UTC) - datetime.fromisoformat(row["frozen"])).total_seconds()) < 600


def test_the_page_claims_no_more_than_was_done(desk: Any, tmp_path: Path) -> None:
    page = write(desk, tmp_path)["quay.en.html"].decode()
    assert "compared by a machine with the page it cites; this is not a human judgement" in page


def test_same_bytes_twice(desk: Any, tmp_path: Path) -> None:
    assert write(desk, tmp_path / "a") == write(desk, tmp_path / "b")


def test_a_shown_page_has_no_protected_name(desk: Any, tmp_path: Path) -> None:
    made = write(desk, tmp_path)
    picture = Image.open(io.BytesIO(made["page-d0003.png"]))
    assert picture.mode == "1"
    assert picture.info == {}
    name = next(word for word in desk.layout(desk.locate("D0003")[0].id).words if word.start == 12)
    x, y = int((name.x0 + name.x1) / 2 * picture.width), int((name.y0 + name.y1) / 2 * picture.height)
    assert picture.getpixel((x, y)) == 0
    assert picture.getpixel((picture.width - 2, picture.height - 2)) == 255


def test_no_protected_name_in_any_file(desk: Any, tmp_path: Path) -> None:
    for name, content in write(desk, tmp_path).items():
        assert "talverne" not in name.lower()
        assert b"talverne" not in content.lower()


@pytest.mark.parametrize(
    "change",
    [
        ("They counted 240 crates. [@D0001]", "They counted 240 crates."),
        ("They counted 240 crates. [@D0001]", "Talverne slept. [@D0003]"),
        ("The inquiry is open.", "Bruno T. is free: B. Talverne."),
        ("quay.fr.md", "talverne.fr.md"),
    ],
)
def test_refused_while_something_blocks(desk: Any, tmp_path: Path, change: tuple[str, str]) -> None:
    with pytest.raises(CheckBlocks):
        write(desk, tmp_path, DRAFT.replace(*change))
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "change",
    [
        ('published: "2024-03-01T06:30:00+01:00"\n', ""),
        ("06:30:00+01:00", "06:30:00"),
        ('title: "The crates of the quay"\n', ""),
        ("quay.fr.md", "../../quay.fr.md"),
        ("language: en\n", "language: en\nslug: ../../quay\n"),
        ("language: en\n", "language: ../en\n"),
        ("{language: fr, file: quay.fr.md}", "{language: ../fr}"),
    ],
)
def test_what_the_front_matter_lacks(desk: Any, tmp_path: Path, change: tuple[str, str]) -> None:
    with pytest.raises(WrongUsage):
        write(desk, tmp_path, DRAFT.replace(*change))


def test_markup_in_a_draft_is_text(desk: Any, tmp_path: Path) -> None:
    draft = DRAFT.replace("It's *late*.", "It's <script>alert(1)</script> late.")
    page = write(desk, tmp_path, draft)["quay.en.html"].decode()
    assert "<script>alert" not in page


def test_french_typography(desk: Any, tmp_path: Path) -> None:
    draft = DRAFT.replace("language: en", "language: fr").replace("{language: fr, file: quay.fr.md}", "null")
    draft = draft.replace("It's *late*.", "Tout commence par « des caisses » : où ?")
    page = write(desk, tmp_path, draft)["index.html"].decode()
    assert "«\u00a0des caisses\u00a0»\u00a0: où\u202f?" in page
    assert "vendredi 1er mars 2024, 6\u00a0h\u00a030 (heure de Paris)" in page


def test_a_link_in_the_folder_is_not_written_through(desk: Any, tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("mine", encoding="ascii")
    out = tmp_path / "out"
    out.mkdir()
    (out / "quay.en.html").symlink_to(letter)
    with pytest.raises(OutsideFailed, match="is a link"):
        write(desk, out)
    assert letter.read_text(encoding="ascii") == "mine"
    assert [file.name for file in out.iterdir()] == ["quay.en.html"]


def test_a_file_of_an_earlier_publication_is_looked_at_too(desk: Any, tmp_path: Path) -> None:
    (tmp_path / "evidence.json").write_text('["Bruno Talverne"]', encoding="utf-8")
    with pytest.raises(CheckBlocks, match="lies there already"):
        write(desk, tmp_path)


def test_nothing_pasted_turns_the_writing_round(desk: Any, tmp_path: Path) -> None:
    page = write(desk, tmp_path, DRAFT.replace("It's *late*.", "It is \u202eetal\u202c late."))["quay.en.html"].decode()
    assert "\u202e" not in page


def test_no_name_split_by_markup_gets_through(desk: Any, tmp_path: Path) -> None:
    for split in ("Tal*ver*ne", "Tal<!-- x -->verne", "Tal&#118;erne", "[x](https://p.example/Tal%76erne)"):
        with pytest.raises(CheckBlocks):
            write(desk, tmp_path, DRAFT.replace("It's *late*.", f"It is {split} late."))
