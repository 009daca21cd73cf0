"""Tesseract: what is said when its language data is missing; that a page does not depend on the page before."""

import pytest

from greffier.errors import OutsideFailed
from greffier.pages.ocr_tesseract import Tesseract
from greffier.pages.render import draw


def grey(path):
    (drawn,) = draw(path, "application/pdf", [1], 200)
    image = drawn.image.convert("L")
    return image.tobytes(), image.width, image.height


def test_missing_language_data_names_the_package():
    with pytest.raises(OutsideFailed, match="xx1") as caught:
        Tesseract().recognise(bytes(100), 10, 10, "fra+xx1")
    assert "tesseract-ocr-xx1" in caught.value.next
    assert "tesseract-ocr-fra" not in caught.value.next


def test_the_folder_of_the_environment_is_asked_first(tmp_path, monkeypatch):
    (tmp_path / "zz.traineddata").write_bytes(b"not data")
    monkeypatch.setenv("TESSDATA_PREFIX", str(tmp_path))
    with pytest.raises(OutsideFailed, match="cannot read"):
        Tesseract().recognise(bytes(100), 10, 10, "zz")


def test_pixels_that_do_not_fill_the_page_are_refused():
    with pytest.raises(ValueError, match="grey pixels"):
        Tesseract().recognise(bytes(99), 10, 10, "fra")


def test_a_page_is_read_the_same_after_another_page(make_pdf):
    engine = Tesseract()
    first = grey(make_pdf([["Pesée : 61,4 kg de poudre blanche, sac n° 12."]]))
    alone = engine.recognise(*first, "fra")
    engine.recognise(*grey(make_pdf([["THE WEATHER WAS FINE AND NOBODY SPOKE."] * 20])), "fra")
    assert engine.recognise(*first, "fra") == alone
    assert alone[0] == "Pesée : 61,4 kg de poudre blanche, sac n° 12."
    assert all(alone[0][word.start : word.end].strip() for word in alone[1])
