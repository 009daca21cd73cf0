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
    InPart,
    InYear,
    Months,
    Node,
    Season,
    Shift,
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
_TURN = timedelta(hours=6)  # an hour so much earlier than the one before it is of the next day


def moment(time: Time | None) -> datetime | None:
    """The moment to count from: the first one of a time."""
    if time is None or not (time.earliest or time.latest):
        return None
    return datetime.fromisoformat(time.earliest or time.latest)


def at_clock(anchors: Anchors, telling: Telling, flat: str, since: int) -> Anchors:
    """The anchors that an hour told alone is counted from; `since` is where the last date told ended on the page."""
    clock = _bare(telling.node)
    if clock is None or anchors.near is None:
        return anchors
    if anchors.act is not None and _ACTS.match(flat, telling.end):
        return Anchors(anchors.act, anchors.act)
    if since >= 0 and not _STOP.search(flat, since, telling.start):
        return anchors
    running = anchors.clock or anchors.near
    return Anchors(anchors.act, _turned(running, clock) if _leads(flat, telling.start, lines=True) else running)


def _turned(running: Anchor, clock: Clock) -> Anchor:
    """The running day, or the next one where the clock has passed midnight since."""
    told = running.at.replace(hour=clock.hour % 24, minute=clock.minute)
    passed = running.at.hour >= 18 and clock.hour < 9 and running.at - told > _TURN
    return replace(running, at=running.at + timedelta(days=1)) if passed else running


def follow(anchors: Anchors, telling: Telling, made: Mention, flat: str, kind: PieceKind) -> Anchors:
    """The anchors after a mention: a day told is what later ones are counted from, an hour moves the clock on."""
    assert made.time is not None
    at = moment(made.time)
    if at is None:
        return anchors
    before = flat[max(0, telling.start - 180) : telling.start]
    if _bare(telling.node) is not None:
        return _ticked(anchors, made, at)
    leads = _leads(flat, telling.start)
    if isinstance(telling.node, Months | Years | Season) and made.time.latest and not _ASIDE.search(before):
        return replace(anchors, stretch=Anchor(at, made.id, datetime.fromisoformat(made.time.latest)))
    if not _is_told(telling.node) or _ASIDE.search(before):
        opens = leads and isinstance(telling.node, Between) and not _ASIDE.search(before)
        return replace(anchors, clock=Anchor(at, made.id)) if opens else anchors
    told = Anchor(at, made.id)
    if _SHEET.search(before):
        return Anchors(told, clock=told)
    runs = kind in _NARRATIVES or not anchors.log or leads or isinstance(telling.node, At)
    return replace(anchors, told=told, stretch=None, clock=told if runs else anchors.clock)


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
            return isinstance(node, Day | Feast) or (isinstance(node, InYear) and _is_told(node.node))
