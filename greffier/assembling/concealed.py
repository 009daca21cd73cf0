"""What the text of a file and the picture of its pages say apart: words under black, numbers that are not the same."""

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


def number_differs(material: Material, rule: Rule) -> Iterator[Hit]:
    """One question for each page whose picture shows another number than its text holds."""
    most = int(rule.number("cited", 10))
    for rival in sorted(material.known.dossier.rivals, key=lambda rival: rival.id):
        told = [difference for difference in rival.differences if difference.number]
        if not told:
            continue
        page = material.known.pages[rival.page]
        words = {
            "page": page.folio or str(page.number),
            "first": " ".join(told[0].span.exact.split()),
            "second": told[0].other,
            "count": str(len(told)),
        }
        yield Hit(tuple(Citation(difference.span) for difference in told[:most]), False, words)
