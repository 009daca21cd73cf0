"""Custody records: what they tell of one person hour by hour, and how long they say that one may be held."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from greffier.assembling.checking import cite
from greffier.assembling.entries import Entry, told
from greffier.assembling.lookup import Lookup
from greffier.records import Page, Piece, Span
from greffier.text import fold

_TOP = 900  # characters of a piece, in which it says that it is a custody record
_CUSTODY = re.compile(
    r"\b(?:custody record|custody (?:log|sheet|register)|detention (?:log|record|register)|detained person|"
    r"arrest (?:memo|report)|"
    r"occurrence book|gardes? a vue|g\.?a\.?v\b|privation de liberte|prive de liberte|registre d'ecrou|retention)"
)
_NAME = re.compile(
    r"^[^\w\n]*(?:\d{1,2}[.)]\s*)?(?:surname|last name|family name|name(?: of (?:arrestee|detainee|accused|prisoner))?|"
    r"(?:prisoner|detainee)(?:'s)? name|noms?(?: et |, | )pr[ée]noms?|nom|"
    r"personne(?: gard[ée]e [àa] vue)?|detained person|int[ée]ress[ée])\b[ \t]*:?[ \t]+"
    r"(?P<name>[^\W\d_][^\n,]{1,60}?)(?=[ \t]{2}|\n|\Z|,| [sd]/o\b)",
    re.MULTILINE | re.IGNORECASE,
)
_GIVEN = re.compile(
    r"\b(?:forenames?|first names?|given names?|pr[ée]noms?)[ \t]*:?[ \t]+(?P<name>[^\W\d_][\w'-]+)", re.IGNORECASE
)
_NUMBER = (
    r"(?P<{0}>twenty[- ]four|forty[- ]eight|seventy[- ]two|vingt[- ]quatre|quarante[- ]huit|soixante[- ]douze|"
    r"\d{{2,3}})"
)
_LIMIT = re.compile(
    rf"\b(?:beyond|within|more than|longer than|exceed(?:s|ing)?|maximum of|"
    rf"not later than) {_NUMBER.format('en')} hours?\b|"
    rf"\b(?:peut durer|duree (?:maximale |initiale )?(?:est )?de|ne peut exceder|au-dela de|delai de|dans les) "
    rf"{_NUMBER.format('fr')} ?(?:heures?|h)\b"
)
_SPELLED = {"twenty four": 24, "forty eight": 48, "seventy two": 72, "vingt quatre": 24, "quarante huit": 48}
_SPELLED["soixante douze"] = 72


@dataclass(frozen=True, slots=True)
class CustodyRecord:
    """The record of one person: folded words of the name, and the entries in the order of the pages."""

    piece: Piece
    called: str
    name: frozenset[str]
    entries: tuple[Entry, ...]


def custody_records(known: Lookup) -> Iterator[CustodyRecord]:
    """Yield the pieces that are the custody record of one named person."""
    for piece in known.ordered_pieces():
        pages = [known.pages[id] for id in piece.pages if id in known.pages]
        if not pages or piece.kind in ("press", "mail", "hearing", "call_records", "expertise"):
            continue
        if _CUSTODY.search(known.flat(pages[0])[:_TOP]) is None:
            continue
        text = "\n".join(page.text for page in pages)
        names = list(dict.fromkeys(found["name"].strip() for found in _NAME.finditer(text)))
        if len(names) == 1:
            called = " ".join((*names, *[found["name"] for found in _GIVEN.finditer(text)][:1]))
            words = frozenset(re.findall(r"[a-z'-]{2,}", fold(called).text))
            yield CustodyRecord(piece, called, words, tuple(told(known, piece.pages)))


def stated_limit(pages: list[Page]) -> tuple[int, Span] | None:
    """How many hours the pages themselves say that a person may be held at first, and where; the shortest of them."""
    found = []
    for page in pages:
        view = fold(page.text)
        for match in _LIMIT.finditer(view.text):
            words = (match["en"] or match["fr"]).replace("-", " ")
            hours = _SPELLED.get(words) or (int(words) if words.isdigit() else 0)
            if hours in (24, 36, 48, 72, 96):
                found.append((hours, cite(page, *view.original(*match.span())).span))
    return min(found, key=lambda one: one[0], default=None)
