"""Names that the words before them tell: « sa grand-mère, Apollonie Weiss », `Uncle Boateng`, `ONG Beng Huat`."""

from __future__ import annotations

import re
from functools import lru_cache

from greffier.reading.capitals import Capital, Run, common, ordinary
from greffier.reading.role_words import role_words
from greffier.reading.vocabulary import any_of, table

_NOUN_BEFORE = re.compile(
    r"\b(?:the|an?|his|her|its|our|their|my|your|another|one|le|la|une?|son|sa|leur|notre|mon|ma|votre)\s"
    r"(?P<noun>[a-z][a-z' -]{2,40}),\s$"
    r"|\bl'(?P<elided>[a-z][a-z' -]{2,40}),\s$"
)
_ONE = re.compile(r"\b(?:to|by|from|with|of|and|named|against|on|is|was)\sone\s$")  # `registered to one Muthu`
_DAUGHTER = frozenset(("Ní", "Nic", "Uí", "Mhic"))
_FAR = 56  # characters before a name in which its noun stands


@lru_cache(maxsize=1)
def _kin() -> re.Pattern[str]:
    held = table("people")
    return re.compile(rf"(?:{any_of(held['kin'])})\Z")


def is_apposed(flat: str, start: int) -> bool:
    """Whether a noun of a person and a comma stand before: `the convoy leader, Yohannes Abate`."""
    if flat[start - 2 : start] not in (", ", ",\n"):
        return False
    told = _NOUN_BEFORE.search(flat, max(0, start - _FAR), start)
    if told is None:
        return False
    noun = (told["noun"] or told["elided"]).split()
    held, roles = table("people"), role_words()
    if noun[-1] in held["of_firms_too"] or noun[0] in held["of_firms_too"]:
        return False
    return (
        noun[-1] in roles.heads
        or noun[-1] in roles.trades
        or noun[0] in roles.single
        or noun[0] in roles.trades
        or _kin().search(" ".join(noun)) is not None
    )


def is_one(flat: str, run: Run) -> bool:
    """`registered to one Muthu`: somebody of whom no more is known, where the word is no ordinary one."""
    if flat[run.start - 4 : run.start] != "one " or len(run.words) > 4 or common(run.words[0].flat):
        return False
    return _ONE.search(flat, max(0, run.start - 16), run.start) is not None


def is_called(words: tuple[Capital, ...]) -> bool:
    """`Uncle Boateng`, « Tata Mireille », `Oga Dele`: what people call those they know, before one or two words."""
    first, *rest = words
    held = table("people")
    return (
        first.flat in (held["called"] if first.opens else [*held["called"], *held["called_inside"]])
        and 1 <= len(rest) <= 2
        and all(word.shape == first.shape == "C" and word.gap == " " for word in rest)
        and not any(ordinary(word.flat) for word in rest)
        and not (first.opens and common(rest[0].flat))
    )


def is_irish(text: str, run: Run) -> bool:
    """`Gráinne Ní Fhearghail`: whose daughter somebody is, written with its accent, which no other word has."""
    inner = run.words[1:-1]
    return len(run.words) == 3 and text[inner[0].start : inner[0].end] in _DAUGHTER and run.shapes == "CCC"


def is_short_family(run: Run) -> bool:
    """`ONG Beng Huat`, « LY Van Tai »: a short family name in capitals before two given ones that are no words."""
    if run.shapes != "UCC" or not 2 <= len(run.words[0].flat) <= 3 or any("\n" in word.gap for word in run.words):
        return False
    return not any(common(word.flat) or len(word.flat) < 2 for word in run.words[1:])
