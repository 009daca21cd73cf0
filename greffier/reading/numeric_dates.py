"""Dates in digits alone: 12/05/2022, 12.05.22, 2022-05-12; and, where the caller saw a cue, 12/05 and 05/2022."""

from __future__ import annotations

from dataclasses import replace

from greffier.reading.script import MONTH_CUES, Found, Script, checked, full_year, year
from greffier.reading.tokens import DIGITS, WORD
from greffier.reading.told import Day, Months


def numeric(script: Script, at: int) -> Found | None:
    """12/05/2022, 12.05.22, 12-05-2022, 2022-05-12: three numbers with one sign between them, nothing glued to them."""
    parts = _numbers(script, at)
    if parts is None:
        return None
    (first, second, third), mark, after = parts
    if len(first) == 4:
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
        (tokens[after].kind == WORD and tokens[after].text not in ("t", "a")) or _fourth(script, after, mark)
    ):
        return None
    return (tokens[at].text, tokens[at + 2].text, tokens[at + 4].text), mark, after


def _inside(script: Script, at: int, mark: str) -> bool:
    """Whether a number goes on to the left; `12/05/2022-15/05/2022` are two dates."""
    return glued_left(script, at) and (script.before(at) != "-" or mark == "-")


def glued_left(script: Script, at: int) -> bool:
    before = script.tokens[at - 1]
    return script.tokens[at].glued and (before.kind == WORD or before.text in "/.-_:")


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
        return checked(Day(second, first, year_number)), after
    if second > 12:
        return None
    day = Day(first, second, year_number)
    if first > 12 or first == second or mark == "." or script.day_first is True:
        return checked(day), after
    turned = Day(second, first, year_number)
    return (turned if script.day_first is False else replace(day, other=turned)), after


def month_in_digits(script: Script, at: int) -> Found | None:
    """05/2022: only with a cue before it, since it may be a number of a file."""
    tokens = script.tokens
    if (
        tokens[at + 1].text not in ("/", "-")
        or not tokens[at + 1].glued
        or not tokens[at + 2].glued
        or len(tokens[at].text) > 2
    ):
        return None
    told = year(script, at + 2) if tokens[at + 2].kind == DIGITS else None
    if (
        told is None
        or not 1 <= int(tokens[at].text) <= 12
        or tokens[told[1]].text == "/"
        or script.before(at) not in MONTH_CUES
    ):
        return None
    return Months(int(tokens[at].text), int(tokens[at].text), told[0]), told[1]


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
    return checked(Day(first, second)), after
