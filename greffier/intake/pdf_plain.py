"""Whether a PDF page is so plain that nothing on it is hidden by its colour or a cover: then it need not be drawn.

Plain is dark, opaque text, thin lines, and pale grounds that were painted before the text that stands on them.
"""

from __future__ import annotations

from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from greffier.intake.pdf_things import PATH, TEXT, Sides, bounds, fill, is_filled, marks

_MOST_OBJECTS, _MOST_GROUNDS = 2_000, 60
_DARK, _PALE = 160, 200  # of 255: text is darker, grounds are paler
_THIN = 3.0  # points


def is_plain(page: pypdfium2.PdfPage) -> bool:
    """Look at the objects of a page until one is not plain; a page with notes is not."""
    raw = page.raw
    count = pdfium.FPDFPage_CountObjects(raw)
    if count > _MOST_OBJECTS or pdfium.FPDFPage_GetAnnotCount(raw) > 0:
        return False
    texts: list[Any] = []
    grounds: list[tuple[int, Sides]] = []
    for index in range(count):
        thing = pdfium.FPDFPage_GetObject(raw, index)
        kind = pdfium.FPDFPageObj_GetType(thing)
        if kind == TEXT and _is_dark(thing):
            texts.append(thing)
        elif kind == PATH and (sides := _ground(thing)) is not None and len(grounds) < _MOST_GROUNDS:
            grounds.append((len(texts), sides))
        elif kind != PATH or not _is_thin(thing):
            return False
    return not grounds or not _covers(grounds, texts)


def _is_dark(text: Any) -> bool:
    """Whether a text is certainly seen on white paper: dark, opaque, visible and in no layer that may be off."""
    if pdfium.FPDFTextObj_GetTextRenderMode(text) == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE:
        return False
    painted = fill(text)
    if painted is None or max(painted[:3]) > _DARK or painted[3] < 255:
        return False
    return pdfium.FPDFPageObj_CountMarks(text) <= 0 or "OC" not in marks(text)


def _ground(path: Any) -> Sides | None:
    """The sides of a path that is filled with a pale colour."""
    painted = fill(path)
    return bounds(path) if painted is not None and min(painted[:3]) >= _PALE and is_filled(path) else None


def _is_thin(path: Any) -> bool:
    """Whether a path is no more than a line, which covers no word."""
    sides = bounds(path)
    return not is_filled(path) or sides is None or min(sides[2] - sides[0], sides[3] - sides[1]) < _THIN


def _covers(grounds: list[tuple[int, Sides]], texts: list[Any]) -> bool:
    """Whether a ground lies over a text that was painted before it, however little."""
    placed = [bounds(text) for text in texts[: grounds[-1][0]]]
    return any(
        sides is not None
        and sides[0] < ground[2]
        and sides[2] > ground[0]
        and sides[1] < ground[3] - _THIN
        and sides[3] > ground[1] + _THIN
        for before, ground in grounds
        for sides in placed[:before]
    )
