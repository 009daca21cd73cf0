"""What a file is, by its bytes: its name decides nothing. Runs inside the sandbox."""

from __future__ import annotations

import csv
import mmap
import re
import struct
import zipfile
from pathlib import Path

from olefile import OleFileIO

from greffier.intake.encoding import decode
from greffier.intake.separated import UNUSUAL, USUAL
from greffier.intake.signatures import (
    ENCRYPTED,
    OLD_OFFICE,
    OLD_OFFICE_STREAMS,
    PROGRAM,
    SIGNATURES,
    ZIP_MEMBERS,
    called,
)
from greffier.intake.unpack import DAMAGE, UNSUPPORTED

_HEAD = 65_536  # bytes looked at
_PDF_WITHIN = 1_024  # bytes of anything before %PDF, as viewers allow
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_WORKS = b"CHNKWKS"  # how the text of a Works document begins
_WORD, _WORD_HEAD = "application/msword", 12
_LONGEST_MEDIA_TYPE = 200  # bytes
_ZIPS = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_HEADER = re.compile(r"[!-9;-~]{1,200}+[ \t]*+:[^\n]*+\n(?:[ \t]++[^\n]*+\n)*+")
_MAIL_HEADERS = frozenset(
    "from to cc bcc date subject received return-path message-id mime-version content-type delivered-to reply-to "
    "sender in-reply-to references x-mailer content-transfer-encoding envelope-to x-originating-ip".split()
)
# No saved page has these.
_SENT = frozenset(("to", "cc", "bcc", "received", "delivered-to", "return-path", "message-id"))
_SYSTEM = frozenset(("date", "received", "message-id", "mime-version", "return-path"))  # no printed letter has these
_MAILBOX = re.compile(r"From \S{1,400}+.{0,400}?\d{4}.{0,400}\n[!-9;-~]{1,200}+:")
_HTML = re.compile(
    r"<(?:!doctype\s+html|html|head|body|title|meta|table|div|p|frameset)\b[^>]{0,2000}+>", re.IGNORECASE
)
_XML = re.compile(r"\A(?>\s+|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*>)*+<([A-Za-z][\w:.-]*)([^>]*)", re.DOTALL)
_FLAT = re.compile(r"\bmimetype\s*=\s*[\"'](application/vnd\.oasis\.opendocument\.(?:text|spreadsheet|presentation))")
_SIGNED = re.compile(rb"\x30.{1,8}\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07", re.DOTALL)  # PKCS #7, as DER
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffd]")


def identify(untrusted_path: Path, name: str) -> str:
    """Return the media type of a file, `application/octet-stream` where nothing tells.

    The name is asked only where a text looks like a table and like prose.
    """
    with untrusted_path.open("rb") as stream:
        head = stream.read(_HEAD)
    if b"%PDF-" in head[:_PDF_WITHIN]:
        return "application/pdf"
    if head.startswith(_OLE):
        return _old_office(untrusted_path)
    if head.startswith(_ZIPS):
        return _zipped(untrusted_path)
    if _SIGNED.match(head):
        return "application/pkcs7-mime"
    for offset, signature, media_type in SIGNATURES:
        if head.startswith(signature, offset):
            return media_type
    return _text(head, name)


def refusal(media_type: str) -> str:
    """The sentence that says why a file of this media type was not read."""
    if media_type == PROGRAM:
        return "A program; programs are not opened."
    if media_type == ENCRYPTED:
        return "An encrypted file; it needs a password."
    what = called(media_type)
    return f"{what[0].upper()}{what[1:]}; not read yet."


def _old_office(untrusted_path: Path) -> str:
    """The kind of a compound file, by the names of the streams in its directory."""
    with untrusted_path.open("rb") as stream, mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ) as content:
        for stream_name, media_type in OLD_OFFICE_STREAMS:
            if re.search(re.escape(stream_name.encode("utf-16-le") + b"\x00\x00"), content, re.IGNORECASE):
                return ENCRYPTED if media_type == _WORD and _needs_password(untrusted_path) else media_type
        if content.find(_WORKS) >= 0:
            return "application/vnd.ms-works"
    return OLD_OFFICE


def _needs_password(untrusted_path: Path) -> bool:
    """Whether the head of an old Word file says that the rest is encrypted."""
    try:
        with OleFileIO(untrusted_path) as file, file.openstream("WordDocument") as stream:
            head = stream.read(_WORD_HEAD)
    except (OSError, ValueError, IndexError, struct.error):
        return False
    return len(head) == _WORD_HEAD and bool(head[11] & 1)


def _zipped(untrusted_path: Path) -> str:
    """The kind of a zip: what its `mimetype` says, what its members are, else a plain archive."""
    try:
        with zipfile.ZipFile(untrusted_path) as archive:
            held, told = set(archive.namelist()), _told(archive)
    except (*DAMAGE, *UNSUPPORTED):
        return "application/zip"
    if told:
        return told
    return next((media_type for member, media_type in ZIP_MEMBERS if member in held), "application/zip")


def _told(archive: zipfile.ZipFile) -> str | None:
    try:
        if archive.getinfo("mimetype").file_size > _LONGEST_MEDIA_TYPE:
            return None
        told = archive.read("mimetype").decode("ascii", "replace").strip()
    except (KeyError, *DAMAGE, *UNSUPPORTED):
        return None
    return told if re.fullmatch(r"application/[a-z0-9.+-]{1,80}", told) else None


def _text(head: bytes, name: str) -> str:
    text = decode(head)
    if _CONTROL.search(text[:2_000]) and len(_CONTROL.findall(text)) > 0.02 * len(text):
        return "application/octet-stream"
    if text.lstrip().startswith("{\\rtf"):
        return "application/rtf"
    if _MAILBOX.match(text):
        return "application/mbox"
    return _letter(text) or _marked_up(text) or ("text/csv" if _is_table(text, name) else "text/plain")


def _letter(text: str) -> str | None:
    """A mail, by headers from the first line on, two of them a mail's; or a page saved like one, sent to nobody."""
    text = text.lstrip("\ufeff\r\n ").replace("\r\n", "\n").replace("\r", "\n")
    found: dict[str, str] = {}
    position = 0
    while (match := _HEADER.match(text, position)) and len(found) < 40:
        name, _, value = match.group().partition(":")
        found.setdefault(name.strip().lower(), value.strip().lower())
        position = match.end()
    if found.get("content-type", "").startswith("multipart/related") and not found.keys() & _SENT:
        return "multipart/related"
    if "sent" in found and not found.keys() & _SYSTEM:
        return None  # as a mail program prints it: as a mail it would lose the line that says when
    return "message/rfc822" if len(found.keys() & _MAIL_HEADERS) >= 2 else None


def _marked_up(text: str) -> str | None:
    """HTML, a document as one file of XML, some other XML, or None."""
    text = text.lstrip("\ufeff \r\n\t\f")
    root = _XML.match(text)
    tag = root.group(1).rpartition(":")[2].lower() if root else ""
    if root and tag == "document" and (flat := _FLAT.search(root.group(2))):
        return f"{flat.group(1)}-flat-xml"
    if tag == "worddocument":
        return "application/vnd.ms-wordml"
    if tag == "html" or (_HTML.search(text[:4_000]) and text.startswith("<")):
        return "text/html"
    if tag == "svg":
        return "image/svg+xml"
    return "application/xml" if root and text.startswith("<?xml") else None


def _is_table(text: str, name: str) -> bool:
    """Whether lines have the same number of cells. One named `.csv` or `.tsv` is believed when two lines agree.

    A title or a few lines of explanation may stand before the cells.
    """
    lines = [line for line in text.splitlines()[:80] if line.strip()]
    named = name.lower().endswith((".csv", ".tsv", ".tab"))
    if len(lines) < (2 if named else 4):
        return False
    if named and re.match(r'"?sep=.', lines[0], re.IGNORECASE):
        return True
    return any(_agree(lines[:-1] or lines, sign, named) for sign in (USUAL + UNUSUAL if named else USUAL))


def _agree(lines: list[str], delimiter: str, named: bool) -> bool:
    counts = [len(row) for row in csv.reader(lines, delimiter=delimiter)]
    begun = next((at for at, count in enumerate(counts) if count > 1), len(counts))
    rows = counts[begun:]
    usual = max(set(rows), key=rows.count, default=0)
    if usual < 2 or (not named and (usual < 3 or delimiter == "," or begun > len(counts) // 2)):
        return False
    return rows.count(usual) >= (0.6 if named else 0.9) * len(rows) and (named or len(rows) >= 3)
