"""The demonstration case: rebuilt byte for byte, of the promised size, with every planted quotation on its page."""

from __future__ import annotations

import email
import email.policy
import io
import json
import re
import subprocess
import sys
import zipfile
from importlib import metadata
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent
CASE = ROOT / "greffier" / "cavendish"
FILES = CASE / "files"
TRUTH: dict[str, Any] = json.loads((CASE / "truth.json").read_text(encoding="utf-8"))
PAGES = {
    (document["path"], page): document for document in TRUTH["documents"] for page in range(1, document["pages"] + 1)
}


def anchors(value: Any) -> list[dict[str, Any]]:
    """Every planted quotation, wherever it is in the truth."""
    if isinstance(value, list):
        return [anchor for item in value for anchor in anchors(item)]
    if isinstance(value, dict):
        return [value] if "exact" in value else [anchor for item in value.values() for anchor in anchors(item)]
    return []


def squeeze(text: str) -> str:
    return re.sub(r"[\s\u00a0\u202f]+", " ", text).strip()


def pinned_versions_installed() -> bool:
    pins = re.findall(r"^([\w-]+)==(\S+)$", (ROOT / "demo" / "requirements.txt").read_text(encoding="utf-8"), re.M)
    try:
        return all(metadata.version(name) == version for name, version in pins)
    except metadata.PackageNotFoundError:
        return False


@pytest.mark.skipif(not pinned_versions_installed(), reason="the bytes are promised for demo/requirements.txt only")
def test_rebuilding_gives_the_committed_bytes(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-m", "demo.build", "--out", str(tmp_path)], cwd=ROOT, check=True, timeout=120)
    committed = {path.relative_to(CASE): path.read_bytes() for path in CASE.rglob("*") if path.is_file()}
    rebuilt = {path.relative_to(tmp_path): path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert sorted(map(str, rebuilt)) == sorted(map(str, committed))
    assert [str(path) for path in rebuilt if rebuilt[path] != committed[path]] == []


def test_size_and_page_count() -> None:
    assert sum(path.stat().st_size for path in CASE.rglob("*") if path.is_file()) <= 6_000_000
    assert 60 <= len(PAGES) <= 100


def test_every_file_is_in_the_inventory() -> None:
    outer = {document["path"] for document in TRUTH["documents"] if (FILES / document["path"]).is_file()}
    assert outer == {path.relative_to(FILES).as_posix() for path in FILES.rglob("*") if path.is_file()}


def test_about_a_third_of_the_pages_are_scans_and_a_sixth_is_english() -> None:
    scans = sum(len(document["scanned"]) for document in TRUTH["documents"])
    english = sum(document["language"] == "en" for document in PAGES.values())
    assert 0.25 <= scans / len(PAGES) <= 0.4
    assert 0.13 <= english / len(PAGES) <= 0.22


def test_folios_run_with_one_gap_and_one_number_stamped_twice() -> None:
    stamps = [int(folio[1:]) for document in TRUTH["documents"] for folio in document["folios"]]
    gap = TRUTH["folio_gaps"][0]
    missing = sorted(set(range(1, max(stamps) + 1)) - set(stamps))
    assert missing == list(range(int(gap["first"][1:]), int(gap["last"][1:]) + 1))
    assert sorted(stamp for stamp in set(stamps) if stamps.count(stamp) > 1) == [
        int(TRUTH["folio_duplicates"][0]["folio"][1:])
    ]


def test_the_balance_adds_up_to_what_is_missing() -> None:
    balance = TRUTH["balance"]
    out = [flow for flow in balance["flows"] if not flow.get("transit")]
    assert round(balance["in"] - sum(flow["high"] for flow in out), 1) == balance["missing"]["low"]
    assert round(balance["in"] - sum(flow["low"] for flow in out), 1) == balance["missing"]["high"]


def test_the_duplicate_is_exact_and_the_broken_files_do_not_open() -> None:
    pdfium = pytest.importorskip("pypdfium2")
    for pair in TRUTH["duplicates"]:
        assert (FILES / pair["path"]).read_bytes() == (FILES / pair["of"]).read_bytes()
    for broken in TRUTH["broken"]:
        with pytest.raises(pdfium.PdfiumError):
            pdfium.PdfDocument(FILES / broken["path"])


def test_planted_words_stand_in_the_text_of_born_digital_pages() -> None:
    pdfium = pytest.importorskip("pypdfium2")
    texts: dict[tuple[str, int], str] = {}
    lost = []
    for anchor in anchors(TRUTH):
        key = (anchor["path"], anchor["page"])
        if anchor["page"] in PAGES[key]["scanned"] or not anchor["path"].endswith(".pdf"):
            continue
        if key not in texts:
            page = pdfium.PdfDocument(open_path(anchor["path"]))[anchor["page"] - 1]
            texts[key] = squeeze(page.get_textpage().get_text_range())
        if squeeze(anchor["exact"]) not in texts[key]:
            lost.append((anchor["folio"] or anchor["path"], anchor["exact"]))
    assert lost == []


def open_path(path: str) -> bytes:
    """The bytes of a file, or of a member of an archive or mail."""
    outer = next((FILES / part for part in _prefixes(path) if (FILES / part).is_file()), None)
    assert outer is not None, path
    inner = path[len(outer.relative_to(FILES).as_posix()) + 1 :]
    if not inner:
        return outer.read_bytes()
    if outer.suffix == ".zip":
        with zipfile.ZipFile(io.BytesIO(outer.read_bytes())) as box:
            return box.read(inner)
    mail = email.message_from_bytes(outer.read_bytes(), policy=email.policy.default)
    return next(part.get_content() for part in mail.iter_attachments() if part.get_filename() == inner)


def _prefixes(path: str) -> list[str]:
    parts = path.split("/")
    return ["/".join(parts[:length]) for length in range(1, len(parts) + 1)]


def test_scans_have_no_text_layer() -> None:
    pdfium = pytest.importorskip("pypdfium2")
    for document in TRUTH["documents"]:
        if document["scanned"] and document["path"].endswith(".pdf"):
            pdf = pdfium.PdfDocument(FILES / document["path"])
            assert all(not pdf[number - 1].get_textpage().get_text_range().strip() for number in document["scanned"])


@pytest.mark.parametrize("language", ["fr", "en"])
def test_stories_have_their_faults_and_their_corrections(language: str) -> None:
    draft, ready = f"story.{language}.md", f"story.{language}.ready.md"
    rows = {name: [row for row in TRUTH["stories"] if row["file"] == name] for name in (draft, ready)}
    assert 12 <= len(rows[draft]) <= 25
    wrong = {row["verdict"] for row in rows[draft]} - {"supported", "context"}
    assert wrong == {"contradicted", "attribution_missing", "not_found", "leak", "no_citation"}
    assert {row["verdict"] for row in rows[ready]} <= {"supported", "context"}
    for name in (draft, ready):
        text = (CASE / name).read_text(encoding="utf-8")
        assert all(row["sentence"] in text for row in rows[name])
    assert "arguin" not in (CASE / ready).read_text(encoding="utf-8")


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_citation_of_a_ready_story_names_a_page_of_the_case(language: str) -> None:
    folios = {folio for document in TRUTH["documents"] for folio in document["folios"]}
    names = {f"{document['path'].rsplit('/', 1)[-1]}#p{page}" for (_, page), document in PAGES.items()}
    text = (CASE / f"story.{language}.ready.md").read_text(encoding="utf-8")
    cited = [
        part.lstrip("@").split(' "')[0] for group in re.findall(r"\[(@[^\]]+)\]", text) for part in group.split("; @")
    ]
    assert cited
    assert [name for name in cited if name not in folios | names] == []
