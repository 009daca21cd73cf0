"""Tables of seals and exhibits in which one object has no number where all others have one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from greffier.assembling.columns import TOTAL
from greffier.assembling.lookup import Lookup
from greffier.assembling.tabled import Row, Table, tables
from greffier.records import Page
from greffier.text import folded

_OF_SEALS = re.compile(  # a column for the number of a seal
    r"(?:(?:n[o°º]?|nos?|num(?:ero)?|number|ref)(?!\w)\.? ?(?:de |du |of |des )?(?:the )?)?"
    r"(?:scelles?|plombs?|sachets?|seals?|(?:evidence |exhibit |property |tamper ?(?:proof|evident) )?(?:bag|tag"
    r"|label)|etiquettes?"
    r"|(?:bag|tag|label) ?(?:/|or|and) ?seal)"
    r"(?: ?(?:n[o°º]?|nos?|num(?:ero)?|number|ref|id)\.?)?(?: (?:judiciaires?|provisoires?))?"
)
_NUMBER = re.compile(  # a column that numbers whatever the table is of
    r"n[o°º]\.?|nos?\.?|nr\.?|num(?:ero)?\.?|number|marks?|marques?|repere|ref(?:erence)?\.?|label|item(?: no\.?)?"
    r"|(?:exhibit|production|piece|pc|s/n|serial|objet)s?(?: (?:n[o°º]?|no|number|ref)\.?)?|n[o°º]\.? (?:d'ordre"
    r"|de piece|pc)"
)
_ABOUT = re.compile(
    r"\b(?:scelles?|seals?|exhibits?|productions?|pieces? a conviction|objets? (?:saisis?|places?)|(?:items?"
    r"|property) seized"
    r"|seized (?:items?|property)|seizure|evidence|saisies?)\b"
)
_LEFT_OPEN = re.compile(  # a lone dash says that there is none to be had
    r"(?:(?:[a-z]{1,4}[ /-]?)?(?:[.…_]{3,}|-{3,}|\?+)|(?:a|to be) (?:completer|preciser|attribuer|completed|allotted"
    r"|assigned|given)"
    r"|to follow|tb[ac]|en attente|pending|s\.?n\.?|sans n(?:[o°]|umero)|non numerote\w*|unnumbered|not numbered"
    r"|no number)?"
)
_HAS = re.compile(r"\d")
_FEWEST = 3  # rows that have a number
_MOST = 2  # rows that have none; more of them are a table that numbers some things only
_ABOVE = 400  # characters above a table in which its title stands


def blank_cells(known: Lookup) -> Iterator[tuple[Page, Row]]:
    """Yield the rows whose object bears no number, on pages that are no copies."""
    for page in known.ordered_pages():
        if page.near_duplicate_of is None:
            for table in tables(page.text, lambda head: any(map(_numbers, head))):
                for column in _columns(page, table):
                    yield from ((page, row) for row in _open(page.text, table, column))


def of_seals(name: str) -> bool:
    """Whether a column of this name (folded) is for the numbers of seals."""
    return _OF_SEALS.fullmatch(name) is not None


def _numbers(name: str) -> bool:
    return of_seals(name) or _NUMBER.fullmatch(name) is not None


def _columns(page: Page, table: Table) -> list[int]:
    """The columns for the numbers of seals, or for those of exhibits in a table of them."""
    sealed = [at for at, name in enumerate(table.head) if of_seals(name)]
    about = folded(page.text[max(0, table.start - _ABOVE) : table.start])
    numbered = [at for at, name in enumerate(table.head) if _NUMBER.fullmatch(name)]
    return sealed or (numbered[:1] if _ABOUT.search(" ".join((about, *table.head))) else [])


def _open(text: str, table: Table, column: int) -> list[Row]:
    """The rows that leave the number open and tell all else that rows of this table tell."""
    told = [[text[start:end].strip() for start, end in row.cells] for row in table.rows]
    numbered = [cells for cells in told if _HAS.search(cells[column])]
    always = [
        at for at in range(len(table.head))
        if at != column and sum(bool(cells[at]) for cells in numbered) * 4 >= len(numbered) * 3
    ]  # fmt: skip
    found = []
    for above, (row, cells) in pairwise([(None, [" "] * len(table.head)), *zip(table.rows, told, strict=True)]):
        begun_above = any(not above[1][at] for at in always)  # the row above lacks what this one has: both are one
        if row is None or begun_above or TOTAL.search(text, row.start, row.end):
            continue
        if _LEFT_OPEN.fullmatch(folded(cells[column])) and all(cells[at] for at in always):
            found.append(row)
    return found if len(numbered) >= _FEWEST and len(found) <= _MOST and len(always) > 1 else []
