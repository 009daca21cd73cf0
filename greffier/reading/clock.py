"""Times of day: 22h15, 8 heures 05, huit heures cinq, 4:00 am, half past eight, midi. Never how long something took."""

from __future__ import annotations

from dataclasses import replace

from greffier.reading.day_parts import LATE, hour_part, part, part_beside
from greffier.reading.hours import HOURS, QUARTERS, Told, hours, made, meridiem
from greffier.reading.numerals import spelled
from greffier.reading.said_hours import AFTER_HOUR, past_the_hour, said
from greffier.reading.script import MONTHS, WEEKDAYS, Script
from greffier.reading.time_amounts import UNITS
from greffier.reading.tokens import BREAK, DIGITS, SIGN, WORD
from greffier.reading.told import Clock
from greffier.reading.zones import zone

_AT = frozenset("at by until till since around before after from about".split())
_VALUED = frozenset("valued estimated put priced sold stands stood remains remained starts aged page counted".split())
_HOUR_CUES = frozenset("at about around by until till from to before after since".split())
_BOUNDS = frozenset("until till til before after by".split())
_TABLED = frozenset("dep arr etd eta atd ata std sta".split())  # how a timetable says that a vessel or a flight leaves
_STAYED = frozenset("till until til by from since before after in back home round over here there arrived woke".split())
_SMALL = frozenset("with and or but that when so as on to in at he she they we i it".split())
_RUNNING = frozenset("from until till to by since after before about at".split())
_CHANGED = frozenset("increased reduced rose fell up down cut multiplied divided outnumbered went go".split())


def clock(script: Script, at: int, *, cued: bool = False) -> Told | None:
    """A time of day at this token. `cued`: something before it says that one follows, so that `22 h` is enough."""
    token = script.tokens[at]
    cued = cued or _heads_line(script, at)
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
        return _run_together(script, at) or _military(script, at)
    hour = int(token.text)
    if script.language == "en" and (past := past_the_hour(script, at)):
        return past
    found = _colon(script, at, cued) or hours(script, hour, at + 1, cued) or _half_day(script, at)
    if found is None and script.word(at + 1) == "o" and script.word(at + 3) == "clock":
        found = made(hour, 0, 0, meridiem(script, at + 4), at + 4, twelve=True)
    if found is None and script.language == "en" and 1 <= hour <= 12 and _agreed(script, at):
        found = Clock(hour, twelve=True), at + 1
    if found is None and 1 <= hour <= 12 and (hour_part(script, at + 1) or (cued and _part_said(script, at + 1))):
        found = Clock(hour, twelve=True), at + 1
    return found


def _heads_line(script: Script, at: int) -> bool:
    """`9 h : départ`, `Onze heures.`: an hour with its word, and nothing else, before a sign at the head of a line."""
    signs = (":", "-", ".") if script.tokens[at].kind == WORD else (":", "-")
    return script.word(at + 1) in HOURS and script.word(at + 2) in signs and script.opens_line(at)


def _agreed(script: Script, at: int) -> bool:
    """`will attend at 4.`, `up til 2`, `not before 5`: a number after `at` or a bound that ends its sentence."""
    after = script.tokens[at + 1]
    ends = after.kind == BREAK or after.text in (".", "?", "!", ";") or script.opens_line(at + 1)
    inner = after.glued and script.tokens[at + 2].glued and script.tokens[at + 2].kind == DIGITS
    led = script.before(at) == "at" or (
        script.before(at) in _BOUNDS and script.before(at - 1) not in _CHANGED and len(script.word(at)) < 3
    )
    return led and ends and not inner and script.before(at - 1) not in _VALUED


def _military(script: Script, at: int) -> Told | None:
    """`0814` at the head of a line of a log, `0814-0830`, `at 1510`, `dep 1345`: four digits that are an hour."""
    token = script.tokens[at]
    if len(token.text) == 4 and "hours after days" in script.heads and _after_day(script, at):
        return made(int(token.text[:2]), int(token.text[2:]), 0, None, at + 1)
    if len(token.text) != 4 or (script.language != "en" and "military" not in script.heads):
        return None
    paired = _is_paired(script, at) or (script.before(at) == "-" and _is_paired(script, at - 2))
    closing = script.before(at) == "to" and script.before(at - 2) == "from" and _is_noughted(script, at - 2)
    if script.before(at) in _TABLED or paired or closing or is_running(script, at) or _is_noughted(script, at):
        return made(
            int(token.text[:2]), int(token.text[2:]), 0, None, at + 1 + (script.word(at + 1) in ("lt", "local"))
        )
    ranged = script.before(at) in ("-", "to") and script.tokens[at - 2].kind == DIGITS and len(script.word(at - 2)) == 4
    heads = "military" in script.heads and (script.opens_line(at) or ranged or script.before(at) == "about")
    if script.before(at) == "between" and script.word(at + 1) == "and" and script.word(at + 3) in ("hours", "hrs", "h"):
        return made(int(token.text[:2]), int(token.text[2:]), 0, None, at + 1)  # "between 0110 and 0130hrs"
    year = token.text[:2] in ("19", "20") and "hours told" not in script.heads
    if not heads and not (script.before(at) == "at" and script.language == "en" and not year):
        return None
    return made(int(token.text[:2]), int(token.text[2:]), 0, None, at + 1)


def _is_paired(script: Script, at: int) -> bool:
    """`19 March 1015-1150`: two hours after a day."""
    first, mark, last = script.tokens[at : at + 3]
    if script.before(at) not in MONTHS or mark.text != "-" or not (mark.glued and last.glued):
        return False
    return all(
        token.kind == DIGITS and len(token.text) == 4 and int(token.text[:2]) < 24 and int(token.text[2:]) < 60
        for token in (first, last)
    )


def is_running(script: Script, at: int) -> bool:
    """Whether four digits are an hour of a log that runs on in its lines: `1512 Scania enters. 1540 driver walks.`"""
    heads = script.heads & {"military", "military within"}
    if not heads or int(script.word(at)[2:]) > 59 or int(script.word(at)[:2]) > 23:
        return False
    before, after = script.tokens[at - 1], script.tokens[at + 1]
    ranged = (
        after.text == "-" and after.glued and len(script.word(at + 2)) == 4 and script.tokens[at + 2].kind == DIGITS
    )
    ranged = ranged or (before.text == "-" and before.glued and len(script.before(at - 1)) == 4)
    if after.kind == DIGITS or (script.word(at)[:2] in ("19", "20") and after.kind == WORD and before.text in _RUNNING):
        return False  # `Tel. 0722 555`, `known from 2017 job`
    stopped = before.text in (".", ";", "-") and (before.text != "." or len(script.before(at - 1)) > 3)
    return ranged or stopped or before.text in _RUNNING or script.opens_line(at)


def _is_noughted(script: Script, at: int) -> bool:
    """`entry 0600.`, `same 0640`: a nought before three figures, on a page that tells other hours so."""
    after, text = script.tokens[at + 1], script.word(at)
    if (
        text[0] != "0"
        or int(text[:2]) > 23
        or int(text[2:]) > 59
        or script.tokens[at].glued
        or (after.glued and after.text not in ".,;:)")
    ):
        return False
    if not script.heads & {"military", "military within", "hours told"} or script.tokens[at - 1].kind == DIGITS:
        return False
    ends = after.kind == BREAK or after.text in (".", ",", ";", ":", ")") or script.opens_line(at + 1)
    return ends or (script.before(at) == "from" and script.word(at + 1) == "to" and len(script.word(at + 2)) == 4)


def _after_day(script: Script, at: int) -> bool:
    """Whether a day in digits, the first of its line or the second after a number, stands right before."""
    end = at - (script.before(at) == "|")
    whole = end > 4 and script.tokens[end - 4].text in ("/", ".", "-") and script.tokens[end - 3].glued
    start = end - (5 if whole else 3)
    dated = start >= 0 and script.tokens[end - 2].text in ("/", ".", "-") and script.tokens[end - 2].glued
    return dated and any(script.opens_line(place) for place in (start, start - 1, start - 2))


def _part_said(script: Script, at: int) -> bool:
    """`à 8 ce soir`, `à 7 dans la soirée`, `at 6 this evening`: a part of the day says that the number is an hour."""
    words = ("dans", "la", "l", "'", "ce", "cet", "cette", "this", "that", "tomorrow", "yesterday", "demain", "hier")
    start = script.skip(at, words, 3)
    return start > at and part(script, start) is not None


def _run_together(script: Script, at: int) -> Told | None:
    """`340 pm`, `2215 hours`: hours and minutes in one number, with a word that says so."""
    token = script.tokens[at]
    if len(token.text) not in (3, 4):
        return None
    hour, minute = int(token.text[:-2]), int(token.text[-2:])
    if half := meridiem(script, at + 1):
        return made(hour, minute, 0, half, at + 1)
    if len(token.text) == 4 and script.word(at + 1) in ("hours", "hrs", "lt", "local", "utc", "gmt"):
        at -= script.word(at + 1) in ("utc", "gmt")  # a zone, which is read after the hour
        return made(hour, minute, 0, None, at + 2)
    if len(token.text) == 4 and script.word(at + 1) in ("z", "h") and script.tokens[at + 1].glued:
        return made(hour, minute, 0, None, at + 1 + (script.word(at + 1) == "h"))  # `0412Z` has its zone, `2352H` none
    return None


def _colon(script: Script, at: int, cued: bool) -> Told | None:
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
    if (
        mark.text == "."
        and half is None
        and not ("hours after days" in script.heads and _after_day(script, at))
        and not ((cued or "dotted" in script.heads) and _dotted_stands(script, at, after))
    ):
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
    if tokens[after].text == "-" and tokens[after].glued and tokens[after + 1].kind == WORD and tokens[after + 1].glued:
        return None  # "2:19-cr-204" is a case
    lettered = tokens[after].text == "h" and tokens[after + 1].kind != DIGITS and not tokens[after].glued
    after += half is None and (lettered or tokens[after].text in ("hours", "hrs", "hr", "heures"))
    return made(
        hour,
        minutes,
        second,
        half,
        after,
        twelve=half is None and len(tokens[at].text) == 1 and script.language == "en",
    )


def _dotted_stands(script: Script, at: int, after: int) -> bool:
    """`at 14.30`, `à 14.30`: an hour where no unit follows and no sign of money; `22.25` in a log."""
    following = script.tokens[after]
    if following.text in HOURS:
        return True
    if "dotted" in script.heads and (script.opens_line(at) or (script.opens_line(at - 4) and script.before(at) == "-")):
        return True
    if (
        "dotted" in script.heads
        and script.before(at) not in ("€", "$", "£")
        and len(script.word(at)) == 2
        and (script.tokens[after].kind == BREAK or script.word(after) in (".", ",", ";", ":", ")", "-"))
    ):
        return not script.tokens[after + 1].glued or script.tokens[after + 1].kind != DIGITS
    if "dotted" in script.heads and script.word(after) == "on" and script.tokens[after + 1].kind == DIGITS:
        return True
    if "dotted" in script.heads and script.before(at) in ("to", "-") and script.opens_line(at - 4):
        return True
    if script.before(at) not in ("at", "a", "from", "to", "until", "till", "between", "and", "-", "de", "vers"):
        return False
    if script.before(at) == "a" and script.text[script.tokens[at - 1].start] not in "àÀ":
        return False
    further = script.tokens[after + 1]
    goes_on = following.glued and following.text in (",", ".", "/") and further.glued and further.kind == DIGITS
    return (following.kind != WORD or following.text in AFTER_HOUR) and following.text not in "€$£%" and not goes_on


def _half_day(script: Script, at: int) -> Told | None:
    half = meridiem(script, at + 1)
    return made(int(script.word(at)), 0, 0, half, at + 1) if half else None


def _in_words(script: Script, at: int, cued: bool) -> Told | None:
    word = script.word(at)
    if word in ("midi", "noon", "midday", "minuit", "midnight"):
        return _named(script, at, cued)
    if script.language == "en" and (past := past_the_hour(script, at)):
        return past
    number = (0, at + 1) if word == "zero" else spelled(script.tokens, at, script.language)
    if number is None or number[0] > 24:
        return None
    hour, after = number
    if script.word(after) == "o" and script.word(after + 2) == "clock":
        return made(hour, 0, 0, meridiem(script, after + 3), after + 3, twelve=True)
    if half := meridiem(script, after):
        return made(hour, 0, 0, half, after)
    if (minutes := _minutes_said(script, hour, after)) is not None:
        return made(hour, minutes[0], 0, None, minutes[1], twelve=True)
    if _day_said(script, at, hour, after) or _stands_alone(script, at, hour, after):
        return Clock(hour, twelve=True), after
    return hours(script, hour, after, cued) or said(script, at, hour, after, cued)


def _minutes_said(script: Script, hour: int, at: int) -> tuple[int, int] | None:
    """The minutes of `one thirty in the morning`, which a part of the day must follow."""
    minutes = spelled(script.tokens, at, "en") if script.language == "en" and 1 <= hour <= 12 else None
    return minutes if minutes and 5 <= minutes[0] <= 59 and hour_part(script, minutes[1]) else None


def _day_said(script: Script, at: int, hour: int, after: int) -> bool:
    """`about nine on Thursday`, `at seven on the Wednesday evening`: a day says that the number is an hour."""
    if script.before(at) not in ("about", "around", "at") or not 1 <= hour <= 12 or script.word(after) != "on":
        return False
    return script.word(script.skip(after + 1, ("the",), 1)) in WEEKDAYS


def _stands_alone(script: Script, at: int, hour: int, after: int) -> bool:
    """`at nine in the morning`, `about eight at night`, `be back by six.`: English hours in words."""
    if script.language != "en" or not 1 <= hour <= 12 or script.tokens[at].kind != WORD:
        return False
    if script.before(at) == "at" and part_beside(script, after):
        return True
    if script.before(at) in _HOUR_CUES and (hour_part(script, after) or _part_said(script, after)):
        return True
    if script.before(at) == "at" and script.word(after) in ("tomorrow", "yesterday", "tonight", "today"):
        return True
    near = script.before(at) in ("before", "after") and script.before(at - 1) in ("shortly", "just", "soon", "little")
    bound = script.before(at) in ("about", "around") and script.before(at - 1) in _STAYED
    if (
        bound
        and script.word(after) not in UNITS
        and (script.tokens[after].kind != WORD or script.word(after) in _SMALL)
    ):
        return True  # `till about eleven.`, `came in around nine with`
    near = near or (script.before(at) in ("from", "til") and script.before(at - 1) not in _CHANGED)
    return (near or script.before(at) in ("at", "by", "until", "till", "since")) and (
        script.tokens[after].kind == BREAK or script.word(after) in (",", ".", "?", "!", ";")
    )


def _is_apart(script: Script, at: int) -> bool:
    """Whether no word follows in the same column or clause."""
    end, after = script.tokens[at].end, script.tokens[at + 1]
    return after.kind != WORD or (script.text[end : after.start].isspace() and after.start - end > 1)


def _named(script: Script, at: int, cued: bool) -> Told | None:
    hour = 0 if script.word(at) in ("minuit", "midnight") else 12
    if script.word(at) == "midday" and not (cued or _is_apart(script, at) or script.before(at) in _AT):
        return None  # `the midday meal`
    if script.word(at) == "midi" and script.before(at) in ("apres", "-", "le", "du"):
        return None
    if script.word(at + 1) == "et" and (quarter := QUARTERS.get(script.word(at + 2))):
        return Clock(hour, quarter), at + 3
    if (
        script.tokens[at + 1].kind == DIGITS
        and len(script.word(at + 1)) == 2
        and int(script.word(at + 1)) < 60
        and hour == 12
        and not script.opens_line(at + 1)
    ):
        following = script.tokens[at + 2]
        if following.kind in (SIGN, BREAK):
            return Clock(hour, int(script.word(at + 1))), at + 2
    if hour == 0 and script.word(at + 1) == "at" and script.word(at + 3) == "end" and script.word(at + 4) == "of":
        return Clock(24), at + 5
    return Clock(hour, midnight=hour == 0), at + 1


def _with_part(script: Script, told: Clock, at: int) -> Told:
    """The half of the day that an hour is of, where a part of the day follows."""
    named = hour_part(script, at)
    return (in_part(told, named[0]), named[1]) if named else (told, at)


def in_part(hour: Clock, named: str) -> Clock:
    """The hour as the part of the day makes it: `hier soir à 9 heures` is 21 h, `8 o'clock at night` 20 h."""
    late = (named in LATE and (hour.hour >= 5 or "afternoon" in named)) or (named == "night" and hour.hour >= 6)
    return replace(hour, hour=hour.hour + 12 if late and 1 <= hour.hour < 12 else hour.hour, twelve=False)


def _with_zone(script: Script, told: Clock, at: int) -> Told:
    named = zone(script, at)
    return (replace(told, zone=named[0]), named[1]) if named else (told, at)
