"""What a measured number goes on with: the `500` of `3 kg 500`, `et demie`, `20 centimes`, `2 in` after `5 ft`."""

from __future__ import annotations

from decimal import Decimal

from greffier.reading.counts import counted
from greffier.reading.multiples import Number, Sheet
from greffier.reading.numerals import digits, spelled, worth
from greffier.reading.tokens import BREAK, DIGITS, SIGN
from greffier.reading.told_amounts import Amount
from greffier.reading.units import Unit, plain, unit

_HALVES = frozenset({"demi", "demie", "half"})
_AND = frozenset({"et", "and", ","})
_INCHES = frozenset({'"', "'", "in", "ins", "inch", "inches"})
_METRE = Unit("m", "length", Decimal(1))
_MINUTE = Unit("s", "duration", Decimal(60))
_CENTS = frozenset({"cent", "cents", "centime", "centimes", "pence"})


def feet_and_inches(sheet: Sheet, at: int) -> Amount | None:
    """The height of an English description: `5'10"`, `5 ft 10`, `6 ft 2 in`."""
    feet, mark = sheet.tokens[at], sheet.tokens[at + 1]
    if sheet.language != "en" or feet.kind != DIGITS or not 3 <= int(feet.text[:3]) <= 8 or len(feet.text) > 1:
        return None
    inches, after = sheet.tokens[at + 2], sheet.tokens[at + 3]
    if inches.kind != DIGITS or len(inches.text) > 2 or int(inches.text) > 11:
        return None
    quoted = mark.text == "'" and mark.glued and after.text in ('"', "'") and after.glued
    named = mark.text in ("ft", "foot", "feet") and (after.text in _INCHES or not after.glued or after.text in ".,;)")
    if not (quoted or named):
        return None
    height = plain((Decimal(feet.text) * 12 + Decimal(inches.text)) * Decimal("0.0254"))
    end = at + 4 if after.text in _INCHES else at + 3
    end += quoted and after.text == "'" and sheet.word(end) == "'"
    return Amount(height, height, _METRE, end)


def tail(sheet: Sheet, value: Decimal, kind: Unit, at: int) -> tuple[Decimal, int]:
    """A number with its unit, all that belongs to it added: the value in the unit kept, and the token after it."""
    converted = kind.convert(value)
    if sheet.word(at) in ("et", "and"):
        half = at + 1 + (sheet.word(at + 1) in ("un", "une", "a"))
        if sheet.word(half) in _HALVES:
            return plain(converted + kind.convert(Decimal("0.5"))), half + 1
    if value != value.to_integral_value():
        return converted, at
    step = kind.factor
    while (second := _smaller(sheet, kind, step, at + (sheet.word(at) in _AND))) is not None:
        step, at = second[1:]
        converted = plain(converted + second[0])
    if step != kind.factor or sheet.word(at) in _AND:
        return converted, at
    return _bare_tail(sheet, converted, kind, at)


def _smaller(sheet: Sheet, kind: Unit, step: Decimal, at: int) -> tuple[Decimal, Decimal, int] | None:
    """A second number with a smaller unit of the same kind: `3 kg 500 g`, `2 heures et 10 minutes`, `1 m 80 cm`."""
    told = _whole_number(sheet, at)
    if told is None:
        return None
    value, after = told
    if kind.currency:
        cents = sheet.word(after) in _CENTS and value < 100 and step == kind.factor
        return (value / 100, Decimal(0), after + 1) if cents else None
    smaller = unit(sheet.tokens, after, sheet.text, sheet.language)
    if kind.dimension == "duration" and sheet.word(after) == "m" and sheet.tokens[after].glued:
        smaller = _MINUTE, after + 1  # `1h 12m`
    if smaller is None or smaller[0].dimension != kind.dimension or smaller[0].fahrenheit:
        return None
    size = _in_unit_of(smaller[0], kind)
    if size is None or size >= step or value * size >= step:
        return None
    return value * size, size, smaller[1]


def _whole_number(sheet: Sheet, at: int) -> tuple[Decimal, int] | None:
    if sheet.tokens[at].kind == DIGITS:
        found = digits(sheet.tokens, at)
        value = worth(found[0], sheet.habit) if found else None
        return (value, found[1]) if found and value is not None else None
    told = spelled(sheet.tokens, at, sheet.language)
    return (Decimal(told[0]), told[1]) if told else None


def _in_unit_of(smaller: Unit, larger: Unit) -> Decimal | None:
    """The factor of a smaller unit in the unit that the larger one is kept in."""
    if smaller.kept == larger.kept or larger.currency:
        size = smaller.factor
    elif (smaller.kept, larger.kept) == ("g", "kg"):
        size = smaller.factor / 1000
    else:
        return None
    return size if size < larger.factor else None


def _bare_tail(sheet: Sheet, converted: Decimal, kind: Unit, at: int) -> tuple[Decimal, int]:
    """`3 kg 500`, `1 h 30`, `2 m 10`, `12 € 50`: a number glued or close to the unit, nothing measured by it after."""
    told = _tail_number(sheet, kind, at)
    if told is None:
        return converted, at
    following = sheet.tokens[told[1]]
    if (
        (following.glued and (following.kind not in (SIGN, BREAK) or following.text == "/"))
        or unit(sheet.tokens, told[1], sheet.text, sheet.language)
        or (
            following.text in (",", ".")
            and sheet.tokens[told[1] + 1].kind == DIGITS
            and sheet.tokens[told[1] + 1].glued
        )
        or counted(sheet, Number(None, told[0], told[1])) is not None
    ):
        return converted, at
    share = 1000 if kind.kept == "kg" else 60 if kind.kept == "s" else 100
    return plain(converted + told[0] * kind.factor / share), told[1]


def _tail_number(sheet: Sheet, kind: Unit, at: int) -> tuple[Decimal, int] | None:
    """The number after a unit that can be a share of it: three digits of a kilo or a tonne, two of a metre, an hour."""
    width = {"kg": 3, "m": 2, "s": 2}.get(kind.kept, 2 if kind.currency else 0)
    whole = {"kg": (1, 1000), "s": (3600, 60)}.get(kind.kept, (1,))
    token = sheet.tokens[at]
    if kind.currency and sheet.word(at - 1) == kind.currency.lower():  # "10 USD 20": two sums
        return None
    between = sheet.text[sheet.tokens[at - 1].end : token.start]
    if kind.factor not in whole or len(between) > 1 or between == "\n":
        return None  # « 1 000,00 € » and the day that begins the next line
    if token.kind == DIGITS:
        return (Decimal(token.text), at + 1) if len(token.text) == width else None
    told = spelled(sheet.tokens, at, sheet.language) if kind.kept in ("kg", "m", "s") or kind.currency else None
    if told is not None and kind.kept == "kg" and 0 < told[0] < 10 and sheet.language == "fr":
        return Decimal(told[0] * 100), told[1]  # « un kilo deux », « une tonne cinq »
    return (Decimal(told[0]), told[1]) if told and len(str(told[0])) == width else None
