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
_TITLE = 300  # characters of a paper of several sheets, hearings among them, in which it says that it is one
_CUSTODY = re.compile(
    r"\b(?:custody record|custody (?:log|sheet|register)|detention (?:log|record|register)|detained person|"
    r"arrest (?:memo|report)|"
    r"occurrence book|gardes? a vue|g\.?a\.?v\b|privation de liberte|prive de liberte|registre d'ecrou|retention)"
)
_NAME = re.compile(
    r"^[^\w\n]*(?:\d{1,2}[.)]\s*)?(?:surname|last name|family name|name(?: of (?:arrestee|detainee|accused"
    r"|prisoner))?|"
    r"(?:prisoner|detainee)(?:'s)? name|noms?(?: et |, | )pr[ée]noms?|nom|"
    r"personne(?: gard[ée]e [àa] vue)?|detained person|int[ée]ress[ée])\b[ \t]*:?[ \t]+"
    r"(?P<name>[^\W\d_][^\n,]{1,60}?)(?=[ \t]{2}|\n|\Z|,| [sd]/o\b)",
    re.MULTILINE | re.IGNORECASE,
)
TITLED = re.compile(  # « GARDE À VUE - SARR Awa », `CUSTODY RECORD OF Colin BAXTER`
    r"(?i:garde\s+[àa]\s+vue|d[ée]tention|custody|audition|prolongation|retenue)\s+(?i:et\s+audition\s+)?(?:(?i:de"
    r"|of|record of|d['’])\s?|[-–—:]\s)"
    r"(?P<name>[A-ZÀ-Þ][\w'’-]+(?:[ ][A-ZÀ-Þ][\w'’.-]*){0,3})"
)
_GIVEN = re.compile(
    r"\b(?:forenames?|first names?|given names?|pr[ée]noms?)[ \t]*:?[ \t]+(?P<name>[^\W\d_][\w'-]+)", re.IGNORECASE
)
_NUMBER = (
    r"(?P<{0}>twelve|thirty[- ]six|trente[- ]six|twenty[- ]four|forty[- ]eight|seventy[- ]two|vingt[- ]quatre|"
    r"quarante[- ]huit|soixante[- ]douze|"
    r"\d{{2,3}})"
)
_LIMIT = re.compile(
    rf"\b(?:beyond|within|more than|longer than|exceed(?:s|ing)?|maximum of|"
    rf"not later than) {_NUMBER.format('en')} ?(?:hours?|hrs?|h)\b|"
    rf"\b(?:peut durer|duree (?:maximale |initiale |legale )?(?:est )?(?:de )?|ne peut exceder|au-dela de|delai de"
    rf"|dans les|"
    rf"(?:garde a vue|retention|mesure|detention) (?:est )?(?:de|limitee a)|prolongation \() ?"
    rf"{_NUMBER.format('fr')} ?(?:heures?|h)\b"
)
_SPELLED = {"twenty four": 24, "forty eight": 48, "seventy two": 72, "vingt quatre": 24, "quarante huit": 48}
_SPELLED |= {"soixante douze": 72, "seventy two": 72, "twelve": 12, "thirty six": 36, "trente six": 36}


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
        if not pages or piece.kind in ("press", "mail", "call_records", "expertise"):
            continue
        if piece.kind == "hearing" and TITLED.search(pages[0].text[:_TITLE]) is None:
            continue
        if _CUSTODY.search(known.flat(pages[0])[:_TOP]) is None:
            continue
        text = "\n".join(page.text for page in pages)
        names = list(dict.fromkeys(found["name"].strip() for found in _NAME.finditer(text)))
        if not names:
            titled = TITLED.search(pages[0].text[:_TOP])
            names = [titled["name"].strip()] if titled else []
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
            if hours in (12, 24, 36, 48, 72, 96):
                found.append((hours, cite(page, *view.original(*match.span())).span))
    return min(found, key=lambda one: one[0], default=None)
