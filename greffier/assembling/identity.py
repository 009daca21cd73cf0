"""Whether two pages of much the same words are one document, or one printed form filled in twice.

What tells two forms apart is what a form is filled with: a reference, a day, a name, the number of a seal or of a call.
What tells two versions of one document is everything else: an amount, an hour, a word put in or left out.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from greffier.assembling.differing import Comparison, Difference, Token, tokens
from greffier.assembling.lookup import Lookup
from greffier.assembling.swaps import swapped
from greffier.records import Mention, Page, Piece
from greffier.text import key

REVISED = 0.6  # of each side that stays, where reference and title are the same
UNCHANGED = 0.9  # of each side that stays, where nothing but the words joins the two
FEW_PLACES, MANY_PLACES = 8, 60  # where two versions may differ: without and with the same reference
FEW_FILLED = 2  # of the places where a document of the same reference may have another name, day or number
KEPT, OF_KEPT = 5, 4  # numbers that two versions have in common at least, and for each place filled in otherwise
COPIED = 0.75  # of each side that stays, where it is the numbers on them that join the two
SHORTEST = 250  # letters and digits of a page that is known by its words alone
FILLED = 0.25  # of the places with other words, which are fillings on a form; engines change other words too
FILLING = 8  # words that a form leaves room for at most
MISREAD, TITLES = 0.4, 0.8  # similarity from which two fillings, two titles may be one that was misread
LONG, NEXT = 3, 20  # digits of a number that papers, calls and seals bear; how near the next ones are
NAME = 3  # letters of a word that may be a name
FILE_PIECES = 4  # pieces from which on a reference is that of the whole procedure

_FILLED = frozenset(
    "person organisation phone plate iban container seal email handle reference account date".split()
)  # kinds of mentions that forms are filled with
_TELLING = frozenset(("person", "reference", "seal"))  # those of them that versions of one document have in common
_NUMBERED = re.compile(
    r"(?:\bn\s?[°ºo]s?\.?|\bno\.|num[ée]ro|number|#|scell[ée]s?|exhibits?|pi[èe]ce|annexe|annex|appendix|item|ligne|"
    r"line|appel|call|session|lot|chambre|room|bureau)\s*:?\s*$",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"(?:\bpage|\bp\.|\bfeuillet|\bsheet)\s*(?:\d+\s*(?:/|sur|of|de)\s*)?$", re.IGNORECASE)
_BEFORE = 24  # characters in which a label stands before what it labels
_NAME = re.compile(r"(?<=[^\W\d_][,;'’ ])[^\W\d_]+$")  # a word that no sentence begins with


@dataclass(frozen=True, slots=True)
class Pair:
    """Two pages side by side; `places` are where they differ, stamps and page counts left out."""

    page: Page
    other: Page
    compared: Comparison
    places: tuple[Difference, ...]

    @property
    def read(self) -> bool:
        """Whether an engine read one of them, so that a difference may be its mistake."""
        return self.compared.noisy or "ocr" in (self.page.origin, self.other.origin)

    @property
    def differs(self) -> bool:
        """Whether the two surely differ somewhere."""
        return any(not self.read or _sure(place) for place in self.places)


def _sure(place: Difference) -> bool:
    """Whether two numbers that an engine read are surely two: one digit may always have been misread."""
    left, right = place.told
    if not (left.isdigit() and right.isdigit()):
        return False
    return len(left) == len(right) and sum(a != b for a, b in zip(left, right, strict=True)) > 1


@dataclass(frozen=True, slots=True)
class Identities:
    """What pieces are known by; `procedures` are references that many pieces bear."""

    known: Lookup
    procedures: frozenset[str]

    def same_document(self, pair: Pair) -> bool:
        """Whether two pages are versions of one document, seen from their pieces and from where they differ."""
        ours, theirs = self._piece(pair.page), self._piece(pair.other)
        if ours is None or theirs is None or ours.id == theirs.id:
            return False
        filled = sum(self.filled(pair, place) for place in pair.places)
        less = min(pair.compared.of_left, pair.compared.of_right)
        if self._same_reference(ours, theirs):
            return less >= REVISED and len(pair.places) <= MANY_PLACES and filled <= FEW_FILLED
        if self._named_apart(ours, theirs):
            return False
        if less >= COPIED and self._same_numbers(pair, filled):
            return True
        if filled or self._done_apart(ours, theirs):
            return False
        long = min(pair.compared.left, pair.compared.right) >= SHORTEST
        return less >= UNCHANGED and len(pair.places) <= FEW_PLACES and long

    def form(self, pair: Pair) -> bool:
        """Whether two pages of much the same words are rather one form filled in twice, or two documents by name."""
        ours, theirs = self._piece(pair.page), self._piece(pair.other)
        if not pair.read and ours is not None and theirs is not None and self._apart(ours, theirs):
            return True
        changed = [place for place in pair.places if place.both]
        filled = sum(self.filled(pair, place) for place in changed)
        return filled > 0 and filled >= FILLED * len(changed)

    def _piece(self, page: Page) -> Piece | None:
        return self.known.pieces.get(self.known.piece_of.get(page.id, ""))

    def _same_reference(self, ours: Piece, theirs: Piece) -> bool:
        """Whether both bear the same number, one that only this document bears, and no other title."""
        if ours.reference is None or theirs.reference is None:
            return False
        same = _plain(ours.reference) == _plain(theirs.reference) and _plain(ours.reference) not in self.procedures
        return same and (ours.title is None or theirs.title is None or _plain(ours.title) == _plain(theirs.title))

    def _same_numbers(self, pair: Pair, filled: int) -> bool:
        """Whether two pages have nearly all their numbers in common, and nobody in another's place.

        A form filled in twice has other days, hours and amounts; a version changes a few words of one.
        """
        kept = _numbers_kept(pair)
        return kept >= KEPT and filled * OF_KEPT <= kept and not any(self._another(pair, one) for one in pair.places)

    def _another(self, pair: Pair, place: Difference) -> bool:
        """Whether one page has another person, or another number of its own, where the other has one."""
        if swapped(*place.told):
            return False
        left, right = self._named(pair.page, place.left), self._named(pair.other, place.right)
        return (bool(left and right) and left.isdisjoint(right)) or _next_of_a_series(place)

    def _named(self, page: Page, told: tuple[Token, ...]) -> set[str]:
        """The people and the numbers of papers and seals at a place of a page."""
        return {_value(one) for token in told for one in self._over(page, token) if one.kind in _TELLING}

    def _apart(self, ours: Piece, theirs: Piece) -> bool:
        """Whether reference, title or day of the act say that these are two documents."""
        return self._named_apart(ours, theirs) or self._done_apart(ours, theirs)

    def _named_apart(self, ours: Piece, theirs: Piece) -> bool:
        if ours.reference and theirs.reference and _plain(ours.reference) != _plain(theirs.reference):
            return True
        titles = ours.title and theirs.title
        return bool(titles) and not _alike(_plain(ours.title or ""), _plain(theirs.title or ""), TITLES)

    def _done_apart(self, ours: Piece, theirs: Piece) -> bool:
        done, done_too = self.known.act(ours.id), self.known.act(theirs.id)
        return done is not None and done_too is not None and done.earliest[:10] != done_too.earliest[:10]

    def filled(self, pair: Pair, place: Difference) -> bool:
        """Whether a place is one that a form is filled in at."""
        left, right = self._fillings(pair.page, place.left), self._fillings(pair.other, place.right)
        room = max(len(place.left), len(place.right)) <= FILLING
        if place.both:
            slip = _alike(*place.told, MISREAD) or swapped(*place.told)
            return bool(left and right) and left != right and room and not slip
        return bool(left or right) and room

    def _fillings(self, page: Page, told: tuple[Token, ...]) -> set[str]:
        """What stands at this place of a page that a form would be filled with."""
        found = {_value(mention) for token in told for mention in self._over(page, token)}
        for token in told:
            before = page.text[max(0, token.start - _BEFORE) : token.start]
            word = page.text[token.start : token.end]
            named = word[0].isupper() and len(word) >= NAME and _NAME.search(f"{before}{word}")
            if named or (word[0].isdigit() and _NUMBERED.search(before)):
                found.add(token.told)
        return found

    def _over(self, page: Page, token: Token) -> Iterable[Mention]:
        return (
            mention
            for mention in self.known.on_page.get(page.id, ())
            if mention.kind in _FILLED and mention.span.start < token.end and token.start < mention.span.end
        )


def identities(known: Lookup) -> Identities:
    """What the pieces of a case are known by."""
    titles: dict[str, list[str]] = defaultdict(list)
    for piece in known.pieces.values():
        if piece.reference is not None:
            titles[_plain(piece.reference)].append(_plain(piece.title or ""))
    shared = {ref for ref, found in titles.items() if len(found) >= FILE_PIECES and len(set(found)) > 1}
    return Identities(known, frozenset(shared))


def telling(page: Page, other: Page, places: Iterable[Difference]) -> list[Difference]:
    """The places that are no stamp and no page count, which differ from copy to copy."""
    return [place for place in places if not (_stamped(page, place.left) and _stamped(other, place.right))]


def _stamped(page: Page, told: tuple[Token, ...]) -> bool:
    folio = _plain(page.folio or "")
    joined = "".join(token.told for token in told)
    if not told or (folio and joined in folio):
        return True
    return all(
        token.told.isdigit() and _COUNTED.search(page.text[max(0, token.start - _BEFORE) : token.start])
        for token in told
    )


def _alike(left: str, right: str, least: float) -> bool:
    """Whether two strings of letters and digits may be one, misread or cut short; numbers are never alike."""
    if left.isdigit() or right.isdigit():
        return left == right
    return left.startswith(right) or right.startswith(left) or Indel.normalized_similarity(left, right) >= least


def _next_of_a_series(place: Difference) -> bool:
    """Whether both have a number of three digits or more, and the two are near each other: call 020, call 021."""
    left, right = (
        {int(one.told) for one in told if len(one.told) >= LONG and one.told.isdigit()}
        for told in (place.left, place.right)
    )
    return any(0 < abs(one - two) <= NEXT for one in left for two in right)


def _numbers_kept(pair: Pair) -> int:
    """How many numbers of two digits or more both pages have at the same places."""
    changed = {token.start for place in pair.places for token in place.left}
    kept = {one.told for one in tokens(pair.page.text) if one.start not in changed}
    return sum(sum(map(str.isdigit, told)) > 1 for told in kept)


def _value(mention: Mention) -> str:
    """What a mention says, a date to the day: another hour of the same day is no other form."""
    if mention.time is not None:
        return f"{mention.time.earliest[:10]}/{mention.time.latest[:10]}"
    return mention.normalised or key(mention.span.exact)


def _plain(told: str) -> str:
    return "".join(char for char in key(told) if char.isalnum())
