"""What a number that stands alone counts: what the question asked for, money, or what was counted beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from greffier.reading.bare import Bare, bare_numbers
from greffier.reading.countables import is_free
from greffier.reading.currencies import spent
from greffier.reading.multiples import Number, Sheet, past_of
from greffier.reading.phrasebook import lexicon
from greffier.reading.taken import Taken
from greffier.reading.tokens import BREAK, DIGITS, WORD
from greffier.reading.told_amounts import COUNT, Amount
from greffier.reading.told_numbers import number
from greffier.reading.units import Unit, plain, unit

Placed = tuple[int, Amount]

_LEXICON = lexicon("bare")
_MONEY = frozenset(_LEXICON["money"].split())
_SUMS = frozenset(_LEXICON["sums"])
_IN_MONEY = _MONEY | _SUMS | {"argent", "euros", "pounds"}
_PRICED = frozenset({"pour", "est", "c", "fait", "vaut", "vend", "vends"})  # « c'est combien », « y'en a pour combien »
_PAID = frozenset({"remis", "donne", "verse", "touche", "gagne"})  # « combien vous a-t-il remis ? »
_THE = frozenset({"le", "la", "les", "l", "ca"})  # « combien le dix ? »
_STOPS = frozenset(".!?…")
_AND = frozenset({"et", "and", "&"})
_SENTENCE = 30  # tokens of a sentence looked at on either side
_NEAR, _AHEAD = 120, 40  # tokens back and on to what was counted
_CLOSE = 12  # tokens between two amounts told against each other, whatever they measure
_ASKED = 45  # tokens from the question to its answer
_GIVEN = 20
_HOURS = 24  # up to this, a number that was only said may be an hour
_AGE = Unit("s", "duration", Decimal(31_536_000))
_LABELLED = re.compile(r"[^\n:]{0,24}(?::\d\d[^\n:]{0,24})?[^\s\d:][ \u00a0]?: ")  # the sender of a message, who speaks


def understood(sheet: Sheet, told: Sequence[Placed], free: Taken) -> Iterator[Placed]:
    """Yield the amounts that numbers alone stand for, beside those that the page tells in full; dates are taken."""
    covered = frozenset(inner for at, amount in told for inner in range(at, amount.end))
    known = list(told)
    for placed in told:
        shared = [one for one in _shared(sheet, placed, covered) if free.free(*stretch(sheet, *one))]
        known += shared
        yield from shared
    covered |= {inner for at, amount in known[len(told) :] for inner in range(at, amount.end)}
    for bare in bare_numbers(sheet, covered, free):
        meant = _meant(sheet, bare, known)
        if meant is not None:
            known.append((bare.at, meant))
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
    """The token where the number begins that ends before this one."""
    for at in range(end - 1, max(-1, end - 4), -1):
        if sheet.tokens[at].kind not in (DIGITS, WORD):
            return None
        told = number(sheet, at)
        if told is not None and told.end == end:
            return at
    return None


def _meant(sheet: Sheet, bare: Bare, known: Sequence[Placed]) -> Amount | None:
    asked = _asked(sheet, bare.at) if bare.why in ("answer", "says") else None
    if asked is not None:
        return _of(sheet, bare, asked)
    if bare.why == "of_them" and (whole := _whole(bare, known)) is not None:
        return _of(sheet, bare, whole.unit)
    near = _nearest(sheet, bare, known)
    same = near is not None and _same_sentence(sheet, near, bare)
    if bare.why in ("prices", "sums", "in_notes"):
        return _of_money(sheet, bare, _money_near(near))
    if not _is_sure(sheet, bare, near, same=same):
        return None
    if bare.why in ("did", "totals", "of_them"):
        return _of(sheet, bare, COUNT)
    if _is_of_money(sheet, bare):
        return _of_money(sheet, bare, _money_near(near))
    if near is None and _is_given(sheet, bare):
        return _of_money(sheet, bare, None)
    if not same and (_is_in_thousands(bare) or _is_round(sheet, bare, known)):
        return _of_money(sheet, bare, None)
    if near is not None and near[1].unit.currency is not None:
        return _of_money(sheet, bare, near[1])
    return _of(sheet, bare, near[1].unit if near is not None and same else COUNT)


def _whole(bare: Bare, known: Sequence[Placed]) -> Amount | None:
    """What these are some of, told at once after them: `nine of his fourteen years`."""
    return next((told for at, told in known if bare.end < at <= bare.end + 3), None)


def _money_near(near: Placed | None) -> Amount | None:
    return near[1] if near is not None and near[1].unit.currency is not None else None


def _is_sure(sheet: Sheet, bare: Bare, near: Placed | None, *, same: bool) -> bool:
    """Whether enough was counted before: a number that is only said, or a sentence of its own, may be an hour."""
    if bare.why in ("against", "shares"):
        return same
    if bare.why in ("bound", "rest_before"):
        return near is not None
    if bare.why == "says":
        return near is not None or (bare.low.value or 0) > _HOURS
    if bare.why != "answer":
        return True
    many = bare.low.raw is None and (bare.low.value or 0) > _HOURS
    if near is None:
        return many and _is_turn(sheet, bare.at)
    said = sheet.word(bare.at - 1) == "-" and not sheet.tokens[bare.at].glued and bare.low.raw is None
    if (said or sheet.word(bare.at - 1) == "?") and bare.at - near[1].end < _ASKED:
        return True
    return _is_turn(sheet, bare.at)


def _is_turn(sheet: Sheet, at: int) -> bool:
    """Whether the line of this token is what somebody says or writes, his name before it."""
    start = sheet.text.rfind("\n", 0, sheet.tokens[at].start) + 1
    return _LABELLED.match(sheet.text, start, sheet.tokens[at].start + 1) is not None


def _asked(sheet: Sheet, at: int) -> Unit | None:
    """The unit that the question before asks for: « Combien de kilos ? », `How much did he pay?`, `How old is he?`"""
    back, question = at - 1, None
    while back >= max(0, at - _ASKED):
        word = sheet.word(back)
        if word == "?" and question is None:
            question = back
        elif word in (".", "!") and (question is not None or back < at - 3) and len(sheet.word(back - 1)) > 2:
            return None  # « R. », `A.` say who answers
        elif question is not None and _is_how_many(sheet, back):
            return _asked_for(sheet, back, question)
        back -= 1
    return None


def _is_how_many(sheet: Sheet, at: int) -> bool:
    word = sheet.word(at)
    return word == "combien" or (word in ("many", "much", "old") and sheet.word(at - 1) == "how")


def _asked_for(sheet: Sheet, at: int, end: int) -> Unit | None:
    word, after = sheet.word(at), past_of(sheet, at + 1)
    words = {sheet.word(inner) for inner in range(at, end)}
    if word == "old":
        return _AGE
    if words & {"fois", "times", "temps", "time", "long", "frequence"}:
        return None
    found = unit(sheet.tokens, after, sheet.text, sheet.language)
    if found is not None:
        return found[0]
    price = word == "combien" and (sheet.word(at - 1) in _PRICED or sheet.word(at + 1) in _THE)
    price = price or (word == "combien" and bool(words & _PAID) and not words & {"en", "de", "d"})
    if price or words & _IN_MONEY or (word == "much" and sheet.word(at + 1) != "of"):
        return Unit(spent(sheet.text, sheet.language), "money", Decimal(1))
    return COUNT


def _nearest(sheet: Sheet, bare: Bare, known: Sequence[Placed]) -> Placed | None:
    """What was counted nearest before, else what is soon after; times taken and rates are none."""
    kinds = ("money", "mass", "count", "volume")
    if bare.why in ("against", "shares") and known:
        last = max((one for one in known if one[0] < bare.at), key=lambda one: one[0], default=None)
        if last is not None and bare.at - last[1].end <= _CLOSE:
            return last
    before = [one for one in known if bare.at - _NEAR <= one[0] < bare.at and one[1].unit.dimension in kinds]
    if before:
        return max(before, key=lambda one: one[0])
    after = [one for one in known if bare.end <= one[0] < bare.end + _AHEAD and one[1].unit.dimension in kinds]
    return min(after, key=lambda one: one[0]) if after else None


def _same_sentence(sheet: Sheet, near: Placed, bare: Bare) -> bool:
    if near[0] > bare.at or bare.at - near[1].end > _SENTENCE:
        return False
    return not any(_is_stop(sheet, inner) for inner in range(near[1].end, bare.at))


def _is_stop(sheet: Sheet, at: int) -> bool:
    return sheet.tokens[at].kind == BREAK or sheet.word(at) in _STOPS


def _is_of_money(sheet: Sheet, bare: Bare) -> bool:
    """Whether the sentence speaks of paying, owing, a price."""
    for step, stop in ((-1, bare.at - _SENTENCE), (1, bare.end + _SENTENCE)):
        at = bare.at - 1 if step < 0 else bare.end
        while at != stop and 0 <= at < len(sheet.tokens) - 4 and not _is_stop(sheet, at):
            if sheet.word(at) in _MONEY:
                return True
            at += step
    return False


def _is_in_thousands(bare: Bare) -> bool:
    """« les quinze mille », `twenty thousand`: told in words, of nothing named, such a number is money."""
    value = bare.low.value
    return bare.low.raw is None and value is not None and value >= 1000 and value % 1000 == 0


def _is_given(sheet: Sheet, bare: Bare) -> bool:
    """`I gave him 50 for petrol`: what is given for something, where no thing was counted, is money."""
    value = bare.low.worth(sheet.habit, money=True)
    return bare.why == "verb" and sheet.word(bare.end) in ("for", "pour") and value is not None and value >= _GIVEN


def _is_round(sheet: Sheet, bare: Bare, known: Sequence[Placed]) -> bool:
    """`800`, `9500`: many and round, where nothing near is counted by the hundred, it is money."""
    value = bare.low.worth(sheet.habit, money=True)
    if value is None or value < 200 or value % 50:
        return False
    counted = [told.high for at, told in known if abs(at - bare.at) < _NEAR and told.unit.dimension == "count"]
    return not any(value / 4 <= other <= value * 4 for other in counted)


def _of_money(sheet: Sheet, bare: Bare, like: Amount | None) -> Amount | None:
    """A sum in the currency of the page; in thousands where the sum before was: `eight grand`, then `five`."""
    if like is None:
        return _of(sheet, bare, Unit(spent(sheet.text, sheet.language), "money", Decimal(1)))
    value = bare.high.worth(sheet.habit, money=True)
    by_thousands = max(like.factor, like.unit.factor) == 1000
    if bare.why in ("sums", "against") and bare.low.raw is None:  # £40,000, of which his share is twelve
        by_thousands = by_thousands or (like.low >= 2000 and like.low % 1000 == 0)
    thousands = by_thousands and value is not None and value < 100
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
    factor = Decimal(1000) if kind.currency is not None and _is_in_thousands(bare) else Decimal(1)
    return Amount(low, high, kind, bare.end, None, None, approximate, factor=factor)


def _value(sheet: Sheet, told: Number, kind: Unit, *, money: bool) -> Decimal | None:
    value = told.worth(sheet.habit, money=money)
    return plain(kind.convert(value)) if value is not None else None
