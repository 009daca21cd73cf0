"""What every engine keeps: text that is clean, words that stand in it, boxes on the page, pages that do not mix."""

import pytest
from PIL import Image, ImageDraw, ImageFont

from greffier import plugins
from greffier.contracts import Engine
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
