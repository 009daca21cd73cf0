"""Office files as packages: a zip of XML parts, with other files put into it."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import PurePosixPath

from lxml import etree

from greffier.intake.naming import Names
from greffier.intake.unpack import DAMAGE, UNSUPPORTED
from greffier.records import Member

ONLY_DRAWINGS = "It holds no text, at most drawings or small pictures, which are not read."

_EMBEDDED = re.compile(
    r"(?:(?:word|xl|ppt)/(?:embeddings|media)|Pictures)/[^/]+|word/[^/]+\.(?:html?|mht|rtf|docx|txt)"
)
_PICTURE_FOLDERS = ("/media/", "Pictures/")
_PICTURES = (".png", ".jpg", ".jpeg", ".tif", ".tiff")
SCAN = 40_000  # bytes: a smaller picture is a logo or a line, a larger one may be a page pasted into a document


def parse(archive: zipfile.ZipFile, member: str) -> etree._Element | None:
    """The XML of a member: entities are not expanded, nothing is fetched; None when it is absent or damaged."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True)
    try:
        return etree.fromstring(archive.read(member), parser)
    except (KeyError, etree.XMLSyntaxError, *DAMAGE, *UNSUPPORTED):
        return None


def local(element: etree._Element) -> str:
    """The name of an element without its namespace; nothing for comments and the like."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def embedded_files(archive: zipfile.ZipFile) -> Iterator[Member]:
    """The files put into an office document, and its pictures where they are large enough to hold a page."""
    names = Names()
    for entry in archive.infolist():
        if not _EMBEDDED.fullmatch(entry.filename):
            continue
        is_picture = any(folder in entry.filename for folder in _PICTURE_FOLDERS)
        if is_picture and (entry.file_size < SCAN or not entry.filename.lower().endswith(_PICTURES)):
            continue
        try:
            yield Member(names.safe(PurePosixPath(entry.filename).name), archive.read(entry))
        except (*DAMAGE, *UNSUPPORTED):
            continue


def attribute(element: etree._Element, name: str) -> str:
    """The value of an attribute by its name without namespace; nothing where it is absent."""
    return next((str(value) for key, value in element.items() if str(key).rpartition("}")[2] == name), "")
