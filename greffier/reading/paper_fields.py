"""Fields of a paper that moves something: a label, and what fills it, one or several in a line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from greffier.reading.vocabulary import table


def alternatives(told: str) -> str:
    """A list of the lexicon, written over several lines, as one pattern."""
    return told.replace("\n", "").replace(" |", "|")


_LABELS = "|".join(f"(?P<{name}>(?:{alternatives(told)}))" for name, told in table("slips")["labels"].items())
_FIRST = re.compile(rf"(?:{_LABELS})(?:[ ]?[:|]|[ ]{{2,60}}+)[ \t]{{0,60}}+(?P<value>[^\n|]{{1,200}})")
_LATER = re.compile(rf"(?:{_LABELS})[ ]?:[ \t]{{0,60}}+(?P<value>[^\n|]{{1,200}})")
_GAP = re.compile(r"[ \t|]{2,60}+")
_NEXT = re.compile(r"[ \t]{2,60}+(?=[a-z][a-z0-9 .'/°-]{0,30}:)")


class Field(NamedTuple):
    """`name` is the meaning of its label; the offsets are those of its value."""

    name: str
    start: int
    end: int


def fields(flat: str, start: int, end: int) -> Iterator[Field]:
    """Yield the fields of the lines of a stretch of the level view; the label of a line begins it or wants a colon."""
    at = start
    while at < end:
        stop = flat.find("\n", at, end)
        stop = stop if stop >= 0 else end
        yield from _in_line(flat, at, stop)
        at = stop + 1


def _in_line(flat: str, start: int, stop: int) -> Iterator[Field]:
    first = start + len(flat[start:stop]) - len(flat[start:stop].lstrip(" \t|"))
    places = [first, *(gap.end() for gap in _GAP.finditer(flat, first, stop))]
    for place in places:
        found = (_FIRST if place == first else _LATER).match(flat, place, stop)
        if found is not None and (name := _name(found)):
            value = found.start("value")
            after = _NEXT.search(flat, value, found.end())
            end = after.start() if after else found.end()
            yield Field(name, value, value + len(flat[value:end].rstrip()))


def _name(found: re.Match[str]) -> str | None:
    return next((name for name in table("slips")["labels"] if found[name] is not None), None)
