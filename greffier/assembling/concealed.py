"""Words that a page holds under something black: a redaction that failed, or one that was never meant."""

from __future__ import annotations

from collections.abc import Iterator

from greffier.assembling.checking import Hit, Material
from greffier.assembling.rulebook import Rule
from greffier.records import Citation, Hidden


def blackened(material: Material, rule: Rule) -> Iterator[Hit]:
    """One question for each page with words under something black."""
    found: dict[str, list[Hidden]] = {}
    for passage in material.known.dossier.hidden:
        if passage.how == "blackened":
            found.setdefault(passage.page, []).append(passage)
    most = int(rule.number("cited", 10))
    for id in sorted(found):
        page = material.known.pages[id]
        told = sorted(found[id], key=lambda passage: passage.span.start)
        words = {"page": page.folio or str(page.number), "count": str(len(told))}
        yield Hit(tuple(Citation(passage.span) for passage in told[:most]), True, words)
