"""Pages as pictures: what the OCR reads and the viewer shows. Runs inside the sandbox."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple, cast

import pypdfium2
from PIL import Image, ImageOps, UnidentifiedImageError

from greffier.contracts import Limits
from greffier.errors import SourceBroken, SourceRefused
from greffier.pictures import open_picture
from greffier.records import Picture

POINTS = 72  # points in an inch, the unit of page sizes
MOST_PIXELS = 24_000_000  # drawn: A3 at 360 dpi; three bytes each in RGB
MOST_UNPACKED = 120_000_000  # in an image file as it came: A3 at 720 dpi
PAPER_INCHES = 11.7  # the long side of A4: the size assumed of an image that does not tell its resolution
_PDF_PASSWORD = 4  # FPDF_ERR_PASSWORD


class Drawn(NamedTuple):
    """A page as a picture, upright as a viewer shows it, and its size on paper in points."""

    number: int
    image: Image.Image
    width: float
    height: float


def render(untrusted_path: Path, arguments: dict[str, Any], limits: Limits) -> Iterator[Picture]:
    """Yield the RGB pictures of the pages `numbers` at `dpi`, less where a page is too large (sandbox task).

    SourceBroken and SourceRefused say what cannot be shown; the other pages are yielded first.
    """
    for drawn in draw(untrusted_path, arguments["media_type"], arguments["numbers"], arguments["dpi"]):
        image = drawn.image.convert("RGB")
        yield Picture(drawn.number, image.width, image.height, image.tobytes())


def draw(untrusted_path: Path, media_type: str, numbers: Sequence[int], dpi: float) -> Iterator[Drawn]:
    """Yield these pages of a PDF or an image at this resolution; pages count from 1, frames of a TIFF are pages."""
    failed: list[int] = []
    if media_type == "application/pdf":
        yield from _draw_pdf(untrusted_path, numbers, dpi, failed)
    else:
        yield from _draw_image(untrusted_path, numbers, dpi, failed)
    if failed:
        raise SourceBroken(f"Page {', '.join(map(str, failed))} cannot be drawn.")


def _draw_pdf(untrusted_path: Path, numbers: Sequence[int], dpi: float, failed: list[int]) -> Iterator[Drawn]:
    document = _open_pdf(untrusted_path)
    try:
        document.init_forms()  # before any page is loaded, or what was typed into a form stays invisible
        for number in numbers:
            try:
                drawn = _pdf_page(document, number, dpi)
            except (pypdfium2.PdfiumError, IndexError, ValueError, MemoryError):
                failed.append(number)
            else:
                yield drawn
    finally:
        document.close()


def _open_pdf(untrusted_path: Path) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(untrusted_path)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == _PDF_PASSWORD:
            raise SourceRefused("The PDF is encrypted.") from error
        raise SourceBroken("The PDF cannot be opened.") from error


def _pdf_page(document: pypdfium2.PdfDocument, number: int, dpi: float) -> Drawn:
    if number < 1:
        raise IndexError(number)
    page = document[number - 1]
    width, height = page.get_size()
    scale = dpi / POINTS
    bitmap = page.render(scale=scale * _shrink(width * scale, height * scale), rev_byteorder=True)
    image = bitmap.to_pil().copy()  # the bitmap's memory goes with it
    bitmap.close()
    page.close()
    return Drawn(number, image, width, height)


def _shrink(width: float, height: float) -> float:
    """By how much a picture of this many pixels is scaled down to fit the cap; 1 where it fits."""
    return min(1.0, math.sqrt(MOST_PIXELS / max(1.0, width * height)))


def _draw_image(untrusted_path: Path, numbers: Sequence[int], dpi: float, failed: list[int]) -> Iterator[Drawn]:
    try:
        with open_picture(untrusted_path, cut_short=True) as image:
            for number in numbers:
                try:
                    image.seek(number - 1)
                    drawn = _image_page(image, number, dpi)
                except (EOFError, OSError, SyntaxError, ValueError, MemoryError):
                    failed.append(number)
                else:
                    yield drawn
    except Image.DecompressionBombError as error:
        raise SourceRefused("The image has too many pixels.") from error
    except (UnidentifiedImageError, OSError, SyntaxError) as error:
        raise SourceBroken("The image cannot be opened.") from error


def _image_page(image: Image.Image, number: int, dpi: float) -> Drawn:
    if image.width * image.height > MOST_UNPACKED:
        raise SourceRefused(f"The image has too many pixels ({image.width} x {image.height}).")
    told = _resolution(image)
    upright = _flat(ImageOps.exif_transpose(image))
    scale = min(1.0, dpi / told)  # never upwards: that adds pixels, not detail
    scale *= _shrink(upright.width * scale, upright.height * scale)
    size = (max(1, round(upright.width * scale)), max(1, round(upright.height * scale)))
    drawn = upright if size == upright.size else upright.resize(size, Image.Resampling.LANCZOS)
    return Drawn(number, drawn, upright.width * POINTS / told, upright.height * POINTS / told)


def _resolution(image: Image.Image) -> float:
    """Dots an inch: as told where a sheet of that size is likely (5 to 25 inches long), else those of a sheet of A4."""
    told = image.info.get("dpi", (0, 0))
    dots = float(told[0] or 0) if isinstance(told, tuple) else 0.0
    if 5 <= max(image.size) / max(dots, 1.0) <= 25:
        return dots
    return max(image.size) / PAPER_INCHES


def _flat(image: Image.Image) -> Image.Image:
    """The picture in grey or RGB, what is transparent on white."""
    if image.mode in ("1", "L"):
        return image.convert("L")
    if image.mode.startswith("I") or image.mode == "F":  # Pillow would cut 16 bits a pixel instead of scaling them
        low, high = cast(tuple[float, float], image.getextrema())
        scale = 255.0 / max(1.0, high - low)
        return image.convert("F").point(lambda value: value * scale - low * scale).convert("L")
    if image.mode == "P" or "A" in image.mode or "a" in image.mode:
        clear = image.convert("RGBA")
        return Image.alpha_composite(Image.new("RGBA", clear.size, "white"), clear).convert("RGB")
    return image.convert("RGB")
