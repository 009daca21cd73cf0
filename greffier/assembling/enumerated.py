"""A number and its parts in one sentence: « 24 téléphones au total : 5 au salon, 8 à la cave et 9 en voiture »."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from greffier.assembling.checking import Hit, Material, Words, cite
from greffier.assembling.figures import Figure, figures
from greffier.assembling.rulebook import Rule
from greffier.assembling.spelling import value
from greffier.records import Page
from greffier.text import folded, sentences

_IN_ALL = re.compile(r"\b(?:au total|en tout|in all|in total|altogether|a total of|un total de)\b", re.IGNORECASE)
_PARTED = re.compile(r"[,;]\s|\s(?:et|and|plus)\s")
_LEADING = re.compile(r"\s*(?:(?:et|and|puis|then|plus|à savoir|namely)\s+)?")
_OTHERWISE = re.compile(
    r"\b(?:dont|including|of which|environ|about|some|près de|at least|au moins|chacun|each)\b", re.I
)
_FEWEST = 2  # parts


def sentence_parts_differ(material: Material, rule: Rule) -> Iterator[Hit]:
    """A sentence that counts in all so many, then each part after a colon, and the parts make another number."""
    for page in material.known.ordered_pages():
        if page.near_duplicate_of is None and _IN_ALL.search(page.text):
            for start, end in sentences(page.text):
                yield from _in_sentence(page, start, end)


def _in_sentence(page: Page, start: int, end: int) -> Iterator[Hit]:
    colon = re.compile(r"\s?:\s").search(page.text, start, end)
    if colon is None or not _IN_ALL.search(page.text, start, colon.start()) or _OTHERWISE.search(page.text, start, end):
        return
    totals = list(figures(page.text, start, colon.start()))
    parts = list(_parts(page.text, colon.end(), end))
    if len(totals) != 1 or len(parts) < _FEWEST or None in parts:
        return
    told = [part for part in parts if part is not None]
    made = sum((part.worth for part in told), Decimal(0))
    if made != totals[0].worth:
        cited = (
            *(cite(page, part.start, part.end) for part in told),
            cite(page, totals[0].start, totals[0].end, "contradicts"),
        )
        words: Words = {"parts": f"{made:f}", "total": page.text[totals[0].start : totals[0].end]}
        yield Hit(cited, page.origin != "ocr", words)


def _parts(text: str, start: int, end: int) -> Iterator[Figure | None]:
    """The number with which each part begins; None for one that begins otherwise: no list of numbers."""
    at = start
    for parting in [*_PARTED.finditer(text, start, end), None]:
        until = parting.start() if parting else end
        yield _leading(text, at, until)
        at = parting.end() if parting else end


def _leading(text: str, start: int, end: int) -> Figure | None:
    first = _LEADING.match(text, start, end)
    at = first.end() if first else start
    told = next(figures(text, at, end), None)
    if told is not None and told.start == at:
        return told
    word = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*").match(text, at, end)
    worth = _worth(word.group()) if word else None
    return Figure(word.start(), word.end(), (Decimal(worth),)) if word and worth is not None else None


def _worth(word: str) -> int | None:
    flat = folded(word).replace("-", " ")
    return next((told for tongue in ("fr", "en") if (told := value(flat, tongue)) is not None), None)
