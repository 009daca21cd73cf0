"""Tables as they stand on pages: rows of cells, parted by bars or by wide blanks, and the lines before them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from greffier.reading.vocabulary import level
from greffier.records import Page

_BAR, _BARS = re.compile(r"(?:(?<=\s)|^)\|(?=\s|$)"), re.compile(r"\|")
_FRAME = re.compile(r"\|(?P<inside>[^\n]*?)\|?\s*$|\s*\|(?P<framed>[^\n]*)\|\s*$")
_SIGNS = ("\t", ";")
_GAP = re.compile(r"(?:  +|\t)")
_FEWEST = 3  # cells that blanks must part a line into, to make it a row
_MOST = 100  # columns that blanks can lay under one another; every word is weighed against each
_SPARE = 400  # lines before a table that are kept: they may say whose it is


class Cell(NamedTuple):
    """Offsets into the text of the page, blanks around left out; empty cells have `start == end`."""

    start: int
    end: int


class Line(NamedTuple):
    """A line of a page, with its cells where it is a row."""

    page: Page
    start: int
    end: int
    cells: tuple[Cell, ...]
    aligned: bool = False

    def words(self, at: int) -> str:
        """What stands in a cell; nothing where the row is shorter."""
        return self.page.text[self.cells[at].start : self.cells[at].end] if at < len(self.cells) else ""

    @property
    def text(self) -> str:
        return self.page.text[self.start : self.end]


class Table(NamedTuple):
    """Rows under one head (of one line or two, none where the table has no head), and what was said before them."""

    head: tuple[Line, ...]
    rows: tuple[Line, ...]
    before: tuple[Line, ...]

    @property
    def width(self) -> int:
        return max((len(line.cells) for line in (*self.head, *self.rows)), default=0)

    def name(self, at: int) -> str:
        """The name of a column on the level view; of a head of two lines, both."""
        told = [level(line.words(at)) for line in self.head]
        if len(self.head) == 2 and not told[0]:  # merged over several columns: it stands in the first
            told[0] = next((level(words) for left in range(at, -1, -1) if (words := self.head[0].words(left))), "")
        return " ".join(" ".join(told).split())

    def column(self, at: int) -> list[str]:
        """The filled cells of a column."""
        return [words for row in self.rows if (words := row.words(at))]


def lines(pages: Sequence[Page]) -> Iterator[Line]:
    """Yield the lines of these pages that hold anything, in order."""
    for page in pages:
        yield from _of_page(page)


@lru_cache(maxsize=64)
def _of_page(page: Page) -> tuple[Line, ...]:
    """The lines of a page, kept for the next reader of it."""
    found, at = [], 0
    for told in page.text.split("\n"):
        if told.strip():
            found.append(_line(page, at, told))
        at += len(told) + 1
    return tuple(found)


def _line(page: Page, at: int, told: str) -> Line:
    if "|" in told:
        bar = _BAR if _BAR.search(told) else _BARS
        frame = _FRAME.match(told)
        start, end = frame.span(frame.lastgroup or 0) if frame else (0, len(told))
        inside = tuple(_cells(at + start, told[start:end], bar))
        return Line(page, at, at + len(told), inside)
    for sign in _SIGNS:
        if told.count(sign) >= _FEWEST - 1:
            return Line(page, at, at + len(told), tuple(_cells(at, told, re.compile(sign))))
    cells = tuple(_cells(at, told.rstrip(), _GAP))
    return Line(page, at, at + len(told), tuple(cell for cell in cells if cell.end > cell.start), aligned=True)


def _cells(at: int, told: str, sign: re.Pattern[str]) -> Iterator[Cell]:
    start = 0
    for match in sign.finditer(told):
        yield _trimmed(at, told, start, match.start())
        start = match.end()
    yield _trimmed(at, told, start, len(told))


def _trimmed(at: int, told: str, start: int, end: int) -> Cell:
    words = told[start:end]
    left = start + len(words) - len(words.lstrip())
    return Cell(at + left, at + left + len(words.strip())) if words.strip() else Cell(at + start, at + start)


def find_tables(pages: Sequence[Page], heads: Callable[[Line], bool]) -> Iterator[Table]:
    """Yield the tables of a piece. `heads` says whether a row names columns; rows before the first head make a table
    of their own. A head that is repeated on the next page begins no other table.
    """
    before: list[Line] = []
    head: list[Line] = []
    rows: list[Line] = []
    said: tuple[Line, ...] = ()
    page: Page | None = None
    for line in lines(pages):
        if not any(map(str.isalnum, line.text)):
            continue  # a rule
        if len(line.cells) < 2 or (line.aligned and len(line.cells) < _FEWEST and not head):
            before.append(line)
            continue
        opens, page = line.page is not page, line.page
        if any(line.text == named.text for named in head):
            continue
        names = heads(line)
        if names and len(head) == 1 and not rows:
            if line.aligned == head[0].aligned:
                head.append(line)
            else:  # the title of a book over its table
                before, head = [*before, *head], [line]
                said = tuple(before[-_SPARE:])
        elif names or (opens and rows and _only_words(line)):
            if rows:
                yield Table(tuple(head), tuple(rows), said)
            head, rows, said = [line], [], tuple(before[-_SPARE:])
        else:
            said = said if head or rows else tuple(before[-_SPARE:])
            before += [] if head else [line]
            rows.append(_under(head[-1], line) if line.aligned and head and _lays(head[-1]) else line)
    if rows:
        yield Table(tuple(head), tuple(rows), said)


def _only_words(line: Line) -> bool:
    """Whether a row has no figure: as the first of a page it names the columns of another table."""
    return not any(char.isdigit() for char in line.text)


def _lays(head: Line) -> bool:
    """Whether the rows below a head may be laid under its names."""
    return head.aligned and len(head.cells) <= _MOST


def _under(head: Line, row: Line) -> Line:
    """A row of an aligned table with a cell for each column: its words belong to the column that they stand under.

    A row with as many cells as the head has them in its order where a long word has pushed the others, or where two
    blanks part all of them.
    """
    shift = row.start - head.start
    if len(row.cells) == len(head.cells) and _pushed(head, row, shift):
        return row
    placed = [Cell(row.start, row.start)] * len(head.cells)
    for cell in row.cells:
        at = min(range(len(head.cells)), key=lambda at: _apart(head.cells[at], cell.start - shift, cell.end - shift))
        held = placed[at]
        placed[at] = Cell(held.start, cell.end) if held.end > held.start else cell
    return row._replace(cells=tuple(placed))


def _pushed(head: Line, row: Line, shift: int) -> bool:
    """Whether a cell reaches under the name of the next column, or no blanks are there to lay the cells in columns."""
    close = all(after.start - cell.end == 2 for cell, after in pairwise(row.cells))
    return close or any(cell.end - shift >= after.start for cell, after in zip(row.cells, head.cells[1:], strict=False))


def _apart(named: Cell, start: int, end: int) -> tuple[int, int]:
    overlap = min(named.end, end) - max(named.start, start)
    return -max(overlap, 0), min(abs(named.start - start), abs(named.end - end))
