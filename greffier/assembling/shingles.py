"""Which pages are worth comparing: pages that share runs of characters, found in one pass over all of them.

A page is sketched by the runs of ten letters and digits that begin at a rare letter: some three in a hundred of all
its runs, the same ones wherever the same words stand, so that a page inside a longer one is found too. Runs of
characters hold out against recognition errors longer than runs of words. Time and memory grow with the pages, not with
their pairs.
"""

from __future__ import annotations

import re
import unicodedata
import zlib
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

RUN = 10  # characters of a run
FEW = 24  # runs below which a short page is sketched by more of them
EARLIEST = 8  # pages of those that share a run that a later page is compared with: the originals come first
FORM = 8  # pages from which on a run is rather a printed form's than a document's
COMMON = 32  # pages from which on a run is a printed form's or a letterhead's, and proves nothing
AT_ONCE = 1 << 20  # runs sorted at once
DOUBT = 2  # runs that would have to be there before one of few tells much
CANDIDATES = 4  # pages that one page is compared with
LEAST = 0.04  # of the runs of the shorter page, which a page worth comparing shares

_OTHER = re.compile(r"(?<!\d)\.|\.(?!\d)|[^a-z0-9.]+")
_RARE = re.compile(rf"(?=([bv7].{{{RUN - 1}}}))")
_LESS_RARE = re.compile(rf"(?=([bvdmp0-9].{{{RUN - 1}}}))")
_PAGE_BITS = 32


def squeeze(text: str) -> str:
    """The letters and digits of a text alone, small and without accents, and the points of decimals."""
    return _OTHER.sub("", unicodedata.normalize("NFKD", text.lower()).replace(",", "."))


def sketch(squeezed: str) -> array[int]:
    """The runs that stand for a page, as sorted 32-bit numbers, each once."""
    runs = set(_RARE.findall(squeezed))
    if len(runs) < FEW:
        runs |= set(_LESS_RARE.findall(squeezed))
    return array("I", sorted({zlib.crc32(run.encode()) for run in runs}))


@dataclass(frozen=True, slots=True)
class Candidate:
    """An earlier page worth comparing with. `telling` is the share of the runs of the pair that few pages hold."""

    place: int
    shared: float
    telling: float


def candidates(sketches: Sequence[array[int]]) -> Iterator[tuple[int, list[Candidate]]]:
    """Yield each page that shares runs with earlier ones, and those of the earlier ones that share the most of them.

    Pages are numbered by their place in `sketches`; one run in common may be chance and is passed over. Shares are of
    the runs of the page that has fewer.
    """
    shared: Counter[tuple[int, int]] = Counter()
    telling: Counter[tuple[int, int]] = Counter()
    rare = [0] * len(sketches)
    for pages in _holders(sketches):
        reach = 1 if len(pages) > COMMON else EARLIEST
        pairs = [(page, first) for at, page in enumerate(pages) for first in pages[: min(at, reach)]]
        shared.update(pairs)
        if len(pages) <= FORM:
            telling.update(pairs)
            for page in pages:
                rare[page] += 1
    found: dict[int, list[Candidate]] = defaultdict(list)
    for (page, first), count in shared.items():
        share = count / min(len(sketches[page]), len(sketches[first]))
        if count > 1 and share >= LEAST:
            told = telling[page, first] / (DOUBT + min(rare[page], rare[first]))
            found[page].append(Candidate(first, share, told))
    for page in sorted(found):
        yield page, sorted(found[page], key=lambda one: (-one.shared - one.telling, one.place))[:CANDIDATES]


def _holders(sketches: Sequence[array[int]]) -> Iterator[list[int]]:
    """Yield the pages that hold one run, in their order, run by run; a part of the runs is in memory at a time."""
    parts = 1 + sum(map(len, sketches)) // AT_ONCE
    for part in range(parts):
        packed = sorted(
            run << _PAGE_BITS | page for page, runs in enumerate(sketches) for run in runs if run % parts == part
        )
        for _, held in groupby(packed, key=lambda one: one >> _PAGE_BITS):
            yield [one & ((1 << _PAGE_BITS) - 1) for one in held]
