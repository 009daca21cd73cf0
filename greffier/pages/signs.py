"""What one page shows of being the first, a later or the last page of a document."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from greffier.pages import labels
from greffier.pages.kinds import body_kind
from greffier.pages.piece_cues import CLOSING, CONTINUED, LETTERHEAD
from greffier.records import Page, PieceKind
from greffier.text import key

HEAD, FOOT = 12, 12  # lines in which letterheads and closing words stand
CONTINUED_WITHIN = 4  # lines in which a page says that it goes on
BLANK = 12  # letters and digits under which a page separates documents
MOST_PRESENTED = 3.0  # weight of all that presents a document without naming it

_MONTH = (
    r"(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|january|february|march|"
    r"april|may|june|july|august|september|october|november|december)"
)
_DATED = re.compile(
    rf"^(?:[a-z' -]{{2,30}},? ?)?(?:date ?:? ?|le |the |on |du |dated )*(?:\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{2,4}}|"
    rf"\d{{1,2}}(?:er|st|nd|rd|th)? {_MONTH} \d{{4}}|{_MONTH} \d{{1,2}},? \d{{4}})"
)
_LABELLED = re.compile(r"^[a-z][a-z'./ -]{2,32} ?: ?\S")
_ADDRESSED = re.compile(
    r"^(?:from|to|cc|sent|date|subject|de|a|envoye(?: le)?|cc|objet|destinataires?|expediteur|re) ?: ?\S"
)
_GREETED = re.compile(r"^(?:dear\b|(?:cher|chere|chers)\b|(?:madame|monsieur|maitre|mesdames|messieurs)\b[^.]{0,40},$)")
_BYLINE = re.compile(
    r"^(?:by|par) [a-z][\w'-]+ [a-z]|\b(?:publie|mis a jour) le\b|\bmin(?:ute)?s? (?:de lecture|read)\b|"
    r"\btemps de lecture\b|\b(?:correspondent|envoyee? speciale?|reporter)\b"
)
_NUMBERED = re.compile(r"^[-–— (]*(?:page |p\. ?|feuillet |sheet )?(\d{1,3})[-–— )]*$")
_ENDS = re.compile(r"[.!?:;»\"”)…]\s*$")


@dataclass(frozen=True, slots=True)
class Signs:
    """The signs of one page. `presented` weighs what presents a document without naming it (a date line, labels…)."""

    blank: bool
    heading: str | None
    reference: str | None
    counter: tuple[int, int] | None
    number: int | None
    letterhead: bool
    presented: float
    continued: bool
    closed: bool
    body: PieceKind | None
    language: str | None
    running: str
    starts_small: bool
    ends_open: bool


def signs(page: Page) -> Signs:
    """Return what a page shows."""
    lines = [line.strip() for line in page.text.split("\n") if line.strip()]
    head, foot = [key(line) for line in lines[:HEAD]], [key(line) for line in lines[-FOOT:]]
    found = labels.heading(page.text)
    prose = [line for line in lines if len(line) >= 40]
    return Signs(
        blank=sum(map(str.isalnum, page.text[:2000])) < BLANK,
        heading=_letters(key(found.line)) if found else None,
        reference=labels.reference(page.text),
        counter=labels.counter(page.text),
        number=_page_number(head[:1] + foot[-1:]),
        letterhead=any(LETTERHEAD.match(line) for line in head),
        presented=_presented(head, lines[:3]),
        continued=any(CONTINUED.search(line) for line in head[:CONTINUED_WITHIN]),
        closed=any(CLOSING.search(line) for line in foot),
        body=body_kind(page),
        language=page.language,
        running=_letters(head[0]) if head else "",
        starts_small=bool(prose) and lines.index(prose[0]) < CONTINUED_WITHIN and prose[0][0].islower(),
        ends_open=bool(prose) and not _ENDS.search(lines[-1]) and lines[-1] == prose[-1],
    )


def _letters(line: str) -> str:
    """A line without its numbers, which change from page to page."""
    return re.sub(r"[\W\d]+", " ", line).strip()


def _page_number(lines: Sequence[str]) -> int | None:
    """The number that stands alone at the head or the foot of a page."""
    for line in lines:
        if match := _NUMBERED.match(line):
            return int(match.group(1))
    return None


def _presented(head: Sequence[str], first: Sequence[str]) -> float:
    labelled = sum(1 for line in head if _LABELLED.match(line))
    addressed = sum(1 for line in head[:8] if _ADDRESSED.match(line))
    weight = 0.0
    weight += 1.0 if any(_DATED.match(line) for line in head) else 0
    weight += 1.0 if labelled >= 2 else 0
    weight += 2.0 if addressed >= 3 else 0
    weight += 2.0 if any(_GREETED.match(line) for line in head) else 0
    weight += 1.0 * min(2, sum(1 for line in head if _BYLINE.search(line)))
    weight += 0.75 if any(labels.capitals(line) for line in first) else 0
    return min(MOST_PRESENTED, weight)
