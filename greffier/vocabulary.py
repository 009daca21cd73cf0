"""What words mean the same in a case file: stems, function words, and French beside English. For asking and writing.

Coarse on purpose: it says that two words *may* mean the same, never that they do; whoever uses it asks for more.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

import yaml

from greffier.text import fold


class Token(NamedTuple):
    """A word of a text: its offsets there, its folded form and what it may mean (its stem, numbers of its groups)."""

    start: int
    end: int
    word: str
    senses: frozenset[str]


_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W_]+")
_BORN = re.compile("née?s?", re.IGNORECASE)  # without its accent it would be the "ne" of a negation
_ENDINGS = sorted(
    """
    issements issement issaient issait issons issant issent ements ement ations ation ateurs ateur atrices atrice
    itions ition erions eraient erait eront erent irent irait iront aient assent antes ants ante ant ables able ives ive
    ings ing ences ence ances ance ments ment ees ee es ed er ers ez ons ait ais ai ir ie ies is it i e s x y
    """.split(),
    key=len,
    reverse=True,
)


_SHORT = frozenset("e s es ee ees er ed ez ons ait".split())  # endings that may leave three letters ("pes-ée")


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Return a folded French or English word without its usual endings; numbers and short words stay as they are."""
    if len(word) < 4 or not word.isalpha():
        return word
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= (3 if ending in _SHORT else 4):
            return word[: -len(ending)]
    return word


def tokens(text: str) -> Iterator[Token]:
    """Yield the words of a text in order; elided articles ("l'", "d'") are words of their own."""
    folded = fold(text)
    for match in _TOKEN.finditer(folded.text):
        start, end = folded.original(*match.span())
        word = "naissance" if _BORN.fullmatch(text, start, end) else match.group()
        yield Token(start, end, match.group(), senses(word))


@lru_cache(maxsize=65536)
def senses(word: str) -> frozenset[str]:
    """Return what a folded word may mean: two words may mean the same where these sets meet."""
    if word in _GROUPS:  # a listed word is not taken for another with the same stem: "port", "porte"
        return frozenset({word}) | _GROUPS[word]
    root = stem(word)
    return frozenset({root}) | (_ROOTS.get(root, frozenset()) if len(word) > 3 else frozenset())


def related(word: str) -> frozenset[str]:
    """Return the words that stand with a folded word, in both languages; empty for most words."""
    return frozenset().union(*(_LINE_WORDS[int(sense[1:])] for sense in senses(word) if sense.startswith("#")))


def is_function_word(word: str) -> bool:
    """Whether a folded word only holds a sentence together."""
    return word in _FUNCTION or (len(word) == 1 and not word.isdigit())


def is_title(word: str) -> bool:
    """Whether a folded word goes with names and is none: titles, ranks, articles, particles."""
    return word in _TITLES


def is_thing(word: str) -> bool:
    """Whether a folded word names a thing or a place that a page would name too."""
    return bool(senses(word) & _THINGS)


def is_role(word: str) -> bool:
    """Whether a folded word names somebody by what they do; "officer" and "man" are said of too many."""
    return bool(senses(word) & _ROLES)


def opposite(word: str) -> frozenset[str]:
    """Return the senses that say the opposite of a folded word, empty for most words."""
    return frozenset().union(*(_OPPOSITES.get(sense, frozenset()) for sense in senses(word)))


def is_negation(word: str) -> bool:
    """Whether a folded word denies."""
    return word in _NEGATIONS


# `same`: one line, one idea, in both languages. Verbs stand with their nouns; irregular English forms are listed.
_HELD: dict[str, str] = yaml.safe_load((files("greffier") / "vocabulary.yaml").read_text(encoding="utf-8"))
_NEGATIONS, _TITLES, _FUNCTION = (frozenset(_HELD[name].split()) for name in ("negations", "titles", "function_words"))
_LINES = tuple(_HELD["same"].splitlines())


def _groups(shape: Callable[[str], str]) -> dict[str, frozenset[str]]:
    """The numbers of the lines of each word, or of each stem."""
    groups: dict[str, set[str]] = {}
    for number, line in enumerate(_LINES):
        for word in line.split():
            groups.setdefault(shape(word), set()).add(f"#{number}")
    return {form: frozenset(numbers) for form, numbers in groups.items()}


def _opposites() -> dict[str, frozenset[str]]:
    pairs: dict[str, set[str]] = {}
    for line in _HELD["opposites"].splitlines():
        left, right = (_GROUPS.get(word, frozenset({stem(word)})) for word in line.split())
        for here, there in ((left, right), (right, left)):
            for sense in here:
                pairs.setdefault(sense, set()).update(there)
    return {sense: frozenset(others) for sense, others in pairs.items()}


def _senses_of(words: str) -> frozenset[str]:
    return frozenset().union(*(_GROUPS.get(word, frozenset({stem(word)})) for word in words.split()))


_LINE_WORDS = tuple(frozenset(line.split()) for line in _LINES)
_GROUPS = _groups(str)
_ROOTS = _groups(str) | _groups(stem)
_OPPOSITES = _opposites()
_THINGS, _ROLES = _senses_of(_HELD["things"]), _senses_of(_HELD["roles"])
