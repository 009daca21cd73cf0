"""Small files made on the spot: what a test says is what stands on the page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from greffier.pages.settle import settle
from greffier.records import Leaf, Page, Source

MakePdf = Callable[..., Path]


@pytest.fixture
def make_pdf(tmp_path: Path) -> MakePdf:
    """Write a PDF of these pages, each a list of lines from the top; `stamps` go into the top right corners."""

    def make(pages: Sequence[Sequence[str]], stamps: Sequence[str] = (), size: float = 12) -> Path:
        path = tmp_path / "made.pdf"
        canvas = Canvas(str(path), pagesize=A4, invariant=1)
        for number, lines in enumerate(pages):
            if number < len(stamps):
                canvas.setFont("Courier-Bold", 16)
                canvas.drawRightString(A4[0] - 40, A4[1] - 40, stamps[number])
            canvas.setFont("Times-Roman", size)
            for at, line in enumerate(lines):
                canvas.drawString(72, A4[1] - 100 - at * size * 1.4, line)
            canvas.showPage()
        canvas.save()
        return path

    return make


def source(media_type: str = "application/pdf") -> Source:
    """A source of this type."""
    return Source("source", "box/file", "a" * 64, media_type, 1)


@pytest.fixture
def pages_of() -> Callable[[Sequence[str]], list[Page]]:
    """Settle texts as the born-digital pages of one source."""

    def make(texts: Sequence[str]) -> list[Page]:
        return [settle(Leaf(number, text, 595, 842), source())[0] for number, text in enumerate(texts, 1)]

    return make
