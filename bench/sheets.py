"""Invented pages sent through bad scanners: eighteen kinds of scan, each with the text that stands on it.

Seeds are fixed: the same kind and number give the same pixels. Pages are French but where a kind says otherwise.
"""

from __future__ import annotations

import io
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pypdfium2
from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas

from bench.synthetic import FONTS, TOWNS, sentence

DPI = 200
PAPER = 255


@dataclass(frozen=True)
class Scan:
    """A scanned page: what kind, its picture, its resolution, and the lines that stand on it in reading order."""

    kind: str
    number: int
    image: Image.Image
    dpi: int
    truth: str


def scans(kinds: list[str], each: int) -> Iterator[Scan]:
    """Yield `each` pages of every kind."""
    for kind in kinds:
        for number in range(each):
            yield scan(kind, number)


def scan(kind: str, number: int) -> Scan:
    """Make one page of a kind."""
    chance = random.Random(f"{kind}/{number}")
    image, dpi, truth = KINDS[kind](number, chance)
    return Scan(kind, number, image, dpi, truth)


# --- what stands on the pages ---


def prose(number: int, *, english: bool = False, lines: int = 40, dpi: int = DPI) -> tuple[Image.Image, str]:
    """A page of report with a heading and a folio, in one of three fonts."""
    chance = random.Random(f"prose/{number}/{english}")
    font, size, lead = FONTS[number % len(FONTS)]
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1)
    folio = f"D{chance.randint(100, 9999):05d}"
    canvas.setFont("Courier-Bold", 15)
    canvas.drawRightString(A4[0] - 40, A4[1] - 40, folio)
    canvas.setFont(font, size)
    written, y = [folio], A4[1] - 80
    while len(written) < lines and y > 90:
        told = " ".join(sentence(chance, english) for _ in range(3))
        for line in simpleSplit(told, font, size, A4[0] - 140)[: lines - len(written)]:
            canvas.drawString(70, y, line)
            written.append(line)
            y -= lead
        y -= lead * 0.6
    canvas.save()
    return _drawn(out, dpi), "\n".join(written)


def both_languages(number: int) -> tuple[Image.Image, str]:
    """A letter in French with passages in English."""
    chance = random.Random(f"both/{number}")
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1)
    canvas.setFont("Helvetica", 10.5)
    written, y = [], A4[1] - 80
    for paragraph in range(7):
        told = " ".join(sentence(chance, paragraph % 2 == 1) for _ in range(3))
        for line in simpleSplit(told, "Helvetica", 10.5, A4[0] - 140):
            canvas.drawString(70, y, line)
            written.append(line)
            y -= 14.5
        y -= 9
    canvas.save()
    return _drawn(out, DPI), "\n".join(written)


def table(number: int) -> tuple[Image.Image, str]:
    """A ruled list of calls and payments: dates, times, lines, durations, amounts."""
    chance = random.Random(f"table/{number}")
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1)
    font = ("Helvetica", "Courier", "Times-Roman")[number % 3]
    canvas.setFont(font, 9.5)
    columns = (46, 114, 156, 232, 322, 382, 480)
    written, y = ["Date Heure Appelant Appelé Durée Montant Scellé"], A4[1] - 90
    for x, head in zip(columns, written[0].split(), strict=True):
        canvas.drawString(x, y, head)
    for _ in range(34):
        y -= 17
        row = (
            f"{chance.randint(1, 28):02d}/{chance.randint(1, 12):02d}/{chance.randint(2019, 2024)}",
            f"{chance.randrange(24):02d}:{chance.randrange(60):02d}",
            "".join(["06", *(f"{chance.randrange(100):02d}" for _ in range(4))]),
            "".join(["+336", *(f"{chance.randrange(100):02d}" for _ in range(4))]),
            f"{chance.randrange(3600)} s",
            f"{chance.randint(1, 99)} {chance.randrange(1000):03d},{chance.randrange(100):02d}",
            f"{chance.choice(('KV', 'TR', 'MB'))}/{chance.randint(1, 99):02d}",
        )
        for x, cell in zip(columns, row, strict=True):
            canvas.drawString(x, y, cell)
        canvas.line(42, y - 5, 530, y - 5)
        written.append(" ".join(row))
    if number % 2:
        for x in (*columns, 534):
            canvas.line(x - 4, A4[1] - 75, x - 4, y - 5)
    canvas.save()
    return _drawn(out, DPI), "\n".join(written)


def _drawn(pdf: io.BytesIO, dpi: int) -> Image.Image:
    page = pypdfium2.PdfDocument(pdf.getvalue())[0]
    return page.render(scale=dpi / 72, grayscale=True).to_pil().convert("L")


# --- what scanners, copiers and years do to them ---


def _turned(image: Image.Image, degrees: float, fill: int = PAPER) -> Image.Image:
    return image.rotate(degrees, Image.Resampling.BICUBIC, fillcolor=fill)


def _jpeg(image: Image.Image, quality: int) -> Image.Image:
    out = io.BytesIO()
    image.save(out, "JPEG", quality=quality)
    return Image.open(io.BytesIO(out.getvalue())).copy()


def noise(image: Image.Image, chance: random.Random, deep: int, coarse: int = 1) -> Image.Image:
    """Grain of so many levels of grey; `coarse` is its size in pixels."""
    size = (image.width // coarse + 1, image.height // coarse + 1)
    grain = Image.frombytes("L", size, chance.randbytes(size[0] * size[1]))
    grain = grain.resize((size[0] * coarse, size[1] * coarse), Image.Resampling.BICUBIC).crop((0, 0, *image.size))
    return ImageChops.add(image, grain.point(lambda v: v * deep // 255), 1, -deep // 2)


def specks(image: Image.Image, chance: random.Random, count: int) -> Image.Image:
    draw = ImageDraw.Draw(image)
    for _ in range(count):
        x, y, r = chance.randrange(image.width), chance.randrange(image.height), chance.choice((0, 0, 0, 1, 1, 2))
        draw.ellipse((x, y, x + r, y + r), fill=chance.choice((0, 0, 255)))
    return image


def pale(image: Image.Image, ink: int, paper: int) -> Image.Image:
    return image.point(lambda v: ink + v * (paper - ink) // 255)


def clean(number: int, chance: random.Random) -> tuple[Image.Image, int, str]:
    """As it left the printer, 200 dpi."""
    image, truth = prose(number)
    return image, DPI, truth


def english(number: int, chance: random.Random) -> tuple[Image.Image, int, str]:
    """English, a soft grey scan."""
    image, truth = prose(number, english=True)
    return _jpeg(image.filter(ImageFilter.GaussianBlur(0.6)), 50), DPI, truth


def mixed(number: int, chance: random.Random) -> tuple[Image.Image, int, str]:
    """French and English on one page, a soft grey scan."""
    image, truth = both_languages(number)
    return _jpeg(image.filter(ImageFilter.GaussianBlur(0.6)), 50), DPI, truth


def coarse(number: int, chance: random.Random) -> tuple[Image.Image, int, str]:
    """150 dpi, a little askew, JPEG."""
    image, truth = prose(number, dpi=150)
    return _jpeg(noise(_turned(image, chance.uniform(-0.7, 0.7)), chance, 24), 45), 150, truth


def photocopy(number: int, chance: random.Random) -> tuple[Image.Image, int, str]:
    """One bit a pixel, specks, a little askew."""
    image, truth = prose(number)
    copy = specks(noise(_turned(image, chance.uniform(-0.9, 0.9)), chance, 60), chance, 300)
    return copy.point(lambda v: 255 if v > 150 else 0).convert("1"), DPI, truth


def fax(number: int, chance: random.Random) -> tuple[Image.Image, int, str]:
    """One bit a pixel at 204 x 98 lines an inch, as old machines send; enlarged by whoever received it."""
    image, truth = prose(number)
    sent = noise(_turned(image, chance.uniform(-0.8, 0.8)), chance, 90)
    sent = sent.resize((image.width, image.height * 98 // 200), Image.Resampling.BOX)
    sent = sent.point(lambda v: 255 if v > 140 else 0)
    return sent.resize(image.size, Image.Resampling.NEAREST).convert("1"), DPI, truth


def fine_fax(number: int, chance: random.Random) -> tuple[Image.Image, int, str]:
    """One bit a pixel at 204 x 196, broken strokes."""
    image, truth = prose(number)
    sent = noise(_turned(image, chance.uniform(-0.8, 0.8)), chance, 150, 2)
    return specks(sent, chance, 900).point(lambda v: 255 if v > 128 else 0).convert("1"), DPI, truth


def askew(number: int, chance: random.Random) -> tuple[Image.Image, int, str]:
    """Grey, turned by 2 to 7 degrees."""
    image, truth = prose(number, lines=36)
    image = _turned(image, (2 + 5 * (number % 4) / 3) * (1 if number % 2 else -1))
    return _jpeg(noise(image, chance, 24), 55), DPI, truth


def upside_down(number: int, chance: random.Random) -> tuple[Image.Image, int, str]:
    """Laid on the glass the wrong way up, one degree askew."""
    image, truth = prose(number)
    return _jpeg(noise(_turned(image, chance.uniform(-1, 1)).rotate(180), chance, 24), 55), DPI, truth


def sideways(number: int, chance: random.Random) -> tuple[Image.Image, int, str]:
    """Laid on the glass on its side, either way."""
    image, truth = prose(number)
    turned = _turned(image, chance.uniform(-1, 1)).rotate(90 if number % 2 else 270, expand=True)
    return _jpeg(noise(turned, chance, 24), 55), DPI, truth


def shadowed(number: int, chance: random.Random) -> tuple[Image.Image, int, str]:
    """A bound volume on the glass: the light falls off towards one edge, a dark border, a photo's vignette."""
    image, truth = prose(number)
    light = Image.linear_gradient("L").rotate(90 if number % 2 else 270).resize(image.size)
    light = light.point(lambda v: 70 + v * 185 // 255)
    dark = ImageChops.multiply(pale(image, 40, 245), light)
    ImageDraw.Draw(dark).rectangle((0, 0, image.width, chance.randint(10, 40)), fill=20)
    return _jpeg(noise(dark, chance, 20), 50), DPI, truth


def stamped(number: int, chance: random.Random) -> tuple[Image.Image, int, str]:
    """Two stamps in blue, red or violet ink across the text."""
    image, truth = prose(number)
    sheet = pale(image, 25, 250).convert("RGB")
    said = []
    for at in range(2):
        town, day = chance.choice(TOWNS).upper(), f"{chance.randint(1, 28):02d} {chance.choice(_MONTHS)} 2023"
        words = ("REÇU LE", day, town) if at else (f"SCELLÉ N° {chance.randint(1, 99)}", town, day)
        ink = chance.choice(((30, 50, 190), (200, 30, 40), (110, 40, 160)))
        where = (chance.randint(150, 900), chance.randint(300, 700) + 700 * at)
        sheet = stamp(sheet, words, ink, where, chance)
        said += words
    return _jpeg(sheet, 70), DPI, "\n".join([truth, *said])


_MONTHS = "JANV FÉVR MARS AVR MAI JUIN JUIL AOÛT SEPT OCT NOV DÉC".split()


def stamp(
    sheet: Image.Image, words: tuple[str, ...], ink: tuple[int, int, int], where: tuple[int, int], chance: random.Random
) -> Image.Image:
    font = ImageFont.load_default(34)
    wide = max(round(font.getlength(word)) for word in words) + 60
    high = 46 * len(words) + 50
    mask = Image.new("L", (wide, high), 0)
    draw = ImageDraw.Draw(mask)
    draw.rectangle((5, 5, wide - 6, high - 6), outline=225, width=5)
    for at, word in enumerate(words):
        draw.text(((wide - font.getlength(word)) / 2, 22 + 46 * at), word, fill=225, font=font)
    mask = mask.rotate(chance.uniform(-4, 4), Image.Resampling.BICUBIC, expand=True)
    layer = Image.new("RGB", sheet.size, "white")
    layer.paste(Image.new("RGB", mask.size, ink), where, mask)
    return ImageChops.multiply(sheet, layer)


def coloured(number: int, chance: random.Random) -> tuple[Image.Image, int, str]:
    """Black on pink, yellow, green or blue paper."""
    image, truth = prose(number)
    paper = ((250, 190, 200), (250, 235, 130), (170, 225, 170), (150, 190, 235))[number % 4]
    tinted = ImageChops.multiply(pale(image, 30, 250).convert("RGB"), Image.new("RGB", image.size, paper))
    return _jpeg(tinted, 60), DPI, truth


def faint(number: int, chance: random.Random) -> tuple[Image.Image, int, str]:
    """A ribbon at its end: grey on grey."""
    image, truth = prose(number)
    return _jpeg(noise(pale(image, 165, 225), chance, 22), 60), DPI, truth


def carbon(number: int, chance: random.Random) -> tuple[Image.Image, int, str]:
    """A carbon copy of typewriting: thick, blurred, uneven strokes on grained paper."""
    image, truth = prose(3 * number + 1)
    pressed = ImageChops.add(image.filter(ImageFilter.MinFilter(3)), noise(image, chance, 40, 8), 2)
    worn = pale(pressed.filter(ImageFilter.GaussianBlur(1.3)), 70, 235)
    return _jpeg(noise(noise(worn, chance, 50, 3), chance, 36), 50), DPI, truth


def ruled(number: int, chance: random.Random) -> tuple[Image.Image, int, str]:
    """Tables of numbers, one bit a pixel."""
    image, truth = table(number)
    copy = specks(_turned(image, chance.uniform(-0.6, 0.6)), chance, 160)
    return copy.point(lambda v: 255 if v > 150 else 0).convert("1"), DPI, truth


def folded(number: int, chance: random.Random) -> tuple[Image.Image, int, str]:
    """Two sheets of A4 side by side on A3, the fold dark between them."""
    (left, told), (right, also) = prose(3 * number, lines=26), prose(3 * number + 1, lines=26)
    sheet = Image.new("L", (left.width + right.width, left.height), PAPER)
    sheet.paste(left, (0, 0))
    sheet.paste(right, (left.width, 0))
    fold = ImageDraw.Draw(sheet)
    for x in range(-30, 31):
        fold.line((left.width + x, 0, left.width + x, sheet.height), fill=90 + 5 * abs(x))
    return _jpeg(noise(sheet, chance, 24), 55), DPI, f"{told}\n{also}"


def shining_through(number: int, chance: random.Random) -> tuple[Image.Image, int, str]:
    """Thin paper: the print of the other side shines through, mirrored."""
    image, truth = prose(number)
    back = prose(number + 50)[0].transpose(Image.Transpose.FLIP_LEFT_RIGHT).filter(ImageFilter.GaussianBlur(1.5))
    return _jpeg(ImageChops.multiply(pale(image, 20, 245), pale(back, 185, 255)), 55), DPI, truth


KINDS: dict[str, Callable[[int, random.Random], tuple[Image.Image, int, str]]] = {
    "clean": clean,
    "english": english,
    "both languages": mixed,
    "150 dpi": coarse,
    "photocopy": photocopy,
    "fine fax": fine_fax,
    "coarse fax": fax,
    "askew 2-7°": askew,
    "upside down": upside_down,
    "sideways": sideways,
    "shadow": shadowed,
    "stamps": stamped,
    "coloured paper": coloured,
    "faint": faint,
    "carbon copy": carbon,
    "table": ruled,
    "A3 fold": folded,
    "shines through": shining_through,
}
