"""Recognised leaves: which way up the page is held, how boxes come back, what becomes of an empty page."""

from pathlib import Path

import pytest
from PIL import Image

from greffier import plugins
from greffier.contracts import Limits
from greffier.pages.recognise import DPI, recognise
from greffier.pages.render import draw
from greffier.records import Leaf, Word

LINES = ["Le conteneur est ouvert devant deux témoins, qui", "comptent soixante-deux paquets de poudre blanche."]


def leaves(path: Path, media_type: str = "application/pdf", engine: str = "tesseract") -> list[Leaf]:
    arguments = {"media_type": media_type, "numbers": [1], "engine": engine, "languages": "fra+eng"}
    return list(recognise(path, arguments, Limits()))


def scan(pdf: Path, turn: int = 0, dpi: int = DPI) -> Path:
    (drawn,) = draw(pdf, "application/pdf", [1], dpi)
    path = pdf.with_suffix(".png")
    drawn.image.convert("L").rotate(turn, expand=True).save(path, dpi=(dpi, dpi))
    return path


def test_a_scanned_page_is_read(make_pdf):
    (leaf,) = leaves(make_pdf([LINES]))
    assert leaf.origin == "ocr"
    assert leaf.text == "\n".join(LINES)
    assert (leaf.width, leaf.height) == pytest.approx((595.3, 841.9), abs=0.5)


def test_a_coarse_scan_is_read(make_pdf):
    (leaf,) = leaves(scan(make_pdf([LINES]), dpi=110), "image/png")
    assert leaf.text == "\n".join(LINES)


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_held_the_wrong_way_is_read_and_its_boxes_lie_on_the_page_as_shown(make_pdf, turn):
    (leaf,) = leaves(scan(make_pdf([LINES * 6]), turn), "image/png")
    assert leaf.text.startswith(LINES[0])
    first = leaf.words[0]
    corner = {
        90: (first.x0 < 0.3, first.y1 > 0.7),
        180: (first.x1 > 0.7, first.y1 > 0.7),
        270: (first.x1 > 0.7, first.y0 < 0.3),
    }
    assert corner[turn] == (True, True)


class Counting:
    """Recognises nothing, and counts how often it was asked."""

    calls = 0

    def recognise(
        self, untrusted_pixels: bytes, width: int, height: int, languages: str
    ) -> tuple[str, tuple[Word, ...]]:
        Counting.calls += 1
        return "", ()


@pytest.fixture
def counting(monkeypatch):
    monkeypatch.setitem(plugins.ENGINES, "counting", f"{__name__}:Counting")
    monkeypatch.setattr(plugins, "load", lambda table, name: Counting)
    monkeypatch.setattr(Counting, "calls", 0)


def test_a_blank_page_is_blank_and_costs_no_reading(tmp_path, counting):
    Image.new("L", (1654, 2339), 255).save(tmp_path / "blank.png")
    (leaf,) = leaves(tmp_path / "blank.png", "image/png", engine="counting")
    assert (leaf.text, leaf.words, leaf.blank, Counting.calls) == ("", (), True, 0)


def test_a_page_that_nobody_can_read_is_not_blank(make_pdf, counting):
    (leaf,) = leaves(make_pdf([LINES]), engine="counting")
    assert (leaf.text, leaf.blank, Counting.calls) == ("", False, 4)


@pytest.mark.parametrize("degrees", [-6, 4])
def test_a_page_askew_is_read_and_its_boxes_lie_on_it(make_pdf, degrees):
    (leaf,) = leaves(tilted(make_pdf([LINES * 6]), degrees), "image/png")
    assert leaf.text.split("\n") == LINES * 6
    (straight,) = leaves(make_pdf([LINES * 6]))
    high = straight.words[0].y0 - leaf.words[0].y0
    assert abs(high) > 0.01
    assert (high > 0) == (degrees < 0)


def tilted(pdf: Path, degrees: float) -> Path:
    path = scan(pdf)
    with Image.open(path) as image:
        image.rotate(degrees, Image.Resampling.BICUBIC, fillcolor=255).save(path, dpi=(DPI, DPI))
    return path
