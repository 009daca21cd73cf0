"""A case as it was read, laid where the truth can be held against it: where words stand, whom a name may stand for."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from greffier.case import Case
from greffier.records import Balance, Entity, Finding, Flow, Mention, Page, Span
from greffier.text import key
from tests.seeded.truth import Place, Truth
from tests.seeded.wording import Person

PARTICLES = frozenset({"de", "d"})  # « Audition de M. X » names X, wherever a reader begins the name
Range = tuple[str, int, int]  # id of a page, start, end


class Laid:
    """The records of one case beside its truth."""

    def __init__(self, case: Case, truth: Truth) -> None:
        self.truth = truth
        self.people = {one.id: one for one in truth.people}
        self.entities = [one for one in case.all(Entity) if one.kind == "person"]
        self.mentions = [one for one in case.all(Mention) if one.kind == "person"]
        self.findings, self.balances = list(case.all(Finding)), list(case.all(Balance))
        self.flows = [one for one in case.all(Flow) if one.status == "stated"]
        self._pages = {(case.source(page.source).path.split("/", 1)[-1], page.number): page for page in case.all(Page)}
        self._places = {page.id: place for place, page in self._pages.items()}
        self._aliases: dict[str, set[str]] = defaultdict(set)
        for id, name in (*truth.aliases, *truth.shared):
            self._aliases[folded(name)].add(id)

    def range(self, place: Place) -> Range | None:
        """Where the words of a place stand on its page, whatever blanks the page puts between them."""
        page = self._pages.get((place.path, place.page))
        found = re.search(_loosely(place.words), page.text) if page else None
        return (page.id, found.start(), found.end()) if page and found else None

    def touches(self, span: Span, place: Place) -> bool:
        """Whether a span lies on these words (on this page, where the place is a whole one)."""
        if self._places[span.page] != (place.path, place.page):
            return False
        there = self.range(place)
        return not place.words or (there is not None and span.start < there[2] and there[1] < span.end)

    def written(self) -> Iterator[tuple[str, Range]]:
        """Every name in a paragraph as it was written: who is meant (an id), and where it stands."""
        for written in self.truth.written:
            there = self.range(written.place) if written.names else None
            at = there[1] if there else 0
            for name in written.names if there else ():
                page = self._pages[written.place.path, written.place.page]
                surface = re.compile(_loosely(written.place.words[name.start : name.end]))
                if found := surface.search(page.text, at):
                    at = found.end()
                    yield name.person, (page.id, found.start(), found.end())

    def lost(self) -> list[Place]:
        """Paragraphs that are not on the page that they were written on; rows of tables are told otherwise there."""
        places = (one.place for one in self.truth.written if not one.place.path.endswith(".csv"))
        return [place for place in places if self.range(place) is None]

    def owners(self, name: str) -> frozenset[str]:
        """The people that a name may stand for: ids."""
        told = folded(name)
        named = self._aliases.get(told, set()) if told else set()
        return frozenset(named | {one.id for one in self.truth.people if told and _may_be(told.split(), one)})


def _loosely(words: str) -> str:
    return r"\s+".join(map(re.escape, words.split()))


def folded(name: str) -> str:
    """The words of a name, without case, accents and signs."""
    return " ".join(re.findall(r"\w+", key(name)))


def _may_be(told: list[str], one: Person) -> bool:
    """A first and a last name in either order, an initial and a last name, either alone; a changed name."""
    if one.pseudonym:
        return told == folded(one.pseudonym).split()
    last = {*folded(one.last).split(), *folded(one.husband).split()}
    firsts = {*folded(one.first).split(), *folded(one.variant).split()}
    firsts |= {first[0] for first in firsts}
    rest = [word for word in told if word not in last and word not in PARTICLES]
    whole = any(word in last for word in told) or any(len(word) > 1 for word in rest)
    return whole and all(word in firsts for word in rest)
