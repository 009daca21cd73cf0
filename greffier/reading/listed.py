"""Phrases of a list, looked for only where a word stands with which one of them begins.

A pattern of a thousand phrases is else tried at each of three thousand characters; a page has a few hundred words, and
where each of them stands is noted once for all lists.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import lru_cache

from greffier.reading.vocabulary import level

_WORD = re.compile(r"[^\W_]+")


@lru_cache(maxsize=16)
def words_of(flat: str) -> dict[str, tuple[int, ...]]:
    """Return each word of a page, levelled, with the offsets at which it stands."""
    found: dict[str, list[int]] = {}
    for match in _WORD.finditer(flat):
        found.setdefault(match.group(), []).append(match.start())
    return {word: tuple(places) for word, places in found.items()}


def holds_any(flat: str, words: Iterable[str]) -> bool:
    """Whether one of these words stands on a page, levelled: what needs one of them is not sought without it."""
    return any(map(words_of(flat).__contains__, words))


class Listed:
    """A pattern on the level view that begins, at the start of a word, with one of these phrases or words."""

    def __init__(self, pattern: str, phrases: Iterable[str]) -> None:
        """ValueError where a phrase begins with a sign, since no word leads to it."""
        firsts = {phrase: _WORD.match(level(phrase)) for phrase in phrases}
        if missing := [phrase for phrase, first in firsts.items() if first is None]:
            raise ValueError(f"begin with no word: {missing}")
        self.pattern = re.compile(pattern)
        self.firsts = frozenset(first.group() for first in firsts.values() if first)

    def finditer(self, flat: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """Yield what the pattern finds in a stretch of a page, without overlaps."""
        places, at = _places(self, flat), start
        for place in places[bisect_left(places, start) : bisect_left(places, end)]:
            if place >= at and (match := self.pattern.match(flat, place, end)):
                yield match
                at = match.end()

    def search(self, flat: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The first of them."""
        return next(self.finditer(flat, start, end), None)


@lru_cache(maxsize=256)
def _places(listed: Listed, flat: str) -> list[int]:
    """Where on a page words stand with which the phrases of a list begin."""
    firsts = listed.firsts
    return sorted(place for word, places in words_of(flat).items() if word in firsts for place in places)
