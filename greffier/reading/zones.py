"""Time zones after an hour: Z, UTC, CET, (Paris), heure de Paris, Paris time, +0200. As IANA names."""

from __future__ import annotations

from greffier.reading.phrasebook import phrase, phrases
from greffier.reading.script import Script
from greffier.reading.tokens import DIGITS
from greffier.reading.vocabulary import table

_ZONES = phrases(table("dates")["zones"])
_SHORT = 4  # letters; longer names are cities, which need a sign that they are meant as a zone


def zone(script: Script, at: int) -> tuple[str, int] | None:
    """Return the zone written at this token as an IANA name, and the token after it."""
    offset = _offset(script, at)
    if offset is not None:
        return offset
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


def _has_seconds(script: Script, at: int) -> bool:
    """Whether an hour is told to the second, as machines write it: `22:00-06:00` alone is from one to the other."""
    return script.before(at - 1) == ":" and script.before(at - 3) == ":"


def _offset(script: Script, at: int) -> tuple[str, int] | None:
    """`+0200`, `+02:00`, `UTC+2`: whole hours have an IANA name, whose sign is turned round."""
    named = script.word(at) in ("utc", "gmt")
    start = at + named
    sign, digits = script.word(start), script.tokens[start + 1]
    if sign not in ("+", "-") or digits.kind != DIGITS or not digits.glued or not script.tokens[start].glued >= named:
        return None
    text, after = digits.text, start + 2
    if script.word(after) == ":" and script.tokens[after].glued and script.word(after + 1) == "00":
        text, after = text + "00", after + 2
    if len(text) not in ((1, 2, 4) if named else (4,)) or (len(text) == 4 and text[2:] != "00"):
        return None
    hours = int(text[:2])
    if hours > 12 or (sign == "-" and not named and not _has_seconds(script, at)):
        return None
    return (f"Etc/GMT{'-' if sign == '+' else '+'}{hours}" if hours else "Etc/UTC"), after
