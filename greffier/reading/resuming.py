"""What is let go, and what is taken up again, before a time is counted out: frames, lines of a table, looks back."""

from __future__ import annotations

import re
from dataclasses import replace

from greffier.reading.date_grammar import Telling
from greffier.reading.leaning import Anchor, Anchors
from greffier.reading.standing import Standing
from greffier.reading.tenses import lies_before, lies_behind
from greffier.reading.told import At, InPart, Node, Open, Shift

_TURNS = re.compile(r"surlendemain|veille|lendemain")
_STOPS = re.compile(r"[.!?]\s|\n\s*\n")
_NOTES = re.compile(  # `Analyst: …`, « OBSERVATIONS », `Translator's notes`, « [Fin de communication] »
    r"\n[ \t\[(]{0,4}(?:observations?|notes?|nota|comment(?:s|aires?)?|remarques?|remarks?"
    r"|analyst(?:'s)?(?: comments?| notes?)?"
    r"|analyse|translator'?s'? notes?|notes? de (?:la |l'|l )?(?:traductrice|traducteur|interprete|enqueteur|analyste)"
    r"|end of (?:call|transcript|recording)|fin de (?:la )?(?:communication|conversation|transcription|retranscription)"
    r")\b[^\n]{0,60}(?:[:.\])]|\n)"
)
_NEAR = 200  # characters between a day and what leans on it


def follows_day(anchors: Anchors, standing: Standing) -> bool:
    """Whether a day was told in the same sentence: « l'ordonnance du 14 mai reçue le 16 », « le 30 ; le lendemain »."""
    told = anchors.said_to
    near = anchors.said is not None and 0 <= standing.start - told < _NEAR
    return near and _STOPS.search(standing.flat, told, standing.start) is None


def let_go(anchors: Anchors, telling: Telling, standing: Standing) -> Anchors:
    """The anchors without a frame of another paragraph, and without the day before `le lendemain` if it is over."""
    if anchors.framed_to >= 0 and not standing.in_paragraph(anchors.framed_to):
        anchors = replace(anchors, frame=None, framed_to=-1)
    turned, told = anchors.turned, anchors.told
    onward = turned is not None and told is not None and turned.at < told.at
    if onward and not _TURNS.search(standing.flat, telling.start, telling.end):
        return replace(anchors, turned=None)
    return anchors


def looks_back(node: Node) -> bool:
    """`the evening before`, « la veille »: of the day told last, even where that one was told in passing."""
    if isinstance(node, At | InPart):
        return node.day is not None and looks_back(node.day)
    return isinstance(node, Shift) and node.origin == "told" and node.unit == "day" and node.steps == -1


def after_rows(anchors: Anchors, standing: Standing, act: Anchor | None) -> Anchors:
    """The anchors of the prose under a log or a table: it is counted from the piece, not from the last row."""
    if not 0 <= anchors.row <= standing.start or standing.head or act is None:
        return anchors
    if "\n\n" not in standing.flat[anchors.row : standing.start]:
        return anchors
    return replace(anchors, act=act, told=None, stretch=None, plan=None, row=-1)


def after_talk(anchors: Anchors, standing: Standing, act: Anchor | None) -> Anchors:
    """The anchors of the notes below a call or a letter that a page gives: they are of the day of the piece."""
    if act is None or anchors.opened_to < 0 or standing.lined or anchors.act is None or anchors.act.at == act.at:
        return anchors
    if _NOTES.search(standing.flat, anchors.opened_to, standing.start) is None:
        return anchors
    return replace(anchors, act=act, clock=None, opened_to=-1)


def resumed(anchors: Anchors, telling: Telling, standing: Standing) -> Anchors:
    """The anchors where a story goes on after it has told of something that had been before it, or is to come."""
    if anchors.coming:
        bound = isinstance(telling.node, Open) and telling.node.side in ("until", "before")
        behind = not bound and lies_behind(telling, standing.flat)
        return replace(anchors, told=anchors.story, story=None, coming=False) if behind else anchors
    if anchors.story is None or lies_before(telling, standing.flat) or looks_back(telling.node):
        return anchors
    return replace(anchors, told=anchors.story, story=None)
