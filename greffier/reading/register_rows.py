"""Movements from the rows of tables whose head says what a column is: registers of goods, of receipts, of payments."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from greffier.reading.cell_times import hour, stamp, time_of
from greffier.reading.cell_values import amount
from greffier.reading.columns import assign, plain
from greffier.reading.currencies import coded, spent
from greffier.reading.exhibit_heads import Thing, thing
from greffier.reading.handing import Sides, heading_way, keeps, planned, sides, still
from greffier.reading.holders import Holder, holders
from greffier.reading.mention import mention
from greffier.reading.movement_columns import COLUMNS
from greffier.reading.moves import Move, between, kind_of_move, moved
from greffier.reading.on_page import PARTIES, OnPage
from greffier.reading.tables import Line, Table
from greffier.records import Mention, Piece, Quantity, Time

_SELLER, _BUYER = (
    re.compile(r"\b(?:vendeur|seller)\b"),
    re.compile(r"\b(?:acheteur|buyer|purchaser)\b"),
)
_DITTO = re.compile(r"(?:[\"”″'’,.\s-]|id\.?|idem|do\.?|ditto)*", re.IGNORECASE)
_NEAR = 8  # lines before a table that may be its title


class Register:
    """One table: what holds for all its rows."""

    def __init__(
        self, piece: Piece, table: Table, pages: Mapping[str, OnPage], keeper: Holder | None, reader: str
    ) -> None:
        self._piece, self._table, self._pages, self._reader = piece, table, pages, reader
        self._columns = assign(table, COLUMNS)
        title = [line.text for line in table.before[-_NEAR:]]
        self.planned = planned("\n".join([*title, *(line.text for line in table.head)]))
        self._keeps = keeps("\n".join(title))
        self._way = heading_way(title[-1]) if title else None
        self._keeper = keeper
        heads = (told for line in table.before[-_NEAR:] if (told := thing(pages[line.page.id], line)))
        self._thing = next(iter(reversed(list(heads))), Thing())
        self._from, self._to = (
            plain(table.name(self._columns[name])) if name in self._columns else "" for name in ("from", "to")
        )

    def tells(self) -> bool:
        """Whether its rows tell movements: a day, an amount or goods, and a side or a way."""
        named = self._columns.keys()
        amounts = {"quantity", "came", "went", "amount", "what"} & named or (self._keeps and self._thing.marks)
        ways = bool({"from", "to", "came", "went", "move"} & named) or self._way is not None
        return "day" in named and bool(amounts) and ways and not self.planned

    def moves(self) -> Iterator[tuple[OnPage, Move]]:
        """Yield the movement of each row that tells one, with its page."""
        last: Time | None = None
        above = self._table.head[-1]
        for row in self._table.rows:
            here = self._pages[row.page.id]
            if row.page is above.page and any(map(heading_way, row.page.text[above.end : row.start].split("\n"))):
                return  # `OUT`: another part begins, without a head of its own
            above = row
            self._thing = thing(here, row) or self._thing
            last = self._time(here, row, last)
            if not still(row.text) and (move := self._move(here, row, last)) is not None:
                yield here, move
                self._thing = self._thing._replace(weights=())  # it was taken in once

    def _time(self, here: OnPage, row: Line, last: Time | None) -> Time | None:
        cell = row.words(self._columns["day"])
        if not cell or _DITTO.fullmatch(cell):
            day = last
        else:
            at = row.cells[self._columns["day"]]
            day = here.day(at.start, row.end if row.aligned else at.end) or _stamped(cell)
        clock = hour(row.words(self._columns["clock"])) if "clock" in self._columns else None
        if day is None or clock is None or clock.clock is None or "T" in day.earliest:
            return day
        told = stamp(day.earliest[:10])
        return time_of(told.day if told else None, clock.clock, day.zone)

    def _move(self, here: OnPage, row: Line, time: Time | None) -> Move | None:
        amounts, made, way = self._amounts(here, row)
        between_whom = self._sides(here, row, way)
        amounts = amounts or self._thing.weights
        things = tuple(here.within(row.start, row.end, "seal")) or self._thing.marks
        if (
            time is None
            or not (between_whom.givers or between_whom.takers)
            or not (amounts or (things and self._keeps))
        ):
            return None
        type_ = self._type(between_whom, amounts)
        if type_ == "pay" and not any(
            one.mention.kind in (*PARTIES, "account", "iban") for one in (*between_whom.givers, *between_whom.takers)
        ):
            return None  # a fare from here to there
        end = row.start + len(row.text.rstrip())
        return Move(row.start, end, type_, time, between_whom.givers, between_whom.takers, amounts, things, made)

    def _type(self, told: Sides, amounts: tuple[Mention, ...]) -> str:
        type_ = kind_of_move(told, amounts)
        if type_ != "pay" and told.givers and _SELLER.search(self._from):
            return "buy"
        return "sell" if type_ != "pay" and told.takers and _BUYER.search(self._to) else type_

    def _sides(self, here: OnPage, row: Line, way: str | None) -> Sides:
        givers, takers = (tuple(self._holders(here, row, name)) for name in ("from", "to"))
        told = Sides(givers, takers)
        if not givers and not takers:
            for name in ("move", "what"):
                if name in self._columns and row.words(self._columns[name]):
                    cell = row.cells[self._columns[name]]
                    told = sides(here, self._piece, cell.start, cell.end, self._reader)
                    if told.givers or told.takers or told.way:
                        break
        way = way or self._way or ("in" if givers and not takers else "out" if takers and not givers else None)
        return between(told, self._keeper, way)

    def _holders(self, here: OnPage, row: Line, name: str) -> list[Holder]:
        if name not in self._columns or not row.words(self._columns[name]):
            return []
        cell = row.cells[self._columns[name]]
        return holders(here, self._piece, cell.start, cell.end, self._reader)

    def _amounts(self, here: OnPage, row: Line) -> tuple[tuple[Mention, ...], tuple[Mention, ...], str | None]:
        """What was moved, what of it no reader had seen, and whether its column says that it came or went."""
        for name in ("came", "went", "quantity", "what", "amount"):
            if name not in self._columns or not row.words(self._columns[name]):
                continue
            cell = row.cells[self._columns[name]]
            found = [one for one in here.within(cell.start, cell.end, "quantity") if moved(one)]
            made = [] if found or name == "what" else self._counted(here, row, name)
            if found or made:
                way = {"came": "in", "went": "out"}.get(name)
                return tuple(found[:1] or made), tuple(made), way
        return (), (), None

    def _counted(self, here: OnPage, row: Line, name: str) -> list[Mention]:
        """The number of a cell: money in a column of sums, of things elsewhere where nothing else is said."""
        at = self._columns[name]
        value = amount(row.words(at))
        if value is None or value <= 0:
            return []
        cell, head = row.cells[at], self._table.name(at)
        money = name == "amount" or coded(head) is not None
        if not money:
            return []
        unit = coded(head) or spent(here.page.text, here.page.language or "fr")
        told = Quantity(value, value, unit, "money", unit)
        return [mention(here.page, self._piece, cell.start, cell.end, "quantity", self._reader, quantity=told)]


def _stamped(cell: str) -> Time | None:
    said = stamp(cell)
    return time_of(said.day, said.clock, None) if said and said.day and not said.other else None
