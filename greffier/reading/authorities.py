"""English bodies by the noun that ends or begins them: `Port of London Authority`, `Serious Crime Unit`, headings.

Their other words are often ordinary ones (`Natural Resources Board`), so what counts is that all are capitalised where
nothing else would be.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from greffier.reading.capitals import UPPER, WORD, Capital, Run, ordinary, runs
from greffier.reading.surroundings import ends_title, strong_given
from greffier.reading.vocabulary import at_lines, level, table

_OF_BEFORE = re.compile(
    rf"(?:(?<![\w'’-])(?P<of>{WORD}(?:[ ]{WORD})?)[ ](?:of|for)[ ](?:the[ ])?"
    rf"|(?<![\w'’-])(?P<and>{WORD})[ ](?:and|&)[ ]"
    rf"|(?<![\w'’-])(?P<whose>(?:{WORD}\.?[ ]){{0,3}}{WORD}(?:['’]s|(?<=s)['’]))[ ])\Z"
)
_OF_AFTER = re.compile(
    rf"[ ](?:of|for|on|[Aa]gainst)[ ](?:the[ ])?{WORD}(?:[ ]{WORD}|[ ]of[ ](?:the[ ])?{WORD}){{0,3}}"
    rf"(?:[ ](?:and|&)[ ]{WORD}(?![ ]{WORD}))?(?!['’]?\w)"
)
_SEGMENT = re.compile(
    rf"[ \t]*(?:IN THE |BEFORE THE )?"
    rf"(?P<name>[{UPPER}0-9][{UPPER}0-9'’.&-]{{0,30}}(?:[ ][{UPPER}0-9&][{UPPER}0-9'’.&-]{{0,30}}){{1,9}})"
    r"[ \t]*(?=\n|$|[–—|:(-]|[ ]{2})"
)
_JOINS = frozenset("of and for the on & at in".split())
_NO_FIRST = frozenset(
    "the a an this that our his her their when before after while and but in on at by to for from with".split()
)


@lru_cache(maxsize=1)
def _nouns() -> tuple[frozenset[str], frozenset[str], frozenset[str], frozenset[str]]:
    held = table("organisations")
    lists = (frozenset(held[name]) for name in ("body_ends", "loose_body_ends", "inside", "body_heads"))
    sure, loose, inside, heads = lists
    return sure, loose, inside, heads


def find_authorities(text: str, flat: str) -> Iterator[tuple[int, int]]:
    """Yield where English bodies stand; `flat` is the level view of the text."""
    sure, loose, *_ = _nouns()
    for run in runs(text):
        for last in range(len(run.words) - 1, -1, -1):
            noun = run.words[last].flat
            if noun not in sure and noun not in loose:
                noun = noun.replace("rn", "m")  # « Departrnent »
            if run.words[last].shape == "C" and (noun in sure or noun in loose):
                found = _named(text, run, last, noun in sure)
                if found:
                    yield found
                    break
    for line in at_lines(_SEGMENT, text):
        if _is_heading(level(line["name"]).split()):
            yield line.span("name")


def _named(text: str, run: Run, last: int, sure: bool) -> tuple[int, int] | None:
    first = _first(text, run, last)
    words = run.words[first : last + 1]
    start = words[0].start
    joined = _OF_BEFORE.search(text, max(0, start - 60), start)
    if joined and _belongs(joined, words):
        start = joined.start()
    after = _OF_AFTER.match(text, words[-1].end)
    end = after.end() if after else words[-1].end
    if start == words[-1].start and (after is None or words[-1].flat in _AFTER_ONLY):
        return None
    named = any(not ordinary(word.flat) for word in words[:-1])
    if sure or named:
        return start, end
    return (start, end) if _led(text, start) and not (len(words) == 2 and words[0].opens) else None


def _first(text: str, run: Run, last: int) -> int:
    """Where the capitalised words begin that end with word `last`."""
    inside = _nouns()[2]
    first = last
    while first > 0 and run.words[first].gap == " " and run.words[first - 1].shape in "CU":
        before = run.words[first - 1]
        if before.flat in _NO_FIRST or ends_title(before.flat) or strong_given(before.flat):
            break
        labelled = text[max(0, before.start - 2) : before.start].strip() == ":"
        if before.opens and ordinary(before.flat) and before.flat not in inside and not labelled:
            break
        first -= 1
    return first


_AFTER_ONLY = frozenset("service services branch division guard customs force team unit squad network".split())


def _belongs(joined: re.Match[str], words: tuple[Capital, ...]) -> bool:
    """Whether what stands before `of`, `and` or a possessive is part of the name: `Kent and Medway Police`."""
    flats = level(joined.group().strip()).replace("'s", "").split()
    if strong_given(flats[0]) or ends_title(flats[0]) or flats[0] in _NO_FIRST or words[0].flat in _NO_FIRST:
        return False
    if joined["of"]:
        return level(joined["of"]).split()[-1] in _nouns()[3]
    return joined["and"] is None or not ordinary(flats[0]) or len(words) > 1


def _led(text: str, start: int) -> bool:
    """Whether an article or a small word leads to the name: `the Serious Crime Unit`."""
    return (
        re.search(r"(?:\b(?:[Tt]he|our|by|from|with|of|to|and|at)[ \n])\Z", text[max(0, start - 6) : start]) is not None
    )


def _is_heading(flats: list[str]) -> bool:
    """Whether a line in capitals is the name of a body: its last word is such a noun, or one with `of` begins it."""
    sure, loose, *_ = _nouns()
    bare = [flat.strip(".,'") for flat in flats]
    if bare[-1] in sure or (bare[-1] in loose and len(bare) > 2):
        return not any(flat in table("organisations")["breaks"] for flat in bare if flat not in _JOINS)
    begins = bare[0] in loose and bare[1] == "of"  # `OFFICE OF THE COMMISSIONER`
    return begins or any(
        flat in sure and after in ("of", "on", "for", "0f", "0n") for flat, after in pairwise(bare[:-1])
    )
