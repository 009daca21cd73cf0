"""A page of a bad scan with its words set right where `m` was read as `rn`: « rnaréchal », `frorn`, `Norrnan`.

What is found in the mended text is told where it stands on the page. Only a page on which an ordinary word in small
letters is spoilt like that is mended at all: on any other, `Arnes` is a name of its own.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from greffier.reading.vocabulary import level, phrases, words

_SPOILT = re.compile(r"(?i:rn)")
_WORD = re.compile(r"[^\W\d_]{3,40}")
_REACH = 40  # signs of a word on either side
_SHORT = 6  # signs of a word with a capital, which may be a name: `Arnes`


class Mended(NamedTuple):
    """The mended text, and where on the page each `rn` begins that is an `m` in it, and where that `m` stands."""

    text: str
    spoilt: tuple[int, ...] = ()
    mended: tuple[int, ...] = ()

    def here(self, at: int) -> int:
        """Where in the mended text a place of the page is."""
        return at - bisect_left(self.spoilt, at - 1)

    def on_page(self, at: int) -> int:
        """Where on the page a place of the mended text is."""
        return at + bisect_left(self.mended, at)


@lru_cache(maxsize=16)
def mended(text: str) -> Mended:
    """Return the text with such words set right, and how to find a place of the one in the other."""
    places: list[int] = []
    seen_small = False
    for word in _spoilt_words(text):
        found = _places(text, *word)
        seen_small = seen_small or (bool(found) and text[word[0]].islower())
        places += found
    if not seen_small:
        return Mended(text)
    pieces = [0, *(place + 2 for place in places)]
    ends = [*places, len(text)]
    signs = ["M" if text[place].isupper() else "m" for place in places] + [""]
    kept = [text[start:end] for start, end in zip(pieces, ends, strict=True)]
    stands = accumulate(len(part) for part in kept[:-1])
    return Mended(
        "".join(part + sign for part, sign in zip(kept, signs, strict=True)),
        tuple(places),
        tuple(end + number for number, end in enumerate(stands)),
    )


def _spoilt_words(text: str) -> list[tuple[int, int]]:
    found: dict[tuple[int, int], None] = {}
    for spot in _SPOILT.finditer(text):
        start = spot.start()
        while start > 0 and spot.start() - start < _REACH and text[start - 1].isalpha():
            start -= 1
        word = _WORD.match(text, start)
        if word:
            found[word.span()] = None
    return list(found)


def _places(text: str, start: int, end: int) -> list[int]:
    """Where in a word `m` was read as `rn`: each of them, or else one, makes it a word that we know."""
    flat = level(text[start:end])
    if _known(flat) or (text[start].isupper() and end - start < _SHORT):
        return []
    spots = [spot.start() for spot in _SPOILT.finditer(flat)]
    if _known(flat.replace("rn", "m")):
        return [start + spot for spot in spots]
    one = next((spot for spot in spots if _known(f"{flat[:spot]}m{flat[spot + 2 :]}")), None)
    return [] if one is None else [start + one]


def _known(flat: str) -> bool:
    return flat in _words() or (flat.endswith("s") and flat[:-1] in _words())


@lru_cache(maxsize=1)
def _words() -> frozenset[str]:
    of_roles = (word for phrase in phrases("roles") for word in phrase.split())
    return words("common_words") | words("capitalised_words") | words("given_names") | frozenset(of_roles)
