"""Whose register a page is: the store, the office or the firm that its title names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from greffier.reading.book_heads import is_book
from greffier.reading.holders import BODIES, STORES, Holder
from greffier.reading.mention import mention
from greffier.reading.on_page import OnPage
from greffier.reading.payees import kind_of
from greffier.reading.vocabulary import level
from greffier.records import Piece

_HEAD = 6  # lines in which a title stands
_BOOK = (
    r"(?:registers?|registre|ledger|log ?book|log|(?:bin|stock|stores?) (?:card|book|sheet)|fiche de stock|cash ?book"
    r"|journal|cahier|carnet|book|issues?|receipts?)"
)
_WHOSE = re.compile(  # « MAGASIN DE KORHOGO - REGISTRE DES MOUVEMENTS »
    rf"(?:^|\n)[ ]*(?P<name>(?=[^\n]{{0,60}}\b(?:{STORES})\b)[a-z][^\n:;|–—]{{3,60}}?)\s*(?: [-–—]|:|,)\s*{_BOOK}\b"
)
_STORE = rf"(?P<name>(?:[a-z][\w'.-]{{1,20}} ){{0,4}}(?:{STORES}))"
_TITLE = re.compile(rf"(?:^|\n|[ ]{{2,}}|[-–—:] ){_STORE}(?: [a-z]{{2,12}})?\s*[-–—:,]?\s*{_BOOK}\b")
_LABEL = re.compile(
    r"\b(?:store|stores|vault|magasin|depot|site|station|warehouse|entrepot|service)"
    r"\s*:\s*(?P<name>[a-z][^\n:;|]{2,40}?)(?=\s{2,}|\n|$|[;|,])"
)
_OF = re.compile(rf"\b{_BOOK}[^\n]{{0,30}}? (?:of|de la|du|de l'|de) (?:the )?{_STORE}(?= |\n|$)")
_APART = re.compile(r"\n|[ ]{2,}|[ ][-–—|][ ]|[|;:]")
_SEGMENT = re.compile(rf"(?:[a-z][\w'.&-]{{0,20}} ){{0,5}}(?:{STORES})(?: (?:n°|no\.?|nr)? ?[a-z0-9]{{1,4}})?")
_BODY = re.compile(rf"\b(?:{BODIES})\b")
_STATEMENT = re.compile(
    r"\b(?:statement|releve|iban|account (?:no|number|name|[0-9]{4})|compte (?:n|no|courant|[0-9]{4})|a/c [0-9]{2})\b"
)
_LONGEST = 60  # characters of the name of an office over its book


def keeper(here: OnPage, piece: Piece, reader: str, end: int | None = None) -> Holder | None:
    """Return the holder whose register begins at the head of a page; None where its title names none.

    `end` is where its rows begin: whom they name keeps nothing.
    """
    head = "\n".join(here.page.text[:end].split("\n")[:_HEAD])
    flat = level(head)
    for pattern in (_WHOSE, _TITLE, _LABEL, _OF):
        found = pattern.search(flat)
        if found is not None and " " in found["name"].strip():
            return _holder(here, piece, *found.span("name"), reader)
    if not is_book(flat) or _STATEMENT.search(flat):
        return None
    parts = list(_parts(flat))
    for start, end in parts:
        if _SEGMENT.fullmatch(flat, start, end) and " " in flat[start:end] and not is_book(flat[start:end]):
            return _holder(here, piece, start, end, reader)
    for one in here.within(0, len(head), "organisation"):
        if not _labelled(flat, one.span.start) and not _APART.search(one.span.exact):
            return Holder(one, made=False)
    for start, end in parts:
        words = head[start:end]
        body = _BODY.search(flat, start, end) is not None or kind_of(words) == "organisation"
        if body and not is_book(words) and not any(map(str.isdigit, words)) and len(words) <= _LONGEST:
            return _holder(here, piece, start, end, reader)
    found = next((found for one in (_TITLE, _OF) if (found := one.search(flat))), None)
    return _holder(here, piece, *found.span("name"), reader) if found else None


def _labelled(flat: str, at: int) -> bool:
    """Whether a label stands before a name: « Livré par : » names no keeper."""
    before = flat[flat.rfind("\n", 0, at) + 1 : at]
    return before.rstrip().endswith(":") or ":" in re.split(r"[ ]{2,}", before)[-1]


def _parts(flat: str) -> Iterator[tuple[int, int]]:
    at = 0
    for found in (*_APART.finditer(flat), None):
        end = found.start() if found else len(flat)
        start = at + len(flat[at:end]) - len(flat[at:end].lstrip())
        stop = start + len(flat[start:end].rstrip())
        if stop > start:
            yield start, stop
        at = found.end() if found else end


def _holder(here: OnPage, piece: Piece, start: int, end: int, reader: str) -> Holder:
    inside = next(here.within(start, end, "organisation", "place"), None)
    if inside is not None and inside.span.end == end:
        return Holder(inside, made=False)
    name = " ".join(here.page.text[start:end].split())
    made = mention(here.page, piece, start, end, "organisation", reader, normalised=name, confidence=0.6)
    return Holder(made, made=True)
