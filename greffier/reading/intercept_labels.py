"""The labels of the sheets on which intercepted communications are told, in French and English.

Patterns are for the level view in which digits that engines take for letters are letters again.
"""

from __future__ import annotations

import re

from greffier.reading.vocabulary import any_of, level, table

_LETTERS = str.maketrans("01589", "olsbg")
_HELD = table("sheets")
_BEGINS = r"[ \t]*(?:[-=*_]{2,80}+[ \t]*)?"
_NUMBERED = r"(?:id|number|numero|no|n[°o]|nr|#)?[ ]*+\.?[ ]*+[:#]?[ ]*+(?P<number>\d{1,7}(?:[/-]\d{1,6})?)\b"
_ANOTHER_NUMBER = r"(?![ ]*(?:[/.:]\d|kg|euros?|s\b|min|sec))"

HEAD = re.compile(
    rf"{_BEGINS}(?:{any_of(_HELD['heads'].split())})[ ]*+(?:intercepte\w*[ ]*+)?{_NUMBERED}{_ANOTHER_NUMBER}"
)
LABELS: dict[str, re.Pattern[str]] = {
    name: re.compile(rf"(?:^|(?<=[\n|;\-–,(]))[ \t]*(?:{words})[ \t]*(?:[:=]|-(?=[ \t]))[ \t]*")
    for name, words in _HELD["labels"].items()
}
NOT_SPEAKERS = re.compile(rf"(?:{any_of(_HELD['not_speakers'].split())})\b")
VERBATIM = re.compile(r"(?:re)?transcription(?:[ ](?:integrale|partielle|litterale))?|verbatim|mot[ ]a[ ]mot")
TRANSLATED = re.compile(r"tradui\w+|traduction|translat\w+|interprete|interpreter")
WAY = re.compile(
    r"\b(?:appel|call|sms|mms|texto|message|communication)[ ](?:telephonique[ ])?"
    r"(?:sortante?|entrante?|outgoing|incoming|emise?|recue?|envoyee?|sent|received)\b"
    r"|\b(?:outgoing|incoming)[ ](?:call|sms)\b"
)
LASTED = re.compile(r"\b(?:duree|duration)[ ]?:?[ ]?(?:de[ ]|of[ ])?(?=\d)")
# « Appel sortant vers 06 … », "call from … to …": a call told in a phrase, and the words before its ends.
PHRASE = re.compile(
    r"(?:^|(?<=[\n,;(–\-]))[ \t]*(?:(?:type|sens|direction|nature)[^:\n]{0,30}:[ ]*)?(?:une?[ ]|an?[ ])?"
    r"(?:(?:outgoing|incoming)[ ])?(?:appel|call|sms|mms|texto|text|message|communication)\b(?P<rest>[^\n]{0,120})"
)
_NUMBER = (
    r"[ ]*:?[ ]*(?:(?:le|la|l'|the)[ ]?)?(?:numero[ ]|n[°o]\.?[ ]?|number[ ]|ligne[ ]|abonnee?[ ]|correspondante?[ ])*"
    r"(?P<number>\+?\(?\d[\d .()\-]{7,20}\d)"
)
PHRASED = {
    "caller": re.compile(rf"\b(?:(?:en[ ])?proven\w+[ ]d[eu]|venant[ ]d[eu]|depuis|from|de|du)\b{_NUMBER}"),
    "called": re.compile(rf"\b(?:vers|a[ ]destination[ ]d[eu]|en[ ]direction[ ]d[eu]|to|pour|au|a)\b{_NUMBER}"),
}
SOUND = re.compile(
    rf"\[[^\]\n]{{1,60}}\]|\((?:(?:il|elle|he|she)[ ])?(?:{any_of(_HELD['sounds'].split())})\b[^)\n]{{0,40}}\)"
)


def letters(text: str) -> str:
    """The level view with the digits that engines read for letters made letters, inside words only."""
    return re.sub(r"(?<=[a-z])[01589](?=[a-z])", lambda digit: digit.group().translate(_LETTERS), level(text))
