"""Where the name of an organisation ends: before the words of the next label or sentence, after what completes it."""

from __future__ import annotations

import re

from greffier.reading.capitals import UPPER, WORD, ordinary
from greffier.reading.vocabulary import level, table

_NAME_WORD = rf"(?:{WORD}|[{UPPER}0-9]{{2,}})"
NAME_AT = re.compile(
    rf"{_NAME_WORD}(?:(?:[ \u00a0](?:(?:de la|de|du|des|of|&|d['’]|de l['’])[ \u00a0]?)?|[ ]?[-/&][ ]?){_NAME_WORD}"
    rf"|[ ](?:et|and)[ ](?:Fils|Frères|Associés|Cie|FILS|FRÈRES|Sons|Co\b|Partners)){{0,4}}"
)
_CONNECTED = frozenset("et de du des la le and of & - for".split())


def without_loose_tail(text: str, start: int, end: int) -> int:
    """The end of a name without the words of the next label or sentence."""
    parts = list(re.finditer(r"\S+", text[start:end]))
    while len(parts) > 1 and is_loose(level(parts[-1].group())):
        parts.pop()
    return start + parts[-1].end()


def is_loose(flat: str) -> bool:
    """Whether a word (level form) at the end of a name is none of its words."""
    return (ordinary(flat) and flat not in table("organisations")["tail"]) or flat in _CONNECTED
