"""Who speaks, and to whom: what the words around a speech say of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from greffier.reading.candidate import Candidate
from greffier.reading.cast import NOBODY, Cast, Speaker
from greffier.reading.gender import Gender, gender_after, gender_before, gender_of
from greffier.reading.legend import Legend
from greffier.reading.mention import mention_id
from greffier.reading.speech import nearest_after, nearest_before, patterns
from greffier.reading.spoken import Spoken
from greffier.reading.taken import beginning
from greffier.reading.turns import FIRST_PERSON, Turn
from greffier.reading.vocabulary import level
from greffier.records import Page, Piece

_MAIDEN = re.compile(r"\bnee\s+$")
_OTHER_SUBJECT = re.compile(  # « nous déclare » has « nous » for its object
    r"(?<![\w'])(?:il|elle|ils|elles|on|je|j'|nous(?!\s*(?:l'|en\s)?$)|he|she|they|i|we)\s*(?:\w+'|\w+\s)?$"
)
_DECLARES = re.compile(
    r"(?:qui|personne(?:\s+\w+){0,3}|interessee?|temoin|gardee?\s+a\s+vue|witness)\s+(?:nous\s+|lui\s+)?"
    r"(?:declare|depose|repond|expose|ajoute|states?|declares?)[^\n.:«“]{0,30}:?\s*[«“\"]?\s*$"
)
_NAMES_SELF = re.compile(r"je\s+(?:me\s+nomme|m'appelle)|my\s+name\s+is")
_ANSWERS = re.compile(r"(?:s\.?\s?i\.?|sur interpellation|sur (?:son identite|les faits|question)[^\n]{0,40})\s*:\s*$")
_PRONOUN = re.compile(
    r"-(?:il|elle|ils|elles)\b|\b(?:he|she|they|il|elle|ils|elles)\s+(?=\w)|\bet\s+(?:d'|de\s+)(?=\w)"
    r"|\b(?:ce dernier|cette derniere|celui-ci|celle-ci)\b"
)
_TO = re.compile(r"(?:\ba|\bau|\baux|\bto|\btold|\basked)\s+(?:(?:m\.|mme|mr|mrs|ms|son|sa|his|her|the|le|la)\s+)*$")
_NO_TITLE = "".join(rf"(?<!\b{title}\.)" for title in "m mm me dr mr ms mrs".split())
_SENTENCE = re.compile(rf"[.!?…\n](?:{_NO_TITLE}(?<!\n)\s+(?=\S)|(?<=\n)\s*\n)")
_STOPS = re.compile(rf"[.;:!?\n«»“”\"](?:{_NO_TITLE}(?<=[.;:!?])\s|(?<=\n)\s*\n|(?<=[«»“”\"]))")
_FULL_STOP = re.compile(rf"[.!?…]{_NO_TITLE}\s")
_LED = re.compile(r":[ \u00a0\n]*$")
_GOVERNED = re.compile(
    r"(?<![\w'])(?:de|du|des|d'|a|au|aux|par|pour|chez|of|to|by|for|from|with|avec|contre|sur)\s+(?:(?:m|mme|me|mr|mrs|ms)\.?\s+)?$"
)
_MET_BY = re.compile(  # « j'ai été abordé par X »: somebody who comes up and is told of next
    r"(?<!\w)(?:i was|we were|ai ete|avons ete|fus|fumes)\s[^.;\n]{0,40}\b(?:by|par)\s+"
    r"(?:(?:m|mme|me|mr|mrs|ms)\.?\s+)?$"
)
_ANSWERED = re.compile(r"(?:answer|repl|repon|retorted)")
_ASKS = re.compile(r"(?:,[^,.;\n]{1,40},)?\s+(?:lui\s+|then\s+)?(?:asked?s?|demand\w+|interrog\w+|wanted to know)\b")
_CONCERNED = re.compile(r"\bl'interessee?\s+(?:nous\s+)?$")
_WITNESS = re.compile(r"(?:the |le |la )?(?:witness|temoin|prevenue?|accusee?|accused|defendant)")
_FAR = 200  # characters over which « ajoute-t-il » goes on with who spoke before,
_FARTHER = 900  # and where nobody else is named between


class Attribution:
    """The speakers of one page."""

    def __init__(self, piece: Piece, page: Page, cast: Cast, turns: Sequence[Turn] = ()) -> None:
        self._piece, self._page, self._cast = piece, page, cast
        self._seen = cast.seen[page.id]
        self._flat = level(page.text)
        self._legend = Legend(page.text, [one for one in self._seen if one.kind == "person"], turns)
        self._labels: dict[str, Speaker] = {}  # « Le président (M. Morin) : » is the one of « Le président : »

    def of_turn(self, turn: Turn) -> Speaker:
        """Who answers, who asks, or whom a label names."""
        if turn.voice in ("answer", "question"):
            return self._cast.heard if turn.voice == "answer" else self._cast.officer
        label = self._page.text[turn.label[0] : turn.label[1]]
        aside = re.compile(r"[ \u00a0]?\([^)\n]{1,40}\)").match(self._page.text, turn.label[1])
        end = aside.end() if aside else turn.label[1]
        here = [one for one in self._seen if one.kind == "person" and turn.label[0] <= one.start < end]
        if here:
            self._labels.setdefault(level(label), self.speaker(here[0]))
            return self.speaker(here[0])
        known = self._cast.named.get(" ".join(level(label).split())) or self._labels.get(level(label))
        if known is None and _WITNESS.fullmatch(level(label)):
            heard = self._cast.heard
            others = {(one.name or "").split()[-1:][0].casefold() for one in self._labels.values() if one.name}
            unknown = heard is NOBODY or not heard.name or heard.name.split()[-1].casefold() in others
            return Speaker(None, label) if unknown else heard
        if known:
            self._labels.setdefault(level(label), known)
        meant = known or self.speaker(self._legend.meaning(label))
        return Speaker(None, label) if meant is NOBODY else meant

    def of_speech(self, one: Spoken, turns: Sequence[Turn]) -> tuple[Speaker, str | None]:
        """Who speaks, and to whom: the subject of the verb after or inside the words, else before them."""
        start, end = one.whole
        left = self._sentence_start(start)
        if self._answers(one, left):
            return self._cast.heard, None
        if one.cue is None:
            inside = any(turn.start <= start and end <= turn.end + 2 for turn in turns)
            return (NOBODY, None) if inside else (self._by_according(left, start) or self._led(left, start), None)
        if one.cue[0] >= start:
            return self._after(one, one.cue)
        who = self._subject(left, one.cue[0])
        if who is None and _CONCERNED.search(self._flat, left, one.cue[0]) and self._cast.heard is not NOBODY:
            return self._cast.heard, None
        return self.speaker(who), self._addressee(one.cue[1], start, who)

    def told_before(self, one: Spoken) -> Speaker:
        """The only person of the sentences before: « il nie : « … » », or words that are a sentence of their own."""
        start = one.whole[0]
        words = self._page.text[slice(*one.whole)].strip('«»“”" \u00a0\u202f')
        alone = one.cue is None and words[:1].isupper() and words[-1:] in ".!?…" and len(words.split()) > 2
        led = one.cue is not None and _PRONOUN.search(self._flat, max(0, one.cue[0] - 24), one.cue[1] + 5)
        if self._flat[: one.start].rstrip()[-1:] == "-" or not (alone or led):
            return NOBODY
        return self.alone(start)

    def _answers(self, one: Spoken, left: int) -> bool:
        """« S.I. : », « lequel nous déclare : »: the person heard."""
        start = one.whole[0]
        if _ANSWERS.search(self._flat, left - 1 if left else 0, start):
            return True
        if self._piece.kind != "hearing":
            return False
        told = one.cue is None and self._flat[:start].rstrip(" \t")[-1:] in ("", "\n")  # a paragraph between marks
        return bool(
            _NAMES_SELF.match(self._flat, one.start)
            or _DECLARES.search(self._flat, max(0, start - 90), start)
            or (told and FIRST_PERSON.search(self._page.text, one.start, min(one.start + 90, one.end)))
        )

    def _after(self, one: Spoken, cue: tuple[int, int]) -> tuple[Speaker, str | None]:
        """`"…," said X`, « …, dit X à Y »; in `"…," X said` the subject stands before the verb."""
        stop = min(len(self._flat), cue[1] + 80)
        ends = _STOPS.search(self._flat, cue[1], stop)
        limit = ends.start() if ends else stop
        who = nearest_after(self._seen, cue[1] - 1, limit)
        if self._flat[one.whole[1] : cue[0]].strip(" ,.\n"):
            who = nearest_before(self._seen, one.whole[1], cue[0])
        return self.speaker(who), self._addressee(who.end, limit + 1, who) if who else None

    def goes_on(self, one: Spoken, before: tuple[int, int], speaker: Speaker) -> bool:
        """Whether « ajoute-t-il » means who spoke `before`, or the words follow at once on « …, dit X. »"""
        gap = one.whole[0] - before[1]
        if not 0 <= gap <= (_FAR if one.cue is None else _FARTHER) or self._names_another(
            before[1], one.whole[0], speaker
        ):
            return False
        if one.cue is None:
            between = self._flat[before[1] : one.whole[0]]
            if one.whole[0] == one.start and self._flat[: one.start].rstrip()[-1:] == "-":
                return False  # a dash gives the word to somebody else
            return "\n\n" not in between and len(_FULL_STOP.findall(between)) <= 1
        pronoun = _PRONOUN.search(self._flat, max(0, one.cue[0] - 6), one.cue[1] + 5)
        return pronoun is not None and self._fits(pronoun.group(), speaker, before[1])

    def goes_on_reported(self, at: int, before: int, speaker: Speaker) -> bool:
        """Whether the pronoun at `at` means who spoke up to `before`: same paragraph, nobody else between."""
        near = 0 <= at - before <= 2 * _FAR and not re.search(r"\n\s*\n", self._flat[before:at])
        pronoun = self._flat[max(0, at - 24) : at + 3]
        return near and not self._names_another(before, at, speaker) and self._fits(pronoun, speaker, at)

    def alone(self, at: int) -> Speaker:
        """Whom the pronoun of a speech at `at` means: the one person of its paragraph who can be meant.

        The last two sentences count; where they name several, the sentence nearest does. Who was asked answers, not
        who asked. A paragraph that names nobody goes on with the person heard.
        """
        begin = self._paragraph(at)
        ends = [found.end() for found in re.finditer(r"[.!?]\s", self._flat[begin:at])]
        pronoun = self._flat[max(0, at - 24) : at + 3]
        if not any(one.kind == "person" and begin <= one.start < at for one in self._seen):
            heard = self._cast.heard
            told = gender_of(pronoun) is not None and heard is not NOBODY and self._fits(pronoun, heard, at)
            return heard if told and self._piece.kind == "hearing" else NOBODY
        for back in (3, 2):
            since = begin + (ends[-back] if len(ends) >= back else 0)
            who = self._only(since, at, pronoun)
            if who is not None:
                return NOBODY if self._asks(who, at) else self.speaker(who)
        return NOBODY

    def _only(self, begin: int, at: int, pronoun: str) -> Candidate | None:
        """The one person named between `begin` and `at` whom the pronoun can mean; not somebody's lawyer or brother."""
        people: dict[str, list[Candidate]] = {}
        for one in self._seen:
            if one.kind == "person" and begin <= one.start < at:
                people.setdefault((one.normalised or "").casefold(), []).append(one)
        fitting = [named for named in people.values() if self._fits(pronoun, self.speaker(named[0]), at)]
        if len(fitting) != 1 or all(self._governs(0, one) for one in fitting[0]):
            return None
        return fitting[0][0]

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
        for one in self._seen:
            if one.kind not in ("person", "role") or one.start >= at:
                continue
            own = (one.normalised or self._page.text[one.start : one.end]) == speaker.name
            if not own and one.start < begin:
                continue
            gender = gender_before(self._flat, one.start) or gender_after(self._flat, one.end)
            if gender:
                told[own].add(gender)
        return wanted in told[True] or not (told[True] or wanted in told[False])

    def _paragraph(self, at: int) -> int:
        """Where the paragraph of an offset begins, or how far back it is looked at."""
        far = max(0, at - 900)
        return far + max((found.end() for found in re.finditer(r"\n\s*\n", self._flat[far:at])), default=0)

    def _names_another(self, start: int, end: int, speaker: Speaker) -> bool:
        names = set((speaker.name or "").casefold().split())
        return any(
            start <= other.start < end
            and other.kind == "person"
            and not names & set((other.normalised or "").casefold().split())
            for other in self._seen
        )

    def _subject(self, left: int, verb: int) -> Candidate | None:
        """The speaker before a verb: the last one named, unless a pronoun stands between."""
        free = [one for one in self._seen if left <= one.start and one.end <= verb and not self._governs(left, one)]
        who = nearest_before(free, left, verb) or nearest_before(self._seen, left, verb)
        if who is not None and _MAIDEN.search(self._flat, left, who.start):
            who = nearest_before(self._seen, left, who.start) or who
        if who is None or _OTHER_SUBJECT.search(self._flat[who.end : verb]):
            return None
        return who

    def _governs(self, left: int, one: Candidate) -> bool:
        """« l'avocat de M. Morin »: a preposition leads to the name."""
        before = max(left, one.start - 30)
        led = _GOVERNED.search(self._flat, before, one.start) is not None
        return led and not _MET_BY.search(self._flat, max(left, one.start - 80), one.start)

    def _by_according(self, left: int, start: int) -> Speaker | None:
        cues = list(patterns().according.finditer(self._flat, left, start))
        who = nearest_after(self._seen, cues[-1].end(), start) if cues else None
        return self.speaker(who) if who else None

    def _led(self, left: int, start: int) -> Speaker:
        """« Paul Morin se souvient d'autre chose : « … » »: the one person who opens the sentence before the colon."""
        people = [one for one in self._seen if one.kind == "person" and left <= one.start < start]
        opens = len(people) == 1 and people[0].start - left < 40 and _LED.search(self._flat, left, start)
        if not opens or self._governs(left, people[0]):
            return NOBODY
        return self.speaker(people[0])

    def _addressee(self, verb_end: int, start: int, speaker: Candidate | None) -> str | None:
        for one in beginning(self._seen, verb_end, start):
            between = one.kind == "person" and one.end <= start and one != speaker
            if between and _TO.search(self._flat, max(0, one.start - 30), one.start):
                return mention_id(self._page, one.start, one.end, "person")
        return None

    def _sentence_start(self, at: int) -> int:
        before = max(0, at - 260)
        return before + max((match.end() for match in _SENTENCE.finditer(self._flat[before:at])), default=0)

    def speaker(self, who: Candidate | None) -> Speaker:
        if who is None:
            return NOBODY
        name = who.normalised or self._page.text[who.start : who.end]
        return Speaker(mention_id(self._page, who.start, who.end, who.kind), name)
