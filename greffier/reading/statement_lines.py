"""Statements of account as plain lines: dates, words, and sums at the end, whose side the running balance tells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from greffier.reading.book_heads import told_year
from greffier.reading.cell_times import stamp
from greffier.reading.cell_values import amount
from greffier.reading.tables import Line
from greffier.reading.vocabulary import level

_DATE = r"\d{1,2}[/.\-]\d{1,2}[/.\-](?:\d{4}|\d{2})|\d{4}-\d{2}-\d{2}"
_LINE = re.compile(rf"\s*(?P<day>{_DATE})(?:\s+(?P<value>{_DATE}))?\s+(?P<rest>\S.*)")
_SUM = re.compile(r"(?<![\w.,/\-])[+\-−]?(?:\d{1,3}(?:[ .,\u00a0\u202f]\d{3}){1,12}|\d+)[.,]\d{2}(?![\w/])")
_HEAD = re.compile(r"\bdate\b.*\b(?:debit|credit|solde|balance|montant|amount|paid)\b")
_TWO_SIDES = re.compile(
    r"^\s*(?:date\b.{0,80}?)?(?P<debit>\b(?:debits?|retraits?|sorties?|depenses?|paid out|money out|withdrawals?))"
    r"\s{2,40}(?P<credit>(?:credits?|versements?|entrees?|recettes?|paid in|money in|deposits?))"
    r"(?:\s{2,40}(?:solde|balance))?\s*$"
)
_SHORT = re.compile(r"\s*(?P<day>\d{1,2}[/.\-]\d{1,2}(?:[/.\-](?:\d{4}|\d{2}))?)\s+(?=\S)")
_TITLE = 8  # lines above a head that may tell its year
_UNDER = 8  # columns by which the end of a sum may miss the end of its head
CARRIED = re.compile(
    r"\b(?:(?:ancien|nouveau)\s+solde|solde\s+(?:initial|precedent|anterieur|final|au|crediteur|debiteur|en)"
    r"|report(?:e)?\b|(?:opening|closing|previous|starting|ending)\s+balance|balance\s+(?:brought|carried)|(?:brought|carried)\s+forward)"
)


class Entry(NamedTuple):
    """A line of a statement: its parts as offsets into the page, its sums with their sides."""

    line: Line
    day: tuple[int, int]
    value_day: tuple[int, int] | None
    label: tuple[int, int]
    sums: tuple[tuple[int, int], ...]
    moved: Decimal | None
    balance: Decimal | None
    year: int | None = None


def entries(lines: Sequence[Line]) -> Iterator[Entry]:
    """Yield the lines under a head whose last sum is a balance that follows from the one before.

    A number of the label may run into a sum (« DAB 12 300,00 »): the reading that adds up is taken, else none.
    """
    begun, balance = False, None
    for line in lines:
        flat = level(line.text)
        if "date" in flat and _HEAD.search(flat) and not _SUM.search(line.text):
            begun, balance = True, None
            continue
        match = _LINE.fullmatch(line.text)
        if not begun or match is None:
            continue
        sums = list(_SUM.finditer(line.text, match.start("rest")))
        if CARRIED.search(flat) and len(sums) == 1:
            balance = amount(sums[0].group())
        elif balance is not None and len(sums) >= 2 and stamp(match["day"]) is not None:
            entry = _entry(line, match, sums, balance)
            balance = amount(sums[-1].group())
            if entry is not None:
                yield entry


def _entry(line: Line, match: re.Match[str], sums: Sequence[re.Match[str]], before: Decimal) -> Entry | None:
    after = amount(sums[-1].group())
    if after is None:
        return None
    moved = after - before
    for start in _starts(sums[-2]):
        told = amount(line.text[start : sums[-2].end()])
        if told is not None and abs(told) == abs(moved) and moved:
            return Entry(
                line,
                _at(line, match.span("day")),
                _at(line, match.span("value")) if match["value"] else None,
                _at(line, _trimmed(line.text, match.start("rest"), start)),
                (_at(line, (start, sums[-2].end())), _at(line, sums[-1].span())),
                moved,
                after,
            )
    return None


def _starts(found: re.Match[str]) -> Iterator[int]:
    """Where a sum may begin: where it was found, or after one of the blanks inside it."""
    yield found.start()
    for blank in re.finditer(r"[ \u00a0\u202f]", found.group()):
        yield found.start() + blank.end()


def _at(line: Line, inside: tuple[int, int]) -> tuple[int, int]:
    return line.start + inside[0], line.start + inside[1]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    return start, start + len(text[start:end].rstrip())


def sided(told: Sequence[Line]) -> Iterator[Entry]:
    """Yield the lines below a head of two sides only, each with one sum at its end, on the side that it stands under.

    The title above the head may tell the year that the days leave out.
    """
    ends: tuple[int, int] | None = None
    year: int | None = None
    for at, line in enumerate(told):
        head = _TWO_SIDES.search(level(line.text))
        if head is None and ends is None:
            continue
        sums = list(_SUM.finditer(line.text))
        if head is not None and not sums:
            ends, year = (head.end("debit"), head.end("credit")), told_year(told[max(0, at - _TITLE) : at], ())
            continue
        match = _SHORT.match(line.text)
        if ends is None or match is None or len(sums) != 1 or line.text[sums[0].end() :].strip():
            continue
        value, label = amount(sums[0].group()), _trimmed(line.text, match.end(), sums[0].start())
        if value and label[1] > label[0] and CARRIED.search(level(line.text)) is None:
            debit, credit = (abs(sums[0].end() - end) for end in ends)
            if min(debit, credit) <= _UNDER and debit != credit:
                day, sum_ = _at(line, match.span("day")), _at(line, sums[0].span())
                yield Entry(line, day, None, _at(line, label), (sum_,), -value if debit < credit else value, None, year)
