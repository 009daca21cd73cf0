"""The register of a store, mark by mark: what was booked in, booked out, and seen when the shelves were checked."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from greffier.assembling.books import Account, Direction, Sum, is_row, lines, way_of
from greffier.assembling.checking import Hit, Material, Words, cite
from greffier.assembling.lookup import Lookup
from greffier.assembling.rulebook import Rule
from greffier.records import Citation, Page, Piece

_MARK = re.compile(
    r"(?P<series>[A-Z](?<![\w/-].)[A-Z]{0,3}[/-])(?P<first>\d{1,4})"
    r"(?:[ ]?(?:-|–|to|à|au)[ ]?(?P=series)?(?P<last>\d{1,4}))?(?![\w/-])"
)
_SERIES = re.compile(r"(?P<series>[A-Z](?<![\w/-].)[A-Z]{0,3}[/-])\.\.")  # `PR/..` of a check: whatever there is
_GONE = re.compile(
    r"\b(?:to|lab|labo|laboratory|court|sent|courier|handed|destroyed|returned|released|remise?s?|envoy[ée]e?s?|transmise?s?"
    r"|restitu[ée]e?s?|d[ée]truite?s?|au|à la|vers)\b",
    re.IGNORECASE,
)
_CELLS: dict[Direction, int] = {"came": 2, "went": 2, "left": 3}  # remarks stand below a check, in lines of their own
_WAYS: tuple[Direction, Direction, Direction] = ("came", "went", "left")
_LONGEST = 500  # marks of one range


@dataclass(frozen=True, slots=True)
class Store:
    """The numbers of one series of marks by what the register of a store says of them, and the rows that say so."""

    piece: Piece
    series: str
    numbers: dict[Direction, frozenset[int]]
    rows: dict[Direction, tuple[Citation, ...]]

    @property
    def missing(self) -> frozenset[int]:
        """What was booked in, not out, and not seen when the shelves were checked."""
        return self.numbers["came"] - self.numbers["went"] - self.numbers["left"]

    @property
    def account(self) -> Account:
        """How many pieces of the series came, went and were seen."""
        return Account(self.piece, self.series, *(self._sum(way) for way in _WAYS))

    def _sum(self, way: Direction) -> Sum:
        return Sum((Decimal(len(self.numbers[way])),), self.series, self.series, self.rows[way])


def shelf_short(material: Material, rule: Rule) -> Iterator[Hit]:
    """Marks booked into a store that no row books out and that were not there when its shelves were checked."""
    for store in stores(material.known):
        if store.missing:
            words: Words = {
                "marks": ", ".join(f"{store.series}{number}" for number in sorted(store.missing)),
                "came": str(len(store.numbers["came"])),
                "went": str(len(store.numbers["went"])),
            }
            cited = tuple(citation for way in _WAYS for citation in store.rows[way])
            yield Hit(cited, False, words, "the register of the store and its check")


def stores(known: Lookup) -> Iterator[Store]:
    """Yield each series of marks of which some were booked in and out, and which a check of the shelves looked at."""
    for piece in known.ordered_pieces():
        entered: dict[str, list[tuple[Direction, frozenset[int], Citation]]] = defaultdict(list)
        for direction, page, at, line in _rows(known, piece):
            row = cite(page, at + len(line) - len(line.lstrip()), at + len(line.rstrip()))
            for series, numbers in _marks(line):
                entered[series].append((direction, numbers, row))
        for series, rows in sorted(entered.items()):
            told_of = {way: frozenset[int]().union(*(some for told, some, _ in rows if told == way)) for way in _WAYS}
            cited = {way: tuple(dict.fromkeys(row for told, _, row in rows if told == way)) for way in _WAYS}
            if all(cited.values()):
                yield Store(piece, series, told_of, cited)


def _rows(known: Lookup, piece: Piece) -> Iterator[tuple[Direction, Page, int, str]]:
    """The rows of the sections of a register: in, out, check.

    A row of the way out that sends nothing anywhere (opened, resealed) moves nothing.
    """
    direction: Direction | None = None
    for page in (known.pages[id] for id in piece.pages if id in known.pages):
        for at, line in lines(page.text):
            title = way_of(line)
            direction = title[0] if title is not None else direction
            moves = direction != "went" or _GONE.search(line)
            if direction is not None and moves and is_row(line, _CELLS[direction]):
                yield direction, page, at, line


def _marks(line: str) -> Iterator[tuple[str, frozenset[int]]]:
    """The marks of a row by series, ranges told out; `PR/..` names a series and no mark of it."""
    for mark in _MARK.finditer(line):
        first = int(mark["first"])
        last = int(mark["last"] or first)
        if first <= last < first + _LONGEST:
            yield mark["series"], frozenset(range(first, last + 1))
    yield from ((series["series"], frozenset()) for series in _SERIES.finditer(line))
