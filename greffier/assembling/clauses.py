"""What a clause tells: which acts, of which things, of whom; an answer is read with the question before it.

Acts are known by their words in both languages (`lexicon/clauses.yaml`), things by the words that are neither acts nor
numbers nor names. Two clauses of two papers that tell one act of the same things are two tellings of one fact, as far
as nothing else sets them apart.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from greffier.assembling.lookup import Lookup
from greffier.assembling.wording import any_of, phrases, table
from greffier.records import Mention, Page, Span
from greffier.text import folded, sentences

_WORDS = {name: phrases("clauses", f"acts.{name}") for name in table("clauses")["acts"]}
_OF_WORDS = {
    name: re.compile(any_of(one for one in told if " " not in one and "-" not in one)) for name, told in _WORDS.items()
}
_OF_PHRASES = [
    (name, re.compile(rf"\b{any_of(longer)}\b"))
    for name, told in _WORDS.items()
    if (longer := [one for one in told if " " in one or "-" in one])
]
ACTS = frozenset(_WORDS)
PLAIN = frozenset(phrases("clauses", "plain"))
_COMMON = frozenset(phrases("clauses", "common")) | frozenset(phrases("clauses", "numerals"))
_WORD = re.compile(r"[a-z]{3,}")
_STEM = 5  # letters of a word that are compared; endings are not looked at
_NAMES = frozenset(("person", "date", "quantity"))
_GOES_ON = re.compile(
    r"\W{0,8}(?:il|elle|ils|elles|on|it|he|she|they|celui-ci|celle-ci|c'est)\b"
)  # tells more of the same
_BRIEF = 40  # characters of an answer that goes on in the next sentence
_LABEL = 24  # characters of what stands between a question and its answer: who speaks
_WORDS_OF_LABEL = re.compile(r"[^\W\d_]+")
_ASKED = 220  # characters of a question
_LONG = 420  # characters of a clause
_WIDE, _OF_WIDEST = 60, 0.7  # characters of a line that goes on in the next one, or its share of the widest
_FORM = 0.7  # of the words of two clauses that both have, where they are one form
_CELL = re.compile(r"[|;\t]| {3,}")
_CELLS = 3  # from which a line is a row
_UNHEARD = ("press", "order")  # who writes of others' papers, and what is only to be done


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of a page with the question that it answers (`first`: the first of the answer), where there is one.

    `flat` are its folded words, `acts` and `things` what they and those of the question tell, `inside` what it names.
    """

    page: Page
    piece: str
    span: tuple[int, int]
    asked: tuple[int, int] | None
    first: bool
    row: bool
    flat: str
    acts: frozenset[str]
    things: frozenset[str]
    inside: tuple[Mention, ...]

    def of(self, *kinds: str) -> tuple[Mention, ...]:
        """What it names of these kinds."""
        return tuple(one for one in self.inside if one.kind in kinds)

    @property
    def question(self) -> str:
        """The folded words of the question that it answers."""
        return folded(self.page.text[slice(*self.asked)]) if self.asked else ""


def clauses(known: Lookup) -> Iterator[Clause]:
    """Yield the clauses of a case, page by page; copies are not heard twice."""
    births = {
        link.right for link in known.dossier.links if link.type == "born"
    }  # days on which nothing of this was done
    for page in known.ordered_pages():
        piece = known.pieces.get(known.piece_of.get(page.id, ""))
        if page.near_duplicate_of is None and piece is not None and piece.kind not in _UNHEARD:
            told = tuple(one for one in known.on_page.get(page.id, ()) if one.id not in births)
            yield from _on_page(page, piece.id, told)


def _on_page(page: Page, piece: str, mentions: Sequence[Mention]) -> Iterator[Clause]:
    starts = [one.span.start for one in mentions]
    last: Clause | None = None
    for start, end in _cut(page.text):
        inside = mentions[bisect_left(starts, start) : bisect_left(starts, end)]
        asked, first = _question(page.text, start), True
        if asked is None and last is not None and last.asked and _brief(last) and start - last.span[1] <= 1:
            asked, first = last.asked, False
        whole = folded(page.text[start:end])
        told = folded(_without_names(page.text, inside, start, end))
        acts, things = acts_in(told), things_in(told)
        if asked:
            before = mentions[bisect_left(starts, asked[0]) : bisect_left(starts, asked[1])]
            question = folded(_without_names(page.text, before, *asked))
            acts, things = acts | acts_in(question), things | things_in(question)
        if last is not None and _GOES_ON.match(whole):
            things |= last.things
        row = len(_CELL.findall(page.text[start:end].strip())) >= _CELLS - 1
        last = Clause(page, piece, (start, end), asked, bool(asked) and first, row, whole, acts, things, tuple(inside))
        yield last


def _brief(clause: Clause) -> bool:
    return clause.span[1] - clause.span[0] <= _BRIEF


def _cut(text: str) -> Iterator[tuple[int, int]]:
    """Where the clauses of a text begin and end: sentences, their parts between semicolons, rows of tables."""
    wide = max(_WIDE, _OF_WIDEST * max(map(len, text.split("\n"))))
    for start, end in sentences(text):
        lines = text[start:end].split("\n")
        if end - start > _LONG or any(len(_CELL.findall(line.strip())) >= _CELLS - 1 for line in lines):
            yield from _parts(start, lines)
        else:
            yield from _parts(start, _set_apart(text[start:end], wide))


def _set_apart(told: str, wide: float) -> list[str]:
    """The parts of a sentence between semicolons; a short line, with a capital on the next one, is a head."""
    parts = []
    for part in told.split(";"):
        lines = part.split("\n")
        heads = [at for at, line in enumerate(lines[:-1]) if len(line) < wide and lines[at + 1][:1].isupper()]
        begins = [0, *(at + 1 for at in heads), len(lines)]
        parts += ["\n".join(lines[first:last]) for first, last in pairwise(begins)]
    return parts


def _parts(start: int, told: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The places of parts that one sign sets apart, those without words left out."""
    for one in told:
        if one.strip():
            yield start, start + len(one)
        start += len(one) + 1


def _question(text: str, start: int) -> tuple[int, int] | None:
    """The question that stands before an answer, with nothing but the label of who answers between them."""
    first = max(0, start - _ASKED)
    before = text[first:start].rstrip()
    mark = before.rfind("?")
    label = before[mark + 1 :]
    if mark < 0 or len(label) > _LABEL or len(_WORDS_OF_LABEL.findall(label)) > 2:
        return None
    begin = max(before.rfind(sign, 0, mark) for sign in ("?", ". ", ": ", "\n"))
    return first + begin + 1, first + mark + 1


def _without_names(text: str, inside: Sequence[Mention], start: int, end: int) -> str:
    kept = text[start:end]
    for one in inside:
        if one.kind in _NAMES:
            low, high = one.span.start - start, min(one.span.end, end) - start
            kept = kept[:low] + " " * (high - low) + kept[high:]
    return kept


def acts_in(flat: str) -> frozenset[str]:
    """The acts that folded words tell."""
    found = {name for word in _WORD.findall(flat) for name in _acts_of(word)}
    found |= {name for name, told in _OF_PHRASES if told.search(flat)}
    return frozenset(found)


@lru_cache(maxsize=65536)
def _acts_of(word: str) -> tuple[str, ...]:
    return tuple(name for name, told in _OF_WORDS.items() if told.fullmatch(word))


def things_in(flat: str) -> frozenset[str]:
    """The stems of folded words that are neither acts nor numbers nor common to everything."""
    words = _WORD.findall(flat)
    return frozenset(word[:_STEM] for word in words if word not in _COMMON and not _acts_of(word))


def nouns_in(flat: str) -> frozenset[str]:
    """The stems of folded words that are neither numbers nor common; what is counted may be called as an act is."""
    return frozenset(word[:_STEM] for word in _WORD.findall(flat) if word not in _COMMON)


def of_one_form(one: Clause, other: Clause) -> bool:
    """Whether two clauses have the same words but for names and numbers: a form that was filled in twice."""
    left, right = (frozenset(_WORD.findall(clause.flat)) for clause in (one, other))
    return len(left & right) > _FORM * len(left | right)


def shown(clause: Clause) -> Span:
    """What people are shown of a clause: the question before it too, and an answer to the end of its line."""
    text, (begin, end) = clause.page.text, clause.span
    if clause.asked:
        begin, line = clause.asked[0], text.find("\n", end)
        end = line if line >= 0 else len(text)
    words = text[begin:end]
    begin, end = begin + len(words) - len(words.lstrip()), begin + len(words.rstrip())
    return Span(clause.page.id, begin, end, text[begin:end])
