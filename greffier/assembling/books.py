"""The account that a paper lays out by itself, in sections or rows: what came in, what went out, what was found."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, cast

from greffier.assembling.checking import cite
from greffier.assembling.figures import Figure, figures
from greffier.assembling.lookup import Lookup
from greffier.records import Citation, Page, Piece
from greffier.text import folded

Direction = Literal["came", "went", "left"]
_WORDS: dict[Direction, str] = {
    "came": r"receipts?|received|recd|rec'd|came in|taken in|intake|incoming|inflow|purchases?|bought|arrivals?|opening"
    r"|entrees?|recue?s?|receptions?|recettes|arrivees?|arrivages?|achats?|achetee?s?|approvisionnements?"
    r"|stock initial|solde initial|report a nouveau",
    "went": r"issues?|issued|went out|outgoing|outflow|sold|sales?|dispatched|destroyed|burn(?:ed|t)|disposed|consumed"
    r"|sorties?|sortis?|ventes?|vendue?s?|delivrances?|delivree?s?|distribution|distribuee?s?|detruite?s?|cessions?"
    r"|consommations?",
    "left": r"dip|dipped|found|stock ?check|stock ?tak(?:e|ing)|on hand|on (?:the )?shel(?:f|ves)"
    r"|in the (?:safe|tank|store|vault|cage)|physical(?: count| stock)?|closing stock|jaugeage|trouvee?s?|constatee?s?"
    r"|inventaire|en magasin|en stock|dans le (?:coffre|depot|magasin)|dans la (?:cuve|citerne|reserve)|comptage"
    r"|recensement",
}
_DIRECTION = re.compile("|".join(rf"(?P<{name}>\b(?:{words})(?![\w'-]))" for name, words in _WORDS.items()))
_ALONE: dict[str, Direction] = {"in": "came", "out": "went"}  # only where a heading or a cell begins with it
_HEADING = re.compile(r"[ \t]{0,6}(?:[A-Z]|[IVX]{1,5}|\d{1,2}(?:\.\d{1,2})?)[.)][ \t]+(?P<title>[^\W\d_].+)")
_SHOUTED = re.compile(r"[ \t]{0,6}[^\W\d_a-zà-ÿ][^a-zà-ÿ\n:;|]+(?![a-zà-ÿ])")
_CELL = re.compile(r"[ ]*[;|\t][ ]*|[ ]{2,}")
_CELLS = 3  # that make a row of a book
_TOTAL = re.compile(r"\b(?:total|totaux|together|in all|au total|en tout)\b", re.IGNORECASE)
_ASIDE = re.compile(r"\([^()]{0,200}\)")
_NOT_OURS = re.compile(
    r"\b(?:not (?:a )?part|isn['’]t (?:a )?part|not counted|excluding|non compris|hors|except\w*)\b", re.IGNORECASE
)
_UNIT = re.compile(r"[ \u00a0]?(?P<unit>[^\W\d_]{1,12})(?![\w'’-])")
_UNITS = {
    word: unit
    for unit, words in {
        "L": "l litre litres liter liters lt ltr ltrs",
        "kg": "kg kgs kilo kilos kilogramme kilogrammes kilogram kilograms",
        "g": "g gr gm gms gram grams gramme grammes",
        "t": "t tonne tonnes ton tons",
    }.items()
    for word in words.split()
}
_COUNTED = frozenset(
    "pcs pc piece pieces bag bags sac sacs carton cartons ctn ctns box boxes boite boites caisse caisses crate "
    "crates packet packets paquet paquets bale bales ballot ballots drum drums fut futs bidon bidons bottle "
    "bottles bouteille bouteilles pallet pallets palette palettes block blocks bloc blocs pill pills comprime "
    "comprimes cartridge cartridges cartouche cartouches round rounds tyre tyres pneu pneus head heads tete tetes "
    "bar bars lingot lingots roll rolls reel reels bobine bobines unit units unite unites item items article "
    "articles set sets pair pairs paire paires".split()
)


@dataclass(frozen=True, slots=True)
class Sum:
    """One side of an account: its figures, each cited, their unit (None: not told) and how the page calls it."""

    figures: tuple[Decimal, ...]
    unit: str | None
    called: str
    citations: tuple[Citation, ...]

    @property
    def worth(self) -> Decimal:
        """All of them together."""
        return sum(self.figures, Decimal(0))


@dataclass(frozen=True, slots=True)
class Account:
    """What a piece says came in, went out and was found of one thing."""

    piece: Piece
    unit: str
    came: Sum
    went: Sum
    left: Sum

    @property
    def short(self) -> Decimal:
        """What should be there and is not; below nothing where there is more than there should be."""
        return self.came.worth - self.went.worth - self.left.worth


@dataclass(frozen=True, slots=True)
class _Told:
    """An amount on a side of the account, and whether its line adds others up."""

    direction: Direction
    section: int
    total: bool
    page: Page
    figure: Figure
    unit: str | None


def accounts(known: Lookup) -> Iterator[Account]:
    """Yield the pieces that lay out an account with one sum on each side, all of one unit."""
    for piece in known.ordered_pieces():
        told = list(_told(known, piece))
        sides = {name: _side([one for one in told if one.direction == name]) for name in _WORDS}
        came, went, left = (sides[name] for name in ("came", "went", "left"))
        if came is not None and went is not None and left is not None:
            units = {one.unit for one in (came, went, left)} - {None}
            if len(units) == 1 and left.unit is not None:
                yield Account(piece, left.unit, came, went, left)


def _side(told: Sequence[_Told]) -> Sum | None:
    """The sum of one side: that of its only section, by its total where it has one; None where nobody can tell."""
    if len({one.section for one in told}) != 1:
        return None
    taken = [one for one in told if one.total][-1:] or told
    units = {one.unit for one in taken}
    if len(units) != 1:
        return None
    cited = tuple(cite(one.page, one.figure.start, one.figure.end) for one in taken)
    called = _UNIT.match(taken[-1].page.text, taken[-1].figure.end)
    return Sum(tuple(one.figure.worth for one in taken), next(iter(units)), called["unit"] if called else "", cited)


def _told(known: Lookup, piece: Piece) -> Iterator[_Told]:
    """Yield the amounts of the sections and rows of a piece that say which way they went."""
    direction: Direction | None = None
    section = 0
    for page in (known.pages[id] for id in piece.pages if id in known.pages):
        for start, line in lines(page.text):
            title = _title(line)
            if title is not None:
                direction, section = _way(title), section + 1
            row = _of_row(line)
            if row is not None:
                yield from (_Told(row, 0, False, page, *one) for one in _last(page.text, start, line))
            elif direction is not None and not _NOT_OURS.search(line):
                total = _TOTAL.search(line)
                found = _measured(page.text, start, line, total.end() if total else 0)
                yield from (
                    _Told(direction, section, bool(total), page, *one) for one in (found[:1] if total else found)
                )


def lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield the lines of a page and where they begin; what stands in brackets is blank."""
    at = 0
    for line in _ASIDE.sub(lambda aside: re.sub(r"[^\n]", " ", aside.group()), text).split("\n"):
        yield at, line
        at += len(line) + 1


def _title(line: str) -> str | None:
    """The words of a heading: numbered, begun in capitals, or ended by a colon where they say which way things went."""
    heading = _HEADING.match(line)
    if heading is not None:
        return heading["title"]
    shouted = _SHOUTED.match(line)
    if shouted is not None and (shouted.end() == len(line.rstrip()) or _way(shouted.group())):
        return shouted.group()
    return line if line.rstrip().endswith(":") and _way(line) else None


def way_of(line: str) -> tuple[Direction | None] | None:
    """Which way the things below a heading went (None: it does not say); None for a line that is no heading."""
    title = _title(line)
    return None if title is None else (_way(title),)


def _way(words: str) -> Direction | None:
    flat = folded(words).strip()
    first = re.match(r"(?:in|out)\b(?=\s*(?:$|[/,:(]))", flat)
    found = _DIRECTION.search(flat)
    return _ALONE[first.group()] if first else cast("Direction", found.lastgroup) if found else None


def is_row(line: str, cells: int = _CELLS) -> bool:
    """Whether a line has the cells of a row of a book."""
    return len(_CELL.split(line.strip())) >= cells


def _of_row(line: str) -> Direction | None:
    """Which way a row of a book went, by the cell that says nothing else."""
    if not is_row(line):
        return None
    for cell in (folded(cell).strip(" .") for cell in _CELL.split(line.strip())):
        found = _DIRECTION.match(cell)
        if cell in _ALONE or (found is not None and (found.end() == len(cell) or cell.startswith("opening"))):
            return _way(cell)
    return None


def _last(text: str, start: int, line: str) -> list[tuple[Figure, str | None]]:
    """The amount of a row of a book: its last figure."""
    found = list(figures(line))
    return [(_on_page(one, start), _unit(text, start + one.end)) for one in found[-1:]]


def _measured(text: str, start: int, line: str, after: int) -> list[tuple[Figure, str | None]]:
    told = [(_on_page(one, start), _unit(text, start + one.end)) for one in figures(line) if one.start >= after]
    return [(one, unit) for one, unit in told if unit is not None]


def _on_page(one: Figure, start: int) -> Figure:
    return Figure(one.start + start, one.end + start, one.readings)


def _unit(text: str, at: int) -> str | None:
    """The unit right after a figure; things that are counted keep their word, without the s of many."""
    found = _UNIT.match(text, at)
    word = folded(found["unit"]) if found else ""
    return _UNITS.get(word) or (word.removesuffix("s") if word in _COUNTED else None)
