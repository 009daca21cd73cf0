"""Capitalised words in chains, and the traits of each by which the tagger tells what it names.

A chain is the capitalised words that stand close together: the words of a name, the names of a list. A trait is a
string; a word has some thirty. What is of one word alone is worked out once for all the pages on which it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from greffier.reading.capitals import Capital, common, ordinary, runs
from greffier.reading.places import known_place
from greffier.reading.surroundings import ends_title, strong_given, weak_given
from greffier.reading.towns import known_town
from greffier.reading.vocabulary import level, table

_CLOSE = 8  # characters between two names of a list
_LONGEST = 60  # words of one chain
_REACH = 32  # characters in which the two words before or after a word stand
_LINE = 240  # characters of a line on either side that are looked at
_ENDS = re.compile(r"[.!?;:]\s|\n\s*\n")
_DIGITS = str.maketrans("123456789", "000000000")
_UNKNOWN = "?"


def chains(text: str) -> Iterator[list[Capital]]:
    """Yield the chains of a text in its order; one that holds ordinary words only names nobody and is left out."""
    chain: list[Capital] = []
    for run in runs(text):
        for word in run.words:
            if chain and not _goes_on(text, chain, word):
                yield from _naming(chain)
                chain = []
            chain.append(word)
    yield from _naming(chain)


def _goes_on(text: str, chain: list[Capital], word: Capital) -> bool:
    gap = text[chain[-1].end : word.start]
    return bool(word.gap) or (len(gap) <= _CLOSE and len(chain) < _LONGEST and not _ENDS.search(gap))


def _naming(chain: list[Capital]) -> Iterator[list[Capital]]:
    if any(not ordinary(word.flat) for word in chain):
        yield chain


def traits(text: str, chain: list[Capital]) -> list[list[str]]:
    """Return the traits of each word of a chain."""
    flat = _without_figures(text)
    found = []
    for place, word in enumerate(chain):
        before = chain[place - 1] if place else None
        after = chain[place + 1] if place + 1 < len(chain) else None
        one = [*_own(word.flat, word.shape), *_around(flat, word), *_line(text, word)]
        one.append(f"gap={_gap(flat, before, word)}")
        one.append(f"next={_gap(flat, word, after)}")
        one += _beside("-", before.flat, before.shape) if before else ("first",)
        one += _beside("+", after.flat, after.shape) if after else ("last",)
        one.append(f"shapes={before.shape if before else ''}|{word.shape}|{after.shape if after else ''}")
        found.append(one)
    return found


@lru_cache(maxsize=4)
def _without_figures(text: str) -> str:
    return level(text).translate(_DIGITS)


@lru_cache(maxsize=16384)
def _own(flat: str, shape: str) -> tuple[str, ...]:
    lists = _lists(flat)
    return (
        f"w={flat}", f"shape={shape}", f"head={flat[:3]}", f"tail={flat[-3:]}", f"end={flat[-2:]}", f"lists={lists}",
        f"both={lists}{shape}", f"long={min(len(flat), 9)}", f"made={_made(flat)}",
    )  # fmt: skip


@lru_cache(maxsize=16384)
def _beside(side: str, flat: str, shape: str) -> tuple[str, ...]:
    lists = _lists(flat)
    return f"{side}w={flat}", f"{side}tail={flat[-3:]}", f"{side}lists={lists}", f"{side}both={lists}{shape}"


@lru_cache(maxsize=16384)
def _lists(flat: str) -> str:
    """A letter for each list that holds the word."""
    tests = (
        ("G", strong_given), ("g", weak_given), ("o", ordinary), ("c", common), ("p", known_place), ("P", known_town),
        ("t", ends_title),
    )  # fmt: skip
    held = "".join(letter for letter, holds in tests if holds(flat))
    return held + "".join(letter for letter, words in _of_things() if flat in words) or _UNKNOWN


@lru_cache(maxsize=1)
def _of_things() -> tuple[tuple[str, frozenset[str]], ...]:
    held = table("organisations")
    letters = {"f": "tail", "h": "head", "a": "acronyms", "l": "forms"}
    of_places = (
        ("s", frozenset(table("places")["road_ends"] + table("places")["loose_ends"])),
        ("q", frozenset(table("places")["streets"])),
    )
    return (*((letter, frozenset(held[name])) for letter, name in letters.items()), *of_places)


def _made(flat: str) -> str:
    """What a word is made of: letters, a hyphen, an apostrophe, a full stop; and whether it has a vowel."""
    marks = "".join(mark for mark in "-'." if mark in flat)
    return marks + ("v" if any(char in "aeiouy" for char in flat) else "c")


def _around(flat: str, word: Capital) -> tuple[str, ...]:
    left = flat[max(0, word.start - _REACH) : word.start].split()
    right = flat[word.end : word.end + _REACH].split(None, 2)
    first, second = (left[-1] if left else "^"), (left[-2] if len(left) > 1 else "^")
    third, fourth = (right[0] if right else "$"), (right[1] if len(right) > 1 else "$")
    return (
        f"l1={first}", f"l2={second}", f"l={second}_{first}", f"r1={third}", f"r2={fourth}", f"r={third}_{fourth}",
        f"title={ends_title(first)}", f"lp={first[-1]}", f"rp={third[0]}",
    )  # fmt: skip


def _line(text: str, word: Capital) -> tuple[str, ...]:
    begin = text.rfind("\n", max(0, word.start - _LINE), word.start) + 1 or max(0, word.start - _LINE)
    end = text.find("\n", word.end, word.end + _LINE)
    line = text[begin : end if end >= 0 else word.end + _LINE]
    at = "start" if begin == word.start else "in"
    shape = "caps" if line.isupper() else "short" if len(line) < 45 else "long"
    return (f"line={at}{shape}", f"opens={word.opens}", f"alone={line.strip() == text[word.start : word.end]}")


def _gap(flat: str, before: Capital | None, after: Capital | None) -> str:
    if before is None or after is None:
        return "far"
    gap = flat[before.end : after.start]
    return "line" if gap.strip(" ") == "\n" else gap.strip() or "blank"
