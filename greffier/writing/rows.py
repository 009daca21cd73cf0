"""Records as the rows of an export: names and order of the fields as `docs/` and other people's scripts know them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from typing import Any

from greffier.records import (
    Act,
    Annex,
    Answer,
    Balance,
    Call,
    Claim,
    Clipping,
    Dating,
    Entity,
    Event,
    Failure,
    Finding,
    Flow,
    Folio,
    Hidden,
    Intercept,
    Likeness,
    Mention,
    Moment,
    Page,
    Piece,
    Provenance,
    Quote,
    Relation,
    RivalReading,
    SiteTemplate,
    Source,
    Telling,
    Thread,
    Transfer,
)
from greffier.writing.cited import Cited, Shelf
from greffier.writing.letter_rows import letter_row, thread_row
from greffier.writing.press_rows import clip_row, provenance_row, template_row
from greffier.writing.table_rows import call_row, intercept_row, transfer_row
from greffier.writing.value_rows import interval, quantity, time, value

Row = dict[str, Any]

REPEATS = ("copy", "version", "excerpt")  # what a page is said to repeat, the nearest first
HALF = 0.5  # of a page that stands in another one, below which it says more of its own


class Rows(Cited):
    """Turns the records of one case into rows; holds no text of pages."""

    def __init__(self, library: Shelf) -> None:
        super().__init__(library)
        self.entity_of = {mention: entity.id for entity in library.all(Entity) for mention in entity.mentions}
        self.datings = {dating.id: dating for dating in library.all(Dating)}
        self.repeats = repeated(library.all(Likeness))
        self.groups = {telling.id: telling.group for telling in library.all(Telling)}

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

    def mention(self, mention: Mention) -> Row:
        """Something named."""
        return {
            "id": mention.id,
            "kind": mention.kind,
            "surface": mention.span.exact,
            "value": value(mention),
            "citation": self.span(mention.span),
            "entity": self.entity_of.get(mention.id),
            "reader": mention.reader,
            "confidence": mention.confidence,
        }

    def entity(self, entity: Entity) -> Row:
        """Somebody or something over all its names."""
        names = [{"value": n.value, "kind": n.kind, "citations": self.citations(n.citations)} for n in entity.names]
        return {
            "id": entity.id,
            "kind": entity.kind,
            "name": entity.name,
            "names": names,
            "roles": list(entity.roles),
            "mentions": list(entity.mentions),
            "protected": entity.protected,
            "publish_as": entity.publish_as,
        }

    def quote(self, quote: Quote) -> Row:
        """Words said or written."""
        speaker = {"entity": self.entity_of.get(quote.speaker or ""), "name": quote.speaker_name}
        return {
            "id": quote.id,
            "kind": quote.kind,
            "text": quote.span.exact,
            "speaker": speaker,
            "addressee": quote.addressee,
            "translated": quote.translated,
            "within": quote.within,
            "citation": self.span(quote.span),
            "reader": quote.reader,
        }

    def event(self, event: Event) -> Row:
        """Something told."""
        roles = [
            {
                "role": role.role,
                "entity": self.entity_of.get(role.mention or ""),
                "name": role.name,
                "citation": self.span(role.span),
            }
            for role in event.roles
        ]
        return {
            "id": event.id,
            "type": event.type,
            "time": time(event.time),
            "place": event.place,
            "roles": roles,
            "quantities": list(event.quantities),
            "polarity": event.polarity,
            "modality": event.modality,
            "attributed_to": event.attributed_to,
            "group": self.groups.get(event.id, event.group),
            "citations": self.citations(event.citations),
            "reader": event.reader,
        }

    def call(self, call: Call) -> Row:
        """A line of call records; `fields` has the citation of each field."""
        return call_row(call, self.citations, self.span)

    def transfer(self, transfer: Transfer) -> Row:
        """A line of a bank statement."""
        return transfer_row(transfer, self.citations, self.span)

    def intercept(self, intercept: Intercept) -> Row:
        """An intercepted communication, with its turns."""
        return intercept_row(intercept, self.citations, self.span)

    def flow(self, flow: Flow) -> Row:
        """A ledger line."""
        return {
            "id": flow.id,
            "good": flow.good,
            "quantity": quantity(flow.quantity),
            "from": flow.origin,
            "to": flow.target,
            "time": time(flow.time),
            "status": flow.status,
            "formula": flow.formula,
            "group": flow.group,
            "citations": self.citations(flow.citations),
        }

    def balance(self, balance: Balance) -> Row:
        """What a holder should still have; `in`, `out` and `unaccounted` are intervals in the same unit, None open."""
        return {
            "id": balance.id,
            "good": balance.good,
            "holder": balance.holder,
            "unit": balance.unit,
            **interval(balance.low, balance.high),
            "in": interval(balance.in_low, balance.in_high),
            "out": interval(balance.out_low, balance.out_high),
            "unaccounted": interval(balance.unaccounted_low, balance.unaccounted_high),
            "flows": list(balance.flows),
        }

    def relation(self, relation: Relation) -> Row:
        """A tie between two entities."""
        return {
            "id": relation.id,
            "type": relation.type,
            "source_entity": relation.source_entity,
            "target_entity": relation.target_entity,
            "time": time(relation.time),
            "citations": self.citations(relation.citations),
        }

    def finding(self, finding: Finding) -> Row:
        """A question to put."""
        return {
            "id": finding.id,
            "rule": finding.rule,
            "kind": finding.kind,
            "severity": finding.severity,
            "certainty": finding.certainty,
            "title": {"en": finding.title_en, "fr": finding.title_fr},
            "citations": self.citations(finding.citations),
            "explanations": [{"en": told.en, "fr": told.fr} for told in finding.explanations],
            "scope": finding.scope,
            "status": finding.status,
            "note": finding.note,
        }

    def failure(self, failure: Failure) -> Row:
        """What could not be done; `source` is a path."""
        return {
            "id": failure.id,
            "source": self._path(failure.source),
            "page": failure.page,
            "step": failure.step,
            "kind": failure.kind,
            "reason": failure.reason,
        }

    def act(self, act: Act) -> Row:
        """A line of the custody log, as it is stored; its `id` is its number."""
        row: Row = {"id": act.seq}
        row.update((field.name, getattr(act, field.name)) for field in fields(act))
        return row

    def moment(self, moment: Moment) -> Row:
        """An entry of the timeline."""
        return {
            "id": moment.id,
            "time": time(moment.time),
            "kind": moment.kind,
            "text": moment.text,
            "entities": list(moment.entities),
            "citations": self.citations(moment.citations),
        }

    def answer(self, answer: Answer) -> Row:
        """What the file says to a question."""
        return {
            "question": answer.question,
            "found": answer.found,
            "sentences": [{"text": s.text, "citations": self.citations(s.citations)} for s in answer.sentences],
            "searched": {"pages": answer.pages_searched, "unreadable": answer.pages_unreadable},
        }

    def claim(self, claim: Claim) -> Row:
        """The verdict on a sentence of a draft."""
        return {
            "start": claim.start,
            "end": claim.end,
            "text": claim.text,
            "verdict": claim.verdict,
            "blocks": claim.blocks,
            "reasons": list(claim.reasons),
            "citations": self.citations(claim.citations),
            "counter": self.citations(claim.counter),
        }


def repeated(likenesses: Iterable[Likeness]) -> dict[str, str]:
    """The page that each page repeats, by ids: original, other version, or what holds most of it."""
    told = [one for one in likenesses if one.kind != "excerpt" or one.containment >= HALF]
    nearest_last = sorted(told, key=lambda one: (-REPEATS.index(one.kind), one.id))
    return {one.page: one.other for one in nearest_last}
