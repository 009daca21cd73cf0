"""Which country a page speaks of: its telephones are written there without a prefix."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

from greffier.reading.listed import Listed
from greffier.reading.vocabulary import any_of, table

_COUNTRY = {word: code for code, words in table("countries").items() for word in words}
_WORDS = Listed(rf"(?<!\w)(?:{any_of(_COUNTRY)})(?![a-z])", _COUNTRY)
_LETTERHEAD = 400  # characters
_WEIGHT = 3


def countries(level: str) -> Counter[str]:
    """How often a page, on its level view, names each country or one of its towns; keys are ISO 3166 codes."""
    return Counter(_COUNTRY[" ".join(match.group().split())] for match in _WORDS.finditer(level))


@lru_cache(maxsize=8)
def home(level: str) -> Counter[str]:
    """As `countries`, with what stands in the head of a page counted more: the office that wrote it is there."""
    told = countries(level)
    head = level[:_LETTERHEAD] if len(level) > 2 * _LETTERHEAD else ""
    for code, often in countries(head).items():
        told[code] += (_WEIGHT - 1) * often
    return told
