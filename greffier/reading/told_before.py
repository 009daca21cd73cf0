"""What a number takes from what was said before it: « 40 kg, dont 12 d'herbe », 28 de résine »."""

from __future__ import annotations

from greffier.reading import goods
from greffier.reading.multiples import Sheet
from greffier.reading.phrasebook import phrase
from greffier.reading.tokens import BREAK
from greffier.reading.told_amounts import Amount
from greffier.reading.told_numbers import number

_WHOLE = frozenset({"dont", "including"})
_PARTS = frozenset({"dont", "et", "soit", ",", "including", "and"})
_FARTHEST = 30  # tokens back to the amount whose unit is left out


def part_of(sheet: Sheet, at: int, last: Amount | None) -> Amount | None:
    """`12 d'herbe` after « 40 kg, dont », and `28 de résine` that follows it: the unit of the whole is left out."""
    if last is None or not _near(sheet, last, at) or sheet.word(at - 1) not in _PARTS:
        return None
    if last.unit.currency is not None:
        return _sum_of(sheet, at, last)
    if last.unit.dimension != "mass":
        return None
    told = number(sheet, at)
    linked = goods.link(sheet.tokens, told.end) if told is not None else None
    named = phrase(sheet.tokens, linked, goods.GOODS) if linked is not None else None
    value = told.worth(sheet.habit, money=False) if told is not None else None
    if told is None or named is None or value is None:
        return None
    value = last.unit.convert(value)
    if sheet.word(at - 1) in _WHOLE and value > last.high:
        return None
    return Amount(value, value, last.unit, told.end, str(named[0]), approximate=told.approximate)


def _sum_of(sheet: Sheet, at: int, last: Amount) -> Amount | None:
    """`8 000 de provision` after « 28 400 €, dont »: what the part is for stands after it, no unit."""
    told = number(sheet, at) if sheet.word(at - 1) in _WHOLE else None
    value = told.worth(sheet.habit, money=True) if told is not None else None
    linked = goods.link(sheet.tokens, told.end) if told is not None else None
    if told is None or value is None or linked is None or not 2 <= value <= last.high or number(sheet, linked):
        return None
    return Amount(value, value, last.unit, told.end, approximate=told.approximate)


def _near(sheet: Sheet, last: Amount, at: int) -> bool:
    """Whether no sentence ends between an amount and this token."""
    between = sheet.tokens[last.end : at]
    return len(between) <= _FARTHEST and not any(token.kind == BREAK or token.text in ".!?" for token in between)
