"""Tables as pages lay them out: the cells of each row below the head that names their columns."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from greffier.text import folded

_BARS = re.compile(r"[|│]")
_SIGNS = re.compile(r"[;\t]")
_COMMAS = re.compile(r",(?=\S|$)")
_WIDE = re.compile(r"[ ]{2,}")
_RULED = re.compile(r"[\s\-=_|+.*─═┼├┤│]*")
_FEWEST = 3  # columns
_STRANGE = 2  # lines in a row
_MOST = 400  # rows of a table
_LONGEST = 44  # characters of the name of a column
_FIGURES = re.compile(r"\d[\d/.,:h]*\d|\d")


@dataclass(frozen=True, slots=True)
class Row:
    """A row: where its line begins and ends on the page, and where each cell of the head's columns does.

    A cell with nothing in it begins where it ends; lines that only go on with the row above have many of those.
    """

    start: int
    end: int
    cells: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """The names of the columns, folded, and the rows below them."""

    start: int
    head: tuple[str, ...]
    rows: tuple[Row, ...]


def tables(text: str, wanted: Callable[[tuple[str, ...]], bool]) -> Iterator[Table]:
    """Yield the tables of a page whose names of columns are `wanted`: their line, and those below with cells in it."""
    lines = list(_lines(text))
    for at, (start, line) in enumerate(lines):
        parting = _parting(line)
        head = _cells(line, parting) if parting is not None and _names(line, parting) else []
        names = tuple(" ".join(folded(line[first:last].replace("_", " ")).split()) for first, last in head)
        if parting is not None and head and wanted(names):
            rows = _rows(lines, at + 1, parting, head)
            if rows:
                yield Table(start, names, tuple(rows))


def _lines(text: str) -> Iterator[tuple[int, str]]:
    at = 0
    for line in text.split("\n"):
        yield at, line
        at += len(line) + 1


def _parting(line: str) -> re.Pattern[str] | None:
    """What parts the cells of a line; None where it has too few."""
    for parting in (_BARS, _SIGNS, _COMMAS, _WIDE):
        if len(_cells(line, parting)) >= _FEWEST and (parting is not _COMMAS or ", " not in line):
            return parting
    return None


def _cells(line: str, parting: re.Pattern[str]) -> list[tuple[int, int]]:
    """Where the cells of a line begin and end, without the blanks around them and the bars at its ends."""
    first, last = len(line) - len(line.lstrip()), len(line.rstrip())
    if parting is _BARS:
        first += line[first : first + 1] in ("|", "│") and len(line[first:last]) > 1
        last -= line[last - 1 : last] in ("|", "│")
    edges = [first]
    for found in parting.finditer(line, first, last):
        edges += [found.start(), found.end()]
    edges.append(last)
    return [_trimmed(line, *pair) for pair in zip(edges[::2], edges[1::2], strict=True)]


def _trimmed(line: str, start: int, end: int) -> tuple[int, int]:
    words = line[start:end]
    left = len(words) - len(words.lstrip(' "'))
    return (start, start) if left == len(words) else (start + left, start + len(words.rstrip(' "')))


def _names(line: str, parting: re.Pattern[str]) -> bool:
    """Whether a line may name columns: short cells of words, of which hardly one holds figures."""
    told = [line[start:end] for start, end in _cells(line, parting)]
    if any(len(cell) > _LONGEST for cell in told) or sum(bool(cell) for cell in told) < _FEWEST - 1:
        return False
    return sum(bool(_FIGURES.search(cell)) for cell in told) * 4 <= len(told) and any(map(str.isalpha, line))


def _rows(lines: list[tuple[int, str]], at: int, parting: re.Pattern[str], head: list[tuple[int, int]]) -> list[Row]:
    """The rows below a head."""
    rows: list[Row] = []
    strange = 0  # lines that are no rows, such as the heads of the parts of a register
    for start, line in lines[at : at + _MOST]:
        if not _RULED.fullmatch(line):
            cells = _placed(_cells(line, parting), head, parting)
            if cells is None:
                strange += 1
                if parting is not _BARS or strange > _STRANGE:
                    break
                continue
            strange = 0
            rows.append(Row(start, start + len(line.rstrip()), tuple((start + a, start + b) for a, b in cells)))
        elif not line.strip() and rows and parting is _WIDE:
            break
    return rows


def _placed(
    cells: list[tuple[int, int]], head: list[tuple[int, int]], parting: re.Pattern[str]
) -> list[tuple[int, int]] | None:
    """The cells of a line in the columns of the head; None where it is no row of it."""
    if parting is not _WIDE:
        lacking = parting is _BARS and len(cells) == len(head) - 1  # the last cell is empty, its bar taken for the edge
        cells = [*cells, (cells[-1][1], cells[-1][1])] if lacking else cells
        return cells if len(cells) == len(head) else None
    placed: dict[int, tuple[int, int]] = {}
    for cell in cells:
        column = _column(cell, head)
        if column in placed:
            placed[column] = placed[column][0], cell[1]
        else:
            placed[column] = cell
    if len(placed) < min(2, len(head) - 1):
        return None
    return [placed.get(column, (left, left)) for column, (left, _) in enumerate(head)]


def _column(cell: tuple[int, int], head: list[tuple[int, int]]) -> int:
    """The column that a cell stands under: the name it overlaps the most, else the nearest one."""
    shared = [min(cell[1], right) - max(cell[0], left) for left, right in head]
    return max(range(len(head)), key=lambda column: (shared[column], -abs(head[column][0] - cell[0])))
