"""Uneven light is taken out; a page under even light is not touched."""

from PIL import Image, ImageChops, ImageDraw, ImageFont

from greffier.pages.light import evened

SIZE = (1200, 900)


def printed() -> Image.Image:
    page = Image.new("L", SIZE, 245)
    draw = ImageDraw.Draw(page)
    for line in range(14):
        draw.text((80, 60 + 56 * line), "Le conteneur est ouvert devant deux agents, qui comptent", 30, font())
    return page


def font():
    return ImageFont.load_default(32)


def test_even_pages_are_not_touched():
    for page in (printed(), Image.new("L", SIZE, 90), Image.new("L", (1, 1), 200), printed().point(lambda v: v // 2)):
        assert evened(page) is page


def test_ink_and_paper_are_the_same_in_the_shadow():
    light = Image.linear_gradient("L").rotate(90).resize(SIZE).point(lambda grey: 60 + grey * 195 // 255)
    plain = evened(ImageChops.multiply(printed(), light))
    for left in (100, 400, 700):
        part = plain.crop((left, 60, left + 200, 800))
        counts = part.histogram()
        assert sum(counts[230:]) > 0.6 * 200 * 740  # paper is white
        assert sum(counts[:110]) > 0.02 * 200 * 740  # and ink dark


def test_the_darkest_shadow_is_not_an_error():
    page = printed()
    page.paste(0, (0, 0, 600, 900))
    assert evened(page).size == SIZE
