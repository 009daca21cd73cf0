"""Documents of a seeded case written as files: stamped PDFs in one of two layouts, mails, press texts, tables."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from email.message import EmailMessage
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas

from tests.seeded.truth import Place, Written
from tests.seeded.wording import Half, Told

WIDTH, HEIGHT = A4


@dataclass(frozen=True)
class Layout:
    """How the pages of one half look."""

    font: str
    size: float
    leading: float
    margin: float
    gap: float
    stamp: tuple[float, float]


LAYOUTS: dict[Half, Layout] = {
    "a": Layout("Times-Roman", 11.5, 15, 70, 7, (535, 812)),
    "b": Layout("Courier", 10, 13, 56, 11, (520, 22)),
}


@dataclass(frozen=True)
class Paper:
    """A document: paragraphs of each of its sheets; a sheet that is too long goes on over the page.

    `skipped` sheets were taken out before its first page, `bis` says that it was put in after the one before it.
    """

    path: str
    sheets: tuple[tuple[Told, ...], ...]
    skipped: int = 0
    bis: bool = False
    letter: tuple[str, str, str, str] | None = None  # from, to, date, subject


def write(papers: Sequence[Paper], folder: Path, half: Half) -> tuple[list[Written], int]:
    """Write every paper; return its paragraphs where they stand, and how many pages there are."""
    written: list[Written] = []
    pages = folio = 0
    for paper in papers:
        file = folder / paper.path
        if not paper.path.endswith(".pdf"):
            file.write_bytes(_loose(paper))
            laid = [paper.sheets[0]]
        else:
            laid = list(_laid(paper, LAYOUTS[half]))
            first = folio + paper.skipped + (0 if paper.bis else 1)
            file.write_bytes(_pdf(laid, LAYOUTS[half], first, paper.bis))
            folio = first + len(laid) - 1
        pages += len(laid)
        for number, paragraphs in enumerate(laid, 1):
            written += [Written(Place(paper.path, number, one.text), one.names, one.tag) for one in paragraphs]
    return written, pages


def _lines(told: Told, layout: Layout) -> list[str]:
    return list(simpleSplit(told.text, layout.font, layout.size, WIDTH - 2 * layout.margin))


def _laid(paper: Paper, layout: Layout) -> Iterator[tuple[Told, ...]]:
    """The paragraphs of each page; none is torn."""
    room = HEIGHT - 150
    for sheet in paper.sheets:
        page: list[Told] = []
        used = 0.0
        for told in sheet:
            height = len(_lines(told, layout)) * layout.leading + layout.gap
            if page and used + height > room:
                yield tuple(page)
                page, used = [], 0.0
            page.append(told)
            used += height
        yield tuple(page)


def _pdf(pages: Sequence[Sequence[Told]], layout: Layout, first: int, bis: bool) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1)
    for number, page in enumerate(pages, first):
        canvas.setFont("Helvetica-Bold", 11)
        canvas.drawString(*layout.stamp, f"D{number:04d}{'bis' if bis else ''}")
        canvas.setFont(layout.font, layout.size)
        y = HEIGHT - 75
        for told in page:
            for line in _lines(told, layout):
                canvas.drawString(layout.margin, y, line)
                y -= layout.leading
            y -= layout.gap
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _loose(paper: Paper) -> bytes:
    """A mail, a text or a table."""
    (sheet,) = paper.sheets
    if paper.letter is None:
        between = "\n" if paper.path.endswith(".csv") else "\n\n"
        return (between.join(told.text for told in sheet) + "\n").encode()
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Date"], mail["Subject"] = paper.letter
    mail["Message-ID"] = f"<{paper.path.split()[0]}@seeded.example>"
    mail.set_content("\n\n".join(told.text for told in sheet))
    return mail.as_bytes()
