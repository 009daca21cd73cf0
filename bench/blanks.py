"""Whether pages without writing are told from those with little: `python -m bench.blanks [EACH]`, 4 of a kind.

Pages as scanners see them: white, dusty, punched, shining through, dim; and one line, a page number, a signature or a
stamp; and the written kinds of `sheets.py`.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable

from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont

from bench import sheets
from greffier.pages.blank import blank
from greffier.pages.ink import ink


def empty(kind: str, number: int) -> Image.Image:
    """A page on which nothing is written, as scanners see it."""
    chance = random.Random(f"empty/{kind}/{number}")
    return EMPTY[kind](Image.new("L", (1654, 2339), sheets.PAPER), chance)


def _dusty(image: Image.Image, chance: random.Random) -> Image.Image:
    return sheets.specks(sheets.noise(image, chance, 30), chance, 400)


def _punched(image: Image.Image, chance: random.Random) -> Image.Image:
    draw = ImageDraw.Draw(image)
    for y in (850, 1480):
        draw.ellipse((34, y, 78, y + 44), fill=chance.choice((0, 60)))
    draw.rectangle((0, image.height - 12, image.width, image.height), fill=0)
    draw.rectangle((image.width - 9, 0, image.width, image.height), fill=30)
    return sheets.specks(image, chance, 60)


def _bled(image: Image.Image, chance: random.Random) -> Image.Image:
    back = sheets.prose(chance.randrange(99))[0].transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    return sheets.noise(sheets.pale(back.filter(ImageFilter.GaussianBlur(1.8)), 205, 250), chance, 16)


def _dim(image: Image.Image, chance: random.Random) -> Image.Image:
    light = Image.linear_gradient("L").rotate(90).resize(image.size).point(lambda v: 90 + v * 150 // 255)
    return sheets.noise(ImageChops.multiply(image, light), chance, 24)


EMPTY: dict[str, Callable[[Image.Image, random.Random], Image.Image]] = {
    "white": lambda image, chance: image,
    "dusty": _dusty,
    "punch holes and edges": _punched,
    "shines through": _bled,
    "dim": _dim,
}


def almost_empty(kind: str, number: int) -> Image.Image:
    """A page that says little, and says it: one line, a signature, a stamp, a page number."""
    chance = random.Random(f"almost/{kind}/{number}")
    image = Image.new("L", (1654, 2339), sheets.PAPER)
    draw = ImageDraw.Draw(image)
    if kind == "one line":
        draw.text((300, 1100), "Néant.", fill=40, font=ImageFont.load_default(32))
    elif kind == "page number":
        draw.text((1400, 120), f"D{chance.randint(100, 999)}", fill=60, font=ImageFont.load_default(36))
    elif kind == "signature":
        points = [(500 + 30 * step, 1500 + chance.randint(-90, 90)) for step in range(16)]
        draw.line(points, fill=70, width=4, joint="curve")
    else:
        stamp = sheets.stamp(image.convert("RGB"), ("REÇU LE", "14 MARS 2023"), (40, 60, 180), (700, 900), chance)
        image = stamp.convert("L")
    return sheets.specks(sheets.noise(image, chance, 20), chance, 40)


ALMOST_EMPTY = ("one line", "page number", "signature", "stamp")


def main() -> None:
    """Print, for each kind, how many pages are told blank."""
    each = int(sys.argv[1]) if len(sys.argv) > 1 else 4
    makers: list[tuple[str, tuple[str, ...], Callable[[str, int], Image.Image]]] = [
        ("nothing is written", tuple(EMPTY), empty),
        ("little is written", ALMOST_EMPTY, almost_empty),
        ("written", tuple(sheets.KINDS), lambda kind, number: sheets.scan(kind, number).image),
    ]
    for what, kinds, make in makers:
        for kind in kinds:
            told = sum(blank(ink(make(kind, number).convert("L"), sheets.DPI)) for number in range(each))
            print(f"{what:20} {kind:24} {told} of {each} told blank")


if __name__ == "__main__":
    main()
