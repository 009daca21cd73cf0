"""Office documents as one file of XML, without a zip: flat OpenDocument (.fodt, .fods, .fodp) and Word 2003."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from greffier.contracts import Limits
from greffier.errors import SourceBroken, SourceRefused
from greffier.intake.naming import Names
from greffier.intake.office import block_text, body_text
from greffier.intake.open_document import prose
from greffier.intake.open_table import DAMAGED, sheets
from greffier.intake.package import ONLY_DRAWINGS, SCAN, attribute, local
from greffier.intake.plain import leaves
from greffier.records import Leaf, Member

_PICTURES = ((b"\x89PNG", "png"), (b"\xff\xd8\xff", "jpg"), (b"II*\x00", "tif"), (b"MM\x00*", "tif"))
_NOTES = {"footnote": "Footnote", "endnote": "Endnote", "annotation": "Comment"}


class FlatText:
    """Opens flat OpenDocument texts and presentations."""

    def open(self, untrusted_path: Path, name: str, limits: Limits) -> Iterator[Leaf | Member]:
        """Yield the text as leaves, then pictures of pages. SourceBroken when there is no document in it."""
        root = _parsed(untrusted_path)
        text = "\n".join(prose(body) for body in root if local(body) == "body")
        yield from _told(text, _pictures(root))


class FlatTable:
    """Opens flat OpenDocument spreadsheets."""

    def open(self, untrusted_path: Path, name: str, limits: Limits) -> Iterator[Leaf | Member]:
        """Yield pages sheet by sheet. SourceBroken when it is damaged, SourceRefused when no cell holds anything."""
        number = 0
        try:
            with untrusted_path.open("rb") as stream:
                for leaf in sheets(stream):
                    number = leaf.number
                    yield leaf
        except etree.XMLSyntaxError as error:
            raise SourceBroken(DAMAGED) from error
        if number == 0:
            raise SourceRefused(ONLY_DRAWINGS)


class Word2003:
    """Opens documents that Word 2003 saved as XML."""

    def open(self, untrusted_path: Path, name: str, limits: Limits) -> Iterator[Leaf | Member]:
        """Yield the text as of a .docx, then pictures of pages. SourceBroken when there is no document in it."""
        root = _parsed(untrusted_path)
        notes = list(_notes(root))
        headers, footers = (
            [block_text(part) for part in root.iter() if local(part) == kind] for kind in ("hdr", "ftr")
        )
        body = "\n".join(body_text(part) for part in root if local(part) == "body")
        parts = [*dict.fromkeys(headers), body, *notes, *dict.fromkeys(footers)]
        yield from _told("\n\n".join(part for part in parts if part.strip()), _pictures(root))


def _parsed(untrusted_path: Path) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True, huge_tree=True)
    try:
        root = etree.fromstring(untrusted_path.read_bytes(), parser)
    except etree.XMLSyntaxError:
        root = None
    if root is None:
        raise SourceBroken("The document is damaged: its text cannot be read.")
    return root


def _told(text: str, pictures: list[Member]) -> Iterator[Leaf | Member]:
    if not text.strip() and not pictures:
        raise SourceRefused(ONLY_DRAWINGS)
    yield from leaves(text)
    yield from pictures


def _notes(root: etree._Element) -> Iterator[str]:
    """The notes and comments, taken out of the text; where a note stood, its number stays."""
    count = 0
    for note in [element for element in root.iter() if local(element) in _NOTES]:
        kind = local(note)
        if kind == "annotation" and attribute(note, "type") != "Word.Comment":
            continue  # words that were put in or taken out
        text = " ".join(block_text(note).split())
        for child in list(note):
            note.remove(child)
        if kind != "annotation":
            count += 1
            note.tag, note.text = "t", f"[{count}]"
        if text:
            yield f"{_NOTES[kind]}{f' {count}' if kind != 'annotation' else ''}: {text}"


def _pictures(root: etree._Element) -> list[Member]:
    """The pictures in the file that are large enough to hold a page."""
    names = Names()
    found = []
    for element in root.iter():
        packed = element.text or "" if local(element) in ("binary-data", "binData") else ""
        if len(packed) < SCAN:
            continue
        try:
            content = b64decode("".join(packed.split()))
        except ValueError:
            continue
        ending = next((ending for begins, ending in _PICTURES if content.startswith(begins)), None)
        if ending is not None and len(content) >= SCAN:
            found.append(Member(names.safe(f"picture.{ending}"), content))
    return found
