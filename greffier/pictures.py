"""Pictures from outside, opened in one way by those who count their pages and those who draw them."""

from __future__ import annotations

from pathlib import Path

from PIL import (  # the plugins: Pillow would otherwise import fifty to find one
    AvifImagePlugin,
    BmpImagePlugin,
    GifImagePlugin,
    Image,
    ImageFile,
    Jpeg2KImagePlugin,
    JpegImagePlugin,
    PngImagePlugin,
    TiffImagePlugin,
    WebPImagePlugin,
)

_KINDS = [
    plugin.format
    for plugin in (
        PngImagePlugin.PngImageFile,
        JpegImagePlugin.JpegImageFile,
        TiffImagePlugin.TiffImageFile,
        BmpImagePlugin.BmpImageFile,
        GifImagePlugin.GifImageFile,
        WebPImagePlugin.WebPImageFile,
        AvifImagePlugin.AvifImageFile,
        Jpeg2KImagePlugin.Jpeg2KImageFile,
    )
]


def open_picture(untrusted_path: Path, cut_short: bool = False) -> Image.Image:
    """Open a picture of the kinds that are read, and no other; `cut_short` takes what is there of one that ends early.

    Raises what Pillow raises.
    """
    ImageFile.LOAD_TRUNCATED_IMAGES = cut_short
    AvifImagePlugin.DEFAULT_MAX_THREADS = 1  # the sandbox denies further ones
    return Image.open(untrusted_path, formats=_KINDS)
