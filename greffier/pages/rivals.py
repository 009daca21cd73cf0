"""Two readings of one page, the text that came with the file and what an engine saw on its picture, word against word.

Words are paired by where they stand, so that the order of columns does not matter. What differs is told only where the
engine is sure: a number that is not the same in the picture and in the text is a trap for whoever quotes it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Literal, NamedTuple

from rapidfuzz.distance import Levenshtein

from greffier.records import Leaf, Word
from greffier.text import key

SOUND, FALSE = 0.85, 0.6  # agreement: from here on the text of the file is right; below that it is not what is shown
LEAST_LETTERS = 20  # letters and digits that can be compared: fewer decide nothing
_SURE = 88  # confidence of every word of a reading that may contradict the text of the file
_READABLE = 70  # mean confidence of a reading that may take the place of the text of the file
_A_SLIP = 0.7  # alike: words that share less are other words, not one word misread
_SAME_COLUMN = 0.35  # of the narrower of two words that share a place
_ROWS = 100  # of a page, to look for words near each other only
_MOST = 50  # differences of one page that are told
_EXTRA = 5  # words beyond the text of the file, on a page of pictures, that are worth adding

Verdict = Literal["trusted", "both", "distrusted"]


class Pair(NamedTuple):
    """Words of both readings that stand in one place; either side may have none."""

    embedded: tuple[Word, ...]
    seen: tuple[Word, ...]


class Apart(NamedTuple):
    """Where the readings differ: offsets into the text of the file, and what the picture shows there."""

    start: int
    end: int
    other: str
    number: bool


class Comparison(NamedTuple):
    """What came of it. `agreement` is the share of letters and digits that are the same, `extra` words only seen."""

    verdict: Verdict
    agreement: float
    differences: tuple[Apart, ...]
    extra: tuple[Word, ...]


def compare(embedded: Leaf, seen: Leaf) -> Comparison:
    """Compare the text of the file with what an engine read on the same page; hidden words are not asked for."""
    words = [word for word in embedded.words if not _is_hidden(embedded, word)]
    pairs = list(_pairs(words, seen.words))
    letters = numbers = 0
    alike = 0.0
    for pair in pairs:
        left, right = _joined(embedded.text, pair.embedded), _joined(seen.text, pair.seen)
        letters += len(left)
        numbers += bool(_digits(left))
        similar = Levenshtein.normalized_similarity(left, right)
        alike += len(left) * similar if similar >= _A_SLIP else 0.0
    agreement = round(alike / letters, 4) if letters else 0.0
    differences = tuple(sorted(_differences(embedded, seen, pairs)))
    false = sum(apart.number for apart in differences)
    extra = tuple(sorted(word for pair in pairs if not pair.embedded for word in pair.seen))
    told = "trusted" if letters < LEAST_LETTERS else _verdict(letters, agreement, false > max(2, numbers / 2), seen)
    return Comparison(told, agreement, differences[:_MOST], extra)


def _verdict(letters: int, agreement: float, false_numbers: bool, seen: Leaf) -> Verdict:
    if false_numbers:
        return "distrusted"
    if agreement >= SOUND:
        return "trusted"
    read = sum(word.end - word.start for word in seen.words)
    if agreement >= FALSE or read < letters / 2:
        return "both"
    confidence = sum(word.confidence for word in seen.words) / max(1, len(seen.words))
    return "distrusted" if confidence >= _READABLE else "both"


def _is_hidden(leaf: Leaf, word: Word) -> bool:
    return any(passage.start <= word.start < passage.end for passage in leaf.hidden)


def _joined(text: str, words: Sequence[Word]) -> str:
    """The letters and digits of these words, folded."""
    return "".join(filter(str.isalnum, key("".join(text[word.start : word.end] for word in words))))


def _pairs(embedded: Sequence[Word], seen: Sequence[Word]) -> Iterator[Pair]:
    """Group the words of both readings that share a place: one word may be two in the other."""
    rows: dict[int, list[int]] = defaultdict(list)
    for at, word in enumerate(seen):
        for row in range(int(word.y0 * _ROWS), int(word.y1 * _ROWS) + 1):
            rows[row].append(at)
    groups: list[tuple[list[int], list[int]]] = []
    group_of: dict[int, int] = {}
    for at, word in enumerate(embedded):
        near = {other for row in range(int(word.y0 * _ROWS), int(word.y1 * _ROWS) + 1) for other in rows[row]}
        shared = sorted(other for other in near if _share_a_place(word, seen[other]))
        known = {group_of[other] for other in shared if other in group_of}
        target = min(known, default=len(groups))
        if target == len(groups):
            groups.append(([], []))
        groups[target][0].append(at)
        for other in shared:
            if other not in group_of:
                group_of[other] = target
                groups[target][1].append(other)
    for left, right in groups:
        yield Pair(tuple(embedded[at] for at in left), tuple(seen[at] for at in sorted(right)))
    yield from (Pair((), (word,)) for at, word in enumerate(seen) if at not in group_of)


def _share_a_place(one: Word, other: Word) -> bool:
    middle, others = (one.y0 + one.y1) / 2, (other.y0 + other.y1) / 2
    if not (one.y0 <= others <= one.y1 or other.y0 <= middle <= other.y1):
        return False
    shared = min(one.x1, other.x1) - max(one.x0, other.x0)
    return shared >= _SAME_COLUMN * min(one.x1 - one.x0, other.x1 - other.x0)


def _differences(embedded: Leaf, seen: Leaf, pairs: Sequence[Pair]) -> Iterator[Apart]:
    for pair in pairs:
        if not pair.embedded or not pair.seen or min(word.confidence for word in pair.seen) < _SURE:
            continue
        left, right = _joined(embedded.text, pair.embedded), _joined(seen.text, pair.seen)
        number = _digits(left) != _digits(right) and bool(_digits(left)) and bool(_digits(right))
        other_word = min(len(left), len(right)) >= 4 and Levenshtein.normalized_similarity(left, right) < 0.4
        if number or other_word:
            other = " ".join(seen.text[word.start : word.end] for word in pair.seen)
            yield Apart(pair.embedded[0].start, pair.embedded[-1].end, other, number)


def _digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))


def with_extra(embedded: Leaf, seen: Leaf, extra: Sequence[Word]) -> Leaf:
    """The text of the file, and below it what only the picture shows; the same leaf where that is next to nothing."""
    readable = [word for word in extra if word.confidence >= _READABLE]
    if sum(any(map(str.isalnum, seen.text[word.start : word.end])) for word in readable) < _EXTRA:
        return embedded
    parts, words, length = [embedded.text], list(embedded.words), len(embedded.text)
    before = None
    for word in readable:
        between = "\n\n" if before is None else _gap(seen.text[before.end : word.start])
        text = seen.text[word.start : word.end]
        start = length + len(between)
        length = start + len(text)
        parts += (between, text)
        words.append(word._replace(start=start, end=length))
        before = word
    return replace(embedded, text="".join(parts), words=tuple(words))


def _gap(between: str) -> str:
    return "\n\n" if "\n\n" in between else "\n" if "\n" in between else " "
