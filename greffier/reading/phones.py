"""Telephone numbers as French and English pages write them, normalised to E.164.

Numbers reserved for fiction and lines that were never attributed are written like any other, so the shape decides:
groups must be as people write them. Digits of dates, accounts and references do not have these shapes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

import phonenumbers

from greffier.reading.candidate import GUESSED, Candidate
from greffier.reading.countries import countries
from greffier.reading.home_phones import at_home, find_home_phones

_GAP = "[ .\\-\u00a0\u202f]"
_FRENCH = re.compile(
    rf"[(0](?<![\w.,/+\-].)(?<!\d .)(?:(?<=\()0[1-9]\) ?|(?<=0)[1-9])(?P<gap>(?:{_GAP}|/)?)"
    r"(?:\d\d(?P=gap)){3}\d\d(?!\w|[-/,]\d)"
)
_FRENCH_LONG = re.compile(r"0(?<![\w.,/+\-].)[1-9]\d\d(?P<gap>[ .\-])\d\d(?P=gap)\d\d(?P=gap)\d\d(?!\w|[-/,]\d)")
_MISREAD = re.compile(
    rf"[0O](?<![\w.,/+\-].)(?<!\d .)[\dIl](?P<gap>{_GAP}?)(?:[\dOoIl]{{2}}(?P=gap)){{3}}[\dOoIl]{{2}}(?!\w|[-/,]\d)"
)
_MISREAD_BRITISH = re.compile(r"[0O](?<![\w.,/+\-].)[\dIl][\dOIl]{1,3}\)? [\dOIl]{3,4} ?[\dOIl]{3,4}(?!\w|[-/ ]\d)")
_MISREAD_ABROAD = re.compile(
    rf"\+(?<![\w+].)[1-9][\dOIl]{{1,2}}(?:{_GAP}?\([0O]\))?(?:{_GAP}?[\dOIl]){{7,12}}(?!\w|[-/]\d)"
)
_DIGIT = str.maketrans("OoIl", "0011")
_ANOTHER_PAIR = re.compile(rf"{_GAP}\d\d(?![\d:/hH.])(?!\s*(?:h|:))")
_ABROAD = re.compile(
    rf"[(+0](?<![\w+].)(?:(?<=\()\+[1-9]\d{{0,2}}\)(?:{_GAP}?\d){{7,12}}"
    rf"|(?:(?<=\+)|(?<=0)0){_GAP}?[1-9](?:{_GAP}?\(\d{{1,3}}\){_GAP}?|{_GAP}?\d){{7,15}})(?!\w|[-/]\d)"
)
_UNSIGNED = re.compile(
    r"[1-9](?<![\w.,/+\-].)(?<!\d .)"
    r"(?:(?<=3)3[1-9](?P<gap>[ .]?)(?:\d\d(?P=gap)){3}\d\d|(?<=3)3 [1-9](?: \d\d){4}|\d{10,13})(?!\w|[-/,]\d)"
)
_ANY_GAP = re.compile("[\u00a0\u202f]")
_BRITISH = re.compile(
    r"[(0](?<![\w.,/+\-].)(?:(?:(?<=0)|(?=\d{2,5}\))0)\d{2,4}\)?[ \-\u00a0\u202f]\d{3,4}"
    r"[ \-\u00a0\u202f]?\d{3,4}(?!\w|[-/ ]\d)"
    r"|(?<=0)7\d{9}(?!\w|[-/ ]\d))"
)
_BRITISH_BY_SHAPE = re.compile(
    r"0[1237]\d{3}[ -]\d{6}|0[127]\d{3}(?P<gap>[ -])\d{3}(?P=gap)\d{3}|0[127]\d{9}|02\d \d{4} \d{4}|01\d{2} \d{3} \d{4}"
)
_AMERICAN = re.compile(
    r"[(12-9](?<![\w.,/+\-].)(?:(?<=\()[2-9]\d\d\)[ \u00a0\u202f]?|(?<=1)[-.][2-9]\d\d[-.]|(?<=[2-9])\d\d[-.])"
    r"[2-9]\d\d[-. ]\d{4}(?!\w|[-/]\d)"
    r"|[2-9](?<![\w.,/+\-].)(?<!\d .)\d\d[ \u00a0][2-9]\d\d-\d{4}(?!\w|[-/]\d)"  # as Quebec writes it
)
_CUE = re.compile(
    r"t[ée]l|phone|mobile|portable|ligne|lines?\b|num[ée]ro|number|appel|call|joign|contact|fax"
    r"|abonn|sms|whatsapp|signal"
    r"|handset|subscri",
    re.IGNORECASE,
)
_NOT_A_PHONE = re.compile(
    r"(?:siren|siret|iban|rib|comptes?|cpte|account|imei|imsi|iccid|proc[ée]dure|p\.?-?v\.?|parquet|folios?|cotes?|pages?"
    r"|feuillets?|scell[ée]s?|factures?|montant|cb|carte|contrat|client|dossier|r[ée]f(?:[ée]rence)?\.?|ticket|colis|nhs(?:\s+number)?|mtcn|utr|rrn|awb|waybill|tracking)"
    r"(?:\s+(?:bancaires?|courants?|joint|client))?(?:\s*(?:n°|num[ée]ro|number|no\.?))?\W*$",
    re.IGNORECASE,
)
_CAPITALS = re.compile(  # `IEC 0588144718`: letters that name another number
    r"\b(?!T[EÉ]L|GSM|MOB|FAX|NUM|SMS|MSISDN|PORT|HP|PH|T\b)[A-Z]{2,6}(?: n°| No\.?)? ?:? ?$"
)
_LINE_CUE = re.compile(
    r"\b(?:t[ée]l(?:[ée]phone)?s?|phone|mobile|portable|fixe|ligne|line|num[ée]ro|number|appel\w*|call\w*|joign\w*|fax"
    r"|abonn\w*|sms|whatsapp|signal|handset|subscri\w*)\b[^\d\n]{0,25}$",
    re.IGNORECASE,
)

_AMERICA = frozenset(("US", "CA"))
_OVERSEAS = {
    "0262": "262", "0263": "262", "0269": "262", "0639": "262", "0692": "262", "0693": "262", "0590": "590",
    "0690": "590", "0691": "590", "0594": "594", "0694": "594", "0596": "596", "0696": "596", "0697": "596",
}  # fmt: skip
_FOR_FICTION = re.compile(r"\(?[2-9]\d\d(?:\) ?|[-. ])555[-. ]\d{4}")  # America, what examples are made of
_OF_FICTION = "063998"  # never given out
_ANNOUNCED = re.compile(
    r"\b(?:t[ée]l(?:[ée]phone|/fax)?s?|t[ée]l[ée]copie|(?:tele)?phone|mobile|mob|cell(?:phone)?|portable|gsm|fax|h/?p|ph)\b"
    r"\.?(?: ?(?:n°|no\.?|number))? ?:? ?(?P<value>(?=[\d .\-/]{0,14}[OIl])(?=[OIl .\-/]{0,8}\d)"
    r"[\dOIl](?:[ .\-/]?[\dOIl]){5,12})(?![\w/-]|[.,]\d)",
    re.IGNORECASE,
)
_NEAR = frozenset((1, 31, 32, 33, 34, 39, 41, 44, 49, 212, 213, 216, 221, 223, 225, 351, 352, 353, 355, 590, 594, 596))


def find_phones(text: str, level: str, english: bool) -> Iterator[Candidate]:
    """Yield the telephone numbers of a page; English pages may also write British and American national numbers."""
    for match in _ABROAD.finditer(text):
        if match.group().startswith("00") and _is_other(text, match.start()):
            continue
        if (value := _abroad(match.group(), _has_cue(text, match.start()))) is not None:
            yield Candidate(match.start(), match.end(), "phone", value)
    yield from find_home_phones(text, level)
    yield from _french(text, english)
    for match in _UNSIGNED.finditer(text):
        if (unsigned := _without_sign(text, match)) is not None:
            yield Candidate(match.start(), match.end(), "phone", unsigned)
    if english:
        yield from _national(text, _BRITISH, "GB")
    if english or countries(level).keys() & _AMERICA:
        yield from _national(text, _AMERICAN, "US")


def _french(text: str, english: bool) -> Iterator[Candidate]:
    """Five pairs; « 0261.91.44.10 » of a French page only after a word that announces a telephone."""
    for match in _FRENCH.finditer(text):
        if _stands_as_french(text, match, english):
            yield Candidate(match.start(), match.end(), "phone", _of_france(match.group()))
    for match in _FRENCH_LONG.finditer(text) if not english else ():
        if _LINE_CUE.search(text[max(0, match.start() - 50) : match.start()]):
            yield Candidate(match.start(), match.end(), "phone", _of_france(match.group()))


def _of_france(written: str) -> str:
    """A number of ten digits in E.164: those of departments overseas have country codes of their own."""
    digits = _digits(written)
    code = next((code for begins, code in _OVERSEAS.items() if digits.startswith(begins)), "33")
    return f"+{code}{digits[1:]}" if not digits.startswith(_OF_FICTION) else f"+33{digits[1:]}"


def find_misread(text: str, english: bool) -> Iterator[tuple[Candidate, bool]]:
    """Yield numbers with letters read for digits (`O6 12 34 5O 78`), and whether a word announces a telephone.

    Five pairs of a mobile announce themselves.
    """
    for shape, region in ((_MISREAD, "FR"), (_MISREAD_BRITISH, "GB")) if english else ((_MISREAD, "FR"),):
        for match in shape.finditer(text):
            number = _parsed(match.group().translate(_DIGIT), region)
            if number is not None and re.search("[OoIl]", match.group()):
                announced = region == "FR" and match["gap"] and _tells_itself(text, match)
                announced = announced or _LINE_CUE.search(text[max(0, match.start() - 50) : match.start()])
                yield Candidate(match.start(), match.end(), "phone", _e164(number), GUESSED), bool(announced)
    for match in _ANNOUNCED.finditer(text) if re.search(r"\d[OIl]|[OIl][\d. -]", text) else ():
        told = match["value"].translate(_DIGIT)
        yield Candidate(match.start("value"), match.end("value"), "phone", at_home(told, text) or told, GUESSED), True
    for match in _MISREAD_ABROAD.finditer(text):
        number = _parsed(match.group().translate(_DIGIT), None) if re.search("[OIl]", match.group()) else None
        if number is not None:
            yield Candidate(match.start(), match.end(), "phone", _e164(number), GUESSED), True


def _tells_itself(text: str, match: re.Match[str]) -> bool:
    """Whether five pairs are a telephone by themselves: those of a mobile, or any that open a line of a list."""
    opens = not text[text.rfind("\n", 0, match.start()) + 1 : match.start()].strip(" \t-•*|")
    return match.group()[1] in "67" or (opens and match.group()[1] in "1234589")


def _without_sign(text: str, match: re.Match[str]) -> str | None:
    """`33 6 12 34 56 78`, `212661234567` after a word that announces a telephone: a country that gives it out."""
    if not _LINE_CUE.search(text[max(0, match.start() - 50) : match.start()]):
        return None
    number = _parsed("+" + _digits(match.group()), None)
    if number is None or not (number.country_code == 33 or phonenumbers.is_valid_number(number)):
        return None
    return _e164(number) if number.country_code in _NEAR else None


def _stands_as_french(text: str, match: re.Match[str], english: bool) -> bool:
    if _ANOTHER_PAIR.match(text, match.end()) or _is_other(text, match.start()):
        return False
    if _is_count(match.group()) or (
        not match["gap"] and _CAPITALS.search(text, max(0, match.start() - 12), match.start())
    ):
        return False
    if match["gap"] or _digits(match.group())[1] in "67" or _has_cue(text, match.start()):
        return True
    if english:
        return False
    number = _parsed(match.group(), "FR")
    return (
        number is not None and phonenumbers.is_valid_number(number) and text[match.start() - 3 : match.start()] != "n° "
    )


def _is_other(text: str, start: int) -> bool:
    return _NOT_A_PHONE.search(text[max(0, start - 40) : start]) is not None


def _is_count(written: str) -> bool:
    """`01 02 03 04 05`: pairs that count on are a list, of pages or lines."""
    digits = _digits(written)
    pairs = [int(digits[at : at + 2]) for at in range(0, 10, 2)]
    return all(after == before + 1 for before, after in pairwise(pairs))


def _national(text: str, shape: re.Pattern[str], region: str) -> Iterator[Candidate]:
    for match in shape.finditer(text):
        number = _parsed(match.group(), region)
        if number and not _is_other(text, match.start()) and _stands(text, match, number, region):
            yield Candidate(match.start(), match.end(), "phone", _e164(number))


def _stands(text: str, match: re.Match[str], number: phonenumbers.PhoneNumber, region: str) -> bool:
    """Numbers kept for fiction are given out to nobody: they stand by their shape, American ones by their cue."""
    if phonenumbers.is_valid_number(number):
        return True
    if region == "GB":
        return _BRITISH_BY_SHAPE.fullmatch(_ANY_GAP.sub(" ", match.group())) is not None
    return _FOR_FICTION.fullmatch(match.group()) is not None or _has_cue(text, match.start())


def _abroad(written: str, cued: bool) -> str | None:
    """The number in E.164; one that no country gives out (they are used in fiction) needs a cue or a near country."""
    plain = written.strip()
    if plain.startswith("("):  # (+33) 6 …
        plain = plain[1:].replace(")", "", 1)
    number = _parsed(re.sub(r"^00", "+", plain), None)
    if number is None:
        return None
    near = number.country_code in _NEAR and (written.startswith(("+", "(+")) or number.country_code in (33, 44))
    if not (cued or near or phonenumbers.is_valid_number(number)) or (cued and not near and len(written) < 11):
        return None
    return _e164(number) if number.country_code != 33 or _well_grouped(written) else None


def _well_grouped(written: str) -> bool:
    """Whether the part after 33 stands alone or in pairs: `6 39 98 04 17`, `639980417`."""
    rest = re.sub(rf"^\(?(?:\+|00){_GAP}?33\)?{_GAP}?(?:\(0\))?{_GAP}?", "", written)
    return bool(re.fullmatch(rf"\d(?P<gap>{_GAP}?)(?:\d\d(?P=gap)){{3}}\d\d", rest))


def _parsed(written: str, region: str | None) -> phonenumbers.PhoneNumber | None:
    try:
        number = phonenumbers.parse(_ANY_GAP.sub(" ", written), region)
    except phonenumbers.NumberParseException:
        return None
    return number if phonenumbers.is_possible_number(number) else None


def _e164(number: phonenumbers.PhoneNumber) -> str:
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))


def _has_cue(text: str, start: int) -> bool:
    return bool(_CUE.search(text, max(0, start - 60), start))


def _digits(written: str) -> str:
    return re.sub(r"\D", "", written)
