"""A page as a picture that may be shown: protected names painted over, two tones only, made again from pixels.

Boxes are widened to a fixed grid, so that their width does not measure a name; two tones leave no printer dots; what is
written is pixels and nothing else. The boxes are looked at once more on the finished picture.
"""

from __future__ import annotations

import io
import math
from collections.abc import Iterable
from dataclasses import dataclass

from PIL import Image, ImageDraw

from greffier.errors import CheckBlocks
from greffier.records import Layout, Page, Picture
from greffier.writing.protect import Shield

COLUMNS = 16  # cells across the page: a box is at least one and always whole cells wide
MARGIN = 0.004  # of the page's height, above and below a word
TONE = 160  # grey from which a point is white
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Shown:
    """A redacted picture: PNG bytes, its size, and the boxes painted (fractions of the page)."""

    png: bytes
    width: int
    height: int
    boxes: tuple[Box, ...]


def redact(picture: Picture, page: Page, layout: Layout, guard: Shield, crop: Box | None = None) -> Shown:
    """Paint over every protected name of a page and return it as PNG, cropped to these fractions if asked.

    Raises CheckBlocks where the words of the page have no known place, or a box did not come out solid.
    """
    boxes = tuple(_boxes(page, layout, guard))
    mode = "RGB" if len(picture.pixels) == 3 * picture.width * picture.height else "L"
    image = Image.frombytes(mode, (picture.width, picture.height), picture.pixels).convert("L")
    image = image.point([0 if tone < TONE else 255 for tone in range(256)])
    painter = ImageDraw.Draw(image)
    for box in boxes:
        painter.rectangle(_pixels(box, image), fill=0)
    _prove(image, boxes, page)
    if crop is not None:
        left, top, right, bottom = _pixels(crop, image)
        image = image.crop((left, top, right + 1, bottom + 1))
    fresh = Image.frombytes("L", image.size, image.tobytes()).convert("1")
    file = io.BytesIO()
    fresh.save(file, "PNG", optimize=True)
    return Shown(file.getvalue(), fresh.width, fresh.height, boxes)


def _boxes(page: Page, layout: Layout, guard: Shield) -> Iterable[Box]:
    name = page.folio or f"page {page.number}"
    if not layout.words:
        raise CheckBlocks(
            f"{name} cannot be shown: where its words stand is not known, so names cannot be painted over.",
            "Take it out of `show` in the front matter.",
        )
    if page.grade == "C":
        raise CheckBlocks(
            f"{name} cannot be shown: it was read too badly to know every name on it.",
            "Take it out of `show` in the front matter.",
        )
    if page.origin == "ocr":
        yield from _painted(layout, guard.misread(page.text))
    for _, start, end in guard.leaks(page.text):
        painted = list(_painted(layout, [(start, end)]))
        if not painted:
            raise CheckBlocks(
                f"{name} cannot be shown: a protected name on it has no known place.",
                "Take it out of `show` in the front matter.",
            )
        yield from painted


def _painted(layout: Layout, places: Iterable[tuple[int, int]]) -> Iterable[Box]:
    for start, end in places:
        for word in layout.words:
            if word.start < end and start < word.end:
                yield _widened(word.x0, word.y0 - MARGIN, word.x1, word.y1 + MARGIN)


def _widened(x0: float, y0: float, x1: float, y1: float) -> Box:
    """A box that begins and ends on the grid."""
    left = math.floor(max(0.0, x0) * COLUMNS) / COLUMNS
    right = math.ceil(min(1.0, x1) * COLUMNS) / COLUMNS
    return left, max(0.0, y0), min(1.0, max(right, left + 1 / COLUMNS)), min(1.0, y1)


def _pixels(box: Box, image: Image.Image) -> tuple[int, int, int, int]:
    left, top = int(box[0] * image.width), int(box[1] * image.height)
    return left, top, min(image.width - 1, int(box[2] * image.width)), min(image.height - 1, int(box[3] * image.height))


def _prove(image: Image.Image, boxes: Iterable[Box], page: Page) -> None:
    for box in boxes:
        left, top, right, bottom = _pixels(box, image)
        if image.crop((left, top, right + 1, bottom + 1)).getextrema() != (0, 0):
            raise CheckBlocks(f"A box on {page.folio or page.number} did not come out solid.", "Take it out of `show`.")
