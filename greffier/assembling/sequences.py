"""Checks on stamped numbers: holes, numbers used twice, numbers out of order."""

from __future__ import annotations

from collections.abc import Iterator

from greffier.assembling.checking import Hit, Material, cite_page
from greffier.assembling.folios import disorder, duplicates, gaps
from greffier.assembling.rulebook import Rule
from greffier.records import Citation, Page, Stance


def folio_gap(material: Material, rule: Rule) -> Iterator[Hit]:
    """Labels that should stand between two pages of the case, and do not; only possible where unread stamps do."""
    for gap in gaps(material.known.pages.values()):
        first, last = gap.missing[0], gap.missing[-1]
        label = first if first == last else f"{first}–{last}"
        words = {"missing": label, "count": str(len(gap.missing)), "before": str(gap.before.folio)}
        scope = f"the whole case, {gap.before.folio} to {gap.after.folio}"
        yield Hit(_cited((gap.before, "supports"), (gap.after, "supports")), not gap.unread, words, scope)


def folio_duplicate(material: Material, rule: Rule) -> Iterator[Hit]:
    """One label on pages that say different things."""
    for pages in duplicates(material.known.pages.values()):
        ordered = sorted(pages, key=lambda page: material.known.place[page.id])
        cited = _cited((ordered[0], "supports"), *[(page, "contradicts") for page in ordered[1:]])
        yield Hit(cited, True, {"folio": str(ordered[0].folio), "count": str(len(ordered))})


def folio_disorder(material: Material, rule: Rule) -> Iterator[Hit]:
    """A number that goes back inside one document."""
    for before, after in disorder(material.known.pages.values()):
        words = {"before": str(before.folio), "after": str(after.folio)}
        yield Hit(_cited((before, "supports"), (after, "contradicts")), True, words)


def _cited(*pages: tuple[Page, Stance]) -> tuple[Citation, ...]:
    return tuple(citation for page, stance in pages if (citation := cite_page(page, stance)) is not None)
