"""Something that a sentence says and its page does not, in words for its author."""

from __future__ import annotations

from dataclasses import dataclass

from greffier.records import Citation, Span, Verdict
from greffier.writing.ground import Ground


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that a sentence says and its page does not, in words for its author."""

    verdict: Verdict
    reason: str
    counter: tuple[Citation, ...] = ()
    blocks: bool = True


def where(stood: Ground) -> str:
    """The cited pages in a few words."""
    return ", ".join(stood.places[:3]) + ("…" if len(stood.places) > 3 else "")


def says(stood: Ground) -> str:
    """ "says" for one page, "say" for several."""
    return "says" if len(stood.places) == 1 else "say"


def against(span: Span | None) -> tuple[Citation, ...]:
    """A span as a citation against the sentence."""
    return (Citation(span, "contradicts"),) if span else ()


def wrong(told: str, shown: str, at: Span | None, stood: Ground) -> Fault:
    """A value of the sentence against the value that stands in its place."""
    counter = against(at) or tuple(Citation(span, "contradicts") for span in stood.core_spans[:1])
    return Fault("contradicted", f"You write “{told}”; {where(stood)} {says(stood)} “{shown}”.", counter)
