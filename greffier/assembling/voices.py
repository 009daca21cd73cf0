"""Whose words a clause is: of who answers in its turn, else of whose statement or mail it stands in."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

from greffier.assembling.clauses import Clause
from greffier.assembling.lookup import Lookup
from greffier.assembling.wording import saying
from greffier.records import Entity, Mention, Piece, Quote
from greffier.text import folded, key

_HEARD = saying("clauses", "heard")
_HEAD = 900  # characters of a paper that say whose statement it is
_LEAD = 40  # characters before the name


@dataclass(frozen=True, slots=True)
class Voices:
    """The turns of each page, and whose statement or mail each paper is."""

    known: Lookup
    turns: dict[str, list[Quote]]
    whose: dict[str, Entity]

    def of(self, clause: Clause) -> Entity | None:
        """Who says `I` in a clause."""
        begin, end = clause.span
        for quote in self.turns.get(clause.page.id, ()):
            if quote.span.start < end and begin < quote.span.end:
                who = self.known.entity_of.get(quote.speaker) if quote.speaker else None
                return who or (None if "?" in clause.flat else self.whose.get(clause.piece))
        return self.whose.get(clause.piece)


def voices(known: Lookup) -> Voices:
    """Look through a case for who speaks where."""
    turns: dict[str, list[Quote]] = defaultdict(list)
    whose: dict[str, Entity] = {}
    for quote in known.dossier.quotes:
        if quote.kind == "turn":
            turns[quote.span.page].append(quote)
            who = known.entity_of.get(quote.speaker) if quote.speaker else None
            if who is not None and who.kind == "person":
                whose.setdefault(quote.piece, who)
    for piece in known.ordered_pieces():
        who = whose.get(piece.id) or _heard(known, piece)
        if who is not None:
            whose[piece.id] = who
    return Voices(known, dict(turns), whose)


def _heard(known: Lookup, piece: Piece) -> Entity | None:
    """Who writes a mail; who is born, or stands behind the words for a statement, at the head of one."""
    if piece.kind == "mail":
        return writer(known, piece.id)
    page = known.pages.get(piece.pages[0]) if piece.pages else None
    if page is None or piece.kind not in ("hearing", "other", "report") or not _HEARD.search(known.flat(page)[:_HEAD]):
        return None
    first = [
        (one, known.entity_of[one.id])
        for one in known.on_page.get(page.id, ())
        if one.kind == "person" and one.id in known.entity_of and one.span.start < _HEAD
    ]
    born = {link.left for link in known.dossier.links if link.type == "born"}
    named = [who for one, who in first if one.id in born] or [who for one, who in first if _announced(known, one)]
    return named[0] if named else None


def _announced(known: Lookup, one: Mention) -> bool:
    text = known.pages[one.span.page].text
    return _HEARD.search(folded(text[max(0, one.span.start - _LEAD) : one.span.start])) is not None


def writer(known: Lookup, piece: str) -> Entity | None:
    """The only person of a case whose names stand in the name, or the address, of who wrote a paper."""
    author = known.pieces[piece].author if piece in known.pieces else None
    told = frozenset(re.findall(r"[^\W\d_]{2,}", key((author or "").partition("@")[0])))
    found = [
        one
        for one in known.dossier.entities
        if told and one.kind == "person" and any(len(words) > 1 and words <= told for words in _names(one))
    ]
    return found[0] if len(found) == 1 else None


def bearer(known: Lookup, name: str) -> Entity | None:
    """The only person of a case with this name among the names."""
    told = key(name)
    found = [
        one
        for one in known.dossier.entities
        if one.kind == "person" and any(told in key(form.value).split() for form in one.names)
    ]
    return found[0] if len(found) == 1 else None


def named_alike(one: Entity, other: Entity) -> bool:
    """Whether two people may be one: of their longest names, the words of one are all among those of the other."""
    left, right = (max(_names(who), key=len, default=frozenset()) for who in (one, other))
    return left <= right or right <= left


def _names(one: Entity) -> list[frozenset[str]]:
    return [frozenset(re.findall(r"[^\W\d_]{2,}", key(form.value))) for form in one.names]
