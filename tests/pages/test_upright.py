"""Which way a page lies, and that boxes come back to where the ink is on the page as it came."""

import pytest
from PIL import Image, ImageDraw, ImageFont

from greffier.pages.ink import ink
from greffier.pages.render import draw
from greffier.pages.upright import LEAST_LEAN, lie, upright
from greffier.records import Word

DPI = 200
WORDS = (
    "Le brigadier Haldebert constate que le hall du bâtiment était fermé à clef et que Béatrice Kellis attend".split()
)
LINES = [" ".join(WORDS[at % 14 :] + WORDS[: at * 5 % 9]) for at in range(24)]


@pytest.fixture
def page(make_pdf):
    (drawn,) = draw(make_pdf([LINES]), "application/pdf", [1], DPI)
    return drawn.image.convert("L")


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
@pytest.mark.parametrize("lean", [-6.5, -1.0, 0.0, 2.5])
def test_turn_and_lean_of_a_page_of_print(page, turn, lean):
    laid = page.rotate(-turn, expand=True).rotate(-lean, Image.Resampling.BICUBIC, fillcolor=255)
    told = lie(ink(laid, DPI))
    assert told.turn == turn
    assert told.lean == pytest.approx(lean, abs=0.15)


def test_a_straight_page_stays_as_it_is(page):
    assert lie(ink(page, DPI)) == (0, 0.0)
    assert lie(ink(page.rotate(LEAST_LEAN / 2, fillcolor=255), DPI)).lean == 0.0
    assert upright(page, 0, 0.0).image is page


@pytest.mark.parametrize("size", [(1, 1), (3, 900), (900, 3), (200, 200)])
def test_a_page_without_lines_lies_as_it_should(size):
    assert lie(ink(Image.new("L", size, 255), DPI)) == (0, 0.0)
    assert lie(ink(Image.new("L", size, 0), DPI)) == (0, 0.0)
    assert lie(ink(Image.effect_noise(size, 80), DPI)) == (0, 0.0)


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
@pytest.mark.parametrize("lean", [-5.0, 0.0, 1.5])
def test_a_box_comes_back_around_its_ink(turn, lean):
    page = Image.new("L", (1200, 800), 255)
    ImageDraw.Draw(page).rectangle((700, 150, 799, 179), fill=0)
    held = upright(page, turn, lean)
    left, top, right, bottom = held.image.point(lambda grey: 255 - grey).getbbox()
    width, height = held.image.size
    word = held.back(Word(0, 4, left / width, top / height, right / width, bottom / height, 90))
    assert word.x0 * 1200 <= 701
    assert word.x1 * 1200 >= 799
    assert word.y0 * 800 <= 151
    assert word.y1 * 800 >= 179
    grown = 2 * 100 * abs(lean) * 0.0175 + 3
    assert word.x0 * 1200 >= 700 - grown
    assert word.x1 * 1200 <= 800 + grown
    assert word.y0 * 800 >= 150 - grown
    assert word.y1 * 800 <= 180 + grown


def test_nothing_is_cut_off_at_the_corners():
    page = Image.new("L", (1200, 800), 230)
    ImageDraw.Draw(page).text((2, 2), "D0147", fill=0, font=ImageFont.load_default(40))
    straight = upright(page, 0, 7.0).image
    assert sum(straight.histogram()[:100]) >= 0.9 * sum(page.histogram()[:100])
    assert straight.getpixel((1, 1)) == 230
