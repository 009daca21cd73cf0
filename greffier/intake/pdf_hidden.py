"""Words that a PDF page holds and does not show: under a black box, in the colour of the paper, invisible, off it.

A word is a candidate when its box shows one flat colour. It is told only with the reason that the page gives for it, so
that a font which is merely not drawn is no secret. The reading laid under a scan is not hidden text, unless the
picture is black there: whoever blackened the picture forgot the reading.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image

from greffier.intake import pdf_things
from greffier.intake.pdf_look import Seen
from greffier.intake.pdf_picture import Colour, fine, flat
from greffier.intake.pdf_text import Placed, Standing, standing
from greffier.intake.pdf_things import PATH, PICTURE, SHADING, Sides, Thing
from greffier.records import Concealed, Concealment

_LOWEST = 1.3  # points: the height of a line whose letters, of a point, nobody reads
_ALIKE = 24  # of 255: colours that differ by less look the same
_CLEAR = 26  # of 255: less opacity than this is not to be seen
_BLACK = 90  # of 255: a flat region of a scan darker than this was blackened
_OVER = 0.7  # of the height and width of a word: what covers less does not hide it
_UNPAINTED = (pdfium.FPDF_ANNOT_LINK, pdfium.FPDF_ANNOT_POPUP, pdfium.FPDF_ANNOT_WIDGET)
_SCAN = 0.5  # of the page covered by pictures: its text is a reading of them


class _Sheet(NamedTuple):
    """A page with everything that says why a word on it cannot be seen."""

    page: pypdfium2.PdfPage
    textpage: pypdfium2.PdfTextPage
    things: list[Thing]
    order: dict[int, int]
    covers: list[Sides]
    picture: Image.Image
    scan: bool


def hidden(page: pypdfium2.PdfPage, placed: Placed, unmarked: Sequence[int], seen: Seen) -> tuple[Concealed, ...]:
    """Return what of these words is hidden; `unmarked` are the places of those that leave no mark on the page."""
    candidates = sorted({*unmarked, *_unplaced_or_tiny(page, placed)})
    if not candidates:
        return ()
    words = standing(placed)
    textpage = page.get_textpage()
    try:
        painted = pdf_things.things(page)
        order = {pdf_things.address(thing.raw): at for at, thing in enumerate(painted)}
        scan = seen.covered > _SCAN and seen.unseen
        sheet = _Sheet(page, textpage, painted, order, _annotations(page), fine(page), scan)
        found = [(at, how) for at in candidates if (how := _how(sheet, words[at])) is not None]
    finally:
        textpage.close()
    return tuple(_together(words, found))


def _unplaced_or_tiny(page: pypdfium2.PdfPage, placed: Placed) -> list[int]:
    width, height = page.get_size()
    low, narrow = _LOWEST / max(height, 1.0), _LOWEST / max(width, 1.0)
    return [
        at for at, (_, box) in enumerate(placed) if box is None or box[3] - box[1] < low or box[2] - box[0] < narrow
    ]


def _is_tiny(word: Standing, width: float, height: float) -> bool:
    """Whether a word of several letters, which has a line of its own height, is lower than letters can be read."""
    box = word.box
    return (
        box is not None
        and len(word.run.text) > 1
        and min((box[3] - box[1]) * height, (box[2] - box[0]) * width) < _LOWEST
    )


def _how(sheet: _Sheet, word: Standing) -> Concealment | None:
    """Why a word cannot be seen; None where nothing on the page says why."""
    sides = _sides(sheet.textpage, word)
    if word.box is None:
        return "outside" if sides is not None and not sheet.scan and _apart(sides, sheet.page.get_bbox()) else None
    colour = flat(sheet.picture, word.box)
    if sheet.scan:
        return "blackened" if colour is not None and max(colour) < _BLACK else None
    text = pdfium.FPDFText_GetTextObject(sheet.textpage.raw, word.run.first)
    if sides is None or not text:
        return None
    if _is_tiny(word, *sheet.page.get_size()):
        return "tiny"
    return _why_flat(sheet, text, sides, colour) if colour is not None else None


def _why_flat(sheet: _Sheet, text: Any, sides: Sides, colour: Colour) -> Concealment | None:
    mode = pdfium.FPDFTextObj_GetTextRenderMode(text)
    if mode in (pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_CLIP):
        return "blackened" if max(colour) < _BLACK else "invisible"
    painted = pdf_things.fill(text)
    if painted is not None and painted[3] < _CLEAR:
        return "transparent"
    if "OC" in pdf_things.marks(text):
        return "layer"
    if _covered(sheet, text, sides):
        return "blackened" if max(colour) < _BLACK else "covered"
    if painted is not None and all(abs(one - other) < _ALIKE for one, other in zip(painted[:3], colour, strict=True)):
        return "same_colour"
    return None


def _covered(sheet: _Sheet, text: Any, sides: Sides) -> bool:
    """Whether something that is not text was painted over these sides after the text, or an annotation lies there."""
    after = sheet.order.get(pdf_things.address(text), len(sheet.things))
    for thing in sheet.things[after + 1 :]:
        if thing.sides is None or not _over(thing.sides, sides):
            continue
        if thing.kind in (PICTURE, SHADING) or (thing.kind == PATH and _is_opaque(thing.raw)):
            return True
    return any(_over(cover, sides) for cover in sheet.covers)


def _is_opaque(path: Any) -> bool:
    painted = pdf_things.fill(path)
    return pdf_things.is_filled(path) and (painted is None or painted[3] >= 255 - _CLEAR)


def _over(cover: Sides, sides: Sides) -> bool:
    """Whether a cover lies over most of the width and the height of these sides."""
    width = min(cover[2], sides[2]) - max(cover[0], sides[0])
    height = min(cover[3], sides[3]) - max(cover[1], sides[1])
    return width >= _OVER * (sides[2] - sides[0]) and height >= _OVER * (sides[3] - sides[1])


def _annotations(page: pypdfium2.PdfPage) -> list[Sides]:
    """The sides of the annotations of a page that are painted."""
    found: list[Sides] = []
    for index in range(max(0, min(pdfium.FPDFPage_GetAnnotCount(page.raw), 500))):
        annotation = pdfium.FPDFPage_GetAnnot(page.raw, index)
        told = pdfium.FS_RECTF()
        if pdfium.FPDFAnnot_GetSubtype(annotation) not in _UNPAINTED and pdfium.FPDFAnnot_GetRect(annotation, told):
            found.append((told.left, min(told.bottom, told.top), told.right, max(told.bottom, told.top)))
        pdfium.FPDFPage_CloseAnnot(annotation)
    return found


def _sides(textpage: pypdfium2.PdfTextPage, word: Standing) -> Sides | None:
    """The sides of the letters of a word, on the page or beside it."""
    sides: list[Sides] = []
    for index in {word.run.first, word.run.last}:
        left, right, bottom, top = (ctypes.c_double() for _ in range(4))
        if pdfium.FPDFText_GetCharBox(textpage.raw, index, left, right, bottom, top) and right.value > left.value:
            sides.append((left.value, bottom.value, right.value, top.value))
    if not sides:
        return None
    return min(s[0] for s in sides), min(s[1] for s in sides), max(s[2] for s in sides), max(s[3] for s in sides)


def _apart(sides: Sides, shown: Sides) -> bool:
    return sides[2] <= shown[0] or sides[0] >= shown[2] or sides[3] <= shown[1] or sides[1] >= shown[3]


def _together(words: Sequence[Standing], found: list[tuple[int, Concealment]]) -> Iterator[Concealed]:
    """Words that follow each other and are hidden alike are one hidden passage."""
    first = 0
    for at in range(1, len(found) + 1):
        if at < len(found) and found[at] == (found[at - 1][0] + 1, found[first][1]):
            continue
        passage, how = words[found[first][0] : found[at - 1][0] + 1], found[first][1]
        first = at
        if not any(map(str.isalnum, "".join(word.run.text for word in passage))):
            continue
        boxes = [word.box for word in passage if word.box is not None]
        box = (
            (min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes))
            if boxes
            else None
        )
        yield Concealed(passage[0].start, passage[-1].end, how, box)
