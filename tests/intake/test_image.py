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
