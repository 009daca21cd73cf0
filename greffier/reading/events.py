"""Reads events: who did what to whom, when, where and how much, and how sure the page is of it.

An event is told by a trigger; its places are filled by what stands around it in the same clause. What somebody is
quoted as saying is attributed to them and alleged.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from greffier.reading.attribution import Attribution
from greffier.reading.call_sheets import find_sheets, line_of
from greffier.reading.cast import NOBODY, Cast, Speaker
from greffier.reading.circumstances import place_of, quantities_of
from greffier.reading.clause import Clause
from greffier.reading.clauses import split_clauses
from greffier.reading.denial import denied
from greffier.reading.enough import enough
from greffier.reading.event_times import time_of
from greffier.reading.exhibits import with_word
from greffier.reading.lists_of_payments import listed
from greffier.reading.mention import span
from greffier.reading.slots import PARTIES, Slot, Slots
from greffier.reading.sureness import modality_of
from greffier.reading.taken import beginning
from greffier.reading.trigger import Trigger
from greffier.reading.triggers import find_triggers
from greffier.reading.verb_forms import roles_of
from greffier.reading.vocabulary import level
from greffier.reading.weighings import find_weighings
from greffier.records import Call, Citation, Event, Found, Link, Mention, Page, Piece, Quote, Role, Span, digest
from greffier.text import sentences

# "Nothing shows that X paid": the main clause denies what the clause after "that" tells.
_NOT_SHOWN = re.compile(
    r"(?:\bn'|\bne\s|\brien\b|\baucun|\bnot\b|\bn't\b|\bnever\b|\bnothing\b|\bno\s+(?:evidence|proof|page|witness)"
    r"|\bconteste|\bdement|\bnie\b|\bdenie[sd]\b)[^.;:«“\"]{0,90}?(?:\bque\b|\bqu'|\bthat\b)[^.;:]*$"
)
_THEY = re.compile(r"(?<![\w'-])(il|elle|he|she)\s*$")
_ME = re.compile(r"(?<![\w'])(?:je|j'|i)\s*$")
_AND = re.compile(
    r"\s(?:(?:et|puis|and|then)\s+(?:then\s+|ensuite\s+)?|(?:sans|apres|without|after|before|avant\s+(?:de\s+|d'))\s*(?:jamais\s+|ever\s+)?)$"
)
_TURNS = re.compile(r"[.;:]\D|\b(?:qui|que|qu'|dont|tandis|alors|who|which|that|while|whereas)\b")
_AND_HAVING = re.compile(
    r"(?:^|\s)(?:avoir|having)\s(?:.{0,200})\s(?:et|puis|ni|and)\s+(?:(?:lui|y|en|le|la)\s+|l')?(?:avoir|having)\s+$"
)
_ORDERS = re.compile(r"[A-ZÉÈÀ]{4,40}ONS\W*")


class Events:
    """Finds events; a slot without a clear filler stays empty."""

    name = "events"
    version = 6

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
        for page in pages:
            yield from _Reading(piece, page, mentions[page.id], quotes[page.id], cast, self.name).events()
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


class _Told(NamedTuple):
    """Whose words a stretch of the page is."""

    speaker: Speaker
    quoted: bool
    start: int
    end: int | None = None
    own: bool = False  # « nie avoir remis »: the speaker's own doing


class _Before(NamedTuple):
    """The trigger before in the sentence, and who did what it tells."""

    trigger: Trigger
    doers: tuple[Role, ...]


class _Reading:
    """One page being read for events."""

    def __init__(
        self, piece: Piece, page: Page, mentions: list[Mention], quotes: list[Quote], cast: Cast, reader: str
    ) -> None:
        self._piece, self._page, self._reader, self._cast = piece, page, reader, cast
        self._mentions = [with_word(one, page) if one.kind == "seal" else one for one in mentions]
        self._quotes = quotes
        self._flat = level(page.text)
        self._who = Attribution(piece, page, cast)
        self._dates = [one for one in mentions if one.kind == "date"]
        self._ends = frozenset(one.span.end for one in mentions if one.kind in (*PARTIES, "plate", "container"))

    def events(self) -> Iterator[Event]:
        made: set[str] = set()
        for event in (*self._told_by_verbs(), *self._weighed()):
            if event.id not in made:
                made.add(event.id)
                yield event

    def _told_by_verbs(self) -> Iterator[Event]:
        for start, end in _stretches(self._page.text):
            triggers = list(find_triggers(self._page.text, start, end, self._ends))
            if not triggers or self._page.text.endswith("?", start, end):
                continue
            here = [one for one in beginning(self._mentions, start, end, "span.start") if one.span.end <= end]
            clauses = split_clauses(self._flat, start, end, triggers)
            before: _Before | None = None
            for trigger in triggers:
                told = self._told(trigger)
                event = self._event(trigger, told, clauses[trigger], (start, end), here, before)
                subject = roles_of(event.type)["subject"]
                before = _Before(trigger, tuple(role for role in event.roles if role.role == subject))
                if enough(trigger, event.roles, bool(event.quantities), bool(event.time) + bool(event.place)):
                    yield from listed(self._flat, event, here) or [event]

    def _event(
        self,
        trigger: Trigger,
        told: _Told,
        clause: tuple[int, int],
        sentence: tuple[int, int],
        here: Sequence[Mention],
        before: _Before | None,
    ) -> Event:
        clause = (max(clause[0], told.start), clause[1])
        around = Clause(self._page.text, trigger, clause, sentence[0], here)
        roles = [_role(slot) for slot in Slots(around).filled()]
        roles += self._first_person(trigger, told, roles) or self._goes_on(trigger, roles, before)
        place = place_of(around)
        words = (max(sentence[0], told.start), min(sentence[1], told.end or sentence[1]))
        time = time_of(self._flat, trigger, clause, words, self._dates, told.quoted or self._piece.kind == "intercept")
        return Event(
            id=digest("event", self._page.id, trigger.start, trigger.type),
            type=trigger.type,
            piece=self._piece.id,
            reader=self._reader,
            citations=(Citation(span(self._page, *sentence)),),
            time=time.time if time else None,
            place=place.id if place and not any(role.mention == place.id for role in roles) else None,
            roles=tuple(roles),
            quantities=tuple(one.id for one in quantities_of(around)),
            polarity="negative" if trigger.negative or self._not_shown(sentence, trigger) else "positive",
            modality=modality_of(trigger, told.quoted, self._flat[clause[0] : trigger.start]),
            attributed_to=told.speaker.id,
        )

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

    def _first_person(self, trigger: Trigger, told: _Told, roles: Sequence[Role]) -> list[Role]:
        """« saisissons » is done by who writes « nous »; « j'ai remis » by who is quoted; « m'a remis » is to them."""
        sides = roles_of(trigger.type)
        subject, object_ = sides["subject"], sides.get("object", "object")
        to = sides.get("to") or (object_ if object_ != "object" else None)
        mine: list[Role] = []
        if trigger.to_me and told.speaker.name and to and not any(role.role == to for role in roles):
            at = span(self._page, trigger.start, trigger.word[0])
            mine = [Role(to, told.speaker.id, told.speaker.name, at)]
        mine += self._doer(trigger, told, subject, roles)
        return mine + self._person_heard(trigger, told, [*roles, *mine])

    def _doer(self, trigger: Trigger, told: _Told, subject: str, roles: Sequence[Role]) -> list[Role]:
        filled = any(role.role == subject for role in roles) and subject != "participant"
        if trigger.voice == "passive":
            object_ = roles_of(trigger.type).get("object")
            pronoun = _THEY.search(self._flat, max(0, trigger.start - 8), trigger.start)
            free = object_ in ("recipient", "victim") and not any(role.role == object_ for role in roles)
            return self._the_one(object_, pronoun) if object_ and free and pronoun and not told.quoted else []
        if filled:
            return []
        officer = self._cast.officer
        if trigger.ours and not told.quoted and officer.id and officer.name:
            return [Role(subject, officer.id, officer.name, span(self._page, *trigger.word))]
        if told.own and told.speaker.id and told.speaker.name:
            at = next((one.span for one in self._mentions if one.id == told.speaker.id), None)
            return [Role(subject, told.speaker.id, told.speaker.name, at)] if at else []
        if not told.quoted and (pronoun := _THEY.search(self._flat, max(0, trigger.start - 8), trigger.start)):
            return self._the_one(subject, pronoun)
        if trigger.mine and told.speaker.name:
            pronoun = _ME.search(self._flat, max(0, trigger.start - 4), trigger.start)
            at = span(self._page, pronoun.start(), pronoun.end()) if pronoun else span(self._page, *trigger.word)
            return [Role(subject, told.speaker.id, told.speaker.name, at)]
        return []

    def _the_one(self, role: str, pronoun: re.Match[str]) -> list[Role]:
        """« Il a été entendu »: the only person of the sentences before in the same paragraph."""
        who = self._who.alone(pronoun.end())
        return [Role(role, who.id, who.name, span(self._page, *pronoun.span(1)))] if who.id and who.name else []

    def _person_heard(self, trigger: Trigger, told: _Told, roles: Sequence[Role]) -> list[Role]:
        """« Entendons la personne ci-après »: who answers in the rest of the piece."""
        heard = self._cast.heard
        opens = trigger.type == "hear" and trigger.ours and not told.quoted and self._piece.kind == "hearing"
        if not opens or heard.name is None or any(role.role == "recipient" for role in roles):
            return []
        return [Role("recipient", heard.id, heard.name, span(self._page, *trigger.word))]

    def _goes_on(self, trigger: Trigger, roles: Sequence[Role], before: _Before | None) -> list[Role]:
        """« X remet le sac à Y et repart »: the second verb has the subject of the first."""
        subject = roles_of(trigger.type)["subject"]
        if before is None or trigger.voice != "active" or before.trigger.voice != "active":
            return []
        if trigger.mine or trigger.ours or any(role.role in (subject, "object") for role in roles):
            return []
        gap = self._flat[before.trigger.end : trigger.start]
        if not _AND.search(gap) or _TURNS.search(gap):
            return []
        return [Role(subject, one.mention, one.name, one.span) for one in before.doers]

    def _told(self, trigger: Trigger) -> _Told:
        inside = [one for one in self._quotes if one.span.start <= trigger.word[0] and trigger.word[1] <= one.span.end]
        if inside:
            quote = min(inside, key=lambda one: one.span.end - one.span.start)
            if quote.kind == "indirect" and quote.speaker is None and quote.speaker_name:
                return _Told(NOBODY, False, 0)  # a document tells it: no word of somebody
            first = trigger.start - quote.span.start < 4 or _AND_HAVING.search(
                self._flat, quote.span.start, trigger.word[0]
            )
            own = quote.kind == "indirect" and bool(first) and trigger.voice == "active"
            voice = quote.cue.exact if quote.kind == "turn" and quote.cue else None  # « X1 », whoever it is
            return _Told(
                Speaker(quote.speaker, quote.speaker_name or voice), True, quote.span.start, quote.span.end, own
            )
        if self._piece.kind == "hearing" and trigger.mine:
            return _Told(self._cast.heard, True, 0)
        return _Told(NOBODY, False, 0)


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """The sentences of a page; « AUTORISONS » on a line of its own goes on with the next."""
    opened: int | None = None
    for start, end in sentences(text):
        if opened is None and _ORDERS.fullmatch(text, start, end):
            opened = start
            continue
        yield (start if opened is None else opened), end
        opened = None
