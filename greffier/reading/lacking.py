"""What a time told does not tell itself: the day of an hour, the week of a day, the year of a date."""

from __future__ import annotations

from greffier.reading.day_parts import BOUNDS
from greffier.reading.told import (
    About,
    At,
    Between,
    Clock,
    Day,
    Feast,
    From,
    InPart,
    InYear,
    Months,
    Node,
    Nth,
    Open,
    Part,
    Season,
    Shift,
    Weekday,
    WeekOf,
    Years,
)
from greffier.records import Time


def lacks_year(node: Node) -> bool:
    """A day or a month whose year nothing tells."""
    match node:
        case At(day=inner) | InPart(day=inner):
            return inner is not None and lacks_year(inner)
        case About(of=inner) | Open(of=inner) | Part(of=inner) | Between(left=inner):
            return lacks_year(inner)
        case Months():
            return node.year is None and node.of is None and node.steps is None
        case Feast():
            return node.year is None and not node.turn
        case Season():
            return node.year is None and node.steps is None
        case _:
            return isinstance(node, Day) and node.year is None and not node.steps


def lacks_week(node: Node) -> bool:
    """A day of the week of which nothing says which one it is."""
    match node:
        case At(day=inner) | InPart(day=inner):
            return inner is not None and lacks_week(inner)
        case About(of=inner) | Open(of=inner):
            return lacks_week(inner)
        case _:
            return isinstance(node, Weekday) and node.steps is None and node.week is None


def bare_hour(node: Node) -> Clock | None:
    """The first hour of what tells hours only."""
    match node:
        case About(of=inner) | Between(left=inner) | Open(of=inner):
            return bare_hour(inner)
        case InPart(day=None, part=part):
            return Clock(int(BOUNDS[part][0][:2]))
        case At(day=None, clock=clock):
            return clock
        case _:
            return None


def is_same_day(node: Node) -> bool:
    """`le même jour`, `ce jour`"""
    if isinstance(node, At):
        return node.day is not None and is_same_day(node.day)
    return isinstance(node, Shift) and node.unit == "day" and node.steps == 0


def is_running(node: Node) -> bool:
    """`la fin du mois`, `avant la fin de la semaine`: of the month or the week that it is."""
    if isinstance(node, Open | Part):
        return is_running(node.of)
    return isinstance(node, Shift) and node.whole and node.steps == 0 and node.origin == "told"


def is_turn(node: Node) -> bool:
    """`le lendemain`, `la veille`, `deux jours plus tôt`"""
    if isinstance(node, At | InPart):
        return node.day is not None and is_turn(node.day)
    return (
        isinstance(node, Shift)
        and node.unit == "day"
        and node.origin == "told"
        and -8 < node.steps < 2
        and node.steps != 0
    )


def is_stretch(node: Node, time: Time) -> bool:
    """Whether what follows is counted from days and not from one day: a month, a year, or a shift from one of them."""
    if isinstance(node, About | Part):
        return is_stretch(node.of, time)
    return isinstance(node, Months | Years | Season | WeekOf) or (
        isinstance(node, Shift) and time.earliest != time.latest
    )


def tells_day(node: Node) -> bool:
    """Whether a story goes on from here: days do, with or without an hour; stretches and hours alone do not."""
    match node:
        case At(day=day) | InPart(day=day):
            return day is not None and tells_day(day)
        case About(of=inner) | Between(left=inner):
            return tells_day(inner)
        case Shift(unit=unit):
            return unit == "day"
        case _:
            ranked = isinstance(node, Nth) and node.weekday is not None
            return (
                ranked
                or isinstance(node, Day | Feast | Weekday | From)
                or (isinstance(node, InYear) and tells_day(node.node))
            )


def is_number(node: Node) -> bool:
    """`le 16`: a day by its number alone."""
    return isinstance(node, Day) and node.month is None and node.weekday is None


def numbers(node: Node) -> bool:
    """`du lundi 14 au vendredi 18`: days of a month that nothing tells."""
    node = node.left if isinstance(node, Between) else node
    return isinstance(node, Day) and node.month is None


def numbered(node: Node) -> bool:
    """`vendredi 24`: a day of the week with its number and no month."""
    if isinstance(node, At | InPart):
        return node.day is not None and numbered(node.day)
    return isinstance(node, Day) and node.month is None and node.weekday is not None
