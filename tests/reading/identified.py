"""The identifiers of one kind in a text, as tests compare them: the words and the value."""

from __future__ import annotations

from greffier.reading.identifiers import Identifiers, find_identifiers
from greffier.records import Mention, Page, Piece


def seen(text: str, kind: str, english: bool = False) -> list[tuple[str, str | None]]:
    return [(text[one.start : one.end], one.normalised) for one in find_identifiers(text, english) if one.kind == kind]


def values_of(text: str, kind: str) -> list[str | None]:
    """The values that the whole reader finds on a page, English where it is in ASCII and tells no account or law."""
    english = kind not in ("account", "law") and text.isascii()
    page = Page("page", "source", 1, None, "born_digital", "A", "en" if english else "fr", text, "", 1.0, 1.0)
    piece = Piece("piece", "source", "report", None, None, ("page",))
    found = [one for one in Identifiers().read(piece, [page], []) if isinstance(one, Mention)]
    return [one.normalised for one in sorted(found, key=lambda one: one.span.start) if one.kind == kind]


def read(*texts: str, language: str = "fr") -> list[tuple[str, str | None, float]]:
    pages = [
        Page(f"page{at}", "source", at, None, "ocr", "C", language, text, "", 1.0, 1.0)
        for at, text in enumerate(texts, 1)
    ]
    piece = Piece("piece", "source", "report", None, None, tuple(page.id for page in pages))
    found = Identifiers().read(piece, pages, [])
    return [(one.kind, one.normalised, one.confidence) for one in found if isinstance(one, Mention)]
