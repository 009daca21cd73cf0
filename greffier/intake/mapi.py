"""What Outlook says of a message in its numbered properties, written as ordinary mail, to be read like any other."""

from __future__ import annotations

from base64 import encodebytes
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.parser import HeaderParser
from email.utils import format_datetime
from urllib.parse import quote

from greffier.intake.encoding import decode
from greffier.intake.packed_rtf import unpacked
from greffier.intake.rich_text import shown_text
from greffier.records import digest

BINARY, TEXT_8, TEXT, OBJECT = 0x0102, 0x001E, 0x001F, 0x000D  # kinds of values with bytes of their own
_BODY, _HTML, _RICH = 0x1000, 0x1013, 0x1009
_TRANSPORT = 0x007D  # the headers with which it came
_SUBJECT, _SENT, _DELIVERED = 0x0037, 0x0039, 0x0E06
_SENDER, _SENDER_ADDRESSES, _ON_BEHALF = 0x0C1A, (0x5D01, 0x0C1F), 0x0042
_TO, _CC, _BCC = 0x0E04, 0x0E03, 0x0E02  # as displayed
_THREAD = ((0x1035, "Message-ID"), (0x1042, "In-Reply-To"), (0x1039, "References"))
_NAME, _ADDRESSES, _RECIPIENT_KIND = 0x3001, (0x39FE, 0x3003), 0x0C15
_RECIPIENTS = {1: "To", 2: "Cc", 3: "Bcc"}
_DATA, _FILE_NAMES = 0x3701, (0x3707, 0x3704, 0x3001)
_CODE_PAGES, _UTF_8 = (0x3FDE, 0x3FFD), 65_001
_CAME_WITH = (
    "From",
    "Sender",
    "To",
    "Cc",
    "Bcc",
    "Reply-To",
    "Date",
    "Subject",
    "Message-ID",
    "In-Reply-To",
    "References",
)
_EPOCH = datetime(1601, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Properties:
    """Numbered values: those of fixed length as eight bytes, the others by number and kind. What is absent is empty."""

    fixed: dict[int, bytes]
    long: dict[tuple[int, int], bytes]

    def text(self, *numbers: int) -> str:
        """The first of these that says anything."""
        return next((told for told in map(self._text, numbers) if told.strip()), "")

    def _text(self, number: int) -> str:
        wide = self.long.get((number, TEXT))
        if wide is not None:
            return wide.decode("utf-16-le", "replace").replace("\0", "")
        return decode(self.long.get((number, TEXT_8), b"").rstrip(b"\0"), self.encoding())

    def number(self, number: int) -> int:
        """A whole number, nought where it is absent."""
        return int.from_bytes(self.fixed.get(number, b"")[:4], "little")

    def time(self, *numbers: int) -> str:
        """The first of these times, as mail writes it; Outlook counts tenths of a microsecond since 1601."""
        for number in numbers:
            ticks = int.from_bytes(self.fixed.get(number, b""), "little")
            try:
                if ticks:
                    return format_datetime(_EPOCH + timedelta(microseconds=ticks // 10))
            except OverflowError:
                continue
        return ""

    def encoding(self) -> str | None:
        """That of its texts which are not Unicode."""
        told = next((page for page in map(self.number, _CODE_PAGES) if page), 0)
        return None if not told else "utf-8" if told == _UTF_8 else f"cp{told}"


@dataclass(frozen=True)
class Item:
    """A message with its recipients and what is attached: files' properties, and messages."""

    properties: Properties
    recipients: list[Properties] = field(default_factory=list)
    files: list[Properties] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)


def as_mail(item: Item) -> bytes:
    """Write a message as mail (RFC 5322), its headers in UTF-8."""
    parts = [*_bodies(item.properties), *map(_file, item.files), *map(_inner, item.items)]
    boundary = f"greffier-{digest(*parts)}"
    head = [f"{name}: {' '.join(value.split())}\n" for name, value in _headings(item) if value.strip()]
    head += ["MIME-Version: 1.0\n", f'Content-Type: multipart/mixed; boundary="{boundary}"\n\n']
    body = b"".join(b"--" + boundary.encode() + b"\n" + part + b"\n" for part in parts)
    return "".join(head).encode("utf-8", "replace") + body + b"--" + boundary.encode() + b"--\n"


def _headings(item: Item) -> Iterator[tuple[str, str]]:
    """The headers with which it came, where they are kept and say who wrote; else what the properties say."""
    came = HeaderParser().parsestr(item.properties.text(_TRANSPORT))
    told = [(name, str(value)) for name in _CAME_WITH for value in came.get_all(name, [])]
    if any(name == "From" for name, _ in told):
        yield from told
        return
    about = item.properties
    yield "From", _address(about.text(_SENDER, _ON_BEHALF), about.text(*_SENDER_ADDRESSES))
    yield from _recipients(item)
    yield "Date", about.time(_SENT, _DELIVERED)
    yield "Subject", about.text(_SUBJECT)
    for number, name in _THREAD:
        yield name, about.text(number)


def _recipients(item: Item) -> Iterator[tuple[str, str]]:
    if not item.recipients:
        yield from zip(("To", "Cc", "Bcc"), map(item.properties.text, (_TO, _CC, _BCC)), strict=True)
    for kind, name in _RECIPIENTS.items():
        those = [told for told in item.recipients if (told.number(_RECIPIENT_KIND) or 1) == kind]
        yield name, ", ".join(_address(told.text(_NAME), told.text(*_ADDRESSES)) for told in those)


def _address(name: str, address: str) -> str:
    if "@" not in address or address == name:
        return name or address
    return f"{name} <{address}>" if name else address


def _bodies(about: Properties) -> Iterable[bytes]:
    """The text; what is only there as HTML or as rich text is taken from that."""
    plain = about.text(_BODY)
    html = about.long.get((_HTML, BINARY)) or about.text(_HTML).encode("utf-8", "replace")
    if plain:
        return [_part("text/plain; charset=utf-8", plain.encode("utf-8", "replace"))]
    if html:
        return [_part("text/html", html)]
    rich = shown_text(unpacked(about.long.get((_RICH, BINARY), b"")))
    return [_part("text/plain; charset=utf-8", rich.encode("utf-8", "replace"))] if rich.strip() else []


def _file(about: Properties) -> bytes:
    name = quote(about.text(*_FILE_NAMES) or "attachment")
    told = f"application/octet-stream\nContent-Disposition: attachment; filename*=UTF-8''{name}"
    return _part(told, about.long.get((_DATA, BINARY), b""))


def _inner(item: Item) -> bytes:
    return b"Content-Type: message/rfc822\n\n" + as_mail(item)


def _part(kind: str, content: bytes) -> bytes:
    return f"Content-Type: {kind}\nContent-Transfer-Encoding: base64\n\n".encode() + encodebytes(content)
