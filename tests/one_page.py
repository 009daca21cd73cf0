"""A text as the only page of a piece, and what readers find on it, one after the other."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from greffier.contracts import Reader
from greffier.records import Found, Page, Piece, PieceKind, digest


def one_page(text: str, language: str | None = None, kind: PieceKind = "report") -> tuple[Piece, Page]:
    """The piece and its page, born digital."""
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    page = Page(digest(sha256), "source", 1, None, "born_digital", "A", language, text, sha256, 595, 842)
    return Piece(digest(page.id), "source", kind, None, None, (page.id,), language=language), page


def found_on(text: str, readers: Iterable[Reader], kind: PieceKind = "report") -> list[Found]:
    """What these readers find in a text; each sees what those before it found."""
    piece, page = one_page(text, kind=kind)
    found: list[Found] = []
    for reader in readers:
        found.extend(reader.read(piece, [page], tuple(found)))
    return found
