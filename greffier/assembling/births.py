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
_FULL = 2  # words of a name that few people share


@dataclass(frozen=True, slots=True)
class _Birth:
    """A day of birth as one page tells it, and of whom."""

    person: Entity
    day: Mention
    shared: frozenset[str]  # lines that this one uses; place and year of birth


def birth_differs(material: Material, rule: Rule) -> Iterator[Hit]:
    """Two days of birth of one full name that differ in one of day, month and year.

    Where more differs there may be two people, unless they use one line, or were born in one place in one year.
    """
    for _, told in sorted(_told(material.known).items()):
        differing = (pair for pair in itertools.combinations(told, 2) if _one(*pair))
        yield from (_hit(*pair) for pair in itertools.islice(differing, 1))


def _told(known: Lookup) -> dict[str, list[_Birth]]:
    """The days of birth told under each full name, in the order of the pages; copies are not heard twice."""
    lines = _lines(known)
    told: dict[str, list[_Birth]] = defaultdict(list)
    for link in known.dossier.links:
        person, born = known.entity_of.get(link.left), known.mentions.get(link.right)
        if link.type != "born" or person is None or born is None or not _to_the_day(born.time):
            continue
        words = sorted(key(person.name).split())
        if len(words) >= _FULL and known.pages[born.span.page].near_duplicate_of is None:
            told[" ".join(words)].append(_Birth(person, born, frozenset(lines[person.id] | _birthplace(known, born))))
    return {name: sorted(births, key=lambda one: _place(known, one.day)) for name, births in told.items()}


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
    differing = sum(one != other for one, other in zip(_figures(left.day), _figures(right.day), strict=True))
    return differing == 1 or (differing > 1 and bool(left.shared & right.shared))


def _figures(mention: Mention) -> list[str]:
    assert mention.time is not None
    return mention.time.earliest[:10].split("-")


def _hit(first: _Birth, second: _Birth) -> Hit:
    assert first.day.time is not None
    assert second.day.time is not None
    told = {"first": in_words(first.day.time), "second": in_words(second.day.time)}
    words: Words = {"person": first.person.name, **told}
    return Hit(both(first.day.span, second.day.span), False, words)
