"""The picture of a telephone (HEIC) as a PDF of one page: `python -m greffier.intake.heif FILE OUT`.

A program like others of `programs.py`: its library starts threads, which the sandbox of our own readers denies.
"""

from __future__ import annotations

import sys
from importlib import import_module

from PIL import Image

_USUAL = 200  # dots an inch, where the picture does not say
_FAITHFUL = 95  # of 100, in which JPEG packs it
_MOST_PIXELS = 120_000_000


def main() -> None:
    """Read the picture, upright, and write the page; anything that goes wrong ends it with a status."""
    untrusted_path, out = sys.argv[1:]
    Image.MAX_IMAGE_PIXELS = _MOST_PIXELS // 2  # Pillow refuses at twice this
    import_module("pi_heif").register_heif_opener()
    with Image.open(untrusted_path, formats=["HEIF"]) as image:
        image.convert("RGB").save(out, "PDF", resolution=_USUAL, quality=_FAITHFUL)


if __name__ == "__main__":
    main()
