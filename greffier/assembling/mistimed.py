"""One act that two papers tell of two hours, or of two days: known by what was done with what, beside the time."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import combinations

from greffier.assembling.checking import Hit, Material, Words, both
from greffier.assembling.clauses import ACTS, PLAIN, Clause, acts_in, of_one_form, shown
from greffier.assembling.lookup import Lookup
from greffier.assembling.rulebook import Rule
from greffier.assembling.times import days_told, in_words, one_day, precise, start
from greffier.assembling.wording import phrases
from greffier.records import Mention, Time
from greffier.text import folded, key

_BULLETS = " \n\t-–•*|[(."  # before the hour of a line of a log
_BESIDE = 70  # characters between a time and what was done then
_RANGE = 9  # characters between the two ends of a time told from and until
_OFTEN, _SELDOM = 12, 4  # times told of one act with one thing
_LATER = 25  # minutes that nobody is mistaken about
_HALF = re.compile(
    r"\d ?(?:h|:)|hrs|[ap]\.?m\b|matin|soir|nuit|morning|evening|night|afternoon|apres-midi|midi|noon|minuit|midnight"
)
_HOME = re.compile(r"\b(?:chez|home|domicile|maison)\b")
_OF_ONE_HOUR = ACTS - PLAIN - frozenset(phrases("clauses", "repeated"))
_ONCE = frozenset(phrases("clauses", "once"))
_MARKED = ("container", "plate", "seal", "account", "phone")
_OF_ITS_DAY = frozenset(("report", "seizure", "intercept"))  # whose hours are of the day that they record
_STATE = re.compile(r"\b(?:stood|stands|standing|was found|were found|remained|rest(?:e|ait|aient|ees?)) \w+")
_DAY, _HALF_A_DAY = 24 * 60, 12 * 60


@dataclass(frozen=True, slots=True)
class _When:
    """A time of a clause, the acts beside it; `logged` where it opens a line, which may tell when that was written."""

    clause: Clause
    mention: Mention
    time: Time
    logged: bool
    acts: frozenset[str]


Differ = Callable[[_When, _When], bool]
Together = Mapping[tuple[str, str], int]


def hour_differs(material: Material, rule: Rule) -> Iterator[Hit]:
    """Two papers that tell one act with one thing of hours that are too far apart."""
    known = material.known
    hours = [one for clause in material.clauses for one in _hours(clause)]
    for one, other in _pairs(hours, lambda one, other: _hours_apart(known, one, other)):
        yield _hit(one, other)


def day_of_act_differs(material: Material, rule: Rule) -> Iterator[Hit]:
    """Two papers that tell one act with one thing, and an amount in common, of two days."""
    told_days = [one for clause in material.clauses if not clause.row for one in _days(clause)]
    for one, other in _pairs(told_days, lambda one, other: one_day(one.time) != one_day(other.time)):
        if _amounts(one.clause) & _amounts(other.clause):
            yield _hit(one, other)


def _hit(one: _When, other: _When) -> Hit:
    what = " ".join(one.clause.page.text[slice(*one.clause.span)].split())[:100]
    words: Words = {"first": in_words(one.time), "second": in_words(other.time), "what": what}
    return Hit(both(shown(one.clause), shown(other.clause)), False, words)


def _hours(clause: Clause) -> Iterator[_When]:
    """The hours of a clause, but for those that are one end of a stretch."""
    times = [one for one in clause.of("date") if one.time is not None and "T" in one.time.earliest]
    for at, one in enumerate(times):
        first = times[at - 1].span.end if at else clause.span[0]
        last = times[at + 1].span.start if at + 1 < len(times) else clause.span[1]
        ranged = (at and one.span.start - first < _RANGE) or (at + 1 < len(times) and last - one.span.end < _RANGE)
        if one.time is not None and precise(one.time, 60) and not ranged:
            yield _when(clause, one, one.time, first, last, _OF_ONE_HOUR)


def _days(clause: Clause) -> Iterator[_When]:
    """The day of a clause that tells only one."""
    times = [one for one in clause.of("date") if one.time is not None]
    if len(times) == 1 and times[0].time is not None and days_told(times):
        yield _when(clause, times[0], times[0].time, *clause.span, _ONCE)


def _when(clause: Clause, one: Mention, time: Time, first: int, last: int, heard: frozenset[str]) -> _When:
    text = clause.page.text
    before = text[max(first, one.span.start - _BESIDE) : one.span.start]
    after = text[one.span.end : min(last, one.span.end + 2 * _BESIDE)]
    acts = (_acts_beside(before) or _acts_beside(after)) | acts_in(clause.question)
    logged = not clause.asked and not text[clause.span[0] : one.span.start].strip(_BULLETS)
    return _When(clause, one, time, logged, acts & heard)


def _acts_beside(text: str) -> frozenset[str]:
    """The acts of words beside a time; `the doors stood open` tells how it was, and nothing done."""
    return acts_in(_STATE.sub(" ", folded(text)))


def _pairs(times: Sequence[_When], differ: Differ) -> Iterator[tuple[_When, _When]]:
    """Two times of one act in two papers, each two clauses once, what is told the least often first."""
    by_act: dict[tuple[str, str], list[_When]] = defaultdict(list)
    for one in times:
        for act in one.acts:
            for thing in one.clause.things:
                by_act[act, thing].append(one)
    together = Counter({name: len(of) for name, of in by_act.items()})
    done: set[frozenset[tuple[str, int]]] = set()
    for name in sorted((name for name in by_act if together[name] <= _OFTEN), key=lambda one: (together[one], one)):
        for one, other in combinations(by_act[name], 2):
            two = frozenset((when.clause.page.id, when.clause.span[0]) for when in (one, other))
            if two not in done and differ(one, other) and _of_one_act(one, other, together):
                done.add(two)
                yield one, other


def _of_one_act(one: _When, other: _When, together: Together) -> bool:
    """Whether two papers tell one act: at no two places, and of things of which it is seldom told."""
    left, right = one.clause, other.clause
    if (
        left.piece == right.piece
        or (one.logged and other.logged)
        or (left.row and right.row)
        or of_one_form(left, right)
    ):
        return False
    if any(marks and others and not marks & others for marks, others in zip(_marks(left), _marks(right), strict=True)):
        return False  # two containers, two vehicles
    here, there = _whereabouts(left), _whereabouts(right)
    if ("home" in here | there or (here and there)) and not here & there:
        return False
    things = left.things & right.things
    shared = [together[act, thing] for act in one.acts & other.acts for thing in things]
    return bool(shared) and (min(shared) <= _SELDOM or len(things) > 1)


def _marks(clause: Clause) -> Iterator[frozenset[str]]:
    """What a clause names by a mark of its own, kind by kind."""
    yield from (frozenset(key(one.span.exact) for one in clause.of(kind)) for kind in _MARKED)


def _whereabouts(clause: Clause) -> frozenset[str]:
    """The places that a clause names; somebody's home is one."""
    home = {"home"} if _HOME.search(clause.flat) else set()
    return frozenset(key(one.span.exact) for one in clause.of("place")) | home


def _hours_apart(known: Lookup, one: _When, other: _When) -> bool:
    """Whether two hours of what may be one day are too far apart, whatever half of the day is meant."""
    left, right = (datetime.fromisoformat(start(told.time)) for told in (one, other))
    if (
        abs((left - right).total_seconds()) > _HALF_A_DAY * 60
        and left.date() != right.date()
        and not (_of_no_day(known, one) or _of_no_day(known, other))
    ):
        return False
    first, second = (days_told(told.clause.of("date")) for told in (one, other))
    if first and second and not first & second and abs(left - right).days > 0:
        return False
    minutes = abs((left.hour * 60 + left.minute) - (right.hour * 60 + right.minute))
    turn = _DAY if _of_the_day(one) and _of_the_day(other) else _HALF_A_DAY
    return min(minutes % turn, turn - minutes % turn) >= _LATER


def _of_no_day(known: Lookup, one: _When) -> bool:
    """Whether nobody knows of which day an hour is: it answers a question, or was put on the day of its paper."""
    if days_told(one.clause.of("date")):
        return False
    if known.pieces[one.clause.piece].kind in _OF_ITS_DAY:
        return False
    dating = known.datings.get(one.clause.piece)
    written = [one_day(time) for time in (dating.act, dating.written)] if dating else []
    return one.clause.asked is not None or one_day(one.time) in written


def _of_the_day(one: _When) -> bool:
    """Whether the words of an hour say which half of the day is meant."""
    return datetime.fromisoformat(start(one.time)).hour > 12 or _HALF.search(folded(one.mention.span.exact)) is not None


def _amounts(clause: Clause) -> frozenset[str]:
    amounts = (one.quantity for one in clause.of("quantity"))
    return frozenset(f"{one.low}-{one.high} {one.unit}" for one in amounts if one is not None and one.high > 2)
