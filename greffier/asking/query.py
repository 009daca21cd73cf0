"""What was typed into the search field, taken apart: words, phrases, beginnings of words, or a folio to jump to."""

from __future__ import annotations

import re
from dataclasses import dataclass

from greffier.text import key
from greffier.vocabulary import Token, is_function_word, stem, tokens

_PART = re.compile(r'(?P<sign>[-+]?)(?:[A-Za-z_]+:)?(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"()]+))')
_FOLIO = re.compile(r"\[?@?\s{0,9}([A-Za-z]{1,3})[\s.\-]?(\d{1,6})\s{0,9}\]?", re.ASCII)
_OPERATORS = frozenset({"AND", "OR", "NOT", "ET", "OU", "SAUF", "TO"})
_DENIALS = frozenset({"NOT", "SAUF"})


@dataclass(frozen=True, slots=True)
class Term:
    """Something to light on a page: the folded words in a row; `prefix` says that the last may go on."""

    words: tuple[str, ...]
    prefix: bool = False
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """A query taken apart. `folio` is set where the whole query is one, as pages carry it (`D0147`)."""

    terms: tuple[Term, ...]
    folio: str | None = None


def parse(query: str) -> Query:
    """Take a query apart; what is denied (`-word`, `NOT word`) is not lit. Never raises."""
    terms: list[Term] = []
    denied = False
    for part in _PART.finditer(query):
        word = part["word"] or ""
        if word in _OPERATORS:
            denied = word in _DENIALS
            continue
        term = _term(part["phrase"], word)
        if term is not None and not denied and part["sign"] != "-":
            terms.append(term)
        denied = False
    folio = _FOLIO.fullmatch(query.strip())
    return Query(tuple(terms), folio[1].upper() + folio[2] if folio else None)


def _term(phrase: str | None, word: str) -> Term | None:
    raw = word if phrase is None else phrase
    words = tuple(token.word for token in tokens(re.sub(r"[~^][\d.]*$", "", raw)))
    if not words:
        return None
    if phrase is None and len(words) > 1:
        words = tuple(each for each in words if not is_function_word(each)) or words
    return Term(words, prefix=key(raw).endswith("*"), exact=phrase is not None)


def spans(query: Query, text: str) -> list[tuple[int, int]]:
    """Return where the terms of a query stand in a text, in order, without overlaps."""
    found = list(tokens(text))
    ranges: list[tuple[int, int]] = []
    for term in query.terms:
        size = len(term.words)
        for at in range(len(found) - size + 1):
            row = found[at : at + size]
            if all(_fits(term, number, token) for number, token in enumerate(row)):
                ranges.append((row[0].start, row[-1].end))
    return _apart(sorted(ranges, key=lambda pair: (pair[0], -pair[1])))


def _fits(term: Term, number: int, token: Token) -> bool:
    word = term.words[number]
    if term.prefix and number == len(term.words) - 1:
        return token.word.startswith(word)
    if token.word == word:
        return True
    return not term.exact and word.isalpha() and stem(word) == stem(token.word)


def _apart(ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
    kept: list[tuple[int, int]] = []
    for start, end in ranges:
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept
