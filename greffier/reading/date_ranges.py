"""More than one time: from one to another, since, until, before, after. Tokens in, nodes out."""

from __future__ import annotations

from dataclasses import replace

from greffier.reading.day_lists import complete, days_range, listed, months_range
from greffier.reading.day_parts import BOUNDS, part_after
from greffier.reading.days import date_at, skip_articles, takes_hour
from greffier.reading.moments import LINKS, dated_next, hours_range, simple
from greffier.reading.numeric_dates import short_numeric
from greffier.reading.script import ORDINAL_ENDS, SEASONS, Found, Script, day_number, month, year
from greffier.reading.tokens import BREAK, DIGITS
from greffier.reading.told import (
    At,
    Between,
    Day,
    DayIn,
    Impossible,
    InPart,
    InYear,
    Months,
    Node,
    Season,
    Shift,
    Weekday,
    WeekOf,
    Window,
    Years,
)

_LOOSE_LINKS = frozenset({"au", "-", "to", "through", "thru", "a", "until", "till", "jusqu"})
_HOUR_CUES = frozenset("de d from to a jusqu et and entre between until till".split())
_TIMED = frozenset(
    "call meeting open opened opens closed closes shift shifts work works worked free available busy out away there "
    "here class lesson appointment surgery lunch duty booked".split()
)
_HALVES = frozenset("am pm m . matin soir midi morning afternoon evening nuit night".split())
_INCLUDED = frozenset("inclus inclusivement compris inclusive".split())
_HOUR_MARKS = frozenset("h heures heure am pm : clock".split())
_TODAY = Shift("day", 0, "told")
AFTER_YEARS = frozenset(
    "et ou il elle on nous vous ils elles je j le la les un une and or the he she we i you they it this that there a "
    "an pour dans in par inclus was were had ont avait avaient , . ; : ) ] ' ? !".split()
)


_PLACED = frozenset("au aux chez avec dans par pour vers".split())
_NO_PARTICIPLES = frozenset(
    "de que ce entre contre comme une je me te se sous plus sur depuis puis mais pas qui si ou du au".split()
)
_WHO = frozenset("j je tu il elle on nous vous ils elles".split())
_AFTER_DAY = frozenset(
    "and or but we i you he she it they who when where while because so that then if as until at in for with from to "
    "was were is has had will would there the this a".split()
)


def _did(script: Script, at: int) -> bool:
    """Whether a participle stands before `le 9`: « il a été vu le 9 au café »."""
    word = script.before(at)
    return (
        len(word) > 1
        and word.endswith(("e", "ee", "es", "ees", "u", "ue", "us", "ues", "i", "ie", "is", "it"))
        and (word not in _NO_PARTICIPLES)
    )


def lone_day(script: Script, at: int, *, opened: bool = False) -> Found | None:
    """`le 27,` and `the 27th.`: a day alone, only where the sentence pauses after it or an hour follows.

    `opened`: a word before it says that something begins or ends there, so that `du 15` is one too.
    """
    told = day_number(script, at + 1)
    if (
        told is None
        or told[0] > 31
        or script.word(at + 1) in ("premier", "four")
        or (script.word(at) != "le" and told[1] == at + 2 and not opened)
    ):
        return None
    hour = hours_range(script, told[1], Day(told[0])) or simple(script, told[1], cued=False)
    if hour is not None and isinstance(hour[0], Between) and isinstance(hour[0].right, At) and hour[0].right.day:
        return hour  # `the 13th between 10 and 12`
    if hour is not None and isinstance(hour[0], At) and hour[0].day is None:
        return replace(hour[0], day=Day(told[0])), hour[1]
    after = told[1]
    if (named := part_after(script, after)) is not None and named[0] in BOUNDS:
        return InPart(Day(told[0]), named[0]), named[1]
    after = script.skip(after, (",",), 1)
    if script.word(after) in ("a", "at", "vers"):
        timed = simple(script, after + 1, cued=True)
        if timed is not None and isinstance(timed[0], At) and timed[0].day is None:
            return replace(timed[0], day=Day(told[0])), timed[1]
    after = told[1]
    token = script.tokens[after]
    pause = token.kind == BREAK or (
        token.text in (",", ".", ";", ")", "!", "?") and script.tokens[after + 1].kind != DIGITS
    )
    if script.word(at) == "the" and script.word(after - 1) in ORDINAL_ENDS and (opened or script.before(at) == "on"):
        pause = pause or token.text in _AFTER_DAY
    pause = pause or (script.word(at) == "le" and script.capital(at) and token.text in _WHO and told[1] == at + 2)
    pause = pause or (
        script.word(at) == "le" and token.text in _PLACED and told[1] == at + 2 and (opened or _did(script, at))
    )
    pause = pause or (opened is False and script.word(at) == "the" and script.opens_line(after))
    pause = pause or (script.word(after) in ("ou", "or") and lone_day(script, after + 1) is not None)
    return (Day(told[0]), after) if pause and script.word(after + 1) not in ("rue", "avenue", "bis") else None


def between(script: Script, at: int) -> Found | None:
    """du 12 au 15 mai 2022, entre le 3 et le 5 mars, from 3 to 5 March, de 22 h à 23 h 30, de 2019 à 2022."""
    links = LINKS[script.word(at)]
    hours = hours_range(script, at, _TODAY)
    left = end_of(script, skip_articles(script, at + 1))
    if left is not None and script.word(left[1]) in _INCLUDED:
        left = left[0], left[1] + 1
    if left is not None and script.word(left[1]) in links:
        right = end_of(script, skip_articles(script, past_link(script, left[1])))
        if right and isinstance(right[0], Between):  # "entre le 3 et le 5, entre 8 h et 10 h" are two
            right = date_at(script, skip_articles(script, left[1] + 1))
        if right and isinstance(right[0], At) and isinstance(left[0], Day):  # « nuit du 16 au 17/02 : 21h00 départ »
            days = date_at(script, skip_articles(script, left[1] + 1))
            right = days if days and script.word(days[1]) == ":" else right
        joined = join(script, left[0], *right) if right else None
        if joined is not None and right is not None and (hours is None or right[1] >= hours[1]):
            return joined, right[1]
    return _dated_hours(script, hours) if hours and _hours_stand(script, at, hours) else None


def _hours_stand(script: Script, at: int, hours: Found) -> bool:
    """`from 8 to 10` alone may be how many; `pendant de 8 à 10 heures` is how long."""
    node = hours[0]
    assert isinstance(node, Between)
    assert isinstance(node.right, At)
    marked = script.tokens[at + 2].text in _HOUR_MARKS or script.word(hours[1] - 1) in _HALVES | _HOUR_MARKS
    marked = marked or dated_next(script, hours[1])
    marked = marked or node.right.clock.minute > 0 or (script.word(at) == "from" and script.before(at) in _TIMED)
    return marked and script.before(at) not in ("pendant", "durant", "duree", "for")


def _dated_hours(script: Script, hours: Found) -> Found:
    """The day that a range of hours is of, where it follows."""
    node, at = hours
    assert isinstance(node, Between)
    told = None  # the day at the head of the next line is of what follows
    if not script.opens_line(at):
        told = date_at(script, script.skip(at, ("le", "du", "on", ",", "of", "de"), 1))
    day, end = told if told is not None and takes_hour(told[0]) else (None, at)
    return Between(_on(node.left, day), _on(node.right, day)), end


def _on(node: Node, day: Node | None) -> Node:
    return replace(node, day=day) if isinstance(node, At) else node


def end_of(script: Script, at: int) -> Found | None:
    """One end of a range: a time, or a bare day, month or year that the other end completes."""
    found = simple(script, at, cued=script.before(at) in _HOUR_CUES) or short_numeric(script, at)
    if found is not None:
        return found
    told = year(script, at)
    if told is not None:
        return Years(told[0], told[0]), told[1]
    named = month(script, at)
    if named is not None and not script.doubtful(at):
        return Months(named[0], named[0]), named[1]
    if (season := SEASONS.get(script.word(at))) is not None and script.before(at) in ("'", "le", "the"):
        return Season(season), at + 1  # « entre janvier et l'été »
    day = day_number(script, at)
    return (Day(day[0]), day[1]) if day and day[0] <= 31 else None


def join(script: Script, left: Node, right: Node, after: int) -> Node | None:
    """The range between two ends, each completed by the other; None where they are no two times."""
    match left, right:
        case (Impossible(), _) | (_, Impossible()):
            return None
        case Day(month=None, weekday=int()), Day(month=None, weekday=int()):
            return Between(left, right) if left.day < right.day else None
        case Day(), Day():
            left, right = complete(left, right), complete(right, left)
            return Between(left, right) if right.month is not None else None
        case Day(month=None, day=day), DayIn(of=of):
            return Between(DayIn(day, of), right)
        case Day(year=None), Months(year=int() as told):
            return Between(replace(left, year=told), right) if left.month else None
        case Months(), Months():
            return Between(replace(left, year=left.year or right.year), replace(right, year=right.year or left.year))
        case Years(), Years():
            return Between(left, right) if left.first < right.first and _years_end(script, after) else None
        case Day(), At(day=Day() as day):
            return Between(complete(left, day), right) if left.month or day.month else None
    return _join_years(left, right) or _join_hours(left, right)


def _join_years(left: Node, right: Node) -> Node | None:
    """`du 3 mai au 7 juin de l'année dernière`: the year of the second end is that of the first."""
    match left, right:
        case Day(year=None), InYear(node=Day() as day, of=of) if left.month or day.month:
            return Between(InYear(complete(left, day), of), right)
        case Months(year=None), InYear(node=Months(), of=of):
            return Between(InYear(left, of), right)
    return None


def _join_hours(left: Node, right: Node) -> Node | None:
    """Ends that need nothing from each other, or an hour that is of the day at the other end."""
    if (isinstance(left, Day) and left.month is None) or (isinstance(left, At) and left.day is None):
        return None
    if isinstance(right, At) and right.day is None:
        return Between(left, replace(right, day=left.day)) if isinstance(left, At) else None
    if isinstance(right, Day) and right.month is None:
        return None
    return Between(left, right)


def _years_end(script: Script, at: int) -> bool:
    """`de 1900 à 2000 euros` is no range of years."""
    return script.tokens[at].kind == BREAK or script.word(at) in AFTER_YEARS


def loose(script: Script, at: int, found: Found | None) -> Found | None:
    """12-15 mai 2022, semaine du 12 au 18 mai, March 3 to 5, 2022, mai-juin 2022, 9:00 - 10:30: no word before it."""
    if found is None:
        days = days_range(script, at)
        shared = days if days is not None and isinstance(days[0], Between) else listed(script, at) or days
        return shared or months_range(script, at) or _bare_hours(script, at)
    node, end = found
    if script.word(end) in ("or", "ou") and (either := _either(script, node, end + 1)) is not None:
        return either
    if script.word(end) not in _LOOSE_LINKS or isinstance(node, Years | Window):
        return found
    if isinstance(node, Shift | Weekday) and script.word(end) in ("-", "a"):
        return found
    if isinstance(node, At) and node.day is None:
        hours = hours_range(script, at, _TODAY)
        return _dated_hours(script, hours) if hours else found
    right = end_of(script, skip_articles(script, past_link(script, end)))
    week, node = isinstance(node, WeekOf), node.of if isinstance(node, WeekOf) else node
    if right is None or not _alike(node, right[0]) or (isinstance(node, Day) and node.month is None and not week):
        return found
    last, after = _late_year(script, *right)
    joined = join(script, node, last, after) if _in_order(node, last) else None
    return (joined, after) if joined else found


def _either(script: Script, node: Node, at: int) -> Found | None:
    """`2016 or 2017`, « mai ou juin 2019 »: somewhere in both, which follow each other."""
    right = end_of(script, skip_articles(script, at))
    match node, right:
        case Years(), (Years(first=first, last=last), after) if first == node.last + 1 and _years_end(script, after):
            return Between(node, Years(first, last)), after
        case Months(), (Months() as other, after) if other.first % 12 == node.last % 12 + 1:
            earlier = other.year - (other.first < node.first) if other.year else None
            return Between(replace(node, year=node.year or earlier), other), after
    return None


def past_link(script: Script, at: int) -> int:
    """The token after what joins two ends: `jusqu'à` and `jusqu'au` are three."""
    return at + 1 + (script.word(at) == "jusqu") * 2


def _alike(left: Node, right: Node) -> bool:
    """Whether two times with no word before them can be two ends of one stretch."""
    if isinstance(left, Shift | Weekday | Day) and isinstance(right, Shift | Weekday | Day):
        return not any(isinstance(end, Shift) and (end.whole or end.unit != "day") for end in (left, right))
    return isinstance(right, type(left))


def _bare_hours(script: Script, at: int) -> Found | None:
    """`8-9am`, `5 to 6 in the afternoon`, `8 à 10 h du matin`: a bare hour before one that is marked."""
    if script.tokens[at].kind != DIGITS or script.tokens[at].glued:
        return None
    hours = hours_range(script, at, _TODAY)
    if hours is None or not isinstance(hours[0], Between):
        return None
    marked = script.word(at + 1) == "h" and script.word(hours[1] - 1) == "h" and script.opens_line(at)
    if not marked and script.word(hours[1] - 1) not in _HALVES and not dated_next(script, hours[1]):
        return None
    return _dated_hours(script, hours)


def _late_year(script: Script, node: Node, at: int) -> Found:
    """The year after `June 5-7, 2022`."""
    told = year(script, at + (script.word(at) == ","))
    if told is None or not isinstance(node, Day) or node.month is not None:
        return node, at
    return replace(node, year=told[0]), told[1]


def _in_order(left: Node, right: Node) -> bool:
    if isinstance(left, Day) and isinstance(right, Day):
        return right.month is not None or right.day > left.day
    return True
