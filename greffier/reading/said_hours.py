"""Hours as they are said, without the word for hours: half past eight, à sept trente, huit et demie."""

from __future__ import annotations

from greffier.reading.day_parts import hour_part
from greffier.reading.hours import MINUTES, QUARTERS, Told, made, meridiem
from greffier.reading.numerals import spelled
from greffier.reading.script import WEEKDAYS, Script
from greffier.reading.tokens import DIGITS, WORD

_SHARES = {"half": 30, "quarter": 15}
_HALF_CUES = frozenset(
    "at by about around till until before after since for there here back home say maybe like".split()
)
_ENGLISH_CUES = frozenset("at by from to till until before after around between and".split())
# What may follow an hour that is two bare numbers; before any other word they are numbers of something.
AFTER_HOUR = frozenset(
    "et il elle on je nous ils elles du de dans ce hier demain le mais puis quand pour and on in the tomorrow "
    "yesterday today tonight this to till until for he she i we they when pm am a p precises pile".split()
)


def said(script: Script, at: int, hour: int, after: int, cued: bool) -> Told | None:
    """`sept trente`, `huit et demie`, `seven thirty`: after `à` or `at`, or before am and pm; `hour` is read."""
    minutes = _minutes(script, after)
    if minutes is None or hour > 24:
        return None
    number, end = minutes
    half = meridiem(script, end)
    if half is None and not (_is_cued(script, at, cued) and _ends(script, end)):
        return None
    return made(hour, number, 0, half, end, twelve=script.language == "en" and hour <= 12)


def _minutes(script: Script, at: int) -> tuple[int, int] | None:
    if script.word(at) == "et" and (share := QUARTERS.get(script.word(at + 1))) is not None:
        return share, at + 2
    start = at + (script.word(at) == "-")
    if script.tokens[start].kind != WORD:
        return None
    low = 1 if script.word(start) in ("oh", "zero") else 0
    told = spelled(script.tokens, start + low, script.language)
    if told is None or not (1 if low else 5) <= told[0] <= 59:
        return None
    return told[0], told[1] + (script.word(told[1]) in MINUTES)


def _is_cued(script: Script, at: int, cued: bool) -> bool:
    """French `à` has its accent, so that `il en a sept` is no cue."""
    word = script.before(at)
    if script.language == "en":
        return word in _ENGLISH_CUES
    return cued and (word in ("vers", "jusqu") or script.text[script.tokens[at - 1].start] in "àÀA")


def _ends(script: Script, at: int) -> bool:
    token = script.tokens[at]
    return token.kind not in (WORD, DIGITS) or token.text in AFTER_HOUR


def past_the_hour(script: Script, at: int) -> Told | None:
    """half past eight, a quarter to nine, ten past eight, 20 min past eight, 10 past 9."""
    start = at + (script.word(at) == "a")
    if (halved := _half(script, at)) is not None:
        return halved
    counted = _past_minutes(script, start)
    if counted is None:
        return None
    minutes, after = counted
    way = script.word(after)
    counts = script.word(start) == "quarter" or script.word(after - 1) in MINUTES
    led = script.before(at) in ("at", "about", "around", "by", "until", "s", "since", "before", "after", "from")
    counts = counts or (minutes in (5, 10, 20, 25) and (led or _is_dated(script, after + 2)))
    if way not in ("past", "to") or (way == "to" and not counts):
        return None
    hour = spelled(script.tokens, after + 1, "en")
    if hour is None and script.tokens[after + 1].kind == DIGITS and len(script.word(after + 1)) <= 2:
        hour = int(script.word(after + 1)), after + 2
    if hour is None or not 1 <= hour[0] <= 12:
        return None
    end = hour[1] + 3 * (script.word(hour[1]) == "o" and script.word(hour[1] + 2) == "clock")
    return made(hour[0], minutes if way == "past" else -minutes, 0, meridiem(script, end), end, twelve=True)


def _is_dated(script: Script, at: int) -> bool:
    """`ten to four on Monday`, `five to nine in the morning`: what follows says that the numbers are an hour."""
    return (script.word(at) == "on" and script.word(at + 1) in WEEKDAYS) or hour_part(script, at) is not None


def _half(script: Script, at: int) -> Told | None:
    """`at half seven`: half past it, as the English say."""
    if script.word(at) != "half":
        return None
    hour = spelled(script.tokens, at + 1, "en")
    if script.before(at) not in _HALF_CUES and (hour is None or hour_part(script, hour[1]) is None):
        return None
    return (
        made(hour[0], 30, 0, meridiem(script, hour[1]), hour[1], twelve=True) if hour and 1 <= hour[0] <= 12 else None
    )


def _past_minutes(script: Script, at: int) -> tuple[int, int] | None:
    if (share := _SHARES.get(script.word(at))) is not None:
        return share, at + 1
    token = script.tokens[at]
    if token.kind == DIGITS:
        number = (int(token.text), at + 1) if len(token.text) <= 2 and not token.glued else None
    else:
        number = spelled(script.tokens, at, "en")
    if number is None or number[0] > 59:
        return None
    return number[0], number[1] + (script.word(number[1]) in MINUTES)
