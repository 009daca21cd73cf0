"""A balance carried from row to row of a statement, a register, a stock card; the row in which it does not follow."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from greffier.assembling.checking import Hit, Material, Words, cite
from greffier.assembling.columns import TOTAL, Line, lines
from greffier.assembling.figures import Figure
from greffier.assembling.rulebook import Rule
from greffier.records import Page

_CELL = re.compile(r"(?:[;|\t]|[ ]{2})[ ]*[-+]?$")
_FEWEST = 3  # rows in which the balance follows, before one that does not is worth a question
_SECONDS = re.compile(r"\b\d{1,2}:\d{2}:\d{2}\b")  # rows of calls: their last figure is how long they took


@dataclass(frozen=True, slots=True)
class _Step:
    """A row with its balance and the balance of the row above."""

    row: Line
    before: Figure
    balance: Figure

    @property
    def moved(self) -> tuple[Figure, ...]:
        """The other figures of the row."""
        return tuple(one for one in self.row.figures if one != self.balance)

    @property
    def follows(self) -> bool:
        """Whether the balance is the one above, with one of the figures added or taken off, or two of them."""
        change = self.balance.worth - self.before.worth
        told = [one.worth for one in self.moved]
        single = any(change in (one, -one) for one in told)
        return bool(change) and (single or any(change == one - other for one in told for other in told))


def balance_breaks(material: Material, rule: Rule) -> Iterator[Hit]:
    """A row whose balance does not follow from the row above, in a table in which nearly all do."""
    for page in material.known.ordered_pages():
        if page.near_duplicate_of is None:
            for table in _tables(page.text):
                yield from _breaks(page, table)


def _breaks(page: Page, table: list[_Step]) -> Iterator[Hit]:
    stays = sum(step.balance.worth == step.before.worth for step in table)  # carried forward: proves nothing
    wrong = [at for at, step in enumerate(table) if not step.follows and step.balance.worth != step.before.worth]
    if any(_SECONDS.search(step.row.text) for step in table):
        return
    slip = len(wrong) == 1 or (len(wrong) == 2 and wrong[1] == wrong[0] + 1)  # a wrong balance breaks the row below too
    if slip and len(table) - len(wrong) - stays >= _FEWEST and table[wrong[0]].moved:
        first = table[wrong[0]]
        rest = tuple(cite(page, one.start, one.end) for one in (first.before, *first.moved[-1:]))
        words: Words = {
            "row": " ".join(first.row.text.split())[:80],
            "before": page.text[first.before.start : first.before.end],
            "balance": page.text[first.balance.start : first.balance.end],
        }
        yield Hit(
            (*rest, cite(page, first.balance.start, first.balance.end, "contradicts")), page.origin != "ocr", words
        )


def _tables(text: str) -> Iterator[list[_Step]]:
    """Yield runs of rows whose last figures stand in one column; a total ends a run."""
    above: Line | None = None
    steps: list[_Step] = []
    for line in lines(text):
        if above is not None and _same_table(above, line):
            steps.append(_Step(line, above.figures[-1], line.figures[-1]))
        elif steps:
            yield steps
            steps = []
        above = line if line.figures and not TOTAL.search(line.text) else None
    if steps:
        yield steps


def _same_table(above: Line, line: Line) -> bool:
    if not line.figures or TOTAL.search(line.text) or above.celled != line.celled:
        return False
    return line.of(above.columns[-1], line.celled) == line.figures[-1] and _alone(line) and _alone(above)


def _alone(line: Line) -> bool:
    """Whether the last figure of a row is a cell of its own: `TOWN-1` is none."""
    before = line.text[: line.figures[-1].start - line.start]
    return _CELL.search(before) is not None
