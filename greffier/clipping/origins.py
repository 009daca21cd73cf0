"""Copies are not corroboration: clippings of one article are joined by the words they share, and count once.

Labelled bodies are compared, never pages: what stands around an article would hide that two of them are one.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import Any

from greffier.clipping.same_event import same_event
from greffier.records import Clipping, Dispute, Provenance, Tie, digest
from greffier.text import key

WORDS = 5  # in a row
COPY = 0.9  # of the shorter text: a copy, whole or cut
DERIVED = 0.15  # below, an independent text
LEAST = 30  # words of a body that can be compared
_DISPUTED = ("article.headline", "article.byline", "article.published", "article.publisher")

Shingles = frozenset[tuple[str, ...]]


def provenances(clippings: Iterable[Clipping]) -> list[Provenance]:
    """One provenance for each article of which there is a body, sorted by id, its clippings in the order of theirs."""
    articles = {one.id: one for one in clippings if one.kind == "article"}
    found = list(_ties({id: _shingles(one) for id, one in articles.items()}))
    found += same_event(articles.values(), {(tie.left, tie.right) for tie in found})
    joined = {id: id for id in articles}
    for tie in found:
        if tie.verdict == "copy":
            low, high = sorted((_top(joined, tie.left), _top(joined, tie.right)))
            joined[high] = low
    groups: dict[str, list[str]] = defaultdict(list)
    for id in sorted(articles):
        groups[_top(joined, id)].append(id)
    return sorted((_provenance(ids, articles, found) for ids in groups.values()), key=lambda one: one.id)


def _top(joined: dict[str, str], id: str) -> str:
    while joined[id] != id:
        id = joined[id]
    return id


def _provenance(ids: Sequence[str], articles: dict[str, Clipping], ties: Sequence[Tie]) -> Provenance:
    own = frozenset(ids)
    touching = tuple(tie for tie in ties if tie.left in own or tie.right in own)
    disputes = tuple(_disputes([articles[id] for id in ids]))
    return Provenance(digest("provenance", *ids), tuple(ids), touching, disputes)


def _shingles(clipping: Clipping) -> Shingles:
    words = re.findall(r"\w+", key(" ".join(clipping.field("article.body").value)))
    if len(words) < LEAST:
        return frozenset()
    return frozenset(tuple(words[i : i + WORDS]) for i in range(len(words) - WORDS + 1))


def _ties(bodies: dict[str, Shingles]) -> Iterator[Tie]:
    """The pairs that share enough, by id. Bodies that are the same are compared once for all of them."""
    same: dict[Shingles, list[str]] = defaultdict(list)
    for id in sorted(bodies):
        if bodies[id]:
            same[bodies[id]].append(id)
    for ids in same.values():
        yield from (Tie(ids[0], other, 1.0, "copy") for other in ids[1:])
    firsts = {ids[0]: body for body, ids in same.items()}
    for (left, right), shared in sorted(_shared(firsts).items()):
        containment = round(shared / min(len(firsts[left]), len(firsts[right])), 4)
        if containment >= DERIVED:
            yield Tie(left, right, containment, "copy" if containment >= COPY else "derived")


def _shared(bodies: dict[str, Shingles]) -> Counter[tuple[str, str]]:
    """How many runs of words each two bodies share, where they share any."""
    holders: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for id in sorted(bodies):
        for shingle in bodies[id]:
            holders[shingle].append(id)
    return Counter(pair for ids in holders.values() if len(ids) > 1 for pair in combinations(ids, 2))


def _disputes(copies: Sequence[Clipping]) -> Iterator[Dispute]:
    """What copies say differently, in the order of fields; nothing is chosen among the values."""
    for name in _DISPUTED:
        told: dict[str, tuple[str, list[str]]] = {}
        for clipping in copies:
            for value in _values(clipping, name):
                told.setdefault(key(value), (value, []))[1].append(clipping.id)
        if len(told) > 1:
            yield Dispute(name, tuple((value, tuple(dict.fromkeys(ids))) for value, ids in told.values()))


def _values(clipping: Clipping, name: str) -> list[str]:
    field = clipping.field(name)
    told = [_plain(field.value), *(_plain(rival.value) for rival in field.rivals)]
    return [value for value in told if value]


def _plain(value: Any) -> str:
    """The part of a value that copies can disagree on: authors, a day, words."""
    if isinstance(value, dict):
        return str(value.get("date") or "") if "date" in value else "; ".join(sorted(value.get("authors", ())))
    day = re.match(r"\d{4}-\d{2}-\d{2}(?=T)", str(value or ""))
    return day.group() if day else str(value or "")
