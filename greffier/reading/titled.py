"""Papers inside a piece whose title names the act that they record: a hearing, a search, an order, with its time.

A file of orders or of records is often one piece: each page with a title of its own, or with « L'an deux mille … »,
begins a paper, and so does a title right below a rule across the page; what is done on it is of that paper's day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from greffier.reading.aside import is_aside
from greffier.reading.heads import closing_time, formula, own_time
from greffier.reading.vocabulary import level, table
from greffier.records import Mention, Page, Time

_LINES = 16  # of a page, in which its title stands
_LONGEST = 100  # characters of a title
_WORDS = 15
_PREFIX = re.compile(
    r"[\W\d_]*(?:(?:objet|subject|re)\s?:\s*)?(?:(?:form|formulaire|annexe?|appendix|piece|schedule|item)"
    r"\s[\w/.-]{1,10}\s{1,3}[\W_]*)?"
    r"(?:(?:process?[- ]verbal|p\.?v\.?)(?:\s(?:n[°o]\.?\s?)?[\w/.-]*\d[\w/.-]*)?(?:\s(?:initial|subsequent))?"
    r"\s*(?:[:–—-]\s*)?(?:d'(?:une?\s)?|de\s(?:la\s)?|du\s)?"
    r"|(?:(?:excerpt|extract|transcript)\s+(?:of|from)\s+|extrait\s+d(?:e\s+(?:la\s+)?|u\s+|')|certificat\s+de\s+|attestation\s+de\s+)?"
    r"(?:(?:record|report)\s+of\s+(?:an?\s+|the\s+)?)?)?\s*"
)
_CELL = re.compile(r"\S(?:[ ]{0,2}\S)*")  # what stands in one column of a line
_SPACED = re.compile(r"(?:[A-ZÀ-Ý][ ]{1,3}){3,40}[A-ZÀ-Ý]")  # `S E A R C H   W A R R A N T`
_BRACKETED = re.compile(r"\s*\([^()\n]{0,60}\)?$")
_AND = re.compile(r"\s(?:et|and|&|ou|suivie?s?\s+de)\s+(?:(?:de\s+|d')(?:la\s+|l')?|of\s+|la\s+|the\s+)?|,\s+")
_RULE = re.compile(r"(?m)^[ \t]*(?:[-=_*.~][ ]?){8,200}[ \t]*$")
_CONTINUED = re.compile(r"\b(?:suite|cont(?:inue)?d|cont'd|contd)\b")
_SENTENCE = re.compile(r"[.;?!]\s+[a-z]|[.;,]\s*$|:\s*\S{1,64}@")
_BY_CLOSE = frozenset(("authorise", "request", "transmit"))  # which are of the day of their signature
_NEAR = 5  # lines from a title to the day that opens a line below it
_LEADS = re.compile(
    r"[\s*–—-]*(?:[a-z][\w'. -]{1,40},\s+)?(?:(?:le|on|ce|this)\s+)?"
)  # and what may stand before it: a town
_DATED = re.compile(r"\bdate\b[^\n\d]{0,12}$")
_TAKEN = re.compile(  # `Taken by Sgt Moore, 8 March 2024`: when a statement was
    r"[ \t]*(?:statement\s+)?(?:taken|recorded|commenced|started|begun|recueillie?|prise|entendue?|enregistree?)\b"
    r"[^\n]{0,60}$"
)
_TOGETHER = frozenset(
    ("search", "seize", "weigh", "destroy", "arrest", "custody_start", "hear")
)  # that one title joins
_APPENDED = re.compile(
    r"\b(?:annexe?|copie|copy|projet|draft|modele|specimen|template|liste|list\s+of|formulaire\s+vierge)\b"
)


class Titled(NamedTuple):
    """A paper inside a piece: its pages, where its title stands on the first of them, what acts it records, when.

    `text` is what of its pages is its own, on their level view.
    """

    pages: tuple[Page, ...]
    title: tuple[int, int] | None
    types: tuple[str, ...]
    time: Time | None
    text: str


class _Title(NamedTuple):
    start: int
    end: int
    types: tuple[str, ...]


class _Begin(NamedTuple):
    """Where a paper begins: the place of its page in the piece, an offset there, its title."""

    page: int
    at: int
    title: _Title | None


def papers(pages: Sequence[Page], dates: Sequence[Mention]) -> list[Titled]:
    """Return the papers of a piece in order; together they have all its pages."""
    begins = list(_begins(pages, dates))
    ends = [*begins[1:], _Begin(len(pages), 0, None)]
    return [_paper(pages, begin, end, dates) for begin, end in zip(begins, ends, strict=False)]


def days(pages: Sequence[Page], dates: Sequence[Mention]) -> dict[str, Time]:
    """The day of the paper that each page is of, where the paper says it; of several on one page, the first."""
    found: dict[str, Time] = {}
    for paper in papers(pages, dates):
        if paper.time is not None:
            for page in paper.pages:
                found.setdefault(page.id, day_of(paper.time))
    return found


def day_of(time: Time) -> Time:
    """The day of a time: what is done on a paper is done after the hour of its head."""
    day = time.earliest[:10]
    return replace(time, edtf=day, earliest=day, latest=time.latest[:10])


def _begins(pages: Sequence[Page], dates: Sequence[Mention]) -> Iterator[_Begin]:
    for place, page in enumerate(pages):
        flat = level(page.text)
        title = _title(flat, page.text, 0, _LINES)
        if place == 0 or title or formula(page, dates):
            yield _Begin(place, 0, title)
        for rule in _RULE.finditer(page.text):
            rest = flat[rule.end() :].lstrip()
            line = flat.rfind("\n", 0, len(flat) - len(rest)) + 1
            lower = _title(flat, page.text, line, 1) if rest else None
            if lower and (title is None or lower.start > title.start):
                yield _Begin(place, rule.end(), lower)


def _paper(pages: Sequence[Page], begin: _Begin, end: _Begin, dates: Sequence[Mention]) -> Titled:
    whole = pages[begin.page : end.page + (end.at > 0)]
    left = {whole[0].id: begin.at} if whole else {}
    right = {whole[-1].id: end.at} if end.at else {}
    dates = [
        one
        for one in dates
        if left.get(one.span.page, 0) <= one.span.start < right.get(one.span.page, one.span.start + 1)
    ]
    text = "\n".join(level(page.text)[left.get(page.id, 0) : right.get(page.id)] for page in whole)
    title = begin.title
    if title is None or title.types[0] in _BY_CLOSE:
        time = closing_time(whole, dates) or own_time(whole, dates)
    else:
        near = (_taken, _below, _doubtful) if title.types[0] == "hear" else (_below, _doubtful)
        told = (one(whole[0], title.end, dates) for one in near)
        time = own_time(whole, dates) or next((one for one in told if one is not None), None)
    return Titled(tuple(whole), title[:2] if title else None, title.types if title else (), time, text)


def _below(page: Page, at: int, dates: Sequence[Mention]) -> Time | None:
    """The day that stands beside a title or opens a line right below it: `Thursday, April 28, 2022, 1:00 p.m.`"""
    flat, end = level(page.text), at
    for _ in range(_NEAR):
        end = flat.find("\n", end + 1) if end >= 0 else end
    for one in dates:
        here = one.span.page == page.id and at <= one.span.start and (end < 0 or one.span.start < end)
        if here and one.time and one.time.modality == "stated" and one.time.earliest[:10] == one.time.latest[:10] != "":
            begin = max(at, flat.rfind("\n", 0, one.span.start) + 1, flat.rfind("   ", 0, one.span.start) + 1)
            born = is_aside(flat[max(0, one.span.start - 200) : one.span.start])
            if _LEADS.fullmatch(flat, begin, one.span.start) and not born:
                return one.time
    return None


def _taken(page: Page, at: int, dates: Sequence[Mention]) -> Time | None:
    """The day in the line that says who took a statement."""
    flat = level(page.text)
    for one in dates:
        begin = flat.rfind("\n", 0, one.span.start) + 1
        if one.span.page == page.id and begin >= at and one.time and _TAKEN.match(flat, begin, one.span.start):
            return one.time
    return None


def _doubtful(page: Page, at: int, dates: Sequence[Mention]) -> Time | None:
    """A labelled day below a title of which the page leaves open which number is the month."""
    flat = level(page.text)
    near = (one for one in dates if one.span.page == page.id and at <= one.span.start)
    told = (one.time for one in near if one.time and _DATED.search(flat, max(0, one.span.start - 24), one.span.start))
    return next((time for time in told if time.edtf.startswith("[")), None)


def _title(flat: str, text: str, at: int, lines: int) -> _Title | None:
    """Where the title of a page stands that names acts, and the acts; None where the page goes on with another."""
    for start, end, first in _cells(flat, at, lines):
        line = flat[start:end]
        if first and _CONTINUED.search(line):
            return None
        if len(line) > _LONGEST or len(line.split()) > _WORDS or _SENTENCE.search(line) or _APPENDED.match(line):
            continue
        if not first and not text[start:end].isupper():
            continue
        found = _PREFIX.match(line)
        begin = found.end() if found else 0
        if not text[start + begin : start + begin + 1].isupper() and not text[start : start + 1].isupper():
            continue
        if types := _types(_BRACKETED.sub("", line[begin:])):
            return _Title(start, end, types)
    return _letters_apart(flat, text, at, lines)


def _types(line: str) -> tuple[str, ...]:
    """The acts that the words of a title name; « perquisition et saisie » are two."""
    first = _named(line)
    if first is None:
        return ()
    more = (_named(line[joint.end() :]) for joint in _AND.finditer(line))
    return tuple(dict.fromkeys((first, *(one for one in more if one in _TOGETHER and first in _TOGETHER))))


def _named(words: str) -> str | None:
    return next((type_ for type_, pattern in _titles().items() if pattern.fullmatch(words)), None)


def _letters_apart(flat: str, text: str, at: int, lines: int) -> _Title | None:
    """`S E A R C H   W A R R A N T`"""
    end = at
    for _ in range(lines):
        end = text.find("\n", end + 1) if end >= 0 else end
    spaced = _SPACED.search(text, at, end if end >= 0 else len(text))
    if spaced is None:
        return None
    parts = re.split(r"[ ]{2,}", flat[slice(*spaced.span())])
    types = _types(" ".join(part.replace(" ", "") for part in parts))
    return _Title(*spaced.span(), types) if types else None


def _cells(flat: str, at: int, lines: int) -> Iterator[tuple[int, int, bool]]:
    """Where what the columns of the first lines hold begins and ends, and whether it is the first of its line."""
    for line in flat[at:].split("\n", lines)[:lines]:
        for place, cell in enumerate(_CELL.finditer(line)):
            yield at + cell.start(), at + cell.end(), place == 0
        at += len(line) + 1


@lru_cache(maxsize=1)
def _titles() -> dict[str, re.Pattern[str]]:
    return {type_: re.compile(" ".join(words.split()).replace(" |", "|")) for type_, words in table("acts").items()}
