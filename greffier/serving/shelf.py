"""What the rooms look up about a case beside its own views, made once for each state of the records."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property, lru_cache
from typing import Any

from greffier.assembling.folios import Gap, Stamp, gaps, stamps
from greffier.case import Case
from greffier.records import Citation, Entity, Page, Piece, Quote, Source
from greffier.text import key
from greffier.writing.rows import Row, Rows

AROUND = 240  # characters of the page shown on each side of a citation
SHORTENED = 30  # characters of a file name in a citation


def shelf(case: Case) -> Shelf:
    """The look-ups of a case as it stands now."""
    return _shelf(case, case.records.version())


@lru_cache(maxsize=2)
def _shelf(case: Case, version: str) -> Shelf:  # the version is a part of the key
    return Shelf(case)


class Shelf(Rows):
    """Rows whose citations know the address of their page in the workbench, and what is asked again and again."""

    def __init__(self, case: Case) -> None:
        super().__init__(case)
        self.case = case
        self.sources = {source.id: source for source in case.all(Source)}
        self.order: dict[str, list[str]] = defaultdict(list)
        self.leaves: dict[str, Row] = {}
        for page in sorted(case.all(Page), key=lambda page: (self.paths[page.source], page.number)):
            self.order[page.source].append(page.id)
            self.leaves[page.id] = self._leaf(page)
        self.entities = {entity.id: entity for entity in case.people(kind=None)}
        self.called = {key(entity.name): entity for entity in reversed(self.entities.values())}
        self.pieces = case.pieces()
        self.piece_of = {page: piece for piece in self.pieces for page in piece.pages}

    def _leaf(self, page: Page) -> Row:
        path = self.paths[page.source]
        short = path.rpartition("/")[2]
        short = short if len(short) <= SHORTENED else f"{short[: SHORTENED - 1]}…"
        return {
            "page_id": page.id,
            "label": page.folio or f"{short} p. {page.number}",
            "cites": f"[@{page.folio or f'{path}#p{page.number}'}]",
            "url": f"/page/{page.id}",
            "grade": page.grade,
            "language": page.language,
        }

    @cached_property
    def sequence(self) -> tuple[list[str], dict[str, int]]:
        """The pages of the whole case in order, and where each stands."""
        pages = list(self.leaves)
        return pages, {page: number for number, page in enumerate(pages)}

    def leaf(self, page: str) -> Row:
        """A page as links show it: label, citation, address, grade, language."""
        return self.leaves[page]

    def citation(self, citation: Citation) -> Row:
        """A citation with the address of its page, the words lit."""
        row = super().citation(citation)
        span = citation.span
        return row | self.leaves[span.page] | {"url": f"/page/{span.page}?hl={span.start}-{span.end}"}

    def excerpt(self, citation: Citation) -> Row:
        """A citation with the words around it and the piece it stands in."""
        text, start, end = self.case.page(citation.span.page).text, citation.span.start, citation.span.end
        left, right = _back(text, max(0, start - AROUND)), _forth(text, min(len(text), end + AROUND))
        return self.citation(citation) | {
            "before": text[left:start],
            "after": text[end:right],
            "cut_before": left > 0,
            "cut_after": right < len(text),
            "piece": self.about(citation.span.page),
        }

    def about(self, page: str) -> Row | None:
        """The piece a page belongs to, in short."""
        piece = self.piece_of.get(page)
        return self.short(piece) if piece else None

    def short(self, piece: Piece) -> Row:
        """A piece as a row, with its first and last page."""
        row = self.piece(piece)
        del row["pages"]
        first, last = self.leaf(piece.pages[0]), self.leaf(piece.pages[-1])
        return row | {"source": self.paths[piece.source], "length": len(piece.pages), "first": first, "last": last}

    def who(self, entity: Entity) -> Row:
        """Somebody or something as links show it."""
        return {
            "id": entity.id,
            "name": entity.name,
            "kind": entity.kind,
            "url": f"/entity/{entity.id}",
            "protected": entity.protected,
            "publish_as": entity.publish_as,
        }

    def known(self, ids: Any) -> list[Row]:
        """The entities with these ids that are still there."""
        return [self.who(self.entities[id]) for id in ids if id in self.entities]

    def holder(self, name: str | None) -> Row | None:
        """Who holds a good, by the name the ledger has; without an address where nobody is known by it."""
        if name is None:
            return None
        entity = self.entities.get(name) or self.called.get(key(name))
        return self.who(entity) if entity else {"name": name, "kind": None, "url": None, "protected": False}

    @cached_property
    def counts(self) -> dict[str, int]:
        """What the navigation tells of every room."""
        return {
            "/people": sum(entity.kind == "person" for entity in self.entities.values()),
            "/findings": sum(finding.status == "open" for finding in self.case.findings()),
        }

    @cached_property
    def series(self) -> tuple[dict[str, list[Stamp]], list[Gap]]:
        """The stamped pages by series, and the holes between them."""
        pages = list(self.case.all(Page))
        return stamps(pages), gaps(pages)

    @cached_property
    def owners(self) -> dict[str, Entity]:
        """Whose each name key is."""
        return {name: entity for entity in self.entities.values() for name in entity.keys}

    @cached_property
    def said(self) -> dict[str, list[Quote]]:
        """What each entity is quoted with, by entity id."""
        found: dict[str, list[Quote]] = defaultdict(list)
        for quote in self.case.all(Quote):
            if speaker := self.entity_of.get(quote.speaker or ""):
                found[speaker].append(quote)
        return found


def _back(text: str, at: int) -> int:
    """The start of the word at an offset."""
    while at > 0 and not text[at - 1].isspace():
        at -= 1
    return at


def _forth(text: str, at: int) -> int:
    """The end of the word at an offset."""
    while at < len(text) and not text[at].isspace():
        at += 1
    return at
