"""One time: a date with or without an hour, an hour with or without a date, a stretch. Tokens in, nodes out."""

from __future__ import annotations

from dataclasses import replace

from greffier.reading.calendar_dates import calendar_date
from greffier.reading.clock import clock
from greffier.reading.day_parts import BOUNDS, LATE, part, part_after
from greffier.reading.numeric_dates import short_numeric
from greffier.reading.periods import period
from greffier.reading.phrasebook import lexicon, phrase, phrases
from greffier.reading.relative import before_or_after, relative, this_part
from greffier.reading.script import Found, Script, day_number
from greffier.reading.tokens import BREAK, DIGITS, SIGN
from greffier.reading.told import About, At, Between, Clock, Day, From, InPart, Node, Nth, Shift, Weekday

ABOUT = phrases(dict.fromkeys(lexicon("dates")["about"], True))
# What joins the two ends of a range, by the word that opens it.
LINKS = {
    "du": frozenset({"au", "jusqu", "-", "a"}),
    "de": frozenset({"a", "jusqu", "-"}),
    "entre": frozenset({"et"}),
    "from": frozenset({"to", "until", "till", "through", "-", "thru"}),
    "between": frozenset({"and"}),
    "des": frozenset({"a", "jusqu"}),
}
_CLOCK_CUES = frozenset(
    "a vers des avant apres at around about by before after until till est is heure heures time from "
    "entre between jusqu environ".split()
)
_SHORT_CUES = frozenset("le du au on the from to since depuis until date before after avant apres jour by".split())
_JOINERS = frozenset(", - a at t : heure heures time ( les | des by @ debut start".split())
_ARTICLES = frozenset({"le", "la", "the", "du", "au", "on", "of", "d", "l", "'", "les", "de"})


def simple(script: Script, at: int, *, cued: bool = False) -> Found | None:
    """One time that starts at this token; `cued` says that a word before it calls for an hour."""
    dated = date_at(script, at) or _part_of(script, at)
    hour = clock(script, at, cued=cued or _cue_before(script, at))
    if dated is not None and (hour is None or dated[1] >= hour[1]):
        return _add_clock(script, *dated)
    return _add_date(script, *hour) if hour is not None and not _lasts(script, at) else dated


def date_at(script: Script, at: int) -> Found | None:
    """A date or a stretch of time without an hour: the longest of what the calendar and the anchors allow."""
    counted = _from_date(script, at)
    if counted is not None:
        return counted
    found = calendar_date(script, at) or period(script, at)
    told = relative(script, at) or this_part(script, at)
    if told and (found is None or told[1] > found[1]):
        return told
    if found is None and script.tokens[at].kind == DIGITS and script.before(at) in _SHORT_CUES:
        return short_numeric(script, at)
    return found


def _part_of(script: Script, at: int) -> Found | None:
    """soirée du 18 mars, petit matin du 19, evening of 18 February: a part of the day before its day."""
    named = part(script, at)
    if named is None or named[0] not in BOUNDS or script.word(named[1]) not in ("du", "de", "d", "of"):
        return None
    start = skip_articles(script, named[1])
    found = date_at(script, start) or _pausing_day(script, start)
    return (InPart(found[0], named[0]), found[1]) if found and takes_hour(found[0]) else None


def _pausing_day(script: Script, at: int) -> Found | None:
    told = day_number(script, at)
    if told is None or told[0] > 31 or script.tokens[told[1]].kind not in (BREAK, SIGN):
        return None
    return Day(told[0]), told[1]


def _from_date(script: Script, at: int) -> Found | None:
    """trois jours après le 12 mai, la veille du 3 mars, 16 days from 01/02/2018, two days before yesterday."""
    shift = before_or_after(script, at)
    if shift is None:
        return None
    start = skip_articles(script, shift[1])
    found = calendar_date(script, start) or relative(script, start)
    if found is None or not takes_hour(found[0]):
        return None
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
    return isinstance(node, Day | Weekday | From | InPart) or (isinstance(node, Nth) and node.weekday is not None)


def _lasts(script: Script, at: int) -> bool:
    """`durée : 1 h 45`, `pendant deux heures et quart`: how long, not when."""
    start = at - 1
    while start > at - 4 and script.word(start) in (":", "de", "d", "'", "environ", "of", "about", "est", "is"):
        start -= 1
    return start >= 0 and script.word(start) in ("duree", "pendant", "durant", "duration", "lasted", "lasting", "delai")


def _cue_before(script: Script, at: int) -> bool:
    before = script.before(at)
    return before in _CLOCK_CUES or (before == ":" and at > 1 and script.word(at - 2) in ("heure", "heures", "time"))


# --- hours ------------------------------------------------------------------------------------------------------------


def _add_clock(script: Script, node: Node, at: int) -> Found:
    """The hour told after a date, directly or after `à`, `vers`, `at`, a comma, a label or a part of the day."""
    if not takes_hour(node):
        return node, at
    named = (node.part, at) if isinstance(node, InPart) else part_after(script, at)
    day = node.day if isinstance(node, InPart) else node
    node, after = (
        (InPart(day, named[0]), named[1]) if named and named[0] in BOUNDS else (day, named[1] if named else at)
    )
    start, about = _link(script, after)
    if (ranged := hours_range(script, start, day)) is not None:
        return ranged
    told = clock(script, start, cued=True) or _hour_at(script, start)
    if told is None:
        return node, after
    hour = _in_part(told[0], named[0]) if named else told[0]
    timed = At(day, hour)
    return (About(timed), told[1]) if about else (timed, told[1])


def _hour_at(script: Script, at: int) -> tuple[Clock, int] | None:
    """`Friday at 4.`: a bare hour after a day and `at`, where the sentence pauses."""
    told = _bare_hour(script, at) if script.before(at) in ("at", "a", "around", "vers") else None
    return told if told and script.tokens[told[1]].kind in (BREAK, SIGN) else None


def _in_part(hour: Clock, named: str) -> Clock:
    """`hier soir à 9 heures` is 21 h."""
    if named in LATE and 1 <= hour.hour < 12:
        return replace(hour, hour=hour.hour + 12, twelve=False)
    return replace(hour, twelve=False)


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


def hours_range(script: Script, at: int, day: Node) -> Found | None:
    """de 22 h à 23 h 30, entre 8 h et 10 h, from 5 to 7 pm, 9:00-10:00, of the day that `day` is."""
    links = LINKS.get(script.word(at))
    start = at + 1 if links else at
    left = clock(script, start, cued=True) or _bare_hour(script, start)
    if left is None or script.word(left[1]) not in (links or ("-", "a", "to")):
        return None
    second = left[1] + 1 + (script.word(left[1]) == "jusqu") * 2
    right = clock(script, second, cued=True) or _closing_hour(script, left, second)
    if right is None:
        return None
    first, last = left[0], right[0]
    if first.twelve and last.hour >= 12 and first.hour + 12 <= last.hour:
        first = replace(first, hour=first.hour + 12, twelve=False)
    return Between(At(day, first), At(day, last)), right[1]


def _bare_hour(script: Script, at: int) -> tuple[Clock, int] | None:
    token = script.tokens[at]
    if token.kind != DIGITS or len(token.text) > 2 or int(token.text) > 23:
        return None
    following = script.tokens[at + 1]
    if following.glued and following.text != "-":
        return None
    return Clock(int(token.text), twelve=int(token.text) <= 12), at + 1


def _closing_hour(script: Script, left: tuple[Clock, int], at: int) -> tuple[Clock, int] | None:
    """`from 1:30 to 3`, `de 22 h à 4`: a bare number that a range of hours ends with, where the sentence pauses."""
    last = _bare_hour(script, at)
    if last is None or (script.tokens[left[1] - 1].kind == DIGITS and script.word(left[1] - 2) != ":"):
        return None
    return last if script.tokens[last[1]].kind in (BREAK, SIGN) else None


def _add_date(script: Script, hour: Clock, at: int) -> Found:
    """The day told after an hour: `à 22 h le 12 mai`, `22 h hier`, `4 pm on Friday`."""
    start = script.skip(at, (",", "le", "du", "on", "of", "the", "ce", "de"), 3)
    for begin in range(at, start + 1):
        told = date_at(script, begin)
        if told is not None and takes_hour(told[0]):
            day = told[0].day if isinstance(told[0], InPart) else told[0]
            after = part_after(script, told[1])
            return At(day, hour), after[1] if after else told[1]
    return At(None, hour), at
