"""From whom to whom a row of a register goes: by its columns, its words, its label, the fields over the table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from greffier.reading.book_heads import Book, brought
from greffier.reading.columns import plain
from greffier.reading.handing import Sides, Way, heading_way, leading_way, sides
from greffier.reading.holders import Holder, holders
from greffier.reading.moves import between
from greffier.reading.on_page import PARTIES, OnPage
from greffier.reading.paper_fields import Field
from greffier.reading.payees import hands_on, payee
from greffier.reading.tables import Cell, Line, Table
from greffier.records import Mention, Piece

DITTO = re.compile(r"(?:[\"”″'’,.\s-]|id\.?|idem|do\.?|ditto)*", re.IGNORECASE)
BOTH: dict[str, Way] = {"day_in": "in", "day_out": "out", "day_back": "in"}
_SELLER = re.compile(r"\b(?:vendeur|seller)\b")
_BUYER = re.compile(r"\b(?:acheteur|buyer|purchaser)\b")
_DAY_AND = re.compile(r"\b(?:sur|chez|par|de|from|of|by)$")
_SURE = frozenset(("from", "to", "either", "supplier", "customer", "name"))  # columns of names and of nothing else
_BY, _TARE = re.compile(r"\b(?:by|par)$"), re.compile(r"\b(?:tare|tara|poids a vide|empty weight)\b")
_ENDS = re.compile(r"\s{2,}|,|;|\s\(")


class Step(NamedTuple):
    """One thing that a row tells to have happened: in which column its day stands, and which way it went."""

    day: str
    way: Way | None
    back: bool = False


class Dealings:
    """Who gives and who takes in the rows of one table; `many`: whether a row tells several things."""

    def __init__(
        self,
        piece: Piece,
        table: Table,
        columns: Mapping[str, int],
        pages: Mapping[str, OnPage],
        book: Book,
        keeper: Holder | None,
        reader: str,
        *,
        many: bool,
    ) -> None:
        self._piece, self._table, self._columns, self._pages = piece, table, columns, pages
        self._book, self._keeper, self._reader, self._many = book, keeper, reader, many

    @cached_property
    def seller(self) -> bool:
        """Whether the column of who gave is that of a seller."""
        return self._headed("from", _SELLER)

    @cached_property
    def buyer(self) -> bool:
        """Whether the column of who took is that of a buyer."""
        return self._headed("to", _BUYER)

    def _headed(self, name: str, by: re.Pattern[str]) -> bool:
        return name in self._columns and by.search(plain(self._table.name(self._columns[name]))) is not None

    def way(self, row: Line) -> Way | None:
        """Which way the words of a row say that its goods went."""
        for name in ("way", "move", "what"):
            if name in self._columns and (words := row.words(self._columns[name])):
                way = heading_way(words) if name == "way" else leading_way(words)
                if way is not None:
                    return way
        return None

    def sides(self, here: OnPage, row: Line, step: Step, way: Way | None, amounts: Sequence[Mention]) -> Sides:
        """Who gave and who took in a row, with the keeper of the book on the side that nobody else is on."""
        money = bool(amounts) and all(one.quantity and one.quantity.dimension == "money" for one in amounts)
        told = self._named(here, row, step, way, money=money)
        if not told.givers and not told.takers:
            told = self._worded(here, row, way)
            if way is not None and told.way not in (None, way) and {"came", "went"} <= self._columns.keys():
                told = _one_side([*told.givers, *told.takers], way)  # « Avance X », in the column of receipts
        if not told.givers and not told.takers and way is not None:
            last = self._holders(here, row, "driver") or (list(self._by(here, row)) if way == "in" else [])
            told = _one_side(self._labelled(here, row, money=money) or last, way)
        if not told.givers or not told.takers:
            over = self._over(here)
            told = Sides(told.givers or over.givers, told.takers or over.takers, told.way)
        way = way or told.way or ("in" if told.givers and not told.takers else None)
        way = way or ("out" if told.takers and not told.givers else None)
        return between(told, self._keeper, way)

    def _named(self, here: OnPage, row: Line, step: Step, way: Way | None, *, money: bool) -> Sides:
        """The sides that columns name; who is paid gave the goods, and a thing that came back went there before."""
        givers, takers = (tuple(self._holders(here, row, name)) for name in ("from", "to"))
        if way == "in" and takers and self._keeper and self._clerk:
            takers = ()  # who signs for what a store takes in
        if way is not None and self._both_ways and len({"from", "to"} & self._columns.keys()) == 1:
            return _one_side([*givers, *takers], way)
        if self._many and step.way is not None:
            return self._of_step(here, row, step, Sides(givers, takers))
        if money and self.seller and self.buyer:
            givers, takers = takers, givers
        if not givers and not takers and (told := self._dealt(here, row, way, money=money)) is not None:
            return told
        if step.day == "day_in":
            takers = () if self._keeper else takers  # where it went afterwards
            givers = givers or self._behind_day(here, row) or self._by(here, row)
            return Sides(givers, takers, "in")
        if step.day in BOTH and not givers and not takers:
            return Sides((), (), step.way)
        if step.way == "out" and not takers:
            return Sides((), (), "out")  # to whom is not read; who brought it took nothing out
        return Sides(givers, takers, "in" if givers and not takers else None)

    def _of_step(self, here: OnPage, row: Line, step: Step, told: Sides) -> Sides:
        """Whom one of several days of a row is about: a thing that came back comes from where it went."""
        if step.way == "in":
            return Sides(told.takers if step.back else told.givers or self._by(here, row), (), "in")
        return Sides((), told.takers, step.way)

    def _dealt(self, here: OnPage, row: Line, way: Way | None, *, money: bool) -> Sides | None:
        """The one whom a row is about, on the side that the way of the row or what he is called puts him."""
        paid, pays = self._holders(here, row, "supplier"), self._holders(here, row, "customer")
        if paid and not pays:
            way = way or ("out" if money else "in")
        elif pays and not paid and (money or not self._weighs or self._brings(row)):
            way = way or ("in" if money or self._weighs else "out")
        if way is None:
            return None
        return _one_side([*paid, *pays] or self._holders(here, row, "either") or self._holders(here, row, "name"), way)

    def _over(self, here: OnPage) -> Sides:
        """Who gave and took the whole list, by the fields over it, where no column says it row by row."""
        if self._weighs or here is not self._pages[self._table.head[-1].page.id]:
            return Sides()
        givers, takers = (
            tuple(holders(here, self._piece, *_cut(here, field), self._reader)) if field else ()
            for field in (self._book.giver, self._book.taker)
        )
        return Sides(givers, takers)

    def _behind_day(self, here: OnPage, row: Line) -> tuple[Holder, ...]:
        """Whom a cell names behind its day, in a column like « Saisi le / sur », `received on / from`."""
        at = self._columns["day_in"]
        if _DAY_AND.search(plain(self._table.name(at))) is None or not row.words(at):
            return ()
        cell, words = row.cells[at], row.words(at)
        behind = cell.start + len(words) - len(words.partition(" ")[2].lstrip())
        return tuple(holders(here, self._piece, behind, cell.end, self._reader, sure=True)) if behind < cell.end else ()

    @cached_property
    def _both_ways(self) -> bool:
        """Whether rows go in and out: then its one column of names holds who gave and who took."""
        return {"came", "went"} <= self._columns.keys() or "way" in self._columns

    @cached_property
    def _clerk(self) -> bool:
        return self._headed("to", _BY)

    @cached_property
    def _weighs(self) -> bool:
        """Whether loads are weighed full and empty: of its customers some bring and others fetch."""
        return any(_TARE.search(plain(self._table.name(at))) for at in range(self._table.width))

    def _brings(self, row: Line) -> bool:
        return self._book.brought or brought(row.text)

    def _by(self, here: OnPage, row: Line) -> tuple[Holder, ...]:
        return tuple(self._holders(here, row, "by"))

    def _worded(self, here: OnPage, row: Line, way: Way | None) -> Sides:
        """The sides that the words of a row tell: « remis à », `from X`."""
        for name in ("move", "what"):
            if name in self._columns and row.words(self._columns[name]):
                cell = row.cells[self._columns[name]]
                told = sides(here, self._piece, cell.start, cell.end, self._reader, way)
                if told.givers or told.takers or told.way:
                    return told
        return Sides()

    def _labelled(self, here: OnPage, row: Line, *, money: bool) -> list[Holder]:
        """Whom the label of a payment names, as in a statement of account."""
        if not money or "move" not in self._columns:
            return []
        words = row.words(self._columns["move"])
        found = payee(words) if words and hands_on(words) else None
        if found is None:
            return []
        start = row.cells[self._columns["move"]].start
        told = holders(here, self._piece, start + found[0], start + found[1], self._reader, sure=True)
        return [one for one in told if one.mention.kind in PARTIES or " " in one.mention.span.exact]  # no town alone

    def _holders(self, here: OnPage, row: Line, name: str) -> list[Holder]:
        if name not in self._columns or not (words := row.words(self._columns[name])):
            return []
        if DITTO.fullmatch(words):
            row = next((one for one in self._above(row) if not DITTO.fullmatch(one.words(self._columns[name]))), row)
        cell: Cell = row.cells[self._columns[name]]
        page = self._pages[row.page.id]
        return holders(page, self._piece, cell.start, cell.end, self._reader, sure=name in _SURE)

    def _above(self, row: Line) -> Iterator[Line]:
        at = self._table.rows.index(row)
        return (one for one in reversed(self._table.rows[:at]) if len(one.cells) == len(row.cells))


def _cut(here: OnPage, field: Field) -> tuple[int, int]:
    """The name that a field begins with: what follows a comma or a bracket is its address."""
    cut = _ENDS.search(here.page.text, field.start, field.end)
    return field.start, cut.start() if cut else field.end


def _one_side(told: Sequence[Holder], way: Way | None) -> Sides:
    if way == "in":
        return Sides(tuple(told), (), "in")
    return Sides((), tuple(told), way)
