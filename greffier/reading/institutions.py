"""Institutions told in full: those of the list with what completes them, English ones with what stands before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from greffier.reading.capitals import WORD, ordinary
from greffier.reading.listed import Listed
from greffier.reading.tails import without_loose_tail
from greffier.reading.vocabulary import any_of, level, table

_COMPLEMENT = re.compile(
    r"[ \u00a0\n]+(?i:de[ \u00a0]la|de|du|des|d['’]|à|at|of|for)[ \u00a0]?(?i:l['’]|the[ ])?[ ]?"
    rf"{WORD}(?:[ ](?:(?:du|de|des|sur|la|le)[ ])?{WORD}){{0,2}}"
)
_AFTER_TOWN = frozenset("court constabulary police".split())
_TOWN_BEFORE = re.compile(rf"(?<![\w-])(?P<town>{WORD}(?:[ ]{WORD})?)[ ]\Z")


@lru_cache(maxsize=1)
def _patterns() -> tuple[Listed, frozenset[str]]:
    held = table("organisations")["institutions"]
    names = [name.removesuffix(" *") for name in held]
    open_ended = frozenset(name[:-2] for name in held if name.endswith(" *"))
    return Listed(rf"(?<![\w-])(?:{any_of(names)})(?![\w])", names), open_ended


def find_institutions(text: str, flat: str) -> Iterator[tuple[int, int]]:
    """Yield where institutions stand; `flat` is the level view of the text."""
    pattern, open_ended = _patterns()
    for match in pattern.finditer(flat):
        end = match.end()
        if " ".join(match.group().split()) in open_ended:
            more = _COMPLEMENT.match(text, end)
            if more is None:
                if len(match.group().split()) < 3 and not text[match.start()].isupper():
                    continue  # « le ministère », « office central »: no name yet
                if " " not in match.group().strip():
                    continue  # « Brigade »: neither
            else:
                end = _completed(text, end, more)
        yield _with_town_before(text, match.start(), match.group()), end


def _completed(text: str, end: int, more: re.Match[str]) -> int:
    """The end of an institution with its complement; one word after `of` is bound to it: `High Court of Justice`."""
    words = more.group().split()
    if level(words[0]) in ("of", "for") and (len(words) == 2 or level(words[1]) == "the"):
        return more.end()
    return without_loose_tail(text, end, more.end())


def _with_town_before(text: str, start: int, name: str) -> int:
    """`Elmford Magistrates' Court`: English courts and forces are called after their town."""
    if name.split()[-1] not in _AFTER_TOWN:
        return start
    town = _TOWN_BEFORE.search(text, max(0, start - 40), start)
    return start if town is None or ordinary(level(town["town"]).split()[0]) else town.start()
