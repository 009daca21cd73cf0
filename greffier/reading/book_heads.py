"""What the lines over a table say of all its rows: which way they go, of what good, in which year, on which day."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from greffier.reading.currencies import coded
from greffier.reading.handing import Way, heading_way, keeps, planned
from greffier.reading.on_page import OnPage, is_day
from greffier.reading.paper_fields import Field, fields
from greffier.reading.tables import Line
from greffier.reading.vocabulary import level, table
from greffier.records import Time

_LEXICON = {name: told.replace("\n", "").replace(" |", "|") for name, told in table("books").items()}
_WAYS: dict[str, tuple[Way, bool]] = {  # what a book is called → which way its rows go, and whether money went
    "pays": ("out", True),
    "cashes": ("in", True),
    "issues": ("out", False),
    "takes_in": ("in", False),
}
_KINDS = {name: re.compile(rf"\b(?:{_LEXICON[name]})\b") for name in _WAYS}
_BOOKS = re.compile(rf"\b(?:{_LEXICON['books']})\b")
_CASH = re.compile(rf"\b(?:{_LEXICON['cash']})\b")
_BROUGHT = re.compile(rf"\b(?:{_LEXICON['brought']})\b")
_THINGS = re.compile(rf"\b(?:{_LEXICON['things']})\b")
_INVENTORY = re.compile(rf"\b(?:{_LEXICON['inventory']})\b")
_MADE_ON = re.compile(rf"\b(?:{_LEXICON['made_on']})\b")
_GOOD = re.compile(rf"\b(?:{_LEXICON['good']})\s*:\s*(?P<told>[a-z][^\n:;|(,]{{1,40}}?)(?=\s{{2,}}|\s*[;|(,]|\s*$)")
_CARD = re.compile(
    rf"\b(?:{_LEXICON['card']})\s*[:–—-]\s*(?P<told>[a-z][^\n:;|(,]{{1,40}}?)(?=\s{{2,}}|\s*[;|(,]|\s*$)"
)
_STOCK = re.compile(rf"\b(?:{_LEXICON['card']})\b")
_UNIT = re.compile(rf"\b(?:{_LEXICON['unit']})\s*:\s*(?P<told>[a-z]{{1,15}})\b")
_APART = re.compile(r"\s{2,}|\s[-–—|]\s|\s*[|;]\s*")
_WHEN = re.compile(
    r"(?:\b(?:de|du|d'|of|for|in|en|au|mois|month)\b|\b(?:jan|feb|fev|mar|avr|apr|mai|may|jui|jun|jul|aou|aug|sep|oct|nov|dec)[a-z]*\b\.?"
    r"|\b\d{1,4}\b|[/.,-]|\s)+$"
)
_YEAR = re.compile(
    r"(?<![\d.,/-])(?P<alone>19[89]\d|20\d\d)(?![\d.,/-]*\d)|(?<![\d/.-])\d{1,2}[/.-]\d{1,2}[/.-](?P<dated>(?:19|20)?\d\d)(?![\d/])"
    r"|(?<![\d.,/-])(?P<iso>20\d\d)-\d\d-\d\d"
)
NEAR = 8  # lines before a table that may be its title


class Book(NamedTuple):
    """What is told once: `way` of all rows, `money` where its kind of book keeps money, one `good` and its `unit`.

    `brought` says that what is weighed there is brought by its customers, `things` that it keeps single things;
    `giver` and `taker` are fields over a list.
    """

    way: Way | None = None
    money: bool = False
    keeps: bool = False
    planned: bool = False
    good: str | None = None
    unit: str | None = None
    day: Time | None = None
    currency: str | None = None
    brought: bool = False
    things: bool = False
    giver: Field | None = None
    taker: Field | None = None


def book(here: OnPage, title: Sequence[Line], head: Iterable[Line], opening: str = "") -> Book:
    """Return what the lines over a table and its head say; the nearest line is asked first.

    `opening` begins the first page of the piece, which says for the later ones that it keeps single things.
    """
    told = [" ".join(level(line.text).split(" ")) for line in reversed(title)]
    everything = "\n".join(reversed(told))
    near = _up_to_card(told)
    way, money = _way(near)
    heads = "\n".join(level(line.text) for line in head)
    kept = _INVENTORY.search(everything) is not None  # whoever signs it, its rows move nothing
    return Book(
        None if kept else way,
        money or _CASH.search("\n".join(near)) is not None,
        keeps(everything),
        planned(f"{everything}\n{heads}"),
        _first(told, _GOOD) or _first(told, _CARD),
        _first(told, _UNIT),
        None if kept else _day(here, title),
        coded("\n".join(line.text for line in title)),
        brought(everything),
        _THINGS.search(f"{everything}\n{level(opening)}") is not None,
        *((None, None) if kept else _sides(here, title)),
    )


def _sides(here: OnPage, title: Sequence[Line]) -> tuple[Field | None, Field | None]:
    """The fields over a list that say who gave and who took all of it: « Livré par : », `Consignee:`."""
    mine = [line for line in title if line.page is here.page]
    if not mine:
        return None, None
    flat = level(here.page.text[: mine[-1].end])
    told = list(fields(flat, mine[0].start, mine[-1].end))
    giver, taker = (next((one for one in told if one.name == name), None) for name in ("giver", "taker"))
    return giver, taker


def brought(text: str) -> bool:
    """Whether a site, or what was weighed there, is of those that customers bring."""
    return _BROUGHT.search(level(text)) is not None


def is_book(title: str) -> bool:
    """Whether a title is one of a book, a list or a sheet that is kept row after row."""
    flat = level(title)
    return _BOOKS.search(flat) is not None or any(kind.search(flat) for kind in (*_KINDS.values(), _CASH))


def _up_to_card(told: Sequence[str]) -> Sequence[str]:
    """The lines down from the title of a card of one good, if there is one: what stands over it is of another book."""
    at = next((number for number, line in enumerate(told, 1) if _STOCK.search(line)), len(told))
    return told[:at]


def _way(told: Sequence[str]) -> tuple[Way | None, bool]:
    for line in told:
        for part in _APART.split(line.strip()):
            way = heading_way(_WHEN.sub("", part)) if part else None
            if way is not None:
                return way, False
        named = [told for name, told in _WAYS.items() if _KINDS[name].search(line)]
        if len({way for way, _ in named}) == 1:
            return named[0][0], any(money for _, money in named)
    return None, False


def _first(told: Sequence[str], pattern: re.Pattern[str]) -> str | None:
    return next((" ".join(found["told"].split()) for line in told if (found := pattern.search(line))), None)


def _day(here: OnPage, title: Sequence[Line]) -> Time | None:
    """The only day that the title tells, the day on which it was printed or closed left out."""
    days: dict[str, Time] = {}
    for line in title:
        if line.page.id != here.page.id or _MADE_ON.search(level(line.text)):
            continue
        for one in here.within(line.start, line.end, "date"):
            if one.time is not None and is_day(one.time):
                days.setdefault(one.time.earliest[:10], one.time)
    return next(iter(days.values())) if len(days) == 1 else None


def told_year(title: Sequence[Line], whole: Iterable[str]) -> int | None:
    """The year that days of a table leave out: the only one of its title, else of the piece."""
    near = _years(line.text for line in title)
    every = near or _years(whole)
    return every.pop() if len(every) == 1 else None


def _years(texts: Iterable[str]) -> set[int]:
    told = (found[found.lastgroup or 0] for text in texts for found in _YEAR.finditer(text))
    return {int(year) if len(year) == 4 else 2000 + int(year) for year in told}
