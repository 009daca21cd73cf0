"""Which articles may tell of one event, whatever their languages: they share days, figures and names. A question only.

A day, a figure of two digits and more, and a name are written nearly alike in French and English; words are not. What
many articles of the case share says nothing of two of them.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from itertools import combinations

from greffier.clipping.moments import MONTHS
from greffier.records import Clipping, Tie
from greffier.text import key

LEAST = 5  # things that both have
NAMES, MANY_NAMES, MOST_NAMES = 2, 4, 6  # of them, beside a day that both tell of; figures alone; one short figure
FIGURES, LONG = 2, 3  # of two digits, at least; or one of three
SHARE = 0.3  # of what the poorer of two articles has
COMMON = 0.5  # of the articles of a case that has more than a few: what so many have is its subject
_FEW, _MANY = 6, 60  # articles: what more than that many have is no sign of one event, and pairs of them are too many
_FIGURE = re.compile(r"(?<![\w.,])\d{1,3}(?:[ \u00a0\u202f.,]\d{3})+(?![\w])|(?<![\w.,])\d{2,12}(?![\w])")
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_DAY = re.compile(rf"\b(\d{{1,2}})(?:er|st|nd|rd|th)? ({_MONTH})\b|\b({_MONTH})\.? (\d{{1,2}})(?:st|nd|rd|th)?\b")
_YEARS = range(1900, 2101)  # a year is a figure that everything of its time shares
_NAME = re.compile(r"(?<![.!?…:»\"”\n] )(?<=[\w,;('’«] )(?:[A-ZÀ-Þ][\w'’-]{2,40})|(?<=['’])[A-ZÀ-Þ][\w-]{2,40}")
_SMALL = re.compile(r"\b[a-zß-ÿ][\w'’-]{2,40}")  # a word that an article also writes small is no name in it
_OTHER = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|"
    r"(?:sept|nov|dec)ember|october|french|english|american|british|german|spanish|italian|chinese|russian|reuters|president|minister"
)


def same_event(articles: Iterable[Clipping], known: Collection[tuple[str, str]]) -> Iterator[Tie]:
    """The pairs that share enough, by id; `known` are those of which more is known."""
    told = {one.id: _told(one) for one in articles}
    counts = Counter(thing for things in told.values() for thing in things)
    most = min(_MANY, COMMON * len(told)) if len(told) > _FEW else len(told)
    told = {id: {thing for thing in things if counts[thing] <= most} for id, things in told.items()}
    for (left, right), shared in sorted(_shared(told).items()):
        enough = max(LEAST, SHARE * min(len(told[left]), len(told[right])))
        if (left, right) not in known and len(shared) >= enough and _are_of_one_event(shared):
            yield Tie(left, right, 0.0, "same_event", tuple(sorted(shared)))


def _are_of_one_event(shared: Collection[str]) -> bool:
    """Whether what two articles share is more than a subject: a day and names, or figures and more names."""
    figures = [thing for thing in shared if thing[0].isdigit()]
    names = len(shared) - len(figures)
    if any("-" in figure for figure in figures):
        return names >= NAMES
    long = len(figures) >= FIGURES or any(len(figure) >= LONG for figure in figures)
    return names >= (MANY_NAMES if long else MOST_NAMES) and bool(figures)


def _shared(told: dict[str, set[str]]) -> dict[tuple[str, str], set[str]]:
    """What each two articles share, where they share anything."""
    holders: dict[str, list[str]] = defaultdict(list)
    for id in sorted(told):
        for thing in told[id]:
            holders[thing].append(id)
    shared: dict[tuple[str, str], set[str]] = defaultdict(set)
    for thing, ids in holders.items():
        for pair in combinations(ids, 2):
            shared[pair].add(thing)
    return shared


def _told(clipping: Clipping) -> set[str]:
    """The days (`05-12`), figures (`3000`) and names (folded) of an article."""
    text = " ".join(clipping.field("article.body").value)
    days = {_day(match) for match in _DAY.finditer(key(text))}
    figures = {re.sub(r"\D", "", match.group()) for match in _FIGURE.finditer(text)}
    words = set(_SMALL.findall(text))
    names = {match.group() for match in _NAME.finditer(text) if match.group().lower() not in words}
    folded = {key(name) for name in names}
    return (
        days
        | {figure for figure in figures if int(figure) not in _YEARS}
        | {name for name in folded if not _OTHER.fullmatch(name)}
    )


def _day(match: re.Match[str]) -> str:
    day, month = (match[1], match[2]) if match[1] else (match[4], match[3])
    return f"{MONTHS[month]:02d}-{int(day):02d}"
