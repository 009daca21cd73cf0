"""Columns without names: what their cells cannot help being. Which of two numbers called is not guessed."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from greffier.reading.cell_times import stamp
from greffier.reading.cell_values import kind, phone, proved_device, seconds, subscriber
from greffier.reading.tables import Table

_FEWEST_ROWS = 3
_MOST_OF = 0.9  # of the filled cells, in a column without a name
_LENGTHS = range(10, 15)  # digits of a number that is written in full


def unnamed(table: Table) -> dict[str, int]:
    """The columns of a table without a head, empty where it is not surely one of calls: a time and two full numbers."""
    if len(table.rows) < _FEWEST_ROWS:
        return {}
    found: dict[str, int] = {}
    numbers, doubtful = 0, set()
    for at in range(table.width):
        cells = table.column(at)
        if len(cells) < len(table.rows) * 0.5:
            continue
        what = next((name for name, test in _TESTS if sum(map(test, cells)) >= _MOST_OF * len(cells)), None)
        if what == "number":
            numbers += 1
        elif what == "seconds" and _counts_on(cells):
            continue
        elif what == "seconds" and what in found:
            doubtful.add(what)
        elif what is not None and what not in found:
            found[what] = at
    found = {what: at for what, at in found.items() if what not in doubtful}
    return found if numbers >= 2 and "start" in found else {}


def _counts_on(cells: list[str]) -> bool:
    """Whether a column numbers the rows. A cell or two of it may be words: most of them are numbers by now."""
    numbers = [int(cell) for cell in cells if cell.isdecimal()]
    return all(after == before + 1 for before, after in pairwise(numbers))


def _moment(told: str) -> bool:
    found = stamp(told)
    return found is not None and found.day is not None


def _clock(told: str) -> bool:
    found = stamp(told)
    return found is not None and found.day is None and told.count(":") == 2


def _number(told: str) -> bool:
    return phone(told) is not None and sum(char.isdigit() for char in told) in _LENGTHS


_TESTS: tuple[tuple[str, Callable[[str], bool]], ...] = (
    ("imei", proved_device),
    ("imsi", lambda told: subscriber(told) is not None and told.isdigit() and len(told) == 15),
    ("start", _moment),
    ("clock", _clock),
    ("number", _number),
    ("kind", lambda told: not told.isdigit() and kind(told) is not None),
    ("seconds", lambda told: told.isdigit() and len(told) <= 5 and seconds(told) is not None),
)
