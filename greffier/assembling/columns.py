"""Columns of figures as a page lays them out: what stands in one column above a total."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from greffier.assembling.figures import Figure, figures

TOTAL = re.compile(
    r"\b(?:sub-?total|sous-?total|grand total|total|totaux|totals|totalling|ensemble|en tout|in all|all told|altogether"
    r"|montant global|somme globale|overall|aggregate)\b",
    re.IGNORECASE,
)
_RULED = re.compile(r"[\s\-=_|+.*─═]*")  # a line of dashes, or nothing
_CELLS = re.compile(r"[;|\t]")
_YEAR = re.compile(r"(?:19|20)\d\d")
_PLAY = 1  # columns by which two figures of one column may be out of line
_MOST = 60  # rows above a total


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page: where it begins, its words, its figures, and in which column each of them ends."""

    start: int
    text: str
    figures: tuple[Figure, ...]
    columns: tuple[int, ...]

    @property
    def celled(self) -> bool:
        """Whether signs part its cells, and not blanks."""
        return _CELLS.search(self.text) is not None

    @property
    def marks(self) -> int:
        """How many signs part its cells."""
        return len(_CELLS.findall(self.text))

    def of(self, column: int, celled: bool) -> Figure | None:
        """The figure that stands in a column."""
        play = 0 if celled else _PLAY
        return next((one for one, at in zip(self.figures, self.columns, strict=True) if abs(at - column) <= play), None)


@dataclass(frozen=True, slots=True)
class Column:
    """The figures that stand above a total, in the order of the page, and the lines that bear them."""

    rows: tuple[Line, ...]
    parts: tuple[Figure, ...]
    line: Line
    total: Figure


def columns(text: str) -> Iterator[Column]:
    """Yield each column that ends in a total; positions of figures are those of the page."""
    laid = list(lines(text))
    for number, line in enumerate(laid):
        told = TOTAL.search(line.text)
        if told is None or not line.figures:
            continue
        for total, column in zip(line.figures, line.columns, strict=True):
            if total.start - line.start > told.end():
                yield from _above(laid[max(0, number - _MOST) : number], line, total, column)


def _above(laid: list[Line], line: Line, total: Figure, column: int) -> Iterator[Column]:
    celled = line.celled
    rows: list[tuple[Line, Figure]] = []
    for above in reversed(laid):
        lacking = above.marks - line.marks if celled else 0  # cells joined into that of the words of the total
        part = above.of(column + lacking, celled)
        if part is not None and TOTAL.search(above.text) is None:
            rows.append((above, part))
        elif rows or not _RULED.fullmatch(above.text):
            break
    rows.reverse()
    rows = rows[1:] if rows and _years(rows[0][0]) else rows
    if rows:
        yield Column(tuple(row for row, _ in rows), tuple(part for _, part in rows), line, total)


def _years(line: Line) -> bool:
    """Whether a line is the head of columns of years."""
    told = [line.text[one.start - line.start : one.end - line.start] for one in line.figures]
    return len(told) > 1 and all(_YEAR.fullmatch(one) for one in told)


def lines(text: str) -> Iterator[Line]:
    """Yield the lines of a page with their figures and columns."""
    at = 0
    for line in text.split("\n"):
        found = tuple(figures(text, at, at + len(line)))
        cells = [match.start() for match in _CELLS.finditer(line)]
        yield Line(at, line, found, tuple(_column(one.end - at, cells) for one in found))
        at += len(line) + 1


def _column(end: int, cells: list[int]) -> int:
    """Where a figure ends, or in which cell of a row it stands."""
    return sum(cell < end for cell in cells) if cells else end
