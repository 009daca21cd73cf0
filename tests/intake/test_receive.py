"""Files come in whole and in order; a bad one comes in with its reason; a full disk stops everything."""

from __future__ import annotations

import errno
import hashlib
import os
import socket
from pathlib import Path

import pytest

from greffier.errors import OutsideFailed, SourceBroken, WrongUsage
from greffier.intake import receive as module
from greffier.intake.receive import receive, receive_member, walk
from greffier.records import Source, digest


class Blobs:
    """The least that a blob store can be."""

    def __init__(self):
        self.held = {}

    def put(self, stream):
        content = stream.read()
        sha256 = hashlib.sha256(content).hexdigest()
        self.held[sha256] = content
        return sha256, len(content)


@pytest.fixture
def blobs():
    return Blobs()


def make(folder: Path, *names: str) -> None:
    for name in names:
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(name)


def names(*paths: Path) -> list[str]:
    return [name for _, name in walk(paths)]


def test_a_folder_gives_its_files_in_the_order_of_their_paths(tmp_path):
    make(tmp_path / "boxes", "b.pdf", "a/z.txt", "a.txt", "a-b/c.txt", ".hidden/x.txt")
    told = names(tmp_path / "boxes")
    assert told == sorted(told)
    assert told == ["boxes/.hidden/x.txt", "boxes/a-b/c.txt", "boxes/a.txt", "boxes/a/z.txt", "boxes/b.pdf"]


def test_a_file_gives_its_name(tmp_path):
    make(tmp_path, "deep/down/a.txt")
    assert names(tmp_path / "deep/down/a.txt") == ["a.txt"]


def test_the_current_folder_has_its_own_name(tmp_path, monkeypatch):
    make(tmp_path / "boxes", "a.txt")
    monkeypatch.chdir(tmp_path / "boxes")
    assert names(Path()) == ["boxes/a.txt"]


def test_case_folders_are_passed_over(tmp_path):
    make(tmp_path / "boxes", ".greffier/case.db", "a.txt", "sub/.greffier/blobs/x")
    assert names(tmp_path / "boxes") == ["boxes/a.txt"]


def test_the_same_file_comes_once_and_the_same_name_twice_is_told_apart(tmp_path):
    make(tmp_path, "one/a.txt", "two/a.txt")
    one, two = tmp_path / "one/a.txt", tmp_path / "two/a.txt"
    assert names(one, one, two) == ["a.txt", "a (2).txt"]


def test_a_path_that_is_not_there_is_wrong_usage(tmp_path):
    with pytest.raises(WrongUsage, match="no file or folder"):
        names(tmp_path / "gone")


def test_names_that_are_no_text_are_shown_and_told_apart(tmp_path):
    for raw in (b"caf\xe9.txt", b"caf\xea.txt", b"line\nend\xe2\x80\xaefdp.txt"):
        (tmp_path / os.fsdecode(raw)).write_text("x")
    told = names(tmp_path)
    assert len(set(told)) == 3
    assert all(name.isprintable() for name in told)
    assert sum(name.endswith(".txt") for name in told) == 3


def test_a_file_is_kept_whole(tmp_path, blobs):
    make(tmp_path, "a.txt")
    source = receive(tmp_path / "a.txt", "boxes/a.txt", blobs)
    sha256 = hashlib.sha256(b"a.txt").hexdigest()
    assert blobs.held == {sha256: b"a.txt"}
    expected = digest("source", "boxes/a.txt", sha256)
    assert source == Source(expected, "boxes/a.txt", sha256, "application/octet-stream", 5, "waiting")


def test_an_empty_file_is_broken(tmp_path, blobs):
    (tmp_path / "empty").touch()
    source = receive(tmp_path / "empty", "empty", blobs)
    assert (source.status, source.reason) == ("broken", "The file is empty.")


def test_links_pipes_and_sockets_are_refused(tmp_path, blobs):
    make(tmp_path, "a.txt")
    (tmp_path / "link").symlink_to(tmp_path / "a.txt")
    (tmp_path / "folder").symlink_to(tmp_path)
    os.mkfifo(tmp_path / "pipe")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "socket"))
        sources = {name: receive(file, name, blobs) for file, name in walk([tmp_path])}
    status = {name.partition("/")[2]: (source.status, source.reason) for name, source in sources.items()}
    assert status["link"] == ("refused", "A link; add the file that it points to.")
    assert status["folder"] == status["link"]
    assert status["pipe"] == status["socket"] == ("refused", "Not a file but a device, a pipe or a socket.")
    assert status["a.txt"][0] == "waiting"


def test_a_link_that_somebody_names_is_followed(tmp_path, blobs):
    make(tmp_path, "real/a.txt")
    (tmp_path / "boxes").symlink_to(tmp_path / "real")
    [(file, name)] = walk([tmp_path / "boxes"])
    assert (name, receive(file, name, blobs).status) == ("boxes/a.txt", "waiting")


def test_a_file_that_vanished_is_broken(tmp_path, blobs):
    source = receive(tmp_path / "gone", "gone", blobs)
    assert (source.status, source.sha256) == ("broken", "")
    assert "vanished" in source.reason


@pytest.mark.parametrize(("number", "told"), [(errno.EACCES, "permissions"), (errno.EIO, "Input/output error")])
def test_a_file_that_cannot_be_read_is_broken(tmp_path, blobs, monkeypatch, number, told):
    make(tmp_path, "a.txt")

    def failing(*_):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(module.os, "open", failing)
    source = receive(tmp_path / "a.txt", "a.txt", blobs)
    assert source.status == "broken"
    assert told in source.reason
    assert str(tmp_path) not in source.reason


def test_a_folder_that_cannot_be_listed_is_broken(tmp_path, blobs, monkeypatch):
    make(tmp_path, "locked/a.txt")
    scan = os.scandir

    def failing(path):
        if str(path).endswith("locked"):
            raise PermissionError(errno.EACCES, "no")
        return scan(path)

    monkeypatch.setattr(module.os, "scandir", failing)
    [(file, name)] = walk([tmp_path])
    source = receive(file, name, blobs)
    assert (source.status, source.path) == ("broken", f"{tmp_path.name}/locked")


class Growing(Blobs):
    """A store during whose first `times` copies the file changes."""

    def __init__(self, file, times):
        super().__init__()
        self.file, self.times = file, times

    def put(self, stream):
        stored = super().put(stream)
        if self.times:
            self.times -= 1
            with self.file.open("a") as growing:
                growing.write("more")
        return stored


def test_a_file_that_changed_once_is_copied_again(tmp_path):
    make(tmp_path, "log")
    source = receive(tmp_path / "log", "log", Growing(tmp_path / "log", 1))
    assert (source.status, source.bytes) == ("waiting", 7)


def test_a_file_that_keeps_changing_is_broken(tmp_path):
    make(tmp_path, "log")
    source = receive(tmp_path / "log", "log", Growing(tmp_path / "log", 9))
    assert source.status == "broken"
    assert "changed" in source.reason


def test_a_full_disk_stops_everything(tmp_path):
    make(tmp_path, "a.txt")

    class Full:
        def put(self, stream):
            stream.read(1)
            raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(OutsideFailed, match="disk of the case is full"):
        receive(tmp_path / "a.txt", "a.txt", Full())


def test_an_error_while_reading_is_the_fault_of_the_file(tmp_path):
    """Reading what is open for writing only fails as a bad sector does: at the first byte."""
    make(tmp_path, "a.txt")
    number = os.open(tmp_path / "a.txt", os.O_WRONLY)
    with module._UntrustedFile(number) as stream, pytest.raises(SourceBroken, match="cannot be read"):
        stream.readinto(bytearray(10))


def test_a_member_lies_below_its_parent_whatever_its_name(tmp_path):
    parent = Source("parent", "box.zip", "00", "application/zip", 10, "waiting")
    source = receive_member("../../etc/passwd", "11", 3, parent)
    assert (source.path, source.parent, source.status) == ("box.zip/etc/passwd", "parent", "waiting")
    assert receive_member("a", "22", 0, parent).reason == "The file is empty."


def test_a_file_of_holes_is_refused(tmp_path, blobs):
    hollow = tmp_path / "disk.img"
    with hollow.open("wb") as file:
        file.truncate(3 << 30)
    source = receive(hollow, "disk.img", blobs)
    assert source.status == "refused"
    assert "claims 3072 MB" in (source.reason or "")
    assert blobs.held == {}
