"""Archives of every other kind (7z, RAR, cabinets, disc images, cpio, ar, LHA, zstd…), through libarchive."""

from __future__ import annotations

import os
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path, PurePosixPath
from typing import Any

from greffier.contracts import Limits
from greffier.errors import SourceBroken, SourceRefused
from greffier.intake.encoding import decode
from greffier.intake.lost import Lost
from greffier.intake.meter import Meter
from greffier.intake.naming import Names
from greffier.intake.needs import LIBARCHIVE, archive_library
from greffier.records import Leaf, Member

_BLOCK = 1 << 16  # bytes read from the file at a time
_RAW = "data"  # what libarchive calls the one file in a compressed one
_PACKED_ALONE = ("tar", "cpio", "raw")  # what may lie inside a compressed file


class Archive:
    """Opens archives."""

    def open(self, untrusted_path: Path, name: str, limits: Limits) -> Iterator[Leaf | Member]:
        """Yield the files inside, then raise SourceBroken or SourceRefused for those that stay inside."""
        yield from _members(untrusted_path, name, limits, ("all",))


class Packed:
    """Opens files compressed one by one, which may be archives themselves: zstd, lz4, compress, lzip."""

    def open(self, untrusted_path: Path, name: str, limits: Limits) -> Iterator[Leaf | Member]:
        """Yield the file inside, named as this one without its ending, or the files of the archive inside."""
        yield from _members(untrusted_path, name, limits, _PACKED_ALONE)


def salvaged(untrusted_path: Path, name: str, limits: Limits) -> Iterator[Member]:
    """The files at the start of a zip whose end is missing; nothing where libarchive is not installed."""
    if archive_library() is None:
        return
    try:
        yield from _members(untrusted_path, name, limits, ("zip_streamable",))
    except SourceBroken:
        return  # whoever asks knows that the archive is damaged


def _members(untrusted_path: Path, name: str, limits: Limits, formats: tuple[str, ...]) -> Iterator[Member]:
    library = _library()
    names, lost, meter, count = Names(), Lost(), Meter(untrusted_path, limits), 0
    try:
        for entry in _entries(library, untrusted_path, formats):
            if not entry.isfile or library.ffi.entry_hardlink(entry._entry_p):
                continue
            count += 1
            member = names.safe(_named(entry, name))
            if _is_encrypted(library, entry):
                lost.encrypted.append(member)
                continue
            try:
                yield from Member.parts(member, meter.read(_Content(entry)))
            except library.exception.ArchiveError as error:
                (lost.encrypted if _tells_of_encryption(error) else lost.broken).append(member)
    except library.exception.ArchiveError as error:
        raise _stopped(error, count, lost) from error
    lost.tell(count)
    if count == 0:
        raise SourceBroken("The archive is empty.")


def _library() -> Any:
    """The binding to libarchive, which must be told where the library is before it is imported."""
    path = archive_library()
    if path is None:
        raise SourceRefused(f"An archive; reading it needs {LIBARCHIVE}.")
    os.environ["LIBARCHIVE"] = str(path)
    return import_module("libarchive")


def _entries(library: Any, untrusted_path: Path, formats: tuple[str, ...]) -> Iterator[Any]:
    ffi, read = library.ffi, library.read
    with read.new_archive_read(formats[0], "all") as archive:
        for more in formats[1:]:
            ffi.get_read_format_function(more)(archive)
        ffi.read_open_filename_w(archive, str(untrusted_path), _BLOCK)
        yield from read.ArchiveRead(archive)


class _Content:
    """The bytes of an entry."""

    def __init__(self, entry: Any) -> None:
        self._entry = entry
        self._blocks: Iterator[bytes] | None = None

    def read(self, size: int, /) -> bytes:
        if self._blocks is None:
            self._blocks = iter(self._entry.get_blocks(size))
        return next(self._blocks, b"")


def _named(entry: Any, holder: str) -> str:
    """The name of an entry; a file compressed alone has the name of what holds it without its last ending."""
    told = entry.pathname
    name = decode(told) if isinstance(told, bytes) else str(told or "")
    return PurePosixPath(holder).stem if name == _RAW else name


def _is_encrypted(library: Any, entry: Any) -> bool:
    flagged = library.ffi.libarchive.archive_entry_is_encrypted
    flagged.argtypes = [library.ffi.c_archive_entry_p]
    return bool(flagged(entry._entry_p))


def _tells_of_encryption(error: Exception) -> bool:
    return "ncrypt" in str(error) or "assphrase" in str(error)


def _stopped(error: Exception, count: int, lost: Lost) -> SourceBroken | SourceRefused:
    if lost.encrypted or _tells_of_encryption(error):
        return SourceRefused("The archive is encrypted: it needs a password.")
    return SourceBroken(f"The archive is damaged: it stops after {count - len(lost.broken)} files.")
