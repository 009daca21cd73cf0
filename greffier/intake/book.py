"""Electronic books (.epub): the chapters in the order of reading, each from a page of its own."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from greffier.contracts import Limits
from greffier.errors import SourceBroken, SourceRefused
from greffier.intake.package import attribute, local, parse
from greffier.intake.plain import leaves
from greffier.intake.unpack import DAMAGE, UNSUPPORTED, open_zip
from greffier.intake.web import visible_text
from greffier.records import Leaf, Member

_CONTAINER, _ENCRYPTION = "META-INF/container.xml", "META-INF/encryption.xml"


class Book:
    """Opens electronic books."""

    def open(self, untrusted_path: Path, name: str, limits: Limits) -> Iterator[Leaf | Member]:
        """Yield the chapters. SourceRefused where they are encrypted, SourceBroken where there are none."""
        archive = open_zip(untrusted_path, limits)
        chapters = list(_chapters(archive))
        if set(chapters) & set(_encrypted(archive)):
            raise SourceRefused("The book is encrypted: only its shop's programs open it.")
        texts = [text for text in (_text(archive, chapter) for chapter in chapters) if text]
        if not texts:
            raise SourceBroken("The book holds no text that can be read.")
        yield from leaves("\f".join(text.replace("\f", "\n") for text in texts))


def _chapters(archive: zipfile.ZipFile) -> Iterator[str]:
    """The members that hold chapters, in the order that the book tells."""
    container = parse(archive, _CONTAINER)
    told = [] if container is None else [attribute(one, "full-path") for one in container.iter("{*}rootfile")]
    for package in told[:1]:
        root = parse(archive, package)
        if root is None:
            return
        files = {attribute(item, "id"): attribute(item, "href") for item in root.iter("{*}item")}
        for reference in root.iter("{*}itemref"):
            href = unquote(files.get(attribute(reference, "idref"), ""))
            yield posixpath.normpath(posixpath.join(posixpath.dirname(package), href))


def _encrypted(archive: zipfile.ZipFile) -> Iterator[str]:
    root = parse(archive, _ENCRYPTION)
    for element in [] if root is None else root.iter():
        if local(element) == "CipherReference":
            yield unquote(attribute(element, "URI"))


def _text(archive: zipfile.ZipFile, member: str) -> str:
    try:
        return visible_text(archive.read(member))
    except (KeyError, *DAMAGE, *UNSUPPORTED):
        return ""
