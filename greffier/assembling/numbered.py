"""Papers told by their number: a ticket, a note, a voucher, and the row of the register in which it is entered."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from greffier.assembling.checking import lines_of
from greffier.assembling.lookup import Lookup
from greffier.records import Mention, Page
from greffier.text import folded, key

_PAPERS = frozenset(
    "ticket tickets bon bons note notes slip slips bordereau bordereaux facture factures invoice invoices recu "
    "recus receipt receipts quittance quittances voucher vouchers delivery livraison waybill lettre manifest "
    "manifeste souche stub cheque cheques check order commande permit permis pass laissez passer fiche fiches "
    "certificate certificat chit docket grn dn bl cmr lta awb lpo".split()
)
_LABEL = re.compile(
    r"(?P<before>[^\n]{0,60}?)(?<![^\W\d_])(?:n[°º]|nos?\.?|nr\.?|num[ée]ro|number|#)[ ]?:?[ ]{0,2}"
    r"(?P<number>(?:[A-Z]{1,4}[ /-]?)?\d[\dA-Z/-]{2,14})(?![\w/-])",
    re.IGNORECASE,
)
_PIECE = re.compile(  # « PV n° 312 pièce 6 »: the number is that of a file, and each piece of it a paper
    r"[ \t,;(/-]{1,12}(?:pi[èe]ce|feuillet|annexe|cote|exhibit|document|doc|item|sheet)[ .]{0,2}(?:n[°º]|no\.?)?[ ]?"
    r"(?P<piece>\d{1,4}|[A-Z])\b",
    re.IGNORECASE,
)
_RULED = re.compile(r"[\s\-=_|+*─═]*")
_CELLS = re.compile(r"[ ]*[;|\t][ ]*|[ ]{2,}")
_NUMBER = re.compile(r"(?:[A-Z]{1,4}[ /-]?)?\d[\dA-Z/-]{2,14}", re.IGNORECASE)
_CODE = re.compile(r"[A-Z]{2,3}[ -]\d{1,4}[A-Z]$")  # `KCT 882L` holds no litres
_SHORT = 8  # lines of a paper
_HEADS = 2  # lines of a paper in which its number stands


@dataclass(frozen=True, slots=True)
class Entry:
    """What one place says of a numbered paper: its number, where it stands, what calls it one, all that is told."""

    number: str
    called: frozenset[str]
    page: Page
    at: tuple[int, int]
    start: int
    end: int
    told: tuple[Mention, ...]


def entries(known: Lookup) -> Iterator[Entry]:
    """Yield the numbered papers and rows of registers of a case, page by page; copies are not heard twice."""
    for page in known.ordered_pages():
        if page.near_duplicate_of is None:
            yield from _papers(known, page)
            yield from _rows(known, page)


def _papers(known: Lookup, page: Page) -> Iterator[Entry]:
    """A few lines between blank or ruled ones, with one number in the first of them."""
    for lines in _paragraphs(page.text):
        labels = [label for start, end in lines[:_HEADS] for label in _LABEL.finditer(page.text, start, end)]
        if len(lines) <= _SHORT and len(labels) == 1:
            label = labels[0]
            yield _entry(known, page, label.span("number"), label["before"], (lines[0][0], lines[-1][1]))


def _paragraphs(text: str) -> Iterator[list[tuple[int, int]]]:
    lines: list[tuple[int, int]] = []
    for start, end in lines_of(text):
        if not _RULED.fullmatch(text, start, end):
            lines.append((start, end))
        elif lines:
            yield lines
            lines = []
    if lines:
        yield lines


def _rows(known: Lookup, page: Page) -> Iterator[Entry]:
    """The rows below a head that has a column of tickets, notes, vouchers."""
    head: tuple[int, int, str] | None = None  # the column of the number, how many columns there are, what it is called
    for start, end in lines_of(page.text):
        cells = [cell.strip() for cell in _CELLS.split(page.text[start:end].strip())]
        named = [at for at, cell in enumerate(cells) if _called(cell)] if len(cells) > 2 else []
        if len(named) == 1 and not any(char.isdigit() for char in page.text[start:end]):
            head = named[0], len(cells), cells[named[0]]
        elif head is not None and (number := _in_column(cells, head)):
            at = page.text.index(number, start)
            yield _entry(known, page, (at, at + len(number)), head[2], (start, end))


def _in_column(cells: list[str], head: tuple[int, int, str]) -> str | None:
    """The number in the column of numbers, of a row that has all cells of the head or whose first cell it is."""
    column, width, _ = head
    whole = column < len(cells) and (len(cells) == width or column == 0)
    return cells[column] if whole and _NUMBER.fullmatch(cells[column]) else None


def _called(words: str) -> frozenset[str]:
    return frozenset(word[:6] for word in re.findall(r"[a-z]+", folded(words)) if word in _PAPERS)


def _entry(known: Lookup, page: Page, at: tuple[int, int], words: str, over: tuple[int, int]) -> Entry:
    start, end = over
    told = tuple(
        one
        for one in known.on_page.get(page.id, ())
        if start <= one.span.start
        and one.span.end <= end
        and not (one.quantity and _CODE.search(page.text, *_around(one)))
    )
    piece = _PIECE.match(page.text, at[1])
    number = page.text[slice(*at)] + (f" {piece['piece']}" if piece else "")
    return Entry(key(number), _called(words), page, at, start, end, told)


def _around(mention: Mention) -> tuple[int, int]:
    return max(0, mention.span.start - 4), mention.span.end
