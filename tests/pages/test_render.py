"""Pages become pictures of the size asked for, upright, and never larger than the cap."""

from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from greffier.contracts import Limits
from greffier.errors import SourceBroken, SourceRefused
from greffier.pages import render as module
from greffier.pages.render import draw, render


def pictures(path: Path, media_type: str, numbers: list[int], dpi: float = 100):
    return list(render(path, {"media_type": media_type, "numbers": numbers, "dpi": dpi}, Limits()))


def test_pdf_pages_in_the_order_asked_for(make_pdf):
    found = pictures(make_pdf([["one"], ["two"], ["three"]]), "application/pdf", [3, 1])
    assert [picture.number for picture in found] == [3, 1]
    assert all(len(picture.pixels) == 3 * picture.width * picture.height for picture in found)
    assert (found[0].width, found[0].height) == pytest.approx((595 * 100 / 72, 842 * 100 / 72), abs=1.5)


def test_a_turned_pdf_page_comes_upright(make_pdf, tmp_path):
    with pikepdf.open(make_pdf([["one"]])) as pdf:
        pdf.pages[0].rotate(90, relative=False)
        pdf.save(tmp_path / "turned.pdf")
    (found,) = pictures(tmp_path / "turned.pdf", "application/pdf", [1])
    assert found.width > found.height


def test_a_huge_page_is_drawn_smaller(tmp_path):
    pdf = pikepdf.new()
    pdf.add_blank_page(page_size=(14_000, 14_000))
    pdf.save(tmp_path / "huge.pdf")
    (found,) = pictures(tmp_path / "huge.pdf", "application/pdf", [1], dpi=600)
    assert found.width * found.height <= 1.01 * module.MOST_PIXELS


def test_a_missing_page_is_told_after_the_others(make_pdf):
    drawn = draw(make_pdf([["one"]]), "application/pdf", [7, 1], 72)
    assert next(drawn).number == 1
    with pytest.raises(SourceBroken, match="Page 7"):
        next(drawn)


def test_an_encrypted_pdf_is_refused(tmp_path):
    pdf = pikepdf.new()
    pdf.add_blank_page()
    pdf.save(tmp_path / "locked.pdf", encryption=pikepdf.Encryption(owner="o", user="u"))
    with pytest.raises(SourceRefused, match="encrypted"):
        pictures(tmp_path / "locked.pdf", "application/pdf", [1])


@pytest.mark.parametrize("media_type", ["application/pdf", "image/png"])
def test_bytes_of_no_format_are_broken(tmp_path, media_type):
    (tmp_path / "noise").write_bytes(b"\x00\xff not a page at all")
    with pytest.raises(SourceBroken):
        pictures(tmp_path / "noise", media_type, [1])


def test_frames_of_a_tiff_are_pages(tmp_path):
    frames = [Image.new("1", (850, 1100), colour) for colour in (0, 1)]
    frames[0].save(tmp_path / "two.tif", save_all=True, append_images=frames[1:], compression="group4", dpi=(100, 100))
    first, second = pictures(tmp_path / "two.tif", "image/tiff", [1, 2])
    assert set(first.pixels) == {0}
    assert set(second.pixels) == {255}
    assert (second.width, second.height) == (850, 1100)


def test_a_photograph_is_turned_as_its_camera_says(tmp_path):
    exif = Image.Exif()
    exif[0x0112] = 6
    Image.new("RGB", (400, 200)).save(tmp_path / "photo.jpg", exif=exif)
    (drawn,) = draw(tmp_path / "photo.jpg", "image/jpeg", [1], 300)
    assert drawn.image.size == (200, 400)
    assert drawn.width < drawn.height


def test_an_image_is_never_enlarged_and_transparency_is_paper(tmp_path):
    Image.new("RGBA", (300, 200), (0, 0, 0, 0)).save(tmp_path / "clear.png")
    (found,) = pictures(tmp_path / "clear.png", "image/png", [1], dpi=600)
    assert (found.width, found.height) == (300, 200)
    assert set(found.pixels) == {255}


def test_sixteen_bits_of_grey_are_scaled(tmp_path):
    image = Image.new("I;16", (100, 100), 40_000)
    image.putpixel((0, 0), 60_000)
    image.save(tmp_path / "deep.png")
    (found,) = pictures(tmp_path / "deep.png", "image/png", [1])
    assert found.pixels[:3] == b"\xff\xff\xff"
    assert found.pixels[3:6] == b"\x00\x00\x00"


def test_an_image_with_too_many_pixels_is_refused(tmp_path, monkeypatch):
    Image.new("1", (400, 400)).save(tmp_path / "bomb.png")
    monkeypatch.setattr(module, "MOST_UNPACKED", 1000)
    with pytest.raises(SourceRefused, match="too many pixels"):
        pictures(tmp_path / "bomb.png", "image/png", [1])
