"""All that was read, laid on one table."""

from __future__ import annotations

from dataclasses import dataclass

from greffier.records.custody import Decision
from greffier.records.files import Dating, Hidden, Page, Piece, RivalReading, Source
from greffier.records.found import Call, Event, Intercept, Link, Mention, Quote
from greffier.records.press import Clipping
from greffier.records.views import Entity, Likeness


@dataclass(frozen=True, slots=True)
class Dossier:
    """All that was read, laid on one table for resolving and assembling; each tuple sorted by id."""

    sources: tuple[Source, ...] = ()
    pages: tuple[Page, ...] = ()
    pieces: tuple[Piece, ...] = ()
    datings: tuple[Dating, ...] = ()
    mentions: tuple[Mention, ...] = ()
    links: tuple[Link, ...] = ()
    quotes: tuple[Quote, ...] = ()
    events: tuple[Event, ...] = ()
    entities: tuple[Entity, ...] = ()
    likenesses: tuple[Likeness, ...] = ()
    decisions: tuple[Decision, ...] = ()
    hidden: tuple[Hidden, ...] = ()
    rivals: tuple[RivalReading, ...] = ()
    clippings: tuple[Clipping, ...] = ()
    calls: tuple[Call, ...] = ()
    intercepts: tuple[Intercept, ...] = ()
