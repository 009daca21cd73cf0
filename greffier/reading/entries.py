"""Entries: the lines of a log that an hour opens and the fields of a form, where a verb stands without its subject.

`14:05 leaves premises, meets male at café`, « 8h10 – Sortie de MARTIN », `Arrested by: PC 114 Amy Storr`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from greffier.reading.verb_forms import lexicon
from greffier.records import Mention

_LEAD = re.compile(r"[ \t]*(?:[-*•|][ \t]*)?(?:\[|\()?(?:(?:a|vers|at|about|from|le|de)[ \t]+)?")
_SIGN = re.compile(r"[ \t]*+(?:hrs?\b|hours\b)?+[ \t]*+[\])]?+[ \t]*+(?:[:,.;|-]++(?=\s))?[ \t]*+(?!,)")
_DAY_SIGN = re.compile(  # `9 May: …`, `05/02/19 0910 …`
    r"[ \t]*[:|-](?=\s)[ \t]*|[ \t]+(?:at[ \t]+)?(?:[01]\d|2[0-3])[:.h]?[0-5]\d(?:[ ]?hrs?)?(?=[ \t])[ \t]*[:|-]?[ \t]*"
)
_FIELD = re.compile(r"(?m)^[ \t]*(?:[-*•][ \t]*)?(?P<label>[a-z][^\n:.;,!?«\"]{1,54}?)[ \t]?(?P<colon>:)(?=\s)")
_BULLET = re.compile(r"(?m)^[ \t]*(?:[-*•][ \t]+|\d{1,2}[.)][ \t]+)(?=\S)")
_LEAST = 3  # lines that an hour opens make a log


class Entry(NamedTuple):
    """One line of a log with those that go on with it: its start, where its words begin after the hour, its end."""

    start: int
    body: int
    end: int
    time: Mention


class Entries:
    """What the lines of a page are, on its level view."""

    def __init__(self, flat: str, dates: Sequence[Mention]) -> None:
        self.log = _log(flat, dates)
        self._starts = [one.start for one in self.log]
        labels = list(_FIELD.finditer(flat))
        fields = [found for found in labels if lexicon().pattern.match(flat, *found.span("label"))]
        self.fields = frozenset(_open(flat, found.start("label")) for found in fields)
        colons = [found.start("colon") for found in fields]
        self.flat = _without(flat, colons)  # the label of a field and what fills it are one clause
        self.cuts = sorted(
            {one.start for one in self.log}
            | {found.start() for found in labels}
            | {found.start() for found in _BULLET.finditer(flat)}
        )

    def entry(self, at: int) -> Entry | None:
        """The entry of the log in which a place is."""
        place = bisect_right(self._starts, at) - 1
        return self.log[place] if place >= 0 and at < self.log[place].end else None

    def openings(self, start: int, end: int) -> frozenset[int]:
        """After which offsets of a sentence a verb may stand without its subject."""
        entry = self.entry(start)
        if entry is None or end <= entry.body:
            return frozenset()
        return frozenset({_open(self.flat, max(start, entry.body))})


def _open(flat: str, at: int) -> int:
    """The end of what stands before a place."""
    while at and flat[at - 1] in " \n\t":
        at -= 1
    return at


def _without(flat: str, colons: Sequence[int]) -> str:
    for at in colons:
        flat = f"{flat[:at]} {flat[at + 1 :]}"
    return flat


def _log(flat: str, dates: Sequence[Mention]) -> list[Entry]:
    opened: list[tuple[int, int, Mention]] = []
    for one in dates:
        start = flat.rfind("\n", 0, one.span.start) + 1
        if one.time is None or not _LEAD.fullmatch(flat, start, one.span.start):
            continue
        hour = "T" in one.time.earliest
        sign = (_SIGN if hour else _DAY_SIGN).match(flat, one.span.end)
        if sign and (hour or sign.group().strip()) and flat[sign.end() : sign.end() + 1] not in ("", "\n"):
            opened.append((start, sign.end(), one))
    days_only = all(one.time is None or "T" not in one.time.earliest for _, _, one in opened)
    if not opened or (len(opened) < _LEAST and not days_only):
        return []
    ends = [start for start, _, _ in opened[1:]] + [len(flat)]
    return [
        Entry(start, body, _paragraph(flat, body, end), one)
        for (start, body, one), end in zip(opened, ends, strict=True)
    ]


def _paragraph(flat: str, start: int, end: int) -> int:
    blank = flat.find("\n\n", start, end)
    return blank if blank >= 0 else end
