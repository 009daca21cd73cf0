"""Files that an office document holds as objects (OLE): the file that was put in, without its wrapping."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path

from olefile import OleFileIO

from greffier.contracts import Limits
from greffier.errors import SourceBroken, SourceRefused
from greffier.intake.encoding import decode
from greffier.intake.naming import Names
from greffier.records import Leaf, Member

NATIVE = "\x01Ole10Native"
_WHOLE = ("CONTENTS", "Package")  # streams that are the file, where it begins as one of these
_BEGINNINGS = (b"%PDF", b"PK\x03\x04", b"{\\rtf", b"\xff\xd8\xff", b"\x89PNG", b"\xd0\xcf\x11\xe0")
_HEAD = 6  # bytes before the label: a length and a mark


class OleObject:
    """Opens an object, and old office files of unknown kind, which may hold some."""

    def open(self, untrusted_path: Path, name: str, limits: Limits) -> Iterator[Leaf | Member]:
        """Yield the files inside. SourceRefused where there are none."""
        names = Names()
        try:
            with OleFileIO(untrusted_path) as file:
                found = [_unwrapped(file, path) for path in sorted(file.listdir())]
        except (OSError, ValueError, IndexError, struct.error) as error:
            raise SourceBroken("The file is damaged: what it holds cannot be read.") from error
        held = [one for one in found if one is not None]
        if not held:
            raise SourceRefused("An old office file of unknown kind; it holds no file that can be read.")
        for told, content in held:
            yield Member(names.safe(told), content)


def _unwrapped(file: OleFileIO, path: list[str]) -> tuple[str, bytes] | None:
    """Name and content of the file in a stream; None where the stream is something else."""
    if path[-1] not in (NATIVE, *_WHOLE):
        return None
    with file.openstream(path) as stream:
        content: bytes = stream.read()
    if path[-1] == NATIVE:
        return _native(content)
    return (path[-1].lower(), content) if content.startswith(_BEGINNINGS) else None


def _native(content: bytes) -> tuple[str, bytes] | None:
    """A packaged file: label, path, two marks, path again, length and bytes; each text ends with nought."""
    label, after = _text(content, _HEAD)
    _, after = _text(content, after)
    after += 4
    (length,) = struct.unpack_from("<I", content, after)
    after += 4 + length
    if after + 4 > len(content):
        return None
    (size,) = struct.unpack_from("<I", content, after)
    held = content[after + 4 : after + 4 + size]
    return (decode(label) or "object", held) if size and len(held) == size else None


def _text(content: bytes, at: int) -> tuple[bytes, int]:
    end = content.index(b"\0", at)
    return content[at:end], end + 1
