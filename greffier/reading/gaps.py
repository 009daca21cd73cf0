"""Numbers whose unit the sentence told before: « Morel à douze ans, Lahaye à sept », « porté à 3 000 »."""

from __future__ import annotations

import re

from greffier.reading.multiples import Number, Sheet
from greffier.reading.tokens import DIGITS, WORD
from greffier.reading.vocabulary import table

_UNITS = table("units")
_CHANGED = frozenset(_UNITS["rising"]) | frozenset(_UNITS["falling"])
_RISEN, _AUXILIARIES = frozenset(_UNITS["risen"]), frozenset(_UNITS["auxiliaries"])
_LEXICON = table("bare")
_OTHERS = frozenset(_LEXICON["others"].split())
_PREPOSITIONS = frozenset({"a", "to", "of", "de", "at", "for", "pour"})
_THEN = frozenset({"then", "puis", "ensuite"})
_LISTING = frozenset({",", "et", "and"})
_WEIGHED = frozenset("net nets nette nettes gross brut bruts brute brutes".split())
_WITH_CENTS = re.compile(r"\A\d{1,3}(?:[ .,']\d{3})+[.,]\d\d")
_FARTHEST = 7  # tokens from a verb to what it changes to
_STOPS = frozenset(".;!?")
_THEM = frozenset(
    "plus moins la le les l un une them the these those us which whom his her their my our your its ses leurs mes nos "
    "ces mon son".split()
)


def left_out(sheet: Sheet, at: int, end: int, told: Number) -> str | None:
    """Why the unit of a number from `at` to `end` may be left out: it goes on from one before, it looks like a sum."""
    before = sheet.word(at - 1)
    if told.raw is not None and _WITH_CENTS.fullmatch(told.raw):
        return "shaped"
    if before == "fois" and at > 1 and sheet.tokens[at - 2].kind in (DIGITS, WORD):
        return "in_notes"  # « 3 fois 500 »
    if _became(sheet, at):
        return "became"
    if before in _THEN or _of_another(sheet, at):
        return "then"
    if told.raw is not None and sheet.word(end) in _WEIGHED:
        return "weighed"
    return "listed" if before in _LISTING and _names_good(sheet, end) else None


def _names_good(sheet: Sheet, at: int) -> bool:
    """`of shoes`, « d'herbe », after the number of its boxes; not `of them`."""
    if sheet.word(at) not in ("of", "de", "d") or sheet.tokens[at].glued:
        return False
    noun = at + 1 + (sheet.word(at) == "d")
    return sheet.tokens[noun].kind == WORD and sheet.word(noun) not in _THEM


def is_whole(why: str | None) -> bool:
    """Whether what follows such a number need not end it."""
    return why in ("shaped", "weighed", "listed")


def is_like(sheet: Sheet, at: int, other: int) -> bool:
    """Whether the number at this token goes with the amount at the `other` one: both after the same word."""
    return not _of_another(sheet, at) or sheet.word(other - 1) == sheet.word(at - 1)


def _of_another(sheet: Sheet, at: int) -> bool:
    """« Lahaye à sept », `the second of 10,000`."""
    if sheet.word(at - 1) not in _PREPOSITIONS or at < 3 or sheet.tokens[at - 2].kind != WORD:
        return False
    token = sheet.tokens[at - 2]
    return token.text in _OTHERS or sheet.text[token.start].isupper()


def _became(sheet: Sheet, at: int) -> bool:
    """« a été porté à 3 000 », `raised to twelve`."""
    if sheet.word(at - 1) not in ("a", "to"):
        return False
    for back in range(at - 2, max(0, at - _FARTHEST), -1):
        word = sheet.word(back)
        if word in _STOPS:
            return False
        if word in _CHANGED or (word in _RISEN and sheet.word(back - 1) in _AUXILIARIES):
            return True
    return False
