"""Numbers after the short names that offices print before them: `BVN 22144177093`, `NTN 4187720-3`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from greffier.reading.candidate import Candidate
from greffier.reading.vocabulary import any_of, table

_LABELS = table("numbered")["labels"]
_CAPITALS = frozenset(_LABELS["capitals"])  # common words in small letters
_LETTERS = frozenset(_LABELS["letters"])  # only ever labels
_ALL = frozenset(_LABELS["strong"]) | _CAPITALS | _LETTERS
_CUED = re.compile(
    rf"\b(?<![/-])(?<!driving )(?<!driver's )(?P<label>{any_of(_ALL)})(?![a-z\d])"
    r"(?P<sign>(?:[ ]?(?:nos?\.|no(?= ?:| \d)|numbers?\b|n°|#|ref\.?|id\b|code\b))?)"
    r"[ ]{0,2}:?[ \t]{0,4}"
    r"(?:(?:is|was|of|being|est) )?(?=(?:[a-z]{1,14}[ /.-]?){0,2}\d)"
)
_ALONE = (
    re.compile(  # what takes figures only, and would else begin a date or a count: `till 5144718`, `booking ABC1234`
        rf"\b(?P<label>{any_of(_LABELS['figures'])}) (?:(?:no\.|number|#) ?)?(?=\d{{5,8}}(?![.,/:-]?\w))"
    )
)
_VALUE = re.compile(
    r"(?:[A-Z]{1,8}(?:[/.-]| (?=[A-Z]{0,3}\d)|(?=\d))){0,3}\d[\dA-Z]*"
    r"(?:(?:[/-]| [/-] (?=[A-Z]{0,3} ?\d)|\.(?=[\dA-Z])| (?=\d{3}(?!\w)|\d{4} \d{4}|(?!19\d\d"
    r"|20[0-4]\d)\d{4}(?![\w,.:]\d|\w)"
    r"|\d\d(?!\w|[.,:/-]\d| [A-Za-z]{3})|(?<=(?<!\d)\d{5} )\d{5}(?!\w)|\d{7}(?!\w)|[A-Z]{1,4}\d{1,4} \d{4}"
    r"|R[CMPTZ]\d{4}(?!\w)|[A-Z] \d{4}))"
    r"(?:[A-Z]{1,3} (?=\d{3}))?[\dA-Z]+)*(?:\([\dA]\))?"
    r"(?:(?<=\d{6}) [A-Z](?=[,;.)]|\s[–-]|[^\S\n]*$|\n|[ ]{2}))?(?!\w|[.,:]\d|/\w)"
)
_SEAT = re.compile(  # `RC Mombasa 118834`, `CAS Umlazi 118/4/2022`: the town whose register counts
    r"(?P<seat>[A-Z][a-zé]{2,14}(?:-[A-Z][a-zé]{2,14})? )(?=\d{4}|\d{1,4}/)"
)
_DATE = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d\d)|(?:19|20)\d\d(?:[-/]\d\d(?:-\d\d)?)?")
_MISREAD = str.maketrans("lOI", "101")
_FEWEST = 5  # figures of a number that no sign announces
_LONG = 8  # signs of a number of letters and figures
_SIGNED = 4  # of one that a sign does
_TOLD = 3  # of the number of a device, after `S/N`
_COUNT = re.compile(r"\d{1,2}/\d{1,2}")  # `order 2/3`
_AMOUNT = re.compile(
    r"\s?(?:€|£|\$|%|(?:euros?|eur|usd|pounds|dollars|shillings|naira|rupees|kgs?|grams?|hrs?|hours|tonnes?)\b)"
)
_OF_DAY = re.compile(  # British control rooms count by the day: `log number 0388 of 30 May`
    r"[lisrc](?<!\w.)(?:(?<=l)og|(?<=i)ncident|(?<=s)erial|(?<=r)ef(?:erence)?|(?<=c)ad|(?<=c)rime|(?<=c)all) "
    r"(?:(?:number|no\.|ref(?:erence)?\.?|message) ?){0,2}"
    r"(?P<value>\d{1,5} (?:of|dated) (?:(?:the )?\d{1,2}(?:st|nd|rd|th)? [a-z]{3,9}"
    r"|\d{1,2}/\d{1,2}(?:/\d{2,4})?|[a-z]{3,9} \d{1,2})(?: (?:19|20)\d\d)?)(?!\w)"
)
_COMPANY = re.compile(  # the number of a firm after its name, by its register: `Ltd (HE 418207)`
    rf"\b(?:{any_of(_LABELS['firms'])})\.?\s{{1,4}}"
    rf"\((?:(?:{any_of(_LABELS['registers'])})\.? ?(?P<value>\d{{4,9}})|(?P<lettered>c ?\d{{4,6}}))\)"
)
_CRAFT = re.compile(  # `tail number 5Y-KJX`, `Aircraft N418DX`
    r"\b(?i:tail (?:number|no\.?)|aircraft|helicopter|aeroplane|a[ée]ronef|avion|h[ée]licopt[èe]re)"
    r"(?i: (?:registered|reg\.?|registration|immatricul[ée]e?))?[ ]?:? "
    r"(?P<value>N\d{1,5}[A-Z]{0,2}|[A-Z\d]{1,2}-[A-Z]{3,4})(?![\w/-])"
)
_ALONGSIDE = re.compile(  # what boats bear: `fishing no. KY 418`, « pirogue … immatriculée SN-MBR-2207-P »
    r"\b(?i:fishing (?:no\.?|number)|pln|hull (?:no\.?|number)|(?:boat|vessel) (?:rego|reg\.?"
    r"|registration)(?: no\.?)?"
    r"|(?:pirogue|navire|bateau|chalutier|vedette|voilier|barque"
    r"|canot)[^.;\n]{0,40} immatricul[ée]e?(?: sous le n°)?)[ ]?:? "
    r"(?P<value>[A-Z]{1,3}(?:[ -][A-Z]{1,3})?[ -]?\d{2,6}(?: \d{3})?(?:-[A-Z])?)(?![\w/-])"
)
_LOCATOR = re.compile(  # `PNR K4TQ8X`: six letters and figures, however mixed
    r"\b(?:pnr|record locator|booking (?:ref(?:erence)?|code)|reservation code|code (?:de )?reservation"
    r"|dossier de reservation)\.?"
    r"(?: (?:no\.?|n°))?[ ]?:? (?P<value>(?=[a-z]{0,5}\d|\d{1,5}[a-z])[a-z\d]{6})(?![\w-])"
)
_BOOKED = ("pnr", "locator", "booking", "reservation")
_PARCEL = re.compile(
    r"\b(?i:parcelles?|section)(?: (?:cadastr[ée]e?s?|n°))*[ ]?:? (?P<value>[A-Z]{1,2} (?:n° ?)?\d{1,4})(?![\w/-])"
)  # of a French register of land
DATED = re.compile(r",? (?:du|en date du|dated|d\.d\.) \d")  # « main courante 1183 du 05/06/2022 »
_PRODUCT = re.compile(r"(?:product|report|log|transcript|sheet) (?P<value>0\d{2,4})(?![\w/.,:-]\w|\w)")


def find_labelled(text: str, flat: str, english: bool) -> Iterator[Candidate]:
    """Yield the numbers after the short names of what has numbers."""
    for match in (*_OF_DAY.finditer(flat), *_PRODUCT.finditer(flat)) if english else ():
        yield _reference(*match.span("value"), text[match.start("value") : match.end("value")])
    for match in _COMPANY.finditer(flat):
        start, end = match.span("value") if match["value"] else match.span("lettered")
        yield _reference(start, end, text[start:end])
    yield from _of_things(text, flat, english)
    for match in _CUED.finditer(flat):
        if match["label"] in _CAPITALS | _LETTERS and not text[match.start() : match.end("label")].isupper():
            continue
        seat = _SEAT.match(text, match.end()) if match["label"] in _LABELS["seated"] else None
        value = _VALUE.match(text, seat.end() if seat else match.end())
        if value and _is_number(value, match, flat):
            start = seat.start() if seat else value.start() + another_label(value.group())
            yield _reference(start, value.end(), text[start : value.end()])
    for match in _ALONE.finditer(flat):
        if (value := _VALUE.match(text, match.end())) and not _AMOUNT.match(flat, value.end()):
            yield _reference(*value.span(), value.group())


def _of_things(text: str, flat: str, english: bool) -> Iterator[Candidate]:
    """Numbers of a shape of their own: of bookings, of craft and boats, of parcels of land."""
    for match in _LOCATOR.finditer(flat) if any(word in flat for word in _BOOKED) else ():
        if (told := text[match.start("value") : match.end()]).isupper():
            yield _reference(match.start("value"), match.end(), told)
    for shape in (_CRAFT, _ALONGSIDE) if english or "parcelle" not in flat else (_CRAFT, _ALONGSIDE, _PARCEL):
        for match in shape.finditer(text):
            yield _reference(match.start("value"), match.end("value"), match["value"])


def another_label(value: str) -> int:
    """How many signs of `GRN 004418` after « goods received note » are a label too."""
    letters, blank, _ = value.partition(" ")
    return len(letters) + 1 if blank and letters.casefold() in _ALL else 0


def _is_number(value: re.Match[str], cue: re.Match[str], flat: str) -> bool:
    """Figures enough for what announces them, letters among them or not; no date, no sum."""
    told = value.group()
    digits = sum(map(str.isdigit, told))
    fewest = (
        _TOLD
        if "/" in cue["label"]
        else _SIGNED
        if cue["sign"] or (told[0].isalpha() and not told.isalnum() and " " not in told)
        else _FEWEST
    )
    parted = re.search("[/-]", told) is not None and digits >= _TOLD and not _COUNT.fullmatch(told)
    mixed = told.isalnum() and not told.isdigit() and ((len(told) >= _LONG and digits >= _TOLD) or digits >= _SIGNED)
    dated = _DATE.fullmatch(told.translate(_MISREAD)) is not None and cue["label"] not in _LABELS["monthly"]
    if dated or _AMOUNT.match(flat, value.end()):
        return False
    return mixed or parted or digits >= fewest or DATED.match(flat, value.end()) is not None


def _reference(start: int, end: int, value: str) -> Candidate:
    joined = value.replace(" ", "") if re.fullmatch(r"[\d ]+", value) else value
    return Candidate(start, end, "reference", joined, 0.9)
