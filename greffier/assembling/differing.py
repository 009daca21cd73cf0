"""Where two texts differ: their words side by side, what is a misreading and what is another word or number."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel, LCSseq

ALIKE = 0.6  # similarity from which two readings of the same ink are told from two words
LONGEST = 12_000  # words of a page that are compared; the rest of a longer one is left

_WORD = re.compile(r"[^\W_]+(?:(?<=\d)[.,](?=\d)[^\W_]+)*")
_MARKS = re.compile("[\u0300-\u036f]")


@dataclass(frozen=True, slots=True)
class Token:
    """A word or number of a text: its range, and how it is compared (small, no accents, decimals with a point)."""

    start: int
    end: int
    told: str


@dataclass(frozen=True, slots=True)
class Difference:
    """Words of one text against words of the other at the same place; either may be empty.

    `at` and `at_right` say how many words stand before it in each text.
    """

    left: tuple[Token, ...]
    right: tuple[Token, ...]
    at: int
    at_right: int

    @property
    def both(self) -> bool:
        """Whether each of the two texts has words here."""
        return bool(self.left and self.right)

    @property
    def told(self) -> tuple[str, str]:
        """The words of both sides, joined."""
        return "".join(one.told for one in self.left), "".join(one.told for one in self.right)


@dataclass(frozen=True, slots=True)
class Comparison:
    """How much of two texts is the same, in characters of their words; `misread` is what was alike but not equal."""

    left: int
    right: int
    same: int
    misread: int
    differences: tuple[Difference, ...]

    @property
    def of_left(self) -> float:
        """The share of the left text that stands in the right one."""
        return (self.same + self.misread) / max(1, self.left)

    @property
    def of_right(self) -> float:
        """The share of the right text that stands in the left one."""
        return (self.same + self.misread) / max(1, self.right)

    @property
    def noisy(self) -> bool:
        """Whether the two are readings of ink by an engine: one character in fifty is in a word read otherwise."""
        return 50 * self.misread >= self.same + self.misread


def tokens(text: str) -> list[Token]:
    """The words and numbers of a text in order."""
    return [Token(*match.span(), _folded(match.group())) for match in _WORD.finditer(text)]


def _folded(word: str) -> str:
    small = word.lower().replace(",", ".")
    return small if small.isascii() else _MARKS.sub("", unicodedata.normalize("NFKD", small))


def compare(left: Sequence[Token], right: Sequence[Token]) -> Comparison:
    """Lay two texts side by side. A difference of line ends, accents or punctuation is none."""
    left, right = left[:LONGEST], right[:LONGEST]
    same = misread = 0
    differences: list[Difference] = []
    for kind, found in _aligned(left, right):
        size = sum(len(one.told) for one in found.left)
        same += size if kind == "same" else 0
        misread += size if kind == "misread" else 0
        if kind == "other":
            differences.append(found)
    return Comparison(_size(left), _size(right), same, misread, tuple(differences))


def _size(found: Sequence[Token]) -> int:
    return sum(len(one.told) for one in found)


def _aligned(left: Sequence[Token], right: Sequence[Token]) -> Iterator[tuple[str, Difference]]:
    """Yield what is the same, and between that what is not: misread, or other words."""
    done, done_right = 0, 0
    blocks = LCSseq.opcodes([one.told for one in left], [one.told for one in right])
    for block in [*(one for one in blocks if one.tag == "equal"), None]:
        start, start_right = (block.src_start, block.dest_start) if block else (len(left), len(right))
        if done < start or done_right < start_right:
            between = Difference(tuple(left[done:start]), tuple(right[done_right:start_right]), done, done_right)
            yield _told(between), between
        if block:
            done, done_right = block.src_end, block.dest_end
            yield "same", Difference(tuple(left[start:done]), tuple(right[start_right:done_right]), start, start_right)


def _told(found: Difference) -> str:
    """What stands between two stretches that are the same: a word set otherwise, a misreading, or a difference."""
    ours, theirs = found.told
    if ours == theirs:
        return "same"
    alike = _numbers(ours) == _numbers(theirs) and Indel.normalized_similarity(ours, theirs) >= ALIKE
    return "misread" if alike else "other"


def _numbers(told: str) -> str:
    return "".join(char for char in told if char.isdigit() or char == ".")
