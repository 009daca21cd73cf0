"""Text is frozen with exact offsets, and a hostile leaf cannot make a page that breaks the rules."""

import math
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from greffier.pages.settle import settle
from greffier.records import Doubt, Layout, Leaf, Source, Word
from greffier.text import clean

SOURCE = Source("source", "box/file.pdf", "a" * 64, "application/pdf", 1)


def settled(text: str, words: tuple[Word, ...] = (), origin: str = "ocr", blank: bool = False):
    return settle(Leaf(1, text, 595, 842, words, origin=origin, blank=blank), SOURCE)


def word(start: int, end: int, confidence: int = 95, box=(0.1, 0.4, 0.2, 0.42)) -> Word:
    return Word(start, end, *box, confidence)


def test_same_leaf_same_page_and_another_reading_is_another_page():
    assert settled("abc")[0] == settled("abc")[0]
    assert settled("abc")[0].id != settled("abd")[0].id
    assert settled("abc")[0].id != settled("abc", origin="born_digital")[0].id


def test_the_layout_has_the_id_of_its_page():
    page, layout = settled("deux mots", (word(0, 4), word(5, 9)))
    assert layout.id == page.id
    assert [page.text[w.start : w.end] for w in layout.words] == ["deux", "mots"]


def test_cleaning_moves_the_words_along():
    text = "a\x00b\r\ne\u0301te\u0301 fin"
    page, layout = settled(text, (word(0, 3), word(5, 10), word(11, 14)))
    assert page.text == clean(text)
    assert [page.text[w.start : w.end] for w in layout.words] == ["ab", "été", "fin"]


@pytest.mark.parametrize(
    "lie",
    [
        Word(-1, 2, 0, 0, 1, 1, 90),
        Word(0, 99, 0, 0, 1, 1, 90),
        Word(3, 3, 0, 0, 1, 1, 90),
        Word(0, 4, math.nan, 0, 1, 1, 90),
        Word(0, 4, 0, 0, math.inf, 1, 90),
        Word(0, 4, 0.5, 0.5, 0.4, 0.6, 90),
        Word(0, 4, 3, 3, 4, 4, 90),
    ],
)
def test_impossible_words_are_dropped(lie):
    page, layout = settled("deux mots", (lie, word(5, 9)))
    assert layout == Layout.of(page.id, (word(5, 9),))


def test_overlapping_words_are_dropped_and_boxes_clipped():
    first, second = Word(0, 4, -0.2, 0.1, 0.3, 1.7, 250), Word(2, 9, 0, 0, 1, 1, 90)
    page, layout = settled("deux mots", (first, second))
    assert layout == Layout.of(page.id, (Word(0, 4, 0, 0.1, 0.3, 1, 100),))


@given(
    st.text(max_size=60),
    st.lists(st.tuples(st.integers(-5, 70), st.integers(-5, 70), *[st.floats()] * 4, st.integers()), max_size=8),
)
def test_whatever_a_leaf_says_the_page_holds_together(text, told):
    page, layout = settled(text, tuple(Word(*one) for one in told))
    assert page.text == clean(page.text)
    done = 0
    for found in layout.words:
        assert done <= found.start < found.end <= len(page.text)
        assert 0 <= found.x0 < found.x1 <= 1
        assert 0 <= found.y0 < found.y1 <= 1
        done = found.end


def test_grades():
    text = " ".join(["mot"] * 100)
    spans = [(4 * n, 4 * n + 3) for n in range(100)]
    sure = tuple(word(*span, 95) for span in spans)
    some_doubt = tuple(word(*span, 50 if n < 9 else 92) for n, span in enumerate(spans))
    poor = tuple(word(*span, 40 if n < 30 else 90) for n, span in enumerate(spans))
    assert settled(text, sure)[0].grade == "A"
    assert settled(text, some_doubt)[0].grade == "B"
    assert settled(text, poor)[0].grade == "C"
    assert settled(text)[0].grade == "C"
    dirty = text[:-60] + " ".join(["mot"] * 8 + ["|", "_", "~", "\\", "|", "}", "|", "~"]) + " mot mot mot"
    places = [(m.start(), m.end()) for m in re.finditer(r"\S+", dirty)]
    assert settled(dirty, tuple(word(*place, 95) for place in places))[0].grade == "B"
    marks = " ".join(["mot", ":", "«", "mot", "»"] * 20)
    places = [(m.start(), m.end()) for m in re.finditer(r"\S+", marks)]
    assert settled(marks, tuple(word(*place, 95) for place in places))[0].grade == "A"
    assert settled(text, origin="born_digital")[0].grade == "A"
    assert settled(" \n", origin="born_digital")[0].grade == "C"
    assert settled("", blank=True)[0].grade == "A"
    assert settled("\ue001\ue002 \ue003\ue004", origin="born_digital")[0].grade == "C"


def test_doubts_are_kept_where_their_words_are():
    said = (Doubt(5, 7, "28\x00"), Doubt(1, 3, "x"), Doubt(90, 99, "x"))
    leaf = Leaf(1, "page 26", 595, 842, (word(0, 4), word(5, 7)), origin="ocr", doubts=said)
    assert settle(leaf, SOURCE)[1].doubts == (Doubt(5, 7, "28"),)
    assert settle(replace(leaf, text="page\x00 26"), SOURCE)[1].doubts == ()


def test_confidence_is_the_mean_of_the_words_of_a_recognised_page():
    assert settled("deux mots", (word(0, 4, 90), word(5, 9, 80)))[0].confidence == 0.85
    assert settled("deux mots", (word(0, 4, 100),), origin="born_digital")[0].confidence is None
    assert settled("deux mots")[0].confidence is None


def test_language_and_folio_are_told():
    text = "D0147\nNous nous sommes rendus dans les locaux de la société avec le témoin."
    page, _ = settled(text, (Word(0, 5, 0.85, 0.03, 0.95, 0.05, 95),))
    assert (page.language, page.folio) == ("fr", "D0147")


def test_a_page_with_text_is_not_blank_whatever_its_leaf_says():
    assert settled("", blank=True)[0].blank
    assert not settled("")[0].blank
    assert not settled("mot", blank=True)[0].blank
