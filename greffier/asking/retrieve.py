"""A query → the pages it finds, each with the words lit and the words around the best of them."""

from __future__ import annotations

from collections.abc import Sequence

from greffier.asking.query import Query, parse, spans
from greffier.citing import span
from greffier.contracts import Index, Library
from greffier.errors import NotInCase
from greffier.records import Hit, Page
from greffier.text import sentences

AROUND = 120  # characters shown on each side of the words found, where the sentence is longer
SHOWN = 64  # spans lit on one page, at most


def search(query: str, index: Index, library: Library, limit: int = 20) -> list[Hit]:
    """Return at most `limit` pages, best first; a folio as the query gives that page first. Any query will do."""
    asked = parse(query)
    scored = index.search(query, limit) if query.strip() else []
    best = scored[0][1] if scored else 0.0
    jumped = [(page.id, best + 1.0) for page in _folio(asked, library)]
    there = {page for page, _ in jumped}
    rest = [(page, score) for page, score in scored if page not in there]
    return [_hit(library.page(page), score, asked, library) for page, score in (jumped + rest)[:limit]]


def _folio(query: Query, library: Library) -> list[Page]:
    if query.folio is None:
        return []
    try:
        return library.locate(query.folio)
    except NotInCase:
        return []


def _hit(page: Page, score: float, query: Query, library: Library) -> Hit:
    lit = spans(query, page.text)
    start, end = _window(page.text, lit)
    snippet = " ".join(page.text[start:end].split())
    shown = tuple(span(page, left, right) for left, right in lit[:SHOWN])
    return Hit(page.id, library.source(page.source).path, page.number, page.folio, score, snippet, shown)


def _window(text: str, lit: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """The sentence around the densest cluster of lit words, or as much of it as is worth showing."""
    if not lit:
        return 0, _word_end(text, 2 * AROUND)
    first, last = max(_clusters(lit), key=lambda cluster: (cluster[1] - cluster[0], -cluster[0]))
    left, right = lit[first][0], lit[last][1]
    for start, end in sentences(text):
        if start <= left < end:
            whole = (start, max(end, right))
            break
    else:
        whole = (left, right)
    if whole[1] - whole[0] <= 2 * AROUND + (right - left):
        return whole
    start, end = max(whole[0], left - AROUND), min(whole[1], right + AROUND)
    return _word_start(text, start, whole[0]), _word_end(text, end)


def _clusters(lit: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """For each lit span, the last one that still fits in a window that begins there."""
    clusters, last = [], 0
    for first, (start, _) in enumerate(lit):
        last = max(last, first)
        while last + 1 < len(lit) and lit[last + 1][1] - start <= 2 * AROUND:
            last += 1
        clusters.append((first, last))
    return clusters


def _word_start(text: str, at: int, floor: int) -> int:
    while at > floor and not text[at - 1].isspace():
        at -= 1
    return at


def _word_end(text: str, at: int) -> int:
    at = min(at, len(text))
    while at < len(text) and not text[at].isspace():
        at += 1
    return at
