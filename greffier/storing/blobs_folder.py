"""Bytes in a folder, each file named by the SHA-256 of its content, never changed once it is there."""

from __future__ import annotations

import errno
import hashlib
import os
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkstemp
from typing import BinaryIO

from greffier.errors import OutsideFailed

CHUNK = 1 << 20  # bytes read at a time
UNFINISHED = "unfinished"  # the folder of what is being written
STALE_SECONDS = 24 * 3600  # an unfinished file older than this belongs to nobody, whatever its process id says

_UNFINISHED = re.compile(r"\A[0-9]+-\w+")
_SHA256 = re.compile("[0-9a-f]{64}")


class FolderBlobs:
    """`ROOT/ab/abcd…`: sharded by the first two digits, so that no folder grows beyond what tools can list."""

    def __init__(self, root: Path) -> None:
        self._root = Path(root)
        self._unfinished = self._root / UNFINISHED
        with _told(self._root):
            self._unfinished.mkdir(parents=True, exist_ok=True)
            _sweep(self._unfinished)

    def put(self, stream: BinaryIO) -> tuple[str, int]:
        hashed, size = hashlib.sha256(), 0
        with self._begun() as (descriptor, unfinished):
            while chunk := stream.read(CHUNK):  # an error of the stream is the caller's, and not told as ours
                hashed.update(chunk)
                size += len(chunk)
                with _told(self._root):
                    _write(descriptor, chunk)
            sha256 = hashed.hexdigest()
            if sha256 not in self:
                with _told(self._root):
                    os.fsync(descriptor)
                    self._settle(unfinished, sha256)
        return sha256, size

    @contextmanager
    def _begun(self) -> Iterator[tuple[int, Path]]:
        """A file that is being written; it is gone afterwards, unless it was given its name."""
        with _told(self._root):
            descriptor, name = mkstemp(prefix=f"{os.getpid()}-", dir=self._unfinished)
        try:
            yield descriptor, Path(name)
        finally:
            os.close(descriptor)
            Path(name).unlink(missing_ok=True)

    def _settle(self, unfinished: Path, sha256: str) -> None:
        """Give a whole file its name; of two processes that put the same bytes, the second replaces the first."""
        file = self._file(sha256)
        file.parent.mkdir(exist_ok=True)
        unfinished.chmod(0o400)
        unfinished.replace(file)
        for folder in (file.parent, self._root):
            _sync(folder)

    def path(self, sha256: str) -> Path:
        file = self._file(sha256)
        if not file.is_file():
            raise KeyError(sha256)
        return file

    def _file(self, sha256: str) -> Path:
        if not _SHA256.fullmatch(sha256):  # a hash out of a record must never name a file outside
            raise KeyError(sha256)
        return self._root / sha256[:2] / sha256

    def __contains__(self, sha256: object) -> bool:
        return isinstance(sha256, str) and bool(_SHA256.fullmatch(sha256)) and self._file(sha256).is_file()

    def __iter__(self) -> Iterator[str]:
        for shard in sorted(self._root.glob("[0-9a-f][0-9a-f]")):
            yield from sorted(file.name for file in shard.iterdir() if _SHA256.fullmatch(file.name))

    def check(self, sha256: str) -> bool:
        if sha256 not in self:
            return False
        with _told(self._root), self._file(sha256).open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest() == sha256


def _write(descriptor: int, chunk: bytes) -> None:
    """Write all of a chunk: the system may take only a part at a time."""
    left = memoryview(chunk)
    while left:
        left = left[os.write(descriptor, left) :]


def _sync(folder: Path) -> None:
    """Make the names in a folder durable."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _sweep(folder: Path) -> None:
    """Remove what killed processes left unfinished."""
    for file in folder.iterdir():
        if not _UNFINISHED.fullmatch(file.name):  # the folder is one that a setting names: what we did not make stays
            continue
        try:
            if time.time() - file.stat().st_mtime > STALE_SECONDS or not _alive(file.name.partition("-")[0]):
                file.unlink()
        except FileNotFoundError:
            continue  # its own process finished it meanwhile


def _alive(process: str) -> bool:
    try:
        os.kill(int(process), 0)
    except (ProcessLookupError, ValueError, OverflowError):
        return False
    except PermissionError:
        return True
    return True


@contextmanager
def _told(root: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        full = error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
        told = "the disk is full" if full else (error.strerror or str(error))
        raise OutsideFailed(f"The folder {root.name} of the case cannot be used: {told}.") from error
