"""Which way a page lies on the glass, and the page laid straight: quarter turns and the few degrees that remain.

Lines of print leave a sharp profile: turned the right way, rows of ink and rows of paper alternate; a degree off they
run into each other. The same profile along the other side tells a page that lies on its side.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from itertools import pairwise
from typing import NamedTuple, cast

from PIL import Image

from greffier.records import Word

SHRUNK = 2  # times: letters become specks, and lines are still lines
MOST_LEAN = 8.25  # degrees looked at either way
STRIDE, FINEST = 0.75, 0.05  # degrees, first and last
LEAST_LEAN = 0.75  # degrees; less costs the engine little, and turning blurs: lines of a table come apart
SHARP = 6.0  # times the usual profile: below it nothing is aligned enough to tell
CLEARLY = 3.0  # times sharper along the other side: the page lies on its side
NARROW = 20  # pixels of ink: a strip as narrow holds no two lines
EDGE = 0.03  # of the page on every side: the edges of the glass are straight, whatever lies on it
TALL = 4.0  # times the usual step from row to row: higher ones count as so high
TIPPED = 0.3  # of skewness of those steps: straight pages have -0.5 to -2, those upside down as much above 0
PAPER = 255
_TURNS = {90: Image.Transpose.ROTATE_90, 180: Image.Transpose.ROTATE_180, 270: Image.Transpose.ROTATE_270}


class Lie(NamedTuple):
    """How a page most likely lies: the quarter turns, then the degrees, counter-clockwise, that lay it straight."""

    turn: int
    lean: float


class Upright(NamedTuple):
    """A page as it is read: turned counter-clockwise by `turn` (0, 90, 180, 270), then by `lean` degrees.

    `size` is that of the page in pixels after the quarter turn.
    """

    image: Image.Image
    turn: int
    lean: float
    size: tuple[int, int]

    def back(self, word: Word) -> Word:
        """The word with the smallest box that holds it on the page as it came; what is no box stays none."""
        x0, y0, x1, y1 = word.x0, word.y0, word.x1, word.y1
        if not (x0 < x1 and y0 < y1):
            return word
        if self.lean:
            corners = [self._straight(x, y) for x in (x0, x1) for y in (y0, y1)]
            across, down = [x for x, _ in corners], [y for _, y in corners]
            x0, y0, x1, y1 = min(across), min(down), max(across), max(down)
        x0, y0, x1, y1 = _TURNED_BACK[self.turn](x0, y0, x1, y1)
        return word._replace(x0=x0, y0=y0, x1=x1, y1=y1)

    def _straight(self, x: float, y: float) -> tuple[float, float]:
        """A point of the picture, in fractions, on the page before it was turned by `lean`."""
        width, height = self.size
        across, down = (x - 0.5) * self.image.width, (y - 0.5) * self.image.height
        cos, sin = math.cos(math.radians(self.lean)), math.sin(math.radians(self.lean))
        return 0.5 + (across * cos - down * sin) / width, 0.5 + (across * sin + down * cos) / height


_TURNED_BACK: dict[int, Callable[[float, float, float, float], tuple[float, float, float, float]]] = {
    0: lambda x0, y0, x1, y1: (x0, y0, x1, y1),
    90: lambda x0, y0, x1, y1: (1 - y1, x0, 1 - y0, x1),
    180: lambda x0, y0, x1, y1: (1 - x1, 1 - y1, 1 - x0, 1 - y0),
    270: lambda x0, y0, x1, y1: (y0, 1 - x1, y1, 1 - x0),
}


def lie(inked: Image.Image) -> Lie:
    """Return how a page with this ink (see `ink.ink`) most likely lies; as it should where nothing tells."""
    if min(inked.size) < NARROW:
        return Lie(0, 0.0)
    across, down = round(EDGE * inked.width), round(EDGE * inked.height)
    rows = inked.crop((across, down, inked.width - across, inked.height - down)).reduce(SHRUNK)
    columns = rows.transpose(Image.Transpose.ROTATE_90)
    along, beside = _leaning(rows), _leaning(columns)
    sideways = beside.sharpness >= SHARP and beside.height > CLEARLY * along.height
    told, marks = (beside, columns) if sideways else (along, rows)
    if told.sharpness < SHARP:
        return Lie(0, 0.0)
    turn = (90 if sideways else 0) + (180 if _feet_up(marks, told.degrees) else 0)
    return Lie(turn, told.degrees if abs(told.degrees) >= LEAST_LEAN else 0.0)


def _feet_up(marks: Image.Image, degrees: float) -> bool:
    """Whether the lines hang from their baselines: more letters rise above the small ones than reach below the line.

    So ink ends more suddenly at the foot of a line than it begins at the head. Digits and capitals tell nothing.
    """
    rows = _rows(marks, degrees)
    steps = [other - one for one, other in pairwise(rows)]
    spread = math.sqrt(sum(step * step for step in steps) / max(1, len(steps))) or 1.0
    most = TALL * spread  # a ruled line is no line of print
    told = sum(max(-most, min(most, step)) ** 3 for step in steps) / max(1, len(steps))
    return told > TIPPED * spread**3


def upright(page: Image.Image, turn: int, lean: float) -> Upright:
    """Return the page turned counter-clockwise by `turn` and then by `lean` degrees, nothing cut off."""
    turned = page.transpose(_TURNS[turn]) if turn else page
    if not lean:
        return Upright(turned, turn, 0.0, turned.size)
    straight = turned.rotate(lean, Image.Resampling.BICUBIC, expand=True, fillcolor=_paper(turned))
    return Upright(straight, turn, lean, turned.size)


def _paper(page: Image.Image) -> int:
    """The grey of the paper: the lighter half's middle, so that what is added at the corners makes no edge."""
    counts, half, seen = page.histogram(), page.width * page.height * 0.7, 0
    for grey, count in enumerate(counts):
        seen += count
        if seen >= half:
            return grey
    return PAPER


class _Leaning(NamedTuple):
    degrees: float
    height: float  # of the profile there
    sharpness: float  # how many times that of most other angles


def _leaning(marks: Image.Image) -> _Leaning:
    """The angle at which the profile is sharpest: in strides over all, then ever finer around the best."""
    steps = round(MOST_LEAN / STRIDE)
    heights = {step * STRIDE: _profile(marks, step * STRIDE) for step in range(-steps, steps + 1)}
    best = max(heights, key=lambda degrees: (heights[degrees], -abs(degrees)))
    usual = sorted(heights.values())[len(heights) // 2]
    stride = STRIDE / 2
    while stride > FINEST:
        for degrees in (best - stride, best + stride):
            heights[degrees] = _profile(marks, degrees)
        best = max((best, best - stride, best + stride), key=lambda degrees: (heights[degrees], -abs(degrees)))
        stride /= 2
    return _Leaning(best, heights[best], heights[best] / max(usual, 1e-9))


def _profile(marks: Image.Image, degrees: float) -> float:
    """How sharply rows of ink and rows of paper alternate when the page is turned by so many degrees."""
    return sum((other - one) ** 2 for one, other in pairwise(_rows(marks, degrees)))


def _rows(marks: Image.Image, degrees: float) -> tuple[float, ...]:
    """The mean ink of every row of the page turned by so many degrees."""
    turned = marks.rotate(degrees, Image.Resampling.NEAREST) if degrees else marks
    column = turned.convert("F").resize((1, turned.height), Image.Resampling.BOX)
    return cast(tuple[float, ...], column.get_flattened_data())
