"""Parts that do not add up to the total below them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import accumulate, combinations

from greffier.assembling.checking import Hit, Material, cite
from greffier.assembling.columns import Column, Line, columns
from greffier.assembling.figures import Figure
from greffier.assembling.rulebook import Rule
from greffier.records import Page

_FEWEST = 3  # parts; of two figures and a third nobody knows that they are a sum
_FEWEST_MADE = 2  # parts, where each is a number times a price or a face value: those are added up below
_FURTHEST = Decimal("0.2")  # share of the total; what is further off is no sum of these figures
_LESS = re.compile(
    r"\b(?:less|minus|deduct\w*|discount|returned|refund\w*|paid|payments?|balance|brought|carried|forward|of which"
    r"|included?|including|ex|moins|déduire|déduction|retenue|remise|avoir|acompte|versé|payé|solde|report(?:er|é)?"
    r"|dont|inclus|compris|y compris|rate|taux|price|prix|year|année|no|n°)\b|\(\s*\d[\d.,\s]*\)|(?<![\w\d])-\s?\d",
    re.IGNORECASE,
)  # rows that are taken off, or told for another reason
_NAME = re.compile(r"[^\W\d_a-zà-ÿ]{4,}")  # words in capitals
_TITLES = frozenset("TOTAL TOTALS TOTAUX SUBTOTAL SOUS GRAND ENSEMBLE MONTANT AMOUNT NETT SOMME".split())


def parts_differ(material: Material, rule: Rule) -> Iterator[Hit]:
    """A column of figures above a total that they do not make, and no part of the column makes either."""
    for page in material.known.ordered_pages():
        if page.near_duplicate_of is None:
            for told in columns(page.text):
                column = _of_one_name(told)
                if _differs(column):
                    yield _hit(page, column)


def _of_one_name(column: Column) -> Column:
    """The rows that bear the name in the line of the total (`Supplier total KORBEN LTD`), where only some do."""
    named = set(_NAME.findall(column.line.text)) - _TITLES
    rows = [
        (row, part) for row, part in zip(column.rows, column.parts, strict=True) if named & set(_NAME.findall(row.text))
    ]
    if len(rows) < _FEWEST or len(rows) == len(column.rows):
        return column
    return replace(column, rows=tuple(row for row, _ in rows), parts=tuple(part for _, part in rows))


def _made(row: Line, part: Figure) -> bool:
    """Whether a row multiplies: `212 × 50 = 10 600`, `5 loads @ 310.00  1,550.00`."""
    others = [one.worth for one in row.figures if one is not part]
    return any(one * other == part.worth for one, other in combinations(others, 2) if 1 not in (one, other))


def _differs(column: Column) -> bool:
    made = all(_made(row, part) for row, part in zip(column.rows, column.parts, strict=True))
    fewest = _FEWEST_MADE if made else _FEWEST
    if len(column.parts) < fewest or any(_LESS.search(row.text) for row in (*column.rows, column.line)):
        return False
    pointed = sum((part.readings[-1] for part in column.parts), Decimal(0))
    return pointed != column.total.readings[-1] and _no_sum([part.worth for part in column.parts], column.total.worth)


def _no_sum(parts: list[Decimal], total: Decimal) -> bool:
    """Whether the parts nearly make the total and do not: no rounding, no row that belongs elsewhere explains it."""
    off = abs(sum(parts, Decimal(0)) - total)
    rounded = Decimal(len(parts)) if any(part != int(part) for part in parts) and total == int(total) else Decimal(0)
    if off <= rounded or not total or off > _FURTHEST * total or off in parts:
        return False
    ends = list(accumulate(parts, initial=Decimal(0)))
    return all(last - first != total for at, first in enumerate(ends) for last in ends[at + 1 :])


def _hit(page: Page, column: Column) -> Hit:
    made = sum((part.worth for part in column.parts), Decimal(0))
    parts = tuple(cite(page, part.start, part.end) for part in column.parts)
    total = cite(page, column.total.start, column.total.end, "contradicts")
    words = {"parts": f"{made:f}", "total": page.text[column.total.start : column.total.end]}
    return Hit((*parts, total), page.origin != "ocr", words)
