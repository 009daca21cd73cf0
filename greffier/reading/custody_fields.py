"""Reads what a record of custody tells: its fields (« Début   23 mai 2022 à 10 h 30 », `Released: 25/05/2022 09:10`)
and the lines of its log (« 14/03 | 06 h 50 | placement », `21/03  0810  Keeping in custody authorised`).

A page that keeps such a record is about the person whom its own form names; where none is named the person stays open.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from greffier.reading.held import keeps_a_record
from greffier.reading.mention import span
from greffier.reading.verb_forms import roles_of
from greffier.reading.vocabulary import any_of, at_lines, level, table
from greffier.records import Citation, Event, Found, Mention, Page, Piece, Role, digest

OF_FIELDS: frozenset[str] = frozenset(("custody_start", "custody_extension", "custody_end", "hear", "arrest"))
_CONTINUED = re.compile(r"(?:\n[ \t]*\|[ \t]{2,}\|[ \t]|\n[ \t]{6,})(?=\S)[^\n|]*")  # a value that goes on below itself
_BEGINS = r"[ \t]*(?:\|[ \t]*)?(?:\d{1,2}[.)][ \t]*)?"
_FILLED = r"(?:[ ]\([^()\n]{1,30}\))?(?:[ \t]{0,40}[:.|][ \t.]{0,40}|[ \t]{2,40})"  # between a label and its value
_LEADS = re.compile(
    r"[ \t]*(?:[-*•|][ \t]*)?(?:\d{1,3}[.)]?[ \t]{1,8})?"
)  # and what may stand before its time: a number
_AFTER_TIME = re.compile(r"[ \t]{0,3}(?:hrs?\b|hours\b|h\b)?[ \t]{0,20}(?:[|:;,–—-][ \t]{0,20})?")
_BY = re.compile(r"\b(?:by|with|par|avec|de|of)\s+(?:(?:[a-z]+[.]?\s+){0,2})$")
_LEAST = 3  # lines that a time opens make a log
_LATER = 60  # characters of a value before its time: « 48 h, autorisation du parquet du 25 mai 2022, 09 h 00 »

_FIRST_NAME = re.compile(  # a field beside that of the surname
    r"^[\s|\d.)]*(?:prenoms?|forenames?|first\s+names?|given\s+names?|christian\s+names?|other\s+names?)\b(?!\s+(?:et|and|&)\b)"
)


class CustodyFields:
    """Finds the beginning, the extensions, the hearings and the end of a custody in the fields of its record."""

    name = "custody_fields"
    version = 3

    def read(self, piece: Piece, pages: Sequence[Page], found: Sequence[Found]) -> Iterable[Found]:
        mentions = [one for one in found if isinstance(one, Mention) and one.kind in ("person", "date")]
        for page in pages:
            if keeps_a_record(level(page.text)):
                here = sorted((one for one in mentions if one.span.page == page.id), key=lambda one: one.span.start)
                yield from _told(piece, page, here, self.name)


class _Line(NamedTuple):
    """What a field or a line of a log tells: its type, where its words stand, where its value goes on, its time."""

    kind: str
    start: int
    end: int
    dated: Mention | None


def _told(piece: Piece, page: Page, mentions: Sequence[Mention], reader: str) -> Iterator[Event]:
    flat = level(page.text)
    for one in (*_filled(flat, mentions), *_logged(flat, mentions)):
        if one.dated is None or _refused().search(flat, one.end, _line_end(flat, max(one.end, one.dated.span.end))):
            continue
        held = _held(flat, one.start, mentions)
        role = (
            [Role(roles_of(one.kind)["object"], held.id, held.normalised or held.span.exact, held.span)] if held else []
        )
        begin, end = min(one.start, one.dated.span.start), max(one.dated.span.end, one.end)
        yield Event(
            id=digest("event", page.id, one.start, one.kind, reader),
            type=one.kind,
            piece=piece.id,
            reader=reader,
            citations=(Citation(span(page, begin, end)),),
            time=one.dated.time,
            roles=tuple(role),
        )


def _filled(flat: str, mentions: Sequence[Mention]) -> Iterator[_Line]:
    for field in at_lines(_fields(), flat):
        if field.lastgroup is not None:
            yield _Line(field.lastgroup, field.start(field.lastgroup), field.end(), _dated(flat, field.end(), mentions))


def _logged(flat: str, mentions: Sequence[Mention]) -> Iterator[_Line]:
    """The lines that a time opens, where they are enough to make a log."""
    dates = [one for one in mentions if one.kind == "date" and one.time and "T" in one.time.earliest + one.time.latest]
    opened = [one for one in dates if _LEADS.fullmatch(flat, flat.rfind("\n", 0, one.span.start) + 1, one.span.start)]
    for one in opened if len(opened) >= _LEAST else ():
        after = _AFTER_TIME.match(flat, one.span.end)
        told = _words().match(flat, after.end()) if after else None
        if told is not None and told.lastgroup is not None and not _names_somebody(flat, told.end(), mentions):
            yield _Line(told.lastgroup, told.start(), told.end(), one)


def _names_somebody(flat: str, at: int, mentions: Sequence[Mention]) -> bool:
    """Whether the rest of a line says by whom: then it is a sentence (`Arrested by PC Hume`), and is read as one."""
    end = _line_end(flat, at)
    told = (one.span.start for one in mentions if one.kind == "person" and at <= one.span.start < end)
    return any(_BY.search(flat, at, start) for start in told)


@lru_cache(maxsize=1)
def _fields() -> re.Pattern[str]:
    held = table("custody")
    kinds = "|".join(rf"(?P<{kind}>{any_of(held[kind])})" for kind in sorted(OF_FIELDS))
    return re.compile(rf"{_BEGINS}(?:{kinds}){_FILLED}")


@lru_cache(maxsize=1)
def _words() -> re.Pattern[str]:
    """What the lines of a log begin with."""
    told: dict[str, str] = table("custody")["logged"]
    return re.compile("|".join(rf"(?P<{kind}>{words.replace(' |', '|')})" for kind, words in told.items()))


@lru_cache(maxsize=1)
def _refused() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w'])(?:{table('custody')['refused']})")


@lru_cache(maxsize=1)
def _names() -> re.Pattern[str]:
    """The label of the field that names whom the record is about, or the number of a record before his name."""
    labels = [*table("people")["labels"], *table("custody")["names"]]
    return re.compile(
        rf"(?:^|\n|[ \t]{{2}})[ \t]*(?:\|[ \t]*)?(?:\d{{1,2}}[.)][ \t]*)?"
        rf"(?:(?:{any_of(labels)}){_FILLED}|n[°o]\.?[ ]?\d{{1,4}}(?:[/-]\d{{1,6}})?[ \t]{{1,12}})"
    )


def _dated(flat: str, at: int, mentions: Sequence[Mention]) -> Mention | None:
    """The first time of a value, near its beginning; what follows it on the line is said of something else."""
    end = _line_end(flat, at)
    below = _CONTINUED.match(flat, end)
    end = below.end() if below else min(end, at + _LATER)
    return next((one for one in mentions if one.kind == "date" and one.time and at <= one.span.start < end), None)


def _line_end(flat: str, at: int) -> int:
    end = flat.find("\n", at)
    return len(flat) if end < 0 else end


def _held(flat: str, before: int, mentions: Sequence[Mention]) -> Mention | None:
    """Who stands in the last field for a name above: a page may hold the records of two."""
    labels = [one.end() for one in _names().finditer(flat, 0, before) if not _FIRST_NAME.search(one.group())]
    people = [one for one in mentions if one.kind == "person"]
    named = (one for at in reversed(labels) for one in people if at <= one.span.start <= at + 3)
    return next(named, None)
