"""Whether a pronoun may mean somebody: men and women as a page tells them, in the paragraph where it stands."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property

from greffier.reading.candidate import Candidate
from greffier.reading.cast import Cast, Speaker
from greffier.reading.gender import Gender, gender_after, gender_before, gender_of
from greffier.reading.known import Known
from greffier.reading.taken import Taken
from greffier.reading.turns import Turn
from greffier.records import Page

SENTENCE = re.compile(r"[.!?](?<!\bm\.)(?<!\bmme\.)(?<!\bmr\.)(?<!\bme\.)(?<!\bdr\.)(?<!\bmrs\.)(?<!\bms\.)\s")
_ENTRY = re.compile(  # a paragraph, or a line that opens with its hour
    r"\n\s*\n|\n(?=[ \t]*(?:\d{1,2}[./]\d{1,2}[./]\d{2,4},?[ ])?(?:(?:a|at|vers|de)[ ])?"
    r"(?:\d{1,2}[ ]?(?:h|heures?|:|\.)[ ]?\d\d|[012]\d{3}(?=[ ]))\b)"
    r"|\n(?=[a-z\d/ .-]{2,30}[ ][012]\d[:.]?[0-5]\d[ ]?h(?:ou)?rs?\b)"  # `OB 31/14/6/2021 1420 hrs - `
)
_WHOSE = re.compile(  # « dont le père, Roger, »
    r"(?<!\w)(?:dont\s+(?:l'|(?:le|la|une?)\s+)|whose\s+)[a-z][a-z' -]{2,40},?\s+$"
)


class Fitting(Known):
    """The people of one page, as men and women; `said` are its turns and speeches."""

    def __init__(self, page: Page, cast: Cast, turns: Sequence[Turn] = ()) -> None:
        super().__init__(page, cast)
        self.said = Taken((turn.start, turn.end) for turn in turns)

    def _is_kin(self, who: Candidate) -> bool:
        """« X, dont le père, Roger, »: whoever is told of in a clause about somebody else."""
        return _WHOSE.search(self._flat, max(0, who.start - 60), who.start) is not None

    def _agrees(self, pronoun: str, who: Candidate) -> bool:
        """« la permanence de Mme X ; elle »: what the words before the name tell is what the pronoun wants."""
        told = gender_before(self._flat, who.start) or gender_after(self._flat, who.end)
        return told is not None and told == gender_of(pronoun) and not self._flat.startswith("'s ", who.end)

    def _fits(self, pronoun: str, speaker: Speaker, at: int, at_once: bool = False) -> bool:
        """Whether « elle » may be this speaker: not a man, nor somebody untold where a woman has been named before
        (unless he has spoken `at_once` before); titles tell men less often."""
        wanted = gender_of(pronoun)
        if wanted is None:
            return True
        key = self._key(speaker.name or "")
        told: dict[bool, set[Gender]] = {
            True: {gender for gender, first in self._first_told_as.get(key, {}).items() if first < at},
            False: set(),
        }
        for one, gender in self._gendered_near(self._paragraph(at), at):
            if one.kind == "role" and wanted == "m" and not self._has_it(one, key):
                continue  # « un convoyeur » may be the man himself
            own = self._key(self._name(one)) == key or (one.kind == "role" and self._has_it(one, key))
            if own or not self._governs(0, one):
                told[own].add(gender)
        return wanted in told[True] or not (told[True] or (wanted in told[False] and not at_once))

    @cached_property
    def _gendered(self) -> list[tuple[Candidate, Gender]]:
        """The people and offices whose words tell a man or a woman, in order; no kin that is told of beside another."""
        told = (
            (one, gender_before(self._flat, one.start) or gender_after(self._flat, one.end))
            for one in self._seen
            if one.kind in ("person", "role") and not self._is_kin(one)
        )
        return [(one, gender) for one, gender in told if gender]

    @cached_property
    def _first_told_as(self) -> dict[str, dict[Gender, int]]:
        """By name: where the page first tells that it is a man's, or a woman's."""
        first: dict[str, dict[Gender, int]] = {}
        for one, gender in self._gendered:
            if one.kind == "person":
                first.setdefault(self._key(self._name(one)), {}).setdefault(gender, one.start)
        return first

    def _gendered_near(self, begin: int, at: int) -> Sequence[tuple[Candidate, Gender]]:
        """Those told between two offsets."""
        left = bisect_left(self._gendered, begin, key=lambda one: one[0].start)
        return self._gendered[left : bisect_left(self._gendered, at, key=lambda one: one[0].start)]

    def _paragraph(self, at: int) -> int:
        """Where the paragraph or the entry of an offset begins, or how far back it is looked at."""
        far = max(0, at - 900, self._said_from(at) or 0)
        return far + max((found.end() for found in _ENTRY.finditer(self._flat[far:at])), default=0)

    def _said_from(self, at: int) -> int | None:
        """Where the turn or the speech around an offset begins: who is told of in it is no « il » from outside."""
        return max((start for start, end in self.said.near(at, at) if start <= at < end), default=None)
