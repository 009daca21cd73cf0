"""Amounts with what bounds them: from one to another, about, at least, at most. Tokens in, amounts out."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import replace
from decimal import Decimal

from greffier.reading.amounts import amount, measured, short_stands
from greffier.reading.changes import changes
from greffier.reading.countables import is_free
from greffier.reading.multiples import Number, Sheet, measures
from greffier.reading.phrasebook import phrase, phrases
from greffier.reading.tokens import BREAK, DIGITS, SIGN, WORD
from greffier.reading.told_amounts import COUNT, Amount
from greffier.reading.told_numbers import number
from greffier.reading.units import MULTIPLIERS, SHORT_MULTIPLIERS, plain
from greffier.reading.vocabulary import table

_LEXICON = table("units")
_ENDLESS = Decimal("Infinity")


def _named(*names: str) -> dict[str, str]:
    return {spelling: name for name in names for spelling in _LEXICON[name]}


BEFORE = phrases(_named("about", "at_least", "at_most"))
SIGNS = {sign: name for name in ("about", "at_least", "at_most") for sign in _LEXICON[name] if len(sign) == 1}
LINKS = {"de": ("a",), "entre": ("et",), "from": ("to",), "between": ("and",)}
_AFTER = phrases(_named("after_about", "after_at_least", "after_at_most"))
_SOME = phrases(_named("and_some"))
_SHORTENED = frozenset({"env", "approx", "max", "min"})
_MORE_THAN = frozenset("for of after just well been in by is was lasted spent took a and".split())
_ONE = frozenset({"un", "une", "one"})
_SHARING = frozenset({"money", "mass", "count"})
_LOOSE = frozenset({"a", "to", "-", "/", "ou", "or"})


def bounded(sheet: Sheet, at: int) -> Amount | None:
    """The amount at this token with what bounds it before and after; the digits of an identifier are none."""
    if _inside_identifier(sheet, at):
        return None
    head = _head(sheet, at)
    if head is not None:
        start = head[1] + (sheet.word(head[1]) in ("de", "d"))
        inner = _ranged(sheet, start) or (_ranged(sheet, head[1]) if start > head[1] else None)
        if inner is None or _is_during(sheet, at, inner):
            return None
        return _bound(inner, head[0])
    told = _ranged(sheet, at) or _and_some(sheet, at)
    after = phrase(sheet.tokens, told.end, _AFTER) if told else None
    if told is not None and after is None and sheet.word(told.end) == ",":  # `three kilos, roughly.`
        after = phrase(sheet.tokens, told.end + 1, _AFTER)
        after = after if after is not None and sheet.tokens[after[1]].kind in (SIGN, BREAK) else None
    if told is None or after is None:
        return told
    return replace(_bound(told, after[0].removeprefix("after_")), end=after[1])


def _head(sheet: Sheet, at: int) -> tuple[str, int] | None:
    """What bounds the amount that follows: words, a sign, `+/-`; and the token after it, past the dot of `env.`"""
    found = phrase(sheet.tokens, at, BEFORE)
    if found is not None:
        dotted = sheet.word(found[1] - 1) in _SHORTENED and sheet.word(found[1]) == "."
        return str(found[0]), found[1] + dotted
    if sheet.word(at) == "+" and sheet.word(at + 1) == "/" and sheet.word(at + 2) == "-":
        return "about", at + 3
    sign = SIGNS.get(sheet.word(at))
    if sign is None or (sheet.word(at) == "±" and at and (sheet.word(at - 1) == "," or measures(sheet, at - 1))):
        return None  # `501.3 g ± 0.2 g`: so much and no more, up or down
    return sign, at + 1


def _is_during(sheet: Sheet, at: int, inner: Amount) -> bool:
    """`sold drugs over twenty-six months`: the time it took, where `over` is not "more than"."""
    during = sheet.word(at) == "over" and inner.unit.dimension == "duration"
    return during and sheet.word(at - 1) not in _MORE_THAN


def _and_some(sheet: Sheet, at: int) -> Amount | None:
    """`cent et quelques euros`, `quatre-vingt-dix et des poussières`: what is counted may have been said before."""
    told = number(sheet, at)
    some = phrase(sheet.tokens, told.end, _SOME) if told is not None and not told.article else None
    if told is None or some is None:
        return None
    told = told._replace(end=some[1], approximate=True)
    value = told.worth(sheet.habit, money=True)
    known = measured(sheet, told)
    if known is not None or value is None:
        return known
    return Amount(value, value, COUNT, told.end, approximate=True)


def echo(sheet: Sheet, told: Amount) -> Amount | None:
    """The second bound of `une quarantaine de kilos, trente-six au moins`, in the unit of the first."""
    if sheet.word(told.end) != "," or told.unit.dimension == "duration":
        return None
    head = phrase(sheet.tokens, told.end + 1, BEFORE)
    bare = number(sheet, head[1] if head else told.end + 1)
    if bare is None or bare.article:
        return None
    after = None if head else phrase(sheet.tokens, bare.end, _AFTER)
    value = bare.worth(sheet.habit, money=told.unit.currency is not None)
    end = after[1] if after else bare.end
    if value is None or not (head or after) or sheet.tokens[end].kind not in (SIGN, BREAK):
        return None
    value = told.unit.convert(value)
    said = str(head[0]) if head else str(after[0]).removeprefix("after_") if after else "about"
    return _bound(replace(told, low=value, high=value, end=end, approximate=True), said)


def _inside_identifier(sheet: Sheet, at: int) -> bool:
    token = sheet.tokens[at]
    if not token.glued or at == 0 or token.kind != DIGITS:
        return False
    before = sheet.tokens[at - 1]
    if before.kind == WORD:
        return True
    return before.text in "/_.,:-#@°" and before.glued


def _bound(told: Amount, bound: str) -> Amount:
    if bound == "about":
        return replace(told, approximate=True)
    if bound == "at_least":
        return replace(told, high=_ENDLESS, approximate=True)
    return replace(told, low=min(Decimal(0), told.low), approximate=True)


def _ranged(sheet: Sheet, at: int) -> Amount | None:
    """`de 300 à 360 kg`, `between 36 and 44 kg`, `20-25 kg`; else one amount, told once or twice."""
    links = LINKS.get(sheet.word(at))
    if links is not None:
        return None if changes(sheet, at) else _range(sheet, at + 1, links)
    told = _range(sheet, at, _LOOSE)
    if told is not None:
        return told
    told = amount(sheet, at)
    return _told_twice(sheet, told) if told else None


def _told_twice(sheet: Sheet, told: Amount) -> Amount:
    """`DEUX MILLE EUROS (2 000 €)`: one amount; where both tellings disagree, both are kept and doubted."""
    if sheet.word(told.end) != "(":
        return told
    again = amount(sheet, told.end + 1)
    if again is None or again.unit.kept != told.unit.kept or sheet.word(again.end) != ")":
        return told
    low, high = min(told.low, again.low), max(told.high, again.high)
    if low != high and told.unit is COUNT and (again.good, again.container) != (told.good, told.container):
        return told  # `180 cartons of cigarettes (36,000 cigarettes)`
    agree = low == high or (told.low, told.high) == (again.low, again.high)
    return replace(told, low=low, high=high, end=again.end + 1, doubtful=told.doubtful or not agree)


def _range(sheet: Sheet, at: int, links: Container[str]) -> Amount | None:
    """Two numbers that share a unit, or two amounts of one kind, joined by one of these words."""
    left = amount(sheet, at)
    changing = at > 0 and changes(sheet, at - 1)
    if left is not None:
        return None if changing else _range_of_amounts(sheet, left, links)
    bare = number(sheet, at)
    if bare is None or (bare.article and sheet.word(at) not in _ONE):
        return None
    link = bare.end + (sheet.word(bare.end) == "-" and sheet.word(bare.end + 1) in links)  # "8- to 16-meter"
    if sheet.word(link) not in links:
        return _one_or_next(sheet, bare)
    if sheet.word(link) == "/" and not (sheet.tokens[link].glued and sheet.tokens[link + 1].glued):
        return None  # `7 3 / 4 %`
    right = amount(sheet, link + 1 + (sheet.word(link + 1) in ("de", "d")))
    if right is None or (right.unit is COUNT and bare.raw is not None and not is_free(sheet, at, bare)):
        return None  # « photos 1 à 38 jointes »
    value = bare.worth(sheet.habit, money=right.unit.currency is not None)
    if value is None:
        return None
    if bare.factor == 1 and right.factor == 1 and right.unit.dimension in _SHARING:
        value *= _shared(sheet, value, right, told_in_words=bare.raw is None)
    low = right.unit.convert(value)
    ranged = _between(low, right, bare.factor) if not changing else None
    if ranged is None and sheet.word(at - 1) in LINKS:  # « de 4,2 à 3,1 millions »: two amounts, the first one here
        low = plain(low * right.factor) if bare.factor == 1 else low
        return replace(right, low=low, high=low, end=bare.end)
    return ranged


def _shared(sheet: Sheet, value: Decimal, right: Amount, *, told_in_words: bool) -> int:
    """`2 à 3 000 €`, `deux à trois cents kilos`: both ends are thousands or hundreds, though one alone says so."""
    told = right.high / right.unit.factor
    if value != value.to_integral_value() or not 1 <= value < 1000:
        return 1
    if value * 1000 < told <= value * 4000:
        return 1000
    hundreds = told_in_words and value < 10 and told % 100 == 0 and value * 100 < told < 1000
    return 100 if hundreds and sheet.tokens[right.end - 1].kind == WORD else 1


def _one_or_next(sheet: Sheet, bare: Number) -> Amount | None:
    """`deux trois kilos`, `twenty-two, twenty-three pounds`, as people say it: from one to the next."""
    if bare.raw is not None or bare.value is None or bare.article:
        return None
    after = bare.end + (sheet.word(bare.end) == ",")
    following = number(sheet, after)
    if following is None or following.raw is not None or following.value != bare.value + 1:
        return None
    listed = after > bare.end
    if following.value > 20 and not listed:
        return None
    right = measured(sheet, following)
    if right is None or right.unit.dimension == "duration":
        return None
    return replace(right, low=right.unit.convert(bare.value), approximate=following.value <= 20)


def _range_of_amounts(sheet: Sheet, left: Amount, links: Container[str]) -> Amount | None:
    link = sheet.word(left.end)
    if link not in links or link in ("or", "ou") or _is_verb(sheet, left.end):
        return None
    right = amount(sheet, left.end + 1)
    if left.unit.currency and (right is None or sheet.word(right.end - 1) in SHORT_MULTIPLIERS):
        told = number(sheet, left.end + 1)  # $20-25 million, $5-10k
        right = _of_money(sheet, left, told) if told else None
    if right is None:
        return None
    low = left.low
    if (left.unit.kept, right.unit.kept) == ("g", "kg"):
        low = low / 1000
    elif left.unit.kept != right.unit.kept:
        return None
    return _between(low, right, left.factor)


def _of_money(sheet: Sheet, left: Amount, told: Number) -> Amount | None:
    value = told.worth(sheet.habit, money=True)
    if value is None or told.article:
        return None
    word, end, factor = sheet.word(told.end), told.end, told.factor
    if word in SHORT_MULTIPLIERS and short_stands(sheet, end):  # $5-10k
        factor, end, value = MULTIPLIERS[word], end + 1, value * MULTIPLIERS[word]
    value = left.unit.convert(value)
    return replace(left, low=value, high=value, end=end, factor=factor)


def _between(low: Decimal, right: Amount, factor: Decimal) -> Amount | None:
    """From `low` to the right end, whose millions both share where the left has none of its own."""
    shared = low * right.factor
    if factor == 1 and right.factor > 1:
        if right.high < shared <= 20 * right.high:
            return None  # from 4.2 to 3.1 million: no range
        low = shared if shared < right.high else low
    if low < right.high:
        return replace(right, low=low)
    return replace(right, high=low) if right.high < 0 else None  # "-18 °C to -34 °C"


def _is_verb(sheet: Sheet, at: int) -> bool:
    """`500 kg a été saisi`: the verb, not the preposition."""
    token = sheet.tokens[at]
    following = sheet.tokens[at + 1]
    return token.text == "a" and sheet.text[token.start] == "a" and following.kind == WORD
