"""Firms by what people do for them: « gérante de Navitrans », `works for Brightwater`, « un compte ouvert chez BCV ».

What only a firm or a body has (a seat, shareholders, a managing director) proves it; one works for people too, so
what may be somebody's name is left alone there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from greffier.reading.capitals import cut, ordinary, runs
from greffier.reading.places import known_place
from greffier.reading.surroundings import ends_title, strong_given, weak_given
from greffier.reading.tails import NAME_AT, without_loose_tail
from greffier.reading.towns import known_town
from greffier.reading.vocabulary import any_of, table

_APPOSITION = re.compile(
    r",\s(?:(?:une?|la|l'|an?|the|its|sa|leur)\s?)(?:[a-z-]+\s){0,2}?(?:societe|entreprise|maison\s+mere|filiale|compagnie|start-up|company"
    r"|firm|subsidiary|parent\s+company|contractor|cabinet|association|ngo|ong|union|syndicat|charity|cooperative|prestataire|sous-traitant)\b"
)
_HEARD = re.compile(r"\s*\(?prenom|,?\s*(?:alias|dit\b|nee?\b|surnomm)")


@lru_cache(maxsize=1)
def _cues() -> tuple[re.Pattern[str], re.Pattern[str]]:
    held = table("organisations")
    opening = r"\s?(?:la\s|le\s|l'|the\s)?[«\"“]?\s?"
    return (
        re.compile(rf"(?<![\w-])(?:{any_of(held['only_of_firms'])})(?:\s|(?<=')){opening}(?=\w)"),
        re.compile(rf"(?<![\w-])(?:{any_of(held['of_employers'])})(?:\s|(?<=')){opening}(?=\w)"),
    )


def find_employers(text: str, flat: str) -> Iterator[tuple[int, int]]:
    """Yield where firms stand that such words lead to; `flat` is the level view of the text."""
    sure, loose = _cues()
    for pattern in (sure, loose):
        for cue in pattern.finditer(flat):
            name = NAME_AT.match(text, cue.end())
            if name is None:
                continue
            end = without_loose_tail(text, name.start(), name.end())
            if _is_firm(text, flat, name.start(), end, pattern is sure):
                yield name.start(), end
    yield from _told_after(text, flat)


def _told_after(text: str, flat: str) -> Iterator[tuple[int, int]]:
    """`Namfish, the parent company`: what stands after a name says what it is."""
    ends = {run.end: run for run in runs(text)} if "," in text else {}
    for told in _APPOSITION.finditer(flat):
        run = ends.get(told.start())
        name = list(cut(run))[-1:] if run else []
        if name and name[0].end == told.start() and not any(map(strong_given, name[0].flats)):
            yield name[0].start, name[0].end


def _is_firm(text: str, flat: str, start: int, end: int, sure: bool) -> bool:
    name = flat[start:end]
    words = name.split()
    if ordinary(name) or len(name) < 3 or ends_title(words[0]) or known_place(name) or known_town(name):
        return False
    if _HEARD.match(flat, end) or any(map(strong_given, words)):
        return False
    if sure:
        return True
    written = text[start:end]
    return not weak_given(words[0]) and not (written.isupper() and len(written) > 4) and flat[end : end + 2] != "'s"
