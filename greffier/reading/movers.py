"""Vehicles and ships that go somewhere, told by a word: « l'utilitaire repart », `Hilux leaves`, « le navire », `V1`.

Which one is meant is open unless the page ties one plate, container or ship alone to that word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from greffier.reading.listed import Listed
from greffier.reading.vocabulary import any_of, table
from greffier.records import Mention, Role

_CODE = r"(?:v|veh|vh|vl)\.?\s?\d{1,2}"
_BESIDE = 60  # characters between a word for a vehicle and its plate
_APART = re.compile(r"[\n;]|\.\s")
_TIED = re.compile(rf"(?<![\w'-])(?P<code>{_CODE})\s*[=:(,–—-][^\n;]{{0,70}}$")


class Movers:
    """The vehicles and ships of one page; `flat` is its level view, `mentions` stand in order."""

    def __init__(self, flat: str, mentions: Sequence[Mention]) -> None:
        self._flat = flat
        self._plates = [one for one in mentions if one.kind in ("plate", "container")]
        self._ships = [one for one in mentions if one.kind == "organisation"]

    def ends(self, start: int, end: int) -> Iterator[int]:
        """Where words for vehicles and ships end in a stretch: a verb may follow."""
        yield from (one.end() for one in _words().finditer(self._flat, start, end))

    def is_word(self, role: Role) -> bool:
        """Whether what fills a place is but a word for a vehicle: `Hilux leaves`."""
        return _words().pattern.fullmatch(self._flat, role.span.start, role.span.end) is not None

    def before(self, start: int, end: int) -> Role | None:
        """Which one the word that ends a stretch means, as what an event is about; None where that is open."""
        told = (
            list(_words().finditer(self._flat, start, end))[-1:] or list(_codes().finditer(self._flat, start, end))[-1:]
        )
        if not told or self._flat[told[0].end() : end].strip(" ,"):
            return None
        one = self._meant(told[0]["word"])
        return Role("object", one.id, one.normalised or one.span.exact, one.span) if one else None

    def _meant(self, word: str) -> Mention | None:
        ship = word in _of_water()
        tied = self._named() if ship else [one for one in self._plates if self._is_tied(one, word)]
        names = {one.normalised or one.span.exact for one in tied}
        return tied[0] if len(names) == 1 else None

    def _is_tied(self, one: Mention, word: str) -> bool:
        """« un utilitaire blanc, AB-123-CD », `Bakkie arrives, lights off, reg CEM 44719`, `V1 = Audi, AB-123-CD`"""
        before = self._flat[max(0, one.span.start - _BESIDE) : one.span.start]
        near = _APART.split(before)[-1]
        if re.fullmatch(_CODE, word):
            line = self._flat[self._flat.rfind("\n", 0, one.span.start) + 1 : one.span.start]
            tied = _TIED.search(line)
            return tied is not None and tied["code"] == word and not _codes().search(line, tied.end("code"))
        return re.search(rf"(?<![\w'-]){re.escape(word)}(?![\w-])", near) is not None

    def _named(self) -> list[Mention]:
        """The ships whose names stand right after a word for one: « le caboteur « ALDEBARAN K » »."""
        return [
            one
            for one in self._ships
            if (found := _of_water_before().search(self._flat, max(0, one.span.start - 40), one.span.start)) and found
        ]


@lru_cache(maxsize=1)
def _of_water() -> frozenset[str]:
    return frozenset(table("vehicles")["of_water"])


@lru_cache(maxsize=1)
def _of_water_before() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w'-])(?:{any_of(_of_water())})(?:\s+[a-z]{{3,14}})?[\s«\"“'(]{{1,4}}$")


@lru_cache(maxsize=1)
def _words() -> Listed:
    held = table("vehicles")
    words = [*held["moving"], *held["of_water"]]
    return Listed(rf"(?<![\w'-])(?:l')?(?P<word>{any_of(words)})(?![\w-])", ["l'", *words])


@lru_cache(maxsize=1)
def _codes() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w'-])(?P<word>{_CODE})(?![\w-])")
