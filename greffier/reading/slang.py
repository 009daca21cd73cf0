"""Money in slang, `eight grand`, « 200 balles »: in the currency that the page names, where it names one only."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from greffier.reading.multiples import Sheet
from greffier.reading.phrasebook import lexicon
from greffier.reading.units import Unit

_NAMED = {
    "EUR": re.compile(r"€|\beuros?\b|\bEUR\b"),
    "GBP": re.compile(r"£|\bpounds?\b|\bGBP\b"),
    "USD": re.compile(r"\$|\bdollars?\b|\bUSD\b"),
    "FRF": re.compile(r"\bfrancs?\b|\d F\b"),
    "CHF": re.compile(r"\bCHF\b"),
}
_WORDS = lexicon("slang")
_WEAPON = re.compile(
    r"calibre|arme|fusil|pistolet|revolver|chargeur|munition|tir|coup|bless|impact|mm\b", re.IGNORECASE
)  # `balles` are bullets then
_AROUND = 70  # characters in which a weapon would be named


@lru_cache(maxsize=8)
def _spent(text: str) -> str | None:
    """The only currency that a page names."""
    named = [code for code, sign in _NAMED.items() if sign.search(text)]
    return named[0] if len(named) == 1 else None


def slang(sheet: Sheet, at: int) -> tuple[Unit, int] | None:
    """The money that a word of slang means at this token, and the token after it."""
    told = _WORDS.get(sheet.word(at))
    if told is None or told["language"] != sheet.language:
        return None
    token = sheet.tokens[at]
    around = sheet.text[max(0, token.start - _AROUND) : token.end + _AROUND]
    if token.text == "balles" and _WEAPON.search(around):
        return None
    code = _spent(sheet.text) or told.get("else")
    return (Unit(code, "money", Decimal(told["factor"])), at + 1) if code is not None else None
