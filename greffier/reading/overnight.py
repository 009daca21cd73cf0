"""The day on which a log began whose lines tell hours alone, and which goes on through the day after.

A log that ends before dawn bears the day on which its evening was; one that goes on after it was written when it ended.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import timedelta

from greffier.reading.aside import is_aside
from greffier.reading.date_grammar import Telling
from greffier.reading.lacking import bare_hour, tells_day
from greffier.reading.leaning import Anchor
from greffier.reading.running import passes_midnight
from greffier.reading.standing import heads_line
from greffier.reading.told import Clock
from greffier.reading.vocabulary import level
from greffier.records import Page

_DAWN = 6  # hours
_BEFORE = 180  # characters that tell a birth from a day of the log


def begun(act: Anchor, pages: Sequence[Page], told: Sequence[Sequence[Telling]]) -> Anchor:
    """The day that the hours of these lines are counted from: a day before the act for each morning after a night.

    Where a day stands above them, or among them, it is counted from that one and the act stays as it is.
    """
    nights, night, last = 0, False, 0
    for clock in _hours(pages, told):
        if clock is None:
            return act
        night = night or passes_midnight(last, clock.hour, head=True)
        if night and clock.hour >= _DAWN:
            nights, night = nights + 1, False
        last = clock.hour
    return replace(act, at=act.at - timedelta(days=nights)) if nights else act


def _hours(pages: Sequence[Page], told: Sequence[Sequence[Telling]]) -> Iterable[Clock | None]:
    """The hours at the heads of lines, in their order; None where a day is told that they may be of."""
    begun_already = False
    for page, on_page in zip(pages, told, strict=True):
        flat = level(page.text)
        for telling in on_page:
            clock, head = bare_hour(telling.node), heads_line(page.text, telling)
            if clock is not None and head:
                begun_already = True
                yield clock
            elif clock is None and tells_day(telling.node) and (head or not begun_already):
                yield from () if is_aside(flat[max(0, telling.start - _BEFORE) : telling.start]) else (None,)
