"""A press page read: every line labelled, every field with its words, its place, how sure it is and by which rule."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, cast

from greffier.clipping import moments
from greffier.clipping.access import access
from greffier.clipping.article import article, joined
from greffier.clipping.chunks import Part
from greffier.clipping.container import container
from greffier.clipping.digests import items
from greffier.clipping.fields import Sheet
from greffier.clipping.illustration import image
from greffier.clipping.labelling import labelled
from greffier.clipping.lines import plain, span
from greffier.clipping.marks import marks
from greffier.clipping.templates import Template
from greffier.records import ClipLabel, Clipping, Entry, Field, Label, Markup, Page, digest

Kind = Literal["article", "digest", "none"]


def clip(
    pages: Sequence[Page],
    piece: str,
    markup: Markup | None = None,
    captured: str | None = None,
    confirmed: Template = frozenset(),
) -> Clipping:
    """Read the pages of one press piece. `captured` (ISO) is the day the article was captured, known from outside.

    Only such a day resolves words like "today"; the date that the page shows never does.
    Lines of a `confirmed` template are the container's.
    """
    kind, parts = labelled(pages, markup, confirmed)
    sheet = Sheet(pages, parts, markup.statements if markup else ())
    fields = _fields(sheet, captured) if kind != "digest" else _of_digest(sheet)
    entries = _entries(pages, parts) if kind == "digest" else ()
    offered = {value["lang"] for field in fields if field.name == "article.alternates" for value in field.value}
    own = next(field.value for field in fields if field.name == "article.language")
    return Clipping(
        id=digest("clipping", piece, *(page.id for page in pages)),
        piece=piece,
        kind=kind,
        fields=tuple(fields),
        labels=tuple(_label(pages, part) for part in parts),
        marks=tuple(marks(pages, parts, translated=bool(offered - {own, None}))),
        entries=entries,
    )


def _fields(sheet: Sheet, captured: str | None) -> list[Field]:
    told = article(sheet, captured)
    minutes = next(field.value for field in told if field.name == "article.reading_time")
    return [*container(sheet), *told, *image(sheet), *access(sheet, minutes)]


def _of_digest(sheet: Sheet) -> list[Field]:
    """A page of several items has a container; what it says of each item stands with the item."""
    bare = Sheet(sheet.pages, [])
    several = "the page carries several items"
    others = [*article(bare, None), *image(bare), *access(bare, None)]
    return [*container(sheet), *(Field(f.name, f.value, None, (), "absent", several) for f in others)]


def _label(pages: Sequence[Page], part: Part) -> Label:
    chunk = part.chunk
    return Label(pages[chunk.page].id, chunk.start, chunk.end, cast(ClipLabel, part.label))


def _entries(pages: Sequence[Page], parts: Sequence[Part]) -> tuple[Entry, ...]:
    return tuple(
        Entry(
            joined(item.headline),
            item.source.text if item.source else None,
            moments.read(plain(item.dated.text), month_first=True).day if item.dated else None,
            span(pages, item.headline.chunk),
        )
        for item in items(parts)
    )
