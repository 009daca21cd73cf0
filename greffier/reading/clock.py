"""Times of day: 22h15, 8 heures 05, huit heures cinq, 4:00 am, half past eight, midi. Never how long something took."""

from __future__ import annotations

from dataclasses import replace

from greffier.reading.day_parts import LATE, hour_part
from greffier.reading.hours import MINUTES, QUARTERS, Told, hours, made, meridiem
from greffier.reading.numerals import spelled
from greffier.reading.script import Script
from greffier.reading.tokens import BREAK, DIGITS, SIGN, WORD
from greffier.reading.told import Clock
from greffier.reading.zones import zone


def clock(script: Script, at: int, *, cued: bool = False) -> Told | None:
    """A time of day at this token. `cued`: something before it says that one follows, so that `22 h` is enough."""
    token = script.tokens[at]
    if token.kind == DIGITS:
        found = _digital(script, at, cued)
    elif token.kind == WORD:
        found = _in_words(script, at, cued)
    else:
        return None
    return _with_zone(script, *_with_part(script, *found)) if found else None


def _digital(script: Script, at: int, cued: bool) -> Told | None:
    token = script.tokens[at]
    if token.glued and at and script.before(at) in (":", "/", "_", ".", "-") and not cued:
        return None
    if len(token.text) > 2:
        return _run_together(script, at)
    hour = int(token.text)
    found = _colon(script, at) or hours(script, hour, at + 1, cued) or _half_day(script, at)
    if found is None and script.word(at + 1) == "o" and script.word(at + 3) == "clock":
        found = made(hour, 0, 0, meridiem(script, at + 4), at + 4, twelve=True)
    if found is None and 1 <= hour <= 12 and hour_part(script, at + 1) is not None:
        found = Clock(hour, twelve=True), at + 1
    return found


def _run_together(script: Script, at: int) -> Told | None:
    """`340 pm`, `2215 hours`: hours and minutes in one number, with a word that says so."""
    token = script.tokens[at]
    if len(token.text) not in (3, 4):
        return None
    hour, minute = int(token.text[:-2]), int(token.text[-2:])
    if half := meridiem(script, at + 1):
        return made(hour, minute, 0, half, at + 1)
    if len(token.text) == 4 and script.word(at + 1) in ("hours", "hrs"):
        return made(hour, minute, 0, None, at + 2)
    return None


def _colon(script: Script, at: int) -> Told | None:
    """16:05, 16:05:30, 4:00 am; `16.05` only after a cue or before am and pm."""
    tokens = script.tokens
    mark, minute = tokens[at + 1], tokens[at + 2]
    if (
        mark.text not in (":", ".")
        or minute.kind != DIGITS
        or len(minute.text) != 2
        or not minute.glued
        or not mark.glued
    ):
        return None
    hour, minutes, after, second = int(tokens[at].text), int(minute.text), at + 3, 0
    if (
        tokens[after].text == mark.text
        and tokens[after].glued
        and tokens[after + 1].kind == DIGITS
        and tokens[after + 1].glued
    ):
        if len(tokens[after + 1].text) != 2 or int(tokens[after + 1].text) > 59 or mark.text == ".":
            return None
        second, after = int(tokens[after + 1].text), after + 2
        if (
            tokens[after].text == "."
            and tokens[after].glued
            and tokens[after + 1].kind == DIGITS
            and tokens[after + 1].glued
        ):
            after += 2
    half = meridiem(script, after)
    if mark.text == "." and half is None:
        return None
    if (
        half is None
        and tokens[after].glued
        and tokens[after].kind == WORD
        and tokens[after].text not in ("z", "h", "hrs", "hr")
    ):
        return None
    if tokens[after].glued and tokens[after].text == "/":
        return None
    return made(
        hour,
        minutes,
        second,
        half,
        after,
        twelve=half is None and len(tokens[at].text) == 1 and script.language == "en",
    )


def _half_day(script: Script, at: int) -> Told | None:
    half = meridiem(script, at + 1)
    return made(int(script.word(at)), 0, 0, half, at + 1) if half else None


def _in_words(script: Script, at: int, cued: bool) -> Told | None:
    word = script.word(at)
    if word in ("midi", "noon", "midday", "minuit", "midnight"):
        return _named(script, at, cued)
    if script.language == "en" and (past := _past_the_hour(script, at)):
        return past
    number = (0, at + 1) if word == "zero" else spelled(script.tokens, at, script.language)
    if number is None or number[0] > 24:
        return None
    hour, after = number
    if script.word(after) == "o" and script.word(after + 2) == "clock":
        return made(hour, 0, 0, meridiem(script, after + 3), after + 3, twelve=True)
    if half := meridiem(script, after):
        return made(hour, 0, 0, half, after)
    return hours(script, hour, after, cued) or _english_minutes(script, hour, after)


def _english_minutes(script: Script, hour: int, at: int) -> Told | None:
    """eight thirty pm: only with am or pm, since two numbers in a row are many things."""
    minutes = spelled(script.tokens, at, script.language)
    if minutes is None or not (half := meridiem(script, minutes[1])):
        return None
    return made(hour, minutes[0], 0, half, minutes[1])


def _named(script: Script, at: int, cued: bool) -> Told | None:
    hour = 0 if script.word(at) in ("minuit", "midnight") else 12
    if script.word(at) == "midi" and (script.before(at) in ("apres", "-", "le", "du") or script.before(at) == "avant"):
        return None
    if script.word(at + 1) == "et" and (quarter := QUARTERS.get(script.word(at + 2))):
        return Clock(hour, quarter), at + 3
    if (
        script.tokens[at + 1].kind == DIGITS
        and len(script.word(at + 1)) == 2
        and int(script.word(at + 1)) < 60
        and hour == 12
    ):
        following = script.tokens[at + 2]
        if following.kind in (SIGN, BREAK):
            return Clock(hour, int(script.word(at + 1))), at + 2
    if hour == 0 and script.word(at + 1) == "at" and script.word(at + 3) == "end" and script.word(at + 4) == "of":
        return Clock(24), at + 5
    return Clock(hour, midnight=hour == 0), at + 1


def _past_the_hour(script: Script, at: int) -> Told | None:
    """half past eight, a quarter to nine, ten past eight."""
    start = at + (script.word(at) == "a")
    shares = {"half": 30, "quarter": 15}
    if (minutes := shares.get(script.word(start))) is None:
        number = spelled(script.tokens, start, "en")
        if number is None or number[0] > 59:
            return None
        minutes, after = number
        after += script.word(after) in MINUTES
    else:
        after = start + 1
    way = script.word(after)
    if way not in ("past", "to") or (way == "to" and script.word(start) != "quarter"):
        return None
    hour = spelled(script.tokens, after + 1, "en")
    if hour is None and script.tokens[after + 1].kind == DIGITS and len(script.word(after + 1)) <= 2:
        hour = int(script.word(after + 1)), after + 2
    if hour is None or hour[0] > 12:
        return None
    return made(hour[0], minutes if way == "past" else -minutes, 0, meridiem(script, hour[1]), hour[1], twelve=True)


def _with_part(script: Script, told: Clock, at: int) -> Told:
    """The half of the day that an hour is of, where a part of the day follows."""
    part = hour_part(script, at)
    if part is None:
        return told, at
    late = part[0] in LATE or (part[0] == "night" and told.hour >= 6)
    if late and 1 <= told.hour < 12:
        return replace(told, hour=told.hour + 12, twelve=False), part[1]
    return replace(told, twelve=False), part[1]


def _with_zone(script: Script, told: Clock, at: int) -> Told:
    named = zone(script, at)
    return (replace(told, zone=named[0]), named[1]) if named else (told, at)
