"""Does this quotation stand on this page? The one definition of a citation, for answers, drafts, exports and verify."""

from __future__ import annotations

from rapidfuzz import fuzz

from greffier.records import Citation, Match, Page, Span, Stance
from greffier.text import Folded, fold

CONTEXT = 32  # characters of prefix and suffix kept, as in W3C text quote selectors
FUZZY = 95.0  # percent of likeness asked of a quotation on an OCR page; below it, it does not stand


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
        before, after = text[at - 1 : at], text[at + len(needle) : at + len(needle) + 1]
        if not (before.isalnum() and needle[0].isalnum()) and not (after.isalnum() and needle[-1].isalnum()):
            return at
        at = text.find(needle, at + 1)
    return -1


def _unpunctuated(needle: str, page: Page, folded: Folded, stance: Stance) -> Citation | None:
    """The same letters and digits in a row: engines lose colons and blanks. A comma inside a number counts."""
    wanted = "".join(needle[at] for at in _letters(needle))
    places = _letters(folded.text)
    at = "".join(folded.text[place] for place in places).find(wanted) if len(wanted) >= 8 else -1
    if at < 0:
        return None
    start, end = places[at], places[at + len(wanted) - 1] + 1
    if folded.text[start - 1 : start].isalnum() or folded.text[end : end + 1].isalnum():
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
    if _digits(needle) != _digits(folded.text[best.dest_start : best.dest_end]):
        return None
    return _citation(page, folded, best.dest_start, best.dest_end, stance, "fuzzy")


def _digits(text: str) -> str:
    return "".join(char for char in text if char.isdigit())


def _citation(page: Page, folded: Folded, start: int, end: int, stance: Stance, match: Match) -> Citation:
    left, right = folded.original(start, end)
    return Citation(span(page, left, right), stance, match)
