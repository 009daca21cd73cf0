"""Whom a pronoun means, or a word that stands for a name: « il », « l'intéressé », « mon client ».

Only where one person can be meant; several that may be leave it unknown.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from greffier.reading.candidate import UNPROVEN, Candidate
from greffier.reading.cast import NOBODY, Cast, Speaker
from greffier.reading.gender import Gender, gender_after, gender_before, gender_of
from greffier.reading.mention import mention_id
from greffier.reading.speech import patterns
from greffier.reading.taken import beginning
from greffier.reading.turns import Turn
from greffier.reading.vocabulary import level
from greffier.records import Page

_RANK = (
    r"(?:(?:(?:m|mme|mlle|me|mr|mrs|ms|dr|sgt|insp|det|supt|cpl|lt|cne|cdt|adj|gpx)\.?|(?:[a-z]\.){2,3}|d[cis]|pc"
    r"|garda|officer|sergeant|constable|inspector|detective|nurse|judge|capitaine|lieutenant|brigadier"
    r"|brigadier-chef|major|adjudant|gendarme|commandant|commissaire|docteur|maitre|juge|le|la|nommee?)\s+){0,3}$"
)
GOVERNED = re.compile(
    rf"(?<![\w'])(?:de|du|des|d'|a|au|aux|par|pour|chez|of|to|by|for|from|with|avec|contre|sur)\s+{_RANK}"
)
_MET = re.compile(  # « j'ai été abordé par X », `I spoke to X`, « message de X »: who comes up and is told of next
    r"(?:(?<!\w)(?:i was|we were|ai ete|avons ete|fus|fumes)\s[^.;\n]{0,40}\b(?:by|par)"
    r"|(?:(?<!\w)(?:i|we|je|nous|on)\s[^.;\n]{0,24}?|j'[^.;\n]{0,16}?|(?:^|[.!?:]\s|\n)\s*)"
    r"\b(?:spoken?|speak|talk(?:ed)?|met|parle|telephone|discute|entretenue?s?|entretien|contact|rendez-vous)\b[^.;:\n]{0,24}?\b(?:a|au|avec|to|with)"
    r"|\b(?:message|audition|deposition|temoignage|interview|sms|texto|mail|courriel|lettre|appel|reponse|text|letter|email|voicemail"
    r"|reply|call|conduite?|pilote|occupee?|tenue?|exploitee?|utilisee?"
    r"|signee?|redigee?|louee?|geree?|dirigee?|driven|owned|run|used|occupied|rented|led|signed|written)\s+(?:de|du|d'|par|from|by))\s*"
    rf"{_RANK}"
    rf"|\b(?:plainte|complaint)\s+(?:contre|against|visant)\s+{_RANK}"
)
_GAP = re.compile(r"(?:,[^.;:,\n]{1,50},)?,?\s+(?:(?:qui|who|then|also|has|had)\s+)?(?=\S)")
_ANSWERED = re.compile(r"(?:answer|repl|repon|retorted)")
_ASKS = re.compile(r"(?:,[^,.;\n]{1,40},)?\s+(?:lui\s+|then\s+)?(?:asked?s?|demand\w+|interrog\w+|wanted to know)\b")
_TITLED = re.compile(r"\b(?:me|maitre|dr|docteur|juge|judge)\.?\s+$")  # nobody whom a record is about
_NAME = 60  # characters of a name at most
_FARTHER = (4, 5, 6, 7)  # sentences back
_ENTRY = re.compile(r"\n\s*\n|\n(?=[ \t]*(?:(?:a|at|vers)[ ])?\d{1,2}[ ]?(?:h|heures?|:|\.)[ ]?\d\d\b)")
_ANY_ONE = re.compile(
    r"(?<![\w'])(?:une?|des|deux|trois|plusieurs|an?|one|two|three|some|several)\s+(?:[a-z-]{2,14}\s+)?$"
)
_OPENING = re.compile(  # of a sentence: nothing but a label, a title, a pronoun before
    r"(?:^|[.!?]\s+|\n\s*)(?:[a-z]{1,8}\s?[:.–-]\s)?(?:(?:m|mme|mr|mrs|ms|me|dr|le|la|les|the|il|elle|he|she|then|puis|et|and|l'|lui|m')\.?\s?){0,3}$"
)
_SENTENCE = re.compile(r"[.!?](?<!\bm\.)(?<!\bmme\.)(?<!\bmr\.)(?<!\bme\.)(?<!\bdr\.)(?<!\bmrs\.)(?<!\bms\.)\s")
_BESIDE = re.compile(r"[ ]?,?[ ](?:(?:m|mme|me|mr|mrs|ms|dr)\.?[ ])?")


class Antecedents:
    """The people of one page, as they are told of again."""

    def __init__(self, page: Page, cast: Cast, turns: Sequence[Turn] = ()) -> None:
        self._page, self._cast = page, cast
        self.said = [(turn.start, turn.end) for turn in turns]
        self._seen = cast.seen[page.id]
        self._flat = level(page.text)
        self._whole = _whole_names([self._name(one) for one in self._seen if one.kind == "person"], cast.also)
        self._by_name: dict[str, list[Candidate]] = {}
        for one in self._seen:
            self._by_name.setdefault(self._key(self._name(one)), []).append(one)

    def alone(self, at: int, pronoun: str = "") -> Speaker:
        """Whom the pronoun of a speech at `at` (or this one, after it) means: the only one of its paragraph who can be.

        The last two sentences count; where they name several, the sentence nearest does. Who was asked answers, not
        who asked. A paragraph that names nobody goes on with the person heard.
        """
        begin = self._paragraph(at)
        ends = [found.end() for found in _SENTENCE.finditer(self._flat[begin:at])]
        pronoun = pronoun or self._flat[max(0, at - 24) : at + 3]
        if not any(one.kind == "person" for one in beginning(self._seen, begin, at - 1)):
            return self._heard(pronoun, at)
        for back in (3, 2):
            since = begin + (ends[-back] if len(ends) >= back else 0)
            who = self._only(since, at, pronoun)
            if who is not None:
                return NOBODY if self._asks(who, at) else self.speaker(who)
        if self._may_mean(since, at, pronoun):
            return self._first_told(since, at, pronoun)
        since = begin + (ends[-2] if len(ends) >= 2 else 0)
        if (
            self._cast.record
            and (heard := self._heard(pronoun, at)) is not NOBODY
            and not self._may_mean(since, at, pronoun)
        ):
            return heard
        for back in _FARTHER:  # sentences that name nobody between
            since = begin + (ends[-back] if len(ends) >= back else 0)
            if self._may_mean(since, at, pronoun):
                who = self._only(since, at, pronoun)
                told = who is not None and (self._speaks(who) or self._opens(who)) and not self._asks(who, at)
                return self.speaker(who) if told else NOBODY
        return self._heard(pronoun, at)

    def _first_told(self, since: int, at: int, pronoun: str) -> Speaker:
        """« Steph a appelé le Gitan. Il lui a dit »: of several, the subject of the sentence before, where the pronoun
        is the subject of its own."""
        opens = [one for one in beginning(self._seen, since, at - 1) if one.kind == "person" and self._leads(one.start)]
        fitting = opens and self._leads(at) and self._fits(pronoun, self.speaker(opens[-1]), at)
        answers = _ANSWERED.search(self._flat, at, at + 24) or self._asks(opens[-1], at) if opens else False
        return self.speaker(opens[-1]) if fitting and not answers and not self._passed_over(opens[-1], at) else NOBODY

    def _leads(self, at: int) -> bool:
        """Whether a sentence begins here, but for a title or a pronoun."""
        return _OPENING.search(self._flat, max(0, at - 40), at) is not None

    def concerned(self, at: int, words: tuple[int, int] | None) -> Speaker:
        """Whom « l'intéressé », « le mis en cause » or a verb without a subject means: whom the record is about, else
        the one person told of before, else nobody but these words."""
        heard = self._cast.heard
        told = self._flat[slice(*words)] if words else ""
        if "client" in told and self._cast.client is not NOBODY:
            return self._cast.client
        if self._cast.record and heard is not NOBODY and self._fits(told, heard, at):
            return heard
        if words is None:
            return NOBODY
        who = self._only(self._paragraph(words[0]), words[0], told) or self._only(0, words[0], told)
        if who is not None and not _TITLED.search(self._flat, max(0, who.start - 12), who.start):
            return self.speaker(who)
        return NOBODY if told.startswith("l'interesse") else Speaker(None, self._page.text[slice(*words)].strip())

    def _heard(self, pronoun: str, at: int) -> Speaker:
        """The person whom a record is about, where a pronoun may mean him."""
        heard = self._cast.heard
        told = gender_of(pronoun) is not None and heard is not NOBODY and self._fits(pronoun, heard, at)
        return heard if told and self._cast.record and self._said_from(at) is None else NOBODY

    def _may_mean(self, begin: int, at: int, pronoun: str) -> bool:
        """Whether the paragraph names somebody else whom the pronoun can mean."""
        return any(
            one.kind == "person"
            and begin <= one.start < at
            and not self._governs(0, one)
            and self._fits(pronoun, self.speaker(one), at)
            and self._key(self._name(one)) != self._key(self._cast.heard.name or "")
            and not self._passed_over(one, at)
            for one in self._seen
        )

    def _only(self, begin: int, at: int, pronoun: str) -> Candidate | None:
        """The one person named between `begin` and `at` whom the pronoun can mean; not somebody's lawyer or brother."""
        people: dict[str, list[Candidate]] = {}
        for one in beginning(self._seen, begin, at - 1):
            if one.kind == "person" and not self._passed_over(one, at):
                people.setdefault((one.normalised or "").casefold(), []).append(one)
        fitting = [named for named in people.values() if self._fits(pronoun, self.speaker(named[0]), at)]
        if len(fitting) > 1:  # who has spoken already is meant, not whom he has spoken of
            fitting = [named for named in fitting if any(self._speaks(one) for one in named)]
        if len(fitting) != 1:
            return None
        who = next((one for one in fitting[0] if not self._governs(0, one)), None)
        return who or next((one for one in fitting[0] if self._agrees(pronoun, one)), None)

    def _passed_over(self, who: Candidate, at: int) -> bool:
        """Whether somebody is no « il » of the words at `at`: whom others speak of between their marks, and the officer
        who holds a hearing, who is « nous » in it, or is named."""
        if any(start <= who.start < end <= at for start, end in self.said):
            return True
        officer = set((self._cast.officer.name or "").casefold().split())
        named = set((who.normalised or "").casefold().split())
        return self._cast.record and bool(named) and named <= officer

    def _agrees(self, pronoun: str, who: Candidate) -> bool:
        """« la permanence de Mme X ; elle »: what the words before the name tell is what the pronoun wants."""
        told = gender_before(self._flat, who.start)
        return told is not None and told == gender_of(pronoun)

    def _speaks(self, who: Candidate) -> bool:
        """« X m'a demandé si », `X, his brother, told me`: the subject of a verb of speech."""
        gap = _GAP.match(self._flat, who.end)
        return patterns().verb.match(self._flat, gap.end() if gap else who.end) is not None

    def _opens(self, who: Candidate) -> bool:
        """Whether a sentence begins with somebody, or he comes up in it as one who is told of next."""
        return self._leads(who.start) or _MET.search(self._flat, max(0, who.start - 100), who.start) is not None

    def _asks(self, who: Candidate, at: int) -> bool:
        """« X demande d'où vient l'argent. Il répond »: somebody else does."""
        return bool(_ANSWERED.match(self._flat, at) and _ASKS.match(self._flat, who.end))

    def _fits(self, pronoun: str, speaker: Speaker, at: int) -> bool:
        """Whether « elle » may be this speaker: not a man, nor somebody untold where a woman has been named before."""
        wanted = gender_of(pronoun)
        if wanted is None:
            return True
        begin = self._paragraph(at)
        told: dict[bool, set[Gender]] = {True: set(), False: set()}
        key = self._key(speaker.name or "")
        named = self._by_name.get(key, [])
        for one in (*named, *beginning(self._seen, begin, at - 1)):
            if one.kind not in ("person", "role") or one.start >= at or (one.kind == "role" and wanted == "m"):
                continue  # « un convoyeur » may be the man himself
            own = self._key(self._name(one)) == key
            gender = gender_before(self._flat, one.start) or gender_after(self._flat, one.end)
            if gender:
                told[own].add(gender)
        return wanted in told[True] or not (told[True] or wanted in told[False])

    def _name(self, one: Candidate) -> str:
        return one.normalised or self._page.text[one.start : one.end]

    def _key(self, name: str) -> str:
        """The whole level name that a name on the page is part of, or a by-name stands for."""
        return self._whole.get(level(name), level(name))

    def _in_office(self, role: Candidate) -> Speaker:
        """« Le procureur ajoute », where the page names one beside that word; an office alone names nobody."""
        if _ANY_ONE.search(self._flat, max(0, role.start - 24), role.start):
            return NOBODY
        return self.of_role(self._flat[role.start : role.end]) or NOBODY

    def of_role(self, role: str) -> Speaker | None:
        """The one person whom the page names beside this word: « Mme X, juge d'instruction »."""
        named: dict[str, Candidate] = {}
        for one in self._seen if len(role) > 3 else ():
            if one.kind == "role" and self._flat.startswith(role, one.start):
                near = beginning(self._seen, one.start - _NAME, one.end + 8)
                beside = (who for who in near if who.kind == "person" and self._is_beside(one, who))
                named |= {self._key(self._name(who)): who for who in beside}
        return self.speaker(next(iter(named.values()))) if len(named) == 1 else None

    def _is_beside(self, role: Candidate, who: Candidate) -> bool:
        """« le juge Morin », « M. Morin, juge »: nothing but a title or a comma between."""
        gap = self._flat[role.end : who.start] if role.end <= who.start else self._flat[who.end : role.start]
        return len(gap) < 8 and _BESIDE.fullmatch(gap) is not None

    def _paragraph(self, at: int) -> int:
        """Where the paragraph or the entry of an offset begins, or how far back it is looked at."""
        far = max(0, at - 900, self._said_from(at) or 0)
        return far + max((found.end() for found in _ENTRY.finditer(self._flat[far:at])), default=0)

    def _said_from(self, at: int) -> int | None:
        """Where the turn or the speech around an offset begins: who is told of in it is no « il » from outside."""
        return max((start for start, end in self.said if start <= at < end), default=None)

    def _governs(self, left: int, one: Candidate) -> bool:
        """« l'avocat de M. Morin »: a preposition leads to the name."""
        before = max(left, one.start - 30)
        led = GOVERNED.search(self._flat, before, one.start) is not None
        return led and not _MET.search(self._flat, max(left, one.start - 100), one.start)

    def speaker(self, who: Candidate | None) -> Speaker:
        if who is None:
            return NOBODY
        name = who.normalised or self._page.text[who.start : who.end]
        if who.kind == "role":
            return self._in_office(who)
        if who.confidence == UNPROVEN:
            return Speaker(None, name)
        return Speaker(mention_id(self._page, who.start, who.end, who.kind), name)


def _whole_names(names: Sequence[str], also: Mapping[str, str]) -> dict[str, str]:
    """The fullest level name of each level name, where it is part of one only; a by-name has its owner's."""
    known = dict.fromkeys(map(level, names))
    holding: dict[str, set[str]] = {}
    for name in known:
        for word in name.split():
            holding.setdefault(word, set()).add(name)
    whole: dict[str, str] = {}
    for name in known:
        fuller = set.intersection(*(holding[word] for word in name.split())) - {name} if name.split() else set()
        most = max(fuller, key=lambda one: (len(one.split()), one), default=name)
        whole[name] = most if all(set(one.split()) <= set(most.split()) for one in fuller) else name
    return {**whole, **{name: whole.get(owner, owner) for name, owner in also.items()}}
