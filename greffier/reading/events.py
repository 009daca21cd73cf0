"""Reads events: who did what to whom, when, where and how much, and how sure the page is of it.

An event is told by a trigger; its places are filled by what stands around it in the same clause. What somebody is
quoted as saying is attributed to them and alleged.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache, partial

from greffier.reading import titled
from greffier.reading.blanks import closed
from greffier.reading.call_events import listed_call, sheet_calls
from greffier.reading.cast import NOBODY, Cast, Speaker
from greffier.reading.circumstances import is_payment, place_of, quantities_of
from greffier.reading.claims import Claim, Claims
from greffier.reading.clause import Clause
from greffier.reading.clauses import split_clauses
from greffier.reading.common_nouns import thing_of
from greffier.reading.custody_fields import OF_FIELDS
from greffier.reading.doers import Before, Doers
from greffier.reading.enough import enough
from greffier.reading.entries import Entries, Entry, stretches
from greffier.reading.event_times import begun, is_state, time_of, told_since
from greffier.reading.exhibits import with_word
from greffier.reading.heads import act_time
from greffier.reading.lists_of_payments import listed
from greffier.reading.lists_of_seals import listed_seals
from greffier.reading.mention import span
from greffier.reading.movers import Movers
from greffier.reading.openings import Openings
from greffier.reading.posing import is_posed
from greffier.reading.quotes import denials
from greffier.reading.rows import MOVEMENTS, told_in_rows
from greffier.reading.shares import shared
from greffier.reading.slot import PARTIES, Slot
from greffier.reading.slots import Slots
from greffier.reading.somebody_unnamed import people_of
from greffier.reading.sureness import asked_or_forbidden
from greffier.reading.taken import Taken, beginning
from greffier.reading.telling import Answer, Telling, Told
from greffier.reading.terms import Terms
from greffier.reading.trigger import Trigger
from greffier.reading.triggers import find_triggers
from greffier.reading.verb_forms import event_of, roles_of
from greffier.reading.vocabulary import level
from greffier.reading.watched import Watched
from greffier.reading.ways import joined, one_way
from greffier.reading.weighings import find_weighings
from greffier.records import Call, Citation, Event, Found, Link, Mention, Page, Piece, Quote, Role, Time, digest

_WORD_BEFORE = 30  # characters before a verb in which a word for what goes stands
_AT_ONCE = 30  # characters of an answer in which the date stands that a question asks for
_HELD = re.compile(
    r"(?:the\s+)?(?:prisoner|detainee|detained\s+person|d/?p|suspect)|(?:le\s+|la\s+|l')?(?:gardee?\s+a\s+vue|interessee?|mise?\s+en\s+cause|prevenue?|retenue?)"
)
_TO_COME = re.compile(
    r"(?<![\w'-])(?:(?:tu|you|vous)\s+(?:(?:me|te|se|le|la|les|lui|leur|en|y|[ml]')\s*)*(?=[a-z])|demain|ce\s+soir|tout\s+a\s+l'heure|tomorrow|tonight)"
)
_BULLET = re.compile(r"\s*(?:\(?[a-z\d]{1,3}[.)/]|[*•|-])\s+")  # what stands before a note in a list
_PRONOUN_AFTER = re.compile(r"\s+(?:to\s+)?(?:him|her|them|me|us|it|these|those)(?![\w'-])")
_CLITIC = re.compile(r"(?<![\w'-])(?:le\s|la\s|les\s|lui\s|leur\s|l'|m'|nous\s)")
_IN_ROWS = MOVEMENTS | OF_FIELDS  # what a row or a field that was read tells itself
_ORDERED = frozenset(("authorise", "appoint"))  # « AUTORISONS »: of the day of the order
_OF_THE_DAY = frozenset(("search", "seize", "travel", "hear"))  # « saisissons »: of the day of the record


class Events:
    """Finds events; a slot without a clear filler stays empty."""

    name = "events"
    version = 16

    def read(self, piece: Piece, pages: Sequence[Page], found: Sequence[Found]) -> Iterable[Found]:
        aside = {one.right for one in found if isinstance(one, Link) and one.type in ("born", "role")}
        mentions: dict[str, list[Mention]] = {page.id: [] for page in pages}
        quotes: dict[str, list[Quote]] = {page.id: [] for page in pages}
        for one in found:
            if isinstance(one, Mention) and one.span.page in mentions and one.id not in aside:
                mentions[one.span.page].append(one)
            elif isinstance(one, Quote) and one.span.page in quotes:
                quotes[one.span.page].append(one)
        for here in mentions.values():
            here.sort(key=lambda one: (one.span.start, one.span.end))
        cast = Cast.of(piece, pages, found)
        dates = [one for one in found if isinstance(one, Mention) and one.kind == "date"]
        act = cache(partial(act_time, pages, dates, piece.kind))
        rows, days = told_in_rows(found), titled.days(pages, dates)
        for page in pages:
            said = [*quotes[page.id], *denials(piece, page, cast)]
            around = rows.get(page.id), days.get(page.id)
            yield from _Reading(piece, page, mentions[page.id], said, cast, act, *around, self.name).events()
        yield from sheet_calls(piece, pages, mentions, self.name)
        for one in found:
            if isinstance(one, Call) and (one.caller or one.called):
                yield listed_call(piece, one, mentions, self.name)


def _role(slot: Slot) -> Role:
    return Role(slot.role, slot.mention.id, slot.mention.normalised or slot.mention.span.exact, slot.mention.span)


class _Reading:
    """One page being read for events."""

    def __init__(
        self,
        piece: Piece,
        page: Page,
        mentions: list[Mention],
        quotes: list[Quote],
        cast: Cast,
        act: Callable[[], Time | None],
        rows: Taken | None,
        day: Time | None,
        reader: str,
    ) -> None:
        self._piece, self._page, self._reader, self._cast, self._act, self._day = piece, page, reader, cast, act, day
        mentions = [one for one in mentions if not is_posed(level(page.text), one)]
        self._mentions = [with_word(one, page) if one.kind == "seal" else one for one in mentions]
        self._turns = sorted((one.span for one in quotes if one.kind == "turn"), key=lambda one: one.start)
        self._dates = [one for one in mentions if one.kind == "date"]
        self._entries = Entries(level(page.text), self._dates)
        self._flat = self._entries.flat
        self._watched = Watched(page.text, [one for one in mentions if one.kind == "person"], cast.held)
        self._telling = Telling(piece, page, self._flat, mentions, quotes, cast)
        self._terms = Terms(page, level(page.text), mentions, cast)
        self._movers = Movers(self._flat, mentions)
        self._doers = Doers(piece, page, self._flat, mentions, cast, self._watched, self._terms, self._telling)
        self._rows = rows
        self._carried: tuple[Role, ...] = ()
        self._claims = Claims(self._flat)
        self._ends = frozenset(one.span.end for one in mentions if one.kind in (*PARTIES, "plate", "container"))

    def events(self) -> Iterator[Event]:
        made: set[str] = set()
        for event in (*self._told_by_verbs(), *self._weighed()):
            if event.id not in made:
                made.add(event.id)
                yield event

    def _told_by_verbs(self) -> Iterator[Event]:
        for start, end in stretches(self._page.text, self._entries.cuts):
            entry = self._entries.entry(start)
            asked = self._page.text.endswith("?", start, end)
            answer = self._telling.answer(start, end) if asked else None
            triggers = [] if asked and answer is None else self._triggers(start, end, entry)
            if answer is not None:  # what the answer tells itself is no second event
                again = {one.type for one in self._triggers(answer.start, answer.end, None)}
                triggers = [one for one in triggers if one.type not in again]
            if not triggers:
                self._carried = ()
                continue
            here = [one for one in beginning(self._mentions, start, end, "span.start") if one.span.end <= end]
            clauses = split_clauses(self._flat, start, end, triggers)
            before: Before | None = None
            last: tuple[int, Claim] | None = None
            kept: list[Event] = []
            for trigger in triggers:
                told = self._telling.told(trigger)
                clause = (max(clauses[trigger][0], told.start), clauses[trigger][1])
                claim = self._claims.of(self._to_come(trigger, told, clause), told, clause, (start, end), last)
                last = trigger.end, claim
                event = self._event(trigger, told, clause, (start, end), here, before, entry, claim)
                event = event if answer is None else self._answered(event, answer)
                before = self._before(trigger, event)
                if trigger is triggers[0]:
                    goes_on = entry and trigger.voice == "active" and not self._telling.quoted(trigger.start)
                    self._carried = before.doers if goes_on else ()
                if kept and one_way(kept[-1], event):
                    kept[-1] = joined(kept[-1], event)
                elif self._enough(trigger, told, event, entry):
                    kept.append(event)
            for event in kept:
                apart = (listed, listed_seals, shared)
                yield from next((more for each in apart if (more := each(self._flat, event, here))), [event])

    def _answered(self, event: Event, answer: Answer) -> Event:
        """What a question and its answer tell together: it is the word of who answers, who may deny it."""
        dated = [one for one in beginning(self._dates, answer.start, answer.start + _AT_ONCE, "span.start") if one.time]
        return replace(
            event,
            attributed_to=self._cast.heard.id,
            modality="alleged",
            polarity="positive" if answer.agrees else "negative",
            time=event.time or (dated[0].time if dated and answer.agrees else None),
        )

    def _before(self, trigger: Trigger, event: Event) -> Before:
        sides = roles_of(trigger.type)
        doers = tuple(role for role in event.roles if role.role == sides["subject"])
        if sides["subject"] == sides.get("object"):  # who meets stands before the verb, whom he meets after it
            doers = tuple(role for role in doers if role.span.start < trigger.end)
        return Before(trigger, doers, tuple(role for role in event.roles if role.role == sides.get("object")))

    def _triggers(self, start: int, end: int, entry: Entry | None) -> list[Trigger]:
        """The triggers of a sentence; an entry of a log may speak of people by codes and leave them out."""
        ends = self._ends | frozenset((*self._terms.ends(start, end), *self._movers.ends(start, end)))
        openings = Openings(fields=self._entries.fields)
        if entry is not None and not self._telling.quoted(entry.body):
            ends |= frozenset(self._watched.ends(start, end))
            openings = openings._replace(entries=self._entries.openings(start, end))
        first = bisect_right(self._turns, start, key=lambda one: one.end)
        turns = self._turns[first : bisect_left(self._turns, end, key=lambda one: one.start)]
        openings = openings._replace(turns=frozenset(closed(self._flat, max(start, one.start)) for one in turns))
        if not turns:
            led = _BULLET.match(self._flat, start, end)
            openings = openings._replace(sentence=closed(self._flat, led.end() if led else start))
        triggers = list(find_triggers(self._page.text, start, end, ends, openings))
        if self._rows is None:
            return triggers
        return [one for one in triggers if one.type not in _IN_ROWS or self._rows.free(one.start, one.end)]

    def _enough(self, trigger: Trigger, told: Told, event: Event, entry: Entry | None) -> bool:
        """Whether an event is told: a denial and somebody's own word count as circumstances do."""
        if told.aloud and trigger.now and not (event.time or event.quantities):
            return False  # « je l'appelle »: talk of what goes on
        if asked_or_forbidden(self._flat[event.citations[0].span.start : trigger.start]):
            return False
        if (
            event.polarity == "negative"
            and event.modality == "planned"
            and not any(role.mention for role in event.roles)
        ):
            return False  # « aucune quantité ne pourra être remise »: what may not be done is no act
        more = sum(map(bool, (event.time, event.place, event.polarity == "negative", event.attributed_to)))
        more += self._to_somebody(trigger, event) + (trigger.mine and bool(event.roles))
        watched = (
            entry is not None
            and event.modality == "fact"
            and not self._telling.quoted(trigger.start)
            and self._watched.held is NOBODY
        )
        word = self._flat[slice(*trigger.word)]
        none = event.polarity == "negative" and not (trigger.negative or told.quoted)
        return enough(trigger, word, event.roles, bool(event.quantities), more, watched, none)

    def _to_somebody(self, trigger: Trigger, event: Event) -> bool:
        """« l'a interpellé », `paid him`: whom a pronoun means that the page leaves open, done by somebody named."""
        told = _PRONOUN_AFTER.match(self._flat, trigger.end) or _CLITIC.search(
            self._flat, trigger.start, trigger.word[0]
        )
        return bool(told and event.roles and trigger.voice == "active" and trigger.type not in ("travel", "find"))

    def _event(
        self,
        trigger: Trigger,
        told: Told,
        clause: tuple[int, int],
        sentence: tuple[int, int],
        here: Sequence[Mention],
        before: Before | None,
        entry: Entry | None,
        claim: Claim,
    ) -> Event:
        here = [one for one in here if not self._telling.apart(trigger, one)]
        around = Clause(self._flat, trigger, clause, sentence[0], here, self._page.language == "en")
        roles = [self._named(_role(slot)) for slot in Slots(around).filled()]
        bare = entry is not None and trigger.start <= max(sentence[0], entry.body)
        open_ = self._doers.missing(trigger, told, roles, sentence[0], before, self._carried if bare else ())
        roles += map(self._named, open_)
        roles = [role for role in roles if role.role != "agent" or not self._movers.is_word(role)]
        if trigger.type == "travel" and not {role.role for role in roles} & {"agent", "object"}:
            mover = self._movers.before(max(sentence[0], trigger.start - _WORD_BEFORE), trigger.start)
            roles += [mover] if mover else []
        place, amounts = place_of(around), quantities_of(around)
        roles += self._unnamed(around, roles, bool(amounts), entry.body if entry else 0)
        type_ = "pay" if is_payment(around, amounts) else event_of(trigger.type)
        return Event(
            id=digest("event", self._page.id, trigger.start, type_),
            type=type_,
            piece=self._piece.id,
            reader=self._reader,
            citations=(Citation(span(self._page, *sentence)),),
            time=self._time(trigger, told, clause, sentence, entry, claim),
            place=place.id if place and not any(role.mention == place.id for role in roles) else None,
            roles=tuple(roles),
            quantities=tuple(one.id for one in amounts),
            attributed_to=told.speaker.id if told.quoted else None,  # who writes a page tells facts
            polarity=claim.polarity,
            modality=claim.modality,
        )

    def _unnamed(self, around: Clause, roles: Sequence[Role], amounts: bool, body: int) -> Iterator[Role]:
        """What nouns fill where the page names nobody and nothing."""
        places = list(people_of(around, frozenset(role.role for role in roles)))
        if not amounts and not any(role.role in ("object", "seal") for role in roles):
            thing = thing_of(around, max(body, around.start))
            places += [("object", thing)] if thing else []
        for role, place in dict(places).items():
            yield Role(role, None, self._page.text[slice(*place)], span(self._page, *place))

    def _to_come(self, trigger: Trigger, told: Told, clause: tuple[int, int]) -> Trigger:
        """« tu lui donnes 200 euros »: what is to be done."""
        talk = told.aloud and trigger.now and not self._cast.stated
        return trigger._replace(modality="planned") if talk and _TO_COME.search(self._flat, *clause) else trigger

    def _named(self, role: Role) -> Role:
        """« le gardé à vue », `prisoner` is whom a record is about; « le gérant », « le Grand » is named."""
        held = self._watched.held
        meant = held is not NOBODY and held.name and _HELD.fullmatch(level(role.span.exact))
        who = held if meant else self._terms.office(role.mention or "")
        who = who if who.name else self._whole(role.name)
        return replace(role, mention=who.id, name=who.name) if who.name else role

    def _whole(self, name: str) -> Speaker:
        """Who has a by-name, by a name of more words; two names of as many are each as good as the other."""
        who = self._cast.bearer(name)
        words, more = (len([word for word in it.split() if word[:1].isupper()]) for it in (name, who.name or ""))
        return who if words < more else NOBODY

    def _time(
        self,
        trigger: Trigger,
        told: Told,
        clause: tuple[int, int],
        sentence: tuple[int, int],
        entry: Entry | None,
        claim: Claim,
    ) -> Time | None:
        words = (max(sentence[0], told.start), min(sentence[1], told.end or sentence[1]))
        none = claim.polarity == "negative"  # what was not done has no day but one told beside it
        outside = none or (told.quoted and told.end is not None) or self._piece.kind == "intercept"
        found = None if told.quoted else self._entries.field_time(trigger.word[0], trigger.type)
        found = found or time_of(self._flat, trigger, clause, words, self._dates, outside or entry is not None)
        of_entry = entry is not None and not told.quoted and trigger.modality == "fact" and not is_state(trigger)
        if found is None and entry is not None and of_entry:
            found = None if told_since(self._dates, entry.time, entry.body, sentence[0]) else entry.time
        if found is not None and found.time is not None:
            return begun(found.time) if trigger.type == "custody_start" else found.time
        if not trigger.ours or told.quoted:
            return None
        if trigger.type in _ORDERED:  # of the day of its own page, where a bundle has several
            act = self._act()
            return act if self._day is None or (act and act.earliest[:10] == self._day.earliest) else self._day
        return self._day if trigger.modality == "fact" and trigger.type in _OF_THE_DAY else None

    def _weighed(self) -> Iterator[Event]:
        for one in find_weighings(self._flat, self._mentions):
            yield Event(
                id=digest("event", self._page.id, one.start, "weigh"),
                type="weigh",
                piece=self._piece.id,
                reader=self._reader,
                citations=(Citation(span(self._page, one.start, one.end)),),
                roles=(_role(Slot("object", one.seal)),),
                quantities=(one.weight.id,),
            )
