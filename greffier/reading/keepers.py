"""Whose register a page is: the store, the office or the firm that its title names."""

from __future__ import annotations

import re

from greffier.reading.holders import STORES, Holder
from greffier.reading.mention import mention
from greffier.reading.on_page import OnPage
from greffier.reading.vocabulary import level
from greffier.records import Piece

_HEAD = 6  # lines in which a title stands
_BOOK = (
    r"(?:registers?|registre|ledger|log ?book|log|stock (?:card|book|sheet)|fiche de stock|cash ?book|journal|book"
    r"|issues?|receipts?)"
)
_WHOSE = re.compile(  # « MAGASIN DE KORHOGO - REGISTRE DES MOUVEMENTS »
    rf"(?:^|\n)[ ]*(?P<name>(?=[^\n]{{0,60}}\b(?:{STORES})\b)[a-z][^\n:;|–—]{{3,60}}?)\s*(?: [-–—]|:|,)\s*{_BOOK}\b"
)
_STORE = rf"(?P<name>(?:[a-z][\w'.-]{{1,20}} ){{0,4}}(?:{STORES}))"
_TITLE = re.compile(rf"(?:^|\n|[ ]{{2,}}|[-–—:] ){_STORE}(?: [a-z]{{2,12}})?\s*[-–—:,]?\s*{_BOOK}\b")
_LABEL = re.compile(
    r"\b(?:store|stores|vault|magasin|depot|site|station|warehouse|entrepot|unit|service)"
    r"\s*:\s*(?P<name>[a-z][^\n:;|]{2,40}?)(?=\s{2,}|\n|$|[;|,])"
)
_OF = re.compile(rf"\b{_BOOK}[^\n]{{0,30}}? (?:of|de la|du|de l'|de) (?:the )?{_STORE}(?= |\n|$)")


def keeper(here: OnPage, piece: Piece, reader: str) -> Holder | None:
    """Return the holder whose register begins at the head of a page; None where its title names none."""
    head = "\n".join(here.page.text.split("\n")[:_HEAD])
    flat = level(head)
    for pattern in (_WHOSE, _TITLE, _LABEL, _OF):
        found = pattern.search(flat)
        if found is not None:
            start, end = found.span("name")
            inside = next(here.within(start, end, "organisation", "place"), None)
            if inside is not None and inside.span.end == end:
                return Holder(inside, made=False)
            name = " ".join(head[start:end].split())
            made = mention(here.page, piece, start, end, "organisation", reader, normalised=name, confidence=0.6)
            return Holder(made, made=True)
    return None
