"""Reads what the fields of a record of custody tell: « Début   23 mai 2022 à 10 h 30 », `Released: 25/05/2022 09:10`.

A page that keeps such a record is about the person whom its own form names; where none is named the person stays open.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from greffier.reading.held import keeps_a_record
from greffier.reading.mention import span
from greffier.reading.verb_forms import roles_of
from greffier.reading.vocabulary import any_of, at_lines, level, table
from greffier.records import Citation, Event, Found, Mention, Page, Piece, Role, digest

OF_FIELDS: frozenset[str] = frozenset(("custody_start", "custody_extension", "custody_end", "hear"))
_CONTINUED = re.compile(r"\n[ \t]{6,}\S[^\n]*")  # a value that goes on below itself
_LATER = 60  # characters of a value before its time: « 48 h, autorisation du parquet du 25 mai 2022, 09 h 00 »


class CustodyFields:
    """Finds the beginning, the extensions, the hearings and the end of a custody in the fields of its record."""

    name = "custody_fields"
    version = 1

    def read(self, piece: Piece, pages: Sequence[Page], found: Sequence[Found]) -> Iterable[Found]:
        mentions = [one for one in found if isinstance(one, Mention) and one.kind in ("person", "date")]
        for page in pages:
            if keeps_a_record(level(page.text)):
                here = sorted((one for one in mentions if one.span.page == page.id), key=lambda one: one.span.start)
                yield from _told(piece, page, here, self.name)


def _told(piece: Piece, page: Page, mentions: Sequence[Mention], reader: str) -> Iterator[Event]:
    flat = level(page.text)
    for field in at_lines(_fields(), flat):
        dated = _dated(flat, field.end(), mentions)
        kind = field.lastgroup
        if dated is None or kind is None:
            continue
        held = _held(flat, field.start(), mentions)
        role = [Role(roles_of(kind)["object"], held.id, held.normalised or held.span.exact, held.span)] if held else []
        yield Event(
            id=digest("event", page.id, field.start(kind), kind, reader),
            type=kind,
            piece=piece.id,
            reader=reader,
            citations=(Citation(span(page, field.start(kind), max(dated.span.end, field.end()))),),
            time=dated.time,
            roles=tuple(role),
        )


@lru_cache(maxsize=1)
def _fields() -> re.Pattern[str]:
    kinds = "|".join(
        rf"(?P<{kind}>{any_of(labels)})"
        for kind, labels in ((kind, table("custody")[kind]) for kind in sorted(OF_FIELDS))
    )
    return re.compile(rf"[ \t]*(?:\d{{1,2}}[.)][ \t]*)?(?:{kinds})(?:[ \t]{{0,12}}[:.|][ \t.]{{0,40}}|[ \t]{{2,40}})")


@lru_cache(maxsize=1)
def _names() -> re.Pattern[str]:
    """The label of the field that names whom the record is about."""
    labels = [*table("people")["labels"], *table("custody")["names"]]
    return re.compile(
        rf"[ \t]*(?:\d{{1,2}}[.)][ \t]*)?(?:{any_of(labels)})(?:[ \t]{{0,12}}[:.|][ \t.]{{0,40}}|[ \t]{{2,40}})"
    )


def _dated(flat: str, at: int, mentions: Sequence[Mention]) -> Mention | None:
    """The first time of a value, near its beginning; what follows it on the line is said of something else."""
    end = flat.find("\n", at)
    end = len(flat) if end < 0 else end
    below = _CONTINUED.match(flat, end)
    end = min(below.end() if below else end, at + _LATER)
    return next((one for one in mentions if one.kind == "date" and one.time and at <= one.span.start < end), None)


def _held(flat: str, before: int, mentions: Sequence[Mention]) -> Mention | None:
    """Who stands in the last field for a name above: a page may hold the records of two."""
    labels = [one.end() for one in at_lines(_names(), flat[:before])]
    people = [one for one in mentions if one.kind == "person"]
    named = (one for at in reversed(labels) for one in people if at <= one.span.start <= at + 3)
    return next(named, None)
