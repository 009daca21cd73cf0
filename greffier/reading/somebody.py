"""Somebody without a name whom a text tells of: `my husband`, « un homme », `the caller`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from greffier.reading.candidate import UNPROVEN, Candidate
from greffier.reading.taken import beginning
from greffier.reading.unproven import with_unproven

SOMEBODY = re.compile(
    r"(?<!\w)(?:hommes?|femmes?|mari|epouse|epoux|freres?|s(?:oe|œ)urs?|cousine?s?|oncle|tante|pere|mere|fils|fille|ami|amie|amis|copain|copine|voisine?s?|types?|gars|mecs?|individus?"
    r"|inconnue?s?|jeune|chauffeur|conducteur|passagere?|gerante?|patronne?|caissiere?|men|man|woman|women|husband|wife|brothers?|sisters?|cousins?|uncle|aunt|father|mother|mum|mom|dad|son"
    r"|daughter|friends?|boyfriend|girlfriend|neighbours?|males?|females?|guys?|blokes?|lads?|driver|passenger|bloke|manager|boss|girl|boy|stranger"
    r"|nephews?|nieces?|neveux?|gendre|beaux?-\w+|belles?-\w+|collegues?|colleagues?|partners?|customers?|buyers?|landlord|landlady|caller"
    r"|constable|guard|watchman|nurse|doctor|clerk|teller|supervisor|foreman|headmaster|headmistress|teacher|pastor|priest|imam|gardien|policier|policiere|gendarme|douanier|infirmier|infirmiere|medecin)"
    r"(?:-in-law)?(?![\w-])"
)
_OPENS = re.compile(r"(?:^|[.!?:]\s+|\n\s*|\bque\s|\bc'est\s)[\"«“]?\s?(?:(?:m|mme|mr|mrs|ms)\.?\s)?$")
_DOES = re.compile(r"\s?[\"»”]?(?:\s?[—–(]|\.|,\s\d|,\s(?:he|she)\b|\s+(?:a|est|etait|avait|is|was|has|had)\s)")
_NAME = 100  # characters of a name at most


def somebody(flat: str, start: int, end: int, people: Sequence[Candidate]) -> bool:
    """Whether somebody without a name is told of between two offsets of a level view, whom a pronoun may mean."""
    for found in SOMEBODY.finditer(flat, start, end):
        named = any(
            -1 <= one.start - found.end() <= 3 or 0 <= found.start() - one.end <= 5
            for one in beginning(people, found.start() - _NAME, found.end() + 4)
        )
        if not named:
            return True
    return False


def stranger(text: str, flat: str, start: int, end: int, people: Sequence[Candidate]) -> bool:
    """Whether words that no reader knows open a sentence as a name does: « « Ebiere » a un four. Elle dit »."""
    unknown = (one for one in with_unproven(text, start, end, people) if one.confidence == UNPROVEN)
    opening = (one for one in unknown if _OPENS.search(flat, max(0, one.start - 12), one.start))
    return any(_DOES.match(flat, one.end) for one in opening)
