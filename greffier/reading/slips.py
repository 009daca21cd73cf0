"""Papers of one movement: a delivery note, a weighbridge ticket, a voucher, a receipt; labels with what fills them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from greffier.reading.amount_cells import Measure, container, in_cell
from greffier.reading.handing import together
from greffier.reading.holders import Holder, holders
from greffier.reading.moves import Move, moved
from greffier.reading.on_page import PARTIES, OnPage, is_day
from greffier.reading.paper_fields import Field, alternatives, fields
from greffier.reading.tables import Cell
from greffier.reading.told_amounts import COUNT
from greffier.reading.vocabulary import at_lines, level, table
from greffier.records import Mention, Piece, Time

_LEXICON = table("slips")
_TITLE = re.compile(
    r"[^\n]{0,100}?(?<![\w'])(?:"
    + "|".join(f"(?P<{type_}>{alternatives(told)})" for type_, told in _LEXICON["titles"].items())
    + r")(?=\s*(?:$|\n|[ ]{2}|n°|no\b|nr\b|#|\||[a-z]{0,3}-?\d|:))"
)
_PAID, _VOID, _CARRIERS = (re.compile(alternatives(_LEXICON[name])) for name in ("paid", "void", "carriers"))
_TAKES_IN, _GIVES_OUT = (re.compile(_LEXICON[name].strip()) for name in ("takes_in", "gives_out"))
_LABEL = 24  # characters before a count that may name what was counted
_RULE = re.compile(r"[ \t]*[+|]?[-=_*]{6,}[^\n]*")
_ENDS = re.compile(r"\s{2,}|,|;|\s\(")
_LONGEST = 2000  # characters of a slip


class _Slip(NamedTuple):
    type: str
    start: int
    end: int
    title: tuple[int, int]


def slip_moves(here: OnPage, piece: Piece, reader: str) -> Iterator[Move]:
    """Yield the movement of each slip of a page that has its day, one amount, and a side or a weight."""
    flat = level(here.page.text)
    for slip in _slips(flat):
        text = flat[slip.start : slip.end]
        if _VOID.search(together(text)) or (slip.type == "pay" and not _PAID.search(text)):
            continue
        move = _move(here, piece, slip, _fields(flat, slip), reader)
        if move is not None:
            yield move


def _slips(flat: str) -> Iterator[_Slip]:
    """The slips of a page, each from the line of its title to the next title or rule."""
    titles = at_lines(_TITLE, flat)
    for at, found in enumerate(titles):
        stop = titles[at + 1].start() if at + 1 < len(titles) else len(flat)
        rule = next((one for one in at_lines(_RULE, flat) if one.start() > found.end()), None)
        end = min(stop, rule.start() if rule else stop, found.start() + _LONGEST)
        end = found.start() + len(flat[found.start() : end].rstrip())
        yield _Slip(found.lastgroup or "", found.start(), end, found.span(found.lastgroup or 0))


def _fields(flat: str, slip: _Slip) -> list[Field]:
    """The fields below the title of a slip, and those behind it in its line."""
    return list(fields(flat, slip.title[1], slip.end))


def _move(here: OnPage, piece: Piece, slip: _Slip, fields: list[Field], reader: str) -> Move | None:
    time, made = _time(here, slip), () if slip.type == "pay" else _counted(here, piece, fields, reader)
    listed = () if made or slip.type != "deliver" else _listed(here, slip)
    amount = None if made or listed else _amount(here, slip, fields)
    amounts = (amount,) if amount else listed or made
    if time is None or not amounts:
        return None
    named, to = (_holders(here, piece, fields, name, reader) for name in ("giver", "taker"))
    title = level(here.page.text[slice(*slip.title)])
    takes, gives = _TAKES_IN.search(title) is not None, _GIVES_OUT.search(title) is not None
    issuer = _issuer(here, slip)
    givers = (gives and issuer) or named or (() if takes else issuer)  # « Remis par » is the clerk of its store
    takers = (takes and issuer) or to
    if slip.type == "weigh" and not (named and takers):
        return Move(slip.start, slip.end, "weigh", time, (), (), amounts)
    if not (givers or takers) or {one.mention.id for one in givers} & {one.mention.id for one in takers}:
        return None
    type_ = "pay" if slip.type == "pay" else "deliver"
    return Move(slip.start, slip.end, type_, time, givers, takers, amounts, (), made)


def _listed(here: OnPage, slip: _Slip) -> tuple[Mention, ...]:
    """What the lines of a note count at their ends: `CSB 25 kg   300 bags`, `oil   90 cartons`."""
    told: list[Mention] = []
    at = here.page.text.find("\n", slip.title[1]) + 1
    for line in here.page.text[at : slip.end].split("\n") if at else ():
        end = at + len(line.rstrip())
        last = next((one for one in here.within(at, end, "quantity") if one.span.end == end and moved(one)), None)
        if last is not None and last.quantity and last.quantity.dimension == "count" and last.quantity.container:
            told.append(last)
        at += len(line) + 1
    return tuple(told)


def _counted(here: OnPage, piece: Piece, fields: list[Field], reader: str) -> tuple[Mention, ...]:
    """What the first field of a count holds, which no reader saw: « Sacs : 350 »."""
    for field in fields:
        if field.name == "count":
            words = here.page.text[field.start : field.end]
            end = field.start + len(words.split("  ")[0].rstrip())
            label = level(here.page.text[max(0, field.start - _LABEL) : field.start])
            _, made = in_cell(here, piece, Cell(field.start, end), Measure(COUNT, None, container(label)), reader)
            if made:
                return made
    return ()


def _holders(here: OnPage, piece: Piece, fields: list[Field], name: str, reader: str) -> tuple[Holder, ...]:
    for field in fields:
        if field.name == name:
            cut = _ENDS.search(here.page.text, field.start, field.end)
            found = holders(here, piece, field.start, cut.start() if cut else field.end, reader)
            if found:
                return tuple(found[:1])
    return ()


def _issuer(here: OnPage, slip: _Slip) -> tuple[Holder, ...]:
    """Whose name stands over a delivery note: the supplier, unless his business is to carry."""
    if slip.type != "deliver":
        return ()
    head = here.page.text.find("\n", slip.title[1])
    named = list(here.within(slip.start, head if head > 0 else slip.end, *PARTIES))
    if len(named) != 1 or _CARRIERS.search(level(named[0].span.exact)):
        return ()
    return (Holder(named[0], made=False),)


def _amount(here: OnPage, slip: _Slip, fields: list[Field]) -> Mention | None:
    """The amount of a slip: in its field, else the only one, or the first of what stands without a label."""
    money = slip.type == "pay"
    for field in fields:
        if field.name in ("net", "amount"):
            inside = [
                one for one in here.within(field.start, field.end, "quantity") if moved(one) and _fits(one, money)
            ]
            if len(inside) == 1:
                return inside[0]
    labelled = [(field.start, field.end) for field in fields if field.name == "still"]
    free = [
        one
        for one in here.within(slip.title[1], slip.end, "quantity")
        if moved(one) and _fits(one, money) and not any(start <= one.span.start < end for start, end in labelled)
    ]
    values = {(one.quantity.low, one.quantity.unit) for one in free if one.quantity}
    if money and len(values) != 1:
        return None
    return free[0] if free else None


def _fits(one: Mention, money: bool) -> bool:
    return one.quantity is not None and (one.quantity.dimension == "money") == money


def _time(here: OnPage, slip: _Slip) -> Time | None:
    """The first day of a slip, with the hour that is told of the same day."""
    days = [one.time for one in here.within(slip.start, slip.end, "date") if one.time and is_day(one.time)]
    if not days:
        return None
    hours = [one for one in days if "T" in one.earliest and one.earliest[:10] == days[0].earliest[:10]]
    return hours[0] if hours else days[0]
