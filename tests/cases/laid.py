"""A case as it was read, laid where its truth can be held against it: where words stand, whom a name stands for."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property

from greffier.case import Case
from greffier.records import Citation, Entity, Page, Span
from greffier.text import key
from tests.cases.truth import Named, Place, Side, Truth

_TITLES = frozenset("m mr mrs ms mme me dr sir maitre monsieur madame mlle".split())


class Laid:
    """The records of one case beside its truth."""

    def __init__(self, case: Case, truth: Truth) -> None:
        self.case, self.truth = case, truth
        self._pages = {(case.source(one.source).path.split("/", 1)[-1], one.number): one for one in case.all(Page)}
        self._where = {page.id: place for place, page in self._pages.items()}
        self._forms = [(one, [frozenset(words(form)) for form in forms_of(one)]) for one in truth.people]

    @cached_property
    def _read(self) -> list[tuple[frozenset[str], str]]:
        return [(frozenset(words(form.value)), entity.id) for entity in self.entities for form in entity.names]

    @cached_property
    def pages(self) -> int:
        """How many pages were read."""
        return len(self._pages)

    @cached_property
    def entities(self) -> list[Entity]:
        """People and bodies as they were put together."""
        return [one for one in self.case.all(Entity) if one.kind in ("person", "organisation")]

    def lost(self) -> list[Place]:
        """Places of the truth whose words are not on their page as it was read."""
        told = self.truth
        sides = [side for due in (*told.findings, *told.innocent) for side in due.sides]
        sides += [one.told for one in (*told.flows, *told.not_flows, *told.moments, *told.relations)]
        return [place for side in sides for place in side if self._range(place) is None]

    def _range(self, place: Place) -> tuple[str, int, int] | None:
        page = self._pages.get((place.file, place.page))
        found = re.search(_loosely(place), page.text) if page else None
        return (page.id, found.start(), found.end()) if page and found else None

    def cites(self, citations: Iterable[Citation], side: Side, whole_page: bool = False) -> bool:
        """Whether one of the citations lies on one of the places (on its page, where that is enough)."""
        return any(self._touches(one.span, place, whole_page) for one in citations for place in side)

    def _touches(self, span: Span, place: Place, whole_page: bool) -> bool:
        if self._where[span.page] != (place.file, place.page):
            return False
        there = self._range(place)
        return whole_page or (there is not None and span.start < there[2] and there[1] < span.end)

    def read_as(self, told: str) -> frozenset[str]:
        """The entities that a form was read as: names of the most of its words; ranks and trades may lack."""
        whole = frozenset(words(told))
        sizes = [(len(form), entity) for form, entity in self._read if form <= whole]
        most = max((size for size, _ in sizes), default=0)
        return frozenset(entity for size, entity in sizes if size == most)

    def owners(self, name: str) -> frozenset[str]:
        """Those of the truth whom a name may stand for: one of their forms, or words of one."""
        told = frozenset(words(name))
        if not told:
            return frozenset()
        exact = {one.name for one, forms in self._forms if told in forms}
        return frozenset(exact or {one.name for one, forms in self._forms if any(told <= form for form in forms)})


def _loosely(place: Place) -> str:
    """Words whatever blanks stand between them, cells whatever parts them and however many are empty."""
    if place.file.endswith(".csv"):
        return r"[\s|;,]+".join(re.escape(cell) for cell in re.split(r"[\s|;,\"]+", place.words) if cell)
    return r"\s+".join(map(re.escape, place.words.split()))


def forms_of(one: Named) -> tuple[str, ...]:
    """Every form under which somebody is named."""
    return (one.name, *one.names, *one.aliases)


def words(name: str) -> list[str]:
    """The words of a name without case, accents, signs and civil titles."""
    told = re.findall(r"\w+", key(name))
    return [word for word in told if word not in _TITLES] or told
