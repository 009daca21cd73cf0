"""Whether a number alone is a sum of money: by its sentence, by its size, by what was counted around it."""

from __future__ import annotations

from collections.abc import Sequence

from greffier.reading.bare import Bare
from greffier.reading.multiples import Sheet
from greffier.reading.tokens import BREAK
from greffier.reading.told_amounts import COUNT, Amount
from greffier.reading.vocabulary import table

Placed = tuple[int, Amount]

_MONEY = frozenset(table("bare")["money"].split())
_STOPS = frozenset(".!?…")
SENTENCE = 30  # tokens of a sentence looked at on either side
_GIVEN = 20


def is_of_money(sheet: Sheet, bare: Bare) -> bool:
    """Whether the sentence speaks of paying, owing, a price."""
    for step, stop in ((-1, bare.at - SENTENCE), (1, bare.end + SENTENCE)):
        at = bare.at - 1 if step < 0 else bare.end
        while at != stop and 0 <= at < len(sheet.tokens) - 4 and not is_stop(sheet, at):
            if sheet.word(at) in _MONEY:
                return True
            at += step
    return False


def is_in_thousands(bare: Bare) -> bool:
    """« les quinze mille », `twenty thousand`: told in words, of nothing named, such a number is money."""
    value = bare.low.value
    if bare.low.raw is not None or value is None or value < 1000:
        return False
    return value % 100 == 0 or 0 < value % 1000 < 10  # « deux mille cinq »


def is_given(sheet: Sheet, bare: Bare) -> bool:
    """`I gave him 50 for petrol`: what is given for something, where no thing was counted, is money."""
    value = bare.low.worth(sheet.habit, money=True)
    return bare.why == "verb" and sheet.word(bare.end) in ("for", "pour") and value is not None and value >= _GIVEN


def is_round(sheet: Sheet, bare: Bare, around: Sequence[Placed]) -> bool:
    """`800`, `9500`: many and round, where nothing near is counted by the hundred, it is money."""
    value = bare.low.worth(sheet.habit, money=True)
    least, step = (100, 10) if any(told.unit.currency for _, told in around) else (200, 50)
    if value is None or value < least or value % step:
        return False
    counted = [told.high for _, told in around if told.unit.dimension == "count"]
    return not any(value / 4 <= other <= value * 4 for other in counted)


def is_as_many(sheet: Sheet, bare: Bare, before: Sequence[Placed]) -> bool:
    """`theres 60 boxes … 2 quid a box … done. 58.`: about as many as things were counted before."""
    value = bare.low.worth(sheet.habit, money=True) or 0
    return any(told.unit is COUNT and told.high > 5 and value * 4 <= told.high * 5 <= value * 6 for _, told in before)


def with_hundreds(sheet: Sheet, bare: Bare) -> Bare:
    """« deux mille cinq », as people say it of money, is 2 500."""
    value = bare.low.value
    if sheet.language != "fr" or bare.low.raw is not None or value is None or value < 1000 or not 0 < value % 1000 < 10:
        return bare
    said = bare.low._replace(value=value + 99 * (value % 1000))
    return bare._replace(low=said, high=said)


def is_stop(sheet: Sheet, at: int) -> bool:
    return sheet.tokens[at].kind == BREAK or sheet.word(at) in _STOPS
