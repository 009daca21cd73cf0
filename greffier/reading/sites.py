"""Named sites: places by their common noun: « péage du Perthus », `Ballinroe Garda Station`, `River Ouse`, the A14."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from greffier.reading.candidate import Candidate
from greffier.reading.capitals import WORD
from greffier.reading.places import placed, town_at
from greffier.reading.vocabulary import any_of, level, table

_NAMED = re.compile(r"[ \u00a0](?:de[ ]la[ ]|de[ ]l['’]|de[ ]|du[ ]|des[ ]|d['’])(?=\w)")
_BARE = re.compile(r"[ \u00a0][«\"“]?[ \u00a0]?(?=\w)")
_HEADED = re.compile(
    r"(?<![\w-])(?:River|Lake|Loch|Lough|Mount|Port|Cape|Fort|Camp|County|HMP|RAF|(?:Isle|Gulf|Bay|Strait) of)[ ]"
    r"(?!Authority|Police|Office|Security|Health|Control|Services|Court|Council|Constabulary|Hall|Championship|Commander)"
    rf"{WORD}(?:[ ]{WORD})?(?![\w-])"
)
_ENDED = re.compile(
    r"[ ](?:(?:Police|Garda|Railway|Bus|Fire|Service|Power)[ ](?:Station|Barracks)|district|province|county|peninsula)"
    r"(?![\w-])"
)
_BEFORE_END = re.compile(rf"(?<![\w-]){WORD}(?:[ ]{WORD}){{0,2}}\Z")
_ROAD = re.compile(r"(?:\bthe |\b[Ll]a |\bl['’])(?P<road>[AM]\d{1,4}(?:\(M\))?|R?[ND][ ]?\d{1,4})(?![\w/-]|\.\d)")


@lru_cache(maxsize=1)
def _nouns() -> tuple[re.Pattern[str], dict[str, frozenset[str]]]:
    held = {kind: frozenset(nouns) for kind, nouns in table("places")["sites"].items()}
    return re.compile(rf"(?<![\w-])(?:{any_of(frozenset().union(*held.values()))})(?![\w-])"), held


def find_sites(text: str) -> Iterator[Candidate]:
    """Yield sites: with the noun that they need, a bar, a hotel or a station by its name alone."""
    for start, end in (*_french(text), *_english(text)):
        yield placed(text, start, end)


def _french(text: str) -> Iterator[tuple[int, int]]:
    pattern, kinds = _nouns()
    for noun in pattern.finditer(level(text)):
        word = " ".join(noun.group().split())
        named = _NAMED.match(text, noun.end()) if word in kinds["whole"] else None
        between = named or (
            None if word not in kinds["with_name"] | kinds["before_name"] else _BARE.match(text, noun.end())
        )
        for start, end in town_at(text, between.end()) if between else ():
            yield (noun.start() if named or word in kinds["with_name"] else start), end


def _english(text: str) -> Iterator[tuple[int, int]]:
    yield from (match.span() for match in _HEADED.finditer(text))
    for ending in _ENDED.finditer(text):
        before = _BEFORE_END.search(text, max(0, ending.start() - 50), ending.start())
        if before:
            yield before.start(), ending.end()
    yield from (match.span("road") for match in _ROAD.finditer(text))
