"""Whom a pronoun means: « il », `she`.

Only where one person can be meant; several that may be leave it unknown.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import product

from greffier.reading.candidate import Candidate
from greffier.reading.cast import NOBODY, Cast, Speaker
from greffier.reading.fitting import SENTENCE, Fitting
from greffier.reading.gender import gender_before, gender_of
from greffier.reading.known import MET, RANK
from greffier.reading.officers import deals_with_another, in_brackets, is_officer
from greffier.reading.somebody import somebody, stranger
from greffier.reading.speech import patterns
from greffier.reading.taken import beginning
from greffier.reading.turns import Turn
from greffier.reading.vocabulary import level
from greffier.records import Page

_GAP = re.compile(r"(?:,[^.;:,\n]{1,50},)?,?\s+(?:(?:qui|who|then|also|has|had)\s+)?(?=\S)")
_ANSWERED = re.compile(r"(?:answer|repl|repon|retorted)")
_ADDRESSED = re.compile(r"\b(?:chere?|dear|bonjour|bonsoir|salut|hi|hello|hey)\s+(?:[a-z]{1,8}\.?\s+)?$")
_ASKED_BY = re.compile(
    r"\b(?:asked|questioned|pressed|challenged|cross-examined|interviewed|interrogee?|questionnee?|interpellee?|entendue?|auditionnee?|relancee?)\s+(?:by|par)\s+(?:[a-z.'-]+\s+){0,4}$"
)
_NESTED = 6  # reported stretches, one in another
_TURN = 60  # characters between two turns, a label and the hour of a message
_FARTHER = (4, 5, 6, 7)  # sentences back
_FAR = 240  # characters back to a subject
_DEFINITE = re.compile(  # that opens a sentence
    r"(?:^|(?<=[.!?]\s)|(?<=\n))\s*(?:\(?[a-z\d]{1,3}[.)]\s+)?(?:the\s|le\s|la\s|l')(?P<words>[a-z-]{3,20}(?:\s[a-z-]{3,20}){0,2})"
)
_FIRST_PERSON = re.compile(r"(?<![\w'])(?:je|moi|mon|ma|i|my)(?![\w'-])|(?<!\w)j'(?=\w)")
_NEAR = 400  # characters before a pronoun
_OPENING = re.compile(  # of a sentence: nothing but a label, a title, a pronoun before
    r"(?:^|[.!?]\s+|\n\s*)(?:[a-z]{1,8}\s?[:.–-]\s)?(?:(?:m|mme|mr|mrs|ms|me|dr|le|la|les|the|il|elle|he|she|then|puis|et|and|l'|lui|m')\.?\s?){0,3}$"
)
TITLED_NAME = 8  # characters between a role and the name after it
_ASKING = re.compile(  # whom one asks
    r"(?<![\w'-])(?:asked|asks|phoned|rang|called|texted|messaged|emailed|confronted|tackled|pressed|questioned|spoke\s+to|spoke\s+with|checked\s+with|went\s+to\s+see"
    r"|(?:ai|avons|a|ont)\s+(?:demande\s+a|appele|rappele|joint|interroge|questionne|telephone\s+a|ecrit\s+a|contacte|vu|relance)|(?:demande|telephone|ecrit)\s+a)"
    rf"\s+{RANK}"
)
_AND_HE = re.compile(
    r"(?:\s[^.;:,\n]{1,40}?)?,?\s+(?:and|but|et|mais)\s+(?:(?:he|she|il|elle|she's|he's)\s+)?(?:(?:just|only|simply|then|lui|me|m'a|m')\s*)?"
)
_OFFICE = 40  # characters of both
_TURNS_BACK = 4  # turns that name nobody between
_TOLD_THAT = re.compile(
    r"[^.!?;«\"“]{0,90}?(?:\b(?:qu'|que\s+|that\s+)|(?P<said>,\s+))(?:(?:il|elle|he|she)\s[^.,;:«\"“]{0,40})?$"
)
_SOURCE = re.compile(rf"(?:selon|d'apres|according\s+to)\s+{RANK}")


class Antecedents(Fitting):
    """The people of one page, as they are told of again."""

    def __init__(self, page: Page, cast: Cast, turns: Sequence[Turn] = ()) -> None:
        super().__init__(page, cast, turns)
        self.unnamed: list[int] = []  # where somebody without a name speaks
        self.told: list[tuple[int, int]] = []  # and what is reported: who is named in it does not speak

    def alone(self, at: int, pronoun: str = "") -> Speaker:
        """Whom the pronoun of a speech at `at` (or this one, after it) means: the only one of its paragraph who can be.

        The last two sentences count; where they name several, the sentence nearest does. Who was asked answers, not
        who asked. A paragraph that names nobody goes on with the person heard.
        """
        begin = self._paragraph(at)
        ends = [found.end() for found in SENTENCE.finditer(self._flat[begin:at])]
        pronoun = pronoun or self._flat[max(0, at - 24) : at + 3]
        for told in (self._was_asked, self._party):
            if (who := told(begin, at, pronoun)) is not NOBODY:
                return who
        if not any(one.kind == "person" for one in beginning(self._seen, begin, at - 1)):
            if stranger(self._page.text, self._flat, begin, at, self._seen):
                return NOBODY
            heard = self._heard(pronoun, at)
            heard = self._asked_about(pronoun, at) if heard is NOBODY else heard
            return self._carried_over(begin, at, pronoun) if heard is NOBODY else heard
        for spoken, back in product((False, True), (3, 2)):  # one alone first, then the one who speaks already
            since = begin + (ends[-back] if len(ends) >= back else 0)
            only = self._only(since, at, pronoun, spoken)
            if only is not None:
                other = (
                    self._asks(only, at)
                    or self._tells_of_another(only, at, pronoun)
                    or stranger(self._page.text, self._flat, only.end, at, self._seen)
                )
                return NOBODY if other else self.speaker(only)
        if self._may_mean(since, at, pronoun):
            return self._first_told(since, at, pronoun)
        since = begin + (ends[-2] if len(ends) >= 2 else 0)
        if (
            self._cast.record
            and (heard := self._heard(pronoun, at)) is not NOBODY
            and not self._may_mean(since, at, pronoun)
        ):
            return heard
        return self._farther(begin, ends, at, pronoun)

    def _farther(self, begin: int, ends: Sequence[int], at: int, pronoun: str) -> Speaker:
        """Whoever is told of some sentences back, where those between name nobody."""
        for back in _FARTHER:
            since = begin + (ends[-back] if len(ends) >= back else 0)
            if self._may_mean(since, at, pronoun):
                only = self._only(since, at, pronoun)
                known = only is not None and (self._speaks(only) or self._opens(only)) and not self._asks(only, at)
                return self.speaker(only) if known else NOBODY
        return self._heard(pronoun, at)

    def _was_asked(self, begin: int, at: int, pronoun: str) -> Speaker:
        """`I asked Dunstan and he said`, « J'ai appelé Morin, mais il dit »: who is asked in the same sentence."""
        people = [one for one in beginning(self._seen, begin, at - 1) if one.kind == "person"]
        last = people[-1] if people else None
        if last is None or not _AND_HE.fullmatch(self._flat, last.end, at):
            return NOBODY
        led = _ASKING.search(self._flat, max(begin, last.start - 60), last.start)
        return self.speaker(last) if led and self._fits(pronoun, self.speaker(last), at) else NOBODY

    def _carried_over(self, begin: int, at: int, pronoun: str) -> Speaker:
        """`… He wants a letter.¶ I told him no. He said: …`: whom alone the paragraph before this one is about."""
        if begin == 0 or self._said_from(at) is not None or somebody(self._flat, begin, at, self._seen):
            return NOBODY
        before = self._paragraph(len(self._flat[:begin].rstrip()))
        who = self._only(before, begin, pronoun)
        about = who is not None and (self._speaks(who) or self._opens(who)) and not self._asks(who, at)
        return self.speaker(who) if about and not somebody(self._flat, before, begin, self._seen) else NOBODY

    def _party(self, begin: int, at: int, pronoun: str) -> Speaker:
        """`The member came in on Monday. She says …`: whom the paper means by the subject of a sentence just before."""
        for opens in reversed(list(_DEFINITE.finditer(self._flat, max(begin, at - _FAR), at))):
            if any(one.kind == "person" for one in beginning(self._seen, opens.start(), at - 1)):
                return NOBODY
            words = opens["words"].split(" ")
            meant = (self.meant_by(" ".join(words[:count])) for count in range(1, len(words) + 1))
            who = next((one for one in meant if one), NOBODY)
            if who is not NOBODY:
                return who if self._fits(pronoun, who, at) else NOBODY
        return NOBODY

    def _asked_about(self, pronoun: str, at: int) -> Speaker:
        """`Did Marcus sign?` and, in the turn after it, `He says …`: the only one named in the turn before, or in the
        last one that names somebody."""
        begin = self._said_from(at)
        if begin is None or somebody(self._flat, begin, at, self._seen):
            return NOBODY
        labels = ""
        for _ in range(_TURNS_BACK):
            near = self.said.near(begin - _TURN, begin)
            before = max((span for span in near if begin - _TURN <= span[1] <= begin), default=None)
            if before is None:
                return NOBODY
            labels += self._flat[before[1] : begin]
            here = [one for one in beginning(self._seen, *before) if one.kind == "person"]
            here = [one for one in here if level(self._name(one)).split()[-1] not in labels]
            if here:
                here = [one for one in here if not self._governs(0, one)]
                alone = len({self._key(self._name(one)) for one in here}) == 1
                return self.speaker(here[0]) if alone and self._fits(pronoun, self.speaker(here[0]), at) else NOBODY
            if somebody(self._flat, *before, self._seen):
                return NOBODY
            begin = before[0]
        return NOBODY

    def _first_told(self, since: int, at: int, pronoun: str) -> Speaker:
        """« Steph a appelé le Gitan. Il lui a dit »: of several, the subject of the sentence before, where the pronoun
        is the subject of its own."""
        opens = [one for one in beginning(self._seen, since, at - 1) if one.kind == "person" and self._leads_in(one)]
        fitting = opens and self._leads(at) and self._fits(pronoun, self.speaker(opens[-1]), at)
        answers = _ANSWERED.search(self._flat, at, at + 24) or self._asks(opens[-1], at) if opens else False
        return self.speaker(opens[-1]) if fitting and not answers and not self._passed_over(opens[-1], at) else NOBODY

    def _leads_in(self, who: Candidate) -> bool:
        """Whether a sentence begins with somebody, or with his office and his name: `The SHO, X, did not register`."""
        role = next((one for one in beginning(self._seen, who.start - _OFFICE, who.start) if one.kind == "role"), None)
        beside = role is not None and 0 < who.start - role.end < TITLED_NAME
        return self._leads(who.start) or (role is not None and beside and self._leads(role.start))

    def _leads(self, at: int) -> bool:
        """Whether a sentence begins here, but for a title or a pronoun."""
        return _OPENING.search(self._flat, max(0, at - 40), at) is not None

    def _heard(self, pronoun: str, at: int) -> Speaker:
        """The person whom a record is about, where a pronoun may mean him: not where he tells it himself, nor where
        somebody without a name has come up."""
        heard = self._cast.heard
        told = gender_of(pronoun) is not None and heard is not NOBODY and self._fits(pronoun, heard, at)
        begin = max(self._paragraph(at), at - _NEAR)
        other = _FIRST_PERSON.search(self._flat, begin, at) or somebody(self._flat, begin, at, self._seen)
        return heard if told and self._cast.record and self._said_from(at) is None and not other else NOBODY

    def _may_mean(self, begin: int, at: int, pronoun: str) -> bool:
        """Whether the paragraph names somebody else whom the pronoun can mean."""
        heard = self._key(self._cast.heard.name or "")
        return any(
            one.kind == "person"
            and not self._governs(0, one)
            and self._fits(pronoun, self.speaker(one), at)
            and self._key(self._name(one)) != heard
            and not self._passed_over(one, at)
            for one in beginning(self._seen, begin, at)
        )

    def _only(self, begin: int, at: int, pronoun: str, spoken: bool = True) -> Candidate | None:
        """The one person named between `begin` and `at` whom the pronoun can mean, or of several the one who has
        `spoken`; not somebody's lawyer or brother."""
        people: dict[str, list[Candidate]] = {}
        for one in beginning(self._seen, begin, at - 1):
            told = not (spoken and self._speaks(one)) and any(
                start <= one.start < end <= at for start, end in self._told_near(one.start)
            )
            if one.kind == "person" and not told and not self._passed_over(one, at):
                people.setdefault(self._key(self._name(one)), []).append(one)
        fitting = [named for named in people.values() if self._fits(pronoun, self.speaker(named[0]), at)]
        if len(fitting) > 1:  # « la sœur de X, Y » is Y
            fitting = [named for named in fitting if not all(self._governs(0, one) for one in named)] or fitting
        if len(fitting) > 1:  # `Coe asked Kern where it came from. He said`
            fitting = [named for named in fitting if not deals_with_another(self._flat, named[-1].end)] or fitting
        if len(fitting) > 1 and spoken:  # who has spoken already is meant, not whom he has spoken of
            fitting = [named for named in fitting if any(self._speaks(one) for one in named)]
        if len(fitting) != 1:
            return None
        who = next((one for one in fitting[0] if not self._governs(0, one)), None)
        return who or next((one for one in fitting[0] if self._agrees(pronoun, one)), None)

    def _told_near(self, at: int) -> Sequence[tuple[int, int]]:
        """What is reported from shortly before an offset on; `told` is in order."""
        last = bisect_right(self.told, (at, len(self._flat)))
        return self.told[max(0, last - _NESTED) : last]

    def _passed_over(self, who: Candidate, at: int) -> bool:
        """Whether somebody is no « il » of the words at `at`: whom others speak of between their marks, and the officer
        who holds a hearing, who is « nous » in it, or is named."""
        said = self.said.near(who.start, who.start)
        if any(start <= who.start < end <= at for start, end in said) or self._is_kin(who):
            return True
        if _ADDRESSED.search(self._flat, max(0, who.start - 24), who.start):
            return True
        if is_officer(self._flat, who.start) and self._acts(who):
            return True
        if _ASKED_BY.search(self._flat, max(0, who.start - 60), who.start):
            return True  # « Interrogé par Me X, il répond »
        officer = set((self._cast.officer.name or "").casefold().split())
        named = set((who.normalised or "").casefold().split())
        return self._cast.record and bool(named) and named <= officer

    def _acts(self, who: Candidate) -> bool:
        """Whether an officer only does his duty here: in the record of somebody else, on another one, in brackets."""
        recorded = self._cast.record and self._cast.heard is not NOBODY
        return recorded or deals_with_another(self._flat, who.end) or in_brackets(self._flat, who.start)

    def _speaks(self, who: Candidate) -> bool:
        """« X m'a demandé si », `X, his brother, told me`: the subject of a verb of speech."""
        gap = _GAP.match(self._flat, who.end)
        return patterns().verb.match(self._flat, gap.end() if gap else who.end) is not None

    def _tells_of_another(self, who: Candidate, at: int, pronoun: str) -> bool:
        """« X raconte qu'il a dit », « selon X, il a dit »: X or somebody else, unless a title tells that he fits."""
        told = _TOLD_THAT.match(self._flat[who.end : at])
        if told is None or (told["said"] and not _SOURCE.search(self._flat, max(0, who.start - 40), who.start)):
            return False
        return gender_before(self._flat, who.start) != gender_of(pronoun)

    def _opens(self, who: Candidate) -> bool:
        """Whether a sentence begins with somebody, or he comes up in it as one who is told of next."""
        return self._leads(who.start) or MET.search(self._flat, max(0, who.start - 100), who.start) is not None

    def _asks(self, who: Candidate, at: int) -> bool:
        """« X demande d'où vient l'argent. Il répond »: somebody else does."""
        return bool(_ANSWERED.search(self._flat, at, at + 24) and deals_with_another(self._flat, who.end))
