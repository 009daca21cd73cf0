"""A movement that a row tells, and the event it makes: type, sides, amounts and things, cited by the row."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from greffier.reading.handing import Sides
from greffier.reading.holders import Holder
from greffier.reading.mention import span
from greffier.reading.on_page import OnPage
from greffier.records import Citation, Event, Mention, Piece, Role, Time, digest

_ROLES = {  # type → who gives, who takes
    "deliver": ("agent", "recipient"),
    "receive": ("source", "recipient"),
    "pay": ("agent", "recipient"),
    "buy": ("seller", "agent"),
    "sell": ("agent", "buyer"),
    "weigh": ("agent", "recipient"),
}
MOVED = frozenset(("mass", "count", "volume", "money"))


class Move(NamedTuple):
    """What a row tells; `made` are amounts that no reader had seen."""

    start: int
    end: int
    type: str
    time: Time | None
    givers: tuple[Holder, ...]
    takers: tuple[Holder, ...]
    amounts: tuple[Mention, ...] = ()
    things: tuple[Mention, ...] = ()
    made: tuple[Mention, ...] = ()


def records(here: OnPage, piece: Piece, move: Move, reader: str) -> Iterator[Mention | Event]:
    """Yield the event of a movement after the mentions that only its row makes."""
    gives, takes = _ROLES[move.type]
    sides = [(gives, one) for one in move.givers] + [(takes, one) for one in move.takers]
    yield from (one.mention for _, one in sides if one.made)
    yield from move.made
    roles = [Role(name, one.mention.id, _name(one.mention), one.mention.span) for name, one in sides]
    roles += [Role("object", one.id, _name(one), one.span) for one in move.things]
    yield Event(
        id=digest("event", here.page.id, move.start, move.type),
        type=move.type,
        piece=piece.id,
        reader=reader,
        citations=(Citation(span(here.page, move.start, move.end)),),
        time=move.time,
        roles=tuple(roles),
        quantities=tuple(one.id for one in move.amounts),
    )


def _name(one: Mention) -> str:
    return one.normalised or one.span.exact


def kind_of_move(sides: Sides, amounts: tuple[Mention, ...]) -> str:
    """Money is paid; goods that came are received, others delivered."""
    if amounts and all(one.quantity is not None and one.quantity.dimension == "money" for one in amounts):
        return "pay"
    return "receive" if sides.way == "in" else "deliver"


def between(sides: Sides, keeper: Holder | None, way: str | None) -> Sides:
    """The sides with the keeper of the register for the one that its rows leave out: he takes what came in."""
    way = sides.way or way
    givers, takers = sides.givers, sides.takers
    if keeper is not None and way == "in" and not takers:
        takers = (keeper,)
    elif keeper is not None and way == "out" and not givers:
        givers = (keeper,)
    same = {one.mention.id for one in givers} & {one.mention.id for one in takers}
    return Sides(() if same else givers, takers, "in" if way == "in" else "out" if way == "out" else None)


def moved(one: Mention, *, gross: bool = False) -> bool:
    """Whether an amount can be what a row moved: a mass, a sum, a count; no tare, no price of one, no nothing."""
    told = one.quantity
    if told is None or told.dimension not in MOVED or told.low <= 0:
        return False
    return told.basis is None or told.basis == "net" or (gross and told.basis == "gross")
