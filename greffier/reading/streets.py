"""Streets and whole addresses, with the town after them: « 12, rue des Lilas à Bondy », `Unit 5, Tannery Road`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from greffier.reading.candidate import Candidate
from greffier.reading.capitals import UPPER, WORD, Run, ordinary, runs
from greffier.reading.listed import Listed
from greffier.reading.places import TOWN, placed, without_ordinary_tail
from greffier.reading.surroundings import strong_given
from greffier.reading.vocabulary import any_of, level, table

_OF = r"(?:de|du|des|d['’]|la|le|les|l['’]|sur|aux|au)"
_STREET_NAME = re.compile(
    rf"[ \u00a0](?:{_OF}[ \u00a0]?){{0,3}}(?:(?:\d{{1,2}}[ ])?{WORD}|(?<=d[eu][ ])\w+"
    rf"|(?<=des[ ])[a-zà-ÿœ]+)(?:[ -](?:{_OF}[ ]?){{0,2}}(?:{WORD}|\d{{4}}(?!\d))){{0,4}}"
)
_NUMBER_BEFORE = re.compile(
    r"(?:(?<![\w-])(?:[Ll]ot|[Bb]ât(?:iment|\.)?|[Aa]ppartement|[Aa]ppt?\.?|[Ll]ocal|[Bb]ox)[ ](?:n°[ ]?)?\w{1,3}"
    r",?[ ])?"
    r"(?<![\w/.,:-])(?<!\d[ ][hH][ ])(?<!\d[hH][ ])"  # « 8 h 30, quai »
    r"\d{1,4}(?:[ ]?(?:bis|ter|quater|[A-D]))?[ ]?,?[ ]$"
    r"|(?<![\w-])[Ll]ot[ ]\d{1,4},[ ]$"
)
_OF_A_BOX = re.compile(r"(?<!\w)(?:box|cave|garage|cellule|casier|parking|boite|bp)[ ](?:n°[ ]?)?$")
_ONE_WORD = re.compile(rf"[ \u00a0](?:de[ ]la[ ]|de[ ]l['’]|du[ ]|des[ ]|d['’]){WORD}(?![ -]{WORD})")
_NUMBER_AFTER = re.compile(
    r",?[ ]\d{1,3}(?:[ ]?bis|[A-Da-d])?(?=[ ]*(?:[,;)\n]|$|[àa][ ]|\.[ \n]))"
)  # in Belgium, in Switzerland
_OF_A_BERTH = re.compile(r"(?<![\w-])(?:Berth|Pier|Junction|Route|Terminal|Wharf|Gate|Shed|Hangar)[ ]\Z")
_ABROAD = re.compile(
    r"(?:straat|laan|strasse|straße|gasse|platz|kade|plein|dijk)(?:[ ]\d{1,4}[a-z]?(?![\w/]))?(?![\w-])"
)
_BEFORE_ABROAD = re.compile(rf"(?:(?<![\w/.,-])\d{{1,4}}[a-z]?,?[ ])?(?<![\w-])[{UPPER}][\w]{{2,30}}\Z")
_ROAD_NUMBER = re.compile(r"(?<=Road)[ ]\d{1,4}(?![\w/.-])")
_BLOCK = re.compile(r"\d{2,5}[ ]block[ ]of[ ](?:the[ ])?\Z")
_TOWN_AFTER = re.compile(
    rf"[ ]?[,\-–]?[ \n]{{1,2}}(?:à[ ])?(?:(?P<code>\d{{2}}[ ]?\d{{3}}|(?:[A-Z]{{1,2}}-)?\d{{4}}"
    rf"|[A-Z]{{1,2}}\d{{1,2}}[A-Z]?[ ]\d[A-Z]{{2}})[ ])(?P<town>{TOWN})"
)
_TOWN_NAMED = re.compile(rf"(?:[ ]?,)?[ \n](?:à|À)[ ](?P<town>{TOWN})|,[ ](?P<alone>{WORD})(?=[ ]*(?:[.;,)\n]|$))")
_UNIT = (
    r"(?:(?<![\w-])(?:Flat|Unit|Suite|Apartment|Apt\.?|Room|Plot|Pitch|Shop|Studio|Office)[ ]"
    r"(?:\d{1,4}[A-Za-z]?|[A-Z]),[ ]"
    r"|(?<![\w-])(?:(?:Ground|Top|Upper|Lower|First|Second|Third|Fourth|Fifth|Sixth|\d{1,2}(?:st|nd|rd|th))[ ][Ff]loor"
    r"|(?:Level|Floor)[ ]\d{1,2}),[ ])"
)
_HOUSE = (
    rf"(?:(?:{WORD}[ ]){{1,3}}(?:House|Farm|Cottage|Lodge|Grange|Hall|Manor|Barn|Mill|Chambers|Tower|Buildings|Villa"
    r"|Works|Centre),[ ])"
)
_BEFORE_STREET = re.compile(
    rf"(?:{_HOUSE}|{_UNIT})?(?:(?<![\w/.:-])(?<!No\.[ ])\d{{1,4}}[A-Da-d]?(?:[-–]\d{{1,4}})?,?[ ])?\Z"
)
_LED = re.compile(
    r"(?<![\w-])(?:in|at|near|to|from|on|off|of|outside|inside|into|onto|along|towards?|behind|past|opposite|via|between|and"
    r"|leaves|left|entered|enters|visited|reached|along)[ \n](?:the[ \n])?$",
    re.IGNORECASE,
)
_APART = re.compile(r"(?:^|[,:–\n(])[ ]*$")
_TOWN_IN_ENGLISH = re.compile(rf",[ ](?P<town>{WORD}(?:[ ]{WORD}){{0,2}})(?=[ ]*(?:[.;,)\n]|$|[ ][A-Z]{{1,2}}\d))")
_POSSESSED = re.compile(rf"(?:{WORD}[ ]){{0,2}}{WORD}(?:['’][sS]|(?<=s)['’])[ ]\Z")  # `St Brannock's Hospital`
_NO_START = frozenset(
    "the at in on from to near off of by and a an his her their our this that next when where between".split()
)
_MOST = 3  # words of a street's name before `Street`


def find_streets(text: str) -> Iterator[Candidate]:
    """Yield streets and whole addresses, so that « rue Jean Jaurès » is nobody's name."""
    flat = level(text)
    for match in _streets().finditer(flat):
        name = _STREET_NAME.match(text, match.end())
        if name is None or not re.search(rf"[{UPPER}]", name.group()):
            continue
        number = _NUMBER_BEFORE.search(text, max(0, match.start() - 30), match.start())
        if number and _OF_A_BOX.search(flat, max(0, number.start() - 12), number.start()):
            number = None  # « box 17, rue Zola »
        start = number.start() if number else match.start()
        end = without_ordinary_tail(text, match.end(), name.end())
        if end == match.end():
            single = _ONE_WORD.match(text, match.end())  # « rue de la Paix »
            if single is None:
                continue
            end = single.end()
        if number is None and (after := _NUMBER_AFTER.match(text, end)):
            end = after.end()
        yield placed(text, start, end)
        yield from _town_after(text, end)
    yield from _english_streets(text)
    for kind in _ABROAD.finditer(text):  # `14 Kloosterlaan`, `Hauptstrasse 12`
        before = _BEFORE_ABROAD.search(text, max(0, kind.start() - 40), kind.start())
        if before:
            yield placed(text, before.start(), kind.end())


@lru_cache(maxsize=1)
def _streets() -> Listed:
    kinds = table("places")["streets"]
    return Listed(rf"(?<![\w-])(?:{any_of(kinds)})(?![\w.-])", kinds)


def _town_after(text: str, end: int) -> Iterator[Candidate]:
    town = _TOWN_AFTER.match(text, end) or _TOWN_NAMED.match(text, end)
    if town is None:
        return
    name = "town" if town["town"] else "alone"
    stop = without_ordinary_tail(text, town.start(name), town.end(name))
    if stop > town.start(name) and not strong_given(level(text[town.start(name) : stop])):
        yield placed(text, town.start(name), stop)


def _english_streets(text: str) -> Iterator[Candidate]:
    ends, loose = _english_ends()
    for run in runs(text):
        for place, word in enumerate(run.words):
            if word.flat in ends or word.flat in loose:
                yield from _one_street(text, run, place, word.flat in loose)


@lru_cache(maxsize=1)
def _english_ends() -> tuple[frozenset[str], frozenset[str]]:
    """The last words of streets, and those that end the names of other things too."""
    held = table("places")
    return frozenset(held["road_ends"]), frozenset(held["loose_ends"])


def _one_street(text: str, run: Run, last: int, loose: bool) -> Iterator[Candidate]:
    """The street whose name ends with word `last`, with its number; a loose end (`Farm`, `Court`) asks for more."""
    words = run.words
    first = last
    while first > 0 and last - first < _MOST and words[first].gap == " " and words[first - 1].flat not in _NO_START:
        first -= 1
    owner = _POSSESSED.search(text, max(0, words[first].start - 40), words[first].start)
    if (first == last and owner is None) or words[first].shape != words[last].shape:
        return
    start = owner.start() if owner else words[first].start
    before = _BEFORE_STREET.search(text, max(0, start - 60), start)
    numbered = before is not None and before.start() < start
    if before is not None and numbered and _OF_A_BERTH.search(text, max(0, before.start() - 12), before.start()):
        numbered = False  # `Berth 9, Wexcombe Docks`
    led = _LED.search(text, max(0, start - 14), start) is not None
    if not numbered:
        if words[last].shape == "U" or (loose and not led and owner is None):
            return
        if (
            ordinary(words[first].flat)
            and owner is None
            and not led
            and not (_APART.search(text, max(0, start - 4), start) and not loose)
        ):
            return
    if words[last].flat == "court" and not any(map(str.isdigit, text[start - 8 : start])):
        return  # `Elmford Crown Court` judges
    begin = before.start() if numbered and before else start
    block = _BLOCK.search(text, max(0, begin - 24), begin)  # `2200 block of Alder Ave.`
    road = _ROAD_NUMBER.match(text, words[last].end)  # `County Road 318`
    yield placed(text, block.start() if block else begin, road.end() if road else words[last].end)
    town = _TOWN_IN_ENGLISH.match(text, words[last].end)
    if town and not ordinary(level(town["town"]).split()[0]) and not strong_given(level(town["town"]).split()[0]):
        yield placed(text, town.start("town"), town.end("town"))
