"""The language of search: words, "phrases", prefix*, AND, OR, NOT, (groups). One for every index.

Words side by side are joined by OR: the best pages hold them all and come first. What cannot be parsed is searched for
its words, so no query is ever wrong.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from greffier.text import fold

LONGEST = 2000  # characters of a query that are looked at
DEEPEST = 20  # groups inside groups

_TOKEN = re.compile(r'"(?P<phrase>[^"]*)"(?P<start>\*?)|(?P<mark>[()"])|(?P<word>[^\s()"]+)')
_DOUBLE_QUOTES = str.maketrans("“”„«»″", '""""""')
_WORD = re.compile(r"[^\W_]+")
_OPERATORS = ("AND", "OR", "NOT")
# French elision: l'arme is looked for, and found, as arme. English 's and n't end a word and are left alone.
_ELISION = re.compile(r"\b(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)'(?=\w)")


@dataclass(frozen=True, slots=True)
class Words:
    """Words that stand side by side; `exact` as they are (a phrase), `prefix` when the last one is only begun."""

    words: tuple[str, ...]
    exact: bool = False
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class Every:
    """Pages where every part holds."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Either:
    """Pages where some part holds, the more the better; those excepted are left out."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Except:
    """Pages where the part does not hold."""

    part: Node


Node = Words | Every | Either | Except


class _Damaged(Exception):
    """The query does not follow the grammar."""


def plain(text: str) -> str:
    """A text as it is indexed: folded to small letters with accents kept (stemmers need them), elisions taken off."""
    return _ELISION.sub(" ", fold(text, accents=True).text)


def terms(text: str) -> list[str]:
    """The words of a text as they are indexed, accents kept."""
    return _WORD.findall(plain(text))


def parse(query: str) -> Node | None:
    """Return what a query asks for; None when there is not a word in it."""
    text = query[:LONGEST].translate(_DOUBLE_QUOTES)
    try:
        parser = _Parser(text)
        found = parser.either()
        if parser.left:
            raise _Damaged
    except _Damaged:
        words: list[Node] = [Words((word,)) for word in terms(_without_operators(text))]
        return _join(Either, words) if words else None
    return found


def _without_operators(text: str) -> str:
    return re.sub(rf"\b(?:{'|'.join(_OPERATORS)})\b", " ", text)


def _join(kind: type[Every] | type[Either], parts: list[Node]) -> Node:
    return parts[0] if len(parts) == 1 else kind(tuple(parts))


class _Parser:
    """Recursive descent; `left` are the tokens still to be read, the next one last."""

    def __init__(self, text: str) -> None:
        self.left = [match for match in _TOKEN.finditer(text) if _says_something(match)][::-1]
        self._depth = 0

    def either(self) -> Node:
        """`every [OR] every …`: one part after the other, with or without an OR between."""
        parts = [self._every()]
        while self.left and not self._next_is(")"):
            self._take("OR")
            parts.append(self._every())
        return _join(Either, parts)

    def _every(self) -> Node:
        parts = [self._part()]
        while self._take("AND"):
            parts.append(self._part())
        return _join(Every, parts)

    def _part(self) -> Node:
        excepted = False
        while self._take("NOT"):
            excepted = not excepted
        part = self._group() if self._take("(") else self._words()
        return Except(part) if excepted else part

    def _group(self) -> Node:
        self._depth += 1
        if self._depth > DEEPEST:
            raise _Damaged
        found = self.either()
        if not self._take(")"):
            raise _Damaged
        self._depth -= 1
        return found

    def _words(self) -> Node:
        if not self.left:
            raise _Damaged
        match = self.left.pop()
        if match["mark"] or match["word"] in _OPERATORS:
            raise _Damaged
        if match["phrase"] is not None:
            return Words(tuple(terms(match["phrase"])), exact=True, prefix=bool(match["start"]))
        return Words(tuple(terms(match["word"])), prefix=match["word"].endswith("*"))

    def _next_is(self, token: str) -> bool:
        return bool(self.left) and token == (self.left[-1]["mark"] or self.left[-1]["word"])

    def _take(self, token: str) -> bool:
        if self._next_is(token):
            self.left.pop()
            return True
        return False


def _says_something(match: re.Match[str]) -> bool:
    """Whether a token is more than punctuation: the question mark of `Qui a payé ?` is nothing to look for."""
    return bool(match["mark"]) or bool(terms(match["phrase"] or match["word"] or ""))
