"""What kind of text a page is, where that alone says how sure it can be: a charge, an exercise, a contract.

A page of an indictment, of a complaint or of an informant's words tells what is alleged; one of an exercise, a model or
a novel tells what nobody did; a contract tells in the present what is to be done.
"""

from __future__ import annotations

import re
from typing import Literal

Genre = Literal["alleged", "hypothetical", "planned"]

_HEAD = 1500  # characters in which a page says what it is,
_TITLES = 500  # and those in which its titles stand
_TITLE = r"[^\n.;,]{0,70}(?:\n|$)"  # what else stands on the line of a title: no sentence begins so
_CHARGES = re.compile(
    r"\b(?:grand\s+jury\s+charges|(?:particulars|statement)\s+of\s+(?:the\s+)?(?:offence|claim))\b"
    rf"|(?:^|\n)[^\w\n]{{0,12}}(?:[a-z]+\s){{0,2}}(?:indictment|criminal\s+complaint){_TITLE}"
)
_LINE = (  # where a title begins, perhaps after its number
    r"(?:^|\n)[^\w\n]{0,12}(?:(?:annexe|annex|appendix|page|fiche|piece|no?|n°)\s*"
    r"(?:\d[\w/.-]{0,11}|[a-z]{1,2}\d[\w/.-]{0,9}|[a-z]|[ivx]{1,4})\b[^\w\n]{1,4})?"
)
_ALLEGED = re.compile(
    rf"{_LINE}(?:acte\s+d'accusation|citation\s+(?:directe|a\s+(?:comparaitre|prevenue?))|assignation|(?:depot\s+de\s+)?plainte(?:\s+(?:simple|penale|avec\s+constitution\s+de\s+partie\s+civile))?(?=\s*(?:[:\n]|$))|(?:renseignements?|signalement|lettre|appel|courrier|tuyau)\s+anonymes?"
    r"|note\s+blanche|denonciation|renseignement\s+(?:confidentiel|de\s+source)|charge\s+sheet|complaint(?:\s+(?:form|sheet|no\.?\s*\S{1,12}))?(?=\s*(?:[:\n]|$))|intelligence\s+(?:report|log|submission|note)|(?:source|informant|crimestoppers)\s+(?:report|contact|log)"
    rf"|anonymous\s+(?:letter|call|tip|information|report)|(?:prosecution|crown|state)(?:'s)?\s+(?:opening|case|summary)|opening\s+(?:note|statement)|skeleton\s+argument|particulars\b|pleadings){_TITLE}"
)
_INVENTED = re.compile(
    rf"{_LINE}(?:(?:cas|travaux|exercices?)\s+pratiques?|exercices?\s*(?:n°\s*)?\d{{0,2}}\s*(?:[:.–—-]|\n|de\s+(?:simulation|formation))|etude\s+de\s+cas|mise\s+en\s+situation|cas\s+fictif|(?:enonce|sujet)\s+(?:de|du|d'|n°)|scenario\s*(?:\d|:|\n)"
    r"|(?:case\s+stud(?:y|ies)|training\s+(?:exercise|scenario|material|case|module|pack|handout)|exercise\s*(?:\d{1,2}|[a-z])?\s*(?:[:.–—-]|\n)|mock\s|moot\s|role\s?-?play|jeu\s+de\s+role|worked\s+example|sample\s+(?:letter|contract|question|answer|charge)|hypothetical)"
    r"|(?:modeles?|specimen|template|precedent|formulaire)\s+(?:de|d'|du|for|of|letter|statement|report)|roman\s*(?:policier|noir|\n|$)|(?:short\s+)?novel|nouvelle\s+(?:policiere|noire)|screenplay|synopsis|piece\s+en\s+\w+\s+actes?)"
    r"|\b(?:noms|personnages|faits)\s+(?:[a-z]+\s+){0,4}?(?:fictifs|imaginaires|inventes)\b|\b(?:names|characters|facts|persons)\s+(?:[a-z]+\s+){0,5}?(?:fictitious|fictional|invented|imaginary)\b"
)
_CONTRACT = re.compile(
    rf"{_LINE}(?:(?:contrat|convention|bail\s+(?:commercial|d'|de\s|a\s|meuble|rural|professionnel)|promesse\s+d|compromis|acte\s+de\s+(?:vente|cession|pret)|protocole\s+d'accord|conditions\s+generales|contract|lease|tenancy|deed|terms\s+(?:and|of)|memorandum\s+of\s+understanding|heads\s+of\s+terms"
    rf"|(?:[a-z]+\s+){{0,3}}agreement)\b{_TITLE})|\bentre\s+les\s+soussignes|\bby\s+and\s+between\b|\bbetween\s+the\s+undersigned|\bil\s+a\s+ete\s+(?:convenu|arrete)|\bit\s+is\s+(?:hereby\s+)?agreed\s+as\s+follows"
)


def genre(flat: str) -> Genre | None:
    """Return how sure everything on a page, levelled, is that is told as a fact; None where its kind says nothing."""
    if _INVENTED.search(flat, 0, _TITLES):
        return "hypothetical"
    if _CONTRACT.search(flat, 0, _TITLES):
        return "planned"
    return "alleged" if _CHARGES.search(flat, 0, _HEAD) or _ALLEGED.search(flat, 0, _TITLES) else None
