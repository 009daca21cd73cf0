"""A text as the only page of a piece, for readers to be measured on."""

from __future__ import annotations

import hashlib

from greffier.records import Page, Piece, PieceKind, digest


def one_page(text: str, language: str | None = None, kind: PieceKind = "report") -> tuple[Piece, Page]:
    """The piece and its page, born digital."""
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    page = Page(digest(sha256), "source", 1, None, "born_digital", "A", language, text, sha256, 595, 842)
    return Piece(digest(page.id), "source", kind, None, None, (page.id,), language=language), page
