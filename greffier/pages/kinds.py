"""What kind of piece some pages are: weighted cues over the heading, the object and the shape of the body."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from greffier.pages.labels import heading, subject
from greffier.pages.piece_cues import BODY, MOST_FOR_BODY, OBJECTS
from greffier.records import Page, PieceKind
from greffier.text import key

LEAST = 1.5  # weight below which a piece is of no known kind
CLEAR = 2.0  # weight from which the body of a page alone is of a kind
PAGES_SEEN = 4  # of a long piece; its kind shows at the beginning
_BY_MEDIA_TYPE: dict[str, tuple[PieceKind, float]] = {
    "message/rfc822": ("mail", 100.0),
    "text/html": ("press", 3.0),
}


def kind(pages: Sequence[Page], media_type: str) -> PieceKind:
    """Return the kind that the cues speak for most, `other` where they say too little."""
    weights: dict[PieceKind, float] = defaultdict(float)
    if media_type in _BY_MEDIA_TYPE:
        told, weight = _BY_MEDIA_TYPE[media_type]
        weights[told] += weight
    first = pages[0].text
    if (found := heading(first)) is not None:
        weights[found.cue.kind] += found.cue.weight
    if (about := subject(first)) is not None:
        folded_about = key(about)
        for cue in OBJECTS:
            weights[cue.kind] += cue.weight if cue.pattern.search(folded_about) else 0
    for cue_kind, weight in _body(pages).items():
        weights[cue_kind] += weight
    most, best = max(((weight, name) for name, weight in weights.items()), default=(0.0, "other"))
    return best if most >= LEAST else "other"


def body_kind(page: Page) -> PieceKind | None:
    """Return the kind that the body of one page speaks for clearly, None where it does not."""
    weights = _body([page])
    most, best = max(((weight, name) for name, weight in weights.items()), default=(0.0, "other"))
    return best if most >= CLEAR else None


def _body(pages: Sequence[Page]) -> dict[PieceKind, float]:
    weights: dict[PieceKind, float] = defaultdict(float)
    folded = "\n".join(key(line) for page in pages[:PAGES_SEEN] for line in page.text.split("\n"))
    for cue in BODY:
        weights[cue.kind] += min(MOST_FOR_BODY, cue.weight * sum(1 for _ in cue.pattern.finditer(folded)))
    return weights
