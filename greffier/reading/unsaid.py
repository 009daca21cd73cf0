"""Words between marks that nobody is said to have used: denied, asked after, only put; and words put to somebody."""

from __future__ import annotations

import re

from greffier.reading.spoken import Spoken

_NEAR = 60  # characters before a verb of speech
_FAR = 400  # and between marks
_NOT = re.compile(  # right before the verb
    r"(?:\b(?:(?:did|does|do|has|have|had|would|could|can|should|will)(?:\s+(?:not|never)|n't)|cannot|never)\s+(?:(?:[a-z]{3,12}ly|ever)\s+)?"
    r"|(?<!\w)n(?:e\s+|')(?:[\w']{1,12}\s+){0,4}"
    r"|\b(?:denie[sd]|den(?:y|ying)|disput(?:es?|ed)|refus(?:es?|ed)|nie(?:nt)?|niait|nia|dement(?:ait)?|conteste\w{0,3}|refute\w{0,3})\s+(?:(?:to|de|having|ever|avoir|jamais)\s+|l'avoir\s+){0,3}"
    r"|\b(?:could\s+not|cannot|can't|couldn't|did\s+not|didn't|does\s+not)\s+(?:recall|remember)\s+(?:having\s+|ever\s+)?"
    r"|\b(?:nobody|no\s+one|personne|nul|none\s+of\s+(?:\w+\s+){1,3})\b[^.;:«“\"]{0,50}"
    r"|\b(?:should|could|might|ought\s+to)\s+have\s+|\baurait\s+(?:du|pu)\s+|\b(?:faux|untrue|false|falsely|wrongly|a\s+tort)\b[^.;:«“\"]{0,50})$"
)
_NOBODY = re.compile(r"\b(?:nobody|no\s+one|personne\s+n'|nul\s+n')[^.;«“\"]{0,80}$")
_DENIES = re.compile(r"(?:denie[sd]|den(?:y|ying)|ni(?:e|ait|ent)|dement(?:ait)?|conteste(?:nt)?)$")
_DENIAL = re.compile(
    r"(?:n'\w*\s*)?(?:exclu|nie|dement|conteste|refute|cach|denie|deny)"
)  # « n'exclut pas »: he says it
_TO_HAVE = re.compile(r"\s+(?:(?:having|ever|any|saying)\b|(?:l')?avoir\b)")  # `denies having said`
_IF = re.compile(r"\W{0,6}(?:if|si|s'ils?|unless)\s")
_INVERTED = re.compile(
    r"\W{0,6}(?:[a-z]{1,10}\W{1,4})?(?:did|has|had|have|does|do)\s+\w|-(?:t-)?(?:il|elle|vous|tu|ils|elles)\s|\best-ce\s+que\s"
)
_WHY = re.compile(r"\b(?:pourquoi|quand|comment|ou|why|when|how|where|whom|qui)\b")
_PUT_TO = re.compile(  # `was told`, « s'est vu répondre », « a reçu un SMS », `read the letter`
    r"\b(?:(?:was|were|been|being|is|are)\s+(?:(?:then|also|later|again|[a-z]{3,12}ly)\s+)?(?:told|asked|informed|advised|reminded|warned|called|dubbed|labelled|described\s+as)"
    r"|s'(?:est|etait)\s+(?:vue?|entendue?)\s+(?:repondre|dire|demander|traiter|signifier|opposer)|(?:a|ont|avait)\s+ete\s+(?:traite|qualifie|interroge|informe|averti|surnomme)\w*"
    r"|(?:(?:a|ont|avait|ai)\s+recu|recoit|recevait|receive[sd]?|got|gets)\s+(?:\w+\s+){1,3}?(?:sms|messages?|textos?|texts?|courriels?|e?-?mails?|lettres?|letters?|notes?|reponses?|reply|answer|billets?)|lit|lisait|(?:a|ont|avait)\s+lu|reads?(?:\s+out|\s+aloud)?|found\s+(?:on|in|at|by)|trouvee?s?\s+(?:sur|chez|dans)|pretee?s?\s+a|attribuee?s?\s+a|attributed\s+to)\b"
    r"[^.;:«“\"]{0,70}[:,]?\s*$"
)


def unsaid(flat: str, left: int, one: Spoken) -> bool:
    """Return whether the sentence from `left` on says that these words were not, or only might be, spoken."""
    if one.cue is None:
        return _NOBODY.search(flat, left, one.whole[0]) is not None
    if one.cue[0] >= one.whole[0]:
        return False
    verb, end = one.cue
    denied = _NOT.search(flat, max(left, verb - _NEAR), verb) or flat.startswith("n'", verb)
    if (denied and not _DENIAL.match(flat, verb)) or _IF.match(flat, left, verb):
        return True
    if _DENIES.search(flat, verb, end) and _TO_HAVE.match(flat, end):
        return True
    asked = flat[one.whole[1] : one.whole[1] + 4].lstrip('»”" \u00a0\u202f').startswith("?")
    return asked and bool(_INVERTED.search(flat, left, end)) and not _WHY.search(flat, left, verb)


def put_to(flat: str, left: int, start: int) -> int | None:
    """Return where it is said that the words at `start` were put to somebody, or read by him; None where it is not."""
    found = _PUT_TO.search(flat, left, start)
    return found.start() if found else None


def between_marks(text: str, at: int) -> bool:
    """Return whether a place of a paragraph stands between quotation marks."""
    start = max(text.rfind("\n\n", 0, at) + 1, at - _FAR, 0)
    opened = any(text.count(left, start, at) > text.count(right, start, at) for left, right in ("«»", "“”"))
    return (opened or text.count('"', start, at) % 2 == 1) and any(mark in text[at : at + _FAR] for mark in '»”"')
