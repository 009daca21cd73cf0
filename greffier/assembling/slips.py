"""Checks inside a few words: a number spelled out against its digits, a day of the week against its date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from text_to_num import text2num

from greffier.assembling.checking import Hit, Material, Words, cite
from greffier.assembling.rulebook import Rule
from greffier.records import Mention, Page
from greffier.text import fold, key

_DIGITS = re.compile(r"\(\s*(?P<number>\d{1,3}(?:[ \u00a0\u202f.]\d{3})+|\d{1,9})\s*(?P<unit>[^\W\d]{1,12}|[€%])?\s*\)")
_WORDS_BEFORE = re.compile(r"(?:[^\W\d_]+[\s\u00a0’'-]+){0,11}[^\W\d_]+[\s\u00a0]*$")
_LONGEST = 10  # words of a spelled number looked at
_UNITS = {
    word: unit
    for unit, words in {
        "EUR": "eur euro euros €",
        "kg": "kg kilo kilos kilogramme kilogrammes kilogram kilograms",
        "g": "g gr gramme grammes gram grams",
        "%": "% pourcent percent",
    }.items()
    for word in words.split()
}
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
    r"\b(?:1[89]|20)\d\d\b|\b\d{1,2}[./-]\d{1,2}[./-]\d{2}\b|deux mille|mil neuf|dix neuf cent|two thousand|twenty"
)


def spelled_against_digits(material: Material, rule: Rule) -> Iterator[Hit]:
    """« QUATRE (5) »: the words say one number and the digits beside them another."""
    for page in material.known.ordered_pages():
        if page.near_duplicate_of is None:
            yield from _on_page(page)


def _on_page(page: Page) -> Iterator[Hit]:
    for digits in _DIGITS.finditer(page.text):
        before = _WORDS_BEFORE.search(page.text, max(0, digits.start() - 160), digits.start())
        spelled = _spelled(page.text, before.start(), digits.start(), digits["unit"], page.language) if before else None
        if spelled is None:
            continue
        start, value = spelled
        if value != int(re.sub(r"\D", "", digits["number"])):
            told = " ".join(page.text[start : digits.end()].split())
            end = start + len(page.text[start : digits.start()].rstrip())
            sides = (cite(page, start, end), cite(page, *digits.span(), "contradicts"))
            yield Hit(sides, page.origin != "ocr", {"told": told})


def _spelled(text: str, start: int, end: int, unit: str | None, language: str | None) -> tuple[int, int] | None:
    """Return where the spelled number right before the digits begins, and its value; None where there is none.

    A unit may stand between ("mille quatre grammes (1 004 g)") if the digits bear the same one.
    """
    words = list(re.finditer(r"[^\W\d_]+", text[start:end]))[-_LONGEST:]
    if words and (named := _UNITS.get(key(words[-1].group()))) is not None:
        if unit is not None and _UNITS.get(key(unit)) != named:
            return None
        words = words[:-1]
    elif unit is not None:
        return None
    for first in range(len(words)):
        told = " ".join(key(word.group()) for word in words[first:])
        for tongue in ("en", "fr") if language == "en" else ("fr", "en"):
            value = _value(told, tongue)
            if value is not None:
                return start + words[first].start(), value
    return None


def _value(told: str, tongue: str) -> int | None:
    if told.startswith(("et ", "and ")):
        return None
    try:
        return int(text2num({"une": "un"}.get(told, told), tongue))
    except ValueError:
        return None


def weekday_against_date(material: Material, rule: Rule) -> Iterator[Hit]:
    """« mardi 16 mars 2023 » where the sixteenth was a Thursday; only where the page itself tells the year."""
    known = material.known
    for page in known.ordered_pages():
        for mention in known.on_page.get(page.id, ()):
            if mention.kind == "date" and page.near_duplicate_of is None:
                yield from _weekday(page, mention)


def _weekday(page: Page, mention: Mention) -> Iterator[Hit]:
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
    yield Hit(sides, page.origin != "ocr", words)


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


def _day(mention: Mention) -> date | None:
    time = mention.time
    if time is None or time.modality != "stated" or time.approximate or time.earliest[:10] != time.latest[:10]:
        return None
    try:
        return date.fromisoformat(time.earliest[:10])
    except ValueError:
        return None
