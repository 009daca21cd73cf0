"""Blocks on paper: one authored page is one PDF page, and a page that does not fit is an error."""

from __future__ import annotations

import io
import random
import re
from typing import Any

from reportlab.lib.colors import black
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT, TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph, Spacer, Table, TableStyle
from reportlab.platypus import Frame as Area

from .letterheads import LETTERHEADS
from .marks import INK, MARKS
from .markup import Block, parse
from .source import Source

FONTS = {
    "times": ("Times-Roman", "Times-Bold", 12.0, 15.2, TA_JUSTIFY),
    "courier": ("Courier", "Courier-Bold", 10.4, 13.6, TA_LEFT),
    "helvetica": ("Helvetica", "Helvetica-Bold", 10.4, 14.0, TA_LEFT),
}
SPACINGS = (1.45, 1.35, 1.25, 1.15, 1.08, 1.0)  # the widest that fits every page of the document is taken
NO_BREAK = "\u00a0"
FRENCH_SPACE = re.compile(r"(?<=«) | (?=[»:;?!])")
CUE = re.compile(r"^((?:QUESTION|RÉPONSE|Question|Réponse|S\.I\.|SI|Q|A|MENTION)(?: \d+)?\s?[:.]|[A-ZÉÈÀ' ]{1,24}\s?:)")


class Overflow(ValueError):
    """A page's text is longer than its sheet; shorten the source or break the page."""


def typeset(source: Source, encrypt: str | None = None) -> bytes:
    """The source as a born-digital PDF; same source, same bytes."""
    for spacing in SPACINGS:
        try:
            return _typeset(source, spacing, encrypt)
        except Overflow:
            if spacing == SPACINGS[-1]:
                raise
    raise AssertionError("unreachable")


def _typeset(source: Source, spacing: float, encrypt: str | None) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1, pageCompression=0, encrypt=encrypt)
    canvas.setTitle(str(source.meta.get("title", source.path.rsplit("/", 1)[-1].removesuffix(".pdf"))))
    canvas.setAuthor(str(source.meta.get("author", "")))
    for number, page in enumerate(source.pages, 1):
        _page(canvas, source, number, page, spacing)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _page(canvas: Canvas, source: Source, number: int, page: str, spacing: float) -> None:
    stamp_folio(canvas, source.folio(number))
    style = str(source.meta.get("style", "plain"))
    x, y, width, height = LETTERHEADS[style](canvas, source.meta, number, len(source.pages))
    flowables = [flow for block in parse(page) for flow in _flowables(block, source, width, spacing)]
    free = height - sum(
        flow.wrap(width - 8, height)[1] + flow.getSpaceBefore() + flow.getSpaceAfter() for flow in flowables
    )
    last = number == len(source.pages)
    if free > 0 and not last:
        air = min(free / len(flowables) - 1, 8 * spacing)
        flowables = [part for flow in flowables for part in (flow, Spacer(1, max(air, 0)))]
        free -= air * len(flowables) / 2
    Area(x, y, width, height, 4, 0, 4, 0).addFromList(flowables, canvas)
    if flowables:
        raise Overflow(f"{source.name}, page {number}: {len(flowables)} blocks do not fit")
    if style in ("police", "court") and free > 130:
        _strike(canvas, x + 30, y + 16, x + width - 40, y + free - 24)


def _strike(canvas: Canvas, left: float, bottom: float, right: float, top: float) -> None:
    """A clerk strikes the blank end of an act so that nothing can be added."""
    canvas.setLineWidth(0.8)
    path = canvas.beginPath()
    path.moveTo(left, top)
    path.lineTo(right, top - 3)
    path.lineTo(left + 8, bottom)
    path.lineTo(right, bottom + 2)
    canvas.drawPath(path)


def stamp_folio(canvas: Canvas, folio: str | None) -> None:
    """The number the clerk stamps top right; slightly askew, as a hand stamp is."""
    if folio is None:
        return
    wobble = random.Random(folio)
    canvas.saveState()
    canvas.translate(A4[0] - 92 + wobble.uniform(-5, 5), A4[1] - 42 + wobble.uniform(-4, 3))
    canvas.rotate(wobble.uniform(-1.6, 1.6))
    canvas.setFillColor(INK)
    canvas.setFont("Helvetica-Bold", 16)
    canvas.drawString(0, 0, folio)
    canvas.restoreState()


def _style(source: Source, kind: str, spacing: float = 1.0) -> ParagraphStyle:
    font, bold, size, lead, align = FONTS[str(source.meta.get("font", "times"))]
    size = float(source.meta.get("size", size))
    lead = float(source.meta.get("lead", lead if "size" not in source.meta else size * 1.32))
    if kind not in ("cell", "cellhead", "small"):
        lead *= spacing
    look: dict[str, Any] = {"fontName": font, "fontSize": size, "leading": lead, "alignment": align}
    by_kind: dict[str, dict[str, Any]] = {
        "title": {
            "fontName": bold,
            "fontSize": size + 2.5,
            "leading": lead + 3,
            "alignment": TA_CENTER,
            "spaceAfter": 8,
        },
        "head": {"fontName": bold, "alignment": TA_LEFT, "spaceBefore": 4},
        "centre": {"alignment": TA_CENTER},
        "right": {"alignment": TA_RIGHT},
        "small": {"fontSize": size - 2.2, "leading": lead - 3, "alignment": TA_LEFT},
        "turn": {"leftIndent": 22, "firstLineIndent": -22, "spaceAfter": lead * 0.28},
        "indent": {"leftIndent": 26},
        "cell": {"fontSize": size - 1.4, "leading": lead - 2.6, "alignment": TA_LEFT},
        "cellhead": {"fontName": bold, "fontSize": size - 1.6, "leading": lead - 2.6, "alignment": TA_LEFT},
    }
    look |= {"spaceAfter": 0 if kind.startswith("cell") else lead * 0.42} | by_kind.get(kind, {})
    return ParagraphStyle(kind, **look)


def _flowables(block: Block, source: Source, width: float, spacing: float) -> list[Flowable]:
    if block.kind == "table":
        return [_table(block, source, width - 8), Spacer(1, 8)]
    if block.kind == "space":
        return [Spacer(1, float(block.text or 12))]
    if block.kind in MARKS:
        return [MARKS[block.kind](block.text, width - 8, float(source.meta.get("hand", 12.5)))]
    text = FRENCH_SPACE.sub(NO_BREAK, block.text) if source.meta["language"] == "fr" else block.text
    if block.kind == "para" and source.meta.get("dashes"):
        text = f"--- {text} ---"
    if block.kind in ("para", "turn"):
        text = CUE.sub(r"<b>\1</b>", text)
    return [Paragraph(text, _style(source, block.kind, spacing))]


def _table(block: Block, source: Source, width: float) -> Table:
    rows = list(block.rows)
    shares = [float(n) for n in rows.pop(0)[0].split()[1:]] if rows[0][0].startswith("w ") else [1.0] * len(rows[0])
    ruled = len(rows) > 1 and set(rows[1][0]) == {"-"}
    if ruled:
        rows.pop(1)
    body = [
        [Paragraph(c, _style(source, "cellhead" if ruled and i == 0 else "cell")) for c in r]
        for i, r in enumerate(rows)
    ]
    table = Table(body, colWidths=[width * share / sum(shares) for share in shares], repeatRows=0)
    table.setStyle(
        TableStyle(
            [
                ("GRID", (0, 0), (-1, -1), 0.5, black),
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("TOPPADDING", (0, 0), (-1, -1), 2),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
            ]
        )
    )
    return table
