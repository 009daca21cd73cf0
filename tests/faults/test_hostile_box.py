"""A box of everything that can be wrong, poured in at once: each file ends in a clear line, the sound one is read."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
from reportlab.pdfgen.canvas import Canvas

import greffier
from greffier.errors import OutsideFailed
from greffier.records import Source
from greffier.storing.blobs_folder import FolderBlobs

# a thousand pages go through the whole line, on whatever runs the tests
pytestmark = [pytest.mark.slow, pytest.mark.timeout(400)]

# what is in the box: how it must end, and a word that the reason must hold
EXPECTED = {
    "empty.pdf": ("broken", "empty"),
    "garbage.pdf": ("broken", "PDF"),
    "locked.pdf": ("refused", "password"),
    "no-pages.pdf": ("broken", "PDF"),
    "many-pages.pdf": ("read", ""),
    "bomb.zip": ("read", ""),
    "climbing.zip": ("read", ""),
    "really-a-pdf.txt": ("read", ""),
    "latin.txt": ("read", ""),
    "program.exe": ("refused", "program"),
    "link.txt": ("refused", "link"),
    "sound.txt": ("read", ""),
}


def blank_pdf(pages: int, text: str = "") -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, invariant=1)
    for number in range(pages):
        canvas.drawString(72, 720, text or f"Feuille {number + 1}")
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def without_pages(content: bytes) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(content)) as document:
        while len(document.pages):
            del document.pages[0]
        document.save(out)
    return out.getvalue()


def locked(content: bytes) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(content)) as document:
        document.save(out, encryption=pikepdf.Encryption(user="u", owner="o"))
    return out.getvalue()


def zipped(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def bomb(archives: int, members: int) -> bytes:
    """Archives in an archive; each member is a megabyte of zeros that no other equals: far more than is allowed."""
    zeros = b"0" * (1 << 20)
    inner = {
        f"{one}.zip": zipped({f"{two}.txt": b"%d %d" % (one, two) + zeros for two in range(members)})
        for one in range(archives)
    }
    return zipped(inner)


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Iterator[greffier.Case]:
    folder = tmp_path_factory.mktemp("hostile")
    box = folder / "box"
    box.mkdir()
    one = blank_pdf(1)
    contents = {
        "empty.pdf": b"",
        "garbage.pdf": b"%PDF-1.7\n" + bytes(range(256)) * 40,
        "locked.pdf": locked(one),
        "no-pages.pdf": without_pages(one),
        "many-pages.pdf": blank_pdf(1_000),
        "bomb.zip": bomb(4, 5),
        "climbing.zip": zipped({"../../escaped.txt": b"Un nom qui grimpe.", "/etc/rooted.txt": b"Un autre nom."}),
        "really-a-pdf.txt": blank_pdf(1, "Un rapport dont le nom ment."),
        "latin.txt": "Déposé à l'écluse, près du chêne.".encode("latin-1"),
        "program.exe": b"MZ" + bytes(600),
        "sound.txt": "Le registre est complet et signé.".encode(),
    }
    for name, content in contents.items():
        (box / name).write_bytes(content)
    (box / "link.txt").symlink_to("/etc/hostname")
    with greffier.open_case(folder / "case", create=True, expanded_mb=8, depth=2) as opened:
        opened.add(box)
        yield opened


def test_every_file_ends_as_it_must_with_a_reason(case: greffier.Case) -> None:
    ended = {Path(source.path).name: source for source in case.all(Source) if source.path.count("/") == 1}
    assert ended.keys() == EXPECTED.keys()
    for name, (status, word) in EXPECTED.items():
        source = ended[name]
        assert source.status == status, f"{name}: {source.status}, {source.reason}"
        assert word.lower() in (source.reason or "").lower(), f"{name}: {source.reason}"
        if status != "read":
            assert (source.reason or "").endswith((".", "?"))


def test_the_account_adds_up_and_the_sound_ones_are_read(case: greffier.Case) -> None:
    assert case.account().adds_up
    assert case.search("registre complet")[0].source == "box/sound.txt"
    assert case.search("écluse chêne")[0].source == "box/latin.txt"
    assert len(case.locate("box/many-pages.pdf")) == 1_000


def test_a_bomb_is_stopped_and_said(case: greffier.Case) -> None:
    inside = [source for source in case.all(Source) if source.path.startswith("box/bomb.zip/")]
    assert any(source.status == "refused" and "expands" in (source.reason or "") for source in inside)
    assert sum(source.bytes for source in inside if source.status == "read") <= 8 << 20


def test_no_member_leaves_its_archive(case: greffier.Case) -> None:
    paths = [source.path for source in case.all(Source) if source.path.startswith("box/climbing.zip")]
    assert len(paths) == 3
    assert not any(".." in path.split("/") for path in paths)
    assert not (case.root.parent / "escaped.txt").exists()


def test_a_draft_that_cites_a_missing_page_is_told_so(case: greffier.Case, tmp_path: Path) -> None:
    draft = tmp_path / "draft.md"
    draft.write_text("Le registre est complet et signé le 3 mai 2023. [@D9999]\n", encoding="utf-8")
    [claim] = case.check(draft).blocking
    assert claim.verdict == "not_found"
    assert any("D9999" in reason for reason in claim.reasons)


def test_a_full_disk_is_said_and_nothing_is_lost(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    box = tmp_path / "box"
    box.mkdir()
    for number in range(3):
        (box / f"{number}.txt").write_text(f"La page numéro {number} du cahier.", encoding="utf-8")
    put, calls = FolderBlobs.put, []

    def full_at_the_third(self: FolderBlobs, stream: io.BufferedIOBase) -> tuple[str, int]:
        calls.append(1)
        if len(calls) == 3:
            raise OutsideFailed("The disk is full.")
        return put(self, stream)  # type: ignore[arg-type]

    with greffier.open_case(tmp_path / "case", create=True) as case:
        with monkeypatch.context() as patched:
            patched.setattr(FolderBlobs, "put", full_at_the_third)
            with pytest.raises(OutsideFailed):
                case.add(box)
        assert case.add(box).files["read"] == 3
        assert case.verify() == []
