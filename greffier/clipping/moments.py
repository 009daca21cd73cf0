"""When a page says that it was shown, published or updated: time, zone and date, or how the date was evaded.

"Today" is never counted from the date that the page itself shows: that is when it was rendered or captured. Only a date
given from outside resolves it; otherwise the date stays open, with the latest day it can be.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from greffier.clipping.zones import WORDS, zone
from greffier.text import key

_MONTHS = (
    "jan|january|janv|janvier|januar", "feb|february|fev|fevr|fevrier|februar", "mar|march|mars|marz|maerz",
    "apr|april|avr|avril", "may|mai", "jun|june|juin|juni", "jul|july|juil|juillet|juli", "aug|august|aout",
    "sep|sept|september|septembre", "oct|october|octobre|okt|oktober", "nov|november|novembre",
    "dec|december|decembre|dez|dezember",
)  # fmt: skip
MONTHS = {name: number for number, names in enumerate(_MONTHS, 1) for name in names.split("|")}
_MONTH = (
    r"(?:jan(?:\.|uary|v\.?|vier|uar)?|f[eé]v(?:\.|r\.?|rier)?|feb(?:\.|ruary|ruar)?|mar(?:\.|ch|s)?|märz|"
    r"a[pv]r(?:\.|il)?|avril|ma[iy]|jui?n(?:e|i)?\.?|jui?l(?:\.|y|let|i)?|ao[uû]t|aug(?:\.|ust)?|"
    r"sept?(?:\.|ember|embre)?|o[ck]t(?:\.|ober|obre)?|nov(?:\.|ember|embre)?|d[eé][cz](?:\.|ember|embre)?)"
)
_WEEKDAY = (
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day|\.)?|"
    r"lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch)"
)
WORDED_DATE = (
    rf"(?:{_WEEKDAY},? )?(?:le )?"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th|er|\.)? (?:of )?{_MONTH},? \d{{4}}|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}})"
)
NUMERIC_DATE = r"(?:\d{4}-\d{2}-\d{2}|\d{1,2}[-./]\d{1,2}[-./]\d{4})"
DATE = rf"(?:{WORDED_DATE}|{NUMERIC_DATE})(?!\d)"
CLOCK = (
    r"(?:\d{1,2} ?(?:h|:|\.) ?\d{2}(?::\d{2})?(?: ?[ap]\.?m\.?)?|"
    r"\d{1,2} ?[ap]\.?m\b\.?|\d{1,2} ?h(?:eures?)?\b|(?<= at )noon)"
)
_COUNT = r"(?:\d{1,3}|an?|one|une?|ein(?:e|em|er)?|several|quelques)"
RELATIVE = (
    r"(?:today|yesterday|tonight|this (?:morning|afternoon|evening)|just now|(?:the )?day before yesterday|"
    r"aujourd'hui|avant-hier|hier(?: (?:soir|matin))?|ce (?:matin|soir)|à l'instant|heute|gestern|vorgestern|"
    rf"{_COUNT} ?(?:min(?:ute)?s?|h(?:ou)?rs?|h|days?|d|weeks?|months?) ago|"
    rf"il y a {_COUNT} (?:min(?:ute)?s?|heures?|h|jours?|semaines?|mois)|"
    rf"vor {_COUNT} (?:minuten?|stunden?|tag(?:en)?|wochen?))"
)
_LINK = r"(?:,? ?(?:-|\||at|à|a|um|,|·)? ?)"
ZONE = rf"(?: ?\(? ?(?:{WORDS}|(?:utc|gmt)? ?[+-]\d{{1,2}}(?::?\d{{2}})?)(?: time)? ?\)?(?![\w]))"
MOMENT = (
    rf"(?:(?:{DATE}|{RELATIVE})(?:{_LINK}{CLOCK}(?: uhr)?{ZONE}?)?|"
    rf"{CLOCK}(?: uhr)?{ZONE}?(?:,? ?(?:on|le|am|-|\|)? ?(?:{DATE}|{RELATIVE}))?)"
)
_DATE = re.compile(DATE, re.IGNORECASE)
_RELATIVE = re.compile(RELATIVE, re.IGNORECASE)
_CLOCK = re.compile(CLOCK, re.IGNORECASE)
_DAYS_BACK = {"yesterday": 1, "hier": 1, "gestern": 1, "avant-hier": 2, "vorgestern": 2, "day before yesterday": 2}
_UNITS = ((re.compile(r"\b(?:days?|d|jours?|tag(?:en)?)\b"), 1), (re.compile(r"\b(?:weeks?|semaines?|wochen?)\b"), 7),
          (re.compile(r"\b(?:months?|mois)\b"), 28))  # fmt: skip
_HOURS = re.compile(r"\b(?:h|hrs?|hours?|heures?|stunden?)\b")
_AGO = re.compile(r"\bago\b|^il y a |^vor ")


@dataclass(frozen=True, slots=True)
class Moment:
    """A time as told: `clock` is HH:MM, `day` an ISO date or None. `relative` are the words that evade the date.

    `back` is how many whole days before its capture such words lie; `vague` that they may mean a day more.
    """

    clock: str | None = None
    zone: str | None = None
    day: str | None = None
    relative: str | None = None
    back: int = 0
    vague: bool = False

    def told_on(self, captured: str | None) -> Moment:
        """The same with its day counted from when it was captured (ISO date), where its words allow that."""
        if captured is None or self.day or not self.relative or self.vague:
            return self
        day = (date.fromisoformat(captured) - timedelta(days=self.back)).isoformat()
        return Moment(self.clock, self.zone, day, self.relative, self.back)

    def latest(self, bound: str | None) -> str | None:
        """The latest day it can be, when the page was seen on the day `bound` at the latest."""
        if self.day or bound is None:
            return self.day
        return (date.fromisoformat(bound) - timedelta(days=self.back)).isoformat()


def read(told: str, *, month_first: bool = False) -> Moment:
    """Read the words of a moment (`plain`). A day that is none, or could be two, stays open."""
    found = _DATE.search(told)
    day = _day(found.group(), month_first) if found else None
    rest = told[: found.start()] + " " * len(found.group()) + told[found.end() :] if found else told
    relative = _RELATIVE.search(rest)
    back, vague = _back(key(relative.group())) if relative else (0, False)
    if relative:
        rest = rest[: relative.start()] + " " * len(relative.group()) + rest[relative.end() :]
    clock = _CLOCK.search(rest)
    named = _zone(rest[clock.end() :]) if clock else None
    return Moment(
        _clock(clock.group()) if clock else None, named, day, relative.group() if relative else None, back, vague
    )


def _zone(rest: str) -> str | None:
    match = re.match(rf"(?: uhr)?({ZONE})", rest, re.IGNORECASE)
    return zone(match[1].removesuffix("time")) if match else None


def _clock(told: str) -> str | None:
    if "noon" in told.lower():
        return "12:00"
    numbers = [int(number) for number in re.findall(r"\d+", told)]
    hour, minute = numbers[0], numbers[1] if len(numbers) > 1 else 0
    half = re.search(r"([ap])\.?m", told, re.IGNORECASE)
    if half and not 1 <= hour <= 12:
        return None
    if half:
        hour = hour % 12 + (12 if half[1].lower() == "p" else 0)
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else None


def _day(told: str, month_first: bool) -> str | None:
    numbers = [int(number) for number in re.findall(r"\d+", told)]
    month = next((MONTHS[word] for word in re.findall(r"[a-z]+", key(told)) if word in MONTHS), None)
    if month is not None:
        day, year = (number for number in numbers if number > 0)
        return _iso(year, month, day)
    if numbers[0] > 31:
        return _iso(*numbers)
    first, second, year = numbers
    if first != second and first <= 12 and second <= 12 and "/" in told and month_first:
        return None  # 6/5/2025 in English: the fifth of June or the sixth of May
    return _iso(year, second, first) or _iso(year, first, second)


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _back(words: str) -> tuple[int, bool]:
    """How many days before, and whether it may be more: so many hours ago may have been the day before."""
    if not _AGO.search(words):
        days = [back for name, back in _DAYS_BACK.items() if name in words]
        return max(days, default=0), False
    number = re.search(r"\d+", words)
    count = int(number.group()) if number else 1
    for unit, days_of_unit in _UNITS:
        if unit.search(words):
            return count * days_of_unit, days_of_unit > 1 or number is None
    return (count // 24 if _HOURS.search(words) else 0), True
