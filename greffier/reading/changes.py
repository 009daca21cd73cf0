"""What two amounts are told as, one after the other: « le loyer est passé de 600 à 750 euros » is no range."""

from __future__ import annotations

from greffier.reading.multiples import Sheet
from greffier.reading.vocabulary import table

_RISING, _RISEN, _AUXILIARIES = (frozenset(table("units")[name]) for name in ("rising", "risen", "auxiliaries"))
_FROM = frozenset({"de", "d", "from"})
_FARTHEST = 5  # tokens from the verb to what it changes from
_STOPS = frozenset(".,;:!?")


def changes(sheet: Sheet, at: int) -> bool:
    """Whether the « de » or `from` at this token tells what an amount was before it rose: `rose from 5 to 8 %`."""
    if sheet.word(at) not in _FROM:
        return False
    for back in range(at - 1, max(0, at - _FARTHEST - 1), -1):
        word = sheet.word(back)
        if word in _STOPS:
            return False
        if word in _RISING or (word in _RISEN and sheet.word(back - 1) in _AUXILIARIES):
            return True
    return False
