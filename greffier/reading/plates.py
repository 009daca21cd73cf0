"""Registration plates: those whose shape nothing else has, and others only where the page speaks of a vehicle."""

from __future__ import annotations

import re
from collections.abc import Iterator

from greffier.reading.candidate import GUESSED, Candidate

_SIV = re.compile(
    r"([A-Z](?<![\w/-].)(?:[A-Z]|(?<=W)(?=-)))([- \u00a0]?)(\d{3})\2([A-Z]{2})(?![\w/]|-(?!\d\d(?!\w))\w)"
)
_FNI = re.compile(
    r"(\d(?<![\w/,.-].)\d{1,3})([- \u00a0]?)([A-Z]{2,3})\2(0[1-9]|[1-8]\d|9[0-5]|2[AB]|97[1-6])(?![\w/]|-\w)"
)
_MISREAD = re.compile(r"([A-Z](?<![\w/-].)[A-Z])-([0-9OIl]{3})-([A-Z]{2})(?![\w/]|-\w)")
_DIGIT = str.maketrans("OIlSZB", "011528")
_MISREAD_FNI = re.compile(r"([0-9OIl](?<![\w/,.-].)[0-9OIl]{1,3}) ([A-Z]{2,3}) ([0-9OIl]{2})(?![\w/]|-\w)")
_MISREAD_BRITISH = re.compile(
    r"(?P<area>[A-Z](?<![\w/-].)[A-Z])(?P<year>(?=[0-9OIlSZB]?[0-9])[0-9OIlSZB]{2}) ?(?P<last>[A-Z]{3})(?![\w/-])"
    r"|(?P<old>[A-Z](?<![\w/-].))(?P<number>(?=[OIlSZB]{0,2}[0-9])[0-9OIlSZB]{1,3}) (?P<end>[A-Z]{3})(?![\w/-])"
)
_BRITISH = re.compile(r"[A-Z](?<![\w/-].)(?:[A-Z][0-9l]{2} ?[A-Z]{3}|[0-9l]{1,3} [A-Z]{3}(?! [A-Z][a-z]))(?![\w/-])")
_ABROAD = re.compile(
    r"[A-Z\d](?<![\w/.-].)(?:(?P<sure>(?<=[1-9])-[A-Z]{3}-\d{3}"  # Belgium, and Ireland
    r"|(?<=\d)\d{1,2}-(?:C[ENW]?|D|DL|G|K[EKY]|LD|LH|LM|LS|LK|L|M[HNO]|OY|RN|SO|T[NSY]?|W[DHWX]?)-\d{1,6})|"
    r"(?:(?<=A)[GIR]|(?<=B)[ELS]|(?<=F)R|(?<=G)[ELR]|(?<=[JL])U|(?<=N)[EW]|(?<=O)W|(?<=S)[GHOZ]|(?<=T)[GI]|(?<=U)R|(?<=V)[DS]"
    r"|(?<=Z)[GH])[ -]\d{1,3}[ ']?\d{3}"  # Switzerland
    r"|(?<=[A-Z])[A-Z]-\d{3,4}-[A-Z]{1,2}"  # Senegal
    r"|(?<=\d)\d{3,4}-[A-Z]-\d{1,2}"  # Morocco
    r"|(?<=[A-Z])[A-Z]{2}-\d{3} ?[A-Z]{2}"  # Nigeria
    r"|(?<=[A-Z])[A-Z]{0,2}-[A-Z]{1,2} ?\d{1,4}"  # Germany
    r"|(?<=\d)\d{3}[ -]?[BCDFGHJ-NPR-TV-Z]{3}"  # Spain
    r"|(?<=\d)\d?-[A-Z]{2,3}-\d{1,2}|(?<=[A-Z])(?:[A-Z]-\d{2,3}-[A-Z]{1,2}|-\d{3}-[A-Z]{2})"  # Netherlands
    r")(?![\w/-])"
)
_COUNTRY = r"(?:\s+(?:en|in|au|aux)\s+[A-ZÉÈ][\w-]{1,30}|\s+[a-zéèêçï]{5,14})?"  # « en Italie », « espagnole »
_FOREIGN = re.compile(
    r"(?:immatricul\w{1,12}|plaqu\w{1,12}|registration(?: plates?| numbers?| mark)?|number ?plates?"
    r"|licen[cs]e plates?|plates?|registered as)"
    rf"{_COUNTRY}(?:\s+(?:relev[ée]e?s?|not[ée]e?s?|lue?|noted|seen)(?:\s+[^\W\d][^\s\d:]{{0,12}}){{0,3}}\s*:)?"
    r"(?:\s+(?:sous le num[ée]ro|num[ée]ro|n°|no\.?|portant le|de|is|was|of))?"
    r"\s*[:«\"“]?\s*((?=[A-Z0-9 -]{0,60}\d)(?=[A-Z0-9 -]{0,60}[A-Z])[A-Z0-9]{1,7}(?:[- ][A-Z0-9]{1,4}){0,2})(?![\w/])"
)
_CUE = re.compile(
    r"immatricul|plaque|v[ée]hicule|voiture|fourgon|camion|berline|plate|regist|vehicle|\bcar\b|\bvan\b|lorry"
    r"|\breg\b|\bvrm\b|\bindex\b|motorcycle|scooter|\bmoto\b|renault|peugeot|citro[ëe]n|volkswagen|audi|\bbmw\b|mercedes|\bgolf\b"
    r"|\bford\b|toyota|sierra|transit|vauxhall|nissan|\bfiat\b|opel|remorque|trailer|truck|skoda|dacia|rover|hyundai|\bkia\b"
    r"|honda|mazda|volvo|scania|iveco|passat|\bpolo\b|\bclio\b|sprinter|jaguar|porsche|suzuki|yamaha|tracteur|pick-?up"
    r"|\bseat\b|hatchback|saloon",
    re.I,
)
_AMERICAN = re.compile(
    r"[A-Z1-9](?<![\w/.-].)(?:(?<=[A-Z])[A-Z]{2}[ -](?!19|20)\d{4}|(?<=\d)[A-Z]{3}\d{3}|(?<=[A-Z])[A-Z]{2}[ -]\d{3})"
    r"(?=[,;.)\n]|$| \()"
)
_CARS = re.compile(
    r"\b(?:tacoma|tundra|corolla|camry|accord|civic|chevrolet|chevy|silverado|tahoe|impala|dodge|ram|charger|pontiac|buick|cadillac|jeep|gmc"
    r"|suv|sedan|pick-?up|truck|trailer|motorcycle|van|car|vehicle|ford|toyota|honda|nissan|f-150|explorer|plates?|tags?|registration)\b(?:(?!flight)[^\n]){0,30}$"
)
_NAMED = re.compile(r"(?:immatricul[\wée]{1,12}|plaques?|v[ée]hicules?)\W{0,3}$", re.I)
_MONTHS = frozenset("JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split())
_UNITS = frozenset("KG EUR USD GBP CHF MM CM KM ML CL GR MO GO TTC HT SMS MMS PV PM AM".split())


def find_plates(text: str, level: str, english: bool) -> Iterator[Candidate]:
    """Yield the plates of a page: `AB-123-CD` and `1234 AB 56` are written so, others without blanks and hyphens."""
    for match in _SIV.finditer(text):
        if match[2] == "-" or _has_cue(text, match.start()):
            yield Candidate(match.start(), match.end(), "plate", f"{match[1]}-{match[3]}-{match[4]}")
    for match in _BRITISH.finditer(text) if english else ():
        if _has_cue(text, match.start()):  # plates have capitals only, so that a small l is a one
            value = match.group().replace(" ", "").replace("l", "1")
            yield Candidate(match.start(), match.end(), "plate", value, GUESSED if "l" in match.group() else 1.0)
    for match in _AMERICAN.finditer(text) if english else ():
        if match.group()[:3] not in _MONTHS and _CARS.search(level, max(0, match.start() - 60), match.start()):
            yield Candidate(match.start(), match.end(), "plate", re.sub(r"[ -]", "", match.group()), 0.8)
    for match in _FNI.finditer(text):
        named = _NAMED.search(text, max(0, match.start() - 30), match.start()) is not None
        if named or (match[3] not in _UNITS and (_has_cue(text, match.start()) or _plain_fni(match))):
            yield Candidate(match.start(), match.end(), "plate", f"{match[1]} {match[3]} {match[4]}")
    yield from _abroad(text)


def _abroad(text: str) -> Iterator[Candidate]:
    for match in _ABROAD.finditer(text):
        plate = match.group()
        if match["sure"]:
            yield Candidate(match.start(), match.end(), "plate", plate.replace("-", ""))
        elif plate[:2] not in _UNITS and plate[-3:] not in _UNITS and _has_cue(text, match.start()):
            yield Candidate(match.start(), match.end(), "plate", re.sub(r"[ '-]", "", plate), 0.8)
    for match in _FOREIGN.finditer(text):
        yield Candidate(match.start(1), match.end(1), "plate", re.sub(r"[ -]", "", match[1]), 0.8)


def find_misread(text: str, english: bool) -> Iterator[tuple[Candidate, bool]]:
    """Yield plates with letters read for digits (`AB-l23-CD`, `LK7O XYZ`), and whether a word announces a plate."""
    for match in _MISREAD.finditer(text):
        if not match[2].isdigit():
            value = f"{match[1]}-{match[2].translate(_DIGIT)}-{match[3]}"
            announced = _NAMED.search(text, max(0, match.start() - 30), match.start()) is not None
            yield Candidate(match.start(), match.end(), "plate", value, GUESSED), announced
    for match in _MISREAD_FNI.finditer(text) if not english else ():
        if not (match[1] + match[3]).isdigit() and _NAMED.search(text, max(0, match.start() - 30), match.start()):
            value = f"{match[1].translate(_DIGIT)} {match[2]} {match[3].translate(_DIGIT)}"
            yield Candidate(match.start(), match.end(), "plate", value, GUESSED), True
    for match in _MISREAD_BRITISH.finditer(text) if english else ():
        area, digits, last = (
            match.group("area", "year", "last") if match["area"] else match.group("old", "number", "end")
        )
        if not digits.isdigit():
            value = f"{area}{digits.translate(_DIGIT)}{last}"
            yield Candidate(match.start(), match.end(), "plate", value, GUESSED), _has_cue(text, match.start())


def _plain_fni(match: re.Match[str]) -> bool:
    return len(match[1]) == 4 and match[2] == " " and not match[1].startswith(("19", "20"))


def _has_cue(text: str, start: int) -> bool:
    return bool(_CUE.search(text, max(0, start - 60), start))
