"""Tables of hours: who was where from when to when, by the names of their columns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from greffier.assembling.checking import cite
from greffier.records import Citation, Page
from greffier.text import fold

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
        called = " ".join(fold(cell).text.split())
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
