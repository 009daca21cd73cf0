"""A quick look at what a PDF page shows beside its text: pictures, and whether the text itself is to be seen."""

from __future__ import annotations

from typing import Any, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from greffier.intake.pdf_things import (
    FORM,
    PICTURE,
    TEXT,
    Sides,
    address,
    bounds,
    font_name,
)

_MOST_OBJECTS = 2_000  # looked at for pictures: a scan has a few, one cut into strips some hundreds
_MOST_INSIDE = 60  # of a form
_LARGE = 0.5  # of the page: a picture that hides what was painted before it


class Seen(NamedTuple):
    """What a page shows: its objects, the share covered by pictures, the font of most of its text.

    `unseen`: all its text is invisible, or lies under pictures painted after it. `twofold`: some is, some is not.
    """

    objects: int
    covered: float
    unseen: bool
    twofold: bool
    font: str


def look(page: pypdfium2.PdfPage) -> Seen:
    """Look at the first objects of a page, and into forms only to see whether they hold a picture."""
    raw, shown = page.raw, page.get_bbox()
    count = max(0, pdfium.FPDFPage_CountObjects(raw))
    covered, unseen, visible = 0.0, 0, 0
    fonts: dict[int, int] = {}
    named: dict[int, Any] = {}
    for index in range(min(count, _MOST_OBJECTS)):
        thing = pdfium.FPDFPage_GetObject(raw, index)
        kind = pdfium.FPDFPageObj_GetType(thing)
        if kind == TEXT:
            hidden = pdfium.FPDFTextObj_GetTextRenderMode(thing) == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE
            unseen, visible = unseen + hidden, visible + (not hidden)
            font = pdfium.FPDFTextObj_GetFont(thing)
            at = address(font)
            fonts[at] = fonts.get(at, 0) + 1
            named[at] = font
        elif kind == PICTURE or (kind == FORM and _holds_picture(thing)):
            share = _share(thing, shown)
            covered += share
            if share > _LARGE:
                unseen, visible = unseen + visible, 0
    most = max(fonts, key=lambda font: fonts[font], default=None)  # of two as frequent, the first on the page
    name = font_name(named[most]) if most is not None else ""
    return Seen(count, min(1.0, covered), unseen > 0 and visible == 0, unseen > 0 and visible > 0, name)


def _holds_picture(form: Any) -> bool:
    count = min(pdfium.FPDFFormObj_CountObjects(form), _MOST_INSIDE)
    kinds = (pdfium.FPDFPageObj_GetType(pdfium.FPDFFormObj_GetObject(form, index)) for index in range(max(0, count)))
    return PICTURE in kinds


def _share(thing: Any, shown: Sides) -> float:
    """The share of what is shown of a page that lies within the sides of a thing."""
    sides = bounds(thing)
    if sides is None:
        return 0.0
    width = max(0.0, min(sides[2], shown[2]) - max(sides[0], shown[0]))
    height = max(0.0, min(sides[3], shown[3]) - max(sides[1], shown[1]))
    return width * height / max((shown[2] - shown[0]) * (shown[3] - shown[1]), 1.0)
