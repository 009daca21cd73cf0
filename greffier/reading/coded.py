"""Numbers whose label nobody listed: codes that mix letters and figures, and what stands after capitals or `X no.`.

A code of five figures and a letter counts nothing and dates nothing; what it is the number of, the word before it says:
a currency, a norm, a make, a post office, a telephone or an account make it something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from greffier.reading.candidate import Candidate
from greffier.reading.foreign_plates import UNITS, near_vehicle
from greffier.reading.vocabulary import level, table, words

_WORDS = table("numbered")
_COUNTED = frozenset(_WORDS["counted"].split())
_FILED = frozenset(_WORDS["filed"].split()).union(_WORDS["announced"], _WORDS["labels"]["strong"])
_POSTAL = 5  # figures, as post codes have
_FORBIDDEN = frozenset(level(" ".join(_WORDS["forbidding"])).split())
_PERSONS = frozenset(table("exhibits")["persons"])
_MONTHS = "JAN|FEB|FEV|MAR|APR|AVR|MAY|MAI|JUN|JUIN|JUL|JUIL|AUG|AOU|AOUT|SEP|SEPT|OCT|NOV|DEC"
_CODE = re.compile(
    r"[A-Z\d](?<![\w/.,@:+&=#%€£$§°'-].)[A-Z\d]*+(?:[-/.][A-Z\d]++)*+(?:\([A-Z\d]{1,2}\)(?!\())?(?![\w@°%:]"
    r"|[-/.,]\w|/)"
)
_JUMBLED = re.compile(r"(?<![\w-])(?=[A-Z\d-]*[A-Z])(?=[A-Z\d-]*\d)[A-Z\d-]{3,16}(?![\w-])")
_SMALL = re.compile(r"[a-zà-ÿ]{3}")
_NEAR = 40  # characters on either side of a number
_MIXED = 8  # signs of a code without separators
_FEWEST = 5  # figures of one
_SHORTEST = 3  # letters of a label without a sign
_BEFORE = re.compile(r"(?:(?P<word>[\w&'’°-]{1,20})\.?[^\S\n]?[:#(]?[^\S\n]?)$")
_NO_CODE = re.compile(  # a day, a quarter, a norm, a town of its post, a measure with its unit
    rf"(?:\d{{1,2}}[-/.]?(?:{_MONTHS})[-/.]?\d{{2,4}}.*|(?:{_MONTHS})[-/.]\d.*|[TQSH][1-4][-/]?(?:19|20)\d\d"
    r"|(?:19|20)\d\d[-/][TQSHW]\d{1,2}|[A-Z]{1,3}-\d{4,5}|(?:19|20)\d\d-?[01]\d-?[0-3]\dT[\dZ-]*"
    r"|(?:ISO|IEC|DIN|EN|NF|BS|UN|ASTM|MIL|COVID|SARS|CAS|E|UTC|GMT|RAL)[-/].*)"
)
_MEASURED = re.compile(r"[\d.]+(?P<unit>[A-Z]{0,4})")
_MEASURE = re.compile(r"\d{1,4}(?:V|W|A|MM|GB|MB|TB|KG|CV|HP|CC)(?![A-Z])")
_LABEL = re.compile(  # the capitals or the noun before a number, and the sign between them
    r"(?P<label>[A-Z](?<![\w/.@-].)[A-Z&]{1,7}|[A-Z](?<![\w.].)(?:\.[A-Z]){1,4}\.?)"
    r"(?P<sign>(?:[ ]?(?:[Nn]os?\.?|N°|n°|#|[Nn]umber|ID|id|[Rr]ef\.?"
    r"|[Cc]ode))?[ ]{0,2}:?)[ ]{1,4}(?P<value>(?=[A-Z\d]))"
)
_SPACED = re.compile(  # `GB 441 8772 09`, `TREM 8504 1218`, `441 418 720`
    r"(?<![\dA-Z/.-])(?:[A-Z]{1,2} |[A-Z]{4} (?=\d{4} ))?\d++(?:[-/.][A-Z\d]++)*+"
    r"(?: \d{2,6}(?![\w/-]|[.,:]\d)){1,4}(?: [A-Z](?![\w'’]))?"
    r"|(?<!\d)\d{5,}+ [A-Z](?![\w'’])|[A-Z]{1,2} \d{4,}+(?![\w/-]|[.,:]\d)"
)
_NOUN = re.compile(  # « n° séjour 21044187 », « numéro d'adhérent : 0441877 »: any noun that nothing else is counted by
    r"n(?<!\w.)(?:°|umeros?|o\.)\s?(?:de\s|du\s|d')?(?P<noun>[a-z]{3,15})(?:\s(?:de\s|du\s|d'"
    r"|des\s)?[a-z]{3,15}){0,2}\s?:?\s(?P<value>(?=[a-z]{0,4}-?\d))"
)
_UNCOUNTED = re.compile(  # `Challan 0118774`, `102/44187720`, `2018/441877/07`: what no count, day or telephone is
    r"\d(?<![\w/.,@:+&=#%€£$§-].)(?:(?<=0)\d{4,7}|\d{0,3}/\d{6,9}|\d{5,7}/\d{2,4}"
    r"|\d{3}/\d{4,7}/\d{2,4}|\d{1,6}/\d{1,6}/(?:19|20)\d\d)(?![\w@°%:]|[-/.,]\w|/| \d)"
)
_UNDER = re.compile(
    r"[usvrp](?<!\w.)(?:nder|ous|ide|ef|er)(?: (?:no\.?|n°|le n°|the number))? (?P<value>(?=[A-Z]{0,3}\d))"
)
_THOUSANDS = re.compile(r"\d{1,3}(?: \d{3})+")
_TELEPHONE = re.compile(r"0[1-9](?:[ .-]?\d\d){4}|0\d{9,10}")
_MISREAD = str.maketrans("lOIo", "1010")
_DATE = re.compile(
    rf"\d{{1,2}}[/.-](?:19|20)\d\d|\d{{1,4}}[/.-]\d{{1,2}}[/.-]\d{{2,4}}|(?:{_MONTHS}) \d.*|(?:19|20)\d\d \d.*"
)


def find_coded(text: str, flat: str) -> Iterator[Candidate]:
    """Yield the numbers that their shape or the capitals before them tell, when nothing else has claimed them."""
    yield from (one for one in _told_by_shape(text, flat) if not _in_noise(text, one.start, one.end))


def _in_noise(text: str, start: int, end: int) -> bool:
    """Whether figures among capitals, and no word, stand on both sides: what a scan makes of a picture."""
    before, after = text[max(0, start - _NEAR) : start], text[end : end + _NEAR]
    around = before + " " + after
    return len(_JUMBLED.findall(around)) > 2 and not _SMALL.search(around)


def _told_by_shape(text: str, flat: str) -> Iterator[Candidate]:
    for match in _LABEL.finditer(text):
        if (end := _labelled(text, match)) is not None:
            yield _reference(text, match.start("value"), end)
    yield from _introduced(text, flat)
    for match in _UNCOUNTED.finditer(text):
        if not _DATE.fullmatch(match.group()) and not _is_forbidden(text, match) and _is_named(text, match):
            yield _reference(text, match.start(), match.end())
    for match in _CODE.finditer(text):
        if _is_code(match.group()) and not _is_forbidden(text, match):
            yield _reference(text, match.start(), match.end())


def _introduced(text: str, flat: str) -> Iterator[Candidate]:
    """Numbers after a noun with its sign, and after `under`."""
    for match in _NOUN.finditer(flat):
        value = _SPACED.match(text, match.end()) or _CODE.match(text, match.end())
        if (
            value
            and not _COUNTED.union(_FORBIDDEN).intersection(re.findall("[a-z]+", match.group()))
            and _is_filed(value)
        ):
            yield _reference(text, *value.span())
    for match in _UNDER.finditer(text):
        if (value := _CODE.match(text, match.end())) and _is_filed(value):
            yield _reference(text, *value.span())


def _is_code(told: str) -> bool:
    """Whether so many figures among letters can only be a number of something."""
    figures = sum(map(str.isdigit, told))
    lettered = any(map(str.isalpha, told))
    if figures < _FEWEST or not lettered or _NO_CODE.fullmatch(told) or _DATE.fullmatch(told.translate(_MISREAD)):
        return False
    if all(_is_measure(part) for part in re.split("[-/]", told.translate(_MISREAD))):
        return False
    return len(told) >= _MIXED or not told.isalnum()


def _is_named(text: str, match: re.Match[str]) -> bool:
    """Whether a number without strokes follows a noun: no town before its post code."""
    if not match.group().isdigit():
        return True
    before = _BEFORE.search(text, max(0, match.start() - 24), match.start())
    if before is None or len(match.group()) == _POSTAL:
        return before is not None and level(before["word"]) in _FILED
    return before["word"].islower() or level(before["word"]) in words("common_words")


def _is_measure(part: str) -> bool:
    """`16GB`, `5000KG`, 2021: figures alone, or with a unit."""
    measured = _MEASURED.fullmatch(part)
    return measured is not None and (
        not measured["unit"] or measured["unit"] in UNITS or level(measured["unit"]) in _FORBIDDEN
    )


def _is_forbidden(text: str, match: re.Match[str]) -> bool:
    """Whether the word before a code makes it something else, or a vehicle near it a plate that no reader knows."""
    before = _BEFORE.search(text, max(0, match.start() - 24), match.start())
    if before and level(before["word"]) in _FORBIDDEN:
        return True
    return len(match.group()) <= 10 and near_vehicle(text, match.start())


def _labelled(text: str, label: re.Match[str]) -> int | None:
    """Where the number after capitals ends: six figures, or letters and four figures."""
    name = level(label["label"].replace(".", ""))
    if name in _FORBIDDEN or name in _COUNTED or name.upper() in UNITS:
        return None
    at = label.end()
    spaced = _SPACED.match(text, at)
    value = spaced or _CODE.match(text, at)
    if value is None:
        return None
    told = value.group()
    word = not re.search("[-/]", told) and (name in words("common_words") or len(name) < _SHORTEST)
    if (word and not label["sign"].strip()) or _MEASURE.match(told):  # `PAID 12000000`, `GSR 12V-15`
        return None
    if spaced and (_THOUSANDS.fullmatch(told) or told.split(" ")[0].casefold() in _PERSONS):  # `OIC: DC 4471 Shah`
        return None
    return value.end() if _is_filed(value) else None


def _is_filed(value: re.Match[str]) -> bool:
    """Six figures, or letters and four figures; no telephone, no day."""
    told = value.group()
    if any(shape.fullmatch(told) for shape in (_TELEPHONE, _DATE, _NO_CODE)):
        return False
    figures = sum(map(str.isdigit, told))
    parted = figures >= _FEWEST and "/" in told
    return figures >= 6 or parted or (figures >= 4 and len(told) >= 6 and any(map(str.isalpha, told)))


def _reference(text: str, start: int, end: int) -> Candidate:
    told = text[start:end]
    joined = told.replace(" ", "") if re.fullmatch(r"[\d ]+", told) else told
    return Candidate(start, end, "reference", joined, 0.7)
