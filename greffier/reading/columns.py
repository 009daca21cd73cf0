"""What the columns of a table mean: by the words of their names and by what their cells hold, never by their order.

A meaning goes to the column with the strongest name whose cells can be that; two columns as good leave it open.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from greffier.reading.cell_values import nothing
from greffier.reading.mention import span
from greffier.reading.tables import Line, Table
from greffier.reading.vocabulary import level, table
from greffier.records import Located

_ENOUGH = 0.6  # of the filled cells that must be what a column is taken for
_SEEN = 400  # cells of a column looked at
_SIGNS = re.compile(r"[^\w]+|_")
_FIELD = re.compile(r"[^\W\d_]\s?:\s+\S")
_SPELLED = re.compile(r"\b[a-z](?: [a-z]){2,}\b")  # I.M.E.I.


@dataclass(frozen=True, slots=True, eq=False)
class Meaning:
    """What a column may mean: patterns of names, the strongest first, one that rules it out, a test of its cells."""

    names: tuple[re.Pattern[str], ...]
    never: re.Pattern[str] | None
    holds: Callable[[str], bool]


def meanings(section: str, tests: Mapping[str, Callable[[str], bool]]) -> dict[str, Meaning]:
    """The meanings of a section of the list of columns; `tests` say what their cells must be."""
    told = table("columns")[section]
    return {
        name: Meaning(
            tuple(re.compile(pattern) for pattern in told[name]["names"]),
            re.compile(told[name]["never"]) if "never" in told[name] else None,
            holds,
        )
        for name, holds in tests.items()
    }


@lru_cache(maxsize=1024)
def plain(name: str) -> str:
    """A name as patterns see it: lower case, no accents, no signs."""
    told = " ".join(_SIGNS.sub(" ", level(name)).split())
    return _SPELLED.sub(lambda letters: letters.group().replace(" ", ""), told)


def names_columns(line: Line, known: Iterable[Meaning]) -> bool:
    """Whether a row is a head: no cell of it is a figure, and most of two or more are names that are known."""
    told = [line.words(at) for at in range(len(line.cells))]
    if any(":" in words and _FIELD.search(words) for words in told):
        return False  # a label with what fills it: `Item: wire`
    filled = [name for name in map(plain, told) if name]
    if len(filled) < 2 or any(re.fullmatch(r"[\d ]{4,}|\d+ ?[a-z]?|^.*\d{6}.*", name) for name in filled):
        return False
    meanings_ = tuple(known)
    return sum(_is_known(name, meanings_) for name in filled) * 2 >= len(filled)


@lru_cache(maxsize=2048)
def _is_known(name: str, known: tuple[Meaning, ...]) -> bool:
    """Whether a name fits one of these meanings: tables repeat theirs, and are looked at by several readers."""
    return any(pattern.search(name) for one in known for pattern in one.names)


def assign(given: Table, known: Mapping[str, Meaning]) -> dict[str, int]:
    """The columns of these meanings; each column has one at most."""
    scored: list[tuple[int, float, str, int]] = []
    for at in range(given.width):
        name, cells = plain(given.name(at)), _told(given.column(at)[:_SEEN])
        for what, one in known.items():
            rank = _rank(name, one)
            held = sum(map(one.holds, cells)) / len(cells) if cells else 0.0
            if rank is not None and held >= _ENOUGH:
                scored.append((rank, -held, what, at))
    scored.sort()
    found: dict[str, int] = {}
    for _ in range(2):  # of two columns that could be one thing, the other may turn out to be of another meaning
        for rank, _, what, at in scored:
            taken = set(found.values())
            rivals = [other for other in scored if other[0] == rank and other[2] == what and other[3] not in taken]
            if what in found or at in taken:
                continue
            if len(rivals) > 1 and not _same_cells(given, [rival[3] for rival in rivals]):
                continue
            found[what] = at
    return found


def fitting(given: Table, one: Meaning, taken: Iterable[int]) -> list[int]:
    """Every free column that can be of this meaning, in the order of the table."""
    free = [at for at in range(given.width) if at not in set(taken) and _rank(plain(given.name(at)), one) is not None]
    told = {at: _told(given.column(at)[:_SEEN]) for at in free}
    return [at for at in free if told[at] and sum(map(one.holds, told[at])) >= _ENOUGH * len(told[at])]


def _told(cells: Sequence[str]) -> list[str]:
    """The cells that say something: « inconnue » is neither for nor against a meaning."""
    return [cell for cell in cells if not nothing(cell)]


def _rank(name: str, one: Meaning) -> int | None:
    """The place of the first pattern that a name fits; None where it fits none or is ruled out."""
    if not name or (one.never and one.never.search(name)):
        return None
    return next((place for place, pattern in enumerate(one.names) if pattern.search(name)), None)


def _same_cells(given: Table, columns: Sequence[int]) -> bool:
    """Whether columns say the same in every row: then either will do."""
    first, *others = columns
    return all(row.words(first) == row.words(at) for row in given.rows[:_SEEN] for at in others)


def read_cell(
    row: Line, columns: Mapping[str, int], name: str, fields: list[Located], read: Callable[[str], Any]
) -> Any:
    """What a reader of cells makes of the cell of a column; its span is noted where it makes something."""
    if name not in columns or not (told := row.words(columns[name])):
        return None
    value = read(told)
    if value is not None:
        cell = row.cells[columns[name]]
        fields.append(Located(name, span(row.page, cell.start, cell.end)))
    return value
