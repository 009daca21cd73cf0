"""What a day is counted from that tells no year or no week: the piece, the story, or what is to come."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from greffier.reading.date_grammar import Telling
from greffier.reading.lacking import is_number, lacks_week, numbered, numbers, tells_day
from greffier.reading.leaning import Anchors, is_week
from greffier.reading.standing import Standing
from greffier.reading.tenses import lies_ahead
from greffier.reading.told import Day, Feast, Node, Open
from greffier.records import PieceKind

LASTING = ("depuis", "since")
_SPOKEN = frozenset({"mail", "press", "intercept"})  # a day to come is counted from the piece itself there
# Days of the inquiry itself, which lie before the piece and not in the story that it tells.
_HEARD = re.compile(
    r"\b(?:(?:re)?entendue?s?|auditionnee?s?|interrogee?s?|(?:re-?)?interviewed|questioned|heard|convoquee?s?)\b"
    r"[^.;:!?\n]{0,40}$"
)
_LASTED = re.compile(r"\b(?:had|was|were|[a-z]+(?:ait|aient))\b[^.;:!?\n]{0,80}$")
_ARTICLE = re.compile(r"\b(?:the|le|ce|that)\s+$")
_LETTER = re.compile(r"(?:^|\n)[> \t]*(?:subject|objet|re)\s*:\s")  # what it tells of without a past is to come
_NEXT = re.compile(  # `Next callover: 22 October`, « Prochaine séance : … »: of the paper itself
    r"(?:\b(?:next|prochaine?|renvoi|echeance|deadline)\b[^.\n:]{0,30}: ?(?:le |on )?)$"
)
_HEADS = re.compile(r"\s?(?::|[–—-]\s)")
_LONG_AGO = timedelta(days=45)
_HEAD = 1000  # characters of a page in which a letter says that it is one


def leaning_on(anchors: Anchors, telling: Telling, standing: Standing, since: int, kind: PieceKind) -> Anchors:
    """A day of the week, or a date without its year: one to come, or one of the story, or the last one there was."""
    talk, week = standing.talk, lacks_week(telling.node)
    apart = since < 0 or not standing.in_paragraph(since)
    mail = week and (kind == "mail" or _LETTER.search(standing.flat, 0, _HEAD) is not None)
    day = week or (isinstance(telling.node, Open) and tells_day(telling.node.of)) or numbers(telling.node)
    past = kind == "hearing" or anchors.frame is not None
    said = (week and (talk or mail)) or (talk and is_number(telling.node))
    coming = _NEXT.search(standing.flat, max(0, telling.start - 60), telling.start) is not None
    if coming or lies_ahead(telling, standing.flat, said, past):
        here = coming or kind in _SPOKEN or talk or (day and apart)
        anchors = replace(anchors, told=None, stretch=None) if here else anchors
        return replace(anchors, ahead=True)
    if apart and anchors.act is not None and _HEARD.search(standing.flat, max(0, telling.start - 60), telling.start):
        return replace(anchors, told=None, stretch=None, frame=None)
    if standing.flat.startswith(LASTING, telling.start) and isinstance(telling.node, Open) and not week:
        lasted = _LASTED.search(standing.flat, max(0, telling.start - 100), telling.start) is not None
        lasts = anchors.act is not None and not lasted and _has_month(telling.node.of)
        return replace(anchors, told=None, stretch=None, frame=None) if lasts else anchors
    if apart and isinstance(telling.node, Feast):
        anchors = replace(anchors, stretch=None)
    if not (week or numbered(telling.node)) or anchors.act is None:
        return anchors
    apart = apart or (anchors.stretch is not None and not is_week(anchors.stretch))
    if not standing.in_paragraph(max(since, 0)):
        anchors = replace(anchors, stretch=None)
    follows = _ARTICLE.search(standing.flat, max(0, telling.start - 8), telling.start) or _HEADS.match(
        standing.flat, telling.end
    )
    recent = kind == "press" or talk or apart or (kind != "hearing" and _is_old(anchors, standing, since))
    return replace(anchors, told=None) if recent and not follows else anchors


def _is_old(anchors: Anchors, standing: Standing, since: int) -> bool:
    """Whether the day told last is of long ago and of another sentence: « le 30 juin […]. […] découvert mardi »."""
    told, act = anchors.told, anchors.act
    return told is not None and act is not None and act.at - told.at > _LONG_AGO and not standing.goes_on(since)


def _has_month(node: Node) -> bool:
    return isinstance(node, Day) and node.month is not None
