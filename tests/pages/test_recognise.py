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


def test_an_empty_page_costs_one_reading(tmp_path, monkeypatch):
    class Counting:
        calls = 0

        def recognise(
            self, untrusted_pixels: bytes, width: int, height: int, languages: str
        ) -> tuple[str, tuple[Word, ...]]:
            Counting.calls += 1
            return "", ()

    monkeypatch.setitem(plugins.ENGINES, "counting", "tests:unused")
    monkeypatch.setattr(plugins, "load", lambda table, name: Counting)
    Image.new("L", (1654, 2339), 255).save(tmp_path / "empty.png")
    (leaf,) = leaves(tmp_path / "empty.png", "image/png", engine="counting")
    assert (leaf.text, leaf.words, Counting.calls) == ("", (), 1)
