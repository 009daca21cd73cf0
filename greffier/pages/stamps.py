"""Coloured ink on a page of black print: stamps and notes are taken off, so that both can be read.

Black absorbs every colour; coloured ink leaves one of them bright. What is bright in one colour and dark in another is
coloured: it is dropped from the print and is a picture of its own.
"""

from __future__ import annotations

from typing import NamedTuple

from PIL import Image, ImageChops, ImageFilter

from greffier.pages.marks import bounds, cells, groups

SHRUNK = 4  # times, for looking at the colours of a page
COLOUR = 50  # levels between the brightest and the darkest colour, more than the paper's: that is coloured ink
SOFT = 20  # levels more than the paper's from which colour is dropped
LEAST, MOST = 0.0004, 0.12  # of the page: less is no stamp, more is a picture or printed in colour
INKS = 2.0  # times as much coloured ink as black: then the page is written in colour, and stays as it is
CELL = 5  # shrunk pixels a side of the cells in which coloured ink hangs together: a tenth of an inch
FILLED = 0.08  # of a cell
SMALL = (0.03, 0.008)  # of the width and the height of the page: less is a tick or a dot
AT_MOST = 12  # stamps on a page
ROOM = 12  # pixels around a stamp


Box = tuple[int, int, int, int]  # left, top, right, bottom in pixels


class Stamp(NamedTuple):
    """Coloured ink that hangs together: where it stands on the page, and its picture in grey, on white."""

    box: Box
    image: Image.Image


class Parted(NamedTuple):
    """The black print of a page in grey, and its stamps from the top."""

    print: Image.Image
    stamps: tuple[Stamp, ...]


def parted(page: Image.Image) -> Parted:
    """Return a page in grey, coloured ink apart where it is a small part of what is written."""
    if page.mode != "RGB":
        return Parted(page.convert("L"), ())
    small = page.reduce(SHRUNK)
    bright, colour = _bright_and_colour(small)
    paper = _median(colour)
    held = colour.point(lambda level: 255 if level > paper + COLOUR else 0)
    coloured = held.histogram()[255]
    black = sum(ImageChops.lighter(bright, held).histogram()[:128])
    area = small.width * small.height
    if not LEAST * area <= coloured <= MOST * area or coloured > INKS * max(1, black):
        return Parted(page.convert("L"), ())
    bright, colour = _bright_and_colour(page)
    dropped = colour.point(lambda level: min(255, 2 * max(0, level - paper - SOFT)))
    taken = _healed(ImageChops.invert(dropped))
    places = _places(held, page.size)[:AT_MOST]
    return Parted(ImageChops.add(bright, dropped), tuple(Stamp(place, taken.crop(place)) for place in places))


def _healed(ink: Image.Image) -> Image.Image:
    """Coloured strokes over the gaps that black print under them has left."""
    return ink.filter(ImageFilter.MinFilter(5)).filter(ImageFilter.MaxFilter(3))


def _bright_and_colour(page: Image.Image) -> tuple[Image.Image, Image.Image]:
    """The brightest colour of every pixel, and how much brighter it is than the darkest."""
    red, green, blue = page.split()
    bright = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    return bright, ImageChops.subtract(bright, ImageChops.darker(ImageChops.darker(red, green), blue))


def _median(grey: Image.Image) -> int:
    seen = 0
    for level, count in enumerate(grey.histogram()):
        seen += count
        if 2 * seen >= grey.width * grey.height:
            return level
    return 255


def _places(held: Image.Image, size: tuple[int, int]) -> list[Box]:
    """Where coloured ink hangs together, in pixels of the page, from the top; ticks and dots left out."""
    scale, (width, height) = SHRUNK * CELL, size
    places: list[Box] = []
    for group in groups(cells(held.reduce(CELL), 255 * FILLED)):
        left, top, right, bottom = (side * scale for side in bounds(group))
        place = max(0, left - ROOM), max(0, top - ROOM), min(width, right + ROOM), min(height, bottom + ROOM)
        if right - left >= SMALL[0] * width and bottom - top >= SMALL[1] * height:
            places = _with(place, places)
    return sorted(places, key=lambda box: (box[1], box[0]))


def _with(place: Box, places: list[Box]) -> list[Box]:
    """The places with one more; those that overlap are one."""
    apart: list[Box] = []
    for other in places:
        if _overlap(place, other):
            place = (
                min(place[0], other[0]), min(place[1], other[1]), max(place[2], other[2]), max(place[3], other[3])
            )  # fmt: skip
        else:
            apart.append(other)
    return [*apart, place] if len(apart) == len(places) else _with(place, apart)


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
