"""Mail: the headers that say who wrote what to whom and when, the body, attachments and forwarded messages."""

from __future__ import annotations

import email
import email.errors
import email.header
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from email.message import Message
from pathlib import Path

from greffier.contracts import Limits
from greffier.errors import SourceBroken, SourceRefused
from greffier.intake.encoding import decode
from greffier.intake.naming import Names
from greffier.intake.plain import leaves
from greffier.intake.web import visible_text
from greffier.records import Leaf, Member

_HEADERS = ("From", "Sender", "To", "Cc", "Bcc", "Reply-To", "Date", "Subject")
_MOST_VALUES = 100  # of one header
_LONGEST_HEADER = 20_000  # characters: some ten screens of addresses
_ENDINGS = {"text/plain": ".txt", "text/html": ".html", "text/calendar": ".ics", "image/jpeg": ".jpg"}


class Mail:
    """Opens a message."""

    def open(self, untrusted_path: Path, name: str, limits: Limits) -> Iterator[Leaf | Member]:
        """Yield its headers and body as leaves, then what is attached. SourceBroken when there is nothing in it."""
        yield from letters(email.message_from_bytes(untrusted_path.read_bytes()), limits)


def letters(message: Message, limits: Limits) -> Iterator[Leaf | Member]:
    """Yield the headers and the body of a message as leaves, then what is attached; see `Mail.open`."""
    letter = _sorted(message, limits.members)
    text = "\n".join(_headings(message, letter)) + "\n\n" + "\n\n".join(letter.body)
    if not text.strip() and not letter.attached:
        raise SourceBroken("The message holds nothing.")
    yield from leaves(text)
    yield from letter.attached
    if letter.cut:
        raise SourceRefused(f"The message has more than {limits.members} parts; those before are kept.")


@dataclass
class _Letter:
    """A message as it is being sorted: the texts to show, the files to hand on, whether there was too much."""

    body: list[str] = field(default_factory=list)
    attached: list[Member] = field(default_factory=list)
    names: Names = field(default_factory=Names)
    cut: bool = False


def _sorted(message: Message, most_parts: int) -> _Letter:
    """Go through the parts in order, without recursion: parts may lie in parts a thousand times."""
    letter = _Letter()
    waiting, seen = [message], 0
    while waiting and seen < most_parts:
        part = waiting.pop()
        seen += 1
        kind = part.get_content_type()
        if kind == "message/rfc822" or (kind.startswith("message/") and part.is_multipart()):
            _attach_messages(part, letter)
        elif part.is_multipart():
            waiting += reversed(_chosen(part))
        elif _is_body(part, kind):
            letter.body.append(_text(part, kind))
        else:
            _attach(part, kind, letter)
    letter.cut = bool(waiting)
    letter.body = [text for text in letter.body if text]
    return letter


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


def _attach(part: Message, kind: str, letter: _Letter) -> None:
    content = _content(part)
    if content:
        ending = _ENDINGS.get(kind, "." + kind.rpartition("/")[2][:8])
        letter.attached.append(Member(letter.names.safe(_file_name(part) or f"part{ending}"), content))


def _attach_messages(part: Message, letter: _Letter) -> None:
    inner_parts = part.get_payload() if part.is_multipart() else []
    for inner in inner_parts:
        if isinstance(inner, Message):
            subject = next(iter(_header(inner, "Subject")), "message")[:80]
            name = _file_name(part) or re.sub(r"[/\\:]", " ", subject)
            content = _as_it_came(inner)
            letter.attached.append(Member(letter.names.safe(name.removesuffix(".eml") + ".eml"), content))


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
    return _unfolded(told)


def _headings(message: Message, letter: _Letter) -> Iterator[str]:
    for name in _HEADERS:
        for value in _header(message, name):
            yield f"{name}: {value}"
    for member in letter.attached:
        yield f"Attachment: {member.name}"


def _header(message: Message, name: str) -> list[str]:
    """The values of a header, decoded, each on one line."""
    raw = [str(value) for told, value in message.raw_items() if told.lower() == name.lower()]
    return [value for value in map(_unfolded, raw[:_MOST_VALUES]) if value]


def _unfolded(untrusted_value: str) -> str:
    raw = untrusted_value[:_LONGEST_HEADER]
    if any("\udc80" <= char <= "\udcff" for char in raw):
        raw = decode(raw.encode("utf-8", "surrogateescape"))
    try:
        parts = email.header.decode_header(raw)
    except (email.errors.HeaderParseError, ValueError):
        parts = [(raw, None)]
    told = "".join(part if isinstance(part, str) else decode(part, charset) for part, charset in parts)
    return " ".join((told if told.strip() else raw).split())
