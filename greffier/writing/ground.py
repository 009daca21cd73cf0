"""What a sentence of a draft stands on: the cited pages, where its quotations are, and the values that stand there.

Rings, from the inside: `said` are the quoted words themselves (empty where a citation quotes nothing), the `core` are
the sentences that hold them (or else those most like the draft's sentence), `near` the sentences around, `whole` the
cited pages.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from greffier.citing import find
from greffier.contracts import Library
from greffier.errors import NotInCase
from greffier.records import Citation, Page, Span
from greffier.text import sentences
from greffier.vocabulary import is_function_word, tokens
from greffier.writing.draft import Reference, Statement
from greffier.writing.figures import Figures, figures

REACH = 200  # characters that a clause may reach beyond a quotation
_PAUSE = re.compile(r"[.;:!?,](?=\s)|[()«»“”]|\n[ \t]*\n")
AROUND = 2  # sentences before and after the core that belong to it
Ranges = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Ring:
    """A part of the cited pages: its text and the typed values in it."""

    text: str
    figures: Figures

    @property
    def senses(self) -> frozenset[str]:
        """All that its words may mean."""
        return frozenset().union(*(token.senses for token in tokens(self.text)))


@dataclass(frozen=True, slots=True)
class Ground:
    """What one sentence stands on, and what is wrong with its citations (in plain words)."""

    pages: tuple[Page, ...]
    citations: tuple[Citation, ...]
    said: Ring
    core: Ring
    near: Ring
    whole: Ring
    core_spans: tuple[Span, ...]
    quoted: bool
    missing: tuple[str, ...]
    places: tuple[str, ...] = ()  # the cited pages as a person calls them: "D0012", "note.txt p. 1"
    clauses: tuple[str, ...] = ()  # the quoted words, out to the next pause on either side


@dataclass(frozen=True, slots=True)
class _Zone:
    page: Page
    core: Ranges
    near: Ranges


def ground(statement: Statement, library: Library) -> Ground:
    """Look up the citations of a sentence."""
    zones: list[_Zone] = []
    citations: list[Citation] = []
    missing: list[str] = []
    for reference in statement.references:
        try:
            pages = library.locate(reference.target)
        except NotInCase as error:
            missing.append(f"{str(error).rstrip('.')}.")
            continue
        found = _quotation(reference, pages)
        if found is not None:
            citations.append(found)
            zones.append(_around(library.page(found.span.page), [(found.span.start, found.span.end)]))
        elif reference.quotation:
            missing.append(f"The words “{_short(reference.quotation)}” do not stand on {reference.target}.")
            zones += [_likest(page, statement.text) for page in pages]
        else:
            zones += [_likest(page, statement.text) for page in pages]
    quoted = bool(citations)
    core = [zone for zone in zones if zone.core] if not quoted else [z for z in zones if _holds(z, citations)]
    if not quoted:
        citations = [_cite(zone) for zone in core]
    pages_read = tuple({zone.page.id: zone.page for zone in zones}.values())
    return Ground(
        pages_read,
        tuple(citations),
        _ring(library, [(library.page(c.span.page), ((c.span.start, c.span.end),)) for c in citations if quoted]),
        _ring(library, [(zone.page, zone.core) for zone in core]),
        _ring(library, [(zone.page, zone.near) for zone in zones]),
        _ring(library, [(page, ((0, len(page.text)),)) for page in pages_read]),
        tuple(Span(z.page.id, start, end, z.page.text[start:end]) for z in core for start, end in z.core),
        quoted,
        tuple(missing),
        tuple(
            page.folio or f"{PurePosixPath(library.source(page.source).path).name} p. {page.number}"
            for page in pages_read
        ),
        tuple(_clause(library.page(c.span.page).text, c.span) for c in citations if quoted),
    )


def _quotation(reference: Reference, pages: Sequence[Page]) -> Citation | None:
    if not reference.quotation:
        return None
    return next((found for page in pages if (found := find(reference.quotation, page))), None)


def _clause(text: str, said: Span) -> str:
    """What the page says around quoted words up to the next pause: a "not" just before them belongs to them."""
    before = [match.end() for match in _PAUSE.finditer(text, max(0, said.start - REACH), said.start)]
    after = _PAUSE.search(text, said.end, said.end + REACH)
    return text[before[-1] if before else max(0, said.start - REACH) : after.start() if after else said.end + REACH]


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:57].rstrip() + "…"


def _holds(zone: _Zone, citations: Iterable[Citation]) -> bool:
    """Whether a zone was made for a quotation; pages cited without one only lie near."""
    spans = [citation.span for citation in citations if citation.span.page == zone.page.id]
    return any(left <= span.start and span.end <= right for span in spans for left, right in zone.core)


def _cite(zone: _Zone) -> Citation:
    start, end = zone.core[0][0], zone.core[-1][1]
    return Citation(Span(zone.page.id, start, end, zone.page.text[start:end]))


def _around(page: Page, spans: Sequence[tuple[int, int]]) -> _Zone:
    """The sentences that hold these spans, and those around them."""
    ranges = list(sentences(page.text))
    hit = [n for n, (left, right) in enumerate(ranges) if any(left < end and start < right for start, end in spans)]
    if not hit:
        return _Zone(page, tuple(spans), tuple(spans))
    core = ranges[hit[0] : hit[-1] + 1]
    near = ranges[max(0, hit[0] - AROUND) : hit[-1] + 1 + AROUND]
    return _Zone(page, ((core[0][0], core[-1][1]),), ((near[0][0], near[-1][1]),))


def _likest(page: Page, text: str) -> _Zone:
    """The sentence of a page that shares most with the draft's sentence, where one shares anything."""
    wanted = frozenset().union(*(token.senses for token in tokens(text) if not is_function_word(token.word)))
    best, score = None, 0
    for left, right in sentences(page.text):
        held = {token.word for token in tokens(page.text[left:right]) if token.senses & wanted}
        shared = len({word for word in held if not is_function_word(word)})
        if shared > score:
            best, score = (left, right), shared
    if best is None:
        return _Zone(page, (), ((0, len(page.text)),))
    return _around(page, [best])


def _ring(library: Library, parts: Sequence[tuple[Page, Ranges]]) -> Ring:
    text, values = [], Figures()
    for page, ranges in parts:
        for start, end in ranges:
            text.append(page.text[start:end])
            values += figures(page.text[start:end], library.mentions(page.id), None, start=start, here=True)
    return Ring("\n".join(text), values)
