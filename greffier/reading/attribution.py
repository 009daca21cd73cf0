"""Who speaks, and to whom: what the words around a speech say of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from greffier.reading.blanks import last_sign, opens_line
from greffier.reading.candidate import UNPROVEN, Candidate
from greffier.reading.cast import NOBODY, UNNAMED, Speaker
from greffier.reading.known import GOVERNED
from greffier.reading.mention import mention_id
from greffier.reading.posing import POSED
from greffier.reading.reporters import DEFINITE
from greffier.reading.reporting import OWN, reporting, stands_bare, subject_end
from greffier.reading.somebody import somebody
from greffier.reading.speech import before_relative, nearest_after, nearest_before, owned, patterns
from greffier.reading.spoken import Spoken
from greffier.reading.taken import beginning
from greffier.reading.turns import FIRST_PERSON, Turn
from greffier.reading.unproven import with_unproven
from greffier.reading.unsaid import unsaid
from greffier.reading.voices import CODED, Voices

_MAIDEN = re.compile(r"\bnee\s+$")
_OTHER_SUBJECT = re.compile(  # « nous déclare » has « nous » for its object; « qu'il lui aurait dit »
    r"(?:(?<![\w'])|(?<=qu'))(?:il|ll|elle|ils|elles|on|je|j'|tu|vous|you|nous(?!\s*(?:l'|en\s)?$)|he|she|they|i|we)(?<!\w\w')(?:(?<=')|(?!\w))\s*"
    r"(?:\w+'|\w+\s){0,3}$"
)
_DECLARES = re.compile(
    r"(?:qui|personne(?:\s+\w+){0,3}|interessee?|temoin|gardee?\s+a\s+vue|witness)\s+(?:nous\s+|lui\s+)?"
    r"(?:declare|depose|repond|expose|ajoute|states?|declares?)[^\n.:«“]{0,30}:?\s*[«“\"]?\s*$"
)
_NAMES_SELF = re.compile(r"je\s+(?:me\s+nomme|m'appelle)|my\s+name\s+is")
_ANSWERS = re.compile(
    r"(?:\b(?:reply|response|answer|comment|reponse|declarations?|remarks?|own\s+words)"
    r"(?:\s+(?:utiles?|spontanees?|finales?|made|given|under\s+caution|after\s+caution))?"
    r"(?:\s+(?:to|after|when|on|apres|a\s+la)\b[^:.\n]{2,60})?|s\.?\s?i\.?|sur interpellation"
    r"|sur (?:son identite|les faits|question)[^\n]{0,40})\s*:\s*$"
)
_PRONOUN = re.compile(
    r"-(?:il|elle|ils|elles)\b|\b(?:he|she|they|il|ll|elle|ils|elles)\s+(?=\w)|\bet\s+(?:d'|de\s+)(?=\w)"
    r"|\b(?:ce dernier|cette derniere|celui-ci|celle-ci)\b"
)
_TO = re.compile(r"(?:\ba|\bau|\baux|\bto|\btold|\basked)\s+(?:(?:m\.|mme|mr|mrs|ms|son|sa|his|her|the|le|la)\s+)*$")
_NO_TITLE = "".join(rf"(?<!\b{title}\.)" for title in "m mm me dr mr ms mrs tel art".split())
_SENTENCE = re.compile(
    rf"[.!?…\n](?:{_NO_TITLE}(?<!\n)\s+(?=\S)|(?<=\n)"
    r"(?:\s*\n|(?=[ \t]*(?:\d{1,2}[ ]?[h:.][ ]?\d\d\b|[012]\d[0-5]\d(?=[ ])))))"
)
_STOPS = re.compile(rf"[.;:!?\n«»“”\"](?:{_NO_TITLE}(?<=[.;:!?])\s|(?<=\n)\s*\n|(?<=[«»“”\"]))")
_FULL_STOP = re.compile(rf"[.!?…]{_NO_TITLE}\s")
_LED = re.compile(r":[ \u00a0\n]*$")
_SELF_NAMED = re.compile(r"-(?:il|elle|ils|elles|on|je)(?!\w)|(?:^|(?<!\w))(?:he|she|they|i|we)\s")
_ADDRESS = re.compile(r"(?<![\w.+-])[\w.+-]++@[\w-]++(?:\.[\w-]++)+")
_HIM = re.compile(r"(?:lui|elle|him|her)(?=\s*,)")
_PLACED = re.compile(
    r"\b(?:in|at|inside|outside|near|from|into|to|via|dans|chez|vers|a|au|aux|depuis)\s+(?:the\s+|la\s+|le\s+|l')?$"
)
_TO_ME = re.compile(  # in a statement: whoever says it, not who makes it
    r"\b(?:told|tells|informed|assured|advised|warned|asked)\s+(?:me|us)\b|\bsaid\s+to\s+me\b|\b(?:il|elle)\s+(?:m'|me\s|nous\s)"
)
_CRIES = re.compile(
    r"\b(?:shout|yell|scream|swear|swore|rant|abus|agitat|bang|kick|cr(?:ies|ied|ying)|sob|sing|call(?:s|ed|ing)\s+out"
    r"|cri(?:e|ait)\b|hurl|insult|pleur|tape|frappe|s'agite|s'enerve|vocifer)"
)
_LABEL = re.compile(  # and nothing else before a colon and marks
    r"[\s\d:.h/•*–-]{0,24}(?:(?:the\s|le\s|la\s|l')(?P<word>[a-z-]{3,20}(?:\s[a-z-]{3,20}){0,2})|(?P<code>[a-z]{1,2}\d{1,2}))\s?:\s{0,3}"
)
_AND = re.compile(r"\b(?:et|and|puis|then)\s+$")
_SUBJECT = re.compile(r"\s*(?:il|elle|he|she)(?=\s|'d|'ll|'s)")
_OPENS = re.compile(r"[ \u00a0]+(?:(?:m|mme|me|mr|mrs|ms|dr)\.?\s+)?")
_AT_ONCE = 8
_NEXT = 3  # characters between two sentences
_FAR = 200  # characters over which « ajoute-t-il » goes on with who spoke before,
_FARTHER = 900  # and where nobody else is named between


class Attribution(Voices):
    """The speakers of one page."""

    def of_speech(self, one: Spoken, turns: Sequence[Turn]) -> tuple[Speaker, str | None]:
        """Who speaks, and to whom: the subject of the verb after or inside the words, else before them."""
        start, end = one.whole
        left = self._sentence_start(start)
        if voice := self.voice(one, left):
            return voice, None
        if self._cast.heard is not NOBODY and self._answers(one, left):
            return self._cast.heard, None
        if one.cue is None:
            inside = any(turn.start <= start and end <= turn.end + 2 for turn in turns)
            told_by = self._by_according(left, start) or self._led(left, start)
            told_by = self._introduced(one) if told_by is NOBODY else told_by
            return (NOBODY, None) if inside else (told_by, None)
        if one.cue[0] >= start:
            return self._after(one, one.cue)
        if told := self._by_a_word(left, one.cue[0]):
            return told, None
        if own := OWN.search(self._flat, max(left, one.cue[0] - 30), subject_end(self._flat, left, one.cue[0])):
            teller = self.myself(own.start("self"), own["self"])
            return UNNAMED if teller is NOBODY else teller, None
        who = self._subject(left, one.cue[0])
        posed = who and POSED.search(self._flat, max(left, who.start - 60), who.start)
        if who and (posed or owned(self._flat, who)):
            return UNNAMED, None  # « un homme se faisant passer pour X a dit », « le frère de X a dit »
        return self.speaker(who), self._addressee(one.cue[1], start, who)

    def unsaid(self, one: Spoken) -> bool:
        """Whether nobody is said to have used these words: « n'a jamais dit », `denied saying`, `did X say`."""
        return unsaid(self._flat, self._sentence_start(one.whole[0]), one)

    def writer(self, start: int, end: int) -> Speaker:
        """Who wrote a mail by the line or head that tells it: a name, else the address."""
        who = next((one for one in beginning(self._seen, start, end) if one.kind == "person"), None)
        address = _ADDRESS.search(self._page.text, start, end) if who is None else None
        return Speaker(None, address.group()) if address else self.speaker(who)

    def told_before(self, one: Spoken) -> Speaker:
        """The only person of the sentences before: « il nie : « … » », or words that are a sentence of their own."""
        start = one.whole[0]
        left = self._sentence_start(start)
        if any(left <= at < start for at in self.unnamed):
            return NOBODY  # `a woman who answered said he was “at prayers”`
        words = self._page.text[slice(*one.whole)].strip('«»“”" \u00a0\u202f')
        alone = (
            one.cue is None
            and (self._cast.record or not _LED.search(self._flat, max(0, start - 4), start))
            and words[:1].isupper()
            and words[-1:] in ".!?…"
            and len(words.split()) > 2
        )
        near = one.cue[0] if one.cue and one.cue[0] > start else max(0, one.cue[0] - 24) if one.cue else 0
        led = one.cue and (
            _PRONOUN.search(self._flat, near, one.cue[1] + 5) or self._opening(one.cue[0]) or self._bare(one.cue[0])
        )
        if last_sign(self._flat, one.start) == "-" or not (alone or led):
            return NOBODY
        after = led.group() if isinstance(led, re.Match) and one.cue and one.cue[0] > start else ""
        who = self.alone(min(start, one.cue[0]) if one.cue else start, after)  # « il a dit à X : … » is not X
        if who is NOBODY and alone and self._cries(start):
            return self._cast.held
        himself = self._cast.stated and who.name == self._cast.heard.name
        return NOBODY if himself and _TO_ME.search(self._flat, left, start) else who

    def _cries(self, start: int) -> bool:
        """`01:30 Shouting at wall. "…"`: words in an entry of a record of custody that names nobody."""
        begin = self._paragraph(start)
        if self._cast.held is NOBODY or not _CRIES.search(self._flat, begin, start):
            return False
        named = any(one.kind == "person" for one in beginning(self._seen, begin, start))
        return not named and not somebody(self._flat, begin, start, self._seen)

    def _bare(self, verb: int) -> bool:
        """« C'est X. Déclare spontanément : »: a verb that opens its sentence without a subject."""
        return stands_bare(self._flat[self._sentence_start(verb) : subject_end(self._flat, 0, verb)])

    def _opening(self, verb: int) -> re.Match[str] | None:
        """`He'd come by and say: "…"`: the pronoun that opens the sentence of a verb after « et », `and`."""
        if not _AND.search(self._flat, max(0, verb - 8), verb):
            return None
        return _SUBJECT.match(self._flat, self._sentence_start(verb))

    def _answers(self, one: Spoken, left: int) -> bool:
        """« S.I. : », « lequel nous déclare : »: the person heard."""
        start = one.whole[0]
        if _ANSWERS.search(self._flat, left - 1 if left else 0, start):
            return True
        if self._piece.kind != "hearing":
            return False
        told = one.cue is None and opens_line(self._flat, start)  # a paragraph between marks
        return bool(
            _NAMES_SELF.match(self._flat, one.start)
            or _DECLARES.search(self._flat, max(0, start - 90), start)
            or (told and FIRST_PERSON.search(self._page.text, one.start, min(one.start + 90, one.end)))
        )

    def _after(self, one: Spoken, cue: tuple[int, int]) -> tuple[Speaker, str | None]:
        """`"…," said X`, « …, dit X à Y »; in `"…," X said` the subject stands before the verb."""
        if _SELF_NAMED.search(self._flat, *cue):
            return NOBODY, None  # « dit-il », `she said`: who stands after it is somebody else
        stop = min(len(self._flat), cue[1] + 80)
        ends = _STOPS.search(self._flat, cue[1], stop)
        limit = ends.start() if ends else stop
        if word := reporting().epithet.match(self._flat, _word_after(self._flat, cue[1])):
            return self.concerned(cue[0], word.span()), None
        who = nearest_after(with_unproven(self._page.text, cue[1], limit, self._seen), cue[1] - 1, limit)
        if who and owned(self._flat, who):  # « explique la compagne de X, Y »
            who = next((it for it in beginning(self._seen, who.end, who.end + _AT_ONCE) if it.kind == "person"), None)
            return (self.speaker(who) if who else UNNAMED), None
        if self._flat[one.whole[1] : cue[0]].strip(" ,.\n"):
            who = nearest_before(with_unproven(self._page.text, one.whole[1], cue[0], self._seen), one.whole[1], cue[0])
            if who and owned(self._flat, who):
                return UNNAMED, None  # `"…," X's driver said`
        return self.speaker(who), self._addressee(who.end, limit + 1, who) if who else None

    def goes_on(self, one: Spoken, before: tuple[int, int], speaker: Speaker) -> bool:
        """Whether « ajoute-t-il » means who spoke `before`, or the words follow at once on « …, dit X. »"""
        gap = one.whole[0] - before[1]
        if not 0 <= gap <= (_FAR if one.cue is None else _FARTHER) or self._names_another(
            before[1], one.whole[0], speaker
        ):
            return False
        if any(before[1] <= at < one.whole[0] for at in self.unnamed):
            return False  # « Un ancien salarié raconte que … « … », précise-t-il »
        if one.cue is None:
            between = self._flat[before[1] : one.whole[0]]
            if one.whole[0] == one.start and last_sign(self._flat, one.start) == "-":
                return False  # a dash gives the word to somebody else
            return "\n\n" not in between and len(_FULL_STOP.findall(between)) <= 1
        pronoun = _PRONOUN.search(self._flat, max(0, one.cue[0] - 6), one.cue[1] + 5)
        return pronoun is not None and self._fits(pronoun.group(), speaker, before[1])

    def goes_on_reported(self, at: int, pronoun: str, before: int, speaker: Speaker) -> bool:
        """Whether the pronoun at `at` means who spoke up to `before`: same paragraph, nobody else between."""
        near = 0 <= at - before <= 2 * _FAR and not re.search(r"\n\s*\n", self._flat[before:at])
        fits = self._fits(pronoun, speaker, at, at - before <= _NEXT)
        return near and not self._names_another(before, at, speaker) and fits

    def _by_a_word(self, left: int, verb: int) -> Speaker | None:
        """« Le gardé à vue déclare », « Le parquet indique », « Déclare » alone: who speaks without a name."""
        end = subject_end(self._flat, left, verb)
        if word := reporting().concerned.search(self._flat, max(left, end - 120), end):
            return self.concerned(verb, word.span("word"))
        if code := CODED.search(self._page.text, max(left, end - 40), end):
            return (
                self.speaker(self._legend.meaning(code[1])) if self._legend.meaning(code[1]) else Speaker(None, code[1])
            )
        definite = DEFINITE.search(self._flat, max(left, end - 120), end)
        if definite and (known := self.meant_by(definite["word"])):
            return known
        body = reporting().document.search(self._flat, max(left, end - 70), end)
        if body and not GOVERNED.search(self._flat, left, body.start()):
            return self.paper(*body.span())
        if self._cast.record and stands_bare(self._flat[left:end]):
            return self.concerned(verb, None)
        return None

    def _names_another(self, start: int, end: int, speaker: Speaker) -> bool:
        names = set((speaker.name or "").casefold().split())
        return any(
            other.kind == "person"
            and not _TO.search(self._flat, max(start, other.start - 30), other.start)
            and not names & set((other.normalised or "").casefold().split())
            for other in beginning(self._seen, start, end - 1)
        )

    def _subject(self, left: int, verb: int) -> Candidate | None:
        """The speaker before a verb: the last one named, unless a pronoun stands between."""
        seen = with_unproven(self._page.text, left, verb, self._seen)
        if outer := before_relative(self._flat, seen, left, verb):
            return outer
        free = [one for one in seen if not self._governs(left, one)]
        people = [one for one in seen if one.kind == "person" or one.confidence == UNPROVEN]
        who = nearest_before(free, left, verb) or nearest_before(people, left, verb)
        if who is not None and _MAIDEN.search(self._flat, left, who.start):
            who = nearest_before(self._seen, left, who.start) or who
        if who is None or _OTHER_SUBJECT.search(self._flat[who.end : verb]):
            return None
        if who.kind == "organisation" and who.confidence != UNPROVEN and _PLACED.search(self._flat, left, who.start):
            return None
        return who

    def _by_according(self, left: int, start: int) -> Speaker | None:
        cues = list(patterns().according.finditer(self._flat, left, start))
        if cues and (him := _HIM.match(self._flat, cues[-1].end())):
            return self.alone(cues[-1].start(), him.group())
        who = nearest_after(self._seen, cues[-1].end(), start) if cues else None
        if (
            who is None
            and cues
            and (source := reporting().source.match(self._flat, cues[-1].end()))
            and source["document"]
        ):
            return self.paper(*source.span("document"))
        return self.speaker(who) if who else None

    def _led(self, left: int, start: int) -> Speaker:
        """« Paul Morin se souvient d'autre chose : « … » »: the one person of the sentence before the colon."""
        people = [one for one in beginning(self._seen, left, start - 1) if one.kind == "person"]
        opens = len(people) == 1 and _LED.search(self._flat, left, start)
        if not people and (label := _LABEL.fullmatch(self._flat, left, start)):
            return self._labelled(label)
        if not opens or self._governs(left, people[0]):
            return NOBODY
        return self.speaker(people[0])

    def _labelled(self, label: re.Match[str]) -> Speaker:
        """« L'accusé : « … » », `O3: "…"`: whom the paper means by a word or a letter before the colon."""
        if label["word"]:
            return self.meant_by(label["word"]) or NOBODY
        code = self._page.text[slice(*label.span("code"))]
        meant = self._legend.meaning(code) if code[:1].isupper() else None
        return self.speaker(meant) if meant else Speaker(None, code) if code[:1].isupper() else NOBODY

    def _introduced(self, one: Spoken) -> Speaker:
        """« C'est l'odeur qui m'a réveillée. » Nadine X, 62 ans, …: full words that open a paragraph, and who opens the
        sentence right after them."""
        start, end = one.whole
        words = self._page.text[start:end].rstrip('»”" \u00a0\u202f')
        opens = opens_line(self._flat, start) and words[-1:] in tuple(".!?…")
        after = next(iter(beginning(self._seen, end, end + _AT_ONCE)), None) if opens else None
        close = after is not None and after.kind == "person" and _OPENS.fullmatch(self._flat, end, after.start)
        return self.speaker(after) if close else NOBODY

    def _addressee(self, verb_end: int, start: int, speaker: Candidate | None) -> str | None:
        for one in beginning(self._seen, verb_end, start):
            between = one.kind == "person" and one.end <= start and one != speaker
            if between and _TO.search(self._flat, max(0, one.start - 30), one.start):
                return mention_id(self._page, one.start, one.end, "person")
        return None

    def _sentence_start(self, at: int) -> int:
        before = max(0, at - 260, self._said_from(at) or 0)
        return before + max((match.end() for match in _SENTENCE.finditer(self._flat[before:at])), default=0)


def _word_after(flat: str, at: int) -> int:
    return at + len(flat[at : at + 3]) - len(flat[at : at + 3].lstrip())
