"""Made-up case file pages for measuring: report-like French and English with varied names, numbers and dates."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas

SURNAMES = (
    "VASQUELIN ORTEMBERG DALMACHE KERVOUEC TISSANDREL BOUMAZIAN LORQUEVAL NDIKOUMBA PASTERINI GREVALHO SOUTRENAC "
    "HALBERGUE MINVIOLLE CADARSSE ELBOURNE QUARTERMAN STROVEN WHITLAKE"
).split()
FIRST_NAMES = (
    "Amaury Béatrice Célestin Dounia Elias Françoise Gaëlle Hugo Inès Joël Karim Léonie Maëlys Noël Owen Ruth".split()
)
TOWNS = "Corvigny-sur-Aulne Tressanges Port-Lavaud Montrébois Sainte-Évelle Grandcourt Ashmere Coldharbour".split()
MONTHS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
ENGLISH_MONTHS = "January February March April May June July August September October November December".split()
FRENCH = (
    "Le {day} {month} {year}, à {hour} heures {minute:02d}, voyons {first} {last} devant l'entrepôt de {town}.",
    "Le nommé {last} {first}, né le {day} {month} 19{short:02d} à {town}, utilise la ligne 06 39 98 {a:02d} {b:02d}.",
    "Découvrons {count} paquets d'un poids total de {kilos},{tenth} kg, placés sous scellé {seal}/{count:02d}.",
    "{first} {last} déclare : « J'ai remis {euros} 000 euros à {other}, à {town}, vers la fin du mois de {month}. »",
    "Mentionnons que le véhicule immatriculé {plate} quitte le parking à {hour} h {minute:02d} en direction de {town}.",
    "Requis par nos soins, l'opérateur communique {count} appels entre le {day} {month} et le {day2} {month} {year}.",
    "La pesée contradictoire, faite en présence de {other}, donne {kilos},{tenth} kg brut et {kilos} kg net.",
    "Il précise n'avoir jamais rencontré {other} avant le mois de {month} {year}, où il lui fut présenté à {town}.",
)  # fmt: skip
ENGLISH = (
    "On {day} {emonth} {year} at {hour}:{minute:02d} I saw {first} {last} leave the warehouse at {town}.",
    "The container was weighed twice: {kilos}.{tenth} kg gross, {kilos} kg net, seal {seal}/{count:02d} intact.",
    "{first} {last} said that he had paid {euros},000 euros to {other} in {emonth} {year}.",
    "The line 06 39 98 {a:02d} {b:02d} was used by {last} between {day} {emonth} and {day2} {emonth} {year}.",
)
FONTS = (("Times-Roman", 11.5, 15.5), ("Courier", 10.0, 14.0), ("Helvetica", 10.5, 14.5))


def sentence(source: random.Random, english: bool = False) -> str:
    """One sentence with names, dates and numbers of its own."""
    month = source.randrange(12)
    return source.choice(ENGLISH if english else FRENCH).format(
        first=source.choice(FIRST_NAMES),
        last=source.choice(SURNAMES),
        other=f"{source.choice(FIRST_NAMES)} {source.choice(SURNAMES)}",
        town=source.choice(TOWNS),
        day=source.randint(1, 14),
        day2=source.randint(15, 28),
        month=MONTHS[month],
        emonth=ENGLISH_MONTHS[month],
        year=source.randint(2019, 2024),
        short=source.randint(55, 99),
        hour=source.randint(1, 23),
        minute=source.randrange(60),
        a=source.randrange(100),
        b=source.randrange(100),
        count=source.randint(2, 64),
        kilos=source.randint(2, 360),
        tenth=source.randrange(10),
        euros=source.randint(2, 90),
        seal=source.choice(("KV", "TR", "MB")),
        plate=f"{source.choice('ABCDEFG')}{source.choice('HJKL')}-{source.randint(100, 999)}-{source.choice('PQRS')}T",
    )


class _Written(Canvas):
    """A canvas that remembers the lines drawn on it, in order."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.lines: list[str] = []

    def drawString(self, x: float, y: float, text: str, *rest: Any, **named: Any) -> None:
        self.lines.append(text)
        super().drawString(x, y, text, *rest, **named)

    def drawRightString(self, x: float, y: float, text: str, *rest: Any, **named: Any) -> None:
        self.lines.append(text)
        super().drawRightString(x, y, text, *rest, **named)

    def drawCentredString(self, x: float, y: float, text: str, *rest: Any, **named: Any) -> None:
        self.lines.append(text)
        super().drawCentredString(x, y, text, *rest, **named)


def case_file(path: Path, seed: int, pages: int, folio: int, per_document: int = 4) -> str:
    """Write a PDF of reports of a few pages each, with stamped folios, as a clerk's office bundles them.

    Returns the lines written, in the order of the pages.
    """
    source = random.Random(seed)
    canvas = _Written(str(path), pagesize=A4, invariant=1, pageCompression=1)
    for number in range(pages):
        sheet, report = number % per_document, seed * 100 + number // per_document
        _page(canvas, source, sheet + 1, per_document, f"2023/{report:06d}", f"D{folio + number:05d}")
    canvas.save()
    return "\n".join(canvas.lines)


def _page(canvas: Canvas, source: random.Random, sheet: int, sheets: int, report: str, folio: str) -> None:
    width, height = A4
    english = int(report[-2:]) % 5 == 0
    font, size, lead = FONTS[int(report[-2:]) % len(FONTS)]
    canvas.setFont("Courier-Bold", 15)
    canvas.drawRightString(width - 40, height - 40, folio)
    canvas.setFont(font, size)
    y = height - 80
    if sheet == 1:
        author = f"{source.choice(FIRST_NAMES)} {source.choice(SURNAMES)}"
        head = ("POLICE REPORT", f"Our ref: {report}", f"I, {author}, state:") if english else (
            "PROCÈS-VERBAL", f"P.V. n° {report}", f"Nous, {author}, officier de police judiciaire,")  # fmt: skip
        for line in head:
            canvas.drawString(70, y, line)
            y -= lead * 1.6
    while y > 110:
        paragraph = " ".join(sentence(source, english) for _ in range(source.randint(2, 4)))
        for line in simpleSplit(paragraph, font, size, width - 140):
            canvas.drawString(70, y, line)
            y -= lead
        y -= lead * 0.6
    canvas.drawCentredString(width / 2, 40, f"page {sheet}/{sheets}")
    canvas.showPage()


def clean_pages(folder: Path, pages: int = 12) -> Iterator[tuple[Path, str, int, str]]:
    """Clean French pages and their truth: what a born-digital page says is what its picture shows."""
    for number in range(pages):
        path = folder / f"clean-{number:02d}.pdf"
        truth = _clean_page(path, number)
        yield path, "application/pdf", 1, truth


def _clean_page(path: Path, number: int) -> str:
    source = random.Random(number)
    font, size, lead = FONTS[number % len(FONTS)]
    canvas = Canvas(str(path), pagesize=A4, invariant=1)
    canvas.setFont(font, size)
    written, y = [], A4[1] - 80
    while y > 100:
        for line in simpleSplit(" ".join(sentence(source) for _ in range(3)), font, size, A4[0] - 140):
            canvas.drawString(70, y, line)
            written.append(line)
            y -= lead
        y -= lead * 0.6
    canvas.save()
    return "\n".join(written)
