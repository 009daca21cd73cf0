"""A sheet through the copier: render, skew, dirty, and wrap as an image-only PDF. Seeds are fixed."""

from __future__ import annotations

import io
import random
from collections.abc import Callable

import pikepdf
import pypdfium2
from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageOps
from PIL.TiffImagePlugin import TiffImageFile

DPI = 200


def scan(pdf: bytes, finishes: list[str], seed: str) -> bytes:
    """Every page of a PDF as an image; `finishes` says how each page went through (g4, grey, fax)."""
    pages = []
    for number, (image, finish) in enumerate(zip(render(pdf), finishes, strict=True), 1):
        pages.append(FINISHES[finish](image, random.Random(f"{seed}/{number}")))
    return _wrap(pages)


def render(pdf: bytes, dpi: int = DPI) -> list[Image.Image]:
    """Greyscale pictures of the pages."""
    document = pypdfium2.PdfDocument(pdf)
    return [page.render(scale=dpi / 72, grayscale=True).to_pil().convert("L") for page in document]


def _skew(image: Image.Image, rng: random.Random, most: float) -> Image.Image:
    angle = rng.choice((-1, 1)) * rng.uniform(most / 3, most)
    return image.rotate(
        angle, Image.Resampling.BICUBIC, fillcolor=255, translate=(rng.randint(-8, 8), rng.randint(-10, 10))
    )


def _specks(image: Image.Image, rng: random.Random, count: int) -> None:
    draw = ImageDraw.Draw(image)
    for _ in range(count):
        x, y, r = rng.randrange(image.width), rng.randrange(image.height), rng.choice((0, 0, 0, 1, 1, 2))
        draw.ellipse((x, y, x + r, y + r), fill=rng.choice((0, 0, 255)))


def _holes(image: Image.Image, rng: random.Random) -> None:
    """Punch holes of the binder, and the shadow of the glass edge."""
    draw = ImageDraw.Draw(image)
    for y in (image.height // 2 - 315, image.height // 2 + 315):
        x = 34 + rng.randint(-4, 4)
        draw.ellipse((x, y, x + 44, y + 44), outline=60, width=4, fill=250)
    if rng.random() < 0.6:
        draw.rectangle((0, image.height - rng.randint(3, 9), image.width, image.height), fill=0)


def photocopy(image: Image.Image, rng: random.Random) -> tuple[Image.Image, str]:
    """An ordinary office scan, one bit a pixel."""
    sheet = _skew(image, rng, 0.7)
    _specks(sheet, rng, 160)
    _holes(sheet, rng)
    return sheet.point(lambda v: 255 if v > 150 else 0).convert("1"), "g4"


def colourless(image: Image.Image, rng: random.Random) -> tuple[Image.Image, str]:
    """A greyscale scan: paper tone, a light gradient, soft edges."""
    sheet = _skew(image, rng, 0.9).filter(ImageFilter.GaussianBlur(0.6))
    tone = Image.linear_gradient("L").resize(sheet.size).point(lambda v: 226 + v // 12)
    sheet = ImageChops.multiply(sheet.point(lambda v: 34 + v * 221 // 255), tone)
    _specks(sheet, rng, 60)
    _holes(sheet, rng)
    return sheet, "jpeg"


def fax(image: Image.Image, rng: random.Random) -> tuple[Image.Image, str]:
    """A poor page: coarse lines, broken strokes, streaks. Meant to be hard to read, not unreadable."""
    coarse = _skew(image, rng, 1.3).resize((image.width * 6 // 10, image.height * 49 // 100), Image.Resampling.BILINEAR)
    sheet = coarse.resize(image.size, Image.Resampling.BILINEAR)
    noise = Image.frombytes("L", (414, 585), rng.randbytes(414 * 585)).resize(sheet.size, Image.Resampling.BICUBIC)
    sheet = ImageChops.add(sheet, noise.point(lambda v: v // 4), 1, -36)
    _specks(sheet, rng, 900)
    draw = ImageDraw.Draw(sheet)
    for _ in range(
        4
    ):  # drop-outs of the head are white and run far; its burns are black, and short enough to read past
        x, y = rng.randrange(100, sheet.width - 100), rng.randrange(sheet.height * 3 // 4)
        draw.line((x, y, x + rng.randint(-3, 3), y + 900), fill=255, width=rng.randint(1, 2))
        draw.line((x + 40, sheet.height * 4 // 5, x + 41, sheet.height * 4 // 5 + rng.randint(60, 300)), fill=0)
    return sheet.point(lambda v: 255 if v > 138 else 0).convert("1"), "g4"


def photograph(pdf: bytes, seed: str) -> bytes:
    """The first page as a photo taken on a desk, as JPEG."""
    rng = random.Random(seed)
    sheet = ImageOps.expand(render(pdf, 150)[0], 3, 205)
    w, h = sheet.size
    canvas = Image.new("L", (w + 150, h + 150), 74)
    canvas.paste(sheet, (75, 75))
    lean = (0, 18, 26, h + 150, w + 150, h + 128, w + 118, 0)
    photo = canvas.transform(canvas.size, Image.Transform.QUAD, lean, Image.Resampling.BICUBIC)
    light = Image.radial_gradient("L").resize(photo.size).point(lambda v: 255 - v // 3)
    photo = ImageChops.multiply(photo, light).filter(ImageFilter.GaussianBlur(0.7))
    _specks(photo, rng, 50)
    tinted = ImageOps.colorize(photo, (26, 24, 28), (250, 244, 228))
    out = io.BytesIO()
    tinted.crop((0, 0, w + 150, h * 3 // 4)).save(out, "JPEG", quality=58)
    return out.getvalue()


FINISHES: dict[str, Callable[[Image.Image, random.Random], tuple[Image.Image, str]]] = {
    "g4": photocopy,
    "grey": colourless,
    "fax": fax,
}


def _wrap(pages: list[tuple[Image.Image, str]]) -> bytes:
    pdf = pikepdf.new()
    for image, coding in pages:
        size = (image.width * 72 / DPI, image.height * 72 / DPI)
        page = pdf.add_blank_page(page_size=size)
        page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Im0=_xobject(pdf, image, coding)))
        page.Contents = pdf.make_stream(f"q {size[0]:.2f} 0 0 {size[1]:.2f} 0 0 cm /Im0 Do Q".encode())
    out = io.BytesIO()
    pdf.save(out, deterministic_id=True, compress_streams=False, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return out.getvalue()


def _xobject(pdf: pikepdf.Pdf, image: Image.Image, coding: str) -> pikepdf.Object:
    common = {
        "Type": pikepdf.Name.XObject,
        "Subtype": pikepdf.Name.Image,
        "Width": image.width,
        "Height": image.height,
        "ColorSpace": pikepdf.Name.DeviceGray,
    }
    if coding == "g4":
        parms = pikepdf.Dictionary(K=-1, Columns=image.width, Rows=image.height, BlackIs1=False)
        return pikepdf.Stream(
            pdf, _group4(image), **common, BitsPerComponent=1, Filter=pikepdf.Name.CCITTFaxDecode, DecodeParms=parms
        )
    out = io.BytesIO()
    image.save(out, "JPEG", quality=38)
    return pikepdf.Stream(pdf, out.getvalue(), **common, BitsPerComponent=8, Filter=pikepdf.Name.DCTDecode)


def _group4(image: Image.Image) -> bytes:
    """CCITT group 4 bits, taken out of a one-strip TIFF made by Pillow; inverted, as the coder counts paper as 0."""
    out = io.BytesIO()
    ImageChops.invert(image).save(out, "TIFF", compression="group4", tiffinfo={278: image.height})
    with TiffImageFile(io.BytesIO(out.getvalue())) as tiff:
        offset, length = tiff.tag_v2[273][0], tiff.tag_v2[279][0]
    return out.getvalue()[offset : offset + length]
