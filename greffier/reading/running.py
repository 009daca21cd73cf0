"""Which day an hour alone is of: the act's, the one told in its sentence, the running one, the next."""

from __future__ import annotations

from dataclasses import replace
from datetime import time, timedelta

from greffier.reading.date_grammar import Telling
from greffier.reading.lacking import bare_hour
from greffier.reading.leaning import Anchor, Anchors
from greffier.reading.standing import Standing
from greffier.reading.tenses import is_recorded, lies_ahead, lies_behind
from greffier.reading.told import Clock, Open

_DUSK = 16  # hours: from here on an hour told of a night is of its first day
_EVENING, _DAWN, _MORNING = 18, 6, 9  # hours
_LONG_NIGHT = 12


def of_hour(anchors: Anchors, telling: Telling, standing: Standing, since: int) -> Anchors:
    """An hour alone: of the act, where the clerk speaks of it; of the day told in its sentence; of the running day."""
    act, clock, running = anchors.act, bare_hour(telling.node), anchors.clock or anchors.near
    assert clock is not None
    assert running is not None
    if act is not None and not standing.lined and is_recorded(telling, standing.flat):
        return Anchors(act, act)
    if anchors.night is not None:
        return Anchors(act, anchors.night) if clock.hour >= _DUSK else anchors
    if act is not None and standing.item and not standing.lined and anchors.log:
        return Anchors(act, act)
    if since >= 0 and standing.goes_on(since):
        told = anchors.told
        if told is None:
            return anchors
        past_midnight = running.name == told.name and running.at > told.at  # a clause of the same sentence went on
        running = running if past_midnight or running.at.date() == told.at.date() else told
        return replace(anchors, told=turned(running, clock))
    ahead = (standing.talk or standing.lined) and lies_ahead(telling, standing.flat, talk=False)
    coming = ahead or (standing.talk and not lies_behind(telling, standing.flat))
    told = anchors.told
    plan = told if told is not None and act is not None and told.at.date() > act.at.date() else anchors.plan
    if coming and plan is not None:
        return Anchors(act, plan)
    if anchors.coming and told is not None and lies_ahead(telling, standing.flat, talk=False):
        return Anchors(act, told)
    if coming and act is not None and running.at < act.at:
        running = act
    night = standing.talk and clock.hour < _DAWN and not clock.twelve and not lies_behind(telling, standing.flat)
    ahead = ahead or night or (standing.lined and _ends_at(telling, standing, running, clock))
    stretch = anchors.stretch if anchors.told is None and anchors.clock is None else None
    body = standing.lined or standing.talk
    return Anchors(act, turned(running, clock, coming=ahead, head=standing.opens, body=body), stretch=stretch)


def in_night(anchors: Anchors, running: Anchor, clock: Clock) -> Anchor:
    """The day of a line of a log: above its first one a night may stand that lies on two (`night of 4 to 5 May`)."""
    if anchors.night is not None and clock.hour >= _DUSK:
        return anchors.night
    return turned(running, clock, head=True)


def _ends_at(telling: Telling, standing: Standing, running: Anchor, clock: Clock) -> bool:
    """`(to 08.00)` in a line of 23.30: what ends in the next morning."""
    bound = isinstance(telling.node, Open) or standing.flat.endswith(
        ("to ", "until ", "till ", "jusqu'a "), 0, telling.start
    )
    return bound and running.at.hour - clock.hour > _LONG_NIGHT


def turned(running: Anchor, clock: Clock, *, coming: bool = False, head: bool = False, body: bool = False) -> Anchor:
    """The running day, or the next one where the clock has passed midnight since, or the one before.

    `coming`: what the hour tells is still to come; `head`: the hour opens a line or a sentence, as in lists of hours;
    `body`: it is told at an hour of its own, and may be of the evening before.
    """
    told = running.at.replace(hour=clock.hour % 24, minute=clock.minute)
    step = 0
    if running.at.time() == time.min:
        pass
    elif told < running.at:
        step = int(passes_midnight(running.at.hour, clock.hour, head=head) or (coming and not clock.twelve))
    elif running.at.hour < _DAWN and clock.hour >= _EVENING and body and not coming:
        step = -1
    return replace(running, at=running.at + timedelta(days=step))


def passes_midnight(last: int, hour: int, *, head: bool = False) -> bool:
    """Whether midnight lies between an hour told and the next; `head`: both open a line or a sentence."""
    return last >= _EVENING and hour < (_MORNING if head else _DAWN)
