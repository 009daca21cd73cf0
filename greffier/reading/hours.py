"""The hour, minute and second of a time of day: after the word for hours, with am and pm. Tokens in, clocks out."""

from __future__ import annotations

from greffier.reading.day_parts import hour_part
from greffier.reading.numerals import spelled
from greffier.reading.script import Script
from greffier.reading.tokens import DIGITS, WORD
from greffier.reading.told import Clock

HOURS = frozenset({"h", "heure", "heures", "hours", "hrs", "hour", "hr"})
MINUTES = frozenset({"min", "mn", "minutes", "minute", "mins", "m"})
_SECONDS = frozenset({"s", "sec", "secondes", "seconde", "seconds", "second"})
_LONE = frozenset({"h", "heures", "heure"})
QUARTERS = {"quart": 15, "demie": 30, "demi": 30}
Told = tuple[Clock, int]  # a time of day, and the token after it


def hours(script: Script, hour: int, after: int, cued: bool) -> Told | None:
    """22h15, 22 h 15, 8 heures 05 (minutes in digits or words), 8 heures et demie; the hour alone after a cue."""
    tokens = script.tokens
    if tokens[after].text not in HOURS or tokens[after].kind != WORD:
        return None
    led = after > 1 and script.text.startswith(("à", "À", "at "), tokens[after - 2].start)  # « à 13 h 40 après … »
    lone, after = tokens[after].text in _LONE, after + 1
    further = tokens[after + 1]
    if tokens[after].text == "." and tokens[after].glued and further.kind == DIGITS and further.glued:
        after += 1
    minute = _minute(script, after)
    if minute is not None:
        value, after = minute
        if value in (15, 30) and script.word(after - 1) in QUARTERS and _is_duration(script, after):
            return None
        lasts = script.word(after) in ("apres", "plus", "later", "ago") and not led
        if lasts or _counts_minutes(script, after):
            return None
        second, after = _second(script, after)
        return made(hour, value, second, None, after)
    second, end = _second(script, after)
    if end > after and cued:
        return made(hour, 0, second, None, end)
    sharp = tokens[after].text in ("precise", "precises", "pile", "tapantes")
    if not lone or _is_duration(script, after) or not (cued or sharp or hour_part(script, after)):
        return None
    return made(hour, 0, 0, None, after + (sharp or tokens[after].text == "environ"))


def _counts_minutes(script: Script, at: int) -> bool:
    """`15 hours 10 minutes` is how long in English; French records tell the time of day so."""
    return script.language == "en" and script.word(at - 1) in ("minutes", "minute", "mins")


def _minute(script: Script, at: int) -> tuple[int, int] | None:
    """Minutes after the word for hours: 05, cinq, et quart, et demie; negative for moins le quart, moins dix."""
    word = script.word(at)
    if script.tokens[at].kind == DIGITS:
        if len(word) > 2 or int(word) > 59 or (len(word) == 1 and script.word(at + 1) not in MINUTES):
            return None
        if _decimals_follow(script, at + 1) or _heads_line(script, at):
            return None
        after = at + 1
        return int(word), after + (script.word(after) in MINUTES and _ends_minute(script, after))
    if word == "moins":
        tail = at + 1 + (script.word(at + 1) == "le")
        if script.word(tail) == "quart":
            return -15, tail + 1
        less = spelled(script.tokens, tail, script.language)
        return (-less[0], less[1]) if less and less[0] < 31 else None
    if word == "et":
        at += 1 + (script.word(at + 1) == "un")
        if (quarter := QUARTERS.get(script.word(at))) is not None:
            return quarter, at + 1
    number = spelled(script.tokens, at, script.language)
    if number is None or number[0] > 59 or (number[0] == 1 and script.word(number[1]) not in MINUTES):
        return None
    if script.word(number[1]) in HOURS:  # "entre quatorze heures et vingt-deux heures"
        return None
    return number[0], number[1] + (script.word(number[1]) in MINUTES)


def _heads_line(script: Script, at: int) -> bool:
    """Whether a number belongs to the next line of a chat or a log: « ap 14h », and below `08:16 - Sly`."""
    return script.opens_line(at) and script.word(at + 1) in (":", "h", "/", ".")


def _decimals_follow(script: Script, at: int) -> bool:
    mark, digits = script.tokens[at], script.tokens[at + 1]
    return mark.text in (",", ".", "/") and mark.glued and digits.kind == DIGITS and digits.glued


def _ends_minute(script: Script, at: int) -> bool:
    return script.word(at) != "m" or script.tokens[at].glued


def _second(script: Script, at: int) -> tuple[int, int]:
    tokens = script.tokens
    start = at + (tokens[at].text in ("et", "and"))
    if tokens[start].kind == DIGITS and len(tokens[start].text) <= 2 and tokens[start + 1].text in _SECONDS:
        return int(tokens[start].text) % 60, start + 2
    return 0, at


def meridiem(script: Script, at: int) -> tuple[str, int] | None:
    """am, pm, a.m., p. m., o'clock p.m.; `a` alone never."""
    word = script.word(at)
    if word == "o" and script.word(at + 2) == "clock":
        return meridiem(script, at + 3)
    if word in ("am", "pm", "arn", "prn"):  # the last two as scans have them
        return word[0] + "m", at + 1
    if word not in ("a", "p"):
        return None
    after = at + 1
    if script.word(after) == ".":
        after += 1
    if script.word(after) not in ("m", "rn") or script.tokens[after].kind != WORD:
        return None
    after += 1
    if script.word(after) == "." and script.tokens[after].glued and script.word(after - 2) == ".":
        after += 1
    return word + "m", after


def made(
    hour: int, minute: int, second: int, half: tuple[str, int] | None, after: int, *, twelve: bool = False
) -> Told | None:
    if minute < 0:
        hour, minute = (hour - 1) % 24, minute + 60
    if half is not None:
        name, after = half
        if not 1 <= hour <= 23 and (hour, name) != (0, "am"):
            return None
        hour = hour if hour > 12 else hour % 12 + (12 if name == "pm" else 0)
    if (hour > 23 and (hour, minute) != (24, 0)) or minute > 59:
        return None
    return Clock(hour, minute, second, twelve=twelve), after


def _is_duration(script: Script, at: int) -> bool:
    """`8 heures de route`, `24 heures d'attente`, `2 heures plus tard` tell how long; `3 heures du matin` does not."""
    word = script.word(at)
    if word in ("plus", "apres", "auparavant", "durant", "avant", "consecutives", "supplementaires", "later", "ago"):
        return True
    if word not in ("de", "d"):
        return False
    tail = at + 1
    while script.word(tail) in ("l", "'", "la"):
        tail += 1
    return script.word(tail) not in ("apres", "matin", "paris", "soir", "nuit") and script.tokens[tail].kind != DIGITS
