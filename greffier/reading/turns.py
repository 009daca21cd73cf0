"""Turns: the questions and answers of a hearing, the speakers of an intercepted conversation."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator
from typing import NamedTuple

from greffier.reading.capitals import UPPER
from greffier.reading.talk import STAMP, talk_heads
from greffier.reading.vocabulary import level
from greffier.records import PieceKind

Asked = frozenset(("question", "q", "demande", "d", "nous"))
Answered = frozenset(
    (
        "reponse",
        "r",
        "a",
        "answer",
        "s.i.",
        "s.i",
        "si",
        "sur interpellation",
        "sur question",
        "s/i",
        "reply",
        "sur demande",
    )
)


class Turn(NamedTuple):
    """What one speaker says in a turn; `speaker` is the label as it stands, `voice` what kind of label it is."""

    start: int
    end: int
    label: tuple[int, int]
    voice: str  # question, answer, name, code


_HEARING = re.compile(
    r"(?:^|(?<=\n))[ \t]*(?P<label>QUESTION|R[ÉE]PONSE|Question|R[ée]ponse|Demande|DEMANDE|ANSWER"
    r"|Answer|Sur interpellation|SUR INTERPELLATION|Sur question|Sur demande|S\.[ ]?I\.?|SI|S/I|Q"
    r"|R|A|D)"
    r"(?:[ ]?(?:n°[ ]?)?\d{1,3})?[ \u00a0]?(?P<sign>[:.–—-]+)[ \u00a0]*(?=\S)"
)
_STOP = re.compile(
    r"\n[ \t]*\n|\n[ \t]*(?=\()|\n[ \t]*(?:\[[^\]\n]+\][ \t]*(?:\n|$))"
    rf"|\n(?=[ \t]*{STAMP})"  # what else was heard or seen, with its hour
    rf"|\n(?=[ \t]*[{UPPER}][\w'’.-]*(?:[ ][\w'’.-]+){{0,3}}[ \u00a0]?:[ \u00a0])"  # the next label of a form
)
_ACT = re.compile(
    r"(?<=[.!?»)\"”])[ \t]*\n[ \t]*(?:[-_–—]{2,}[ \t]*)?"
    r"(?:(?:Lecture\s+faite|Dont\s+proc|(?:Communication|Conversation|Appel|Call"
    r"|Session)\s+(?:n|N|\d)|Fin\s+d|Read\s+over|Statement\s+(?:ended|concluded)|Interview\s+(?:ended|concluded|suspended))"
    rf"|[{UPPER}][a-zà-ÿ]{{2,}}ons\s|(?:Ma[iî]tre|Me)\s+[{UPPER}][^\n:]{{1,40}}\b(?:observe|demande|dépose|indique|intervient)\b)"
)
_CLOSED = re.compile(r"[»”][ \t]*(?:[-_–—]{2,}[ \t]*)?(?:\n|$)")


def find_turns(text: str, kind: PieceKind, names: Collection[str]) -> Iterator[Turn]:
    """Yield the turns of a page; `names` are the level names of the people of the piece.

    What stands before a colon is a speaker in a conversation; elsewhere it is more often the label of a form.
    """
    heads = list(_hearing_heads(text))
    heads += [
        head
        for head in talk_heads(text, kind, names)
        if not any(head[0] < end and start < head[1] for start, end, *_ in heads)
    ]
    heads.sort()
    for place, (start, end, label, voice) in enumerate(heads):
        limit = heads[place + 1][0] if place + 1 < len(heads) else len(text)
        words = text[end : _stop(text, end, limit)]
        left = end + len(words) - len(words.lstrip(' \u00a0\u202f\n\t«“"–—'))
        closing = '»”"' if text[end:left].strip(" \u00a0\u202f\n\t–—") else ""
        right = end + len(words.rstrip(f" \u00a0\u202f\n\t{closing}"))
        if right > left and start < left:
            yield Turn(left, right, label, voice)


def _stop(text: str, start: int, limit: int) -> int:
    """Where a turn ends: its paragraph, the mark that closes it, or where the officer goes on with the act."""
    stops = [found.start() for found in (_STOP.search(text, start, limit), _ACT.search(text, start, limit)) if found]
    stop = min(stops, default=limit)
    if text[start : start + 4].lstrip(" \u00a0")[:1] in ("«", "“"):
        for closed in _CLOSED.finditer(text, start, stop):
            inside = text[start : closed.end()]
            if inside.count("«") + inside.count("“") <= inside.count("»") + inside.count("”"):
                return closed.start() + 1
    return stop


def _hearing_heads(text: str) -> Iterator[tuple[int, int, tuple[int, int], str]]:
    found = list(_HEARING.finditer(text))
    letters = Counter(match["label"] for match in found)
    for match in found:
        label = level(match["label"])
        if len(label) == 1 and not _both_letters(letters, match["label"]):
            continue
        if (label == "si" and match["label"] != "SI") or (label == "demande" and ":" not in match["sign"]):
            continue
        voice = "question" if label in Asked else "answer"
        yield match.start(), match.end(), match.span("label"), voice


def _both_letters(letters: Counter[str], label: str) -> bool:
    """`Q` and `A`, « Q » and « R », « D » and « R » come together; one alone is an enumeration."""
    partners = {"Q": "AR", "A": "Q", "R": "QD", "D": "R"}
    return any(letters[partner] for partner in partners[label])
