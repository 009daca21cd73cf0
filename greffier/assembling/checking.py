"""What a check is given and what it hands back: the material of the case; pages to put side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from greffier.assembling.clauses import Clause, clauses
from greffier.assembling.lookup import Lookup
from greffier.assembling.rulebook import Rule
from greffier.records import Balance, Citation, Flow, Page, Span, Stance

_CONTEXT = 32
_FIRST_LINE = 120  # characters that stand for a page where the page as a whole is meant


Words = dict[str, str | tuple[str, str]]


@dataclass(frozen=True)
class Material:
    """What checks look at."""

    known: Lookup
    flows: tuple[Flow, ...]
    balances: tuple[Balance, ...]

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """The clauses of all pages, cut once for the checks that compare them."""
        return tuple(clauses(self.known))


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing to ask about. `words` fill the places of the title: one text for both languages, or (en, fr).

    `scope` says where an absence was looked for; with it the finding is at most possible where that scope has holes.
    """

    citations: tuple[Citation, ...]
    certain: bool
    words: Mapping[str, str | tuple[str, str]] = field(default_factory=dict)
    scope: str | None = None


Check = Callable[[Material, Rule], Iterator[Hit]]


def both(left: Span, right: Span) -> tuple[Citation, ...]:
    """Cite two spans that disagree."""
    return Citation(left, "supports"), Citation(right, "contradicts")


def cite(page: Page, start: int, end: int, stance: Stance = "supports") -> Citation:
    """Cite these code points of a page."""
    text = page.text
    before, after = text[max(0, start - _CONTEXT) : start], text[end : end + _CONTEXT]
    return Citation(Span(page.id, start, end, text[start:end], before, after), stance)


def cite_page(page: Page, stance: Stance = "supports") -> Citation | None:
    """Cite the stamp of a page where it stands in its text, else its first line; None for an empty page."""
    at = page.text.find(page.folio) if page.folio else -1
    if at >= 0 and page.folio:
        return cite(page, at, at + len(page.folio), stance)
    start = len(page.text) - len(page.text.lstrip())
    line_end = page.text.find("\n", start)
    end = min(line_end if line_end > start else len(page.text), start + _FIRST_LINE)
    return cite(page, start, end, stance) if end > start else None


def lines_of(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each line of a text begins and ends, empty ones too."""
    at = 0
    for line in text.split("\n"):
        yield at, at + len(line)
        at += len(line) + 1


def line_at(text: str, at: int) -> tuple[int, int]:
    """The line on which a code point stands, without the blanks at its ends."""
    start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
    words = text[start : end if end >= 0 else len(text)]
    return start + len(words) - len(words.lstrip()), start + len(words.rstrip())
