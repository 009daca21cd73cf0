"""One person, two dates of birth: a figure that one page has otherwise than another."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterator

from greffier.assembling.checking import Hit, Material, Words, both
from greffier.assembling.lookup import Lookup
from greffier.assembling.rulebook import Rule
from greffier.assembling.times import in_words
from greffier.records import Mention, Time
from greffier.text import key

_FULL = 2  # words of a name that few people share


def birth_differs(material: Material, rule: Rule) -> Iterator[Hit]:
    """Two days of birth that differ in one of day, month and year; where more differs there may be two people."""
    for _, (name, days) in sorted(_told(material.known).items()):
        differing = (pair for pair in itertools.combinations(days, 2) if _slip(*pair))
        yield from (_hit(name, *pair) for pair in itertools.islice(differing, 1))


def _told(known: Lookup) -> dict[str, tuple[str, list[Mention]]]:
    """The days of birth told under each full name, in the order of the pages; copies are not heard twice."""
    told: dict[str, tuple[str, list[Mention]]] = defaultdict(lambda: ("", []))
    for link in known.dossier.links:
        person, born = known.entity_of.get(link.left), known.mentions.get(link.right)
        if link.type != "born" or person is None or born is None or not _to_the_day(born.time):
            continue
        words = sorted(key(person.name).split())
        if len(words) >= _FULL and known.pages[born.span.page].near_duplicate_of is None:
            name = " ".join(words)
            told[name] = (person.name, [*told[name][1], born])
    return {name: (shown, sorted(days, key=lambda one: _place(known, one))) for name, (shown, days) in told.items()}


def _place(known: Lookup, mention: Mention) -> tuple[str, int, int]:
    return *known.place[mention.span.page], mention.span.start


def _to_the_day(time: Time | None) -> bool:
    return time is not None and len(time.earliest) >= 10 and time.earliest[:10] == time.latest[:10]


def _slip(left: Mention, right: Mention) -> bool:
    """Whether one of day, month and year differs."""
    return sum(one != other for one, other in zip(_figures(left), _figures(right), strict=True)) == 1


def _figures(mention: Mention) -> list[str]:
    assert mention.time is not None
    return mention.time.earliest[:10].split("-")


def _hit(name: str, first: Mention, second: Mention) -> Hit:
    assert first.time is not None
    assert second.time is not None
    words: Words = {"person": name, "first": in_words(first.time), "second": in_words(second.time)}
    return Hit(both(first.span, second.span), False, words)
