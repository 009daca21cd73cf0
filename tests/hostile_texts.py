"""Texts that nobody writes: one sign, or a few signs, over and over; and beginnings of what a pattern looks for."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from re import _constants as sre  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

SIGNS = "aAzé19 \n\t\u00a0\u202f.,;:!?…'’\"«»“”()[]{}<>-–—_/\\|*+=@#&%€$°~"
FEW = (
    "a ", "1 ", "A ", ". ", "« ", "« a ", "A. ", "Aa ", "Aaa Bbb ", "1,", "1.", "1-", "1/", "l'", "a-", "a.", "a\n",
    "A\n", "1\n", " \n", "\n\n ", "a, ", "a: ", "- ", "-\n", "( ", "(a", "[a", "<a", '"a ', "(1", "@a", "a@",
    "a.a@", "a_", "1h", "1:", "de ", "le ", "DE ", "n° ", "M. ", "et ", "the ", "1 000 ", "00 ", "+3", "A1", "a1",
    "D1 ", "D1/", "12/12/", "* ", "..", "?!", "==", "&a", "\\a", "#a",
)  # fmt: skip
_TRIED = "xX1 .,-\n'’é«»\"(:;/_@€\t\u00a0"
_OPTIONAL = 2  # how often more than it must a sample repeats what may be repeated
_CUTS = 8  # beginnings of a sample that are repeated
_SAMPLES = 3
_BOUND = 60  # times that a part may be repeated at most without being called endless
_REPEATS = (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT)


def hostile(pattern: re.Pattern[Any]) -> list[str]:
    """What is to be repeated against a pattern: signs, a few signs, and beginnings of what it matches."""
    chance = random.Random(7)
    tree = _parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG)
    begun: dict[str, None] = {}
    for _ in range(_SAMPLES):
        sample = "".join(_matching(tree, chance))[:200]
        begun.update((sample[: max(1, len(sample) * cut // _CUTS)], None) for cut in range(1, _CUTS + 1) if sample)
    return [*SIGNS, *FEW, *begun]


def repeats(pattern: re.Pattern[Any]) -> bool:
    """Whether a pattern repeats anything without end, or a repeat: else its work at a place has a bound."""
    return _repeats(_parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG), False)


def _repeats(tree: Any, inside: bool) -> bool:
    for kind, told in tree:
        if kind in _REPEATS and told[1] > 1 and (inside or told[1] > _BOUND):
            return True
        again = inside or (kind in _REPEATS and told[1] > 1)
        if any(_repeats(part, again) for part in _parts(kind, told)):
            return True
    return False


def _parts(kind: Any, told: Any) -> list[Any]:
    """The patterns that a part of a pattern is made of."""
    if kind is sre.BRANCH:
        return list(told[1])
    if kind is sre.ATOMIC_GROUP:
        return [told]
    if kind in (sre.ASSERT, sre.ASSERT_NOT):
        return [told[1]]
    return [told[-1]] if kind is sre.SUBPATTERN or kind in _REPEATS else []


def lengthened(unit: str, length: int) -> Iterator[str]:
    """The texts of this length that a unit makes: itself over and over, and itself once with its last sign repeated."""
    yield (unit * (length // len(unit) + 1))[:length]
    if len(unit) > 1:
        yield (unit + unit[-1] * length)[:length]


def _matching(tree: Any, chance: random.Random) -> Iterator[str]:
    """Signs that a pattern may match, one way among many; what stands around a match is not looked at."""
    for kind, told in tree:
        if kind is sre.LITERAL:
            yield chr(told)
        elif kind in (sre.ANY, sre.NOT_LITERAL):
            yield "x"
        elif kind is sre.IN:
            yield chance.choice([sign for sign in _signs(told) if _holds(told, sign)] or ["x"])
        elif kind is sre.BRANCH:
            yield from _matching(chance.choice(told[1]), chance)
        elif kind is sre.SUBPATTERN:
            yield from _matching(told[-1], chance)
        elif kind is sre.ATOMIC_GROUP:
            yield from _matching(told, chance)
        elif kind in _REPEATS:
            least, most, what = told
            for _ in range(chance.randint(least, min(most, least + _OPTIONAL))):
                yield from _matching(what, chance)


def _signs(told: Any) -> str:
    named = [chr(what if kind is sre.LITERAL else what[0]) for kind, what in told if kind in (sre.LITERAL, sre.RANGE)]
    return _TRIED + "".join(named)


def _holds(told: Any, sign: str) -> bool:
    held = negated = False
    for kind, what in told:
        if kind is sre.NEGATE:
            negated = True
        elif kind is sre.LITERAL:
            held |= ord(sign) == what
        elif kind is sre.RANGE:
            held |= what[0] <= ord(sign) <= what[1]
        elif kind is sre.CATEGORY:
            held |= _CATEGORIES[str(what)].match(sign) is not None
    return held is not negated


_CATEGORIES = {
    f"CATEGORY_{name}": re.compile(shape)
    for name, shape in (
        ("DIGIT", r"\d"), ("NOT_DIGIT", r"\D"), ("SPACE", r"\s"), ("NOT_SPACE", r"\S"), ("WORD", r"\w"),
        ("NOT_WORD", r"\W"),
    )
}  # fmt: skip
