"""What comes out of a file when it is opened, before anything is settled."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from greffier.records.values import Concealed, Doubt, Origin, Row, Time, Word

PART = 4 << 20  # bytes of a member that travel at once


class Readable(Protocol):
    """What bytes are read from; fewer than asked for only at the end."""

    def read(self, size: int, /) -> bytes: ...


@dataclass(frozen=True, slots=True)
class Identified:
    """The media type that the bytes of a file show, whatever its name says."""

    media_type: str


@dataclass(frozen=True, slots=True)
class Letter:
    """What the headers of a mail tell of its place among others; they are as easily forged as any other words.

    Ids stand in angles (`<1@quai.example>`); `references` are the letters before it, the first one and at most 99 of
    the last. `sender` and `parties` (those it went to, and through) are addresses in small letters, names where there
    are no addresses.
    """

    message_id: str | None = None
    in_reply_to: str | None = None
    references: tuple[str, ...] = ()
    subject: str = ""
    sent: Time | None = None
    sender: str | None = None
    parties: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Picture:
    """A rendered page: `pixels` are `width * height` bytes of grey or three times as many of RGB, row by row."""

    number: int
    width: int
    height: int
    pixels: bytes


@dataclass(frozen=True, slots=True)
class Member:
    """A file found inside another one: an archive's, a mail's attachment. Its bytes are on their way to the blobs.

    A large file comes in several parts, one after another; `more` says that another part of it follows.
    """

    name: str
    content: bytes
    more: bool = False

    @classmethod
    def parts(cls, name: str, untrusted_stream: Readable) -> Iterator[Member]:
        """Yield a file in parts, so that it is never in memory whole."""
        content = untrusted_stream.read(PART)
        while True:
            following = untrusted_stream.read(PART) if len(content) == PART else b""
            yield cls(name, content, more=bool(following))
            if not following:
                return
            content = following


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page as a format yields it, before its text is settled. `scanned` says that it must be recognised (OCR).

    `doubt` says why its text may not be what it shows: then it is recognised as well, and both are compared. `made` is
    an id of what made the text (program and font), so that a few pages of each can be compared; empty for none. `label`
    is what the file calls the page, where that is not its number (`iv`, `A-3`).
    `blank` says that nothing is written on it: it was looked at, and there is nothing to recognise. `doubts` are the
    numbers that were read in two ways.
    """

    number: int
    text: str
    width: float
    height: float
    words: tuple[Word, ...] = ()
    scanned: bool = False
    origin: Origin = "born_digital"
    hidden: tuple[Concealed, ...] = ()
    rows: tuple[Row, ...] = ()
    doubt: str = ""
    made: str = ""
    label: str | None = None
    blank: bool = False
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True)
class Lost:
    """A page that a file says it has and that cannot be read, as a format yields it in the place of a leaf."""

    number: int
    reason: str
