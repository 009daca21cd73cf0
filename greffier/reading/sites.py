"""Named sites, places by their common noun: « péage du Perthus », `River Ouse`, the A14; and police stations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from greffier.reading.candidate import Candidate
from greffier.reading.capitals import WORD, ordinary
from greffier.reading.listed import Listed
from greffier.reading.places import placed, town_at
from greffier.reading.towns import known_town
from greffier.reading.vocabulary import any_of, level, table

_KIND = (  # « prison centrale de Kondengui », « hôpital régional d'Ebolowa »
    r"(?:[ ](?:(?:centr|région|département|municip|commun|nation|internation|génér|princip|artisan)ale?"
    r"|universitaire|militaire|civile?|couvert|industrielle?|routière|maritime|agricole))?"
)
_NAMED = re.compile(_KIND + r"[ \u00a0](?:de[ ]la[ ]|de[ ]l['’]|de[ ]|du[ ]|des[ ]|d['’])(?=[A-ZÀ-ÖØ-ÞŒ])")
_FURTHER = re.compile(  # « usine d'incinération de Vaux »
    r"(?:[ \u00a0](?:de[ ]la[ ]|de[ ]l['’]|de[ ]|du[ ]|des[ ]|d['’])[a-zà-ÿœ]{3,20}(?:[ ][a-zà-ÿœ]{3,14})?){1,2}"
    r"[ \u00a0](?:de[ ]|du[ ]|d['’])(?=[A-ZÀ-ÖØ-Þ])"
)
_ARTICLE = re.compile(r"L(?:[ea][ ]|es[ ]|['’])")
_BARE = re.compile(r"[ \u00a0][«\"“]?[ \u00a0]?(?=\w)")
_HEADED = re.compile(
    r"(?<![\w-])(?:River|Lake|Loch|Lough|Mount|Port|Cape|Fort|Camp|County|HMP|RAF|Jalan|Kampung"
    r"|Kampong|Taman|Pulau|Bukit|Tanjong|Calle|Avenida|Rua|(?:Isle|Gulf|Bay|Strait) of)[ ]"
    r"(?!Authority|Police|Office|Security|Health|Control|Services|Court|Council|Constabulary|Hall|Championship|Commander)"
    rf"{WORD}(?:[ ]{WORD})?(?![\w-])"
)
_ENDED = re.compile(
    r"[ ](?:(?:Railway|Bus|Fire|Service|Power)[ ](?:Stat[i1l]on|Barracks)|district|province|county|peninsula)(?![\w-])"
)
_POLICE = re.compile(  # whose station it is, or court house: a body, as « le commissariat de Niort » is one
    r"[ ](?:(?:[Pp]olice|Garda|PSNI|Gendarmerie)[ ](?:[Ss]tat[i1l]on|[Oo]utpost|[Pp]ost|[Bb]arracks)|Law[ ]Courts"
    r"|POLICE[ ](?:STATION|POST|OUTPOST)|GARDA[ ]STATION|LAW[ ]COURTS)(?![\w-])"
)
_NO_OWNER = frozenset("the a at from to in of by and my this that our their same nearest local".split())
_AFTER_NAME = re.compile(rf"{WORD}[ ]\Z")  # `Pecan County Jail`
_COUNTY = re.compile(rf"C(?<!\w.)(?<!&[ ].)o\.[ ]{WORD}(?![\w-])")  # `Co. Dublin`
_BEFORE_END = re.compile(rf"(?<![\w-]){WORD}(?:[ ]{WORD}){{0,2}}\Z")
_OWNER = re.compile(rf"(?<![\w-]){WORD}(?:[ ]{WORD}){{0,2}}(?:[ ]\d{{1,2}})?\Z")
_REST = re.compile(rf"{WORD}(?:['’]s)?(?:[ ](?:of[ ])?{WORD}(?:['’]s)?){{0,5}}")
_BLOCK = re.compile(  # `Blk 118 Yishun Ring Road 4`, `Geylang Lorong 18`
    rf"B(?<![\w-].)(?:lk|LK|lock)\.?[ ]\d{{1,4}}[A-Z]?,?[ ]{WORD}(?:[ ]{WORD}){{0,3}}(?:[ ]\d{{1,3}}(?![\w/.-]))?"
)
_LANE = re.compile(
    rf"(?<![\w-]){WORD}(?:[ ]{WORD})?[ ](?:Lorong|Jalan|Gang|Soi|Street|Avenue|Drive)[ ]\d{{1,3}}(?![\w/.:-])"
)
_NUMBERED = re.compile(
    r"[BPJRHITW](?<![\w-].)(?:(?<=B)erth|(?<=P)ier|(?<=J)unction|(?<=R)oute|(?<=H)ighway|(?<=I)nterstate|(?<=T)erminal"
    r"|(?<=W)harf)[ ]\d{1,3}[A-Z]?(?![\w-])"
)
_ROAD = re.compile(r"(?:\bthe |\b[Ll]a |\bl['’])(?P<road>[AM]\d{1,4}(?:\(M\))?|R?[ND][ ]?\d{1,4})(?![\w/-]|\.\d)")


@lru_cache(maxsize=1)
def _nouns() -> tuple[Listed, dict[str, frozenset[str]]]:
    held = {kind: frozenset(nouns) for kind, nouns in table("places")["sites"].items()}
    nouns = frozenset().union(*held.values())
    return Listed(rf"(?<![\w-])(?:{any_of(nouns)})(?![\w-])", nouns), held


@lru_cache(maxsize=1)
def _after_names() -> Listed:
    nouns = table("places")["after_names"]
    return Listed(rf"(?<![\w-])(?:{any_of(nouns)})(?![\w-])", nouns)


def find_sites(text: str) -> Iterator[Candidate]:
    """Yield sites: with the noun that they need, a bar, a hotel or a station by its name alone."""
    for start, end in _stations(text):
        yield placed(text, start, end)._replace(kind="organisation")
    for start, end in (*_french(text), *_english(text)):
        yield placed(text, start, end)


def _stations(text: str) -> Iterator[tuple[int, int]]:
    """Police stations and court houses, which are bodies: `Ballinroe Garda Station`, `Community 2 Police Station`."""
    for ending in _POLICE.finditer(text):
        before = _OWNER.search(text, max(0, ending.start() - 50), ending.start())
        if before is None:
            continue
        start = before.start()
        for word in before.group().split(" "):
            if level(word) not in _NO_OWNER:
                break
            start += len(word) + 1
        if start < ending.start():
            yield start, ending.end()


def _french(text: str) -> Iterator[tuple[int, int]]:
    pattern, kinds = _nouns()
    for noun in pattern.finditer(level(text)):
        word = " ".join(noun.group().split())
        named = _NAMED.match(text, noun.end()) or (_FURTHER.match(text, noun.end()) if word in kinds["whole"] else None)
        between = named or (
            None
            if word not in kinds["with_name"] | kinds["before_name"] | kinds["aside"] | kinds["bars"]
            else _BARE.match(text, noun.end())
        )
        for start, end in town_at(text, between.end()) if between else ():
            if word in kinds["aside"] or (
                named and word not in kinds["whole"] and named.group() in (" de ", " d'", " d’")
            ):
                yield start, end  # « la villa de Betaniahely »
            elif word in kinds["bars"]:
                small = word in ("hotel", "motel") and not text[noun.start()].isupper() and not named
                yield (start if small or _ARTICLE.match(text, start) else noun.start()), end
            elif word in kinds["whole"] or not (named and known_town(level(text[start:end]))):
                yield (noun.start() if named or word in kinds["with_name"] else start), end


def _english(text: str) -> Iterator[tuple[int, int]]:
    for headed in _HEADED.finditer(text):
        if not _is_body(text, headed) and not (
            headed.group().startswith("County")
            and _AFTER_NAME.search(text, max(0, headed.start() - 24), headed.start())
        ):
            yield headed.span()
    yield from (match.span() for match in _NUMBERED.finditer(text))
    yield from (match.span() for match in _BLOCK.finditer(text))
    yield from (match.span() for match in _LANE.finditer(text) if "Lorong" in text or "Jalan" in text or "Soi" in text)
    yield from (match.span() for match in _COUNTY.finditer(text))
    for ending in _ENDED.finditer(text):
        before = _BEFORE_END.search(text, max(0, ending.start() - 50), ending.start())
        if before:
            yield before.start(), ending.end()
    for ending in _after_names().finditer(level(text)):  # `Sandpiper Inn car park`
        noun = text[slice(*ending.span())]
        if noun.isupper() or (noun[0].isupper() and " " not in noun):
            continue  # a name ends so, or a heading
        before = _BEFORE_END.search(text, max(0, ending.start() - 50), ending.start() - 1)
        if before and text[ending.start() - 1] == " " and not ordinary(level(before.group()).split()[0]):
            yield before.start(), ending.end()
    yield from (match.span("road") for match in _ROAD.finditer(text))


def _is_body(text: str, headed: re.Match[str]) -> bool:
    """Whether the words go on to the name of a firm or a service: `Cape Cold Stores`, `County Sheriff's Office`."""
    held = table("organisations")
    named = _REST.match(text, headed.start())
    return named is not None and any(
        word in held[kind]
        for word in level(named.group()).split()[1:]
        for kind in ("tail", "body_ends", "loose_body_ends")
    )
