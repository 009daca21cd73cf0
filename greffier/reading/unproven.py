"""Capitalised words that may name who speaks where no reader has found a name: « Romarin expose que », `Brandt wrote`.

Only beside a verb of speech are they taken for somebody, under the words as they stand.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from greffier.reading.candidate import UNPROVEN, Candidate
from greffier.reading.capitals import Run, ordinary, runs
from greffier.reading.places import known_place
from greffier.reading.role_words import role_words
from greffier.reading.taken import beginning
from greffier.reading.vocabulary import level, table

_NO_NAMES = ("é", "ée", "és", "ées", "ant", "ment", "tion", "ing", "ed", "ly")  # « Contactée, la préfecture déclare »
_LONGEST = 5  # words


def with_unproven(text: str, start: int, end: int, seen: Sequence[Candidate]) -> list[Candidate]:
    """Those seen between two offsets, and what else may be a name there, in order."""
    here = [one for one in beginning(seen, start, end) if one.end <= end]
    return sorted([*here, *_unproven(text, start, end, here)])


def _unproven(text: str, start: int, end: int, seen: Sequence[Candidate]) -> Iterator[Candidate]:
    for run in runs(text[start:end]):
        first = max(
            (at for at, word in enumerate(run.words) if "\n" in word.gap), default=0
        )  # another line is another name
        first += (
            len(run.words) > first + 1 and run.words[first].opens and ordinary(run.words[first].flat)
        )  # `As Rob put it`
        left, right = start + run.words[first].start, start + run.words[-1].end
        taken = any(one.start < right and left < one.end for one in seen)
        if not taken and _may_name(text[left:right], run):
            yield Candidate(left, right, "organisation", " ".join(text[left:right].split()), UNPROVEN)


def _may_name(name: str, run: Run) -> bool:
    if (
        len(name) < 2
        or len(run.words) > _LONGEST
        or all(ordinary(word.flat) or known_place(word.flat) for word in run.words)
    ):
        return False
    if len(run.words) == 1 and run.words[0].opens and run.flats[0] in _callings():
        return False  # `Client says`, `Caller states`
    return len(run.words) > 1 or not (run.words[0].opens and name.endswith(_NO_NAMES))


@lru_cache(maxsize=1)
def _callings() -> frozenset[str]:
    """Words for somebody that name nobody."""
    held, roles = table("speech"), role_words()
    return frozenset(map(level, (*held["voices"], *held["account_parties"]))) | roles.single | roles.trades
