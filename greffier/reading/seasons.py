"""Months and seasons by what stands beside them: l'été 2022, cet hiver, next March. Tokens in, nodes out."""

from __future__ import annotations

from dataclasses import replace

from greffier.reading.named_units import STEPS, named_unit, step_after
from greffier.reading.script import SEASONS, Found, Script, month, year
from greffier.reading.tokens import DIGITS, WORD
from greffier.reading.told import Day, Feast, InYear, Months, Season, Shift

_OPENED = frozenset("depuis avant apres since before after by until".split())
_LINKS = frozenset("de d of l ' in the en".split())


def in_year(script: Script, found: Found) -> Found:
    """A day, a month, a season or a feast with the year that follows in words: `de l'année 2016`, `of last year`."""
    node, at = found
    dated = isinstance(node, Months | Season | Feast) or (isinstance(node, Day) and node.month is not None)
    if not dated or not isinstance(node, Day | Months | Season | Feast) or node.year is not None:
        return found
    start = script.skip(at, _LINKS, 4)
    if script.word(start) in ("annee", "an", "year") and start > at and (told := year(script, start + 1)):
        return replace(node, year=told[0]), told[1]
    unit = named_unit(script, start)
    if unit is None or not isinstance(unit[0], Shift) or unit[0].unit != "year" or not unit[0].whole:
        return found
    return InYear(node, unit[0]), unit[1]


def season(script: Script, at: int) -> Found | None:
    """l'été 2022, summer of 2022, l'hiver 2022-2023, l'été dernier; alone never, since `été` is a verb as well."""
    number = SEASONS.get(script.word(at))
    if number is None:
        return None
    told = year(script, at + 1 + (script.word(at + 1) in ("of", "de", "'")))
    if told is None:
        after = step_after(script, at + 1) if script.before(at) in ("'", "le", "au") else None
        if after is not None:
            return Season(number, steps=after[0][0]), after[1]
        if after is None and (_is_opened(script, at) or _is_meant(script, at)):
            return Season(number), at + 1
        return (Season(number), at + 1) if in_year(script, (Season(number), at + 1))[1] > at + 1 else None
    first, end = told
    if script.word(end) in ("-", "/") and script.tokens[end + 1].kind == DIGITS:
        second = year(script, end + 1, short=True)
        return (Season(number, first), second[1]) if second and second[0] == first + 1 else None
    return Season(number, first), end


def _is_opened(script: Script, at: int) -> bool:
    """`depuis le printemps`, `avant l'été`, `since the spring`: one season, that which is nearest."""
    start = at - 1
    while start > at - 3 and script.word(start) in ("le", "l", "'", "the"):
        start -= 1
    return start < at - 1 and script.word(start) in _OPENED


def _is_meant(script: Script, at: int) -> bool:
    """« au printemps. », « à l'automne, », `in the spring.`: where the sentence pauses after it."""
    apart = script.tokens[at + 1].kind != WORD
    if script.language == "fr":
        led = script.before(at) == "au" or (script.before(at) == "'" and script.before(at - 2) == "a")
        return apart and led and script.before(at - 2) != "plein"
    return apart and script.before(at) == "the" and script.before(at - 1) == "in"


def stepped(script: Script, at: int) -> Found | None:
    """A month or a season with what says which one before it: last summer, cet hiver, next March, ce mois de mars."""
    step = STEPS.get(script.word(at))
    if step is None or script.word(at) in ("meme", "same", "passe", "passee"):
        return None
    if (number := SEASONS.get(script.word(at + 1))) is not None:
        return Season(number, steps=step[0]), at + 2
    start = at + 1 + 2 * (script.word(at + 1) == "mois" and script.word(at + 2) == "de")
    named = month(script, start)
    doubtful = script.doubtful(start) and script.word(at) not in ("next", "last")
    if named is None or doubtful or script.tokens[named[1]].kind == DIGITS:
        return None
    return Months(named[0], named[0], steps=step[0]), named[1]
