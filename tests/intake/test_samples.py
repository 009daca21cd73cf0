"""Every small file of `samples/` ends as its name says, in the sandbox; where a program is missing, with its name."""

from __future__ import annotations

from pathlib import Path

import pytest

from greffier.contracts import Limits
from greffier.intake import needs
from greffier.intake.receive import receive
from greffier.intake.take import Taking
from greffier.records import Leaf, Source
from greffier.running.isolated import Isolated
from greffier.storing.blobs_folder import FolderBlobs

SAMPLES = sorted((Path(__file__).parent / "samples").iterdir())
NOTE = b"Le 4 mai, Odile compte douze caisses sur le quai.\n"
ARCHIVES = {".7z", ".rar", ".cab", ".cpio", ".ar", ".lzh", ".xar", ".warc", ".zst", ".lz4", ".Z", ".lz"}


@pytest.fixture
def blobs(tmp_path):
    return FolderBlobs(tmp_path / "blobs")


def taken(file: Path, blobs) -> tuple[Source, list[Leaf], list[Source]]:
    taking = Taking(receive(file, file.name, blobs), Isolated(), blobs, Limits(), None)
    leaves = list(taking.leaves(1_000))
    return taking.source, leaves, taking.members


@pytest.mark.parametrize("file", SAMPLES, ids=lambda file: file.name)
def test_each_ends_as_its_name_says(file, blobs):
    source, leaves, members = taken(file, blobs)
    if source.reason and source.reason.endswith((f"needs {needs.LIBREOFFICE}.", f"needs {needs.LIBARCHIVE}.")):
        pytest.skip(source.reason)
    assert source.status == file.name.partition("-")[0]
    assert (source.reason is None) == (source.status == "read")
    if source.status == "read":
        assert leaves or members


@pytest.mark.parametrize(
    "file", [f for f in SAMPLES if f.suffix in ARCHIVES and f.name.startswith("read")], ids=lambda file: file.name
)
def test_an_archive_gives_its_file_as_it_was(file, blobs):
    source, _, members = taken(file, blobs)
    if source.reason:
        pytest.skip(source.reason)
    assert [(member.path, blobs.path(member.sha256).read_bytes()) for member in members] == [
        (f"{file.name}/note.txt", NOTE)
    ]


def test_without_the_library_an_archive_says_what_it_needs(blobs, monkeypatch):
    monkeypatch.setattr(needs, "_LIBRARIES", ())
    from greffier.errors import SourceRefused
    from greffier.intake.archive import Archive

    with pytest.raises(SourceRefused, match="reading it needs libarchive13"):
        list(Archive().open(SAMPLES[0], "x.7z", Limits()))


def test_the_picture_of_a_telephone_is_drawn_from_its_rendition(blobs, tmp_path):
    source, leaves, _ = taken(Path(__file__).parent / "samples" / "read-phone.heic", blobs)
    if source.reason:
        pytest.skip(source.reason)
    again, _, _ = taken(Path(__file__).parent / "samples" / "read-phone.heic", FolderBlobs(tmp_path / "again"))
    assert source.rendition == again.rendition
    assert [(leaf.number, leaf.scanned, round(leaf.width)) for leaf in leaves] == [(1, True, 144)]
    assert blobs.path(source.rendition).read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(("name", "package"), [("x.heic", needs.PI_HEIF), ("x.doc", needs.LIBREOFFICE)])
def test_where_something_is_missing_it_is_named_and_looked_for_again(name, package, blobs, monkeypatch, tmp_path):
    file = tmp_path / name
    file.write_bytes(b"\0\0\0\x18ftypheic" if name.endswith("heic") else b"\xdb\xa5-\0" + bytes(600))
    monkeypatch.setitem(needs._PRESENT, package, lambda: False)
    source, _, _ = taken(file, blobs)
    assert (source.status, source.reason.endswith(f"reading it needs {package}.")) == ("refused", True)
    assert not needs.may_open_now(source)
    monkeypatch.setitem(needs._PRESENT, package, lambda: True)
    assert needs.may_open_now(source)


def test_a_message_of_outlook_is_read_as_mail(blobs):
    source, leaves, members = taken(Path(__file__).parent / "samples" / "read-plain-and-attachments.msg", blobs)
    assert source.media_type == "application/vnd.ms-outlook"
    assert leaves[0].text.splitlines() == [
        "From: Odile Ferrand <odile@quai.example>",
        "To: Yann Kerbrat <yann@quai.example>",
        "Cc: Le quai",
        "Date: Thu, 04 May 2023 02:00:00 +0000",
        "Subject: Caisses",
        "Attachment: pesée.txt",
        "Attachment: Rappel.eml",
        "",
        "Douze caisses sur le quai.",
    ]
    assert [member.path.rpartition("/")[2] for member in members] == ["pesée.txt", "Rappel.eml"]
    assert blobs.path(members[0].sha256).read_bytes() == b"12 kg\n"
    assert b"Subject: Rappel\n" in blobs.path(members[1].sha256).read_bytes()
