"""Coloured ink over print: both are there afterwards, each without the other."""

import pytest
from PIL import Image, ImageChops, ImageDraw, ImageFont

from greffier.contracts import Limits
from greffier.pages.recognise import recognise
from greffier.pages.stamps import parted

SIZE = (1654, 2339)
BLUE, RED, VIOLET = (30, 50, 190), (200, 30, 40), (110, 40, 160)
LINE = "Le conteneur est ouvert devant eux et les sacs sont compris"


def page(ink=(20, 20, 20), paper=(250, 250, 248)) -> Image.Image:
    made = Image.new("RGB", SIZE, paper)
    draw = ImageDraw.Draw(made)
    for line in range(24):
        draw.text((150, 200 + 60 * line), LINE, ink, ImageFont.load_default(34))
    return made


def stamped(sheet: Image.Image, ink, at=(600, 700)) -> Image.Image:
    layer = Image.new("RGB", SIZE, "white")
    draw = ImageDraw.Draw(layer)
    draw.rectangle((*at, at[0] + 420, at[1] + 160), outline=ink, width=5)
    draw.text((at[0] + 40, at[1] + 20), "RECU LE", ink, ImageFont.load_default(46))
    draw.text((at[0] + 40, at[1] + 85), "14 MARS 2023", ink, ImageFont.load_default(46))
    return ImageChops.multiply(sheet, layer)


@pytest.mark.parametrize("ink", [BLUE, RED, VIOLET])
def test_a_stamp_is_taken_off_the_print(ink):
    sheet = parted(stamped(page(), ink))
    (stamp,) = sheet.stamps
    left, top, right, bottom = stamp.box
    assert 540 <= left <= 600
    assert 640 <= top <= 700
    assert 1020 <= right <= 1090
    assert 860 <= bottom <= 930
    bare = page().convert("L")
    differing = ImageChops.difference(sheet.print, bare).crop(stamp.box).histogram()
    assert sum(differing[80:]) < 0.01 * sum(differing)


@pytest.mark.parametrize(
    "whole",
    [
        page(),
        page(ink=BLUE),
        page(paper=(250, 235, 130)),
        Image.new("RGB", SIZE, (30, 60, 200)),
        Image.new("RGB", (1, 1)),
        Image.effect_noise(SIZE, 60),
    ],
    ids=["black", "written in blue", "yellow paper", "a picture", "one pixel", "grey"],
)
def test_a_page_without_stamps_stays_whole(whole):
    sheet = parted(whole)
    assert sheet.stamps == ()
    assert sheet.print.tobytes() == whole.convert("L").tobytes()


def test_print_and_stamp_are_read_and_their_boxes_lie_on_them(tmp_path):
    stamped(page(), RED).save(tmp_path / "stamped.png", dpi=(200, 200))
    arguments = {"media_type": "image/png", "numbers": [1], "engine": "tesseract", "languages": "fra+eng"}
    (leaf,) = recognise(tmp_path / "stamped.png", arguments, Limits())
    assert leaf.text.split("\n\n")[0].split("\n")[:24] == [LINE] * 24
    assert leaf.text.endswith("\n\nRECU LE\n14 MARS 2023")
    dated = [word for word in leaf.words if leaf.text[word.start : word.end] == "MARS"]
    assert len(dated) == 1
    assert 640 / 1654 < dated[0].x0 < dated[0].x1 < 1020 / 1654
    assert 770 / 2339 < dated[0].y0 < dated[0].y1 < 850 / 2339
    assert [leaf.text[w.start : w.end] for w in leaf.words] == leaf.text.split()
