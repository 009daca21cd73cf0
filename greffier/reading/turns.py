"""Turns: the questions and answers of a hearing, the speakers of an intercepted conversation."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from greffier.reading.capitals import UPPER
from greffier.reading.taken import Taken
from greffier.reading.talk import STAMP, Head, talk_heads
from greffier.reading.vocabulary import at_lines, level
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


_LABEL = (
    r"(?P<label>QUESTION|R[ÉE]PONSE|Question|R[ée]ponse|Demande|DEMANDE|ANSWER"
    r"|Answer|Sur interpellation|SUR INTERPELLATION|Sur question|Sur demande|S\.[ ]?I\.?|SI|S/I|Q"
    r"|R|A|D)"
    r"(?:[ ](?:à|a|to)[ ](?P<asked>[^:\n]{2,40}?))?"
    r"(?:[ ]?(?:n°[ ]?|\.[ ]?)?\d{1,3})?[ \u00a0]?(?P<sign>[:.–—-]+|(?<=\d)(?=[ ]))[ \u00a0]*(?=\S)"
)
_HEARING = re.compile(rf"[ \t]*(?:[–—•-][ ]|[-_–—*.]{{2,10}}[ ]?)?{_LABEL}")
_RUN_IN = re.compile(rf"[?.!…»”\")\]](?:[ \t\u00a0]+[–—-])?[ \t\u00a0]+{_LABEL}")
_STOP = re.compile(
    r"\n(?=[ \t]*(?i:page|feuillet|folio|sheet)[ ]\d{1,4}(?:[ ]?(?:of|sur|/)[ ]?\d{1,4})?[ \t]*(?:\n|$))"  # a foot
    r"|\n[ \t]*\n|\n[ \t]*(?=\()|\n[ \t]*(?:\[[^\]\n]+\][ \t]*(?:\n|$))"
    r"|\n(?=[ \t]*BY[ ](?:M[RS]|DR)S?\.)"  # `BY MS. PARK:`, who asks from there on
    rf"|\n(?=[ \t]*{STAMP})"  # what else was heard or seen, with its hour
    r"|\n(?=[ \t]*(?:[^\W\d_]{2,9}\.?[ ])?\d{1,2}[ ][^\W\d_]{3,9}\.?(?:[ ]\d{4})?,?"  # or a day on its line
    rf"(?:[ ](?:à[ ])?{STAMP})?[ \t]*(?:\n|$))"
    rf"|\n(?=[ \t]*[{UPPER}][\w'’.-]*(?:[ ][\w'’.-]+){{0,3}}[ \u00a0]?:[ \u00a0])"  # the next label of a form
)
_ACT = re.compile(
    r"(?<=[.!?»)\"”])[ \t]*\n[ \t]*(?:[-_–—]{2,}[ \t]*)?"
    r"(?:(?:(?:Après\s+l|L)ecture\b|Persiste\s+et\s|Relu[e,]?\s|(?:Call|Line|Session|Conversation|Tape)\s+(?:ends?|ended|drops|cut|terminated)"
    r"|Mise?\s+en\s+délibéré|Dont\s+proc|(?:Communication|Conversation|Appel|Call"
    r"|Session)\s+(?:n|N|\d)|(?:Fin|End)\s+(?:d|of)|(?:(?:Memo|Notes|Statement)\s+)?[Rr]ead\s+over|Statement\s+(?:ended|concluded)|Interview\s+(?:ended|concluded|suspended))"
    rf"|[{UPPER}][a-zà-ÿ]{{2,}}ons\s|(?:Ma[iî]tre|Me)\s+[{UPPER}][^\n:]{{1,40}}\b"
    rf"(?:observe|demande|dépose|indique|intervient|n['’]a pas d['’e])\b)"
)
_STATEMENT = re.compile(
    r"\b(?:déclar\w+|dépos\w+|expos\w+|parler|suit|suivante?s?|déclarations?|states?|says?|follows)\b"
    r"[^:\n]{0,40}:[ ]*\n(?:[ \t]*\n)?[ \t]*(?=[^\W\d_])",
    re.IGNORECASE,
)
_DASHED = re.compile(r"[ \t]*[–—-][ \u00a0](?P<words>\S[^\n]{0,2000})")
FIRST_PERSON = re.compile(r"\b(?:[Jj]e |[Jj]['’]|[Mm]on |[Mm]a |I |I['’]|[Mm]y )")
_ASKED = re.compile(r"\?[ \u00a0»]*(\n)(?=[ \t]*[^\s–—-])")
_LONGEST_QUESTION = 600  # characters
_CLOSED = re.compile(r"[»”][ \t]*(?:[-_–—]{2,}[ \t]*)?(?:\n|$)")


def find_turns(text: str, kind: PieceKind, names: Collection[str], heard: bool = False) -> Iterator[Turn]:
    """Yield the turns of a page; `names` are the level names of the people of the piece, `heard` whether one of them
    is known to be heard in it.

    What stands before a colon is a speaker in a conversation; elsewhere it is more often the label of a form.
    """
    heads = list(_hearing_heads(text))
    taken = Taken((start, end) for start, end, *_ in heads)
    heads += [
        head
        for head in talk_heads(text, kind, names, sorted(start for start, *_ in heads))
        if taken.free(head[0], head[1])
    ]
    heads += _unlabelled(text, heads)
    heads += _statements(text, kind, heads) + (_dashes(text) if (heard or kind == "hearing") and not heads else [])
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
    found = list(at_lines(_HEARING, text))
    found += _run_in(text, found)
    letters = Counter(match["label"] for match in found)
    for match in found:
        label = level(match["label"])
        if len(label) == 1 and not _both_letters(letters, match["label"]):
            continue
        if (label == "si" and match["label"] != "SI") or (label == "demande" and ":" not in match["sign"]):
            continue
        voice = "question" if label in Asked else "answer"
        stop = match.end("asked") if match["asked"] else match.end("label")  # « Question à Mme X »
        start = match.start() if match.re is _HEARING else match.start("label")
        yield start, match.end(), (match.start("label"), stop), voice


def _run_in(text: str, at_line: Sequence[re.Match[str]]) -> list[re.Match[str]]:
    """« Q : Combien ? R : Deux. »: labels within the line, where a line of the page begins with one in the same way."""
    shapes = {(len(match["label"]) == 1, match["sign"]) for match in at_line}
    found = _RUN_IN.finditer(text) if shapes else ()
    return [match for match in found if match["sign"] and (len(match["label"]) == 1, match["sign"]) in shapes]


def _statements(text: str, kind: PieceKind, heads: Sequence[Head]) -> list[Head]:
    """« …, qui déclare : » and a paragraph in the first person: what the person heard says without being asked."""
    found = []
    for match in _STATEMENT.finditer(text) if kind == "hearing" else ():
        free = not any(start <= match.end() < end + 2 for start, end, *_ in heads)
        if free and FIRST_PERSON.search(text, match.end(), match.end() + 90):
            found.append((match.start(), match.end(), (match.start(), match.start()), "answer"))
    return found


def _dashes(text: str) -> list[Head]:
    """« — Combien ? — Deux ou trois. »: questions and answers told by dashes alone."""
    lines = list(at_lines(_DASHED, text))
    asked = [match["words"].rstrip(" »\u00a0").endswith("?") for match in lines]
    turns = sum(left and not right for left, right in pairwise(asked))
    if turns < 2 or sum(asked) - turns > 1:
        return []
    voices = ("question" if question else "answer" for question in asked)
    return [
        (one.start(), one.start("words"), (one.start(), one.start()), voice)
        for one, voice in zip(lines, voices, strict=True)
    ]


def _unlabelled(text: str, heads: Sequence[Head]) -> list[Head]:
    """« Question 1. Seul ? » and, on the next line, the answer without a label: where no answer has one."""
    asked = [end for _, end, _, voice in heads if voice == "question"]
    if len(asked) < 2 or len(asked) < len(heads):
        return []
    ends = (_ASKED.search(text, end, end + _LONGEST_QUESTION) for end in asked)
    return [(found.start(1), found.end(), (found.start(1), found.start(1)), "answer") for found in ends if found]


def _both_letters(letters: Counter[str], label: str) -> bool:
    """`Q` and `A`, « Q » and « R », « D » and « R » come together; one alone is an enumeration."""
    partners = {"Q": "AR", "A": "Q", "R": "QD", "D": "R"}
    return any(letters[partner] for partner in partners[label])
