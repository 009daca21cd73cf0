"""Movements from lines that a date opens and no head names: chains of custody, parts of a register headed IN and OUT.

`03/03/22 10:15  from PAGE  to KESTREL   to lab, by hand`, « 28/09 10h00 | remis à l'agent 12 par le cdt X | 6 000 »,
or below « Sorties » a date, a quantity and whatever is written beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from greffier.reading.exhibit_heads import Thing, thing
from greffier.reading.handing import Sides, Way, heading_way, keeps, planned, sides, still
from greffier.reading.holders import Holder
from greffier.reading.moves import Move, between, kind_of_move, moved
from greffier.reading.on_page import PARTIES, OnPage, is_day
from greffier.reading.tables import Line, lines
from greffier.records import Mention, Piece

_LEAD = re.compile(r"[\s|*•-]*(?:(?:n°|no\.?|nr|#)?\s*[\w/-]{0,10}\d[\w/-]{0,10}\s*\|?\s*)?", re.IGNORECASE)
_PARTED = re.compile(r"(?:[ ]?hrs?\b)?(?:[ ]{2}|[ ]?[|;\t:–-])")  # in prose nothing parts a date from its sentence
_MOST = 4  # lines by which a row goes on
_TITLES = 8  # lines in which a page says what it keeps
_FEWEST = 2  # dated lines of a register


class _Part(NamedTuple):
    """What holds for the lines below a heading: their way, whom it names, the thing they are of."""

    way: Way | None = None
    told: Sides = Sides()
    thing: Thing = Thing()


class _Row(NamedTuple):
    line: Line
    date: Mention
    end: int


def dated_moves(here: OnPage, piece: Piece, keeper: Holder | None, reader: str) -> Iterator[Move]:
    """Yield the movements of the dated lines of a page that keeps what came and went."""
    told = list(lines([here.page]))
    title = "\n".join(line.text for line in told[:_TITLES])
    dated = [_date(here, line) for line in told]
    if sum(date is not None for date in dated) < _FEWEST or planned(title):
        return
    known, part = keeps(title), _Part()
    for at, (line, date) in enumerate(zip(told, dated, strict=True)):
        if date is None:
            part = _part(here, piece, line, part, reader)
            continue
        row = _Row(line, date, _end(told, dated, at))
        headed = known or part.way is not None
        move = _move(here, piece, row, part, keeper if headed else None, headed, reader)
        if move is not None:
            yield move
            part = part._replace(thing=part.thing._replace(weights=()))  # it was taken in once


def _date(here: OnPage, line: Line) -> Mention | None:
    """The day that opens a line and is parted from the rest, be there the number of an entry before it."""
    first = next(here.within(line.start, line.end, "date"), None)
    if first is None or first.time is None or not is_day(first.time):
        return None
    opens = _LEAD.fullmatch(here.page.text, line.start, first.span.start)
    return first if opens and _PARTED.match(here.page.text, first.span.end) else None


def _end(told: Sequence[Line], dated: Sequence[Mention | None], at: int) -> int:
    """Where a row ends: the lines below that stand further in go on with it."""
    end, margin = told[at].end, _margin(told[at])
    for line, date in zip(told[at + 1 : at + 1 + _MOST], dated[at + 1 : at + 1 + _MOST], strict=True):
        if date is not None or _margin(line) <= margin + 3 or line.start - end > 1:
            break
        end = line.end
    return end


def _margin(line: Line) -> int:
    return len(line.text) - len(line.text.lstrip())


def _part(here: OnPage, piece: Piece, line: Line, part: _Part, reader: str) -> _Part:
    """What holds below a line that is no row: a heading tells anew, an exhibit its weight; others change nothing."""
    told = thing(here, line)
    if told is not None:
        return part._replace(thing=told)
    way = heading_way(line.text)
    if way is not None:
        return _Part(way, sides(here, piece, line.start, line.end, reader))
    return part


def _move(
    here: OnPage, piece: Piece, row: _Row, part: _Part, keeper: Holder | None, known: bool, reader: str
) -> Move | None:
    start, end = row.date.span.end, row.end
    if still(here.page.text[start:end]):
        return None
    told = sides(here, piece, start, end, reader, part.way)
    if not (told.givers or told.takers) and not told.way:
        told = Sides(part.told.givers, part.told.takers)
    between_whom = between(told, keeper, part.way)
    amounts = _amounts(here, row) or part.thing.weights
    if not amounts and not (told.givers or told.takers):
        return None  # `opened in my presence`
    things = tuple(here.within(start, end, "seal")) or part.thing.marks
    if not (between_whom.givers or between_whom.takers) or not (amounts or (things and known)):
        return None
    type_ = kind_of_move(between_whom, amounts)
    if not known and not (type_ == "pay" and told.way and any(map(_is_party, (*told.givers, *told.takers)))):
        return None
    text = here.page.text[row.line.start : end]
    return Move(
        row.line.start, row.line.start + len(text.rstrip()), type_, row.date.time, *between_whom[:2], amounts, things
    )


def _is_party(one: Holder) -> bool:
    return one.mention.kind in PARTIES


def _amounts(here: OnPage, row: _Row) -> tuple[Mention, ...]:
    """The first amount of a row that was moved; what is left, kept or resealed is told after it."""
    found = (one for one in here.within(row.date.span.end, row.end, "quantity") if moved(one))
    return tuple(one for one, _ in zip(found, range(1), strict=False))
