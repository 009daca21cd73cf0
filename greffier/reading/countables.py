"""Things that no lexicon names, counted by their plural: `onze brebis`, `two forklifts`, `138 contacts`."""

from __future__ import annotations

from greffier.reading import goods
from greffier.reading.multiples import Number, Sheet
from greffier.reading.phrasebook import lexicon
from greffier.reading.tokens import DIGITS, SIGN, WORD
from greffier.reading.units import UNITS

_LEXICON = lexicon("counting")
_LABELS = frozenset(_LEXICON["labels"].split())
_NO_THINGS = frozenset(_LEXICON["no_things"].split())
ADJECTIVES = frozenset(_LEXICON["adjectives"].split())
_NO_LABELS = frozenset(_LEXICON["no_labels"].split())
_LISTED = frozenset({"a", "to", "-", "et", "and", ","})
_MOST = 100_000  # more than this is counted by thousands and millions
_NEVER_BEFORE = frozenset("°#/@_&+=")


def is_free(sheet: Sheet, at: int, told: Number) -> bool:
    """Whether the number at this token counts, rather than being the name of something before it or a year."""
    if told.raw is None:
        return True
    if told.raw.isdigit() and (len(told.raw) > 5 or (len(told.raw) == 4 and told.raw[:2] in ("18", "19", "20"))):
        return False
    before = sheet.tokens[at - 1] if at else None
    if before is None:
        return True
    if at > 2 and before.text in _LISTED and sheet.tokens[at - 2].kind == DIGITS and _is_label(sheet.word(at - 3)):
        return False  # « photos 1 à 38 jointes »
    if before.kind == DIGITS or (before.kind == SIGN and before.text in _NEVER_BEFORE):
        return False
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
    start = at + 1 if sheet.word(at) in ADJECTIVES and is_noun(sheet, at + 1, single=single) else at
    if _is_joined(sheet, start):
        return sheet.text[sheet.tokens[start].start : sheet.tokens[start + 2].end].lower().removesuffix("s"), start + 3
    if not is_noun(sheet, start, single=single):
        return None, at
    return goods.as_told(sheet.tokens[start], sheet.text), start + 1


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
    if token.kind != WORD or len(word) < 4 or word in _NO_THINGS or word in ADJECTIVES or word in UNITS:
        return False
    if opening and word in _NO_LABELS:
        return False
    exact = sheet.text[token.start : token.end]
    if not (
        (exact[1:] if opening else exact).islower()
        or (exact.isupper() and sheet.text[sheet.tokens[at - 1].start :][:1].isupper())
    ):
        return False
    if single:
        return goods.as_told(token, sheet.text) in goods.SINGLES
    if word.endswith("men"):
        return sheet.language == "en" and len(word) > 4
    return (word.endswith("s") and not word.endswith(("ss", "us"))) or (
        sheet.language == "fr" and word.endswith(("eaux", "aux"))
    )
