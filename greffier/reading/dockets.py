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
    r"|(?<=[A-Z])[A-Z\d]{3}-[VWX]-[A-Z\d]{3}-[A-Z\d]{3,5}"  # Portalis, courts of France
    r"|(?<=[A-Z])[A-Z]\.?\d\d\.[A-Z0-9]{2}\.\d{4,6}/(?:19|20)?\d\d"  # acts of the Belgian police
    r"|(?<=\d)\d\d/\d{4}/\d{5}"  # payments of Belgium
    r"|(?<=P)[CA] ?0\d\d ?\d{3} ?\d\d ?[A-Z]\d{4}"  # building permits, France
    r"|(?<=[A-Z])[A-Z] ?\d{3} ?\d{3} ?\d{3} ?[A-Z]{2}"  # parcels, UPU S10
    r"|(?<=\d)\d[A-Z]{2}(?=[A-Z]{0,13}\d)[A-Z0-9]{13}\d"  # customs, MRN
    # neutral citations and law reports: [2019] EWCA Crim 412, [2016] EWHC 44 (Ch), [2018] 1 WLR 412
    r"|(?<=[\[(])(?:19|20)\d\d[\])] (?:\d{1,2} )?[A-Z][A-Za-z]{1,6}(?: [A-Z][a-z]{2,6})?(?: [A-Z])? \d{1,5}(?!\d)"
    r"(?: \([A-Z][A-Za-z]{1,8}\))?"
    r"|(?<=[12])(?:9|0)\d\d (?:SCC|CSC|CAF|CF|FCA|FC|TCC|[A-Z]{2}(?:CA|SC|CJ|PC|KB|QB|CS"
    r"|CQ)) \d{1,5}(?!\d)"  # of Canada
    r"|(?<=[A-HJ-NP-Z])[A-Z]{0,3}\d{0,2}(?:/[A-Z]{1,4})?/\d{1,5}/(?:19|20)\d\d"  # charges and files, the year last
    r"|(?<=[A-Z])[A-Z]:\d{3,5}(?:/[A-Z\d]{1,8}(?:\.\d{1,3})?){2,8}"  # files of the police, Nigeria
    r"|(?<=[A-Z])[a-z]{2,12}(?: [A-Z][a-z]{2,12}){0,2}/\d{6}/\d\d"  # of Malaysia: the station, the number, the year
    r"|(?<=\d)\d-\d{6,7} ?[A-Z] ?\d\d"  # persons, Zimbabwe
    r"|(?<=\d)[A-Z]_\d{1,4}/(?:19|20)\d\d|(?<=A)TF \d{2,3} [IV]{1,3}[ab]? \d{1,4}"  # Federal Court, Switzerland
    r"|(?<=\d)[A-Z] \d{3} \d{3} \d{4} \d"  # letters, La Poste
    r"|(?<=\d)\d{4} \d\d (?:19|20)\d\d \d \d{5}"  # firms, Madagascar
    r"|(?<=S) (?:CI|CR|ECI|AP[A-Z]{0,3}) (?:19|20)\d\d \d{5}"  # Victoria
    r"|(?<=C)HE-\d{3}\.\d{3}\.\d{3}|(?<=7)56\.\d{4}\.\d{4}\.\d\d"  # firms and persons, Switzerland
    r"|(?<=\d)\d\.\d\d\.\d\d-\d{3}\.\d\d"  # persons, Belgium
    r"|(?<=\d)\d\.\d{3}\.\d{3}/\d{4}-\d\d|(?<=\d)\d\d\.\d{3}\.\d{3}-\d\d"  # firms and persons, Brazil
    r"|(?<=[A-Z])[A-Z]{5}\d\d[A-EHLMPRST]\d\d[A-Z]\d{3}[A-Z]"  # persons, Italy
    r"|(?<=[AP])\d{9}[A-Z])(?![\w@]|[/-]\w)"  # taxpayers, Kenya
)
_FLOWN = re.compile(r"\d(?<![\w/.+-].)\d\d[- ]\d{8}(?![\w/-]|[.,]\d)")  # `618-11877441`, a consignment by air
_AIR = ("waybill", "airway", "awb", "lta", "air cargo", "fret aerien", "flight", "lettre de transport")
_COURT = re.compile(  # `DCCC 418/2022`, `MCCR E412 of 2022`: the letters of a court, the number and the year
    r"(?P<court>[A-Z](?<![\w/.@:-].)[A-Z]{1,6})(?P<sign> No\.?)? [A-Z]?\d{1,5}(?:/| of )(?:19|20)\d\d(?![\w/-])"
)
_NAMED = frozenset(table("numbered")["named"].split())
_LABELS = frozenset(table("numbered")["labels"]["letters"])


def find_dockets(text: str, level: str, english: bool) -> Iterator[Candidate]:
    """Yield the numbers of a page that need no word before them."""
    for match in _SHAPE.finditer(text):
        yield Candidate(match.start(), match.end(), "reference", match.group())
    for match in _FLOWN.finditer(text) if any(word in level for word in _AIR) else ():
        yield Candidate(match.start(), match.end(), "reference", match.group(), 0.8)
    for match in _COURT.finditer(text) if english else ():
        if (court := match["court"].casefold()) not in _NAMED | _LABELS and court not in words("common_words"):
            yield Candidate(match.start(), match.end(), "reference", match.group(), 0.9)
