"""A web page saved as one file (MHTML): where and when it was saved, the page itself, and the pictures worth a look."""

from __future__ import annotations

import email
from collections.abc import Iterator
from email.message import Message
from pathlib import Path
from urllib.parse import urlsplit

from greffier.contracts import Limits
from greffier.errors import SourceBroken, SourceRefused
from greffier.intake.naming import Names
from greffier.intake.plain import leaves
from greffier.records import Leaf, Member

_HEADERS = ("Subject", "Snapshot-Content-Location", "Content-Location", "Date")
_ENDINGS = {"text/html": ".html", "image/jpeg": ".jpg", "image/png": ".png", "image/gif": ".gif", "image/webp": ".webp"}
_LONGEST = 4_000  # characters of a header
PICTURE = 20_000  # bytes; smaller ones are the icons and lines that a page is drawn with


class SavedPage:
    """Opens a saved page as what it is: a letter whose parts are the page and what it shows."""

    def open(self, untrusted_path: Path, name: str, limits: Limits) -> Iterator[Leaf | Member]:
        """Yield its headers as a leaf, then pages and pictures. SourceBroken when there is no page in it."""
        message = email.message_from_bytes(untrusted_path.read_bytes())
        parts = [part for part in _parts(message, limits.members) if part.get_content_type() in _ENDINGS]
        if not any(part.get_content_type() == "text/html" for part in parts):
            raise SourceBroken("The saved page holds no page.")
        yield from leaves("\n".join(_headings(message)))
        names = Names()
        for part in parts:
            content = part.get_payload(decode=True)
            page = part.get_content_type() == "text/html"
            if isinstance(content, bytes) and content and (page or len(content) >= PICTURE):
                yield Member(names.safe(_name(part)), content)
        if len(parts) == limits.members:
            raise SourceRefused(f"The saved page has more than {limits.members} parts; those before are kept.")


def _parts(message: Message, most: int) -> list[Message]:
    """The parts in order, without recursion: parts may lie in parts a thousand times."""
    waiting = [message]
    found: list[Message] = []
    while waiting and len(found) < most:
        part = waiting.pop()
        if part.is_multipart():
            waiting += reversed([inner for inner in part.get_payload() if isinstance(inner, Message)])
        else:
            found.append(part)
    return found


def _headings(message: Message) -> Iterator[str]:
    """What the header says of the page; a saved page without any is told by its name."""
    told = [(name, " ".join(str(message.get(name, "")).split())[:_LONGEST]) for name in _HEADERS]
    lines = [f"{name}: {value}" for name, value in told if value]
    yield from lines or ["A saved page"]


def _name(part: Message) -> str:
    """A name with the ending of its kind, from the address that the part was saved from."""
    ending = _ENDINGS[part.get_content_type()]
    try:
        path = urlsplit(str(part.get("Content-Location", ""))).path
    except ValueError:
        path = ""
    stem = path.rstrip("/").rpartition("/")[2] or "page"
    return stem if stem.lower().endswith(ending) else f"{stem}{ending}"
