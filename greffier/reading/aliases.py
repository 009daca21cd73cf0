"""Reads what a page says of names: who is also called what, which letters stand for what, who uses which line, who was
born when. A quoted nickname is a person mention, and so is each place where it comes back in the piece.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from greffier.reading.acronyms import Acronym, find_acronyms
from greffier.reading.candidate import Candidate
from greffier.reading.cast import Cast, Speaker
from greffier.reading.changed_names import find_changed
from greffier.reading.codes import Code, find_codes
from greffier.reading.doubted_names import is_doubted
from greffier.reading.heard import heard_on
from greffier.reading.lines import find_births, find_lines
from greffier.reading.mention import mention, mention_id, span
from greffier.reading.name_columns import columned_bynames
from greffier.reading.naming import Naming
from greffier.reading.nicknames import find_namings
from greffier.reading.numbered import find_numbered
from greffier.reading.people import readable
from greffier.reading.real_names import find_own_names
from greffier.reading.returns import find_returns, of_letters, of_nicknames
from greffier.records import Found, Link, LinkType, Mention, MentionKind, Page, Piece, digest

_HANDLE = re.compile(
    r"@\w[\w.]{1,28}|[^\W\d_]{2}[^\W_]{0,20}_\w{1,20}|[^\W\d_]{2,20}\d{1,8}|[a-z]\w{1,20}\.[a-z]\w{1,20}"
)
_COLUMNS = re.compile(r"[^\s] {3,}[^\s]")  # two columns of a letterhead; in a form a by-name may stand in the next one


class Aliases:
    """Finds links between names, and the mentions that these need and that nobody found before."""

    name = "aliases"
    version = 13

    def read(self, piece: Piece, pages: Sequence[Page], found: Sequence[Found]) -> Iterable[Found]:
        by_page = _by_page(pages, found)
        namings = {page.id: list(_sure(page, by_page[page.id])) for page in pages}
        nicknames = of_nicknames(
            page.text[one.right[0] : one.right[1]]
            for page in pages
            for one in namings[page.id]
            if one.type in ("nickname", "alias") and one.new
        )
        heard = heard_on(pages, Cast.of(piece, pages, found))
        acronyms = {page.id: list(find_acronyms(page.text, by_page[page.id])) for page in pages}
        codes = {page.id: list(find_codes(page.text, by_page[page.id])) for page in pages}
        numbered = {page.id: find_numbered(page.text, by_page[page.id]) for page in pages}
        numbers = of_letters(page.text[slice(*number)] for page in pages for _, number in numbered[page.id])
        secret = of_letters(page.text[one.start : one.end] for page in pages for one in codes[page.id])
        letters = of_letters(page.text[slice(*one.short)] for page in pages for one in acronyms[page.id])
        for page in pages:
            made = _Made(page, piece, by_page[page.id], self.name)
            _join_names(made, namings[page.id], acronyms[page.id])
            _join_facts(made, page.text, by_page[page.id])
            _hide(made, codes[page.id])
            _join_own(made, page.text, by_page[page.id], heard[page.id])
            for person, number in numbered[page.id]:
                made.link("alias", made.id(*person[:2], "person"), made.id(*number, "person"), person[:2], number)
            for start, end in (*secret.find(page.text), *numbers.find(page.text)):
                if made.free(start, end):
                    made.id(start, end, "person")
            for start, end in find_returns(page.text, made.standing(), nicknames):
                made.id(start, end, "person")
            for start, end in find_returns(page.text, made.standing(), letters):
                made.id(start, end, "organisation")
            yield from made.found


def _sure(page: Page, seen: Sequence[Candidate]) -> Iterator[Naming]:
    """What the page says of other names; one that it doubts stays a name, tied to nobody."""
    text = page.text
    columned = list(columned_bynames(page, [one for one in seen if one.kind == "person"]))
    told = frozenset(one.right for one in columned)
    yield from columned
    for one in find_namings(text, seen):
        if one.right in told:
            continue
        apart = (
            one.type == "former"
            and one.left is not None
            and _COLUMNS.search(text, *sorted((one.left[1], one.right[0]))) is not None
        )
        yield one._replace(left=None) if apart or is_doubted(text, one) else one


def _join_names(made: _Made, namings: Sequence[Naming], acronyms: Sequence[Acronym]) -> None:
    for naming in namings:
        right = made.id(*naming.right, "handle" if made.is_handle(*naming.right) else "person")
        if naming.left:
            made.link(naming.type, made.id(*naming.left, "person"), right, naming.left, naming.right)
    for acronym in acronyms:
        left = made.id(*acronym.long, "organisation")
        made.link("acronym", left, made.id(*acronym.short, "organisation"), acronym.long, acronym.short)


def _join_facts(made: _Made, text: str, seen: list[Candidate]) -> None:
    for kind, person, other in (*find_lines(text, seen), *find_births(text, seen)):
        right = made.id(other.start, other.end, other.kind)
        made.link(kind, made.id(person.start, person.end, "person"), right, person[:2], other[:2])
    for person, note in find_changed(text, seen):
        same = made.id(person.start, person.end, "person")
        made.link("changed", same, same, person[:2], note)


def _join_own(made: _Made, text: str, seen: Sequence[Candidate], heard: Speaker) -> None:
    for name in find_own_names(text, seen) if heard.id else ():
        if not is_doubted(text, Naming("nickname", name, name)):
            made.link("nickname", heard.id or "", made.id(*name, "person"), name, name)


def _hide(made: _Made, codes: Sequence[Code]) -> None:
    """Who stands under a code has no other name here: that it is one makes its bearer protected."""
    for code in codes:
        same = made.id(code.start, code.end, "person")
        made.link("changed", same, same, (code.start, code.end), code.told)


class _Made:
    """The mentions and links of one page, each made once."""

    def __init__(self, page: Page, piece: Piece, seen: Sequence[Candidate], reader: str) -> None:
        self._page, self._piece, self._reader = page, piece, reader
        self._known = {mention_id(page, one.start, one.end, one.kind) for one in seen}
        self._standing = [one[:2] for one in seen if one.kind in ("person", "organisation", "place")]
        self._links: set[str] = set()
        self.found: list[Found] = []

    def id(self, start: int, end: int, kind: MentionKind) -> str:
        """The id of the mention of this kind here, which is made when nobody made it."""
        own = mention_id(self._page, start, end, kind)
        if own not in self._known:
            self._known.add(own)
            written = self._page.text[start:end]
            value = readable(written) if kind == "person" else " ".join(written.split())
            self.found.append(
                mention(self._page, self._piece, start, end, kind, self._reader, normalised=value, confidence=0.9)
            )
            self._standing.append((start, end))
        return own

    def link(self, type: LinkType, left: str, right: str, first: tuple[int, int], second: tuple[int, int]) -> None:
        own = digest("link", type, left, right)
        if own not in self._links:
            self._links.add(own)
            start, end = min(first[0], second[0]), max(first[1], second[1])
            self.found.append(Link(own, type, left, right, span(self._page, start, end), self._reader))

    def is_handle(self, start: int, end: int) -> bool:
        """Whether these words were found to be a name used on a network, or can be nothing else: `desk_carla`."""
        known = mention_id(self._page, start, end, "handle") in self._known
        return known or _HANDLE.fullmatch(self._page.text, start, end) is not None

    def free(self, start: int, end: int) -> bool:
        """Whether no name stands here yet."""
        return not any(left < end and start < right for left, right in self._standing)

    def standing(self) -> list[tuple[int, int]]:
        """Where names stand on the page so far."""
        return list(self._standing)


def _by_page(pages: Sequence[Page], found: Sequence[Found]) -> dict[str, list[Candidate]]:
    """The mentions of each page in the order of its text."""
    on: dict[str, list[Candidate]] = {page.id: [] for page in pages}
    for one in found:
        if isinstance(one, Mention):
            on[one.span.page].append(Candidate(one.span.start, one.span.end, one.kind, one.normalised))
    return {page: sorted(seen) for page, seen in on.items()}
