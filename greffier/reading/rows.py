"""Reads movements from what is no sentence: lines of statements, rows of registers, dated lines, filled in slips."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from greffier.reading.account_holders import holder_of
from greffier.reading.columns import names_columns
from greffier.reading.dated_lines import dated_moves
from greffier.reading.holders import Holder
from greffier.reading.keepers import keeper
from greffier.reading.movement_columns import COLUMNS, OTHERS
from greffier.reading.moves import records
from greffier.reading.on_page import PARTIES, OnPage
from greffier.reading.register_rows import Register
from greffier.reading.slips import slip_moves
from greffier.reading.tables import Line, Table, find_tables
from greffier.reading.taken import Taken
from greffier.reading.transfer_events import listed_payment, silent
from greffier.records import Call, Event, Found, Mention, Page, Piece, Transfer

_KNOWN = (*COLUMNS.values(), OTHERS)
_FIGURES = 2  # cells with figures that no head has
MOVEMENTS = frozenset(("deliver", "receive", "pay", "buy", "sell", "transmit", "transport", "weigh"))


class Rows:
    """Finds the movements that rows tell, each cited by its row; a side that is not named stays open."""

    name = "rows"
    version = 4

    def read(self, piece: Piece, pages: Sequence[Page], found: Sequence[Found]) -> Iterable[Found]:
        mentions: dict[str, list[Mention]] = {page.id: [] for page in pages}
        for one in found:
            if isinstance(one, Mention) and one.span.page in mentions:
                mentions[one.span.page].append(one)
        here = {page.id: OnPage(page, mentions[page.id]) for page in pages}
        told = {_place(one) for one in found if isinstance(one, Call)}
        listed = [one for one in found if isinstance(one, Transfer) and one.citations[0].span.page in here]
        told |= {_place(one) for one in listed if silent(one)}
        held = [one for one in listed if one.account or any(field.name == "holder" for field in one.fields)]
        made: set[str] = set()
        paid = list(self._statements(piece, here, held))
        told |= {_place(one) for one in paid if isinstance(one, Event)}
        rows = list(self._registers(piece, pages, here, told))
        told |= {_place(one) for one in rows if isinstance(one, Event)}
        paid += self._statements(piece, here, [one for one in listed if _place(one) not in told])  # of nobody's account
        told |= {_place(one) for one in paid if isinstance(one, Event)}
        slips = [one for page in here.values() for one in self._slips(piece, page, told)]
        for record in (*paid, *rows, *slips, *self._dated(piece, here, told)):
            if record.id not in made:
                made.add(record.id)
                yield record

    def _slips(self, piece: Piece, page: OnPage, told: set[tuple[str, int]]) -> Iterator[Mention | Event]:
        starts = [start for where, start in told if where == page.page.id]
        for move in slip_moves(page, piece, self.name):
            if not any(move.start <= start < move.end for start in starts):  # its rows told it
                yield from records(page, piece, move, self.name)

    def _dated(self, piece: Piece, here: dict[str, OnPage], told: set[tuple[str, int]]) -> Iterator[Mention | Event]:
        for page in here.values():
            for move in dated_moves(page, piece, keeper(page, piece, self.name), self.name):
                if (page.page.id, move.start) not in told:
                    yield from records(page, piece, move, self.name)

    def _statements(self, piece: Piece, here: dict[str, OnPage], told: Iterable[Transfer]) -> Iterator[Mention | Event]:
        for one in told:
            yield from listed_payment(piece, here[one.citations[0].span.page], one, self.name)

    def _registers(
        self, piece: Piece, pages: Sequence[Page], here: dict[str, OnPage], told: set[tuple[str, int]]
    ) -> Iterator[Mention | Event]:
        for table in find_tables(pages, _is_head):
            table = table._replace(rows=tuple(row for row in table.rows if (row.page.id, row.start) not in told))
            if not table.head or not table.rows or table.head[-1].page.id not in here:
                continue
            keeps = self._keeper(piece, here, table)
            register = Register(piece, table, here, keeps, self.name)
            if register.planned:
                told |= {(row.page.id, row.start) for row in table.rows}
            elif register.tells():
                for page, move in register.moves():
                    yield from records(page, piece, move, self.name)

    def _keeper(self, piece: Piece, here: dict[str, OnPage], table: Table) -> Holder | None:
        """Whose book a table is of: what its page says over its head, else the pages before it."""
        told: Holder | None = None
        for page, found in here.items():
            first = page == table.rows[0].page.id
            over = table.head[0].start if first and table.head[0].page.id == page else 0 if first else None
            told = keeper(found, piece, self.name, over) or told
            if first:
                return told or _whose_account(found)
        return told


def _whose_account(here: OnPage) -> Holder | None:
    """The holder of the account that a statement of a wallet names at its head."""
    named = holder_of(here.page)
    one = here.at(named.span.start, named.span.end, *PARTIES) if named else None
    return Holder(one, made=False) if one else None


def _is_head(line: Line) -> bool:
    """Whether a row names the columns of a register; the line of an exhibit has its number and its weight."""
    figures = sum(any(map(str.isdigit, line.words(at))) for at in range(len(line.cells)))
    return figures < _FIGURES and names_columns(line, _KNOWN)


def told_in_rows(found: Sequence[Found]) -> dict[str, Taken]:
    """The rows of each page whose movement is told already: a verb in one of them tells it no second time."""
    cited: dict[str, list[tuple[int, int]]] = {}
    for one in found:
        if isinstance(one, Event | Transfer):
            span = one.citations[0].span
            cited.setdefault(span.page, []).append((span.start, span.end))
    return {page: Taken(spans) for page, spans in cited.items()}


def _place(one: Call | Transfer | Event) -> tuple[str, int]:
    return one.citations[0].span.page, one.citations[0].span.start
