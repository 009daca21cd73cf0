"""Does this quotation stand on this page? The one definition of a citation, for answers, drafts, exports and verify."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from greffier.records import Citation, Match, Page, Span, Stance
from greffier.text import Folded, fold

CONTEXT = 32  # characters of prefix and suffix kept, as in W3C text quote selectors
FUZZY = 95.0  # percent of likeness asked of a quotation on an OCR page; below it, it does not stand
SLIP = 5  # letters of a word for which an engine may have misread one

_NUMBER = re.compile(r"\d+(?:[.,:/]\d+)*")
_GROUPED = re.compile(r"(?<=\d)[ '](?=\d{3}(?!\d))")  # "12 000" is one number
_ENDS_IN_NUMBER = re.compile(r"\d[.,:/']$|(?<!\d)\d{1,3}[ \u00a0\u202f]$")
_GOES_ON = re.compile(r"[.,:/']\d|[ \u00a0\u202f]\d{3}(?!\d)")
_GROUP_AT_START, _GROUP_AT_END = re.compile(r"\d{3}(?!\d)"), re.compile(r"(?<!\d)\d{1,3}$")
_WORD = re.compile(r"[^\W_]+")
# Letters that engines take for one another, each group as one letter.
_CONFUSED = (("rn", "m"), ("ii", "u"), ("cl", "d"), ("vv", "w"))
_ALIKE = str.maketrans("l1j!cnv0689gy", "iiiieuuobbqqu")
_SPECKS = frozenset("ilj")  # a stroke of the pen, a fold of the paper


def span(page: Page, start: int, end: int) -> Span:
    """Return the span of these code points, with its words before and after."""
    text = page.text
    return Span(page.id, start, end, text[start:end], text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT])


def cite(page: Page, start: int, end: int, stance: Stance = "supports") -> Citation:
    """Return an exact citation of these code points of a page."""
    return Citation(span(page, start, end), stance, "exact")


def stands(at: Span, page: Page) -> bool:
    """Whether a span still says what the page says."""
    return at.page == page.id and 0 <= at.start < at.end and page.text[at.start : at.end] == at.exact


def find(quotation: str, page: Page, stance: Stance = "supports") -> Citation | None:
    """Find a quotation on a page: word for word, else up to typography and line breaks, else (OCR pages only) nearly.

    A fuzzy match never bridges a digit: "64 packets" does not stand where the page says "62 packets".
    """
    if not quotation.strip():
        return None
    at = _whole(page.text, quotation)
    if at >= 0:
        return Citation(span(page, at, at + len(quotation)), stance, "exact")
    folded = fold(page.text, accents=page.origin != "ocr")
    needle = fold(quotation, accents=page.origin != "ocr").text.strip()
    if not needle:
        return None
    at = _whole(folded.text, needle)
    if at >= 0:
        return _citation(page, folded, at, at + len(needle), stance, "normalised")
    if page.origin != "ocr":
        return None
    return _unpunctuated(needle, page, folded, stance) or _nearly(needle, page, folded, stance)


def _whole(text: str, needle: str) -> int:
    """Where the needle stands as whole words; a needle must not stop inside a word or a number."""
    at = text.find(needle)
    while at >= 0:
        if not _cut(text, at, at + len(needle)):
            return at
        at = text.find(needle, at + 1)
    return -1


def _cut(text: str, start: int, end: int) -> bool:
    """Whether a range begins or ends inside a word or a number: "5 kg" in "3,5 kg", "000" or "12" in "12 000"."""
    before, needle, after = text[max(0, start - 5) : start], text[start:end], text[end : end + 6]
    if (before[-1:].isalnum() and needle[0].isalnum()) or (after[:1].isalnum() and needle[-1].isalnum()):
        return True
    left = _ENDS_IN_NUMBER.search(before) if needle[0].isdigit() else None
    right = _GOES_ON.match(after) if needle[-1].isdigit() else None
    begun = left is not None and (not left.group()[-1].isspace() or _GROUP_AT_START.match(text, start) is not None)
    goes_on = right is not None and (not right.group()[0].isspace() or _GROUP_AT_END.search(needle) is not None)
    return begun or goes_on


def _unpunctuated(needle: str, page: Page, folded: Folded, stance: Stance) -> Citation | None:
    """The same letters and digits in a row: engines lose colons and blanks. A comma inside a number counts."""
    wanted = "".join(needle[at] for at in _letters(needle))
    places = _letters(folded.text)
    at = "".join(folded.text[place] for place in places).find(wanted) if len(wanted) >= 8 else -1
    if at < 0:
        return None
    start, end = places[at], places[at + len(wanted) - 1] + 1
    if _cut(folded.text, start, end) or _numbers(needle) != _numbers(folded.text[start:end]):
        return None
    return _citation(page, folded, start, end, stance, "fuzzy")


def _letters(text: str) -> list[int]:
    """Where the letters, the digits and the marks between two digits stand."""
    return [
        at
        for at, char in enumerate(text)
        if char.isalnum() or (char in ".,:/" and text[at - 1 : at].isdigit() and text[at + 1 : at + 2].isdigit())
    ]


def _nearly(needle: str, page: Page, folded: Folded, stance: Stance) -> Citation | None:
    if len(needle) < 12:
        return None
    best = fuzz.partial_ratio_alignment(needle, folded.text, score_cutoff=FUZZY)
    if best is None or best.dest_end <= best.dest_start:
        return None
    start, end = _widened(folded.text, best.dest_start, best.dest_end)
    if _cut(folded.text, start, end) or not _misread(needle, folded.text[start:end]):
        return None
    return _citation(page, folded, start, end, stance, "fuzzy")


def _widened(text: str, start: int, end: int) -> tuple[int, int]:
    """The range with its first and last word whole: half a word would compare as another word."""
    while start > 0 and text[start].isalnum() and text[start - 1].isalnum():
        start -= 1
    while end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return start, end


def _misread(needle: str, shown: str) -> bool:
    """Whether one may be the other as an engine misreads it: the same numbers, no word more or less or another."""
    if _numbers(needle) != _numbers(shown):
        return False
    told, read = _WORD.findall(needle), _WORD.findall(shown)
    changes = SequenceMatcher(None, told, read, autojunk=False).get_opcodes()
    return all(tag == "equal" or _slips(told[a:b], read[c:d]) for tag, a, b, c, d in changes)


def _slips(told: list[str], read: list[str]) -> bool:
    """Whether these words are misreadings of those: letter by letter, torn apart or run together; or mere specks."""
    if not told or not read:
        return all(word in _SPECKS for word in [*told, *read])
    if len(told) == len(read) and all(map(_slip, told, read)):
        return True
    return _shape("".join(told)) == _shape("".join(read))


def _slip(told: str, read: str) -> bool:
    """One letter in five may differ beyond what engines confuse, but not as a prefix: "legal" is no "illegal"."""
    if told != read and (told.endswith(read) or read.endswith(told)):
        return False
    return Levenshtein.distance(_shape(told), _shape(read)) <= min(len(told), len(read)) // SLIP


def _shape(word: str) -> str:
    for pair, one in _CONFUSED:
        word = word.replace(pair, one)
    return word.translate(_ALIKE)


def _numbers(text: str) -> list[str]:
    """The numbers of a text: "1,5" is no "15", and "12 3" no "1 23"."""
    return _NUMBER.findall(_GROUPED.sub("", text))


def _citation(page: Page, folded: Folded, start: int, end: int, stance: Stance, match: Match) -> Citation:
    left, right = folded.original(start, end)
    return Citation(span(page, left, right), stance, match)
