"""Parts of the day: morning, après-midi, soir, nuit, after an hour or a date."""

from __future__ import annotations

from greffier.reading.phrasebook import lexicon, meanings
from greffier.reading.script import Script

PARTS_OF_DAY: dict[str, str] = meanings(lexicon("dates")["parts_of_day"])


def hour_part(script: Script, at: int) -> tuple[str, int] | None:
    """`du matin`, `de l'après-midi`, `in the evening`, `at night`: the part of the day, and the token after it."""
    start = script.skip(at, ("du", "de", "l", "'", "in", "the", "at", "la"), 4)
    if start == at:
        return None
    if script.word(start) == "apres" and (after := after_midi(script, start)):
        return "afternoon", after
    named = PARTS_OF_DAY.get(script.word(start))
    return (named, start + 1) if named and named != "noon" else None


def after_midi(script: Script, at: int) -> int | None:
    """Where `après-midi` ends, with its hyphen or without."""
    start = at + 1 + (script.word(at + 1) == "-")
    return start + 1 if script.word(start) == "midi" else None
