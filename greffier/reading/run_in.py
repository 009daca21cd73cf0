"""Tables whose columns are parted by single blanks only, as the text of a PDF has them.

A line under a head is parted only where its words can be laid under the names of the head in one way and no other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from greffier.reading.columns import Meaning, plain
from greffier.reading.listed import words_of
from greffier.reading.tables import Cell, Line, Table, lines
from greffier.reading.vocabulary import any_of, level
from greffier.records import Page

_NAMES = (
    "appelant appelante appele appelee caller calling called correspondant correspondante duree duration heure time"
    " date debut start imei imsi cellule cell sens direction debit debits credit credits solde balance libelle"
    " description montant amount".split()
)
_KEYS = re.compile(rf"\b(?:{any_of(_NAMES)})\b")
_WORDS = re.compile(r"\S+")
_FEWEST, _MOST = 3, 14  # columns
_LONGEST_NAME = 5  # words
_MOST_WORDS = 40  # of a line that may be a row
_MOST_HEADS = 24  # ways to part a head that are tried
_ENOUGH_ROWS = 2


def find_run_in(pages: Sequence[Page], known: Mapping[str, Meaning]) -> Iterator[tuple[Table, dict[str, int]]]:
    """Yield tables with what their columns mean. Lines that cannot be parted are left out."""
    if not any(_holds_names(level(page.text)) for page in pages):
        return
    told = list(lines(pages))
    heads = [at for at, line in enumerate(told) if _may_head(line)]
    for at, end in pairwise([*heads, len(told)]):
        best: list[Line] = []
        meant: dict[str, int] = {}
        for names in _heads(told[at], known):
            rows = [row for line in told[at + 1 : end] if (row := _parted(line, names, known)) is not None]
            if len(rows) > len(best):
                best, meant = rows, {name: place for place, name in enumerate(names)}
        if len(best) >= _ENOUGH_ROWS:
            yield Table((told[at],), tuple(best), tuple(told[max(0, at - 40) : at])), meant


def _holds_names(flat: str) -> bool:
    """Whether a page has as many of those words as a head must have."""
    found = words_of(flat)
    return sum(len(found.get(name, ())) for name in _NAMES) >= _FEWEST


def _may_head(line: Line) -> bool:
    """Whether a line has three words that heads have and no figure."""
    if line.end - line.start > 200 or "|" in line.text or re.search(r"\d", line.text):
        return False
    return len(_KEYS.findall(level(line.text))) >= _FEWEST


def _heads(line: Line, known: Mapping[str, Meaning]) -> list[tuple[str, ...]]:
    """The finest ways to part a head into names of different meanings, every word taken: « Appelant Appelé » is two."""
    words = plain(line.text).split()
    found: list[tuple[str, ...]] = []

    def go(at: int, names: tuple[str, ...]) -> None:
        if len(found) >= _MOST_HEADS or len(names) > _MOST:
            return
        if at == len(words):
            found.extend([names] if len(names) >= _FEWEST else [])
            return
        for end in range(at + 1, min(at + _LONGEST_NAME, len(words)) + 1):
            name = _named(" ".join(words[at:end]), known)
            if name is not None and name not in names:
                go(end, (*names, name))

    go(0, ())
    return [names for names in found if len(names) == max(map(len, found))]


def _named(told: str, known: Mapping[str, Meaning]) -> str | None:
    """The meaning whose strongest pattern these words fit; None where they fit none, or several as well."""
    ranked: list[tuple[int, str]] = []
    for name, one in known.items():
        if not (one.never and one.never.search(told)):
            rank = next((place for place, pattern in enumerate(one.names) if pattern.search(told)), None)
            ranked += [(rank, name)] if rank is not None else []
    best = [name for rank, name in ranked if rank == min(ranked)[0]]
    return best[0] if len(best) == 1 else None


def _parted(line: Line, names: Sequence[str], known: Mapping[str, Meaning]) -> Line | None:
    """The line as a row with a cell for each name, where there is exactly one way."""
    words = [match.span() for match in _WORDS.finditer(line.text)]
    if not len(names) <= len(words) <= _MOST_WORDS:
        return None
    ways: list[list[int]] = [[0]]
    for name in names[:-1]:
        ways = [[*way, end] for way in ways for end in _ends(line, words, way[-1], known[name])][:200]
    whole = [way for way in ways if _holds(line, words, way[-1], len(words), known[names[-1]])]
    if len(whole) != 1:
        return None
    cuts = [*whole[0], len(words)]
    cells = tuple(Cell(line.start + words[left][0], line.start + words[right - 1][1]) for left, right in pairwise(cuts))
    return line._replace(cells=cells, aligned=False)


def _ends(line: Line, words: Sequence[tuple[int, int]], at: int, one: Meaning) -> Iterator[int]:
    for end in range(at + 1, len(words)):
        if _holds(line, words, at, end, one):
            yield end


def _holds(line: Line, words: Sequence[tuple[int, int]], at: int, end: int, one: Meaning) -> bool:
    return at < end and one.holds(line.text[words[at][0] : words[end - 1][1]])
