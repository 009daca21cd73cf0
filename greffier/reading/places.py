"""Places: addresses, streets, towns after what introduces them, and a small gazetteer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from greffier.reading.candidate import Candidate
from greffier.reading.capitals import UPPER, WORD, ordinary
from greffier.reading.taken import Taken
from greffier.reading.towns import find_towns
from greffier.reading.vocabulary import any_of, at_lines, level, table

_SMALL = r"(?:de|du|des|d['’]|la|le|les|l['’]|sur|sous|en|lès|aux|au|of|the|upon)"
_TOWN = rf"(?:(?:L[eE]|L[aA]|L[eE][sS])[ -])?{WORD}(?:[ ](?:{_SMALL}[ ]?){{0,2}}{WORD}){{0,3}}"
_TOWN_AT = re.compile(_TOWN)
_OF = r"(?:de|du|des|d['’]|la|le|les|l['’]|sur|aux|au)"
_STREET_NAME = re.compile(
    rf"[ \u00a0](?:{_OF}[ \u00a0]?){{0,3}}(?:(?:\d{{1,2}}[ ])?{WORD}|(?<=d[eu][ ])\w+"
    rf"|(?<=des[ ])[a-zà-ÿœ]+)(?:[ -](?:{_OF}[ ]?){{0,2}}(?:{WORD}|\d{{4}}(?!\d))){{0,4}}"
)
_NUMBER_BEFORE = re.compile(r"(?<![\w/.,-])\d{1,4}(?:[ ]?(?:bis|ter|quater|[A-D]))?[ ]?,?[ ]$")
_TOWN_AFTER = re.compile(
    rf"[ ]?[,\-–]?[ \n]{{1,2}}(?:(?P<code>\d{{2}}[ ]?\d{{3}}"
    rf"|[A-Z]{{1,2}}\d{{1,2}}[A-Z]?[ ]\d[A-Z]{{2}})[ ])(?P<town>{_TOWN})"
)
_POSTAL = re.compile(rf"[F\d](?<![\w.,/+-].)(?:(?<=F)-\d|(?<=\d))\d{{4}}[ ](?P<town>{_TOWN})")
_BORN = re.compile(
    r"(?:n(?<!\w.)ee?s?|b(?<!\w.)orn)\s+(?:[\w'-]{2,30}\s+){0,2}?(?:le|on|en|vers|in)\s[^\n.;]{3,45}?\s(?:a|in|at)\s+"
)
_DATELINE = re.compile(
    rf"[ \t]*(?P<town>{_TOWN}),[ ](?:le[ ]|the[ ]|on[ ])?(?=(?:lundi|mardi|mercredi|jeudi"
    r"|vendredi|samedi|dimanche|monday|tuesday|wednesday|thursday|friday|saturday|sunday"
    rf"|\d{{1,2}}(?:er|st|nd|rd|th)?[ ])\b)",
    re.IGNORECASE,
)
_ENGLISH_STREET = re.compile(
    rf"(?:(?:(?:Flat|Unit|Suite|Apartment|Apt\.?|Room)[ ]\w{{1,4}},[ ])?"
    rf"(?<![\w/.-])\d{{1,4}}[A-D]?,?[ ])?(?:{WORD}[ ]){{1,3}}(?P<end>{WORD})(?:,[ ](?P<town>{WORD}(?:[ ]{WORD})?))?"
)
_LOOSE_ENDS = frozenset(  # these end the names of other things too: a number is asked for
    (
        "farm house place close way row court market park station prison st. drive hill yard square bay river valley "
        "heath beach"
    ).split()
)
_NOT_IN_TOWN = frozenset("nous sommes le la les a mm monsieur madame maitre".split())


class _Patterns(NamedTuple):
    street: re.Pattern[str]
    cue: re.Pattern[str]
    known: re.Pattern[str]
    road_ends: frozenset[str]


@lru_cache(maxsize=1)
def _patterns() -> _Patterns:
    held = table("places")
    gazetteer = [name.strip() for name in re.split(r"[;\n]", held["gazetteer"]) if name.strip()]
    return _Patterns(
        street=re.compile(rf"(?<![\w-])(?:{any_of(held['streets'])})(?![\w.-])"),
        cue=re.compile(rf"(?<![\w-])(?:{any_of(held['cues'])})(?:\s+|(?<='))(?:la\s+|l')?"),
        known=re.compile(rf"(?<![\w-])(?:{any_of(gazetteer)})(?![\w-])"),
        road_ends=frozenset(held["road_ends"]),
    )


def find_addresses(text: str) -> Iterator[Candidate]:
    """Yield streets and whole addresses, so that « rue Jean Jaurès » is nobody's name."""
    flat = level(text)
    for match in _patterns().street.finditer(flat):
        name = _STREET_NAME.match(text, match.end())
        if name is None or not re.search(rf"[{UPPER}]", name.group()):
            continue
        number = _NUMBER_BEFORE.search(text, max(0, match.start() - 12), match.start())
        start = number.start() if number else match.start()
        end = _without_ordinary_tail(text, match.end(), name.end())
        if end == match.end():
            continue
        town = _TOWN_AFTER.match(text, end)
        yield _place(text, start, end)
        if town:
            yield _place(text, town.start("town"), _without_ordinary_tail(text, town.start("town"), town.end()))
    yield from _english_streets(text)


def _english_streets(text: str) -> Iterator[Candidate]:
    ends = _patterns().road_ends
    for match in _ENGLISH_STREET.finditer(text):
        if level(match["end"]) not in ends:
            continue
        numbered = any(map(str.isdigit, match.group()[: match.start("end") - match.start()]))
        first = level(re.sub(r"^(?:\w+\.?[ ]\w{1,4},[ ])?\d+\w?,?[ ]", "", match.group())).split()[0]
        if not numbered and (ordinary(first) or match["end"].isupper() or level(match["end"]) in _LOOSE_ENDS):
            continue
        yield _place(text, match.start(), match.end("end"))
        if match["town"] and not ordinary(level(match["town"]).split()[0]):
            yield _place(text, match.start("town"), match.end("town"))


def find_places(text: str, taken: list[tuple[int, int]], english: bool = False) -> Iterator[Candidate]:
    """Yield towns, regions and countries that stand outside the stretches `taken`."""
    held = Taken(taken)
    for start, end in (*_cued(text), *_gazetteer(text), *find_towns(text, english)):
        candidate = _place(text, start, end)
        if held.free(candidate.start, candidate.end):
            held.add(start, end)
            yield candidate


def known_place(flat: str) -> bool:
    """Whether the gazetteer holds exactly this name (level form)."""
    match = _patterns().known.match(flat)
    return match is not None and match.end() == len(flat)


def _cued(text: str) -> Iterator[tuple[int, int]]:
    flat = level(text)
    for pattern in (_patterns().cue, _BORN):
        for match in pattern.finditer(flat):
            start = match.end() - (match.end() > match.start() and text[match.end() - 1 : match.end()].isupper())
            yield from _town(text, start)
    for match in (*_POSTAL.finditer(text), *at_lines(_DATELINE, text)):
        if match["town"][0].isupper():
            yield from _town(text, match.start("town"))


def _town(text: str, start: int) -> Iterator[tuple[int, int]]:
    """A name of one shape: « PORT-SAUVIAN Nous » ends before « Nous »."""
    match = _TOWN_AT.match(text, start)
    if match is None:
        return
    end = _without_ordinary_tail(text, start, _same_shape(text, start, match.end()))
    flat = level(text[start:end])
    if end > start and not ordinary(flat) and flat not in _NOT_IN_TOWN and len(flat) > 1:
        yield start, end


def _same_shape(text: str, start: int, end: int) -> int:
    parts = list(re.finditer(r"\S+", text[start:end]))
    upper = (
        parts[-1].group().isupper() if level(parts[0].group()) in ("le", "la", "les") else parts[0].group().isupper()
    )
    stop = start
    for part in parts:
        if part.group()[0].isupper() and len(part.group()) > 2 and part.group().isupper() != upper:
            break
        stop = start + part.end()
    return stop


def _without_ordinary_tail(text: str, start: int, end: int) -> int:
    parts = list(re.finditer(r"[^\s,]+", text[start:end]))
    while parts and (ordinary(level(parts[-1].group())) or re.fullmatch(_SMALL, parts[-1].group())):
        parts.pop()
    return start + parts[-1].end() if parts else start


def _gazetteer(text: str) -> Iterator[tuple[int, int]]:
    for match in _patterns().known.finditer(level(text)):
        if text[match.start()].isupper() and _names_a_place(text, match.start(), match.end()):
            yield match.span()


def _names_a_place(text: str, start: int, end: int) -> bool:
    """A town's name beside another capitalised word is more often a person's or a firm's: « Florence Paris »."""
    before = text[max(0, start - 24) : start]
    after = text[end : end + 2]
    if re.search(
        rf"(?:[{UPPER}][\w'’-]{{,24}}|\bM\.|\b[{UPPER}]\.)[ \u00a0]$", before
    ) and not before.rstrip().endswith(("A", "À")):
        return bool(re.search(r"(?:\d{5}|À|A|EN|DE|AU|IN|AT|OF|FROM|TO|Port|Grand)[ \u00a0]$", before))
    return not (
        after[:1] == " " and after[1:].isupper() and re.match(rf"[ ]{WORD}", text[end:]) and text[start:end].istitle()
    )


def _place(text: str, start: int, end: int) -> Candidate:
    return Candidate(start, end, "place", " ".join(text[start:end].split()), 0.9)
