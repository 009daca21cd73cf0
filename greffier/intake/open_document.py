"""OpenDocument texts and presentations (.odt, .odp); spreadsheets are in `open_table.py`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from greffier.contracts import Limits
from greffier.errors import SourceBroken, SourceRefused
from greffier.intake.package import ONLY_DRAWINGS, attribute, embedded_files, local, parse
from greffier.intake.plain import leaves, without_empty_cells
from greffier.intake.unpack import open_zip
from greffier.records import Leaf, Member

_LEFT_OUT = frozenset(("automatic-styles", "font-face-decls", "scripts", "tracked-changes", "sequence-decls", "forms"))
_MOST_REPEATED = 50  # a cell or a blank that stands for several


class OpenDocument:
    """Opens OpenDocument files, a page for each page end or slide."""

    def open(self, untrusted_path: Path, name: str, limits: Limits) -> Iterator[Leaf | Member]:
        """Yield the text as leaves, then embedded pictures of pages. SourceRefused when it is encrypted."""
        archive = open_zip(untrusted_path, limits)
        manifest = parse(archive, "META-INF/manifest.xml")
        if manifest is not None and any(local(element) == "encryption-data" for element in manifest.iter()):
            raise SourceRefused("The document is encrypted: it needs a password.")
        root = parse(archive, "content.xml")
        if root is None:
            raise SourceBroken("The document is damaged: its text cannot be read.")
        embedded = list(embedded_files(archive))
        text = prose(root)
        if not text and not embedded:
            raise SourceRefused(ONLY_DRAWINGS)
        yield from leaves(text)
        yield from embedded


def _count(element: etree._Element, name: str) -> int:
    told = attribute(element, name)
    return min(_MOST_REPEATED, int(told)) if told.isdigit() else 1


def prose(root: etree._Element) -> str:
    """The text of a document or of a part of it, a form feed where a page ends."""
    text = without_empty_cells("".join(_pieces(root)))
    return re.sub(r"\n{3,}", "\n\n", re.sub(r"\f(?:\s*\f)+", "\f", text)).strip()


def _pieces(root: etree._Element) -> Iterator[str]:
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        tag = local(element)
        if event == "start" and tag in _LEFT_OUT:
            walk.skip_subtree()
        elif event == "start":
            yield _start(element, tag) + (element.text or "" if _is_text(tag) else "")
        else:
            parent = element.getparent()
            inside = parent is not None and _is_text(local(parent))
            yield _end(element, tag) + (element.tail or "" if inside else "")


def _is_text(tag: str) -> bool:
    return tag in ("p", "h", "span", "a")


def _start(element: etree._Element, tag: str) -> str:
    if tag == "s":
        return " " * _count(element, "c")
    return {"tab": "\t", "line-break": "\n", "soft-page-break": "\f", "page": "\f", "note-body": " ["}.get(tag, "")


def _end(element: etree._Element, tag: str) -> str:
    if tag in ("p", "h"):
        parent = element.getparent()
        return {"table-cell": " ", "note-body": ""}.get("" if parent is None else local(parent), "\n")
    return {"table-cell": "| ", "table-row": "\n", "table": "\n", "note-body": "] "}.get(tag, "")
