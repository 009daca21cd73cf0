"""Records as the rows of an export: names and order of the fields as `docs/` and other people's scripts know them.

Here is what was found, made of it and decided; what lies in the case stands in `file_rows`.
"""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from greffier.records import (
    Act,
    Answer,
    Balance,
    Call,
    Candidate,
    Citation,
    Claim,
    Entity,
    Event,
    Failure,
    Finding,
    Flow,
    Hop,
    Intercept,
    Mention,
    Moment,
    Quote,
    Reason,
    Reckoning,
    Relation,
    Silence,
    Talk,
    Telling,
    Transfer,
    Undecided,
)
from greffier.writing.cited import Shelf
from greffier.writing.file_rows import FileRows
from greffier.writing.table_rows import call_row, intercept_row, transfer_row
from greffier.writing.value_rows import interval, quantity, time, value

Row = dict[str, Any]


class Rows(FileRows):
    """Turns the records of one case into rows; holds no text of pages."""

    def __init__(self, library: Shelf) -> None:
        super().__init__(library)
        self.entity_of = {mention: entity.id for entity in library.all(Entity) for mention in entity.mentions}
        self.groups = {telling.id: telling.group for telling in library.all(Telling)}

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

    def talk(self, talk: Talk) -> Row:
        """A conversation: its line of call records (None where none holds it), and where it is transcribed."""
        return {
            "id": talk.id,
            "time": time(talk.start),
            "line": talk.line,
            "ends": [{"number": number or None, "names": list(names)} for number, names in talk.ends],
            "directed": talk.directed,
            "speakers": list(talk.speakers),
            "call": self.call(talk.call) if talk.call else None,
            "heard": self.citations(talk.heard),
            "hours": talk.hours,
            "same_length": talk.same_length,
        }

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
            "tellings": list(flow.tellings),
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

    def reckoning(self, told: Reckoning) -> Row:
        """A balance with its lines and what would change it."""
        return self.balance(told.balance) | {
            "came": [self.flow(flow) for flow in told.came],
            "went": [self.flow(flow) for flow in told.went],
            "formula": told.formula,
            "changes": [
                {
                    "kind": one.kind,
                    "name": one.name,
                    "flows": [flow.id for flow in one.flows],
                    "citations": self.citations(one.citations),
                }
                for one in told.changes
            ],
        }

    def relation(self, relation: Relation) -> Row:
        """A tie between two entities."""
        return {
            "id": relation.id,
            "type": relation.type,
            "source_entity": relation.source_entity,
            "target_entity": relation.target_entity,
            "time": time(relation.time),
            "origins": len(relation.origins),
            "citations": self.citations(relation.citations),
        }

    def hop(self, hop: Hop) -> Row:
        """One step of a way between two names, with the ties that make it."""
        return {
            "source": hop.source,
            "target": hop.target,
            "origins": len(hop.origins),
            "relations": [self.relation(relation) for relation in hop.relations],
        }

    def silence(self, silence: Silence) -> Row:
        """A stretch of time of which the pages tell nothing."""
        return {
            "days": silence.days,
            "vague": silence.vague,
            "before": self.moment(silence.before),
            "after": self.moment(silence.after),
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

    def doubt(self, doubt: Undecided) -> Row:
        """A pair of names to review."""
        sides = {name: {"id": one.id, "name": one.name} for name, one in (("left", doubt.left), ("right", doubt.right))}
        return sides | {
            "id": doubt.judgement.id,
            "by": doubt.judgement.by,
            "disputed": doubt.disputed,
            "reasons": [self._reason(one) for one in doubt.judgement.reasons],
            "changes": {"mentions": doubt.mentions, "events": doubt.events, "findings": doubt.findings},
            "looked": [{"id": one.id, "by": one.by, "at": one.at, "why": one.why} for one in doubt.looked],
        }

    def candidate(self, told: Candidate) -> Row:
        """An entity of the case that may be one of a list from elsewhere."""
        return {
            "outsider": {
                "id": told.outsider.id,
                "schema": told.outsider.schema,
                "names": list(told.outsider.names),
                "births": list(told.outsider.births),
            },
            "entity": {"id": told.entity.id, "name": told.entity.name},
            "score": told.score,
            "reasons": [self._reason(one) for one in told.reasons],
        }

    def _reason(self, reason: Reason) -> Row:
        cited = self.citations(map(Citation, reason.spans))
        return {"text": reason.text, "weight": reason.weight, "citations": cited}

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
            "standing": moment.standing,
            "text": moment.text,
            "entities": list(moment.entities),
            "places": list(moment.places),
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
