"""Things that no lexicon names, counted by their plural: `onze brebis`, `two forklifts`, `138 contacts`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from greffier.reading import goods
from greffier.reading.multiples import Number, Sheet
from greffier.reading.tokens import BREAK, DIGITS, SIGN, WORD
from greffier.reading.units import UNITS
from greffier.reading.vocabulary import table

_LEXICON = table("counting")
_LABELS = frozenset(_LEXICON["labels"].split())
_NO_THINGS = frozenset(_LEXICON["no_things"].split())
ADJECTIVES = frozenset(_LEXICON["adjectives"].split())
_NO_LABELS = frozenset(_LEXICON["no_labels"].split())
_LISTED = frozenset({"a", "to", "-", "et", "and", ","})
_SMALL_WORDS = frozenset(table("bare")["after"].split()) | frozenset(_LEXICON["small_words"].split())
_LISTING = frozenset({",", ";", ":", "(", "+", "-", "•", "*", "et", "and", "&", "avec", "with", "dont"})
_UNMARKED = {
    "en": frozenset(_LEXICON["unmarked"].split()),
    "fr": frozenset(_LEXICON["unmarked_fr"].split()),
}
_NO_PLURALS = frozenset({"dessus", "dessous", "sus", "jus", "virus", "plus", "bus", "campus", "refus", "abus"})
_ACRONYMS = frozenset(_LEXICON["acronyms"].split())
_MOST = 100_000  # more than this is counted by thousands and millions
_OF_PEOPLES = ("an", "ese", "ish", "ench", "utch", "eek", "iss", "aqi", "ani")
_NEVER_BEFORE = frozenset("°#/@_&+=")
_ITEM = re.compile(r"[ \t]*(?:[A-Z]{1,5}[/-]\d{1,4}|\(?\d{1,2}[.)])[ \t]{1,8}")


def is_free(sheet: Sheet, at: int, told: Number) -> bool:
    """Whether the number at this token counts, rather than being the name of something before it or a year."""
    if told.raw is None:
        return True
    if told.raw.isdigit() and (len(told.raw) > 5 or (len(told.raw) == 4 and told.raw[:2] in ("18", "19", "20"))):
        return False
    before = sheet.tokens[at - 1] if at else None
    if before is None or opens_item(sheet, at):
        return True
    if at > 2 and before.text in _LISTED and sheet.tokens[at - 2].kind == DIGITS and _is_label(sheet.word(at - 3)):
        return False  # « photos 1 à 38 jointes »
    if before.kind == DIGITS or (before.kind == SIGN and before.text in _NEVER_BEFORE):
        return False
    if before.text == "." and before.glued and _is_label(sheet.word(at - 2)):
        return False  # `No. 45 of 1987`, `reg. 4`
    if before.kind != WORD:
        return not sheet.tokens[at].glued or before.text in "(«\"'[:"
    named = sheet.text[before.start].isupper() and at > 1 and sheet.tokens[at - 2].text not in (".", "!", "?")
    return not _is_label(before.text) and not named


def _is_label(word: str) -> bool:
    return word in _LABELS or word.removesuffix("s") in _LABELS


def others(sheet: Sheet, at: int, *, single: bool) -> tuple[str | None, int]:
    """The noun counted at this token and the token after it; the same token where none stands there."""
    if "\n" in sheet.text[sheet.tokens[at - 1].end : sheet.tokens[at].start] and sheet.tokens[at - 1].kind == DIGITS:
        return None, at  # the number of a page or of a footnote
    for start in _starts(sheet, at):
        if _is_joined(sheet, start):
            joined = sheet.text[sheet.tokens[start].start : sheet.tokens[start + 2].end]
            return joined.lower().removesuffix("s"), start + 3
        named = sheet.word(start) in _ACRONYMS and is_noun(sheet, start + 1, single=single)  # `SIM cards`
        if named or is_noun(sheet, start, single=single):
            start += named
            return goods.as_told(sheet.tokens[start], sheet.text), start + 1
    return None, at


def _starts(sheet: Sheet, at: int) -> Iterator[int]:
    """Where the noun may stand: here, or after what tells it nearer: `three IC1 males`, `two large laundry bags`."""
    yield at
    if sheet.language == "en" and _is_hyphened(sheet, at):  # `318 pre-registered cards`
        at += 3
        yield at
    if sheet.word(at) in ADJECTIVES:
        at += 1
        yield at
    for _ in range(2 if sheet.language == "en" else 0):
        if not _tells_nearer(sheet, at):
            return
        at += 2 if sheet.tokens[at + 1].kind == DIGITS and sheet.tokens[at + 1].glued else 1
        yield at


def _is_hyphened(sheet: Sheet, at: int) -> bool:
    first, hyphen, last = sheet.tokens[at : at + 3]
    joined = hyphen.text == "-" and hyphen.glued and last.glued and first.kind == last.kind == WORD
    return joined and not first.glued and sheet.text[first.start : last.end].islower() and first.text not in UNITS


def _tells_nearer(sheet: Sheet, at: int) -> bool:
    token = sheet.tokens[at]
    exact = sheet.text[token.start : token.end]
    if exact.isupper() and sheet.tokens[at + 1].kind == DIGITS and sheet.tokens[at + 1].glued:
        return True  # `two R5 rifles`
    if token.kind != WORD or token.text in _SMALL_WORDS or token.text in UNITS or token.text in _NO_THINGS:
        return False
    if exact.istitle():
        return len(exact) > 4 and token.text.endswith(_OF_PEOPLES)  # `three African males`
    return len(exact) > 2 if exact.islower() else exact.isupper() and 1 < len(exact) <= 4


def single_thing(sheet: Sheet, at: int) -> tuple[str | None, int]:
    """The one thing at this token, whatever it is: « 1 balance », « un (1) repas »."""
    noun = at + (sheet.word(at) in ADJECTIVES and sheet.tokens[at + 1].kind == WORD)
    token = sheet.tokens[noun]
    exact = sheet.text[token.start : token.end]
    if token.kind != WORD or token.glued or len(exact) < 3 or token.text in _SMALL_WORDS or token.text in UNITS:
        return None, at
    shouted = exact.isupper() and sheet.text[sheet.tokens[at - 1].start - 3 :][:2].isupper()  # « UN (1) SACHET »
    if _is_label(token.text) or not (exact.islower() or shouted):
        return None, at
    return goods.as_told(token, sheet.text), noun + 1


def opens_item(sheet: Sheet, at: int) -> bool:
    """Whether this token is the first of a line after its number or mark: « 2. 1 balance », `CF/2 27 wraps`."""
    line = sheet.text.rfind("\n", 0, sheet.tokens[at].start) + 1
    return _ITEM.fullmatch(sheet.text, line, sheet.tokens[at].start) is not None


def is_listed(sheet: Sheet, at: int) -> bool:
    """Whether a 1 stands where a list of things goes on: after a comma, a colon, « et », at the head of a line."""
    before = sheet.tokens[at - 1]
    return (
        at == 0
        or before.kind == BREAK
        or opens_item(sheet, at)
        or before.text in _LISTING
        or "\n" in sheet.text[before.end : sheet.tokens[at].start]
    )


def _is_joined(sheet: Sheet, at: int) -> bool:
    """`e-mails`, `top-ups`"""
    first, hyphen, last = sheet.tokens[at : at + 3]
    joined = hyphen.text == "-" and hyphen.glued and last.glued and first.kind == last.kind == WORD
    return joined and last.text.endswith("s") and sheet.text[first.start].islower() and len(last.text) > 2


def is_noun(sheet: Sheet, at: int, *, single: bool, opening: bool = False) -> bool:
    """Whether a noun in the plural (or in the singular after 1) stands at this token, by its shape alone.

    `opening` lets it have a capital, as the first word of a sentence or label has.
    """
    token = sheet.tokens[at]
    word = token.text
    if word in _ACRONYMS:
        return sheet.text[token.start : token.end].isupper()
    if token.kind != WORD or len(word) < 4 or word in ADJECTIVES or word in UNITS:
        return False
    if word in _NO_THINGS or word.replace("rn", "m") in _NO_THINGS:  # `two or three tirnes` of a scan
        return False
    if opening and word in _NO_LABELS:
        return False
    exact = sheet.text[token.start : token.end]
    if (
        not (exact[:-1].isupper() and exact[-1] == "s")
        and not (  # `four IBCs`
            (exact[1:] if opening else exact).islower()
            or (exact.isupper() and sheet.text[sheet.tokens[at - 1].start :][:1].isupper())
        )
    ):
        return False
    if single:
        return goods.as_told(token, sheet.text) in goods.SINGLES
    if word.endswith("men"):
        return sheet.language == "en" and len(word) > 4
    if word in _UNMARKED[sheet.language]:
        return True
    if sheet.language == "fr" and word.endswith(("eaux", "aux", "us")):  # « trois détenus »
        return word not in _NO_PLURALS
    return word.endswith("s") and not word.endswith(("ss", "us"))
