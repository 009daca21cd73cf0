"""Communications that were heard and that the call records of their line do not hold."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from greffier.assembling.checking import Hit, Material, Words, cite
from greffier.assembling.clocks import held, hours_apart
from greffier.assembling.lookup import Lookup
from greffier.assembling.rulebook import Rule
from greffier.assembling.sessions import Session, line_digits, sessions
from greffier.assembling.times import in_words, start
from greffier.records import Call, Citation, Piece
from greffier.text import folded

_LEAST = 2  # communications that must be in the records before one that is not there says anything
_MOST_LINES = 60  # of the head of a record, in which it says what it covers
_OVER_THE_INTERNET = re.compile(
    r"\b(?:whatsapp|signal|telegram|viber|skype|messenger|facetime|imo|internet|voip|"
    r"microphones?|micro d'ambiance|sonorisation|ambient|room (?:probe|bug))\b"
)
_BY_PHONE = re.compile(
    r"\b(?:dial\w*|ring\w*|rang|handset|phone\w*|incoming|outgoing|entrant\w*|sortant\w*|appel\w*|compos\w*|sonn\w*|"
    r"decroch\w*)\b"
)
_LISTENED = re.compile(r"\b(?:intercept\w*|ecoutes?|wiretap\w*|monitor(?:ed|ing)|tapped|transcri\w*|retranscri\w*)\b")
_TOP = 600  # characters of a page, in which it says that it writes down what was listened to
_WRITTEN = re.compile(r"\b(?:sms|mms|texto|text message)\b")


@dataclass(frozen=True, slots=True)
class _Record:
    """The call records of one line: when each of its calls began, in order, by the clock of the record."""

    piece: Piece
    line: str
    calls: tuple[Call, ...]
    begun: tuple[datetime, ...]


def unrecorded(material: Material, rule: Rule) -> Iterator[Hit]:
    """A communication inside the time of the records of its line, which hold most others of its transcript."""
    known = material.known
    records = [record for piece in known.ordered_pieces() if (record := _record(known, piece)) is not None]
    within = timedelta(minutes=rule.number("minutes", 3))
    for piece in known.ordered_pieces() if records else ():
        told = [one for one in sessions(known, piece) if _by_phone(known, one)] if piece.kind != "call_records" else []
        for record in records:
            if len(told) > _LEAST and _names(known, piece, record.line):
                yield from (_hit(known, record, one) for one in _lacking(record, told, within))


def _record(known: Lookup, piece: Piece) -> _Record | None:
    """The records of a line: all calls of a piece, if one number is at an end of each of them.

    Where they only tell the other end, the line is the number in the name of their file; empty where that has none.
    """
    calls = [one for one in known.dossier.calls if one.piece == piece.id and one.start and "T" in one.start.earliest]
    if not calls:
        return None
    ends = Counter(line_digits(number) for one in calls for number in {one.caller, one.called, one.line} if number)
    line, times = min(ends.items(), key=lambda one: (-one[1], one[0])) if ends else ("", 0)
    if times < len(calls):
        if any(one.caller and one.called for one in calls):
            return None
        named = re.search(r"(?<!\d)\d{9,13}(?!\d)", known.place[piece.pages[0]][0].rsplit("/", 1)[-1])
        line = line_digits(named.group()) if named else ""
    timed = sorted((datetime.fromisoformat(start(one.start)), one.id, one) for one in calls if one.start)
    return _Record(piece, line, tuple(one for _, _, one in timed), tuple(at for at, _, _ in timed))


def _by_phone(known: Lookup, session: Session) -> bool:
    text = folded(session.text)
    if _OVER_THE_INTERNET.search(text) or _WRITTEN.match(text.lstrip()):
        return False
    if session.piece.kind == "intercept" or _BY_PHONE.search(text) is not None:
        return True
    return _LISTENED.search(known.flat(known.pages[session.piece.pages[0]])[:_TOP]) is not None


def _names(known: Lookup, piece: Piece, line: str) -> bool:
    """Whether a transcript names this line, or no line at all: then its calls alone may show which one it is of."""
    phones = {line_digits(one.normalised or one.span.exact) for one in known.in_piece(piece) if one.kind == "phone"}
    return not line or line in phones or not phones


def _lacking(record: _Record, told: list[Session], within: timedelta) -> list[Session]:
    """The communications that no call stands for. The clocks may differ by whole hours: the hours that fit the most."""
    moments = [datetime.fromisoformat(start(one.time)) for one in told]
    hours = hours_apart(moments, record.begun, within)
    if hours is None:
        return []
    first, last = record.begun[0] - timedelta(hours=hours), record.begun[-1] - timedelta(hours=hours)
    standing = held(moments, record.begun, hours, within)
    return [
        one
        for one, at, stands in zip(told, moments, standing, strict=True)
        if not stands and first <= at <= last
    ]  # fmt: skip


def _hit(known: Lookup, record: _Record, session: Session) -> Hit:
    words: Words = {"told": " ".join(session.span.exact.split()), "when": in_words(session.time)}
    return Hit((Citation(session.span, "contradicts"), *_head(known, record)), False, words, "the records of this line")


def _head(known: Lookup, record: _Record) -> Iterator[Citation]:
    """Cite what stands above the first row of a record: of which line it is, and what it covers."""
    spans = [one.citations[0].span for one in record.calls if one.citations]
    page = known.pages.get(record.piece.pages[0])
    if page is None or not spans:
        return
    rows = [span.start for span in spans if span.page == page.id]
    above = page.text[: min(rows, default=0)].rstrip()
    if above and above.count("\n") < _MOST_LINES:
        yield cite(page, 0, len(above))
    else:
        yield Citation(spans[0])
