"""The head of each sheet of an intercepted line: which line called which, and when.

`Communication n° 3  Date : …  Sens : sortant  Correspondant : …` tells a call between the line of the piece and the
other one; explicit labels (« Appelant : », `To:`) tell both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from greffier.reading.blanks import closed
from greffier.records import Mention

_HEAD = re.compile(
    r"(?:^|(?<=\n))[ \t]*(?:communication|conversation|appel|call|session|sms|message|enregistrement|product)[ ]*"
    r"(?:n[°o]\.?|number|no\.?|#)?[ ]*\d{1,6}\b"
)
_LINE = re.compile(r"\b(?:lignes?|line|telephone|numero|number|interception)\b[^.;\n]{0,40}$")
_OUT = re.compile(
    r"\b(?:sens|direction|type)\s*:?\s*(?:appel\s+|call\s+)?(?:sortante?|outgoing|emise?|emission)\b|\boutgoing\s+call\b"
)
_IN = re.compile(
    r"\b(?:sens|direction|type)\s*:?\s*(?:appel\s+|call\s+)?(?:entrante?|incoming|recue?|reception)\b|\bincoming\s+call\b"
)
_OTHER = re.compile(r"\b(?:correspondante?|interlocut\w+|other\s+party|contact|numero\s+distant)\s*:?\s*$")
_CALLER = re.compile(r"(?:\bappelante?|\bcaller|\bcalling\s+number|\bfrom|(?<!\w)de|\bemetteur)\s*:\s*$")
_CALLED = re.compile(r"(?:\bappelee?|\bcalled(?:\s+number)?|\bto|(?<!\w)a|\bvers|\bdestinataire)\s*:\s*$")
_WRITTEN = re.compile(r"\b(?:sms|texto|text\s+message)\b")
_LONGEST = 420  # characters of a head


class Sheet(NamedTuple):
    """One communication: its head on the page, the lines as far as they are told, its time."""

    start: int
    end: int
    type: str
    caller: Mention | None
    called: Mention | None
    time: Mention | None


def line_of(flats: Sequence[tuple[str, Sequence[Mention]]]) -> Mention | None:
    """Return the line that a piece transcribes: the first number that its first page calls a line, before any sheet."""
    for flat, mentions in flats[:1]:
        head = _HEAD.search(flat)
        end = head.start() if head else len(flat)
        for one in (one for one in mentions if one.kind == "phone" and one.span.end <= end):
            if _LINE.search(flat[max(0, one.span.start - 60) : one.span.start]):
                return one
    return None


def find_sheets(flat: str, mentions: Sequence[Mention], line: Mention | None) -> Iterator[Sheet]:
    """Yield the sheets of a page that say when and with which line."""
    heads = list(_HEAD.finditer(flat))
    for place, head in enumerate(heads):
        limit = heads[place + 1].start() if place + 1 < len(heads) else len(flat)
        end = min(limit, head.start() + _LONGEST)
        here = [one for one in mentions if head.start() <= one.span.start and one.span.end <= end]
        time = next((one for one in here if one.kind == "date" and one.time and "T" in one.time.earliest), None)
        phones = [one for one in here if one.kind == "phone"]
        sheet = _sheet(flat, head.start(), phones, line, flat[head.start() : end])
        if sheet is not None and time is not None:
            last = max(
                one.span.end for one in (time, sheet.caller, sheet.called) if one and one.span.start >= head.start()
            )
            yield sheet._replace(time=time, end=_line_end(flat, last))


def _sheet(flat: str, start: int, phones: Sequence[Mention], line: Mention | None, head: str) -> Sheet | None:
    type_ = "message" if _WRITTEN.search(head) else "call"
    caller, called = _labelled(flat, phones, _CALLER), _labelled(flat, phones, _CALLED)
    if caller and called:
        return Sheet(start, start, type_, caller, called, None)
    out, into = _OUT.search(head), _IN.search(head)
    if line is None or bool(out) == bool(into):
        return None
    other = _labelled(flat, phones, _OTHER)
    caller, called = (line, other) if out else (other, line)
    return Sheet(start, start, type_, caller, called, None)


def _labelled(flat: str, phones: Sequence[Mention], label: re.Pattern[str]) -> Mention | None:
    found = [one for one in phones if label.search(flat[max(0, one.span.start - 40) : one.span.start])]
    return found[0] if len(found) == 1 else None


def _line_end(flat: str, at: int) -> int:
    stop = flat.find("\n", at)
    return closed(flat, stop if stop >= 0 else len(flat))
