"""What lies in a case as the rows of an export: files, letters, pages, pieces, clippings; names as `docs/` has them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from greffier.records import (
    Annex,
    Clipping,
    Dating,
    Folio,
    Hidden,
    Likeness,
    Page,
    Piece,
    Provenance,
    RivalReading,
    SiteTemplate,
    Source,
    Thread,
)
from greffier.writing.cited import Cited, Shelf
from greffier.writing.letter_rows import letter_row, thread_row
from greffier.writing.press_rows import clip_row, provenance_row, template_row
from greffier.writing.value_rows import time

Row = dict[str, Any]

REPEATS = ("copy", "version", "excerpt")  # what a page is said to repeat, the nearest first
HALF = 0.5  # of a page that stands in another one, below which it says more of its own


class FileRows(Cited):
    """Turns what lies in a case into rows; holds no text of pages."""

    def __init__(self, library: Shelf) -> None:
        super().__init__(library)
        self.datings = {dating.id: dating for dating in library.all(Dating)}
        self.repeats = repeated(library.all(Likeness))

    def source(self, source: Source) -> Row:
        """A file; `parent` and `duplicate_of` are paths."""
        return {
            "id": source.id,
            "path": source.path,
            "sha256": source.sha256,
            "media_type": self._media_type(source),
            "bytes": source.bytes,
            "parent": self._path(source.parent),
            "status": source.status,
            "reason": source.reason,
            "duplicate_of": self._path(source.duplicate_of),
            "pages": source.pages,
            "lost": source.lost,
            "letter": letter_row(source.letter) if source.letter else None,
        }

    def thread(self, thread: Thread) -> Row:
        """Letters that answer each other; each is named by its path."""
        return thread_row(thread, self.paths, self.letters)

    def page(self, page: Page) -> Row:
        """A page with its frozen text; `near_duplicate_of` is the id of the page that this one says again."""
        return {
            "id": page.id,
            "source": self.paths[page.source],
            "page": page.number,
            "folio": page.folio,
            "origin": page.origin,
            "grade": page.grade,
            "language": page.language,
            "text": page.text,
            "confidence": page.confidence,
            "near_duplicate_of": self.repeats.get(page.id, page.near_duplicate_of),
            "label": page.label,
            "blank": page.blank,
        }

    def hidden(self, hidden: Hidden) -> Row:
        """Words that a page holds and does not show; `box` is in fractions of the page."""
        return {
            "id": hidden.id,
            "how": hidden.how,
            "text": hidden.span.exact,
            "box": list(hidden.box) if hidden.box else None,
            "citation": self.span(hidden.span),
        }

    def rival(self, rival: RivalReading) -> Row:
        """Another reading of a page; each difference cites the page and says what the other reading has there."""
        place = self._place(rival.page)
        told = [{"other": d.other, "number": d.number, "citation": self.span(d.span)} for d in rival.differences]
        return {
            "id": rival.id,
            "source": place.source,
            "page": place.page,
            "origin": rival.origin,
            "agreement": rival.agreement,
            "why": rival.why,
            "text": rival.text,
            "differences": told,
        }

    def piece(self, piece: Piece) -> Row:
        """A logical document; `act_time`, `written` and `received` are three different facts."""
        dated = self.datings.get(piece.id, Dating(piece.id))
        return {
            "id": piece.id,
            "kind": piece.kind,
            "reference": piece.reference,
            "title": piece.title,
            "pages": [{"source": place.source, "page": place.page} for place in map(self._place, piece.pages)],
            "act_time": time(dated.act),
            "written": time(dated.written),
            "received": time(dated.received),
            "author": piece.author,
            "language": piece.language,
        }

    def folio(self, folio: Folio) -> Row:
        """What is stamped on a page; `id` is the id of the page."""
        place = self._place(folio.id)
        return {
            "id": folio.id,
            "source": place.source,
            "page": place.page,
            "label": folio.label,
            "series": folio.series,
            "number": folio.number,
            "suffix": folio.suffix,
            "read_as": folio.read_as,
            "repaired": folio.repaired,
            "count": folio.count,
            "others": list(folio.others),
        }

    def annex(self, annex: Annex) -> Row:
        """An annex that a piece announces; `found` is where it stands, where it bears its label."""
        found = self.places.get(annex.place or "")
        return {
            "id": annex.id,
            "piece": annex.piece,
            "label": annex.label,
            "count": annex.count,
            "there": annex.there,
            "status": annex.status,
            "found": {"source": found.source, "page": found.page, "folio": found.folio} if found else None,
            "citation": self.span(annex.span),
        }

    def likeness(self, likeness: Likeness) -> Row:
        """A page that repeats an earlier one; every place of a document is kept."""
        page, other = self._place(likeness.page), self._place(likeness.other)
        return {
            "id": likeness.id,
            "kind": likeness.kind,
            "page": {"source": page.source, "page": page.page, "folio": page.folio},
            "other": {"source": other.source, "page": other.page, "folio": other.folio},
            "containment": likeness.containment,
            "contained": likeness.contained,
            "differences": likeness.differences,
        }

    def clipping(self, clipping: Clipping) -> Row:
        """A press page: fields with their citations, every label with its page."""
        labels = [
            {"page": self._place(told.page).page, "start": told.start, "end": told.end, "label": told.label}
            for told in clipping.labels
        ]
        page = self._place(clipping.labels[0].page) if clipping.labels else None
        row = clip_row(clipping, self.span)
        return {
            "id": clipping.id,
            "source": page.source if page else None,
            "piece": clipping.piece,
            **row,
            "labels": labels,
        }

    def provenance(self, origin: Provenance) -> Row:
        """One article behind its copies."""
        return provenance_row(origin)

    def template(self, template: SiteTemplate) -> Row:
        """Lines that most pages of one container show outside their articles."""
        return template_row(template)


def repeated(likenesses: Iterable[Likeness]) -> dict[str, str]:
    """The page that each page repeats, by ids: original, other version, or what holds most of it."""
    told = [one for one in likenesses if one.kind != "excerpt" or one.containment >= HALF]
    nearest_last = sorted(told, key=lambda one: (-REPEATS.index(one.kind), one.id))
    return {one.page: one.other for one in nearest_last}
