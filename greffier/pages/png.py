"""Raw pixels from the sandbox to PNG: the trusted side encodes, and never decodes a foreign picture."""

from __future__ import annotations

from io import BytesIO

from PIL import Image

from greffier.errors import SourceBroken
from greffier.records import Picture


def encode(picture: Picture) -> bytes:
    """Return a PNG of a rendered page, grey or RGB as its pixels are."""
    area = picture.width * picture.height
    mode = {area: "L", 3 * area: "RGB"}.get(len(picture.pixels))
    if mode is None or area == 0:
        raise SourceBroken("The picture of this page has the wrong size.")
    out = BytesIO()
    Image.frombytes(mode, (picture.width, picture.height), picture.pixels).save(out, "PNG", optimize=False)
    return out.getvalue()
