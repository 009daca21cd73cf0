"""Whose words a stretch of a page is: who is quoted, who makes the statement, who writes the mail."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from greffier.reading.authors import author
from greffier.reading.cast import NOBODY, Cast, Speaker
from greffier.reading.listed import holds_any
from greffier.reading.taken import Taken, beginning
from greffier.reading.trigger import Trigger
from greffier.reading.unsaid import between_marks
from greffier.reading.vocabulary import level
from greffier.records import Mention, Page, Piece, Quote

_AND_HAVING = re.compile(
    r"(?:^|\s)(?:avoir|having)\s(?:.{0,200})\s(?:et|puis|ni|and)\s+(?:(?:lui|y|en|le|la)\s+|l')?(?:avoir|having)\s+$"
)
_STATES = re.compile(
    r"\b(?:statement|je\s+soussignee?|attestation|(?:deposition|declaration|audition|plainte|interrogatoire)\s+d[eu']|entendons)"
)
_CLOSES = re.compile(
    r"\n[ \t-]*(?:lecture\s+faite|apres\s+lecture|mentionn?ons|mention\s*:|signed|signature"
    r"|statement\s+(?:taken|signed)|lu\s+et\s+approuve|dont\s+(?:acte|proces)|faisons\s+connaitre|le\s+temoin\s+signe|persiste)"
)
_AS_FOLLOWS = re.compile(  # what leads to an account in the third person
    r"\b(?:(?:provided|gave|furnished|volunteered)\s+(?:\w+\s+){0,3}?the\s+following\s+(?:information|account|statement|details)"
    r"|(?:stated|advised|said|related|deposed)\s+(?:in\s+substance\s+)?(?:as\s+follows|the\s+following)"
    r"|(?:declare|expose|indique|relate|explique)\s+(?:en\s+substance\s+)?"
    r"(?:ce\s+qui\s+suit|les\s+faits\s+suivants|en\s+substance))\b[ \t]*[:.]?[ \t]*"
)
_OF_ACCOUNTS = ("following", "follows", "suit", "suivants", "substance")  # one of them is in it
_OF_OFFICERS = frozenset(
    "seize seal unseal search arrest hear inform find sign custody_start custody_extension custody_end authorise"
    " appoint request count sample weigh".split()
)
_PARAGRAPH = re.compile(r"\n[ \t]*\n")
_BESIDE = 12  # characters between a name and the formula after it
_FIRST = re.compile(r"(?<![\w'’])(?:I|Je|je|J'|J’|j'|j’)(?=[ \w])")
_FROM = re.compile(r"(?:^|\n)[ \t]*(?:from|de)[ ]?:[ ]*$")
_MAIL = re.compile(
    r"(?:^|\n)[ \t]*(?:from|de)[ ]?:[^\n]{2,80}\n(?:[^\n]{0,100}\n){0,3}?[ \t]*(?:to|a|subject|objet|sent|date)[ ]?:"
)
_HEAD = 800  # characters in which the head of a mail stands
_ANSWER = re.compile(r"\b(?:answer|reponse|rep)\s*[:.]")
_SOMEBODY = re.compile(r"(?<![\w'-])(?:j'|(?:je|tu|il|elle|on|nous|vous|ils|elles|i|you|he|she|we|they)\s)")
_NEAR = 80  # characters from a question to its answer, its label between
_NO = re.compile(
    r"\W{0,8}(?:non|jamais|aucun\w*|pas\s+du\s+tout|no|never|not\s+at\s+all|i\s+(?:did\s+not|didn't|have\s+never))\b"
)
_YES = re.compile(
    r"\W{0,8}(?:oui|si|exact\w*|effectivement|en\s+effet|tout\s+a\s+fait|c'est\s+(?:exact|vrai)|yes|yeah|correct|that's\s+right|i\s+did)\b"
)
_PRESUMES = re.compile(  # `when did you meet him?` takes for granted that it was so
    r"\b(?:quand|ou|combien\s+de\s+fois|pourquoi|comment|a\s+quelle\s+(?:date|occasion)|dans\s+quelles|when|where|how\s+(?:often|many\s+times)|why)"
    r"\s+(?:(?:est-ce\s+que\s+)?(?:(?:l'|lui\s+|le\s+|la\s+|y\s+)?avez-vous|vous\s+avez|a-t-(?:il|elle)|aviez-vous)|did\s+you|have\s+you|did\s+(?:he|she))\b"
)
_LABEL_SIGN = 6  # characters between the name of who speaks and his words
_EVADES = re.compile(r"\b(?:non|jamais|ne\s|n'|no|never|not|n't|souviens|remember|recall)")
_SIDED = re.compile(  # speakers without a name whose words are a claim
    r"\b(?:prosecut|crown|accusation|ministere\s+public|defen[cs]e|partie\s+civile|plaint|complain|indict|requisitoire|assignation|requete|petition|claim|lett(?:er|re)|article|messages?\b|sms"
    r"|sources?\b|temoign|temoins?\b|witness|deposition|affidavit|neighbo|voisin|riverain|habitant|villag|proches|residents|locals|avocat|lawyers|critics|relatives|friends|famil|parents|colle[ag]"
    r"|procureur|union|syndicat|activis|campaign|militant|dealers|fishermen|pecheurs|dockers|marins|sailors|workers|ouvriers|salaries|staff|students|agriculteurs|commercants)"
)


class Told(NamedTuple):
    """Whose words a stretch of the page is."""

    speaker: Speaker
    quoted: bool
    start: int
    end: int | None = None
    own: bool = False  # « nie avoir remis »: the speaker's own doing
    aloud: bool = False  # in his own words, where « il » is somebody else


class Answer(NamedTuple):
    """Where an answer starts and ends, and whether it agrees with what was asked."""

    start: int
    end: int
    agrees: bool


class Telling:
    """Who tells what on one page."""

    def __init__(
        self, piece: Piece, page: Page, flat: str, mentions: Sequence[Mention], quotes: Sequence[Quote], cast: Cast
    ) -> None:
        self._piece, self._page, self._flat = piece, page, flat
        self._mentions, self._quotes, self._cast = mentions, quotes, cast
        self._by_place = {(one.span.start, one.span.end): one for one in reversed(quotes)}
        self._said = Taken(self._by_place)
        self._turns = sorted((one for one in quotes if one.kind == "turn"), key=lambda one: one.span.start)
        self._talkers = {who.name.casefold(): who for one in quotes if one.kind == "turn" and (who := _voice(one)).name}
        self._stated = self._statement()
        self._account = self._third_person()
        self._author = self._sender()

    def told(self, trigger: Trigger) -> Told:
        """Whose words a trigger stands in."""
        inside = [self._by_place[place] for place in self._said.near(*trigger.word) if _holds(place, trigger.word)]
        if inside:
            quote = min(inside, key=lambda one: one.span.end - one.span.start)
            if quote.kind == "indirect" and quote.speaker is None and quote.speaker_name:
                sided = _SIDED.search(level(quote.speaker_name)) is not None
                return Told(NOBODY, sided, 0)  # a document tells it: no word of somebody, but of a side in the case
            first = trigger.start - quote.span.start < 4 or _AND_HAVING.search(
                self._flat, quote.span.start, trigger.word[0]
            )
            if quote.kind == "turn" and self._is_officer(quote):
                answered = _ANSWER.search(self._flat, quote.span.start, trigger.start) is not None
                if not answered and trigger.type in _OF_OFFICERS and trigger.voice == "passive":
                    return Told(NOBODY, False, 0)  # « M. X, entendu hier, affirme que »
                speaker = self._cast.heard if answered else NOBODY  # what an officer puts to somebody is no word of his
                return Told(speaker, True, quote.span.start, quote.span.end, aloud=answered)
            own = quote.kind == "indirect" and bool(first) and trigger.voice == "active"
            own = own and not _SOMEBODY.search(self._flat, quote.span.start, trigger.word[0])
            return Told(_voice(quote), True, quote.span.start, quote.span.end, own, quote.kind != "indirect")
        if self._account[0] <= trigger.start < self._account[1] and trigger.type not in _OF_OFFICERS:
            return Told(self._account[2], True, 0)
        if self._cast.stated and (trigger.mine or self._stated[0] <= trigger.start < self._stated[1]):
            return Told(self._cast.heard, True, 0, aloud=True)
        if between_marks(self._page.text, trigger.start):
            return Told(NOBODY, True, 0)  # words that nobody is said to have used
        if (trigger.mine or trigger.to_me) and self._author is not NOBODY:
            return Told(self._author, False, 0)
        return Told(NOBODY, False, 0)

    def quoted(self, at: int) -> bool:
        """Whether a place is within words that somebody is quoted as saying."""
        return not self._said.free(at, at + 1)

    def labels(self, one: Mention) -> bool:
        """Whether a name only says who speaks: « DUROC : … »."""
        after = next(iter(beginning(self._turns, one.span.end, one.span.end + _LABEL_SIGN, "span.start")), None)
        return after is not None and not self._flat[one.span.end : after.span.start].strip(" :.–—-\t\u00a0")

    def apart(self, trigger: Trigger, one: Mention) -> bool:
        """« a compté la caisse et dit : « il manque 46 boîtes » »: a mention within a sentence that is quoted after the
        verb, and no quoted name or sum by itself."""
        near = (self._by_place[place] for place in self._said.near(one.span.start, one.span.end))
        return any(
            quote.kind == "direct"
            and trigger.end <= quote.span.start < one.span.start
            and one.span.end <= quote.span.end
            and one.span.end - one.span.start < (quote.span.end - quote.span.start) // 2
            for quote in near
        )

    def answer(self, start: int, end: int) -> Answer | None:
        """How the person heard answers the question of a stretch; None where the answer tells neither yes nor no."""
        here = (self._by_place[place] for place in self._said.near(start, end) if place[0] < end and start <= place[1])
        asked = any(one.kind == "turn" and not self._is_heard(one) for one in here)
        after = next(iter(beginning(self._turns, end, end + _NEAR, "span.start")), None) if asked else None
        if after is None or not self._is_heard(after):
            return None
        if _NO.match(self._flat, after.span.start):
            return Answer(after.span.start, after.span.end, False)
        agrees = _YES.match(self._flat, after.span.start) or (
            _PRESUMES.search(self._flat, start, end)
            and not _EVADES.search(self._flat, after.span.start, after.span.end)
        )
        return Answer(after.span.start, after.span.end, True) if agrees else None

    def _is_heard(self, quote: Quote) -> bool:
        heard = self._cast.heard
        theirs, ours = ({*(name or "").casefold().split()} for name in (quote.speaker_name, heard.name))
        return self._cast.stated and bool(theirs and ours) and (theirs <= ours or ours <= theirs)

    def addressed(self, told: Told) -> Speaker:
        """Whom « vous » means: who is heard, in the questions of a hearing; the other one, where two talk."""
        if self._cast.stated:
            return self._cast.heard if told.speaker.name != self._cast.heard.name else NOBODY
        others = [one for name, one in self._talkers.items() if name != (told.speaker.name or "").casefold()]
        return others[0] if told.aloud and len(self._talkers) == 2 and len(others) == 1 else NOBODY

    def _statement(self) -> tuple[int, int]:
        """The stretch of a statement that is in the words of who makes it: from its first « je » to where questions or
        the words of the officer begin; empty where there is none."""
        nowhere = (len(self._flat) + 1, len(self._flat) + 1)
        if not self._cast.stated or self._cast.heard is NOBODY or not _STATES.search(self._flat, 0, 900):
            return nowhere
        found = next((one for one in _FIRST.finditer(self._page.text) if not self.quoted(one.start())), None)
        if found is None:
            return nowhere
        turns = [one.span.start for one in self._turns if one.span.start > found.start()]
        closes = _CLOSES.search(self._flat, found.start())
        return found.start(), min([*turns, closes.start() if closes else len(self._flat)])

    def _third_person(self) -> tuple[int, int, Speaker]:
        """The stretch that tells in the third person what somebody said, from the formula that leads to it, and whose
        words they are: his who stands before the formula, else of the person heard."""
        formula = _AS_FOLLOWS.search(self._flat) if holds_any(self._flat, _OF_ACCOUNTS) else None
        if formula is None:
            return len(self._flat), len(self._flat), NOBODY
        before = [one for one in self._mentions if one.kind == "person" and one.span.end <= formula.start()]
        who = self._cast.heard
        if before and formula.start() - before[-1].span.end < _BESIDE:
            who = Speaker(before[-1].id, before[-1].normalised or before[-1].span.exact)
        ends = _CLOSES if self._flat.startswith("\n", formula.end()) else _PARAGRAPH  # it leads to a page, or goes on
        closes = ends.search(self._flat, formula.end())
        return formula.end(), closes.start() if closes else len(self._flat), who

    def _sender(self) -> Speaker:
        """Who writes a mail: the person after `From:`; or a page that is no talk."""
        mail = self._piece.kind == "mail" or _MAIL.search(self._flat, 0, _HEAD) is not None
        for one in self._mentions if mail else ():
            if one.kind == "person" and _FROM.search(self._flat, max(0, one.span.start - 12), one.span.start):
                return Speaker(one.id, one.normalised or one.span.exact)
        talk = self._cast.stated or self._turns or self._piece.kind in ("intercept", "chat", "hearing")
        return NOBODY if talk else author(self._flat, [one for one in self._mentions if one.kind == "person"])

    def _is_officer(self, quote: Quote) -> bool:
        heard, officer = self._cast.heard, self._cast.officer
        known = self._cast.stated and officer.id is not None and officer.name != heard.name
        return known and quote.speaker == officer.id


def _holds(place: tuple[int, int], word: tuple[int, int]) -> bool:
    return place[0] <= word[0] and word[1] <= place[1]


def _voice(quote: Quote) -> Speaker:
    """Who speaks: a person, or the label of a turn (« X1 »), whoever it is."""
    label = quote.cue.exact if quote.kind == "turn" and quote.cue else None
    return Speaker(quote.speaker, quote.speaker_name or label)
