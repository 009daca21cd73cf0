"""Stamped labels are read where they stand alone in a margin, and nothing else is taken for one."""

import pytest

from greffier.pages.folios import folio
from greffier.records import Word


def read(*placed: tuple[str, float, float], recognised: bool = False) -> str | None:
    """Place words at (x, y) on a page of text and read its folio; a word is 0.02 high, 0.012 wide a letter."""
    text, words = "", []
    for token, x, y in placed:
        start = len(text)
        words.append(Word(start, start + len(token), x, y, x + 0.012 * len(token), y + 0.02, 90))
        text += token + " "
    return folio(text, words, recognised=recognised)


def line(sentence: str, x: float, y: float) -> list[tuple[str, float, float]]:
    placed = []
    for token in sentence.split():
        placed.append((token, x, y))
        x += 0.012 * (len(token) + 1)
    return placed


@pytest.mark.parametrize(
    ("stamp", "label"),
    [
        ("D0147", "D0147"),
        ("D 0147", "D0147"),
        ("D147/3", "D147/3"),
        ("D-12", "D12"),
        ("D8", "D8"),
        ("Cote D12", "D12"),
        ("COTE B 7", "B7"),
        ("cote : 214", "214"),
        ("Folio 12", "12"),
        ("folio n° 12", "12"),
        ("feuillet n° 12", "12"),
        ("D31 bis", "D31bis"),
        ("C0031", "C0031"),
        ("ABC000123", "ABC000123"),
        ("ORB-000777", "ORB-000777"),
        ("WGM_0004512", "WGM_0004512"),
        ("Cote n° 12", "12"),
        ("D 147 bis", "D147bis"),
        ("D1247/3", "D1247/3"),
        ("f° 12", "12"),
        ("A-12", "A-12"),
        ("B/45", "B/45"),
        ("Exhibit 12", "Exhibit 12"),
        ("Tab 4", "Tab 4"),
    ],
)
@pytest.mark.parametrize("at", [(0.8, 0.03), (0.1, 0.95)])
def test_labels_in_the_margins(stamp, label, at):
    assert read(*line(stamp, *at)) == label


@pytest.mark.parametrize(
    "words",
    [
        "page 3/12",
        "Page 3",
        "3/12",
        "feuillet 2/4",
        "feuillet 2",
        "12",
        "A4",
        "E 5",
        "2023/0417/01",
        "voir la pièce D1234 jointe",
        "P.V. D1234",
        "01 99 00 41 70",
        "MSKU1234567",
        "RCS 512 345 678",
        "PARIS 75012",
        "DOllar",
    ],
)
@pytest.mark.parametrize("recognised", [True, False])
def test_what_is_no_folio(words, recognised):
    assert read(*line(words, 0.4, 0.03), recognised=recognised) is None


def test_a_label_in_the_body_is_no_folio():
    assert read(*line("D0147", 0.8, 0.5)) is None


def test_a_label_beside_a_distant_running_head_is_a_folio():
    assert read(*line("TRIBUNAL DE CORVIGNY", 0.1, 0.03), *line("D0147", 0.8, 0.031)) == "D0147"


def test_misread_digits_are_repaired_on_recognised_pages_only():
    assert read(("DO147", 0.8, 0.03), recognised=True) == "D0147"
    assert read(("D0l4|", 0.8, 0.03), recognised=True) == "D0141"
    assert read(("DO147", 0.8, 0.03)) is None
    assert read(("DOlO", 0.8, 0.03), recognised=True) is None


def test_a_cote_goes_before_a_bates_number_and_the_upper_before_the_lower():
    assert read(("ABC000123", 0.1, 0.02), ("D0147", 0.8, 0.05)) == "D0147"
    assert read(("D0148", 0.8, 0.95), ("D0147", 0.8, 0.05)) == "D0147"


def test_specks_beside_a_stamp_do_not_hide_it():
    assert read((".", 0.79, 0.03), ("D0147", 0.81, 0.03), ("|'", 0.88, 0.03), recognised=True) == "D0147"


def test_flowed_text_has_no_folio():
    assert folio("D0147\nLe texte commence.", [], recognised=False) is None
