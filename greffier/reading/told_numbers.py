"""Numbers as a page tells them: digits, words, both, collectives, halves, with the millions after them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from greffier.reading.numerals import digits, spelled, worth
from greffier.reading.phrasebook import lexicon
from greffier.reading.tokens import DIGITS, SIGN, WORD, Token
from greffier.reading.units import MULTIPLIERS, SHORT_MULTIPLIERS, unit

COLLECTIVES: dict[str, int] = lexicon("units")["collectives"]
_ARTICLES = frozenset({"un", "une", "a", "an", "one"})
_FRACTIONS = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}
_HALVES = frozenset({"demi", "demie", "half"})


class Sheet(NamedTuple):
    """The tokens of a page, its text and its language."""

    tokens: Sequence[Token]
    text: str
    language: str

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


def number(sheet: Sheet, at: int) -> Number | None:
    """The number at this token: digits, words, both, a collective (`une dizaine de`), a half; multipliers included."""
    token = sheet.tokens[at]
    if token.kind == DIGITS:
        return _in_digits(sheet, at)
    if token.kind == SIGN:
        fraction = _FRACTIONS.get(token.text)
        return Number(None, fraction, at + 1) if fraction else _leading_point(sheet, at)
    return _collective(sheet, at) or _in_words(sheet, at)


def _leading_point(sheet: Sheet, at: int) -> Number | None:
    """`.5 kg`"""
    token, following = sheet.tokens[at], sheet.tokens[at + 1]
    if token.text != "." or token.glued or following.kind != DIGITS or not following.glued or len(following.text) > 6:
        return None
    return Number(None, Decimal("0." + following.text), at + 2)


def _in_digits(sheet: Sheet, at: int) -> Number | None:
    found = digits(sheet.tokens, at)
    if found is None:
        return None
    raw, after = found
    fraction = _fraction(sheet, after)
    if fraction is not None and (whole := worth(raw, sheet.language)) is not None:
        return Number(None, whole + fraction[0], fraction[1])
    quotient = _quotient(sheet, at)
    if quotient is not None:
        return quotient
    doubled = _doubled_by_words(sheet, after)
    if doubled is not None:
        value = worth(raw, sheet.language)
        other = None if value is None or value == doubled[0] else Decimal(doubled[0])
        return Number(None, value, doubled[1], other) if value is not None else None
    return _multiplied(sheet, Number(raw, None, after))


def _fraction(sheet: Sheet, at: int) -> tuple[Decimal, int] | None:
    """`2 1/2`, `2½`; the slash glued on both sides."""
    word = sheet.word(at)
    if word in _FRACTIONS:
        return _FRACTIONS[word], at + 1
    tokens = sheet.tokens
    if not (tokens[at].kind == DIGITS and sheet.word(at + 1) == "/" and tokens[at + 1].glued and tokens[at + 2].glued):
        return None
    if tokens[at + 2].kind != DIGITS or max(len(word), len(sheet.word(at + 2))) > 2 or int(sheet.word(at + 2)) == 0:
        return None
    return Decimal(word) / Decimal(sheet.word(at + 2)), at + 3


def _quotient(sheet: Sheet, at: int) -> Number | None:
    """`1/4 mile`, where a unit follows; `12/05` is something else."""
    alone = _fraction(sheet, at)
    if alone is None or alone[0] >= 1 or unit(sheet.tokens, alone[1], sheet.text, sheet.language) is None:
        return None
    return Number(None, alone[0], alone[1])


def _doubled_by_words(sheet: Sheet, at: int) -> tuple[int, int] | None:
    """`4 (quatre)`"""
    if sheet.word(at) != "(":
        return None
    told = spelled(sheet.tokens, at + 1, sheet.language)
    return (told[0], told[1] + 1) if told and sheet.word(told[1]) == ")" else None


def _in_words(sheet: Sheet, at: int) -> Number | None:
    word = sheet.word(at)
    if word in _HALVES or (word in _ARTICLES and sheet.word(at + 1) in _HALVES):
        return _half(sheet, at)
    found = spelled(sheet.tokens, at, sheet.language)
    if found is None:
        if word in ("a", "an") and sheet.language == "en":
            return _multiplied(sheet, Number(None, Decimal(1), at + 1, article=True))
        return None
    value, after = found
    if sheet.word(after) in ("virgule", "point"):
        return _spoken_fraction(sheet, value, after + 1) or Number(None, Decimal(value), after)
    if sheet.word(after) == "and" and sheet.word(after + 1) == "a" and sheet.word(after + 2) == "half":
        return _multiplied(sheet, Number(None, Decimal(value) + Decimal("0.5"), after + 3))
    doubled = _doubled_by_digits(sheet, after)
    if doubled is not None:
        other = None if doubled[0] == value else doubled[0]
        return Number(None, Decimal(value), doubled[1], other)
    return _multiplied(sheet, Number(None, Decimal(value), after, article=word in _ARTICLES and after == at + 1))


def _spoken_fraction(sheet: Sheet, whole: int, at: int) -> Number | None:
    """`deux virgule cinq`, `two point five`"""
    told = spelled(sheet.tokens, at, sheet.language)
    return _multiplied(sheet, Number(None, Decimal(f"{whole}.{told[0]}"), told[1])) if told else None


def _doubled_by_digits(sheet: Sheet, at: int) -> tuple[Decimal, int] | None:
    """`QUATRE (4)`, `vingt-deux (22)`"""
    if sheet.word(at) != "(" or sheet.tokens[at + 1].kind != DIGITS:
        return None
    found = digits(sheet.tokens, at + 1)
    if found is None or sheet.word(found[1]) != ")":
        return None
    value = worth(found[0], sheet.language, money=True)
    return (value, found[1] + 1) if value is not None else None


def _half(sheet: Sheet, at: int) -> Number | None:
    """`une demi-tonne`, `half a ton`, `a half kilo`; not `demi-frère` (no unit follows there)."""
    start = at + (sheet.word(at) not in _HALVES)
    after = start + 1
    if sheet.word(after) in ("-", "a", "an"):
        after += 1
    return _multiplied(sheet, Number(None, Decimal("0.5"), after))


def _collective(sheet: Sheet, at: int) -> Number | None:
    """`une dizaine de`, `deux douzaines de`, `quelques centaines`, `a dozen`, `two dozen`."""
    word = sheet.word(at)
    count, start = Decimal(1), at
    if word in _ARTICLES:
        start = at + 1
    elif (told := spelled(sheet.tokens, at, sheet.language)) is not None:
        count, start = Decimal(told[0]), told[1]
    name = sheet.word(start)
    value = COLLECTIVES.get(name) or COLLECTIVES.get(name.removesuffix("s"))
    if value is None or name in ("score", "couple") or (start == at and name.endswith("s") and name != "dozens"):
        return None
    after = start + 1
    if sheet.word(after) == "de" or sheet.word(after) == "of":
        after += 1
    elif sheet.word(after) == "d" and sheet.word(after + 1) == "'":
        after += 2
    exact = name.startswith(("doz", "douz")) and start > at
    return _multiplied(sheet, Number(None, count * value, after, approximate=not exact))


def _multiplied(sheet: Sheet, told: Number) -> Number:
    """`2 millions d'euros`, `1,2 M€`, `25 k€`, `12 mille`: the multiplier, where what follows lets it be one."""
    at, factor = told.end, Decimal(1)
    for _ in range(2):
        word = sheet.word(at)
        step = MULTIPLIERS.get(word)
        if step is None or sheet.tokens[at].kind != WORD:
            break
        if word in SHORT_MULTIPLIERS and not _currency_follows(sheet, at):
            break
        factor, at = factor * step, at + 1
    if factor == 1:
        return told
    if sheet.word(at) == "de" and unit(sheet.tokens, at + 1, sheet.text, sheet.language):
        at += 1
    elif sheet.word(at) == "d" and sheet.word(at + 1) == "'" and unit(sheet.tokens, at + 2, sheet.text, sheet.language):
        at += 2
    value = told.value * factor if told.value is not None else None
    return told._replace(value=value, end=at, article=False, factor=factor)


def _currency_follows(sheet: Sheet, at: int) -> bool:
    """`25 k€`, `1,2 M d'euros`, and `$25k` where the sign stood before."""
    start = at + 1
    if sheet.word(start) == "d" and sheet.word(start + 1) == "'":
        start += 2
    found = unit(sheet.tokens, start, sheet.text, sheet.language)
    return found is not None and found[0].currency is not None
