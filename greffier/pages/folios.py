"""The number a clerk stamped on a sheet (a cote, a folio, a Bates number), read from the words in its margins.

A wrong folio sends a reader to the wrong page, so a label counts only where it stands alone in a margin (top, bottom,
or turned along a side) and has a shape that clerks use. `page 3/12` counts the pages of one document and is no folio;
`feuillet 3` may be either, and only the pages around it can tell (`numbering.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from greffier.records import Folio, Layout, MarginMark, Page, Word

TOP, BOTTOM = 0.12, 0.90  # the margins, as fractions of the height
LEFT, RIGHT = 0.10, 0.90  # and of the width
APART = 1.5  # words further apart than this many line heights do not belong together
MOST_MARKS, LONGEST_MARK = 16, 28  # kept of one page; characters of one

# What is read for a digit where a digit must stand. Only on recognised pages: born-digital text says what it says.
_MISREAD = str.maketrans("OoQlI|i", "0001111")
_CONTAINER = re.compile(r"[A-Z]{3}[UJZ]\d{7}")  # ISO 6346, as a header may name one
_NO = r"(?:n\s?[°ºo]\.?)?\s?:?\s?"
_COUNT = re.compile(
    r"(?i:(?:page|p\.|feuillet|sheet)\s?(\d{1,4})\s?(?:/|sur|of|de)\s?(\d{1,4}))|(\d{1,4})\s?/\s?(\d{1,4})"
)


class Shape(NamedTuple):
    """How a label may look, and whether one page alone is enough to take it for a folio."""

    pattern: re.Pattern[str]
    alone: bool = True


class Stamp(NamedTuple):
    """A label read in a margin: what the page shows, the label without its damage, and its parts."""

    label: str
    series: str
    number: int
    suffix: str
    rank: int
    alone: bool
    mark: MarginMark


def _shapes(digit: str) -> tuple[Shape, ...]:
    """The shapes of labels, the most telling first: groups are the series, the number, and what follows it."""
    number = rf"({digit}{{1,5}})"
    sheet = rf"((?:\s?/\s?{digit}{{1,4}})?(?:\s?(?:bis|ter|quater))?)"
    return (
        Shape(re.compile(rf"(?i:cote)\s?{_NO}([A-Z]?)[\s.\-]{{0,2}}{number}{sheet}")),
        Shape(re.compile(rf"(D)[\s.\-]{{0,2}}{number}{sheet}")),
        Shape(re.compile(rf"([A-F])[\s.\-]?({digit}{{3,5}}){sheet}")),
        Shape(re.compile(rf"()(?i:folio|fol\.|f°)\s?{_NO}{number}()")),
        Shape(re.compile(rf"()(?i:feuillet)\s?n\s?[°ºo]\.?\s?{number}()")),
        Shape(re.compile(rf"([A-Z]{{2,10}}[-_]?)\s?(0{digit}{{4,8}}|{digit}{{6,9}})()")),
        Shape(re.compile(rf"([A-Z][-/]){number}((?:\s?(?:bis|ter|quater))?)")),
        Shape(re.compile(rf"((?i:exhibit|tab)\s){number}()")),
        Shape(re.compile(rf"()(?i:feuillet|sheet)\s?{number}()"), alone=False),
    )


_STATED, _RECOGNISED = _shapes(r"\d"), _shapes(r"[\dOoQlI|i]")


def folio(text: str, words: Iterable[Word], *, recognised: bool) -> str | None:
    """Return the label stamped on a page (`D0147`, `D147/3`, `ABC000123`), None where there is none.

    `recognised` says that the text comes from OCR: then O and l count as digits inside a label.
    """
    found = [stamp for mark in marks(text, words) if (stamp := read(mark, recognised)) is not None and stamp.alone]
    return min(found, key=prominence).label if found else None


def prominence(stamp: Stamp) -> tuple[int, float, float]:
    """The order in which a page's stamps are taken for its folio, where nothing else tells."""
    return stamp.rank, stamp.mark.y, -stamp.mark.x


def stamped(page: Page, layout: Layout) -> Iterator[Folio]:
    """Yield what the margins of a page show, where they show a number: the folio is settled by the whole file."""
    found = marks(page.text, layout.words)
    if found:
        yield Folio(page.id, page.source, page.folio, count=counted(found), marks=tuple(found[:MOST_MARKS]))


def counted(found: Sequence[MarginMark]) -> str | None:
    """Which page of how many a margin says this is, as "4/12"."""
    for mark in found:
        if match := _COUNT.fullmatch(mark.text):
            number, total = (int(part) for part in match.groups() if part)
            if 1 <= number <= total:
                return f"{number}/{total}"
    return None


def read(mark: MarginMark, recognised: bool) -> Stamp | None:
    """Read a mark as a label; None where it has no shape of one."""
    for rank, shape in enumerate(_RECOGNISED if recognised else _STATED):
        if match := shape.pattern.fullmatch(mark.text):
            return _stamp(match, rank, shape.alone, mark)
    return None


def _stamp(match: re.Match[str], rank: int, alone: bool, mark: MarginMark) -> Stamp | None:
    """The label as it was stamped, its digits repaired; None where hardly a digit was read as one."""
    series, digits, after = match.groups()
    digits, after = digits.translate(_MISREAD), re.sub(r"\s", "", after)
    suffix = after if after.isalpha() else after.translate(_MISREAD)
    label = f"{series}{digits}{suffix}"
    sure = sum(char.isdigit() for char in match.group())
    if 2 * sure < sum(char.isdigit() for char in label) or _CONTAINER.fullmatch(label):
        return None
    return Stamp(label, series, int(digits), suffix, rank, alone, mark)


def marks(text: str, words: Iterable[Word]) -> list[MarginMark]:
    """What stands alone in the margins of a page and is short enough for a stamp, from the top."""
    every = list(words)
    ends = [word for word in every if word.y1 <= TOP or word.y0 >= BOTTOM]
    sides = [word for word in every if (word.x1 <= LEFT or word.x0 >= RIGHT) and word.y1 > TOP and word.y0 < BOTTOM]
    alone = [word for word in sides if not any(_beside(*_in_order(word, other)) for other in every if other != word)]
    found = [_mark(run, text) for run in _runs(ends)]
    found += [_mark(run, text) for run in (*_turned(alone), *([word] for word in alone if not _tall(word)))]
    told = {mark for mark in found if len(mark.text) <= LONGEST_MARK and any(char.isdigit() for char in mark.text)}
    return sorted(told, key=lambda mark: (mark.y, -mark.x, mark.text))


def _in_order(word: Word, other: Word) -> tuple[Word, Word]:
    return (word, other) if word.x0 <= other.x0 else (other, word)


def _tall(word: Word) -> bool:
    return word.y1 - word.y0 > word.x1 - word.x0


def _turned(words: list[Word]) -> Iterator[list[Word]]:
    """Runs of words along a side, as they are read from below and from above."""
    on_its_side = [word._replace(x0=word.y0, x1=word.y1, y0=word.x0, y1=word.x1) for word in words]
    for run in _runs(on_its_side):
        back = [word._replace(x0=word.y0, x1=word.y1, y0=word.x0, y1=word.x1) for word in run]
        if len(back) > 1 or _tall(back[0]):
            yield back
            yield from [back[::-1]] if len(back) > 1 else []


def _runs(words: list[Word]) -> list[list[Word]]:
    """The words of the margins as they stand beside each other."""
    runs: list[list[Word]] = []
    for word in sorted(words, key=lambda word: word.x0):
        for run in runs:
            if _beside(run[-1], word):
                run.append(word)
                break
        else:
            runs.append([word])
    return runs


def _mark(run: Sequence[Word], text: str) -> MarginMark:
    """The words of a run, without specks that were read as punctuation, and the middle of the first of them."""
    told = (text[word.start : word.end] for word in run)
    first = run[0]
    where = round((first.x0 + first.x1) / 2, 3), round((first.y0 + first.y1) / 2, 3)
    return MarginMark(" ".join(word for word in told if any(char.isalnum() for char in word)), *where)


def _beside(left: Word, right: Word) -> bool:
    low = min(left.y1 - left.y0, right.y1 - right.y0)
    shared = min(left.y1, right.y1) - max(left.y0, right.y0)
    return shared >= 0.5 * low and right.x0 - left.x1 <= APART * max(left.y1 - left.y0, right.y1 - right.y0)
