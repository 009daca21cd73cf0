"""Quantities in lists and accounts: what the head of a column, the name of a row or the shape of a sum says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from greffier.reading.cell_values import seconds
from greffier.reading.columns import plain as named
from greffier.reading.currencies import coded, spent
from greffier.reading.goods import in_cell
from greffier.reading.lasting import DURATION, heads_columns
from greffier.reading.multiples import Sheet
from greffier.reading.tables import Line, Table, find_tables
from greffier.reading.told_amounts import COUNT, Amount
from greffier.reading.told_numbers import number
from greffier.reading.units import UNITS, Unit, written
from greffier.reading.vocabulary import level, table
from greffier.records import Page

Placed = tuple[int, Amount]

_LEXICON = table("measures")
_MONEY, _COUNT, _NEVER, _STATEMENT = (
    re.compile(_LEXICON[name].strip()) for name in ("money", "count", "never", "statement")
)
_WEIGHT, _WEIGHED = (re.compile(_LEXICON[name]) for name in ("weight", "weighed"))
_SECONDS = Unit("s", "duration", Decimal(1))
_KILOS = Unit("kg", "mass", Decimal(1))
_APART = re.compile(r"\S(?: {2,}|\t+| ?\| ?)\S")
_UNIT = re.compile(r"[(\[]\s*(?P<inside>[^\s)\]]{1,12})\s*[)\]]|\b(?:en|in)\s+(?P<after>[a-z€$£%]{1,12})\s*$")
_READ_RIGHT = str.maketrans("OolI", "0011")
_CLOCKED = re.compile(r"[\dOolI]{1,2}:[\dOolI]{2}(?::[\dOolI]{2})?|[\dOolI]{1,3}['’′](?:[\dOolI]{2}(?:[\"”″]|''|’’)?)?")
_LASTING = re.compile(
    r"\bdur(?:ee|ation|\.)(?: (?:de|of) [^:\n\d]{1,40})?[ ]?:?[ ]"
    r"(?P<told>\d{1,2}:\d\d(?::\d\d)?|\d{1,3}'(?:\d\d(?:\"|'')?)?)(?![\w:])"
)
_SUM = re.compile(
    r"(?:(?<=[ \t|]{2})|(?<=\t)|(?<=: )|(?<=\| ))[+-]?"
    r"(?P<sum>(?:[\dOol]{1,3}(?:[ .,][\dOol]{3}){1,3}|[\dOol]{1,9})[.,][\dOol]{2})[ ]?(?=$|\n|[ ]{2}|\t|\|)"
)
_ROUND = re.compile(
    r"(?:(?<=[ \t|]{2})|(?<=\t)|(?<=: )|(?<=\| ))[+-]?(?P<sum>\d{1,3}(?:[ .,]\d{3}){1,2})[ ]?(?=$|\n|[ ]{2}|\t|\|)"
)
_WITHOUT_CENTS = frozenset("XOF XAF XPF GNF MGA CDF RWF BIF KMF DJF UGX TZS".split())
_WHAT = re.compile(_LEXICON["what"].strip())
_TOLD_UNIT = re.compile(r"\b(?:en|in) (?P<after>[a-z]{1,8})\b|\((?:en |in )?(?P<inside>[a-z]{1,8})\)")
_WAYS = re.compile(r"(?:in|out|entrees?|sorties?|received|issued|recus?)$")
_AS_SUM = re.compile(r"\d[ ,.]\d{3}\b|[.,]\d\d$")
_ABOVE = 4  # lines over a table in which its unit may stand
_KILOS_FROM = 500  # what stands in the columns of a weighbridge without its unit is kilos from here on
_GOODS = frozenset(("mass", "volume", "count"))
_CLOCKS = frozenset({"heure", "heures", "hour", "h"})  # when, where a column bears that name alone
_FEWEST = 2  # sums that make a page a statement


def tabulated(sheet: Sheet, page: Page) -> Iterator[Placed]:
    """Yield what stands in cells of tables, in durations by their label and at the ends of the lines of accounts."""
    flat = level(page.text)
    if "dur" in flat:
        for match in _LASTING.finditer(flat):
            yield from _lasting(sheet, *match.span("told"))
    parted = any(sign in page.text for sign in ("  ", "\t", "|"))
    if not parted or _APART.search(page.text) is None:
        return
    for laid in find_tables([page], lambda line: heads_columns(line, lambda name: _tells(sheet, name))):
        if laid.head:
            yield from _in_table(sheet, laid)
    if _STATEMENT.search(flat):
        yield from _sums(sheet, page.text)


def _tells(sheet: Sheet, name: str) -> bool:
    return _measure(sheet, name) is not None or _WEIGHED.search(named(name)) is not None


def _measure(sheet: Sheet, name: str) -> Unit | None:
    """What a column of this name measures; None where the name does not say."""
    flat, short = level(name), named(name)
    found = _UNIT.search(flat)
    told = (found["inside"] or found["after"]) if found is not None else flat.strip()
    exact = name[found.start("inside") : found.end("inside")] if found is not None else ""
    unit = written(exact, sheet.language) or _alone(told)
    if unit is not None:
        return unit if told not in _CLOCKS else None
    if _NEVER.search(short):
        return None
    if DURATION.search(short):
        return _SECONDS
    if _COUNT.search(short):
        return COUNT
    if coded(name) is None and _MONEY.search(short) is None:
        return None
    return Unit(coded(name) or spent(sheet.text, sheet.language), "money", Decimal(1))


def _alone(told: str) -> Unit | None:
    """The unit that this word is by itself."""
    return next((kind for words, kind in UNITS.get(told, ()) if len(words) == 1), None)


def _in_table(sheet: Sheet, table: Table) -> Iterator[Placed]:
    measures = [_measure(sheet, table.head[-1].words(at)) for at in range(table.width)]
    if any(_WEIGHED.search(named(table.name(at))) for at in range(table.width)):
        measures = [told or _weight(table, at) for at, told in enumerate(measures)]
    if (money := _balanced(table, measures)) is not None:
        measures = [told or (money if _WAYS.match(named(table.name(at))) else None) for at, told in enumerate(measures)]
    what = next((at for at in range(table.width) if _WHAT.match(named(table.name(at)))), None)
    for row in table.rows:
        for at, measure in enumerate(measures):
            if measure is None or not row.words(at):
                continue
            cell = row.cells[at]
            if measure.dimension == "duration":
                yield from _lasting(sheet, cell.start, cell.end, measure)
            else:
                of = (
                    in_cell(sheet.tokens, sheet.at(row.cells[what].start), row.words(what))
                    if what is not None and row.words(what)
                    else None
                )
                for placed, told in _number(sheet, cell.start, cell.end, _of_row(row, measure)):
                    yield placed, replace(told, good=of) if told.unit.dimension in _GOODS else told


def _balanced(table: Table, measures: Sequence[Unit | None]) -> Unit | None:
    """The money of a balance whose columns of what came in and went out bear no more than `In`, `Out`; None where the
    cells have no cents and no thousands, as those of a store card."""
    ways = [at for at in range(table.width) if _WAYS.match(named(table.name(at)))]
    money = next((told for told in measures if told is not None and told.currency), None)
    sums = [cell for at in ways for cell in table.column(at) if _AS_SUM.search(cell)]
    return money if len(ways) > 1 and sums else None


def _weight(table: Table, at: int) -> Unit | None:
    """The unit of a column of weights that its name does not tell: that of the title over the table, else kilos where
    all of them are as heavy as what a weighbridge weighs."""
    if not _WEIGHT.search(named(table.name(at))) or _NEVER.search(named(table.name(at))):
        return None
    above = " ".join(level(line.text) for line in (*table.before[-_ABOVE:], *table.head))
    told = [_alone(match["after"] or match["inside"]) for match in _TOLD_UNIT.finditer(above)]
    masses = [kind for kind in told if kind is not None and kind.dimension == "mass"]
    if masses:
        return masses[-1]
    cells = [re.sub(r"[ .,']", "", cell) for cell in table.column(at)]
    heavy = bool(cells) and all(cell.isdigit() and int(cell) >= _KILOS_FROM for cell in cells)
    return _KILOS if heavy and not any(re.search(r"[.,]\d\d?$", cell) for cell in table.column(at)) else None


def _of_row(row: Line, measure: Unit) -> Unit:
    """The unit that the name of a row tells: the grams of « résine, en grammes » in a column of counts."""
    if measure is not COUNT:
        return measure
    for at in range(len(row.cells)):
        found = _UNIT.search(level(row.words(at)))
        told = (found["inside"] or found["after"]) if found is not None else None
        if (unit := _alone(told or "")) is not None:
            return unit
    return measure


def _number(sheet: Sheet, start: int, end: int, kind: Unit) -> Iterator[Placed]:
    """The number that a cell holds and nothing else."""
    at = sheet.at(start)
    told = number(sheet, at)
    if told is None or sheet.tokens[told.end - 1].end != end or (told.raw is not None and len(told.raw) > 15):
        return
    value = told.worth(sheet.habit, money=kind.currency is not None or kind is COUNT)
    if value is None or (kind is COUNT and value != value.to_integral_value()):
        return
    value = kind.convert(value)
    yield at, Amount(value, value, kind, told.end)


def _lasting(sheet: Sheet, start: int, end: int, kind: Unit = _SECONDS) -> Iterator[Placed]:
    """The duration that a cell holds: `0:02:10`, `2'15`, « 1 min 24 », in seconds or in the unit of its column."""
    words = sheet.text[start:end]
    if words.isdigit() and kind.factor != 1:
        yield from _number(sheet, start, end, kind)
        return
    told = seconds(words.translate(_READ_RIGHT) if _CLOCKED.fullmatch(words) else words)
    if told is None:
        return
    at = sheet.at(start)
    after = sheet.at(end)
    if after > at:
        yield at, Amount(Decimal(told[0]), Decimal(told[1]), _SECONDS, after)


def _sums(sheet: Sheet, text: str) -> Iterator[Placed]:
    """The sums with their cents in a statement of account, an invoice, or round where money has none: alone in their
    column or after a label."""
    money = Unit(spent(text, sheet.language), "money", Decimal(1))
    found = list((_ROUND if money.kept in _WITHOUT_CENTS else _SUM).finditer(text))
    if len(found) < _FEWEST:
        return
    for match in found:
        yield from _number(sheet, *match.span("sum"), money)
