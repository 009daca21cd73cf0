"""Rows that say who was where at which hours: tables of hours, registers with a column for who did it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from greffier.assembling.checking import cite, line_at
from greffier.assembling.entries import Entry, entries
from greffier.assembling.lookup import Lookup
from greffier.assembling.sightings import LONGEST, Sighting, bounds, kind_of, named, placed
from greffier.assembling.tabled import Row, tables
from greffier.assembling.wording import table
from greffier.records import Citation, Page
from greffier.text import folded

_NAME_COLUMN = re.compile(table("attending")["name_columns"])
_LASTS = timedelta(hours=9)  # that an act of one row may take
_ABOVE_TABLE = 400  # characters in which it says what is kept
_MARK = re.compile(r"[;|\t,]")
_COLUMNS = {
    "name": re.compile(r"name|nom|claimant|officer|agent|employee|staff|badge holder|porteur|salarie|fonctionnaire"),
    "day": re.compile(r"(?:start[ _])?date(?:[ _](?:from|in|start|debut))?|day|jour"),
    "begun": re.compile(
        r"start|begin|from|in|time[ _]in|heure[ _]debut|debut|arrivee|entree|de|signed[ _]in|check[ _]in"
    ),
    "last_day": re.compile(r"(?:end[ _])?date[ _](?:to|out|end|fin)|end[ _]date"),
    "ended": re.compile(r"end|out|to|until|time[ _]out|heure[ _]fin|fin|depart|sortie|a|signed[ _]out|check[ _]out"),
    "place": re.compile(r"location|place|site|lieu|poste|post|where|ville|town|station"),
}
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_DAY_FIRST = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})")
_CLOCK = re.compile(r"(\d{1,2})\s?[:.hH]\s?(\d{2})(?:[:.]\d{2})?")
_ABOVE = 5  # lines that may stand above the columns


@dataclass(frozen=True, slots=True)
class Hours:
    """A row: who, where, from when to when."""

    name: str
    place: str
    begun: datetime
    ended: datetime
    cited: Citation


def in_rows(known: Lookup) -> Iterator[Sighting]:
    """Yield whom the rows of a case have at an act or on duty."""
    for page in known.ordered_pages():
        piece = known.piece_of.get(page.id, "")
        for row in hours_of(page):
            who = named(known, row.name)
            if len(who.words) > 1 and timedelta() < row.ended - row.begun <= LONGEST:
                place = folded(row.place)
                yield Sighting(who, "duty", row.begun, row.ended, True, piece, (row.cited,), place, row.place, own=True)
        told = known.pieces.get(piece)
        if page.near_duplicate_of is None and page.origin != "ocr" and (told is None or told.kind != "press"):
            yield from _of_registers(known, page)


def _of_registers(known: Lookup, page: Page) -> Iterator[Sighting]:
    """The rows of a register with a column for who did it, at the hours of the row."""
    hours: list[Entry] | None = None
    for kept in tables(page.text, lambda head: any(map(_NAME_COLUMN.fullmatch, head))):
        column = next(at for at, name in enumerate(kept.head) if _NAME_COLUMN.fullmatch(name))
        above = page.text[max(0, kept.start - _ABOVE_TABLE) : kept.start] + " ".join(kept.head)
        act = kind_of(above) or kind_of(page.text[:300])
        hours = entries(known, page) if hours is None else hours
        for row in kept.rows:
            yield from _of_row(known, page, row, column, act, hours)


def _of_row(known: Lookup, page: Page, row: Row, column: int, act: str, told: list[Entry]) -> Iterator[Sighting]:
    who = named(known, page.text[slice(*row.cells[column])])
    hours = [one for one in told if row.start <= one.span.start < row.end and "T" in one.time.earliest]
    what = kind_of(page.text[row.start : row.end]) or act
    if who.words and hours and what:
        moments = [moment for one in hours for moment in bounds(one.time)]
        begun, ended = min(moments), max(moments)
        cited = cite(page, *line_at(page.text, row.start))
        if ended - begun <= _LASTS:
            piece = known.piece_of.get(page.id, "")
            yield placed(known, page, cited.span, Sighting(who, what, begun, ended, ended > begun, piece, (cited,)))


def hours_of(page: Page) -> Iterator[Hours]:
    """Yield the rows of a page that is a table with columns for a name, a day, a beginning and an end."""
    lines = [(found.start(), found.group()) for found in re.finditer(r"[^\n]+", page.text)]
    head = next((at for at, (_, line) in enumerate(lines[: _ABOVE + 1]) if _placed(line).keys() >= _NEEDED), None)
    if head is None:
        return
    columns = _placed(lines[head][1])
    above = lines[0][1].strip("# ") if head else ""  # where a log was kept, if its first line says so
    for at, line in lines[head + 1 :]:
        row = _hours(_cells(line), columns, above, cite(page, at, at + len(line.rstrip())))
        if row is not None:
            yield row


_NEEDED = {"name", "day", "begun", "ended"}


def _placed(line: str) -> dict[str, int]:
    """Which column is what; the first that is called so."""
    found: dict[str, int] = {}
    for at, cell in enumerate(_cells(line)):
        called = " ".join(folded(cell).split())
        for what, words in _COLUMNS.items():
            if what not in found and at not in found.values() and words.fullmatch(called):
                found[what] = at
    return found


def _cells(line: str) -> list[str]:
    return [cell.strip(' "') for cell in _MARK.split(line)]


def _hours(cells: list[str], columns: dict[str, int], above: str, cited: Citation) -> Hours | None:
    told = {what: cells[at] if at < len(cells) else "" for what, at in columns.items()}
    day = _day(told["day"])
    begun, ended = _clock(told["begun"]), _clock(told["ended"])
    if day is None or begun is None or ended is None or not told["name"]:
        return None
    first, last = datetime.combine(day, begun), datetime.combine(_day(told.get("last_day", "")) or day, ended)
    if last < first:
        last += timedelta(days=1)
    return Hours(told["name"], told.get("place") or above, first, last, cited)


def _day(cell: str) -> date | None:
    """A day of the year, day first; an American one that cannot be told from it is none."""
    try:
        if found := _ISO.fullmatch(cell):
            return date(int(found[1]), int(found[2]), int(found[3]))
        if found := _DAY_FIRST.fullmatch(cell):
            return date(int(found[3]), int(found[2]), int(found[1])) if int(found[1]) > 12 else None
    except ValueError:
        return None
    return None


def _clock(cell: str) -> time | None:
    found = _CLOCK.fullmatch(cell)
    return time(int(found[1]), int(found[2])) if found and int(found[1]) < 24 and int(found[2]) < 60 else None
