"""The text layer of a PDF page: words with offsets and boxes, and whether it is worth anything.

Characters come from PDFium one by one, so that the offsets of a word are exact on the text. PDFium gives them in the
order of the page's content and marks the ends of lines; what it joins at a line-end hyphen is parted again here.
"""

from __future__ import annotations

import ctypes
import re
import statistics
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from greffier.records import Word
from greffier.text import clean

_MOST_CHARACTERS = 500_000  # on one page; beyond it, it is no page
_JOINED = {2, 0xFFFE}  # what PDFium makes of a hyphen at the end of a line
_CERTAIN = 100  # confidence: nothing was recognised here
_PARAGRAPH = 0.5  # of the height of a line: the gap, over the usual one, that parts paragraphs
_MEANINGLESS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffd\ue000-\uf8ff]")
_LATIN_WORD = re.compile(r"[A-Za-z]{3,}")
_VOWEL = re.compile(r"[aeiouyAEIOUY]")


class Run(NamedTuple):
    """A word as PDFium has it: its text, its first and last character, and what parts it from the word before."""

    text: str
    first: int
    last: int
    before: str


class Box(NamedTuple):
    """Fractions of the page as displayed, origin top left."""

    x0: float
    y0: float
    x1: float
    y1: float


def read_page(page: pypdfium2.PdfPage) -> tuple[str, tuple[Word, ...]]:
    """Return the text of a page and its words; words without any box on the page have none here."""
    textpage = page.get_textpage()
    try:
        runs = list(_runs(_codes(textpage)))
        boxes = _Boxes(page, textpage)
        placed = [(run, boxes.of(run)) for run in runs]
    finally:
        textpage.close()
    return _assembled(_with_paragraphs(placed))


def worthless(text: str) -> bool:
    """Whether a text layer says nothing: empty, or made of signs that no font explains, or of letters in disguise."""
    signs = len(text) - text.count(" ") - text.count("\n")
    if signs == 0 or len(_MEANINGLESS.findall(text)) > 0.1 * signs:
        return True
    words = _LATIN_WORD.findall(text)
    return len(words) >= 20 and sum(_VOWEL.search(word) is not None for word in words) < 0.4 * len(words)


def _codes(textpage: pypdfium2.PdfTextPage) -> list[int]:
    count, raw = min(textpage.count_chars(), _MOST_CHARACTERS), textpage.raw
    return [pdfium.FPDFText_GetUnicode(raw, index) for index in range(count)]


def _runs(codes: list[int]) -> Iterator[Run]:
    """The words: runs of signs between blanks. A hyphen that PDFium swallowed ends a word and its line."""
    signs: list[str] = []
    first, before = 0, ""
    for index, code in enumerate([*codes, 10]):
        char = "-" if code in _JOINED else _sign(code)
        if char and not char.isspace():
            first = first if signs else index
            signs.append(char)
        ends = code in _JOINED or char.isspace()
        if ends and signs:
            word = _joined(signs)
            if word:
                yield Run(word, first, index - (char != "-"), before)
                before = ""
            signs = []
        if ends:
            before = _stronger(before, "\n" if code in _JOINED or char in "\r\n\x0b\x0c\x85\u2028\u2029" else char)


def _sign(code: int) -> str:
    return chr(code) if 0 < code <= 0x10FFFF else ""


def _joined(signs: list[str]) -> str:
    """The word as it stands after `text.clean`, halves of characters beyond the first 65,536 put together."""
    word = "".join(signs).encode("utf-16", "surrogatepass").decode("utf-16", "ignore")
    return "".join(clean(word).split())


def _stronger(one: str, other: str) -> str:
    """Of two separators, the one that stays: the end of a line, else a blank that does not break, else a blank."""
    for kept in ("\n", "\u00a0", "\u202f"):
        if kept in (one, other):
            return kept
    return " "


class _Boxes:
    """Where words stand, as displayed: turned as the page is, in fractions of what is shown of it."""

    def __init__(self, page: pypdfium2.PdfPage, textpage: pypdfium2.PdfTextPage) -> None:
        self._left, self._bottom, right, top = page.get_bbox()
        self._width, self._height = max(right - self._left, 1e-3), max(top - self._bottom, 1e-3)
        self._turned = page.get_rotation()
        self._raw = textpage.raw
        self._rectangle = pdfium.FS_RECTF()
        self._pointer = ctypes.pointer(self._rectangle)

    def of(self, run: Run) -> Box | None:
        """The box around the first, the middle and the last character: three questions instead of one for each."""
        corners = [self._corners(index) for index in {run.first, (run.first + run.last) // 2, run.last}]
        known = [corner for corner in corners if corner is not None]
        if not known:
            return None
        x0, y0 = min(box.x0 for box in known), min(box.y0 for box in known)
        x1, y1 = max(box.x1 for box in known), max(box.y1 for box in known)
        box = Box(max(0.0, x0), max(0.0, y0), min(1.0, x1), min(1.0, y1))
        return box if box.x0 < box.x1 and box.y0 < box.y1 else None

    def _corners(self, index: int) -> Box | None:
        if not pdfium.FPDFText_GetLooseCharBox(self._raw, index, self._pointer):
            return None
        told = self._rectangle
        one, other = self._displayed(told.left, told.top), self._displayed(told.right, told.bottom)
        return Box(min(one[0], other[0]), min(one[1], other[1]), max(one[0], other[0]), max(one[1], other[1]))

    def _displayed(self, x: float, y: float) -> tuple[float, float]:
        across, up = (x - self._left) / self._width, (y - self._bottom) / self._height
        if self._turned == 90:
            return up, across
        if self._turned == 180:
            return 1 - across, up
        if self._turned == 270:
            return 1 - up, 1 - across
        return across, 1 - up


Placed = list[tuple[Run, Box | None]]


def _with_paragraphs(placed: Placed) -> Placed:
    """The same words, with an empty line where the gap between two lines is clearly wider than usual."""
    starts = [index for index, (run, _) in enumerate(placed) if index and run.before == "\n"]
    lines = [_extent(placed[start:end]) for start, end in zip([0, *starts], [*starts, len(placed)], strict=True)]
    gaps = [_gap(above, below) for above, below in pairwise(lines)]
    usual = statistics.median([gap for gap in gaps if gap is not None] or [0.0])
    parted = {start for start, gap in zip(starts, gaps, strict=True) if gap is not None and gap > usual + _PARAGRAPH}
    return [(run._replace(before="\n\n") if index in parted else run, box) for index, (run, box) in enumerate(placed)]


def _extent(line: Placed) -> tuple[float, float] | None:
    boxes = [box for _, box in line if box is not None]
    return (min(box.y0 for box in boxes), max(box.y1 for box in boxes)) if boxes else None


def _gap(above: tuple[float, float] | None, below: tuple[float, float] | None) -> float | None:
    """The gap between a line and the next, over the lower height of the two; None where the next is not below."""
    if above is None or below is None or below[0] < above[0]:
        return None
    return (below[0] - above[1]) / min(above[1] - above[0], below[1] - below[0])


def _assembled(placed: Placed) -> tuple[str, tuple[Word, ...]]:
    parts: list[str] = []
    words: list[Word] = []
    length = 0
    for run, box in placed:
        before = run.before if parts else ""
        start = length + len(before)
        length = start + len(run.text)
        parts += (before, run.text)
        if box is not None:
            x0, y0, x1, y1 = (round(side, 5) for side in box)
            words.append(Word(start, length, x0, y0, x1, y1, _CERTAIN))
    return "".join(parts), tuple(words)
