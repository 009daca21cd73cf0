"""Exhibits that arrived without a paper, or by somebody whom nobody can name; and the register that says otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator

from greffier.assembling.checking import Hit, Material, Words, cite
from greffier.assembling.lookup import Lookup
from greffier.assembling.rulebook import Rule
from greffier.records import Citation, Page
from greffier.text import fold, folded

_PAPER = (
    r"(?:bons?|bordereaux?|proces-verbal|fiche|avis|note) (?:de |d')?"
    r"(?:transmission|remise|transport|livraison|envoi|accompagnement)"
)
_SLIP = r"(?:transmission|transfer|delivery|custody|hand-?over|submission|transmittal)"
_BARE = re.compile(
    rf"\b(?:aucune? {_PAPER}|sans {_PAPER}|no {_SLIP} (?:slip|note|form|sheet|record)|without (?:a |any )?{_SLIP} "
    rf"(?:slip|note|form|sheet|record)|no (?:paperwork|chain of custody form) )"
)
_CARRIER = re.compile(
    r"\b(?:coursier|porteur|livreur|messager|courier|messenger|bearer|driver|"
    r"chauffeur)\b[^.;]{0,50}\b(?:n'a pas (?:laisse|donne|"
    r"decline) (?:son|de) nom|inconnu\w*|non identifie\w*|unnamed|unknown|unidentified|(?:did not|didn't|would not) "
    r"(?:give|leave|state) (?:his|her|a|their|any) name|left no name|whose name)"
)
_MARK = re.compile(r"(?<![\w/-])(?:[A-Z]{1,4}[-/. ]?\d{1,4}|[A-Z]{1,3}/\d{1,3})(?![\w/])")
_RECEIVED = re.compile(
    r"\b(?:parvenu\w*|recue?s?|received|arrived|delivered|apporte\w*|remise?s?|brought|deposee?s?)\b"
)
_REGISTER = re.compile(
    r"\b(?:registre|register|greffe|registry|property store|vault|evidence log|entree|deposant|sortie|in|out)\b"
)
_PARAGRAPH = re.compile(r"\n[^\S\n]*\n")
_NEAR = 400
_ROWS = 2  # rows of registers that are cited


def came_bare(material: Material, rule: Rule) -> Iterator[Hit]:
    """A paragraph in which an exhibit is received without a paper or from nobody in particular; one hit for each."""
    known = material.known
    for page in known.ordered_pages():
        piece = known.pieces.get(known.piece_of.get(page.id, ""))
        if page.near_duplicate_of is not None or (piece is not None and piece.kind == "press"):
            continue
        for start, end in _paragraphs(page.text):
            mark = _MARK.search(page.text, start, end)
            said = folded(page.text[start:end]) if mark else ""
            told = [*_BARE.finditer(said), *_CARRIER.finditer(said)]
            if mark is None or not told or not _RECEIVED.search(said):
                continue
            citations = [cite(page, *_sentence(known, page, start + _back(page.text[start:end], one))) for one in told]
            words: Words = {"exhibit": mark.group(), "told": " ".join(citations[0].span.exact.split())[:140]}
            yield Hit((*citations[:2], *_rows(known, page, mark.group())), False, words, "the registers of the case")


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for empty in _PARAGRAPH.finditer(text):
        yield start, empty.start()
        start = empty.end()
    yield start, len(text)


def _back(paragraph: str, found: re.Match[str]) -> int:
    return fold(paragraph).original(*found.span())[0]


def _sentence(known: Lookup, page: Page, at: int) -> tuple[int, int]:
    return known.sentence(cite(page, at, at + 1).span)


def _rows(known: Lookup, apart: Page, mark: str) -> list[Citation]:
    """The rows of registers that begin with this exhibit or name it among their first cells."""
    found = []
    wanted = re.compile(
        rf"^[^\n]{{0,30}}(?<![\w/-]){re.escape(mark)}(?![\w/])[^\n]*(?:\s{{2,}}|\|)[^\n]*$", re.MULTILINE
    )
    for page in known.ordered_pages():
        if page.id != apart.id and _REGISTER.search(folded(page.text[:_NEAR])):
            found += [cite(page, *row.span(), "contradicts") for row in wanted.finditer(page.text)]
    dated = [one for one in found if re.search(r"\d{1,2}[/.h:]\d{2}", one.span.exact)]
    return dated[:_ROWS]
