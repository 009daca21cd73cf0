"""Pairs of names that the page asks after or doubts: `Is X also known as "Wolf"?`, « rien ne dit que X est dit … »."""

from __future__ import annotations

import re

from greffier.reading.denial import not_shown
from greffier.reading.governed import governed
from greffier.reading.identified import is_confirmed
from greffier.reading.naming import Naming
from greffier.reading.vocabulary import level

_FAR = 240  # characters of a sentence before a pair
_ENDS = re.compile(r"[.!?;]\s|\n\s*\n")
_SAYS_SO = re.compile(r"\b(?:est|etait|serait|soit|fut|is|was|be|are|being|goes|uses|utilise|appelle)\b|=")
_COPULA = re.compile(r"\b(?:is|was|are|were)\s+$")
_WHETHER = re.compile(r"\b(?:whether|if|si|unless|s'il)\b[^.;,]{0,60}$")
_BUT_NOT = re.compile(
    r"\b(?:et\s+non(?:\s+pas)?|and\s+not|but\s+not|rather\s+than|plutot\s+que)\s+(?:(?:m|mme|mr|mrs|ms)\.?\s+)?$"
)
_UNSURE = re.compile(
    r"\s?[\"»”]?\s?(?:\(\s?\?|\?(?=[),])|\(?(?:a\s+(?:verifier|confirmer|identifier)|to\s+be\s+(?:verified|confirmed)|tbc\b|unconfirmed|non\s+confirme|sans\s+certitude))"
)


def is_doubted(text: str, one: Naming) -> bool:
    """Return whether the page leaves open, or denies, that the two names are one person's."""
    if one.left is None:
        return False
    flat = level(text)
    first, second = sorted((one.left, one.right))
    window = max(0, first[0] - _FAR)
    start = max((found.end() for found in _ENDS.finditer(flat, window, first[0])), default=window)
    if _BUT_NOT.search(flat, start, first[0]) or _UNSURE.match(flat, second[1]):
        return True
    inverted = _COPULA.search(flat, start, first[0]) is not None
    if not inverted and not _SAYS_SO.search(flat, first[1], second[0]):
        return False  # in passing: « Connaissez-vous X, dit « le Loup » ? »
    closes = _ENDS.search(flat, second[1], second[1] + _FAR)
    end = closes.start() + 1 if closes else min(len(flat), second[1] + _FAR)
    asked = flat[second[1] : end].rstrip().endswith("?") and not is_confirmed(flat, second[1])
    if asked or _WHETHER.search(flat, start, first[0]):
        return True
    return not_shown(flat, start, first[0]) or governed(flat, start, second[0], end) in ("possible", "denied")
