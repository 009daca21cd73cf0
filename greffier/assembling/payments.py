"""Payment in goods of people who may only be paid in money."""

from __future__ import annotations

import re
from collections.abc import Iterator

from greffier.assembling.checking import Hit, Material, Words, cite, line_at
from greffier.assembling.lookup import Lookup
from greffier.assembling.rulebook import Rule
from greffier.records import Citation, Page
from greffier.text import fold, folded

_IN_GOODS = re.compile(
    r"\b(?:(?:m'a|m'ont|nous a|nous ont|j'ai ete|avoir ete|a ete|ont ete|etais|etait|was|were|been|got|being|me) ?"
    r"(?:pay\w*|remuner\w*|retribu\w*|recompens\w*|regle\w*|servi\w*|paid|rewarded|settled)|"
    r"(?:me|le|la|les|lui|leur|te) (?:pay\w+|remuner\w+|retribu\w+|recompens\w+|regl\w+)|"
    r"(?:pays?|paid|paying|rewards?|rewarded|settled with) (?:me|him|her|us|them|(?:the|our|my|his|their) "
    r"(?:sources?|informants?|grass|snitch)))\b[^.;!?]{0,60}?"
    r"\b(?:sur le tas|sur (?:la|les) (?:saisies?|prises?|marchandises?|lots?)|"
    r"en (?:nature|produits?|marchandises?|drogue|stupefiants|stups?|cocaine|coke|resine|shit|herbe|came|barrettes?)|"
    r"(?:une|sa|ma|leur) part (?:de|sur|du) (?:la |l'|les )?(?:saisie|prise|marchandise|cargaison|lot|butin|came)|"
    r"in (?:kind|goods|product|drugs|cocaine|coke|heroin|weed|gear|powder|hash|stuff)|"
    r"(?:with|out of|from) (?:part of |a (?:share|cut|bit|piece|slice) of )?(?:the|each|every) "
    r"(?:goods|drugs|load|product|seizure|haul|bust|stash|shipment|gear))\b"
)
_HINTS = re.compile(  # cheap, on the page as it stands, before folding it
    r"sur\s+l(?:e\s+tas|a|es)\b|en\s+(?:nature|produit|marchandise|drogue|stup|coca|coke|r[ée]sine|shit|herbe|came|barrette)|"
    r"in\s+(?:kind|goods|product|drugs|coca|coke|heroin|weed|gear|powder|hash|stuff)|share\s+of|cut\s+of|part\s|"
    r"(?:out\s+of|from|with)\s+(?:the|each|every)\s+(?:goods|drugs|load|product|seizure|haul|bust|stash|shipment|gear)",
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
_HANDLED = re.compile(r"\b(?:source (?:unit|ref\w*|contact)|contact sheets?|handlers?|officier traitant|traitant)\b")
_HANDED = re.compile(  # somebody lets the informant have something
    r"\b(?:(?:gave|handed|slipped|passed|left|let) (?:him|her|them|the source|the informant|source) (?:have |keep )?|"
    r"(?:on|je|j'ai|nous|il|elle) (?:(?:lui|leur) )(?:a |ai |avons |ont |avait )?(?:laisse|donne|remis|file|"
    r"refile|cede)\w* )"
    r"(?P<what>[^.;!?]{3,90})"
)
_MONEY = re.compile(
    r"[£$€]|\b(?:\d+ ?(?:euros?|gbp|usd|eur|f?cfa|francs?|pounds|dollars)|cash|money|billets?|especes|argent)\b"
)
_NO_GOODS = re.compile(
    r"\b(?:numbers?|numero|lifts?|copy|copie|calls?|appel|warnings?|caution|instructions?|consignes?|rendez-vous|mot|"
    r"time|temps|speak|go|know|think|say|message|to understand|a entendre|burner|handset)\b"
)
_OFF_BOOK = re.compile(
    r"\b(?:no (?:form|receipt|paper|voucher)|without (?:a )?(?:form|receipt)|"
    r"off the (?:books?|record)|keep (?:him|her|them) \w+|in lieu|"
    r"instead of (?:money|cash|payment)|(?:for|as) (?:his|her) (?:trouble|help|reward|pay)|"
    r"(?:till|until|pending) (?:the|his|her|their) (?:money|pay\w*|fee|reward|funds|voucher)|"
    r"(?:not|never) (?:to be )?(?:written (?:down|up)|recorded|entered|logged)|"
    r"pas (?:fait )?de (?:demande|formulaire|recu)|sans (?:recu|formulaire|demande)|pour solde|pour (?:sa|la) peine|"
    r"en guise de|remuneration|prime|en attendant (?:l'argent|la prime|le paiement|les fonds|sa \w+)|"
    r"(?:ne pas|sans|rien) (?:l[ea]s? |l')?(?:mettre|ecrire|noter|inscrire|consigner|"
    r"mentionner)|hors p\.?v|dedommag\w*)\b"
)
_OBJECT = 45  # characters after "gave him" that say what
_MARK = re.compile(r"(?<![\w/-])[A-Z]{1,4}[/-]\d{1,3}(?![\w/-])")
_AROUND = 300  # characters around a gift that say that no paper was made of it
_OTHERS = 4  # lines of other papers that name the thing
_THINGS = 6  # pages that may name a thing before its name says nothing
_NOBODY = re.compile(r"\b(?:nobody|no one|never|not|n't|pas|jamais|personne|ni)\b|n't\b")
_NEGATED = re.compile(r"\b(?:pas|jamais|ni|aucun\w*|not|never|no|sans|si|if)\b")


def informant_paid_in_goods(material: Material, rule: Rule) -> Iterator[Hit]:
    """Words that say an informant was paid in goods, beside the words that forbid it; one finding for the case."""
    known = material.known
    told: list[Citation] = []
    for piece in known.ordered_pieces():
        pages = [page for id in piece.pages if (page := known.pages.get(id)) is not None]
        hinted = [page for page in pages if _HINTS.search(page.text)] if piece.kind != "order" else []
        if hinted and any(_INFORMANT.search(known.flat(page)) for page in pages):
            told.extend(citation for page in hinted for citation in _paid(known, page))
    if told:
        words: Words = {"told": " ".join(told[0].span.exact.split())[:120]}
        yield Hit((*told, *_forbidding(known)), False, words)


def informant_given_goods(material: Material, rule: Rule) -> Iterator[Hit]:
    """A thing handed to an informant with no form, no receipt, in place of money; with other papers that name it."""
    known = material.known
    for piece in known.ordered_pieces():
        pages = [page for id in piece.pages if (page := known.pages.get(id)) is not None]
        texts = " ".join(map(known.flat, pages)) if piece.kind not in ("press", "order") else ""
        if _INFORMANT.search(texts) or _HANDLED.search(texts):
            for page in pages:
                yield from _gifts(known, page)


def _gifts(known: Lookup, page: Page) -> Iterator[Hit]:
    view = fold(page.text)
    for found in _HANDED.finditer(view.text):
        what, around = found["what"], view.text[max(0, found.start() - _AROUND) : found.end() + _AROUND]
        left, right = known.sentence(cite(page, *view.original(*found.span())).span)
        before = folded(page.text[left : view.original(*found.span("what"))[0]])
        if _MONEY.search(what[:_OBJECT]) or _NO_GOODS.search(what) or _NOBODY.search(before):
            continue
        if not _OFF_BOOK.search(around):
            continue
        gift = cite(page, left, right)
        words: Words = {"told": " ".join(gift.span.exact.split())[:140]}
        yield Hit((gift, *_named_elsewhere(known, page, what)), False, words, "the papers on this informant")


def _named_elsewhere(known: Lookup, apart: Page, what: str) -> list[Citation]:
    """Lines of other papers on the thing: by its first noun that few pages name, and by the mark they give it."""
    for noun in re.findall(r"[a-z]{4,}", what):
        lines = _lines(known, apart, re.compile(rf"\b{noun}\b", re.IGNORECASE))
        if 0 < len(lines) <= _THINGS:
            marks = sorted({mark for one in lines for mark in _MARK.findall(one.span.exact)})
            marked = [one for mark in marks for one in _lines(known, apart, re.compile(rf"(?<![\w/]){mark}(?!\d)"))]
            return (lines + [one for one in marked if one not in lines])[:_OTHERS]
    return []


def _lines(known: Lookup, apart: Page, wanted: re.Pattern[str]) -> list[Citation]:
    """The first line of each other page with these words."""
    found = [(page, wanted.search(page.text)) for page in known.ordered_pages() if page.id != apart.id]
    return [cite(page, *line_at(page.text, one.start()), "context") for page, one in found if one is not None]


def _paid(known: Lookup, page: Page) -> Iterator[Citation]:
    view = fold(page.text)
    for found in _IN_GOODS.finditer(view.text):
        start, end = view.original(*found.span())
        left, _ = known.sentence(cite(page, start, end).span)
        if not _NEGATED.search(folded(page.text[left:end])):
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
            said = folded(page.text[start:end])
            if _REWARD.search(said) and re.search(r"quantite|produit|nature|goods|product|drug|remise", said):
                return (cite(page, start, end, "contradicts"),)
    return ()
