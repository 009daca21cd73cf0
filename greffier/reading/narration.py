"""Where a narrator takes over again after spoken words in the same paragraph.

French tells a story in a tense that nobody speaks (« il sonna », « ils prirent »): a sentence in it that has no
first or second person is no part of a speech.
"""

from __future__ import annotations

import re

from greffier.text import sentences

_TENSE = re.compile(
    r"\b(?:[a-z]{2,}(?:erent|irent|urent|inrent)|(?:re)?(?:fit|mit|prit|vint|tint)|fut|eut|put|dut|parut|apparut|disparut|courut"
    r"|rendit|(?:re)?descendit|entendit|sortit|partit|sentit|ouvrit|offrit|comprit|apprit|surprit|permit|remit|promit|suivit"
    r"|repondit|attendit|perdit|tendit|voulut|fallut|resolut|mourut"
    r"|(?:par|de|inter)vint|(?:re|sou|ob|main)tint"
    r"|(?:(?:r?en|mon|rencon)t|(?:re|at)?ti|ser|pleu|demeu|assu|murmu|penet|soupi|dechi)ra|[a-z]{2,}[bcdfghjklmnpqstuvxyzi]a)\b(?!-)"
)
_NOUN = re.compile(r"(?:\b(?:le|la|les|un|une|du|de|des|ce|cette|son|sa|au|au|en|a)\s+|\b[ld]')$")
_NO_VERB = frozenset(("cela", "voila", "deja", "delta", "etc"))
_SPOKEN = re.compile(r"\b(?:je|j'|me|m'|moi|mon|ma|mes|nous|notre|nos|tu|te|t'|toi|ton|ta|tes|vous|votre|vos)(?!\w)")


def taken_over(text: str, flat: str, start: int, end: int, broken: bool) -> int:
    """Return where the narrator takes over in `text[start:end]`, the rest of a speech; `end` if nowhere.

    Spoken words stand first, unless the speech has been `broken` before by « dit-il ».
    """
    for place, (left, right) in enumerate(sentences(text[start:end])):
        if (place or broken) and _narrated(text, flat, start + left, start + right):
            return start + left
    return end


def _narrated(text: str, flat: str, start: int, end: int) -> bool:
    if _SPOKEN.search(flat, start, end):
        return False
    for match in _TENSE.finditer(flat, start, end):
        verb = match.group() not in _NO_VERB and text[match.start()].islower()
        if verb and not (
            match.group().endswith("a") and _NOUN.search(flat, max(start, match.start() - 8), match.start())
        ):
            return True
    return False
