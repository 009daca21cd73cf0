"""What dates are counted from as a piece goes on: the moment of the record, the day last told, the day of its clock.

`act` is when the words were said or written: the date of the piece, or of the call, mail or line of a log that they
stand in; `hier` and `tonight` are counted from it. `told` is the day last told in the story, which `le lendemain` is
counted from. `clock` is the day on which hours alone run: in a log what stands at the head of its lines and nothing
told in them; in a record the day of the act, until a date opens a sentence; in a story the day told. In any of them an
hour of the night after one of the evening is of the next day. A date that only names a birth, a law or another document
("l'ordonnance du 3 mars") is one that nobody counts from.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime, time, timedelta

from greffier.reading.asked_day import is_asked
from greffier.reading.date_grammar import Telling
from greffier.reading.lacking import (
    bare_hour,
    is_number,
    is_running,
    is_same_day,
    is_stretch,
    is_turn,
    lacks_week,
    lacks_year,
    tells_day,
)
from greffier.reading.leaning import Anchor, Anchors
from greffier.reading.resuming import follows_day, let_go
from greffier.reading.running import in_night, of_hour
from greffier.reading.standing import Standing
from greffier.reading.tenses import lies_ahead, lies_before, lies_behind, opens_before, was_promised
from greffier.reading.told import At, Between, Day, InPart, Months, Node, Open, Shift, Weekday, Years
from greffier.reading.undated import LASTING, leaning_on
from greffier.records import Mention, PieceKind, Time

_NARRATIVES = frozenset({"hearing", "press", "mail"})  # where any date told moves the story on
_CLOSES = re.compile(r"\b(?:clos|cloture|fait et clos|ferme|redige|etabli|dresse)\s+(?:et (?:clos|signe)\s+)?$")
_NEWS = timedelta(days=8)
_LONG = timedelta(days=27)  # a frame is a month at least
_LONG_AGO = timedelta(days=3650)  # a day told in passing, of a birth or an early life: no hours are of it
_FAR = timedelta(days=400)  # a heading so far from the act is of something else


def moment(time: Time | None) -> datetime | None:
    """The moment to count from: the first one of a time."""
    if time is None or not (time.earliest or time.latest):
        return None
    return datetime.fromisoformat(time.earliest or time.latest)


def at_clock(
    anchors: Anchors, telling: Telling, standing: Standing, since: int, kind: PieceKind, act: Anchor | None
) -> Anchors:
    """The anchors that a time told is counted from; `since` is where the last day told ended on the page, or -1.

    `act` is the date of the piece, whatever lines and sheets there have been since.
    """
    node, clock = telling.node, bare_hour(telling.node)
    anchors = let_go(anchors, telling, standing)
    if (is_turn(node) or is_number(node)) and follows_day(anchors, standing) and not standing.head:
        return replace(anchors, told=anchors.said, stretch=None, turned=None)
    if standing.head:
        running = anchors.clock or anchors.near
        running = in_night(anchors, running, clock) if running and clock else running
        return Anchors(None, running, frame=anchors.frame, framed_to=anchors.framed_to, row=anchors.row)
    promised = anchors.told is not None and was_promised(telling, standing.flat)
    if is_running(node) and not promised and lies_ahead(telling, standing.flat, standing.talk):
        return replace(anchors, told=None, stretch=None)
    if lacks_week(node) or lacks_year(node):
        return leaning_on(anchors, telling, standing, since, kind)
    before = standing.flat[max(0, telling.start - 40) : telling.start]
    if act is not None and is_same_day(node) and _CLOSES.search(before):
        return Anchors(act, act)
    if is_same_day(node) and anchors.told is not None and _is_after(anchors.told, act):
        return replace(anchors, told=anchors.act) if lies_behind(telling, standing.flat) else anchors
    begun = standing.flat.startswith(("since", "depuis"), telling.start)  # never after the moment at which it is said
    return anchors if clock is None or anchors.near is None or begun else of_hour(anchors, telling, standing, since)


def follow(anchors: Anchors, telling: Telling, made: Mention, standing: Standing, kind: PieceKind) -> Anchors:
    """The anchors after a mention: a day told is what later ones are counted from, an hour moves the clock on."""
    assert made.time is not None
    at, node = moment(made.time), telling.node
    if at is None or standing.imprint:
        return anchors
    if tells_day(node.of if isinstance(node, Open) else node) and not standing.aside:
        anchors = replace(anchors, said=Anchor(at, made.id), said_to=telling.end)
    return _told(anchors, telling, made, at, standing, kind)


def _told(
    anchors: Anchors, telling: Telling, made: Mention, at: datetime, standing: Standing, kind: PieceKind
) -> Anchors:
    assert made.time is not None
    node = telling.node
    if bare_hour(node) is not None:
        ticks = standing.head or not standing.lined
        return replace(_ticked(anchors, made, standing), row=telling.end if standing.head else -1) if ticks else anchors
    if standing.aside or (standing.meant and tells_day(node)) or _dates_thing(telling, standing):
        return anchors
    anchors = _framed(anchors, telling, made, at, standing)
    if isinstance(node, Between) and _lasts_long(made.time):
        months = isinstance(node.left, Months) and not standing.lined
        return replace(anchors, stretch=anchors.frame) if months and anchors.frame else anchors
    told = Anchor(at, made.id)
    if tells_day(node) and (standing.head or standing.sheet or (standing.heading and _is_near(anchors, told))):
        opened = _opened(anchors, told, record=isinstance(node, At) and kind != "hearing" and not standing.talk)
        opened = replace(opened, row=telling.end if standing.head else -1, opened_to=telling.end)
        return _through_night(opened, node, made, told)
    if (stretch := _stretch(node, made, at)) is not None:
        return replace(anchors, stretch=stretch)
    if isinstance(node, Between) and node.night:
        through = _through_night(anchors, node, made, told)
        return replace(through, clock=anchors.clock) if standing.lined else through  # told in a line: its hours go on
    if _begins_story(node, made) and not standing.lined and not standing.flat.startswith(LASTING, telling.start):
        return _moved_on(anchors, telling, told, standing, kind)
    over = isinstance(node, Open) and node.side == "until" and tells_day(node.of) and not _is_after(told, anchors.act)
    if over and lies_behind(telling, standing.flat):
        return replace(anchors, told=told, stretch=None, turned=None)
    if not tells_day(node):
        opens = standing.leads and isinstance(node, Between) and not standing.lined
        return replace(anchors, clock=told) if opens else anchors
    return _moved_on(anchors, telling, told, standing, kind)


def _through_night(anchors: Anchors, node: Node, made: Mention, first: Anchor) -> Anchors:
    """The anchors after a night that lies on two days: on the second one, and its evening on the first."""
    assert made.time is not None
    if not (isinstance(node, Between) and node.night and made.time.latest):
        return anchors
    last = Anchor(datetime.fromisoformat(made.time.latest), made.id)
    return replace(anchors, told=last, clock=last, stretch=None, night=first, turned=None)


def _stretch(node: Node, made: Mention, at: datetime) -> Anchor | None:
    """The months or years told, from which what follows is counted; of « jusqu'à fin juin », its last month."""
    assert made.time is not None
    bound = isinstance(node, Open)
    if not made.time.latest or not is_stretch(node.of if isinstance(node, Open) else node, made.time):
        return None
    last = datetime.fromisoformat(made.time.latest)
    return Anchor(last.replace(day=1) if bound else at, made.id, last)


def _begins_story(node: Node, made: Mention) -> bool:
    """« dès le 15 avril 2017, il s'installe »: a day told in full, on which something begins."""
    told = isinstance(node, Open) and node.side == "since" and isinstance(node.of, Day)
    return told and made.time is not None and made.time.modality == "stated"


def _dates_thing(telling: Telling, standing: Standing) -> bool:
    """Whether a year is that of a thing named after it, as in `a 2015 Maserati`: nothing is counted from it."""
    name = standing.text[telling.end : telling.end + 2]
    return isinstance(telling.node, Years) and len(name) == 2 and name[0] == " " and name[1].isupper()


def _moved_on(anchors: Anchors, telling: Telling, told: Anchor, standing: Standing, kind: PieceKind) -> Anchors:
    """The anchors after a day told within a sentence: the story goes on there, and perhaps the clock."""
    calendar = telling.node.day if isinstance(telling.node, At) else telling.node
    if standing.lined and isinstance(calendar, Day) and not anchors.log and _heads_log(anchors, told):
        anchors = replace(anchors, clock=told)
    act, node = anchors.act, telling.node
    if act is not None and act.at.time() == time.min and isinstance(node, At) and told.at.date() == act.at.date():
        act = replace(told, name=act.name)
        anchors = replace(anchors, act=act, log=anchors.log or kind != "hearing", clock=anchors.clock or act)
    runs = standing.leads or kind in _NARRATIVES or not anchors.log or is_asked(standing.flat, telling.start)
    runs = runs or (act is not None and told.at.date() == act.at.date())
    turned = anchors.near if is_turn(node) else None
    coming = _is_after(told, act) and lies_ahead(telling, standing.flat, talk=False)
    story = (anchors.story if anchors.coming else anchors.told) if coming else None
    if act is not None and _is_to_come(node, act, told):
        return replace(
            anchors,
            clock=anchors.clock or act,
            told=told,
            stretch=None,
            night=None,
            turned=turned,
            story=story,
            coming=coming,
        )
    if act is not None and act.at - told.at > _LONG_AGO and not standing.leads:
        runs = False
    clock = told if (runs or _is_next(anchors.clock, node, told, act)) and not standing.lined else anchors.clock
    if _is_before(anchors, telling, told, standing):
        return replace(anchors, told=told, story=anchors.story or anchors.told, stretch=None, coming=False)
    return replace(anchors, told=told, stretch=None, clock=clock, night=None, turned=turned, story=story, coming=coming)


def _heads_log(anchors: Anchors, told: Anchor) -> bool:
    """Whether a day told above a log is that of its first line: the first one, but for that of the act."""
    clock, act = anchors.clock, anchors.act
    same = act is not None and told.at.date() == act.at.date()
    return clock is None or (same and clock.at.date() != told.at.date())


def _opened(anchors: Anchors, told: Anchor, *, record: bool = False) -> Anchors:
    """The anchors of a line, a sheet or a day that begins: what is said there is counted from its own time.

    `record`: the hour of the act is told, and hours that follow are of what was done.
    """
    act, plan = anchors.act, anchors.told
    if act is not None and act.at.date() == told.at.date():
        told = replace(told, name=act.name)
    coming = plan is not None and _is_after(plan, act)
    return Anchors(
        told, clock=told, frame=anchors.frame, framed_to=anchors.framed_to, log=anchors.log or record,
        plan=plan if coming else None,
    )  # fmt: skip


def _is_before(anchors: Anchors, telling: Telling, told: Anchor, standing: Standing) -> bool:
    """Whether a day is told of what had been before the story, which then goes on.

    The day on which somebody tells it (« mardi, le tribunal a entendu … ») is no story: that one lies long before.
    """
    looks_back = is_turn(telling.node) and told.at < (anchors.told or told).at
    had = opens_before(telling, standing.flat) if looks_back else lies_before(telling, standing.flat)
    if anchors.told is None or (standing.leads and not looks_back) or not had:
        return False
    news = anchors.act is not None and anchors.act.at - anchors.told.at < _NEWS
    return not (news and anchors.told.at - told.at > _LONG)


def _is_after(told: Anchor, act: Anchor | None) -> bool:
    return act is not None and told.at.date() > act.at.date()


def _is_next(clock: Anchor | None, node: Node, told: Anchor, act: Anchor | None) -> bool:
    """Whether a day told with its hour goes on from the hour before, as what was done is told in its order."""
    timed = isinstance(node, At) or (isinstance(node, Between) and isinstance(node.left, At))
    return timed and clock is not None and clock.at < told.at and not _is_after(told, act)


def _is_near(anchors: Anchors, told: Anchor) -> bool:
    return anchors.act is None or abs(anchors.act.at - told.at) < _FAR


def _is_to_come(node: Node, act: Anchor, told: Anchor) -> bool:
    """Whether a day of the week or `demain` lies after the piece: what is told goes on at its own time."""
    if isinstance(node, At | InPart):
        return node.day is not None and _is_to_come(node.day, act, told)
    if isinstance(node, Day) and node.steps <= 0:
        return False
    return isinstance(node, Day | Weekday | Shift) and node.origin == "act" and told.at.date() > act.at.date()


def _framed(anchors: Anchors, telling: Telling, made: Mention, at: datetime, standing: Standing) -> Anchors:
    """The months or years in which days without a year lie, until a day outside of them is told with its year."""
    assert made.time is not None
    if _lasts_long(made.time) and (made.time.modality == "stated" or isinstance(telling.node, Between)):
        last = datetime.fromisoformat(made.time.latest)
        framed_to = -1 if standing.entitles(telling.end) else telling.end
        return replace(anchors, frame=Anchor(at, made.id, last), framed_to=framed_to)
    frame = anchors.frame
    outside = frame is not None and frame.last is not None and not frame.at <= at <= frame.last
    dated = made.time.modality == "stated" or (isinstance(telling.node, Months) and telling.node.of is not None)
    return replace(anchors, frame=None) if outside and dated else anchors


def _lasts_long(time: Time) -> bool:
    """Whether a time is a month or more."""
    if not time.earliest or not time.latest:
        return False
    return datetime.fromisoformat(time.latest) - datetime.fromisoformat(time.earliest) >= _LONG


def _ticked(anchors: Anchors, made: Mention, standing: Standing) -> Anchors:
    """The clock moved on by an hour; at the head of a line of a log it is when that line was written."""
    assert made.time is not None
    if made.time.anchor is None:
        return anchors
    last = Anchor(datetime.fromisoformat(made.time.latest or made.time.earliest), made.time.anchor)
    if standing.head:
        return _opened(anchors, last, record=True)
    return replace(anchors, clock=last, log=True)
