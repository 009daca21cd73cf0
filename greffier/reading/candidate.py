"""What a finder proposes on a page before it becomes a mention."""

from __future__ import annotations

from typing import NamedTuple

from greffier.records import MentionKind


class Candidate(NamedTuple):
    """A stretch `text[start:end]` of a page, the kind of thing that it names and its value."""

    start: int
    end: int
    kind: MentionKind
    normalised: str | None = None
    confidence: float = 1.0


GUESSED = 0.6  # confidence of a value in which letters were read as digits, or the reverse, until something proves it
UNPROVEN = 0.0  # of capitalised words that are a name only where somebody has to be named
