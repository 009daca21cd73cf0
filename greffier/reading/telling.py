"""Whose words a stretch of a page is: who is quoted, who makes the statement, who writes the mail."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from greffier.reading.cast import NOBODY, Cast, Speaker
from greffier.reading.trigger import Trigger
from greffier.records import Mention, Page, Piece, Quote

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


class Told(NamedTuple):
    """Whose words a stretch of the page is."""

    speaker: Speaker
    quoted: bool
    start: int
    end: int | None = None
    own: bool = False  # « nie avoir remis »: the speaker's own doing
    aloud: bool = False  # in his own words, where « il » is somebody else


class Telling:
    """Who tells what on one page."""

    def __init__(
        self, piece: Piece, page: Page, flat: str, mentions: Sequence[Mention], quotes: Sequence[Quote], cast: Cast
    ) -> None:
        self._piece, self._page, self._flat = piece, page, flat
        self._mentions, self._quotes, self._cast = mentions, quotes, cast
        self._stated = self._statement()
        self._author = self._sender()

    def told(self, trigger: Trigger) -> Told:
        """Whose words a trigger stands in."""
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

    def quoted(self, at: int) -> bool:
        """Whether a place is within words that somebody is quoted as saying."""
        return any(one.span.start <= at < one.span.end for one in self._quotes)

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

    def _is_officer(self, quote: Quote) -> bool:
        heard, officer = self._cast.heard, self._cast.officer
        known = self._piece.kind == "hearing" and officer.id is not None and officer.name != heard.name
        return known and quote.speaker == officer.id
