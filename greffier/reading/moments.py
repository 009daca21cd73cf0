"""One time: a date with or without an hour, an hour with or without a date, a stretch. Tokens in, nodes out."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Literal

from greffier.reading.clock import clock, in_part
from greffier.reading.day_parts import BOUNDS, part_after
from greffier.reading.days import date_at, part_of, skip_articles, takes_hour
from greffier.reading.numerals import spelled
from greffier.reading.numeric_dates import short_numeric
from greffier.reading.phrasebook import phrase, phrases
from greffier.reading.said_hours import AFTER_HOUR
from greffier.reading.script import Found, Script
from greffier.reading.tokens import BREAK, DIGITS, SIGN
from greffier.reading.told import (
    About,
    At,
    Between,
    Clock,
    Day,
    InPart,
    Node,
    Open,
    Shift,
    Weekday,
)
from greffier.reading.vocabulary import table

Side = Literal["since", "after", "until", "before"]
OPENERS = phrases({words: side for side, spellings in table("dates")["openers"].items() for words in spellings})
ABOUT = phrases(dict.fromkeys(table("dates")["about"], True))
# What joins the two ends of a range, by the word that opens it.
LINKS = {
    "du": frozenset({"au", "jusqu", "-", "a"}),
    "de": frozenset({"a", "jusqu", "-", "au"}),
    "d": frozenset({"a", "jusqu", "-", "au"}),
    "entre": frozenset({"et"}),
    "from": frozenset({"to", "until", "till", "through", "-", "thru"}),
    "between": frozenset({"and", "-", "to"}),
    "des": frozenset({"a", "jusqu"}),
}
_LASTING = frozenset(
    "duree pendant durant dure dura durait duraient durent durer durera duration lasted lasting delai detained "
    "elapsed idle idling".split()
)
_OPENING = frozenset("weekdays weekends daily mondays saturdays sundays tlj".split())
_LASTING_LINKS = frozenset(": de d ' environ of about est is totale".split())
_LABELS = frozenset(
    "heure heures time rdv depart arrivee releve retour reprise ouverture fermeture debut fin levee".split()
)
_CLOCK_CUES = _LABELS | frozenset(
    "a vers des avant apres at around about by before after until till est etait sera is heure heures time from "
    "entre between jusqu environ".split()
)
_JOINERS = frozenset(", - a at t : heure heures time ( les | des by @ debut start entree arrivee".split())
DAY_WORDS = frozenset("hier demain aujourd yesterday today tomorrow tonight ce on dimanche lundi mardi mercredi jeudi "
                       "vendredi samedi next last".split())  # fmt: skip


_OF_AMOUNTS = frozenset("€$£%")
_TIMED = re.compile(r"\d[:hH]\s?[\dOol]{2}")


def simple(script: Script, at: int, *, cued: bool = False) -> Found | None:
    """One time that starts at this token; `cued` says that a word before it calls for an hour."""
    dated = date_at(script, at) or part_of(script, at)
    hour = clock(script, at, cued=cued or _cue_before(script, at))
    if dated is not None and (hour is None or dated[1] >= hour[1]):
        return _add_clock(script, *dated)
    return _add_date(script, *hour) if hour is not None and not _lasts(script, at) else dated


def _lasts(script: Script, at: int) -> bool:
    """`durée : 1 h 45`, `pendant deux heures et quart`: how long, not when."""
    start = at - 1
    while start > at - 5 and script.word(start) in _LASTING_LINKS:
        start -= 1
    if script.before(at) in _OPENING:
        return True  # `call weekdays 08:00-16:30`
    if script.before(at) in ("[", "(") and script.word(at) in ("0", "00") and script.word(at + 3) == ":":
        return True  # "[0:02:10]" beside a call
    return (start >= 0 and script.word(start) in _LASTING) or _follows_hour(script, at)


def _follows_hour(script: Script, at: int) -> bool:
    """`14/02/2012 19:55  00:12:44`: hours, minutes and seconds after an hour in the same line are how long."""
    if script.word(at) not in ("0", "00") or script.word(at + 1) != ":" or script.word(at + 3) != ":":
        return False
    line = script.text.rfind("\n", 0, script.tokens[at].start) + 1
    return (
        script.before(at) not in ("to", "-", "a", "end", "fin")
        and _TIMED.search(script.text, line, script.tokens[at].start) is not None
    )


def _cue_before(script: Script, at: int) -> bool:
    before = script.before(at)
    return before in _CLOCK_CUES or (before == ":" and at > 1 and script.word(at - 2) in _LABELS)


# --- hours ------------------------------------------------------------------------------------------------------------


def _add_clock(script: Script, node: Node, at: int) -> Found:
    """The hour told after a date, directly or after `à`, `vers`, `at`, a comma, a label or a part of the day."""
    if not takes_hour(node):
        return node, at
    named: tuple[str, int] | None = (node.part, at) if isinstance(node, InPart) else None
    named = named or part_after(script, at) or _half_after(script, at)
    day = node.day if isinstance(node, InPart) else node
    after = named[1] if named else at
    if named and named[0] == "night" and script.language == "en" and isinstance(day, Weekday | Shift):
        named = "evening", named[1]  # "Friday night" ends with the day
    if named and named[0] in BOUNDS:
        node = InPart(day, named[0])
    start, about = _link(script, after)
    if start == after and script.tokens[start].kind == DIGITS and _breaks(script, start):
        return node, after  # a day alone above the hours of its lines
    further = script.skip(after, (",",), 1)
    ranged = hours_range(script, further, day) if script.word(further) in LINKS else None
    ranged = ranged or _open_hours(script, further, day) or hours_range(script, start, day)
    if ranged is not None:
        return _late(script, ranged, named, after)
    told = clock(script, start, cued=True) or _hour_at(script, start, about) or _after_day(script, start, day)
    if told is None:
        return node, after
    hour = in_part(told[0], named[0]) if named else _at_night(script, told[0], after)
    timed = At(day, hour)
    return (About(timed), told[1]) if about else (timed, told[1])


def _breaks(script: Script, at: int) -> bool:
    return "\n" in script.text[script.tokens[at - 1].end : script.tokens[at].start]


def _half_after(script: Script, at: int) -> tuple[str, int] | None:
    """`Tuesday AM`, `tomorrow pm`"""
    halves = {"am": "morning", "pm": "afternoon"}
    return (halves[script.word(at)], at + 1) if script.word(at) in halves and not script.tokens[at].glued else None


def _at_night(script: Script, hour: Clock, at: int) -> Clock:
    """`last night at 8`, `tonight around 7`, `cette nuit vers 11 heures`: hours of the evening."""
    return in_part(hour, "night") if hour.twelve and script.word(at - 1) in ("night", "tonight", "nuit") else hour


def _late(script: Script, found: Found, named: tuple[str, int] | None, at: int) -> Found:
    """`this evening from 7 to 7:30`: both hours are of the part of the day that was told."""
    node, after = found
    part_named = named[0] if named else "night" if script.word(at - 1) in ("night", "tonight", "nuit") else None
    if part_named is None or not isinstance(node, Between):
        return found
    ends = (node.left, node.right)
    left, right = (replace(end, clock=in_part(end.clock, part_named)) if isinstance(end, At) else end for end in ends)
    return Between(left, right), after


def _open_hours(script: Script, at: int, day: Node | None) -> Found | None:
    """`le 23 mai à partir de 13 h 30 jusqu'à 16 h`, `tomorrow before 5 pm`: an hour that opens or closes a stretch."""
    opener = phrase(script.tokens, at, OPENERS)
    told = clock(script, script.skip(opener[1], ("a", "le", "la", "at"), 2), cued=True) if opener else None
    if opener is None or told is None:
        return None
    side: Side = opener[0]
    after = told[1]
    if side == "since" and script.word(after) in ("jusqu", "to", "until", "till", "a", "-"):
        last = clock(script, after + 1 + 2 * (script.word(after) == "jusqu"), cued=True)
        if last is not None:
            return Between(At(day, told[0]), At(day, last[0])), last[1]
    return Open(At(day, told[0]), side), after


def _hour_at(script: Script, at: int, about: bool) -> tuple[Clock, int] | None:
    """`Friday at 4.`, `tomorrow, about nine.`: a bare hour after a day and `at`, where the sentence pauses."""
    if not about and script.before(at) not in ("at", "a"):
        return None
    spoken = spelled(script.tokens, at, "en") if about and script.language == "en" else None
    in_words = (Clock(spoken[0], twelve=True), spoken[1]) if spoken and 1 <= spoken[0] <= 12 else None
    told = _bare_hour(script, at) or in_words
    return told if told and script.tokens[told[1]].kind in (BREAK, SIGN) else None


def _after_day(script: Script, at: int, day: Node | None) -> tuple[Clock, int] | None:
    """`8 Aug 2006, 0745`, `21/08/2021, 22.40`, `Monday 8.30,`: figures after a day that mean nothing else."""
    token, mark, minute = script.tokens[at : at + 3]
    apart = script.before(at) == "," or isinstance(day, Weekday)
    apart = apart or (len(token.text) == 4 and token.text[0] == "0" and script.language == "en")  # `21-JAN 0415`
    if token.kind != DIGITS or not apart or _breaks(script, at) or token.start - script.tokens[at - 1].end > 1:
        return None
    if len(token.text) == 4 and (token.text[0] == "0" or (isinstance(day, Day) and day.year)):
        hour, past, end = int(token.text[:2]), int(token.text[2:]), at + 1
    elif mark.text == "." and mark.glued and minute.glued and minute.kind == DIGITS and len(minute.text) == 2:
        hour, past, end = int(token.text), int(minute.text), at + 3
    else:
        return None
    after = script.tokens[end]
    if after.text in ("lt", "local"):  # `0415 LT`: the local time
        return (Clock(hour, past), end + 1) if hour < 24 and past < 60 else None
    ends = after.kind in (BREAK, SIGN) or script.opens_line(end) or after.text in AFTER_HOUR
    if after.text == "." and after.glued and script.tokens[end + 1].glued and script.tokens[end + 1].kind == DIGITS:
        return None  # "today, 19.08.2022" is a day
    if hour > 23 or past > 59 or not ends or after.text in _OF_AMOUNTS or (after.glued and after.text in ("/", "-")):
        return None
    return Clock(hour, past, twelve=script.language == "en" and len(token.text) == 1), end


def _link(script: Script, at: int) -> tuple[int, bool]:
    """Pass over what joins a date and an hour; tells whether the hour is about."""
    start, about = at, False
    for _ in range(5):
        if script.tokens[start].kind == BREAK:
            return at, False
        if (vague := phrase(script.tokens, start, ABOUT)) is not None:
            about, start = True, vague[1]
        elif script.word(start) in _JOINERS:
            start += 1
        else:
            break
    return start, about


def hours_range(script: Script, at: int, day: Node | None) -> Found | None:
    """de 22 h à 23 h 30, entre 8 h et 10 h, from 5 to 7 pm, 9:00-10:00, of the day that `day` is."""
    links = LINKS.get(script.word(at))
    start = at + 1 if links else at
    left = clock(script, start, cued=True) or _bare_hour(script, start)
    if left is None or script.word(left[1]) not in (links or ("-", "a", "to", "au", "jusqu", "until", "till")):
        return None
    second = left[1] + 1 + (script.word(left[1]) == "jusqu") * 2
    second += script.word(second) in ("a", "au") and script.word(left[1]) == "-"
    named = isinstance(day, Weekday) or (isinstance(day, Day) and (day.weekday is not None or links is not None))
    right = clock(script, second, cued=True) or _closing_hour(script, left, second, named=named)
    if right is None:
        return None
    first, last = left[0], right[0]
    if script.word(right[1] - 1) in ("midi", "soir", "soiree") and 1 <= first.hour < 12 <= first.hour + 12 <= last.hour:
        first = replace(first, hour=first.hour + 12)
    if first.twelve and last.hour >= 12 and first.hour + 12 <= last.hour:
        first = replace(first, hour=first.hour + 12, twelve=False)
    if last.twelve and last.hour <= first.hour < 12 and script.language == "en":
        last = replace(last, hour=last.hour + 12, twelve=False)  # `10-4`, `9 to 5`
    if first.twelve and not last.twelve:
        first = replace(first, twelve=False)
    return Between(At(day, first), At(day, last)), right[1]


def _bare_hour(script: Script, at: int) -> tuple[Clock, int] | None:
    token = script.tokens[at]
    if token.kind != DIGITS or len(token.text) > 2 or int(token.text) > 23:
        return None
    following, further = script.tokens[at + 1 : at + 3]
    stops = following.text in (".", ",", ";", ")") and not (further.kind == DIGITS and further.glued)
    if following.glued and following.text != "-" and not stops:
        return None
    return Clock(int(token.text), twelve=int(token.text) <= 12), at + 1


def _closing_hour(script: Script, left: tuple[Clock, int], at: int, *, named: bool) -> tuple[Clock, int] | None:
    """`from 1:30 to 3`, `de 22 h à 4`: a bare number that a range of hours ends with, where the sentence pauses.

    `named`: they stand after a day of the week, as in `Weds 19th, 8-12`.
    """
    last = _bare_hour(script, at)
    if last is None:
        return None
    if not named and script.tokens[left[1] - 1].kind == DIGITS and script.word(left[1] - 2) != ":":
        return last if dated_next(script, last[1]) else None
    if script.tokens[last[1]].kind in (BREAK, SIGN) and script.word(last[1]) not in ("%", "€", "$", "£"):
        return last
    return last if dated_next(script, last[1]) else None


def dated_next(script: Script, at: int) -> bool:
    """Whether a day follows, so that two bare numbers before it are hours: `between 3 and 8 yesterday`."""
    if script.word(at) not in DAY_WORDS and script.word(at) not in ("of", "de", "du", "le"):
        return False
    told = date_at(script, skip_articles(script, at))
    return told is not None and takes_hour(told[0]) and (script.word(at) in DAY_WORDS or isinstance(told[0], Day))


def _add_date(script: Script, hour: Clock, at: int) -> Found:
    """The day told after an hour: `à 22 h le 12 mai`, `22 h hier`, `4 pm on Friday`."""
    if script.tokens[at].kind == DIGITS and _breaks(script, at):
        return At(None, hour), at  # the date at the head of the next line is of what follows
    if script.word(at - 2) == ":" and (short := short_numeric(script, at)) is not None:
        return At(short[0], hour), short[1]  # `18:02:11 17/08`
    start = script.skip(at, (",", "le", "du", "on", "of", "the", "ce", "de"), 3)
    for begin in range(at, start + 1):
        told = date_at(script, begin)
        if told is not None and takes_hour(told[0]):
            if isinstance(told[0], InPart):
                return At(told[0].day, in_part(hour, told[0].part)), told[1]
            after = part_after(script, told[1])
            return At(told[0], in_part(hour, after[0]) if after else hour), after[1] if after else told[1]
    return At(None, hour), at
