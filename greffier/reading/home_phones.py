"""Telephone numbers as a country writes them at home, without a prefix, on a page that speaks of that country."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

import phonenumbers

from greffier.reading.candidate import Candidate
from greffier.reading.countries import home
from greffier.reading.vocabulary import level

_GAP = "[ .\\-/\u00a0\u202f]"
_SHAPE = re.compile(
    rf"[(\d](?<![\w.,/+\-].)(?<!\d .)(?<!\n\d(?=\. ))(?:(?<=[1-9])|(?:(?<=0)|(?<=\()(?=\d{{2,5}}\))0?)[1-9])"
    rf"\d{{0,3}}\)?(?:{_GAP}{{0,2}}\d{{2,4}}){{1,5}}(?!\w|[-/,.]\d)"
)
_ANNOUNCED = re.compile(
    r"\b(?:tel(?:ephone|ephonique)?s?|phones?|mobile|portable|cell(?:ulaire|phone)?|gsm|natel|fixe|ligne|lines?"
    r"|numeros?"
    r"|numbers?|appel\w*|call\w*|joign\w*|joint|rejoint\w?|contact\w*|fax|abonn\w*|sms|whatsapp|signal|handset"
    r"|subscri\w*"
    r"|rang|rings?|puce|utilis\w*|uses?|using|phoned|msisdn|hp|h/p|ecoutes?|mob|ph|cible|target"
    r"|(?:orange|mobile|airtel) money|momo)\b[^\d\n]{0,25}$"
)
_PAIRS = re.compile(  # `06 12 34 56 78`, `0612.34.56.78`
    r"0[1-9](?:(?P<gap>[ .\-/\u00a0\u202f])|\d\d(?P<long>[ .\-/\u00a0\u202f]))"
    r"(?:\d\d(?(gap)(?P=gap)|(?P=long))){2,3}\d\d"
)
_GROUPED = re.compile(  # `0803 114 0022`, `0475/55.44.19` (Belgium), `034 44 182 07` (Madagascar)
    r"0\d{2,3}(?:[ -]\d{3,4}){2}|0[17]\d{8}|0\d{3}[ -]\d{6}|0\d{2} \d{7}"
    r"|04\d\d/\d\d(?P<gap>[ .])\d\d(?P=gap)\d\d|03\d \d\d \d{3} \d\d"
)
_OWN = (  # shapes that one country alone has
    (re.compile(r"0\d{1,3}/(?:\d\d|\d{3})(?P<gap>[ .])\d\d(?P=gap)\d\d"), "BE"),  # `0470/55.01.31`
    (re.compile(r"04\d\d \d{3} \d{3}|\(0[2378]\) \d{4} \d{4}"), "AU"),
    (re.compile(r"[6-9]\d{4} \d{5}"), "IN"),
    (re.compile(r"0(?:70[1-9]|80[2-79]|81[0-8])(?P<gap>[ -])\d{3}(?P=gap)\d{4}"), "NG"),
)
_AT_HOME = (  # shapes of a country on pages that speak of it
    (re.compile(r"(?:7[05-8]|33) \d{3} \d\d \d\d"), "SN"),
    (re.compile(r"6 [5-9]\d(?: \d\d){3}"), "CM"),
    (re.compile(r"0[34679] \d{3} \d{4}"), "NZ"),
    (re.compile(r"0\d\d \d{3} \d{4}"), "ZA ZM NA"),
    (re.compile(r"[5-9]\d(?: \d\d){3}"), "ML NE BF TG BJ MR"),
)
_LABEL = re.compile(  # what announces a telephone and nothing else, right before it
    r"\b(?:tel(?:ephone)?s?|phones?|mobile|portable|cell(?:ulaire|phone)?|gsm|natel|fax|hp|h/p|mob|ph|(?<=\n)t"
    r"|(?<=\| )t)\b\.?"
    r"(?: (?:du|de|of|no|n°|bureau|domicile|fixe|office|home|numbers?|no\.)\b[^\d\n:]{0,20})?[ ]?[:(]?[ ]{0,2}$"
)
_FIVE = re.compile(r"0\d(?P<gap>[ .])(?:\d\d(?P=gap)){3}\d\d")
_OFTEN = 4  # times that a country is named
_WITH_PREFIX = re.compile(r"\+[1-9](?:[ ().-]?\d){7,14}")
_DAY = re.compile(r"\d\d?[./-]\d\d?[./-](?:19|20)\d\d(?: \d\d)?")
_IN_PAIRS = frozenset(  # who group ten digits as France does
    "MA DZ TN SN CI ML BF BJ TG CM GA GN CD BE RE NE TD CF CG HT MG NC PF CH LU KM DJ MR BI".split()
)
_MOST = 2  # countries of a page that its numbers are tried for


def find_home_phones(text: str, flat: str) -> Iterator[Candidate]:
    """Yield numbers after a word that announces a telephone, which the country of the page gives out."""
    told: list[str] | None = None
    for match in _SHAPE.finditer(text):
        digits = sum(map(str.isdigit, match.group()))
        announced = _ANNOUNCED.search(flat, max(0, match.start() - 50), match.start()) is not None
        far = _FIVE.fullmatch(match.group()) is not None and _is_far(flat)
        labelled = _LABEL.search(flat, max(0, match.start() - 50), match.start()) is not None
        shaped = any(shape.fullmatch(match.group()) for shape, _ in (*_OWN, *_AT_HOME))
        known = announced or labelled or far or shaped or _GROUPED.fullmatch(match.group())
        if not known or _DAY.fullmatch(match.group()):
            continue
        if not (6 if announced else 8) <= digits <= 11:
            continue
        told = _of_page(flat) if told is None else told
        owners = [code for shape, code in _OWN if shape.fullmatch(match.group())]
        owners += [one for shape, those in _AT_HOME if shape.fullmatch(match.group()) for one in told if one in those]
        if owners and (value := _given_out(match.group(), owners[0], announced, possible=True)) is not None:
            yield Candidate(match.start(), match.end(), "phone", value)
            continue
        in_pairs = _PAIRS.fullmatch(match.group()) is not None
        for region in told if not in_pairs else [region for region in told if region in _IN_PAIRS]:
            if (value := _given_out(match.group(), region, announced, possible=labelled)) is not None:
                yield Candidate(match.start(), match.end(), "phone", value)
                break


def _is_far(flat: str) -> bool:
    """Whether a page speaks often of a country that writes its numbers as France does, and never of France."""
    named = home(flat)
    return not named["FR"] and any(named[code] >= _OFTEN for code in _IN_PAIRS)


def at_home(written: str, text: str) -> str | None:
    """The number in E.164 if the country that a page speaks of gives it out."""
    return next((told for region in _of_page(level(text)) if (told := _given_out(written, region, True))), None)


@lru_cache(maxsize=8)
def _of_page(flat: str) -> list[str]:
    """The countries named most, up to France, whose numbers are read elsewhere; none where it is named as often.

    A page that names none is of the country whose prefix its other numbers have.
    """
    named = home(flat) or Counter(filter(None, map(_prefixed, _WITH_PREFIX.findall(flat))))
    french = named.pop("FR", 0)
    ranked = sorted(named, key=lambda code: (-named[code], code))[:_MOST]
    return [code for code in ranked if named[code] > 2 * french]


def _prefixed(written: str) -> str | None:
    """The country of a number with its prefix."""
    try:
        return phonenumbers.region_code_for_number(phonenumbers.parse(written, None))
    except phonenumbers.NumberParseException:
        return None


@lru_cache(maxsize=1024)
def _given_out(written: str, region: str, announced: bool, possible: bool = False) -> str | None:
    """The number in E.164 if the country gives it out; one that nothing announces must be that of a mobile.

    Where a label or a shape says that it is a telephone, its length is enough: countries widen their ranges.
    """
    plain = re.sub(r"[\u00a0\u202f/]", " ", written)
    try:
        number = phonenumbers.parse(plain, region)
    except phonenumbers.NumberParseException:
        return None
    if possible and phonenumbers.is_possible_number_with_reason(number) == phonenumbers.ValidationResult.IS_POSSIBLE:
        return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))
    if not phonenumbers.is_valid_number_for_region(number, region):
        return None
    if not announced and phonenumbers.number_type(number) != phonenumbers.PhoneNumberType.MOBILE:
        return None
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))
