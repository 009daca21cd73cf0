"""The words of date and quantity lexicons, loaded once: single words by meaning, phrases by their first word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

from greffier.reading.tokens import DIGITS, SIGN, WORD, Token, flatten, tokens
from greffier.reading.vocabulary import table

Phrases = dict[str, list[tuple[tuple[str, ...], Any]]]

_JOINERS = frozenset("'-.")


def meanings(table: dict[Any, Sequence[str]]) -> dict[str, Any]:
    """Turn `meaning: [words]` into `word: meaning`."""
    return {word: meaning for meaning, words in table.items() for word in words}


def phrases(table: dict[str, Any]) -> Phrases:
    """Turn `"some words": value` into lists by first word, the longest first."""
    by_first: Phrases = {}
    for text, value in table.items():
        words = tuple(str(text).split())
        by_first.setdefault(words[0], []).append((words, value))
    for entries in by_first.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return by_first


def phrase(tokens: Sequence[Token], at: int, table: Phrases) -> tuple[Any, int] | None:
    """Return the value of the longest phrase that stands at this token, and the token after it."""
    for words, value in table.get(tokens[at].text, ()):
        if (end := _follow(tokens, at, words)) is not None:
            return value, end
    return None


@lru_cache(maxsize=8)
def page_tokens(text: str) -> tuple[Token, ...]:
    """Return the tokens of a page; a month or day of the week broken at the end of a line is one token.

    Words of time that were misread (`rnardi`, `févr1er`, `0ct`, `deux mi1le`) are mended, where nothing else is meant.
    """
    found = tokens(text, _WHOLE)
    flat = flatten(text)
    if "rn" in flat:
        found = tuple([_mended(token) if "rn" in token.text else token for token in found])
    return _joined_all(found) if _BROKEN.search(flat) else found


def _mended(token: Token) -> Token:
    word = _without_rn(token.text) if token.kind == WORD else None
    return token._replace(text=word) if word else token


def _joined_all(found: tuple[Token, ...]) -> tuple[Token, ...]:
    kept: list[Token] = []
    upto = 0
    for at in [at for at, token in enumerate(found) if token.glued and token.kind in (DIGITS, WORD)]:
        joined = _joined(found, at - 1) if at > upto else None
        if joined is not None:
            first = found[at - 1]
            kept += (*found[upto : at - 1], Token(WORD, joined[0], first.start, found[joined[1] - 1].end, first.glued))
            upto = joined[1]
    return (*kept, *found[upto:])


@lru_cache(maxsize=4096)
def _without_rn(word: str) -> str | None:
    """The word of time that this one is once `rn` is read as `m`."""
    if word in _TIMES:
        return None
    places = [place for place in range(len(word) - 1) if word.startswith("rn", place)]
    candidates = [word[:place] + "m" + word[place + 2 :] for place in places] + [word.replace("rn", "m")]
    return next((candidate for candidate in candidates if candidate in _TIMES), None)


def _joined(found: Sequence[Token], at: int) -> tuple[str, int] | None:
    """A word of time broken by digits that are letters, and the token after it: `jui` `11` `et`, `0` `ct`."""
    parts, after = [found[at].text], at + 1
    while (
        after < at + 3
        and found[after].glued
        and found[after].kind in (DIGITS, WORD)
        and found[after].kind != found[after - 1].kind
    ):
        parts.append(found[after].text)
        after += 1
    while len(parts) > 1:
        text = "".join(parts)
        for letters in ("lo", "io"):
            word = text.translate(str.maketrans("10", letters))
            if not text.isalpha() and len(word) > 2 and word in _TIMES:
                return word, after
        parts.pop()
        after -= 1
    return None


def _words_of(table: Any) -> Iterator[str]:
    """Every word of a table of words or phrases, as keys, values or both."""
    if isinstance(table, str):
        yield from table.split()
    elif isinstance(table, dict):
        for key, value in table.items():
            yield from (*_words_of(key), *_words_of(value))
    elif isinstance(table, list):
        for value in table:
            yield from _words_of(value)


def _follow(tokens: Sequence[Token], at: int, words: Sequence[str]) -> int | None:
    for position, word in enumerate(words):
        if position and tokens[at].kind == SIGN and tokens[at].text in _JOINERS:
            at += 1
        if tokens[at].text != word or tokens[at].kind != WORD:
            return None
        at += 1
    return at


_BROKEN = re.compile(
    r"[01](?:(?<=[a-z].)[01]*[a-z]|(?<=0)(?<![0-9a-z].)[a-z]{2})"
)  # letters that were read as digits, inside or before a word
_TIMES = frozenset(
    word
    for part in ("months", "weekdays", "units", "parts_of_day", "phrases", "numbers")
    for word in _words_of(table("dates")[part])
    if len(word) > 2
)
_WHOLE = frozenset(word for part in ("months", "weekdays") for words in table("dates")[part].values() for word in words)
