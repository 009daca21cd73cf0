"""Reads statements of account: what came in, what went out, and whether each balance follows from the one before."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from greffier.reading import cell_values
from greffier.reading.account_holders import holder_beside, holder_of
from greffier.reading.book_heads import told_year
from greffier.reading.cell_times import day_first, in_year, stamp, time_of
from greffier.reading.columns import assign, names_columns, plain, read_cell
from greffier.reading.currencies import coded
from greffier.reading.mention import span
from greffier.reading.money_columns import MONEY
from greffier.reading.payees import named_in
from greffier.reading.statement_lines import CARRIED, Entry, entries, sided
from greffier.reading.tables import Line, Table, find_tables, lines
from greffier.reading.vocabulary import level
from greffier.records import Citation, Found, Located, Mention, Page, Piece, Time, Transfer, digest

_FRENCH = re.compile(r"\b(?:libelle|solde|debit|montant|valeur|operation|devise)\b")
_ACCOUNT = re.compile(
    r"(?:c(?<!\w.)ompte|a(?<!\w.)ccount|s(?<!\w.)tatement)\b[^\d\n|]{0,40}(?P<number>\d[\d ]{5,26}\d)"
)
_SIDES = {
    "d": "debit",
    "db": "debit",
    "dr": "debit",
    "debit": "debit",
    "c": "credit",
    "cr": "credit",
    "credit": "credit",
}
_BANK = re.compile(r"\b(?:account|compte|bank|banque|iban|sort code|releve|statement|wallet|mobile money)\b")
_IN_AND_OUT = {"out": "debit", "in": "credit"}  # of goods as well, where no bank is named
_TITLE = 8  # lines over a table that may tell its year
_SURE = 0.6  # of the lines with a balance that must add up, for the columns to be believed in that order


class Transfers:
    """Finds the lines of bank statements, in tables and in plain lines."""

    name = "transfers"
    version = 5

    def read(self, piece: Piece, pages: Sequence[Page], found: Sequence[Found]) -> Iterable[Found]:
        account, holder = _account(pages, found), holder_of(pages[0])
        made: set[tuple[str, int]] = set()
        for table in find_tables(pages, lambda line: names_columns(line, MONEY.values())):
            columns = _columns(table) if table.head else {}
            if _tells_money(columns):
                number, whose = _of_page(pages, table.rows[0].page, account, holder)
                statement = _Statement(piece, table, columns, number, whose, self.name)
                for transfer in statement.transfers():
                    made.add((transfer.citations[0].span.page, transfer.citations[0].span.start))
                    yield transfer
        told = list(lines(pages))
        sides = [one for page in pages for one in sided([line for line in told if line.page is page])]
        found_lines = [*entries(told), *sides]
        currency = cell_values.currency("\n".join(line.text for line in told[:60])) if found_lines else None
        for entry in found_lines:
            if (entry.line.page.id, entry.line.start) not in made:
                made.add((entry.line.page.id, entry.line.start))
                number, whose = _of_page(pages, entry.line.page, account, holder)
                yield _plain(entry, piece, number, whose, currency, self.name)


def _columns(table: Table) -> dict[str, int]:
    """What the columns are; a statement with one date only has its day there, whatever that date is called."""
    columns = assign(table, MONEY)
    if not {"debit", "credit"} & columns.keys() and _BANK.search(
        level("\n".join(one.text for one in table.before[-40:]))
    ):
        plain_sides = {_IN_AND_OUT.get(plain(table.name(at))): at for at in range(table.width)}
        columns |= {side: at for side, at in plain_sides.items() if side is not None}
    if "day" not in columns and "value_day" in columns:
        columns["day"] = columns.pop("value_day")
    if "label" not in columns and "payee" in columns:
        columns["label"] = columns["payee"]
    return columns


def _tells_money(columns: Mapping[str, int]) -> bool:
    """Whether columns are a statement's: a day, and sums on two sides, or one sum with a label, a side or a balance."""
    if "day" not in columns:
        return False
    both = {"debit", "credit"} <= columns.keys()
    one = "amount" in columns and bool({"balance", "sense", "label"} & columns.keys())
    return both or one or ("balance" in columns and bool({"debit", "credit"} & columns.keys()))


def _account(pages: Sequence[Page], found: Sequence[Found]) -> str | None:
    """The one IBAN, else the one account number, that the first page names."""
    first = pages[0]
    ibans = {
        one.normalised for one in found if isinstance(one, Mention) and one.kind == "iban" and one.span.page == first.id
    }
    if ibans:
        return ibans.pop() if len(ibans) == 1 else None
    named = _numbers(first)
    return named.pop() if len(named) == 1 else None


def _numbers(page: Page) -> set[str]:
    return {match["number"].replace(" ", "") for match in _ACCOUNT.finditer(level(page.text)[:3000])}


def _of_page(
    pages: Sequence[Page], page: Page, account: str | None, holder: Located | None
) -> tuple[str | None, Located | None]:
    """The account and its holder as the page of a statement tells them, or another page tells whose that number is."""
    if page is pages[0]:
        return account, holder
    own = _numbers(page)
    number = own.pop() if len(own) == 1 else account
    named = holder_of(page) or (holder_beside(pages, number) if number and number != account else None)
    return number, named or (holder if number == account else None)


class _Statement:
    """One table of a statement: what holds for all its rows."""

    def __init__(
        self,
        piece: Piece,
        table: Table,
        columns: Mapping[str, int],
        account: str | None,
        holder: Located | None,
        reader: str,
    ) -> None:
        self._piece, self._table, self._columns, self._reader = piece, table, columns, reader
        self._account, self._holder = account, holder
        heads = " ".join(plain(table.name(at)) for at in range(table.width))
        raw_heads = " ".join(line.text for line in table.head)
        self._day_first = day_first(table.column(columns["day"]), _FRENCH.search(heads) is not None)
        before = "\n".join(line.text for line in table.before[-40:])
        near = "\n".join(one.text for one in table.before[-_TITLE:] if one.page is table.rows[0].page)
        self._year = told_year(table.before[-_TITLE:], (row.page.text for row in table.rows[:1]))
        sums = " ".join(words for row in table.rows[:40] for at in self._sums() if (words := row.words(at)))
        self._currency = (
            coded(raw_heads)
            or coded(near)
            or cell_values.currency(raw_heads)
            or cell_values.currency(sums)
            or cell_values.currency(before)
        )

    def _sums(self) -> list[int]:
        return [self._columns[name] for name in ("debit", "credit", "amount", "balance") if name in self._columns]

    def transfers(self) -> list[Transfer]:
        """The transfers in the order of the table, each with what the balance says of it."""
        made = [one for row in self._table.rows if (one := self._transfer(row)) is not None]
        pushed = {digest("transfer", row.page.id, row.start) for row in self._table.rows if self._pushed(row)}
        return [
            one
            for one in _checked(made)
            if (one.debit is not None or one.credit is not None) and (one.adds_up or one.id not in pushed)
        ]

    def _pushed(self, row: Line) -> bool:
        """Whether a long label has pushed the sums of a row from under their names: only a balance tells their side."""
        sides = [self._columns[name] for name in ("debit", "credit") if name in self._columns]
        if not row.aligned or len(sides) < 2 or "label" not in self._columns:
            return False
        head, at = self._table.head[-1], self._columns["label"]
        if not head.aligned or max(sides) >= len(head.cells) or not row.words(at):
            return False
        if any(row.words(side) and cell_values.amount(row.words(side)) is None for side in sides):
            return True  # words stand where a sum should
        first = min(head.cells[side].start for side in sides) - head.start
        return at < min(sides) and row.cells[at].end - row.start > first

    def _transfer(self, row: Line) -> Transfer | None:
        """The line as a transfer; of a balance brought forward only the balance, which the next line is checked by."""
        fields: list[Located] = []
        balance = self._value(row, "balance", fields, cell_values.amount)
        carried = CARRIED.search(level(row.text)) is not None
        day = self._time(row, "day", fields)
        if day is None and not carried:
            return None
        debit, credit = (None, None) if carried else self._sides(row, fields)
        if debit is None and credit is None and balance is None:
            return None
        account = self._value(row, "account", fields, lambda told: re.sub(r"\s", "", told)) or self._account
        currency = self._value(row, "currency", fields, lambda told: told.upper())
        label = self._value(row, "label", fields, lambda told: told)
        self._sides_named(row, fields)
        return Transfer(
            id=digest("transfer", row.page.id, row.start),
            piece=self._piece.id,
            reader=self._reader,
            citations=(Citation(span(row.page, row.start, row.start + len(row.text.rstrip()))),),
            day=day,
            value_day=self._time(row, "value_day", fields),
            label=label,
            debit=debit,
            credit=credit,
            balance=balance,
            currency=currency or self._currency,
            account=account,
            fields=tuple(fields),
        )

    def _sides_named(self, row: Line, fields: list[Located]) -> None:
        """Note where the holder of the account stands, and whom the line was paid to or by."""
        self._value(row, "holder", fields, lambda told: told)
        if self._holder and "holder" not in self._columns:
            fields.append(self._holder)
        at = self._columns.get("payee", self._columns.get("label"))
        if at is not None and row.words(at):
            fields += named_in(row.page, *row.cells[at])

    def _value(self, row: Line, name: str, fields: list[Located], read: Callable[[str], Any]) -> Any:
        return read_cell(row, self._columns, name, fields, read)

    def _time(self, row: Line, name: str, fields: list[Located]) -> Time | None:
        year = self._year
        said = self._value(
            row, name, fields, lambda told: stamp(told, packed=True) or (in_year(told, year) if year else None)
        )
        day: date | None = said.day if said else None
        if said and said.other and self._day_first is not True:
            day = said.other if self._day_first is False else None
        return time_of(day, None, None)

    def _sides(self, row: Line, fields: list[Located]) -> tuple[Decimal | None, Decimal | None]:
        """What went out and what came in, both without sign."""
        debit = self._value(row, "debit", fields, cell_values.amount)
        credit = self._value(row, "credit", fields, cell_values.amount)
        if debit or credit:
            return abs(debit) if debit else None, abs(credit) if credit else None
        told: list[Located] = []
        sum_ = self._value(row, "amount", told, cell_values.amount)
        if sum_ is None:
            return None, None
        side = _SIDES.get(level(row.words(self._columns["sense"]))) if "sense" in self._columns else None
        side = side or ("debit" if sum_ < 0 else "credit" if self._signed() else None)
        if side is None:
            return None, None
        fields += [field._replace(name=side) for field in told]
        return (abs(sum_), None) if side == "debit" else (None, abs(sum_))

    def _signed(self) -> bool:
        """Whether the sums of the table have signs: then those without one came in."""
        cells = self._table.column(self._columns["amount"])
        return any((sum_ := cell_values.amount(cell)) is not None and sum_ < 0 for cell in cells)


def _checked(made: Sequence[Transfer]) -> list[Transfer]:
    """The transfers with whether each balance follows; the newest may stand first, which the balances show."""
    down, up = list(_follows(made, 1)), list(_follows(made, -1))
    best = max((down, up), key=lambda told: sum(said is True for said in told))
    known = [said for said in best if said is not None]
    if not known or sum(known) < _SURE * len(known):
        return list(made)
    return [replace(one, adds_up=said) for one, said in zip(made, best, strict=True)]


def _follows(made: Sequence[Transfer], step: int) -> Iterator[bool | None]:
    for at, one in enumerate(made):
        before = made[at - step] if 0 <= at - step < len(made) else None
        if (
            before is None
            or before.balance is None
            or one.balance is None
            or (one.debit is None and one.credit is None)
        ):
            yield None
        else:
            yield before.balance + (one.credit or 0) - (one.debit or 0) == one.balance


def _plain(
    entry: Entry, piece: Piece, account: str | None, holder: Located | None, currency: str | None, reader: str
) -> Transfer:
    """A transfer from a plain line: its side is the one that makes its balance follow."""
    line, moved = entry.line, entry.moved or Decimal(0)
    words = line.page.text[slice(*entry.day)]
    said, value = stamp(words) or (in_year(words, entry.year) if entry.year else None), None
    if entry.value_day:
        value = stamp(line.page.text[slice(*entry.value_day)])
    side = "credit" if moved > 0 else "debit"
    places = [("day", entry.day), ("label", entry.label), (side, entry.sums[0])]
    places += [("balance", entry.sums[1])] if len(entry.sums) > 1 else []
    places += [("value_day", entry.value_day)] if entry.value_day else []
    return Transfer(
        id=digest("transfer", line.page.id, line.start),
        piece=piece.id,
        reader=reader,
        citations=(Citation(span(line.page, line.start, line.start + len(line.text.rstrip()))),),
        day=time_of(said.day, None, None) if said else None,
        value_day=time_of(value.day, None, None) if value else None,
        label=line.page.text[slice(*entry.label)],
        debit=-moved if moved < 0 else None,
        credit=moved if moved > 0 else None,
        balance=entry.balance,
        currency=currency,
        account=account,
        adds_up=True if entry.balance is not None else None,
        fields=(
            *(Located(name, span(line.page, *place)) for name, place in places),
            *([holder] if holder else []),
            *named_in(line.page, *entry.label),
        ),
    )
