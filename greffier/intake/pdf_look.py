"""A quick look at what a PDF page shows beside its text: pictures, and whether the text itself is to be seen."""

from __future__ import annotations

from typing import Any, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from greffier.intake.pdf_things import (
    FORM,
    PATH,
    PICTURE,
    TEXT,
    Sides,
    address,
    bounds,
    fill,
    font_name,
    is_filled,
    marks,
)

_MOST_OBJECTS = 2_000  # looked at for pictures: a scan has a few, one cut into strips some hundreds
_MOST_INSIDE = 60  # of a form
_DARK = 160  # of 255
_THIN = 3.0  # points
_LARGE = 0.5  # of the page: a picture that hides what was painted before it


class Seen(NamedTuple):
    """What a page shows: its objects, the share covered by pictures, the font of most of its text.

    `plain`: it paints dark text and thin lines only, so that nothing on it is hidden by colour or by a cover.
    `unseen`: all its text is invisible, or lies under pictures painted after it. `twofold`: some is, some is not.
    """

    objects: int
    covered: float
    plain: bool
    unseen: bool
    twofold: bool
    font: str


def look(page: pypdfium2.PdfPage) -> Seen:
    """Look at the first objects of a page, and into forms only to see whether they hold a picture."""
    raw, shown = page.raw, page.get_bbox()
    count = max(0, pdfium.FPDFPage_CountObjects(raw))
    covered, unseen, visible, plain = 0.0, 0, 0, count <= _MOST_OBJECTS and not _has_notes(page)
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
            plain = plain and not hidden and _is_dark(thing)
        elif kind == PATH:
            plain = plain and _is_thin(thing)
        elif kind == PICTURE or (kind == FORM and _holds_picture(thing)):
            share, plain = _share(thing, shown), False
            covered += share
            if share > _LARGE:
                unseen, visible = unseen + visible, 0
        else:
            plain = False
    most = max(fonts, key=lambda font: fonts[font], default=None)  # of two as frequent, the first on the page
    name = font_name(named[most]) if most is not None else ""
    return Seen(count, min(1.0, covered), plain, unseen > 0 and visible == 0, unseen > 0 and visible > 0, name)


def _is_dark(text: Any) -> bool:
    """Whether a text is certainly seen on white paper: dark, opaque and in no layer that may be off."""
    painted = fill(text)
    if painted is None or max(painted[:3]) > _DARK or painted[3] < 255:
        return False
    return pdfium.FPDFPageObj_CountMarks(text) <= 0 or "OC" not in marks(text)


def _is_thin(path: Any) -> bool:
    """Whether a path is no more than a line, which covers no word."""
    sides = bounds(path)
    return not is_filled(path) or sides is None or min(sides[2] - sides[0], sides[3] - sides[1]) < _THIN


def _has_notes(page: pypdfium2.PdfPage) -> bool:
    return bool(pdfium.FPDFPage_GetAnnotCount(page.raw) > 0)


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
