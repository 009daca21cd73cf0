"""Outlook's attachment container (TNEF, winmail.dat): the message's properties and files, read as mail."""

from __future__ import annotations

import email
import struct
from collections.abc import Iterator
from pathlib import Path

from greffier.contracts import Limits
from greffier.errors import SourceBroken
from greffier.intake.mail import letters
from greffier.intake.mapi import BINARY, OBJECT, TEXT, TEXT_8, Item, Properties, as_mail
from greffier.records import Leaf, Letter, Member

_START = 6  # bytes: the signature and a key
_SUBJECT, _BODY, _PROPERTIES = 0x8004, 0x800C, 0x9003
_BEGINS, _TITLE, _DATA, _ATTACHED = 0x9002, 0x8010, 0x800F, 0x9005
_NUMBERS = {_SUBJECT: 0x0037, _BODY: 0x1000, _TITLE: 0x3704, _DATA: 0x3701}
_FIXED = {0x02: 4, 0x03: 4, 0x04: 4, 0x0A: 4, 0x0B: 4, 0x05: 8, 0x06: 8, 0x07: 8, 0x14: 8, 0x40: 8, 0x48: 16}
_LONG = (TEXT, TEXT_8, BINARY, OBJECT)
_SEVERAL, _NAMED = 0x1000, 0x8000


class Winmail:
    """Opens the container that Outlook attaches to mail."""

    def open(self, untrusted_path: Path, name: str, limits: Limits) -> Iterator[Letter | Leaf | Member]:
        """Yield what it says as a leaf, then the files in it. SourceBroken where it holds nothing that can be read."""
        message, files = Properties({}, {}), []
        for number, content in _attributes(untrusted_path.read_bytes()):
            if number == _BEGINS:
                files.append(Properties({}, {}))
            _take(files[-1] if files else message, number, content)
        if not message.long and not files:
            raise SourceBroken("The container is damaged: nothing in it can be read.")
        item = Item(message, files=[one for one in files if one.long.get((_NUMBERS[_DATA], BINARY))])
        yield from letters(email.message_from_bytes(as_mail(item)), limits)


def _attributes(untrusted_bytes: bytes) -> Iterator[tuple[int, bytes]]:
    """Number and content of each, up to where the file is damaged or ends."""
    at = _START
    while at + 9 <= len(untrusted_bytes):
        number, length = struct.unpack_from("<xHxxI", untrusted_bytes, at)
        content = untrusted_bytes[at + 9 : at + 9 + length]
        if len(content) == length:
            yield number, content
        at += 9 + length + 2


def _take(into: Properties, number: int, content: bytes) -> None:
    if number in (_PROPERTIES, _ATTACHED):
        try:
            _read(content, into)
        except (struct.error, IndexError):
            return  # what stands before the damage is kept
    elif number in _NUMBERS:
        kind = BINARY if number == _DATA else TEXT_8
        into.long.setdefault((_NUMBERS[number], kind), content)


def _read(content: bytes, into: Properties) -> None:
    """Read properties one after another: what each is depends on the length of those before."""
    (count,), at = struct.unpack_from("<I", content), 4
    for _ in range(count):
        kind, number = struct.unpack_from("<HH", content, at)
        at = _after_name(content, at + 4) if number >= _NAMED else at + 4
        several, kind = bool(kind & _SEVERAL), kind & ~_SEVERAL
        values = 1
        if several or kind in _LONG:
            (values,), at = struct.unpack_from("<I", content, at), at + 4
        for _ in range(values):
            length = _FIXED.get(kind, 0)
            if kind in _LONG:
                (length,), at = struct.unpack_from("<I", content, at), at + 4
            value, at = content[at : at + length], at + (length + 3) // 4 * 4
            if at > len(content) + 3 or (kind not in _LONG and kind not in _FIXED):
                raise IndexError(at)
            _put(into, number, kind, value)


def _put(into: Properties, number: int, kind: int, value: bytes) -> None:
    if kind in _LONG:
        into.long[number, kind] = value
    else:
        into.fixed[number] = value


def _after_name(content: bytes, at: int) -> int:
    """Where a property goes on that has a name instead of a number."""
    (kind,) = struct.unpack_from("<I", content, at + 16)
    if kind == 0:
        return at + 24
    (length,) = struct.unpack_from("<I", content, at + 20)
    return at + 24 + int(length + 3) // 4 * 4
