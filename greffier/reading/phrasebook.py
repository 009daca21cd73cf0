"""The words of date and quantity lexicons, loaded once: single words by meaning, phrases by their first word."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files
from typing import Any

import yaml

from greffier.reading.tokens import SIGN, WORD, Token, tokens

Phrases = dict[str, list[tuple[tuple[str, ...], Any]]]

_JOINERS = frozenset("'-.")


@lru_cache(maxsize=16)
def lexicon(name: str) -> dict[str, Any]:
    """Return a lexicon of this room by its name."""
    text = files("greffier.reading").joinpath(f"lexicon/{name}.yaml").read_text("utf-8")
    loaded: dict[str, Any] = yaml.safe_load(text)
    return loaded


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


def page_tokens(text: str) -> tuple[Token, ...]:
    """Return the tokens of a page; a month or day of the week broken at the end of a line is one token."""
    return tokens(text, _WHOLE)


def _follow(tokens: Sequence[Token], at: int, words: Sequence[str]) -> int | None:
    for position, word in enumerate(words):
        if position and tokens[at].kind == SIGN and tokens[at].text in _JOINERS:
            at += 1
        if tokens[at].text != word or tokens[at].kind != WORD:
            return None
        at += 1
    return at


_WHOLE = frozenset(
    word for table in ("months", "weekdays") for words in lexicon("dates")[table].values() for word in words
)
