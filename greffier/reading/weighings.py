"""Weights told without a verb: the row of a table under its head, the label of a seal (« Poids net : 98 g »)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from greffier.reading.taken import beginning
from greffier.records import Mention

_TABLE = re.compile(
    r"\b(?:scelles?|seals?|exhibits?)\b.*\b(?:poids|masse|weight|mass)\b|\b(?:poids|masse|weight|mass)\b.*\b(?:scelles?|seals?|exhibits?)\b"
)
_WEIGHT = re.compile(
    r"(?:^|\n)[ \t]*(?:o[ ]+)?(?:(?:poids|masse)(?:\s+(?:net|nette|brute?|totale?))*|(?:net|gross)\s+(?:weight|mass))"
    r"\s*:\s*(?:environ\s+|about\s+)?$"
)
_NAMED = re.compile(r"[\s\-–—]*(?:scelle|seal|exhibit)?\s*(?:n[°o]\.?)?\s*:?\s*")
_BULLET = re.compile(r"[\s\-–—•*|]*$")
_ROWS = 30  # rows of a table at most between its head and a row


class Weighing(NamedTuple):
    """A seal, its weight, and the stretch of the page that tells both."""

    start: int
    end: int
    seal: Mention
    weight: Mention


def find_weighings(flat: str, mentions: Sequence[Mention]) -> Iterator[Weighing]:
    """Yield the weights that a table or a label gives to a seal; a row with two weights tells none."""
    seals = [one for one in mentions if one.kind == "seal"]
    if not seals:
        return
    masses = [one for one in mentions if one.quantity is not None and one.quantity.dimension == "mass"]
    for seal in seals:
        start = flat.rfind("\n", 0, seal.span.start) + 1
        stop = flat.find("\n", seal.span.end)
        end = stop if stop >= 0 else len(flat)
        row = [one for one in beginning(masses, seal.span.end, end, "span.start") if one.span.end <= end]
        if len(row) == 1 and _BULLET.match(flat[start : seal.span.start]) and _headed(flat, start):
            yield Weighing(start, end, seal, row[0])
    for weight in masses:
        label = _label(flat, weight, seals)
        if label is not None:
            yield Weighing(label.span.start, weight.span.end, label, weight)


def _headed(flat: str, start: int) -> bool:
    """Whether a line above, of the same table, names the columns."""
    above = flat[max(0, start - 2400) : start].split("\n")[-_ROWS:]
    for line in reversed(above):
        if _TABLE.search(line):
            return len(re.findall(r"\b(?:poids|masse|weight|mass)\b", line)) == 1
        if len(line) > 100 or line.rstrip().endswith((".", ";")):
            return False
    return False


def _label(flat: str, weight: Mention, seals: Sequence[Mention]) -> Mention | None:
    """The one seal named above in the same label."""
    if not _WEIGHT.search(flat[max(0, weight.span.start - 60) : weight.span.start]):
        return None
    begin = max(flat.rfind("\n\n", 0, weight.span.start), weight.span.start - 300)
    near = beginning(seals, begin, weight.span.start, "span.start")
    above = [one for one in near if one.span.end <= weight.span.start]
    if len(above) != 1:
        return None
    start = flat.rfind("\n", 0, above[0].span.start) + 1
    return above[0] if _NAMED.fullmatch(flat, start, above[0].span.start) else None
