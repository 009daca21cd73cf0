"""The rows that a format found become a grid: nothing that it says of them is believed before it is checked."""

from __future__ import annotations

from greffier.records import Grid, Leaf, Page, Row
from greffier.text import clean

LAST = 10_000_000  # the highest number that a row may claim; text tables have no end of their own
LONGEST_NAME = 255  # characters of the name of a sheet


def grid(leaf: Leaf, page: Page) -> Grid | None:
    """Return the rows of a page, None where it has none.

    Rows that do not stand in the text, overlap, or claim an impossible number are dropped; so are all of them where
    the text had to be cleaned, since they would point beside it.
    """
    if not leaf.rows or leaf.text != page.text:
        return None
    kept: list[Row] = []
    for row in sorted(leaf.rows, key=lambda row: (row.start, row.end)):
        if _possible(row, len(page.text)) and not (kept and row.start < kept[-1].end):
            kept.append(row._replace(sheet=_name(row.sheet)))
    return Grid(page.id, tuple(kept)) if kept else None


def _possible(row: Row, length: int) -> bool:
    return 0 <= row.start < row.end <= length and 1 <= row.number <= LAST


def _name(untrusted_name: str | None) -> str | None:
    if untrusted_name is None:
        return None
    return " ".join(clean(untrusted_name).split())[:LONGEST_NAME] or None
