"""Tables as pages: a line for each row, its cells parted by ` | `, the names of the columns at the head of every page.

Every row keeps the number that the program shows in which people open it, so that it can be cited.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import Any, NamedTuple

from greffier.records import Leaf, Row
from greffier.text import clean

ROWS = 200  # on one page
BETWEEN = " | "
_LONGEST_PAGE = 400_000  # characters; rows of long cells make shorter pages
_SHORT = 1_000  # characters
_LONGEST_CELL = 20_000  # characters
_MOST_TOLD = 12  # hidden rows or merged cells named in the heading of a page
_WHOLE = 1e17  # beyond it a float no longer holds every whole number
_BAR = re.compile(r" ?\| ?")
_FIGURES = re.compile(r"(?<![\W\d_])[\W_]*+\d[\W\d_]*+(?:(?:h|min|s|ko|mo|kb|mb|eur|€)[\W\d_]*+)?", re.IGNORECASE)


class Cells(NamedTuple):
    """A row as a format reads it: its number (from 1), its values, whether its program hides it."""

    number: int
    values: Sequence[Any]
    hidden: bool = False


class _Line(NamedTuple):
    row: Cells
    text: str


def lay(rows: Iterable[Cells], sheet: str | None, first: int, notes: Sequence[str] = ()) -> Iterator[Leaf]:
    """Yield the pages of one table, numbered from `first`; none where no cell holds anything.

    Pages of a sheet begin with its name and with what must be said of it (`notes`). The row that names the columns is
    repeated at the head of later pages; the repetition is no row of theirs.
    """
    name = clean(sheet) if sheet is not None else None
    lines = (_Line(row, text) for row in rows if (text := _line(row.values)))
    opening = list(islice(lines, ROWS + 1))
    head = _head(opening)
    for number, page in enumerate(_pages(chain(opening, lines), head), first):
        yield _leaf(number, page, name, notes, head if number > first else None)


def _pages(lines: Iterable[_Line], head: _Line | None) -> Iterator[list[_Line]]:
    """At most `ROWS` rows a page, beside the head."""
    page: list[_Line] = []
    size = 0
    for line in lines:
        if len(page) >= ROWS + (page[:1] == [head]) or (page and size > _LONGEST_PAGE):
            yield page
            page, size = [], 0
        page.append(line)
        size += len(line.text)
    if page:
        yield page


def _leaf(number: int, page: Sequence[_Line], name: str | None, notes: Sequence[str], head: _Line | None) -> Leaf:
    hidden = [line.row.number for line in page if line.row.hidden]
    said = [*notes, f"hidden rows: {numbers(hidden)}"] if hidden else list(notes)
    heading = " ".join([name or "", *(f"[{note}]" for note in said)]).strip()
    parts = [heading] if name is not None or said else []
    parts += [head.text] if head is not None else []
    at = sum(len(part) + 1 for part in parts)
    rows: list[Row] = []
    for line in page:
        rows.append(Row(at, at + len(line.text), name, line.row.number, line.row.hidden))
        parts.append(line.text)
        at += len(line.text) + 1
    return Leaf(number, "\n".join(parts), 0, 0, rows=tuple(rows))


def numbers(given: Sequence[int]) -> str:
    """Whole numbers in words as short as may be: `4-6, 9`."""
    runs: list[list[int]] = []
    for number in given:
        if runs and number == runs[-1][-1] + 1:
            runs[-1][1:] = [number]
        else:
            runs.append([number])
    told = ["-".join(map(str, run)) for run in runs[:_MOST_TOLD]]
    return ", ".join(told) + (f" and {len(runs) - _MOST_TOLD} more" if len(runs) > _MOST_TOLD else "")


def _head(lines: Sequence[_Line]) -> _Line | None:
    """The first row that is as wide as most and holds words only, where rows below hold figures."""
    counts = [len(line.row.values) for line in lines]
    filled = [sum(bool(shown(value)) for value in line.row.values) for line in lines]
    usual = max(set(filled), key=lambda count: (filled.count(count), count), default=0)
    for at, line in enumerate(lines[:-1]):
        if filled[at] * 5 < usual * 3 or counts[at] == 0:
            continue
        if any(_figure(value) for value in line.row.values):
            return None
        return line if any(_figure(value) for below in lines[at + 1 :] for value in below.row.values) else None
    return None


def _figure(value: Any) -> bool:
    return _FIGURES.fullmatch(shown(value)) is not None


def _line(values: Sequence[Any]) -> str:
    """A row as a line; nothing where no cell holds anything."""
    cells = [shown(value) for value in values]
    while cells and not cells[-1]:
        cells.pop()
    return BETWEEN.join(cells)


def shown(value: Any) -> str:
    """A value as it is cited, in one line: dates in ISO 8601, whole numbers without a point, no bar like ours."""
    if value is None or value == "":
        return ""
    if isinstance(value, str):
        if value.isascii() and value.isprintable() and "|" not in value and "  " not in value and len(value) < _SHORT:
            return value.strip()  # most cells, at a fifth of the cost
        return _BAR.sub("|", " ".join(clean(value[:_LONGEST_CELL]).split()))
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < _WHOLE else format(value, ".15g")
    return _clock(value) or str(value)


def _clock(value: Any) -> str:
    if isinstance(value, datetime.datetime):
        whole = (value + datetime.timedelta(milliseconds=500)).replace(microsecond=0)  # 07:09:59.9999 is 07:10
        return whole.isoformat(" ").removesuffix(" 00:00:00")
    if isinstance(value, datetime.timedelta):
        seconds = round(value.total_seconds())
        sign, seconds = ("-" if seconds < 0 else ""), abs(seconds)
        return f"{sign}{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"
    if isinstance(value, datetime.time):
        return value.isoformat("seconds")
    return value.isoformat() if isinstance(value, datetime.date) else ""
