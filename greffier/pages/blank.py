"""Whether a page is blank: nothing but dust, punch holes, the edges of the glass, the other side shining through.

A false blank hides a page from everybody, so the test errs on the side of marks: a short line, a signature, a stamp
or a page number is enough to be no blank page.
"""

from __future__ import annotations

from PIL import Image

from greffier.pages.marks import Cells, bounds, cells, groups

FAINT = 40  # levels darker than the paper; print that shines through thin paper is fainter
EDGE = 0.025  # of the page on every side: the edges of the glass, staples, the next sheet
CELL = 3  # pixels a side: marks are counted in cells of so many
FILLED = 1 / 3  # of a cell that is ink: dust fills less
LEAST = 4  # cells that hang together: a letter of 8 points; dust does not hang together
MOST = 0.01  # of the cells: a page with more is not looked at any closer
HOLE = (5, 14)  # cells: the least and the most that a punch hole is wide
MARGIN = 0.09  # of the page: where holes are punched


def blank(inked: Image.Image) -> bool:
    """Return whether a page with this ink (see `ink.ink`) says nothing."""
    marks = inked.point(lambda level: 255 if level > FAINT else 0).reduce(CELL)
    held = cells(marks, 255 * FILLED, round(EDGE * marks.width), round(EDGE * marks.height))
    if len(held) > MOST * marks.width * marks.height:
        return False
    return all(_meaningless(mark, marks.width) for mark in groups(held))


def _meaningless(mark: Cells, width: int) -> bool:
    """Whether a mark is dust or a hole."""
    if len(mark) < LEAST:
        return True
    left, top, right, bottom = bounds(mark)
    wide, high = right - left, bottom - top
    round_ = HOLE[0] <= wide <= HOLE[1] and HOLE[0] <= high <= HOLE[1] and abs(wide - high) <= 2
    beside = right <= MARGIN * width or left >= (1 - MARGIN) * width
    return round_ and beside
