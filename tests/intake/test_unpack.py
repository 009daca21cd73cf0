"""Archives give their files under safe names, tell what stays inside, and never expand without bound."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import tarfile

import pytest

from greffier.contracts import Limits
from greffier.errors import SourceBroken, SourceRefused
from greffier.intake.unpack import Compressed, Tar, Zip
from greffier.records import Member


def opened(file, limits=None):
    return list(Zip().open(file, "x.zip", limits or Limits()))


def test_names_cannot_leave_the_archive(untrusted, zipped):
    names = ["../up.txt", "/root.txt", "C:\\drive.txt", "a\\b.txt", "up.txt"]
    members = opened(untrusted(zipped(dict.fromkeys(names, "x"))))
    assert [member.name for member in members] == ["up.txt", "root.txt", "drive.txt", "a/b.txt", "up (2).txt"]


def test_names_without_the_mark_for_utf8(untrusted, zipped):
    for raw in ("été.txt".encode(), "été.txt".encode("cp850")):
        content = zipped({"A" * len(raw): "x"}).replace(b"A" * len(raw), raw)
        assert opened(untrusted(content)) == [Member("été.txt", b"x")]


def test_encrypted_members_are_told_after_the_others(untrusted, zipped):
    content = bytearray(zipped({"a.txt": "secret", "b.txt": "open"}))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.find(signature) + offset] |= 1
    members = []
    with pytest.raises(SourceRefused, match=r"1 of 2 files inside need a password: a\.txt\."):
        members.extend(Zip().open(untrusted(bytes(content)), "x.zip", Limits()))
    assert members == [Member("b.txt", b"open")]


def test_damaged_members_are_told_after_the_others(untrusted, zipped):
    content = zipped({"a.txt": b"A" * 1000, "b.txt": "open"})
    at = content.find(b"a.txt") + 5
    members = []
    with pytest.raises(SourceBroken, match=r"1 of 2 files inside cannot be unpacked: a\.txt\."):
        members.extend(Zip().open(untrusted(content[:at] + b"\xff" * 4 + content[at + 4 :]), "x.zip", Limits()))
    assert members == [Member("b.txt", b"open")]


def test_a_bomb_is_refused_before_it_goes_off(untrusted, zipped):
    with pytest.raises(SourceRefused, match="would expand to 200 MB"):
        opened(untrusted(zipped({"zeros": bytes(200 << 20)})))


def test_more_than_the_limit_is_refused(untrusted, zipped):
    with pytest.raises(SourceRefused, match="would expand"):
        opened(untrusted(zipped({f"{number}": bytes(1 << 20) for number in range(4)})), Limits(expanded_mb=3))
    with pytest.raises(SourceRefused, match="holds 4 files"):
        opened(untrusted(zipped({f"{number}": "x" for number in range(4)})), Limits(members=3))


def test_a_giant_member_comes_in_parts(untrusted, zipped):
    parts = opened(untrusted(zipped({"big": bytes(20 << 20), "small": b"x"})))
    assert [(part.name, len(part.content), part.more) for part in parts] == [
        *[("big", 4 << 20, True)] * 4, ("big", 4 << 20, False), ("small", 1, False),
    ]  # fmt: skip


def test_a_claim_smaller_than_the_truth_is_damage(untrusted, zipped):
    content = bytearray(zipped({"a.txt": b"A" * 5000}))
    for signature, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = content.find(signature) + offset
        content[at : at + 4] = (10).to_bytes(4, "little")
    with pytest.raises(SourceBroken, match="cannot be unpacked"):
        opened(untrusted(bytes(content)))


@pytest.mark.parametrize("content", [b"PK\x03\x04 cut short", b"PK\x05\x06" + bytes(18)])
def test_damaged_and_empty_archives_are_broken(untrusted, content):
    with pytest.raises(SourceBroken):
        opened(untrusted(content))


def test_tar_gives_files_and_passes_over_links(untrusted):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name in ("../a.txt", "b.txt"):
            entry = tarfile.TarInfo(name)
            entry.size = 3
            archive.addfile(entry, io.BytesIO(b"abc"))
        link = tarfile.TarInfo("link")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
    assert list(Tar().open(untrusted(out.getvalue()), "x.tar", Limits())) == [
        Member("a.txt", b"abc"), Member("b.txt", b"abc"),
    ]  # fmt: skip


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress])
@pytest.mark.parametrize(("name", "inner"), [("box/a.txt.gz", "a.txt"), ("a.tgz", "a.tar"), ("noname", "noname")])
def test_single_files_are_unpacked(untrusted, pack, name, inner):
    assert list(Compressed().open(untrusted(pack(b"abc")), name, Limits())) == [Member(inner, b"abc")]


def test_a_gzip_bomb_is_refused(untrusted):
    with pytest.raises(SourceRefused, match="more than 12 MB"):
        list(Compressed().open(untrusted(gzip.compress(bytes(50 << 20))), "x.gz", Limits(expanded_mb=10)))
    with pytest.raises(SourceRefused, match="more than 104 MB"):
        list(Compressed().open(untrusted(gzip.compress(bytes(150 << 20))), "x.gz", Limits()))


def test_cut_short_is_broken(untrusted):
    with pytest.raises(SourceBroken):
        list(Compressed().open(untrusted(gzip.compress(b"abc" * 100)[:-12]), "x.gz", Limits()))
