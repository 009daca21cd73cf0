"""Ages that English pages tell by a number alone: `Wilfred Cobb (44)`, `STOKES, 61, could not`, `aged 37`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

_YEAR = Decimal(31_536_000)
_NAMED = re.compile(
    r"(?:[A-Z][\w'’-]{1,30}[ \n][A-Z][\w'’-]{1,30}|[A-Z]{3,30}) ?\((?P<brackets>[1-9]\d)\)"
    r"|(?:[A-Z][\w'’-]{1,30}[ \n][A-Z][\w'’-]{1,30}|\b[A-Z]{4,30}), (?P<commas>[1-9]\d)(?=,(?! \d)|\.$|\. [A-Z])",
    re.MULTILINE,
)
_TOLD = re.compile(
    r"\b(?:aged|at the age of|age:?)[ \n](?P<age>[1-9]\d?)(?![\d/.,-]*\d)(?! ?(?:to|and|-|years|months))"
)
_NO_NAME = re.compile(
    r"^(?:January|February|March|April|May|June|July|August|September|October|November|December|Section|Page|Room|Part"
    r"|Article|Figure|Table|Exhibit|Flat|Unit|Volume|Chapter|Appendix|Annex)\b"
)


def ages(text: str) -> Iterator[tuple[int, int, Decimal]]:
    """Yield where an age stands and how much it is in seconds."""
    for match in _NAMED.finditer(text):
        words = match.group().split()
        if not any(_NO_NAME.match(word) for word in words[:2]):
            group = "brackets" if match["brackets"] else "commas"
            yield match.start(group), match.end(group), int(match[group]) * _YEAR
    for match in _TOLD.finditer(text):
        yield match.start("age"), match.end("age"), int(match["age"]) * _YEAR
