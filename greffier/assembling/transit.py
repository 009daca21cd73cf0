"""Exhibits on their way: what left a store by its register, and the day on which it reached who received it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from greffier.assembling.blank_cells import of_seals
from greffier.assembling.checking import Hit, Material, cite, line_at, lines_of
from greffier.assembling.lookup import Lookup
from greffier.assembling.rulebook import Rule
from greffier.assembling.tabled import Table, tables
from greffier.assembling.times import one_day
from greffier.records import Page
from greffier.text import folded, key

_MARK = re.compile(
    r"(?<![\w/.-])(?:[A-Z]{1,4}[-/ ]?\d{1,8}(?:/\d{2,4})?|\d{1,6}/\d{2,4}|\d{3}\.\d{3}|(?!(?:19|20)\d\d\b)\d{4,8}|"
    r"UN|DEUX|TROIS|QUATRE|CINQ|SIX|SEPT|HUIT|NEUF|DIX|ONZE|DOUZE)(?![\w/.-]?\w)"
)
_OUT = re.compile(
    r"(?:date |heure |time )?(?:de )?(?:sorties?|sorti le|out|released|checked out|left)(?: (?:le|date|on))?"
)
_LEFT = re.compile(
    r"\b(?:sorti\w* (?:du|de)|quitt\w*|left (?:the |our )?(?:store|safe|vault|registry|office|station)|"
    r"out (?:to|with) |"
    r"to [^\n]{3,40}, for (?:the )?(?:lab|exam|analys)|pour (?:le |son )?(?:labo|analyse|expertise|examen))"
)
_CAME = re.compile(r"\b(?:recue?s?|recd|rec'd|received|reception|intake)\b")
_POSTED = re.compile(r"\b(?:recommandee?|registered|chronopost|colissimo|dhl|fedex|ups|tnt|post(?:e|al|ed)?|mail)\b")
_LABEL = re.compile(r"[^\w\n]{0,20}+(?:label|exhibit|item|production|scell[ée]|pi[èe]ce|objet)\b", re.IGNORECASE)
_DAY = re.compile(r"(?<![\d/.-])(\d{1,2})[/.-](\d{1,2})(?:[/.-](?:\d{4}|\d{2}))?(?![\d/])")
_HEAD = 12  # lines of a paper in which it tells when it received a thing
_DAYS = 2  # on the way, that a night and a road do not explain
_MOST = 90  # days; what is longer is another journey
_BLOCK = 8  # lines under a label that speak of what it is on


@dataclass(frozen=True, slots=True)
class _Leg:
    """A line that says that something left, or came: its day and the marks of what it was."""

    page: Page
    start: int
    end: int
    day: date
    marks: frozenset[str]


def days_on_the_way(material: Material, rule: Rule) -> Iterator[Hit]:
    """What left on one day and was received days later, of which no line tells a day in between."""
    known = material.known
    under = _seals(known)
    came = list(_arrivals(known))
    asked: set[tuple[str, int]] = set()
    for leg, told in _departures(known):
        marks = leg.marks | {seal for mark in leg.marks for seal in under[mark]}
        reached = [(one, gap) for one in came if marks & one.marks and (gap := _gap(leg, told, one)) is not None]
        if not reached:
            continue
        one, gap = min(reached, key=lambda pair: pair[1])
        if gap >= _DAYS and (one.page.id, one.start) not in asked and not _between(known, marks, leg, one, gap):
            asked.add((one.page.id, one.start))
            cited = cite(leg.page, leg.start, leg.end), cite(one.page, one.start, one.end, "contradicts")
            words = {"mark": min(leg.marks).upper(), "days": str(gap)}
            yield Hit(cited, False, words, "every line that names it")


def _seals(known: Lookup) -> dict[str, set[str]]:
    """The seals that lists give to what stands in their first column."""
    found: dict[str, set[str]] = defaultdict(set)
    for page in known.typed_pages():
        for table in tables(page.text, lambda head: any(map(of_seals, head[1:]))):
            column = next(at for at, name in enumerate(table.head) if at and of_seals(name))
            for row in table.rows:
                for mark in _marks(page.text[slice(*row.cells[0])]):
                    found[mark] |= _marks(page.text[slice(*row.cells[column])])
    return found


def _departures(known: Lookup) -> Iterator[tuple[_Leg, str]]:
    """What left, with the words that tell its day: rows with a day in a column for it, and lines that say so."""
    for page in known.typed_pages():
        for table in tables(page.text, lambda head: any(map(_OUT.fullmatch, head[1:]))):
            yield from _rows(page, table)
        for start, end in lines_of(page.text):
            left = _LEFT.search(folded(page.text[start:end]))
            marks = _marks_of(known, page, start, end) if left and _DAY.search(page.text, start, end) else frozenset()
            if left and marks:
                after = page.text[start + left.start() : end]
                yield _Leg(page, start, end, date.min, marks), after if _DAY.search(after) else page.text[start:end]


def _rows(page: Page, table: Table) -> Iterator[tuple[_Leg, str]]:
    column = next(at for at, name in enumerate(table.head) if at and _OUT.fullmatch(name))
    for row in table.rows:
        marks, told = _marks(page.text[slice(*row.cells[0])]), page.text[slice(*row.cells[column])]
        if marks and _DAY.search(told):
            yield _Leg(page, row.start, row.end, date.min, marks), told


def _arrivals(known: Lookup) -> Iterator[_Leg]:
    """Lines that tell when somebody received something: marks on the line, on its label above, else on the paper."""
    for page in known.typed_pages():
        if not _CAME.search(known.flat(page)):
            continue
        days = {}
        for mention in known.on_page.get(page.id, ()):
            told = one_day(mention.time) if mention.kind == "date" else None
            if told is not None:
                days[line_at(page.text, mention.span.start)] = told
        written = [line for line in lines_of(page.text) if line[0] < line[1]]
        for number, (start, end) in enumerate(written):
            day = days.get(line_at(page.text, start))
            said = folded(page.text[start:end]) if day else ""
            if day and _CAME.search(said) and not _POSTED.search(said):
                marks = _marks_of(known, page, start, end) or (
                    _marks(_undated(known, page, 0, len(page.text))) if number < _HEAD else frozenset()
                )
                if marks:
                    yield _Leg(page, start, end, day, marks)


def _gap(leg: _Leg, told: str, came: _Leg) -> int | None:
    """Days from a departure to an arrival elsewhere, the day before the month or after it; None where neither fits."""
    if leg.page.id == came.page.id and leg.start == came.start:
        return None
    found = _DAY.search(told)
    first, second = (int(found[1]), int(found[2])) if found else (0, 0)
    gaps = [
        (came.day - left).days
        for day, month in ((first, second), (second, first))
        for year in (came.day.year, came.day.year - 1)
        if (left := _date(year, month, day)) is not None
    ]
    fitting = [gap for gap in gaps if 0 <= gap <= _MOST]
    return min(fitting, default=None)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _between(known: Lookup, marks: frozenset[str], leg: _Leg, came: _Leg, gap: int) -> bool:
    """Whether a line that names the thing tells a day after it left and before it came."""
    for page in known.typed_pages():
        for mention in known.on_page.get(page.id, ()):
            told = one_day(mention.time) if mention.kind == "date" else None
            if told is not None and 0 < (came.day - told).days < gap:
                start, end = line_at(page.text, mention.span.start)
                if marks & _marks_of(known, page, start, end):
                    return True
    return False


def _marks_of(known: Lookup, page: Page, start: int, end: int) -> frozenset[str]:
    """The marks of a line, else those of the label above it."""
    own = _marks(_undated(known, page, start, end))
    if own:
        return own
    for line in reversed(page.text[:start].split("\n")[-_BLOCK - 1 : -1]):
        if not line.strip():
            break
        if _LABEL.match(line):
            return _marks(line)
    return frozenset()


def _undated(known: Lookup, page: Page, start: int, end: int) -> str:
    """The words between two places of a page without its days and hours, whose figures are no marks."""
    told = page.text[start:end]
    for mention in known.on_page.get(page.id, ()):
        if mention.kind == "date" and start <= mention.span.start < end:
            told = told.replace(mention.span.exact, " ")
    return _DAY.sub(" ", told)


def _marks(told: str) -> frozenset[str]:
    return frozenset(key(found.group()).replace(" ", "") for found in _MARK.finditer(told))
