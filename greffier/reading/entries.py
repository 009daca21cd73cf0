"""Entries: the lines of a log that an hour opens and the fields of a form, where a verb stands without its subject.

`14:05 leaves premises, meets male at café`, « 8h10 – Sortie de MARTIN », `Arrested by: PC 114 Amy Storr`.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from greffier.reading.taken import beginning
from greffier.reading.verb_forms import lexicon
from greffier.records import Mention
from greffier.text import sentences

_LEAD = re.compile(r"[ \t]*(?:[-*•|][ \t]*)?(?:\[|\()?(?:(?:a|vers|at|about|from|le|de)[ \t]+)?")
_AFTER_ANOTHER = re.compile(r"[.;/|][ \t]+[(\[]?$")
_SIGN = re.compile(r"[ \t]*+(?:hrs?\b|hours\b)?+[ \t]*+[\])]?+[ \t]*+(?:[:,.;|-]{1,6}+(?=\s))?[ \t]*+(?!,)")
_DAY_SIGN = re.compile(  # `9 May: …`, `05/02/19 0910 …`
    r"[ \t]*[:|-](?=\s)[ \t]*|[ \t]+(?:at[ \t]+)?(?:[01]\d|2[0-3])[:.h]?[0-5]\d(?:[ ]?hrs?)?(?=[ \t])[ \t]*[:|-]?[ \t]*"
)
_FIELD = re.compile(
    r"(?m)^[ \t]*(?:[-*•][ \t]*|\d{1,2}[.)][ \t]*)?(?P<label>[a-z][^\n:.;,!?«\"]{1,54}?)"
    r"(?:[ \t]?(?P<colon>:)(?=\s)|(?P<gap>[ ]{3,40}|\t))"
)
_DATED = re.compile(  # what a label says before what it dates: `Time of arrest`, « Date et heure d'interpellation »
    r"(?:date(?:\s(?:and|et|&)\s(?:time|hour|heure))?|time|hour|heure|jour)\s(?:(?:of|de|du|at\swhich)\s(?:(?:la|l'|the)\s?)?|d'(?:une?\s)?|l'|)"
)
_BLANK_LINE = re.compile(r"\n[ \t]*\n|\n[ \t]*[-=_*]{5,}")
_BY = re.compile(r"\s(?:by|par)\s")
_VALUE = 12  # characters between the label of a field and the date in it
_BULLET = re.compile(r"(?m)^[ \t]*(?:[-*•][ \t]+|\d{1,2}[.)][ \t]+)(?=\S)")
_ORDERS = re.compile(r"[A-ZÉÈÀ]{4,40}ONS\W*")
_LEAST = 3  # lines that an hour opens make a log


class Entry(NamedTuple):
    """One line of a log with those that go on with it: its start, where its words begin after the hour, its end."""

    start: int
    body: int
    end: int
    time: Mention


class Field(NamedTuple):
    """A field of a form whose label has a word for an event: its label, the word, the types it may tell, its date.

    `dates` says that the label calls for a date (`Time of arrest`), which is that of the same event in the fields
    around it; `stop` is where the next field begins, `end` where its part of the form ends.
    """

    start: int
    word: int
    types: frozenset[str]
    dates: bool
    time: Mention | None
    stop: int
    end: int


class Entries:
    """What the lines of a page are, on its level view."""

    def __init__(self, flat: str, dates: Sequence[Mention]) -> None:
        self.log = _log(flat, dates)
        self._starts = [one.start for one in self.log]
        labels = list(_FIELD.finditer(flat))
        self._fields = list(_fields(flat, labels, dates))
        self.fields = frozenset(_open(flat, one.word) for one in self._fields if not self._told_beside(one))
        colons = [found.start("colon") for found in labels if found["colon"] and self._field(found.start("label"))]
        self.flat = _without(flat, colons)  # the label of a field and what fills it are one clause
        self.cuts = sorted(
            {one.start for one in self.log}
            | {found.start() for found in labels if found["colon"]}
            | {one.start for one in self._fields}
            | {one.stop for one in self._fields}
            | {found.start() for found in _BULLET.finditer(flat)}
        )

    def entry(self, at: int) -> Entry | None:
        """The entry of the log in which a place is."""
        place = bisect_right(self._starts, at) - 1
        return self.log[place] if place >= 0 and at < self.log[place].end else None

    def field_time(self, at: int, type_: str) -> Mention | None:
        """The date that another field of the same part of a form gives to what the field at a place tells."""
        here = next((one for one in self._fields if one.word == at), None)
        beside = [one.time for one in self._fields if here and one.end == here.end and one.dates and type_ in one.types]
        told = [one for one in beside if one is not None and one.time is not None]
        if len({one.time.earliest[:10] for one in told if one.time}) != 1:
            return None
        return max(told, key=lambda one: "T" in one.time.earliest if one.time else False)  # the day and its hour

    def _told_beside(self, field: Field) -> bool:
        """Whether a field only dates what a field beside it tells."""
        return field.dates and any(
            one.end == field.end and not one.dates and one.types & field.types for one in self._fields
        )

    def _field(self, at: int) -> bool:
        return any(one.start == at for one in self._fields)

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


def _fields(flat: str, labels: Sequence[re.Match[str]], dates: Sequence[Mention]) -> Iterator[Field]:
    """The fields whose labels begin with a word for an event, or with `Date of` it; a column of words is no form."""
    ends = [found.start() for found in _BLANK_LINE.finditer(flat)]
    for place, label in enumerate(labels):
        start, stop = label.span("label")
        dated = _DATED.match(flat, start, stop)
        word = lexicon().words.pattern.match(flat, dated.end() if dated else start, stop)
        time = next(
            (one for one in beginning(dates, label.end(), label.end() + _VALUE, "span.start") if one.time), None
        )
        if (
            word is None
            or (dated is not None and time is None)
            or not (label["colon"] or time or _BY.match(flat, word.end()))
        ):
            continue
        types = frozenset(type_ for type_, _, _ in lexicon().forms.get(" ".join(word.group().split()), ()))
        part = bisect_right(ends, start)
        end = ends[part] if part < len(ends) else len(flat)
        after = labels[place + 1].start() if place + 1 < len(labels) else end
        yield Field(start, word.start(), types, dated is not None, time, min(after, end), end)


def _log(flat: str, dates: Sequence[Mention]) -> list[Entry]:
    opened: list[tuple[int, int, Mention]] = []
    for one in dates:
        if one.time is None:
            continue
        start, hour = flat.rfind("\n", 0, one.span.start) + 1, "T" in one.time.earliest
        if hour and _AFTER_ANOTHER.search(flat, max(start, one.span.start - 4), one.span.start):
            start = one.span.start  # a log that goes on in its line: `0740 met Phiri. 0905 found two`
        elif not _LEAD.fullmatch(flat, start, one.span.start):
            continue
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


def stretches(text: str, cuts: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The sentences of a page, none of them over the beginning of an entry or a field; « AUTORISONS » on a line of
    its own goes on with the next."""
    opened: int | None = None
    for start, end in sentences(text):
        if opened is None and _ORDERS.fullmatch(text, start, end):
            opened = start
            continue
        start = start if opened is None else opened
        opened = None
        inside = [start, *cuts[bisect_right(cuts, start) : bisect_left(cuts, end)], end]
        for left, right in pairwise(inside):
            yield left, len(text[left:right].rstrip()) + left
