"""A page as the passages an answer can quote: sentences, or lines where a form or table has none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from greffier.records import Page
from greffier.text import sentences
from greffier.vocabulary import Token, tokens

LONGEST = 420  # characters; a longer sentence is cut where it pauses
_PAUSE = re.compile(r";\s+|\s---+\s|(?<!\n)\n\s*+(?=[-–—•|*])|\n")
RAGGED = 0.7  # of the longest line: a line that is shorter ends where its author wanted


@dataclass(frozen=True, slots=True)
class Passage:
    """A quotable range of a page, with its words; `number` counts the passages of the page."""

    page: Page
    start: int
    end: int
    number: int
    tokens: tuple[Token, ...]

    @property
    def senses(self) -> frozenset[str]:
        """All that its words may mean."""
        return frozenset().union(*(token.senses for token in self.tokens))

    @property
    def words(self) -> tuple[str, ...]:
        """Its folded words in order."""
        return tuple(token.word for token in self.tokens)


def passages(page: Page) -> list[Passage]:
    """Return the passages of a page in order; together they hold all its words."""
    found = list(tokens(page.text))
    result: list[Passage] = []
    at = 0
    for start, end in _ranges(page.text):
        while at < len(found) and found[at].start < start:
            at += 1
        first = at
        while at < len(found) and found[at].start < end:
            at += 1
        if at > first:
            result.append(Passage(page, start, end, len(result), tuple(found[first:at])))
    return result


def _ranges(text: str) -> Iterator[tuple[int, int]]:
    for start, end in sentences(text):
        cut = _lines if _is_table(text, start, end) else _pauses
        if cut is _pauses and end - start <= LONGEST:
            yield start, end
            continue
        for left, right in cut(text, start, end):
            while right > left and text[right - 1].isspace():
                right -= 1
            if right > left:
                yield left, right


def _is_table(text: str, start: int, end: int) -> bool:
    """Whether lines stand under each other without ending a sentence: what is in one says nothing of the next."""
    return text[end - 1] not in ".!?…;:»”\"')" and text.count("\n", start, end) >= 2


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    left = start
    for right in [at for at in range(start, end) if text[at] == "\n"] + [end]:
        yield left, right
        left = right + 1


def _pauses(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    longest = max(len(line) for line in text[start:end].split("\n"))
    left = start
    for pause in _PAUSE.finditer(text, start, end):
        line = pause.start() - (text.rfind("\n", start, pause.start()) + 1 or start)
        if pause.group() == "\n" and line >= RAGGED * longest:
            continue
        yield left, pause.start() + (1 if pause.group().startswith(";") else 0)
        left = pause.end()
    yield left, end
