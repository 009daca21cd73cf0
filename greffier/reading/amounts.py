"""One amount: a number, in digits or words or both, with the unit or the thing it counts. Tokens in, amounts out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import NamedTuple

from greffier.reading import goods
from greffier.reading.numerals import digits, spelled, worth
from greffier.reading.phrasebook import lexicon, phrase
from greffier.reading.tokens import DIGITS, SIGN, WORD, Token
from greffier.reading.units import MONEY_SIGNS, MULTIPLIERS, SHORT_MULTIPLIERS, Unit, plain, unit

COUNT = Unit("count", "count", Decimal(1))
COLLECTIVES: dict[str, int] = lexicon("units")["collectives"]
_ARTICLES = {"un": 1, "une": 1, "a": 1, "an": 1, "one": 1}
_FRACTIONS = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}
_HALVES = frozenset({"demi", "demie", "half"})
_ARTICLE_UNITS = frozenset({"mass", "volume", "area"})  # what "a" or "une" measures one of, rather than names
_ARTICLE_TIMES = frozenset({Decimal(3600), Decimal(604800), Decimal(2592000), Decimal(31536000)})


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
    approximate: bool = False
    article: bool = False  # only "un", "une", "a"

    def worth(self, language: str, *, money: bool) -> Decimal | None:
        base = self.value if self.raw is None else worth(self.raw, language, money=money)
        if base is None or self.raw is None or self.value is None:
            return base
        return base * self.value


@dataclass(frozen=True, slots=True)
class Amount:
    low: Decimal
    high: Decimal
    unit: Unit
    end: int
    good: str | None = None
    container: str | None = None
    approximate: bool = False
    doubtful: bool = False  # words and digits disagree


# --- numbers ----------------------------------------------------------------------------------------------------------


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
    return Number(None, Decimal("0.5"), after)


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
    if sheet.word(at) == "de" and unit(sheet.tokens, at + 1, sheet.text):
        at += 1
    elif sheet.word(at) == "d" and sheet.word(at + 1) == "'" and unit(sheet.tokens, at + 2, sheet.text):
        at += 2
    if told.raw is None:
        assert told.value is not None
        return told._replace(value=told.value * factor, end=at, article=False)
    return told._replace(value=factor, end=at)


def _currency_follows(sheet: Sheet, at: int) -> bool:
    """`25 k€`, `1,2 M d'euros`, and `$25k` where the sign stood before."""
    start = at + 1
    if sheet.word(start) == "d" and sheet.word(start + 1) == "'":
        start += 2
    found = unit(sheet.tokens, start, sheet.text)
    return found is not None and found[0].currency is not None


# --- amounts ----------------------------------------------------------------------------------------------------------


def amount(sheet: Sheet, at: int) -> Amount | None:
    """The amount at this token: money with its sign before it, else a number and its unit or what it counts."""
    token = sheet.tokens[at]
    if token.text in MONEY_SIGNS or token.kind == WORD:
        before = _money_before(sheet, at)
        if before is not None:
            return before
    told = number(sheet, at)
    return measured(sheet, told) if told else None


def _money_before(sheet: Sheet, at: int) -> Amount | None:
    """`€ 25`, `$1.5 million`, `EUR 25 000`, `US$ 300k`."""
    found = unit(sheet.tokens, at, sheet.text)
    if found is None or found[0].currency is None:
        return None
    money, after = found
    token = sheet.tokens[at]
    if token.kind == WORD and not sheet.text[token.start : token.end].isupper():
        return None
    told = digits(sheet.tokens, after)
    if told is None:
        return None
    factor, end = Decimal(1), told[1]
    word = sheet.word(end)
    if word in MULTIPLIERS and (word not in SHORT_MULTIPLIERS or sheet.tokens[end].glued or word in ("bn", "mln", "m")):
        factor, end = MULTIPLIERS[word], end + 1
    value = worth(told[0], sheet.language, money=True)
    if value is None:
        return None
    value = money.convert(value * factor)
    return Amount(value, value, money, end, goods.cash(sheet.tokens, end))


def measured(sheet: Sheet, told: Number) -> Amount | None:
    """A number with its unit (`3 kg 500`, `une tonne et demie`), or with the thing it counts."""
    at = told.end
    if sheet.word(at) == "-" and sheet.tokens[at].glued and sheet.tokens[at + 1].glued and told.raw:
        at += 1  # a 30-day month
    found = unit(sheet.tokens, at, sheet.text)
    if found is None:
        return _counted(sheet, told)
    kind, after = found
    if told.article and not (
        kind.dimension in _ARTICLE_UNITS or (kind.dimension == "duration" and kind.factor in _ARTICLE_TIMES)
    ):
        return None
    value = told.worth(sheet.language, money=kind.currency is not None)
    if value is None:
        return None
    whole, kind, after = _tail(sheet, value, kind, after)
    other = kind.convert(told.other) if told.other is not None else whole
    low, high = min(whole, other), max(whole, other)
    end, measure = after, None
    if kind.dimension in ("mass", "volume"):
        measure = goods.good(sheet.tokens, after, sheet.text)
    elif kind.currency:
        measure = goods.cash(sheet.tokens, after)
    if sheet.word(end - 1) == "of":
        end -= 1
    return Amount(low, high, kind, end, measure, None, told.approximate, told.other is not None)


def _tail(sheet: Sheet, value: Decimal, kind: Unit, at: int) -> tuple[Decimal, Unit, int]:
    """What a number goes on with after its unit: `500` of `3 kg 500`, `30` of `1 h 30`, `et demie`, `20 centimes`."""
    converted = kind.convert(value)
    word = sheet.word(at)
    if word in ("et", "and"):
        half = at + 1 + (sheet.word(at + 1) in ("un", "une", "a"))
        if sheet.word(half) in _HALVES:
            return plain(converted + kind.convert(Decimal("0.5"))), kind, half + 1
    start = at + (word in ("et", "and", ","))
    second = _smaller(sheet, kind, start)
    if second is not None:
        return plain(converted + second[0]), kind, second[1]
    if word == "et" or word == "and" or word == ",":
        return converted, kind, at
    return _bare_tail(sheet, converted, value, kind, at)


def _smaller(sheet: Sheet, kind: Unit, at: int) -> tuple[Decimal, int] | None:
    """A second number with a smaller unit of the same kind: `3 kg 500 g`, `2 heures et 10 minutes`, `1 m 80 cm`."""
    if sheet.tokens[at].kind == DIGITS:
        found = digits(sheet.tokens, at)
        value = worth(found[0], sheet.language) if found else None
        after = found[1] if found else at
    else:
        told = spelled(sheet.tokens, at, sheet.language)
        value, after = (Decimal(told[0]), told[1]) if told else (None, at)
    smaller = unit(sheet.tokens, after, sheet.text) if value is not None else None
    if smaller is None or value is None or smaller[0].dimension != kind.dimension or smaller[0].fahrenheit:
        return None
    if kind.currency and smaller[0].kept != kind.kept:
        if smaller[0].kept != "EUR" or kind.kept != "CHF":
            return None
    size = _in_unit_of(smaller[0], kind)
    if size is None or value * size >= kind.factor:
        return None
    return value * size, smaller[1]


def _in_unit_of(smaller: Unit, larger: Unit) -> Decimal | None:
    """The factor of a smaller unit in the unit that the larger one is kept in."""
    if smaller.kept == larger.kept or larger.currency:
        size = smaller.factor
    elif (smaller.kept, larger.kept) == ("g", "kg"):
        size = smaller.factor / 1000
    else:
        return None
    return size if size < larger.factor else None


def _bare_tail(sheet: Sheet, converted: Decimal, value: Decimal, kind: Unit, at: int) -> tuple[Decimal, Unit, int]:
    """`3 kg 500`, `1 h 30`, `2 m 10`, `12 € 50`: a number glued or close to the unit, nothing measured by it after."""
    token = sheet.tokens[at]
    width, share = {"kg": (3, 1000), "m": (2, 100), "s": (2, 60)}.get(kind.kept, (2, 100) if kind.currency else (0, 1))
    plainly = kind.factor == 1 or (kind.kept == "s" and kind.factor == 3600)
    if token.kind != DIGITS or len(token.text) != width or not plainly or value != value.to_integral_value():
        return converted, kind, at
    following = sheet.tokens[at + 1]
    if (
        following.glued
        and following.kind != SIGN
        or unit(sheet.tokens, at + 1, sheet.text)
        or token.start - sheet.tokens[at - 1].end > 1
    ):
        return converted, kind, at
    if following.text in (",", ".") and sheet.tokens[at + 2].kind == DIGITS and sheet.tokens[at + 2].glued:
        return converted, kind, at
    if _counted(sheet, Number(token.text, None, at + 1)) is not None:
        return converted, kind, at
    return plain(converted + Decimal(token.text) * kind.factor / share), kind, at + 1


def _counted(sheet: Sheet, told: Number) -> Amount | None:
    """`64 paquets de cocaïne`, `trois hommes`: a whole number of things that the lexicon says are counted."""
    if told.article:
        return None
    value = told.worth(sheet.language, money=True)
    if (
        value is None
        or value != value.to_integral_value()
        or (told.raw and told.raw.startswith("0") and len(told.raw) > 2)
    ):
        return None
    at = told.end
    if sheet.tokens[at].kind != WORD or (sheet.tokens[at].glued and told.raw is not None):
        return None
    container, thing, after = _thing(sheet, at)
    if after == at:
        skipped = at + 1  # one adjective: "trois gros sacs", "two armed men"
        if len(sheet.word(at)) < 3 or sheet.word(at) in _NO_ADJECTIVES:
            return None
        container, thing, after = _thing(sheet, skipped)
        if after == skipped:
            return None
    other = plain(told.other) if told.other is not None else plain(value)
    low, high = min(plain(value), other), max(plain(value), other)
    return Amount(low, high, COUNT, after, thing, container, told.approximate, told.other is not None)


_NO_ADJECTIVES = frozenset(
    "les des aux pour dans par sur avec sans que qui est sont ont mais donc car puis the and for with from was were has "
    "had his her their its autres".split()
) - {"autres"}


def _thing(sheet: Sheet, at: int) -> tuple[str | None, str | None, int]:
    """What is counted at this token: its container and good, and the token after the counted noun."""
    held = phrase(sheet.tokens, at, goods.CONTAINERS)
    named = phrase(sheet.tokens, at, goods.COUNTED)
    if named is None and sheet.word(at) not in ("or", "essence", "speed", "shit", "liquide"):
        named = phrase(sheet.tokens, at, goods.GOODS)
    if held is not None and (named is None or held[1] >= named[1]):
        return str(held[0]), goods.good(sheet.tokens, held[1], sheet.text), held[1]
    if named is not None:
        return None, str(named[0]), named[1]
    return None, None, at


def widened(told: Amount, low: Decimal, high: Decimal) -> Amount:
    return replace(told, low=low, high=high)
