"""Whether the words around a verb deny what it tells: « nie avoir … », « sans avoir … », « aucun … n'a », `no one`."""

from __future__ import annotations

import re

from greffier.reading.trigger import Trigger

_DENIES = re.compile(
    r"\b(?:nie(?:nt)?|niai(?:t|ent)|(?:a|ont|avait|aurait)\s+nie|nier|contest\w{1,5}|dement(?:ait|ent)?|dementi|denied|denies|deny|denying"
    r"|refus\w{1,5}\s+(?:de|d'|a)|refus(?:ed|es)\s+to|fail(?:ed|s)\s+to)\s*(?:(?:formellement|fermement|toujours|ever|[a-z]{3,15}ly)\s+)?(?:l'|en\s+|y\s+|lui\s+)?$"
)
_WITHOUT = re.compile(
    r"\b(?:sans|without)\s+(?:(?:jamais|meme|ever|even)\s+)?(?:l'|lui\s+|en\s+|y\s+|rien\s+|s'|se\s+)?$"
)
_NO_SUBJECT = re.compile(r"\b(?:aucune?s?|nulle?|personne|rien|pas\s+une?|ni)\b[^.;:]{0,70}$")
_NOT_HIM = re.compile(
    r"(?:\bce\s+n'(?:est|etait)\s+pas|\b(?:it\s+(?:was|is)\s+not|it\s+(?:was|is)n't))\s[^.;:,]{1,50}\s(?:qui|who|that)\s*$"
)
_NO_ONE = re.compile(
    r"(?:^|[,.;:]\s*|\bthat\s+)(?:no\s+(?!longer)[^.;:,]{1,40}|nobody|no\s+one|nothing|none\s+of[^.;:,]{1,40}|neither\s[^.;:,]{1,60})\s*$"
)
_NE = re.compile(r"(?<!\w)(?:n'|ne\s)")
_NOTHING = re.compile(r"\s+(?:[a-z]{2,12}\s+)?(?:aucune?s?|rien|personne|nulle?s?|ni)\b")
_ENGLISH_NOTHING = re.compile(r"\s+(?:(?:[A-Za-z]+\s+){0,2})?(?:no|nothing|nobody|none)\b")


def denied(flat: str, left: int, trigger: Trigger) -> bool:
    """Return whether the clause from `left` on denies what its trigger tells."""
    before = flat[max(left, trigger.start - 130) : trigger.start]
    if _DENIES.search(before) or _WITHOUT.search(before) or _NOT_HIM.search(before):
        return True
    if trigger.voice == "noun":
        return False
    if _NE.search(flat, max(left, trigger.start - 3), trigger.word[0]):
        return bool(_NO_SUBJECT.search(before) or _NOTHING.match(flat, trigger.end, trigger.end + 40))
    return bool(_NO_ONE.search(before) or _ENGLISH_NOTHING.match(flat, trigger.end, trigger.end + 40))
