"""A slip inside a few words: a day of the week against its date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from greffier.assembling.checking import Hit, Material, Words, cite
from greffier.assembling.lookup import Lookup
from greffier.assembling.rulebook import Rule
from greffier.assembling.times import one_day
from greffier.records import Citation, Mention, Page
from greffier.text import fold, key

_WEEKDAYS = {
    word: number
    for number, words in enumerate(
        "lundi/monday mardi/tuesday mercredi/wednesday jeudi/thursday vendredi/friday samedi/saturday "
        "dimanche/sunday".split()
    )
    for word in words.split("/")
}
_NAMES = tuple(
    zip(
        ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
        ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
        strict=True,
    )
)
_YEAR = re.compile(
    r"\b(?:1[89]|20)\d\d\b|\b\d{1,2}[./-]\d{1,2}[./-]\d{2}\b|deux mill?e?\b|mil neuf|dix neuf cent|two thousand|twenty"
)
_ELSEWHERE = 3  # other pages that are cited


def weekday_against_date(material: Material, rule: Rule) -> Iterator[Hit]:
    """« mardi 16 mars 2023 » where the sixteenth was a Thursday; only where the page itself tells the year."""
    known = material.known
    for page in known.ordered_pages():
        for mention in known.on_page.get(page.id, ()):
            if mention.kind == "date" and page.near_duplicate_of is None:
                yield from _weekday(known, page, mention)


def _weekday(known: Lookup, page: Page, mention: Mention) -> Iterator[Hit]:
    day = _day(mention)
    told = _told_weekday(mention) if day is not None else None
    if told is None or day is None or day.weekday() == told[2] or not _YEAR.search(key(mention.span.exact)):
        return
    start, end, weekday = told
    words: Words = {
        "day": " ".join(page.text[min(start, mention.span.start) : mention.span.end].split()),
        "told": _NAMES[weekday],
        "true": _NAMES[day.weekday()],
    }
    sides = (cite(page, start, end), cite(page, *_date_beside(page.text, mention, start, end), "contradicts"))
    yield Hit((*sides, *_rightly(known, page, day)), page.origin != "ocr", words)


def _rightly(known: Lookup, apart: Page, day: date) -> list[Citation]:
    """Where pages tell the same date with its true day of the week, or by that day alone: « le samedi »."""
    found = []
    for page in known.ordered_pages():
        modalities = ("stated", "inferred", "relative") if page.id != apart.id else ("relative",)
        for mention in known.on_page.get(page.id, ()):
            if mention.kind == "date" and _day(mention, modalities) == day:
                told = _told_weekday(mention)
                if told is not None and told[2] == day.weekday():
                    found.append(cite(page, min(told[0], mention.span.start), mention.span.end, "contradicts"))
    return found[:_ELSEWHERE]


def _told_weekday(mention: Mention) -> tuple[int, int, int] | None:
    """Return where on the page the weekday of a date begins and ends, inside the mention or before it, and which."""
    view, at = fold(mention.span.exact), mention.span.start
    inside = [found for found in re.finditer(r"[a-z]+", view.text) if found.group() in _WEEKDAYS]
    if inside:
        start, end = view.original(*inside[0].span())
        return (at + start, at + end, _WEEKDAYS[inside[0].group()]) if len(inside) == 1 else None
    before = re.search(r"(?<!\w)(\w++),?\s++$", mention.span.prefix)
    if before and (word := key(before.group(1))) in _WEEKDAYS:
        start = at - len(before.group())
        return start, start + len(before.group(1)), _WEEKDAYS[word]
    return None


def _date_beside(text: str, mention: Mention, start: int, end: int) -> tuple[int, int]:
    """Return the words of a date without its weekday, which stands at one end of it or before it."""
    first, last = mention.span.start, mention.span.end
    if start - first > last - max(first, end):
        last = start
    else:
        first = max(first, end)
    words = text[first:last]
    return first + len(words) - len(words.lstrip(" ,\n\u00a0")), last - len(words) + len(words.rstrip(" ,\n\u00a0"))


def _day(mention: Mention, modalities: tuple[str, ...] = ("stated",)) -> date | None:
    """The only day that a date may mean; an evening is of one day, though nobody knows its hour."""
    time = mention.time
    if time is None or time.modality not in modalities or (time.approximate and "T" not in time.earliest):
        return None
    return one_day(time)
