"""The sentence level of dates: a day with its hour, from one to another, since, until, about. Tokens in, nodes out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal, NamedTuple

from greffier.reading import calendar_words as days
from greffier.reading import periods, relative
from greffier.reading.calendar_words import Found, Script
from greffier.reading.clock import PARTS_OF_DAY, clock
from greffier.reading.told import About, At, Between, Clock, Day, Impossible, Months, Node, Open, Shift, Weekday, Years
from greffier.reading.tokens import BREAK, DIGITS, SIGN, WORD

Side = Literal["since", "after", "until", "before"]

_RANGE_LINKS = {
    "du": frozenset({"au", "jusqu", "-", "a"}), "de": frozenset({"a", "jusqu", "-"}), "entre": frozenset({"et"}),
    "from": frozenset({"to", "until", "till", "through", "-", "thru"}), "between": frozenset({"and"}),
    "des": frozenset({"a", "jusqu"}),
}  # fmt: skip
_LOOSE_LINKS = frozenset({"au", "-", "to", "through", "a", "until"})
_OPENERS: dict[tuple[str, ...], Side] = {
    ("depuis",): "since", ("a", "compter", "du"): "since", ("a", "compter", "de"): "since", ("a", "partir", "du"): "since",
    ("a", "partir", "de"): "since", ("des",): "since", ("since",): "since", ("as", "of"): "since",
    ("starting", "on"): "since", ("starting", "from"): "since", ("starting",): "since", ("from",): "since",
    ("jusqu", "au"): "until", ("jusqu", "a"): "until", ("jusqu", "en"): "until", ("until",): "until", ("till",): "until",
    ("up", "to"): "until", ("through",): "until", ("apres",): "after", ("after",): "after", ("avant",): "before",
    ("before",): "before", ("prior", "to"): "before", ("d", "ici"): "until", ("posterieurement", "au"): "after",
    ("anterieurement", "au"): "before", ("no", "later", "than"): "until", ("au", "plus", "tard"): "until",
}  # fmt: skip
_OPENER_HEADS = frozenset(words[0] for words in _OPENERS)
_ABOUT = frozenset({"vers", "environ", "about", "around", "approximately", "circa", "autour"})
_CLOCK_CUES = frozenset(
    "a vers des depuis avant apres at around about by before after since until till est is heure heures time from "
    "entre between de jusqu pour environ for".split()
)
_ARTICLES = frozenset({"le", "la", "the", "du", "au", "on", "of", "d", "l", "'", "les"})
_SHORT_CUES = frozenset("le du au on the from to since depuis until date before after avant apres jour by".split())
_STARTERS = (
    frozenset({"an", "l", "midi", "minuit", "noon", "midnight", "half", "quarter", "noel", "premier"})
    | days.WEEKDAYS.keys() | days.MONTHS.keys() | days.ORDINALS.keys() | days.SEASONS.keys() | days.HOLIDAYS.keys()
    | relative.STARTERS | periods.STARTERS | _RANGE_LINKS.keys() | _OPENER_HEADS | _ABOUT | periods._TENS_NAMES.keys()
    | frozenset("un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt trente deux mille".split())
    | frozenset("one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
                "seventeen eighteen nineteen twenty thirty".split())
)  # fmt: skip


class Telling(NamedTuple):
    """What was told of time, and where: character offsets on the page."""

    start: int
    end: int
    node: Node


def tellings(script: Script) -> Iterator[Telling]:
    """Yield what a page tells of time, in the order of the text, without overlaps."""
    tokens = script.tokens
    at, stop = 0, len(tokens) - 4
    while at < stop:
        kind, text = tokens[at][:2]
        if kind == DIGITS or (kind == WORD and text in _STARTERS):
            found = expression(script, at)
            if found is not None:
                node, end = found
                yield Telling(tokens[at].start, tokens[end - 1].end, node)
                at = end
                continue
        at += 1


def expression(script: Script, at: int) -> Found | None:
    """The longest thing told of time that starts at this token."""
    word = script.word(at)
    if script.tokens[at].kind == WORD:
        if word in _RANGE_LINKS and (found := _range(script, at)):
            return found
        if word in _OPENER_HEADS and (found := _open(script, at)):
            return found
        if word in _ABOUT and (
            found := simple(script, at + 1 + (script.word(at + 1) in ("le", "de", "du")), cued=True)
        ):
            return About(found[0]), found[1]
    found = simple(script, at) or _lone_day(script, at)
    return _loose_range(script, at, found)


# --- one time ---------------------------------------------------------------------------------------------------------


def simple(script: Script, at: int, *, cued: bool = False) -> Found | None:
    """A date with or without an hour, an hour with or without a date, a stretch of time with a name."""
    dated = _date(script, at)
    hour = clock(script, at, cued=cued or _cue_before(script, at))
    if dated is not None and (hour is None or dated[1] >= hour[1]):
        return _add_clock(script, *dated)
    if hour is not None:
        return _add_date(script, *hour)
    return dated


def _date(script: Script, at: int) -> Found | None:
    found = days.calendar_date(script, at) or periods.period(script, at)
    told = relative.relative(script, at) or relative.this_part(script, at)
    if told and (found is None or told[1] > found[1]):
        return told
    if found is None and script.tokens[at].kind == DIGITS and script.before(at) in _SHORT_CUES:
        return days.short_numeric(script, at)
    return found


def _cue_before(script: Script, at: int) -> bool:
    return script.before(at) in _CLOCK_CUES or (script.before(at) == "'" and at > 1 and script.word(at - 2) == "d")


def _add_clock(script: Script, node: Node, at: int) -> Found:
    """The hour told after a date, directly or after `à`, `vers`, `at`, a comma, a label; a part of the day is passed."""
    if not _takes_hour(node):
        return node, at
    part = relative.part_of_day(script, at)
    evening = (
        part is not None
        and PARTS_OF_DAY.get(script.word(part - 1)) in ("evening", "afternoon")
        or (part is not None and script.word(part - 1) == "midi")
    )
    after = part or at
    start, about = _link(script, after)
    ranged = _hours_range(script, start, node)
    if ranged is not None:
        return ranged
    told = clock(script, start, cued=True)
    if told is None:
        return node, after
    hour, end = told
    if evening and hour.hour < 12:
        hour = replace(hour, hour=hour.hour + 12, twelve=False)
    elif part is not None:
        hour = replace(hour, twelve=False)
    timed = At(node, hour)
    return (About(timed), end) if about else (timed, end)


def _takes_hour(node: Node) -> bool:
    if isinstance(node, Shift):
        return node.unit == "day" and not node.whole
    return isinstance(node, Day | Weekday)


def _link(script: Script, at: int) -> tuple[int, bool]:
    """Pass over what joins a date and an hour; tells whether the hour is about."""
    start, about = at, False
    for _ in range(5):
        word = script.word(start)
        if script.tokens[start].kind == BREAK:
            return at, False
        if word in _ABOUT or word == "environs":
            about = True
        elif word not in (",", "-", "a", "at", "t", ":", "heure", "heures", "time", "(", "les", "|", "des", "by", "@"):
            break
        start += 1
    return start, about


def _hours_range(script: Script, at: int, day: Node) -> Found | None:
    """de 22 h à 23 h 30, entre 8 h et 10 h, from 5 to 7 pm, 9:00-10:00: after or before the day that `day` is."""
    links = _RANGE_LINKS.get(script.word(at))
    start = at + 1 if links else at
    left = clock(script, start, cued=True) or _bare_hour(script, start)
    if left is None or script.word(left[1]) not in (links or ("-", "a", "to")):
        return None
    second = left[1] + 1 + (script.word(left[1]) == "jusqu") * 2
    right = clock(script, second, cued=True)
    if right is None:
        return None
    first, last = left[0], right[0]
    if first.twelve and last.hour >= 12 and first.hour + 12 <= last.hour:
        first = replace(first, hour=first.hour + 12, twelve=False)
    return Between(At(day, first), At(day, last)), right[1]


def _bare_hour(script: Script, at: int) -> tuple[Clock, int] | None:
    token = script.tokens[at]
    if token.kind == DIGITS and len(token.text) <= 2 and int(token.text) <= 23 and not script.tokens[at + 1].glued:
        return Clock(int(token.text), twelve=int(token.text) <= 12), at + 1
    return None


def _add_date(script: Script, hour: Clock, at: int) -> Found:
    """The day told after an hour: `à 22 h le 12 mai`, `22 h hier`, `4 pm on Friday`."""
    start = at
    for _ in range(3):
        if script.word(start) not in (",", "le", "du", "on", "of", "the", "ce", "de"):
            break
        start += 1
    for begin in range(at, start + 1):
        told = _date(script, begin)
        if told is not None and _takes_hour(told[0]):
            return At(told[0], hour), relative.part_of_day(script, told[1]) or told[1]
    return At(None, hour), at


def _lone_day(script: Script, at: int) -> Found | None:
    """`le 27,` and `the 27th.`: a day alone, only where the sentence pauses after it or an hour follows."""
    if script.word(at) not in ("le", "the", "du", "au"):
        return None
    told = days.day_number(script, at + 1)
    if told is None or told[0] > 31 or (script.word(at) in ("the", "du", "au") and told[1] == at + 2):
        return None
    after = script.tokens[told[1]]
    timed = _add_clock(script, Day(told[0]), told[1])
    if isinstance(timed[0], At):
        return timed
    pause = after.kind == BREAK or (
        after.kind == SIGN and after.text in ",.;)" and not _number_after(script, told[1] + 1)
    )
    return (Day(told[0]), told[1]) if pause and script.word(told[1] + 1) not in ("rue", "avenue", "bis") else None


def _number_after(script: Script, at: int) -> bool:
    return script.tokens[at].kind == DIGITS


# --- more than one time -----------------------------------------------------------------------------------------------


def _range(script: Script, at: int) -> Found | None:
    """du 12 au 15 mai 2022, entre le 3 et le 5 mars, from 3 to 5 March, de 22 h à 23 h 30, de 2019 à 2022."""
    links = _RANGE_LINKS[script.word(at)]
    start = _skip_articles(script, at + 1)
    hours = _hours_range(script, at, Shift("day", 0, "told"))
    left = _end(script, start)
    if left is not None and script.word(left[1]) in links:
        second = _skip_articles(script, left[1] + 1)
        right = _end(script, second)
        joined = _join(script, left[0], right[0], right[1]) if right else None
        if joined is not None and right is not None and (hours is None or right[1] >= hours[1]):
            return joined, right[1]
    return _dated_hours(script, hours) if hours and _hours_stand(script, at, hours) else None


def _hours_stand(script: Script, at: int, hours: Found) -> bool:
    """A range of hours needs a sign of an hour on its left or minutes on its right: `de 8 à 10 heures` may be how long."""
    node = hours[0]
    if not isinstance(node, Between) or not isinstance(node.left, At) or not isinstance(node.right, At):
        return False
    return (
        script.tokens[at + 2].kind != SIGN
        and (
            script.word(at + 2) in ("h", "heures", "heure", "am", "pm")
            or node.right.clock.minute > 0
            or script.word(hours[1] - 1) in ("am", "pm", "m")
        )
        or script.word(at + 2) == ":"
    )


def _dated_hours(script: Script, hours: Found) -> Found:
    node, at = hours
    start = at + (script.word(at) in ("le", "du", "on", ","))
    told = _date(script, start)
    if told is None or not _takes_hour(told[0]) or not isinstance(node, Between):
        assert isinstance(node, Between)
        return Between(_on(node.left, None), _on(node.right, None)), at
    return Between(_on(node.left, told[0]), _on(node.right, told[0])), told[1]


def _on(node: Node, day: Node | None) -> Node:
    return replace(node, day=day) if isinstance(node, At) else node


def _skip_articles(script: Script, at: int) -> int:
    start = at
    while script.word(start) in _ARTICLES and start - at < 3:
        start += 1
    return start


def _end(script: Script, at: int) -> Found | None:
    """One end of a range: a time, or a bare day or year that the other end completes."""
    found = simple(script, at) or days.short_numeric(script, at)
    if found is not None:
        return found
    told = days.year(script, at)
    if told is not None:
        return Years(told[0], told[0]), told[1]
    named = days.month(script, at)
    if named is not None and (len(script.word(at)) > 3 or script.capital(at)):
        return Months(named[0], named[0]), named[1]
    day = days.day_number(script, at)
    return (Day(day[0]), day[1]) if day and day[0] <= 31 else None


def _join(script: Script, left: Node, right: Node, after: int) -> Node | None:
    """The range between two ends, each completed by the other; None where they are no two times."""
    if isinstance(left, Impossible) or isinstance(right, Impossible):
        return None
    if isinstance(left, Day) and isinstance(right, Day):
        left, right = _complete(left, right), _complete(right, left)
        return Between(left, right) if right.month is not None else None
    if isinstance(left, Months) and isinstance(right, Months):
        return Between(replace(left, year=left.year or right.year), replace(right, year=right.year or left.year))
    if isinstance(left, Years) and isinstance(right, Years):
        return Between(left, right) if left.first < right.first and _year_range_ends(script, after) else None
    if isinstance(left, Day) and isinstance(right, At) and isinstance(right.day, Day):
        return Between(_complete(left, right.day), right) if left.month or right.day.month else None
    if isinstance(left, Day) and left.month is None:
        return None
    if isinstance(left, At) != isinstance(right, At) and (_no_day(left) or _no_day(right)):
        return (
            Between(left, replace(right, day=left.day)) if isinstance(right, At) and not isinstance(left, At) else None
        )
    return None if isinstance(left, At) and left.day is None else Between(left, right)


def _no_day(node: Node) -> bool:
    return isinstance(node, At) and node.day is None


def _complete(day: Day, by: Day) -> Day:
    return replace(day, month=day.month or by.month, year=day.year or by.year)


def _year_range_ends(script: Script, at: int) -> bool:
    """`de 1900 à 2000 euros` is no range of years."""
    token = script.tokens[at]
    stops = (
        "et",
        "ou",
        "il",
        "elle",
        "le",
        "la",
        "les",
        "and",
        "or",
        "the",
        "he",
        "she",
        "pour",
        "dans",
        "a",
        "in",
        "par",
        "inclus",
    )
    return token.kind == BREAK or (token.kind == SIGN and token.text in ",.;:)]'\"?!") or token.text in stops


def _loose_range(script: Script, at: int, found: Found | None) -> Found | None:
    """12-15 mai 2022, 12 au 15 mai, March 3 to 5, mai-juin 2022, 9:00 - 10:30: two ends without a word before them."""
    if found is None:
        return _days_range(script, at)
    node, end = found
    link = script.word(end)
    if link not in _LOOSE_LINKS or script.tokens[end].kind == BREAK:
        return found
    if isinstance(node, At) and node.day is None:
        hours = _hours_range(script, at, Shift("day", 0, "told"))
        return _dated_hours(script, hours) if hours else found
    right = _end(script, _skip_articles(script, end + 1))
    if right is None or not isinstance(right[0], type(node)) or isinstance(node, Shift | Weekday | Years):
        return found
    if isinstance(node, Day) and node.month is None:
        return found
    joined = _join(script, node, right[0], right[1])
    return (joined, right[1]) if joined and _in_order(node, right[0]) else found


def _in_order(left: Node, right: Node) -> bool:
    if isinstance(left, Day) and isinstance(right, Day):
        return right.month is not None or right.day > left.day
    return True


def _days_range(script: Script, at: int) -> Found | None:
    """`12-15 mai 2022`, `3 to 5 March`, `la nuit du 4 au 5 mars` after its article."""
    day = days.day_number(script, at)
    if (
        day is None
        or day[0] > 31
        or script.word(day[1]) not in ("-", "au", "to", "et", "and", "/")
        or script.before(at) in ("-", ".", "/")
    ):
        return None
    start = _skip_articles(script, day[1] + 1)
    right = days.day_month(script, start)
    if right is None or not isinstance(right[0], Day):
        return None
    return Between(_complete(Day(day[0]), right[0]), right[0]), right[1]


def _open(script: Script, at: int) -> Found | None:
    """depuis le 3 mars 2022, jusqu'au 5 mai, since March, before 10 pm."""
    for length in (3, 2, 1):
        words, after = _head(script, at, length)
        side = _OPENERS.get(words)
        if side is None:
            continue
        start = _skip_articles(script, after)
        found = simple(script, start, cued=True) or _lone_day(script, start - 1) or _end_of_open(script, start)
        if found is not None and _can_open(found[0], words):
            return Open(found[0], side), found[1]
    return None


def _end_of_open(script: Script, at: int) -> Found | None:
    told = days.short_numeric(script, at) if script.tokens[at].kind == DIGITS else None
    return told


def _head(script: Script, at: int, length: int) -> tuple[tuple[str, ...], int]:
    words: list[str] = []
    while len(words) < length:
        if script.word(at) == "'":
            at += 1
        words.append(script.word(at))
        at += 1
    return tuple(words), at


def _can_open(node: Node, words: tuple[str, ...]) -> bool:
    """`des` is an article more often than a word of time; `from` alone opens only what carries a date."""
    if words in (("des",), ("from",), ("through",), ("starting",)):
        return isinstance(node, Day | At | Months) and not (isinstance(node, Day) and node.month is None)
    if isinstance(node, Shift):
        return not (node.origin == "told" and node.steps)
    return not isinstance(node, Impossible | Between)
