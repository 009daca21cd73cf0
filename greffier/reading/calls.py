"""Reads call records: tables of who called whom, whatever the names and the order of their columns, or unnamed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Literal

from greffier.reading import cell_values
from greffier.reading.call_columns import CALLS, OTHERS, party
from greffier.reading.cell_times import Stamp, day_first, hour, stamp, time_of, zone
from greffier.reading.columns import assign, names_columns, plain, read_cell
from greffier.reading.mention import mention, span
from greffier.reading.run_in import find_run_in
from greffier.reading.tables import Line, Table, find_tables
from greffier.reading.unnamed import unnamed
from greffier.reading.vocabulary import level
from greffier.records import Call, Citation, Found, Located, Mention, Page, Piece, Time, digest

_WHOSE = re.compile(
    r"\b(?:lignes?|line|numero|number|cible|target|abonnee?|msisdn|owner|subscriber|titulaire|telephone|phone)\b"
    r"[^\n|]{0,60}?(?:\| ?)?"
    r"(?P<number>\+?\(?\d[\d .()\-]{7,20}\d)"
)
_ANOTHER = re.compile(
    r"\b(?:operateur|requisition|procedure|dossier|reference|service|contact|fax|standard|siret|siren)\b"
)
_B = re.compile(r"\bb\b|^bnum")
_MINUTES, _MILLI = re.compile(r"\b(?:min|minutes?|mn)\b"), re.compile(r"\bms\b|millisec")
_CLOCKS = re.compile(r"\b(?:hh? (?:mm?|mn|min)|heures? minutes?|hours? minutes?)\b(?! s)")
_DATED = re.compile(r"\d{1,4}[/.\-]\d{1,2}[/.\-]\d{1,4}(?:\D.*)?")  # written as a day, be there such a one or not
_FRENCH = re.compile(r"\b(?:appel\w*|duree|heure|debut|fin|sens|numero|correspondant|jour|cellule|abonne|le)\b")
_PLAIN = ("cell", "place", "azimuth", "latitude", "longitude", "network")


class Calls:
    """Finds the calls, messages and sessions of call records, with the span of each field; and their numbers."""

    name = "calls"
    version = 5

    def read(self, piece: Piece, pages: Sequence[Page], found: Sequence[Found]) -> Iterable[Found]:
        known = (*CALLS.values(), OTHERS)
        made: set[str] = set()
        seen = {(one.span.page, one.span.start) for one in found if isinstance(one, Mention) and one.kind == "phone"}
        tables = [
            (table, assign(table, CALLS) if table.head else unnamed(table))
            for table in find_tables(pages, lambda line: names_columns(line, known))
        ]
        for table, columns in (*tables, *find_run_in(pages, CALLS)):
            columns = _of_the_line(table, columns)
            if not _tells_calls(columns, bool(table.head)):
                continue
            listing = _Listing(piece, table, columns, self.name)
            for row in table.rows:
                call = listing.call(row)
                if call is not None and call.id not in made:
                    made.add(call.id)
                    yield call
                    yield from _numbers(call, piece, row.page, self.name, seen)


def _of_the_line(table: Table, columns: dict[str, int]) -> dict[str, int]:
    """Beside the line and a direction, and without an A, the number B is the other one, called or not."""
    if not {"called", "way"} <= columns.keys() or {"caller", "other"} & columns.keys():
        return columns
    if not _B.search(plain(table.name(columns["called"]))) or not ("line" in columns or _line(table.before)):
        return columns
    return {"other" if name == "called" else name: at for name, at in columns.items()}


def _tells_calls(columns: Mapping[str, int], named: bool) -> bool:
    """Whether columns are those of call records: a time, and who or which way; a table without names needs more."""
    if "start" not in columns:
        return False
    if not named:
        return "seconds" in columns or "kind" in columns
    parties = {"caller", "called"} & columns.keys() or ("other" in columns and {"way", "line", "kind"} & columns.keys())
    about = {"seconds", "kind", "way", "imei", "imsi", "cell", "clock", "end"} & columns.keys()
    both = {"caller", "called"} <= columns.keys()
    return bool(
        both or (parties and about) or ({"imei", "imsi"} & columns.keys() and {"cell", "seconds"} & columns.keys())
    )


def _numbers(call: Call, piece: Piece, page: Page, reader: str, seen: set[tuple[str, int]]) -> Iterator[Mention]:
    """The telephone numbers of a call that no reader has found: bare digits are none but in such a column."""
    for field in call.fields:
        value = {"caller": call.caller, "called": call.called, "line": call.line}.get(field.name)
        place = (page.id, field.span.start)
        if value and value.startswith("+") and field.span.page == page.id and place not in seen:
            seen.add(place)
            yield mention(page, piece, field.span.start, field.span.end, "phone", reader, normalised=value)


class _Listing:
    """One table of calls: what holds for all its rows."""

    def __init__(self, piece: Piece, table: Table, columns: Mapping[str, int], reader: str) -> None:
        self._piece, self._reader, self._columns = piece, reader, columns
        self._named = bool(table.head)
        heads = " ".join(plain(table.name(at)) for at in range(table.width))
        before = "\n".join(line.text for line in table.before[-40:])
        raw_heads = " ".join(line.text for line in table.head)
        french = _FRENCH.search(heads) is not None
        self._day_first = day_first(table.column(columns["start"]), french)
        self._zone = zone(raw_heads) or zone(before)
        self._line = _line(table.before)
        unit = plain(table.name(columns["seconds"])) if "seconds" in columns else ""
        self._unit = (
            "hm" if _CLOCKS.search(unit) else "min" if _MINUTES.search(unit) else "ms" if _MILLI.search(unit) else ""
        )

    def call(self, row: Line) -> Call | None:
        """The call of a row; None where no time is told or nothing of it is about a call.

        A day that there is not (31/02), or that may be another, leaves the time of the call unknown.
        """
        fields: list[Located] = []
        start, said = self._start(row, fields)
        if start is None and not (self._named and _DATED.fullmatch(row.words(self._columns["start"]))):
            return None
        ends = self._ends(row, fields)
        if self._named and not (ends["caller"] or ends["called"] or self._columns.keys() & {"line", "imei", "imsi"}):
            return None
        words: dict[str, Any] = {name: self._words(row, name, fields) for name in _PLAIN}
        lasted = self._value(row, "seconds", fields, lambda told: cell_values.seconds(told, self._unit))
        call = Call(
            id=digest("call", row.page.id, row.start),
            piece=self._piece.id,
            reader=self._reader,
            citations=(Citation(span(row.page, row.start, row.start + len(row.text.rstrip()))),),
            start=start,
            end=self._end(row, fields, said),
            seconds_low=lasted[0] if lasted else None,
            seconds_high=lasted[1] if lasted else None,
            kind=self._value(row, "kind", fields, cell_values.kind) or self._value(row, "way", [], _message),
            imei=self._value(row, "imei", fields, cell_values.device),
            imsi=self._value(row, "imsi", fields, cell_values.subscriber),
            zone=start.zone if start else self._zone,
            **ends,
            **words,
        )
        return replace(call, fields=tuple(fields))

    def _value(self, row: Line, name: str, fields: list[Located], read: Callable[[str], Any]) -> Any:
        return read_cell(row, self._columns, name, fields, read)

    def _words(self, row: Line, name: str, fields: list[Located]) -> str | None:
        value: str | None = self._value(row, name, fields, lambda told: None if cell_values.nothing(told) else told)
        return value

    def _stamp(self, row: Line, name: str, fields: list[Located]) -> Stamp | None:
        value: Stamp | None = self._value(row, name, fields, lambda told: stamp(told, packed=True))
        return value

    def _start(self, row: Line, fields: list[Located]) -> tuple[Time | None, Stamp | None]:
        said = self._stamp(row, "start", fields)
        day = self._day(said)
        if said is None or day is None:
            return None, None
        clock, told_zone = said.clock, said.zone
        if clock is None and (told := self._value(row, "clock", fields, hour)) is not None:
            clock, told_zone = told.clock, told.zone
        return time_of(day, clock, told_zone or self._zone), said

    def _end(self, row: Line, fields: list[Located], said: Stamp | None) -> Time | None:
        """When a call ended: a day and an hour, or an hour on the day of its start."""
        end: Stamp | None = self._value(row, "end", fields, lambda told: stamp(told, packed=True) or hour(told))
        if end is None or end.clock is None:
            return None
        day = self._day(end) if end.day else self._day(said)
        return time_of(day, end.clock, end.zone or self._zone)

    def _day(self, said: Stamp | None) -> Any:
        """The day of a stamp; None where day and month may be turned round."""
        if said is None or said.other is None or self._day_first is True:
            return said.day if said else None
        return said.other if self._day_first is False else None

    def _ends(self, row: Line, fields: list[Located]) -> dict[str, Any]:
        """Who called whom, and which way that goes for the line."""
        caller = self._value(row, "caller", fields, cell_values.phone)
        called = self._value(row, "called", fields, cell_values.phone)
        line = self._value(row, "line", fields, cell_values.phone) or self._line
        direction = self._direction(row, fields)
        if "other" in self._columns and not (caller and called):
            other, towards = party(row.words(self._columns["other"]))
            other = None if other == line else other
            direction = direction or towards  # type: ignore[assignment]
            caller, called = self._placed(row, (caller, called), (line, other), direction, fields)
        elif line and direction is None and (caller == line) != (called == line):
            direction = "out" if caller == line else "in"
        return {"caller": caller, "called": called, "line": line, "direction": direction}

    def _placed(
        self, row: Line, told: tuple[str | None, str | None], ends: tuple[str | None, str | None],
        direction: Literal["in", "out"] | None, fields: list[Located],
    ) -> tuple[str | None, str | None]:  # fmt: skip
        """The line and the other one as caller and called, as far as the direction says which is which."""
        line, other = ends
        if direction is None:
            return told
        role = "called" if direction == "out" else "caller"
        if other is not None:
            cell = row.cells[self._columns["other"]]
            digits = re.search(r"\+?\(?\d[\d .()\-]*\d", row.page.text[cell.start : cell.end])
            left, right = digits.span() if digits else (0, cell.end - cell.start)
            fields.append(Located(role, span(row.page, cell.start + left, cell.start + right)))
        fields[:] = [
            field._replace(name="caller" if direction == "out" else "called") if field.name == "line" else field
            for field in fields
        ]
        return (line, other) if direction == "out" else (other, line)

    def _direction(self, row: Line, fields: list[Located]) -> Literal["in", "out"] | None:
        """Which way a call goes, by its own column, else by the code of its kind (MOC, SMS-MT)."""
        told: Literal["in", "out"] | None = self._value(
            row, "way", fields, lambda words: cell_values.way(words, letters=True)
        )
        return told or self._value(row, "kind", [], cell_values.way)


def _message(told: str) -> str | None:
    """What the column of the direction says of the kind, where it says that it was written."""
    found = cell_values.kind(told)
    return found if found in ("sms", "mms") else None


def _line(before: Sequence[Line]) -> str | None:
    """The one number that the lines before a table call the line of the listing."""
    named: set[str] = set()
    for line in before[-40:]:
        flat = level(line.text)
        for match in _WHOSE.finditer(flat):
            number = cell_values.phone(match["number"])
            if number and number.startswith("+") and not _ANOTHER.search(flat[: match.start("number")]):
                named.add(number)
    return named.pop() if len(named) == 1 else None
