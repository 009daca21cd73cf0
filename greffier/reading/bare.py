"""Numbers that stand alone, their noun or unit left out: « il en a laissé quarante », `we packed fifty`, `58.`"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from greffier.reading.alone import opens_line, stands_all_the_same, why_alone
from greffier.reading.amount_ranges import BEFORE
from greffier.reading.countables import is_free
from greffier.reading.deeds import after_verb, after_verb_of_money, did
from greffier.reading.gaps import is_whole, left_out
from greffier.reading.multiples import Number, Sheet
from greffier.reading.numerals import WORDS
from greffier.reading.phrasebook import phrase, phrases
from greffier.reading.taken import Taken
from greffier.reading.tokens import BREAK, DIGITS, SIGN, WORD
from greffier.reading.told_numbers import COLLECTIVES, number
from greffier.reading.vocabulary import table

_LEXICON = table("bare")
_AFTER = frozenset(_LEXICON["after"].split()) | frozenset(_LEXICON["did"])
_GOES_ON = phrases(dict.fromkeys(_LEXICON["goes_on"], True))
_NEVER_BEFORE = frozenset(_LEXICON["never_before"].split())
_STARTS = {language: (words - {"and", "et"}) | COLLECTIVES.keys() for language, words in WORDS.items()}
_HUNDREDS = frozenset("one two three four five six seven eight nine".split())
_YEAR_AFTER = frozenset({"en", "in", "since", "depuis", "of", "by", "from", "to", "a"})
_ROUND = frozenset({"hundred", "thousand", "million"})
_OR = frozenset({"ou", "or", "a", "to", "-"})
_CLOSING = frozenset('.,;:!?…()»"-')


class Bare(NamedTuple):
    """A number that stands alone: its tokens, both numbers of a range, what bounds it, and the word that lets it."""

    at: int
    end: int
    low: Number
    high: Number
    bound: str | None
    why: str


def bare_numbers(sheet: Sheet, covered: frozenset[int], free: Taken) -> Iterator[Bare]:
    """Yield the numbers outside of these tokens, and of dates, that stand alone and count something all the same."""
    starts = _STARTS[sheet.language]
    at, stop = 0, len(sheet.tokens) - 4
    while at < stop:
        token = sheet.tokens[at]
        may_begin = token.kind == DIGITS or (token.kind == WORD and token.text in starts)
        if not may_begin or at in covered or not free.free(token.start, token.end):
            at += 1
            continue
        found = _at(sheet, at)
        if found is not None and not any(inner in covered for inner in range(found.at, found.end)):
            yield found
        at = max(at + 1, _past(sheet, at))


def _past(sheet: Sheet, at: int) -> int:
    told = number(sheet, at)
    return told.end if told is not None else at + 1


def _at(sheet: Sheet, at: int) -> Bare | None:
    start = at - 1 if at and _has_article(sheet, at) else at
    if start == at and sheet.word(at).removesuffix("s") in COLLECTIVES:
        return None  # « mis en quarantaine »
    low = number(sheet, start)
    if low is None or low.article or not _counts(sheet, start, low):
        return None
    low = _with_hundreds(sheet, start, low)
    high = _other_end(sheet, low)
    end = high.end
    bound, first = _bound(sheet, start)
    gap = left_out(sheet, first, end, low)
    if not (_ends(sheet, end) or is_whole(gap)):
        return None
    if sheet.word(first - 1) in _NEVER_BEFORE and not (gap or stands_all_the_same(sheet, first, end, low)):
        return None
    why = gap or why_alone(sheet, first, end, low) or ("bound" if bound in ("at_least", "at_most") else None)
    return Bare(first, end, low, high, bound, why) if why else None


def _has_article(sheet: Sheet, at: int) -> bool:
    """« une dizaine », `a hundred`: the article is part of the number."""
    if sheet.word(at - 1) not in ("un", "une", "a"):
        return False
    return sheet.word(at) in COLLECTIVES or (sheet.language == "en" and sheet.word(at) in _ROUND)


def _with_hundreds(sheet: Sheet, at: int, low: Number) -> Number:
    """`You owe me fifteen five`: fifteen thousand five hundred, as people say it of money."""
    if sheet.language != "en" or low.raw is not None or low.value is None or not 10 <= low.value < 100:
        return low
    rest = number(sheet, low.end) if sheet.word(low.end) in _HUNDREDS else None
    if rest is None or rest.value is None or not 0 < rest.value < 10 or not after_verb_of_money(sheet, at):
        return low
    return low._replace(value=low.value * 1000 + rest.value * 100, end=rest.end)


def _other_end(sheet: Sheet, low: Number) -> Number:
    """The second number of « deux ou trois », `five or six`; else the only one."""
    second = number(sheet, low.end + 1) if sheet.word(low.end) in _OR else None
    if second is None or second.article or (low.raw is None) != (second.raw is None):
        return low
    return second if low.raw is None or sheet.word(low.end) in ("ou", "or") else low


def _counts(sheet: Sheet, at: int, told: Number) -> bool:
    value = told.worth(sheet.habit, money=True)
    if value is None or value < 2 or not (is_free(sheet, at, told) or _is_round_sum(sheet, at, told)):
        return False
    return told.raw is None or _is_told(sheet, at, told.raw, told.end)


def _is_round_sum(sheet: Sheet, at: int, told: Number) -> bool:
    """« tu me dois 2000 », `he paid 1800`: after a verb that counts, four round figures are no year."""
    if told.raw is None or len(told.raw) != 4 or not told.raw.endswith("00") or sheet.word(at - 1) in _YEAR_AFTER:
        return False
    return after_verb(sheet, at) == "verb"


def _is_told(sheet: Sheet, at: int, raw: str, after: int) -> bool:
    """Whether figures stand in running text: not at the head of a line, as notes do, nor glued, nor before others."""
    token, end = sheet.tokens[at], sheet.tokens[after]
    if raw.startswith("0") or (token.glued and sheet.tokens[at - 1].kind != SIGN):
        return False
    if at and "\n" in sheet.text[sheet.tokens[at - 1].end : token.start]:
        return False
    if sheet.word(at - 1) in ("de", "of"):
        return True
    return not (end.text in ("et", "and", ",", "-") and sheet.tokens[after + 1].kind == DIGITS)


def _ends(sheet: Sheet, end: int) -> bool:
    """Whether nothing that is counted or measured may follow: a sign, the end, a small word."""
    token, following = sheet.tokens[end], sheet.tokens[end + 1]
    if token.kind == BREAK or opens_line(sheet, end):
        return True
    if sheet.tokens[end - 1].kind == DIGITS and sheet.text[token.start : token.start + 1].isupper():
        return False  # the number of a note, and the next sentence
    if phrase(sheet.tokens, end, _GOES_ON) is not None:
        return True
    if token.kind == SIGN:
        return token.text in _CLOSING and not (token.glued and following.glued and following.kind in (DIGITS, WORD))
    if did(sheet, end) or (token.text == "of" and following.kind == DIGITS):
        return True
    joined = following.text == "-" and following.glued
    return token.kind == WORD and not token.glued and not joined and token.text in _AFTER


def _bound(sheet: Sheet, at: int) -> tuple[str | None, int]:
    """What bounds a number before it, and where that begins: the `more than` of `never more than eight`."""
    for back in range(min(4, at), 0, -1):
        found = phrase(sheet.tokens, at - back, BEFORE)
        if found is not None and found[1] == at:
            return str(found[0]), at - back
    return None, at
