"""Time zones after an hour: Z, UTC, CET, (Paris), heure de Paris, Paris time, +0200. As IANA names."""

from __future__ import annotations

from greffier.reading.phrasebook import lexicon, phrase, phrases
from greffier.reading.script import Script
from greffier.reading.tokens import DIGITS

_ZONES = phrases(lexicon("dates")["zones"])
_SHORT = 4  # letters; longer names are cities, which need a sign that they are meant as a zone


def zone(script: Script, at: int) -> tuple[str, int] | None:
    """Return the zone written at this token as an IANA name, and the token after it."""
    offset = _offset(script, at)
    if offset is not None:
        return offset, at + 2
    bracket = script.word(at) == "("
    start = at + bracket
    labelled = script.word(start) == "heure" and script.word(start + 1) in ("de", "d")
    if labelled:
        start = script.skip(start + 2, ("'",), 1)
    found = phrase(script.tokens, start, _ZONES)
    if found is None or not _stands(script, start, found[1], bracket or labelled):
        return None
    name, after = found
    after += script.word(after) == "time"
    if bracket and script.word(after) != ")":
        return None
    return name, after + bracket


def _stands(script: Script, start: int, after: int, marked: bool) -> bool:
    """Cities need a bracket or the word for time beside them; letters must be capitals; Z is glued to its hour."""
    written = script.text[script.tokens[start].start : script.tokens[after - 1].end]
    if len(written) > _SHORT or written.lower() == "rome":
        return marked or script.word(after) == "time"
    return written.isupper() and (written != "Z" or script.tokens[start].glued)


def _offset(script: Script, at: int) -> str | None:
    """`+0200`, as mail programs write it: whole hours have an IANA name, whose sign is turned round."""
    sign, digits = script.word(at), script.tokens[at + 1]
    if sign not in ("+", "-") or digits.kind != DIGITS or not digits.glued or len(digits.text) != 4:
        return None
    hours = int(digits.text[:2])
    if digits.text[2:] != "00" or hours > 12:
        return None
    return f"Etc/GMT{'-' if sign == '+' else '+'}{hours}" if hours else "Etc/UTC"
