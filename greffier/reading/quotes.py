"""Reads who said what: direct speech, reported speech, and the turns of hearings and conversations."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from greffier.reading.attribution import Attribution
from greffier.reading.cast import NOBODY, TRANSLATED, Cast, Speaker
from greffier.reading.fragments import find_fragments
from greffier.reading.mention import span
from greffier.reading.quoted_mail import QuotedMail, find_quoted_mail
from greffier.reading.report import Reported
from greffier.reading.reported import find_reported
from greffier.reading.selves import OWN
from greffier.reading.spoken import Spoken, find_inner, find_spoken
from greffier.reading.taken import Taken, beginning
from greffier.reading.talk import STAMP
from greffier.reading.turns import Turn, find_turns
from greffier.reading.vocabulary import level
from greffier.records import Found, Page, Piece, Quote, Span, digest
from greffier.text import sentences

_LOG_LINE = re.compile(rf"\n[ \t]*(?={STAMP})")
_DENYING = (" nie", " niait", " niaient", "contest", "dement", "deny", "denie")
_SUBJECT = re.compile(r"(?:[\w'’-]{1,20}\s+){1,12}[«“\"]\s*$")  # `that he “signed nothing”`
_THIRD = frozenset("il ll elle he she they ils elles".split())
_ME = re.compile(r"\s+(?:to\s+)?(?:me|us)(?!\w)")
_ENDS_ME = re.compile(r"\s(?:me|us)$")
_BEFORE_ME = re.compile(r"(?:me\s|m')")
_AT_ONCE = 60  # characters between words and a pronoun that goes on with them
_NO_WORDS = 3  # characters: « répond que non » says who speaks, and is no quote
_MOSTLY = 0.6  # of what is reported: so much between marks, and it is direct speech


class Quotes:
    """Finds quotes with their speaker, where the page names one; a quote without marks is a turn or reported speech."""

    name = "quotes"
    version = 16

    def read(self, piece: Piece, pages: Sequence[Page], found: Sequence[Found]) -> Iterable[Found]:
        cast = Cast.of(piece, pages, found)
        for page in pages:
            yield from _Reading(piece, page, cast, self.name).quotes()


def denials(piece: Piece, page: Page, cast: Cast) -> list[Quote]:
    """Return what somebody denies on a page: nobody's claim and thus no finding, yet told with its speaker."""
    denies = any(word in level(page.text) for word in _DENYING)
    return _Reading(piece, page, cast, Quotes.name).denied() if denies else []


class _Reading:
    """One page being read for quotes."""

    def __init__(self, piece: Piece, page: Page, cast: Cast, reader: str) -> None:
        self._piece, self._page, self._cast, self._reader = piece, page, cast, reader
        self._seen = cast.seen[page.id]
        self._flat = level(page.text)
        self._turns = list(find_turns(page.text, piece.kind, cast.named.keys(), cast.heard is not NOBODY))
        self._begins = sorted(turn.start for turn in self._turns)
        self._labels = sorted(turn.label[0] for turn in self._turns)
        self._who = Attribution(piece, page, cast, self._turns)
        self._reports = list(find_reported(page.text, list(self._stretches()), self._seen))
        self._who.unnamed = [
            one.cue[0] for one in self._reports if one.unnamed or (one.office and not self._in_office(one))
        ]
        self._who.told = sorted((one.start, one.end) for one in self._reports)

    def _is_turn(self, one: Spoken) -> bool:
        """Whether these words are a turn itself: its dash and label are part of the line, its marks of the turn."""
        begins = bisect_left(self._begins, one.start - 3) < bisect_right(self._begins, one.start + 3)
        return begins or bisect_left(self._labels, one.start) < bisect_left(self._labels, one.end)

    def quotes(self) -> list[Quote]:
        """The quotes of the page in the order of its text, each with the one that it is told in."""
        text = self._page.text
        turns = self._turns
        marked = list(find_spoken(text))
        spoken = [one for one in marked if not self._is_turn(one) and not self._who.unsaid(one)]
        for one in spoken:
            self._who.said.add(one.start, one.end)
        outer = [*map(self._turn, turns), *self._direct(spoken, turns)]
        reported = list(self._reported(outer, denied=False))
        outer += map(self._mailed, find_quoted_mail(text, self._flat))
        inner = [quote for one in marked for quote in self._direct(list(find_inner(text, one)), turns)]
        every = [*self._continued(outer, reported), *inner, *reported]
        return list(_nested([*every, *self._fragments(every, reported)]))

    def _fragments(self, every: Sequence[Quote], reported: Sequence[Quote]) -> Iterator[Quote]:
        """Words of his own in what somebody is reported to have said, where no speech is found yet."""
        told = [(one.span.start, one.span.end) for one in reported]
        taken = Taken((one.span.start, one.span.end) for one in every if one.kind == "direct")
        for one in find_fragments(self._page.text, self._flat, told, taken):
            yield self._quote(one.start, one.end, "direct", NOBODY, None, None)

    def denied(self) -> list[Quote]:
        """What somebody denies, or has not said, in the shape of a quote."""
        spoken = list(find_spoken(self._page.text))
        return list(self._reported([*map(self._turn, self._turns), *self._direct(spoken, self._turns)], denied=True))

    def _continued(self, outer: Sequence[Quote], reported: Sequence[Quote]) -> Iterator[Quote]:
        """« …, affirme X. « Tout le monde le savait », ajoute-t-il »: words between marks after reported ones."""
        ends = [quote.span.end for quote in reported]
        for one in outer:
            at = bisect_right(ends, one.span.start)
            last = reported[at - 1] if at else None
            if last and last.speaker_name and one.kind == "direct" and one.speaker_name is None:
                cue = (one.cue.start, one.cue.end) if one.cue else None
                whole = Spoken(one.span.start, one.span.end, (one.span.start - 1, one.span.end), cue)
                speaker = Speaker(last.speaker, last.speaker_name)
                if self._who.goes_on(whole, (last.span.start, last.span.end), speaker):
                    one = replace(one, speaker=speaker.id, speaker_name=speaker.name)
            yield one

    def _turn(self, turn: Turn) -> Quote:
        near = self._flat[max(0, turn.label[0] - 60) : turn.start]
        translated = bool(TRANSLATED.search(near))
        speaker = self._who.of_turn(turn)
        voice = turn.voice == "code" or (turn.voice == "name" and not speaker.name)
        label = turn.label if voice else None  # « X1 », « Le président »: whoever it is, the words are of this voice
        return self._quote(turn.start, turn.end, "turn", speaker, label, None, translated)

    def _direct(self, spoken: Sequence[Spoken], turns: Sequence[Turn]) -> Iterator[Quote]:
        """The utterances with speaker and addressee; « a-t-il ajouté » goes on with who spoke just before."""
        told: dict[tuple[int, int], tuple[Speaker, str | None]] = {}
        before: tuple[tuple[int, int], Speaker] | None = None
        for one in spoken:
            if one.whole not in told:
                speaker, addressee = self._who.of_speech(one, turns)
                if speaker is NOBODY and before and self._who.goes_on(one, *before):
                    speaker = before[1]
                if speaker is NOBODY and (one.cue or not any(turn.start <= one.start < turn.end for turn in turns)):
                    speaker = self._who.told_before(one)
                told[one.whole] = speaker, addressee
                before = (one.whole, speaker) if speaker is not NOBODY else None
            speaker, addressee = told[one.whole]
            yield self._quote(one.start, one.end, "direct", speaker, one.cue, addressee, self._marked(one))

    def _mailed(self, one: QuotedMail) -> Quote:
        """A mail quoted under another, by the writer whom its head names."""
        return self._quote(one.start, one.end, "direct", self._who.writer(*one.told), one.told, None)

    def _marked(self, one: Spoken) -> bool:
        """« (traduit par nos soins) » right after the words or their speaker."""
        return TRANSLATED.search(self._flat, one.end, min(len(self._flat), one.whole[1] + 90)) is not None

    def _reported(self, outer: Sequence[Quote], denied: bool) -> Iterator[Quote]:
        """Indirect speech that is not mostly told between marks; « il ajoute » goes on with who spoke before."""
        direct = sorted((one for one in outer if one.kind == "direct"), key=lambda one: one.span.start)
        starts = [one.span.start for one in direct]
        last: tuple[int, Speaker] | None = None
        unnamed: int | None = None  # where words end whose speaker the page names not
        for one in self._reports:
            near = direct[max(0, bisect_left(starts, one.start) - 3) : bisect_right(starts, max(one.end, one.cue[1]))]
            if one.denied is not denied or self._covered(one, near) or any(_holds(one, quote) for quote in near):
                continue
            recent = [(it.span.end, Speaker(it.speaker, it.speaker_name)) for it in near if it.span.end <= one.cue[0]]
            previous = max([last, *recent] if last else recent, key=lambda end: end[0], default=None)
            speaker = NOBODY if self._goes_on_unnamed(one, unnamed) else self._reporter(one, previous)
            if speaker is NOBODY and (one.bare or self._is_own(one)):
                continue
            if speaker is not NOBODY or last is None or one.end > last[0]:  # what X says of others' words leaves it X
                last = (one.end, speaker) if speaker is not NOBODY else None
                unnamed = one.end if speaker is NOBODY else None
            if one.end - one.start > _NO_WORDS:
                yield self._quote(one.start, one.end, "indirect", speaker, one.cue, None)

    def _goes_on_unnamed(self, one: Reported, unnamed: int | None) -> bool:
        """« La source indique que … D'après elle, … »: a pronoun right after the words of somebody without a name."""
        if one.pronoun is None or unnamed is None or not 0 <= one.pronoun[0] - unnamed <= _AT_ONCE:
            return False
        return not any(one.kind == "person" for one in beginning(self._seen, unnamed, one.pronoun[0]))

    def _covered(self, one: Reported, spoken: Sequence[Quote]) -> bool:
        """Whether what is reported is mostly told between marks, and no clause of its own leads to these."""
        outside = [quote for quote in spoken if not quote.span.start <= one.cue[0] < quote.span.end]
        size = sum(max(0, min(one.end, quote.span.end) - max(one.start, quote.span.start)) for quote in outside)
        first = min((quote.span.start for quote in outside if quote.span.start >= one.start), default=one.start)
        leads = _SUBJECT.match(self._flat, one.start, first) is not None
        return size > _MOSTLY * (one.end - one.start) and not leads

    def _stretches(self) -> Iterator[tuple[int, int]]:
        """The sentences of the page; each turn, and each line that opens with an hour, begins a new one."""
        opens = sorted(
            {turn.start for turn in self._turns} | {match.end() for match in _LOG_LINE.finditer(self._page.text)}
        )
        ends = sorted(turn.end for turn in self._turns)
        cuts = sorted({*opens, *ends})
        for start, end in sentences(self._page.text):
            within = cuts[bisect_right(cuts, start) : bisect_left(cuts, end)]
            yield from pairwise([start, *within, end])

    def _is_own(self, one: Reported) -> bool:
        return one.pronoun is not None and self._flat[slice(*one.pronoun)] in OWN

    def _reporter(self, one: Reported, previous: tuple[int, Speaker] | None) -> Speaker:
        if one.document:
            return self._who.paper(*one.document)
        if one.concerned or one.bare:
            return self._who.concerned(one.cue[0], one.concerned)
        if one.office:
            return self._in_office(one) or NOBODY
        if one.pronoun is None:
            return self._who.speaker(one.speaker)  # nobody where « un témoin » is all that is said
        said = self._flat[slice(*one.pronoun)]
        if self._cast.stated and said.strip() in _THIRD and self._tells_me(one):
            return self._not_himself(self._who.alone(min(one.start, one.pronoun[0]), said))
        if said.startswith("l'") and self._cast.record:
            return self._who.concerned(one.cue[0], one.pronoun)  # « l'intéressé » of a record, whoever assists him
        if self._is_own(one):
            return self._who.myself(one.pronoun[0], said)
        at = min(one.start, one.pronoun[0])  # the words may name others: « …, dit-il »
        if previous and previous[1] is not NOBODY and self._who.goes_on_reported(one.pronoun[0], said, *previous):
            return previous[1]
        return self._who.alone(at, said)

    def _tells_me(self, one: Reported) -> bool:
        """`He informed me that`, « il m'a dit que » in a statement: somebody else than who makes it."""
        after = _ME.match(self._flat, one.cue[1]) or _ENDS_ME.search(self._flat, *one.cue)
        return bool(after or _BEFORE_ME.match(self._flat, one.cue[0]))

    def _not_himself(self, speaker: Speaker) -> Speaker:
        return NOBODY if speaker.name == self._cast.heard.name else speaker

    def _in_office(self, one: Reported) -> Speaker | None:
        """« L'emprunteur déclare », `the master told me`: whom the page names by this word."""
        if one.office is None:
            return None
        return self._who.of_code(*one.office) or self._who.meant_by(self._flat[slice(*one.office)])

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


def _holds(one: Reported, quote: Quote) -> bool:
    """Whether the verb itself stands between marks of a speech that it does not report in full."""
    return quote.span.start <= one.cue[0] < quote.span.end and one.end > quote.span.end + 2


def _nested(quotes: Sequence[Quote]) -> Iterator[Quote]:
    """The quotes in order, each with the smallest other one around it; marks in reported words are of its speaker."""
    ordered = sorted(quotes, key=lambda one: (one.span.start, -one.span.end, one.kind))
    around: list[Quote] = []
    for one in ordered:
        around = [other for other in around if other.span.end >= one.span.end and other.span.end > one.span.start]
        if around:
            outer = around[-1]
            one = replace(one, within=outer.id)
            alike = outer.speaker_name is not None and one.cue is not None and one.cue == outer.cue
            unled = one.speaker_name is None and one.cue is None
            if one.kind == "direct" and outer.kind == "indirect" and (unled or alike):
                one = replace(one, speaker=outer.speaker, speaker_name=outer.speaker_name)
        around.append(one)
        yield one
