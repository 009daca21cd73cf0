"""Word documents: paragraphs and tables in order, page by page where the document says where pages end.

Read from the XML itself: what is needed (text boxes, notes, inserted and deleted words, files with macros) is what
python-docx leaves out or refuses.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from greffier.contracts import Limits
from greffier.errors import SourceBroken, SourceRefused
from greffier.intake.package import ONLY_DRAWINGS, attribute, embedded_files, local, parse
from greffier.intake.plain import leaves, without_empty_cells
from greffier.intake.unpack import open_zip
from greffier.records import Leaf, Member

_MAIN = "word/document.xml"
_NOTES = (("footnotes", "footnote"), ("endnotes", "endnote"), ("comments", "comment"))
_MARGIN = re.compile(r"word/(header|footer)\d*\.xml")
_SIGNS = {"tab": "\t", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t", "lastRenderedPageBreak": "\f"}
_LEFT_OUT = frozenset(("del", "moveFrom", "instrText", "delText", "Fallback", "pPr", "rPr", "sectPr", "tblPr", "tcPr"))


class Word:
    """Opens Word documents and templates (.docx, .dotx, .docm); macros are neither run nor read."""

    def open(self, untrusted_path: Path, name: str, limits: Limits) -> Iterator[Leaf | Member]:
        """Yield the text, with header before and footer, notes and comments behind, then embedded files."""
        archive = open_zip(untrusted_path, limits)
        text = _document(archive)
        embedded = list(embedded_files(archive))
        if not text.strip() and not embedded:
            raise SourceRefused(ONLY_DRAWINGS)
        yield from leaves(text)
        yield from embedded


def _document(archive: zipfile.ZipFile) -> str:
    root = parse(archive, _MAIN)
    if root is None:
        raise SourceBroken("The document is damaged: its text cannot be read.")
    margins = sorted(name for name in archive.namelist() if _MARGIN.fullmatch(name))
    headers = [text for name in margins if "header" in name for text in _block(archive, name)]
    footers = [text for name in margins if "footer" in name for text in _block(archive, name)]
    notes = [text for part, kind in _NOTES for text in _notes(archive, part, kind)]
    parts = [*dict.fromkeys(headers), body_text(root), *notes, *dict.fromkeys(footers)]
    return "\n\n".join(part for part in parts if part.strip())


def body_text(body: etree._Element) -> str:
    """The text of the body of a document, a form feed where a page ends."""
    return re.sub(r"\f(?:\s*\f)+", "\f", without_empty_cells("".join(_pieces(body)))).strip("\f").strip("\n")


def block_text(part: etree._Element) -> str:
    """The text of a header, a footer or a note, on one page."""
    return "".join(_pieces(part)).replace("\f", "\n").strip()


def _block(archive: zipfile.ZipFile, member: str) -> list[str]:
    root = parse(archive, member)
    text = "" if root is None else block_text(root)
    return [text] if text else []


def _notes(archive: zipfile.ZipFile, part: str, kind: str) -> Iterator[str]:
    root = parse(archive, f"word/{part}.xml")
    for note in [] if root is None else root:
        text = " ".join("".join(_pieces(note)).split())
        if local(note) == kind and text:
            yield f"{kind.capitalize()} {attribute(note, 'id')}: {text}"


def _pieces(root: etree._Element) -> Iterator[str]:
    """The text of a part of a document in order, with the signs that end lines, cells and pages."""
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        tag = local(element)
        if event == "start" and tag in _LEFT_OUT:
            yield "\f" if _breaks_before(element, tag) else ""
            walk.skip_subtree()
        elif event == "start":
            yield _start(element, tag)
        else:
            yield _end(element, tag)


def _breaks_before(element: etree._Element, tag: str) -> bool:
    return tag == "pPr" and any(local(child) == "pageBreakBefore" for child in element)


def _start(element: etree._Element, tag: str) -> str:
    if tag == "t":
        return element.text or ""
    if tag == "br":
        return "\f" if attribute(element, "type") == "page" else "\n"
    if tag in ("footnoteReference", "endnoteReference", "commentReference"):
        return f"[{attribute(element, 'id')}]" if tag != "commentReference" else ""
    return _SIGNS.get(tag, "")


def _end(element: etree._Element, tag: str) -> str:
    if tag == "p":
        return " " if _in_cell(element) else "\n"
    if tag == "tc":
        return "| "
    return "\n" if tag in ("tr", "tbl", "txbxContent") else ""


def _in_cell(paragraph: etree._Element) -> bool:
    parent = paragraph.getparent()
    return parent is not None and local(parent) == "tc"
