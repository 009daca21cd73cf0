"""A PDF page as a small picture: which words leave no mark on it, and what ink stands outside all words."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import NamedTuple

import pypdfium2
from PIL import Image, ImageDraw

from greffier.intake.pdf_text import Box, Placed

_COARSE, _FINE = 50 / 72, 200 / 72  # pixels in a point
_MOST_PIXELS = 8_000_000
_FLAT = 12  # of 255: what a colour may vary by and still be one colour
_DARK = 128
_MIDDLE = 0.55  # of the height of a box: there a line crosses the letters of nearly every word

Colour = tuple[int, ...]


class Grey(NamedTuple):
    """A page in grey: a byte for each pixel, `stride` bytes for each row."""

    width: int
    height: int
    stride: int
    pixels: bytes

    def image(self) -> Image.Image:
        """The same as Pillow has it."""
        return Image.frombytes("L", (self.width, self.height), self.pixels, "raw", "L", self.stride)


def coarse(page: pypdfium2.PdfPage) -> Grey:
    """The page in grey, just fine enough that a printed word leaves a mark."""
    bitmap = page.render(scale=_scale(page, _COARSE), grayscale=True)
    drawn = Grey(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
    bitmap.close()
    return drawn


def fine(page: pypdfium2.PdfPage) -> Image.Image:
    """The page in colour, as fine as people read it."""
    bitmap = page.render(scale=_scale(page, _FINE), rev_byteorder=True)
    image: Image.Image = bitmap.to_pil().convert("RGB")
    bitmap.close()
    return image


def _scale(page: pypdfium2.PdfPage, wanted: float) -> float:
    width, height = page.get_size()
    return min(wanted, math.sqrt(_MOST_PIXELS / max(1.0, width * height)))


def unmarked(drawn: Grey, placed: Placed) -> list[int]:
    """The places, in this list, of the words with a letter or digit whose box shows nothing but one colour.

    Nearly all words are ruled out by one row of pixels through their middle.
    """
    width, height, stride, pixels = drawn
    found = []
    for at, (_, box) in enumerate(placed):
        if box is None:
            continue
        x0, y0, x1, y1 = box
        row = int((y0 + _MIDDLE * (y1 - y0)) * height) * stride
        crossed = pixels[row + int(x0 * width) : row + int(x1 * width) + 1]
        if not crossed or crossed.count(crossed[0]) == len(crossed) or max(crossed) - min(crossed) <= _FLAT:
            found.append(at)
    if not found:
        return found
    image = drawn.image()
    return [at for at in found if any(map(str.isalnum, placed[at][0].text)) and _is_flat(image, placed[at][1])]


def _is_flat(image: Image.Image, box: Box | None) -> bool:
    return box is not None and flat(image, box) is not None


def flat(image: Image.Image, box: Box) -> Colour | None:
    """The one colour that the heart of a box shows, None where it shows several."""
    found = image.crop(_heart(box, image.width, image.height)).getextrema()
    channels = (found,) if isinstance(found[0], (int, float)) else found
    if any(high - low > _FLAT for low, high in channels):
        return None
    return tuple(int(low + high) // 2 for low, high in channels)


def _heart(box: Box, width: int, height: int) -> tuple[int, int, int, int]:
    """The pixels of a box without the room above and below its letters, which other lines and frames reach into."""
    x0, y0, x1, y1 = box[0] * width, box[1] * height, box[2] * width, box[3] * height
    aside, above = (0.1, 0.3) if x1 - x0 >= y1 - y0 else (0.3, 0.1)  # written along the page, or up and down
    if 0.7 < (x1 - x0) / max(y1 - y0, 1e-6) < 1.4:
        aside = above = 0.1
    dx, dy = aside * (x1 - x0), above * (y1 - y0)
    left, top = int(x0 + dx), int(y0 + dy)
    return left, top, max(left + 1, math.ceil(x1 - dx)), max(top + 1, math.ceil(y1 - dy))


def ink(drawn: Grey, boxes: Iterable[Box | None]) -> tuple[float, float]:
    """The shares of the page that are dark: within these boxes, and outside all of them."""
    image, bare = drawn.image(), drawn.image()
    brush = ImageDraw.Draw(bare)
    for box in boxes:
        if box is not None:
            x0, y0, x1, y1 = box
            brush.rectangle((x0 * bare.width, y0 * bare.height, x1 * bare.width, y1 * bare.height), fill=255)
    area = bare.width * bare.height
    outside = sum(bare.histogram()[:_DARK])
    return (sum(image.histogram()[:_DARK]) - outside) / area, outside / area
