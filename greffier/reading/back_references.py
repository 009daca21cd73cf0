"""A name alone that stands for one told in full: one that the piece knows, or an unmistakable given name."""

from __future__ import annotations

import re
from functools import lru_cache

from greffier.reading.capitals import Capital, Run
from greffier.reading.evidence import Judged, Known, second_given
from greffier.reading.no_names import after_determiner
from greffier.reading.places import known_place
from greffier.reading.surroundings import strong_given, surroundings, weak_given
from greffier.reading.vocabulary import level

_NOT_A_NAME_BEFORE = re.compile(r"\b(?:rue|avenue|saint|sainte|lycee|societe|sarl|sas)\s+$")
_PAUSE = re.compile(r"\s*[,.?!]")
_VOWEL = re.compile(r"[aeiouy]")


def back_reference(text: str, run: Run, known: Known) -> Judged | None:
    """A family or given name alone that the piece tells in full, or an unmistakable given name in its place."""
    if " ".join(run.flats) in known.surnames and _stands_alone(text, run):
        return run, 0.9
    for word in run.words:
        alone = Run((word,))
        surname = word.flat in known.surnames and (
            word.shape == "U" or not word.opens or not _written_small(text, word)
        )
        given = len(run.words) == 1 and word.flat in known.given and not weak_given(word.flat)
        if surname and _stands_alone(text, alone):
            return alone, 0.9
        if given and _stands_alone(text, alone) and not second_given(text, alone):
            return alone, 0.85
    if len(run.words) == 1 and strong_given(run.words[0].flat) and run.words[0].shape == "C":
        return _given_alone(text, run)
    return None


def _stands_alone(text: str, run: Run) -> bool:
    if known_place(" ".join(run.flats)) and run.shapes == "C":
        return False
    if run.shapes == "U" and (len(run.flats[0]) < 3 or not _VOWEL.search(run.flats[0])):
        return False  # letters that stand for a service
    return not _NOT_A_NAME_BEFORE.search(level(text), max(0, run.start - 12), run.start)


def _written_small(text: str, word: Capital) -> bool:
    """Whether the page also writes this word small: then at the start of a sentence it is that word."""
    small = text[word.start : word.end].lower()
    return small in (_words(text) if small.isalpha() else text)


@lru_cache(maxsize=8)
def _words(text: str) -> frozenset[str]:
    """The words of a page as they are written."""
    return frozenset(re.findall(r"\w+", text))


def _given_alone(text: str, run: Run) -> Judged | None:
    flat, around = level(text), surroundings()
    if len(run.flats[0]) < 3 or second_given(text, run) or not _stands_alone(text, run):
        return None
    if after_determiner(text, run.start):
        return None
    acts = around.acts.match(flat, run.end) is not None
    if run.words[0].opens:
        return (run, 0.75) if acts and not _written_small(text, run.words[0]) else None
    placed = around.person_before.search(flat, max(0, run.start - 20), run.start)
    return (run, 0.75) if placed or acts or _PAUSE.match(text, run.end) else None
