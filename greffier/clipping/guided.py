"""What the markup of a saved page knows better than its visible lines: where its body is, what was a menu."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from greffier.clipping import moments
from greffier.clipping.article import same_title
from greffier.clipping.bylines import byline
from greffier.clipping.chunks import Part
from greffier.clipping.dates import stamp
from greffier.clipping.lines import plain
from greffier.records import Markup
from greffier.text import key

LEAST = 25  # letters of a line that is found inside a longer paragraph; shorter ones must be a paragraph of their own
ARTICLE = 400  # letters of a candidate that makes a page an article
_LETTERS = re.compile(r"[\W_]+")
_OWN_WORDS = frozenset(
    ("paywall", "sponsor", "navigation", "widget", "byline", "published", "updated", "alternate", "reading_time")
)


def is_article(markup: Markup) -> bool:
    """Whether the markup says that the page holds one article, or shows a body of some length."""
    return len(letters(" ".join(markup.paragraphs))) >= ARTICLE


def letters(text: str) -> str:
    """The letters and figures of a text alone, folded: the same however it was divided."""
    return _LETTERS.sub("", key(text))


def guided(markup: Markup, parts: Sequence[Part]) -> list[Part]:
    """The parts, labelled again where the markup tells; what their own words told stands."""
    told = _bodied(parts, markup.paragraphs) if markup.paragraphs else list(parts)
    told = _headed(told, markup)
    first = next((index for index, part in enumerate(told) if part.label == "body"), len(told))
    around = [letters(hint.text) for hint in markup.hints if hint.role in ("nav", "header", "footer", "aside")]
    captions = [letters(hint.text) for hint in markup.hints if hint.role == "figcaption"]
    days = {found.day for s in markup.statements if s.field == "article.published" and (found := stamp(s.value))}
    return [_told(part, index < first, around, captions, days) for index, part in enumerate(told)]


def _bodied(parts: Sequence[Part], paragraphs: Sequence[str]) -> list[Part]:
    """Body is what the candidate holds, and the sentences between two lines of it."""
    each, whole = {letters(paragraph) for paragraph in paragraphs}, letters(" ".join(paragraphs))
    held = [part.label not in _OWN_WORDS and _held(letters(part.text), each, whole) for part in parts]
    long = [index for index, part in enumerate(parts) if held[index] and len(letters(part.text)) >= LEAST]
    if not long:
        return list(parts)
    first, last = long[0], long[-1]
    told = []
    for index, part in enumerate(parts):
        body = held[index] if first <= index <= last else False
        label = "body" if body else "unknown" if part.label in ("body", "standfirst") else part.label
        told.append(replace(part, label=label))
    return told


def _held(line: str, each: set[str], whole: str) -> bool:
    if len(line) < LEAST:
        return line in each and line != ""
    return line in whole


def _headed(parts: Sequence[Part], markup: Markup) -> list[Part]:
    """The headline is the line that a heading or a statement gives; the standfirst the one that describes it."""
    titles = [hint.text for hint in markup.hints if hint.role == "h1"]
    titles += [s.value for s in markup.statements if s.field == "article.headline"]
    titles += [hint.text for hint in markup.hints if hint.role == "title"]
    first = next((index for index, part in enumerate(parts) if part.label == "body"), len(parts))
    at = _line_of(parts[:first], titles) or _line_of(parts, titles)
    if at is None:
        return list(parts)
    descriptions = [s.value for s in markup.statements if s.field == "article.description"]
    same = key(parts[at].text)
    told = []
    for index, part in enumerate(parts):
        label = part.label
        if label != "navigation" and (key(part.text) == same or (index < at and same_title(part.text, parts[at].text))):
            label = "headline"
        elif label in ("headline", "standfirst"):
            label = "unknown"
        if at < index <= first + 1 and label in ("unknown", "body") and _described(part.text, descriptions):
            label = "standfirst"
        told.append(replace(part, label=label))
    return told


def _line_of(parts: Sequence[Part], titles: Iterable[str]) -> int | None:
    for title in titles:
        found = [index for index, part in enumerate(parts) if same_title(title, part.text)]
        if found:
            return found[-1]
    return None


def _described(text: str, descriptions: Iterable[str]) -> bool:
    return any(letters(text) == letters(told) for told in descriptions)


def _told(part: Part, before: bool, around: list[str], captions: list[str], days: set[str | None]) -> Part:
    line = letters(part.text)
    if part.label == "page_date" and before and moments.read(plain(part.text)).day in days:
        return replace(part, label="published")
    bare = part.label == "byline" and byline(plain(part.text)) is None  # names alone, which a menu may hold
    if (part.label not in ("unknown", "masthead", "body") and not bare) or not line:
        return part
    if any(line in caption for caption in captions) and len(line) >= 3:
        return replace(part, label="caption")
    if part.label != "body" and any(line in text for text in around):
        return replace(part, label="navigation")
    return part
