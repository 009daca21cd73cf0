"""Verbs whose side is a word that a paper gives to a party: « le Bailleur remet », `paid the Borrower`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple

from greffier.reading.cast import NOBODY, Cast, Speaker
from greffier.reading.known import Known
from greffier.reading.taken import beginning
from greffier.reading.vocabulary import level, table
from greffier.records import Mention, Page

_ARTICLE = r"(?:(?:le|la|the)\s+|l')"
_DEFINITE = re.compile(rf"{_ARTICLE}$")
_OPENS = re.compile(_ARTICLE)
_WORD = re.compile(rf"(?<![\w'-]){_ARTICLE}(?P<term>[a-z][a-z-]{{2,24}})(?![\w-])")
_LED = re.compile(
    rf"(?<![\w'-])(?P<to>(?:a|to)\s+{_ARTICLE}|au\s+)?(?:{_ARTICLE})?(?P<term>[a-z][a-z-]{{2,24}})(?![\w-])"
)
_Told = tuple[Speaker, tuple[int, int]]


class _Term(NamedTuple):
    """A word for a party, and where it stands."""

    start: int
    end: int
    word: str


class Terms:
    """The parties of one page by what it calls them; `flat` is its level view."""

    def __init__(self, page: Page, flat: str, mentions: Sequence[Mention], cast: Cast) -> None:
        self._page, self._flat, self._cast = page, flat, cast
        self._offices = {one.id: one for one in mentions if one.kind == "role"}

    def ends(self, start: int, end: int) -> Iterator[int]:
        """Where the terms of a stretch end: a verb may follow."""
        for one in beginning(self._terms, start, end):
            if one.end <= end and self._meant(one.word).name:
                yield one.end

    @cached_property
    def _terms(self) -> list[_Term]:
        """The words of the page, in its order, that papers use of their parties or that this one defines."""
        known = _words() | self._known.defined
        told = (one for one in _WORD.finditer(self._flat) if one["term"] in known)
        return [_Term(*one.span("term"), one["term"]) for one in told]

    def before(self, start: int, end: int) -> _Told | None:
        """Whom the term that ends a stretch means, and where it stands."""
        found = list(_WORD.finditer(self._flat, start, end))[-1:]
        if not found or self._flat[found[0].end() : end].strip(" ,"):
            return None
        who = self._meant(found[0]["term"])
        return (who, found[0].span()) if who.name else None

    def after(self, at: int, until: int) -> _Told | None:
        """Whom the term means that « à », `to` or nothing leads to right after a verb."""
        for one in _LED.finditer(self._flat, at, until):
            who = self._meant(one["term"])
            if who.name and (one["to"] or not self._flat[at : one.start()].strip()):
                return who, one.span("term")
        return None

    def office(self, mention: str) -> Speaker:
        """Who is meant by a word for an office that stands with its article: « le gérant », `the accused`."""
        one = self._offices.get(mention)
        if one is None or not self._definite(one):
            return NOBODY
        return self._known.meant_by(_OPENS.sub("", level(one.span.exact), count=1).strip()) or NOBODY

    def _definite(self, one: Mention) -> bool:
        before = self._flat[max(0, one.span.start - 5) : one.span.start]
        return bool(_DEFINITE.search(before) or _OPENS.match(level(one.span.exact)))

    def _meant(self, word: str) -> Speaker:
        """Whom a word means that papers use of their parties, or that this one defines."""
        if word not in _words() and word not in self._known.defined:
            return NOBODY
        return self._known.meant_by(word) or NOBODY

    @cached_property
    def _known(self) -> Known:
        return Known(self._page, self._cast)


@lru_cache(maxsize=1)
def _words() -> frozenset[str]:
    return frozenset(table("terms")["parties"])
