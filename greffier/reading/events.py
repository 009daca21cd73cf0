"""Reads events: who did what to whom, when, where and how much, and how sure the page is of it.

An event is told by a trigger; its places are filled by what stands around it in the same clause. What somebody is
quoted as saying is attributed to them and alleged.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, partial
from itertools import pairwise

from greffier.reading.call_sheets import find_sheets, line_of
from greffier.reading.cast import NOBODY, Cast, Speaker
from greffier.reading.circumstances import is_payment, place_of, quantities_of
from greffier.reading.clause import Clause
from greffier.reading.clauses import split_clauses
from greffier.reading.denial import denied
from greffier.reading.doers import Before, Doers, Told
from greffier.reading.enough import enough
from greffier.reading.entries import Entries, Entry
from greffier.reading.event_times import time_of
from greffier.reading.exhibits import with_word
from greffier.reading.heads import act_time
from greffier.reading.lists_of_payments import listed
from greffier.reading.mention import span
from greffier.reading.slots import PARTIES, Slot, Slots
from greffier.reading.sureness import modality_of
from greffier.reading.taken import beginning
from greffier.reading.trigger import Trigger
from greffier.reading.triggers import Openings, closed, find_triggers
from greffier.reading.verb_forms import roles_of
from greffier.reading.vocabulary import level
from greffier.reading.watched import Watched
from greffier.reading.weighings import find_weighings
from greffier.records import Call, Citation, Event, Found, Link, Mention, Page, Piece, Quote, Role, Span, Time, digest
from greffier.text import sentences

# "Nothing shows that X paid": the main clause denies what the clause after "that" tells.
_NOT_SHOWN = re.compile(
    r"(?:\bn'|\bne\s|\brien\b|\baucun|\bnot\b|\bn't\b|\bnever\b|\bnothing\b|\bno\s+(?:evidence|proof|page|witness)"
    r"|\bconteste|\bdement|\bnie\b|\bdenie[sd]\b)[^.;:«“\"]{0,90}?(?:\bque\b|\bqu'|\bthat\b)[^.;:]*$"
)
_AND_HAVING = re.compile(
    r"(?:^|\s)(?:avoir|having)\s(?:.{0,200})\s(?:et|puis|ni|and)\s+(?:(?:lui|y|en|le|la)\s+|l')?(?:avoir|having)\s+$"
)
_STATES = re.compile(
    r"\b(?:witness\s+statement|statement\s+of|je\s+soussignee?|attestation|deposition\s+de|declaration\s+de)\b"
)
_FIRST = re.compile(r"(?<![\w'’])(?:I|Je|je|J'|J’|j'|j’)(?=[ \w])")
_FROM = re.compile(r"(?:^|\n)[ \t]*(?:from|de)[ ]?:[ ]*$")
_ANSWER = re.compile(r"\b(?:answer|reponse|rep)\s*[:.]")
_SOMEBODY = re.compile(r"(?<![\w'-])(?:j'|(?:je|tu|il|elle|on|nous|vous|ils|elles|i|you|he|she|we|they)\s)")
_ORDERED = frozenset(("authorise", "appoint"))  # « AUTORISONS »: of the day of the order
_ORDERS = re.compile(r"[A-ZÉÈÀ]{4,40}ONS\W*")


class Events:
    """Finds events; a slot without a clear filler stays empty."""

    name = "events"
    version = 7

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
        for page in pages:
            yield from _Reading(piece, page, mentions[page.id], quotes[page.id], cast, act, self.name).events()
        if piece.kind in ("intercept", "call_records"):
            yield from self._sheets(piece, pages, mentions)
        for one in found:
            if isinstance(one, Call) and (one.caller or one.called):
                yield self._listed(piece, one)

    def _listed(self, piece: Piece, call: Call) -> Event:
        """The event that a line of call records tells."""
        type_ = "message" if call.kind in ("sms", "mms") else "call"
        cited = call.citations[0].span
        numbers = {"agent": ("caller", call.caller), "recipient": ("called", call.called)}
        ends = [(role, number, _placed(call, name)) for role, (name, number) in numbers.items() if number]
        return Event(
            id=digest("event", cited.page, cited.start, type_),
            type=type_,
            piece=piece.id,
            reader=self.name,
            citations=call.citations,
            time=call.start,
            roles=tuple(
                Role(role, digest("mention", at.page, at.start, at.end, "phone") if at else None, number, at or cited)
                for role, number, at in ends
            ),
        )

    def _sheets(self, piece: Piece, pages: Sequence[Page], mentions: dict[str, list[Mention]]) -> Iterator[Event]:
        line = line_of([(level(page.text), mentions[page.id]) for page in pages])
        for page in pages:
            flat = level(page.text)
            for sheet in find_sheets(flat, mentions[page.id], line):
                ends = (("agent", sheet.caller), ("recipient", sheet.called))
                yield Event(
                    id=digest("event", page.id, sheet.start, sheet.type),
                    type=sheet.type,
                    piece=piece.id,
                    reader=self.name,
                    citations=(Citation(span(page, sheet.start, sheet.end)),),
                    time=sheet.time.time if sheet.time else None,
                    roles=tuple(_role(Slot(role, one)) for role, one in ends if one is not None),
                )


def _placed(call: Call, name: str) -> Span | None:
    return next((field.span for field in call.fields if field.name == name), None)


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
        reader: str,
    ) -> None:
        self._piece, self._page, self._reader, self._cast, self._act = piece, page, reader, cast, act
        self._mentions = [with_word(one, page) if one.kind == "seal" else one for one in mentions]
        self._quotes = quotes
        self._dates = [one for one in mentions if one.kind == "date"]
        self._entries = Entries(level(page.text), self._dates)
        self._flat = self._entries.flat
        self._watched = Watched(level(page.text), [one for one in mentions if one.kind == "person"], cast.held)
        self._doers = Doers(piece, page, self._flat, mentions, cast, self._watched)
        self._carried: tuple[Role, ...] = ()
        self._stated = self._statement()
        self._author = self._sender()
        self._ends = frozenset(one.span.end for one in mentions if one.kind in (*PARTIES, "plate", "container"))

    def events(self) -> Iterator[Event]:
        made: set[str] = set()
        for event in (*self._told_by_verbs(), *self._weighed()):
            if event.id not in made:
                made.add(event.id)
                yield event

    def _told_by_verbs(self) -> Iterator[Event]:
        for start, end in _stretches(self._page.text, self._entries.cuts):
            entry = self._entries.entry(start)
            triggers = [] if self._page.text.endswith("?", start, end) else self._triggers(start, end, entry)
            if not triggers:
                self._carried = ()
                continue
            here = [one for one in beginning(self._mentions, start, end, "span.start") if one.span.end <= end]
            clauses = split_clauses(self._flat, start, end, triggers)
            before: Before | None = None
            for trigger in triggers:
                told = self._told(trigger)
                event = self._event(trigger, told, clauses[trigger], (start, end), here, before, entry)
                subject = roles_of(event.type)["subject"]
                before = Before(trigger, tuple(role for role in event.roles if role.role == subject))
                if trigger is triggers[0]:
                    self._carried = before.doers if entry and trigger.voice == "active" else ()
                if self._enough(trigger, told, event, entry):
                    yield from listed(self._flat, event, here) or [event]

    def _triggers(self, start: int, end: int, entry: Entry | None) -> list[Trigger]:
        """The triggers of a sentence; an entry of a log may speak of people by codes and leave them out."""
        ends, openings = self._ends, Openings(fields=self._entries.fields)
        if entry is not None and not self._is_told(entry.body):
            ends |= frozenset(self._watched.ends(start, end))
            openings = openings._replace(entries=self._entries.openings(start, end))
        turns = [
            one.span for one in self._quotes if one.kind == "turn" and one.span.start < end and start < one.span.end
        ]
        openings = openings._replace(turns=frozenset(closed(self._flat, max(start, one.start)) for one in turns))
        return list(find_triggers(self._page.text, start, end, ends, openings))

    def _enough(self, trigger: Trigger, told: Told, event: Event, entry: Entry | None) -> bool:
        """Whether an event is told: a denial and somebody's own word count as circumstances do."""
        if told.aloud and trigger.now and not (event.time or event.quantities):
            return False  # « je l'appelle »: talk of what goes on
        more = sum(map(bool, (event.time, event.place, event.polarity == "negative", event.attributed_to)))
        watched = entry is not None and not self._is_told(trigger.start) and self._watched.held is NOBODY
        return enough(trigger, event.roles, bool(event.quantities), more, watched)

    def _statement(self) -> int:
        """From where a statement is in the words of who makes it: its first « je », where the page holds no talk."""
        known = self._piece.kind == "hearing" and self._cast.heard is not NOBODY
        talk = any(one.kind in ("turn", "direct") for one in self._quotes)
        found = _FIRST.search(self._page.text) if known and not talk and _STATES.search(self._flat, 0, 600) else None
        return found.start() if found else len(self._flat) + 1

    def _sender(self) -> Speaker:
        """Who writes a mail: the person after `From:`."""
        for one in self._mentions if self._piece.kind == "mail" else ():
            if one.kind == "person" and _FROM.search(self._flat, max(0, one.span.start - 12), one.span.start):
                return Speaker(one.id, one.normalised or one.span.exact)
        return NOBODY

    def _is_told(self, at: int) -> bool:
        return any(one.span.start <= at < one.span.end for one in self._quotes)

    def _event(
        self,
        trigger: Trigger,
        told: Told,
        clause: tuple[int, int],
        sentence: tuple[int, int],
        here: Sequence[Mention],
        before: Before | None,
        entry: Entry | None,
    ) -> Event:
        clause = (max(clause[0], told.start), clause[1])
        around = Clause(self._flat, trigger, clause, sentence[0], here, self._page.language == "en")
        roles = [_role(slot) for slot in Slots(around).filled()]
        bare = entry is not None and trigger.start <= max(sentence[0], entry.body)
        roles += self._doers.missing(trigger, told, roles, sentence[0], before, self._carried if bare else ())
        place, amounts = place_of(around), quantities_of(around)
        type_ = "pay" if is_payment(around, amounts) else trigger.type
        return Event(
            id=digest("event", self._page.id, trigger.start, type_),
            type=type_,
            piece=self._piece.id,
            reader=self._reader,
            citations=(Citation(span(self._page, *sentence)),),
            time=self._time(trigger, told, clause, sentence, entry),
            place=place.id if place and not any(role.mention == place.id for role in roles) else None,
            roles=tuple(roles),
            quantities=tuple(one.id for one in amounts),
            polarity="negative" if trigger.negative or self._not_shown(sentence, trigger) else "positive",
            modality=modality_of(
                trigger, told.quoted, self._flat[clause[0] : trigger.start], self._flat[trigger.end : clause[1]]
            ),
            attributed_to=told.speaker.id,
        )

    def _time(
        self, trigger: Trigger, told: Told, clause: tuple[int, int], sentence: tuple[int, int], entry: Entry | None
    ) -> Time | None:
        words = (max(sentence[0], told.start), min(sentence[1], told.end or sentence[1]))
        outside = told.quoted or self._piece.kind == "intercept"
        found = time_of(self._flat, trigger, clause, words, self._dates, outside or entry is not None)
        if found is None and entry is not None and not told.quoted and trigger.modality == "fact":
            found = entry.time
        if found is None and trigger.ours and trigger.type in _ORDERED and not told.quoted:
            return self._act()
        return found.time if found else None

    def _is_officer(self, quote: Quote) -> bool:
        heard, officer = self._cast.heard, self._cast.officer
        known = self._piece.kind == "hearing" and officer.id is not None and officer.name != heard.name
        return known and quote.speaker == officer.id

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

    def _not_shown(self, sentence: tuple[int, int], trigger: Trigger) -> bool:
        shown = _NOT_SHOWN.search(self._flat, sentence[0], trigger.start) is None
        return not shown or denied(self._flat, sentence[0], trigger)

    def _told(self, trigger: Trigger) -> Told:
        inside = [one for one in self._quotes if one.span.start <= trigger.word[0] and trigger.word[1] <= one.span.end]
        if inside:
            quote = min(inside, key=lambda one: one.span.end - one.span.start)
            if quote.kind == "indirect" and quote.speaker is None and quote.speaker_name:
                return Told(NOBODY, False, 0)  # a document tells it: no word of somebody
            first = trigger.start - quote.span.start < 4 or _AND_HAVING.search(
                self._flat, quote.span.start, trigger.word[0]
            )
            if quote.kind == "turn" and self._is_officer(quote):
                answered = _ANSWER.search(self._flat, quote.span.start, trigger.start) is not None
                speaker = self._cast.heard if answered else NOBODY  # what an officer puts to somebody is no word of his
                return Told(speaker, True, quote.span.start, quote.span.end, aloud=answered)
            own = quote.kind == "indirect" and bool(first) and trigger.voice == "active"
            own = own and not _SOMEBODY.search(self._flat, quote.span.start, trigger.word[0])
            voice = quote.cue.exact if quote.kind == "turn" and quote.cue else None  # « X1 », whoever it is
            speaker = Speaker(quote.speaker, quote.speaker_name or voice)
            return Told(speaker, True, quote.span.start, quote.span.end, own, quote.kind != "indirect")
        if self._piece.kind == "hearing" and (trigger.mine or self._stated <= trigger.start):
            return Told(self._cast.heard, True, 0, aloud=True)
        if trigger.mine and self._author is not NOBODY:
            return Told(self._author, False, 0)
        return Told(NOBODY, False, 0)


def _stretches(text: str, cuts: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The sentences of a page, none of them over the beginning of an entry or a field; « AUTORISONS » on a line of
    its own goes on with the next."""
    opened: int | None = None
    for start, end in sentences(text):
        if opened is None and _ORDERS.fullmatch(text, start, end):
            opened = start
            continue
        start = start if opened is None else opened
        opened = None
        inside = [start, *cuts[bisect_right(cuts, start) : bisect_left(cuts, end)], end]
        for left, right in pairwise(inside):
            yield left, len(text[left:right].rstrip()) + left
