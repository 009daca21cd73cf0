"""What dates are counted from as a piece goes on: the day last told, the day on which its clock runs, the act itself.

An hour alone is of the day told in its own sentence, else of the day on which the piece runs: the day of the act,
until a date opens a sentence or a line, or comes with an hour. In a list of hours the day turns when the clock passes
midnight. A sheet of its own (`Communication n° 3  Date : …`) begins anew. A date that only names a birth, a law or
another document ("l'ordonnance du 3 mars") is one that nobody counts from.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime, timedelta

from greffier.reading.date_grammar import Telling
from greffier.reading.day_parts import BOUNDS
from greffier.reading.leaning import Anchor, Anchors
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
    Open,
    Part,
    Season,
    Shift,
    Weekday,
    Years,
)
from greffier.records import Mention, PieceKind, Time

_NARRATIVES = frozenset({"hearing", "press", "mail"})  # where any date told moves the story on
_DOCUMENT = (
    r"ordonnance|commission rogatoire(?: technique| generale)?|proces[- ]verbal|p\.? ?v\.?|requisitoire|requisitions?|"
    r"autorisation|decision|jugement|arret|mandat|rapport|avis|demande|soit[- ]transmis|courriers?|courriels?|lettre|"
    r"note|message|saisine|order|warrant|authori[sz]ation|judgment|letter|report|e-?mail|memo|request|statement|minutes|fax"
)
_ASIDE = re.compile(
    r"\b(?:ne|nee|nes|naissance|born|birth|dob|loi|lois|decret|arrete|ordonnance n|directive|reglement|act of|"
    r"modifie|modifiee|version)\b[^.;\n]{0,40}$"
    r"|(?:^|\n)\W{0,40}(?:vus?|having regard)\b(?:[^;\n]|\n(?!\s*\n)){0,160}$"
    rf"|\b(?:{_DOCUMENT})\b[^.;,]{{0,60}}"
    r"\b(?:d[ue]|dated?|of|(?:rendue?s?|delivree?s?|signee?s?|datee?s?|prise?s?) (?:le|du))"
    r"\s+(?:the\s+)?$"
)
_SHEET = re.compile(
    r"\b(?:communication|conversation|appel|call|interception|sms|message|session|enregistrement|transcript)s?\b"
    r"[^\n]{0,60}\s(?:date|le|du|on)\s*:?\s*$"
)
_ACTS = re.compile(
    r"[^.\n]{0,60}\b(?:suspend|repren|interrompons|lecture faite|fin de l.audition|mettons fin|cloturons|"
    r"interview (?:ended|concluded|suspended|resumed|terminated)|statement (?:ended|concluded))"
)
_LEADS = re.compile(r"(?:^|[.!?:;|•*\]]|-|\n[ \t]*\n)\s*(?:(?:le|du|de|d|l|a|vers|au|aux|on|at|from|by|des)\b['\s]*)*$")
_LINE_LEADS = re.compile(r"(?:^|\n)[^\S\n]*(?:(?:le|a|vers|de|at|on)\s+)?$")
_STOP = re.compile(r"[.!?;]\s|\n\s*\n|\n[^\S\n]*-")
_ACTED = re.compile(
    r"\b(?:interview|statement|audition|entretien)\b[^.\n]{0,30}\b(?:concluded|ended|closed|began|commenced|started|suspended|"
    r"resumed|terminee?|suspendue?|reprise?|close|commencee?)\s+(?:at|a)\s*$"
)
_CLOSES = re.compile(r"\b(?:clos|cloture|fait et clos|ferme)\s+(?:et signe\s+)?$")
# Dates of the page itself, which nothing told on it is counted from.
_IMPRINT = re.compile(
    r"\b(?:publie|mise? a jour|modifie|actualise|imprime|edite|redige|published|updated|posted|printed|last modified|"
    r"written)e?(?: (?:today|aujourd'hui))?\s*(?:le|on|at|:)?\s*$"
)
_AHEAD = re.compile(
    r"\b(?:will|shall|won't|going to|gonna|let's|let us|must|should|can you|could you|see you|meet me|due|continues?|"
    r"resumes?|tomorrow|tonight|next|be ready|on se (?:voit|retrouve|rappelle|parle|fait)|on en parle|rendez-vous|rdv|"
    r"faut|doit|devra|renvoye|delibere au|convoque|va|"
    r"vais|vas|vont|allons|allez|arrive|arrivent|revient|passe|prochaine?|demain|"
    r"d'ici|[a-z]{3,}(?:erai|eras|era|erons|erez|eront|irai|iras|ira|irons|iront))\b|'ll\b"
)
_BEHIND = re.compile(
    r"\b(?:was|were|had|did|said|told|came|went|saw|met|took|gave|got|left|[a-z]{3,}ed|avai[ts]|etai[ts]|avions|etions|"
    r"(?:a|ai|as|ont|avons|avez|est|sont|suis) (?:ete |bien |pas |deja )?[a-z]{2,}(?:e|es|ee|ees|i|is|u|us|it))\b"
)
_SPOKEN = frozenset({"mail", "press", "intercept"})  # a day to come is counted from the piece itself there
_LONG = timedelta(days=27)  # a frame is a month at least
_DUSK = 16  # hours: from here on an hour told of a night is of its first day
_TURN = timedelta(hours=6)  # an hour so much earlier than the one before it is of the next day


def moment(time: Time | None) -> datetime | None:
    """The moment to count from: the first one of a time."""
    if time is None or not (time.earliest or time.latest):
        return None
    return datetime.fromisoformat(time.earliest or time.latest)


def at_clock(anchors: Anchors, telling: Telling, flat: str, since: int, kind: PieceKind) -> Anchors:
    """The anchors that a time told alone is counted from; `since` is where the last date told ended on the page."""
    if _is_bare_weekday(telling.node):
        if not _lies_ahead(telling, flat, kind == "intercept"):
            return anchors
        return replace(anchors, ahead=True, told=None if kind in _SPOKEN else anchors.told)
    if _is_bare_day(telling.node) and _lies_ahead(telling, flat, talk=False):
        return replace(anchors, ahead=True)
    before = flat[max(0, telling.start - 40) : telling.start]
    if anchors.act is not None and _same_day(telling.node) and _CLOSES.search(before):
        return Anchors(anchors.act, anchors.act)
    clock = _bare(telling.node)
    if clock is None or anchors.near is None:
        return anchors
    if anchors.act is not None and (_ACTS.match(flat, telling.end) or _ACTED.search(before)):
        return Anchors(anchors.act, anchors.act)
    if anchors.night is not None:
        return Anchors(anchors.act, anchors.night) if clock.hour >= _DUSK else anchors
    if since >= 0 and not _STOP.search(flat, since, telling.start):
        return anchors
    running = anchors.clock or anchors.near
    return replace(
        Anchors(anchors.act, _turned(running, clock) if _leads(flat, telling.start, lines=True) else running),
        stretch=anchors.stretch if anchors.told is None and anchors.clock is None else None,
    )


def _is_bare_day(node: Node) -> bool:
    """A day whose year nothing tells."""
    match node:
        case At(day=inner) | InPart(day=inner):
            return inner is not None and _is_bare_day(inner)
        case About(of=inner) | Open(of=inner):
            return _is_bare_day(inner)
        case _:
            return isinstance(node, Day) and node.month is not None and node.year is None and not node.steps


def _is_bare_weekday(node: Node) -> bool:
    match node:
        case At(day=inner) | InPart(day=inner):
            return inner is not None and _is_bare_weekday(inner)
        case About(of=inner) | Open(of=inner):
            return _is_bare_weekday(inner)
        case _:
            return isinstance(node, Weekday) and node.steps is None and node.week is None


def _lies_ahead(telling: Telling, flat: str, talk: bool) -> bool:
    """Whether the words around a day speak of what is to come: the nearest before it, else the first after it.

    In `talk` a day of the week is one to come where nothing says else.
    """
    if isinstance(telling.node, Open):
        return telling.node.side in ("until", "before")
    start = max(flat.rfind(mark, 0, telling.start) for mark in (". ", "! ", "? ", ": ", "\n\n")) + 1
    stops = [stop for mark in (". ", "! ", "? ", "\n\n") if (stop := flat.find(mark, telling.end)) >= 0]
    before = flat[max(start, telling.start - 200) : telling.start]
    after = flat[telling.end : min([*stops, telling.end + 200])]
    ahead, behind = ([found.start() for found in words.finditer(before)] for words in (_AHEAD, _BEHIND))
    if ahead or behind:
        return max(ahead, default=-1) > max(behind, default=-1)
    ahead, behind = ([found.start() for found in words.finditer(after)] for words in (_AHEAD, _BEHIND))
    if ahead or behind:
        return min(ahead, default=999) < min(behind, default=999)
    return talk


def _same_day(node: Node) -> bool:
    if isinstance(node, At):
        return node.day is not None and _same_day(node.day)
    return isinstance(node, Shift) and node.unit == "day" and node.steps == 0 and node.origin == "told"


def _turned(running: Anchor, clock: Clock) -> Anchor:
    """The running day, or the next one where the clock has passed midnight since."""
    told = running.at.replace(hour=clock.hour % 24, minute=clock.minute)
    passed = running.at.hour >= 18 and clock.hour < 9 and running.at - told > _TURN
    return replace(running, at=running.at + timedelta(days=1)) if passed else running


def follow(
    anchors: Anchors, telling: Telling, made: Mention, flat: str, kind: PieceKind, *, stamped: bool = False
) -> Anchors:
    """The anchors after a mention: a day told is what later ones are counted from, an hour moves the clock on.

    `stamped`: the lines of the piece each begin with their own day and hour.
    """
    assert made.time is not None
    at = moment(made.time)
    before = flat[max(0, telling.start - 180) : telling.start]
    if at is None or _IMPRINT.search(before[-40:]):
        return anchors
    if _bare(telling.node) is not None:
        return _ticked(anchors, made, at)
    if _ASIDE.search(before):
        return anchors
    anchors = _framed(anchors, telling.node, made, at)
    leads = _leads(flat, telling.start)
    if _is_stretch(telling.node, made.time) and made.time.latest:
        return replace(anchors, stretch=Anchor(at, made.id, datetime.fromisoformat(made.time.latest)))
    if isinstance(telling.node, Between) and telling.node.night and made.time.latest:
        last = Anchor(datetime.fromisoformat(made.time.latest), made.id)
        return replace(anchors, told=last, clock=last, stretch=None, night=Anchor(at, made.id), turned=None)
    if not _is_told(telling.node):
        opens = leads and isinstance(telling.node, Between)
        return replace(anchors, clock=Anchor(at, made.id)) if opens else anchors
    told = Anchor(at, made.id)
    stamps = stamped and isinstance(telling.node, At) and _leads(flat, telling.start, lines=True)
    if stamps or _SHEET.search(before):
        return Anchors(told, clock=told)
    runs = kind in _NARRATIVES or not anchors.log or leads or isinstance(telling.node, At)
    turned = anchors.near if _is_turn(telling.node) else None
    if anchors.act is not None and _is_to_come(telling.node, anchors.act, told):
        return replace(anchors, clock=anchors.clock or anchors.act, told=told, stretch=None, night=None, turned=turned)
    return replace(anchors, told=told, stretch=None, clock=told if runs else anchors.clock, night=None, turned=turned)


def _is_to_come(node: Node, act: Anchor, told: Anchor) -> bool:
    """Whether a day of the week or `demain` lies after the piece: what is told goes on at its own time."""
    if isinstance(node, At | InPart):
        return node.day is not None and _is_to_come(node.day, act, told)
    return isinstance(node, Weekday | Shift) and node.origin == "act" and told.at.date() > act.at.date()


def _framed(anchors: Anchors, node: Node, made: Mention, at: datetime) -> Anchors:
    """The months or years in which days without a year lie, until a day outside of them is told with its year."""
    assert made.time is not None
    last = datetime.fromisoformat(made.time.latest) if made.time.latest else None
    if last is not None and made.time.earliest and last - at >= _LONG and made.time.modality == "stated":
        return replace(anchors, frame=Anchor(at, made.id, last))
    frame = anchors.frame
    outside = frame is not None and frame.last is not None and not frame.at <= at <= frame.last
    return replace(anchors, frame=None) if outside and made.time.modality == "stated" else anchors


def _is_stretch(node: Node, time: Time) -> bool:
    """Whether what follows is counted from days and not from one day: a month, a year, or a shift from one of them."""
    if isinstance(node, About | Part):
        return _is_stretch(node.of, time)
    return isinstance(node, Months | Years | Season) or (isinstance(node, Shift) and time.earliest != time.latest)


def _is_turn(node: Node) -> bool:
    if isinstance(node, At | InPart):
        return node.day is not None and _is_turn(node.day)
    return isinstance(node, Shift) and node.unit == "day" and abs(node.steps) == 1 and node.origin == "told"


def _ticked(anchors: Anchors, made: Mention, at: datetime) -> Anchors:
    assert made.time is not None
    if made.time.anchor is None:
        return anchors
    last = datetime.fromisoformat(made.time.latest) if made.time.latest else at
    return replace(anchors, clock=Anchor(last, made.time.anchor), log=True)


def _bare(node: Node) -> Clock | None:
    """The first hour of what tells hours only."""
    if isinstance(node, About):
        return _bare(node.of)
    if isinstance(node, Between):
        return _bare(node.left)
    if isinstance(node, InPart) and node.day is None:
        return Clock(int(BOUNDS[node.part][0][:2]))
    return node.clock if isinstance(node, At) and node.day is None else None


def _leads(flat: str, start: int, *, lines: bool = False) -> bool:
    """Whether what begins here opens a sentence, an item or (`lines`) a line."""
    before = flat[max(0, start - 24) : start]
    return _LEADS.search(before) is not None or (lines and _LINE_LEADS.search(before) is not None)


def _is_told(node: Node) -> bool:
    """Whether a narrative goes on from here: days do, with or without an hour; stretches and hours alone do not."""
    match node:
        case At(day=day) | InPart(day=day):
            return day is not None and _is_told(day)
        case About(of=inner) | Between(left=inner):
            return _is_told(inner)
        case Shift(unit=unit):
            return unit == "day"
        case _:
            return isinstance(node, Day | Feast | Weekday | From) or (isinstance(node, InYear) and _is_told(node.node))
