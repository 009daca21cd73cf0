"""Versions of one document: what one says otherwise than the other, and why it was changed.

Not every near-duplicate is asked about: only where few places differ, or reference and title say that the two are one.
"""

from __future__ import annotations

from collections.abc import Iterator

from greffier.assembling.checking import Hit, Material, Words, cite
from greffier.assembling.differing import Difference, Token, compare, tokens
from greffier.assembling.identity import Pair, identities, telling
from greffier.assembling.rulebook import Rule
from greffier.records import Citation, Page, Stance

SHOWN = 4  # places that a finding cites
_LONGEST = 60  # characters of a place in a title


def versions_differ(material: Material, rule: Rule) -> Iterator[Hit]:
    """A page and its other version, cited where they differ, numbers first; a copy of either asks nothing."""
    known = material.known
    copies = {likeness.page for likeness in known.dossier.likenesses if likeness.kind == "copy"}
    identified = identities(known)
    for likeness in known.dossier.likenesses:
        if likeness.kind != "version" or likeness.page in copies:
            continue
        later, earlier = known.pages[likeness.page], known.pages[likeness.other]
        left, right = tokens(earlier.text), tokens(later.text)
        compared = compare(left, right)
        pair = Pair(earlier, later, compared, tuple(telling(earlier, later, compared.differences)))
        if pair.differs and identified.same_document(pair):
            cited = [_cited(earlier, left, later, right, place) for place in sorted(pair.places, key=_weight)[:SHOWN]]
            first, second = cited[0]
            words: Words = {"document": _name(material, earlier), "first": _short(first), "second": _short(second)}
            yield Hit(tuple(one for sides in cited for one in sides), not pair.read, words)


def _weight(place: Difference) -> tuple[bool, bool, int]:
    """Numbers against numbers first, then words against words, in the order of the page."""
    numbers = all(any(char.isdigit() for char in told) for told in place.told)
    return not numbers, not place.both, place.at


def _cited(
    earlier: Page, left: list[Token], later: Page, right: list[Token], place: Difference
) -> tuple[Citation, Citation]:
    return _around(earlier, left, place.left, place.at, "supports"), _around(
        later, right, place.right, place.at_right, "contradicts"
    )


def _around(page: Page, words: list[Token], told: tuple[Token, ...], at: int, stance: Stance) -> Citation:
    """The words of a place with the word after them; where there are none, the words on both sides."""
    first = at if told else max(0, at - 1)
    last = min(len(words), at + len(told) + 1) - 1
    return cite(page, words[first].start, words[last].end, stance)


def _name(material: Material, page: Page) -> str:
    piece = material.known.pieces.get(material.known.piece_of.get(page.id, ""))
    told = (piece.reference or piece.title) if piece else None
    return told or page.folio or material.known.place[page.id][0]


def _short(citation: Citation) -> str:
    text = " ".join(citation.span.exact.split())
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
