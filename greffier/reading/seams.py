"""Names over the seam of two pages: begun at the foot of one, ended at the head of the next.

The last lines of a page and the first of the next are read as one text; numbers of pages between them are left out.
Such a name is two mentions, one on each page, both with the whole name for their value.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from greffier.reading.candidate import Candidate
from greffier.reading.capitals import UPPER, WORD
from greffier.reading.evidence import Known
from greffier.reading.people import Part, find_people, parts_of
from greffier.reading.tagger import Guesses, Tagger
from greffier.records import Page

_BEFORE, _AFTER = 240, 160  # characters of the two pages that are read as one
_FOLIO = (
    r"[^\S\n]{0,40}[-–—|*.]{0,6}[ ]?(?:page|p\.|folio|f°|feuillet)?[ ]?\d{0,5}(?:[ ]?(?:/|sur|of)[ ]?\d{1,5})?"
    r"[ ]?[-–—|*.]{0,6}"
)
_FOOT = re.compile(rf"(?:\s*\n{_FOLIO}(?=\s*$))?\s*$", re.IGNORECASE)
_HEAD = re.compile(rf"\s*(?:{_FOLIO}\s*\n\s*)?", re.IGNORECASE)
_OPEN = re.compile(rf"(?:(?<![\w@#]){WORD}|(?<![\w@#])(?:[{UPPER}]\.|Mmes?|Mlle|Mrs?|Ms|Dr)\.?)$")
_GOES_ON = re.compile(WORD)


class Seam(NamedTuple):
    """Two pages read as one: `text`, of which `cut` characters stand on the first page, from `left` to `foot`.

    What comes after the cut and its line feed stands on the second page from `head` on.
    """

    first: int
    text: str
    cut: int
    left: int
    head: int
    parts: list[Part]
    guesses: Guesses


def seams(pages: Sequence[Page], model: Tagger) -> list[Seam]:
    """Return the seams of a piece at which a name may go on."""
    return [seam for first in range(len(pages) - 1) if (seam := _seam(pages, first, model)) is not None]


def _seam(pages: Sequence[Page], first: int, model: Tagger) -> Seam | None:
    before, after = pages[first].text, pages[first + 1].text
    tail = before[-_BEFORE:]
    foot = len(before) - len(tail) + _last(_FOOT, tail)
    matched = _HEAD.match(after[:_AFTER])
    head = matched.end() if matched else 0
    if not _OPEN.search(before, max(0, foot - 60), foot) or not _GOES_ON.match(after, head):
        return None
    left = max(0, foot - _BEFORE)
    text = f"{before[left:foot]}\n{after[head : head + _AFTER]}"
    guesses = model.guess(text)
    return Seam(first, text, foot - left, left, head, parts_of(text, [], guesses), guesses)


def _last(pattern: re.Pattern[str], text: str) -> int:
    found = pattern.search(text)
    return found.start() if found else len(text)


def names_over(found: Iterable[Seam], known: Known) -> dict[int, list[Candidate]]:
    """Return the parts of names that go over a seam, by the place of their page in the piece."""
    halves: dict[int, list[Candidate]] = {}
    for seam in found:
        for name in find_people(seam.text, seam.parts, [], known, seam.guesses):
            if name.start < seam.cut < name.end:
                begun = name._replace(start=seam.left + name.start, end=seam.left + seam.cut)
                ended = name._replace(start=seam.head, end=seam.head + name.end - seam.cut - 1)
                halves.setdefault(seam.first, []).append(begun)
                halves.setdefault(seam.first + 1, []).append(ended)
    return halves


def joined(people: Sequence[Candidate], halves: Mapping[int, list[Candidate]], page: int) -> Iterator[Candidate]:
    """Yield the people of a page in order, what stands at its seams put in the place of what it overlaps."""
    over = halves.get(page, [])
    kept = (one for one in people if not any(one.start < half.end and half.start < one.end for half in over))
    yield from sorted((*kept, *over))
