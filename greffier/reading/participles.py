"""Participles without an auxiliary, said of the name before them: « X, entendu le 9 mai », `Trask arrested at …`."""

from __future__ import annotations

import re

from greffier.reading.openings import OF_THE_HELD

_NO_OBJECT = re.compile(  # what may follow a participle and is not what somebody did it to
    r"\s*(?:[.,;]|$)|\s+(?:at|on|in|for|under|from|by|near|outside|inside|without|twice|again|\d+"
    r"|le\s+\d{1,2}|hier|avant-hier|la\s+veille|ce\s+(?:jour|matin|soir|meme)|dans|a|au|aux|chez|sur|sous|par|en|lors|pour|puis|sans|apres|deux|trois"
    r"|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)(?!\w)"
)
_OFFICERS = re.compile(
    r"(?<!\w)(?:(?:officers?|police|detectives?|investigators?|agents|customs|troopers?|deputies)(?:\s+also)?"
    r"|(?:pc|dc|ds|di|ps|sgt|insp|det|wpc|officer|trooper|constable|sergeant|inspector)\.?\s+(?:\d+\s+)?[a-z'-]+(?:\s[a-z'-]+)?)\s+$"
)
_NONE = re.compile(r"(?<!\w)(?:aucune?|nulle?|no|nothing)(?:\s[^\s.;:,]{1,20}){0,4}\s$")  # « Aucun produit trouvé »
_SET_OFF = re.compile(r"(?:\s*\([^()\n]{1,80}\))?\s*,?\s*$")
_REACH = 90  # characters of a parenthesis between a name and its participle


def by_officers(flat: str, left: int, start: int) -> bool:
    """Whether officers stand right before a verb, who do it: `officers arrested`, `PC Hale took`."""
    return _OFFICERS.search(flat, left, start) is not None


def set_off(gap: str) -> bool:
    """Whether nothing stands between a name and a participle but a comma or what is put in brackets."""
    return _SET_OFF.fullmatch(gap) is not None


def said_of_name(flat: str, left: int, start: int, end: int, type_: str, subjects: frozenset[int]) -> bool:
    """Whether a participle without an object tells what was done to whom the name right before it names."""
    if not (type_ in OF_THE_HELD or type_ == "inform" or flat.startswith("joint", start)) or not _NO_OBJECT.match(
        flat, end
    ):
        return False
    if by_officers(flat, left, start):
        return False
    if type_ in ("find", "seize") and _NONE.search(flat, max(0, start - 50), start):
        return True
    gap = _SET_OFF.search(flat, max(0, start - _REACH), start)
    return gap is not None and gap.start() in subjects
