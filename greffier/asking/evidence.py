"""What a passage must hold to be an answer: the question's names, dates, numbers, words, and a value that fits."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from greffier.asking.passages import Passage
from greffier.asking.questions import Day, Question, letters
from greffier.contracts import Library
from greffier.records import Dating, Entity, Mention, Piece, Quote, Time
from greffier.text import key, language
from greffier.vocabulary import Token, is_negation, tokens

COVERAGE = {"fact": 0.8, "why": 0.7, "list": 0.7, "who": 0.72}  # share of the words' weight; others 0.68
INSIDE = 0.55  # share of it that must stand in the passage itself
NEAR, THERE = 0.6, 0.4  # what a word counts for that stands beside the passage, or in the same document
OPENING = 1500  # characters in which a document says what it is and whom it is about
LONGEST = 700  # characters; a longer passage is a table run together, and proves nothing
_CAUSE = re.compile(
    r"\b(?:parce qu|car\b|en raison|a cause|faute d|afin d|pour (?:ne pas|que)|puisque|motif|ayant ete|suite a|because"
    r"|since\b|due to|in order to|so that|owing to|as he|as she|as they|reason)"
)
_SPEECH = re.compile(
    r"\b(?:dit|disait|declar|repond|affirm|precis|indiqu|expliqu|reconn|racont|said|says|told|stated|states|answer"
    r"|claim|repl|explain|wrote|ecri)|[«»“”\"]"
)


_WONDERED = re.compile(
    r"\?\s*[»”\"]?$|\b(?:asked|asks|demand\w+|ask\w*) (?:her |him |them |us )?(?:whether|if|si|s'il)\b"
)
_CODES = frozenset("phone plate iban container seal account".split())
_ALSO = re.compile(
    r"\b(?:alias|dit|dite|surnomm\w+|surnom|known as|called|nicknamed|appele\w*|identifi\w+|connu\w* sous)\b"
)


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a question and all the folded forms under which the file may write it."""

    words: tuple[str, ...]
    forms: frozenset[str]


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What the case knows of a question before any page is read."""

    names: tuple[Name, ...]
    acted: dict[str, Time]
    pieces: dict[str, Piece]


def knowledge(asked: Question, library: Library) -> Knowledge:
    """Look up the names of a question and the dates of the pieces."""
    names: tuple[Name, ...] = ()
    if asked.names:
        forms = [{key(form) for form in _forms(entity)} for entity in library.all(Entity)]
        names = tuple(_name(name, forms) for name in asked.names)
    pieces = {page: piece for piece in library.all(Piece) for page in piece.pages}
    acted: dict[str, Time] = {}
    if asked.days:
        dated = {dating.id: dating.act for dating in library.all(Dating) if dating.act is not None}
        acted = {page: dated[piece.id] for page, piece in pieces.items() if piece.id in dated}
    return Knowledge(names, acted, pieces)


def _forms(entity: Entity) -> Iterable[str]:
    return (entity.name, *(form.value for form in entity.names))


def _name(name: str, entities: Iterable[set[str]]) -> Name:
    """A name with the other names of whoever is called so; an ambiguous one stays as it was typed."""
    words = tuple(token.word for token in tokens(name))
    bearers = [forms for forms in entities if any(set(words) <= _words(form) for form in forms)]
    if len(bearers) != 1:
        return Name(words, frozenset({name}))
    return Name(words, frozenset(bearers[0] | {name}))


def _words(form: str) -> set[str]:
    return {token.word for token in tokens(form)}


class Evidence:
    """Weighs passages against one question. Words that are rare among the candidates weigh more."""

    def __init__(self, asked: Question, known: Knowledge, library: Library, read: Sequence[Passage]) -> None:
        self.asked = asked
        self.language = language(asked.text)
        self.denies = any(is_negation(token.word) for token in tokens(asked.text))
        self.known = known
        self.library = library
        counted = Counter(term.word for passage in read for term in asked.terms if term.senses & passage.senses)
        self.weights = {term.word: math.log(1 + (len(read) + 1) / (1 + counted[term.word])) for term in asked.terms}
        self.forms = [tuple(tuple(t.word for t in tokens(form)) for form in name.forms) for name in known.names]
        self.mentions: dict[str, Sequence[Mention]] = {}
        self.titles: dict[str, frozenset[str]] = {}
        self.spoken = self._spoken() if asked.intent == "said" and known.names else {}

    def weigh(self, passage: Passage, around: Sequence[Passage]) -> float | None:
        """Return the score of a passage, None where it lacks something that the question cannot do without."""
        if passage.end - passage.start > LONGEST:
            return None
        covered = self._coverage(passage, around)
        if covered is None or not self._intent(passage):
            return None
        names = self._names(passage, around)
        if not self._codes(passage, around):
            return None
        if names is None or not self._numbers(passage) or not self._days(passage, around) or not self._clocks(passage):
            return None
        density = len(self.held(passage)) / (8 + len(passage.tokens))
        if _denied(passage) and not self.denies:
            covered -= 0.12
        if self.asked.identity and _ALSO.search(key(passage.page.text[passage.start : passage.end])):
            covered += 0.3
        if passage.page.language == self.language:
            covered += 0.05
        if any(m.kind in _CODES and not self._asked_for(m) for m in self._within(passage)):
            covered -= 0.08  # it tells of one container, one line: more than was asked
        return covered + 0.25 * names + 0.5 * density + (0.03 if passage.page.grade == "A" else 0.0)

    def value(self, passage: Passage) -> str | None:
        """Return what in the passage would be the answer, as text to compare; empty where any words will do.

        None says that the passage holds no such thing.
        """
        if not self.asked.kinds:
            return ""
        values = [value for mention in self._within(passage) if (value := self._worth(mention, passage)) is not None]
        return " ".join(sorted(set(values))) if values else None

    # --- what must be there ---------------------------------------------------------------------------------------

    def _names(self, passage: Passage, around: Sequence[Passage]) -> float | None:
        """How much of the names stands here: in the passage, beside it, or over a hearing; None where one does not.

        Whoever is heard need not be named in each sentence of the hearing, unless that names somebody else.
        """
        if self.asked.identity and not _stands(self.known.names[0].words, passage.words):
            return None
        if not self.forms:
            return 0.0
        near = tuple(word for each in around for word in each.words)
        over = self._heard(passage)
        others = self.asked.intent != "who" and any(m.kind == "person" for m in self._within(passage))
        strict = others or not self.asked.terms or self.asked.intent == "which"
        total = 0.0
        for forms in self.forms:
            if any(_stands(form, passage.words) for form in forms):
                total += 1.0
            elif self._speaks(passage) or (not strict and any(_stands(form, near) for form in forms)):
                total += 0.5
            elif strict or not any(_stands(form, over) for form in forms):
                return None
        return total / len(self.forms)

    def _heard(self, passage: Passage) -> tuple[str, ...]:
        """The words with which a hearing begins, where the passage itself names nobody."""
        piece = self.known.pieces.get(passage.page.id)
        if piece is None or piece.kind != "hearing" or any(m.kind == "person" for m in self._within(passage)):
            return ()
        return tuple(token.word for token in tokens(self.library.page(piece.pages[0]).text[:OPENING]))

    def _title(self, passage: Passage) -> frozenset[str]:
        """What the title and the file name of the document of a passage may mean."""
        piece = self.known.pieces.get(passage.page.id)
        if piece is None:
            return frozenset()
        if piece.id not in self.titles:
            path = self.library.source(piece.source).path.rpartition("/")[2]
            found = tokens(f"{path}\n{piece.title or ''}")
            self.titles[piece.id] = frozenset().union(*(token.senses for token in found))
        return self.titles[piece.id]

    def _codes(self, passage: Passage, around: Sequence[Passage]) -> bool:
        """Whether each code stands here, or close by and this passage is about no other one."""
        here = "".join(passage.words)
        if all(code in here for code in self.asked.codes):
            return True
        if any(m.kind in _CODES and not self._asked_for(m) for m in self._within(passage)):
            return False
        joined = "".join(word for each in around for word in each.words)
        return all(code in joined or code in self._file(passage) for code in self.asked.codes)

    def held(self, passage: Passage) -> frozenset[str]:
        """Return the words of the question that stand in a passage."""
        return frozenset(term.word for term in self.asked.terms if self._held(term, passage))

    def _file(self, passage: Passage) -> str:
        """The letters and digits of the title and file name of the document of a passage."""
        piece = self.known.pieces.get(passage.page.id)
        return letters(f"{self.library.source(piece.source).path} {piece.title or ''}") if piece else ""

    def _clocks(self, passage: Passage) -> bool:
        if not self.asked.clocks:
            return True
        told = {m.time.earliest[11:16] for m in self._within(passage) if m.time is not None}
        return all(clock in told for clock in self.asked.clocks)

    def _numbers(self, passage: Passage) -> bool:
        words = {word.replace(",", ".") for word in passage.words}
        told = {str(bound) for m in self._within(passage) if m.quantity for bound in (m.quantity.low, m.quantity.high)}
        joined = "".join(passage.words)
        return all(
            number.replace(",", ".") in words | told or (len(number) > 3 and number in joined)
            for number in self.asked.numbers
        )

    def _days(self, passage: Passage, around: Sequence[Passage]) -> bool:
        for day in self.asked.days:
            inside = [m.time for m in self._within(passage) if m.time is not None and len(m.time.earliest) >= 7]
            if any(_falls(day, time) for time in inside):
                continue
            if inside:
                return False
            near = [m.time for each in around for m in self._within(each) if m.time is not None]
            act = self.known.acted.get(passage.page.id)
            if not any(_falls(day, time) for time in [*near, *([act] if act else [])]):
                return False
        return True

    def _coverage(self, passage: Passage, around: Sequence[Passage]) -> float | None:
        """The share of the words' weight that stands in the passage, or less beside it or in the same document."""
        total = sum(self.weights.values())
        if not total:
            return 1.0
        inside = sum(self.weights[term.word] for term in self.asked.terms if self._held(term, passage))
        covered = inside
        for term in self.asked.terms:
            if self._held(term, passage):
                continue
            if term.word in self.asked.focus:
                return None
            if any(self._held(term, each) for each in around):
                covered += NEAR * self.weights[term.word]
            elif term.senses & self._title(passage):
                covered += THERE * self.weights[term.word]
        covered /= total
        enough = COVERAGE.get(self.asked.intent, 0.68)
        return covered if covered >= enough and inside / total >= INSIDE else None

    def _held(self, term: Token, passage: Passage) -> bool:
        return bool(term.senses & passage.senses)

    def _intent(self, passage: Passage) -> bool:
        text = key(passage.page.text[passage.start : passage.end])
        if _WONDERED.search(text):
            return False
        if self.asked.intent == "why":
            return bool(_CAUSE.search(text))
        if self.asked.intent == "said" and self.known.names:
            return self._speaks(passage) or bool(_SPEECH.search(text))
        return len(passage.tokens) > 2

    # --- what would be the answer ---------------------------------------------------------------------------------

    def _within(self, passage: Passage) -> list[Mention]:
        page = passage.page.id
        if page not in self.mentions:
            self.mentions[page] = self.library.mentions(page)
        return [m for m in self.mentions[page] if m.span.start < passage.end and m.span.end > passage.start]

    def _worth(self, mention: Mention, passage: Passage) -> str | None:
        """The value of a mention if it may be what was asked for."""
        if mention.kind not in self.asked.kinds and not (self.asked.identity and mention.kind == "role"):
            return None
        if mention.quantity is not None:
            return self._amount(mention, passage)
        if mention.time is not None:
            if self.asked.hour and "T" not in mention.time.earliest:
                return None
            return (
                None
                if any(_falls(day, mention.time) and day.day for day in self.asked.days) and not (self.asked.hour)
                else mention.time.earliest + "/" + mention.time.latest
            )
        surface = key(mention.span.exact)
        words = set(surface.split())
        if self.asked.identity:
            return None if words <= set(self.known.names[0].words) else mention.normalised or surface
        if any(words <= _words(form) for name in self.known.names for form in name.forms):
            return None
        return mention.normalised or surface

    def _amount(self, mention: Mention, passage: Passage) -> str | None:
        quantity = mention.quantity
        assert quantity is not None
        if self.asked.dimension not in (None, "count") and quantity.dimension != self.asked.dimension:
            return None
        if self.asked.dimension is None and quantity.dimension in ("duration", "temperature", "ratio"):
            return None
        if self.asked.dimension == "count" and not self._counts(mention, passage):
            return None
        return f"{quantity.low}-{quantity.high} {quantity.unit}"

    def _counts(self, mention: Mention, passage: Passage) -> bool:
        """Whether what is counted is what was asked for: its noun stands in the mention or right after it."""
        near = [t for t in passage.tokens if mention.span.start <= t.start <= mention.span.end + 24]
        first = self.asked.terms[:1]
        return any(term.senses & token.senses for term in first for token in near)

    def _asked_for(self, mention: Mention) -> bool:
        """Whether a code on the page stands in the question, or is the kind of thing asked for."""
        return mention.kind in self.asked.kinds or letters(mention.span.exact) in letters(self.asked.text)

    def _spoken(self) -> dict[str, list[tuple[int, int]]]:
        """The ranges, by page, of what the people named in the question said."""
        wanted = {form for name in self.known.names for form in name.forms}
        spoken: dict[str, list[tuple[int, int]]] = {}
        for quote in self.library.all(Quote):
            speaker = key(quote.speaker_name or "")
            if speaker and any(_words(form) <= _words(speaker) or _words(speaker) <= _words(form) for form in wanted):
                spoken.setdefault(quote.span.page, []).append((quote.span.start, quote.span.end))
        return spoken

    def _speaks(self, passage: Passage) -> bool:
        ranges = self.spoken.get(passage.page.id, ())
        return any(start < passage.end and end > passage.start for start, end in ranges)


def _denied(passage: Passage) -> bool:
    return any(is_negation(word) for word in passage.words)


def _stands(form: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Whether the words of a name stand close together, in any order ("Lino CARVASSE", "CARVASSE Lino")."""
    if not form:
        return False
    if len(form) == 1:
        return form[0] in words
    wanted = sorted(form)
    return any(sorted(words[at : at + len(form)]) == wanted for at in range(len(words) - len(form) + 1))


def _falls(day: Day, time: Time) -> bool:
    """Whether a dated mention may be the day of the question; what the question leaves out does not matter."""
    first, last = time.earliest[:10], time.latest[:10]
    if not first or not last:
        return False
    cut = 0 if day.year else 5
    start, end = _bounds(day)
    return first[cut : cut + len(start)] <= end and start <= last[cut : cut + len(end)]


def _bounds(day: Day) -> tuple[str, str]:
    """A day, month or year of a question as it begins the dates in it; a range has two."""
    parts = ([f"{day.year:04}"] if day.year else []) + ([f"{day.month:02}"] if day.month else [])
    if not day.day:
        return "-".join(parts), "-".join(parts)
    return "-".join([*parts, f"{day.first or day.day:02}"]), "-".join([*parts, f"{day.day:02}"])
