"""Who a telling comes from in the end: the speaker it is attributed to, else its document, copies being one."""

from __future__ import annotations

from collections import defaultdict

from greffier.assembling.lookup import Lookup
from greffier.records import Span


class Origins:
    """The origin of what stands at a span. Documents that repeat each other, even in part, are one origin."""

    def __init__(self, known: Lookup) -> None:
        self._piece_of = known.piece_of
        self._first = {piece: piece for piece in known.pieces}
        for likeness in known.dossier.likenesses:
            left, right = (known.piece_of.get(page) for page in (likeness.page, likeness.other))
            if left is not None and right is not None:
                left, right = sorted((self._root(left), self._root(right)))
                self._first[right] = left
        said: dict[Span, set[str | None]] = defaultdict(set)
        for event in known.dossier.events:
            speaker = known.entity_of.get(event.attributed_to or "")
            for citation in event.citations:
                said[citation.span].add(speaker.id if speaker is not None else None)
        self._speaker = {span: next(iter(speakers)) for span, speakers in said.items() if len(speakers) == 1}

    def of(self, span: Span) -> str:
        """The id of the entity that a page gives these words to, else that of their piece, or of the first like it."""
        if (speaker := self._speaker.get(span)) is not None:
            return speaker
        piece = self._piece_of.get(span.page)
        return self._root(piece) if piece is not None else span.page

    def _root(self, piece: str) -> str:
        while self._first[piece] != piece:
            piece = self._first[piece]
        return piece
