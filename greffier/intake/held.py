"""Files from inside other files, held back until they are whole and allowed: in memory, beyond that on the disk."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from tempfile import SpooledTemporaryFile
from typing import IO, BinaryIO

from greffier.errors import OutsideFailed
from greffier.records import Member

_IN_MEMORY = 16 << 20  # bytes; a temporary file takes what is more


class Held:
    """A context. Takes members in parts; `files` are those that came whole, in their order."""

    def __init__(self) -> None:
        self._file: SpooledTemporaryFile[bytes] = SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115  closed with us
        self._whole: list[tuple[str, int, int]] = []
        self._name: str | None = None
        self._start = 0

    def __enter__(self) -> Held:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def take(self, member: Member) -> None:
        """Take a file or a part of one; of a file that stopped early nothing is kept."""
        end = self._file.seek(0, io.SEEK_END)
        if member.name != self._name:
            self._name, self._start = member.name, end
        with _told():
            self._file.write(member.content)
        if not member.more:
            self._whole.append((member.name, self._start, end + len(member.content)))
            self._name = None

    def files(self) -> Iterator[tuple[str, BinaryIO]]:
        """Hand out the whole files and forget everything."""
        for name, start, end in self._whole:
            yield name, io.BufferedReader(_Slice(self._file, start, end))
        self._whole, self._name = [], None
        self._file.seek(0)
        self._file.truncate()


class _Slice(io.RawIOBase):
    """A part of a file, read as a file of its own."""

    def __init__(self, file: IO[bytes], start: int, end: int) -> None:
        self._file, self._at, self._end = file, start, end

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        self._file.seek(self._at)
        content = self._file.read(min(len(buffer), self._end - self._at))
        buffer[: len(content)] = content
        self._at += len(content)
        return len(content)


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise OutsideFailed("The disk for temporary files is full or cannot be used.") from error
