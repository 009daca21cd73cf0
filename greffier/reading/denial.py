"""Whether the words around a verb deny what it tells: « nie avoir … », « sans avoir … », « aucun … n'a », `no one`."""

from __future__ import annotations

import re

from greffier.reading.born import BORN
from greffier.reading.trigger import Trigger

# "Nothing shows that X paid": the main clause denies what the clause after "that" tells.
_NOT_SHOWN = re.compile(
    rf"(?:\bn'(?!est\s+que\b)|\b(?!{BORN})ne\s|\brien\b|\baucun|\bnot\b|\bn't\b|\bnever\b|\bnothing\b|\bno\s+(?:evidence|proof|page|witness)"
    r"|\bconteste|\bdement|\bnie\b|\bdenie[sd]\b)[^.;:«“\"]{0,90}?(?:\bque\b|\bqu'|\bthat\b"
    r"|\bto\s+(?:suggest|show|indicate|prove)\b)[^.;:]*$"
    r"|\b(?:untrue|not\s+true|false|faux|inexact)\s+(?:(?:de\s+(?:dire|pretendre)|to\s+say)\s+)?(?:que\b|qu'|that\b)[^.;:]*$"
)
_ONLY = re.compile(  # « il n'a pris qu'une ampoule et qu'il a rendu l'autre »: no more than that, and nothing denied
    r"\b(?:n'|ne\s+)(?:(?!(?:pas|jamais|plus|point|guere)\b)[\w']+\s+){1,3}?(?:que\s+|qu')(?:une?|deux|trois|quatre|cinq|dix|quelques|\d+)\b"
)
_NONE_BEFORE = re.compile(r"\b(?:rien|aucune?|nulle?|personne)\b")
_DENIES = re.compile(
    r"\b(?:nie(?:nt)?|niai(?:t|ent)|(?:a|ont|avait|aurait)\s+nie|nier|contest\w{1,5}|refut\w{1,5}|disput(?:es?|ed|ing)|dement(?:ait|ent)?|dementi|denied|denies|deny|denying"
    r"|refus\w{1,5}\s+(?:de|d'|a)|refus(?:ed|es)\s+to|fail(?:ed|s)\s+to)\s*(?:(?:formellement|fermement|toujours|ever|[a-z]{3,15}ly)\s+)?(?:l'|en\s+|y\s+|lui\s+)?$"
)
_WITHOUT = re.compile(
    r"(?:\b(?:sans|without|far\s+from|instead\s+of|rather\s+than)\s+|\b(?:loin|faute|au\s+lieu|plutot\s+que)\s+d[e'])\s*(?:(?:jamais|meme|ever|even)\s+)?(?:l'|lui\s+|en\s+|y\s+|rien\s+|s'|se\s+)?$"
)
_NO_SUBJECT = re.compile(
    r"\b(?:aucune?s?|nulle?(?:ment)?|personne|rien|jamais|guere|pas\s+une?|ni)\b(?:(?!\b(?:si|s'ils?|lorsque?|quand|sauf)\b)[^.;:]){0,70}$"
)
_NOT_HIM = re.compile(
    r"(?:\bce\s+n'(?:est|etait)\s+pas|\b(?:it\s+(?:was|is)\s+not|it\s+(?:was|is)n't))\s(?:(?!\s(?:mais|but)\s)[^.;:,]){1,50}\s(?:qui|who|that)\s*$"
)
_NO_ONE = re.compile(
    r"(?:^|[,.;:]\s*|\bthat\s+)(?:no\s+(?!longer\b)[^.;:,]{1,40}|(?:nobody|no\s+one|nothing)(?:\s+(?!(?:is|was|were|has|had|did|would|could|knew|knows|saw)\b)[^.;:,]{1,50})?|none\s+of[^.;:,]{1,40}|neither\s[^.;:,]{1,60})\s*$"
)
_NEVER = re.compile(  # `At no time did X pay`, `Never had X paid`
    r"(?:^|[,.;:]\s*)(?:never|nor|neither|not\s+once|nowhere|(?:at|in|under|on|by)\s+no\s+\w+)\s+(?:had|has|have|did|was|were|is|do|does|could|would)\b[^.;:]{0,60}$"
)
_DID_NOT = re.compile(  # `did not return to`: before the words of a phrase
    r"(?:\b(?:did|does|do|has|have|had|was|were|is|are|could|would|will|can|should)(?:\s+not|n't)|\bcannot)\s+(?:(?:[a-z]{3,12}ly|ever|yet)\s+)?$"
)
_NEARLY = re.compile(r"\b(?:nearly|almost|hardly|scarcely|presque|quasiment)\s+(?:ever\s+)?$")
_NONE = re.compile(r"(?:^|[.;:,]\s*|\n\s*)(?:aucune?|nulle?)\s[^.;:,]{1,50}\s$")
_NE = re.compile(rf"(?<!\w)(?:n'|(?!{BORN})ne\s)")
_NOTHING = re.compile(r"\s+(?:[a-z]{2,12}\s+)?(?:aucune?s?|rien|personne|nulle?s?|ni)\b")
_ENGLISH_NOTHING = re.compile(r"\s+(?:(?:[A-Za-z]+\s+){0,2})?(?:no|nothing|nobody|none)\b")


def denied(flat: str, left: int, trigger: Trigger) -> bool:
    """Return whether the clause from `left` on denies what its trigger tells."""
    before = flat[max(left, trigger.start - 130) : trigger.start]
    if any(denial.search(before) for denial in (_DENIES, _WITHOUT, _NOT_HIM, _NEVER, _DID_NOT)):
        return True
    if _NEARLY.search(flat, max(left, trigger.start - 16), trigger.word[0]):
        return True
    if trigger.voice == "noun":
        return False
    if trigger.voice == "passive" and _NONE.search(before):
        return True  # « Aucun produit trouvé sur lui »
    if _NE.search(flat, max(left, trigger.start - 3), trigger.word[0]):
        return bool(_NO_SUBJECT.search(before) or _NOTHING.match(flat, trigger.end, trigger.end + 40))
    return bool(_NO_ONE.search(before) or _ENGLISH_NOTHING.match(flat, trigger.end, trigger.end + 40))


def not_shown(flat: str, left: int, verb: int) -> bool:
    """Return whether the main clause before a verb denies what the clause of the verb tells."""
    found = _NOT_SHOWN.search(flat, left, verb)
    only = found and _ONLY.match(flat, found.start(), verb) and not _NONE_BEFORE.search(flat, left, found.start())
    return found is not None and not only
