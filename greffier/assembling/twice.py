"""A number that was given twice: to two papers of one kind, two rows of a book, two things under one seal."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from greffier.assembling.blank_cells import of_seals
from greffier.assembling.checking import Hit, Material, cite, line_at
from greffier.assembling.headed import Headed, headed
from greffier.assembling.lookup import Lookup
from greffier.assembling.rulebook import Rule
from greffier.assembling.series import columns
from greffier.assembling.tabled import tables
from greffier.assembling.times import one_day
from greffier.records import Page
from greffier.text import key

_HEAD = 400  # characters of a paper, after its number, in which it tells its day
_FEWEST = 4  # rows of a book whose numbers run on
_SEAL = 4  # digits and letters of the number of a seal, at least


def number_twice(material: Material, rule: Rule) -> Iterator[Hit]:
    """One number on two papers or rows of different days, or in two rows of a column of seals."""
    known = material.known
    for papers in headed(known).values():
        yield from _on_papers(known, papers)
    for page in known.typed_pages():
        yield from _in_rows(known, page)
        yield from _in_seals(page)


def _on_papers(known: Lookup, papers: list[Headed]) -> Iterator[Hit]:
    """Two papers of a run of numbers that bear the same one and tell other days; a second sheet tells none."""
    by_number: dict[int, list[Headed]] = defaultdict(list)
    for one in papers:
        by_number[int(one.digits)].append(one)
    for number, same in sorted(by_number.items()):
        runs_on = any(abs(number - other) == 1 for other in by_number)
        days = [_day(known, one.page, one.end, one.end + _HEAD) for one in same]
        for (one, day), (two, later) in pairwise(zip(same, days, strict=True)):
            if runs_on and day and later and day != later:
                cited = cite(one.page, one.start, one.end), cite(two.page, two.start, two.end, "contradicts")
                yield Hit(cited, False, {"number": f"{one.head}{one.digits}"})


def _in_rows(known: Lookup, page: Page) -> Iterator[Hit]:
    """Two rows that follow each other in a book with the same number and other days, where all other numbers run on."""
    for column in columns(page.text):
        steps = [int(two["digits"]) - int(one["digits"]) for (_, one), (_, two) in pairwise(column)]
        if len(column) < _FEWEST or sorted(steps) != [0, *[1] * (len(steps) - 1)]:
            continue
        (at, one), (then, _) = column[steps.index(0)], column[steps.index(0) + 1]
        first, second = line_at(page.text, at), line_at(page.text, then)
        day, later = _day(known, page, *first), _day(known, page, *second)
        if day and later and day != later:
            yield Hit((cite(page, *first), cite(page, *second, "contradicts")), False, {"number": one.group()})


def _in_seals(page: Page) -> Iterator[Hit]:
    """One seal on two things of a list that has another seal between: things in one bag stand one below the other."""
    for table in tables(page.text, lambda head: any(map(of_seals, head))):
        column = next(at for at, name in enumerate(table.head) if of_seals(name))
        told = [(row, key(page.text[slice(*row.cells[column])])) for row in table.rows]
        last: dict[str, int] = {}
        for at, (row, seal) in enumerate(told):
            before = last.get(seal)
            between = {other for _, other in told[before + 1 : at]} if before is not None else set()
            if before is not None and any(map(str.isalnum, "".join(between - {seal}))) and _is_number(seal):
                first = told[before][0]
                cited = cite(page, first.start, first.end), cite(page, row.start, row.end, "contradicts")
                yield Hit(cited, False, {"number": page.text[slice(*row.cells[column])]})
            last[seal] = at


def _is_number(seal: str) -> bool:
    return any(map(str.isdigit, seal)) and sum(map(str.isalnum, seal)) >= _SEAL


def _day(known: Lookup, page: Page, start: int, end: int) -> date | None:
    """The first day that is told between two places of a page."""
    for mention in known.on_page.get(page.id, ()):
        day = one_day(mention.time) if mention.kind == "date" and start <= mention.span.start < end else None
        if day is not None:
            return day
    return None
