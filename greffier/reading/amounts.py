"""One amount: a number with the unit or the thing it counts. Tokens in, amounts out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from greffier.reading import goods
from greffier.reading.numerals import digits, spelled, worth
from greffier.reading.phrasebook import phrase
from greffier.reading.tokens import DIGITS, SIGN, WORD
from greffier.reading.told_numbers import Number, Sheet, number
from greffier.reading.units import MONEY_SIGNS, MULTIPLIERS, SHORT_MULTIPLIERS, Unit, plain, unit

COUNT = Unit("count", "count", Decimal(1))
_HALVES = frozenset({"demi", "demie", "half"})
_CENTS = frozenset({"cent", "cents", "centime", "centimes", "pence"})
_ARTICLE_UNITS = frozenset({"mass", "volume", "area"})  # what "a" or "une" measures one of, rather than names
_ARTICLE_TIMES = frozenset({Decimal(3600), Decimal(604800), Decimal(2592000), Decimal(31536000)})


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
    factor: Decimal = Decimal(1)  # the millions told, which the other end of a range shares


def amount(sheet: Sheet, at: int) -> Amount | None:
    """The amount at this token: money with its sign before it, else a number and its unit or what it counts."""
    token = sheet.tokens[at]
    if token.text == "-":
        return _below_zero(sheet, at)
    if token.text in MONEY_SIGNS or token.kind == WORD:
        before = _money_before(sheet, at)
        if before is not None:
            return before
    told = number(sheet, at)
    return measured(sheet, told) if told else None


def _below_zero(sheet: Sheet, at: int) -> Amount | None:
    """`-5 °C`: of all that is measured here, only temperatures go below zero."""
    following = sheet.tokens[at + 1]
    stands = following.kind == DIGITS and following.glued and not sheet.tokens[at].glued
    told = number(sheet, at + 1) if stands else None
    found = unit(sheet.tokens, told.end, sheet.text, sheet.language) if told else None
    if told is None or found is None or found[0].dimension != "temperature":
        return None
    value = told.worth(sheet.language, money=False)
    if value is None:
        return None
    value = found[0].convert(-value)
    return Amount(value, value, found[0], found[1])


def _money_before(sheet: Sheet, at: int) -> Amount | None:
    """`€ 25`, `$1.5 million`, `EUR 25 000`, `US$ 300k`."""
    found = unit(sheet.tokens, at, sheet.text, sheet.language)
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
    if word in MULTIPLIERS and (word not in SHORT_MULTIPLIERS or _short_stands(sheet, end)):
        factor, end = MULTIPLIERS[word], end + 1
    value = worth(told[0], sheet.language, money=True)
    if value is None:
        return None
    value = money.convert(value * factor)
    return Amount(value, value, money, end, goods.cash(sheet.tokens, end), factor=factor)


def _short_stands(sheet: Sheet, at: int) -> bool:
    """`$25k`, `$3 bn`, `€10B`: a short multiplier glued to its number, or one that is nothing else."""
    following = sheet.tokens[at + 1]
    ends = not (following.glued and following.kind == WORD)
    return sheet.word(at) in ("bn", "mln") or (sheet.tokens[at].glued and ends)


def measured(sheet: Sheet, told: Number) -> Amount | None:
    """A number with its unit (`3 kg 500`, `une tonne et demie`), or with the thing it counts."""
    at = told.end
    if sheet.word(at) == "-" and sheet.tokens[at].glued and sheet.tokens[at + 1].glued:
        at += 1  # a 30-day month, a three-ton load
    found = unit(sheet.tokens, at, sheet.text, sheet.language)
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
    return Amount(low, high, kind, end, measure, None, told.approximate, told.other is not None, told.factor)


def _tail(sheet: Sheet, value: Decimal, kind: Unit, at: int) -> tuple[Decimal, Unit, int]:
    """What a number goes on with after its unit: `500` of `3 kg 500`, `30` of `1 h 30`, `et demie`, `20 centimes`."""
    converted = kind.convert(value)
    word = sheet.word(at)
    if word in ("et", "and"):
        half = at + 1 + (sheet.word(at + 1) in ("un", "une", "a"))
        if sheet.word(half) in _HALVES:
            return plain(converted + kind.convert(Decimal("0.5"))), kind, half + 1
    start = at + (word in ("et", "and", ","))
    second = _smaller(sheet, kind, start) if value == value.to_integral_value() else None
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
    if kind.currency and value is not None and value < 100 and sheet.word(after) in _CENTS:
        return value / 100, after + 1
    smaller = unit(sheet.tokens, after, sheet.text, sheet.language) if value is not None else None
    if smaller is None or value is None or smaller[0].dimension != kind.dimension or smaller[0].fahrenheit:
        return None
    if kind.currency:
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
    told = _tail_number(sheet, kind, at)
    if told is None or value != value.to_integral_value():
        return converted, kind, at
    following = sheet.tokens[told[1]]
    if (
        (following.glued and following.kind != SIGN)
        or unit(sheet.tokens, told[1], sheet.text, sheet.language)
        or (
            following.text in (",", ".")
            and sheet.tokens[told[1] + 1].kind == DIGITS
            and sheet.tokens[told[1] + 1].glued
        )
        or _counted(sheet, Number(None, told[0], told[1])) is not None
    ):
        return converted, kind, at
    share = 1000 if kind.kept == "kg" else 60 if kind.kept == "s" else 100
    return plain(converted + told[0] * kind.factor / share), kind, told[1]


def _tail_number(sheet: Sheet, kind: Unit, at: int) -> tuple[Decimal, int] | None:
    """The number after a unit that can be a share of it: three digits of a kilo or a tonne, two of a metre, an hour."""
    width = {"kg": 3, "m": 2, "s": 2}.get(kind.kept, 2 if kind.currency else 0)
    whole = {"kg": (1, 1000), "s": (3600,)}.get(kind.kept, (1,))
    token = sheet.tokens[at]
    if kind.factor not in whole or token.start - sheet.tokens[at - 1].end > 1:
        return None
    if token.kind == DIGITS:
        return (Decimal(token.text), at + 1) if len(token.text) == width else None
    told = spelled(sheet.tokens, at, sheet.language) if kind.kept in ("kg", "m") else None
    return (Decimal(told[0]), told[1]) if told and len(str(told[0])) == width else None


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
    if (sized := _of_size(sheet, at)) is not None:
        whole = plain(value)
        return replace(sized, low=whole, high=whole, end=at, approximate=told.approximate)
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
    "les des aux pour dans par sur avec sans que qui est sont ont mais donc car puis the and for with from was were "
    "has had his her their its".split()
)


def _held(sheet: Sheet, at: int) -> str | None:
    """What a container holds, past what it weighs or is packed in: `pains [d'un kilogramme] de cocaïne`."""
    for _ in range(3):
        named = goods.good(sheet.tokens, at, sheet.text)
        inner = goods.link(sheet.tokens, at)
        told = number(sheet, inner) if inner is not None else None
        if named is not None or told is None:
            return named
        found = unit(sheet.tokens, told.end, sheet.text, sheet.language)
        found = found or phrase(sheet.tokens, told.end, goods.CONTAINERS)
        if found is None:
            return None
        at = found[1]
    return None


def _of_size(sheet: Sheet, at: int) -> Amount | None:
    """The things counted after their size: the `packets` of `20 one-kilogram packets`."""
    size = number(sheet, at)
    hyphen = size.end if size is not None and sheet.word(size.end) == "-" else None
    found = unit(sheet.tokens, hyphen + 1, sheet.text, sheet.language) if hyphen is not None else None
    container, thing, after = _thing(sheet, found[1]) if found else (None, None, at)
    if found is None or after == found[1]:
        return None
    return Amount(Decimal(0), Decimal(0), COUNT, after, thing, container)


def _thing(sheet: Sheet, at: int) -> tuple[str | None, str | None, int]:
    """What is counted at this token: its container and good, and the token after the counted noun."""
    held = phrase(sheet.tokens, at, goods.CONTAINERS)
    named = phrase(sheet.tokens, at, goods.COUNTED)
    known = phrase(sheet.tokens, at, goods.GOODS) if sheet.word(at) not in goods.DOUBTFUL else None
    if known is not None and (named is None or known[1] > named[1]):
        named = known
    if held is not None and (named is None or held[1] >= named[1]):
        return str(held[0]), _held(sheet, held[1]), held[1]
    if named is not None:
        return None, str(named[0]), named[1]
    return None, None, at
