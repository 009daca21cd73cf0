"""Pictures of pages: nothing is read here, each one waits for recognition."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from pathlib import Path

from PIL import Image, ImageSequence

from greffier.contracts import Limits
from greffier.errors import SourceBroken, SourceRefused
from greffier.records import Leaf, Member

_POINTS = 72  # an inch
_USUAL = 200  # dots an inch, where a picture does not say
_PLAUSIBLE = (36.0, 2_400.0)
_MOST_PIXELS = 120_000_000  # A3 at 720 dots an inch
_ORIENTATION, _LYING = 0x0112, range(5, 9)  # EXIF: turned by a quarter


class Picture:
    """Opens PNG, JPEG, TIFF and the like; each frame of a TIFF is a page."""

    def open(self, untrusted_path: Path, name: str, limits: Limits) -> Iterator[Leaf | Member]:
        """Yield a scanned leaf for each frame. SourceBroken where one is damaged, SourceRefused where one is a bomb."""
        warnings.simplefilter("ignore")
        Image.MAX_IMAGE_PIXELS = _MOST_PIXELS // 2  # Pillow refuses at twice this
        number = 0
        try:
            with Image.open(untrusted_path) as image:
                for frame in ImageSequence.Iterator(image) if image.format == "TIFF" else [image]:
                    frame.load()
                    number += 1
                    yield Leaf(number, "", *_size(frame), scanned=True)
        except Image.DecompressionBombError as error:
            raise SourceRefused("The picture has too many pixels.") from error
        except (OSError, SyntaxError, ValueError, EOFError, TypeError, KeyError) as error:
            told = f"Picture {number + 1} of the file" if number else "The picture"
            raise SourceBroken(f"{told} is damaged or cut short.") from error


def _size(frame: Image.Image) -> tuple[float, float]:
    """Width and height in points, as displayed."""
    told = frame.info.get("dpi")
    across, down = (float(dots or 0) for dots in told) if isinstance(told, tuple) and len(told) == 2 else (0.0, 0.0)
    width = frame.width * _POINTS / _dots(across)
    height = frame.height * _POINTS / _dots(down)
    lying = frame.getexif().get(_ORIENTATION) in _LYING
    return (height, width) if lying else (width, height)


def _dots(told: float) -> float:
    return told if _PLAUSIBLE[0] <= told <= _PLAUSIBLE[1] else _USUAL
