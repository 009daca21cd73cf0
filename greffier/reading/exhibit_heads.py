"""The line over the rows of one thing: `EXHIBIT N-14  white powder  seal 118841  gross 4,020 g`."""

from __future__ import annotations

import re
from typing import NamedTuple

from greffier.reading.moves import moved
from greffier.reading.on_page import OnPage
from greffier.reading.tables import Line
from greffier.reading.vocabulary import level
from greffier.records import Mention

_HEAD = re.compile(r"\s*(?:exhibits?|items?|pieces?|scelles?|seals?|objets?|property|production|pce)\b")


class Thing(NamedTuple):
    """The marks of a thing, and what it weighed when it was taken in, where its line tells one weight."""

    marks: tuple[Mention, ...] = ()
    weights: tuple[Mention, ...] = ()


def thing(here: OnPage, line: Line) -> Thing | None:
    """Return what such a line tells; None where a line is no such head."""
    if _HEAD.match(level(line.text)) is None:
        return None
    marks = tuple(here.within(line.start, line.end, "seal"))
    weights = [one for one in here.within(line.start, line.end, "quantity") if moved(one, gross=True)]
    return Thing(marks, tuple(weights) if len(weights) == 1 else ()) if marks else None
