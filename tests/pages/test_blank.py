"""A blank page is one on which nobody wrote; a short line, a signature, a stamp or a number is writing."""

import random

import pytest
from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont

from greffier.pages.blank import blank
from greffier.pages.ink import ink

SIZE = (1654, 2339)


def paper(grey: int = 250) -> Image.Image:
    return Image.new("L", SIZE, grey)


def dusty(count: int = 400) -> Image.Image:
    page, chance = paper(), random.Random(1)
    draw = ImageDraw.Draw(page)
    for _ in range(count):
        x, y, r = chance.randrange(SIZE[0]), chance.randrange(SIZE[1]), chance.choice((0, 0, 1, 2))
        draw.ellipse((x, y, x + r, y + r), fill=0)
    return page


def punched() -> Image.Image:
    page = paper()
    draw = ImageDraw.Draw(page)
    for y in (850, 1480):
        draw.ellipse((34, y, 78, y + 44), fill=0)
    draw.rectangle((0, 2325, 1654, 2339), fill=0)
    draw.rectangle((1640, 0, 1654, 2339), fill=20)
    return page


def shining_through(make_pdf=None) -> Image.Image:
    back = Image.new("L", SIZE, 255)
    draw = ImageDraw.Draw(back)
    for line in range(40):
        draw.text((200, 150 + 50 * line), "Le conteneur est ouvert devant deux agents.", 0, ImageFont.load_default(30))
    back = back.transpose(Image.Transpose.FLIP_LEFT_RIGHT).filter(ImageFilter.GaussianBlur(2))
    return back.point(lambda grey: 215 + grey * 35 // 255)


def shaded() -> Image.Image:
    light = Image.linear_gradient("L").rotate(90).resize(SIZE).point(lambda grey: 80 + grey * 170 // 255)
    return ImageChops.multiply(paper(), light)


@pytest.mark.parametrize("page", [paper(), paper(120), dusty(), punched(), shining_through(), shaded()])
def test_blank(page):
    assert blank(ink(page, 200))


def written(draw_on) -> Image.Image:
    page = dusty(60)
    draw_on(ImageDraw.Draw(page))
    return page


@pytest.mark.parametrize(
    "page",
    [
        written(lambda d: d.text((700, 1100), "Néant.", 0, ImageFont.load_default(30))),
        written(lambda d: d.text((1450, 110), "7", 60, ImageFont.load_default(34))),
        written(lambda d: d.text((800, 2200), "- 2 -", 0, ImageFont.load_default(28))),
        written(lambda d: d.line([(600, 1500), (640, 1420), (670, 1530), (720, 1440), (900, 1480)], 70, 4)),
        written(lambda d: d.ellipse((700, 900, 960, 1160), outline=90, width=5)),
        written(lambda d: d.text((300, 300), "à peine lisible", 190, ImageFont.load_default(30))),
        punched().rotate(180),
    ],
    ids=["one line", "a digit", "a page number", "a signature", "a stamp", "faint", "holes on the right"],
)
def test_not_blank_unless_only_holes(page, request):
    assert blank(ink(page, 200)) is ("holes" in request.node.callspec.id)


@pytest.mark.parametrize("size", [(1, 1), (2, 700), (700, 2)])
def test_odd_sizes_are_not_an_error(size):
    assert blank(ink(Image.new("L", size, 255), 200))
