"""Where the things of a case stand, as every export, answer and check says it: file, page, folio, row, exact words."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Protocol

from greffier.contracts import Result
from greffier.errors import CaseDamaged
from greffier.records import Citation, Grid, Page, Source, Span

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Leafed:
    """Where a page is, as citations say it."""

    source: str
    sha256: str
    page: int
    folio: str | None


class Shelf(Protocol):
    """As much of a library as it takes to say where things stand: its records, and the tables of its pages."""

    def all(self, kind: type[Result]) -> Iterator[Result]: ...

    def grid(self, page: str) -> Grid: ...


class Cited:
    """The files and pages of one case, to cite them; holds no text of pages."""

    def __init__(self, library: Shelf) -> None:
        sources = {source.id: source for source in library.all(Source)}
        self.paths = {id: source.path for id, source in sources.items()}
        self.letters = {id: source.letter for id, source in sources.items() if source.letter}
        self.places: dict[str, Leafed] = {}
        self._media_types = {id: source.media_type for id, source in sources.items()}
        self._read_by_engine: set[tuple[str, int]] = set()
        for page in library.all(Page):
            source = sources[page.source]
            self.places[page.id] = Leafed(source.path, source.sha256, page.number, page.folio)
            if page.origin == "ocr":
                self._read_by_engine.add((source.path, page.number))
        self._grid: Callable[[str], Grid] = lru_cache(maxsize=64)(library.grid)

    def citations(self, citations: Iterable[Citation]) -> list[Row]:
        """Citations in their order."""
        return [self.citation(citation) for citation in citations]

    def citation(self, citation: Citation) -> Row:
        """A citation as every export, answer and check shows it."""
        place = self._place(citation.span.page)
        row: Row = {
            "source": place.source,
            "sha256": place.sha256,
            "page": place.page,
            "folio": place.folio,
            "start": citation.span.start,
            "end": citation.span.end,
            "exact": citation.span.exact,
            "stance": citation.stance,
            "match": citation.match,
        }
        return row | self._in_table(citation.span)

    def _in_table(self, span: Span) -> Row:
        """The sheet and the number of the row that a span lies in, where it lies in one."""
        rows = self._grid(span.page).rows
        at = bisect(rows, span.start, key=lambda row: row.start) - 1
        if at < 0 or span.end > rows[at].end:
            return {}
        return {"sheet": rows[at].sheet, "row": rows[at].number}

    def span(self, span: Span) -> Row:
        """A span as a citation: it stands there exactly."""
        return self.citation(Citation(span))

    def rests_on_ocr(self, row: Any) -> bool:
        """Whether a row is a scanned page that an engine read, or cites one, however deep."""
        if isinstance(row, (list, tuple)):
            return any(self.rests_on_ocr(each) for each in row)
        if not isinstance(row, dict):
            return False
        here = (row.get("source"), row.get("page"))
        known = isinstance(here[0], str) and here in self._read_by_engine
        return known or any(self.rests_on_ocr(each) for each in row.values() if isinstance(each, (dict, list, tuple)))

    def _place(self, page: str) -> Leafed:
        try:
            return self.places[page]
        except KeyError:
            raise CaseDamaged(f"Something cites page {page}, which is not in the case.") from None

    def _path(self, source: str | None) -> str | None:
        return self.paths.get(source, source) if source is not None else None

    def _media_type(self, source: Source) -> str:
        """What a file is; one that was not opened, since another has the same bytes, is what that one is."""
        return self._media_types.get(source.duplicate_of or "", source.media_type)
