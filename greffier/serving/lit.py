"""A page's text cut into runs that a template can mark: what is a mention, what is lit, what was hard to read."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

# Kinds of mentions in the six looks that the eye can tell apart.
LOOKS = {
    "person": "per", "role": "per", "organisation": "org", "place": "pla", "date": "dat", "quantity": "qty",
}  # fmt: skip
LETTERS = {"per": "P", "org": "O", "pla": "L", "dat": "D", "qty": "Q", "idn": "N"}
# Characters that change the order or hide the rest of a line: shown by name, so that a page cannot say one thing to the
# eye and another to the machine.
_HIDDEN = {
    "\u200e": "LRM", "\u200f": "RLM", "\u061c": "ALM", "\u202a": "LRE", "\u202b": "RLE", "\u202c": "PDF",
    "\u202d": "LRO", "\u202e": "RLO", "\u2066": "LRI", "\u2067": "RLI", "\u2068": "FSI", "\u2069": "PDI",
}  # fmt: skip
_HIDING = re.compile(f"[{''.join(_HIDDEN)}]")
_WRAPPED = re.compile(r"(?<![^\n])([^\n]{50,}?)[ ]?\n(?!\n|[^\n:]{1,40}:[ \n])")

Row = Mapping[str, Any]


def look(kind: str) -> str:
    """The look of a kind: `per`, `org`, `pla`, `dat`, `qty`, and `idn` for every number and code."""
    return LOOKS.get(kind, "idn")


def clear(text: str) -> str:
    """Text with its direction controls made visible: `⟦RLO⟧`."""
    return _HIDING.sub(lambda match: f"⟦{_HIDDEN[match.group()]}⟧", text)


def flow(text: str) -> str:
    """Text without the breaks that only the width of its paper made; short lines keep theirs."""
    return _WRAPPED.sub(r"\1 ", text)


def runs(text: str, mentions: Sequence[Row], lit: Sequence[Row], doubtful: Sequence[Row]) -> list[dict[str, Any]]:
    """The text in order: each run has its `mention` (the outermost) or None, and `parts` of text with lit and doubt."""
    found: list[dict[str, Any]] = []
    at = 0
    for mention in _outermost(mentions):
        if mention["start"] > at:
            found.append({"mention": None, "parts": _parts(text, at, mention["start"], lit, doubtful)})
        parts = _parts(text, mention["start"], mention["end"], lit, doubtful)
        found.append({"mention": mention, "parts": parts})
        at = mention["end"]
    if at < len(text):
        found.append({"mention": None, "parts": _parts(text, at, len(text), lit, doubtful)})
    return found


def _outermost(mentions: Sequence[Row]) -> list[Row]:
    chosen: list[Row] = []
    for mention in sorted(mentions, key=lambda m: (m["start"], -m["end"])):
        if not chosen or mention["start"] >= chosen[-1]["end"]:
            chosen.append(mention)
    return chosen


def _parts(text: str, start: int, end: int, lit: Sequence[Row], doubtful: Sequence[Row]) -> list[dict[str, Any]]:
    near_lit = [one for one in lit if one["start"] < end and one["end"] > start]
    near_doubt = [one for one in doubtful if one["start"] < end and one["end"] > start]
    cuts = {start, end} | {
        min(max(edge, start), end) for one in (*near_lit, *near_doubt) for edge in (one["start"], one["end"])
    }
    edges = sorted(cuts)
    return [
        {
            "text": text[left:right],
            "lit": any(one["start"] <= left < one["end"] for one in near_lit),
            "doubt": next((one["confidence"] for one in near_doubt if one["start"] <= left < one["end"]), None),
        }
        for left, right in pairwise(edges)
    ]
