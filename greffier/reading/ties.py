"""What a page says that people are to one another, and to firms: kin, lawyers and drivers, directors and employees.

Only what stands in the words between two names, or between one name and « mon », `his`, counts: two people in one
sentence are no tie. A question, a denial and a conditional tie nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from greffier.reading.candidate import Candidate
from greffier.reading.cast import Cast
from greffier.reading.heard import heard_on
from greffier.reading.mention import mention_id, span
from greffier.reading.taken import beginning
from greffier.reading.tie_words import tie_words
from greffier.reading.vocabulary import level
from greffier.records import Found, Link, LinkType, Mention, Page, Piece, digest

_GAP = 90  # characters between two names that are tied
_BEFORE = 70  # characters before a name in which « la compagne de » or « mon frère » stands
_FIELD = 120  # and in which the field of a record stands that says who was told
_TIED = frozenset(("person", "organisation", "phone"))
_REACH = 220  # characters from `his` back to whom it means
_ASKED = re.compile(r"[^.!?;\n]{0,90}(?:\n[^.!?;\n]{0,90})?\?")
_QUESTION = 182  # characters to the sign of a question
_GOES_ON = re.compile(r"\s*(?:[,.;:)]|$|\n|(?:is|was|who|est|etait|qui|a|had|has|et\s+non)\b)")
_LISTED = re.compile(r",\s+[^,.;\n]{2,40},")
_DENIED = re.compile(
    r"(?:\b(?:not|never|no|neither)\s|n'(?:est|etait)\s|\b(?:pas|jamais|aucunement|ni)\s)[^.;\n]{0,30}$"
)


class Tie(NamedTuple):
    """Two mentions and what one is to the other; `left` holds the post, is the kin or gives the service."""

    type: LinkType
    left: str
    right: str
    start: int
    end: int


class Ties:
    """Finds what people are to one another and to firms, where the page says so in so many words."""

    name = "ties"
    version = 3

    def read(self, piece: Piece, pages: Sequence[Page], found: Sequence[Found]) -> Iterable[Found]:
        cast = Cast.of(piece, pages, found)
        heard = heard_on(pages, cast)
        named: dict[str, list[Candidate]] = {page.id: [] for page in pages}
        for one in found:
            if isinstance(one, Mention) and one.kind in _TIED:
                named[one.span.page].append(Candidate(one.span.start, one.span.end, one.kind, one.normalised))
        ranked = frozenset(one.left for one in found if isinstance(one, Link) and one.type == "role")
        for page in pages:
            made: set[str] = set()
            for tie in _Reading(page, sorted(named[page.id]), heard[page.id].id, cast.also, ranked).ties():
                own = digest("link", tie.type, tie.left, tie.right)
                if tie.left != tie.right and own not in made:
                    made.add(own)
                    yield Link(own, tie.type, tie.left, tie.right, span(page, tie.start, tie.end), self.name)


class _Reading:
    def __init__(
        self,
        page: Page,
        named: Sequence[Candidate],
        heard: str | None,
        also: Mapping[str, str],
        ranked: frozenset[str],
    ) -> None:
        self._page, self._named, self._heard, self._also, self._ranked = page, named, heard, also, ranked
        self._flat = level(page.text)

    def ties(self) -> Iterator[Tie]:
        for place, one in enumerate(self._named):
            for other in self._named[place + 1 : place + 2]:
                if other.kind != "phone" and 0 < other.start - one.end <= _GAP and not self._open(one, other.end):
                    yield from self._between(one, other)
            if one.kind == "phone":
                yield from self._line(one)
            if one.kind == "person" and not self._open(one, one.end):
                yield from self._of_self(one)
                yield from self._of_another(one)

    def _open(self, one: Candidate, end: int) -> bool:
        """Whether the words are asked, or denied, so that they tie nobody."""
        asked = "?" in self._flat[end : end + _QUESTION] and _ASKED.match(self._flat, end) is not None
        return asked or _DENIED.search(self._flat, max(0, one.start - 40), one.start) is not None

    def _between(self, one: Candidate, other: Candidate) -> Iterator[Tie]:
        known, both = tie_words(), (one, other)
        if one.kind == other.kind == "person":
            for kind in known.of:
                if self._gap(known.of[kind], *both):
                    yield self._tie(kind, one, other)
                elif self._gap(known.whose[kind], *both) or self._led(known.before[kind], one, other):
                    yield self._tie(kind, other, one)
            if self._gap(known.assisted, *both):
                yield self._tie("service", other, one)
        elif one.kind == "person" and self._gap(known.of_firm, *both):
            yield self._tie("post", one, other)
        elif other.kind == "person" and self._gap(known.firm_then, *both):
            yield self._tie("post", other, one)
        if one.kind == "person" and self._gap(known.works, *both):
            yield self._tie("post", one, other)

    def _led(self, pattern: re.Pattern[str], one: Candidate, other: Candidate) -> bool:
        """« la compagne de Delbos, Mme Aubanel »: an apposition and no list."""
        gap = self._flat[one.end : other.start]
        if not re.fullmatch(r",\s+(?:[a-z.]+\s+)?", gap) or not _GOES_ON.match(self._flat, other.end):
            return False
        led = pattern.search(self._flat, max(0, one.start - _BEFORE), one.start) is not None
        return led and not self._listed(other)

    def _listed(self, other: Candidate) -> bool:
        after = beginning(self._named, other.end, other.end + 12)
        return bool(after) and self._flat[other.end : after[0].start].strip() in (",", "and", "et", ", and", ", et")

    def _of_self(self, one: Candidate) -> Iterator[Tie]:
        """« mon frère Paul », « Paul, mon avocat », `I work for Mr Kane`: of who is heard."""
        known = tie_words()
        if self._heard is None:
            return
        for kind in known.mine:
            before = known.mine[kind].search(self._flat, max(0, one.start - _BEFORE), one.start)
            after = known.after[kind].match(self._flat, one.end)
            if before or after:
                start, end = before.start() if before else one.start, after.end() if after else one.end
                yield Tie(kind, self._id(one), self._heard, start, end)
        if (field := known.field.search(self._flat, max(0, one.start - _BEFORE), one.start)) is not None:
            yield Tie("service", self._id(one), self._heard, field.end(), one.end)
        if (told := known.told_of.search(self._flat, max(0, one.start - _FIELD), one.start)) is not None:
            yield Tie("kin", self._id(one), self._heard, told.start(), one.end)
        if (under := known.for_me.match(self._flat, one.end)) is not None:
            yield Tie("post", self._id(one), self._heard, one.start, under.end())
        if (works := known.i_work.search(self._flat, max(0, one.start - _BEFORE), one.start)) is not None:
            yield Tie("post", self._heard, self._id(one), works.start(), one.end)

    def _of_another(self, one: Candidate) -> Iterator[Tie]:
        """`His brother is Paul`: of the only person named shortly before."""
        for kind, pattern in tie_words().his.items():
            before = pattern.search(self._flat, max(0, one.start - _BEFORE), one.start)
            if before is None:
                continue
            whose = self._just_named(before.start())
            if whose is not None:
                yield self._tie(kind, one, whose)

    def _line(self, phone: Candidate) -> Iterator[Tie]:
        """« Mon portable est le 06 … », « son numéro est le … »: of who is heard, of who was just named."""
        told = tie_words().line.search(self._flat, max(0, phone.start - _BEFORE), phone.start)
        if told is None or self._open(phone, phone.end):
            return
        if told["whose"] in ("my", "mon", "ma"):
            if self._heard is not None:
                yield Tie("line", self._heard, self._id(phone), told.start(), phone.end)
        elif (whose := self._just_named(told.start())) is not None:
            yield self._tie("line", whose, phone)

    def _just_named(self, at: int) -> Candidate | None:
        """The only person named shortly before; nobody told with an office: « sa sœur » is another's."""
        start = max(at - _REACH, self._flat.rfind("\n\n", 0, at))
        people = [one for one in beginning(self._named, start, at - 1) if one.kind == "person" and one.end <= at]
        names = {self._also.get(name, name) for name in (level(one.normalised or "") for one in people)}
        fullest = max(names, key=len, default="")
        one_only = bool(people) and all(set(name.split()) <= set(fullest.split()) for name in names)
        return people[-1] if one_only and not any(self._id(one) in self._ranked for one in people) else None

    def _gap(self, pattern: re.Pattern[str], one: Candidate, other: Candidate) -> bool:
        return pattern.fullmatch(self._flat, one.end, other.start) is not None

    def _tie(self, kind: LinkType, left: Candidate, right: Candidate) -> Tie:
        start, end = min(left.start, right.start), max(left.end, right.end)
        return Tie(kind, self._id(left), self._id(right), start, end)

    def _id(self, one: Candidate) -> str:
        return mention_id(self._page, one.start, one.end, one.kind)
