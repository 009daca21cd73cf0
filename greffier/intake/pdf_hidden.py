"""Words that a PDF page holds and does not show: under a black box, in the colour of the paper, invisible, off it.

A word is a candidate when its box shows one flat colour. It is told only with the reason that the page gives for it, so
that a font which is merely not drawn is no secret. The reading laid under a scan is not hidden text, unless the
picture is black there: whoever blackened the picture forgot the reading.

Where black was painted over text, words are looked at letter by letter as well: a comma beside the box, or a box drawn
a little short, does not save what lies under it. A word that is only touched is not told.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image

from greffier.intake import pdf_things
from greffier.intake.pdf_look import Seen
from greffier.intake.pdf_picture import Colour, fine, flat
from greffier.intake.pdf_text import Box, Placed, Shown, Standing, shown, standing
from greffier.intake.pdf_things import PATH, PICTURE, SHADING, TEXT, Sides, Thing
from greffier.records import Concealed, Concealment

_LOWEST = 1.3  # points: the height of a line whose letters, of a point, nobody reads
_ALIKE = 24  # of 255: colours that differ by less look the same
_CLEAR = 26  # of 255: less opacity than this is not to be seen
_BLACK = 90  # of 255: a flat region of a scan darker than this was blackened
_OVER = 0.7  # of the height and width of a word: what covers less does not hide it
_MOST_OF = 0.75  # of the letters and digits of a word: with fewer of them under black, the word is only touched
_THIN = 3.0  # points: a path thinner than this is a rule, which hides no letter
_MANY = 500  # things that may hide letters: a page with more of them is a drawing
_UNPAINTED = (pdfium.FPDF_ANNOT_LINK, pdfium.FPDF_ANNOT_POPUP, pdfium.FPDF_ANNOT_WIDGET)
_UNDRAWN = (pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_CLIP)
_SCAN = 0.5  # of the page covered by pictures: its text is a reading of them


class _Cover(NamedTuple):
    """Something that letters may lie under: its place in the order of painting, and its sides."""

    at: int
    sides: Sides


@dataclass(frozen=True)
class _Sheet:
    """A page with everything that says why a word on it cannot be seen."""

    page: pypdfium2.PdfPage
    textpage: pypdfium2.PdfTextPage
    things: list[Thing]
    order: dict[int, int]
    covers: list[Sides]
    blacks: list[_Cover]
    where: Shown
    scan: bool

    @cached_property
    def picture(self) -> Image.Image:
        """The page as it is seen; drawn when it is first asked for."""
        return fine(self.page)


def hidden(
    page: pypdfium2.PdfPage, placed: Placed, unmarked: Sequence[int] | None, seen: Seen
) -> tuple[Concealed, ...]:
    """Return what of these words is hidden.

    `unmarked` are the places of those that leave no mark on the page; None says that the page is plain, so that nothing
    on it can cover a word.
    """
    candidates = {*(unmarked or ()), *_unplaced_or_tiny(page, placed)}
    if unmarked is None and not candidates:
        return ()
    scan, where = seen.covered > _SCAN and seen.unseen, shown(page)
    painted, covers = pdf_things.things(page), _annotations(page)
    blacks = [] if scan else _blacks(painted, covers)
    touched = _touched(placed, [where.box(*black.sides) for black in blacks])
    if not candidates and not touched:
        return ()
    words = standing(placed)
    order = {pdf_things.address(thing.raw): at for at, thing in enumerate(painted)}
    textpage = page.get_textpage()
    try:
        sheet = _Sheet(page, textpage, painted, order, covers, blacks, where, scan)
        found: list[tuple[int, Standing, Concealment]] = []
        for at in sorted(candidates | touched):
            word = words[at]
            if at in candidates and (how := _how(sheet, word)) is not None:
                found.append((at, word, how))
            elif at in touched and (part := _part_under_black(sheet, word)) is not None:
                found.append((at, part, "blackened"))
    finally:
        textpage.close()
    return tuple(_together(words, found))


def _blacks(painted: list[Thing], annotations: list[Sides]) -> list[_Cover]:
    """What may be black and lie over letters, in the order of painting; nothing where there is too much of it."""
    found: list[_Cover] = []
    for at, thing in enumerate(painted):
        if thing.sides is not None and thing.kind != TEXT and _is_thick(thing.sides) and _may_be_black(thing):
            found.append(_Cover(at, thing.sides))
    found += [_Cover(len(painted), sides) for sides in annotations if _is_thick(sides)]
    return found if len(found) <= _MANY else []


def _is_thick(sides: Sides) -> bool:
    return min(sides[2] - sides[0], sides[3] - sides[1]) >= _THIN


def _may_be_black(thing: Thing) -> bool:
    if thing.kind != PATH:
        return thing.kind in (PICTURE, SHADING)
    painted = pdf_things.fill(thing.raw)
    return _is_opaque(thing.raw) and (painted is None or max(painted[:3]) < _BLACK)


def _touched(placed: Placed, covers: Sequence[Box | None]) -> set[int]:
    """The places of the words that one of these boxes touches."""
    boxes = [box for box in covers if box is not None]
    return {at for at, (_, word) in enumerate(placed) if word and any(not _apart(word, box) for box in boxes)}


def _part_under_black(sheet: _Sheet, word: Standing) -> Standing | None:
    """What of a visible word lies under black painted after it: most of its letters and digits, in one run."""
    text, signs = pdfium.FPDFText_GetTextObject(sheet.textpage.raw, word.run.first), word.run.text
    if not text or len(signs) != word.run.last - word.run.first + 1:
        return None
    if pdfium.FPDFTextObj_GetTextRenderMode(text) in _UNDRAWN:
        return None
    after = sheet.order.get(pdf_things.address(text), len(sheet.things))
    blacks = [black.sides for black in sheet.blacks if black.at > after]
    boxes = [_under_black(sheet, blacks, word.run.first + at) for at in range(len(signs))] if blacks else []
    under = [at for at, box in enumerate(boxes) if box is not None]
    if not under:
        return None
    letters, within = (sum(map(str.isalnum, part)) for part in (signs, signs[under[0] : under[-1] + 1]))
    black = sum(signs[at].isalnum() for at in under)
    if black < max(within, 1) or black < _MOST_OF * letters:
        return None
    return Standing(word.start + under[0], word.start + under[-1] + 1, word.run, _around(boxes))


def _under_black(sheet: _Sheet, blacks: list[Sides], index: int) -> Box | None:
    """The box of a character where one of these lies over it and the page is black there."""
    sides = _character(sheet.textpage, index)
    if sides is None or not any(_over(black, sides) for black in blacks):
        return None
    box = sheet.where.box(*sides)
    colour = flat(sheet.picture, box) if box is not None else None
    return box if colour is not None and max(colour) < _BLACK else None


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
    if mode in _UNDRAWN:
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
    ends = (_character(textpage, index) for index in {word.run.first, word.run.last})
    return _around(ends)


def _character(textpage: pypdfium2.PdfTextPage, index: int) -> Sides | None:
    """The sides of the ink of a character; None where it has no width."""
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    if not pdfium.FPDFText_GetCharBox(textpage.raw, index, left, right, bottom, top) or right.value <= left.value:
        return None
    return left.value, bottom.value, right.value, top.value


def _around(boxes: Iterable[Box | None]) -> Box | None:
    """The box around all of these; None where there is none."""
    known = [box for box in boxes if box is not None]
    if not known:
        return None
    return min(b[0] for b in known), min(b[1] for b in known), max(b[2] for b in known), max(b[3] for b in known)


def _apart(sides: Sides, shown: Sides) -> bool:
    return sides[2] <= shown[0] or sides[0] >= shown[2] or sides[3] <= shown[1] or sides[1] >= shown[3]


def _together(words: Sequence[Standing], found: list[tuple[int, Standing, Concealment]]) -> Iterator[Concealed]:
    """Words that follow each other and are hidden alike, with nothing to be seen between them, are one passage."""
    first = 0
    for last in range(len(found)):
        if last + 1 < len(found) and _go_on(words, found[last], found[last + 1]):
            continue
        passage, how = [part for _, part, _ in found[first : last + 1]], found[first][2]
        first = last + 1
        if any(map(str.isalnum, "".join(part.run.text for part in passage))):
            yield Concealed(passage[0].start, passage[-1].end, how, _around(part.box for part in passage))


def _go_on(
    words: Sequence[Standing], one: tuple[int, Standing, Concealment], other: tuple[int, Standing, Concealment]
) -> bool:
    """Whether one hidden word is hidden to its end, and the next in the same way from its start."""
    return (
        (other[0], other[2]) == (one[0] + 1, one[2])
        and one[1].end == words[one[0]].end
        and other[1].start == words[other[0]].start
    )
