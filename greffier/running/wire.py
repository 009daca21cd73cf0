"""What passes between the sandbox and its child: a request in, then frames out, each decoded strictly by its type.

A frame is one letter, the length of its body as four bytes (big-endian), and the body in MessagePack.
"""

from __future__ import annotations

import math
import re
import struct
from typing import Any

import msgspec

from greffier.contracts import Limits, Untrusted
from greffier.records import Identified, Leaf, Letter, Lost, Markup, Member, Picture

HEAD = struct.Struct(">cI")
LARGEST = 512 << 20  # bytes of one frame: a member of an archive, a rendered page


class Request(msgspec.Struct, frozen=True):
    """What the parent asks of the child. `readable_paths` are what it may read beside the file."""

    task: str
    untrusted_path: str
    arguments: dict[str, Any]
    limits: Limits
    readable_paths: list[str]
    programs: bool = False  # whether the task starts a program: the profile of `running/program.py`


class Ready(msgspec.Struct, frozen=True):
    """The child's first frame, before it has seen the file: the protections that it put on itself."""

    layers: list[str]


class Ended(msgspec.Struct, frozen=True):
    """The child's last frame: why it stopped early, if it did, and whether that is a refusal."""

    reason: str | None = None
    refused: bool = False


class Died(msgspec.Struct, frozen=True):
    """What a seed says when its cell has ended: the exit status, negative for a signal."""

    status: int


Frame = Untrusted | Ready | Ended

_LETTERS: dict[type[Any], bytes] = {
    Ready: b"R", Identified: b"I", Letter: b"T", Leaf: b"L", Lost: b"U", Member: b"M", Picture: b"P", Markup: b"H",
    Ended: b"E", Died: b"D",
}  # fmt: skip
_DECODERS: dict[bytes, msgspec.msgpack.Decoder[Any]] = {
    letter: msgspec.msgpack.Decoder(kind, strict=True) for kind, letter in _LETTERS.items()
}
_ENCODER = msgspec.msgpack.Encoder()
_MEDIA_TYPE = re.compile(r"[a-z0-9][a-z0-9.+-]{0,60}/[a-z0-9][a-z0-9.+-]{0,100}")


def encode(frame: Frame | Died) -> bytes:
    """Return a frame as bytes. ValueError when it is larger than a frame may be."""
    body = _ENCODER.encode(frame)
    if len(body) > LARGEST:
        raise ValueError("larger than a frame may be")
    return HEAD.pack(_LETTERS[type(frame)], len(body)) + body


def decode(letter: bytes, untrusted_body: bytes | memoryview) -> Frame | Died:
    """Return the frame of this body. ValueError when it is not exactly what its letter says."""
    if letter not in _DECODERS:
        raise ValueError("no such frame")
    frame: Frame | Died = _DECODERS[letter].decode(untrusted_body)  # msgspec's errors are ValueErrors
    if not _sound(frame):
        raise ValueError("a frame that makes no sense")
    return frame


def _sound(frame: Frame | Died) -> bool:
    match frame:
        case Identified():
            return _MEDIA_TYPE.fullmatch(frame.media_type) is not None
        case Lost():
            return frame.number >= 1
        case Leaf():
            return frame.number >= 1 and _positive(frame.width, frame.height)  # `settle` checks the words
        case Picture():
            area = frame.width * frame.height
            return frame.number >= 1 and area > 0 and len(frame.pixels) in (area, 3 * area)
        case _:
            return True


def _positive(*sizes: float) -> bool:
    return all(math.isfinite(size) and size >= 0 for size in sizes)
