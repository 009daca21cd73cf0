"""The dossier indexed once: what stands on a page, in a piece, and who a mention is. Frozen, built per run."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from greffier.records import Dating, Dossier, Entity, Event, Mention, Page, Piece, Role, Span, Time
from greffier.text import folded, sentences


@dataclass(frozen=True, slots=True)
class Lookup:
    """Dictionaries over one dossier. `on_page` lists are in the order of the text; `place` orders pages of the case.

    `cuts` fills as sentences are asked for (where those of a page begin and end), `flats` as folded texts are.
    """

    dossier: Dossier
    pages: dict[str, Page]
    pieces: dict[str, Piece]
    piece_of: dict[str, str]
    place: dict[str, tuple[str, int]]
    mentions: dict[str, Mention]
    on_page: dict[str, tuple[Mention, ...]]
    entity_of: dict[str, Entity]
    datings: dict[str, Dating]
    events_in: dict[str, tuple[Event, ...]]
    cuts: dict[str, tuple[list[int], list[int]]] = field(default_factory=dict)
    flats: dict[str, str] = field(default_factory=dict)

    def ordered_pages(self) -> list[Page]:
        """Every page of the case, by the path of its source, then its number."""
        return sorted(self.pages.values(), key=lambda page: self.place[page.id])

    def typed_pages(self) -> list[Page]:
        """Those of them that say what no other page said before, and were read from no picture: each sign counts."""
        return [page for page in self.ordered_pages() if page.near_duplicate_of is None and page.origin != "ocr"]

    def ordered_pieces(self) -> list[Piece]:
        """Every piece of the case, in the order of its first page."""
        return sorted(self.pieces.values(), key=self._first_place)

    def _first_place(self, piece: Piece) -> tuple[str, int, str]:
        path, number = self.place.get(piece.pages[0], ("", 0)) if piece.pages else ("", 0)
        return path, number, piece.id

    def in_piece(self, piece: Piece) -> Iterator[Mention]:
        """What stands in a piece, in reading order."""
        for page in piece.pages:
            yield from self.on_page.get(page, ())

    def filled(self, event: Event, *roles: str) -> list[Entity]:
        """The entities that fill these roles of an event, in the order of the roles asked for."""
        found = []
        for wanted in roles:
            for role in event.roles:
                entity = self.entity(role)
                if role.role == wanted and entity is not None and entity not in found:
                    found.append(entity)
        return found

    def entity(self, role: Role) -> Entity | None:
        """Who fills a role, where that is a mention of somebody or something."""
        return self.entity_of.get(role.mention) if role.mention else None

    def act(self, piece: str) -> Time | None:
        """When a piece says that it was done."""
        dating = self.datings.get(piece)
        return dating.act if dating else None

    def flat(self, page: Page) -> str:
        """The folded text of a page, folded once for all checks; without its offsets, which weigh ten times as much."""
        if page.id not in self.flats:
            self.flats[page.id] = folded(page.text)
        return self.flats[page.id]

    def sentence(self, span: Span) -> tuple[int, int]:
        """The range of the sentence in which a span stands; of the span itself where the page is unknown."""
        page = self.pages.get(span.page)
        if page is None:
            return span.start, span.end
        starts, ends = self._cut(page)
        at = bisect_right(starts, span.start) - 1
        if at < 0 or ends[at] <= span.start:
            return span.start, span.end
        fill = _FILL.match(page.text, starts[at], span.start)
        return fill.end() if fill else starts[at], max(ends[at], span.end)

    def _cut(self, page: Page) -> tuple[list[int], list[int]]:
        if page.id not in self.cuts:
            cut = list(sentences(page.text))
            self.cuts[page.id] = [start for start, _ in cut], [end for _, end in cut]
        return self.cuts[page.id]

    def words(self, span: Span) -> str:
        """The sentence of a span, on one line."""
        page = self.pages.get(span.page)
        start, end = self.sentence(span)
        return " ".join((page.text[start:end] if page else span.exact).split())

    def telling(self, span: Span) -> str:
        """What people are shown of a span: its sentence; its lines alone where that goes on as tables and lists do."""
        told, page = self.words(span), self.pages.get(span.page)
        if page is not None and len(told) > _LONG:
            start, end = page.text.rfind("\n", 0, span.start) + 1, page.text.find("\n", span.end)
            told = page.text[start : end if end >= 0 else None]
        return " ".join(_DRAWN.sub(" ", told).split())

    def poor(self, span: Span) -> bool:
        """Whether a span stands on a page of grade C, where a digit proves little."""
        page = self.pages.get(span.page)
        return page is not None and page.grade == "C"


_LONG = 400  # characters that nobody writes into one sentence of a report; a table without full stops is one "sentence"
_DRAWN = re.compile(r"[-–—_=*.]{5,}")  # a line drawn across the page
_FILL = re.compile(r"[-–—_.\s]+")  # what typists fill a line with


def look(dossier: Dossier) -> Lookup:
    """Index a dossier; linear in its records."""
    paths = {source.id: source.path for source in dossier.sources}
    on_page: dict[str, list[Mention]] = defaultdict(list)
    for mention in dossier.mentions:
        on_page[mention.span.page].append(mention)
    events_in: dict[str, list[Event]] = defaultdict(list)
    for event in dossier.events:
        events_in[event.piece].append(event)
    return Lookup(
        dossier=dossier,
        pages={page.id: page for page in dossier.pages},
        pieces={piece.id: piece for piece in dossier.pieces},
        piece_of={page: piece.id for piece in dossier.pieces for page in piece.pages},
        place={page.id: (paths.get(page.source, page.source), page.number) for page in dossier.pages},
        mentions={mention.id: mention for mention in dossier.mentions},
        on_page={
            page: tuple(sorted(found, key=lambda one: (one.span.start, one.span.end, one.id)))
            for page, found in on_page.items()
        },
        entity_of={mention: entity for entity in dossier.entities for mention in entity.mentions},
        datings={dating.id: dating for dating in dossier.datings},
        events_in={piece: tuple(found) for piece, found in events_in.items()},
    )
