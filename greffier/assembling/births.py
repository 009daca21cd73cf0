"""One person, two dates of birth: a figure that one page has otherwise than another."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from greffier.assembling.checking import Hit, Material, Words, both
from greffier.assembling.lookup import Lookup
from greffier.assembling.rulebook import Rule
from greffier.assembling.times import in_words
from greffier.records import Entity, Mention, Time
from greffier.text import key

_AT = re.compile(r"\s+(?:à|in|at)\s+(?P<place>[^\W\d_][^,.;:()\d]{2,30})(?=[,.;(])")
_NUMERALS = re.compile(r"(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?!\d)")
_FULL = 2  # words of a name that few people share


@dataclass(frozen=True, slots=True)
class _Birth:
    """A day of birth as one page tells it, and of whom."""

    person: Entity
    day: Mention
    shared: frozenset[str]  # lines that this one uses; place and year of birth
    language: str | None


def birth_differs(material: Material, rule: Rule) -> Iterator[Hit]:
    """Two days of birth of one full name that differ in one of day, month and year, or by the two exchanged.

    Where more differs there may be two people, unless they use one line, or were born in one place in one year.
    """
    asked: set[frozenset[str]] = set()
    for one, other in _sharing_a_word(_told(material.known)):
        both_named = frozenset((one.person.id, other.person.id))
        if both_named not in asked and _same_name(material.known, one, other) and _one(one, other):
            asked.add(both_named)
            yield _hit(one, other)


def _sharing_a_word(births: list[_Birth]) -> Iterator[tuple[_Birth, _Birth]]:
    """The pairs whose names have a word in common, in order: a case has thousands of births."""
    by_word: dict[str, list[int]] = defaultdict(list)
    for number, birth in enumerate(births):
        for word in _words(birth.person):
            by_word[word].append(number)
    pairs = {pair for numbers in by_word.values() for pair in itertools.combinations(numbers, 2)}
    yield from ((births[one], births[other]) for one, other in sorted(pairs))


def _told(known: Lookup) -> list[_Birth]:
    """The days of birth told of full names, in the order of the pages; copies are not heard twice."""
    lines = _lines(known)
    told: list[_Birth] = []
    for link in known.dossier.links:
        person, born = known.entity_of.get(link.left), known.mentions.get(link.right)
        if link.type != "born" or person is None or born is None or not (_to_the_day(born.time) or _numerals(born)):
            continue
        page = known.pages[born.span.page]
        if page.near_duplicate_of is None:
            shared = frozenset(lines[person.id] | _birthplace(known, born))
            told.append(_Birth(person, born, shared, page.language))
    return sorted(told, key=lambda one: _place(known, one.day))


def _words(person: Entity) -> frozenset[str]:
    return frozenset(re.findall(r"[^\W\d_]{2,}", key(person.name)))


def _same_name(known: Lookup, left: _Birth, right: _Birth) -> bool:
    """Whether two names may be one: the words of one are among those of the other, and both are full.

    A family name alone may be that of the only person of the case who bears it.
    """
    one, other = sorted((_words(left.person), _words(right.person)), key=len)
    if not one <= other or len(other) < _FULL:
        return False
    return len(one) >= _FULL or _only_bearer(known, one, other)


def _only_bearer(known: Lookup, name: frozenset[str], whole: frozenset[str]) -> bool:
    people = (_words(one) for one in known.dossier.entities if one.kind == "person")
    return all(name <= words <= whole for words in people if name & words)


def _birthplace(known: Lookup, day: Mention) -> set[str]:
    """The place that is told right after a day of birth, with the year."""
    found = _AT.match(known.pages[day.span.page].text, day.span.end)
    return {f"{' '.join(key(found['place']).split())} {_figures(day)[0]}"} if found else set()


def _lines(known: Lookup) -> dict[str, set[str]]:
    """The telephone lines that pages give to each person."""
    lines: dict[str, set[str]] = defaultdict(set)
    for link in known.dossier.links:
        person, line = known.entity_of.get(link.left), known.entity_of.get(link.right)
        if link.type == "line" and person is not None and line is not None:
            lines[person.id].add(line.id)
    return lines


def _place(known: Lookup, mention: Mention) -> tuple[str, int, int]:
    return *known.place[mention.span.page], mention.span.start


def _to_the_day(time: Time | None) -> bool:
    return time is not None and len(time.earliest) >= 10 and time.earliest[:10] == time.latest[:10]


def _one(left: _Birth, right: _Birth) -> bool:
    """Whether two days that differ are of one person: one figure is set otherwise, or they share more."""
    if _exchanged(left, right):
        return True
    if not (_to_the_day(left.day.time) and _to_the_day(right.day.time)):
        return False
    differing = sum(one != other for one, other in zip(_figures(left.day), _figures(right.day), strict=True))
    return differing == 1 or (differing > 1 and bool(left.shared & right.shared))


def _exchanged(left: _Birth, right: _Birth) -> bool:
    """Whether day and month are exchanged, as written (`11/07/1989`, `07/11/1989`), or in figures against words.

    Figures are set against words in French only, which never writes the month first.
    """
    one, other = _numerals(left.day), _numerals(right.day)
    if one and other:
        return one != other and one == (other[1], other[0], other[2])
    if not (one or other) or not (_to_the_day(left.day.time) and _to_the_day(right.day.time)):
        return False
    (year, month, day), (same_year, second, first) = _figures(left.day), _figures(right.day)
    french = (left if one else right).language == "fr"
    return french and year == same_year and month != day and (month, day) == (first, second)


def _numerals(mention: Mention) -> tuple[str, ...]:
    """Two numbers and a year as they are written, whichever is the day."""
    found = _NUMERALS.search(mention.span.exact)
    return tuple(part.lstrip("0") for part in found.groups()) if found else ()


def _figures(mention: Mention) -> list[str]:
    assert mention.time is not None
    return mention.time.earliest[:10].split("-")


def _hit(first: _Birth, second: _Birth) -> Hit:
    told = {"first": _said(first.day), "second": _said(second.day)}
    words: Words = {"person": max(first.person.name, second.person.name, key=len), **told}
    return Hit(both(first.day.span, second.day.span), False, words)


def _said(mention: Mention) -> tuple[str, str]:
    written = " ".join(mention.span.exact.split())
    return in_words(mention.time) if mention.time is not None and _to_the_day(mention.time) else (written, written)
