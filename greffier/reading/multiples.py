"""A page as a sheet of tokens, a number as it stands on it, and the millions that multiply it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from decimal import Decimal
from operator import attrgetter
from typing import Any, NamedTuple

from greffier.reading.numerals import worth
from greffier.reading.tokens import WORD, Token
from greffier.reading.units import MULTIPLIERS, SHORT_MULTIPLIERS, unit
from greffier.reading.vocabulary import table

HALVES = frozenset({"demi", "demie", "half"})
_SHARED = frozenset(table("slang")["shared"]) - {"bob", "rs", "sh", "shs"}  # dinars, shillings of several countries
_GREAT = frozenset({"million", "millions", "milliard", "milliards", "billion", "billions"})


class Sheet(NamedTuple):
    """The tokens of a page, its text, its language, and how it separates thousands and decimals."""

    tokens: Sequence[Token]
    text: str
    language: str
    habit: str  # the language whose separators its numbers have
    numbers: dict[int, Any]  # the number at a token, which is asked for a dozen times
    amounts: dict[int, Any]  # and the amount
    around: str = ""  # the text of the first pages of its piece

    def at(self, offset: int) -> int:
        """The first token that begins at this offset of the text or after it."""
        return bisect_left(self.tokens, offset, 0, len(self.tokens) - 4, key=attrgetter("start"))

    def word(self, at: int) -> str:
        return self.tokens[at].text


class Number(NamedTuple):
    """A number as it stands: `raw` digits are worth what the unit after them lets them be; words are worth `value`."""

    raw: str | None
    value: Decimal | None
    end: int
    other: Decimal | None = None  # the second telling of "QUATRE (4)", where the two disagree
    factor: Decimal = Decimal(1)  # thousand, million: already in `value`, but not in the digits of `raw`
    approximate: bool = False
    article: bool = False  # only "un", "une", "a"

    def worth(self, language: str, *, money: bool) -> Decimal | None:
        """What the number is worth, its millions included; None where its separators make no number."""
        if self.raw is None:
            return self.value
        base = worth(self.raw, language, money=money)
        return base * self.factor if base is not None else None


def past_of(sheet: Sheet, at: int) -> int:
    if sheet.word(at) in ("de", "of"):
        return at + 1
    return at + 2 if sheet.word(at) == "d" and sheet.word(at + 1) == "'" else at


def multiplied(sheet: Sheet, told: Number) -> Number:
    """`2 millions d'euros`, `1,2 M€`, `25 k€`, `12 mille`: the multiplier, where what follows lets it be one."""
    at, factor = told.end, Decimal(1)
    for _ in range(2):
        word = sheet.word(at)
        step = MULTIPLIERS.get(word)
        if step is None or sheet.tokens[at].kind != WORD:
            break
        if word in SHORT_MULTIPLIERS and not (_currency_follows(sheet, at) or _thousands_of(sheet, at)):
            break
        factor, at = factor * step, at + 1
    if factor != 1:
        told = told._replace(value=told.value * factor if told.value is not None else None, factor=factor)
    elif sheet.word(at - 1) in _GREAT:  # "deux millions", where the words hold it already
        told = told._replace(factor=MULTIPLIERS[sheet.word(at - 1)])
    else:
        return told
    told, at = _great_and_half(sheet, told, at)
    of = past_of(sheet, at)
    return told._replace(end=of if of > at and measures(sheet, of) else at, article=False)


def _great_and_half(sheet: Sheet, told: Number, at: int) -> tuple[Number, int]:
    """`un million et demi`, `3 millions et demi`: half of the million, which is in `told.factor`."""
    value = told.worth(sheet.habit, money=True)
    if sheet.word(at) != "et" or sheet.word(at + 1) not in HALVES or value is None:
        return told, at
    return told._replace(raw=None, value=value + told.factor / 2), at + 2


def measures(sheet: Sheet, at: int) -> bool:
    return sheet.word(at) in _SHARED or unit(sheet.tokens, at, sheet.text, sheet.language) is not None


def _thousands_of(sheet: Sheet, at: int) -> bool:
    """`0.5k miles`: a k glued to its number, with a unit that is a word after it."""
    return (
        sheet.word(at) == "k" and sheet.tokens[at].glued and len(sheet.word(at + 1)) > 3
        and not sheet.tokens[at + 1].glued and measures(sheet, at + 1)
    )  # fmt: skip


def _currency_follows(sheet: Sheet, at: int) -> bool:
    """`25 k€`, `1,2 M d'euros`, and `$25k` where the sign stood before."""
    start = at + 1
    if sheet.word(start) == "d" and sheet.word(start + 1) == "'":
        start += 2
    found = unit(sheet.tokens, start, sheet.text, sheet.language)
    return found is not None and found[0].currency is not None
