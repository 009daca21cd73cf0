"""How sure a page is of an event: a fact, somebody's word, a plan, a case that may never come."""

from __future__ import annotations

import re

from greffier.reading.trigger import Trigger
from greffier.records import Modality

_IF = re.compile(
    r"(?:\b(?:si|if|unless|whether|au\s+cas\s+ou|in\s+case|a\s+supposer\s+que|provided\s+that|a\s+condition)\b|\bs'ils?\b)[^.;,]{0,90}$"
)
_BELIEVED = re.compile(
    r"\b(?:believe[sd]?|thinks?|thought|suspect(?:s|ed)?|assume[sd]?|presume[sd]?|pense(?:nt)?|croi(?:t|ent)|suppose(?:nt)?|soupconn\w+"
    r"|sembl(?:e|ent|ait|erait)|parait|appears?|seems?|(?:is|are)\s+said|rumou?r\w*|laisse\w*\s+penser|possible|probabl\w+)\b[^.;]{0,60}$"
)


def modality_of(trigger: Trigger, quoted: bool, before: str) -> Modality:
    """Return how sure the event is; `before` is what stands before the verb in its clause."""
    if _IF.search(before):
        return "hypothetical"
    if trigger.modality == "planned":
        return "planned"
    if trigger.modality == "hypothetical" or quoted or _BELIEVED.search(before):
        return "alleged"
    return "fact"
