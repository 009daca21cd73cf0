"""Files come in: found in order, copied into the blobs, each one accounted for whatever is wrong with it."""

from __future__ import annotations

import errno
import io
import os
import stat
from collections.abc import Container, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, BinaryIO, cast

from greffier.contracts import Blobs
from greffier.errors import OutsideFailed, SourceBroken, SourceRefused, WrongUsage
from greffier.intake.naming import Names, printable, safe
from greffier.records import Source, digest

_OWN_FOLDER = ".greffier"
_UNKNOWN = "application/octet-stream"  # until it is opened
HOLLOW = 1 << 30  # bytes from which a file must hold a tenth of what it claims
_EMPTY = "The file is empty."
_FULL = {errno.ENOSPC, errno.EDQUOT}


def walk(paths: Iterable[Path]) -> Iterator[tuple[Path, str]]:
    """Yield every file with the path that it gets in the case, folder by folder in the order of their names.

    A folder `boxes` gives `boxes/…`, a file its own name. Everything that is not a folder is yielded, links and devices
    too: `receive` says what is wrong with them. Case folders of Greffier are passed over. WrongUsage when a path is
    not there.
    """
    names = Names()
    seen: set[Path] = set()
    for path in paths:
        if not os.path.lexists(path):
            raise WrongUsage(f"There is no file or folder {printable(str(path))}.", "Check the path and try again.")
        whole = path.resolve()  # a link that somebody names is followed, one that lies in a folder is not
        for file, name in _below(whole, _shown(path.name or whole.name)):
            if file not in seen:
                seen.add(file)
                yield file, names.unique(name)


def _below(path: Path, name: str) -> Iterator[tuple[Path, str]]:
    waiting = [(path, name)]
    while waiting:
        path, name = waiting.pop()
        entries = _entries(path)
        if entries is None:
            yield path, name
        else:
            waiting += [(Path(entry.path), f"{name}/{_shown(entry.name)}") for entry in reversed(entries)]


def _entries(path: Path) -> list[os.DirEntry[str]] | None:
    """What lies in a folder, in order; None where it is none or cannot be listed."""
    if path.is_symlink() or not path.is_dir():
        return None
    try:
        with os.scandir(path) as found:
            return sorted((entry for entry in found if entry.name != _OWN_FOLDER), key=_order)
    except OSError:
        return None


def _order(entry: os.DirEntry[str]) -> bytes:
    """Such that all files come in the order of their whole paths."""
    return os.fsencode(entry.name) + (b"/" if entry.is_dir(follow_symlinks=False) else b"")


def _shown(name: str) -> str:
    """A file name as text: bytes that are none become the replacement character."""
    return printable(os.fsencode(name).decode("utf-8", "replace"))


def receive(file: Path, name: str, blobs: Blobs) -> Source:
    """Copy a file into the blobs; a bad one is a Source with the reason. OutsideFailed when the copy has no place."""
    try:
        sha256, size = _stored(file, blobs)
    except SourceRefused as refused:
        return Source(digest("source", name, ""), name, "", _UNKNOWN, 0, "refused", None, str(refused))
    except SourceBroken as broken:
        return Source(digest("source", name, ""), name, "", _UNKNOWN, 0, "broken", None, str(broken))
    return _source(name, sha256, size, None)


def apart(source: Source, known: Container[str], taken: Container[str]) -> Source:
    """The source under a path that no other file of the case has: `a.txt` of another box becomes `a (2).txt`.

    Unchanged where its path is free, or where this very file is known under it or under such a name already.
    """
    stem, ending = os.path.splitext(source.path)
    path, number = source.path, 1
    while path in taken and digest("source", path, source.sha256) not in known:
        number += 1
        path = f"{stem} ({number}){ending}"
    return replace(source, path=path, id=digest("source", path, source.sha256))


def receive_member(name: str, sha256: str, size: int, parent: Source) -> Source:
    """The Source of a file found inside another one, its bytes in the blobs already."""
    source = _source(f"{parent.path}/{safe(name)}", sha256, size, parent.id)
    return replace(source, id=digest("source", source.path, sha256, parent.id))  # two holders may make one path


def _source(path: str, sha256: str, size: int, parent: str | None) -> Source:
    source_id = digest("source", path, sha256)
    if size == 0:
        return Source(source_id, path, sha256, _UNKNOWN, 0, "broken", parent, _EMPTY)
    return Source(source_id, path, sha256, _UNKNOWN, size, "waiting", parent)


def _stored(file: Path, blobs: Blobs) -> tuple[str, int]:
    """Copy a file; once more when it changed meanwhile."""
    for _ in range(2):
        with _opened(file) as untrusted_stream:
            before = os.fstat(untrusted_stream.fileno())
            _insist_on_content(before)
            sha256, size = _put(untrusted_stream, blobs)
            after = os.fstat(untrusted_stream.fileno())
        if size == after.st_size and before.st_mtime_ns == after.st_mtime_ns:
            return sha256, size
    raise SourceBroken("The file changed while it was copied; add it again when it is finished.")


def _opened(file: Path) -> BinaryIO:
    try:
        _insist_on_file(os.lstat(file).st_mode)
        number = os.open(file, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
        raw = _UntrustedFile(number)
        _insist_on_file(os.fstat(number).st_mode)
    except OSError as error:
        raise _unreadable(error) from error
    return cast(BinaryIO, io.BufferedReader(raw, 1 << 20))


def _insist_on_file(mode: int) -> None:
    if stat.S_ISLNK(mode):
        raise SourceRefused("A link; add the file that it points to.")
    if stat.S_ISDIR(mode):
        raise SourceBroken("The folder cannot be read; its permissions do not allow it.")
    if not stat.S_ISREG(mode):
        raise SourceRefused("Not a file but a device, a pipe or a socket.")


def _insist_on_content(told: os.stat_result) -> None:
    """A file of holes takes no room where it lies, and all it claims in the case: it would fill the disk."""
    held = told.st_blocks * 512
    if told.st_size > HOLLOW and held * 10 < told.st_size:
        raise SourceRefused(f"It claims {told.st_size >> 20} MB and holds {held >> 20} MB; copy it without its holes.")


class _UntrustedFile(io.FileIO):
    """A file whose reading errors are its own fault, and so are told apart from those of the store."""

    def readinto(self, buffer: Any) -> int | None:
        try:
            return super().readinto(buffer)
        except OSError as error:
            raise _unreadable(error) from error


def _unreadable(error: OSError) -> SourceBroken:
    if error.errno in (errno.EACCES, errno.EPERM):
        return SourceBroken("The file cannot be read; its permissions do not allow it.")
    if error.errno in (errno.ENOENT, errno.ENOTDIR, errno.ESTALE):
        return SourceBroken("The file vanished before it was copied.")
    return SourceBroken(f"The file cannot be read: {os.strerror(error.errno or errno.EIO)}.")


def _put(untrusted_stream: BinaryIO, blobs: Blobs) -> tuple[str, int]:
    try:
        return blobs.put(untrusted_stream)
    except OSError as error:
        if error.errno in _FULL:
            next_step = "Make room and run the same command again: finished work is kept."
            raise OutsideFailed("The disk of the case is full.", next_step) from error
        raise OutsideFailed(f"The case cannot be written: {os.strerror(error.errno or errno.EIO)}.") from error
