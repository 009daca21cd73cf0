"""Where one document ends and the next begins inside a file, and what each of them is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from greffier.pages import labels
from greffier.pages.cover import Cover, cover
from greffier.pages.kinds import kind
from greffier.pages.signs import Signs, signs
from greffier.records import Page, Piece, Source, digest

DIVISIBLE = frozenset({"application/pdf", "image/tiff", "text/plain"})  # others are one document by their nature
TITLED = frozenset({"text/html"})  # begin with their title
ENOUGH = 3.0  # weight that makes a page the first of a document


def divide(source: Source, pages: Sequence[Page]) -> list[Piece]:
    """Return the pieces of a file in the order of its pages; every page is in exactly one of them."""
    ordered = sorted(pages, key=lambda page: page.number)
    return [_piece(source, document) for document in _documents(source, ordered)]


def _documents(source: Source, pages: Sequence[Page]) -> Iterator[list[Page]]:
    if source.media_type not in DIVISIBLE:
        yield from [list(pages)] if pages else []
        return
    shown = [signs(page) for page in pages]
    numbered = _numbers_begin_again(shown)
    document: list[Page] = []
    reference: str | None = None
    before: Signs | None = None
    for page, here in zip(pages, shown, strict=True):
        if before is not None and _begins(here, before, reference, numbered):
            yield document
            document, reference = [], None
        document.append(page)
        reference = reference or here.reference
        before = here
    if document:
        yield document


def _numbers_begin_again(shown: Sequence[Signs]) -> bool:
    """Whether the lone numbers of pages count documents: those of a whole file never go back to 1."""
    return [one.number for one in shown].count(1) > 1


def _begins(here: Signs, before: Signs, reference: str | None, numbered: bool) -> bool:
    """Whether a page begins a document, weighing its signs against those of the page before."""
    if here.blank or here.continued or _counts_on(here.counter, before.counter):
        return False
    weight = here.presented + here.letterhead + before.closed
    if here.heading is not None and not _repeats(here.heading, before.heading):
        weight += 2
    if here.reference is not None and reference is not None:
        weight += 2 if here.reference != reference else -1.5
    weight += _counted(here, before, numbered) + _changed(here, before)
    return weight >= ENOUGH


def _repeats(heading: str, before: str | None) -> bool:
    """Whether a heading is a running head, which the page before has as well."""
    return before is not None and (heading.startswith(before) or before.startswith(heading))


def _counted(here: Signs, before: Signs, numbered: bool) -> float:
    """What the count of pages says, "1/3" or a lone number that begins again."""
    if here.counter is not None and here.counter[0] == 1:
        return 3.5 if before.counter is None or before.counter[0] == before.counter[1] else 2.5
    if before.counter is not None and here.counter is None and before.counter[0] == before.counter[1]:
        return 1
    if not numbered or here.number is None:
        return 0
    if here.number == 1:
        return 2
    return -2 if before.number == here.number - 1 else 0


def _changed(here: Signs, before: Signs) -> float:
    """What the change from page to page says: of language, of matter, of running head; a sentence that goes on."""
    weight = 0.0
    weight += 1.5 if before.blank else 0
    weight += 1 if here.language and before.language and here.language != before.language else 0
    weight += 1 if here.body and before.body and here.body != before.body else 0
    weight -= 1 if here.body and here.body == before.body else 0
    first = here.letterhead or (here.counter is not None and here.counter[0] == 1)
    weight -= 1 if here.running and here.running == before.running and not first else 0
    weight -= 2 if here.starts_small and before.ends_open else 0
    return weight


def _counts_on(counter: tuple[int, int] | None, before: tuple[int, int] | None) -> bool:
    if counter is None or counter[0] == 1:
        return False
    return before is None or (before[0] < counter[0] and before[1] == counter[1])


def _piece(source: Source, pages: Sequence[Page]) -> Piece:
    first = pages[0].text
    told = kind(pages, source.media_type)
    sheet = (cover(first) if told != "mail" else None) or Cover()
    return Piece(
        id=digest("piece", *(page.id for page in pages)),
        source=source.id,
        kind=told,
        reference=sheet.reference or next((found for page in pages if (found := labels.reference(page.text))), None),
        title=sheet.title or _title(first, source.media_type),
        pages=tuple(page.id for page in pages),
        author=labels.sender(first) if told == "mail" else _author(pages) or sheet.sender,
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
