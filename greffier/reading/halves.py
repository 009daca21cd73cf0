"""Which half of the day an English hour is of that nobody said it of: by the words before it, else as people live."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime, time

from greffier.reading.date_grammar import Telling
from greffier.reading.lacking import bare_hour
from greffier.reading.told import About, At, Between, Node, Open

_PARTS = re.compile(
    r"\b(?:(?P<late>tonight|evening|night|afternoon|lunch|dinner|supper)"
    r"|morning|breakfast|dawn|awake|woke|(?:been|got) up)\b"
)
_WINDOW = 120  # characters before an hour
_DIGITAL = re.compile(r"\d[:.]\d\d")  # an hour written so is of the night as soon as of the afternoon
_NOBODY_UP = 5  # hours: `two o'clock` alone is of the afternoon, `nine o'clock` of the morning
_NEAR = 6 * 60  # minutes
_JUST_BEFORE, _SOON = 60, 4 * 60  # minutes
_NOON, _DUSK, _WORKING = 12, 20, 8  # hours
_LATE = 4  # hours: before it an hour of the night is one of the morning


def whole_hours(telling: Telling, flat: str, running: datetime | None = None) -> Telling:
    """A time told with its hours out of twenty-four, where the page tells them out of twelve; `running` is the hour
    that a story is at."""
    if not _is_of_twelve(telling.node):
        return telling
    if running is not None and _is_about(telling.node, running):
        return telling._replace(node=_moved(telling.node, "evening"))
    window = max(0, telling.start - _WINDOW)
    window = max(window, flat.rfind("\n\n", window, telling.start))
    said = [found["late"] or "" for found in _PARTS.finditer(flat, window, telling.start)]
    if not said and _DIGITAL.search(flat, telling.start, telling.end):
        return telling
    late = said[-1] if said else None
    return telling._replace(node=_moved(telling.node, late))


def _is_about(node: Node, running: datetime) -> bool:
    """Whether an hour is near that of an evening told before: `at 8:25 pm he said that they came around 8 o'clock`."""
    clock = bare_hour(node)
    if clock is None or running.hour < _DUSK - 2 or not _LATE <= clock.hour < _NOON:
        return False
    away = (clock.hour + 12) * 60 + clock.minute - running.hour * 60 - running.minute
    return -_JUST_BEFORE <= away <= _SOON


def next_half(telling: Telling, running: datetime) -> Telling:
    """An hour whose half nothing tells, in the half that follows the hour told before: `at 4` in a line of 14:05."""
    clock = bare_hour(telling.node)
    if clock is None or running.time() == time.min or not _is_of_twelve(telling.node):
        return telling
    now, early = running.hour * 60 + running.minute, clock.hour * 60 + clock.minute
    late = early + 12 * 60
    goes_on = early < now <= late <= now + _NEAR
    if goes_on or (_NOON <= running.hour < _DUSK and clock.hour < _WORKING):
        return telling._replace(node=_moved(telling.node, "evening" if clock.hour >= _LATE else "afternoon"))
    return telling


def _is_of_twelve(node: Node) -> bool:
    match node:
        case About(of=inner) | Open(of=inner) | Between(left=inner):
            return _is_of_twelve(inner)
        case _:
            return isinstance(node, At) and node.clock.twelve and node.clock.hour < _NOON


def _moved(node: Node, late: str | None) -> Node:
    match node:
        case About(of=inner) | Open(of=inner):
            return replace(node, of=_moved(inner, late))
        case Between(left=left, right=right):
            return replace(node, left=_moved(left, late), right=_moved(right, late))
        case At(clock=clock) if _is_of_twelve(node):
            if late is None and node.day is not None:
                second = False  # a record that tells the day may mean either: the hour stands
            elif late is None or late in ("afternoon", "lunch"):
                second = clock.hour <= _NOBODY_UP
            else:
                second = bool(late) and clock.hour >= _LATE
            return replace(node, clock=replace(clock, hour=clock.hour + 12 * second, twelve=False))
        case _:
            return node
