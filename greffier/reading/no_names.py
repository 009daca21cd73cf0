"""What stands where a name of somebody would and is none: `Mr Speaker`, « M. X », a town, « le Grec », an acronym."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from greffier.reading.capitals import Capital
from greffier.reading.places import known_place
from greffier.reading.surroundings import strong_given, surroundings
from greffier.reading.vocabulary import level, table
from greffier.text import language

UNKNOWN_PERSON = frozenset("x xx xxx y".split())
_ACRONYM = 5  # letters at most
_VOWEL = re.compile("[aeiouy]")


@lru_cache(maxsize=1)
def nobody() -> frozenset[str]:
    """What stands after a title and is no name: « M. X », `Mr Speaker`."""
    return UNKNOWN_PERSON.union(table("titles")["addressed"])


def place_like(flat: str) -> bool:
    """Whether a name alone (level form) is a town's sooner than a person's."""
    return known_place(flat) or flat.startswith(("saint-", "sainte-", "st-"))


@lru_cache(maxsize=1)
def site_nouns() -> frozenset[str]:
    """« épicerie », « garage »: what a place is called by, and nobody (level forms)."""
    return frozenset(noun for nouns in table("places")["sites"].values() for noun in nouns)


def with_acronym(words: Sequence[Capital]) -> bool:
    """`Julian Assange DNC`: what follows a whole name in capitals is an acronym."""
    return [one.shape for one in words] == ["C", "C", "U"] and not _is_family(words[1], words[2])


def _is_family(second: Capital, word: Capital) -> bool:
    """`Joseph Kazungu TSOFA`: longer than an acronym, after a sure given name, or sounded as no letters are."""
    sounded = len(word.flat) > 3 and _VOWEL.search(word.flat) is not None
    listed = word.flat in table("organisations")["acronyms"]
    return len(word.flat) > _ACRONYM or strong_given(second.flat) or (sounded and not listed)


def after_determiner(text: str, start: int) -> bool:
    """Whether « le », « une », `the` stand before; « à » is no article though it looks like one without its accent."""
    found = surroundings().determiner_before.search(level(text), max(0, start - 12), start)
    if found is None or text[found.start()] in "àÀ":
        return False
    return found.group().strip() != "a" or _is_english(text)  # « dis rien a Kevin » of somebody who writes no accents


@lru_cache(maxsize=16)
def _is_english(text: str) -> bool:
    return language(text) != "fr"
