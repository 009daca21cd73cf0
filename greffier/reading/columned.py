"""Numbers in the columns of a table whose heads announce them: « Chèque n° », `Invoice No.`, `Ref`."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from greffier.reading.candidate import Candidate
from greffier.reading.tables import Line, find_tables
from greffier.reading.vocabulary import any_of, level, table
from greffier.records import Page

_SIGN = r"(?: ?(?:nos?\.?|n°|#|number|numero|ref\.?|reference|id))"
_CELL = re.compile(r"(?=\D{0,9}\d\D{0,3}\d\D{0,3}\d)[A-Z]{0,5}[ -]?\d[\dA-Z]*(?:[-/.][A-Z\d]+)*")
_COUNTED = re.compile(r"\d{1,3}|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d+[.,]\d\d?|(?:19|20)\d\d")
_MOST = 0.6  # of the filled cells of a column that must be such numbers


@lru_cache(maxsize=1)
def _name() -> re.Pattern[str]:
    """The name of such a column: a word that announces a number, with a sign or beside the word for a reference."""
    papers = any_of(table("numbered")["columns"])
    return re.compile(
        rf"(?:{papers}){_SIGN}\.?|(?:n°|no\.|number|numero) (?:de |du |d'|of )?(?:{papers})"
        rf"|(?:ref\.?|reference)s?"
    )


def find_columned(pages: Sequence[Page]) -> Mapping[str, list[Candidate]]:
    """The numbers of the columns of a piece, by the page they stand on."""
    found: dict[str, list[Candidate]] = defaultdict(list)
    for given in find_tables(pages, _is_head) if any("|" in page.text or "  " in page.text for page in pages) else ():
        for at in range(given.width) if given.head else ():
            if _name().fullmatch(given.name(at)) and _are_numbers(given.column(at)):
                for row in given.rows:
                    found[row.page.id].extend(_numbers(row, at))
    return found


def _is_head(line: Line) -> bool:
    """Whether a row names such a column, and none of its cells is a figure."""
    told = [level(line.words(at)) for at in range(len(line.cells))]
    return any(_name().fullmatch(one) for one in told) and not any(map(str.isdigit, "".join(told)))


def _are_numbers(cells: Sequence[str]) -> bool:
    numbers = [cell for cell in cells if _CELL.fullmatch(cell) and not _COUNTED.fullmatch(cell)]
    return bool(numbers) and len(numbers) >= _MOST * len(cells)


def _numbers(row: Line, at: int) -> Iterator[Candidate]:
    words = row.words(at)
    if _CELL.fullmatch(words) and not _COUNTED.fullmatch(words):
        yield Candidate(row.cells[at].start, row.cells[at].end, "reference", words, 0.8)
