"""What comes out of an archive, counted while it is unpacked: more than the limit is refused, and so is a bomb."""

from __future__ import annotations

from pathlib import Path

from greffier.contracts import Limits
from greffier.errors import SourceRefused
from greffier.records import Readable

MIB = 1 << 20
BOMB_RATIO, BOMB_MIB = 250, 100  # text packs to a twentieth at best; a bomb to a thousandth


class Meter:
    """Counts the bytes and files of one archive."""

    def __init__(self, untrusted_path: Path, limits: Limits) -> None:
        self._packed = max(1, untrusted_path.stat().st_size)
        self._limits = limits
        self._bytes = self._files = 0

    def read(self, untrusted_stream: Readable) -> Readable:
        """The stream of one more file, which stops with SourceRefused where it becomes too much."""
        self._files += 1
        if self._files > self._limits.members:
            raise SourceRefused(f"The archive holds more than {self._limits.members} files; those before are kept.")
        return _Counted(untrusted_stream, self)

    def add(self, count: int) -> None:
        """Count bytes. SourceRefused where they become too many."""
        self._bytes += count
        if self.too_much(self._bytes):
            expanded, packed = self._bytes // MIB, max(1, self._packed // 1024)
            raise SourceRefused(f"The archive expands to more than {expanded} MB from {packed} kB.")

    def too_much(self, count: int) -> bool:
        """Whether so many bytes are more than an archive of this size may expand to."""
        bomb = count > BOMB_MIB * MIB and count / self._packed > BOMB_RATIO
        return bomb or count > self._limits.expanded_mb * MIB


class _Counted:
    def __init__(self, untrusted_stream: Readable, meter: Meter) -> None:
        self._stream, self._meter = untrusted_stream, meter

    def read(self, size: int, /) -> bytes:
        content = self._stream.read(size)
        self._meter.add(len(content))
        return content
