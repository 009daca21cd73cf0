"""Whom a pronoun means: the one person of the sentences before who can be meant; where two can, nobody is."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from greffier.reading.cast import NOBODY, Speaker
from greffier.reading.gender import Gender, gender_after, gender_before
from greffier.reading.somebody import SOMEBODY
from greffier.records import Mention

_SENTENCE = re.compile(
    r"(?<!\bm)(?<!\bmr)(?<!\bdr)(?<!\bme)(?<!\bmrs)(?<!\bms)(?<![.!?…])[.!?…]++[»\"”)]*+\s"
    r"|\n\s*\n|\n(?=[ \t]*[^\n:]{1,30}:\s)"
)
_GENDERS: dict[str, Gender] = {
    "il": "m", "he": "m", "him": "m", "le": "m", "elle": "f", "she": "f", "her": "f", "la": "f",
    "ce dernier": "m", "celui-ci": "m", "cette derniere": "f", "celle-ci": "f",
}  # fmt: skip
_LATTER = frozenset(("ce dernier", "cette derniere", "celui-ci", "celle-ci", "the latter"))
_PRONOUN = re.compile(r"(?<![\w'-])(?:il|elle|he|she|him|her|lui)(?![\w-])(?<!, lui)(?<!, elle)")  # « X, lui, a fui »
_KIN = re.compile(
    r"\b(?:fil(?:s|le)|epou(?:x|se)|pere|mere|frere|s(?:oe|œ)ur|avocate?|conseil|son|daughter|brother|sister|wife|husband|solicitor|lawyer|attorney)"
    r"\s+(?:de|du|d'|of)\s*(?:(?:m|mme|mr|mrs|ms)\.?\s+)?$"
    r"|\b(?:his|her|their|son|leur)\s+(?:lawyer|solicitor|counsel|attorney|barrister|avocate?|conseil),?\s+(?:(?:me|mr|mrs|ms|mme)\.?\s+)?$"
)
_FARTHEST = 700  # characters before a pronoun in which its person is named
_SUBJECTS = frozenset(("il", "elle", "he", "she"))
_ADVERBIAL = re.compile(
    r"[\W\d]*(?:[^\n:.,]{1,30}[:.])?\s*[\W\d]*(?:(?:le|la|l'|on|at|in|by|a|au|vers|en|ensuite|puis|then|later|after|apres|the|that|ce|cette|from|depuis|du|oui|non|yes|no|et|and|mais|but)\b[^,.;:]{0,45},?)?\s*"
)
_NAME = 100  # characters of a name at most
_STOP = re.compile(r"[.!?]")
_SENTENCES = 3
_LEAD = 14  # characters of a title before the subject of a sentence


class Pronouns:
    """The pronouns of one page; `people` are its mentions of people, in order."""

    def __init__(self, flat: str, people: Sequence[Mention]) -> None:
        self._flat, self._people = flat, people
        self._starts = [one.span.start for one in people]
        self._spans = {one.id: one.span for one in people}

    def meant(self, pronoun: str, at: int, but: Sequence[str]) -> Speaker:
        """Whom a pronoun at a place means, nobody named in `but`; a pronoun before it may mean somebody else yet."""
        gender = _GENDERS.get(pronoun)
        begin = max(at - _FARTHEST, self._flat.rfind("\n\n", 0, at), 0)
        ends = [begin, *(found.end() for found in _SENTENCE.finditer(self._flat, begin, at))]
        if pronoun in _LATTER:
            return self._latter(ends, at)
        if pronoun in _SUBJECTS and not self._named(ends[-1], at, gender, but) and not self._leads(ends[-1], at):
            first = re.compile(rf"(?<![\w'-]){pronoun}(?!\w)").search(self._flat, ends[-1], at)
            if first and self._leads(ends[-1], first.start()):
                return self.meant(pronoun, first.start(), but)  # « Il m'a vendu un camion, il m'a livré »: the same
            return NOBODY  # `Prior told the jury he had been threatened`: one who is not known tells it
        for since in reversed(ends[-_SENTENCES:]):
            named = self._named(since, at, gender, but)
            if len(named) > 1 or (named and not _PRONOUN.search(self._flat, since, at)):
                return named[0] if len(named) == 1 else NOBODY
        named = self._named(begin, at, gender, but)
        return named[0] if len(named) == 1 and self._opens(named[0], ends) else NOBODY

    def _leads(self, start: int, at: int) -> bool:
        """Whether a pronoun is the subject of its sentence: nothing but a label, a date or an adverb before it."""
        return _ADVERBIAL.fullmatch(self._flat, start, at) is not None

    def _opens(self, who: Speaker, ends: Sequence[int]) -> bool:
        """Whether somebody is whom a sentence or a question is about: with a pronoun between, another may be meant."""
        one = self._spans.get(who.id or "")
        if one is None:
            return False
        asked = _STOP.search(self._flat, one.end)
        return any(0 <= one.start - end <= _LEAD for end in ends) or bool(asked and asked.group() == "?")

    def _beginning(self, start: int, end: int) -> Sequence[Mention]:
        """The people whose names begin between two offsets."""
        return self._people[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def _latter(self, ends: Sequence[int], at: int) -> Speaker:
        """« Ce dernier »: who was named last, in the sentence before or in this one."""
        since = ends[-2] if len(ends) > 1 else ends[0]
        last = [one for one in self._beginning(since, at) if one.span.end <= at][-1:]
        return _speaker(last[0]) if last and not of_kin(self._flat, last[0].span.start) else NOBODY

    def _named(self, start: int, end: int, gender: Gender | None, but: Sequence[str]) -> list[Speaker]:
        """Those named in a stretch, each once, by the fullest name."""
        found: list[Speaker] = []
        if self._unnamed(start, end):
            return [NOBODY, NOBODY]
        for one in self._beginning(start, end):
            if one.span.end > end or of_kin(self._flat, one.span.start):
                continue
            who = _speaker(one)
            if self._other_gender(one, gender) or any(_alike(who.name, name) for name in but):
                continue
            if not any(_alike(who.name, other.name) for other in found):
                found.append(who)
        return found

    def _unnamed(self, start: int, end: int) -> bool:
        """Whether somebody without a name is told of, whom a pronoun may mean: `my husband`, « un homme »."""
        for found in SOMEBODY.finditer(self._flat, start, end):
            named = any(
                -1 <= one.span.start - found.end() <= 3 or 0 <= found.start() - one.span.end <= 5
                for one in self._beginning(found.start() - _NAME, found.end() + 4)
            )
            if not named:
                return True
        return False

    def _other_gender(self, one: Mention, gender: Gender | None) -> bool:
        if gender is None:
            return False
        told = gender_before(self._flat, one.span.start) or gender_after(self._flat, one.span.end)
        return told is not None and told != gender


def of_kin(flat: str, at: int) -> bool:
    """Whether the name at a place only tells whose kin or lawyer somebody is: « la sœur de X »."""
    return _KIN.search(flat, max(0, at - 40), at) is not None


def _speaker(one: Mention) -> Speaker:
    return Speaker(one.id, one.normalised or one.span.exact)


def _alike(name: str | None, other: str | None) -> bool:
    ours, theirs = ({*(told or "").casefold().split()} for told in (name, other))
    return bool(ours & theirs) and (ours <= theirs or theirs <= ours)
