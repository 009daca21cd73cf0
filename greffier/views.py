"""What a case shows of its records: each look-up and each view, filtered and in order. Nothing here writes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from greffier import line
from greffier.assembling.folios import missing_folios
from greffier.assembling.lookup import Lookup, look
from greffier.assembling.paths import path
from greffier.assembling.reckoning import left_out, reckonings
from greffier.assembling.sessions import headed, line_digits
from greffier.assembling.talks import talks
from greffier.errors import NotInCase, WrongUsage
from greffier.intake.account import account
from greffier.intake.outside import Outside
from greffier.looking import Looking
from greffier.reading.cell_values import phone
from greffier.records import (
    Account,
    Balance,
    Beside,
    Call,
    Clipping,
    Decision,
    Dossier,
    Entity,
    Event,
    Failure,
    Finding,
    Flow,
    Hidden,
    Hop,
    Intercept,
    Judgement,
    Link,
    Mention,
    MentionKind,
    Moment,
    Page,
    Piece,
    Provenance,
    Quote,
    Reckoning,
    Relation,
    RivalReading,
    Source,
    Talk,
    Thread,
    Time,
    Transfer,
    Undecided,
)
from greffier.resolving.beside import Known
from greffier.resolving.named import named
from greffier.resolving.review import doubts, pairs
from greffier.text import key

_SHORTEST = 6  # digits of an id that name a line


@dataclass(frozen=True, slots=True)
class Ledger:
    """The flows of goods and money, and what they leave."""

    flows: tuple[Flow, ...]
    balances: tuple[Balance, ...]

    def balance(self) -> tuple[Balance, ...]:
        """What each holder received, gave and should still have."""
        return self.balances


class Views(Looking):
    """The records of a case as people look at them. Each view is made once for each state of the records."""

    def account(self) -> Account:
        """What came in and what became of it."""
        return self._view("account", self._account)  # type: ignore[no-any-return]

    def _account(self) -> Account:
        return account(
            list(self.all(Source)),
            self.all(Page),
            self.all(Piece),
            list(self.all(Failure)),
            line.sheets_waiting(self.records, self.settings),
            missing_folios(self.all(Page)),
            self.all(Hidden),
            self.all(RivalReading),
        )

    def clippings(self) -> list[Clipping]:
        """The press pages, in the order of their files."""
        paths = {page.id: self.source(page.source).path for page in self.all(Page)}
        return sorted(self._every(Clipping), key=lambda one: (paths[one.labels[0].page] if one.labels else "", one.id))

    def provenances(self) -> tuple[Provenance, ...]:
        """The articles behind the press pages: copies of one count once."""
        return self._every(Provenance)

    def people(self, kind: str | None = "person") -> list[Entity]:
        """Who is in the file, most present first; `kind` chooses organisations, phones… and None everything."""
        chosen = (e for e in self._every(Entity) if kind is None or e.kind == kind)
        return sorted(chosen, key=lambda entity: (-entity.pages, key(entity.name), entity.id))

    def entity(self, told: str) -> Entity:
        """The one entity with this id or name. Raises NotInCase, or WrongUsage where several have the name."""
        return named(told, self._every(Entity))

    def review(self) -> list[Undecided]:
        """The pairs of names that nobody has decided on, those first whose decision would change most."""
        return list(self._view("review", self._doubts))

    def _doubts(self) -> list[Undecided]:
        judged = [one for one in self.all(Judgement) if one.verdict == "unsure"]
        found = pairs(judged, self._every(Entity)) if judged else []
        if not found:
            return []
        mentions = self.records.get_many(Mention, (id for pair in found for id in pair.less.mentions)).values()
        return doubts(found, list(self.all(Decision)), mentions, self.all(Event), self._every(Finding))

    def known(self, untrusted_path: str | Path) -> Beside:
        """Who of this case may be in a file of entities from elsewhere (FollowTheMoney). Nothing of it is kept.

        Raises OutsideFailed where the file cannot be read.
        """
        outside = Outside()
        known = self._view("known", lambda: Known(self._every(Entity), self.all(Mention), self.all(Link)))
        looked_at, found = 0, []
        for outsider in outside.read(Path(untrusted_path)):
            looked_at += 1
            found += known.candidates(outsider)
        found.sort(key=lambda one: (-one.score, one.outsider.id, one.entity.id))
        return Beside(tuple(found), looked_at, outside.left_aside)

    def timeline(
        self,
        *,
        who: str | None = None,
        start: str = "",
        end: str = "",
        kind: str | None = None,
        place: str | None = None,
    ) -> list[Moment]:
        """What happened when. `start` and `end` are ISO dates; a vague moment is kept if it may fall between them."""
        wanted = self.entity(who).id if who else None
        where = named(place, [one for one in self._every(Entity) if one.kind == "place"]).id if place else None
        chosen = [
            moment
            for moment in self._every(Moment)
            if (wanted is None or wanted in moment.entities)
            and (where is None or where in moment.places)
            and (kind is None or moment.kind == kind)
            and (not start or not moment.time.latest or moment.time.latest >= start)
            and (not end or not moment.time.earliest or moment.time.earliest[: len(end)] <= end)
        ]
        return sorted(chosen, key=lambda m: (m.time.earliest or m.time.latest, m.time.latest, m.id))

    def ledger(self, good: str | None = None) -> Ledger:
        """What moved, from whom to whom, and what is missing; of one good or of all."""
        flows = sorted(
            (f for f in self._every(Flow) if good is None or key(f.good) == key(good)),
            key=lambda f: (f.good, (f.time.earliest if f.time else "") or "9999", f.id),
        )
        balances = (b for b in self._every(Balance) if good is None or key(b.good) == key(good))
        return Ledger(tuple(flows), tuple(sorted(balances, key=lambda b: (b.good, b.holder, b.unit))))

    def flow(self, told: str) -> Flow:
        """The line of the ledger with this id, or the only one whose id begins so. Raises NotInCase."""
        found = [flow for flow in self._every(Flow) if len(told) >= _SHORTEST and flow.id.startswith(told)]
        if len(found) != 1:
            raise NotInCase(f"No line of the ledger is called {told}.", "See their ids with `greffier ledger`.")
        return found[0]

    def reckonings(self, good: str | None = None) -> list[Reckoning]:
        """What each holder received and gave, line by line, and what would change it; of one good or of all."""
        told = self.ledger(good)
        return reckonings(self._view("reckoning", self._reckoned_on), told.flows, told.balances, self.review())

    def _reckoned_on(self) -> Lookup:
        """What reckonings look things up in: what is not counted, and the pages that the ledger cites; not the case."""
        events = tuple(event for event in self.all(Event) if left_out(event))
        wanted = {id for one in events for id in (*one.quantities, *(role.mention for role in one.roles)) if id}
        cited = {one.span.page for flow in self._every(Flow) for one in flow.citations}
        mentions = self.records.get_many(Mention, wanted).values()
        pages = self.records.get_many(Page, cited).values()
        entities = self._every(Entity)
        return look(Dossier(pages=tuple(pages), mentions=tuple(mentions), events=events, entities=entities))

    def network(self, who: str | None = None) -> list[Relation]:
        """Who is tied to whom, each tie with its pages; those first that come from most independent origins."""
        wanted = self.entity(who).id if who else None
        found = (r for r in self._every(Relation) if wanted is None or wanted in (r.source_entity, r.target_entity))
        return sorted(found, key=lambda one: (-len(one.origins), -len(one.citations), one.id))

    def path(self, left: str, right: str) -> list[Hop]:
        """How two names are tied: the shortest way over the ties that pages tell; empty where there is none."""
        one, other = self.entity(left), self.entity(right)
        if one.id == other.id:
            raise WrongUsage(f"{left} and {right} are one.", "Name two.")
        return path(self._every(Relation), one.id, other.id)

    def findings(self, kind: str | None = None) -> list[Finding]:
        """Questions to put, the gravest first."""
        rank = {"high": 0, "medium": 1, "low": 2}
        chosen = (f for f in self._every(Finding) if kind is None or f.kind == kind)
        return sorted(chosen, key=lambda f: (rank[f.severity], f.certainty, f.rule, f.id))

    def calls(self, *, who: str | None = None, line: str | None = None, start: str = "", end: str = "") -> list[Call]:
        """The lines of call records, in the order of time. `who` is a name, an id or a number; `line` a number."""
        numbers, lines = self._numbers(who), self._numbers(line)
        chosen = (
            call
            for call in self._every(Call)
            if (numbers is None or numbers & {call.caller, call.called, call.line})
            and (lines is None or call.line in lines)
            and _between(call.start, start, end)
        )
        return sorted(chosen, key=lambda call: (call.start.edtf if call.start else "", call.id))

    def talks(self, *, who: str | None = None, line: str | None = None, start: str = "", end: str = "") -> list[Talk]:
        """Who spoke to whom, and when: transcripts and call records joined; filters as for `calls`."""
        numbers, lines = (self._digits(told) for told in (who, line))
        return [
            one
            for one in self._view("talks", self._talks)
            if (numbers is None or numbers & {line_digits(number) for number, _ in one.ends})
            and (lines is None or one.line in lines)
            and _between(one.start, start, end)
        ]

    def _talks(self) -> list[Talk]:
        heard = {one.piece for one in self.all(Intercept)}
        told = {one.id for one in self.all(Page) if headed(one.text)}
        pieces = [one for one in self.all(Piece) if one.id in heard or told.intersection(one.pages)]
        listed = {one.citations[0].span.page for one in self._every(Call) if one.citations}
        pages = self.records.get_many(Page, listed.union(id for one in pieces for id in one.pages)).values()
        links = [one for one in self.all(Link) if one.type == "line"]
        quotes = [one for piece in pieces for one in self.records.all(Quote, owner=piece.id)]
        mentions = {one.id: one for piece in pieces for one in self.records.all(Mention, owner=piece.id)}
        mentions |= self.records.get_many(Mention, (id for one in links for id in (one.left, one.right)))
        return talks(look(Dossier(
            sources=self._every(Source), pages=tuple(pages), pieces=tuple(pieces), mentions=tuple(mentions.values()),
            links=tuple(links), quotes=tuple(quotes),
            entities=self._every(Entity), calls=self._every(Call), intercepts=self._every(Intercept),
        )))  # fmt: skip

    def _digits(self, told: str | None) -> set[str] | None:
        numbers = self._numbers(told)
        return None if numbers is None else {line_digits(number) for number in numbers if number}

    def transfers(self, *, who: str | None = None, start: str = "", end: str = "") -> list[Transfer]:
        """The lines of bank statements, in the order of their days. `who` is looked for in labels and accounts."""
        wanted = key(who) if who else ""
        chosen = (
            one
            for one in self._every(Transfer)
            if (not wanted or wanted in key(one.label or "") or wanted == key(one.account or ""))
            and _between(one.day, start, end)
        )
        return sorted(chosen, key=lambda one: (one.day.earliest if one.day else "", one.id))

    def intercepts(
        self, *, who: str | None = None, line: str | None = None, start: str = "", end: str = ""
    ) -> list[Intercept]:
        """The intercepted communications, in the order of time; filters as for `calls`."""
        numbers, lines = self._numbers(who), self._numbers(line)
        chosen = (
            one
            for one in self._every(Intercept)
            if (numbers is None or numbers & {one.correspondent, one.line})
            and (lines is None or one.line in lines)
            and _between(one.start, start, end)
        )
        return sorted(chosen, key=lambda one: (one.start.edtf if one.start else "", one.id))

    def threads(self, *, who: str | None = None, start: str = "", end: str = "") -> list[Thread]:
        """The threads of mail, in the order in which they began. `who` is a name, an id or an address.

        One that may have gone on between the dates is kept.
        """
        people = self._addresses(who)
        chosen = (
            thread
            for thread in self._every(Thread)
            if (people is None or people & {key(one) for one in thread.participants})
            and (not start or (thread.last is not None and thread.last.latest >= start))
            and (not end or (thread.first is not None and thread.first.earliest[: len(end)] <= end))
        )
        return sorted(chosen, key=lambda thread: (thread.first.earliest if thread.first else "9999", thread.id))

    def _addresses(self, told: str | None) -> set[str] | None:
        """The addresses and names that a name, an id or an address stands for, folded; None where nothing was asked."""
        if told is None or "@" in told:
            return None if told is None else {key(told)}
        entity = self.entity(told)
        return {key(form.value) for one in (entity, *self._near(entity, "email")) for form in one.names}

    def _near(self, entity: Entity, kind: MentionKind) -> list[Entity]:
        """The entities of a kind that are tied to one, itself among them if it is of that kind."""
        near = {id for tie in self.network(entity.id) for id in (tie.source_entity, tie.target_entity)} | {entity.id}
        return [one for one in self._every(Entity) if one.kind == kind and one.id in near]

    def _numbers(self, told: str | None) -> set[str | None] | None:
        """The telephone numbers that a name, an id or a number stands for; None where nothing was asked."""
        if told is None:
            return None
        if number := phone(told):
            return {number}
        entity = self.entity(told)
        return {phone(form.value) for one in self._near(entity, "phone") for form in one.names} - {None}

    def pieces(self, kind: str | None = None) -> list[Piece]:
        """The logical documents, in the order of the files that hold them."""
        paths = {source.id: source.path for source in self._every(Source)}
        order = {page.id: page.number for page in self.all(Page)}
        chosen = (p for p in self._every(Piece) if kind is None or p.kind == kind)
        return sorted(chosen, key=lambda p: (paths[p.source], order[p.pages[0]]))


def _between(told: Time | None, start: str, end: str) -> bool:
    """Whether a time may fall between two ISO dates or parts of dates; without bounds, every time does."""
    if told is None:
        return not (start or end)
    return (not start or told.latest >= start) and (not end or told.earliest[: len(end)] <= end)
