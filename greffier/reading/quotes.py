"""Reads who said what: direct speech, reported speech, and the turns of hearings and conversations."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from greffier.reading.candidate import Candidate
from greffier.reading.cast import NOBODY, TRANSLATED, Cast, Speaker
from greffier.reading.mention import mention_id, span
from greffier.reading.reported import find_reported
from greffier.reading.speech import nearest_after, nearest_before, patterns
from greffier.reading.spoken import Spoken, find_spoken
from greffier.reading.turns import Turn, find_turns
from greffier.reading.vocabulary import level
from greffier.records import Found, Page, Piece, Quote, Span, digest
from greffier.text import sentences

_MAIDEN = re.compile(r"\bnee\s+$")
_OTHER_SUBJECT = re.compile(  # « nous déclare » has « nous » for its object
    r"(?<![\w'])(?:il|elle|ils|elles|on|je|j'|nous(?!\s*(?:l'|en\s)?$)|he|she|they|i|we)\s*(?:\w+'|\w+\s)?$"
)
_DECLARES = re.compile(
    r"(?:qui|personne(?:\s+\w+){0,3}|interessee?|temoin|gardee?\s+a\s+vue|witness)\s+(?:nous\s+|lui\s+)?"
    r"(?:declare|depose|repond|expose|ajoute|states?|declares?)[^\n.:«“]{0,30}:?\s*[«“\"]?\s*$"
)
_NAMES_SELF = re.compile(r"je\s+(?:me\s+nomme|m'appelle)|my\s+name\s+is")
_PRONOUN = re.compile(r"-(?:il|elle|ils|elles)\b|\b(?:he|she|they|il|elle)\s+(?=\w)")
_TO = re.compile(r"(?:\ba|\bau|\baux|\bto|\btold|\basked)\s+(?:(?:m\.|mme|mr|mrs|ms|son|sa|his|her|the|le|la)\s+)*$")


class Quotes:
    """Finds quotes with their speaker, where the page names one; a quote without marks is a turn or reported speech."""

    name = "quotes"
    version = 2

    def read(self, piece: Piece, pages: Sequence[Page], found: Sequence[Found]) -> Iterable[Found]:
        cast = Cast.of(piece, pages, found)
        for page in pages:
            yield from _Reading(piece, page, cast, self.name).quotes()


def _is_turn(one: Spoken, turn: Turn) -> bool:
    """Whether these words are the turn itself: its dash and label are part of the line, its marks part of the turn."""
    return abs(one.start - turn.start) < 4 or one.start <= turn.label[0] < one.end


class _Reading:
    """One page being read for quotes."""

    def __init__(self, piece: Piece, page: Page, cast: Cast, reader: str) -> None:
        self._piece, self._page, self._cast, self._reader = piece, page, cast, reader
        self._seen = cast.seen[page.id]
        self._flat = level(page.text)

    def quotes(self) -> Iterator[Quote]:
        text = self._page.text
        turns = list(find_turns(text, self._piece.kind == "intercept", self._cast.named.keys()))
        for turn in turns:
            yield self._turn(turn)
        spoken = [one for one in find_spoken(text) if not any(_is_turn(one, turn) for turn in turns)]
        wholes = self._speakers(spoken, turns)
        for one in spoken:
            speaker, addressee = wholes[one.whole]
            yield self._quote(one.start, one.end, "direct", speaker, one.cue, addressee)
        taken = [one.whole for one in spoken] + [(turn.start, turn.end) for turn in turns]
        yield from self._reported(taken)

    def _speakers(
        self, spoken: Sequence[Spoken], turns: Sequence[Turn]
    ) -> dict[tuple[int, int], tuple[Speaker, str | None]]:
        """The speaker and addressee of each utterance; « a-t-il ajouté » goes on with who spoke just before."""
        told: dict[tuple[int, int], tuple[Speaker, str | None]] = {}
        before: tuple[tuple[int, int], Speaker] | None = None
        for one in spoken:
            if one.whole in told:
                continue
            speaker, addressee = self._speaker_of(one, turns)
            if speaker is NOBODY and before and self._goes_on(before[0][1], one):
                speaker = before[1]
            told[one.whole] = speaker, addressee
            before = (one.whole, speaker) if speaker is not NOBODY else None
        return told

    def _goes_on(self, end: int, one: Spoken) -> bool:
        if (
            one.cue is None
            or not _PRONOUN.search(self._flat, one.cue[0] - 6, one.cue[1] + 5)
            or one.whole[0] - end > 200
        ):
            return False
        return not any(end <= other.start < one.whole[0] for other in self._seen if other.kind == "person")

    def _turn(self, turn: Turn) -> Quote:
        label = self._page.text[turn.label[0] : turn.label[1]]
        speaker = NOBODY
        if turn.voice == "answer":
            speaker = self._cast.heard
        elif turn.voice == "question":
            speaker = self._cast.officer
        else:
            speaker = self._cast.named.get(" ".join(level(label).split()), Speaker(None, label))
            here = next(
                (one for one in self._seen if one.kind == "person" and turn.label[0] <= one.start < turn.label[1]), None
            )
            if here:
                speaker = Speaker(mention_id(self._page, here.start, here.end, "person"), here.normalised)
        near = self._flat[max(0, turn.label[0] - 60) : turn.start]
        return self._quote(turn.start, turn.end, "turn", speaker, None, None, bool(TRANSLATED.search(near)))

    def _speaker_of(self, one: Spoken, turns: Sequence[Turn]) -> tuple[Speaker, str | None]:
        """Who speaks, and to whom: the subject of the verb after or inside the words, else before them."""
        start, end = one.whole
        left = self._sentence_start(start)
        if re.search(
            r"(?:s\.?\s?i\.?|sur interpellation|sur (?:son identite|les faits|question)[^\n]{0,40})\s*:\s*$",
            self._flat[left - 1 if left else 0 : start],
        ):
            return self._cast.heard, None
        if self._piece.kind == "hearing" and (
            _NAMES_SELF.match(self._flat, one.start) or _DECLARES.search(self._flat, max(0, start - 90), start)
        ):
            return self._cast.heard, None
        if one.cue is None:
            inside = next((turn for turn in turns if turn.start <= start and end <= turn.end + 2), None)
            return (NOBODY, None) if inside else (self._by_according(left, start), None)
        if one.cue[0] >= start:
            stop = min(len(self._flat), one.cue[1] + 60)
            ends = re.compile(r"[.;:!?\n]\s|[«»“”\"]").search(self._flat, one.cue[1], stop)
            who = nearest_after(self._seen, one.cue[1] - 1, ends.start() if ends else stop)
            who = (
                who or nearest_before(self._seen, max(0, one.cue[0] - 40), one.cue[0])
                if self._english_after(one)
                else who
            )
            return self._as_speaker(who), None
        who = self._subject(left, one.cue[0])
        return self._as_speaker(who), self._addressee(one.cue[1], start, who)

    def _english_after(self, one: Spoken) -> bool:
        """`"…," John Harker said`: the subject stands between the words and the verb."""
        return one.cue is not None and one.cue[0] >= one.whole[1]

    def _subject(self, left: int, verb: int) -> Candidate | None:
        """The speaker before a verb: the last one named, unless a pronoun stands between."""
        who = nearest_before(self._seen, left, verb)
        if who is not None and _MAIDEN.search(self._flat, left, who.start):
            who = nearest_before(self._seen, left, who.start) or who
        if who is None or _OTHER_SUBJECT.search(self._flat[who.end : verb]):
            return None
        return who

    def _by_according(self, left: int, start: int) -> Speaker:
        cues = list(patterns().according.finditer(self._flat, left, start))
        return self._as_speaker(nearest_after(self._seen, cues[-1].end(), start)) if cues else NOBODY

    def _addressee(self, verb_end: int, start: int, speaker: Candidate | None) -> str | None:
        for one in self._seen:
            between = one.kind == "person" and verb_end <= one.start and one.end <= start and one != speaker
            if between and _TO.search(self._flat, max(0, one.start - 30), one.start):
                return mention_id(self._page, one.start, one.end, "person")
        return None

    def _sentence_start(self, at: int) -> int:
        before = max(0, at - 260)
        return before + max(
            (match.end() for match in re.finditer(r"[.!?…]\s+(?=\S)|\n\s*\n", self._flat[before:at])), default=0
        )

    def _as_speaker(self, who: Candidate | None) -> Speaker:
        if who is None:
            return NOBODY
        name = who.normalised or self._page.text[who.start : who.end]
        return Speaker(mention_id(self._page, who.start, who.end, who.kind), name)

    def _reported(self, taken: Sequence[tuple[int, int]]) -> Iterator[Quote]:
        for one in find_reported(self._page.text, list(sentences(self._page.text)), self._seen):
            if not any(start < one.end and one.start < end for start, end in taken):
                yield self._quote(one.start, one.end, "indirect", self._as_speaker(one.speaker), one.cue, None)

    def _quote(
        self, start: int, end: int, kind: str, speaker: Speaker, cue: tuple[int, int] | None,
        addressee: str | None, translated: bool = False,
    ) -> Quote:  # fmt: skip
        cited: Span | None = span(self._page, *cue) if cue else None
        return Quote(
            id=digest("quote", self._page.id, start, end, kind),
            span=span(self._page, start, end),
            kind=kind,  # type: ignore[arg-type]
            reader=self._reader,
            piece=self._piece.id,
            speaker=speaker.id,
            speaker_name=speaker.name,
            cue=cited,
            addressee=addressee,
            translated=translated or self._cast.translated,
        )
