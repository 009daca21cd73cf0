"""The vote on numbers: who wins, what is kept of the loser, and that text, words and doubts stay in step."""

import pytest
from PIL import Image

from greffier.pages.numbers import AGREED, ALONE, MOST, ONE_MORE, SURE, TWO_AGAINST, checked
from greffier.records import Word

PAGE = Image.new("L", (400, 300), 255)


class Says:
    """An engine that reads every crop as it was told: enlarged with the first language, as it is with the last."""

    def __init__(self, enlarged: str, as_it_is: str) -> None:
        self.readings = {"fra": enlarged, "eng": as_it_is}
        self.calls: list[tuple[str, int, int]] = []

    def reread(self, untrusted_pixels: bytes, width: int, height: int, language: str) -> str:
        assert len(untrusted_pixels) == width * height
        self.calls.append((language, width, height))
        return self.readings[language]


def words(text: str, confidence: int = 80) -> list[Word]:
    placed, start = [], 0
    for told in text.split():
        start = text.index(told, start)
        placed.append(Word(start, start + len(told), 0.1, 0.1, 0.3, 0.2, confidence))
        start += len(told)
    return placed


def voted(text: str, enlarged: str, as_it_is: str, confidence: int = 80):
    return checked(Says(enlarged, as_it_is), PAGE, text, words(text, confidence), "fra+eng")


@pytest.mark.parametrize(
    ("line", "enlarged", "as_it_is", "text", "confidence", "other"),
    [
        ("26", "26", "28", "26", AGREED, None),
        ("26", "28", "26", "26", ONE_MORE, "28"),
        ("26", "28", "28", "28", TWO_AGAINST, "26"),
        ("26", "28", "23", "26", ALONE, "28"),
        ("26", "", "", "26", ALONE, None),
        ("165,7.", "165,3", "165,3", "165,3.", TWO_AGAINST, "165,7"),
        ("|00:12", "00:12", "00:12", "00:12", TWO_AGAINST, "|00:12"),
        ("(1990)", "1990.", "", "(1990)", AGREED, None),
        ("39:98", "39 98", "39 98", "39:98", ALONE, "39 98"),
        ("11", "it", "it", "11", ALONE, "it"),
        ("2021", "2", "2", "2021", ALONE, "2"),
        ("0613406720", "06134067201999", "06134067201999", "0613406720", ALONE, "06134067201999"),
    ],
)
def test_the_vote(line, enlarged, as_it_is, text, confidence, other):
    told = voted(line, enlarged, as_it_is)
    assert told.text == text
    assert told.words[0].confidence == confidence
    assert [doubt.other for doubt in told.doubts] == ([] if other is None else [other])


def test_text_words_and_doubts_stay_in_step_when_lengths_change():
    text = "du |00:12 au\n|00:19 soit 7 min"
    told = voted(text, "00:12", "00:12")
    assert told.text == "du 00:12 au\n00:12 soit 7 min"
    assert [told.text[word.start : word.end] for word in told.words] == told.text.split()
    assert [told.text[doubt.start : doubt.end] for doubt in told.doubts] == ["00:12", "00:12", "7"]


def test_sure_numbers_and_words_without_digits_are_not_read_again():
    engine = Says("x", "x")
    told = checked(engine, PAGE, "le 14", [Word(0, 2, 0, 0, 1, 1, 20), Word(3, 5, 0, 0, 1, 1, SURE)], "fra+eng")
    assert (told.text, told.doubts, engine.calls) == ("le 14", (), [])


def test_no_page_costs_more_than_so_many_readings():
    engine, text = Says("1", "1"), "1 " * (MOST + 50)
    checked(engine, PAGE, text, words(text), "fra+eng")
    assert len(engine.calls) == 2 * MOST


def test_one_language_votes_twice_and_the_first_crop_is_twice_as_large():
    engine = Says("14", "14")
    engine.readings["eng"] = "14"
    checked(engine, PAGE, "14", words("14"), "eng")
    (_, wide, high), (_, width, height) = engine.calls
    assert (wide, high) == (2 * width, 2 * height)


@pytest.mark.parametrize("box", [(0, 0, 1e-9, 1e-9), (0.999, 0.999, 1, 1), (0, 0, 1, 1)])
def test_odd_boxes_are_not_an_error(box):
    told = checked(Says("14", "14"), PAGE, "14", [Word(0, 2, *box, 50)], "fra+eng")
    assert told.text == "14"


@pytest.mark.parametrize("box", [(0.5, 0.5, 0.2, 0.2), (float("nan"), 0, 1, 1), (-7.0, 0, 9.0, 1), (2, 2, 3, 3)])
def test_what_is_no_box_of_this_page_is_not_read_again(box):
    told = checked(Says("99", "99"), PAGE, "14", [Word(0, 2, *box, 50)], "fra+eng")
    assert (told.text, told.doubts) == ("14", ())


def test_words_that_do_not_stand_in_the_text_change_nothing():
    lies = [Word(0, 2, 0, 0, 1, 1, 50), Word(1, 9, 0, 0, 1, 1, 50)]
    assert checked(Says("99", "99"), PAGE, "14 15", lies, "fra").text == "14 15"
