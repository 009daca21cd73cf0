"""Direct speech: words between quotation marks or after a dialogue dash, without the marks and what interrupts them.

Marks around one or two words, a title, an exhibit or a nickname quote nobody: there has to be a verb of speech nearby,
or words enough to be a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from greffier.reading.dashes import dialogue
from greffier.reading.incises import find_incises
from greffier.reading.marks import PAIRS, quoted
from greffier.reading.narration import taken_over
from greffier.reading.vocabulary import level
from greffier.reading.worded import FULL, cue_around, is_speech


class Spoken(NamedTuple):
    """A stretch of direct speech; the same `whole` joins the parts of one utterance, `cue` is the verb of speech."""

    start: int
    end: int
    whole: tuple[int, int]
    cue: tuple[int, int] | None


_AT_ONCE = 140  # characters that « dit X » may take between two parts of a speech
_NEW_PARAGRAPH = re.compile(r"\n(?<=[.!?…»]\n)(?<=[^\n]{100}\n)(?=[ \t]*[^\W\d_a-zà-ÿ])")
_CHANGE = re.compile(r"\n[ \t\u00a0]*(?:--|[–—«“])[ \u00a0]?")  # another voice, or the same in a new paragraph
_MARK = re.compile('[«“"]')


def find_spoken(text: str) -> Iterator[Spoken]:
    """Yield the direct speech of a page in the order of its text."""
    pairs = list(quoted(text))
    outside = [whole for whole, _ in pairs]
    found: list[Spoken] = []
    for whole, inner in pairs:
        first, *others = _voices(text, inner)
        found.extend(_parts(text, whole, first) or _goes_on_speaking(text, whole, first, found))
        for other in others if found and found[-1].whole == whole else ():
            goes_on = text[max(0, other[0] - 12) : other[0]].rstrip()[-1:] in "«“"
            found.extend(_parts(text, whole if goes_on else other, other, dash=True))
    for start, end in dialogue(text):
        if not any(left <= start < right for left, right in outside):
            said = list(_parts(text, (start, end), (start, end), dash=True))
            found = [one for one in found if not any(it.start < one.start and one.end <= it.end for it in said)] + said
    yield from sorted(found)


def find_inner(text: str, one: Spoken) -> Iterator[Spoken]:
    """Yield what the speaker quotes in turn: « Il m'a dit : “Pars.” »; there has to be a verb of speech before it."""
    words = text[one.start : one.end]
    if _MARK.search(words):
        for inner in find_spoken(words):
            if inner.cue and inner.cue[1] <= inner.start:
                start, end = inner.whole
                yield Spoken(
                    one.start + inner.start,
                    one.start + inner.end,
                    (one.start + start, one.start + end),
                    (one.start + inner.cue[0], one.start + inner.cue[1]),
                )


def _voices(text: str, inner: tuple[int, int]) -> list[tuple[int, int]]:
    """What is inside the marks, cut where a line opens with a dash (somebody else speaks) or with the mark again."""
    cuts = [(match.start(), match.end()) for match in _CHANGE.finditer(text, *inner)]
    starts = [inner[0], *(end for _, end in cuts)]
    ends = [*(start for start, _ in cuts), inner[1]]
    return list(zip(starts, ends, strict=True))


def _goes_on_speaking(
    text: str, whole: tuple[int, int], inner: tuple[int, int], found: Sequence[Spoken]
) -> list[Spoken]:
    """`"…," said X. "Nobody signed."`: full words that follow at once on those of the same speaker are speech."""
    if not found or found[-1].cue is None or not found[-1].whole[1] <= found[-1].cue[0] < whole[0]:
        return []
    between = text[found[-1].whole[1] : whole[0]]
    full = text[inner[0] : inner[1]].strip(" \u00a0\u202f")
    at_once = len(between) < _AT_ONCE and "\n\n" not in between and between.rstrip()[-1:] == "."
    if not (at_once and full[:1].isupper() and FULL.search(full)):
        return []
    return list(_trim(text, *inner, whole, None))


def _parts(text: str, whole: tuple[int, int], inner: tuple[int, int], dash: bool = False) -> list[Spoken]:
    return list(_cut(text, level(text), whole, inner, dash))


def _cut(text: str, flat: str, whole: tuple[int, int], inner: tuple[int, int], dash: bool) -> Iterator[Spoken]:
    incises = list(find_incises(text, flat, *inner))
    cue = incises[0][2] if incises else cue_around(flat, whole)
    if not dash and not incises and not is_speech(text, flat, whole, inner, cue):
        return
    if dash and not _is_dialogue(text, inner):
        return
    at = inner[0]
    for start, end, _ in incises:
        yield from _trim(text, at, start, whole, cue)
        at = end
    yield from _trim(text, at, taken_over(text, flat, at, inner[1], bool(incises)) if dash else inner[1], whole, cue)


def _trim(text: str, start: int, end: int, whole: tuple[int, int], cue: tuple[int, int] | None) -> Iterator[Spoken]:
    """The words without their marks, a stretch for each paragraph of a long statement."""
    cuts = [match.start() for match in _NEW_PARAGRAPH.finditer(text, start, end)]
    for left, right in pairwise([start, *cuts, end]):
        yield from _bare(text, left, right, whole, cue)


def _bare(text: str, start: int, end: int, whole: tuple[int, int], cue: tuple[int, int] | None) -> Iterator[Spoken]:
    words = text[start:end]
    left = start + len(words) - len(words.lstrip(' \u00a0\u202f\n\t«»“”"–—,;.'))
    right = start + len(words.rstrip(' \u00a0\u202f\n\t«»“”"–—,;'))
    for opener, closer in PAIRS.items():  # the mark of what is quoted in it closes that
        closed = text.find(closer, right, end)
        if closed >= 0 and text.count(opener, left, right) > text.count(closer, left, right):
            right = closed + 1
    if right > left and any(char.isalpha() for char in text[left:right]):
        yield Spoken(left, right, whole, cue)


def _is_dialogue(text: str, inner: tuple[int, int]) -> bool:
    inside = text[inner[0] : inner[1]].strip()
    return inside[:1] in '«“"…' or (inside[:1].isupper() and inside[-1:] in '.!?…»”":,)')
