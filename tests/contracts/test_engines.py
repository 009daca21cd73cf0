"""What every engine keeps: text that is clean, words that stand in it, boxes on the page, pages that do not mix."""

import random

import pytest
from PIL import Image, ImageDraw, ImageFont

from greffier import plugins
from greffier.contracts import Engine, Rereads
from greffier.text import clean

WIDTH, HEIGHT = 1000, 500
LANGUAGES = "fra+eng"


@pytest.fixture(scope="module", params=sorted(plugins.ENGINES))
def engine(request) -> Engine:
    return plugins.load(plugins.ENGINES, request.param)()


def picture(*lines: str) -> bytes:
    image = Image.new("L", (WIDTH, HEIGHT), 255)
    draw = ImageDraw.Draw(image)
    for number, line in enumerate(lines):
        draw.text((60, 60 + 60 * number), line, fill=0, font=ImageFont.load_default(36))
    return image.tobytes()


def test_text_is_clean_and_words_stand_in_it(engine):
    text, words = engine.recognise(
        picture("The container was opened", "before two witnesses."), WIDTH, HEIGHT, LANGUAGES
    )
    assert text == clean(text)
    done = 0
    for word in words:
        assert done <= word.start < word.end <= len(text)
        assert not any(char.isspace() for char in text[word.start : word.end])
        assert not text[done : word.start].strip()
        assert 0 <= word.x0 < word.x1 <= 1
        assert 0 <= word.y0 < word.y1 <= 1
        assert 0 <= word.confidence <= 100
        done = word.end
    assert not text[done:].strip()


def test_a_blank_page_is_not_an_error(engine):
    assert engine.recognise(picture(), WIDTH, HEIGHT, LANGUAGES) == ("", ())


def test_the_smallest_page_is_not_an_error(engine):
    text, words = engine.recognise(b"\x00", 1, 1, LANGUAGES)
    assert (text.strip(), words) == ("", ())


def test_the_same_page_is_read_the_same_again(engine):
    first = picture("The container was opened")
    once = engine.recognise(first, WIDTH, HEIGHT, LANGUAGES)
    engine.recognise(picture("Le navire est parti"), WIDTH, HEIGHT, LANGUAGES)
    assert engine.recognise(first, WIDTH, HEIGHT, LANGUAGES) == once


def test_boxes_lie_where_the_ink_is(engine):
    drawn = picture("", "", "The container was opened")
    _, words = engine.recognise(drawn, WIDTH, HEIGHT, LANGUAGES)
    for word in words:
        assert 0.3 < word.y0 < word.y1 < 0.5
        assert word.x0 > 0.04


@pytest.mark.parametrize("size", [(0, 0), (10, 0), (-1, -1), (10, 11), (11, 10)])
def test_pixels_of_another_size_raise_value_error(engine, size):
    with pytest.raises(ValueError, match="pixels"):
        engine.recognise(bytes(100), *size, LANGUAGES)


@pytest.mark.parametrize("size", [(1, 1), (1, 400), (400, 1), (3, 3), (7, 250), (300, 200)])
@pytest.mark.parametrize("fill", ["black", "grey", "stripes", "noise"])
def test_odd_pixels_give_words_that_hold_or_none(engine, size, fill):
    area, chance = size[0] * size[1], random.Random(1)
    made = {
        "black": bytes(area),
        "grey": b"\x80" * area,
        "stripes": bytes(255 * (at % 2) for at in range(area)),
        "noise": chance.randbytes(area),
    }
    text, words = engine.recognise(made[fill], *size, LANGUAGES)
    assert text == clean(text)
    assert all(0 <= w.x0 < w.x1 <= 1 and 0 <= w.y0 < w.y1 <= 1 and text[w.start : w.end].strip() for w in words)


def test_a_word_is_read_again_out_of_its_line(engine):
    if not isinstance(engine, Rereads):
        pytest.skip("This engine does not read words again.")
    line = Image.new("L", (240, 60), 255)
    ImageDraw.Draw(line).text((20, 8), "165,3", fill=0, font=ImageFont.load_default(36))
    assert engine.reread(line.tobytes(), 240, 60, "eng") == "165,3"
    assert engine.reread(b"\xff" * 400, 20, 20, "eng") == ""
    with pytest.raises(ValueError, match="pixels"):
        engine.reread(bytes(10), 3, 3, "eng")
