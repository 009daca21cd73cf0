"""Pictures of pages: nothing is read here, each one waits for recognition."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from pathlib import Path

from PIL import Image, ImageSequence, UnidentifiedImageError

from greffier.contracts import Limits
from greffier.errors import SourceBroken, SourceRefused
from greffier.pictures import open_picture
from greffier.records import Leaf, Member

_POINTS = 72  # an inch
_USUAL = 200  # dots an inch, where a picture does not say
_PLAUSIBLE = (36.0, 2_400.0)
_MOST_PIXELS = 120_000_000  # A3 at 720 dots an inch
_ORIENTATION, _LYING = 0x0112, range(5, 9)  # EXIF: turned by a quarter
_DAMAGE = (OSError, SyntaxError, ValueError, EOFError, TypeError, KeyError)
_MOVING = ("GIF", "PNG", "WEBP", "AVIF")  # their frames are no pages, but moments of one picture


class Picture:
    """Opens PNG, JPEG, TIFF and the like; each frame of a TIFF is a page."""

    def open(self, untrusted_path: Path, name: str, limits: Limits) -> Iterator[Leaf | Member]:
        """Yield a scanned leaf for each frame; of one that is cut short too, if any of it is there.

        SourceBroken where one is damaged, SourceRefused where one is a bomb or of an unknown kind, or where further
        frames of a moving picture are not read.
        """
        warnings.simplefilter("ignore")
        Image.MAX_IMAGE_PIXELS = _MOST_PIXELS // 2  # Pillow refuses at twice this
        number = 0
        try:
            with open_picture(untrusted_path) as image:
                for frame in ImageSequence.Iterator(image) if image.format == "TIFF" else [image]:
                    number += 1
                    frame.load()
                    yield Leaf(number, "", *_size(frame), scanned=True)
                _insist_on_one(image)
        except Image.DecompressionBombError as error:
            raise SourceRefused("The picture has too many pixels.") from error
        except UnidentifiedImageError as error:
            raise SourceRefused("A picture of a kind that is not read yet, or damaged at its start.") from error
        except _DAMAGE as error:
            yield from _cut_short(untrusted_path, number)
            raise SourceBroken(f"{_told(number)} is damaged or cut short.") from error


def _cut_short(untrusted_path: Path, number: int) -> Iterator[Leaf]:
    """What is there of the picture that could not be unpacked whole."""
    try:
        with open_picture(untrusted_path, cut_short=True) as image:
            image.seek(max(0, number - 1))
            image.load()
            if image.getbbox() is not None:
                yield Leaf(max(1, number), "", *_size(image), scanned=True)
    except _DAMAGE:
        return


def _insist_on_one(image: Image.Image) -> None:
    moments = getattr(image, "n_frames", 1)
    if image.format in _MOVING and moments > 1:
        raise SourceRefused(f"A moving picture: the first of its {moments} moments is kept, the others are not read.")


def _told(number: int) -> str:
    return f"Picture {number} of the file" if number > 1 else "The picture"


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
