"""Payment in goods of people who may only be paid in money."""

from __future__ import annotations

import re
from collections.abc import Iterator

from greffier.assembling.checking import Hit, Material, Words, cite
from greffier.assembling.lookup import Lookup
from greffier.assembling.rulebook import Rule
from greffier.records import Citation, Page
from greffier.text import fold

_IN_GOODS = re.compile(
    r"\b(?:m'a|m'ont|nous a|nous ont|j'ai ete|avoir ete|a ete|ont ete|was|were|been|got|me)\b ?"
    r"(?:pay\w*|remuner\w*|retribu\w*|recompens\w*|servi\w*|paid|rewarded)\b[^.;!?]{0,60}?"
    r"\b(?:sur le tas|en nature|en produits?|en marchandises?|en drogue|en stupefiants|en cocaine|en resine|"
    r"in kind|in goods|in product|in drugs|in cocaine|with (?:part|a share) of the (?:goods|drugs|load|product))\b"
)
_HINTS = re.compile(  # cheap, on the page as it stands, before folding it
    r"sur\s+le\s+tas|en\s+(?:nature|produit|marchandise|drogue|stup|coca|r[ée]sine)|in\s+(?:kind|goods|product|drugs|coca)|"
    r"share\s+of|part\s+of",
    re.IGNORECASE,
)
_FORBIDS = re.compile(
    r"(?:exclusion de toute remise|aucune quantite ne pourra|interdi\w*|prohib\w*|ne peuvent etre retribu\w*|"
    r"ne saurai\w*|shall not|must not|may not|no part of the)"
)
_REWARD = re.compile(r"(?:retribution|remuneration|retribu\w*|remuner\w*|reward|payment|paid)")
_INFORMANT = re.compile(
    r"\b(?:informat(?:eur|eurs|rice)|indicateurs?|indic|tonton|source (?:humaine|immatriculee)|"
    r"immatricule\w* au registre|en rapport avec la police|renseign\w+ (?:la police|le service|les enqueteurs)|"
    r"(?:une|la|les|des) sources?|informants?|registered source|confidential source|worked (?:with|for) the police)\b"
)
_NEGATED = re.compile(r"\b(?:pas|jamais|ni|aucun\w*|not|never|no|sans|si|if)\b")


def informant_paid_in_goods(material: Material, rule: Rule) -> Iterator[Hit]:
    """Words that say an informant was paid in goods, beside the words that forbid it; one finding for the case."""
    known = material.known
    told: list[Citation] = []
    for piece in known.ordered_pieces():
        pages = [page for id in piece.pages if (page := known.pages.get(id)) is not None]
        hinted = [page for page in pages if _HINTS.search(page.text)] if piece.kind != "order" else []
        if hinted and any(_INFORMANT.search(fold(page.text).text) for page in pages):
            told.extend(citation for page in hinted for citation in _paid(known, page))
    if told:
        words: Words = {"told": " ".join(told[0].span.exact.split())[:120]}
        yield Hit((*told, *_forbidding(known)), False, words)


def _paid(known: Lookup, page: Page) -> Iterator[Citation]:
    view = fold(page.text)
    for found in _IN_GOODS.finditer(view.text):
        start, end = view.original(*found.span())
        left, _ = known.sentence(cite(page, start, end).span)
        if not _NEGATED.search(fold(page.text[left:end]).text):
            yield cite(page, start, end)


def _forbidding(known: Lookup) -> tuple[Citation, ...]:
    """Return the words of the first order that forbids to pay anybody in goods."""
    for page in known.ordered_pages():
        piece = known.pieces.get(known.piece_of.get(page.id, ""))
        if piece is None or piece.kind != "order":
            continue
        view = fold(page.text)
        for found in _FORBIDS.finditer(view.text):
            at, _ = view.original(*found.span())
            start, end = known.sentence(cite(page, at, at + 1).span)
            said = fold(page.text[start:end]).text
            if _REWARD.search(said) and re.search(r"quantite|produit|nature|goods|product|drug|remise", said):
                return (cite(page, start, end, "contradicts"),)
    return ()
