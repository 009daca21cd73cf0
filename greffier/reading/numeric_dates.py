"""Dates in digits alone: 12/05/2022, 12.05.22, 2022-05-12; and, where the caller saw a cue, 12/05 and 05/2022."""

from __future__ import annotations

from dataclasses import replace

from greffier.reading.script import MONTH_CUES, Found, Script, checked, full_year, month, year
from greffier.reading.tokens import BREAK, DIGITS, WORD
from greffier.reading.told import At, Clock, Day, Months
from greffier.reading.vocabulary import table

_YEAR_FIRST_CUES = frozenset(
    "en in depuis since mois month courant debut fin early late mid until jusqu pour for".split()
)


_DONE = frozenset(
    "discharge discharging loading berthed anchored arrived sailed completed commenced started finished ended resumed "
    "stopped departed alongside boarded tendered accepted fast weighed at from to until eta etd ata atd".split()
)
_NUMBERED = frozenset(table("dates")["numbered"])
_NUMBER_SIGNS = frozenset(("°", "º", "#", "no", "nr", "numero"))  # « n° 4/22/17 » is a file, not a day


def numeric(script: Script, at: int) -> Found | None:
    """12/05/2022, 12.05.22, 12-05-2022, 2022-05-12: three numbers with one sign between them, nothing glued to them."""
    parts = _numbers(script, at)
    if parts is None or script.before(at) in _NUMBER_SIGNS or "rev" in (script.before(at), script.before(at - 1)):
        return None
    (first, second, third), mark, after = parts
    if script.word(after) in ("€", "$", "£", "%", "euros", "eur"):
        return None
    if len(first) == 4:
        if _number_goes_on(script, after):
            return None
        return _checked_numbers(int(third), int(second), int(first), after) if len(third) <= 2 else None
    if len(first) > 2 or len(second) > 2 or len(third) not in (2, 4):
        return None
    told_year = int(third) if len(third) == 4 else full_year(int(third))
    if not 1500 <= told_year <= 2199:
        return None
    return _day_month_order(script, int(first), int(second), told_year, after, mark)


def _numbers(script: Script, at: int) -> tuple[tuple[str, str, str], str, int] | None:
    tokens = script.tokens
    mark = tokens[at + 1].text
    if mark not in ("/", ".", "-") or tokens[at + 3].text != mark:
        return None
    spaced = not tokens[at + 1].glued
    signs = (tokens[at + 1], tokens[at + 2], tokens[at + 3], tokens[at + 4])
    if any(token.glued == spaced for token in signs) or (spaced and mark != "/"):
        return None
    if tokens[at + 2].kind != DIGITS or tokens[at + 4].kind != DIGITS or (at and _inside(script, at, mark)):
        return None
    after = at + 5
    if tokens[after].glued and (
        (tokens[after].kind == WORD and tokens[after].text not in ("t", "a"))
        or _fourth(script, after, mark)
        or (tokens[after].text == mark == "-" and tokens[after + 1].glued and tokens[after + 1].kind == WORD)
    ):
        return None
    return (tokens[at].text, tokens[at + 2].text, tokens[at + 4].text), mark, after


def _inside(script: Script, at: int, mark: str) -> bool:
    """Whether a number goes on to the left; `12/05/2022-15/05/2022` are two dates."""
    return glued_left(script, at) and (script.before(at) != "-" or mark == "-")


def glued_left(script: Script, at: int) -> bool:
    before = script.tokens[at - 1]
    if before.text == ":" and at > 1 and script.tokens[at - 2].kind == WORD:  # "Date:12/05/2022"
        return False
    return script.tokens[at].glued and (before.kind == WORD or before.text in "/.-_:")


def _number_goes_on(script: Script, at: int) -> bool:
    """`2022/05/12-3` is a number of a file; `2022-05-12-2022-05-14` are two days."""
    inner = script.tokens[at + 1]
    return (
        script.word(at) == "-"
        and inner.kind == DIGITS
        and inner.glued
        and script.tokens[at].glued
        and len(inner.text) < 4
    )


def _fourth(script: Script, at: int, mark: str) -> bool:
    return script.word(at) in (mark, "/") and script.tokens[at + 1].kind == DIGITS and script.tokens[at + 1].glued


def _checked_numbers(day: int, month_number: int, year_number: int, after: int) -> Found | None:
    if not 1500 <= year_number <= 2199 or not 1 <= month_number <= 12 or not 1 <= day <= 39:
        return None
    return checked(Day(day, month_number, year_number)), after


def _day_month_order(script: Script, first: int, second: int, year_number: int, after: int, mark: str) -> Found | None:
    if not 1 <= first <= 39 or not 1 <= second <= 39:
        return None
    if second > 12 and first <= 12 and mark != ".":
        if script.language == "fr" and len(script.word(after - 1)) == 2:
            return None  # « JIRS 4/16/33 » is a file
        return checked(Day(second, first, year_number)), after
    if second > 12:
        return None
    day = Day(first, second, year_number)
    if first > 12 or first == second or mark == "." or script.day_first is True:
        return checked(day), after
    turned = Day(second, first, year_number)
    return (turned if script.day_first is False else replace(day, other=turned)), after


def month_in_digits(script: Script, at: int) -> Found | None:
    """05/2022, 2022-05: with a cue before it, or alone in its line or cell, since else it is a number of a file."""
    tokens = script.tokens
    mark = tokens[at + 1]
    if mark.text not in ("/", "-", ".") or mark.glued != tokens[at + 2].glued or tokens[at + 2].kind != DIGITS:
        return None
    first, second, after = tokens[at].text, tokens[at + 2].text, at + 3
    number, told = (first, second) if len(second) == 4 else (second, first)
    if len(number) > 2 or not 1 <= int(number) <= 12 or not (len(told) == 4 and 1900 <= int(told) <= 2199):
        return None
    if script.word(after) == "/" or (
        tokens[after].glued and (tokens[after].kind == WORD or _fourth(script, after, "-"))
    ):
        return None
    if (tokens[at].glued and glued_left(script, at)) or not _month_is_meant(script, at, after, first == told):
        return None
    return Months(int(number), int(number), int(told)), after


def _month_is_meant(script: Script, at: int, after: int, year_first: bool) -> bool:
    if script.before(at) in (_YEAR_FIRST_CUES if year_first else MONTH_CUES) or _in_prose(script, at, after):
        return True
    left = script.text[script.tokens[at - 1].end if at else 0 : script.tokens[at].start]
    right = script.text[script.tokens[after - 1].end : script.tokens[after].start]
    opens = at == 0 or "\n" in left or script.before(at) in ("|", ";", "\t")
    closes = script.tokens[after].kind == BREAK or "\n" in right or script.word(after) in ("|", ";")
    return opens and closes


def _in_prose(script: Script, at: int, after: int) -> bool:
    """Whether the word before is a plain one, and no word for a thing that bears a number, a sign or a capital."""
    before = script.tokens[at - 1]
    year_told = script.word(at) if len(script.word(at)) == 4 else script.word(after - 1)
    plain = at > 0 and before.kind == WORD and len(before.text) > 2 and not script.capital(at - 1)
    return plain and before.text not in _NUMBERED and 1950 <= int(year_told) <= 2050 and not script.tokens[after].glued


def day_and_hour(script: Script, at: int) -> Found | None:
    """`24/1600`, as ports write the day and the hour; `04/2016` is a month."""
    token, mark, told = script.tokens[at : at + 3]
    if script.language != "en" or len(token.text) > 2 or not (mark.text == "/" and mark.glued and told.glued):
        return None
    if (
        told.kind != DIGITS
        or len(told.text) != 4
        or token.glued
        or (script.tokens[at + 3].glued and _goes_on(script, at + 3))
    ):
        return None
    hour, minute = int(told.text[:2]), int(told.text[2:])
    if hour > 23 or minute > 59 or not 1 <= int(token.text) <= 31 or script.before(at) in _NUMBERED | _NUMBER_SIGNS:
        return None
    if (hour in (19, 20) and int(token.text) <= 12) or not (
        script.before(at) in _DONE or at == 0 or script.before(at) == ":"
    ):
        return None
    return At(Day(int(token.text)), Clock(hour, minute)), at + 3


def stamp(script: Script, at: int) -> Found | None:
    """`101430Z NOV 22`: day, hour and zone in one, as ships and soldiers write it."""
    text = script.word(at)
    if len(text) != 6 or script.word(at + 1) != "z" or not script.tokens[at + 1].glued or script.tokens[at].glued:
        return None
    day, hour, minute = int(text[:2]), int(text[2:4]), int(text[4:])
    if not 1 <= day <= 31 or hour > 23 or minute > 59:
        return None
    named = month(script, at + 2)
    told = year(script, named[1], short=True) if named else None
    end = told[1] if told else named[1] if named else at + 2
    node = checked(Day(day, named[0] if named else None, told[0] if told else None))
    return (At(node, Clock(hour, minute, zone="Etc/UTC")), end) if isinstance(node, Day) else None


def _goes_on(script: Script, at: int) -> bool:
    return script.tokens[at].kind == WORD or script.word(at) in ("/", "-")


def hour_follows(script: Script, at: int) -> bool:
    """Whether an hour stands right after `25/02` or `06/06`, so that it is a day: `25/02 à 11h`, `06/06 12:15`."""
    start = script.skip(at, ("a", ",", "at", "vers"), 1)
    mark, minute = script.tokens[start + 1], script.tokens[start + 2]
    if len(script.word(start)) == 4 and script.word(start)[:1] in "012" and mark.text in ("hrs", "hours"):
        return True
    if script.tokens[start].kind != DIGITS or len(script.word(start)) > 2:
        return False
    further = script.word(start + 3)
    if mark.text == "." and mark.glued and minute.glued and len(minute.text) == 2 and further in ("h", "hrs", "heures"):
        return True  # « 14/03 22.15 h »
    return mark.text in ("h", "heures") or (
        mark.text == ":" and mark.glued and minute.glued and minute.kind == DIGITS and len(minute.text) == 2
    )


def short_numeric(script: Script, at: int) -> Found | None:
    """12/05 and 4-22, without a year: only where the caller has seen a cue."""
    tokens = script.tokens
    if tokens[at].kind != DIGITS or tokens[at + 1].text not in ("/", "-") or not tokens[at + 1].glued:
        return None
    if tokens[at + 2].kind != DIGITS or not tokens[at + 2].glued or (tokens[at].glued and glued_left(script, at)):
        return None
    after = at + 3
    if tokens[after].glued and (tokens[after].kind == WORD or _fourth(script, after, tokens[at + 1].text)):
        return None
    first, second = int(tokens[at].text[:3]), int(tokens[at + 2].text[:3])
    if (second > 12 and first <= 12) or (script.day_first is False and first <= 12):
        first, second = second, first
    if not 1 <= first <= 31 or not 1 <= second <= 12 or max(len(tokens[at].text), len(tokens[at + 2].text)) > 2:
        return None
    day = checked(Day(first, second))
    if script.day_first is None and first <= 12 and first != second and isinstance(day, Day):
        day = replace(day, other=Day(second, first))
    return day, after
