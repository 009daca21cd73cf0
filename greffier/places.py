"""Where a reference points: the pages of `D0147`, `D0147-D0149`, `path.pdf#p12`, `calls.xlsx#Feuil1!17`, `path.eml`."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from pathlib import PurePosixPath

from greffier.errors import NotInCase
from greffier.records import Grid, Page, Source
from greffier.text import key

_PAGE = re.compile(r"^(?P<path>.+)#p(?P<number>\d+)$")
_ROW = re.compile(r"^(?P<path>.+?)(?:#(?P<sheet>[^!#]+))?!(?P<number>\d{1,8})$")
_RANGE = re.compile(r"^(?P<first>[^\s-]{0,200}\d)\s*[-–]\s*(?P<last>[^\s-]{0,200}\d)$")
_FOLIO = re.compile(r"^(?P<series>\D*)(?P<number>\d+)(?P<rest>.*)$")
WIDEST = 500  # pages that one range may name; a wider one is a slip of the pen


class Places:
    """The references of a case, looked up without reading any page twice. Holds ids only."""

    def __init__(self, pages: Iterable[Page], sources: Iterable[Source], grids: Iterable[Grid] = ()) -> None:
        self._by_source: dict[str, dict[int, str]] = defaultdict(dict)
        self._tables = {grid.id: _extents(grid) for grid in grids}
        self._by_folio: dict[str, list[str]] = defaultdict(list)
        for page in pages:
            self._by_source[page.source][page.number] = page.id
            if page.folio:
                self._by_folio[key(page.folio)].append(page.id)
        self._by_path: dict[str, str] = {}
        self._by_folded_path: dict[str, list[str]] = defaultdict(list)
        self._by_name: dict[str, list[str]] = defaultdict(list)
        for source in sorted(sources, key=lambda source: source.path):
            holder = source.duplicate_of or source.id
            self._by_path[source.path] = holder
            if holder not in self._by_folded_path[key(source.path)]:
                self._by_folded_path[key(source.path)].append(holder)
            for name in _endings(source.path):
                if holder not in self._by_name[name]:
                    self._by_name[name].append(holder)

    def locate(self, reference: str) -> list[str]:
        """The ids of the pages, in order; NotInCase says what is missing and why."""
        reference = reference.strip()
        if match := _PAGE.match(reference):
            return [self._numbered(match["path"], int(match["number"]))]
        if (match := _ROW.match(reference)) and (source := self._source(match["path"])) is not None:
            return [self._with_row(source, match)]
        if key(reference) in self._by_folio:
            return list(self._by_folio[key(reference)])
        if (match := _RANGE.match(reference)) and (pages := self._range(match["first"], match["last"])):
            return pages
        if (source := self._source(reference)) is not None:
            return [id for _, id in sorted(self._by_source[source].items())]
        raise NotInCase(
            f"No page is stamped {reference}, and no file has this name.", "Check the folio or the file name."
        )

    def row(self, reference: str) -> int | None:
        """The number of the row that a reference names, None where it names none."""
        match = _ROW.match(reference.strip())
        return int(match["number"]) if match else None

    def _with_row(self, source: str, reference: re.Match[str]) -> str:
        """The page on which a row stands; a sheet need not be named where there is only one."""
        sheet, number = reference["sheet"], int(reference["number"])
        pages = [id for _, id in sorted(self._by_source[source].items())]
        extents = [(id, *extent) for id in pages for extent in self._tables.get(id, ())]
        named = [one for one in extents if sheet is None or key(one[1] or "") == key(sheet)]
        if not named:
            what = f"sheet {sheet}" if sheet and extents else "table"
            raise NotInCase(f"{reference['path']} has no {what}.", "Check the name of the file and of the sheet.")
        if len({one[1] for one in named}) > 1:
            raise NotInCase(f"{reference['path']} has several sheets.", "Name one: calls.xlsx#Feuil1!17")
        for id, _, first, last in named:
            if first <= number <= last:
                return id
        raise NotInCase(f"{reference['path']} has no row {number} there.", "Check the number of the row.")

    def _numbered(self, path: str, number: int) -> str:
        source = self._source(path)
        if source is None:
            raise NotInCase(f"There is no file {path} in this case.", "Check the file name; see `greffier status`.")
        pages = self._by_source[source]
        if number not in pages:
            raise NotInCase(f"{path} has no page {number}; it has {len(pages)}.", "Check the page number.")
        return pages[number]

    def _source(self, path: str) -> str | None:
        if (whole := self._by_path.get(path)) is not None:
            return whole
        found = self._by_folded_path.get(key(path)) or self._by_name.get(key(path), [])
        if len(found) > 1:
            raise NotInCase(f"{len(found)} files are called {path}.", "Write more of the path, up to the file name.")
        return found[0] if found else None

    def _range(self, first: str, last: str) -> list[str]:
        left, right = _FOLIO.match(first), _FOLIO.match(last)
        if left is None or right is None or (right["series"] and key(right["series"]) != key(left["series"])):
            return []
        start, end = int(left["number"]), int(right["number"])
        if not start <= end < start + WIDEST:
            return []
        labels = [f"{left['series']}{number:0{len(left['number'])}d}" for number in range(start, end + 1)]
        return [id for label in labels for id in self._by_folio.get(key(label), [])]


def _extents(grid: Grid) -> list[tuple[str | None, int, int]]:
    """The sheets on a page, each with its first and last row."""
    found: dict[str | None, list[int]] = defaultdict(list)
    for row in grid.rows:
        found[row.sheet].append(row.number)
    return [(sheet, min(numbers), max(numbers)) for sheet, numbers in found.items()]


def _endings(path: str) -> list[str]:
    """The ways to name a file short: `c.pdf`, `b/c.pdf`, but not `a/b/c.pdf`, which is its path."""
    parts = PurePosixPath(path).parts
    return [key("/".join(parts[start:])) for start in range(1, len(parts))] or [key(path)]
