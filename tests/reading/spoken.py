"""What the readers of speech find on one page, for their tests."""

from __future__ import annotations

from greffier.reading.read import load_readers
from greffier.records import PieceKind, Quote
from tests.one_page import found_on

READERS = load_readers()


def said(text: str, kind: PieceKind = "report") -> list[tuple[str, str | None]]:
    """The words and who says them, in the order of the page."""
    found = [one for one in found_on(text, READERS, kind) if isinstance(one, Quote)]
    return [(one.span.exact, one.speaker_name) for one in sorted(found, key=lambda one: one.span.start)]
