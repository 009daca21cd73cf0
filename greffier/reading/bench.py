"""Who asks and who answers where a hearing has several of each: « Question à Mme X : », `Examined by MR. ASHBY`."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property

from greffier.reading.candidate import Candidate
from greffier.reading.taken import beginning
from greffier.reading.turns import Turn
from greffier.reading.unproven import with_unproven

_EXAMINED = re.compile(
    r"(?:(?:examination|examined|questioned|questions)(?:\s+(?:resumed|continued))?|\n[ \t]*(?=by\s[^\n]{3,40}:))"
    r"\s*by\s+"
    r"(?:(?:mr|ms|mrs|dr)\.?\s+)?(?=[a-z])"
    r"|\b(?:re-?|cross-|contre-|chief\s|principale?\s)?(?:examination|interrogatoire)[ ]?"
    r"(?:[(–—:-]|par\s|of\s[^\n(]{3,40}\()[ ]?(?:by\s|par\s)?(?:me|maitre|mr|mrs|ms|m|mme|dr|adv|atty)\.?\s+(?=[a-z])"
)
_STAGE = re.compile(  # a title that says not who asks: not the one before
    r"\n[ \t]*(?:re-?examination|(?:evidence|examination)[ -]in[ -]chief|cross-examination"
    r"|(?:questions?\s+)?by\s+(?:the\s+)?(?:court|assessors|jury))[ \t]*[:.]?[ \t]*(?=\n)"
)
_TRADE = r"(?:,\s[a-z][a-z -]{2,40}(?=,))?"  # `MRS. MARCHMONT, baker, sworn`
_SWORN = re.compile(
    rf"{_TRADE}"
    r"[ ]?[,(–—-]?\s?"
    r"(?:\(?(?:having\s+been\s+|being\s+)?(?:duly\s+|re-?)?(?:(?:sworn|affirmed)\b|called(?=\s*(?:[).,:;\n]|$))))"
)
_AT_ONCE = 40  # characters after « examined by » in which a name has to stand, on its line


class Bench:
    """The questions and answers of one page; `seen` are its people, `flat` its level view."""

    def __init__(self, text: str, flat: str, seen: Sequence[Candidate], turns: Sequence[Turn]) -> None:
        self._text, self._flat, self._seen, self._turns = text, flat, seen, turns

    def who(self, turn: Turn) -> Candidate | None:
        """Who asks or answers in this turn, as far as its own label or what stands before it says."""
        if turn.voice == "answer" and turn.start in self._asked:
            return self._asked[turn.start]
        begun = self._examiners if turn.voice == "question" else self._sworn
        at = bisect_right(begun, turn.label[0], key=lambda one: one[0])
        return begun[at - 1][1] if at else None

    @cached_property
    def _asked(self) -> dict[int, Candidate]:
        """Whom the label of a question names, by where the answer to it begins."""
        asked: dict[int, Candidate] = {}
        last: Candidate | None = None
        for turn in self._turns:
            if turn.voice == "question":
                here = beginning(self._seen, *turn.label)
                last = next((one for one in here if one.kind == "person" and one.end <= turn.label[1]), None)
            elif turn.voice == "answer" and last is not None:
                asked[turn.start] = last
        return asked

    @cached_property
    def _examiners(self) -> list[tuple[int, Candidate | None]]:
        """`Examined by MR. ASHBY`: who asks from there on; nobody known after `RE-EXAMINATION` alone."""
        cues = [found.end() for found in _EXAMINED.finditer(self._flat)]
        ends = [(at, min(at + _AT_ONCE, (self._text + "\n").index("\n", at))) for at in cues]
        near = [(at, with_unproven(self._text, at, end, self._seen)) for at, end in ends]
        nameless = [(found.end(), None) for found in _STAGE.finditer(self._flat)]
        return sorted([*((at, found[0]) for at, found in near if found), *nameless], key=lambda one: one[0])

    @cached_property
    def _sworn(self) -> list[tuple[int, Candidate | None]]:
        """`MRS. HELEN MARCHMONT, sworn`: who answers from there on."""
        people = (one for one in self._seen if one.kind == "person")
        return [(one.end, one) for one in people if _SWORN.match(self._flat, one.end)]
