"""What the lines of a log begin with: `0814`, `22.25`, `17/12` are hours and days where three lines show it."""

from __future__ import annotations

import itertools
import re

from greffier.reading.vocabulary import at_lines

_LINE = r"[ \t]*(?:[-*•~|][ \t]*)?"  # at the head of a line
_DOTTED = re.compile(_LINE + r"([0-2o]?[0-9o])\.([0-5o][0-9o])(?![0-9.,/%])(?!\s*(?:kg|g|m|cm|€|\$|£|eur|euros?)\b)")
_MILITARY = re.compile(
    _LINE + r"([0-2o][0-9o])([0-5o][0-9o])(?:\s*(?:hrs?|hours|h))?(?=[ \t:-])(?![ \t]*[-/][0-9]{2}[-/])"
)
_AFTER_DAYS = re.compile(
    _LINE
    + r"(?:\d{1,3}[.)]?[ \t]+)?[0-3]?[0-9][/.-][01]?[0-9](?P<year>[/.-](?:[0-9]{2}){1,2})?[ \t]{1,4}(?:\|[ \t]{0,4})?"
    + r"(?P<hour>[0-9]{2})(?P<sign>\.?)(?P<minute>[0-9]{2})(?=[ \t|:,-])"
    + r"(?!\s*(?:kg|kilos?|lbs?|tonnes?|t|l|litres?|sacs?|bags?|cartons?|boxes|€|\$|£|eur|usd|f|francs?|cfa)\b)"
)
_TOLD_SO = re.compile(
    r"(?<![0-9/.-])(?:[01][0-9]|2[0-3])[0-5][0-9] ?(?:hrs|hours)\b"
    r"|\b(?:tomorrow|today|tonight|yesterday|at|by|until|from) 0[0-9][0-5][0-9](?![0-9./-])"
)
_WITHIN = re.compile(
    r"(?:(?<=[.;-] )|(?<=\n)|^)([0-2][0-9])([0-5][0-9])(?= (?:[a-z]{3}|\())(?! (?:hrs|hours|kg|lbs?|bags|boxes)\b)"
)
_DAYS = re.compile(_LINE + r"(?:[0-3o]?[0-9o])/(?:[01o]?[0-9o])(?![0-9/])(?=[ \t|;])")
_ANYWHERE = re.compile(
    r"(?<![0-9a-z.,/£$€])([0-2o][0-9ol])\.([0-5o][0-9ol])(?=[.,;:)]?(?:\s|$))(?!\s*(?:kg|g|m|cm|€|\$|£|eur|euros?|%)\b)"
)
_HOURS_BELOW = re.compile(
    r"(?m)(?:^|[|;\t])[ \t]*(?:heures?|hours?|time|hrs)[ \t]*(?:[|;\t]|$)"
)  # a column of that name
_LOG = re.compile(r"\b(?:diary|log(?:book)?|book|notebook|journal|carnet|main courante|occurrences?)\b")
_LEAST = 3  # lines
_FEWEST = 2  # of a log, where each tells the whole day
_MONTHS = 2  # of an account on one page, at most
_MOST_OFTEN = 4  # hours told within sentences that show a record of them
_MISREAD = str.maketrans("ol", "01")


def heads(flat: str) -> frozenset[str]:
    """Which of `dotted` hours, `military` hours, short `days` and `dotted days` begin the lines of a page in small
    letters, whether military hours begin the sentences `within` them, whether they follow there as `hours after days`,
    and whether some are `hours told` by their word."""
    told = {name: _pairs(line, flat) for name, line in (("dotted", _DOTTED), ("military", _MILITARY))}
    found = {name for name, pairs in told.items() if _runs(pairs)}
    if _are_days(told["dotted"]):
        found = (found - {"dotted"}) | {"dotted days"}
    if not found & {"dotted", "dotted days"} and len(often := _ANYWHERE.findall(flat)) >= _MOST_OFTEN and _runs(often):
        found.add("dotted")
    if "military" not in found and _runs(_WITHIN.findall(flat)):
        found.add("military within")
    if _TOLD_SO.search(flat):
        found.add("hours told")
    if len(at_lines(_DAYS, flat)) >= _LEAST:
        found.add("days")
    if _after_days(flat):
        found.add("hours after days")
    return frozenset(found)


def _pairs(line: re.Pattern[str], flat: str) -> list[tuple[str, str]]:
    return [(one[1], one[2]) for one in at_lines(line, flat)]


def _are_days(told: list[tuple[str, str]]) -> bool:
    """Whether `04.01`, `05.01`, `22.01` are the days of a month or two, in their order, and no hours."""
    days = [(int(month.translate(_MISREAD)), int(day.translate(_MISREAD))) for day, month in told]
    if len(days) < _LEAST or not all(1 <= month <= 12 and 1 <= day <= 31 for month, day in days):
        return False
    many = len(days) > _LEAST or any(day > 23 for _, day in days)
    return many and len({month for month, _ in days}) <= _MONTHS and days == sorted(days)


def _after_days(flat: str) -> bool:
    """Whether hours stand after days: `21/03  0748`, where all may be hours; `14.10` only where a column says so."""
    after = at_lines(_AFTER_DAYS, flat)
    if not all(int(one["hour"]) < 24 and int(one["minute"]) < 60 for one in after):
        return False
    if any(one["sign"] for one in after) and not _HOURS_BELOW.search(flat):
        return False
    whole = after and all(one["year"] for one in after) and _LOG.search(flat)
    return len(after) >= (_FEWEST if whole else _LEAST)


def _runs(told: list[tuple[str, str]]) -> bool:
    """Whether these are hours as a log tells them: on and on, but for the turn of a day."""
    moments = [int(hour.translate(_MISREAD)) * 60 + int(minute.translate(_MISREAD)) for hour, minute in told]
    if len(moments) < _LEAST or any(moment >= 24 * 60 for moment in moments):
        return False
    if all(19 * 60 <= moment < 21 * 60 for moment in moments):  # years
        return False
    back = sum(second < first for first, second in itertools.pairwise(moments))
    return back <= 1
