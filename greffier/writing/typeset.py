"""Words as readers see them: French and English typography, dates with their zone."""

from __future__ import annotations

import re
from datetime import date, datetime

from babel.dates import format_date

from greffier.errors import WrongUsage

_TURNS = re.compile("[\u202a-\u202e\u2066-\u2069]")  # what turns writing round: a pasted one could reorder a page
_UNITS = r"(?:kg|g|t|km|m|cm|h|min|€|euros?|kilos?|kilogram(?:me)?s?|%)"


def typeset(text: str, language: str) -> str:
    """Return text with typographic apostrophes and, where the language asks for them, no-break spaces."""
    text = _TURNS.sub("", re.sub(r"(?<=\w)'(?=\w)", "’", text))
    text = re.sub(rf"(\d)[ \u00a0\u202f]({_UNITS})\b", "\\1\u00a0\\2", text)
    if language != "fr":
        return text
    text = re.sub(r"[ \u00a0\u202f]+([;!?])", "\u202f\\1", text)
    text = re.sub(r"[ \u00a0\u202f]+([:»%])", "\u00a0\\1", text)
    text = re.sub(r"«[ \u00a0\u202f]*", "«\u00a0", text)
    return re.sub(r"(?<=\d)[ \u00a0](?=\d{3}(?!\d))", "\u202f", text)


def moment(told: object, field: str) -> datetime:
    """Return a date-time with its zone from the front matter. Raises WrongUsage where zone or time is missing."""
    try:
        read = told if isinstance(told, datetime) else datetime.fromisoformat(str(told))
    except ValueError:
        read = None
    if read is None or read.tzinfo is None:
        raise WrongUsage(
            f"`{field}` must be a date and time with its zone, not {str(told)!r}.",
            f'Write it like `{field}: "2025-02-06T06:00:00+01:00"`.',
        )
    return read


def spoken_moment(at: datetime, language: str, city: str | None = None) -> str:
    """Return a date-time in words, with its zone: "Thursday 6 February 2025, 06:00 (Paris time)"."""
    offset = at.strftime("%z")
    zone = f"UTC{offset[:3]}:{offset[3:]}"
    if language == "fr":
        named = f"heure de {city}" if city else zone
        return f"{spoken_day(at.date(), 'fr', weekday=True)}, {at.hour}\u00a0h\u00a0{at.minute:02} ({named})"
    named = f"{city} time" if city else zone
    return f"{spoken_day(at.date(), language, weekday=True)}, {at:%H:%M} ({named})"


def spoken_day(day: date, language: str, *, weekday: bool = False) -> str:
    """Return a date in words; French says "1er"."""
    words = format_date(day, "EEEE d MMMM y" if weekday else "d MMMM y", locale=language)
    words = re.sub(r"\s", " ", words)
    return re.sub(r"\b1 (?=\D+ \d{4})", "1er ", words) if language == "fr" else words


def spoken_date(told: object, language: str) -> str:
    """Return an ISO date of the front matter in words; anything else as it stands."""
    if isinstance(told, datetime):
        told = told.date()
    try:
        return spoken_day(told if isinstance(told, date) else date.fromisoformat(str(told)), language)
    except ValueError:
        return str(told)
