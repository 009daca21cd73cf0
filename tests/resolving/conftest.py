"""Small cases made by code: sentences with their mentions marked, and what one page says of two of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest

from greffier.records import Link, LinkType, Mention, MentionKind, Span, Time, digest


@dataclass
class Sheet:
    """One page of one piece: `say` marks words of it as a mention."""

    text: str
    piece: str = "piece"
    mentions: list[Mention] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)

    @property
    def page(self) -> str:
        return digest("page", self.text, self.piece)

    def say(self, words: str, kind: MentionKind = "person", *, value: str | None = None, nth: int = 0) -> Mention:
        start = -1
        for _ in range(nth + 1):
            start = self.text.index(words, start + 1)
        end = start + len(words)
        span = Span(self.page, start, end, words, self.text[max(0, start - 32) : start], self.text[end : end + 32])
        time = Time(value, value, value) if kind == "date" and value else None
        made = Mention(
            digest("mention", self.page, start, end, kind),
            span,
            kind,
            "test",
            self.piece,
            time=time,
            normalised=None if time else value,
        )
        self.mentions.append(made)
        return made

    def link(self, type: LinkType, left: Mention, right: Mention) -> Link:
        start, end = min(left.span.start, right.span.start), max(left.span.end, right.span.end)
        text = self.text
        span = Span(self.page, start, end, text[start:end], text[max(0, start - 32) : start], text[end : end + 32])
        made = Link(digest("link", type, left.id, right.id), type, left.id, right.id, span, "test")
        self.links.append(made)
        return made


@pytest.fixture
def sheet() -> Callable[..., Sheet]:
    return Sheet
