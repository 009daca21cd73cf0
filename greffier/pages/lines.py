"""Lines of recognised words become the text of a page: torn lines mended, paragraphs told by their distance."""

from __future__ import annotations

from bisect import bisect
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from greffier.records import Word

Box = tuple[float, float, float, float]  # x0, y0, x1, y1 in pixels

TORN = 4.0  # heights of a line (some two em): parts of one line are not further apart, columns of print rarely closer
FEW = 2  # lines: more than these beside each other are columns or a table, and stay so
ALIGNED = 5  # lines: where more than these begin at one edge, a column begins
FURTHER = 1.3  # times the usual distance of lines: there a paragraph ends


@dataclass(frozen=True, slots=True)
class Token:
    """A recognised word: its text, its box in pixels, its confidence from 0 to 100."""

    text: str
    box: Box
    confidence: int


@dataclass(frozen=True, slots=True)
class Line:
    """Words in reading order. `base` is the height of the baseline at its left and right end; `block` counts blocks."""

    tokens: tuple[Token, ...]
    block: int
    base: tuple[float, float]
    opens: bool = False  # the engine takes it for the first of a paragraph

    @property
    def left(self) -> float:
        return self.tokens[0].box[0]

    @property
    def right(self) -> float:
        return self.tokens[-1].box[2]

    @property
    def height(self) -> float:
        return median(token.box[3] - token.box[1] for token in self.tokens)

    def base_at(self, x: float) -> float:
        """The height of the baseline at x, on the page of a scanner that pulls its paper askew."""
        run = self.right - self.left
        return self.base[0] if run <= 0 else self.base[0] + (self.base[1] - self.base[0]) * (x - self.left) / run


def write(lines: Sequence[Line], width: int, height: int) -> tuple[str, tuple[Word, ...]]:
    """Return the text, a line feed after each line and a blank line after each paragraph, and its words.

    Boxes become fractions of a page of this width and height in pixels.
    """
    mended = _mended(lines)
    usual = _usual_distance(mended)
    parts: list[str] = []
    words: list[Word] = []
    length = 0
    for at, line in enumerate(mended):
        gap = "" if at == 0 else "\n\n" if _parted(mended[at - 1], line, usual) else "\n"
        for token in line.tokens:
            parts += (gap, token.text)
            start = length + len(gap)
            length = start + len(token.text)
            words.append(_word(token, start, length, width, height))
            gap = " "
    return "".join(parts), tuple(words)


def _word(token: Token, start: int, end: int, width: int, height: int) -> Word:
    x0, y0, x1, y1 = token.box
    return Word(start, end, x0 / width, y0 / height, x1 / width, y1 / height, token.confidence)


def _mended(lines: Sequence[Line]) -> list[Line]:
    """The lines, with those that the engine tore into blocks of a line or two put together again."""
    sizes = Counter(line.block for line in lines)
    edges = sorted(line.left for line in lines)
    mended: list[Line] = []
    for line in lines:
        torn = [
            at
            for at, other in enumerate(mended)
            if min(sizes[line.block], sizes[other.block]) <= FEW and _torn(other, line, edges)
        ]
        if torn:
            nearest = min(torn, key=lambda at: _apart(mended[at], line))
            mended[nearest] = _joined(mended[nearest], line)
        else:
            mended.append(line)
    return mended


def _torn(one: Line, other: Line, edges: Sequence[float]) -> bool:
    """Whether two lines of different blocks are parts of one line of the page."""
    left, right = (one, other) if one.left <= other.left else (other, one)
    high = max(left.height, right.height)
    if one.block == other.block or not -0.2 * high <= _apart(one, other) <= TORN * high:
        return False
    if bisect(edges, right.left + high) - bisect(edges, right.left - high) > ALIGNED:
        return False  # it stands at the edge of a column
    return abs(left.base_at(right.left) - right.base_at(right.left)) <= 0.4 * high


def _apart(one: Line, other: Line) -> float:
    """The room between two lines beside each other, in pixels."""
    return max(one.left, other.left) - (one.right if one.left <= other.left else other.right)


def _joined(one: Line, other: Line) -> Line:
    left, right = (one, other) if one.left <= other.left else (other, one)
    joined = replace(one, tokens=left.tokens + right.tokens, base=(left.base[0], right.base[1]))
    return replace(joined, opens=left.opens)


def _usual_distance(lines: Sequence[Line]) -> float:
    """The usual distance of baselines on the page, 0 where there are too few lines to tell."""
    steps = [_step(one, other) for one, other in pairwise(lines) if _under(one, other)]
    return median(steps) if steps else 0.0


def _under(one: Line, other: Line) -> bool:
    """Whether the second line stands below the first in the same column."""
    shared = min(one.right, other.right) - max(one.left, other.left)
    return _step(one, other) > 0 and shared >= 0.3 * min(one.right - one.left, other.right - other.left)


def _step(one: Line, other: Line) -> float:
    x = max(one.left, other.left)
    return other.base_at(x) - one.base_at(x)


def _parted(one: Line, other: Line, usual: float) -> bool:
    """Whether a paragraph ends between two lines that follow each other."""
    if not _under(one, other) or _step(one, other) > FURTHER * usual:
        return True
    return other.opens and one.tokens[-1].text.endswith((".", "!", "?", ":", "»", "…"))
