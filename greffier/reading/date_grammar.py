"""All that a page tells of time, from left to right, the longest reading at each place. Tokens in, nodes out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from greffier.reading import nights
from greffier.reading.beginnings import may_begin
from greffier.reading.clock import in_part
from greffier.reading.date_ranges import AFTER_YEARS, between, lone_day, loose
from greffier.reading.day_parts import hour_part
from greffier.reading.moments import ABOUT, LINKS, OPENERS, simple
from greffier.reading.open_ended import opened, or_later
from greffier.reading.phrasebook import phrase
from greffier.reading.script import Found, Script, year
from greffier.reading.tokens import DIGITS, WORD
from greffier.reading.told import About, At, Clock, Node, Open, Years

_ABOUT_WHAT = frozenset(
    "how what talk talks talking talked asked ask know knew said nothing something but is tell me us "
    "you u him her them anything more all".split()
)
_ABOUT_YEARS = frozenset("vers circa around about autour".split())
_STREETS = frozenset(
    "rue avenue place boulevard bd bld square quai impasse allee esplanade cite residence stade lycee college ecole "
    "gymnase pont rond station metro caserne hopital clinique cours passage".split()
)
_ENGLISH_STREETS = frozenset("street avenue road square boulevard bridge plaza park".split())


class Telling(NamedTuple):
    """What was told of time, and where: character offsets on the page."""

    start: int
    end: int
    node: Node


def tellings(script: Script) -> Iterator[Telling]:
    """Yield what a page tells of time, in the order of the text, without overlaps."""
    tokens = script.tokens
    at, stop = 0, len(tokens) - 4
    while at < stop:
        found = expression(script, at) if may_begin(tokens, at) else None
        if found is None:
            at += 1
            continue
        node, end = found
        if isinstance(node, At | Open) or not _names_street(script, at, end):
            yield Telling(tokens[at].start, tokens[end - 1].end, node)
        at = end


def _names_street(script: Script, at: int, end: int) -> bool:
    """`rue du 8 mai 1945`, `place du 4 Septembre`, `9 July Avenue`: a place that bears a date."""
    start = at - (script.before(at) in ("du", "des", "'"))
    if script.word(at) in ("du", "des"):
        start = at
    start -= script.before(start) == "l"
    if script.before(start) == "cours" and script.before(start - 1) in ("au", "en"):
        return False  # "au cours du mois de mars"
    near = start > 0 and script.tokens[start].start - script.tokens[start - 1].end <= 2  # else it is of another column
    return (near and script.before(start) in _STREETS) or (script.word(end) in _ENGLISH_STREETS and script.capital(end))


def expression(script: Script, at: int) -> Found | None:
    """The longest thing told of time that starts at this token."""
    word = script.word(at)
    if word == "~":
        found = simple(script, at + 1)
        return (About(found[0]), found[1]) if found and isinstance(found[0], At) else None
    if script.tokens[at].kind == WORD:
        if word in LINKS and (found := between(script, at)):
            return found
        if word in OPENERS and (found := opened(script, at)):
            return found
        if word in ABOUT and (found := _about(script, at)):
            return found
        if word in nights.STARTERS and (found := nights.night(script, at)):
            return found
    found = simple(script, at) or _ish(script, at)
    if found is None and word in ("le", "the", "du", "au"):
        found = lone_day(script, at)
    found = loose(script, at, found)
    return or_later(script, found) if found else None


def _ish(script: Script, at: int) -> Found | None:
    """`4ish`, `10-ish`: about an hour."""
    token = script.tokens[at]
    end = at + 1 + (script.word(at + 1) == "-")
    if token.kind != DIGITS or len(token.text) > 2 or not 1 <= int(token.text) <= 12 or script.word(end) != "ish":
        return None
    if not script.tokens[end].glued:
        return None
    hour, named = Clock(int(token.text), twelve=True), hour_part(script, end + 1)
    return About(At(None, in_part(hour, named[0]) if named else hour)), named[1] if named else end + 1


def _about(script: Script, at: int) -> Found | None:
    vague = phrase(script.tokens, at, ABOUT)
    if vague is None or (script.word(at) == "about" and script.before(at) in _ABOUT_WHAT):
        return None
    start = script.skip(vague[1], (".", "le", "les", "de", "du", "the"), 2)
    found = simple(script, start, cued=True) or _year_alone(script, start)
    return (About(found[0]), found[1]) if found else None


def _year_alone(script: Script, at: int) -> Found | None:
    """`vers 1979`, `around 2005`: a year, where no word follows that it would count."""
    told = year(script, at) if script.tokens[at].kind == DIGITS and script.before(at) in _ABOUT_YEARS else None
    if told is None or not 1900 <= told[0] <= 2050:
        return None
    after = script.tokens[told[1]]
    return (Years(told[0], told[0]), told[1]) if after.kind != WORD or after.text in AFTER_YEARS else None
