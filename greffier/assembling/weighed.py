"""Gross less tare against the net that a weighbridge ticket, a slip or a row of a table tells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import product
from typing import Literal

from greffier.assembling.checking import Hit, Material, Words, cite
from greffier.assembling.figures import Figure, figures
from greffier.assembling.rulebook import Rule
from greffier.assembling.tabled import tables
from greffier.records import Page

Weight = Literal["gross", "tare", "net"]
_CALLED: dict[Weight, str] = {
    "gross": r"poids (?:total roulant|total en charge|brut|en charge|charg[ée]|plein)|(?:masse |pes[ée]e )?brute?"
    r"|ptr|ptac"
    r"|(?:pes[ée]e|poids) (?:n° ?)?1|1[èe]?re pes[ée]e|premi[èe]re pes[ée]e"
    r"|gross(?: weight| mass)?|laden(?: weight)?|loaded(?: weight)?|weight loaded|first weigh(?:t|ing|bridge)?"
    r"|1st weigh(?:t|ing)?",
    "tare": r"poids [àa] vide|[àa] vide|tare(?: weight| mass)?|(?:pes[ée]e|poids) (?:n° ?)?2|2[èe]?m?e pes[ée]e"
    r"|deuxi[èe]me pes[ée]e"
    r"|seconde pes[ée]e|empty(?: weight)?|unladen(?: weight)?|weight empty|second weigh(?:t|ing)?|2nd weigh(?:t"
    r"|ing)?",
    "net": r"(?:charge|masse|pes[ée]e) nette?|poids net(?:te)?|net(?:t|te)?(?: weight| mass| load)?",
}
_LABEL = re.compile(
    "|".join(rf"(?P<{name}>(?<![\w'’-])(?:{words})(?![\w'’-]))" for name, words in _CALLED.items()), re.IGNORECASE
)
_UNTIL = re.compile(r"[^\d\n|;]{0,40}(?:\n[ \t]{0,12})?")  # between a label and its figure: dots, brackets, a unit
_ALONE = re.compile(  # what may follow a weight: `44 crates of 2 kg` is none
    r"[ ]?(?:kgs?|kilos?|kilogram\w*|tonnes?|tons?|t|lbs?|g|mt|q)?(?![\w%])(?![ ]?[x×*=])[ ]*(?=[,;:.)|/-]|[ ]{2}|\n"
    r"|$|[^\W\d_]{4,})",
    re.IGNORECASE,
)
_WINDOW = 500  # characters over which one ticket tells its three weights
_LESS = re.compile(
    r"\b(?:r[ée]faction|humidit[ée]|moisture|deduct\w*|d[ée]du\w*|allowance|impuret[ée]s?|foreign matter|dockage"
    r"|emballages?"
    r"|packag\w*|packing|palettes?|pallets?|freinte|shrinkage|estim\w*|approx\w*|environ|about)\b",
    re.IGNORECASE,
)
_PLAIN = re.compile(r"\W*(?:kgs?|kilos?|tonnes?|tons?|t|lbs?|g|mt)?\W*", re.IGNORECASE)
_ROUNDED = Decimal("0.002")  # share of the net that rounding and the division of a scale explain
_FURTHEST = Decimal("0.3")  # share of the net; what is further off is of other units, or of another load


@dataclass(frozen=True, slots=True)
class _Weighing:
    """The three weights of one load."""

    gross: Figure
    tare: Figure
    net: Figure


def net_differs(material: Material, rule: Rule) -> Iterator[Hit]:
    """A gross weight and a tare that do not leave the net weight told with them."""
    for page in material.known.ordered_pages():
        if page.near_duplicate_of is None and _LABEL.search(page.text):
            for one in (*_tickets(page.text), *_rows(page.text)):
                if _differs(one):
                    yield _hit(page, one)


def _differs(one: _Weighing) -> bool:
    """Whether no way to read the marks in the three figures makes them agree, and one makes them nearly agree."""
    nearest = [
        (abs(gross - tare - net), net)
        for gross, tare, net in product(one.gross.readings, one.tare.readings, one.net.readings)
        if net > 0 and gross > tare > 0
    ]
    off = [away / net for away, net in nearest]
    return bool(off) and min(off) > _ROUNDED and min(off) <= _FURTHEST


def _hit(page: Page, one: _Weighing) -> Hit:
    words: Words = {
        name: page.text[told.start : told.end]
        for name, told in (("gross", one.gross), ("tare", one.tare), ("net", one.net))
    }
    cited = (
        cite(page, one.gross.start, one.gross.end),
        cite(page, one.tare.start, one.tare.end),
        cite(page, one.net.start, one.net.end, "contradicts"),
    )
    return Hit(cited, page.origin != "ocr", words)


def _tickets(text: str) -> Iterator[_Weighing]:
    """Three labels, each with its figure behind it, one after the other."""
    told = [(str(found.lastgroup), found, _behind(text, found.end())) for found in _LABEL.finditer(text)]
    fields = [(name, found, figure) for name, found, figure in told if figure is not None]
    at = 0
    while at + len(_CALLED) <= len(fields):
        three = fields[at : at + len(_CALLED)]
        weights = {name: figure for name, _, figure in three}
        first, last = three[0][1].start(), three[-1][2].end
        whole = len(weights) == len(_CALLED) and last - first <= _WINDOW
        if whole and not _LESS.search(text, first, _line_end(text, last)):
            yield _Weighing(weights["gross"], weights["tare"], weights["net"])
        at += len(_CALLED) if whole else 1


def _behind(text: str, at: int) -> Figure | None:
    between = _UNTIL.match(text, at)
    start = between.end() if between else at
    found = next(figures(text, start, _line_end(text, start)), None)
    alone = found is not None and found.start == start and _ALONE.match(text, found.end)
    return found if alone else None


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return end if end >= 0 else len(text)


def _rows(text: str) -> Iterator[_Weighing]:
    """The rows below a head with a column for each of the three."""
    for table in tables(text, lambda head: len(_columns(head)) == len(_CALLED)):
        places = _columns(table.head)
        for row in table.rows:
            told = {name: _only(text, *row.cells[place]) for name, place in places.items()}
            gross, tare, net = told["gross"], told["tare"], told["net"]
            if (
                gross is not None
                and tare is not None
                and net is not None
                and not _LESS.search(text, row.start, row.end)
            ):
                yield _Weighing(gross, tare, net)


def _columns(head: tuple[str, ...]) -> dict[str, int]:
    """Which column of a table tells which weight."""
    found: dict[str, int] = {}
    for place, cell in enumerate(head):
        label = _LABEL.match(cell)
        if label is not None and _PLAIN.fullmatch(cell, label.end()):
            found.setdefault(str(label.lastgroup), place)
    return found


def _only(text: str, start: int, end: int) -> Figure | None:
    """The figure of a cell that holds nothing else but a unit."""
    told = list(figures(text, start, end))
    alone = len(told) == 1 and _PLAIN.fullmatch(f"{text[start : told[0].start]} {text[told[0].end : end]}")
    return told[0] if alone else None
