"""Numbers that are one but for two neighbouring digits: what a hand that copies a number exchanges."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from greffier.assembling.checking import Hit, Material, Words, line_at
from greffier.assembling.lookup import Lookup
from greffier.assembling.rulebook import Rule
from greffier.records import Citation, Mention
from greffier.text import folded

_NAMED = frozenset("container account iban reference phone".split())  # numbers of one thing, paper or line
_MEASURED = frozenset("mass volume money area length".split())
_RUN = re.compile(r"\d{5,}")  # digits of a number that runs on from no other by chance
_CELL = re.compile(r"[|;\t]| {3,}|\.{4,}")
_NUMERAL = re.compile(r"\d")
_SERIES = 3  # references of one form, from which on they are numbers of papers that follow each other
_FIGURES = 3  # of an amount without the noughts at its end
_DIGITS = 4  # of an amount
_ANY = frozenset(
    "total montant somme sum amount brut gros gross euro franc dollar pound kilo date avec pour dans with".split()
)
_CITED = 3  # places for each of the two


def swapped(left: str, right: str) -> bool:
    """Whether two strings are the same but for two neighbouring digits that changed places."""
    if len(left) != len(right):
        return False
    apart = [at for at, (one, two) in enumerate(zip(left, right, strict=True)) if one != two]
    if len(apart) != 2 or apart[1] != apart[0] + 1:
        return False
    first, second = left[apart[0] : apart[1] + 1], right[apart[0] : apart[1] + 1]
    return first.isdigit() and first == second[::-1]


def digits_swapped(material: Material, rule: Rule) -> Iterator[Hit]:
    """One number, or one amount, in two papers with two of its digits exchanged; no paper tells both of them.

    Of some hundred amounts hardly two are alike so by chance; a paper that lists both tells of two things.
    """
    known = material.known
    alike: dict[tuple[str, int, tuple[str, ...]], list[str]] = defaultdict(list)
    told: dict[tuple[str, str], list[Mention]] = defaultdict(list)
    for page in known.typed_pages():
        for mention in known.on_page.get(page.id, ()):
            for kind, number in _numbers(mention):
                told[kind, number].append(mention)
    for kind, number in told:
        alike[kind, len(number), tuple(sorted(number))].append(number)
    series = _series(told)
    for (kind, _, _), numbers in sorted(alike.items()):
        for one, two in combinations(numbers, 2):
            first, second = told[kind, one], told[kind, two]
            apart = (
                len(series[kind, _NUMERAL.sub("0", one)]) <= _SERIES
                and swapped(one, two)
                and _pieces(known, first).isdisjoint(_pieces(known, second))
            )
            if apart and (kind in _NAMED or _around(known, first) & _around(known, second)):
                yield _hit(first, second)


def _series(told: Iterable[tuple[str, str]]) -> dict[tuple[str, str], set[str]]:
    """The references of each form: those of papers that follow each other are alike without an error."""
    series: dict[tuple[str, str], set[str]] = defaultdict(set)
    for kind, number in told:
        if kind == "reference":
            series[kind, _NUMERAL.sub("0", number)].add(number)
    return series


def _numbers(mention: Mention) -> Iterator[tuple[str, str]]:
    """What a mention tells of a kind (the unit of an amount), as digits and signs that can be compared."""
    quantity = mention.quantity
    if quantity is None:
        number = mention.normalised or ""
        if mention.kind in _NAMED and _RUN.search(number):
            yield mention.kind, number
    elif quantity.dimension in _MEASURED and quantity.low == quantity.high and not quantity.approximate:
        number = f"{quantity.low.normalize():f}"
        digits = number.replace(".", "")
        if len(digits) >= _DIGITS and len(digits.rstrip("0")) >= _FIGURES:
            yield quantity.unit, number


def _pieces(known: Lookup, told: list[Mention]) -> set[str]:
    return {known.piece_of.get(one.span.page, "") for one in told}


def _around(known: Lookup, told: list[Mention]) -> set[str]:
    """The longer words of the lines on which an amount is told, and in prose of the one before: two amounts of one
    thing have one of them in common."""
    cut = (_lines(known.pages[one.span.page].text, one).replace(one.span.exact, " ") for one in told)
    return {word.rstrip("s") for lines in cut for word in re.findall(r"[a-z]{4,}", folded(lines))} - _ANY


def _lines(text: str, told: Mention) -> str:
    start, end = line_at(text, told.span.start)
    before, _ = line_at(text, max(0, text.rfind("\n", 0, start)))
    prose = not _CELL.search(text[before:end]) and "\n\n" not in text[before:start]
    return text[before if prose else start : end]


def _hit(first: list[Mention], second: list[Mention]) -> Hit:
    words: Words = {name: " ".join(told[0].span.exact.split()) for name, told in (("first", first), ("second", second))}
    cited = [Citation(one.span) for one in first[:_CITED]]
    cited += [Citation(one.span, "contradicts") for one in second[:_CITED]]
    return Hit(tuple(cited), False, words)
