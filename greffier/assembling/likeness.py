"""Pages that say what another page says: copies in another file or scan, corrected versions, excerpts.

The earliest page, by the path of its file and its number, is the original; the others keep their places and point to
it. Runs of characters say which pages are worth comparing; their words, side by side, say how they are alike.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Literal

from greffier.assembling.differing import Token, compare, tokens
from greffier.assembling.identity import Identities, Pair, identities, telling
from greffier.assembling.lookup import look
from greffier.assembling.shingles import candidates, sketch, squeeze
from greffier.records import Dossier, Likeness, Page, digest

Kind = Literal["copy", "version", "excerpt"]

SHORTEST = 80  # letters and digits below which a page (an empty form, a cover) is like too many others
SAME, WITHIN = 0.85, 0.9  # of both pages, and of the one that stands in the other, where both are clean
# Where words were misread: of the page that is contained less, of the one contained more, and of the runs that few
# pages hold. See bench/pieces.py for what was measured.
LESS_MISREAD, MORE_MISREAD, TELLING = 0.3, 0.45, 0.08
PART_MISREAD = 0.75  # of a page that stands in a longer one


def likenesses(dossier: Dossier) -> list[Likeness]:
    """Return what is like what in a case, sorted by id; at most one likeness of each kind for a page."""
    known = look(dossier)
    found: list[Likeness] = []
    originals: dict[str, Page] = {}
    sketches: list[array[int]] = []
    for page in known.ordered_pages():
        squeezed = squeeze(page.text)
        if len(squeezed) < SHORTEST:
            continue
        original = originals.setdefault(digest(squeezed), page)
        if original is page:
            sketches.append(sketch(squeezed))
        else:
            found.append(_likeness(page, original, "copy", 1.0, 1.0, 0))
    pages, identified = list(originals.values()), identities(known)
    for at, earlier in candidates(sketches):
        found += _nearest(identified, pages[at], [(pages[one.place], one.telling) for one in earlier])
    return sorted(found, key=lambda one: one.id)


def without_copies(dossier: Dossier) -> Dossier:
    """The dossier with its copies marked: what a copy says, its original says already."""
    copies = {one.page: one.other for one in dossier.likenesses if one.kind == "copy"}
    pages = (replace(page, near_duplicate_of=copies.get(page.id)) for page in dossier.pages)
    return replace(dossier, pages=tuple(pages))


def _nearest(identified: Identities, page: Page, others: Sequence[tuple[Page, float]]) -> Iterator[Likeness]:
    """The nearest likeness of each kind; of two as near the one with the earlier page."""
    best: dict[str, tuple[float, Likeness]] = {}
    for other, told in others:
        compared = compare(_tokens(page.text), _tokens(other.text))
        places = telling(page, other, compared.differences)
        kind = _kind(identified, Pair(page, other, compared, tuple(places)), told)
        near = min(compared.of_left, compared.of_right)
        if kind is not None and near > best.get(kind, (0.0,))[0]:
            likeness = _likeness(page, other, kind, compared.of_left, compared.of_right, len(places))
            best[kind] = near, likeness
    yield from (likeness for _, likeness in best.values())


@lru_cache(maxsize=256)
def _tokens(text: str) -> tuple[Token, ...]:
    return tuple(tokens(text))


def _kind(identified: Identities, pair: Pair, told: float) -> Kind | None:
    compared = pair.compared
    less, more = sorted((compared.of_left, compared.of_right))
    if less >= WITHIN and not pair.places:
        return "copy"
    if pair.differs and identified.same_document(pair):
        return "version"
    if compared.noisy:
        return _misread(less, more, told)
    if less >= SAME and not identified.form(pair):
        return "copy" if pair.read else "version"
    return "excerpt" if less < SAME and more >= WITHIN else None


def _misread(less: float, more: float, told: float) -> Kind | None:
    """What two readings of ink are: half of their words may be lost, but not to a printed form."""
    if less >= SAME or (less >= LESS_MISREAD and more >= MORE_MISREAD and told >= TELLING):
        return "copy"
    return "excerpt" if more >= PART_MISREAD and told >= TELLING else None


def _likeness(page: Page, other: Page, kind: Kind, containment: float, contained: float, differences: int) -> Likeness:
    id = digest("likeness", page.id, other.id, kind)
    return Likeness(id, page.id, other.id, kind, round(containment, 3), round(contained, 3), differences)
