"""Money in slang, `eight grand`, `2k`, « 200 balles », and money that countries share: in that of the page."""

from __future__ import annotations

import re
from decimal import Decimal

from greffier.reading.currencies import SHARED, shared, spent
from greffier.reading.multiples import Sheet
from greffier.reading.tokens import WORD
from greffier.reading.units import Unit
from greffier.reading.vocabulary import table

_WORDS = table("slang")["words"]
_OTHERWISE = {  # what the word is then, where something like it is named beside
    "balles": re.compile(
        r"calibre|arme|fusil|pistolet|revolver|chargeur|munition|tir|coup|bless|impact|mm\b", re.IGNORECASE
    ),
    "briques": re.compile(r"mur|maçon|chantier|lait|jus|ciment|parpaing|cocaïne|résine", re.IGNORECASE),
}
_AROUND = 70  # characters in which it would be named


def slang(sheet: Sheet, at: int) -> tuple[Unit, int] | None:
    """The money that a word of slang means at this token, and the token after it."""
    word = sheet.word(at)
    if word == "k":
        return _thousands(sheet, at)
    owned = shared(word, sheet.text) if word in SHARED else None
    if owned is not None:
        return Unit(owned, "money", Decimal(1)), at + 1
    told = _WORDS.get(word)
    if told is None or told["language"] != sheet.language:
        return None
    token = sheet.tokens[at]
    around = sheet.text[max(0, token.start - _AROUND) : token.end + _AROUND]
    if token.text == "balles" and sheet.word(at + 1) in ("de", "d"):
        return None  # « 640 balles de friperie »
    if token.text in _OTHERWISE and _OTHERWISE[token.text].search(around):
        return None
    return Unit(spent(sheet.text, sheet.language), "money", Decimal(told["factor"])), at + 1


def _thousands(sheet: Sheet, at: int) -> tuple[Unit, int] | None:
    """`2k` and nothing that it measures after it: a noun there is counted, a sign may go on with a code."""
    token, following = sheet.tokens[at], sheet.tokens[at + 1]
    if not token.glued or len(sheet.word(at - 1)) > 3 or (following.glued and following.text not in '.,;:!?)»"…'):
        return None
    if following.kind == WORD and following.text.endswith("s") and len(following.text) > 4:
        return None
    return Unit(spent(sheet.text, sheet.language), "money", Decimal(1000)), at + 1
