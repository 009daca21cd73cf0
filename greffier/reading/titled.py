"""Papers inside a piece whose title names the act that they record: a hearing, a search, an order, with its time.

A file of orders or of records is often one piece: each page with a title of its own, or with « L'an deux mille … »,
begins a paper, and what is done on it is of that paper's day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

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
    r"|(?:record|report)\s+of\s+(?:an?\s+|the\s+)?)?\s*"
)
_REST = re.compile(r"[ ]{3,}\S.*$|\t.*$")  # what stands in another column
_CONTINUED = re.compile(r"\b(?:suite|cont(?:inue)?d|cont'd|contd)\b")
_SENTENCE = re.compile(r"[.;?!]\s+[a-z]|[.;,]\s*$|:\s*\S+@")
_BY_CLOSE = frozenset(("authorise", "request", "transmit"))  # which are of the day of their signature
_NEAR = 5  # lines from a title to the day that opens a line below it
_APPENDED = re.compile(
    r"\b(?:annexe?|copie|copy|projet|draft|modele|specimen|template|liste|list\s+of|formulaire\s+vierge)\b"
)


class Titled(NamedTuple):
    """A paper inside a piece: its pages, where its title stands on the first of them, what act it records, when."""

    pages: tuple[Page, ...]
    title: tuple[int, int] | None
    type: str | None
    time: Time | None


def papers(pages: Sequence[Page], dates: Sequence[Mention]) -> list[Titled]:
    """Return the papers of a piece in order; together they have all its pages."""
    titles = [_title(level(page.text), page.text) for page in pages]
    begins = [at for at, page in enumerate(pages) if at == 0 or titles[at] or formula(page, dates)]
    return [_paper(pages[left:right], titles[left], dates) for left, right in pairwise([*begins, len(pages)])]


def days(pages: Sequence[Page], dates: Sequence[Mention]) -> dict[str, Time]:
    """The day of the paper that each page is of, where the paper says it."""
    return {page.id: day_of(paper.time) for paper in papers(pages, dates) if paper.time for page in paper.pages}


def day_of(time: Time) -> Time:
    """The day of a time: what is done on a paper is done after the hour of its head."""
    day = time.earliest[:10]
    return replace(time, edtf=day, earliest=day, latest=time.latest[:10])


def _paper(pages: Sequence[Page], title: tuple[int, int, str] | None, dates: Sequence[Mention]) -> Titled:
    type_ = title[2] if title else None
    if title is None or type_ in _BY_CLOSE:
        time = closing_time(pages, dates) or own_time(pages, dates)
    else:
        time = own_time(pages, dates) or _below(pages[0], title[1], dates)
    return Titled(tuple(pages), title[:2] if title else None, type_, time)


def _below(page: Page, at: int, dates: Sequence[Mention]) -> Time | None:
    """The day that opens a line right below a title: `Thursday, April 28, 2022, 1:00 p.m.`"""
    end = at
    for _ in range(_NEAR):
        end = page.text.find("\n", end + 1) if end >= 0 else end
    for one in dates:
        here = one.span.page == page.id and at <= one.span.start and (end < 0 or one.span.start < end)
        if here and one.time and one.time.modality == "stated" and one.time.earliest[:10] == one.time.latest[:10] != "":
            begin = page.text.rfind("\n", 0, one.span.start) + 1
            if not page.text[begin : one.span.start].strip(" \t-–—*"):
                return one.time
    return None


def _title(flat: str, text: str) -> tuple[int, int, str] | None:
    """Where the title of a page stands that names an act, and the act; None where the page goes on with another."""
    for start, end in _first_lines(flat):
        line = flat[start:end]
        if _CONTINUED.search(line):
            return None
        if len(line) > _LONGEST or len(line.split()) > _WORDS or _SENTENCE.search(line) or _APPENDED.match(line):
            continue
        found = _PREFIX.match(line)
        at = start + (found.end() if found else 0)
        if not text[at : at + 1].isupper() and not text[start : start + 1].isupper():
            continue
        for type_, pattern in _titles().items():
            if pattern.fullmatch(flat, at, end):
                return start, end, type_
    return None


def _first_lines(flat: str) -> Iterator[tuple[int, int]]:
    """Where the first lines of a page begin and end, without their blanks and what stands in another column."""
    at = 0
    for line in flat.split("\n")[:_LINES]:
        bare = _REST.sub("", line.strip()).rstrip()
        start = at + len(line) - len(line.lstrip())
        if bare:
            yield start, start + len(bare)
        at += len(line) + 1


@lru_cache(maxsize=1)
def _titles() -> dict[str, re.Pattern[str]]:
    return {type_: re.compile(" ".join(words.split()).replace(" |", "|")) for type_, words in table("acts").items()}
