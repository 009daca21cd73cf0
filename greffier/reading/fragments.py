"""Words between marks in what somebody is reported to have said: « X martèle que l'enquête ira « jusqu'au bout » ».

They are his own, be they few, unless they name somebody or something.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from greffier.reading.marks import quoted
from greffier.reading.spoken import Spoken
from greffier.reading.taken import Taken

_NAMES = re.compile(  # what stands before marks that hold a name
    r"(?:\b(?:surnom\w*|alias|dite?|nomme\w*|denomme\w*|appel\w+|baptis\w+|intitul\w+|contact|groupe|navire|bar|societe|enregistre\w*|sous|pseudo\w*|operation"
    r"|nickname\w*|known|called|named|aka|a\.k\.a\.|as|saved|labelled|marked|titled|entitled|vessel|ship|exhibit|operation|username|handle|code|file|folder|song|group)"
    r"(?:\s+(?:le|la|les|the|as|only|de|nom|name|of))*|@|\bun\s+certain)\s*[:,]?\s*$"
)
_DETERMINER = re.compile(r"(?:le|la|les|the|monsieur|mr|m\.)\s|l['’]")
_ARTICLE = re.compile(
    r"(?<![\w'])(?:an?|the|une?|les?|la|des?|du|d'|l'|ce|cette|this|that|these)\s*$"
)  # `a "parcel"`: a code word


def find_fragments(text: str, flat: str, told: Sequence[tuple[int, int]], taken: Taken) -> Iterator[Spoken]:
    """Yield what stands between marks inside the stretches `told` and is not `taken` as speech yet."""
    if not told:
        return
    reported = Taken(told)
    for whole, inner in quoted(text):
        within = any(start <= whole[0] and inner[1] <= end for start, end in reported.near(*inner))
        if within and taken.free(*inner) and _is_said(text, flat, whole, inner):
            yield Spoken(*inner, whole, None)


def _is_said(text: str, flat: str, whole: tuple[int, int], inner: tuple[int, int]) -> bool:
    words = text[slice(*inner)].strip(" \u00a0\u202f")
    before = max(0, whole[0] - 40)
    code = " " not in words and _ARTICLE.search(flat, before, whole[0])
    named = _DETERMINER.match(words) or _NAMES.search(flat, before, whole[0])
    return words[:1].islower() and not code and not named
