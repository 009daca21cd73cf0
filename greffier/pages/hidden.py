"""What a page hides, as records that cite it."""

from __future__ import annotations

from greffier.records import Hidden, Leaf, Page, Span, digest
from greffier.text import freeze

_CONTEXT = 32


def hidden(leaf: Leaf, page: Page) -> list[Hidden]:
    """Return the hidden passages of a leaf on the frozen page that was made of it; nothing it says is believed."""
    found: list[Hidden] = []
    for told in leaf.hidden:
        if not 0 <= told.start < told.end <= len(leaf.text):
            continue
        start = len(freeze(leaf.text[: told.start]))
        exact = freeze(leaf.text[told.start : told.end])
        end = start + len(exact)
        if exact and page.text[start:end] == exact:
            before, after = page.text[max(0, start - _CONTEXT) : start], page.text[end : end + _CONTEXT]
            span = Span(page.id, start, end, exact, before, after)
            found.append(Hidden(digest("hidden", page.id, start, end, told.how), page.id, span, told.how, told.box))
    return found
