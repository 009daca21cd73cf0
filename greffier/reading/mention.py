"""Making mentions: the one place where a stretch of a page becomes a record with its id and its context."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterable

from greffier.records import Mention, MentionKind, Page, Piece, Quantity, Span, Time, digest

CONTEXT = 32  # characters of prefix and suffix kept beside the exact words


def mention(
    page: Page,
    piece: Piece,
    start: int,
    end: int,
    kind: MentionKind,
    reader: str,
    *,
    time: Time | None = None,
    quantity: Quantity | None = None,
    normalised: str | None = None,
    confidence: float = 1.0,
) -> Mention:
    """Return the mention that stands at `page.text[start:end]`; offsets are code points on the page."""
    return Mention(
        id=mention_id(page, start, end, kind),
        span=span(page, start, end),
        kind=kind,
        reader=reader,
        piece=piece.id,
        time=time,
        quantity=quantity,
        normalised=normalised,
        confidence=confidence,
    )


def mention_id(page: Page, start: int, end: int, kind: MentionKind) -> str:
    """Return the id that a mention of this kind at this place has, so that others can point to it."""
    return digest("mention", page.id, start, end, kind)


def span(page: Page, start: int, end: int) -> Span:
    """Return a span of a page with the words around it."""
    text = page.text
    return Span(page.id, start, end, text[start:end], text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT])


def longest(mentions: Iterable[Mention]) -> list[Mention]:
    """Return the mentions sorted by place, without those overlapped by a longer one of the same kind."""
    kept: list[Mention] = []
    taken: dict[tuple[str, str], list[tuple[int, int]]] = {}
    for found in sorted(mentions, key=_longest_first):
        spans = taken.setdefault((found.span.page, found.kind), [])
        place = bisect(spans, (found.span.start, found.span.end))
        free_left = place == 0 or spans[place - 1][1] <= found.span.start
        if free_left and (place == len(spans) or found.span.end <= spans[place][0]):
            spans.insert(place, (found.span.start, found.span.end))
            kept.append(found)
    return sorted(kept, key=lambda found: (found.span.page, found.span.start, found.span.end, found.kind))


def _longest_first(found: Mention) -> tuple[int, int, str]:
    return found.span.start - found.span.end, found.span.start, found.kind
