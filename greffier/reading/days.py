"""One date or stretch of time without an hour: the longest of what the calendar and the anchors allow."""

from __future__ import annotations

import re

from greffier.reading.calendar_dates import calendar_date, dotted_day
from greffier.reading.day_parts import BOUNDS, alone, part, this_part
from greffier.reading.numeric_dates import day_and_hour, hour_follows, short_numeric, stamp
from greffier.reading.periods import period
from greffier.reading.relative import before_or_after, relative
from greffier.reading.rests import rest
from greffier.reading.script import WEEKDAYS, Found, Script, day_number
from greffier.reading.seasons import in_year
from greffier.reading.time_amounts import Amount, amount
from greffier.reading.tokens import BREAK, DIGITS, SIGN
from greffier.reading.told import At, Day, DayIn, Feast, From, InPart, InYear, Node, Nth, Shift, Weekday

_SHORT_CUES = frozenset("le du au on the from to since depuis until date before after avant apres jour by".split())
_COLUMN = re.compile(r"[ ]?(?:[ ]{2}|\t|:|\||[–—-][ ])")
_APPOSED = frozenset({"lendemain", "veille", "surlendemain"})
_ARTICLES = frozenset({"le", "la", "the", "du", "au", "on", "of", "d", "l", "'", "les", "de"})


def date_at(script: Script, at: int) -> Found | None:
    """A date or a stretch of time without an hour: the longest of what the calendar and the anchors allow."""
    so_many = amount(script, at)
    counted = _from_date(script, at, so_many)
    if counted is not None:
        return counted
    found = calendar_date(script, at) or period(script, at)
    found = in_year(script, found) if found else None
    told = relative(script, at, so_many) or this_part(script, at) or rest(script, at)
    if told and (found is None or told[1] > found[1]):
        return told
    if found is None and script.tokens[at].kind == DIGITS:
        return _short(script, at) or _booked(script, at)
    return found


def _short(script: Script, at: int) -> Found | None:
    """`12/05`, where a word before it or an hour after it says that it is a day."""
    found = short_numeric(script, at) or day_and_hour(script, at) or stamp(script, at)
    if (
        found is None
        or isinstance(found[0], At)
        or script.before(at) in _SHORT_CUES
        or ("days" in script.heads and script.opens_line(at))
    ):
        return found
    return found if script.word(at + 1) == "/" and hour_follows(script, found[1]) else None


def _booked(script: Script, at: int) -> Found | None:
    """`04.01     05.01     Transfer`: the day a line of an account was booked, and the one it counts from."""
    found = dotted_day(script, at) if "dotted days" in script.heads else None
    after = script.opens_line(at) or (script.opens_line(at - 3) and dotted_day(script, at - 3) is not None)
    return found if after else None


def part_of(script: Script, at: int) -> Found | None:
    """soirée du 18 mars, petit matin du 19, evening of 18 February: a part of the day before its day."""
    named = part(script, at)
    if named is None or named[0] not in BOUNDS:
        return None
    if script.opens_line(at) and script.capital(at) and _COLUMN.match(script.text, script.tokens[named[1] - 1].end):
        return InPart(None, named[0]), named[1]  # `Late afternoon   Moved to cell 4`, in a log
    if script.word(named[1]) not in ("du", "de", "d", "of"):
        on = named[1] + (script.word(named[1]) == "on")
        named_day = script.word(on) in WEEKDAYS and len(script.word(on)) > 4
        if (named_day or script.word(on) in ("today", "yesterday", "tomorrow")) and (dated := date_at(script, on)):
            return (InPart(dated[0], named[0]), dated[1]) if takes_hour(dated[0]) else None
        return (InPart(None, named[0]), named[1]) if alone(script, at, named[1]) else None
    start = skip_articles(script, named[1])
    found = date_at(script, start) or _pausing_day(script, start)
    return (InPart(found[0], named[0]), found[1]) if found and takes_hour(found[0]) else None


def _pausing_day(script: Script, at: int) -> Found | None:
    told = day_number(script, at)
    if told is None or told[0] > 31 or script.tokens[told[1]].kind not in (BREAK, SIGN):
        return None
    return Day(told[0]), told[1]


def _from_date(script: Script, at: int, so_many: Amount | None) -> Found | None:
    """trois jours après le 12 mai, la veille du 3 mars, 16 days from 01/02/2018, two days before yesterday."""
    shift = before_or_after(script, at, so_many)
    if shift is None:
        return None
    start = skip_articles(script, shift[1])
    found = calendar_date(script, start) or relative(script, start, amount(script, start))
    if found is None or not takes_hour(found[0]):
        return None
    if start == shift[1] and script.before(start) in _APPOSED:
        return found  # "le lendemain 7 octobre" is the 7th
    if isinstance(found[0], Shift) and found[0].origin == "told":
        return None
    return From(shift[0], found[0]), found[1]


def skip_articles(script: Script, at: int) -> int:
    """The token after the articles and small words that stand before a date."""
    return script.skip(at, _ARTICLES, 3)


def takes_hour(node: Node) -> bool:
    """Whether an hour can be told of it: a day, not a stretch of days."""
    if isinstance(node, Shift):
        return node.unit == "day" and not node.whole
    if isinstance(node, InYear):
        return isinstance(node.node, Day | Feast)
    return isinstance(node, Day | DayIn | Feast | Weekday | From | InPart) or (
        isinstance(node, Nth) and node.weekday is not None
    )
