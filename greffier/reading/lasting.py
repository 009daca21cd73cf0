"""The cells of tables that hold how long something took: they look like hours (`5:11` under `DUR.`) and are none."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from greffier.reading.columns import plain
from greffier.reading.tables import Line, find_tables
from greffier.reading.vocabulary import level, table
from greffier.records import Page

DURATION = re.compile(table("measures")["duration"].strip())
_LONGEST = 40  # characters of the name of a column


def lasting_cells(page: Page) -> Iterator[tuple[int, int]]:
    """Yield where the cells of columns of durations begin and end, in characters of the page."""
    if DURATION.search(level(page.text)) is None:
        return
    for laid in find_tables([page], lambda line: heads_columns(line, _lasts)):
        columns = [at for at in range(laid.width) if laid.head and _lasts(laid.name(at))]
        for row in laid.rows:
            yield from ((row.cells[at].start, row.cells[at].end) for at in columns if row.words(at))


def _lasts(name: str) -> bool:
    return DURATION.search(plain(name)) is not None


def heads_columns(line: Line, tells: Callable[[str], bool]) -> bool:
    """Whether a row has words only, short ones, and one of them `tells` what its column holds."""
    filled = [words for at in range(len(line.cells)) if (words := line.words(at))]
    if len(filled) < 2 or any(len(words) > _LONGEST or re.search(r"\d", words) for words in filled):
        return False
    return any(map(tells, filled))
