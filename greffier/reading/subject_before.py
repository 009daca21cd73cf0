"""What stands before a verb as its subject: a name, a pronoun, a relative, « je », « nous »."""

from __future__ import annotations

import re

_SUBJECT = re.compile(
    r"(?<![\w'-])(?:il|elle|ils|elles|on|je|j'|tu|you|he|she|it|they|i|we|nous|network|gang|group|cell|company|firm|reseau|groupe|bande|officers|police|detectives|investigators|customs"
    r"|policiers|enqueteurs|gendarmes|douaniers|fonctionnaires)\s*$"
)
_NAMED_SO = re.compile(
    r"(?:my|his|her|their|our|the|mon|ma|notre|le|la|son|sa|leur)\s+[a-z-]{2,20}(?:\s[a-z-]{3,20})?,\s+[^,.;:]{2,30}$"
)
_SET_OFF = 3  # commas after a name at most, what stands between them said of its bearer
_APPOSITION = 100  # characters
_BREAKS = re.compile(r"[.;:!?](?!\d)|\b(?:qui|que|who|that|et|and|mais|but)\b")


def subject_ends(flat: str, at: int, subjects: frozenset[int]) -> bool:
    """Whether a subject ends where a verb begins, or before what is set off by commas: `Pryor, 58, of Leeds, took`."""
    end = len(flat[max(0, at - 200) : at].rstrip(' \n»"”')) + max(0, at - 200)
    if end in subjects or _SUBJECT.search(flat, max(0, at - 20), at) is not None:
        return True
    comma = end - 1
    if flat[comma:end] == "," and comma in subjects and _NAMED_SO.search(flat, max(0, comma - 50), comma):
        return True  # `my wife, Denise, met`
    for _ in range(_SET_OFF) if flat[comma : comma + 1] == "," else ():
        comma = flat.rfind(",", max(0, end - _APPOSITION), comma)
        if comma < 0 or _BREAKS.search(flat, comma, end):
            return False
        if comma in subjects:
            return True
    return False


def relative(flat: str, window: int, head: int) -> bool:
    return re.search(r"\b(?:qui|who|laquelle|lequel|lesquels)\s*$", flat[window:head]) is not None


def mine(flat: str, window: int, head: int) -> bool:
    return re.search(r"(?<![\w'-])(?:je|j'|i)\s*$", flat[window:head]) is not None


def we(flat: str, window: int, head: int) -> bool:
    return re.search(r"(?<![\w'-])(?:we|nous)\s*$", flat[window:head]) is not None
