from __future__ import annotations

import io
import os
import pickle
import subprocess
import sys
import time
from pathlib import Path

import pytest

from greffier.errors import OutsideFailed
from greffier.storing.blobs_folder import STALE_SECONDS, UNFINISHED, FolderBlobs


def unfinished(root: Path) -> list[str]:
    return sorted(file.name for file in (root / UNFINISHED).iterdir())


def test_files_are_sharded_by_their_first_two_digits(tmp_path: Path) -> None:
    sha256, _ = FolderBlobs(tmp_path).put(io.BytesIO(b"a page"))
    assert (tmp_path / sha256[:2] / sha256).read_bytes() == b"a page"
    assert unfinished(tmp_path) == []


def test_what_dead_processes_left_is_swept_and_what_living_ones_write_is_kept(tmp_path: Path) -> None:
    FolderBlobs(tmp_path)
    dead = subprocess.Popen([sys.executable, "-c", ""])
    dead.wait()
    for name in (f"{dead.pid}-abc", "nonsense", f"{os.getpid()}-old", f"{os.getpid()}-young"):
        (tmp_path / UNFINISHED / name).write_bytes(b"half")
    long_ago = time.time() - STALE_SECONDS - 60
    os.utime(tmp_path / UNFINISHED / f"{os.getpid()}-old", (long_ago, long_ago))
    FolderBlobs(tmp_path)
    assert unfinished(tmp_path) == [f"{os.getpid()}-young", "nonsense"]


def test_another_process_may_hold_it(tmp_path: Path) -> None:
    blobs = pickle.loads(pickle.dumps(FolderBlobs(tmp_path)))
    sha256, _ = blobs.put(io.BytesIO(b"from a worker"))
    assert sha256 in FolderBlobs(tmp_path)


def test_many_processes_put_the_same_bytes(tmp_path: Path) -> None:
    program = (
        "import io, sys\nfrom pathlib import Path\nfrom greffier.storing.blobs_folder import FolderBlobs\n"
        "blobs = FolderBlobs(Path(sys.argv[1]))\n"
        "for n in range(60): blobs.put(io.BytesIO(b'%d' % n * 1000))\n"
    )
    processes = [subprocess.Popen([sys.executable, "-c", program, str(tmp_path)]) for _ in range(3)]
    assert [process.wait() for process in processes] == [0, 0, 0]
    blobs = FolderBlobs(tmp_path)
    assert len(list(blobs)) == 60
    assert all(blobs.check(sha256) for sha256 in blobs)
    assert unfinished(tmp_path) == []


def test_foreign_files_in_the_folder_are_passed_over(tmp_path: Path) -> None:
    blobs = FolderBlobs(tmp_path)
    blobs.put(io.BytesIO(b"ours"))
    (tmp_path / "ab").mkdir(exist_ok=True)
    (tmp_path / "ab" / "Thumbs.db").write_bytes(b"")
    assert len(list(blobs)) == 1


def test_a_root_that_is_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "blobs").write_bytes(b"")
    with pytest.raises(OutsideFailed, match="blobs"):
        FolderBlobs(tmp_path / "blobs")


def test_only_what_was_begun_here_is_swept(tmp_path: Path) -> None:
    foreign, ours = tmp_path / "unfinished" / "thesis.odt", tmp_path / "unfinished" / "999999999-abcd_123"
    foreign.parent.mkdir()
    for file in (foreign, ours):
        file.write_bytes(b"x")
    FolderBlobs(tmp_path)
    assert foreign.exists()
    assert not ours.exists()
