"""What a number that stands alone counts: what the question asked for, money, or what was counted beside it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from operator import itemgetter

from greffier.reading.alone import is_alike
from greffier.reading.asked import ASKED, YEARS, asked, asks_no_count
from greffier.reading.bare import Bare, bare_numbers
from greffier.reading.countables import is_free
from greffier.reading.currencies import spent
from greffier.reading.gaps import is_like
from greffier.reading.multiples import Number, Sheet
from greffier.reading.sums import (
    SENTENCE,
    is_as_many,
    is_given,
    is_in_thousands,
    is_of_money,
    is_round,
    is_stop,
    with_hundreds,
)
from greffier.reading.taken import Taken
from greffier.reading.tokens import DIGITS, WORD
from greffier.reading.told_amounts import COUNT, Amount
from greffier.reading.told_numbers import number
from greffier.reading.units import Unit, plain
from greffier.reading.vocabulary import table

Placed = tuple[int, Amount]

_LEXICON = table("bare")
_SUMS = frozenset(_LEXICON["sums"])
_KINDS = frozenset({"money", "mass", "count", "volume"})
_AND = frozenset({"et", "and", "&"})
_NEAR, _AHEAD = 120, 40  # tokens back and on to what was counted
_GAPS = frozenset({"became", "then", "weighed", "listed", "shaped"})
_LIKE = _GAPS | {"part", "alike"}  # those that take their unit from another, or are nothing
_EACH = frozenset("each apiece a per la le piece par chacun chacune l".split())
_BESIDE = 4  # tokens from an amount to « four of them »
_CLOSE = 12  # tokens between two amounts told against each other, whatever they measure
_HOURS = 24  # up to this, a number that was only said may be an hour
_LABELLED = re.compile(  # the sender of a message, who speaks
    r"[AR]\d{0,3}(?:[.):]| ?[–—-]) |[^\n:]{0,24}(?::\d\d[^\n:]{0,24})?(?:[^\s\d:]|[A-Za-z]\w{0,9}\d)[ \u00a0]?: "
)


def understood(sheet: Sheet, told: Sequence[Placed], free: Taken) -> Iterator[Placed]:
    """Yield the amounts that numbers alone stand for, beside those that the page tells in full; dates are taken."""
    covered = frozenset(inner for at, amount in told for inner in range(at, amount.end))
    shared = [one for placed in told for one in _shared(sheet, placed, covered) if free.free(*stretch(sheet, *one))]
    yield from shared
    covered |= {inner for at, amount in shared for inner in range(at, amount.end)}
    known = sorted([*told, *shared], key=itemgetter(0))
    for bare in bare_numbers(sheet, covered, free):
        meant = _meant(sheet, bare, known)
        if meant is not None:
            insort(known, (bare.at, meant), key=itemgetter(0))
            yield bare.at, meant


def stretch(sheet: Sheet, at: int, amount: Amount) -> tuple[int, int]:
    """Where an amount stands that begins at this token."""
    return sheet.tokens[at].start, sheet.tokens[amount.end - 1].end


def _shared(sheet: Sheet, placed: Placed, covered: frozenset[int]) -> Iterator[Placed]:
    """The numbers before « et », commas before them, that have the unit of the last: « de 5, 10 et 20 € »."""
    at, amount = placed
    if amount.unit is COUNT or amount.low != amount.high or sheet.word(at - 1) not in _AND:
        return
    while at > 1 and sheet.word(at - 1) in (*_AND, ","):
        before = _number_before(sheet, at - 1)
        if before is None or before in covered or (told := number(sheet, before)) is None:
            return
        value = told.worth(sheet.habit, money=amount.unit.currency is not None)
        if value is None or told.article or not is_free(sheet, before, told):
            return
        value = plain(value * amount.unit.factor)
        yield before, Amount(value, value, amount.unit, told.end, amount.good)
        at = before


def _number_before(sheet: Sheet, end: int) -> int | None:
    """The token where the longest number begins that ends before this one."""
    longest = None
    for at in range(end - 1, max(-1, end - 4), -1):
        decimal = sheet.word(at) in (",", ".") and sheet.tokens[at].glued and sheet.tokens[at + 1].glued
        if sheet.tokens[at].kind not in (DIGITS, WORD) and not decimal:
            break
        told = number(sheet, at)
        if told is not None and told.end == end:
            longest = at
    return longest


def _meant(sheet: Sheet, bare: Bare, known: Sequence[Placed]) -> Amount | None:
    wanted = asked(sheet, bare.at) if bare.why in ("answer", "says") else None
    if wanted is COUNT and is_in_thousands(bare):
        wanted = None  # « Combien y avait-il ? — Quatre mille. »
    wanted = wanted or _same(sheet, bare, known)
    if wanted is not None:
        return _of(sheet, bare, wanted)
    if bare.why in _LIKE or (bare.why == "answer" and asks_no_count(sheet, bare.at)):
        return None
    near = _nearest(sheet, bare, known)
    if bare.why in ("prices", "sums", "in_notes"):
        return _of_money(sheet, bare, _money_near(near))
    same = near is not None and _same_sentence(sheet, near, bare)
    return _surrounded(sheet, bare, known, near, same=same) if _is_sure(sheet, bare, near, same=same) else None


def _surrounded(sheet: Sheet, bare: Bare, known: Sequence[Placed], near: Placed | None, *, same: bool) -> Amount | None:
    """What a number counts by its sentence: things, money, or the like of what was counted `near` it."""
    if bare.why in ("did", "totals", "of_them"):
        return _of(sheet, bare, COUNT)
    votes = bare.why == "against" and same and near is not None and near[1].unit is COUNT
    if votes and near is not None and bare.at - near[1].end <= _BESIDE:
        return _of(sheet, bare, COUNT)  # « 11 voix contre 2 », of a budget
    if is_of_money(sheet, bare):
        return _of_money(sheet, bare, _money_near(near))
    if near is None and is_given(sheet, bare):
        return _of_money(sheet, bare, None)
    if not same and (is_in_thousands(bare) or is_round(sheet, bare, _from(known, bare.at - _NEAR, bare.at + _NEAR))):
        return _of_money(sheet, bare, None)
    if (
        near is not None
        and near[1].unit.currency is not None
        and not is_as_many(sheet, bare, _from(known, bare.at - _NEAR, bare.at - 1))
    ):
        return _of_money(sheet, bare, near[1])
    same = same and near is not None and near[1].unit.currency is None
    return _of(sheet, bare, near[1].unit if near is not None and same else COUNT)


def _same(sheet: Sheet, bare: Bare, known: Sequence[Placed]) -> Unit | None:
    """The unit of what these are some of, part of or alike: `nine of his fourteen years`, « Sac B : 503 »."""
    if bare.why == "sentence":
        return YEARS
    before = _from(known, bare.at - _NEAR, bare.at - 1)
    if bare.why == "of_them":
        of = next((told.unit for _, told in _from(known, bare.end + 1, bare.end + 3)), None)
        lasted = before and before[-1][1].unit.dimension == "duration" and bare.at - before[-1][1].end < _BESIDE
        return before[-1][1].unit if of is None and lasted else of  # `six days, four of them`
    if bare.why in _GAPS:
        return _of_gap(sheet, bare, before)
    if bare.why == "part":
        return before[-1][1].unit if before and before[-1][1].end == bare.at - 1 else None
    if bare.why == "alike":
        name = sheet.word(bare.at - 3)
        return next(
            (told.unit for at, told in reversed(before) if is_alike(sheet, at) and sheet.word(at - 3) == name), None
        )
    return None


def _of_gap(sheet: Sheet, bare: Bare, before: Sequence[Placed]) -> Unit | None:
    """The unit that was told with the last amount of the sentence, or the last weight, sum or things counted."""
    if bare.why in ("shaped", "weighed"):
        kind = "money" if bare.why == "shaped" else "mass"
        found = next((told.unit for _, told in reversed(before) if told.unit.dimension == kind), None)
        return replace(found, factor=Decimal(1)) if found is not None and found.currency else found
    last = before[-1] if before else None
    if last is None or not is_like(sheet, bare.at, last[0]):
        return None
    if not _same_sentence(sheet, last, bare):  # « 200 par voyage. Après c'est monté à 350. »
        return last[1].unit if bare.why == "became" and bare.at - last[1].end < SENTENCE else None
    if bare.why == "listed" and last[1].unit is not COUNT:
        return None
    return last[1].unit


def _from(known: Sequence[Placed], start: int, end: int) -> Sequence[Placed]:
    """Those that begin at one of these tokens, `end` included."""
    first = bisect_left(known, start, key=itemgetter(0))
    return known[first : bisect_right(known, end, lo=first, key=itemgetter(0))]


def _money_near(near: Placed | None) -> Amount | None:
    return near[1] if near is not None and near[1].unit.currency is not None else None


def _is_sure(sheet: Sheet, bare: Bare, near: Placed | None, *, same: bool) -> bool:
    """Whether enough was counted before: a number that is only said, or a sentence of its own, may be an hour."""
    if bare.why in ("against", "shares"):
        return same or (near is None and is_in_thousands(bare))
    if bare.why == "apart":
        return is_of_money(sheet, bare)
    if bare.why in ("bound", "rest_before"):
        return near is not None
    if bare.why == "says":
        return near is not None or (bare.low.value or 0) > _HOURS
    if bare.why != "answer":
        return True
    many = bare.low.raw is None and (bare.low.value or 0) > _HOURS
    if near is not None and sheet.word(bare.end) == "?" and near[1].high == bare.low.worth(sheet.habit, money=True):
        return True  # `nine sacks in the barn. — Nine?`
    if near is None:
        return many and _is_turn(sheet, bare.at)
    said = sheet.word(bare.at - 1) == "-" and not sheet.tokens[bare.at].glued and bare.low.raw is None
    if (said or sheet.word(bare.at - 1) == "?") and bare.at - near[1].end < ASKED:
        return True
    return _is_turn(sheet, bare.at)


def _is_turn(sheet: Sheet, at: int) -> bool:
    """Whether the line of this token is what somebody says or writes, his name before it."""
    start = sheet.text.rfind("\n", 0, sheet.tokens[at].start) + 1
    return _LABELLED.match(sheet.text, start, sheet.tokens[at].start + 1) is not None


def _nearest(sheet: Sheet, bare: Bare, known: Sequence[Placed]) -> Placed | None:
    """What was counted nearest before, else what is soon after; times taken and rates are none."""
    before = _from(known, bare.at - _NEAR, bare.at - 1)
    if bare.why in ("against", "shares") and before and bare.at - before[-1][1].end <= _CLOSE:
        return before[-1]
    counted = [one for one in before if one[1].unit.dimension in _KINDS]
    if counted:
        return counted[-1]
    after = _from(known, bare.end, bare.end + _AHEAD)
    return next((one for one in after if one[1].unit.dimension in _KINDS and not _is_of_each(sheet, one[1])), None)


def _is_of_each(sheet: Sheet, told: Amount) -> bool:
    """Whether a price is that of one: `Can you do ten? … thirty-one grand each`."""
    return told.unit.currency is not None and sheet.word(told.end) in _EACH


def _same_sentence(sheet: Sheet, near: Placed, bare: Bare) -> bool:
    if near[0] > bare.at or bare.at - near[1].end > SENTENCE:
        return False
    return not any(is_stop(sheet, inner) for inner in range(near[1].end, bare.at))


def _of_money(sheet: Sheet, bare: Bare, like: Amount | None) -> Amount | None:
    """A sum in the currency of the page; in thousands where the sum before was: `eight grand`, then `five`."""
    bare = with_hundreds(sheet, bare)
    if like is None:
        return _of(sheet, bare, Unit(spent(sheet.text, sheet.language), "money", Decimal(1)))
    value = bare.high.worth(sheet.habit, money=True)
    by_thousands = max(like.factor, like.unit.factor) == 1000
    if bare.why in ("sums", "against") and bare.low.raw is None:  # £40,000, of which his share is twelve
        by_thousands = by_thousands or (like.low >= 2000 and like.low % 1000 == 0)
    thousands = by_thousands and value is not None and value < 100 and bare.why != "in_notes"
    return _of(sheet, bare, Unit(like.unit.kept, "money", Decimal(1000 if thousands else 1)))


def _of(sheet: Sheet, bare: Bare, kind: Unit) -> Amount | None:
    money = kind.currency is not None or kind is COUNT
    low, high = (_value(sheet, told, kind, money=money) for told in (bare.low, bare.high))
    if low is None or high is None or low > high or (kind is COUNT and low != low.to_integral_value()):
        return None
    approximate = bare.bound is not None or bare.low.approximate
    if bare.bound == "at_least":
        high = Decimal("Infinity")
    elif bare.bound == "at_most":
        low = Decimal(0)
    factor = Decimal(1000) if kind.currency is not None and is_in_thousands(bare) else Decimal(1)
    return Amount(low, high, kind, bare.end, None, None, approximate, factor=factor)


def _value(sheet: Sheet, told: Number, kind: Unit, *, money: bool) -> Decimal | None:
    value = told.worth(sheet.habit, money=money)
    return plain(kind.convert(value)) if value is not None else None
