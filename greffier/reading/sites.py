"""Named sites: places by their common noun: « péage du Perthus », `Ballinroe Garda Station`, `River Ouse`, the A14."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from greffier.reading.candidate import Candidate
from greffier.reading.capitals import WORD
from greffier.reading.places import placed, town_at
from greffier.reading.vocabulary import any_of, level, table

_NAMED = re.compile(r"[ \u00a0](?:de[ ]la[ ]|de[ ]l['’]|de[ ]|du[ ]|des[ ]|d['’])(?=\w)")
_BARE = re.compile(r"[ \u00a0][«\"“]?[ \u00a0]?(?=\w)")
_ENGLISH = re.compile(
    r"(?<![\w-])(?:(?:River|Lake|Loch|Lough|Mount|Port|Cape|Fort|Camp|County|HMP|RAF|(?:Isle|Gulf|Bay|Strait) of)[ ]"
    r"(?!Authority|Police|Office|Security|Health|Control|Services|Court|Council|Constabulary|Hall|Championship|Commander)"
    rf"{WORD}(?:[ ]{WORD})?"
    rf"|(?:{WORD}[ ]){{1,3}}(?:Police|Garda|Railway|Bus|Fire|Service|Power)[ ](?:Station|Barracks)"
    rf"|(?:{WORD}[ ]){{1,2}}(?:district|province|county|peninsula))(?![\w-])"
)
_CUES = (
    "River Lake Loch Lough Mount Port Cape Fort Camp County HMP RAF Isle Gulf Bay Strait Station Barracks district "
    "province county peninsula"
).split()
_MOTORWAY = re.compile(
    r"(?:(?<=\bthe )|(?<=\bl['’])|(?<=\bla )|(?<=\bLa ))(?:[AM]\d{1,4}(?:\(M\))?|R?[ND][ ]?\d{1,4})(?![\w/-]|\.\d)"
)


class _Nouns(NamedTuple):
    whole: re.Pattern[str]
    with_name: re.Pattern[str]
    before_name: re.Pattern[str]


@lru_cache(maxsize=1)
def _nouns() -> _Nouns:
    held = table("places")["sites"]
    return _Nouns(*(re.compile(rf"(?<![\w-])(?:{any_of(held[name])})(?![\w-])") for name in _Nouns._fields))


def find_sites(text: str) -> Iterator[Candidate]:
    """Yield sites: with the noun that they need, a bar, a hotel or a station by its name alone."""
    flat, nouns = level(text), _nouns()
    for pattern, joint, with_noun in (
        (nouns.whole, _NAMED, True),
        (nouns.with_name, _BARE, True),
        (nouns.before_name, _BARE, False),
    ):
        for noun in pattern.finditer(flat):
            between = joint.match(text, noun.end())
            for start, end in town_at(text, between.end()) if between else ():
                yield placed(text, noun.start() if with_noun else start, end)
    if any(cue in text for cue in _CUES):
        yield from (placed(text, *match.span()) for match in _ENGLISH.finditer(text))
    yield from (placed(text, *match.span()) for match in _MOTORWAY.finditer(text))
