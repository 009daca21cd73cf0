"""What stands before a verb as its subject: a name, a pronoun, a relative, « je », « nous »."""

from __future__ import annotations

import re

_SUBJECT = re.compile(
    r"(?<![\w'-])(?:il|elle|ils|elles|on|je|j'|tu|you|he|she|it|they|i|we|nous|network|gang|group|cell|company|firm|reseau|groupe|bande|officers|police|detectives|investigators|customs"
    r"|policiers|enqueteurs|gendarmes|douaniers|fonctionnaires)\s*$"
)
_COMMON = re.compile(  # `the driver`, `two men`, `his elder brother`: a subject without a name, and no complement
    r"(?:^|[.;:,!?\n]\s*|(?<!\w)(?:and|but|that|when|where|while|as|if|because|since|before|after|then|whom?|which|so|said|says|alleged|claimed|stated|believes?|understands?|\d{1,4}(?:st|nd|rd|th)?|today|yesterday|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?|hrs|hours|[ap]\.?m\.?)\s+)"
    r"(?:the|an?|his|her|their|my|our|its|one|two|three|four|five|six|some|several|both|another|this|that|these|those|unknown|\d{1,2})\s+(?:[a-z-]{2,16}\s+){0,2}[a-z-]{3,18}\s+(?:(?:also|then|later|never|allegedly|reportedly|subsequently|eventually)\s+)?$"
)
_TO_IT = re.compile(  # what a verb is done to: the article of a noun, and not that of a day
    r"\s+(?:(?:out|over|back|up|away)\s+)?(?:(?:the|an?|his|her|their|my|our|its|this|that|these|those|some|two|three|four|five|six|seven|eight|nine|ten|several|all|both|\d[\d,.]*)\s+"
    r"(?!(?:next|same|following|previous|last|first|day|days|night|morning|afternoon|evening|week|weeks|month|months|year|years|hours?|minutes?|times?|moment|result|basis|way|other\s+day)\b)"
    r"|(?:him|them|me|us|her|it)\b(?!\s+(?:was|is|has))|[£$€]\s?\d|(?:mr|mrs|ms|dr|sgt|pc|dc)\.?\s)"
)
_NAMED_SO = re.compile(
    r"(?:my|his|her|their|our|the|mon|ma|notre|le|la|son|sa|leur)\s+[a-z-]{2,20}(?:\s[a-z-]{3,20})?,\s+[^,.;:]{2,30}$"
    r"|\b(?:pw|dw|cw)\s?-?\d{1,2}(?:\s\([^()]{1,20}\))?,\s+[^,.;:]{2,50}$"
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


def done_to_it(flat: str, end: int) -> bool:
    """Whether what a verb is done to follows it with its article or number."""
    return _TO_IT.match(flat, end) is not None


def common_subject(flat: str, left: int, head: int, end: int, named: bool) -> bool:
    """Whether what stands before an English past is its subject without a name, since what it is done to follows, by
    its name (`named`) or not: `the driver handed the keys`; `the keys handed over the day before` were handed."""
    return (named or _TO_IT.match(flat, end) is not None) and _COMMON.search(
        flat, max(left, head - 80), head
    ) is not None
