"""Things counted one by one: `64 paquets de cocaïne`, `trois hommes`. A number in, an amount out."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from greffier.reading import goods
from greffier.reading.multiples import Number, Sheet
from greffier.reading.phrasebook import phrase
from greffier.reading.tokens import WORD
from greffier.reading.told_amounts import COUNT, Amount
from greffier.reading.told_numbers import number
from greffier.reading.units import plain, unit


def counted(sheet: Sheet, told: Number) -> Amount | None:
    """`64 paquets de cocaïne`, `trois hommes`: a whole number of things that the lexicon says are counted."""
    if told.article:
        return None
    value = told.worth(sheet.habit, money=True)
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
