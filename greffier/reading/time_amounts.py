"""So many units of time: three days, une quinzaine de jours, 1 month and 21 days. Tokens in, numbers and units out."""

from __future__ import annotations

from greffier.reading.numerals import spelled
from greffier.reading.phrasebook import meanings
from greffier.reading.script import Script
from greffier.reading.tokens import DIGITS
from greffier.reading.told import Unit
from greffier.reading.vocabulary import table

UNITS: dict[str, Unit] = meanings(table("dates")["units"])
FEW = {"a": 1, "an": 1, "one": 1, "couple": 2, "few": 3, "quelques": 3, "several": 3, "une": 1, "un": 1}
SEVERAL: dict[str, tuple[int, Unit | None]] = {
    "fortnight": (2, "week"), "fortnights": (2, "week"), "huitaine": (8, "day"), "dizaine": (10, "day"),
    "quinzaine": (15, "day"),
}  # fmt: skip
Amount = tuple[tuple[tuple[int, Unit], ...], int]  # so many of a unit, so many of another; the token after


def amount(script: Script, at: int) -> Amount | None:
    """So many of a unit, and so many of a smaller one: 2 weeks and 2 days; 1 month, 21 days."""
    parts: list[tuple[int, Unit]] = []
    after = at
    while len(parts) < 4:
        found = single(script, script.skip(after, ("and", "et", ","), 1) if parts else after)
        if found is None or any(found[0][1] == unit for _, unit in parts):
            break
        parts, after = [*parts, found[0]], found[1]
    return (tuple(parts), after) if parts else None


_SHARES = {
    ("half", "an", "hour"): 30, ("half", "an", "hr"): 30, ("half", "hr"): 30, ("half", "a", "hour"): 30,
    ("half", "hour"): 30, ("une", "demi", "-", "heure"): 30,
    ("un", "quart", "d", "'", "heure"): 15, ("trois", "quarts", "d", "'", "heure"): 45,
    ("a", "quarter", "of", "an", "hour"): 15, ("three", "quarters", "of", "an", "hour"): 45,
}  # fmt: skip
_SHARED = frozenset(words[0] for words in _SHARES)


def _share_of_hour(script: Script, at: int) -> tuple[int, int] | None:
    """The minutes of `half an hour`, `un quart d'heure`, and the token after it."""
    for words, minutes in _SHARES.items():
        if all(script.word(at + place) == word for place, word in enumerate(words)):
            return minutes, at + len(words)
    return None


def single(script: Script, at: int) -> tuple[tuple[int, Unit], int] | None:
    token = script.tokens[at]
    if token.text in _SHARED and (share := _share_of_hour(script, at)) is not None:
        return (share[0], "minute"), share[1]
    if token.text in ("a", "an") and script.before(at) == "half":
        return None
    if token.kind == DIGITS:
        if len(token.text) > 3:
            return None
        value, after = int(token.text), at + 1
    elif (number := spelled(script.tokens, at, script.language)) is not None:
        value, after = number
    elif token.text in FEW:
        value, after = FEW[token.text], at + 1
        if token.text == "a" and script.word(after) in ("few", "couple"):
            value, after = FEW[script.word(after)], after + 1
        after += script.word(after) == "of"
    else:
        return None
    several, unit = SEVERAL.get(script.word(after), (1, UNITS.get(script.word(after))))
    if unit is None or value > 999 or script.word(after) == "h":
        return None
    after += 1 + 2 * (script.word(after + 1) == "de" and script.word(after + 2) == "jours" and unit == "day")
    return (value * several, unit), after
