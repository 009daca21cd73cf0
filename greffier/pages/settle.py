"""A leaf becomes a page: its text is frozen, its words are checked against it, its quality graded."""

from __future__ import annotations

import hashlib
import math
import re

from greffier.pages.folios import folio
from greffier.records import Doubt, Grade, Layout, Leaf, Page, Source, Word, digest
from greffier.text import clean, freeze, language

_MEANINGLESS = re.compile("[\ufffd\ue000-\uf8ff]")  # what a PDF font without a table of characters yields
DOUBTFUL = 60  # the confidence below which a word is more often wrong than right
LONGEST_DOUBT = 80  # characters
MOST_DIRT = 0.05  # of the words of a page of grade A: dust and strokes that were read as words
_MEANT = re.compile(r"[\W_]{0,80}+[^\W_].*|[«»“”\"'(),.:;!?…/&%€$+*°=–—-]+")  # a word that print has
MOST_MEANINGLESS = 0.05  # of the characters of a page that still counts as text


def settle(leaf: Leaf, source: Source) -> tuple[Page, Layout]:
    """Return the page and its layout. Nothing that the leaf says is believed: it may come from a hostile file.

    Words that do not stand in the text, overlap or have no box are dropped; boxes are clipped to the page.
    """
    text, words = _frozen(leaf.text, _possible(leaf.words, len(leaf.text)))
    text_sha256 = hashlib.sha256(text.encode("utf-8")).hexdigest()
    confidence = _confidence(words) if leaf.origin == "ocr" else None
    page = Page(
        id=digest("page", source.sha256, leaf.number, leaf.origin, text_sha256),
        source=source.id,
        number=leaf.number,
        folio=folio(text, words, recognised=leaf.origin == "ocr"),
        origin=leaf.origin,
        grade=_grade(leaf, text, words, confidence),
        language=language(text),
        text=text,
        text_sha256=text_sha256,
        width=_length(leaf.width),
        height=_length(leaf.height),
        confidence=confidence,
        made=leaf.made,
        label=leaf.label,
        blank=leaf.blank and not text.strip(),
    )
    return page, Layout.of(page.id, words, _doubts(leaf, text, words))


def _possible(words: tuple[Word, ...], length: int) -> tuple[Word, ...]:
    """The words that can be true, in the order of the text."""
    kept: list[Word] = []
    done = 0
    for word in sorted(words):  # some five hundred a page: written out, since calls would take four times as long
        start, end, x0, y0, x1, y1, confidence = word
        if not done <= start < end <= length:
            continue
        if not (0.0 <= x0 < x1 <= 1.0 and 0.0 <= y0 < y1 <= 1.0 and 0 <= confidence <= 100):  # false for NaN too
            clipped = _clipped(word)
            if clipped is None:
                continue
            word = clipped
        done = end
        kept.append(word)
    return tuple(kept)


def _clipped(word: Word) -> Word | None:
    """The word with its box cut to the page; None where nothing of it is on the page."""
    if not all(math.isfinite(side) for side in word[2:6]):
        return None
    x0, y0, x1, y1 = (min(1.0, max(0.0, side)) for side in word[2:6])
    if x0 >= x1 or y0 >= y1:
        return None
    return Word(word.start, word.end, x0, y0, x1, y1, max(0, min(100, word.confidence)))


def _frozen(text: str, words: tuple[Word, ...]) -> tuple[str, tuple[Word, ...]]:
    """The text cleaned and the words moved with it; without words where they cannot be moved."""
    cleaned = freeze(text)
    if cleaned == text:
        return text, words
    moved: list[Word] = []
    parts: list[str] = []
    length = done = 0
    for word in words:
        before, inside = freeze(text[done : word.start]), clean(text[word.start : word.end])
        parts += (before, inside)
        start, length, done = length + len(before), length + len(before) + len(inside), word.end
        if inside:
            moved.append(word._replace(start=start, end=length))
    if "".join(parts) + freeze(text[done:]) != cleaned:
        return cleaned, ()
    return cleaned, tuple(moved)


def _doubts(leaf: Leaf, text: str, words: tuple[Word, ...]) -> tuple[Doubt, ...]:
    """The doubts about words that are there; none where the text had to be cleaned and its words were moved."""
    if text != leaf.text:
        return ()
    places = {(word.start, word.end) for word in words}
    sound = (doubt for doubt in leaf.doubts if (doubt.start, doubt.end) in places)
    return tuple(doubt._replace(other=clean(doubt.other)[:LONGEST_DOUBT]) for doubt in sound)


def _confidence(words: tuple[Word, ...]) -> float | None:
    if not words:
        return None
    return round(sum(word.confidence for word in words) / len(words) / 100, 4)


def _grade(leaf: Leaf, text: str, words: tuple[Word, ...], confidence: float | None) -> Grade:
    if leaf.blank and not text.strip():
        return "A"  # all that is on it is known
    if not text.strip() or len(_MEANINGLESS.findall(text)) > MOST_MEANINGLESS * len(text):
        return "C"
    if leaf.origin != "ocr":
        return "A"
    if confidence is None:
        return "C"
    return _grade_of_reading(text, words, confidence)


def _grade_of_reading(text: str, words: tuple[Word, ...], confidence: float) -> Grade:
    """The criteria of docs/reference.md; what they come to was measured, see bench/RESULTS.md."""
    doubtful = sum(word.confidence < DOUBTFUL for word in words) / len(words)
    dirt = sum(not _MEANT.fullmatch(text, word.start, word.end) for word in words) / len(words)
    if confidence >= 0.92 and doubtful <= 0.04 and dirt <= MOST_DIRT:
        return "A"
    return "B" if confidence >= 0.84 and doubtful <= 0.12 else "C"


def _length(told: float) -> float:
    return told if math.isfinite(told) and told > 0 else 0.0
