"""A disk that is full: what was stored stays whole, the error says so, and with room the same work goes through."""

from __future__ import annotations

import hashlib
import io
import os
import resource
import signal
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from greffier.auditing.log import catch_up, chain, read_log
from greffier.auditing.verify import verify
from greffier.contracts import Work
from greffier.errors import OutsideFailed
from greffier.records import Page, Sheet
from greffier.storing.blobs_folder import UNFINISHED, FolderBlobs
from greffier.storing.index_tantivy import TantivyIndex
from greffier.storing.records_sql import SqlRecords

SIGNED = {"by": "nadia", "at": "2026-05-04T10:00:00Z"}
MEBIBYTE = 1 << 20


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of two mebibytes."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(folder)], capture_output=True)
    if mounted.returncode:
        pytest.skip("this machine lets nobody mount a small disk")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


def fill(disk: Path, left: int = 0) -> Path:
    """Take all the room but so many bytes, with a file that can be deleted."""
    ballast = disk / "ballast"
    with ballast.open("wb") as file:
        free = os.statvfs(disk)
        file.write(b"\0" * max(0, free.f_bavail * free.f_frsize - left))
    return ballast


def some(step: str, count: int) -> tuple[Work, list[Sheet]]:
    return Work(step, 1, "s1", ""), [Sheet(f"{step}{number:05}", "s1", number) for number in range(count)]


def test_a_blob_is_stored_whole_or_not_at_all(disk: Path) -> None:
    blobs = FolderBlobs(disk / "blobs")
    kept, _ = blobs.put(io.BytesIO(b"kept"))
    large = os.urandom(4 * MEBIBYTE)
    with pytest.raises(OutsideFailed, match="disk is full"):
        blobs.put(io.BytesIO(large))
    assert list(blobs) == [kept]
    assert blobs.check(kept)
    assert list((disk / "blobs" / UNFINISHED).iterdir()) == []
    assert hashlib.sha256(large).hexdigest() not in blobs


def test_records_are_stored_whole_or_not_at_all(disk: Path) -> None:
    records = SqlRecords(f"sqlite:///{disk}/case.db", chain)
    records.finish(*some("open", 10), **SIGNED)
    before = records.version()
    ballast = fill(disk, left=40_000)
    with pytest.raises(OutsideFailed, match=r"disk is full|cannot be read or written"):
        records.finish(*some("read", 3000), **SIGNED)
    assert (records.count(Sheet), records.version()) == (10, before)
    ballast.unlink()
    records.finish(*some("read", 2000), **SIGNED)
    assert records.count(Sheet) == 2010
    records.close()


def test_the_log_is_caught_up_when_there_is_room_again(disk: Path, tmp_path: Path) -> None:
    records = SqlRecords(f"sqlite:///{tmp_path}/case.db", chain)
    records.finish_many([(Work("open", 1, f"s{number}", ""), []) for number in range(400)], **SIGNED)
    file = disk / "audit.log"
    ballast = fill(disk, left=20_000)
    with pytest.raises(OutsideFailed, match="disk is full"):
        catch_up(records, file)
    assert len(list(read_log(file))) < 400
    ballast.unlink()
    catch_up(records, file)
    assert list(read_log(file)) == list(records.acts())
    assert verify(records, FolderBlobs(tmp_path / "blobs"), file) == []
    records.close()


def test_the_index_says_so_and_is_filled_when_there_is_room_again(disk: Path) -> None:
    index = TantivyIndex(disk / "index")
    index.update([page(0)])
    ballast = fill(disk, left=100_000)
    with pytest.raises(OutsideFailed):
        index.update(page(number) for number in range(1, 400))
    ballast.unlink()
    held = TantivyIndex(disk / "index")
    held.update(page(number) for number in range(30))
    assert held.pages() >= {f"p{number}" for number in range(30)}
    assert [id for id, _ in held.search("quai17", 5)] == ["p17"]


def page(number: int) -> Page:
    text = f"quai{number} " + os.urandom(3000).hex(" ", 4)
    return Page(f"p{number}", "s1", number, None, "born_digital", "A", None, text, "", 0.0, 0.0)


# --- the same by a limit on the size of files, where no disk can be mounted ---------------------------------------


def limited(work: Callable[[], None]) -> int:
    """Do something in a process that can write no file beyond half a mebibyte; 0 when it said so as it should."""
    child = os.fork()
    if child == 0:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (MEBIBYTE // 2, MEBIBYTE // 2))
        try:
            work()
        except OutsideFailed:
            os._exit(0)
        finally:
            os._exit(1)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def test_a_blob_beyond_the_limit(tmp_path: Path) -> None:
    FolderBlobs(tmp_path)
    assert limited(lambda: FolderBlobs(tmp_path).put(io.BytesIO(os.urandom(MEBIBYTE))) and None) == 0
    assert list(FolderBlobs(tmp_path)) == []
    assert list((tmp_path / UNFINISHED).iterdir()) == []


def test_records_beyond_the_limit(tmp_path: Path) -> None:
    def work() -> None:
        SqlRecords(f"sqlite:///{tmp_path}/case.db", chain).finish(*some("read", 20_000), **SIGNED)

    assert limited(work) == 0
    records = SqlRecords(f"sqlite:///{tmp_path}/case.db", chain)
    assert (records.count(Sheet), records.version()) == (0, "")
    records.finish(*some("read", 20_000), **SIGNED)
    assert records.count(Sheet) == 20_000
    records.close()


def test_a_log_beyond_the_limit(tmp_path: Path) -> None:
    records = SqlRecords(f"sqlite:///{tmp_path}/case.db", chain)
    records.finish_many([(Work("open", 1, f"s{number}", ""), []) for number in range(2500)], **SIGNED)
    records.close()
    file = tmp_path / "audit.log"

    def work() -> None:
        catch_up(SqlRecords(f"sqlite:///{tmp_path}/case.db", chain), file)

    assert limited(work) == 0
    again = SqlRecords(f"sqlite:///{tmp_path}/case.db", chain)
    catch_up(again, file)
    assert list(read_log(file)) == list(again.acts())
    again.close()
