"""Presentations (.pptx): a page for each slide, with its notes."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from greffier.contracts import Limits
from greffier.errors import SourceBroken
from greffier.intake.package import attribute, embedded_files, local, parse
from greffier.intake.unpack import open_zip
from greffier.records import Leaf, Member
from greffier.text import clean

_SLIDE = re.compile(r"ppt/slides/slide(\d+)\.xml")
_NOTES = re.compile(r"notesSlides/notesSlide\d+\.xml$")


class Slides:
    """Opens PowerPoint presentations and shows (.pptx, .ppsx, .pptm)."""

    def open(self, untrusted_path: Path, name: str, limits: Limits) -> Iterator[Leaf | Member]:
        """Yield each slide, then embedded files. SourceBroken when there are no slides."""
        archive = open_zip(untrusted_path, limits)
        found = sorted(
            (int(match.group(1)), match.group()) for match in map(_SLIDE.fullmatch, archive.namelist()) if match
        )
        if not found:
            raise SourceBroken("The presentation holds no slides.")
        for number, (_, member) in enumerate(found, 1):
            yield Leaf(number, clean(_slide(archive, member)).strip(), 0, 0)
        yield from embedded_files(archive)


def _slide(archive: zipfile.ZipFile, member: str) -> str:
    texts = [_text(parse(archive, member)), *(_text(parse(archive, notes)) for notes in _notes(archive, member))]
    return "\n\n".join(text for text in texts if text)


def _notes(archive: zipfile.ZipFile, member: str) -> Iterator[str]:
    relations = parse(archive, member.replace("slides/", "slides/_rels/") + ".rels")
    for relation in [] if relations is None else relations:
        target = _NOTES.search(attribute(relation, "Target"))
        if target:
            yield f"ppt/{target.group()}"


def _text(root: etree._Element | None) -> str:
    if root is None:
        return ""
    paragraphs = (element for element in root.iter() if local(element) == "p")
    return "\n".join(line for line in map(_line, paragraphs) if line.strip())


def _line(paragraph: etree._Element) -> str:
    signs = {"br": "\n", "tab": "\t"}
    return "".join(
        (element.text or "") if local(element) == "t" else signs.get(local(element), "") for element in paragraph.iter()
    )
