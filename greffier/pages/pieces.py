"""Where one document ends and the next begins inside a file, and what each of them is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from greffier.pages import labels
from greffier.pages.kinds import kind
from greffier.pages.piece_cues import CLOSING, CONTINUED, LETTERHEAD
from greffier.records import Page, Piece, Source, digest
from greffier.text import key

DIVISIBLE = frozenset({"application/pdf", "image/tiff", "text/plain"})  # others are one document by their nature
TITLED = frozenset({"text/html"})  # begin with their title
ENOUGH = 3.0  # weight that makes a page the first of a document
HEAD, FOOT = 12, 12  # lines in which letterheads and closing words stand
CONTINUED_WITHIN = 4  # lines in which a page says that it goes on


class Signs(NamedTuple):
    """What one page shows of being the first, a later or the last page of a document."""

    heading: str | None
    reference: str | None
    counter: tuple[int, int] | None
    letterhead: bool
    continued: bool
    closed: bool


def divide(source: Source, pages: Sequence[Page]) -> list[Piece]:
    """Return the pieces of a file in the order of its pages; every page is in exactly one of them."""
    ordered = sorted(pages, key=lambda page: page.number)
    return [_piece(source, document) for document in _documents(source, ordered)]


def _documents(source: Source, pages: Sequence[Page]) -> Iterator[list[Page]]:
    document: list[Page] = []
    reference: str | None = None
    before: Signs | None = None
    for page in pages:
        signs = _signs(page.text)
        if before is not None and source.media_type in DIVISIBLE and _begins(signs, before, reference):
            yield document
            document, reference = [], None
        document.append(page)
        reference = reference or signs.reference
        before = signs
    if document:
        yield document


def _signs(text: str) -> Signs:
    lines = [line for line in text.split("\n") if line.strip()]
    head, foot = [key(line) for line in lines[:HEAD]], [key(line) for line in lines[-FOOT:]]
    found = labels.heading(text)
    return Signs(
        heading=key(found.line) if found else None,
        reference=labels.reference(text),
        counter=labels.counter(text),
        letterhead=any(LETTERHEAD.match(line) for line in head),
        continued=any(CONTINUED.match(line) for line in head[:CONTINUED_WITHIN]),
        closed=any(CLOSING.search(line) for line in foot),
    )


def _begins(signs: Signs, before: Signs, reference: str | None) -> bool:
    """Whether a page begins a document, weighing its signs against those of the page before."""
    if signs.continued or _counts_on(signs.counter, before.counter):
        return False
    weight = 0.0
    if signs.heading is not None and signs.heading != before.heading:  # a heading on every page is a running head
        weight += 2
    if signs.counter is not None and signs.counter[0] == 1:
        weight += 3 if before.counter is None or before.counter[0] == before.counter[1] else 2
    if signs.reference is not None and reference is not None:
        weight += 2 if signs.reference != reference else -1.5
    return weight + signs.letterhead + before.closed >= ENOUGH


def _counts_on(counter: tuple[int, int] | None, before: tuple[int, int] | None) -> bool:
    if counter is None or counter[0] == 1:
        return False
    return before is None or (before[0] < counter[0] and before[1] == counter[1])


def _piece(source: Source, pages: Sequence[Page]) -> Piece:
    first = pages[0].text
    told = kind(pages, source.media_type)
    return Piece(
        id=digest("piece", *(page.id for page in pages)),
        source=source.id,
        kind=told,
        reference=next((found for page in pages if (found := labels.reference(page.text))), None),
        title=_title(first, source.media_type),
        pages=tuple(page.id for page in pages),
        author=labels.sender(first) if told == "mail" else _author(pages),
        language=_language(pages),
    )


def _title(text: str, media_type: str) -> str | None:
    """The heading, with the object where the heading alone says nothing ("PROCÈS-VERBAL : Audition de …")."""
    found, about = labels.heading(text), labels.subject(text)
    if found is None:
        return about or (_first_line(text) if media_type in TITLED else None)
    return f"{found.line} : {about}" if about and len(found.line.split()) <= 2 else found.line


def _first_line(text: str) -> str | None:
    line = text.strip().split("\n", 1)[0].strip()
    return line[: labels.LONGEST_HEADING] or None


def _author(pages: Sequence[Page]) -> str | None:
    return next((found for page in (pages[0], pages[-1]) if (found := labels.author(page.text))), None)


def _language(pages: Sequence[Page]) -> str | None:
    counted: Counter[str] = Counter()
    for page in pages:
        if page.language is not None:
            counted[page.language] += len(page.text)
    return max(sorted(counted), key=lambda name: counted[name], default=None)
