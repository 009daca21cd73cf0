"""The text layer of a PDF page: words with offsets and boxes, and whether it is worth anything.

Characters come from PDFium one by one, so that the offsets of a word are exact on the text. PDFium gives them in the
order of the page's content and marks the ends of lines; what it joins at a line-end hyphen is parted again here.
"""

from __future__ import annotations

import ctypes
import re
import statistics
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from greffier.records import Word
from greffier.text import clean

_MOST_CHARACTERS = 500_000  # on one page; beyond it, it is no page
_LAST_CODE_POINT = 0x10FFFF
_SAMPLES = 20  # characters of a page asked for one by one, to see that its text as a whole can be used
_JOINED = "\x02"  # what PDFium makes of a hyphen at the end of a line, or U+FFFE
_SAME_JOINED = {0xFFFE: _JOINED}
_HYPHENS = {ord(_JOINED): "-"}
_RUN = re.compile(f"[^\\s{_JOINED}\x00]*[^\\s\x00][{_JOINED}]?")
_HALVES = re.compile("[\ud800-\udfff]")
_LINE_END = re.compile("[\r\n\x0b\x0c\x85\u2028\u2029]")
_KEPT_BLANKS = ("\u00a0", "\u202f")  # in numbers and before French punctuation
_CERTAIN = 100  # confidence: nothing was recognised here
_PLACES = 150  # of a page: words closer than one of them stand in one place
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


Box = tuple[float, float, float, float]  # left, top, right, bottom in fractions of the page as displayed
Placed = list[tuple[Run, Box | None]]


class Standing(NamedTuple):
    """A word with its offsets into the text of its page, whether or not it has a box."""

    start: int
    end: int
    run: Run
    box: Box | None


def read_page(page: pypdfium2.PdfPage) -> Placed:
    """Return the words of a page in the order of its text; words that do not stand on what is shown have no box."""
    textpage = page.get_textpage()
    try:
        placed = _placed(page, textpage, _characters(textpage))
    finally:
        textpage.close()
    return _with_paragraphs(placed)


def standing(placed: Placed) -> list[Standing]:
    """The same words with their offsets."""
    found: list[Standing] = []
    length = 0
    for run, box in placed:
        start = length + (len(run.before) if found else 0)
        length = start + len(run.text)
        found.append(Standing(start, length, run, box))
    return found


def without_copies(placed: Placed) -> Placed:
    """The words without those that say the same in the same place as one before: a text laid over itself."""
    kept: Placed = []
    known: set[tuple[str, int, int]] = set()
    for run, box in placed:
        if box is not None:
            x, y = round(box[0] * _PLACES), round((box[1] + box[3]) / 2 * _PLACES)
            if any((run.text, x + dx, y + dy) in known for dx in (-1, 0, 1) for dy in (-1, 0, 1)):
                continue
            known.add((run.text, x, y))
        kept.append((run, box))
    return kept


def worthless(text: str) -> bool:
    """Whether a text layer says nothing: empty, or made of signs that no font explains, or of letters in disguise."""
    signs = len(text) - text.count(" ") - text.count("\n")
    if signs == 0 or len(_MEANINGLESS.findall(text)) > 0.1 * signs:
        return True
    words = _LATIN_WORD.findall(text)
    return len(words) >= 20 and sum(_VOWEL.search(word) is not None for word in words) < 0.4 * len(words)


def _characters(textpage: pypdfium2.PdfTextPage) -> str:
    """One code point for each character of PDFium's, so that an index into one is an index into the other.

    PDFium's text as a whole is a hundred times faster to get, but at times it leaves characters out or puts some in.
    """
    count = min(textpage.count_chars(), _MOST_CHARACTERS)
    buffer = (ctypes.c_ushort * (count + 1))()
    written = pdfium.FPDFText_GetText(textpage.raw, 0, count, buffer)
    whole = bytes(buffer).decode("utf-16-le", "surrogatepass")[:count].translate(_SAME_JOINED)
    samples = range(count - 1, -1, -max(1, count // _SAMPLES))
    if written == count + 1 == len(whole) + 1 and all(whole[at] == _character(textpage, at) for at in samples):
        return whole
    return "".join([_character(textpage, index) for index in range(count)])


def _character(textpage: pypdfium2.PdfTextPage, index: int) -> str:
    code = pdfium.FPDFText_GetUnicode(textpage.raw, index)
    return chr(code).translate(_SAME_JOINED) if code <= _LAST_CODE_POINT else "\ufffd"


def _separator(between: str) -> str:
    if between == " ":
        return between
    if _LINE_END.search(between):
        return "\n"
    return between if between in _KEPT_BLANKS else " "


def _frozen(run: str) -> str:
    """The word as it stands after `text.clean`; halves of characters beyond the first 65,536 are put together."""
    if run.isascii() and run.isprintable():
        return run
    whole = run.encode("utf-16", "surrogatepass").decode("utf-16", "ignore") if _HALVES.search(run) else run
    return "".join(clean(whole.translate(_HYPHENS)).split())


def _placed(page: pypdfium2.PdfPage, textpage: pypdfium2.PdfTextPage, characters: str) -> Placed:
    """The words, runs of signs between blanks, with boxes. A hyphen that PDFium swallowed ends a word and its line.

    A box is drawn around the first and the last character: asking for each between takes too long. Some five hundred
    words a page make this the costliest loop of intake, so it does by itself what functions would do for it.
    """
    ask, raw, first, last = pdfium.FPDFText_GetLooseCharBox, textpage.raw, pdfium.FS_RECTF(), pdfium.FS_RECTF()
    of_first, of_last, box = ctypes.byref(first), ctypes.byref(last), shown(page).box
    tidy = _is_tidy(characters)
    placed: Placed = []
    end = 0
    for match in _RUN.finditer(characters):
        start, stop = match.span()
        text = match.group() if tidy else _frozen(match.group())
        if not text:
            continue
        joined = end > 0 and characters[end - 1] == _JOINED
        before = "\n" if joined else _separator(characters[end:start])
        end = stop
        run = Run(text, start, stop - 1, before)
        if not ask(raw, start, of_first):
            placed.append((run, None))
            continue
        x0, y0, x1, y1 = first.left, first.bottom, first.right, first.top
        if stop - start > 1 and ask(raw, stop - 1, of_last):
            left, bottom, right, top = last.left, last.bottom, last.right, last.top
            x0, y0 = left if left < x0 else x0, bottom if bottom < y0 else y0
            x1, y1 = right if right > x1 else x1, top if top > y1 else y1
        placed.append((run, box(x0, y0, x1, y1)))
    return placed


def _is_tidy(characters: str) -> bool:
    """Whether every word can stand as it is: the page has no sign that must be cleaned away or put together."""
    return _JOINED not in characters and clean(characters) == characters.replace("\r\n", "\n")


@dataclass(frozen=True, slots=True)
class Shown:
    """What is shown of a page, in the units of the page, and by how many degrees it is turned."""

    left: float
    bottom: float
    width: float
    height: float
    turned: int

    def box(self, left: float, bottom: float, right: float, top: float) -> Box | None:
        """A box of the page as it is displayed; None where nothing of it is."""
        x0, x1 = (left - self.left) / self.width, (right - self.left) / self.width
        y0, y1 = 1 - (top - self.bottom) / self.height, 1 - (bottom - self.bottom) / self.height
        if self.turned:
            x0, y0, x1, y1 = _turned(x0, y0, x1, y1, self.turned)
        if not (x0 >= 0.0 and y0 >= 0.0 and x1 <= 1.0 and y1 <= 1.0):
            x0, y0, x1, y1 = max(0.0, x0), max(0.0, y0), min(1.0, x1), min(1.0, y1)
        return (x0, y0, x1, y1) if x0 < x1 and y0 < y1 else None


def shown(page: pypdfium2.PdfPage) -> Shown:
    """What is shown of a page."""
    left, bottom, right, top = page.get_bbox()
    return Shown(left, bottom, max(right - left, 1e-3), max(top - bottom, 1e-3), page.get_rotation())


def _turned(x0: float, y0: float, x1: float, y1: float, degrees: int) -> Box:
    """A box on a page that is displayed turned clockwise."""
    if degrees == 90:
        return 1 - y1, x0, 1 - y0, x1
    if degrees == 180:
        return 1 - x1, 1 - y1, 1 - x0, 1 - y0
    return y0, 1 - x1, y1, 1 - x0


def _with_paragraphs(placed: Placed) -> Placed:
    """The words, with an empty line put where the gap between two lines is clearly wider than usual."""
    starts = [index for index, (run, _) in enumerate(placed) if index and run.before == "\n"]
    lines = [_extent(placed[start:end]) for start, end in zip([0, *starts], [*starts, len(placed)], strict=True)]
    gaps = [_gap(above, below) for above, below in pairwise(lines)]
    usual = statistics.median([gap for gap in gaps if gap is not None] or [0.0])
    parted = {start for start, gap in zip(starts, gaps, strict=True) if gap is not None and gap > usual + _PARAGRAPH}
    for index in parted:
        run, box = placed[index]
        placed[index] = run._replace(before="\n\n"), box
    return placed


def _extent(line: Placed) -> tuple[float, float] | None:
    boxes = [box for _, box in line if box is not None]
    return (min([box[1] for box in boxes]), max([box[3] for box in boxes])) if boxes else None


def _gap(above: tuple[float, float] | None, below: tuple[float, float] | None) -> float | None:
    """The gap between a line and the next, over the lower height of the two; None where the next is not below."""
    if above is None or below is None or below[0] < above[0]:
        return None
    return (below[0] - above[1]) / min(above[1] - above[0], below[1] - below[0])


def assembled(placed: Placed) -> tuple[str, tuple[Word, ...]]:
    """The text of these words, and those that have a box as words with offsets into it."""
    parts: list[str] = []
    words: list[tuple[int, int, float, float, float, float, int]] = []
    length = 0
    for run, box in placed:
        start = length + len(run.before) if parts else 0
        length = start + len(run.text)
        parts += (run.before if parts else "", run.text)
        if box is not None:
            words.append((start, length, *box, _CERTAIN))
    return "".join(parts), tuple(map(Word._make, words))
