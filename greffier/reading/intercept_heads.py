"""The head of an intercept sheet: what its labels say, in whatever order, and what the opening says for all sheets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from greffier.reading import cell_values
from greffier.reading.cell_times import stamp, time_of, zone
from greffier.reading.intercept_labels import HEAD, LABELS, LASTED, PHRASE, PHRASED, TRANSLATED, WAY, letters
from greffier.reading.mention import span
from greffier.reading.vocabulary import level
from greffier.records import Located, Page, Span, Time

PHONE = re.compile(r"\+?\(?\d[\d .()\-]{7,20}\d")
_DAY = re.compile(
    r"\b(?:\d{4}-\d{2}-\d{2}|\d{1,2}[/.\-]\d{1,2}[/.\-]\d{2,4}|\d{1,2}(?:er|st|nd|rd|th)?[ ][a-z]{3,9}\.?,?[ ]\d{4})\b"
)
_HOUR = re.compile(r"\b\d{1,2}[ ]?(?:h(?:eures?)?|:)[ ]?\d{2}(?:[ ]?(?::|m|mn|min)[ ]?\d{2})?(?:[ ]?(?:am|pm|s))?\b")
_HEAD_LINES = 16  # lines of a sheet in which its labels stand


class Part(NamedTuple):
    """The part of a sheet that stands on one page."""

    page: Page
    start: int
    end: int

    @property
    def text(self) -> str:
        return self.page.text[self.start : self.end]


class Head(NamedTuple):
    """The labelled values of a sheet, with their spans."""

    values: dict[str, str] = {}  # noqa: RUF012 - never written to
    fields: tuple[Located, ...] = ()
    start: Time | None = None
    end: Time | None = None
    free: str = ""


def read_head(parts: Sequence[Part], number: tuple[str, Span] | tuple[()]) -> Head:
    """What the labels of the first part of a sheet say; `number` is that of the sheet, empty for the opening."""
    values: dict[str, str] = {}
    fields: list[Located] = []
    if number:
        values["number"] = number[0]
        fields.append(Located("number", number[1]))
    free = ""
    for part in parts[:1]:
        last = _lines_end(part.text, _HEAD_LINES) if number else len(part.text)
        flat = letters(part.text)[:last]
        free = flat
        for name, pattern in LABELS.items():
            match = pattern.search(flat)
            told = _value(part.text, match.end(), last) if match else None
            if match and name == "seconds":
                told = cell_values.lasting(part.text[match.end() :]) or told
            if match and told and _fits(name, told):
                left = (
                    part.start + match.end() + (len(part.text[match.end() :]) - len(part.text[match.end() :].lstrip()))
                )
                values[name] = told
                fields.append(Located(name, span(part.page, left, left + len(told))))
        for name, told, at in _phrased(part.text, flat):
            if name not in values:
                values[name] = told
                fields.append(Located(name, span(part.page, part.start + at, part.start + at + len(told))))
    start, end = _times(values, free)
    return Head(values, tuple(fields), start, end, free)


def _phrased(text: str, flat: str) -> Iterator[tuple[str, str, int]]:
    """What a head says in phrases: how long (« durée 2 min 35 s »), and to or from which number the call went."""
    for match in LASTED.finditer(flat):
        if not _spoken(flat, match.start()) and (told := cell_values.lasting(text[match.end() :])):
            yield "seconds", told, match.end()
            break
    for phrase in PHRASE.finditer(flat):
        for name, pattern in PHRASED.items() if not _spoken(flat, phrase.start()) else ():
            found = pattern.search(flat, phrase.start("rest"), phrase.end())
            if found and number_in(found["number"]):
                yield name, text[slice(*found.span("number"))], found.start("number")


def _spoken(flat: str, at: int) -> bool:
    """Whether a place stands behind a colon, as somebody's words do; not in the first line of a sheet."""
    line = flat[flat.rfind("\n", 0, at) + 1 : at]
    return re.search(r":(?!\d)", line) is not None and HEAD.match(line) is None


def _value(text: str, at: int, last: int) -> str | None:
    """What a label has after it: the rest of the line, up to another label on it."""
    stop = text.find("\n", at)
    rest = text[at : stop if stop >= 0 else len(text)]
    other = min(
        (match.start() for one in LABELS.values() if (match := one.search(letters(rest), 1))), default=len(rest)
    )
    told = rest[:other].strip(" \t|;,-–")
    return told or None


def _fits(name: str, told: str) -> bool:
    """Whether a value is what its label promises: « A : Tu viens ? » tells no hour."""
    if name in ("line", "correspondent", "caller", "called"):
        return number_in(told) is not None
    if name == "direction":
        return cell_values.way(letters(told), letters=True) is not None
    return name not in ("date", "time", "end", "seconds") or any(map(str.isdigit, told))


def _lines_end(text: str, count: int) -> int:
    at = 0
    for _ in range(count):
        found = text.find("\n", at)
        if found < 0:
            return len(text)
        at = found + 1
    return at


def _times(values: dict[str, str], free: str) -> tuple[Time | None, Time | None]:
    """When a communication began and ended: by its labels, else by the one day and the first hour of its head."""
    told = f"{level(values.get('date', ''))} {level(values.get('time', ''))}".strip()
    # A label may hold both the day and the hour; without labels, the first lines are looked at.
    where = told if _DAY.search(told) else "\n".join(free.split("\n")[:4])
    day_match = _DAY.search(where)
    day = stamp(day_match.group()) if day_match else None
    if day is None or day.day is None:
        return None, None
    hour_match = _HOUR.search(told) or _HOUR.search(where, day_match.end() if day_match else 0)
    hour = stamp(hour_match.group().removesuffix("s")) if hour_match else None
    where_zone = zone(free)
    end_match = _HOUR.search(level(values.get("end", "")))
    end = stamp(end_match.group()) if end_match else None
    return (
        time_of(day.day, hour.clock if hour else None, where_zone),
        time_of(day.day, end.clock, where_zone) if end and end.clock is not None else None,
    )


def filled(head: Head, common: Head, *, alone: bool) -> Head:
    """A head with what the opening of the piece says for all its sheets; of one sheet alone, everything."""
    shared = ("line", "transcriber", "language") if not alone else tuple(LABELS)
    values = {name: told for name, told in common.values.items() if name in shared} | head.values
    kept = tuple(field for field in common.fields if field.name in shared and field.name not in head.values)
    whole = head._replace(values=values, fields=(*head.fields, *kept))
    return whole._replace(start=head.start or common.start, end=head.end or common.end) if alone else whole


def number_in(told: str | None) -> str | None:
    """The telephone number that a text holds."""
    match = PHONE.search(told or "")
    return cell_values.phone(match.group()) if match else None


def direction_of(head: Head, line: str | None) -> Literal["in", "out"] | None:
    """Which way a communication went: by its label, by words like « appel sortant », by which end the line is."""
    told = head.values.get("direction")
    if told and (way := cell_values.way(letters(told), letters=True)):
        return way
    if match := WAY.search(head.free):
        return cell_values.way(match.group())
    caller, called = number_in(head.values.get("caller")), number_in(head.values.get("called"))
    if line is None or (caller == line) == (called == line):
        return None if line is None or bool(caller) == bool(called) else "out" if called else "in"
    return "out" if caller == line else "in"


def correspondent_of(head: Head, line: str | None, direction: str | None) -> str | None:
    """The number at the other end of the line."""
    if other := number_in(head.values.get("correspondent")):
        return other
    caller, called = number_in(head.values.get("caller")), number_in(head.values.get("called"))
    if line and caller == line:
        return called
    if line and called == line:
        return caller
    return called if direction == "out" else caller if direction == "in" else None


def lasted(head: Head) -> tuple[int, int] | None:
    """How long a communication lasted, from low to high in seconds."""
    told = head.values.get("seconds")
    return cell_values.seconds(told) if told else None


def tongue(head: Head) -> tuple[str | None, bool]:
    """The language told, and whether the words are a translation."""
    told = head.values.get("language")
    if told is None:
        return None, TRANSLATED.search(head.free) is not None
    return re.split(r"[(,;/]", told)[0].strip() or None, TRANSLATED.search(level(told) + " " + head.free) is not None
