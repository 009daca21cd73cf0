"""Three-valued comparison of vague times: certain, possible, or no. Dates stand for the whole day."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime, timedelta

from babel.dates import format_date

from greffier.records import Mention, Time

OPEN_START = "0000-01-01T00:00"
OPEN_END = "9999-12-31T23:59"
_MONTH_AND_DAY = re.compile(r"[\dX]{4}-(?P<day>\d\d-\d\d)(?:T|~|\?|$)")
_FIGURE = re.compile(r"\d")
_AWAY = re.compile(r"Etc/GMT([+-]\d{1,2})")  # hours behind universal time


def start(time: Time) -> str:
    """The first minute a time may mean, as `YYYY-MM-DDTHH:MM`."""
    if not time.earliest:
        return OPEN_START
    return time.earliest if "T" in time.earliest else f"{time.earliest}T00:00"


def end(time: Time) -> str:
    """The last minute a time may mean."""
    if not time.latest:
        return OPEN_END
    return time.latest if "T" in time.latest else f"{time.latest}T23:59"


def one_day(time: Time | None) -> date | None:
    """The only day that a time may mean; None where it may mean another, or none of the calendar."""
    if time is None or not time.earliest or time.earliest[:10] != time.latest[:10]:
        return None
    try:
        return date.fromisoformat(time.earliest[:10])
    except ValueError:
        return None


def days_told(mentions: Iterable[Mention]) -> frozenset[str]:
    """The days that mentions tell in figures, as month and day: not every paper says of which year."""
    found = (_MONTH_AND_DAY.match(one.time.edtf) for one in mentions if one.time and _FIGURE.search(one.span.exact))
    return frozenset(match["day"] for match in found if match)


def overlap(left: Time, right: Time) -> bool:
    """Whether two times may be the same."""
    return start(left) <= end(right) and start(right) <= end(left)


def meet(left: Time, right: Time) -> tuple[str, str] | None:
    """The minutes that two times share."""
    first, last = max(start(left), start(right)), min(end(left), end(right))
    return (first, last) if first <= last else None


def precise(time: Time, minutes: int) -> bool:
    """Whether a time is known to within so many minutes."""
    length = _minutes(start(time), end(time))
    return length is not None and length <= minutes


def before(moment: str, limit: str) -> bool:
    """Whether a minute comes before another."""
    return moment < limit


def shifted(moment: str, hours: float) -> str:
    """A minute moved by hours; open ends stay open."""
    if moment in (OPEN_START, OPEN_END):
        return moment
    return (datetime.fromisoformat(moment) + timedelta(hours=hours)).isoformat(timespec="minutes")[:16]


def instant(time: Time | None) -> str:
    """The minute of universal time, of a moment in a zone of whole hours; one without a zone stands as told.

    Empty where nothing is told, or nothing that makes sense.
    """
    if time is None or not time.earliest:
        return ""
    away = _AWAY.fullmatch(time.zone or "")
    try:
        return shifted(start(time), int(away[1]) if away else 0)
    except (ValueError, OverflowError):
        return ""


def _minutes(first: str, last: str) -> float | None:
    if first == OPEN_START or last == OPEN_END:
        return None
    try:
        return (datetime.fromisoformat(last) - datetime.fromisoformat(first)).total_seconds() / 60
    except ValueError:
        return None


def in_words(time: Time) -> tuple[str, str]:
    """Write a time for people, in English and in French; one that is no single moment or day keeps its EDTF."""
    if not time.earliest or time.earliest[:10] != time.latest[:10]:
        return time.edtf, time.edtf
    try:
        day = datetime.fromisoformat(time.earliest)
    except ValueError:
        return time.edtf, time.edtf
    english, french = (format_date(day, "d MMMM y", locale) for locale in ("en", "fr"))
    if "T" not in time.earliest or time.earliest != time.latest:
        return english, french
    return f"{english} at {day:%H:%M}", f"{french} à {day.hour} h {day:%M}"
