"""What the pages of one container have in common outside their articles: candidates, which a person confirms once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from greffier.clipping.chunks import OPEN, Part
from greffier.records import Clipping, Decision, Page, SiteTemplate, digest
from greffier.text import key

LEAST = 3  # pages of one container
MOST = 0.6  # of them show a line that belongs to its template
_OF_ARTICLE = frozenset(("headline", "byline", "published", "updated"))
_MISTAKEN = frozenset(("body", "standfirst", "caption"))  # what a line of the container is taken for at times
_OPEN = _MISTAKEN | {OPEN, "unknown"}
_OUTSIDE = "widget"  # the label of a line that a person has said to be the container's

Template = frozenset[str]  # folded lines


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
    """Lines of a body count where the pages carry as many articles: copies of one share all that it says."""
    headlines = {key(told) for clipping in clippings if (told := clipping.field("article.headline").value)}
    left_out = _OF_ARTICLE if len(headlines) == len(clippings) else _OF_ARTICLE | _MISTAKEN
    shown: dict[str, tuple[str, set[str]]] = {}
    for clipping in clippings:
        for label in clipping.labels:
            line = " ".join(texts[label.page][label.start : label.end].split())
            if label.label not in left_out and any(char.isalpha() for char in line):
                shown.setdefault(key(line), (line, set()))[1].add(clipping.id)
    lines = tuple(line for line, ids in shown.values() if len(ids) >= MOST * len(clippings))
    container = clippings[0].field("container.masthead").value
    ids = tuple(clipping.id for clipping in clippings)
    return SiteTemplate(digest("template", key(container)), container, lines, ids)


def confirmed_lines(decisions: Iterable[Decision]) -> list[str]:
    """The lines of the templates that stand confirmed: the decision keeps them, as templates change with pages."""
    return [line for told in decisions if told.verb == "confirm" and not told.undone for line in told.other]


def folded(lines: Iterable[str]) -> Template:
    """The lines of confirmed templates as pages are compared with them."""
    return frozenset(map(key, lines))


def set_aside(parts: Iterable[Part], confirmed: Template) -> list[Part]:
    """The parts, those that a person has said to be the container's labelled so where their words do not say what."""
    return [
        replace(part, label=_OUTSIDE)
        if confirmed and part.label in _OPEN and key(part.chunk.text) in confirmed
        else part
        for part in parts
    ]
