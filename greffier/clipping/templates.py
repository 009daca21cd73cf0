"""What the pages of one container have in common outside their articles: candidates, for a person to confirm."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from greffier.records import Clipping, Page, SiteTemplate, digest
from greffier.text import key

LEAST = 3  # pages of one container
MOST = 0.6  # of them show a line that belongs to its template
_OF_ARTICLE = frozenset(("headline", "standfirst", "byline", "body", "caption", "published", "updated"))


def templates(clippings: Iterable[Clipping], pages: Iterable[Page]) -> list[SiteTemplate]:
    """The candidates, sorted by id; lines in the order of the first page that shows them."""
    by_container: dict[str, list[Clipping]] = defaultdict(list)
    for clipping in clippings:
        masthead = clipping.field("container.masthead").value
        if masthead:
            by_container[key(masthead)].append(clipping)
    texts = {page.id: page.text for page in pages} if any(len(some) >= LEAST for some in by_container.values()) else {}
    found = [_template(some, texts) for some in by_container.values() if len(some) >= LEAST]
    return sorted((template for template in found if template.lines), key=lambda template: template.id)


def _template(clippings: Sequence[Clipping], texts: dict[str, str]) -> SiteTemplate:
    shown: dict[str, tuple[str, set[str]]] = {}
    for clipping in clippings:
        for label in clipping.labels:
            line = " ".join(texts[label.page][label.start : label.end].split())
            if label.label not in _OF_ARTICLE and any(char.isalpha() for char in line):
                shown.setdefault(key(line), (line, set()))[1].add(clipping.id)
    lines = tuple(line for line, ids in shown.values() if len(ids) >= MOST * len(clippings))
    ids = tuple(clipping.id for clipping in clippings)
    container = clippings[0].field("container.masthead").value
    return SiteTemplate(digest("template", container, *ids), container, lines, ids)
