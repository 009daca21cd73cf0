"""What happened when, in the words of the pages; a vague time stays vague."""

from __future__ import annotations

from collections.abc import Iterator

from greffier.assembling.lookup import Lookup, look
from greffier.records import Citation, Dating, Dossier, Event, Moment, Piece, Span, Time, digest

_ACT_WORDS = 160  # characters of a piece's first lines that stand for it where it has no title


def moments(dossier: Dossier) -> list[Moment]:
    """Return the events that have a time and when dated pieces were done, written, received, by earliest, latest, id.

    An event that starts nowhere (open interval) sorts first.
    """
    known = look(dossier)
    found = [_told(known, event, event.time) for event in dossier.events if event.time and event.citations]
    for dating in dossier.datings:
        found.extend(_done(known, dating))
    return sorted(found, key=lambda one: (one.time.earliest, one.time.latest, one.id))


def _told(known: Lookup, event: Event, time: Time) -> Moment:
    entities = dict.fromkeys(entity.id for role in event.roles if (entity := known.entity(role)) is not None)
    return Moment(
        digest("moment", event.id),
        time,
        event.type,
        known.telling(event.citations[0].span),
        event.piece,
        tuple(entities),
        event.citations,
        "denied" if event.polarity == "negative" else event.modality,
        _places(known, event),
    )


def _places(known: Lookup, event: Event) -> tuple[str, ...]:
    """Where it happened, from where, to where: entity ids."""
    named = [event.place, *(role.mention for role in event.roles)]
    entities = (known.entity_of.get(mention) for mention in named if mention is not None)
    return tuple(dict.fromkeys(entity.id for entity in entities if entity is not None and entity.kind == "place"))


def _done(known: Lookup, dating: Dating) -> Iterator[Moment]:
    """Yield when a piece was done, written and received, where the words that say so are known; each time once."""
    piece = known.pieces.get(dating.id)
    if piece is None:
        return
    told: list[Time] = []
    for kind, time in (("act", dating.act), ("written", dating.written), ("received", dating.received)):
        at = _dated_at(known, piece, time) if time is not None and time not in told else None
        if time is not None and at is not None:
            told.append(time)
            text = piece.title or known.telling(at)[:_ACT_WORDS]
            yield Moment(digest("moment", kind, piece.id), time, kind, text, piece.id, (), (Citation(at),))


def _dated_at(known: Lookup, piece: Piece, act: Time) -> Span | None:
    """Where a piece is dated: its first date that says so, else its first date of that day, else its first date."""
    dates = [mention for mention in known.in_piece(piece) if mention.kind == "date" and mention.time]
    for same in (
        [one for one in dates if one.time == act],
        [one for one in dates if one.time and act.earliest and one.time.earliest[:10] == act.earliest[:10]],
    ):
        if same:
            return same[0].span
    return None
