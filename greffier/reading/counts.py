"""Things counted one by one: `64 paquets de cocaïne`, `trois hommes`. A number in, an amount out."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from greffier.reading import goods
from greffier.reading.countables import is_free, is_listed, others, single_thing
from greffier.reading.multiples import Number, Sheet, past_of
from greffier.reading.phrasebook import phrase
from greffier.reading.tokens import DIGITS, WORD
from greffier.reading.told_amounts import COUNT, Amount
from greffier.reading.told_numbers import number
from greffier.reading.units import MONEY_SIGNS, plain, unit
from greffier.reading.vocabulary import table

_NO_ADJECTIVES = frozenset(
    "les des aux pour dans par sur avec sans que qui est sont ont mais donc car puis the and for with from was were "
    "has had his her their its".split()
)


_TAKING = frozenset(table("counting")["taking"].split())  # `Dug 1 slug`, « saisi 1 carnet »
_MILLION = 10**6  # « un million de cigarettes »
_NUMBERED = frozenset({"°", "#", "no", "numero", "nr", "/"})


def counted(sheet: Sheet, told: Number, at: int | None = None) -> Amount | None:
    """A whole number of things: what the lexicon names, or others in the plural where `at`, its token, is known."""
    value = whole_number(sheet, told)
    if value is None or (at is not None and told.raw is not None and sheet.word(at - 1) in _NUMBERED):
        return None
    after = told.end
    if sheet.word(after) in ("x", "×") and (times := _times(sheet, told, value)) is not None:
        return times
    if (sized := _of_size(sheet, after)) is not None:
        return replace(sized, low=value, high=value, end=after, approximate=told.approximate)
    if (nos := _in_numbers(sheet, told, value, at)) is not None:
        return nos
    container, thing, end = _noun(sheet, at, told)
    if (
        end == after
        and value == 1
        and at is not None
        and (
            sheet.word(after - 1) == ")"
            or (told.raw is not None and (is_listed(sheet, at) or sheet.word(at - 1) in _TAKING))
        )
    ):
        thing, end = single_thing(sheet, after)
    if end == after:
        alone = at is not None and _of_so_much(sheet, at, told)
        return Amount(value, value, COUNT, after) if alone else None
    other = plain(told.other) if told.other is not None else value
    low, high = min(value, other), max(value, other)
    return Amount(low, high, COUNT, end, thing, container, told.approximate, told.other is not None)


def _in_numbers(sheet: Sheet, told: Number, value: Decimal, at: int | None) -> Amount | None:
    """`43 Nos.`, `1 No.`, as registers of India count."""
    word, after = sheet.word(told.end), told.end + 1
    if told.raw is None or sheet.language != "en" or word not in ("nos", "no"):
        return None
    before = sheet.tokens[at - 1] if at else None
    if before is not None and before.kind == WORD and sheet.text[before.start : before.end].isupper():
        return None  # `SAPS 22 no. B 448107`
    dotted = sheet.word(after) == "." and sheet.tokens[after].glued
    if (word == "no" and not dotted) or sheet.tokens[after + dotted].kind == DIGITS:
        return None
    return Amount(value, value, COUNT, after + dotted)


def _times(sheet: Sheet, told: Number, value: Decimal) -> Amount | None:
    """`3 x bags`, `1 x black holdall`; the 40 of `40 x £50 notes` and of « 2 x 25 kg »."""
    after = told.end + 1
    if sheet.tokens[told.end].glued or sheet.tokens[after].glued:
        return None
    size = number(sheet, after + (sheet.word(after) in MONEY_SIGNS))
    if size is not None:
        found = unit(sheet.tokens, size.end, sheet.text, sheet.language)
        measured = sheet.word(after) in MONEY_SIGNS or (
            found is not None and found[0].dimension in ("mass", "money", "volume")
        )
        return Amount(value, value, COUNT, told.end) if measured else None
    for start in (after, after + 1):
        container, thing, end = _thing(sheet, start)
        if end == start:
            thing, end = others(sheet, start, single=False)
        if end > start:
            return Amount(value, value, COUNT, end, thing, container)
    thing, end = single_thing(sheet, after)
    return Amount(value, value, COUNT, end, thing) if end > after else None


def _noun(sheet: Sheet, at: int | None, told: Number) -> tuple[str | None, str | None, int]:
    """What is counted: container, good, and the token after the noun; the end of the number where none stands."""
    after = past_of(sheet, told.end) if told.factor >= _MILLION else told.end
    if sheet.tokens[after].kind != WORD or (sheet.tokens[after].glued and told.raw is not None):
        return None, None, after
    if told.raw is not None and _opens_line(sheet, after):
        return None, None, told.end  # the end of a telephone, and the label of the next line
    container, thing, end = _thing(sheet, after)
    if end == after and len(sheet.word(after)) >= 3 and _may_be_adjective(sheet, after):
        container, thing, end = _thing(sheet, after + 1)  # one adjective: "trois gros sacs", "two armed men"
        mass = phrase(sheet.tokens, after + 1, goods.GOODS) if sheet.word(after).endswith("ed") else None
        end = after if end == after + 1 or mass is not None else end  # `four contained heroin`
    if end == after and at is not None and is_free(sheet, at, told):
        thing, end = others(sheet, after, single=told.value == 1 or told.raw == "1")
    return container, thing, end if end > after else told.end


def _opens_line(sheet: Sheet, at: int) -> bool:
    """Whether this token opens a line with a capital, and not in a text all of capitals."""
    before, token = sheet.tokens[at - 1], sheet.tokens[at]
    return "\n" in sheet.text[before.end : token.start] and sheet.text[token.start : token.start + 2].istitle()


def _may_be_adjective(sheet: Sheet, at: int) -> bool:
    return sheet.word(at) not in _NO_ADJECTIVES and not _opens_line(sheet, at + 1)


def whole_number(sheet: Sheet, told: Number) -> Decimal | None:
    value = told.worth(sheet.habit, money=True)
    if told.article or value is None or value != value.to_integral_value():
        return None
    return None if told.raw and told.raw.startswith("0") and len(told.raw) > 2 else plain(value)


def _of_so_much(sheet: Sheet, at: int, told: Number) -> bool:
    """« lingots : 3 de 1 kg, 4 de 250 g », « billets : 212 de 500 € »."""
    inner = goods.link(sheet.tokens, told.end)
    size = number(sheet, inner) if inner is not None and is_free(sheet, at, told) else None
    found = unit(sheet.tokens, size.end, sheet.text, sheet.language) if size is not None else None
    return found is not None and found[0].dimension in ("mass", "money")


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
