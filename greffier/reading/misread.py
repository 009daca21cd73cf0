"""Words and figures of amounts that a scan spoilt: « 210 grarnmes », « lO kg », `ki1os`, `2l sacs`."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from operator import attrgetter

from greffier.reading import goods
from greffier.reading.numerals import WORDS
from greffier.reading.tokens import DIGITS, SIGN, WORD, Token
from greffier.reading.units import MONEY_SIGNS, MULTIPLIERS, UNITS
from greffier.reading.vocabulary import table

_MEASURES = frozenset(UNITS) | goods.GOODS.keys() | goods.COUNTED.keys() | goods.CONTAINERS.keys()
_KNOWN = (
    _MEASURES | WORDS["fr"] | WORDS["en"] | MULTIPLIERS.keys()
    | frozenset(word for words in table("dates")["months"].values() for word in words)
)  # fmt: skip
_SPOILT = re.compile(
    r"(?=rn|[a-z][015][a-z]|(?<![a-z])[li]o|(?<![a-z\d])[lio][.,]?\d|\d[lsb](?![a-z])|[a-z]-\n[a-z])"
)  # where what is spoilt begins: in its first token
_LONG_UNITS = frozenset(word for word in UNITS if len(word) > 1 and word.isalpha())  # no litre stands before them
_DIGIT = {"o": "0", "l": "1", "i": "1", "s": "5", "b": "8"}
_LETTERS = (str.maketrans("015", "ols"), str.maketrans("015", "ois"))
_START = attrgetter("start")
_TEN = re.compile(r"[li]o{1,3}")


def put_right(tokens: Sequence[Token], flat: str) -> Sequence[Token]:
    """The tokens of a page, `flat` on its level view; those that only make a word or figure otherwise put right."""
    stop = len(tokens) - 4
    spoilt = (bisect_right(tokens, spot.start(), 0, stop, key=_START) - 1 for spot in _SPOILT.finditer(flat))
    right: list[Token] = []
    upto = 0
    for at in dict.fromkeys(spoilt):
        found = (_word(tokens, at) or _figure(tokens, at)) if at >= upto else None
        if found is not None:
            right += (*tokens[upto:at], found[0])
            upto = found[1]
    return (*right, *tokens[upto:]) if right else tokens


def _word(tokens: Sequence[Token], at: int) -> tuple[Token, int] | None:
    """A known word for a spoilt one: `rn` for `m`, figures for letters, broken at a line's end; and what follows it."""
    token = tokens[at]
    if token.kind != WORD:
        return None
    if "rn" in token.text and token.text not in _KNOWN:
        word = token.text.replace("rn", "m")
        if word in _KNOWN:
            return token._replace(text=word), at + 1
    hyphen, following = tokens[at + 1], tokens[at + 2]
    if hyphen.text == "-" and hyphen.glued and following.kind == WORD and following.start == hyphen.end + 1:
        word = token.text + following.text
        return (token._replace(text=word, end=following.end), at + 3) if word in _KNOWN else None
    if not (hyphen.kind == DIGITS and hyphen.glued and following.kind == WORD and following.glued):
        return None
    for letters in _LETTERS:
        word = token.text + hyphen.text.translate(letters) + following.text
        if word in _KNOWN:
            return token._replace(text=word, end=following.end), at + 3
    return None


def _figure(tokens: Sequence[Token], at: int) -> tuple[Token, int] | None:
    """A figure whose letters were digits, where what it measures follows: « lO kg », `O,25 g`, `2l sacs`."""
    token, following = tokens[at], tokens[at + 1]
    if token.kind == WORD:
        return _first_figure(tokens, at) if not token.glued or tokens[at - 1].kind == SIGN else None
    if token.kind != DIGITS or following.kind != WORD or not following.glued or following.text not in ("l", "s", "b"):
        return None
    last = tokens[at + 2]
    if last.kind == DIGITS and last.glued and _measured(tokens, at + 3):
        return _digits(token, last, token.text + following.text + last.text), at + 3
    if following.text == "l" and not last.glued and last.text in _LONG_UNITS:  # « 6l ans », « 25,0l kg »
        return _digits(token, following, token.text + "l"), at + 2
    counted = last.kind == WORD and not last.glued and last.text in _MEASURES and last.text not in UNITS
    if following.text == "l" and counted:
        return _digits(token, following, token.text + "l"), at + 2
    return None


def _first_figure(tokens: Sequence[Token], at: int) -> tuple[Token, int] | None:
    """The letter, or letters, that a number begins with."""
    token, following, fraction = tokens[at : at + 3]
    money = tokens[at - 1].text in MONEY_SIGNS
    if _TEN.fullmatch(token.text) and (money or _measured(tokens, at + 1)):
        return _digits(token, token, token.text), at + 1
    if token.text not in ("o", "l", "i") or not following.glued:
        return None
    if following.kind == DIGITS and token.text != "o" and (money or _measured(tokens, at + 2)):
        return _digits(token, following, token.text + following.text), at + 2
    decimal = following.text in (",", ".") and fraction.kind == DIGITS and fraction.glued
    return (_digits(token, token, token.text), at + 1) if decimal and (money or _measured(tokens, at + 3)) else None


def _measured(tokens: Sequence[Token], at: int) -> bool:
    """Whether what a number measures or counts stands here, past its decimals."""
    if tokens[at].text in (",", ".") and tokens[at].glued and tokens[at + 1].kind == DIGITS and tokens[at + 1].glued:
        at += 2
    return tokens[at].text in _MEASURES or tokens[at].text == "%"


def _digits(first: Token, last: Token, told: str) -> Token:
    return Token(DIGITS, "".join(_DIGIT.get(char, char) for char in told), first.start, last.end, first.glued)
