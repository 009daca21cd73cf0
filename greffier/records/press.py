"""Press clippings: what a capture of a page shows, field by field, and which captures are of one article."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from greffier.records.values import Span

ClipLabel = Literal[
    "masthead", "page_date", "separator", "widget", "locality", "sponsor", "navigation", "image_credit",
    "image_creator", "caption", "headline", "standfirst", "byline", "published", "updated", "reading_time",
    "alternate", "body", "paywall", "unknown",
]  # fmt: skip
FieldStatus = Literal["stated", "inferred", "absent", "stripped", "unresolved", "conflict"]
MarkKind = Literal["quotation", "scare_quotes", "nickname", "changed_name", "initials", "source_named"]


@dataclass(frozen=True, slots=True)
class Statement:
    """What the markup of a page says of the article: a field of a clipping, its value as written, and where."""

    field: str
    value: str
    method: str


@dataclass(frozen=True, slots=True)
class Hint:
    """Words of a page that stand in an element whose tag says what they are: `h1`, `nav`, `figcaption`."""

    role: str
    text: str


@dataclass(frozen=True, slots=True)
class Markup:
    """What a saved page says beside its visible text: statements, hints, the paragraphs that look like its body, and
    the text that it declares to be the article's.
    """

    statements: tuple[Statement, ...] = ()
    hints: tuple[Hint, ...] = ()
    paragraphs: tuple[str, ...] = ()
    declared: str = ""


@dataclass(frozen=True, slots=True)
class Label:
    """What a part of a captured page is; labels never overlap, and cover every character that is not a blank."""

    page: str
    start: int
    end: int
    label: ClipLabel


@dataclass(frozen=True, slots=True)
class Rival:
    """Another value that the page gives for a field, and where."""

    value: Any
    method: str


@dataclass(frozen=True, slots=True)
class Field:
    """One fact of a clipping, `container.masthead` or `article.published`: its value in plain JSON, the words it was
    read from, where they stand (several for a list), how sure it is and by which rule. A conflict keeps every value.
    """

    name: str
    value: Any
    raw: str | None
    spans: tuple[Span, ...]
    status: FieldStatus
    method: str
    rivals: tuple[Rival, ...] = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """Words of an article not to be taken at their face: a quotation and what was done to it, a changed name."""

    kind: MarkKind
    span: Span
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """One item of a page that carries several: its headline, who published it and when, as the page says."""

    headline: str
    source: str | None
    date: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class Tie:
    """How much of the shorter of two clippings stands in the other one, in words in a row; ids of clippings.

    A copy is no second witness; what is derived in part is for a person to say. `same_event` asks whether two texts of
    their own, in whatever languages, tell of one event: `shared` are the dates, figures and names that both have.
    """

    left: str
    right: str
    containment: float
    verdict: Literal["copy", "derived", "same_event"]
    shared: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Dispute:
    """What the copies of one article say differently of it: each value with the clippings that give it."""

    field: str
    values: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Provenance:
    """One article behind the clippings that copy it: they count once. `ties` say why, and what may derive from it."""

    id: str
    clippings: tuple[str, ...]
    ties: tuple[Tie, ...]
    disputes: tuple[Dispute, ...]


@dataclass(frozen=True, slots=True)
class SiteTemplate:
    """Lines that most pages of one container show outside their articles: for a person to confirm."""

    id: str
    container: str
    lines: tuple[str, ...]
    clippings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Clipping:
    """A press page read: who showed it (container) and what was published (article), every line labelled.

    `kind` is article, digest (several items) or none (no article on the page).
    """

    id: str
    piece: str
    kind: Literal["article", "digest", "none"]
    fields: tuple[Field, ...]
    labels: tuple[Label, ...]
    marks: tuple[Mark, ...] = ()
    entries: tuple[Entry, ...] = ()

    def field(self, name: str) -> Field:
        """The field of this name; KeyError where clippings have none."""
        for field in self.fields:
            if field.name == name:
                return field
        raise KeyError(name)
