"""Whom a record of custody or of a search is about: named by its title, its labels or its form.

The lines of such a record are about this person unless they name another: « Déclare ne pas vouloir d'avocat »,
`Says he fell`.
"""

from __future__ import annotations

import re

_RECORD = (  # what the first lines of such a record hold
    *(
        "garde a vue",
        "gardes a vue",
        "gardee a vue",
        "en retenue",
        "privation de liberte",
        "registre d'ecrou",
        "notification de",
        "retention",
        "custody record",
    ),
    *(
        "registre de detention",
        "registre des detenus",
        "registre des gardes a vue",
        "occurrence book",
        "fiche de detention",
        "main courante de garde",
    ),
    *("custody log", "custody sheet", "detention log", "detention record", "record of detention", "detainee"),
    *(
        "detained person",
        "prisoner",
        "booking sheet",
        "booking report",
        "booking record",
        "jail booking",
        "custody system",
    ),
    *(
        "custody register",
        "cell register",
        "detention register",
        "detention centre",
        "detention center",
        "lock-up register",
    ),
    *("local de retenue", "chambre de surete", "personne privee de liberte", "registre de retenue", "fiche d'ecrou"),
)
_HEARING = (  # and what the title of a hearing holds
    *(
        "interview",
        "audition d",
        "interrogatoire d",
        "deposition",
        "hearing of",
        "statement of",
        "statement under",
        "statement u/s",
        "statement recorded",
        "sworn statement",
        "voluntary statement",
    ),
    "proces-verbal d'audition",
    "make oath and s",
    "makes oath and s",
    "make this statement",
    "do hereby state",
    "do solemnly and sincerely declare",
    "state under oath",
    "declare sur l'honneur",
    "atteste sur l'honneur",
)
_HEAD = 1500  # characters in which a record says what it is
_TITLE = 250  # and a hearing
NAMED = re.compile(
    r"(?:garde\s+a\s+vue|retenue|fouille|retention)\s+d(?:e|u|')(?!\s*(?:securite|surete|palpation|police|l'|la\s|son\s|sa\s|vehicule|domicile|\d))|en\s+(?:garde\s+a\s+vue|retenue)\s+(?=l[ea]\s+(?:nommee?|denommee?|dite?)\b|(?:m\.|mme)\s)"
    r"|a\s+l'(?:egard|encontre)\s+d(?:e|u|')\s{0,2}:?"
    r"|(?:ci-?\s?apres|ci-?dessous)\s+(?:designee?|denommee?)\s*:"
    r"|(?:designee?|denommee?|nommee?)\s+(?:ci-?apres|ci-?dessous)\s*:"
    r"|(?:^|\n|[ ]{3}|\t|[ ][–—-])[ \t]*(?:prisoner|detainee?|det(?:'d)?|det\.|detained|detained\s+person"
    r"|na(?:m|rn)e\s+of\s+(?:prisoner|detainee|detained\s+person)|dp|person\s+(?:detained|in\s+custody)"
    r"|gardee?\s+a\s+vue|personne\s+(?:gardee\s+a\s+vue|retenue|concernee|mise\s+en\s+cause)|mise?\s+en\s+cause|interessee?|detenue?|ecroue|occupier"
    r")(?:'s\s+name)?(?:[ ]{1,3}[^:\n]{0,24})?[ \t]*:"
)
PLACED = re.compile(
    r"[^.;\n]{0,220}?\b(?:a\s+ete|est|avait\s+ete)\s+(?:placee?|maintenue?|mise?)\s+en\s+(?:garde\s+a\s+vue|retenue)"
)


def keeps_a_record(flat: str) -> bool:
    """Whether the first page, levelled, is of a record of custody."""
    return any(word in flat[:_HEAD] for word in _RECORD)


def holds_a_hearing(flat: str) -> bool:
    """Whether the title of the first page, levelled, is of a hearing."""
    return any(word in flat[:_TITLE] for word in _HEARING)
