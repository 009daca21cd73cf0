"""Places: towns after what introduces them, and a small gazetteer; streets and sites are read before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from greffier.reading.candidate import Candidate
from greffier.reading.capitals import UPPER, WORD, common, ordinary
from greffier.reading.listed import Listed
from greffier.reading.surroundings import ends_title, strong_given
from greffier.reading.taken import Taken
from greffier.reading.towns import find_towns
from greffier.reading.vocabulary import any_of, at_lines, level, table

_SMALL = r"(?:de|du|des|d['’]|la|le|les|l['’]|sur|sous|en|lès|aux|au|of|the|upon)"
TOWN = rf"(?:(?:L[eE]|L[aA]|L[eE][sS])[ -])?{WORD}(?:[ ](?:{_SMALL}[ ]?){{0,2}}{WORD}){{0,3}}"
_TOWN_AT = re.compile(TOWN)
_POSTAL = re.compile(rf"[F\d](?<![\w.,/+-].)(?:(?<=F)-\d|(?<=\d))\d{{4}}[ ](?P<town>{TOWN})")
_ABROAD = re.compile(rf"(?<![\w-])(?:L|B|CH|D|A|NL|I|LU|BE)-\d{{4,5}}[ ](?P<town>{TOWN})")  # `L-4670 Differdange`
_BORN = re.compile(
    r"(?:n(?<!\w.)ee?s?|b(?<!\w.)orn)\s+(?:[\w'-]{2,30}\s+){0,2}?(?:le|on|en|vers|in)\s[^\n.;]{3,45}?\s(?:a|in|at)\s+"
)
_DATELINE = re.compile(
    rf"[ \t]*(?P<town>{TOWN}),[ ](?:le[ ]|the[ ]|on[ ])?(?=(?:lundi|mardi|mercredi|jeudi"
    r"|vendredi|samedi|dimanche|monday|tuesday|wednesday|thursday|friday|saturday|sunday"
    rf"|\d{{1,2}}(?:er|st|nd|rd|th)?[ ](?!ans\b|years?\b|yrs?\b))\b)",
    re.IGNORECASE,
)
_DASH = re.compile("[–—]")
_PRESS = re.compile(
    rf"[ \t]*(?P<town>[{UPPER}][{UPPER}'’-]{{2,20}}(?:[ ][{UPPER}][{UPPER}'’-]{{1,20}}){{0,2}})"
    rf"(?:,[ ][A-Z][\w.]{{1,14}})?(?:[ ]\([A-Z][\w -]{{1,12}}\))?[ ]?[–—][ ](?=[{UPPER}«“\"][^\n]{{40}})"
)
_SPEAKERS = 4  # lines that begin so: a record of who says what
_NEXT = re.compile(rf"[ \u00a0]({WORD})")
_CAPITAL_AFTER = re.compile(rf"[ ]{WORD}")
_NOT_IN_TOWN = frozenset("nous sommes le la les a mm monsieur madame maitre".split())


class _Patterns(NamedTuple):
    cue: Listed
    known: Listed
    gazetteer: frozenset[str]
    state: re.Pattern[str]


@lru_cache(maxsize=1)
def _patterns() -> _Patterns:
    held = table("places")
    cues = _elided(held["cues"])
    gazetteer = [name.strip() for name in re.split(r"[;\n]", held["gazetteer"]) if name.strip()]
    return _Patterns(
        cue=Listed(rf"(?<![\w-])(?:{any_of(cues)})(?:\s+|(?<='))(?:la\s+|l')?", cues),
        state=re.compile(rf",[ ](?P<state>{any_of(held['states'])}|(?:{any_of(held['short_states'])})\.)(?![\w-])"),
        known=Listed(rf"(?<![\w-])(?:{any_of(gazetteer)})(?![\w-])", gazetteer),
        gazetteer=frozenset(map(level, gazetteer)),
    )


def _elided(cues: Sequence[str]) -> list[str]:
    """These cues and « originaire d' » of « originaire de »."""
    return [*cues, *(f"{cue[:-1]}'" for cue in cues if cue.endswith(" de"))]


def with_states(text: str, things: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield the things of a page, and the states told after its towns: `Fairhaven, Ohio`, `Billings, Mont.`."""
    flat, state = level(text), _patterns().state
    held = Taken(one[:2] for one in things)
    for one in things:
        yield one
        told = state.match(flat, one.end) if one.kind == "place" else None
        if told and held.free(*told.span("state")):
            held.add(*told.span("state"))
            yield placed(text, *told.span("state"))


def find_places(text: str, taken: list[tuple[int, int]], english: bool = False) -> Iterator[Candidate]:
    """Yield towns, regions and countries that stand outside the stretches `taken`."""
    held = Taken(taken)
    for start, end in (*_cued(text), *_gazetteer(text), *find_towns(text, english)):
        candidate = placed(text, start, end)
        if held.free(candidate.start, candidate.end):
            held.add(candidate.start, candidate.end)
            yield candidate


def known_place(flat: str) -> bool:
    """Whether the gazetteer holds exactly this name (level form)."""
    return " ".join(flat.split()) in _patterns().gazetteer


def _cued(text: str) -> Iterator[tuple[int, int]]:
    flat = level(text)
    for match in (*_patterns().cue.finditer(flat), *_BORN.finditer(flat)):
        start = match.end() - (match.end() > match.start() and text[match.end() - 1 : match.end()].isupper())
        yield from town_at(text, start)
    abroad = _ABROAD.finditer(text) if "-" in text else ()
    for match in (*_POSTAL.finditer(text), *abroad, *at_lines(_DATELINE, text), *_press_datelines(text)):
        if match["town"][0].isupper():
            yield from town_at(text, match.start("town"))


def _press_datelines(text: str) -> Iterator[re.Match[str]]:
    """« MBOUR – Trafic de bois : … », `BILLINGS, Mont. — A former …`: no speaker, whose sign comes again and again."""
    told = at_lines(_PRESS, text) if _DASH.search(text) else ()
    for match in told:
        name = match["town"]
        if len(told) < _SPEAKERS and not any(ordinary(flat) or common(flat) for flat in level(name).split()):
            yield match


def town_at(text: str, start: int) -> Iterator[tuple[int, int]]:
    """A name of one shape: « PORT-SAUVIAN Nous » ends before « Nous »."""
    match = _TOWN_AT.match(text, start)
    if match is None:
        return
    end = without_ordinary_tail(text, start, _same_shape(text, start, match.end()))
    flat = level(text[start:end])
    titled = ends_title(flat.split()[0]) if flat else False  # `went to Sergeant Crabtree`
    if end > start and not ordinary(flat) and flat not in _NOT_IN_TOWN and len(flat) > 1 and not titled:
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


def without_ordinary_tail(text: str, start: int, end: int) -> int:
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
        return bool(re.search(r"(?:\d{5}|À|A|EN|DE|DU|DES|AU|IN|AT|OF|FROM|TO|Port|Grand)[ \u00a0]$", before))
    following = _NEXT.match(text, end)
    if following and strong_given(level(following[1])):
        return False  # « est-ce SANTIAGO Ramon ? »
    return not (
        after[:1] == " " and after[1:].isupper() and _CAPITAL_AFTER.match(text, end) and text[start:end].istitle()
    )


def placed(text: str, start: int, end: int) -> Candidate:
    return Candidate(start, end, "place", " ".join(text[start:end].split()), 0.9)
