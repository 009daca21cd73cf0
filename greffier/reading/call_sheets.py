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
    r"(?:^|(?<=\n))[ \t]*(?:communication|comm?\.?(?=[ ]n?[°o]?\.?[ ]?\d)|conversation|appel|call|session|sms"
    r"|message|enregistrement|product)[ ]*"
    r"(?:n[°o]\.?|number|no\.?|#)?[ ]*\d{1,6}\b"
)
_LINE = re.compile(r"\b(?:lignes?|line|telephone|numero|number|interception|target|cible)\b[^.;\n]{0,40}$")
_OUT = re.compile(
    r"\b(?:sens|direction|type)\s*:?\s*(?:appel\s+|call\s+)?(?:sortante?|outgoing|emise?|emission)\b|\boutgoing\s+call\b"
)
_IN = re.compile(
    r"\b(?:sens|direction|type)\s*:?\s*(?:appel\s+|call\s+)?(?:entrante?|incoming|recue?|reception)\b|\bincoming\s+call\b"
)
_OTHER = re.compile(r"\b(?:correspondante?|interlocut\w+|other\s+party|contact|numero\s+distant)\s*:?\s*$")
_CALLER = re.compile(r"(?:\bappelante?|\bcaller|\bcalling\s+number|\bfrom|(?<!\w)de|\bemetteur)\s*:\s*$")
_CALLED = re.compile(r"(?:\bappelee?|\bcalled(?:\s+number)?|\bto|(?<!\w)a|\bvers|\bdestinataire)\s*:\s*$")
_TO = re.compile(  # right before the number at the other end: « Sortant : 06… », `outgoing to 07…`, « - vers 04… »
    r"(?:\b(?:sortante?|outgoing|emise?|sent)\b(?:\s(?:appel|call|vers|to|pour|a)\b)*\s*:?|[-–—,|]\s*(?:vers|to))\s*$"
)
_FROM = re.compile(
    r"(?:\b(?:entrante?|incoming|recue?|received)\b(?:\s(?:appel|call|de|from|du)\b)*\s*:?|[-–—,|]\s*(?:de|from))\s*$"
)
_HEAD_LINES = 4  # lines in which a direction is told so
_NUMBER = re.compile(r"\+?\d(?:[ .-]?\d){7,13}(?![\d/:])")  # of no form that is sure by itself
_WRITTEN = re.compile(r"\b(?:sms|texto|text\s+message)\b")
_LONGEST = 420  # characters of a head
_CALLS = (
    "(?:communication|comm|conversation|conv|appel|call|session|sms|texto?|message|product|produit|interception|track"
    "|item)"
)
_LABEL = re.compile(  # what stands before the day in a head of one line: `CALL A`, « Comm. n° 17 — », `T3`
    rf"[ \t|*-]{{0,12}}(?:(?P<word>{_CALLS})\b\.?[ ]{{0,2}}(?:n[°o]\.?|no\.?|number|#)?[ ]{{0,2}}"
    r"(?:\d{1,6}|[a-z]{1,2})?"
    r"|[a-z]{1,2}[ .-]?\d{1,5}|n[°o]\.?[ ]?\d{1,6}|\d{1,5})[ \t.:)|,–—-]{1,12}(?:(?:du|on|le|of)[ ])?"
)
_WAY = re.compile(  # and what follows it
    r"[ \t,;:|.–—()hrsgmt-]{0,12}"
    r"(?:(?:line|ligne)[ ][\d +]{6,18}[ ]|(?:dur(?:ation|ee)?\.?[ ]?:?[ ]?)?[\d:]{4,8}[ ]s?[ ]{0,8})?"
    r"(?:(?P<out>out(?:going)?|sortante?|emise?|vers|to)|(?P<into>in(?:coming)?|entrante?|recue?|from|de))\b"
    r"(?:[ ]{1,3}(?:call|appel|sms))?(?:[ ]{1,3}(?:to|from|vers|de|pour))?[ :|]{0,6}(?:(?:le|the)[ ])?"
    r"(?P<number>\+?\(?\d[\d .()-]{5,20}\d)?"
)
_WATCHED = re.compile(
    r"\b(?:intercept\w*|ecoutes?|wiretap|monitor(?:ed|ing)|lignes?|lines?|(?:inmate|jail|prison)[ ]calls?|sonorisation"
    r"|transcri\w+)\b"
)


class Bare(NamedTuple):
    """Where a number stands that no reader knows as one of a telephone: its place in the head says what it is."""

    start: int
    end: int


class Sheet(NamedTuple):
    """One communication: its head on the page, the lines as far as they are told, its time."""

    start: int
    end: int
    type: str
    caller: Mention | Bare | None
    called: Mention | Bare | None
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
                one.end if isinstance(one, Bare) else one.span.end
                for one in (time, sheet.caller, sheet.called)
                if isinstance(one, Bare) or one in here
            )
            yield sheet._replace(time=time, end=_line_end(flat, last))


def find_lined(flat: str, mentions: Sequence[Mention], line: Mention | None) -> Iterator[Sheet]:
    """Yield the calls whose head is one line with a label, the day and the hour, and which way it went."""
    if not _WATCHED.search(flat):
        return
    phones = [one for one in mentions if one.kind == "phone"]
    for one in mentions:
        start, end = flat.rfind("\n", 0, one.span.start) + 1, _line_end(flat, one.span.end)
        if one.kind != "date" or one.time is None or "T" not in one.time.earliest:
            continue
        label, way = _LABEL.fullmatch(flat, start, one.span.start), _WAY.match(flat, one.span.end, end)
        if label is None or way is None or not (label["word"] or way["number"]):
            continue
        told = next((phone for phone in phones if way.start() <= phone.span.start < end), None)
        bare = Bare(*way.span("number")) if way["number"] else None
        other = told if told and (bare is None or told.span.start <= bare.end) else bare
        line = None if other is line else line
        caller, called = (line, other) if way["out"] else (other, line)
        type_ = "message" if _WRITTEN.search(flat, start, end) else "call"
        yield Sheet(start + len(flat[start:end]) - len(flat[start:end].lstrip()), end, type_, caller, called, one)


def _sheet(flat: str, start: int, phones: Sequence[Mention], line: Mention | None, head: str) -> Sheet | None:
    type_ = "message" if _WRITTEN.search(head) else "call"
    caller, called = _labelled(flat, phones, _CALLER), _labelled(flat, phones, _CALLED)
    if caller and called:
        return Sheet(start, start, type_, caller, called, None)
    if led := _led(flat, start, phones):
        other_end, out = led
        return Sheet(start, start, type_, line if out else other_end, other_end if out else line, None)
    out = _OUT.search(head) is not None
    if line is None or out == (_IN.search(head) is not None):
        return None
    other = _labelled(flat, phones, _OTHER)
    caller, called = (line, other) if out else (other, line)
    return Sheet(start, start, type_, caller, called, None)


def _led(flat: str, start: int, phones: Sequence[Mention]) -> tuple[Mention | Bare, bool] | None:
    """The one number of a head that its direction leads to, and whether the call went out to it."""
    end = start
    for _ in range(_HEAD_LINES):
        end = flat.find("\n", end) + 1 or len(flat)
    ends: list[Mention | Bare] = [one for one in phones if one.span.end <= end]
    ends = ends or [Bare(*number.span()) for number in _NUMBER.finditer(flat, start, end)]
    found = [(one, out) for one in ends for out, lead in ((True, _TO), (False, _FROM)) if _after(lead, flat, one)]
    return found[0] if len(found) == 1 else None


def _after(lead: re.Pattern[str], flat: str, one: Mention | Bare) -> bool:
    at = one.start if isinstance(one, Bare) else one.span.start
    return lead.search(flat, max(0, at - 40), at) is not None


def _labelled(flat: str, phones: Sequence[Mention], label: re.Pattern[str]) -> Mention | None:
    found = [one for one in phones if label.search(flat[max(0, one.span.start - 40) : one.span.start])]
    return found[0] if len(found) == 1 else None


def _line_end(flat: str, at: int) -> int:
    stop = flat.find("\n", at)
    return closed(flat, stop if stop >= 0 else len(flat))
