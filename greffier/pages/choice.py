"""Which of two readings of a page is the page: the text that came with the file, or what its picture shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from greffier.pages.folios import stamped
from greffier.pages.hidden import hidden
from greffier.pages.rivals import Comparison, compare, with_extra
from greffier.pages.settle import settle
from greffier.records import (
    Concealed,
    Difference,
    Distrust,
    Hidden,
    Layout,
    Leaf,
    Page,
    RivalReading,
    Source,
    Span,
    digest,
)

_CONTEXT = 32
SAMPLED = "it was chosen to be compared"


def choose(embedded: Leaf, seen: Leaf | None, source: Source) -> list[Any]:
    """Return the page of a doubtful text layer with its layout and what it hides, and the rival where there is one.

    What the engine read takes the place of the text of the file where they have little in common; `seen` is None where
    nothing was read. What only the picture shows is added below the text.
    """
    embedded = replace(embedded, made="")  # compared now: it is in no sample any more
    if seen is None or not seen.words:
        return settled(embedded, source)
    told = compare(embedded, seen)
    if told.verdict == "distrusted":
        page, *others = settled(seen, source)
        return [page, *others, _rival(page, "embedded", embedded.text, told, embedded.doubt)]
    page, *others = settled(with_extra(embedded, seen, told.extra), source)
    return [page, *others, *_witness(page, seen, told, embedded.doubt)]


def annotated(seen: Leaf, told: Leaf | None) -> Leaf:
    """What an engine read on a scan, and below it the notes that the file holds for this page."""
    if told is None:
        return seen
    text = f"{seen.text}\n\n" if seen.text else ""
    by = len(text)
    words = (word._replace(start=word.start + by, end=word.end + by) for word in told.words)
    concealed = tuple(one._replace(start=one.start + by, end=one.end + by) for one in told.hidden)
    return replace(seen, text=text + told.text, words=(*seen.words, *words), hidden=concealed)


def witness(
    page: Page, layout: Layout, concealed: Sequence[Hidden], seen: Leaf, source: Source
) -> tuple[list[RivalReading], list[Distrust]]:
    """Compare a sampled page with what an engine read on it; return the rival reading and the distrust, if any."""
    unseen = tuple(Concealed(one.span.start, one.span.end, one.how, one.box) for one in concealed)
    told = compare(Leaf(page.number, page.text, page.width, page.height, layout.words, hidden=unseen), seen)
    if told.verdict == "distrusted":
        return [], [Distrust(digest("distrust", page.id), source.id, page.made, page.number, told.agreement)]
    return list(_witness(page, seen, told, SAMPLED)), []


def settled(leaf: Leaf, source: Source) -> list[Any]:
    """The page of a leaf, its layout, what it hides, and the stamps on it."""
    page, layout = settle(leaf, source)
    return [page, layout, *hidden(leaf, page), *stamped(page, layout)]


def _witness(page: Page, seen: Leaf, told: Comparison, why: str) -> list[RivalReading]:
    """The reading of the picture as a rival, where it is not the same."""
    numbers = any(apart.number for apart in told.differences)
    return [_rival(page, "picture", seen.text, told, why)] if told.verdict == "both" or numbers else []


def _rival(page: Page, origin: Any, text: str, told: Comparison, why: str) -> RivalReading:
    differences = () if origin == "embedded" else tuple(_difference(page, *apart) for apart in told.differences)
    return RivalReading(digest("rival", page.id, origin), page.id, origin, text, told.agreement, why, differences)


def _difference(page: Page, start: int, end: int, other: str, number: bool) -> Difference:
    text = page.text
    before, after = text[max(0, start - _CONTEXT) : start], text[end : end + _CONTEXT]
    return Difference(Span(page.id, start, end, text[start:end], before, after), other, number)
