"""Looking things up in a case: records by their id, pages by the reference of a draft. Nothing here writes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from threading import RLock
from typing import Any, TypeVar

from greffier.citing import span
from greffier.contracts import Records
from greffier.errors import NotInCase
from greffier.places import Places
from greffier.records import Act, Finding, Grid, Layout, Mention, Page, Piece, Source, Span
from greffier.settings import Settings

Result = TypeVar("Result")


class Looking:
    """The records of a case one by one. What is made of many of them is made once for each state of the records."""

    def __init__(self, records: Records, settings: Settings) -> None:
        self.records = records
        self.settings = settings
        self._views: dict[str, Any] = {}
        self._views_of = ""
        self._viewing = RLock()  # the workbench serves from several threads: one at a time makes a view

    def all(self, kind: type[Result]) -> Iterator[Result]:
        """Every record of a kind, in the order of ids."""
        return self.records.all(kind)

    def acts(self) -> Iterator[Act]:
        """The custody log."""
        return self.records.acts()

    def page(self, id: str) -> Page:
        """The page with this id. Raises NotInCase."""
        return self._get(Page, id)

    def source(self, id: str) -> Source:
        """The file with this id. Raises NotInCase."""
        return self._get(Source, id)

    def _get(self, kind: type[Result], id: str) -> Result:
        try:
            return self.records.get(kind, id)
        except KeyError:
            where = "List them with `greffier findings`." if kind is Finding else None
            raise NotInCase(f"This case holds no {kind.__name__.lower()} {id}.", where) from None

    def layout(self, page: str) -> Layout:
        """Where the words of a page stand; empty for flowed text."""
        try:
            return self.records.get(Layout, page)
        except KeyError:
            return Layout(page)

    def grid(self, page: str) -> Grid:
        """The rows of tables on a page; empty where it has none."""
        return self.records.get_many(Grid, [page]).get(page, Grid(page, ()))

    def row(self, reference: str) -> Span:
        """The row of a table that a reference names, as it stands: `calls.xlsx#Feuil1!17`. Raises NotInCase."""
        page, number = self.locate(reference)[0], self._places().row(reference)
        found = next((row for row in self.grid(page.id).rows if row.number == number), None)
        if found is None:
            raise NotInCase(f"{reference} names no row that holds anything.", "Write the sheet and the row: #Feuil1!17")
        return span(page, found.start, found.end)

    def mentions(self, page: str) -> Sequence[Mention]:
        """What stands on a page, in the order of the text."""
        owners = self._view("piece_of", lambda: {page: p.id for p in self.all(Piece) for page in p.pages})
        if page not in owners:
            return ()
        found = (m for m in self.records.all(Mention, owner=owners[page]) if m.span.page == page)
        return sorted(found, key=lambda mention: (mention.span.start, -mention.span.end))

    def locate(self, reference: str) -> list[Page]:
        """The pages of a reference as drafts write it, in order. Raises NotInCase."""
        return [self.page(id) for id in self._places().locate(reference)]

    def _places(self) -> Places:
        made: Places = self._view("places", lambda: Places(self.all(Page), self.all(Source), self.all(Grid)))
        return made

    def _view(self, name: str, make: Callable[[], Any]) -> Any:
        """A look-up that is made once for each state of the records."""
        with self._viewing:
            if (state := self.records.version()) != self._views_of:
                self._views, self._views_of = {}, state
            if name not in self._views:
                self._views[name] = make()
            return self._views[name]

    def _forget(self, name: str) -> None:
        """Make a look-up again the next time."""
        with self._viewing:
            self._views.pop(name, None)

    def _every(self, kind: type[Result]) -> tuple[Result, ...]:
        return self._view(kind.__name__, lambda: tuple(self.all(kind)))  # type: ignore[no-any-return]
