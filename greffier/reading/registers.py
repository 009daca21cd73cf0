"""Registers of seals and exhibits: the numbers of their first column, and where the page names one of them again."""

from __future__ import annotations

import re
from collections.abc import Iterator

from greffier.reading.candidate import Candidate
from greffier.reading.vocabulary import at_lines

_HEAD = re.compile(
    r"[ \t|]{0,12}+(?P<name>exh(?:ibit)?s?|items?|tags?|seals?|scelles?|plombs?|bags?|property|[a-z]{1,3} tag"
    r"|n° ?(?:de )?scelles?)(?: ?(?:nos?\.?|n°|#|number|numero|refs?\.?|marks?))?(?: {2}|\t| ?\|)"
)
_KEPT = re.compile(
    r"\b(?:ev[il1]dence|exhibits?|seiz(?:ed|ure)|saisi[es]{0,2}|scelles?|custody|seals?)\b"
)  # no invoice
_CELL = re.compile(
    r"[ \t|]{0,12}+(?P<mark>(?:[A-Z]{1,4}[ /-]?)?\d[\dOl]{0,11}+(?:[/-][\dOlA-Z]{1,6}+){0,3}[A-Z]?)"
    r"(?= {2}|\t| ?\||[.)] )"
)


def find_registered(text: str, flat: str, english: bool) -> Iterator[Candidate]:
    """Yield the marks of the registers of a page, as they stand."""
    heads = at_lines(_HEAD, flat)
    if not heads or _KEPT.search(flat) is None:
        return
    for head in heads:
        marks = list(_column(text, text.find("\n", head.end()) + 1 or len(text)))
        yield from marks
        yield from _again(text, flat, head["name"], {one.normalised or "" for one in marks})


def _column(text: str, at: int) -> Iterator[Candidate]:
    """The first cell of each line down to an empty one; a line without a mark goes on with the one above."""
    while at < len(text):
        end = text.find("\n", at)
        end = end if end >= 0 else len(text)
        if not text[at:end].strip():
            return
        if cell := _CELL.match(text, at, end):
            yield _seal(cell.start("mark"), cell["mark"])
        at = end + 1


def _again(text: str, flat: str, name: str, marks: set[str]) -> Iterator[Candidate]:
    """`Item 3`, « PR 07-4418 »: figures after the word of the column, a mark with letters wherever it stands."""
    numbers = {mark.lstrip("0").casefold() for mark in marks}
    for match in re.finditer(rf"\b{re.escape(name.rstrip('s'))}s?\s+(?P<mark>\d+[a-z]?)(?!\w)", flat):
        if match["mark"].lstrip("0") in numbers:
            yield _seal(match.start("mark"), text[match.start("mark") : match.end("mark")])
    for mark in marks:
        at = text.find(mark) if mark[0].isalpha() else -1
        while at >= 0:
            yield _seal(at, mark)
            at = text.find(mark, at + len(mark))


def _seal(start: int, mark: str) -> Candidate:
    return Candidate(start, start + len(mark), "seal", mark, 0.8)
