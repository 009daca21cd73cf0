"""Whether the words before a name tell a man or a woman; most names tell nothing, and nothing is guessed from them."""

from __future__ import annotations

import re
from typing import Literal

Gender = Literal["m", "f"]
_HER_TRADE = r"[a-z-]{2,16}(?:trice|euse|iere|ienne|ente|cate|ante|esse|onne)"
_HIS_TRADE = r"[a-z-]{2,16}(?:teur|deur|seur|ier|ien|dent|cat|ant)"
_OFFICE = r"(?:juge|maire|ministre|capitaine|commissaire|notaire|commandant|lieutenant|adjudant|secretaire|garde|chef)"
_HER = re.compile(
    r"(?<!\w)(?:mme|mlle|madame|mademoiselle|mrs|ms|miss|(?:la|une|sa|cette)\s+(?:nommee?\s+)?(?:[a-z-]{3,20}\s+){0,2}|nommee|dame|l'[a-z]{2,14}(?:trice|ente|ante|iere|cate)"
    rf"|(?:la|une|sa|cette)\s+(?:[a-z-]{{3,20}}\s+)?(?:{_HER_TRADE}"
    rf"|s(?:oe|œ)ur|femme|fille|mere|epouse|compagne|niece|tante|amie|{_OFFICE})(?=\s*,)"
    r"|(?:his|her|their|my|the)\s+(?:[a-z-]{3,12}\s+)?(?:wife|sister|daughter|mother|aunt|niece|girlfriend|granddaughter|grandmother|widow|woman)"
    r"(?:-in-law)?)[\s,.]*$"
)
_HIM = re.compile(
    r"(?<!\w)(?:m|mr|monsieur|sieur|nomme|l'(?:agent|inspecteur|adjudant|avocat|officier|enqueteur)|(?:le|un|son|ce)\s+(?:[a-z-]{3,20}\s+){0,2}"
    rf"|(?:le|un|son|ce)\s+(?:[a-z-]{{3,20}}\s+)?(?:{_HIS_TRADE}|frere|mari|pere|fils|oncle|ami|elu|{_OFFICE})(?=\s*,)"
    r"|(?:his|her|their|my|the)\s+(?:[a-z-]{3,12}\s+)?(?:husband|brother|son|father|uncle|nephew|boyfriend|grandson|grandfather|man)"
    r"(?:-in-law)?)[\s,.]*$"
)
_SHE = re.compile(
    r"(?<!\w)(?:elles?|she|cette\s+derniere|celle-ci|l'interessee"
    r"|la\s+(?:mise|gardee|prevenue|suspecte|detenue|comparante|declarante|susnommee|plaignante|requerante|reclamante))(?!\w)"
)
_HE = re.compile(r"(?<!\w)(?:ils?|ll|he|ce\s+dernier|celui-ci)(?!\w)")


def gender_before(flat: str, at: int) -> Gender | None:
    """The gender that title or article before the name at `at` tell, on a level view."""
    before = flat[max(0, at - 40) : at]
    return "f" if _HER.search(before) else "m" if _HIM.search(before) else None


_THAT_HE = re.compile(
    r"(?:\s*\([^()\n]{1,30}\))?(?:,[^,.;:\n]{1,60},)?\s+(?:a\s+|had\s+|has\s+)?[a-z]{3,12}\s+(?:us\s+|me\s+|nous\s+)?(?:that\s+|qu')"
    r"(?:(?P<her>elle|she)|(?P<him>il|he))(?!\w)"
)
_APPOSED = re.compile(  # « X, avocate », « X, née », « X, son frère »: not « l'avocat de »
    rf",\s+(?:(?P<her>nee|agee|(?:ancienne\s+|sa\s+)?{_HER_TRADE}|(?:sa\s+|la\s+)?(?:s(?:oe|œ)ur|femme|epouse|fille|mere)\s+d)"
    rf"|(?P<him>ne(?=\s+(?:le|a|en)\s)|age(?=\s+de)|(?:ancien\s+|son\s+)?{_HIS_TRADE}))(?![\w-])"
)


def gender_after(flat: str, end: int) -> Gender | None:
    """The gender that « X déclare qu'elle », `X said that he`, « X, née », « X, directrice » tell of the name that ends
    here; about somebody else it would be said of whom."""
    told = _THAT_HE.match(flat, end) or _APPOSED.match(flat, end)
    return None if told is None else "f" if told["her"] else "m"


def gender_of(pronoun: str) -> Gender | None:
    """The gender of the pronoun in these words, on a level view."""
    return "f" if _SHE.search(pronoun) else "m" if _HE.search(pronoun) else None
