"""Marks of exhibits that stand bare at the head of a row: a list says `S2` where a record said « scellé S2 »."""

from __future__ import annotations

import re
from collections.abc import Iterator

from greffier.assembling.lookup import Lookup
from greffier.records import Entity, Page, Span
from greffier.text import key

_CELL = re.compile(
    r"(?m)^[ \t|(]*+(?P<mark>[A-Z]{1,5}(?:[ /.-]?\d{1,4}[A-Za-z]?){1,3}|\d{2,4}/\d{2,4})(?=[ \t]{2,}|[ \t]?[|;:)])"
)

Mark = tuple[Span, Entity]


def marks(known: Lookup, page: Page) -> list[Mark]:
    """The exhibits of a page in the order of its text, those that are only a mark at the head of a row among them."""
    read = [
        (one.span, known.entity_of[one.id])
        for one in known.on_page.get(page.id, ())
        if one.kind == "seal" and one.id in known.entity_of
    ]
    at = {span.start for span, _ in read}
    bare = [(span, entity) for span, entity in _bare(known, page) if span.start not in at]
    return sorted(read + bare, key=lambda mark: (mark[0].start, mark[0].end))


def _bare(known: Lookup, page: Page) -> Iterator[Mark]:
    cells = list(_CELL.finditer(page.text))
    if cells:
        named = {key(form.value): one for one in known.dossier.entities if one.kind == "seal" for form in one.names}
        for cell in cells:
            entity = named.get(key(cell["mark"]))
            if entity is not None:
                yield Span(page.id, *cell.span("mark"), cell["mark"]), entity
