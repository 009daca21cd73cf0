"""What a quantity is of and what it was counted in: a slug where the lexicon knows it, else the noun as told."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from greffier.reading.numerals import WORDS
from greffier.reading.phrasebook import Phrases, phrase, phrases
from greffier.reading.tokens import SIGN, WORD, Token
from greffier.reading.vocabulary import table

_LEXICON = table("goods")


def _turned(table: dict[str, Sequence[Any]]) -> Phrases:
    return phrases({str(spelling): slug for slug, spellings in table.items() for spelling in spellings})


GOODS = _turned(_LEXICON["goods"])
COUNTED = _turned(_LEXICON["counted"])
CONTAINERS = _turned(_LEXICON["containers"])

# Things and containers in the singular, for a 1 that is written in digits.
SINGLES = frozenset(
    str(spelling).removesuffix("s")
    for table in ("counted", "containers")
    for spellings in _LEXICON[table].values()
    for spelling in spellings
    if " " not in str(spelling)
)

# Goods whose name is an everyday word: only after a unit and `de` or `of`.
DOUBTFUL = frozenset("or essence liquide crack speed shit blow came coke resin resine weed hash meth cash".split())
_NOT_NOUNS = frozenset(
    "la le les l un une des du de d ce cet cette ces son sa ses leur leurs mon ma notre votre plus moins the a an his "
    "her their its my our this that these those each which qui que plusieurs chaque tout toute tous toutes marque type "
    "more less all any some such it them him us me couleur color colour nature meme same".split()
)
_FEW = 4  # words of a cell that names a good
_NUMBERS = WORDS["fr"] | WORDS["en"]
_QUALITIES = frozenset(
    "net nets nette nettes brut bruts brute brutes gross environ au total each chacun chacune chaque".split()
)


def good(tokens: Sequence[Token], at: int, text: str) -> str | None:
    """Return what follows a unit as the good it measures: `de cocaïne`, `d'herbe`, `of resin`, or a known good."""
    start = at
    while tokens[start].kind == WORD and tokens[start].text in _QUALITIES:
        start += 1
    linked = link(tokens, start)
    if linked is None:
        named = phrase(tokens, start, GOODS) if tokens[start].kind == WORD else None
        return str(named[0]) if named and tokens[start].text not in DOUBTFUL else None
    named = phrase(tokens, linked, GOODS) or phrase(tokens, linked, COUNTED)
    if named is not None:
        return str(named[0])
    return as_told(tokens[linked], text)


def in_cell(tokens: Sequence[Token], at: int, words: str) -> str | None:
    """The good that a cell names: a known one that begins it, else its words where they are few and no figures."""
    named = phrase(tokens, at, GOODS) or phrase(tokens, at, COUNTED)
    if named is not None:
        return str(named[0])
    plain = len(words.split()) <= _FEW and not any(map(str.isdigit, words)) and any(map(str.isalpha, words))
    return words.lower() if plain else None


def link(tokens: Sequence[Token], at: int) -> int | None:
    """The token after `de`, `d'` or `of`, through which a container leads to what it holds."""
    word = tokens[at].text
    if word in ("de", "of"):
        return at + 1
    if word == "d" and tokens[at + 1].text == "'" and tokens[at + 1].kind == SIGN:
        return at + 2
    return None


def beside(tokens: Sequence[Token], at: int, end: int) -> str | None:
    """The good told around a weight: « cocaïne : 12 kg », « 45 kg (résine) », « herbe d'un poids total de 12 g »."""
    if tokens[end].text == "(":
        named = phrase(tokens, end + 1, GOODS)
        if named is not None and tokens[named[1]].text == ")":
            return str(named[0])
    stop = at - 1
    if tokens[stop].text in ("de", "of", "'") and (lead := _weighing(tokens, stop)) is not None:
        stop = lead
    elif tokens[stop].text not in (":", "("):
        return None
    for start in range(max(0, stop - 4), stop):
        named = phrase(tokens, start, GOODS)
        if named is not None and named[1] == stop and tokens[start].text not in DOUBTFUL:
            return str(named[0])
    return None


def _weighing(tokens: Sequence[Token], at: int) -> int | None:
    """The token where « d'un poids total net de » begins that ends with this one."""
    words = [tokens[back].text for back in range(max(0, at - 7), at)]
    if not {"poids", "masse", "weight"} & set(words):
        return None
    for back in range(max(0, at - 7), at):
        if tokens[back].text in ("d", "pour", "with", "weighing") and tokens[back + 1].text in ("'", "un", "une", "a"):
            return back
    return None


def cash(tokens: Sequence[Token], at: int) -> str | None:
    """Return `cash` where an amount of money is said to be in notes: `en espèces`, `in cash`, `de numéraire`."""
    start = at + (tokens[at].text in ("en", "in", "de", "d", "of"))
    start += tokens[start].text in ("'", "argent")
    named = phrase(tokens, start, GOODS)
    return "cash" if named and named[0] == "cash" else None


def as_told(token: Token, text: str) -> str | None:
    """The noun as told, in the singular; nothing where an article, a number or a verb stands there."""
    if token.kind != WORD or token.text in _NOT_NOUNS or token.text in _NUMBERS or len(token.text) < 3:
        return None
    word = text[token.start : token.end].lower()
    if len(word) > 3 and word[-1] in "sx" and word[-2] not in "asiu":
        word = word[:-1]
    return word
