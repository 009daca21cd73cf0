"""Who spoke to whom, and when: transcripts joined with call records by line, time, correspondent and length."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from greffier.assembling.clocks import hours_apart
from greffier.assembling.lookup import Lookup
from greffier.assembling.sessions import Session, line_digits, line_of, sessions
from greffier.assembling.times import start
from greffier.records import Call, Citation, Mention, Talk, digest

_NUMBER = re.compile(r"(?<!\d)\+?\d{9,15}(?!\d)")
_WITHIN = timedelta(minutes=3)  # a transcriber notes the minute; clocks drift
_LONGER = 0.25, 30  # a share, and seconds, by which lengths may differ: ringing is counted by one and not the other


@dataclass(frozen=True, slots=True)
class _Heard:
    """A communication of a transcript, with the line that was listened to and the other number, as digits.

    `ends` are both as they are told, the caller first where the transcript says which way the call went.
    """

    session: Session
    line: str
    other: str
    at: datetime
    ends: tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Timed:
    at: datetime
    call: Call


def talks(known: Lookup) -> list[Talk]:
    """Return the conversations that a transcript tells, and the calls of a listened line between them that none tells.

    Ordered by time, then id. A call of another line than those listened to is none of them.
    """
    by_line = _calls(known)
    names = _names(known)
    found: list[Talk] = []
    for told in _transcripts(known):
        record = by_line.get(told[0].line, [])
        found += _joined(known, told, record, names)
    return sorted(found, key=lambda one: (start(one.start), one.id))


def _transcripts(known: Lookup) -> Iterator[list[_Heard]]:
    """The communications of each piece and line, in order."""
    for piece in known.ordered_pieces():
        if piece.kind == "call_records":
            continue
        line = line_of(known, piece) or ""
        numbers = {line_digits(number): number for one in known.in_piece(piece) if (number := _number(one))}
        told: dict[str, list[_Heard]] = defaultdict(list)
        for session in sessions(known, piece):
            one = _heard(known, session, line, numbers)
            if one.line:
                told[one.line].append(one)
        yield from (sorted(of_line, key=lambda one: one.at) for of_line in told.values())


def _heard(known: Lookup, session: Session, line: str, numbers: Mapping[str, str]) -> _Heard:
    """A communication; `numbers` are those of its piece as they are told, by their digits."""
    sheet = session.sheet
    own = line_digits(sheet.line) if sheet is not None and sheet.line else line
    if sheet is not None and sheet.correspondent:
        others = {line_digits(sheet.correspondent)}
    else:
        here = (one for one in known.on_page.get(session.span.page, ()) if one.span.exact in session.text)
        others = {line_digits(number) for one in here if (number := _number(one))} - {own}
    other = others.pop() if len(others) == 1 else ""
    ends = numbers.get(own, own), numbers.get(other, other)
    ends = ends[::-1] if sheet is not None and sheet.direction == "in" else ends
    return _Heard(session, own, other, datetime.fromisoformat(start(session.time)), ends)


def _number(mention: Mention) -> str:
    """The telephone number that a mention is; empty for anything else."""
    return (mention.normalised or mention.span.exact) if mention.kind == "phone" else ""


def _calls(known: Lookup) -> dict[str, list[_Timed]]:
    """The calls of each line, in order of time; a call is one of both its ends."""
    found: dict[str, list[_Timed]] = defaultdict(list)
    for call in known.dossier.calls:
        if call.start is not None and "T" in call.start.earliest:
            timed = _Timed(datetime.fromisoformat(start(call.start)), call)
            ends = {line_digits(one) for one in (call.caller, call.called, call.line) if one}
            for number in ends if len(ends) > 1 else ends | _called_after(known, call):
                found[number].append(timed)
    return {line: sorted(timed, key=lambda one: (one.at, one.call.id)) for line, timed in found.items()}


def _called_after(known: Lookup, call: Call) -> set[str]:
    """The line that a file is named after (`fadettes_0639984112.csv`), for rows that tell the other end only."""
    path, _ = known.place.get(call.citations[0].span.page, ("", 0)) if call.citations else ("", 0)
    found = _NUMBER.findall(path.rpartition("/")[2])
    return {line_digits(found[0])} if len(found) == 1 else set()


def _joined(
    known: Lookup, told: list[_Heard], record: list[_Timed], names: dict[str, tuple[str, ...]]
) -> Iterator[Talk]:
    """Each communication with the call that stands for it, nearest first, and the calls between them left over."""
    begun = [one.at for one in record]
    hours = hours_apart([one.at for one in told], begun, _WITHIN) or 0
    near = sorted(
        (abs(at - record[place].at), index, place)
        for index, one in enumerate(told)
        for at in [one.at + timedelta(hours=hours)]
        for place in range(bisect_left(begun, at - _WITHIN), bisect_right(begun, at + _WITHIN))
        if _may_be(one, record[place].call)
    )
    of: dict[int, int] = {}
    taken: set[int] = set()
    for _, index, place in near:
        if index not in of and place not in taken:
            of[index] = place
            taken.add(place)
    for index, one in enumerate(told):
        yield _talk(known, one, record[of[index]].call if index in of else None, hours, names)
    if of:
        first, last = min(taken), max(taken)
        left = (record[place].call for place in range(first, last) if place not in taken)
        yield from (_unheard(call, told[0].line, names) for call in left if call.kind in (None, "voice"))


def _may_be(one: _Heard, call: Call) -> bool:
    """Whether the call has the other number too, where the transcript tells it, and is about as long."""
    ends = {line_digits(number) for number in (call.caller, call.called) if number} - {one.line}
    return (not one.other or not ends or one.other in ends) and _same_length(one, call) is not False


def _same_length(one: _Heard, call: Call) -> bool | None:
    sheet = one.session.sheet
    if sheet is None or None in (sheet.seconds_low, sheet.seconds_high, call.seconds_low, call.seconds_high):
        return None
    low, high = float(sheet.seconds_low or 0), float(sheet.seconds_high or 0)
    share, seconds = _LONGER
    room = max(seconds, share * high)
    return low - room <= float(call.seconds_high or 0) and float(call.seconds_low or 0) <= high + room


def _talk(known: Lookup, one: _Heard, call: Call | None, hours: int, names: dict[str, tuple[str, ...]]) -> Talk:
    session = one.session
    heard = (Citation(session.span),)
    directed = call is not None or (session.sheet is not None and session.sheet.direction is not None)
    numbers = (call.caller, call.called) if call else one.ends
    time = call.start if call and call.start else session.time
    return Talk(
        digest("talk", session.span.page, str(session.span.start), one.line), time, one.line, call, heard,
        _ends(numbers, names), directed, _speakers(known, session), hours if call else 0,
        _same_length(one, call) if call else None,
    )  # fmt: skip


def _unheard(call: Call, line: str, names: dict[str, tuple[str, ...]]) -> Talk:
    assert call.start is not None
    return Talk(digest("talk", call.id), call.start, line, call, (), _ends([call.caller, call.called], names))


def _ends(numbers: Sequence[str | None], names: dict[str, tuple[str, ...]]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((one or "", names.get(line_digits(one or ""), ())) for one in numbers)


def _names(known: Lookup) -> dict[str, tuple[str, ...]]:
    """Who uses each line, as the pages say, by its digits."""
    users: dict[str, set[str]] = defaultdict(set)
    for link in known.dossier.links:
        user, line = known.entity_of.get(link.left), known.mentions.get(link.right)
        if link.type == "line" and user is not None and line is not None:
            users[line_digits(line.normalised or line.span.exact)].add(user.name)
    return {line: tuple(sorted(names)) for line, names in users.items()}


def _speakers(known: Lookup, session: Session) -> tuple[str, ...]:
    """Those who are told to speak, as the transcript calls them, in the order in which they begin."""
    if session.sheet is not None:
        return tuple(dict.fromkeys(turn.speaker for turn in session.sheet.turns))
    at = known.pages[session.span.page].text.find(session.text)
    turns = (
        one for one in known.dossier.quotes
        if one.kind == "turn" and one.span.page == session.span.page and at <= one.span.start < at + len(session.text)
    )  # fmt: skip
    ordered = sorted(turns, key=lambda one: one.span.start)
    return tuple(dict.fromkeys(one.speaker_name for one in ordered if one.speaker_name))
