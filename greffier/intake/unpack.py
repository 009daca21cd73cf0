"""Archives: the files inside under safe names, in parts, as long as they are not too much."""

from __future__ import annotations

import bz2
import gzip
import lzma
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from greffier.contracts import Limits
from greffier.errors import SourceBroken, SourceRefused
from greffier.intake.archive import salvaged
from greffier.intake.lost import Lost
from greffier.intake.meter import MIB, Meter
from greffier.intake.naming import Names
from greffier.records import Leaf, Member

DAMAGE = (zipfile.BadZipFile, tarfile.TarError, zlib.error, lzma.LZMAError, EOFError, OSError, ValueError)
UNSUPPORTED = (NotImplementedError, RuntimeError)  # a way of packing that Python does not know, a password
_ENCRYPTED_FLAG = 1


class Zip:
    """Opens zip archives."""

    def open(self, untrusted_path: Path, name: str, limits: Limits) -> Iterator[Leaf | Member]:
        """Yield the files inside that can be unpacked, then raise SourceBroken or SourceRefused for the others."""
        try:
            archive = open_zip(untrusted_path, limits)
        except SourceBroken:
            yield from salvaged(untrusted_path, name, limits)
            raise
        entries = [entry for entry in archive.infolist() if not entry.is_dir()]
        if not entries:
            raise SourceBroken("The archive is empty.")
        names, lost, meter = Names(), Lost(), Meter(untrusted_path, limits)
        for entry in entries:
            member = names.safe(_decoded(entry))
            if entry.flag_bits & _ENCRYPTED_FLAG:
                lost.encrypted.append(member)
                continue
            try:
                with archive.open(entry) as stream:
                    yield from Member.parts(member, meter.read(stream))
            except (*DAMAGE, *UNSUPPORTED):
                lost.broken.append(member)
        lost.tell(len(entries))


class Tar:
    """Opens tar archives."""

    def open(self, untrusted_path: Path, name: str, limits: Limits) -> Iterator[Leaf | Member]:
        """Yield the files inside; links and devices are passed over. SourceBroken when the archive stops early."""
        names, meter, count = Names(), Meter(untrusted_path, limits), 0
        try:
            with tarfile.open(untrusted_path, "r:") as archive:
                for entry in archive:
                    stream = archive.extractfile(entry) if entry.isreg() else None
                    if stream is not None:
                        count += 1
                        yield from Member.parts(names.safe(entry.name), meter.read(stream))
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
                yield from Member.parts(Names().safe(inner), Meter(untrusted_path, limits).read(stream))
        except DAMAGE as error:
            raise SourceBroken("The archive is damaged: it cannot be unpacked.") from error


def _unpacking(untrusted_path: Path) -> gzip.GzipFile | bz2.BZ2File | lzma.LZMAFile:
    with untrusted_path.open("rb") as stream:
        start = stream.read(2)
    if start == b"BZ":
        return bz2.BZ2File(untrusted_path)
    return gzip.GzipFile(untrusted_path) if start == b"\x1f\x8b" else lzma.LZMAFile(untrusted_path)


def open_zip(untrusted_path: Path, limits: Limits) -> zipfile.ZipFile:
    """Open a zip whose files do not come to too much. SourceBroken, SourceRefused."""
    try:
        archive = zipfile.ZipFile(untrusted_path)
    except (*DAMAGE, *UNSUPPORTED) as error:
        raise SourceBroken("The archive is damaged: it cannot be opened.") from error
    entries = archive.infolist()
    claimed = sum(entry.file_size for entry in entries)
    if len(entries) > limits.members:
        raise SourceRefused(f"The archive holds {len(entries)} files; the limit is {limits.members}.")
    if Meter(untrusted_path, limits).too_much(claimed):
        packed = max(1, untrusted_path.stat().st_size // 1024)
        raise SourceRefused(f"The archive would expand to {claimed // MIB} MB from {packed} kB.")
    return archive


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
