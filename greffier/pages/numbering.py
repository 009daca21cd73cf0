"""The folios of a whole file: which of several stamps runs on, what a damaged one must have been.

A sheet may bear an old number and a new one: the series that runs on over the file is its folio, the others are kept.
A number that is not there is never made up: a folio is repaired only where an engine read something like it, at the
place where the sheets around it are stamped, and where their numbers leave no other.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from rapidfuzz.distance import Levenshtein

from greffier.pages.folios import Stamp, prominence, read
from greffier.records import Folio, MarginMark, Page

AROUND = 5  # pages on both sides in which a series is seen to run on
REACH = 4  # pages from which a stamp vouches for a damaged one
RIVAL = 0.5  # of the best series, from which on the more telling label wins
NEAR_X, NEAR_Y = 0.10, 0.05  # how far a clerk's hand strays, in fractions of the page
RUNS = 2  # neighbours that make a sheet count a folio

_ALIKE = str.maketrans("OQDolI|iSsBZzGT", "000011115582267")
_CONFUSED = frozenset("17 71 06 60 08 80 38 83 56 65 68 86 14 41 49 94 09 90 53 35".split())

Series = tuple[str, bool]


def number(pages: Sequence[Page], folios: Mapping[str, Folio]) -> list[Page | Folio]:
    """Return the folios of a file, settled, and its pages whose folio is another than they say, in page order."""
    ordered = sorted(pages, key=lambda page: page.number)
    stamps = {page.number: _stamps(page, folios) for page in ordered}
    chosen = _chosen(stamps)
    settled: list[Page | Folio] = []
    for page in ordered:
        if page.id in folios:
            folio = _settled(page, folios[page.id], stamps[page.number], chosen)
            settled.append(folio)
            if folio.label != page.folio:
                settled.append(replace(page, folio=folio.label))
    return settled


def _stamps(page: Page, folios: Mapping[str, Folio]) -> list[Stamp]:
    marks = folios[page.id].marks if page.id in folios else ()
    read_ = (read(mark, page.origin == "ocr") for mark in marks)
    return sorted((stamp for stamp in read_ if stamp is not None), key=prominence)


def _series(stamp: Stamp) -> Series:
    return stamp.series.upper(), stamp.alone


def _chosen(stamps: Mapping[int, Sequence[Stamp]]) -> dict[int, Stamp]:
    """The stamp of each page that is its folio."""
    numbers: dict[Series, dict[int, set[int]]] = defaultdict(lambda: defaultdict(set))
    for page, found in stamps.items():
        for stamp in found:
            numbers[_series(stamp)][page].add(stamp.number)
    runs = {
        (page, at): _runs_on(numbers[_series(stamp)], page, stamp.number)
        for page, found in stamps.items()
        for at, stamp in enumerate(found)
    }
    totals: dict[Series, int] = defaultdict(int)
    for page, found in stamps.items():
        for at, stamp in enumerate(found):
            totals[_series(stamp)] += runs[page, at]
    chosen = {}
    for page, found in stamps.items():
        fit = [(stamp, runs[page, at]) for at, stamp in enumerate(found) if _counts(stamp, runs[page, at], numbers)]
        if fit:
            chosen[page] = _best(fit, totals)
    return chosen


def _runs_on(numbers: Mapping[int, set[int]], page: int, number: int) -> int:
    """How many pages around bear the number that they would bear if the series ran on."""
    around = (step for step in range(-AROUND, AROUND + 1) if step)
    return sum(number + step in numbers.get(page + step, ()) for step in around)


def _counts(stamp: Stamp, runs: int, numbers: Mapping[Series, Mapping[int, set[int]]]) -> bool:
    """Whether a stamp may be a folio: a bare "feuillet 3" only in a run that does not begin with the document."""
    if stamp.alone:
        return True
    first = min(min(found) for found in numbers[_series(stamp)].values() if found)
    return runs >= RUNS and first > 1


def _best(fit: Sequence[tuple[Stamp, int]], totals: Mapping[Series, int]) -> Stamp:
    """The most telling label of the series that run on; of one series, the number that runs on best."""
    most = max(totals[_series(stamp)] for stamp, _ in fit)
    rivals = [(stamp, runs) for stamp, runs in fit if totals[_series(stamp)] >= RIVAL * most]
    rank = min(stamp.rank for stamp, _ in rivals)
    series = next(_series(stamp) for stamp, _ in rivals if stamp.rank == rank)
    return max((one for one in rivals if _series(one[0]) == series), key=lambda one: one[1])[0]


def _settled(page: Page, folio: Folio, stamps: Sequence[Stamp], chosen: Mapping[int, Stamp]) -> Folio:
    told = chosen.get(page.number)
    mended = _mended(page, folio.marks, told, chosen) if page.origin == "ocr" else None
    stamp = mended or told
    others = tuple(dict.fromkeys(one.label for one in stamps if one.alone and stamp and one.label != stamp.label))
    if stamp is None:
        return replace(folio, label=None)
    damaged = mended is not None or (page.origin == "ocr" and not _plain(stamp.mark.text).endswith(_plain(stamp.label)))
    return replace(
        folio,
        label=stamp.label,
        series=stamp.series,
        number=stamp.number,
        suffix=stamp.suffix,
        read_as=stamp.mark.text,
        repaired=damaged,
        others=others,
    )


def _mended(page: Page, marks: Iterable[MarginMark], told: Stamp | None, chosen: Mapping[int, Stamp]) -> Stamp | None:
    """What a damaged stamp must have been; None where it is whole, or where nothing like it was read."""
    for like, expected in _expected(page.number, chosen):
        if told is not None and (told.series != like.series or told.number == expected):
            return None
        shown = _with_number(like.mark.text, expected)
        label = _with_number(like.label, expected)
        for mark in marks:
            if (
                abs(mark.x - like.mark.x) <= NEAR_X
                and abs(mark.y - like.mark.y) <= NEAR_Y
                and _damaged(mark.text, shown)
            ):
                return Stamp(label, like.series, expected, "", like.rank, like.alone, mark)
    return None


def _expected(page: int, chosen: Mapping[int, Stamp]) -> Iterator[tuple[Stamp, int]]:
    """The number that the stamps around leave for a page, and one of them; nothing where they disagree."""
    before = [at for at in range(page - 1, page - REACH - 1, -1) if at in chosen]
    after = [at for at in range(page + 1, page + REACH + 1) if at in chosen]
    around = [before[0], after[0]] if before and after else (before or after)[:2]
    if len(around) < 2:
        return
    one, two = (chosen[at] for at in around)
    number = one.number + page - around[0]
    if one.series == two.series and number == two.number + page - around[1] and number > 0:
        yield one, number


def _with_number(like: str, number: int) -> str:
    """A label as its neighbour is written: D0146 → D0147."""
    digits = re.search(r"[\dOoQlI|i]{0,20}\d[\dOoQlI|i]{0,20}", like)
    if digits is None:
        return like
    return f"{like[: digits.start()]}{number:0{len(digits.group())}d}"


def _damaged(shown: str, expected: str) -> bool:
    """Whether what was read may be this label: a sign or two lost, added, or taken for another of its form."""
    left, right = _plain(shown).translate(_ALIKE), _plain(expected).translate(_ALIKE)
    if _plain(shown).isalnum() and _whole(shown, expected):
        wrong = [a + b for a, b in zip(left, right, strict=True) if a != b]
        return not wrong or (len(wrong) == 1 and wrong[0] in _CONFUSED)
    return Levenshtein.distance(left, right) <= (2 if len(right) >= 8 else 1) and any(map(str.isdigit, shown))


def _whole(shown: str, expected: str) -> bool:
    """Whether what was read is itself a label of this length: then it is damaged only where digits are confused."""
    left, right = _plain(shown), _plain(expected)
    return len(left) == len(right) and [char.isdigit() for char in left] == [char.isdigit() for char in right]


def _plain(text: str) -> str:
    return "".join(char for char in text if char.isalnum() or char == "|")
