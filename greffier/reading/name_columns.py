"""Tables with a column of people, and with one of their other names: « Nom et prénoms | Sobriquet », `Name | Alias`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from greffier.reading.candidate import Candidate
from greffier.reading.capitals import UPPER, WORD, ordinary
from greffier.reading.cell_values import nothing
from greffier.reading.columns import plain
from greffier.reading.naming import MOST_WORDS, SPOKEN, Naming
from greffier.reading.people import readable
from greffier.reading.places import known_place
from greffier.reading.role_words import role_words
from greffier.reading.surroundings import strong_given, titles
from greffier.reading.tables import Cell, Line, Table, find_tables
from greffier.reading.taken import beginning
from greffier.reading.vocabulary import level, table
from greffier.records import Page

_PARTICLE = r"(?:(?:de|du|des|da|di|do|dos|van|von|der|den|el|al|ben|bin|ibn|bint|binti|ould|mint|wa|ole|arap)[ ])"
_PART = rf"(?:{_PARTICLE}{{0,2}}{WORD}\.?|{_PARTICLE}{{0,2}}[{UPPER}]\.?)"
_NAME = re.compile(rf"{_PART}(?:,?[ ]{_PART}){{0,4}}")
_BYNAME = re.compile(r"[«“\"'‘]?[ \u00a0]?(?P<name>@?\w[^,;/«»“”\"\n]{0,38}?)[ \u00a0]?[»”\"'’]?[ ]?(?:[,;/]|$)")
_BRACKETS = re.compile(r"\s*\([^()\n]{0,40}\)\s*$")
_MOST_CELLS = 0.6  # of a column that must be names


def columned_names(page: Page) -> Iterator[Candidate]:
    """Yield what stands in the columns of a table that hold people."""
    for laid in find_tables([page], _is_head) if _may_hold(page.text) else ():
        families = [at for at in range(laid.width) if _is_of(laid, at, _names()) and _are_names(laid, at)]
        given = [at for at in range(laid.width) if _is_of(laid, at, _given()) and _are_names(laid, at)]
        for row in laid.rows:
            parts = [name for at in (*given[:1], *families[:1]) if (name := _name_in(row, at)) is not None]
            whole = readable(" ".join(page.text[start:end].replace(",", "") for start, end in parts))
            for at in (*families, *given[:1]):
                name = _name_in(row, at)
                if name is not None and _names_somebody(page.text[slice(*name)], len(parts) > 1):
                    one = whole if given and at in (families[0], given[0]) else readable(page.text[slice(*name)])
                    yield Candidate(*name, "person", one, 0.9)


def columned_bynames(page: Page, people: Sequence[Candidate]) -> Iterator[Naming]:
    """Yield the other names in a column of these, with the person of the row; `people` in order."""
    for laid in find_tables([page], _is_head) if _may_hold(page.text) else ():
        whose = [at for at in range(laid.width) if _is_of(laid, at, _names())]
        other = [at for at in range(laid.width) if _is_of(laid, at, _bynames()) and at not in whose]
        if other and not whose:  # « Chauffeur | Surnom »: the first column that names people
            whose = [at for at in range(laid.width) if at not in other and _are_names(laid, at)][:1]
        for row in laid.rows if whose else ():
            cell = _cell(row, whose[0])
            who = max(beginning(people, cell.start, cell.end - 1), key=lambda one: one.end - one.start, default=None)
            for at in other if who is not None else ():
                for name in _bynames_in(row, at):
                    if who is not None and name != who[:2]:
                        yield Naming("alias", who[:2], name)


def _may_hold(text: str) -> bool:
    return "|" in text or "\t" in text or "   " in text or ";" in text


def _is_head(line: Line) -> bool:
    """Whether a row names a column of people, or of other names, and another column; no cell of it is a figure."""
    told = [plain(line.words(at)) for at in range(len(line.cells))]
    filled = [name for name in told if name]
    of_people = any(name in _names() or name in _given() or name in _bynames() for name in filled)
    return of_people and len(filled) > 1 and not any(any(map(str.isdigit, name)) for name in filled)


def _is_of(laid: Table, at: int, known: frozenset[str]) -> bool:
    return bool(laid.head) and plain(laid.name(at)) in known


def _are_names(laid: Table, at: int) -> bool:
    """Whether most of the filled cells of a column may be names of people."""
    told = [words for words in laid.column(at) if not nothing(words)]
    return bool(told) and sum(
        _NAME.fullmatch(_BRACKETS.sub("", words)) is not None for words in told
    ) >= _MOST_CELLS * len(told)


def _cell(row: Line, at: int) -> Cell:
    return row.cells[at] if at < len(row.cells) else Cell(row.end, row.end)


def _name_in(row: Line, at: int) -> tuple[int, int] | None:
    """The name of a cell without its title and what stands in brackets after it."""
    cell = _cell(row, at)
    told = _BRACKETS.sub("", row.page.text[cell.start : cell.end])
    if nothing(told):
        return None
    start, parts = cell.start, told.split(" ")
    while len(parts) > 1 and level(parts[0]) in titles():
        start += len(parts.pop(0)) + 1
    return (start, cell.start + len(told)) if _NAME.fullmatch(row.page.text, start, cell.start + len(told)) else None


def _names_somebody(name: str, parted: bool) -> bool:
    """Whether a cell names somebody: no firm, no office, no town, no plain word."""
    flats = level(name).replace(",", " ").split()
    roles, firms = role_words(), table("organisations")
    if any(flat in roles.heads | roles.trades or flat in _firm_words() for flat in flats) or level(name) in SPOKEN:
        return False
    if any(flat in firms["acronyms"] for flat in flats) and not any(map(strong_given, flats)):
        return False
    alone = len(flats) == 1 and not parted
    return not all(map(ordinary, flats)) and not (alone and (known_place(flats[0]) or ordinary(flats[0])))


def _bynames_in(row: Line, at: int) -> Iterator[tuple[int, int]]:
    cell = _cell(row, at)
    told = row.page.text[cell.start : cell.end]
    for one in _BYNAME.finditer(told) if not nothing(told) else ():
        words = one["name"].split()
        if 0 < len(words) <= MOST_WORDS and not nothing(one["name"]) and level(words[0]) not in SPOKEN:
            yield cell.start + one.start("name"), cell.start + one.end("name")


@lru_cache(maxsize=1)
def _names() -> frozenset[str]:
    held = table("people")
    return frozenset(map(plain, (*held["columns"], *held["family_fields"])))


@lru_cache(maxsize=1)
def _given() -> frozenset[str]:
    return frozenset(map(plain, table("people")["given_fields"]))


@lru_cache(maxsize=1)
def _bynames() -> frozenset[str]:
    held = table("aliases")
    return frozenset(map(plain, (*held["fields"], *held["columns"]))) - _given()


@lru_cache(maxsize=1)
def _firm_words() -> frozenset[str]:
    return frozenset(word for form in table("organisations")["forms"] for word in level(form).split())
