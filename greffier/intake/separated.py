"""Text tables (.csv, .tsv), whatever parts their cells, in whatever encoding; read line by line."""

from __future__ import annotations

import csv
import re
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from pathlib import Path
from typing import Literal

from greffier.contracts import Limits
from greffier.errors import SourceBroken
from greffier.intake.encoding import encoding_of
from greffier.intake.table import Cells, lay
from greffier.records import Leaf, Member
from greffier.text import clean

USUAL, UNUSUAL = ";\t,|", ":~^"  # the second are tried where none of the first parts the lines
_SAMPLE = 200  # lines looked at for the sign that parts cells
_ENOUGH = 0.5  # of the lines that a sign parts into the same number of cells
_TALLEST = 100  # lines of one record: a quotation mark that is open for longer was none
_LONGEST = 1_000_000  # characters of one record
_MOST_OPEN = 20  # marks that were never closed; after them no mark of the file is believed
_SEP = re.compile(r'"?sep=(.)"?\s*', re.IGNORECASE)  # Excel reads this first line as an order, and does not show it


class Separated:
    """Opens text tables."""

    def open(self, untrusted_path: Path, name: str, limits: Limits) -> Iterator[Leaf | Member]:
        """Yield pages of rows. SourceBroken when there are none."""
        number = 0
        with untrusted_path.open(encoding=encoding_of(untrusted_path), errors="replace", newline="") as stream:
            for leaf in lay(_rows(map(_cleaned, stream)), None, 1):
                number = leaf.number
                yield leaf
        if number == 0:
            raise SourceBroken("The table holds no rows.")


def _cleaned(line: str) -> str:
    """A line with one line feed at its end and none inside."""
    inside = line.rstrip("\r\n")
    if inside.isascii() and inside.isprintable():
        return inside + "\n"
    return clean(inside.replace("\x0c", " ").replace("\x85", " ").lstrip("\ufeff")) + "\n"


def _rows(lines: Iterator[str]) -> Iterator[Cells]:
    sample = list(islice(lines, _SAMPLE))
    told = _SEP.fullmatch(sample[0]) if sample else None
    rest = chain(sample[1:] if told else sample, lines)
    sign = told[1] if told else delimiter(sample)
    for number, values in enumerate(records(rest, sign), 1):
        yield Cells(number, values)


def delimiter(lines: Sequence[str]) -> str:
    """The sign that parts these lines into the same number of cells; where several do, the one that does most work.

    Lines that it does not part at all (a title, the name of the account) may stand before the others. The comma of
    decimals parts every line of a statement in the same way, too, but into fewer cells than its semicolons.
    """

    def agreement(sign: str) -> tuple[float, int]:
        """The share of the lines that it parts alike, and how many times it stands where it parts them."""
        counts = [len(row) for row in csv.reader(lines, delimiter=sign) if row]
        parted = Counter(count for count in counts if count > 1)
        if not parted:
            return 0.0, 0
        usual = max(parted, key=lambda count: (parted[count], count))
        if parted[usual] < 2 < len(counts):
            return 0.0, 0
        begun = next(at for at, count in enumerate(counts) if count > 1)
        return parted[usual] / len(counts[begun:]), parted[usual] * (usual - 1)

    for signs in (USUAL, UNUSUAL):
        agreeing = ((work, share, sign) for sign in signs for share, work in (agreement(sign),) if share >= _ENOUGH)
        if best := max(agreeing, default=None):
            return best[-1]
    return ""


def records(lines: Iterable[str], sign: str) -> Iterator[list[str]]:
    """The records of a text table, empty ones too. A cell in quotation marks may hold line feeds.

    A mark that is never closed is a sign like any other: it does not swallow the rest of the file.
    """
    waiting: deque[str] = deque()
    source = iter(lines)
    left_open = 0
    while (line := waiting.popleft() if waiting else next(source, None)) is not None:
        if not sign or '"' not in line or left_open > _MOST_OPEN:
            yield line.rstrip("\n").split(sign) if sign else [line.rstrip("\n")]
            continue
        taken = _whole(line, sign, chain(_drained(waiting), source))
        if _ends(taken, sign) == "open" or (len(taken) > 1 and _ends(taken, sign) == "odd"):
            left_open += 1
            waiting.extendleft(reversed(taken[1:]))
            yield line.rstrip("\n").split(sign)
        else:
            yield next(csv.reader(taken, delimiter=sign), [])


def _drained(waiting: deque[str]) -> Iterator[str]:
    while waiting:
        yield waiting.popleft()


def _whole(line: str, sign: str, following: Iterator[str]) -> list[str]:
    """A line, with those after it as long as a quotation mark is open."""
    taken, size = [line], len(line)
    while len(taken) < _TALLEST and size < _LONGEST and _ends(taken, sign) == "open":
        more = next(following, None)
        if more is None:
            break
        taken.append(more)
        size += len(more)
    return taken


def _ends(lines: Sequence[str], sign: str) -> Literal["whole", "open", "odd"]:
    """Whether a record ends with these lines, with a quotation mark still open, or with marks where none should be."""
    try:
        list(csv.reader(lines, delimiter=sign, strict=True))
    except csv.Error as error:
        return "open" if "unexpected end" in str(error) else "odd"
    return "whole"
