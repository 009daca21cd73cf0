"""A long file is opened stretch by stretch: nothing is lost, counted twice or held in memory whole."""

from __future__ import annotations

import io
import itertools
import zipfile
from dataclasses import replace

import pikepdf
import pytest
from reportlab.pdfgen.canvas import Canvas

import greffier
from greffier import line, paging, steps
from greffier.contracts import Work
from greffier.records import Identified, Leaf, Lost, Page, Rest, Source
from greffier.running.isolated import Isolated
from greffier.running.serial import Serial
from greffier.work import Tools
from greffier.writing.rows import Rows


@pytest.fixture(autouse=True)
def short(monkeypatch):
    monkeypatch.setattr(paging, "STRETCH", 3)


def pdf(pages: int) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, invariant=1)
    for number in range(1, pages + 1):
        canvas.drawString(72, 720, f"La feuille numéro {number} du dossier de la fruiterie.")
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def with_attachment(content: bytes) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(content)) as document:
        document.attachments["note.txt"] = b"La note jointe au dossier."
        document.save(out, deterministic_id=True)
    return out.getvalue()


def opened(folder, file, content):
    path = folder / file
    path.write_bytes(content)
    return greffier.open_case(folder / "case", create=True, runner="serial"), path


@pytest.mark.parametrize("pages", [2, 3, 4, 6, 7])
def test_every_page_is_there_once_and_the_account_adds_up(tmp_path, pages):
    case, path = opened(tmp_path, "long.pdf", with_attachment(pdf(pages)))
    account = case.add(path)
    numbers = sorted(page.number for page in case.all(Page) if page.source == case.locate("long.pdf#p1")[0].source)
    assert numbers == list(range(1, pages + 1))
    assert account.adds_up
    assert account.files["read"] == 2  # the file and its attachment, once
    assert {source.status for source in case.all(Source)} == {"read"}


def test_a_table_goes_on_where_it_stopped(tmp_path):
    rows = "".join(f"{number};Quai {number % 9};{number * 3} kg\n" for number in range(2_000))
    case, path = opened(tmp_path, "table.csv", ("numéro;lieu;poids\n" + rows).encode())
    account = case.add(path)
    assert account.adds_up
    told = "\n".join(page.text for page in sorted(case.all(Page), key=lambda page: page.number))
    assert all(f"{number} | Quai" in told for number in range(2_000))


def test_a_damaged_end_keeps_the_pages_before_it(tmp_path):
    case, path = opened(tmp_path, "cut.pdf", pdf(8)[:-900])
    account = case.add(path)
    assert account.adds_up
    [source] = case.all(Source)
    assert source.status in ("broken", "read")
    assert source.pages == account.pages >= 3


def test_stopping_after_any_stretch_and_going_on_gives_the_same_case(tmp_path):
    whole, path = opened(tmp_path, "long.pdf", pdf(10))
    whole.add(path)
    wanted = sorted(page.id for page in whole.all(Page))
    for stop in itertools.count(1):
        (tmp_path / str(stop)).mkdir()
        case, path = opened(tmp_path / str(stop), "long.pdf", pdf(10))
        if not stopped(case, path, stop):
            break
        assert case.account().waiting
        case.add()
        assert sorted(page.id for page in case.all(Page)) == wanted
        assert case.account().adds_up
    assert stop == 4  # there are three places to stop at between four stretches


def stopped(case, path, after: int) -> bool:
    """Add a file and give up at the start of the opening that follows `after` others; whether it came to that."""
    started = []

    def tell(progress):
        if progress.step == "open" and progress.done == 0:
            started.append(progress)
            if len(started) > after:
                raise KeyboardInterrupt

    try:
        case.add(path, progress=tell)
    except KeyboardInterrupt:
        return True
    return False


@pytest.mark.slow
def test_what_a_long_file_expands_to_is_counted_over_all_its_stretches(tmp_path):
    path = tmp_path / "wide.csv"
    path.write_bytes(("a;b;c\n" + f"1;2;{'x' * 9_000}\n" * 300).encode())
    case = greffier.open_case(tmp_path / "small", create=True, runner="serial", expanded_mb=2)
    account = case.add(path)
    [source] = case.all(Source)
    assert source.status == "refused"
    assert "more than" in source.reason
    assert list(case.all(Rest))
    assert account.adds_up


class Damaged:
    """A format whose third and fifth pages cannot be read."""

    def open(self, untrusted_path, name, limits):
        for number in range(1, 9):
            told = f"La feuille numéro {number} du dossier."
            yield Lost(number, "It is torn.") if number in (3, 5) else Leaf(number, told, 0, 0)


def test_pages_that_cannot_be_read_are_counted_and_named_across_stretches(tmp_path, monkeypatch):
    monkeypatch.setattr(Isolated, "run", lambda self, task, path, arguments, limits: opening(path, arguments, limits))
    case, path = opened(tmp_path, "torn.txt", b"Un texte.")
    line_of_opening(case, path)
    [source] = case.all(Source)
    assert (source.status, source.pages, source.lost) == ("broken", 6, 2)
    assert "2 of its 8 pages" in source.reason
    account = case.account()
    assert account.pages_seen == {"read": 6, "duplicate": 0, "broken": 2, "refused": 0}
    assert sorted(failure.page for failure in account.failures if failure.page) == [3, 5]
    assert account.adds_up


def opening(path, arguments, limits):
    yield Identified("text/plain")
    for record in Damaged().open(path, "torn.txt", limits):
        if record.number >= limits.first:
            yield record


def line_of_opening(case, path):
    """Receive and open, and nothing after."""
    case._receive([path], lambda _: None)
    tools = Tools(case.settings, case.blobs, case.sandbox)
    while line.weigh(case.records, tools):
        line.run(steps.PIPELINE[0], case.records, Serial(), tools, lambda _: None, 1)


def test_pages_of_a_duplicate_are_counted_as_such(tmp_path):
    case, path = opened(tmp_path, "one.pdf", pdf(4))
    (tmp_path / "two.pdf").write_bytes(path.read_bytes())
    account = case.add(path, tmp_path / "two.pdf")
    assert account.pages_seen == {"read": 4, "duplicate": 4, "broken": 0, "refused": 0}


def test_two_files_of_one_path_stay_apart_and_adding_them_again_adds_nothing(tmp_path):
    case = greffier.open_case(tmp_path / "case", create=True, runner="serial")
    for number in (1, 2, 3):
        box = tmp_path / str(number) / "box"
        box.mkdir(parents=True)
        (box / "note.txt").write_text(f"La note {number % 2} du quai.")
        case.add(box)
    for number in (1, 2):
        case.add(tmp_path / str(number) / "box")
    assert sorted(source.path for source in case.all(Source)) == ["box/note (2).txt", "box/note.txt"]
    assert case.verify() == []


def test_a_duplicate_is_exported_with_the_media_type_of_its_file(tmp_path):
    case, path = opened(tmp_path, "one.pdf", pdf(1))
    (tmp_path / "two.pdf").write_bytes(path.read_bytes())
    case.add(path, tmp_path / "two.pdf")
    assert {row["media_type"] for row in map(Rows(case).source, case.all(Source))} == {"application/pdf"}


def test_verify_knows_what_a_program_made_of_a_file(tmp_path):
    case, path = opened(tmp_path, "one.pdf", pdf(1))
    case.add(path)
    stray, _ = case.blobs.put(io.BytesIO(b"nobody's"))
    assert any(stray in told for told in case.verify())
    [source] = case.all(Source)
    case.records.finish(Work("test", 1, "x", ""), [replace(source, rendition=stray)], by="x", at="2026-01-01T00:00:00Z")
    assert not any(stray in told for told in case.verify())


def test_two_members_that_come_to_one_path_are_both_counted(tmp_path):
    inner, outer = io.BytesIO(), io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("a.txt", "La même note.")
    with zipfile.ZipFile(outer, "w") as archive:
        archive.writestr("x.zip", inner.getvalue())
        archive.writestr("x.zip/a.txt", "La même note.")
    case, path = opened(tmp_path, "box.zip", outer.getvalue())
    account = case.add(path)
    assert account.files == {"read": 3, "duplicate": 1, "broken": 0, "refused": 0}
    assert account.adds_up
    assert case.verify() == []
