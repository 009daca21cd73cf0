"""A list of things told again: two papers that agree on most of what was found and count one thing otherwise."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from greffier.assembling.checking import Hit, Material, Words, both
from greffier.assembling.lookup import Lookup
from greffier.assembling.rulebook import Rule
from greffier.assembling.spelling import value
from greffier.records import Mention
from greffier.text import folded

_SHORTEST = 3  # things that make a list
_TELLING = 4  # a number that two lists hardly share by chance; smaller ones do, and prove less
_FEW = 3  # small numbers that must agree where there is none of those

Things = dict[str, Mention]


def list_differs(material: Material, rule: Rule) -> Iterator[Hit]:
    """« 9 pistolets, 2 fusils, 460 cartouches » of a report, where the record of the search has 640."""
    known = material.known
    on_pages = {page.id: _things(known.on_page.get(page.id, ())) for page in known.ordered_pages()}
    pages_of: dict[tuple[str, int | None], list[str]] = defaultdict(list)
    for id, things in on_pages.items():
        for noun, told in things.items():
            pages_of[noun, _many(told)].append(id)
    for sentence in _lists(known):
        agreeing = Counter(page for noun, told in sentence.items() for page in pages_of[noun, _many(told)])
        for page in (page for page, shared in agreeing.items() if shared > 1):
            if known.piece_of.get(page) != next(iter(sentence.values())).piece:
                yield from _differ(sentence, on_pages[page])


def _differ(sentence: Things, things: Things) -> Iterator[Hit]:
    """Yield the one thing that is counted otherwise, where the rest says that the two lists are of the same things."""
    shared = [name for name in sentence if name in things]
    other = [name for name in shared if _many(sentence[name]) != _many(things[name])]
    same = [_many(sentence[name]) or 0 for name in shared if name not in other]
    if len(other) == 1 and (len(same) >= _FEW or (len(same) > 1 and max(same) >= _TELLING)):
        told, again = things[other[0]], sentence[other[0]]
        words: Words = {"first": " ".join(told.span.exact.split()), "second": " ".join(again.span.exact.split())}
        yield Hit(both(told.span, again.span), False, words)


def _lists(known: Lookup) -> Iterator[Things]:
    """The sentences that count three things or more; copies are not heard twice."""
    for page in known.ordered_pages():
        if page.near_duplicate_of is None:
            sentences: dict[tuple[int, int], list[Mention]] = defaultdict(list)
            for mention in known.on_page.get(page.id, ()):
                if mention.quantity is not None:
                    sentences[known.sentence(mention.span)].append(mention)
            yield from (things for told in sentences.values() if len(things := _things(told)) >= _SHORTEST)


def _things(told: Iterable[Mention]) -> Things:
    """What is counted, by its noun; a noun that is told with two numbers, or about, is left out."""
    found: dict[str, list[Mention]] = defaultdict(list)
    for one in told:
        if one.quantity is not None and one.quantity.dimension == "count" and (noun := _noun(one.span.exact)):
            found[noun].append(one)
    return {noun: same[0] for noun, same in found.items() if len({_many(one) for one in same} - {None}) == 1}


def _noun(told: str) -> str:
    """The first word after the number, without its plural: « 640 cartouches », « trente-deux fusils d'assaut »."""
    words = re.findall(r"[^\W\d_]+", folded(told))
    after = next((at for at in range(len(words), 0, -1) if _is_number(" ".join(words[:at]))), 0)
    return words[after].rstrip("sx") if after < len(words) else ""


def _is_number(words: str) -> bool:
    return value(words, "en") is not None or value(words, "fr") is not None


def _many(mention: Mention) -> int | None:
    told = mention.quantity
    assert told is not None
    return int(told.low) if told.low == told.high and not told.approximate else None
