"""Archives: the files inside, in memory, under safe names, as long as they are not too much."""

from __future__ import annotations

import bz2
import gzip
import lzma
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import IO

from greffier.contracts import Limits
from greffier.errors import SourceBroken, SourceRefused
from greffier.intake.naming import Names
from greffier.records import Leaf, Member

DAMAGE = (zipfile.BadZipFile, tarfile.TarError, zlib.error, lzma.LZMAError, EOFError, OSError, ValueError)
UNSUPPORTED = (NotImplementedError, RuntimeError)  # a way of packing that Python does not know, a password
_MIB = 1 << 20
_BOMB_RATIO, _BOMB_MIB = 250, 100  # text packs to a twentieth at best; a bomb to a thousandth
_ENCRYPTED_FLAG = 1


class Zip:
    """Opens zip archives."""

    def open(self, untrusted_path: Path, name: str, limits: Limits) -> Iterator[Leaf | Member]:
        """Yield the files inside that can be unpacked, then raise SourceBroken or SourceRefused for the others."""
        archive = open_zip(untrusted_path, limits)
        entries = [entry for entry in archive.infolist() if not entry.is_dir()]
        if not entries:
            raise SourceBroken("The archive is empty.")
        names, lost = Names(), _Lost(len(entries))
        for entry in entries:
            member = names.safe(_decoded(entry))
            if entry.flag_bits & _ENCRYPTED_FLAG:
                lost.encrypted.append(member)
                continue
            try:
                content = archive.read(entry)
            except (*DAMAGE, *UNSUPPORTED):
                lost.broken.append(member)
            else:
                yield Member(member, content)
        lost.tell()


class Tar:
    """Opens tar archives."""

    def open(self, untrusted_path: Path, name: str, limits: Limits) -> Iterator[Leaf | Member]:
        """Yield the files inside; links and devices are passed over. SourceBroken when the archive stops early."""
        names, count = Names(), 0
        try:
            with tarfile.open(untrusted_path, "r:") as archive:
                for entry in archive:
                    stream = archive.extractfile(entry) if entry.isreg() else None
                    if stream is not None:
                        count += 1
                        yield Member(names.safe(entry.name), _bounded(stream, limits))
        except DAMAGE as error:
            raise SourceBroken(f"The archive is damaged: it stops after {count} files.") from error
        if count == 0:
            raise SourceBroken("The archive is empty.")


class Compressed:
    """Opens files compressed one by one: gzip, bzip2, xz."""

    def open(self, untrusted_path: Path, name: str, limits: Limits) -> Iterator[Leaf | Member]:
        """Yield the file inside, named as this one without its ending."""
        path = PurePosixPath(name)
        inner = path.stem + ".tar" if path.suffix in (".tgz", ".tbz2", ".txz") else path.stem
        try:
            with _unpacking(untrusted_path) as stream:
                content = _bounded(stream, limits)
        except DAMAGE as error:
            raise SourceBroken("The archive is damaged: it cannot be unpacked.") from error
        yield Member(Names().safe(inner), content)


def _unpacking(untrusted_path: Path) -> gzip.GzipFile | bz2.BZ2File | lzma.LZMAFile:
    with untrusted_path.open("rb") as stream:
        start = stream.read(2)
    if start == b"BZ":
        return bz2.BZ2File(untrusted_path)
    return lzma.LZMAFile(untrusted_path) if start == b"\xfd7" else gzip.GzipFile(untrusted_path)


class _Lost:
    """The members of an archive that stay inside, and the sentence about them."""

    def __init__(self, count: int) -> None:
        self.encrypted: list[str] = []
        self.broken: list[str] = []
        self._count = count

    def tell(self) -> None:
        """Raise when there are any."""
        if self.broken:
            raise SourceBroken(f"{self._some(self.broken)} inside cannot be unpacked: {_listed(self.broken)}.")
        if self.encrypted:
            raise SourceRefused(f"{self._some(self.encrypted)} inside need a password: {_listed(self.encrypted)}.")

    def _some(self, names: list[str]) -> str:
        return f"{len(names)} of {self._count} files"


def _listed(names: list[str]) -> str:
    return ", ".join(names[:3]) + (" and others" if len(names) > 3 else "")


def open_zip(untrusted_path: Path, limits: Limits) -> zipfile.ZipFile:
    """Open a zip whose files do not come to too much. SourceBroken, SourceRefused."""
    try:
        archive = zipfile.ZipFile(untrusted_path)
    except (*DAMAGE, *UNSUPPORTED) as error:
        raise SourceBroken("The archive is damaged: it cannot be opened.") from error
    entries = archive.infolist()
    claimed = sum(entry.file_size for entry in entries)
    packed = max(1, untrusted_path.stat().st_size)
    if len(entries) > limits.members:
        raise SourceRefused(f"The archive holds {len(entries)} files; the limit is {limits.members}.")
    if claimed > limits.expanded_mb * _MIB or (claimed > _BOMB_MIB * _MIB and claimed / packed > _BOMB_RATIO):
        raise SourceRefused(f"The archive would expand to {claimed // _MIB} MB from {max(1, packed // 1024)} kB.")
    largest = max((entry.file_size for entry in entries), default=0)
    if largest > _most(limits):
        raise SourceRefused(
            f"A file in the archive takes {largest // _MIB} MB; the limit is {_most(limits) // _MIB} MB."
        )
    return archive


def _most(limits: Limits) -> int:
    """Bytes that one file inside may have: it is held in memory twice, as it is and on its way out."""
    return limits.memory_mb * _MIB // 4


def _bounded(stream: IO[bytes] | gzip.GzipFile | bz2.BZ2File | lzma.LZMAFile, limits: Limits) -> bytes:
    content = stream.read(_most(limits) + 1)
    if len(content) > _most(limits):
        raise SourceRefused(f"A file in the archive takes more than {_most(limits) // _MIB} MB.")
    return content


def _decoded(entry: zipfile.ZipInfo) -> str:
    """The name of an entry; without the mark for UTF-8 it is tried as that, then as Western DOS wrote it."""
    name = entry.orig_filename
    if entry.flag_bits & 0x800 or name.isascii():
        return name
    try:
        raw = name.encode("cp437")
    except UnicodeEncodeError:
        return name
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp850")
