"""The reading order of columns: where a PDF was written line by line across two columns or two facing pages.

Most files are written column by column, and PDFium keeps their order; it is changed only where nearly every line jumps
from one column of prose to the other. Tables jump too: their cells are short, and they are left as they are.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, groupby, pairwise
from statistics import fmean
from typing import NamedTuple

from greffier.intake.pdf_text import Box, Placed, Run

_BINS = 250  # across the page
_GUTTER = 4  # bins: a hundredth and a half of the page
_CROSSED = 0.15  # of the lines: headings that run over both columns
_LINES, _WORDS = 8, 4.0  # of prose in each column, at least; and words in each of its lines
_FACING_LINES, _FACING_WORDS = 5, 2.5  # of each of two facing pages on one sheet
_LETTERS, _PROSE = 3.0, 0.75  # signs in a word, and the share of them that are letters: less is a table
_RUNNING = 0.3  # of the lines of prose begin in the middle of a sentence; cells and fields begin with a capital
_JUMPS = 0.6  # of the lines: fewer are cells of a table or columns in order
_LANDSCAPE = 1.25  # width over height

_Words = list[tuple[Run, Box]]


class _Gutter(NamedTuple):
    left: float
    right: float


def in_reading_order(placed: Placed, width: float, height: float) -> Placed:
    """The words with the left column before the right one, band by band; the same list where that changes nothing."""
    facing = width >= _LANDSCAPE * height
    if len(placed) < 2 * _FACING_LINES * _FACING_WORDS:
        return placed
    gutter = _gutter([box for _, box in placed if box is not None], *((0.4, 0.6) if facing else (0.25, 0.75)))
    words = [(run, box) for run, box in placed if box is not None] if gutter is not None else []
    if gutter is None or len(words) < len(placed):
        return placed
    rows = _rows(words)
    least = (_FACING_LINES, _FACING_WORDS) if facing else (_LINES, _WORDS)
    if not _jumps(words, gutter, rows) or not all(_is_prose(rows, gutter, side, *least) for side in (-1, 1)):
        return placed
    return _by_column(rows, gutter)


def _gutter(boxes: Sequence[Box], first: float, last: float) -> _Gutter | None:
    """The strip in this part of the page that hardly any word crosses; None where several make a table."""
    steps = [0] * (_BINS + 2)
    for x0, _, x1, _ in boxes:
        steps[int(x0 * _BINS)] += 1
        steps[int(x1 * _BINS) + 1] -= 1
    covered = list(accumulate(steps))
    most = _CROSSED * max(covered)
    printed = [at for at, count in enumerate(covered) if count > most]
    inside = [(one + 1, other) for one, other in pairwise(printed) if other - one > _GUTTER]
    if len(inside) != 1:
        return None
    left, right = inside[0]
    return _Gutter(left / _BINS, right / _BINS) if left <= last * _BINS and right >= first * _BINS else None


def _side(box: Box, gutter: _Gutter) -> int:
    """-1 for left of the gutter, 1 for right of it, 0 for across."""
    middle = (gutter.left + gutter.right) / 2
    return -1 if box[2] <= middle else 1 if box[0] >= middle else 0


def _rows(words: _Words) -> list[_Words]:
    """The words in rows across the page, from the top, each from the left."""
    rows: list[_Words] = []
    for word in sorted(words, key=lambda word: (word[1][1] + word[1][3], word[1][0])):
        box, last = word[1], rows[-1][0][1] if rows else None
        if last is not None and (box[1] + box[3]) / 2 < last[3] and (box[1] + box[3]) / 2 > last[1]:
            rows[-1].append(word)
        else:
            rows.append([word])
    return [sorted(row, key=lambda word: word[1][0]) for row in rows]


def _jumps(words: _Words, gutter: _Gutter, rows: Sequence[_Words]) -> bool:
    """Whether nearly every row that has words on both sides is written across."""
    sides = [side for _, box in words if (side := _side(box, gutter))]
    both = sum({_side(box, gutter) for _, box in row} >= {-1, 1} for row in rows)
    return both > 0 and sum(one != other for one, other in pairwise(sides)) >= 2 * _JUMPS * both


def _is_prose(rows: Sequence[_Words], gutter: _Gutter, side: int, lines: int, words: float) -> bool:
    column = _column(rows, gutter, side)
    if len(column) < lines or fmean(map(len, column)) < words:
        return False
    written = [run.text for line in column for run, _ in line]
    signs = "".join(written)
    if sum(line[0][0].text[0].islower() for line in column) < _RUNNING * len(column):
        return False
    return len(signs) >= _LETTERS * len(written) and sum(map(str.isalpha, signs)) >= _PROSE * len(signs)


def _by_column(rows: Sequence[_Words], gutter: _Gutter) -> Placed:
    """Rows that run across part the page into bands; in each the left column is read before the right one."""
    placed: Placed = []
    for across, band in groupby(rows, lambda row: any(_side(box, gutter) == 0 for _, box in row)):
        lines = list(band)
        columns = [lines] if across else [_column(lines, gutter, side) for side in (-1, 1)]
        for column in columns:
            for number, line in enumerate(column):
                for at, (run, box) in enumerate(line):
                    before = run.before if at and "\n" not in run.before else " " if at else "\n" if number else "\n\n"
                    placed.append((run._replace(before=before), box))
    return placed


def _column(lines: Sequence[_Words], gutter: _Gutter, side: int) -> list[_Words]:
    found = ([word for word in line if _side(word[1], gutter) == side] for line in lines)
    return [line for line in found if line]
