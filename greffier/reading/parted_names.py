"""Names that a form parts: `Surname  BAXTER   Forenames  Colin`, « Nom : Tarride / Prénoms : Joël, Marcel ».

Each part is a mention of the one person, whose value is the whole name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from greffier.reading.candidate import Candidate
from greffier.reading.capitals import UPPER, WORD
from greffier.reading.people import readable
from greffier.reading.vocabulary import any_of, level, table

_FAR = 160  # characters from one part to the label of the other: a line between them at the most
_VALUE = re.compile(
    rf"(?:(?:d[eu]|da|van|von|der|den|el|al|bin|ben|ould)[ ]){{0,2}}(?:{WORD}|[{UPPER}][{UPPER}'’-]{{1,30}})"
    rf"(?:,?[ ](?:{WORD}|[{UPPER}][{UPPER}'’-]{{1,30}})){{0,3}}(?=[ \t]{{2}}|[ \t]*(?:[\n|;/()]|\.?$))"
)
_SPREAD = re.compile(
    rf"[{UPPER}][{UPPER}'’-]{{1,30}}(?:[ ]{{2}}[{UPPER}][{UPPER}'’.-]{{0,30}}){{1,3}}(?=[ ]{{3}}|[ \t]*(?:\n|\Z))"
)

_IDENTIFIED = re.compile(  # `ARDOIN, Terrence J.  aka "Tee"  B/M  DOB …`: family name first, then what tells who it is
    rf"(?<![\w,.'’-])[{UPPER}][{UPPER}'’-]{{2,24}}(?:[ -][{UPPER}][{UPPER}'’-]{{1,24}})?,[ ](?:{WORD}|[{UPPER}]\.)"
    rf"(?:[ ](?:{WORD}|[{UPPER}]\.?)){{0,2}}"
    r"(?![\w'’-])(?=[,;.]{0,2}[ ]{1,12}\(?"
    r"(?:(?i:aka|a\.k\.a\.|alias|dite?|dob|d\.o\.b\.?|born|n[ée]e?|date of birth|age[ds]?)\b"
    r"|[BWHAIOU]/[MF]\b))"
)


@lru_cache(maxsize=1)
def _labels() -> re.Pattern[str]:
    held = table("people")
    parts = "|".join(rf"(?P<{part}>{any_of(held[f'{part}_fields'])})" for part in ("family", "given"))
    return re.compile(
        rf"(?:\A|\n|[ \t]{{2}}|[|;/])[ \t]*(?:\d{{1,2}}[ ]?[.)][ \t]*)?(?:{parts})(?:[ ]?\([^()\n]{{1,40}}\))?"
        r"(?:[ \t]{0,20}[:.|=][ \t.:_]{0,40}|[ \t]{2,40})"
    )


def parted_names(text: str) -> list[Candidate]:
    """Return both parts of each name that fields of its own part, in the order of the page."""
    fields = list(_fields(text))
    found: list[Candidate] = []
    for one, other in pairwise(fields):
        (kind, start, end), (second, at, till) = one, other
        near = at - end < _FAR and text.count("\n", end, at) <= 2
        if kind != second and near and (not found or found[-1].end <= start):
            family, given = (one, other) if kind == "family" else (other, one)
            whole = f"{_shown(text, given)} {_shown(text, family)}"
            found += [Candidate(*place, "person", whole, 0.95) for place in ((start, end), (at, till))]
    return found


def spread_names(text: str) -> Iterator[Candidate]:
    """Names in capitals in one field, each part set apart: `Name   ARDOIN  TERRENCE  JAMES      DOB 07/11/1989`."""
    flat = level(text)
    for label in _name_labels().finditer(flat):
        value = _SPREAD.match(text, label.end())
        if value is not None:
            yield Candidate(value.start(), value.end(), "person", _inverted(value.group()), 0.95)


def identified_names(text: str) -> Iterator[Candidate]:
    """Names told family name first, before a birth, a by-name or the sex of who bears them."""
    for found in _IDENTIFIED.finditer(text):
        family, _, given = found.group().partition(",")
        yield Candidate(*found.span(), "person", readable(f"{given.strip()} {family.title()}"), 0.95)


def _inverted(told: str) -> str:
    family, *given = told.split()
    return readable(" ".join([*given, family]).title())


@lru_cache(maxsize=1)
def _name_labels() -> re.Pattern[str]:
    return re.compile(
        rf"(?:\A|\n)[ \t]*(?:{any_of(table('people')['labels'])})(?:[ \t]{{0,12}}[:|][ \t]*|[ \t]{{2,40}})"
    )


def _fields(text: str) -> Iterator[tuple[str, int, int]]:
    flat = level(text)
    for label in _labels().finditer(flat):
        value = _VALUE.match(text, label.end())
        if value is not None and level(value.group()).split()[0] not in table("people")["things"]:
            yield str(label.lastgroup), value.start(), value.end()


def _shown(text: str, field: tuple[str, int, int]) -> str:
    return readable(text[field[1] : field[2]].replace(",", ""))
