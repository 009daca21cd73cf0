"""What the cell of a column of amounts holds: what another reader saw in it, else the number that it is."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from greffier.reading.book_heads import Book
from greffier.reading.cell_values import amount
from greffier.reading.columns import plain
from greffier.reading.currencies import coded, spent
from greffier.reading.goods import CONTAINERS
from greffier.reading.mention import mention
from greffier.reading.moves import moved
from greffier.reading.on_page import OnPage
from greffier.reading.tables import Cell, Table
from greffier.reading.told_amounts import COUNT
from greffier.reading.units import UNITS, Unit
from greffier.reading.vocabulary import level, table
from greffier.records import Mention, Page, Piece, Quantity

_LEXICON = table("measures")
_MONEY = re.compile(_LEXICON["money"].replace("\n", "").replace(" |", "|").strip())
_CENTS = re.compile(r"^[-+]?[\d  .,']*\d[.,]\d\d")
_THOUSANDS = re.compile(r"\d{1,3}(?:[,. ]\d{3})+")
_GOODS = frozenset(("mass", "volume"))
_INSIDE = re.compile(r"^(?P<good>[a-z][a-z '-]{2,30}?)\s*[(\[]\s*(?:en )?(?P<unit>[a-z]{1,8})\s*[)\]]$")
_NO_GOOD = re.compile(
    r"\b(?:poids|weight|net|qte|qty|quantite|quantity|volume|masse|montant|amount|in|out|entree|sortie|recu|received|issued)\w*\b"
)


class Measure(NamedTuple):
    """What a column counts: a unit, what is measured in it and what it was counted in."""

    unit: Unit
    good: str | None = None
    container: str | None = None


def measure(laid: Table, at: int, here: Page, told: Book, *, money: bool) -> Measure:
    """Return what the column at this place counts, by its name, what it holds, and the book it stands in."""
    name = laid.name(at)
    code, unit = coded(name), _unit(plain(name))
    if code is not None or (unit is None and (money or _MONEY.search(plain(name)) or _in_cents(laid, at))):
        currency = code or told.currency or spent(here.text, here.language or "fr")
        return Measure(Unit(currency, "money", Decimal(1)))
    inside = _INSIDE.match(level(name).strip())
    kept = unit or (_unit(told.unit) if told.unit else None) or COUNT
    of = inside["good"] if inside and not _NO_GOOD.search(inside["good"]) else told.good
    counted = container(plain(name)) or (container(told.unit) or told.unit if told.unit and kept is COUNT else None)
    return Measure(kept, of, counted)


def _in_cents(laid: Table, at: int) -> bool:
    """Whether every sum of a column has its cents: one of goods has none, or is weighed by the kilo."""
    cells = laid.column(at)
    return len(cells) > 1 and all(_CENTS.fullmatch(cell.strip()) for cell in cells) and not _unit(plain(laid.name(at)))


def _unit(name: str) -> Unit | None:
    """The unit that a name tells; the litres of `205 l drums` say how large a drum is."""
    told = name.split()
    for before, word in zip(("", *told), told, strict=False):
        for words, unit in UNITS.get(word, ()):
            if len(words) == 1 and unit.dimension in _GOODS and not before.isdigit():
                return unit
    return None


def container(name: str) -> str | None:
    """What a name says that things are counted in: sacks, drums."""
    return next(
        (str(slug) for word in name.split() for words, slug in CONTAINERS.get(word, ()) if len(words) == 1), None
    )


def in_cell(
    here: OnPage, piece: Piece, cell: Cell, of: Measure, reader: str
) -> tuple[tuple[Mention, ...], tuple[Mention, ...]]:
    """Return the amounts of a cell, and those of them that no reader had seen."""
    money = of.unit.dimension == "money"
    found = [one for one in here.within(cell.start, cell.end, "quantity") if moved(one) and (_is_money(one) == money)]
    if found:
        return tuple(found[:1]), ()
    value = _number(here.page.text[cell.start : cell.end], of)
    if value is None or value <= 0 or here.at(cell.start, cell.end, "quantity") is not None:
        return (), ()
    value = of.unit.convert(value)
    currency = of.unit.currency
    told = Quantity(value, value, of.unit.kept, of.unit.dimension, currency, of.good, of.container)
    made = mention(here.page, piece, cell.start, cell.end, "quantity", reader, quantity=told)
    return (made,), (made,)


def _is_money(one: Mention) -> bool:
    return one.quantity is not None and one.quantity.dimension == "money"


def _number(words: str, of: Measure) -> Decimal | None:
    told = words.strip()
    if of.unit.dimension != "money" and _THOUSANDS.fullmatch(told) and of.unit is COUNT:
        return Decimal(re.sub(r"\D", "", told))
    value = amount(told)
    if of.unit is COUNT and value is not None and value != value.to_integral_value():
        return None
    return value
