"""Outlook messages (.msg), read as the mail that they were."""

from __future__ import annotations

import email
import struct
from collections.abc import Iterator
from pathlib import Path

from olefile import OleFileIO
from oxmsg.storage import Storage

from greffier.contracts import Limits
from greffier.errors import SourceBroken
from greffier.intake.mail import letters
from greffier.intake.mapi import OBJECT, Item, Properties, as_mail
from greffier.records import Leaf, Letter, Member

_DAMAGE = (KeyError, ValueError, IndexError, struct.error, OSError, AttributeError, TypeError, AssertionError)
_TOP, _INSIDE, _PART = 32, 24, 8  # bytes before the properties of a message, of one in another, of anything else
_PROPERTIES, _VALUE = "__properties_version1.0", "__substg1.0_"
_RECIPIENT, _ATTACHMENT, _MESSAGE = "__recip_version1.0_#", "__attach_version1.0_#", f"__substg1.0_3701{OBJECT:04x}"
_DEEPEST = 8  # messages in messages


class Outlook:
    """Opens a message that Outlook saved."""

    def open(self, untrusted_path: Path, name: str, limits: Limits) -> Iterator[Letter | Leaf | Member]:
        """Yield its headers and body as leaves, then what is attached. SourceBroken when it cannot be read."""
        try:
            with OleFileIO(untrusted_path) as file:
                item = _item(Storage.from_ole(file), _TOP, 0)
        except _DAMAGE as error:
            raise SourceBroken("The message is damaged: it cannot be read.") from error
        yield from letters(email.message_from_bytes(as_mail(item)), limits)


def _item(storage: Storage, before: int, depth: int) -> Item:
    attached = _below(storage, _ATTACHMENT)
    inner = [found for one in attached for found in _below(one, _MESSAGE)] if depth < _DEEPEST else []
    return Item(
        _properties(storage, before),
        [_properties(one, _PART) for one in _below(storage, _RECIPIENT)],
        [_properties(one, _PART) for one in attached if not _below(one, _MESSAGE)],
        [_item(one, _INSIDE, depth + 1) for one in inner],
    )


def _below(storage: Storage, beginning: str) -> list[Storage]:
    return [inner for inner in storage.storages if inner.name.lower().startswith(beginning)]


def _properties(storage: Storage, before: int) -> Properties:
    streams = {stream.name.lower(): stream.bytes_ for stream in storage.streams}
    told = streams.get(_PROPERTIES, b"")[before:]
    rows = [told[start : start + 16] for start in range(0, len(told) - 15, 16)]
    long = {_tag(name): content for name, content in streams.items() if name.startswith(_VALUE)}
    return Properties({int.from_bytes(row[2:4], "little"): row[8:] for row in rows}, long)


def _tag(name: str) -> tuple[int, int]:
    """Number and kind of a value, from the name of its stream; a stream of another name has neither."""
    told = name.removeprefix(_VALUE)[:8]
    try:
        return int(told[:4], 16), int(told[4:], 16)
    except ValueError:
        return 0, 0
