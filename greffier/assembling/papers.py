"""One numbered paper, two amounts or two hours: the ticket and the register, the white copy and the pink one."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import datetime

from greffier.assembling.checking import Hit, Material, Words, cite
from greffier.assembling.goods import in_kilograms, is_share, may_equal
from greffier.assembling.numbered import Entry, entries
from greffier.assembling.rulebook import Rule
from greffier.assembling.times import in_words, precise, start
from greffier.records import Citation, Mention, Quantity, Stance, Time

_COMPARED = frozenset({"mass", "volume", "money"})
_NOT_NET = frozenset({"gross", "tare"})
_NAMED = frozenset({"plate", "person", "phone", "container", "iban", "seal", "reference", "account"})
Told = tuple[Entry, Mention]
_LONG = re.compile(r"\d{5,}")


def paper_differs(material: Material, rule: Rule) -> Iterator[Hit]:
    """Two places that tell of one paper of one day, and of two amounts of it that cannot both be right."""
    for first, second in _pairs(material):
        yield from itertools.islice(_amounts_differ(first, second), 1)


def hour_of_paper_differs(material: Material, rule: Rule) -> Iterator[Hit]:
    """Two places that tell of one paper of one day, and of two hours."""
    minutes = rule.number("minutes", 30)
    for first, second in _pairs(material):
        hours = _hour(first), _hour(second)
        if hours[0] and hours[1] and _apart(hours[0], hours[1]) >= minutes:
            yield _hit((first, hours[0]), (second, hours[1]), (in_words(_time(hours[0])), in_words(_time(hours[1]))))


def _pairs(material: Material) -> Iterator[tuple[Entry, Entry]]:
    """The first two places of each paper that are of one day and share more than a number."""
    by_number: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries(material.known):
        by_number[entry.number].append(entry)
    for number in sorted(by_number):
        for first, second in itertools.combinations(by_number[number], 2):
            if first.page.id != second.page.id and _day(first) and _day(first) == _day(second) and _one(first, second):
                yield first, second


def _one(left: Entry, right: Entry) -> bool:
    """Whether two places that bear one number speak of one paper: called alike, or with one more name in common."""
    return bool(left.called & right.called) or bool(_names(left) & _names(right))


def _names(entry: Entry) -> frozenset[str]:
    named = {one.normalised or one.span.exact for one in entry.told if one.kind in _NAMED}
    numbers = _LONG.findall(entry.page.text[entry.start : entry.end])
    return frozenset({*named, *numbers}) - {entry.number, entry.number.upper()}


def _day(entry: Entry) -> str | None:
    days = {one.time.earliest[:10] for one in entry.told if one.time and precise(one.time, 24 * 60)}
    return next(iter(days)) if len(days) == 1 else None


def _hour(entry: Entry) -> Mention | None:
    hours = [one for one in entry.told if one.time and precise(one.time, 1)]
    return hours[0] if len({start(_time(one)) for one in hours}) == 1 else None


def _time(mention: Mention) -> Time:
    assert mention.time is not None
    return mention.time


def _apart(left: Mention, right: Mention) -> float:
    first, second = (datetime.fromisoformat(start(_time(one))) for one in (left, right))
    return abs((second - first).total_seconds()) / 60


def _amounts_differ(left: Entry, right: Entry) -> Iterator[Hit]:
    ours, theirs = _amounts(left.told), _amounts(right.told)
    for measure in sorted(ours.keys() & theirs.keys()):
        one, other = ours[measure], theirs[measure]
        if not _near(one, other):
            yield _hit((left, one), (right, other), (_said(one), _said(other)))


def _amounts(told: Sequence[Mention]) -> dict[tuple[str, str], Mention]:
    """The one amount of each measure; where a paper tells two of one measure, nobody knows which is meant."""
    found: dict[tuple[str, str], list[Mention]] = defaultdict(list)
    for one in told:
        if one.quantity is not None and _compared(one.quantity):
            found[one.quantity.dimension, in_kilograms(one.quantity)[2]].append(one)
    return {measure: same[0] for measure, same in found.items() if len({_worth(one) for one in same}) == 1}


def _compared(quantity: Quantity) -> bool:
    return quantity.dimension in _COMPARED and quantity.basis not in _NOT_NET and not is_share(quantity)


def _worth(mention: Mention) -> tuple[object, ...]:
    assert mention.quantity is not None
    return in_kilograms(mention.quantity)


def _near(left: Mention, right: Mention) -> bool:
    assert left.quantity is not None
    assert right.quantity is not None
    return may_equal(left.quantity, right.quantity) or _rounded(left.quantity, right.quantity)


def _rounded(left: Quantity, right: Quantity) -> bool:
    """Whether one amount is the other one rounded, or with a mark that may set thousands or decimals apart."""
    low, high = sorted((in_kilograms(left)[0], in_kilograms(right)[0]))
    return (high - low) * 100 <= high or low * 1000 == high


def _said(mention: Mention) -> tuple[str, str]:
    told = " ".join(mention.span.exact.split())
    return told, told


def _hit(left: Told, right: Told, told: tuple[tuple[str, str], tuple[str, str]]) -> Hit:
    """Cite in both places the number of the paper and what it says."""
    words: Words = {"number": left[0].number.upper(), "first": told[0], "second": told[1]}
    sides: tuple[tuple[Told, Stance], ...] = ((left, "supports"), (right, "contradicts"))
    cited = [(cite(entry.page, *entry.at, stance), Citation(said.span, stance)) for (entry, said), stance in sides]
    return Hit(tuple(one for pair in cited for one in pair), False, words)
