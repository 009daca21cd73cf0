"""Reads events: who did what to whom, when, where and how much, and how sure the page is of it.

An event is told by a trigger; its places are filled by what stands around it in the same clause. What somebody is
quoted as saying is attributed to them and alleged.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from greffier.reading.clauses import split_clauses
from greffier.reading.mention import span
from greffier.reading.slots import PARTIES, Clause, Slot
from greffier.reading.trigger import Trigger
from greffier.reading.triggers import find_triggers
from greffier.reading.verb_forms import roles_of
from greffier.reading.vocabulary import level
from greffier.records import Citation, Event, Found, Link, Mention, Modality, Page, Piece, Quote, Role, digest
from greffier.text import sentences

_OFFICER = re.compile(r"(?:^|\n)[\s\-–—_*.]*nous,\s+(?:soussignee?s?,?\s+)?")
_ME = re.compile(r"(?<![\w'])(?:je|j'|i)\s*$")
_BORN = re.compile(r"(?:nee?s?|born)\s+(?:le|on|en|in)?\s*$")


_OF_SOMEBODY = frozenset(
    (
        "arrest",
        "hear",
        "meet",
        "threaten",
        "recruit",
        "appoint",
        "call",
        "message",
        "custody_start",
        "custody_extension",
    )
)
_OF_AN_AMOUNT = frozenset(("count", "sample"))
_OF_SOMETHING = frozenset(
    ("deliver", "receive", "transport", "sell", "buy", "pay", "seize", "store", "rent", "transmit", "request", "seal")
)


class Events:
    """Finds events; a slot without a clear filler stays empty."""

    name = "events"
    version = 1

    def read(self, piece: Piece, pages: Sequence[Page], found: Sequence[Found]) -> Iterable[Found]:
        officer = _officer(pages, found)
        aside = {one.right for one in found if isinstance(one, Link) and one.type in ("born", "role")}
        for page in pages:
            mentions = sorted(
                (one for one in found if isinstance(one, Mention) and one.span.page == page.id and one.id not in aside),
                key=lambda one: (one.span.start, one.span.end),
            )
            quotes = [one for one in found if isinstance(one, Quote) and one.span.page == page.id]
            yield from _Reading(piece, page, mentions, quotes, officer, self.name).events()


def _officer(pages: Sequence[Page], found: Sequence[Found]) -> Mention | None:
    """Who writes « nous »: the one person named after the opening « Nous, … »."""
    people = [one for one in found if isinstance(one, Mention) and one.kind == "person"]
    for page in pages:
        opening = _OFFICER.search(level(page.text))
        if opening:
            here = [
                one
                for one in people
                if one.span.page == page.id and opening.end() <= one.span.start <= opening.end() + 60
            ]
            return min(here, key=lambda one: one.span.start) if here else None
    return None


class _Told(NamedTuple):
    """Whose words a stretch of the page is."""

    speaker: str | None
    name: str | None
    quoted: bool
    start: int


class _Reading:
    """One page being read for events."""

    def __init__(
        self,
        piece: Piece,
        page: Page,
        mentions: list[Mention],
        quotes: list[Quote],
        officer: Mention | None,
        reader: str,
    ) -> None:
        self._piece, self._page, self._reader = piece, page, reader
        self._mentions, self._quotes, self._officer = mentions, quotes, officer
        self._flat = level(page.text)
        self._ends = frozenset(one.span.end for one in mentions if one.kind in PARTIES)

    def events(self) -> Iterator[Event]:
        made: set[str] = set()
        for start, end in sentences(self._page.text):
            triggers = list(find_triggers(self._page.text, start, end, self._ends))
            if not triggers or self._page.text[:end].endswith("?"):
                continue
            here = [one for one in self._mentions if start <= one.span.start and one.span.end <= end]
            clauses = split_clauses(self._flat, start, end, triggers)
            for trigger in triggers:
                event = self._event(trigger, clauses[trigger], (start, end), here)
                if event and event.id not in made:
                    made.add(event.id)
                    yield event

    def _event(
        self, trigger: Trigger, clause: tuple[int, int], sentence: tuple[int, int], here: Sequence[Mention]
    ) -> Event | None:
        told = self._told(trigger)
        clause = (max(clause[0], told.start), clause[1])
        around = Clause(self._page.text, trigger, clause, sentence[0], here)
        roles = [self._role(slot) for slot in around.slots()]
        roles += self._first_person(trigger, told, roles)
        quantities = around.quantities()
        place = around.place()
        time = self._time(trigger, clause, here)
        if trigger.ours and told.quoted:
            trigger = trigger._replace(ours=False)
        if not _told_enough(trigger, roles, bool(quantities), bool(time) + bool(place)):
            return None
        return Event(
            id=digest("event", self._page.id, trigger.start, trigger.type),
            type=trigger.type,
            piece=self._piece.id,
            reader=self._reader,
            citations=(Citation(span(self._page, *sentence)),),
            time=time.time if time else None,
            place=place.id if place else None,
            roles=tuple(roles),
            quantities=tuple(one.id for one in quantities),
            polarity="negative" if trigger.negative else "positive",
            modality=_modality(trigger, told),
            attributed_to=told.speaker,
        )

    def _role(self, slot: Slot) -> Role:
        return Role(slot.role, slot.mention.id, slot.mention.normalised or slot.mention.span.exact, slot.mention.span)

    def _first_person(self, trigger: Trigger, told: _Told, roles: Sequence[Role]) -> list[Role]:
        """« saisissons » is done by who writes « nous »; « j'ai remis » by who is quoted."""
        sides = roles_of(trigger.type)
        subject, to = sides["subject"], sides.get("to") or sides.get("object")
        mine = self._to_speaker(trigger, told, to, roles) if to not in (None, "object") else []
        return mine + self._doer(trigger, told, subject, roles)

    def _to_speaker(self, trigger: Trigger, told: _Told, to: str | None, roles: Sequence[Role]) -> list[Role]:
        """« Lino m'a vendu 120 kilos »: to who is quoted."""
        if not (trigger.to_me and told.speaker and told.name and to) or any(role.role == to for role in roles):
            return []
        return [Role(to, told.speaker, told.name, span(self._page, trigger.start, trigger.word[0]))]

    def _doer(self, trigger: Trigger, told: _Told, subject: str, roles: Sequence[Role]) -> list[Role]:
        if trigger.voice == "passive" or any(role.role == subject for role in roles):
            return []
        if trigger.ours and not told.quoted and self._officer:
            return [Role(subject, self._officer.id, self._officer.normalised or "", self._officer.span)]
        if trigger.mine and told.speaker and told.name:
            pronoun = _ME.search(self._flat, max(0, trigger.start - 4), trigger.start)
            at = span(self._page, pronoun.start(), pronoun.end()) if pronoun else span(self._page, *trigger.word)
            return [Role(subject, told.speaker, told.name, at)]
        return []

    def _told(self, trigger: Trigger) -> _Told:
        inside = [one for one in self._quotes if one.span.start <= trigger.word[0] and trigger.word[1] <= one.span.end]
        if not inside:
            return _Told(None, None, False, 0)
        quote = min(inside, key=lambda one: one.span.end - one.span.start)
        return _Told(quote.speaker, quote.speaker_name, True, quote.span.start)

    def _time(self, trigger: Trigger, clause: tuple[int, int], here: Sequence[Mention]) -> Mention | None:
        """The date of the clause, else the only one of the sentence; a birth is no date of the event."""
        dates = [
            one
            for one in here
            if one.kind == "date"
            and one.time
            and not _BORN.search(self._flat, max(0, one.span.start - 12), one.span.start)
        ]
        inside = [one for one in dates if clause[0] <= one.span.start and one.span.end <= clause[1]]
        for pool in (inside, dates):
            if len(pool) == 1:
                return pool[0]
            if len(pool) > 1:
                near = min(pool, key=lambda one: _distance(one, trigger))
                same = [
                    one
                    for one in pool
                    if one is not near and one.time and near.time and one.time.earliest[:10] != near.time.earliest[:10]
                ]
                return near if not same else None
        return None


def _told_enough(trigger: Trigger, roles: Sequence[Role], amounts: bool, more: int) -> bool:
    """An arrest is of somebody, a delivery of something or to somebody; one name beside a verb tells too little."""
    filled = {role.role for role in roles}
    if trigger.type in _OF_AN_AMOUNT:
        return amounts
    if trigger.type in _OF_SOMEBODY:
        return roles_of(trigger.type)["object"] in filled
    if trigger.voice == "noun" and trigger.type in ("deliver", "pay", "sell") and not trigger.ours:
        return amounts and "recipient" in filled
    if trigger.type in _OF_SOMETHING and not (trigger.ours and trigger.type in ("seize", "seal", "request")):
        return (amounts and bool(filled or more)) or bool(
            filled - {roles_of(trigger.type)["subject"]} and len(filled) + more > 1
        )
    return bool(roles) and (trigger.ours or len(roles) + more >= 2)


def _distance(one: Mention, trigger: Trigger) -> int:
    return min(abs(one.span.start - trigger.end), abs(trigger.start - one.span.end))


def _modality(trigger: Trigger, told: _Told) -> Modality:
    if trigger.modality == "hypothetical":
        return "alleged"
    if trigger.modality == "planned":
        return "planned"
    return "alleged" if told.quoted else "fact"
