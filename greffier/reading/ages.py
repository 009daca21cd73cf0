"""Ages told by a number alone: `Wilfred Cobb (44)`, `STOKES, 61, could not`, `he's sixteen`, « la quarantaine »."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from text_to_num import text2num

from greffier.reading.numerals import WORDS
from greffier.reading.told_numbers import COLLECTIVES

_YEAR = Decimal(31_536_000)
_ENDLESS = Decimal("Infinity")
_GOES_ON = (
    "of|from|in|at|with|who|whose|was|is|has|had|a|an|the|both|said|says|told|tells|also|now|then|could|would|did|does|will|can"
    "|may|left|went|came|took|made|gave|got|kept|saw|heard|wept|spoke|stood|sat|lost|won|meets|runs|lives|works|remembers"
    "|denies|insists|claims|admits|wants|thinks|faces"
)
_PEOPLE = (
    "offender|accused|defendant|suspect|victim|driver|man|woman|teenager|pensioner|widow|farmer|student|teacher|owner"
)
_KIN = "son|daughter|wife|husband|brother|sister|mother|father|nephew|niece|boy|girl|partner|girlfriend|boyfriend"
_CAPITAL = r"[A-Z][\w'’-]{1,30}"
_NAMED = re.compile(
    rf"(?:{_CAPITAL}[ \n]{_CAPITAL}|[A-Z]{{3,30}}) ?\((?P<brackets>[1-9]\d)\)"
    rf"|(?:(?:{_CAPITAL}|\b[A-Z]\.)[ \n]{_CAPITAL}|\b[A-Z]{{4,30}})(?: [JS]r\.)?"
    r", (?P<commas>[1-9]\d)(?=,(?! \d)|\.$|\. [A-Z])"
    # `Villafranca, 55, said`, `Belgian, 38, who`: one capitalised word, and what people do or are after it
    rf"|\b(?:{_CAPITAL}\*?|[A-Z]\. ?[A-Z]\.), (?P<alone>[1-9]\d)(?=, (?:{_GOES_ON}|[a-z]{{2,12}}ed)\b)"
    rf"|\b(?:[Tt]he|[Hh]is|[Hh]er|[Tt]heir|[Aa]) (?:[a-z]{{3,12}} |co-)?(?:{_PEOPLE}), (?P<role>[1-9]\d)(?=, )"
    rf"|\b(?:{_KIN}) \((?P<kin>[1-9]\d?)\)"
    r"|(?<=[)\"”’], )(?P<after>[1-9]\d)(?=, [a-z])",
    re.MULTILINE,
)
_NO_AGES = frozenset("and zero hundred thousand million billion trillion".split())
_SPELLED = "|".join(sorted(WORDS["en"] - _NO_AGES, key=len, reverse=True))
_AGE = rf"(?:[1-9]\d?(?![\d/.,:]{{0,12}}\d)|(?:{_SPELLED})(?:-(?:{_SPELLED}))?)"
_TOLD = re.compile(
    r"\b(?:aged|(?:of (?:them|whom)|children|girls|boys|persons|people|anyone|minors|youths)(?=[ \n](?:over|under) )"
    r"|at the age of|as (?:young|old) as|(?:boy|girl|lad|youth|child|son|daughter) of|ages?:?)[ \n]"
    rf"(?P<bound>over |under |about |around |approx\. |between )?(?P<age>{_AGE})"
    rf"(?:(?P<and> ?(?:to|-|–|or|and) ?)(?P<to>{_AGE}))?\b"
    r"(?!['’-]| ?(?:and|&)? ?\d| ?(?:years|yrs|months|weeks|days|yo\b|y/o))",
    re.IGNORECASE,
)
_LISTED = re.compile(
    rf"\b(?:aged|ages|(?:kids|children|sons|daughters|boys|girls),) (?P<ages>{_AGE}(?:, {_AGE}){{0,5}},? and {_AGE})\b"
    r"(?! ?(?:months|years))"
)
_LOOKS = re.compile(
    r"\b(?:[Mm]ale|[Ff]emale|[Mm]an|[Ww]oman|[Bb]oy|[Gg]irl|[Yy]outh), "
    r"(?P<about>about|around|approx\.?|approximately|circa)? ?(?P<age>[1-9]\d)(?: ?[-–] ?(?P<to>[1-9]\d))?"
    r"(?: ?(?:yrs|years)(?: old)?)?(?=[.,;)\n]|$)"
    rf"|\b(?:[Ww]ho|[Tt]hey) (?:are|were) (?P<ages>{_AGE}(?:, {_AGE}){{0,5}},? and {_AGE})(?=[.,;])"
)
_IS = re.compile(
    rf"\b(?:(?:he|she|who|HE|SHE|He|She)(?:['’]s| is| was| turned)|(?:I['’]m|I am|I was|you['’]re|turned)"
    rf"|(?:{_KIN})(?:['’]s| is| was))"
    rf"(?: only| just| now| about| nearly| almost| barely)? (?P<age>{_AGE})"
    r"(?=[.;!?]|,(?! \d)| and (?!a half)| at the time\b| when | but | with | in | on | last )"
)
_FRENCH = re.compile(
    r"\b(?:[âÂ]ge|AGE)(?: apparent| déclaré)? ?: ?(?P<age>[1-9]\d?)(?![\d/.,]*\d|[ ]?(?:ans|mois|à))"
    r"|\b(?P<about>la (?:petite |bonne )?(?P<tens>vingtaine|trentaine|quarantaine|cinquantaine|soixantaine))\b"
    r"(?! (?:de|d['’]))"
)
_NO_NAME = re.compile(
    r"^(?:January|February|March|April|May|June|July|August|September|October|November|December|Section|Page|Room|Part"
    r"|Article|Figure|Table|Exhibit|Flat|Unit|Volume|Chapter|Appendix|Annex|Group|Line|Item|Day|Lot|Court|No|Block|Bay|Road|Street|Lane|Avenue"
    r"|Close|Drive|Way|Place|Square|Court|House)\b"
)


class Age(NamedTuple):
    """Where an age stands, and its bounds in seconds."""

    start: int
    end: int
    low: Decimal
    high: Decimal
    approximate: bool = False


def ages(text: str, language: str) -> Iterator[Age]:
    """Yield the ages of a page that no word for years follows."""
    if language == "fr":
        yield from _french(text)
        return
    for match in _NAMED.finditer(text):
        if not any(_NO_NAME.match(word) for word in map(str.strip, re.split(r"[ \n,(]", match.group()))):
            group = next(name for name, told in match.groupdict().items() if told)
            yield _exact(match.start(group), match[group])
    for match in _LISTED.finditer(text):
        for told in re.finditer(_AGE, match["ages"]):
            yield _exact(match.start("ages") + told.start(), told.group())
    yield from _looks(text)
    for match in _TOLD.finditer(text):
        yield from _bounded(match)
    for match in _IS.finditer(text):
        if _years(match["age"]) >= 5 * _YEAR:  # `she was one of`, `he was two`
            yield _exact(match.start("age"), match["age"])


def _looks(text: str) -> Iterator[Age]:
    """`an unknown male, about 30`, `male, 40-45`, `the brothers, who are 29 and 34`."""
    for match in _LOOKS.finditer(text):
        if match["age"]:
            low, start = _years(match["age"]), match.start("about") if match["about"] else match.start("age")
            yield Age(start, match.end(), low, _years(match["to"] or match["age"]), approximate=bool(match["about"]))
        for told in re.finditer(_AGE, match["ages"] or ""):
            yield _exact(match.start("ages") + told.start(), told.group())


def _french(text: str) -> Iterator[Age]:
    for match in _FRENCH.finditer(text):
        if match["age"]:
            yield _exact(match.start("age"), match["age"])
        else:
            years = COLLECTIVES[match["tens"]] * _YEAR
            yield Age(match.start("about"), match.end("about"), years, years, approximate=True)


def _bounded(match: re.Match[str]) -> Iterator[Age]:
    """`aged over 18`, `aged between 40 and 50`, `aged 37`; `aged 37 and` and no more is that age."""
    bound = (match["bound"] or "").strip().lower()
    low = _years(match["age"])
    start = match.start("bound") if bound else match.start("age")
    if match["to"] and (match["and"].strip() not in ("and", "or") or bound == "between"):
        yield Age(start, match.end("to"), low, _years(match["to"]))
    elif bound == "over":
        yield Age(start, match.end("age"), low, _ENDLESS, approximate=True)
    elif bound == "under":
        yield Age(start, match.end("age"), Decimal(0), low, approximate=True)
    else:
        yield Age(start, match.end("age"), low, low, approximate=bool(bound))


def _exact(start: int, told: str) -> Age:
    return Age(start, start + len(told), _years(told), _years(told))


def _years(told: str) -> Decimal:
    return (Decimal(told) if told.isdigit() else Decimal(int(text2num(told.lower(), "en")))) * _YEAR
