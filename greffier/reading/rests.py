"""What is left of a stretch and what has passed of it: le reste du mois, later this week, plus tôt cette année."""

from __future__ import annotations

from dataclasses import replace

from greffier.reading.named_units import named_unit
from greffier.reading.phrasebook import meanings, phrase, phrases
from greffier.reading.script import Found, Script
from greffier.reading.told import Rest, Shift, Unit
from greffier.reading.vocabulary import table

_LEXICON = table("dates")
_OPENERS = phrases({words: past for past, spellings in _LEXICON["rests"].items() for words in spellings})
_UNITS: dict[str, Unit] = meanings(_LEXICON["units"])
_LINKS = frozenset("de du d l la le ' of the in dans en a within".split())
_STRETCHES = frozenset({"week", "month", "quarter", "year"})
STARTERS = frozenset(_OPENERS)


def rest(script: Script, at: int) -> Found | None:
    """Anything that opens with `reste de`, `plus tard`, `earlier` and goes on with a week, a month or a year."""
    opener = phrase(script.tokens, at, _OPENERS)
    if opener is None:
        return None
    past, after = opener[0] == "past", opener[1]
    start = script.skip(after, _LINKS, 4)
    found = named_unit(script, start)
    if found is not None and isinstance(found[0], Shift) and found[0].unit in _STRETCHES and not found[0].steps:
        return Rest(replace(found[0], whole=True), past), found[1]
    unit = _UNITS.get(script.word(start)) if start > after else None
    if unit not in _STRETCHES:
        return None
    end = start + 1 + 2 * (script.word(start + 1) == "en" and script.word(start + 2) == "cours")
    return Rest(
        Shift(unit, 0, "told" if script.word(at) in ("plus", "later", "earlier") else "act", whole=True), past
    ), end
