"""What a case shows of its records: each look-up and each view, filtered and in order. Nothing here writes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from threading import RLock
from typing import Any, TypeVar

from greffier import line
from greffier.assembling.folios import missing_folios
from greffier.assembling.lookup import Lookup, look
from greffier.assembling.paths import path
from greffier.assembling.reckoning import left_out, reckonings
from greffier.citing import span
from greffier.contracts import Records
from greffier.errors import NotInCase, WrongUsage
from greffier.intake.account import account
from greffier.places import Places
from greffier.reading.cell_values import phone
from greffier.records import (
    Account,
    Act,
    Balance,
    Call,
    Clipping,
    Decision,
    Dossier,
    Entity,
    Event,
    Failure,
    Finding,
    Flow,
    Grid,
    Hidden,
    Hop,
    Intercept,
    Judgement,
    Layout,
    Mention,
    MentionKind,
    Moment,
    Page,
    Piece,
    Provenance,
    Reckoning,
    Relation,
    RivalReading,
    Source,
    Span,
    Thread,
    Time,
    Transfer,
    Undecided,
)
from greffier.resolving.named import named
from greffier.resolving.review import doubts, pairs
from greffier.settings import Settings
from greffier.text import key

_SHORTEST = 6  # digits of an id that name a line
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Ledger:
    """The flows of goods and money, and what they leave."""

    flows: tuple[Flow, ...]
    balances: tuple[Balance, ...]

    def balance(self) -> tuple[Balance, ...]:
        """What each holder received, gave and should still have."""
        return self.balances


class Views:
    """The records of a case as people look at them. Each view is made once for each state of the records."""

    def __init__(self, records: Records, settings: Settings) -> None:
        self.records = records
        self.settings = settings
        self._views: dict[str, Any] = {}
        self._views_of = ""
        self._viewing = RLock()  # the workbench serves from several threads: one at a time makes a view

    def all(self, kind: type[Result]) -> Iterator[Result]:
        """Every record of a kind, in the order of ids."""
        return self.records.all(kind)

    def acts(self) -> Iterator[Act]:
        """The custody log."""
        return self.records.acts()

    def page(self, id: str) -> Page:
        """The page with this id. Raises NotInCase."""
        return self._get(Page, id)

    def source(self, id: str) -> Source:
        """The file with this id. Raises NotInCase."""
        return self._get(Source, id)

    def _get(self, kind: type[Result], id: str) -> Result:
        try:
            return self.records.get(kind, id)
        except KeyError:
            where = "List them with `greffier findings`." if kind is Finding else None
            raise NotInCase(f"This case holds no {kind.__name__.lower()} {id}.", where) from None

    def layout(self, page: str) -> Layout:
        """Where the words of a page stand; empty for flowed text."""
        try:
            return self.records.get(Layout, page)
        except KeyError:
            return Layout(page)

    def grid(self, page: str) -> Grid:
        """The rows of tables on a page; empty where it has none."""
        return self.records.get_many(Grid, [page]).get(page, Grid(page, ()))

    def row(self, reference: str) -> Span:
        """The row of a table that a reference names, as it stands: `calls.xlsx#Feuil1!17`. Raises NotInCase."""
        page, number = self.locate(reference)[0], self._places().row(reference)
        found = next((row for row in self.grid(page.id).rows if row.number == number), None)
        if found is None:
            raise NotInCase(f"{reference} names no row that holds anything.", "Write the sheet and the row: #Feuil1!17")
        return span(page, found.start, found.end)

    def mentions(self, page: str) -> Sequence[Mention]:
        """What stands on a page, in the order of the text."""
        owners = self._view("piece_of", lambda: {page: p.id for p in self.all(Piece) for page in p.pages})
        if page not in owners:
            return ()
        found = (m for m in self.records.all(Mention, owner=owners[page]) if m.span.page == page)
        return sorted(found, key=lambda mention: (mention.span.start, -mention.span.end))

    def locate(self, reference: str) -> list[Page]:
        """The pages of a reference as drafts write it, in order. Raises NotInCase."""
        return [self.page(id) for id in self._places().locate(reference)]

    def _places(self) -> Places:
        made: Places = self._view("places", lambda: Places(self.all(Page), self.all(Source), self.all(Grid)))
        return made

    def _view(self, name: str, make: Callable[[], Any]) -> Any:
        """A look-up that is made once for each state of the records."""
        with self._viewing:
            if (state := self.records.version()) != self._views_of:
                self._views, self._views_of = {}, state
            if name not in self._views:
                self._views[name] = make()
            return self._views[name]

    def _forget(self, name: str) -> None:
        """Make a look-up again the next time."""
        with self._viewing:
            self._views.pop(name, None)

    def _every(self, kind: type[Result]) -> tuple[Result, ...]:
        return self._view(kind.__name__, lambda: tuple(self.all(kind)))  # type: ignore[no-any-return]

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
