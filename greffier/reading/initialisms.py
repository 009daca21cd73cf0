"""Letters that stand for a service or a firm: those of the list, and others where the words around take them for one.

Letters stand for things too (`GPS`, « TVA »): such are listed, and what stands in a line of capitals proves nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from greffier.reading.capitals import UPPER, WORD, common, runs, shouted
from greffier.reading.places import known_place
from greffier.reading.towns import known_town
from greffier.reading.vocabulary import any_of, level, table

_LETTERS = re.compile(
    rf"[{UPPER}](?<![\w@./#&-].)(?:[{UPPER}]{{2,5}}(?:-[{UPPER}]{{2,4}})?|(?:\.[{UPPER}]){{2,4}}\.)"
    r"(?![\w@/&]|-\w|\.\w|['’](?!s\b)|[ ]n°|[ ]\d)"
)
_TOWN_AFTER = re.compile(rf"[ ](?:de[ ]|d['’]|DE[ ]|D['’])?(?P<town>{WORD})")
_OF_A_NUMBER = re.compile(r"\d[ ]?/\Z")  # « n° 418/DGSN/DIC »
_OF_A_NAME = re.compile(rf"\b[{UPPER}][^\W\d_]+[ ](?:LE|LA)[ ]$")  # « Yannick LE GOFF »
_VOWEL = re.compile("[AEIOUY]")
_SPOKEN = re.compile(r"(?:[^AEIOUY]{0,2}[AEIOUY]){2,}[^AEIOUY]{0,2}")  # « BENALI »: somebody's name in capitals


class _Patterns(NamedTuple):
    listed: frozenset[str]
    written: frozenset[str]
    things: frozenset[str]
    before: re.Pattern[str]
    after: re.Pattern[str]


@lru_cache(maxsize=1)
def _patterns() -> _Patterns:
    held = table("organisations")
    return _Patterns(
        listed=frozenset(held["acronyms"]),
        written=frozenset(held["written_acronyms"]),
        things=frozenset(held["letters_of_things"]),
        before=re.compile(rf"(?:(?<!\w)(?:{any_of(held['before_letters'])})\s|(?<!\w)l')$"),
        after=re.compile(rf"(?:['’]s)?\s(?:{any_of(held['after_letters'])})(?!\w)"),
    )


def find_initialisms(text: str, flat: str) -> Iterator[tuple[int, int]]:
    """Yield where such letters stand, with the town where the service sits; `flat` is the level view of the text."""
    known = _patterns()
    for run in runs(text):
        for word in run.words:
            if word.flat not in known.listed or (word.shape != "U" and word.flat not in known.written):
                continue
            if not _OF_A_NUMBER.search(text, max(0, word.start - 3), word.start):
                yield word.start, _with_town_after(text, word.end)
    for letters in _LETTERS.finditer(text):
        if _is_body(text, flat, letters, known):
            yield letters.start(), _with_town_after(text, letters.end())


def _is_body(text: str, flat: str, letters: re.Match[str], known: _Patterns) -> bool:
    bare = letters.group().replace(".", "").replace(" ", "")
    if len(bare) < 3 or level(bare) in known.things or (len(bare) > 4 and _SPOKEN.fullmatch(bare)):
        return False
    if shouted(text, letters.start(), letters.end()):
        return False
    if letters.group().endswith(".") and _with_town_after(text, letters.end()) > letters.end():
        return True  # « B.R.I. de Nantes »
    if _OF_A_NAME.search(text, max(0, letters.start() - 30), letters.start()):
        return False
    if known.before.search(flat, max(0, letters.start() - 12), letters.start()):
        return _VOWEL.search(bare) is None or not common(level(bare))
    return len(bare) < 6 and not common(level(bare)) and known.after.match(flat, letters.end()) is not None


def _with_town_after(text: str, end: int) -> int:
    """« DIPJ Lyon », « OFAST de Brest »: a service with the town where it sits."""
    town = _TOWN_AFTER.match(text, end)
    return town.end() if town and (known_town(level(town["town"])) or known_place(level(town["town"]))) else end
