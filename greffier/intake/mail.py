"""Mail: the headers that say who wrote what to whom and when, the body, attachments and forwarded messages."""

from __future__ import annotations

import email
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from email.message import Message
from pathlib import Path

from greffier.contracts import Limits
from greffier.errors import SourceBroken, SourceRefused
from greffier.intake.encoding import decode
from greffier.intake.headers import header, letter_of, unfolded
from greffier.intake.naming import Names
from greffier.intake.plain import leaves
from greffier.intake.web import visible_text
from greffier.records import Leaf, Letter, Member

_HEADERS = ("From", "Sender", "To", "Cc", "Bcc", "Reply-To", "Date", "Subject")
_ENDINGS = {"text/plain": ".txt", "text/html": ".html", "text/calendar": ".ics", "image/jpeg": ".jpg"}


class Mail:
    """Opens a message."""

    def open(self, untrusted_path: Path, name: str, limits: Limits) -> Iterator[Letter | Leaf | Member]:
        """Yield what its headers tell, headers and body as leaves, then what is attached; SourceBroken for nothing."""
        yield from letters(email.message_from_bytes(untrusted_path.read_bytes()), limits)


def letters(message: Message, limits: Limits) -> Iterator[Letter | Leaf | Member]:
    """Yield what the headers tell, the headers and the body as leaves, then what is attached; see `Mail.open`."""
    parts = _sorted(message, limits.members)
    text = "\n".join(_headings(message, parts)) + "\n\n" + "\n\n".join(parts.body)
    if not text.strip() and not parts.attached:
        raise SourceBroken("The message holds nothing.")
    yield letter_of(message)
    yield from leaves(text)
    yield from parts.attached
    if parts.cut:
        raise SourceRefused(f"The message has more than {limits.members} parts; those before are kept.")


@dataclass
class _Parts:
    """A message as it is being sorted: the texts to show, the files to hand on, whether there was too much."""

    body: list[str] = field(default_factory=list)
    attached: list[Member] = field(default_factory=list)
    names: Names = field(default_factory=Names)
    cut: bool = False


def _sorted(message: Message, most_parts: int) -> _Parts:
    """Go through the parts in order, without recursion: parts may lie in parts a thousand times."""
    parts = _Parts()
    waiting, seen = [message], 0
    while waiting and seen < most_parts:
        part = waiting.pop()
        seen += 1
        kind = part.get_content_type()
        if kind == "message/rfc822" or (kind.startswith("message/") and part.is_multipart()):
            _attach_messages(part, parts)
        elif part.is_multipart():
            waiting += reversed(_chosen(part))
        elif _is_body(part, kind):
            parts.body.append(_text(part, kind))
        else:
            _attach(part, kind, parts)
    parts.cut = bool(waiting)
    parts.body = [text for text in parts.body if text]
    return parts


def _chosen(part: Message) -> list[Message]:
    """The parts to look at: all, but of a text given in several ways the plain one where it says anything."""
    parts = [inner for inner in part.get_payload() if isinstance(inner, Message)]
    if part.get_content_type() != "multipart/alternative":
        return parts
    plain = [inner for inner in parts if inner.get_content_type() == "text/plain" and _text(inner, "text/plain")]
    return plain + [inner for inner in parts if not _says_the_same(inner)] if plain else parts[-1:]


def _says_the_same(part: Message) -> bool:
    return part.get_content_type() in ("text/plain", "text/html", "text/richtext", "text/enriched", "text/x-amp-html")


def _is_body(part: Message, kind: str) -> bool:
    if kind not in ("text/plain", "text/html"):
        return False
    return part.get_content_disposition() != "attachment" and not _file_name(part)


def _text(part: Message, kind: str) -> str:
    content, charset = _content(part), part.get_content_charset()
    return visible_text(content, charset) if kind == "text/html" else decode(content, charset).strip()


def _content(part: Message) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _attach(part: Message, kind: str, parts: _Parts) -> None:
    content = _content(part)
    if content:
        ending = _ENDINGS.get(kind, "." + kind.rpartition("/")[2][:8])
        parts.attached.append(Member(parts.names.safe(_file_name(part) or f"part{ending}"), content))


def _attach_messages(part: Message, parts: _Parts) -> None:
    inner_parts = part.get_payload() if part.is_multipart() else []
    for inner in inner_parts:
        if isinstance(inner, Message):
            subject = next(iter(header(inner, "Subject")), "message")[:80]
            name = _file_name(part) or re.sub(r"[/\\:]", " ", subject)
            content = _as_it_came(inner)
            parts.attached.append(Member(parts.names.safe(name.removesuffix(".eml") + ".eml"), content))


def _as_it_came(message: Message) -> bytes:
    try:
        return message.as_bytes()
    except (LookupError, ValueError, TypeError, AttributeError):  # bytes that its headers do not allow
        return str(message.get_payload()).encode("utf-8", "surrogateescape")


def _file_name(part: Message) -> str:
    try:
        told = part.get_filename() or ""
    except (LookupError, ValueError, TypeError):
        return ""
    return unfolded(told)


def _headings(message: Message, parts: _Parts) -> Iterator[str]:
    for name in _HEADERS:
        for value in header(message, name):
            yield f"{name}: {value}"
    for member in parts.attached:
        yield f"Attachment: {member.name}"
