"""Telephone numbers as French and English pages write them, normalised to E.164.

Numbers reserved for fiction and lines that were never attributed are written like any other, so the shape decides:
groups must be as people write them. Digits of dates, accounts and references do not have these shapes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import phonenumbers

from greffier.reading.candidate import Candidate

_GAP = "[ .\\-\u00a0\u202f]"
_FRENCH = re.compile(rf"(?<![\w.,/+\-])(?<!\d )0[1-9](?P<gap>{_GAP}?)(?:\d\d(?P=gap)){{3}}\d\d(?!\w|[-/,]\d)")
_ANOTHER_PAIR = re.compile(rf"{_GAP}\d\d(?![\d:/hH.])(?!\s*(?:h|:))")
_ABROAD = re.compile(rf"(?<![\w+])(?:\+{_GAP}?|00{_GAP}?)[1-9](?:{_GAP}?\(0\){_GAP}?|{_GAP}?\d){{7,15}}(?!\w|[-/]\d)")
_BRITISH = re.compile(r"(?<![\w.,/+\-])\(?0\d{2,4}\)?[ \-]\d{3,4}[ \-]?\d{3,4}(?!\w|[-/ ]\d)")
_AMERICAN = re.compile(r"(?<![\w.,/+\-])(?:\([2-9]\d\d\) ?|[2-9]\d\d-)[2-9]\d\d-\d{4}(?!\w|[-/]\d)")
_CUE = re.compile(
    r"t[ée]l|phone|mobile|portable|ligne|lines?\b|num[ée]ro|number|appel|call|joign|contact|fax"
    r"|abonn|sms|whatsapp|signal"
    r"|handset|subscri",
    re.IGNORECASE,
)
_NOT_A_PHONE = re.compile(
    r"(?:siren|siret|iban|rib|compte|account|imei|imsi|proc[ée]dure|p\.?-?v\.?|parquet)\W*$", re.I
)

_NEAR = frozenset((1, 31, 32, 33, 34, 39, 41, 44, 49, 212, 213, 216, 221, 223, 225, 351, 352, 353, 355, 590, 594, 596))


def find_phones(text: str, level: str, english: bool) -> Iterator[Candidate]:
    """Yield the telephone numbers of a page; English pages may also write British and American national numbers."""
    for match in _ABROAD.finditer(text):
        if (value := _abroad(match.group(), _has_cue(text, match.start()))) is not None:
            yield Candidate(match.start(), match.end(), "phone", value)
    for match in _FRENCH.finditer(text):
        if _stands_as_french(text, match):
            yield Candidate(match.start(), match.end(), "phone", "+33" + _digits(match.group())[1:])
    if english:
        yield from _national(text, _BRITISH, "GB")
        yield from _national(text, _AMERICAN, "US")


def _stands_as_french(text: str, match: re.Match[str]) -> bool:
    if _ANOTHER_PAIR.match(text, match.end()) or _NOT_A_PHONE.search(text[max(0, match.start() - 24) : match.start()]):
        return False
    return bool(match["gap"]) or match.group()[1] in "67" or _has_cue(text, match.start())


def _national(text: str, shape: re.Pattern[str], region: str) -> Iterator[Candidate]:
    for match in shape.finditer(text):
        number = _parsed(match.group(), region)
        if number and (phonenumbers.is_valid_number(number) or _has_cue(text, match.start())):
            yield Candidate(match.start(), match.end(), "phone", _e164(number))


def _abroad(written: str, cued: bool) -> str | None:
    """The number in E.164; one that no country gives out (they are used in fiction) needs a cue or a near country."""
    number = _parsed(re.sub(r"^00", "+", written.strip()), None)
    if number is None:
        return None
    near = number.country_code in _NEAR and (written.startswith("+") or number.country_code == 33)
    if not (cued or near or phonenumbers.is_valid_number(number)) or (cued and not near and len(written) < 11):
        return None
    return _e164(number) if number.country_code != 33 or _well_grouped(written) else None


def _well_grouped(written: str) -> bool:
    """Whether the part after 33 stands alone or in pairs: `6 39 98 04 17`, `639980417`."""
    rest = re.sub(rf"^(?:\+|00){_GAP}?33{_GAP}?(?:\(0\))?{_GAP}?", "", written)
    return bool(re.fullmatch(rf"\d(?P<gap>{_GAP}?)(?:\d\d(?P=gap)){{3}}\d\d", rest))


def _parsed(written: str, region: str | None) -> phonenumbers.PhoneNumber | None:
    try:
        number = phonenumbers.parse(written, region)
    except phonenumbers.NumberParseException:
        return None
    return number if phonenumbers.is_possible_number(number) else None


def _e164(number: phonenumbers.PhoneNumber) -> str:
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))


def _has_cue(text: str, start: int) -> bool:
    return bool(_CUE.search(text, max(0, start - 60), start))


def _digits(written: str) -> str:
    return re.sub(r"\D", "", written)
