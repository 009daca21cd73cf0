"""Mailboxes (.mbox): each message in them is a file of its own. Read line by line: they may hold a life of mail."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from greffier.contracts import Limits
from greffier.records import PART, Leaf, Member

_LINE = 1 << 20  # bytes of a line read at a time
_FROM = re.compile(rb"From \S[^\n]{0,400}?\d{4}[^\n]{0,400}\n")
_FIELD = re.compile(rb"[!-9;-~]{1,200}+:")


class Mailbox:
    """Opens a mailbox."""

    def open(self, untrusted_path: Path, name: str, limits: Limits) -> Iterator[Leaf | Member]:
        """Yield the messages in the order in which they stand, with line feeds at the ends of their lines."""
        number, content = 0, bytearray()
        for line, begins in _lines(untrusted_path):
            if begins:
                if number:
                    yield Member(_named(number), bytes(content))
                number, content = number + 1, bytearray()
                continue
            content += line
            if number and len(content) > PART:
                yield Member(_named(number), bytes(content[:PART]), more=True)
                del content[:PART]
        if number:
            yield Member(_named(number), bytes(content))


def _named(number: int) -> str:
    return f"message {number:05}.eml"


def _lines(untrusted_path: Path) -> Iterator[tuple[bytes, bool]]:
    """The lines, and whether a message begins after each: at a line of `From` that the first header follows."""
    with untrusted_path.open("rb") as stream:
        line = _read(stream)
        while line:
            following = _read(stream)
            yield line, bool(_FROM.fullmatch(line) and _FIELD.match(following))
            line = following


def _read(stream: object) -> bytes:
    line: bytes = stream.readline(_LINE)  # type: ignore[attr-defined]
    return line[:-2] + b"\n" if line.endswith(b"\r\n") else line
