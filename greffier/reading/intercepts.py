"""Reads intercept sheets: each communication with its line, hour, correspondent, and its words or their summary."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Literal

from greffier.reading import cell_values
from greffier.reading.call_columns import CALLS, OTHERS
from greffier.reading.cell_times import stamp, time_of
from greffier.reading.columns import Meaning, assign, meanings, names_columns
from greffier.reading.intercept_heads import (
    PHONE,
    Head,
    Part,
    correspondent_of,
    direction_of,
    filled,
    lasted,
    number_in,
    read_head,
    tongue,
)
from greffier.reading.intercept_labels import (
    HEAD,
    LABELS,
    NOT_SPEAKERS,
    SOUND,
    VERBATIM,
    letters,
)
from greffier.reading.mention import span
from greffier.reading.tables import Line, Table, find_tables
from greffier.reading.turns import find_turns
from greffier.reading.vocabulary import at_lines, level
from greffier.records import Citation, Found, Intercept, Located, Page, Piece, Span, Spoken, digest

_ENOUGH_WORDS = 6  # that a summary has

TABLE: dict[str, Meaning] = {
    **meanings("intercepts", {"number": str.isdigit, "told": lambda told: len(told.split()) >= 3}),
    **{name: CALLS[name] for name in ("way", "other", "start", "clock", "seconds")},
}


class Intercepts:
    """Finds intercepted communications on the pages of a piece."""

    name = "intercepts"
    version = 3

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
    if not at_lines(HEAD, flat) or not LABELS["line"].search(flat):
        return False
    return any(LABELS[name].search(flat) for name in ("correspondent", "caller", "called"))


def _sheets(piece: Piece, pages: Sequence[Page], reader: str) -> Iterator[Intercept]:
    opening, sheets = _divided(pages)
    common = read_head(opening, ()) if opening else Head()
    for number, parts in sheets:
        head = read_head(parts[:1], number)
        whole = filled(head, common, alone=len(sheets) == 1)
        if whole.start is not None or whole.values.keys() & {"correspondent", "seconds"}:
            yield _intercept(piece, parts, whole, reader)


def _divided(pages: Sequence[Page]) -> tuple[list[Part], list[tuple[tuple[str, Span], list[Part]]]]:
    """What stands before the first sheet, and the sheets: each with its number and its parts, a page each."""
    opening: list[Part] = []
    sheets: list[tuple[tuple[str, Span], list[Part]]] = []
    for page in pages:
        heads = at_lines(HEAD, letters(page.text))
        first = heads[0].start() if heads else len(page.text)
        if page.text[:first].strip():
            (sheets[-1][1] if sheets else opening).append(Part(page, 0, first))
        for at, head in enumerate(heads):
            end = heads[at + 1].start() if at + 1 < len(heads) else len(page.text)
            number = page.text[slice(*head.span("number"))]
            sheets.append(((number, span(page, *head.span("number"))), [Part(page, head.start(), end)]))
    return opening, sheets


def _intercept(piece: Piece, parts: Sequence[Part], head: Head, reader: str) -> Intercept:
    first = parts[0]
    turns = tuple(turn for part in parts for turn in _turns(part, head.fields))
    line = number_in(head.values.get("line")) or _opening_line(parts)
    direction = direction_of(head, line)
    correspondent = correspondent_of(head, line, direction)
    length = lasted(head)
    language, translated = tongue(head)
    return Intercept(
        id=digest("intercept", first.page.id, first.start),
        piece=piece.id,
        reader=reader,
        citations=tuple(Citation(_cited(part)) for part in parts),
        number=head.values.get("number"),
        line=line,
        start=head.start,
        end=head.end,
        seconds_low=length[0] if length else None,
        seconds_high=length[1] if length else None,
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


def _cited(part: Part) -> Span:
    return span(part.page, part.start + len(part.text) - len(part.text.lstrip()), part.start + len(part.text.rstrip()))


def _turns(part: Part, fields: Sequence[Located]) -> Iterator[Spoken]:
    """The turns of a part; what was read as a field of the sheet is nobody's words."""
    taken = {field.span.start for field in fields if field.span.page == part.page.id}
    for turn in find_turns(part.page.text, "intercept", ()):
        label = part.page.text[slice(*turn.label)]
        inside = part.start <= turn.label[0] and turn.end <= part.end
        if inside and turn.start not in taken and not NOT_SPEAKERS.match(letters(label)):
            yield Spoken(label, span(part.page, turn.start, turn.end))


def _sounds(part: Part) -> Iterator[Span]:
    for match in SOUND.finditer(level(part.text)):
        yield span(part.page, part.start + match.start(), part.start + match.end())


def _form(parts: Sequence[Part], turns: Sequence[Spoken]) -> Literal["summary", "verbatim", "mixed"] | None:
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


def _opening_line(parts: Sequence[Part]) -> str | None:
    """The line that the top of the page names in a sentence: « Interception de la ligne 06 … »."""
    top = letters(parts[0].page.text)[: parts[0].start]
    match = re.search(rf"\b(?:ligne|line)\b[^\n\d+]{{0,40}}(?P<number>{PHONE.pattern})", top)
    return number_in(match["number"]) if match else None


def _listed(piece: Piece, table: Table, columns: dict[str, int], reader: str) -> Iterator[Intercept]:
    """The communications of a table, a row each; their words are told in a cell."""
    opening = "\n".join(line.text for line in table.before[-40:])
    match = re.search(rf"\b(?:ligne|line|cible|target)\b[^\n\d+]{{0,40}}(?P<number>{PHONE.pattern})", letters(opening))
    line = number_in(match["number"]) if match else None
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
    length = cell_values.seconds(words.get("seconds", ""))
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
        correspondent=number_in(words.get("other")),
        form="summary" if words["told"] else None,
        fields=fields,
    )
    return replace(made, seconds_low=length[0], seconds_high=length[1]) if length else made
