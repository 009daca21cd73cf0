"""Reads intercept sheets: each communication with its line, hour, correspondent, and its words or their summary."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Literal, NamedTuple

from greffier.reading import cell_values
from greffier.reading.call_columns import CALLS, OTHERS
from greffier.reading.cell_times import stamp, time_of, zone
from greffier.reading.columns import Meaning, assign, meanings, names_columns
from greffier.reading.intercept_labels import (
    HEAD,
    LABELS,
    LASTED,
    NOT_SPEAKERS,
    SOUND,
    TRANSLATED,
    VERBATIM,
    WAY,
    letters,
)
from greffier.reading.mention import span
from greffier.reading.tables import Line, Table, find_tables
from greffier.reading.turns import find_turns
from greffier.reading.vocabulary import level
from greffier.records import Citation, Found, Intercept, Located, Page, Piece, Span, Spoken, Time, digest

_PHONE = re.compile(r"\+?\(?\d[\d .()\-]{7,20}\d")
_DAY = re.compile(
    r"\b(?:\d{4}-\d{2}-\d{2}|\d{1,2}[/.\-]\d{1,2}[/.\-]\d{2,4}|\d{1,2}(?:er|st|nd|rd|th)?[ ][a-z]{3,9}\.?,?[ ]\d{4})\b"
)
_HOUR = re.compile(r"\b\d{1,2}[ ]?(?:h(?:eures?)?|:)[ ]?\d{2}(?:[ ]?(?::|m|mn|min)[ ]?\d{2})?(?:[ ]?(?:am|pm|s))?\b")
_HEAD_LINES = 16  # lines of a sheet in which its labels stand
_ENOUGH_WORDS = 6  # that a summary has

TABLE: dict[str, Meaning] = {
    **meanings("intercepts", {"number": str.isdigit, "told": lambda told: len(told.split()) >= 3}),
    **{name: CALLS[name] for name in ("way", "other", "start", "clock", "seconds")},
}


class Intercepts:
    """Finds intercepted communications on the pages of a piece."""

    name = "intercepts"
    version = 1

    def read(self, piece: Piece, pages: Sequence[Page], found: Sequence[Found]) -> Iterable[Found]:
        known = (*TABLE.values(), OTHERS)
        for table in find_tables(pages, lambda line: names_columns(line, known)):
            columns = assign(table, TABLE) if table.head else {}
            if {"told", "start"} <= columns.keys() and {"way", "other"} & columns.keys():
                yield from _listed(piece, table, columns, self.name)
        if piece.kind == "intercept" or _many_labels(pages):
            yield from _sheets(piece, pages, self.name)


def _many_labels(pages: Sequence[Page]) -> bool:
    """Whether pages that no heading calls an intercept have the labels of one."""
    flat = "\n".join(letters(page.text) for page in pages[:4])
    held = {name for name, pattern in LABELS.items() if pattern.search(flat)}
    return "line" in held and bool(held & {"correspondent", "caller", "called"}) and HEAD.search(flat) is not None


class _Part(NamedTuple):
    """The part of a sheet that stands on one page."""

    page: Page
    start: int
    end: int

    @property
    def text(self) -> str:
        return self.page.text[self.start : self.end]


def _sheets(piece: Piece, pages: Sequence[Page], reader: str) -> Iterator[Intercept]:
    opening, sheets = _divided(pages)
    common = _read_head(opening, ()) if opening else _Head()
    for number, parts in sheets:
        head = _read_head(parts[:1], number)
        filled = _with(head, common, alone=len(sheets) == 1)
        if filled.start is not None or filled.values.keys() & {"correspondent", "seconds"}:
            yield _intercept(piece, parts, filled, reader)


def _divided(pages: Sequence[Page]) -> tuple[list[_Part], list[tuple[tuple[str, Span], list[_Part]]]]:
    """What stands before the first sheet, and the sheets: each with its number and its parts, a page each."""
    opening: list[_Part] = []
    sheets: list[tuple[tuple[str, Span], list[_Part]]] = []
    for page in pages:
        heads = list(HEAD.finditer(letters(page.text)))
        first = heads[0].start() if heads else len(page.text)
        if page.text[:first].strip():
            (sheets[-1][1] if sheets else opening).append(_Part(page, 0, first))
        for at, head in enumerate(heads):
            end = heads[at + 1].start() if at + 1 < len(heads) else len(page.text)
            number = page.text[slice(*head.span("number"))]
            sheets.append(((number, span(page, *head.span("number"))), [_Part(page, head.start(), end)]))
    return opening, sheets


class _Head(NamedTuple):
    """The labelled values of a sheet, with their spans."""

    values: dict[str, str] = {}  # noqa: RUF012 - never written to
    fields: tuple[Located, ...] = ()
    start: Time | None = None
    end: Time | None = None
    free: str = ""


def _read_head(parts: Sequence[_Part], number: tuple[str, Span] | tuple[()]) -> _Head:
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
            if match and told and _fits(name, told):
                left = (
                    part.start + match.end() + (len(part.text[match.end() :]) - len(part.text[match.end() :].lstrip()))
                )
                values[name] = told
                fields.append(Located(name, span(part.page, left, left + len(told))))
    start, end = _times(values, free)
    return _Head(values, tuple(fields), start, end, free)


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
        return _number(told) is not None
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


def _with(head: _Head, common: _Head, *, alone: bool) -> _Head:
    """A head with what the opening of the piece says for all its sheets; of one sheet alone, everything."""
    shared = ("line", "transcriber", "language") if not alone else tuple(LABELS)
    values = {name: told for name, told in common.values.items() if name in shared} | head.values
    kept = tuple(field for field in common.fields if field.name in shared and field.name not in head.values)
    whole = head._replace(values=values, fields=(*head.fields, *kept))
    return whole._replace(start=head.start or common.start, end=head.end or common.end) if alone else whole


def _intercept(piece: Piece, parts: Sequence[_Part], head: _Head, reader: str) -> Intercept:
    first = parts[0]
    turns = tuple(turn for part in parts for turn in _turns(part, head.fields))
    line = _number(head.values.get("line")) or _opening_line(parts)
    direction = _direction(head, line)
    correspondent = _correspondent(head, line, direction)
    lasted = _lasted(head)
    language, translated = _tongue(head)
    return Intercept(
        id=digest("intercept", first.page.id, first.start),
        piece=piece.id,
        reader=reader,
        citations=tuple(Citation(_cited(part)) for part in parts),
        number=head.values.get("number"),
        line=line,
        start=head.start,
        end=head.end,
        seconds_low=lasted[0] if lasted else None,
        seconds_high=lasted[1] if lasted else None,
        direction=direction,
        correspondent=correspondent,
        transcriber=head.values.get("transcriber"),
        language=language,
        translated=translated,
        form=_form(parts, turns),
        turns=turns,
        sounds=tuple(sound for part in parts for sound in _sounds(part)),
        fields=head.fields,
    )


def _cited(part: _Part) -> Span:
    return span(part.page, part.start + len(part.text) - len(part.text.lstrip()), part.start + len(part.text.rstrip()))


def _turns(part: _Part, fields: Sequence[Located]) -> Iterator[Spoken]:
    """The turns of a part; what was read as a field of the sheet is nobody's words."""
    taken = {field.span.start for field in fields if field.span.page == part.page.id}
    for turn in find_turns(part.page.text, True, ()):
        label = part.page.text[slice(*turn.label)]
        inside = part.start <= turn.label[0] and turn.end <= part.end
        if inside and turn.start not in taken and not NOT_SPEAKERS.match(letters(label)):
            yield Spoken(label, span(part.page, turn.start, turn.end))


def _sounds(part: _Part) -> Iterator[Span]:
    for match in SOUND.finditer(level(part.text)):
        yield span(part.page, part.start + match.start(), part.start + match.end())


def _form(parts: Sequence[_Part], turns: Sequence[Spoken]) -> Literal["summary", "verbatim", "mixed"] | None:
    """Whether a communication is told word for word (two turns), in somebody else's words, or both."""
    flat = "\n".join(letters(part.text) for part in parts)
    label = LABELS["summary"].search(flat)
    if len(turns) >= 2:
        before = flat[label.end() :].split("\n")[0] if label else ""
        return "mixed" if len(before.split()) >= 3 else "verbatim"
    if label and len(flat[label.end() :].split()) >= 3:
        return "summary"
    if turns:
        return "verbatim" if VERBATIM.search(flat) else None
    body = [line for line in flat.split("\n")[1:] if ":" not in line[:40] and len(line.split()) >= _ENOUGH_WORDS]
    return "summary" if body else None


def _number(told: str | None) -> str | None:
    match = _PHONE.search(told or "")
    return cell_values.phone(match.group()) if match else None


def _opening_line(parts: Sequence[_Part]) -> str | None:
    """The line that the top of the page names in a sentence: « Interception de la ligne 06 … »."""
    top = letters(parts[0].page.text)[: parts[0].start]
    match = re.search(rf"\b(?:ligne|line)\b[^\n\d+]{{0,40}}(?P<number>{_PHONE.pattern})", top)
    return _number(match["number"]) if match else None


def _direction(head: _Head, line: str | None) -> Literal["in", "out"] | None:
    told = head.values.get("direction")
    if told and (way := cell_values.way(letters(told), letters=True)):
        return way
    if match := WAY.search(head.free):
        return cell_values.way(match.group())
    calls, is_called = (line is not None and _number(head.values.get(name)) == line for name in ("caller", "called"))
    return None if calls == is_called else "out" if calls else "in"


def _correspondent(head: _Head, line: str | None, direction: str | None) -> str | None:
    if other := _number(head.values.get("correspondent")):
        return other
    caller, called = _number(head.values.get("caller")), _number(head.values.get("called"))
    if line and caller == line:
        return called
    if line and called == line:
        return caller
    return called if direction == "out" else caller if direction == "in" else None


def _lasted(head: _Head) -> tuple[int, int] | None:
    told = head.values.get("seconds")
    if told and (lasted := cell_values.seconds(told)):
        return lasted
    match = LASTED.search(head.free)
    return cell_values.seconds(match["told"].strip()) if match else None


def _tongue(head: _Head) -> tuple[str | None, bool]:
    told = head.values.get("language")
    if told is None:
        return None, TRANSLATED.search(head.free) is not None
    return re.split(r"[(,;/]", told)[0].strip() or None, TRANSLATED.search(level(told) + " " + head.free) is not None


def _listed(piece: Piece, table: Table, columns: dict[str, int], reader: str) -> Iterator[Intercept]:
    """The communications of a table, a row each; their words are told in a cell."""
    opening = "\n".join(line.text for line in table.before[-40:])
    match = re.search(rf"\b(?:ligne|line|cible|target)\b[^\n\d+]{{0,40}}(?P<number>{_PHONE.pattern})", letters(opening))
    line = _number(match["number"]) if match else None
    for row in table.rows:
        made = _row(piece, row, columns, line, reader)
        if made is not None:
            yield made


def _row(piece: Piece, row: Line, columns: dict[str, int], line: str | None, reader: str) -> Intercept | None:
    words = {name: row.words(at) for name, at in columns.items()}
    day, hour = stamp(words["start"]), stamp(words.get("clock", ""))
    if day is None or day.day is None:
        return None
    clock = day.clock if day.clock is not None else hour.clock if hour else None
    lasted = cell_values.seconds(words.get("seconds", ""))
    fields = tuple(
        Located(name, span(row.page, row.cells[at].start, row.cells[at].end))
        for name, at in columns.items()
        if words[name]
    )
    made = Intercept(
        id=digest("intercept", row.page.id, row.start),
        piece=piece.id,
        reader=reader,
        citations=(Citation(span(row.page, row.start, row.start + len(row.text.rstrip()))),),
        number=words.get("number") or None,
        line=line,
        start=time_of(day.day, clock, None),
        direction=cell_values.way(words.get("way", ""), letters=True),
        correspondent=_number(words.get("other")),
        form="summary" if words["told"] else None,
        fields=fields,
    )
    return replace(made, seconds_low=lasted[0], seconds_high=lasted[1]) if lasted else made
