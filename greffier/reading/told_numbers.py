"""Numbers as a page tells them: digits, words, both, collectives, halves, with the millions after them."""

from __future__ import annotations

from decimal import Decimal

from greffier.reading.multiples import HALVES, Number, Sheet, measures, multiplied, past_of
from greffier.reading.numerals import digits, spelled, worth
from greffier.reading.tokens import DIGITS, SIGN, WORD
from greffier.reading.units import MULTIPLIERS, unit
from greffier.reading.vocabulary import table

COLLECTIVES: dict[str, int] = table("units")["collectives"]
_ARTICLES = frozenset({"un", "une", "a", "an", "one"})
_FRACTIONS = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75"), "⅓": Decimal(1) / 3, "⅔": Decimal(2) / 3}
_MANY = frozenset({"millions", "milliards", "billions", "cents"})
_LONE = frozenset({"million", "billion", "hundred", "thousand"})
_CENTURIES = frozenset({18, 19, 20})  # `nineteen eighty` is a year
_MILLION = 1_000_000
_SMALLEST = 16  # « 25/30 ans » is no fraction
_SIZES = frozenset({"bonne", "petite", "grosse", "good"})
_PARTS = {"quart": Decimal("0.25"), "quarts": Decimal("0.25"), "quarter": Decimal("0.25"), "quarters": Decimal("0.25")}
_COUNTED_PARTS = {"a": Decimal(1), "one": Decimal(1), "three": Decimal(3)}
_AND_PARTS = {**_PARTS, "half": Decimal("0.5")}


def number(sheet: Sheet, at: int) -> Number | None:
    """The number at this token: digits, words, both, a collective (`une dizaine de`), a half; multipliers included."""
    if at not in sheet.numbers:
        sheet.numbers[at] = _with_rest(sheet, _number(sheet, at))
    told: Number | None = sheet.numbers[at]
    return told


def _with_rest(sheet: Sheet, told: Number | None) -> Number | None:
    """« 6 millions 500 mille », `2 million 300 thousand`: so many more of a smaller thousand."""
    if told is None or told.factor < _MILLION or told.other is not None:
        return told
    start = told.end + (sheet.word(told.end) in ("et", "and"))
    rest = _number(sheet, start) if sheet.tokens[start].kind in (DIGITS, WORD) else None
    value = told.worth(sheet.habit, money=True)
    more = rest.worth(sheet.habit, money=True) if rest is not None and not rest.article else None
    if (
        rest is None
        or value is None
        or more is None
        or rest.factor not in (1000, _MILLION)
        or not rest.factor < told.factor > more
    ):
        return told
    return told._replace(raw=None, value=value + more, end=rest.end)


def _number(sheet: Sheet, at: int) -> Number | None:
    token = sheet.tokens[at]
    if token.kind == DIGITS:
        return _in_digits(sheet, at)
    if token.kind == SIGN:
        fraction = _FRACTIONS.get(token.text)
        return Number(None, fraction, at + 1) if fraction else _leading_point(sheet, at)
    return _collective(sheet, at) or _part(sheet, at) or _in_words(sheet, at)


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
    if fraction is not None and (whole := worth(raw, sheet.habit)) is not None:
        return Number(None, whole + fraction[0], fraction[1])
    if (part := _and_part(sheet, after)) is not None and (whole := worth(raw, sheet.habit)):
        return multiplied(sheet, Number(None, whole + part[0], part[1]))
    quotient = _quotient(sheet, at)
    if quotient is not None:
        return quotient
    doubled = _doubled_by_words(sheet, after)
    if doubled is not None:
        value = worth(raw, sheet.habit)
        if value is not None and value * 1000 == doubled[0]:
            value = Decimal(doubled[0])  # « 62 (soixante-deux mille) »: the clerk spells out what is meant
        other = None if value is None or value == doubled[0] else Decimal(doubled[0])
        return Number(None, value, doubled[1], other) if value is not None else None
    return multiplied(sheet, Number(raw, None, after))


def _fraction(sheet: Sheet, at: int) -> tuple[Decimal, int] | None:
    """`2 1/2`, `2½`; the slash glued on both sides."""
    word = sheet.word(at)
    if word in _FRACTIONS:
        return _FRACTIONS[word], at + 1
    tokens = sheet.tokens
    if not (tokens[at].kind == DIGITS and sheet.word(at + 1) == "/" and tokens[at + 1].glued and tokens[at + 2].glued):
        return None
    if tokens[at + 2].kind != DIGITS or max(len(word), len(sheet.word(at + 2))) > 2:
        return None
    if not int(word) < int(sheet.word(at + 2)) <= _SMALLEST:
        return None
    return Decimal(word) / Decimal(sheet.word(at + 2)), at + 3


def _quotient(sheet: Sheet, at: int) -> Number | None:
    """`1/4 mile`, where a unit follows; `12/05` is something else."""
    alone = _fraction(sheet, at)
    if (
        alone is None
        or alone[0] >= 1
        or int(sheet.word(alone[1] - 1)) > _SMALLEST
        or unit(sheet.tokens, alone[1], sheet.text, sheet.language) is None
    ):
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
    if word in HALVES or (word in _ARTICLES and sheet.word(at + 1) in HALVES):
        return _half(sheet, at)
    hundred = word == "a" and sheet.language == "en" and sheet.word(at + 1) in ("hundred", "thousand", "million")
    found = spelled(sheet.tokens, at + hundred, sheet.language)
    if found is None:
        if word in ("a", "an") and sheet.language == "en":
            return multiplied(sheet, Number(None, Decimal(1), at + 1, article=True))
        return None
    value, after = _spoken_hundreds(sheet, *found)
    if after == at + 1 and (word in _MANY or (word in _LONE and sheet.language == "en")):
        return None  # "millions of dollars", "several thousand"
    if sheet.word(after) == "et" and sheet.word(after + 1) in HALVES and measures(sheet, after + 2):
        return Number(None, value + Decimal("0.5"), after + 2)  # "deux et demi heures"
    if sheet.word(after) in ("virgule", "point"):
        return _spoken_fraction(sheet, value, after + 1) or Number(None, Decimal(value), after)
    if (part := _and_part(sheet, after)) is not None:
        return multiplied(sheet, Number(None, value + part[0], part[1]))
    doubled = _doubled_by_digits(sheet, after)
    if doubled is not None:
        other = None if doubled[0] == value else doubled[0]
        return Number(None, Decimal(value), doubled[1], other)
    return multiplied(sheet, Number(None, Decimal(value), after, article=word in _ARTICLES and after == at + 1))


def _and_part(sheet: Sheet, at: int) -> tuple[Decimal, int] | None:
    """`and a half`, `and one-half`, `and three quarters` after a number, and the token after it."""
    if sheet.word(at) != "and":
        return None
    many = _COUNTED_PARTS.get(sheet.word(at + 1))
    end = at + 2 + (sheet.word(at + 2) == "-")
    part = _AND_PARTS.get(sheet.word(end)) if many else None
    return (many * part, end + 1) if many and part else None


def _spoken_hundreds(sheet: Sheet, value: int, after: int) -> tuple[int, int]:
    """`two-fifty`, `fourteen fifty`: two hundred and fifty, 1450; hours are told so too, which dates take first."""
    hyphen = sheet.word(after) == "-" and sheet.tokens[after].glued
    if sheet.language != "en" or not (0 < value < 10 if hyphen else 10 < value < 100 and value not in _CENTURIES):
        return value, after
    rest = spelled(sheet.tokens, after + hyphen, "en")
    return (value * 100 + rest[0], rest[1]) if rest is not None and 10 <= rest[0] < 100 else (value, after)


def _part(sheet: Sheet, at: int) -> Number | None:
    """`trois quarts de tonne`, `un quart d'heure`, `a quarter of a million dollars`; what is a part of follows."""
    if sheet.word(at) in _PARTS and sheet.language == "en":
        count, name = 1, at
    elif (told := spelled(sheet.tokens, at, sheet.language)) is not None:
        count, name = told
    elif sheet.word(at) in ("a", "an"):
        count, name = 1, at + 1
    else:
        return None
    part = _PARTS.get(sheet.word(name))
    if part is None or count > 3:
        return None
    after = past_of(sheet, name + 1)
    after += sheet.word(after) in ("a", "an")
    if sheet.word(after) in MULTIPLIERS:
        return multiplied(sheet, Number(None, count * part, after))
    measured = after > name + 1 and measures(sheet, after)
    return Number(None, count * part, after) if measured else None


def _spoken_fraction(sheet: Sheet, whole: int, at: int) -> Number | None:
    """`deux virgule cinq`, `two point five`"""
    told = spelled(sheet.tokens, at, sheet.language)
    return multiplied(sheet, Number(None, Decimal(f"{whole}.{told[0]}"), told[1])) if told else None


def _doubled_by_digits(sheet: Sheet, at: int) -> tuple[Decimal, int] | None:
    """`QUATRE (4)`, `vingt-deux (22)`"""
    if sheet.word(at) != "(" or sheet.tokens[at + 1].kind != DIGITS:
        return None
    found = digits(sheet.tokens, at + 1)
    if found is None or sheet.word(found[1]) != ")":
        return None
    value = worth(found[0], sheet.habit, money=True)
    return (value, found[1] + 1) if value is not None else None


def _half(sheet: Sheet, at: int) -> Number | None:
    """`une demi-tonne`, `half a ton`, `a half kilo`; not `demi-frère` (no unit follows there)."""
    start = at + (sheet.word(at) not in HALVES)
    after = start + 1
    if sheet.word(after) in ("-", "a", "an"):
        after += 1
    return multiplied(sheet, Number(None, Decimal("0.5"), after))


def _collective(sheet: Sheet, at: int) -> Number | None:
    """`une dizaine de`, `une bonne centaine de`, `deux douzaines de`, `une demi-douzaine`, `half a dozen`."""
    count, start = _how_many(sheet, at)
    name = sheet.word(start)
    value = COLLECTIVES.get(name) or COLLECTIVES.get(name.removesuffix("s"))
    if value is None or name == "score" or (start == at and name.endswith("s") and name != "dozens"):
        return None
    if name == "couple" and (sheet.language != "en" or sheet.word(start + 1) != "of"):
        return None
    exact = (name.startswith("doz") and start > at) or count == Decimal(
        "0.5"
    )  # « une douzaine » is about twelve, `a dozen` is twelve
    return multiplied(sheet, Number(None, count * value, past_of(sheet, start + 1), approximate=not exact))


def _how_many(sheet: Sheet, at: int) -> tuple[Decimal, int]:
    """How many dozens are told, and the token of their name: `une`, `deux`, `une demi-`, `half a`, `une bonne`."""
    count, start = Decimal(1), at
    if sheet.word(at) in _ARTICLES:
        start = at + 1
    elif sheet.word(at) not in HALVES and (told := spelled(sheet.tokens, at, sheet.language)) is not None:
        count, start = Decimal(told[0]), told[1]
    if sheet.word(start) in HALVES:
        count, start = Decimal("0.5"), start + 1
        start += sheet.word(start) in ("-", "a")
    elif sheet.word(start) in _SIZES and sheet.word(start + 1) in COLLECTIVES:
        start += 1
    return count, start
