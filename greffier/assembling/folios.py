"""The stamped numbers of a file in sequence: what is missing, what is stamped twice, what is out of order."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from greffier.records import Page

_LABEL = re.compile(
    r"^(?P<prefix>.*?)(?P<number>\d{1,7})(?P<suffix>(?:\s?(?:bis|ter|quater|[a-z])|[/-]\d+)?)$", re.IGNORECASE
)
_WIDEST = 2000  # a jump wider than this is another series or a misread stamp, not a gap
_TABS = ("EXHIBIT", "TAB")  # number documents, not sheets
_SHORTEST = 3  # pages a series must have before its holes mean anything


@dataclass(frozen=True, slots=True)
class Stamp:
    """One stamped page: `D0147 bis` is series "D", number 147, with a suffix."""

    page: Page
    series: str
    number: int
    suffix: str


@dataclass(frozen=True, slots=True)
class Gap:
    """A hole in a series: the pages on both sides, and the labels that should stand between them.

    `unread` counts the pages that stand between the two and show no stamp: the missing sheets may be these.
    """

    before: Page
    after: Page
    missing: tuple[str, ...]
    unread: int = 0


def stamps(pages: Iterable[Page]) -> dict[str, list[Stamp]]:
    """Return the stamped pages by series, in the order of their numbers."""
    series: dict[str, list[Stamp]] = defaultdict(list)
    for page in pages:
        match = _LABEL.match(page.folio.strip()) if page.folio else None
        if match:
            prefix = match["prefix"].strip().upper()
            series[prefix].append(Stamp(page, prefix, int(match["number"]), match["suffix"].strip().lower()))
    for found in series.values():
        found.sort(key=lambda one: (one.number, one.suffix, one.page.id))
    return dict(sorted(series.items()))


def gaps(pages: Iterable[Page]) -> list[Gap]:
    """Return the holes of every series, in order; a series of fewer than three numbers has none."""
    every = list(pages)
    unread = _unread(every)
    found: list[Gap] = []
    for series in stamps(every).values():
        if len({stamp.number for stamp in series}) >= _SHORTEST:
            found.extend(_holes(series, unread))
    return found


def _holes(series: list[Stamp], unread: dict[str, list[int]]) -> Iterator[Gap]:
    for before, after in pairwise(series):
        if 1 < after.number - before.number <= _WIDEST:
            missing = tuple(_label(before, number) for number in range(before.number + 1, after.number))
            yield Gap(before.page, after.page, missing, _between(before.page, after.page, unread))


def _unread(pages: Iterable[Page]) -> dict[str, list[int]]:
    """The pages without a stamp in files that are stamped, by source, in order."""
    every = list(pages)
    stamped = {page.source for page in every if page.folio}
    found: dict[str, list[int]] = defaultdict(list)
    for page in sorted(every, key=lambda page: page.number):
        if page.source in stamped and page.folio is None:
            found[page.source].append(page.number)
    return found


def _between(before: Page, after: Page, unread: dict[str, list[int]]) -> int:
    """How many unstamped pages a reader turns from one page to the other, through the end of one file if need be."""
    here, there = unread.get(before.source, []), unread.get(after.source, [])
    if before.source == after.source:
        return bisect_left(here, after.number) - bisect_right(here, before.number)
    return len(here) - bisect_right(here, before.number) + bisect_left(there, after.number)


def _label(like: Stamp, number: int) -> str:
    """Write a number as its neighbour is stamped: D0026 → D0027."""
    assert like.page.folio is not None
    digits = re.search(r"\d+", like.page.folio)
    width = len(digits.group()) if digits else 0
    head = like.page.folio[: digits.start()] if digits else like.series
    return f"{head}{number:0{width}d}"


def missing_folios(pages: Iterable[Page]) -> tuple[str, ...]:
    """Return the labels that should be there and are not, in the order of their series.

    Those that may be the unreadable stamps of pages that are there are left out.
    """
    return tuple(label for gap in gaps(pages) if not gap.unread for label in gap.missing)


def duplicates(pages: Iterable[Page]) -> list[tuple[Page, ...]]:
    """Return the pages that carry one label, where their texts differ: a copy is no second use of a number.

    The tab of an exhibit is on all its pages.
    """
    by_label: dict[tuple[str, int, str], list[Page]] = defaultdict(list)
    for series in stamps(pages).values():
        for stamp in series:
            if stamp.series in _TABS:
                continue
            by_label[stamp.series, stamp.number, stamp.suffix].append(stamp.page)
    found = []
    for same in by_label.values():
        originals = [page for page in same if page.near_duplicate_of is None]
        if len({page.text_sha256 for page in originals}) > 1:
            found.append(tuple(originals))
    return found


def disorder(pages: Iterable[Page]) -> list[tuple[Page, Page]]:
    """Return neighbouring pages of one source whose numbers of one series go back (the first, the one after it)."""
    by_source: dict[tuple[str, str], list[Stamp]] = defaultdict(list)
    for series in stamps(pages).values():
        for stamp in series:
            by_source[stamp.page.source, stamp.series].append(stamp)
    found: list[tuple[Page, Page]] = []
    for on_source in by_source.values():
        on_source.sort(key=lambda stamp: stamp.page.number)
        backward = [(a, b) for a, b in pairwise(on_source) if b.number < a.number]
        if len(backward) * 4 <= len(on_source):  # a scan fed back to front is one mishap, not forty findings
            found.extend((a.page, b.page) for a, b in backward)
        elif backward:
            found.append((backward[0][0].page, backward[0][1].page))
    return found
