"""Movements from the rows of tables whose head says what a column is: registers of goods, of receipts, of payments."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cached_property

from greffier.reading.amount_cells import Measure, in_cell, measure
from greffier.reading.book_heads import NEAR, Book, book, told_year
from greffier.reading.cell_times import day_first, hour, in_year, stamp, time_of
from greffier.reading.columns import assign, fitting, plain
from greffier.reading.dealings import BOTH, DITTO, Dealings, Step
from greffier.reading.exhibit_heads import Thing, thing
from greffier.reading.handing import Sides, Way, heading_way, still
from greffier.reading.holders import Holder
from greffier.reading.mention import mention
from greffier.reading.movement_columns import COLUMNS, packed_hour
from greffier.reading.moves import Move, kind_of_move, moved
from greffier.reading.on_page import PARTIES, OnPage
from greffier.reading.payees import drawn, other_way, sent_back
from greffier.reading.tables import Line, Table
from greffier.reading.told_amounts import COUNT
from greffier.reading.vocabulary import level
from greffier.records import Mention, Piece, Quantity, Time

_CLOCK = re.compile(
    r"(?:^|[\s,à@]|at )(?P<told>(?:[01]?\d|2[0-3])(?:[h:.][0-5]\d|[0-5]\d(?= ?h|$|\s)))(?: ?hrs?| ?h)?\b"
)
_FIELD = re.compile(r"\s*[^\W\d_][^:\n]{1,30}[^\W\d_.]\s?:\s")  # « Le magasinier : », below the rows
_HOUR = re.compile(r"(?:[01]?\d|2[0-3])[.:h][0-5]\d(?: ?(?:hrs?|h|am|pm))?")
_PLURAL = re.compile(
    r"(?!(?:jours|days|pages|notes|reasons|names|remarks|heures|hours|mois|ans|visas|prix)$)[a-z]{3,15}[sx]"
)
_LEAP = 2000  # a year that has every day
_OPENING = 300  # characters in which the first page of a book says what it keeps
_WAY = re.compile(r"^\s*(?:IN|OUT|ENTR[EÉ]E|SORTIE)\b[\s:.-]*")
_ONE = re.compile(  # no plural, and no list
    r"^(?:(?:an?|une?|one|the|le|la|same) )?[a-z][a-z'-]+[a-rt-wyz](?![\w'])(?! ?(?:,|&|\+|and\b|et\b) ?[a-z])"
    r"(?: [a-z'-]{3,}){0,2}"
)
_SEVERAL = re.compile(
    r"^(?P<number>\d{1,3}(?:[ ,.]\d{3})+|\d{1,6}) (?P<good>(?!(?:days?|jours?|hrs?|hours?|heures?|min\w*|km|years?|ans"
    r"|mois|months?|weeks?|of|h|am|pm)\b)[a-z][a-z'-]{2,20})"
)
_PAID = re.compile(r"\b(?:paid|payee?s?|versee?s?|reglee?s?|remise?s? en especes)\b(?! (?:by|par|on|le|to|a)\b)")
_FEW = 3  # words by which a thing is called


class Register:
    """One table: what holds for all its rows."""

    def __init__(
        self,
        piece: Piece,
        table: Table,
        pages: Mapping[str, OnPage],
        keeper: Holder | None,
        reader: str,
    ) -> None:
        table = table._replace(rows=tuple(row for row in table.rows if not (row.aligned and _FIELD.match(row.text))))
        self._piece, self._table, self._pages, self._reader = piece, table, pages, reader
        self._columns = assign(table, COLUMNS)
        here = pages[table.head[-1].page.id]
        title = [line for line in table.before[-NEAR:] if line.page is here.page] or table.before[-NEAR:]
        opening = next(iter(pages.values())).page.text[:_OPENING]
        self._book: Book = book(here, title, table.head, opening)
        self._year = told_year(title, (page.page.text for page in pages.values()))
        heads = (told for line in title if (told := thing(pages[line.page.id], line)))
        self._thing = next(iter(reversed(list(heads))), Thing())
        self._dealings = Dealings(
            piece, table, self._columns, pages, self._book, keeper, reader, many=len(self._steps) > 1
        )

    @property
    def planned(self) -> bool:
        """Whether its rows are still to come."""
        return self._book.planned

    @cached_property
    def _steps(self) -> tuple[Step, ...]:
        """What each row may tell: that a thing came in, went out, came back; else the one thing of its day."""
        told = [Step(name, way, name == "day_back") for name, way in BOTH.items() if name in self._columns]
        if "day" in self._columns:
            came_and_went = [one.day for one in told] == ["day_out"] and {"from", "to"} <= self._columns.keys()
            told = [one for one in told if one.day != "day_in"] if len(told) > 1 or came_and_went else []
            return (Step("day", "in" if came_and_went else self._book.way), *told)
        return tuple(told) or ((Step("", self._book.way),) if self._book.day else ())

    @cached_property
    def _measures(self) -> tuple[tuple[str, int, Measure], ...]:
        """The columns of amounts, each with what it counts: several of goods where each is of another good."""
        told = {name: self._columns[name] for name in ("came", "went", "quantity", "amount") if name in self._columns}
        if any(_are_hours(self._table.column(told[name])) for name in ("came", "went") if name in told):
            told = {name: at for name, at in told.items() if name not in ("came", "went")}  # when people came and left
        columns = [(name, at, self._measure(name, at)) for name, at in told.items()]
        if columns and "quantity" not in told:
            return tuple(columns)
        every = fitting(self._table, COLUMNS["quantity"], {*self._columns.values()} - {told.get("quantity")})
        several = [("quantity", at, self._measure("quantity", at)) for at in every] or self._counted()
        several.sort(key=lambda one: one[2].container is None)  # sacks are counted, what they weigh is said beside
        named = [one for one in several if one[2].good not in (None, self._book.good)]
        return (*(named or several[:1]), *(one for one in columns if one[0] != "quantity"))

    def _counted(self) -> list[tuple[str, int, Measure]]:
        """The one column whose name is a plural and whose cells are whole numbers: « billes », `trays`."""
        free = [at for at in range(self._table.width) if at not in self._columns.values()]
        told = [at for at in free if _PLURAL.fullmatch(plain(self._table.name(at))) and self._table.column(at)]
        told = [at for at in told if all(cell.isdigit() and cell[0] != "0" for cell in self._table.column(at))]
        name = plain(self._table.name(told[0])) if len(told) == 1 else ""
        return [("quantity", told[0], Measure(COUNT, name, None))] if name else []

    def _measure(self, name: str, at: int) -> Measure:
        money = name == "amount" or (self._book.money and name in ("came", "went"))
        return measure(self._table, at, self._pages[self._table.head[-1].page.id].page, self._book, money=money)

    def tells(self) -> bool:
        """Whether its rows tell movements: a day, an amount or goods, and a side or a way."""
        named = self._columns.keys()
        amounts = self._measures or {"what", "move"} & named or (self._book.keeps and self._thing.marks)
        parties = {"from", "to", "either", "supplier", "customer"} & named or self._book.giver or self._book.taker
        ways = {"came", "went", "move", "way", "day_in", "day_out"} & named or self._book.way is not None
        return bool(self._steps) and bool(amounts) and bool(parties or ways) and not self.planned

    def moves(self) -> Iterator[tuple[OnPage, Move]]:
        """Yield the movements of each row that tells some, with its page."""
        last: dict[str, Time | None] = {}
        above = self._table.head[-1]
        for row in self._table.rows:
            here = self._pages[row.page.id]
            if row.page is above.page and any(map(heading_way, row.page.text[above.end : row.start].split("\n"))):
                return  # `OUT`: another part begins, without a head of its own
            above = row
            self._thing = thing(here, row) or self._thing
            for step in self._steps:
                last[step.day] = self._time(here, row, step, last.get(step.day))
                if not still(row.text) and (move := self._move(here, row, step, last[step.day])) is not None:
                    yield here, move
                    yield from ((here, paid) for paid in self._paid(here, row, move))
                    self._thing = self._thing._replace(weights=())  # it was taken in once

    # --- when -----------------------------------------------------------------------------------------------------

    def _time(self, here: OnPage, row: Line, step: Step, last: Time | None) -> Time | None:
        if not step.day:
            return self._book.day
        cell = row.words(self._columns[step.day])
        if not cell or DITTO.fullmatch(cell):
            return self._timed(row, last) if step.day == "day" else None
        at = row.cells[self._columns[step.day]]
        end = row.end if row.aligned else at.end
        either = next((one.time for one in here.within(at.start, end, "date") if one.time), None)  # day or month first
        day = here.day(at.start, end) or self._stamped(step, cell) or self._yearless(step, cell) or either
        return self._timed(row, day, cell)

    def _stamped(self, step: Step, cell: str) -> Time | None:
        """The day of a cell; the column tells whether the day or the month comes first."""
        said = stamp(cell) or stamp(cell.split(" ", 1)[0])
        if said is None or said.day is None:
            return None
        first = day_first(self._table.column(self._columns[step.day]), False) if said.other else True
        day = {True: said.day, False: said.other, None: None}[first]
        return time_of(day, said.clock, None)

    def _yearless(self, step: Step, cell: str) -> Time | None:
        if self._year is None:
            return None
        told = in_year(cell, self._year)
        if told is None or told.day is None:
            return None
        first = day_first([f"{words}/{self._year}" for words in self._table.column(self._columns[step.day])], True)
        return time_of(told.other if told.other and first is False else told.day, None, None)

    def _timed(self, row: Line, day: Time | None, cell: str = "") -> Time | None:
        """A day with the hour of its row, in a column of its own or behind the day in its cell."""
        if day is None or "T" in day.earliest:
            return day
        words = row.words(self._columns["clock"]) if "clock" in self._columns else ""
        said = hour(words) if words else None
        clock = said.clock if said else packed_hour(words) if words else _behind(cell)
        told = stamp(day.earliest[:10])
        return day if clock is None else time_of(told.day if told else None, clock, day.zone)

    # --- what -----------------------------------------------------------------------------------------------------

    def _move(self, here: OnPage, row: Line, step: Step, time: Time | None) -> Move | None:
        if time is None and not self._of_some_day(row, step):
            return None
        amounts, made, way = self._amounts(here, row)
        way = way or self._dealings.way(row) or step.way
        between_whom = self._dealings.sides(here, row, step, way, amounts)
        amounts = amounts or self._thing.weights
        things = tuple(here.within(row.start, row.end, "seal")) or self._thing.marks
        if not (between_whom.givers or between_whom.takers) or not (amounts or (things and self._book.keeps)):
            return None
        type_ = self._type(between_whom, amounts)
        if type_ == "pay" and _says_otherwise(row.text, between_whom):
            return None
        if type_ == "pay" and not any(
            one.mention.kind in (*PARTIES, "account", "iban") for one in (*between_whom.givers, *between_whom.takers)
        ):
            return None  # a fare from here to there
        end = row.start + len(row.text.rstrip())
        return Move(row.start, end, type_, time, between_whom.givers, between_whom.takers, amounts, things, made)

    def _paid(self, here: OnPage, row: Line, move: Move) -> Iterator[Move]:
        """Yield what a row says was paid for its goods: it went the other way."""
        if self._price is None or move.type == "pay" or not (move.givers and move.takers):
            return
        at, of = self._price
        told, made = in_cell(here, self._piece, row.cells[at], of, self._reader) if row.words(at) else ((), ())
        if told and all(any(one.mention.kind in PARTIES for one in side) for side in (move.givers, move.takers)):
            yield move._replace(type="pay", givers=move.takers, takers=move.givers, amounts=told, things=(), made=made)

    @cached_property
    def _price(self) -> tuple[int, Measure] | None:
        """The one column of what was paid, in a book that tells how much of the goods there was too."""
        goods = {at for _, at, of in self._measures if of.unit.dimension != "money"}
        others = set(range(self._table.width)) - goods
        told = [at for at in others if _PAID.search(plain(self._table.name(at))) and self._sums(at)]
        if not goods or len(told) != 1 or not (self._dealings.seller or self._dealings.buyer):
            return None
        return told[0], measure(
            self._table, told[0], self._pages[self._table.head[-1].page.id].page, self._book, money=True
        )

    def _sums(self, at: int) -> bool:
        cells = [cell for cell in self._table.column(at) if cell]
        return bool(cells) and all(map(COLUMNS["amount"].holds, cells))

    def _of_some_day(self, row: Line, step: Step) -> bool:
        """Whether a row has its day, of a year that nothing tells."""
        return bool(step.day) and in_year(row.words(self._columns[step.day]), _LEAP) is not None

    def _type(self, told: Sides, amounts: tuple[Mention, ...]) -> str:
        type_ = kind_of_move(told, amounts)
        if type_ != "pay" and told.givers and self._dealings.seller:
            return "buy"
        return "sell" if type_ != "pay" and told.takers and self._dealings.buyer else type_

    def _amounts(self, here: OnPage, row: Line) -> tuple[tuple[Mention, ...], tuple[Mention, ...], Way | None]:
        """What was moved, what of it no reader had seen, and whether its column says that it came or went."""
        found: list[Mention] = []
        made: list[Mention] = []
        for name, at, of in self._measures:
            if not row.words(at) or (found and name != "quantity"):
                continue
            told, new = in_cell(here, self._piece, row.cells[at], of, self._reader)
            found, made = [*found, *told], [*made, *new]
            if told and name != "quantity":
                return tuple(found), tuple(made), {"came": "in", "went": "out"}.get(name)  # type: ignore[return-value]
        for name in () if found else ("what", "move"):
            if not found and name in self._columns and row.words(self._columns[name]):
                cell = row.cells[self._columns[name]]
                found = [one for one in here.within(cell.start, cell.end, "quantity") if moved(one)][:1]
        if not found and self._book.keeps and not self._measures and not self._thing.marks:
            made = self._one(here, row)
        return tuple(found or made), tuple(made), None

    def _one(self, here: OnPage, row: Line) -> list[Mention]:
        """The things that a row counts in words that no reader knew, `OUT 30 tabs`; of exhibits the one: `revolver`."""
        name = next((one for one in ("what", "move") if one in self._columns and row.words(self._columns[one])), None)
        if name is None:
            return []
        cell = row.cells[self._columns[name]]
        words = level(_WAY.sub("", here.page.text[cell.start : cell.end]))
        several, one = _SEVERAL.match(words), _ONE.match(words)
        told = several or (one if self._book.things else None)
        if told is None or here.at(cell.start, cell.end, "quantity") is not None:
            return []
        number = Decimal(re.sub(r"\D", "", several["number"])) if several else Decimal(1)
        good = several["good"].removesuffix("s") if several else " ".join(told.group().split()[:_FEW])
        counted = Quantity(number, number, "count", "count", None, good)
        return [mention(here.page, self._piece, cell.start, cell.end, "quantity", self._reader, quantity=counted)]


def _are_hours(cells: Sequence[str]) -> bool:
    """Whether a column tells hours: `08.55`, `16.05` in a list of who was there."""
    return bool(cells) and all(map(_HOUR.fullmatch, cells)) and any(cell[0] == "0" for cell in cells)


def _behind(cell: str) -> int | None:
    """The hour that stands behind a day in its cell: `03/06/21 1410`."""
    rest = cell.strip().partition(" ")[2]
    found = _CLOCK.search(rest) if rest else None
    if found is None:
        return None
    digits = re.sub(r"\D", "", found["told"]).zfill(4)
    return int(digits[:2]) * 3600 + int(digits[2:]) * 60


def _says_otherwise(words: str, told: Sides) -> bool:
    """Whether a row tells of cash drawn, of what came back, or another way than the column of its sum."""
    side = "credit" if told.way == "in" else "debit"
    return sent_back(words) or other_way(words, side) or (drawn(words) and not told.takers)
