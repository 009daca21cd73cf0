"""What checking one draft looks up again and again, looked up once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from greffier.contracts import Library
from greffier.records import (
    Balance,
    Citation,
    Dating,
    Entity,
    Event,
    Finding,
    Flow,
    Found,
    Page,
    Piece,
    PieceKind,
    Quote,
    Span,
)
from greffier.vocabulary import senses, tokens
from greffier.writing.draft import Reference, Statement
from greffier.writing.figures import Number, plain_number
from greffier.writing.ground import Ground, ground
from greffier.writing.named import Bearer, bearers, name_words, words_of

ReadText = Callable[[str, str | None, str | None], Sequence[Found | Dating]]
SPOKEN: frozenset[PieceKind] = frozenset({"hearing", "intercept"})


@dataclass
class Desk:
    """The case as checking sees it. `published` is the date of the draft (ISO), `language` what it is written in."""

    library: Library
    read: ReadText
    language: str
    published: str | None
    grounds: dict[tuple[str, ...], Ground] = field(default_factory=dict)
    spoken: dict[str, frozenset[str]] = field(default_factory=dict)

    @cached_property
    def everyone(self) -> list[Bearer]:
        """All entities with their names."""
        return bearers(self.library.all(Entity))

    @cached_property
    def people(self) -> list[Bearer]:
        """All people with their names."""
        return bearers(entity for entity in self.library.all(Entity) if entity.kind == "person")

    @cached_property
    def masks(self) -> frozenset[frozenset[str]]:
        """The words of each name that is published in place of a protected one."""
        everyone = self.library.all(Entity)
        return frozenset(name_words(each.publish_as) for each in everyone if each.protected and each.publish_as)

    @cached_property
    def piece_of(self) -> dict[str, Piece]:
        """The piece of each page."""
        return {page: piece for piece in self.library.all(Piece) for page in piece.pages}

    @cached_property
    def dating(self) -> dict[str, Dating]:
        """The dates of each piece."""
        return {dating.id: dating for dating in self.library.all(Dating)}

    @cached_property
    def quotes(self) -> dict[str, list[Quote]]:
        """The quotations on each page."""
        rows: dict[str, list[Quote]] = {}
        for quote in self.library.all(Quote):
            rows.setdefault(quote.span.page, []).append(quote)
        return rows

    @cached_property
    def events(self) -> dict[str, list[tuple[Span, Event]]]:
        """What is told on each page."""
        rows: dict[str, list[tuple[Span, Event]]] = {}
        for event in self.library.all(Event):
            for citation in event.citations:
                rows.setdefault(citation.span.page, []).append((citation.span, event))
        return rows

    @cached_property
    def computed(self) -> list[Number]:
        """What the ledger leaves: the only values that need not stand on a page."""
        flows = [flow.quantity for flow in self.library.all(Flow) if flow.status == "computed"]
        numbers = [plain_number(quantity.low, quantity.high, quantity.unit) for quantity in flows]
        for each in self.library.all(Balance):
            numbers.append(plain_number(each.unaccounted_low, each.unaccounted_high, each.unit))
            numbers.append(plain_number(each.low, each.high, each.unit))
        return numbers

    def act_date(self, page: Page) -> str | None:
        """When the piece of a page was done or written, as an ISO date."""
        piece = self.piece_of.get(page.id)
        dating = self.dating.get(piece.id) if piece else None
        time = (dating.act or dating.written) if dating else None
        return time.earliest[:10] if time and len(time.earliest) >= 10 else None

    @cached_property
    def roles(self) -> list[tuple[frozenset[str], frozenset[str]]]:
        """For each entity, what its roles may mean and the words of its names."""
        rows = []
        for entity in self.library.all(Entity):
            meant = frozenset().union(*(token.senses for role in entity.roles for token in tokens(role)))
            names = frozenset().union(*(name_words(form.value) for form in entity.names))
            rows.append((meant, names))
        return rows

    def role_elsewhere(self, role: frozenset[str], words: frozenset[str]) -> bool:
        """Whether the case knows who has this role, and none of them is named among these words."""
        bearers_of = [names for meant, names in self.roles if meant & role]
        return bool(bearers_of) and not any(names & words for names in bearers_of)

    def piece_senses(self, page: Page) -> frozenset[str]:
        """All that the words of the whole piece of a page may mean."""
        return frozenset().union(*(senses(word) for word in self.piece_words(page)))

    def piece_words(self, page: Page) -> frozenset[str]:
        """The folded words of the whole piece that a page belongs to, its author and title among them."""
        piece = self.piece_of.get(page.id)
        if piece is None:
            return words_of(page.text)
        if piece.id not in self.spoken:
            told = [self.library.page(id).text for id in piece.pages]
            self.spoken[piece.id] = words_of("\n".join([*told, piece.author or "", piece.title or ""]))
        return self.spoken[piece.id]

    def against(self, core: Sequence[Span]) -> tuple[Citation, ...]:
        """What other pages say against these spans, unless a person has set that contradiction aside."""
        found: list[Citation] = []
        for finding in self.library.all(Finding):
            if finding.kind != "contradiction" or finding.status == "dismissed":
                continue
            mine = [c for c in finding.citations if any(meet(c.span, span) for span in core)]
            if mine:
                found += [Citation(c.span, "contradicts", c.match) for c in finding.citations if c not in mine]
        return tuple(dict.fromkeys(found))

    def all_cited(self, references: Sequence[Reference]) -> Ground:
        """The ground of the whole draft, for its headings."""
        targets = tuple(sorted({reference.target for reference in references}))
        if targets not in self.grounds:
            wanted = tuple(Reference(target, None, 0, 0) for target in targets)
            self.grounds[targets] = ground(Statement(0, 0, "", "title", wanted), self.library)
        return self.grounds[targets]


def meet(left: Span, right: Span) -> bool:
    """Whether two spans share a character."""
    return left.page == right.page and left.start < right.end and right.start < left.end
