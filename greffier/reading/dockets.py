"""Numbers that say by their shape alone what they are: cases of courts, parcels, customs declarations."""

from __future__ import annotations

import re
from collections.abc import Iterator

from greffier.reading.candidate import Candidate
from greffier.reading.vocabulary import table, words

_SHAPE = re.compile(
    r"[\dA-Z\[(](?<![\w/.@:-].)(?:"
    r"(?<=\d):\d\d-(?:[a-z]{2}|[A-Z]{2})-\d{3,6}(?:-[A-Z]{2,4}){0,3}"  # federal, United States
    r"|(?<=E)CLI:[A-Z]{2}:[A-Z0-9]{1,10}:\d{4}:[A-Z0-9]{1,25}(?:\.[A-Z0-9]{1,25}){0,4}"
    r"|(?<=[A-Z])[A-Z]{1,5}(?P<sign>[-/])(?:19|20)\d\d(?P=sign)\d{2,6}(?:(?P=sign)[A-Z\d]{1,6})?"  # files by the year
    r"|(?<=[A-Z])[A-Z]{1,3}-\d{4,7}-(?:19|20)\d\d"
    r"|(?<=[A-Z])[A-Z]\.\d\d\.[A-Z0-9]{2}\.\d{4,6}/(?:19|20)\d\d"  # acts of the Belgian police
    r"|(?<=P)[CA] ?0\d\d ?\d{3} ?\d\d ?[A-Z]\d{4}"  # building permits, France
    r"|(?<=[A-Z])[A-Z] ?\d{3} ?\d{3} ?\d{3} ?[A-Z]{2}"  # parcels, UPU S10
    r"|(?<=\d)\d[A-Z]{2}(?=[A-Z]{0,13}\d)[A-Z0-9]{13}\d"  # customs, MRN
    # neutral citations and law reports: [2019] EWCA Crim 412, [2016] EWHC 44 (Ch), [2018] 1 WLR 412
    r"|(?<=[\[(])(?:19|20)\d\d[\])] (?:\d{1,2} )?[A-Z][A-Za-z]{1,6}(?: [A-Z][a-z]{2,6})?(?: [A-Z])? \d{1,5}(?!\d)"
    r"(?: \([A-Z][A-Za-z]{1,8}\))?"
    r"|(?<=[A-HJ-NP-Z])[A-Z]{0,3}\d{0,2}(?:/[A-Z]{1,4})?/\d{1,5}/(?:19|20)\d\d"  # charges and files, the year last
    r"|(?<=S) (?:CI|CR|ECI|AP[A-Z]{0,3}) (?:19|20)\d\d \d{5}"  # Victoria
    r"|(?<=C)HE-\d{3}\.\d{3}\.\d{3}|(?<=7)56\.\d{4}\.\d{4}\.\d\d"  # firms and persons, Switzerland
    r"|(?<=\d)\d\.\d\d\.\d\d-\d{3}\.\d\d"  # persons, Belgium
    r"|(?<=\d)\d\.\d{3}\.\d{3}/\d{4}-\d\d|(?<=\d)\d\d\.\d{3}\.\d{3}-\d\d"  # firms and persons, Brazil
    r"|(?<=[A-Z])[A-Z]{5}\d\d[A-EHLMPRST]\d\d[A-Z]\d{3}[A-Z]"  # persons, Italy
    r"|(?<=[AP])\d{9}[A-Z])(?![\w@]|[/-]\w)"  # taxpayers, Kenya
)
_COURT = re.compile(  # `DCCC 418/2022`, `MCCR E412 of 2022`: the letters of a court, the number and the year
    r"(?P<court>[A-Z](?<![\w/.@:-].)[A-Z]{1,6})(?P<sign> No\.?)? [A-Z]?\d{1,5}(?:/| of )(?:19|20)\d\d(?![\w/-])"
)
_NAMED = frozenset(table("numbered")["named"].split())


def find_dockets(text: str, level: str, english: bool) -> Iterator[Candidate]:
    """Yield the numbers of a page that need no word before them."""
    for match in _SHAPE.finditer(text):
        yield Candidate(match.start(), match.end(), "reference", match.group())
    for match in _COURT.finditer(text) if english else ():
        if (court := match["court"].casefold()) not in _NAMED and court not in words("common_words"):
            yield Candidate(match.start(), match.end(), "reference", match.group(), 0.9)
