"""Accused and suspects whom a page numbers beside their names: `Shri Ravi Menon (A-1)`, « BEKOLO Jean (S2) ».

Two of a series at least, each number beside one person, where the page says whom it numbers: the mark of an exhibit
stands in brackets after a name as well.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from greffier.reading.candidate import Candidate
from greffier.reading.vocabulary import level

_NUMBER = re.compile(r"[ ]?(?:@[ ]?[^\W\d_]{2,20}[ ]?)?\((?P<code>(?P<series>[ADSPTX])-?\d{1,2})\)")
_WHOM = re.compile(
    r"\b(?:accused|noticees?|suspects?|defendants?|persons?\s+(?:concerned|of\s+interest|involved)|mise?s?\s+en\s+(?:cause|examen)|prevenue?s?"
    r"|inculpee?s?|personnes?\s+(?:concernees?|visees?))\b"
)


def find_numbered(text: str, seen: Sequence[Candidate]) -> list[tuple[Candidate, tuple[int, int]]]:
    """Return each person whom the page numbers, and where the number stands."""
    if _WHOM.search(level(text)) is None:
        return []
    told = [(one, _NUMBER.match(text, one.end)) for one in seen if one.kind == "person"]
    numbered = [(one, found) for one, found in told if found is not None]
    bearers: dict[str, set[str]] = defaultdict(set)
    series: dict[str, set[str]] = defaultdict(set)
    for one, found in numbered:
        bearers[found["code"]].add(level(one.normalised or ""))
        series[found["series"]].add(found["code"])
    return [
        (one, found.span("code"))
        for one, found in numbered
        if len(bearers[found["code"]]) == 1 and len(series[found["series"]]) > 1
    ]
