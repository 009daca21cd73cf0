"""The letterheads: what is printed on a page besides its body. Each returns the frame left for the body."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = A4
Frame = tuple[float, float, float, float]  # x, y, width, height
Letterhead = Callable[[Canvas, Mapping[str, Any], int, int], Frame]


def lines(c: Canvas, x: float, y: float, text: str, font: str, size: float, lead: float, centre: bool = False) -> float:
    """Draw lines downwards from y; the y below the last one comes back."""
    c.setFont(font, size)
    for line in text.strip("\n").split("\n"):
        (c.drawCentredString if centre else c.drawString)(x, y, line)
        y -= lead
    return y


def police(c: Canvas, meta: Mapping[str, Any], page: int, pages: int) -> Frame:
    """A police report: margin column on the first sheet, running head on the others."""
    mono = meta.get("font") == "courier"
    plain, bold = ("Courier", "Courier-Bold") if mono else ("Times-Roman", "Times-Bold")
    _sheet_footer(c, meta, page, pages, plain)
    if page > 1:
        c.setFont(plain, 9)
        c.drawString(62, HEIGHT - 50, f"Suite du P.V. n° {meta['pv']}")
        c.line(62, HEIGHT - 56, WIDTH - 130, HEIGHT - 56)
        return 62, 58, WIDTH - 114, HEIGHT - 128
    y = lines(c, 102, HEIGHT - 52, "MINISTÈRE DE L'INTÉRIEUR", bold, 8, 10, centre=True)
    y = lines(c, 102, y - 2, "______\nDIRECTION GÉNÉRALE\nDE LA POLICE NATIONALE\n______", plain, 8, 10, centre=True)
    service = meta.get(
        "service",
        "BRIGADE RÉGIONALE\nDES STUPÉFIANTS\nAntenne de Port-Sauvian\n3, rue du Sémaphore\nTél. 01 99 00 41 70",
    )
    y = lines(c, 102, y - 4, service, plain, 8, 10, centre=True)
    y = lines(c, 40, y - 18, f"P.V. n°\n{meta['pv']}", bold, 9, 12)
    for label in ("affaire", "objet", "annexe"):
        if meta.get(label):
            y = lines(c, 40, y - 14, label.upper() + " :", bold, 8.5, 11)
            y = lines(c, 40, y, str(meta[label]), plain, 8.5, 10.5)
    c.setLineWidth(0.6)
    c.line(170, 58, 170, HEIGHT - 92)
    lines(c, 372, HEIGHT - 52, "RÉPUBLIQUE FRANÇAISE", bold, 10, 12, centre=True)
    lines(c, 372, HEIGHT - 78, str(meta.get("heading", "PROCÈS-VERBAL")), bold, 15, 18, centre=True)
    return 178, 58, WIDTH - 222, HEIGHT - 158


def _sheet_footer(c: Canvas, meta: Mapping[str, Any], page: int, pages: int, font: str) -> None:
    c.setFont(font, 8)
    c.drawString(40, 36, f"P.V. {meta['pv']}")
    c.drawCentredString(WIDTH / 2, 36, str(meta.get("footer", "B.R.S. PORT-SAUVIAN")))
    c.drawRightString(WIDTH - 44, 36, f"Feuillet {page}/{pages}")


def court(c: Canvas, meta: Mapping[str, Any], page: int, pages: int) -> Frame:
    """An order of the examining magistrate."""
    c.setFont("Times-Roman", 8.5)
    c.drawCentredString(
        WIDTH / 2,
        36,
        f"N° Parquet : {meta['parquet']}   -   N° Instruction : {meta['instruction']}   -   page {page}/{pages}",
    )
    if page > 1:
        return 74, 60, WIDTH - 148, HEIGHT - 140
    y = lines(c, 74, HEIGHT - 54, "COUR D'APPEL DE VERDELAUNE", "Times-Roman", 10, 13)
    y = lines(c, 74, y, "TRIBUNAL JUDICIAIRE\nDE PORT-SAUVIAN", "Times-Bold", 10, 13)
    y = lines(c, 74, y - 4, "Cabinet de Mme Anne-Lise FONTBRUNE\nJuge d'instruction", "Times-Italic", 10, 12.5)
    numbers = f"N° Parquet : {meta['parquet']}\nN° Instruction : {meta['instruction']}\nPROCÉDURE CRIMINELLE"
    y = lines(c, 74, y - 4, numbers, "Times-Roman", 9, 11.5)
    lines(c, WIDTH / 2, y - 26, str(meta["heading"]), "Times-Bold", 14, 17, centre=True)
    below = y - 26 - 17 * str(meta["heading"]).strip("\n").count("\n")
    return 74, 60, WIDTH - 148, below - 84


def letter(c: Canvas, meta: Mapping[str, Any], page: int, pages: int) -> Frame:
    """A letter or report of another administration, in Helvetica, with a marking top and bottom."""
    c.setFont("Helvetica-Bold", 8)
    c.drawCentredString(WIDTH / 2, HEIGHT - 26, str(meta.get("marking", "")))
    c.setFont("Helvetica", 7.5)
    c.drawString(64, 34, str(meta.get("footer", "")))
    c.drawRightString(WIDTH - 64, 34, f"{page}/{pages}")
    c.setLineWidth(0.4)
    c.line(64, 46, WIDTH - 64, 46)
    if page > 1:
        return 64, 54, WIDTH - 128, HEIGHT - 126
    y = lines(c, 64, HEIGHT - 58, str(meta["letterhead"]).split("\n", 1)[0], "Helvetica-Bold", 14, 15)
    y = lines(c, 64, y, str(meta["letterhead"]).split("\n", 1)[1], "Helvetica", 8.5, 11)
    c.setLineWidth(1.6)
    c.line(64, y, WIDTH - 64, y)
    return 64, 54, WIDTH - 128, y - 62


def plain(c: Canvas, meta: Mapping[str, Any], page: int, pages: int) -> Frame:
    """No letterhead at all: the body makes its own."""
    margin = float(meta.get("margin", 54))
    if meta.get("footer"):
        c.setFont("Times-Italic", 8)
        c.drawCentredString(WIDTH / 2, 32, f"{meta['footer']}   {page}/{pages}")
    return margin, 50, WIDTH - 2 * margin, HEIGHT - 116


def notebook(c: Canvas, meta: Mapping[str, Any], page: int, pages: int) -> Frame:
    """A ruled page of a notebook, with its red margin."""
    c.setLineWidth(0.4)
    c.setStrokeGray(0.62)
    for row in range(24):
        c.line(0, HEIGHT - 96 - 31 * row, WIDTH, HEIGHT - 96 - 31 * row)
    c.setLineWidth(1.2)
    c.line(78, 0, 78, HEIGHT)
    c.setStrokeGray(0)
    return 84, 40, WIDTH - 110, HEIGHT - 92


LETTERHEADS: dict[str, Letterhead] = {
    "police": police,
    "court": court,
    "letter": letter,
    "plain": plain,
    "notebook": notebook,
}
