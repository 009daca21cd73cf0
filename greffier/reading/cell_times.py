"""Days, hours and zones in the cells of a table; which of day and month comes first is read off a whole column."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple

from greffier.reading.vocabulary import level
from greffier.records import Time

_MONTHS = {
    stem: number
    for number, stems in enumerate(
        ("janv jan", "fevr fev feb", "mars mar", "avr avril apr", "mai may", "juin jun june", "juil jul july",
         "aout aou aug", "sept sep", "oct", "nov", "dec"), 1
    )
    for stem in stems.split()
}  # fmt: skip
_DIGITS = re.compile(r"(\d{1,2})([/.\-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)")
_ISO = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)")
_COMPACT = re.compile(r"((?:19|20)\d{2})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2}))?(?!\d)")
_WORDS = re.compile(r"(?:[a-z]{3,9}\.?,? )?(\d{1,2})(?:er|st|nd|rd|th)?[ \-]([a-z]{3,9})\.?,?[ \-](\d{4}|\d{2})(?!\d)")
_AMERICAN = re.compile(r"(?:[a-z]{3,9}\.?,? )?([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?!\d)")
_DAY_MONTH = re.compile(r"(\d{1,2})([/.\-])(\d{1,2})(?!\d|[/.\-]\d)")
_DAY_NAMED = re.compile(r"(\d{1,2})(?:er|st|nd|rd|th)?[ \-]([a-z]{3,9})\b\.?(?! ?\d{2})")
_SERIAL = re.compile(r"([2-6]\d{4})(?:[.,](\d+))?")
_CLOCK = re.compile(
    r"(\d{1,2})\s*(?:[:.]|h(?:eures?)?)\s*(\d{2})?(?:\s*(?:[:.]|m(?:n|in)?)\s*(\d{2})?(?:\s*s(?:ec)?)?(?:[.,]\d+)?)?"
    r"\s*([ap])?\.?(?:(?<=[ap])m|(?<=[ap]\.)m)?\.?"
)
_PACKED_CLOCK = re.compile(r"(\d{2})(\d{2})(\d{2})|(\d)(\d{2})(\d{2})")
_PART_OF_DAY = re.compile(r"0[.,](\d{4,})")
_BETWEEN = re.compile(r"[\s,;Tt]*(?:a |at |@ ?)?")
_ZONE = re.compile(r"\(?\s*(?:(utc|gmt|z)\s*)?(?:([+\-])\s*(\d{1,2})(?::?(\d{2}))?)?\s*\)?")
_NAMED_ZONES = (
    (
        re.compile(r"europe/paris|heures?\s+(?:de\s+paris|legale?\s+francaise?|francaise)|paris\s+time|\(paris\)"),
        "Europe/Paris",
    ),
    (re.compile(r"europe/london|london\s+time|\bbst\b"), "Europe/London"),
    (re.compile(r"\bcest\b|\bcet\b"), "Europe/Paris"),
)  # fmt: skip
_OFFSET = re.compile(r"\b(?:utc|gmt|tu)\b\s*(?:([+\-])\s*(\d{1,2})(?:[:h]?00)?)?(?![\d/])")
_FIRST_YEAR, _LAST_YEAR = 1980, 2099


class Stamp(NamedTuple):
    """A day, an hour (seconds of the day), a zone, each None where it is not told. `other` is the day turned round."""

    day: date | None
    clock: int | None
    zone: str | None = None
    other: date | None = None


def stamp(told: str, *, packed: bool = False) -> Stamp | None:
    """What a cell that is a day, an hour or both says; None where it is something else.

    Of « 03/04/2021 » both readings are given. `packed` allows hours like 182210 and days as numbers of a spreadsheet.
    """
    flat = " ".join(level(told).strip().lstrip("'").split())
    if packed and (serial := _serial(flat)) is not None:
        return serial
    found = _day(flat)
    if found is None:
        clock = _hour(flat, packed)
        return clock if clock is not None and clock.clock is not None else None
    day, other, clock_told, end = found
    rest = flat[_BETWEEN.match(flat, end).end() :]  # type: ignore[union-attr]
    if not rest:
        return Stamp(day, clock_told, None, other)
    hour = _hour(rest, False)
    return Stamp(day, hour.clock, hour.zone, other) if hour is not None and clock_told is None else None


def in_year(told: str, year: int) -> Stamp | None:
    """What a cell that begins with a day and a month says in a year that stands elsewhere: « 06/05 », `3 June`."""
    flat = " ".join(level(told).strip().split())
    if match := _DAY_MONTH.match(flat):
        first, second = int(match[1]), int(match[3])
        usual, turned = _date(year, second, first), _date(year, first, second)
        other = turned if turned != usual and match[2] != "." else None
        return Stamp(usual or turned, None, None, other if usual else None) if usual or turned else None
    if match := _DAY_NAMED.match(flat):
        day = _date(year, _month(match[2]), int(match[1]))
        return Stamp(day, None) if day else None
    return None


def hour(told: str) -> Stamp | None:
    """The hour of a cell that holds an hour and nothing else: `18.22.10`, `182210` and parts of a day too."""
    return _hour(" ".join(level(told).strip().split()), True)


def _day(flat: str) -> tuple[date, date | None, int | None, int] | None:
    if match := _ISO.match(flat):
        return _made(match.end(), int(match[1]), int(match[3]), int(match[4]))
    if match := _DIGITS.match(flat):
        first, second, year = int(match[1]), int(match[3]), _year(match[4])
        usual, turned = _date(year, second, first), _date(year, first, second)
        if usual is None:
            return (turned, None, None, match.end()) if turned else None
        return usual, turned if turned != usual else None, None, match.end()
    if match := _COMPACT.match(flat):
        clock = int(match[4]) * 3600 + int(match[5]) * 60 + int(match[6]) if match[4] else None
        made = _made(match.end(), int(match[1]), int(match[2]), int(match[3]))
        return (*made[:2], clock, made[3]) if made else None
    if match := _WORDS.match(flat):
        return _made(match.end(), _year(match[3]), _month(match[2]), int(match[1]))
    if match := _AMERICAN.match(flat):
        return _made(match.end(), int(match[3]), _month(match[1]), int(match[2]))
    return None


def _made(end: int, year: int, month: int, day: int) -> tuple[date, None, None, int] | None:
    made = _date(year, month, day)
    return (made, None, None, end) if made else None


def _month(word: str) -> int:
    return next((number for stem, number in _MONTHS.items() if word.startswith(stem)), 0)


def _year(told: str) -> int:
    return int(told) if len(told) == 4 else 2000 + int(told) if int(told) < 70 else 1900 + int(told)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        made = date(year, month, day)
    except ValueError:
        return None
    return made if _FIRST_YEAR <= year <= _LAST_YEAR else None


def _serial(flat: str) -> Stamp | None:
    match = _SERIAL.fullmatch(flat)
    if match is None:
        return None
    day = date(1899, 12, 30) + timedelta(int(match[1]))
    clock = round(float(f"0.{match[2]}") * 86_400) if match[2] else None
    return Stamp(day, min(clock, 86_399) if clock is not None else None)


def _hour(flat: str, packed: bool) -> Stamp | None:
    if packed and (match := _PART_OF_DAY.fullmatch(flat)):
        return Stamp(None, min(round(float(f"0.{match[1]}") * 86_400), 86_399))
    if packed and (match := _PACKED_CLOCK.fullmatch(flat)):
        hour, minute, second = (int(part) for part in match.groups() if part is not None)
        return _timed(hour, minute, second, None)
    match = _CLOCK.match(flat)
    if match is None or (match[2] is None and "h" not in match.group()):
        return None
    hour, minute, second = int(match[1]), int(match[2] or 0), int(match[3] or 0)
    if match[4]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if match[4] == "p" else 0)
    zone = _ZONE.fullmatch(flat[match.end() :].strip())
    return _timed(hour, minute, second, _offset(zone)) if zone else None


def _timed(hour: int, minute: int, second: int, zone: str | None) -> Stamp | None:
    if hour > 23 or minute > 59 or second > 59:
        return None
    return Stamp(None, hour * 3600 + minute * 60 + second, zone)


def _offset(match: re.Match[str]) -> str | None:
    if match[2] is None:
        return "Etc/UTC" if match[1] else None
    return _named(match[2], int(match[3])) if match[4] in (None, "00") else None


def _named(sign: str, hours: int) -> str | None:
    if hours > 14:
        return None
    return f"Etc/GMT{'-' if sign == '+' else '+'}{hours}" if hours else "Etc/UTC"


def zone(told: str) -> str | None:
    """The one time zone that a text says its hours are in; "heure locale" alone says none."""
    flat = level(told)
    named = {name for pattern, name in _NAMED_ZONES if pattern.search(flat)}
    offsets = {_named(match[1] or "+", int(match[2] or 0)) for match in _OFFSET.finditer(flat)}
    every = named or {name for name in offsets if name}
    return every.pop() if len(every) == 1 else None


def day_first(cells: Sequence[str], french: bool) -> bool | None:
    """Whether « 03/04/2021 » is in April in this column: one cell decides for all, else the order of the rows.

    None where nothing tells; a column in French, or with points, has the day first.
    """
    found = [(match, int(match[1]), int(match[3])) for cell in cells if (match := _DIGITS.match(level(cell).strip()))]
    first, second = any(left > 12 for _, left, _ in found), any(right > 12 for _, _, right in found)
    if first != second:
        return first
    if first and second:
        return None
    if french or all(match[2] == "." for match, *_ in found):
        return True
    days, months = {left for _, left, _ in found}, {right for _, _, right in found}
    if min(len(days), len(months)) == 1 and max(len(days), len(months)) > 2:
        return len(months) == 1  # a record of a few days, not of one day of many months
    usual, turned = _in_order(cells, lambda one: one.day), _in_order(cells, lambda one: one.other or one.day)
    if usual != turned:
        return usual
    lefts, rights = {left for _, left, _ in found}, {right for _, _, right in found}
    # Rows that follow each other day by day are of one month: nobody calls on the 11th of every month only.
    alone = usual and len(lefts) != len(rights) and min(len(lefts), len(rights)) == 1
    return len(lefts) > len(rights) if alone else None


def _in_order(cells: Sequence[str], choose: Callable[[Stamp], date | None]) -> bool:
    days = [day for cell in cells if (one := stamp(cell)) and (day := choose(one))]
    return len(set(days)) > 2 and days in (sorted(days), sorted(days, reverse=True))


def time_of(day: date | None, clock: int | None, zone: str | None) -> Time | None:
    """A day with or without its hour as a time; the second stands in its EDTF, the bounds are minutes."""
    if day is None:
        return None
    if clock is None:
        return Time(day.isoformat(), day.isoformat(), day.isoformat(), zone)
    moment = datetime(day.year, day.month, day.day) + timedelta(seconds=clock)
    minute = moment.strftime("%Y-%m-%dT%H:%M")
    return Time(moment.strftime("%Y-%m-%dT%H:%M:%S"), minute, minute, zone)
