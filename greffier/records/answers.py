"""Answers, drafts, progress and the account: what people are shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from greffier.records.custody import Failure
from greffier.records.files import Source
from greffier.records.values import Citation, Span

Verdict = Literal[
    "supported", "partly", "contradicted", "attribution_missing", "not_found", "judgement", "no_citation", "leak",
    "context",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Hit:
    """A page that a search found, with the spans of the words looked for. `source` is the path as it was added."""

    page: str
    source: str
    number: int
    folio: str | None
    score: float
    snippet: str
    spans: tuple[Span, ...]

    @property
    def citation(self) -> str:
        """How a draft cites this page."""
        return f"[@{self.folio}]" if self.folio else f"[@{self.source}#p{self.number}]"


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of an answer; never without a citation."""

    text: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What the file says, or that it does not: how many pages were searched, how many could not be read."""

    question: str
    found: bool
    sentences: tuple[Sentence, ...]
    pages_searched: int
    pages_unreadable: int


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence of a draft with its verdict; `start` and `end` are code points on the draft."""

    start: int
    end: int
    text: str
    verdict: Verdict
    blocks: bool
    reasons: tuple[str, ...] = ()
    citations: tuple[Citation, ...] = ()
    counter: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Progress:
    """Where long work stands: for bars and live pages. `done` and `total` count units of the step; `pages` in all.

    `working` names what is being worked on, and for how many seconds: the one that takes longest first.
    """

    step: str
    done: int
    total: int
    current: str
    pages: int
    working: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Account:
    """What came in and what became of it. `adds_up` says that every file and page seen is in exactly one row."""

    files: dict[str, int]
    pages: int
    pages_seen: dict[str, int]
    origins: dict[str, int]
    grades: dict[str, int]
    pieces: dict[str, int]
    unreadable: int
    waiting: int
    folios_missing: tuple[str, ...]
    failures: tuple[Failure, ...]
    not_read: tuple[Source, ...]
    hidden: dict[str, int]
    rivals: dict[str, int]
    adds_up: bool
    blank: int = 0
