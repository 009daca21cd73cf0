"""Pictures are pages that wait for recognition."""

from __future__ import annotations

import io
import struct
import zlib

import pytest
from PIL import Image

from greffier.contracts import Limits
from greffier.errors import SourceBroken, SourceRefused
from greffier.intake.image import Picture
from greffier.pages.render import draw
from greffier.records import Leaf


def opened(file):
    return list(Picture().open(file, "x", Limits()))


def picture(*sizes, kind="TIFF", **options) -> bytes:
    out = io.BytesIO()
    frames = [Image.new("L", size, 255) for size in sizes]
    options |= {"save_all": True, "append_images": frames[1:]} if len(frames) > 1 else {}
    frames[0].save(out, kind, **options)
    return out.getvalue()


def test_each_frame_is_a_page(untrusted):
    assert opened(untrusted(picture((200, 100), (100, 200)))) == [
        Leaf(1, "", 72.0, 36.0, scanned=True),
        Leaf(2, "", 36.0, 72.0, scanned=True),
    ]


def test_the_resolution_that_it_tells(untrusted):
    [leaf] = opened(untrusted(picture((300, 600), kind="JPEG", dpi=(300, 300))))
    assert (leaf.width, leaf.height) == (72.0, 144.0)


def test_an_absurd_resolution_is_not_believed(untrusted):
    [leaf] = opened(untrusted(picture((200, 200), kind="JPEG", dpi=(1, 1))))
    assert leaf.width == 72.0


def test_a_picture_lying_on_its_side(untrusted):
    exif = Image.Exif()
    exif[0x0112] = 6
    [leaf] = opened(untrusted(picture((200, 100), kind="JPEG", exif=exif)))
    assert leaf.height == 2 * leaf.width


def test_a_bomb_is_refused(untrusted):
    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    claims = struct.pack(">IIBBBBB", 100_000, 100_000, 8, 0, 0, 0, 0)
    content = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", claims) + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")
    with pytest.raises(SourceRefused, match="too many pixels"):
        opened(untrusted(content))


def test_cut_short_is_broken(untrusted):
    content = picture((900, 900), kind="PNG")
    with pytest.raises(SourceBroken, match="damaged or cut short"):
        opened(untrusted(content[: len(content) // 2]))


@pytest.mark.parametrize("kind", ["AVIF", "JPEG2000", "WEBP", "GIF", "BMP"])
def test_other_kinds_are_pages_too(untrusted, kind):
    [leaf] = opened(untrusted(picture((200, 100), kind=kind)))
    assert leaf.scanned


@pytest.mark.parametrize("packing", ["jpeg", "group3", "group4", "tiff_lzw", "tiff_adobe_deflate", "packbits", "zstd"])
@pytest.mark.parametrize("big", [False, True])
def test_tiff_however_it_is_packed(untrusted, packing, big):
    out = io.BytesIO()
    mode = "1" if packing.startswith("group") else "RGB"
    Image.new(mode, (200, 100), "white").save(out, "TIFF", compression=packing, big_tiff=big)
    assert len(opened(untrusted(out.getvalue()))) == 1


@pytest.mark.parametrize("mode", ["1", "L", "P", "LA", "RGB", "RGBA", "CMYK", "YCbCr", "I;16", "F"])
def test_tiff_of_any_colour_can_be_drawn(untrusted, mode):
    out = io.BytesIO()
    Image.new("L", (200, 100), 255).convert(mode).save(out, "TIFF")
    file = untrusted(out.getvalue())
    assert len(opened(file)) == 1
    [drawn] = draw(file, "image/tiff", [1], 100)
    assert drawn.image.mode in ("L", "RGB")


@pytest.mark.parametrize("kind", ["GIF", "PNG", "WEBP"])
def test_of_a_moving_picture_the_first_moment_is_read_and_the_others_are_told(untrusted, kind):
    frames = [Image.new("RGB", (90, 90), colour) for colour in ("red", "green", "blue")]
    out = io.BytesIO()
    frames[0].save(out, kind, save_all=True, append_images=frames[1:])
    kept = []
    with pytest.raises(SourceRefused, match="the first of its 3 moments is kept"):
        kept.extend(Picture().open(untrusted(out.getvalue()), "x", Limits()))
    assert [leaf.number for leaf in kept] == [1]


def test_what_is_there_of_a_picture_cut_short_is_kept_and_can_be_drawn(untrusted):
    content = Image.effect_noise((400, 400), 60)
    out = io.BytesIO()
    content.save(out, "JPEG")
    file = untrusted(out.getvalue()[: len(out.getvalue()) // 2])
    kept = []
    with pytest.raises(SourceBroken, match="cut short"):
        kept.extend(Picture().open(file, "x", Limits()))
    assert [leaf.number for leaf in kept] == [1]
    assert len(list(draw(file, "image/jpeg", [1], 100))) == 1


def test_a_kind_that_is_not_read_is_not_called_damaged(untrusted):
    with pytest.raises(SourceRefused, match="kind that is not read"):
        opened(untrusted(b"P6 1 1 255 abc"))
