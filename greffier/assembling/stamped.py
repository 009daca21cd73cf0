"""Lines of logs and registers that begin with a day and an hour in cells or columns: `21/03  0748  Arrival`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from itertools import zip_longest

from greffier.assembling.checking import cite
from greffier.assembling.entries import Entry
from greffier.assembling.lookup import Lookup
from greffier.records import Page, Time
from greffier.text import fold

_STAMP = re.compile(
    r"^[^\w\n]{0,6}(?:\d{1,4}[.)]?[ \t|]{1,6})?(?P<day>\d{1,2})[/.](?P<month>\d{1,2})(?:[/.](?P<year>\d{4}|\d{2}))?"
    r"[ \t|;│]{1,6}"
    r"(?P<hour>[01]?\d|2[0-4])(?:[ ]?[h:.][ ]?|(?=\d{2}(?!\d)))(?P<minute>[0-5]\d)(?![\d/])(?:[ ]?(?:hrs|hours|h))?"
    r"(?:[ ]?(?:-|–|to|à)[ ]?(?P<until>[01]?\d|2[0-4])[ ]?[h:.]?[ ]?(?P<end>[0-5]\d)(?!\d))?",
    re.MULTILINE,
)


def stamped(known: Lookup, page: Page) -> Iterator[Entry]:
    """Yield the lines that a day and an hour lead (the day before the month), with what is told up to the next."""
    found = list(_STAMP.finditer(page.text))
    year = _year_of(known) if found else None
    for one, following in zip_longest(found, found[1:]):
        begun, ended = _moments(one, year)
        if begun is None or ended is None:
            continue
        stop = following.start() if following else len(page.text)
        blank = re.compile(r"\n[^\S\n]*[-=_+|]*[^\S\n]*\n").search(page.text, one.end(), stop)
        end = blank.start() if blank else stop
        time = Time(f"{begun}:00", begun, ended)
        span = cite(page, one.start("day"), one.end()).span
        said = " ".join(fold(page.text[one.end() : end]).text.split())
        yield Entry(page, time, span, said, "", one.start("day"), end)


def _moments(stamp: re.Match[str], year: int | None) -> tuple[str | None, str | None]:
    told = stamp["year"]
    that = int(told) + (2000 if len(told) == 2 else 0) if told else year
    day, month = int(stamp["day"]), int(stamp["month"])
    if month > 12:
        day, month = month, day
    if that is None:
        return None, None
    try:
        begun = datetime(that, month, day, int(stamp["hour"]) % 24, int(stamp["minute"]))
        ended = begun.replace(hour=int(stamp["until"]) % 24, minute=int(stamp["end"])) if stamp["until"] else begun
    except ValueError:
        return None, None
    return begun.isoformat(timespec="minutes"), max(begun, ended).isoformat(timespec="minutes")


def _year_of(known: Lookup) -> int | None:
    """The year of a log that does not say it: that of most days of the case."""
    years = Counter(
        one.time.earliest[:4]
        for mentions in known.on_page.values()
        for one in mentions
        if one.kind == "date" and one.time is not None and one.time.earliest
    )
    return int(min(years, key=lambda one: (-years[one], one))) if years else None
