"""City names, abbreviations and phrases that a publication time carries, as zones of the IANA database."""

from __future__ import annotations

import re

from greffier.text import key

_ZONES = {
    "Europe/Paris": "paris|heure de paris|paris time|france|heure francaise|lyon|marseille",
    "Europe/London": "london|londres|uk|bst|british time|uk time",
    "Europe/Berlin": "berlin|mez|mesz|german time",
    "Europe/Brussels": "brussels|bruxelles|brussel",
    "Europe/Madrid": "madrid",
    "Europe/Rome": "rome|roma",
    "Europe/Zurich": "geneva|geneve|zurich|berne|bern|lausanne",
    "Europe/Amsterdam": "amsterdam",
    "Europe/Lisbon": "lisbon|lisbonne|lisboa",
    "Europe/Athens": "athens|athenes",
    "Europe/Dublin": "dublin",
    "Europe/Vienna": "vienna|vienne|wien",
    "Europe/Stockholm": "stockholm",
    "Europe/Warsaw": "warsaw|varsovie",
    "Europe/Kyiv": "kyiv|kiev",
    "Europe/Moscow": "moscow|moscou|msk",
    "Europe/Istanbul": "istanbul",
    "Africa/Casablanca": "casablanca|rabat",
    "Africa/Algiers": "algiers|alger",
    "Africa/Tunis": "tunis",
    "Africa/Cairo": "cairo|le caire",
    "Africa/Dakar": "dakar",
    "Africa/Abidjan": "abidjan",
    "Asia/Jerusalem": "jerusalem|tel aviv|tel-aviv",
    "Asia/Beirut": "beirut|beyrouth",
    "Asia/Dubai": "dubai|dubai",
    "Asia/Kolkata": "new delhi|delhi|mumbai",
    "Asia/Shanghai": "beijing|pekin|shanghai",
    "Asia/Hong_Kong": "hong kong|hongkong",
    "Asia/Singapore": "singapore|singapour",
    "Asia/Tokyo": "tokyo|jst",
    "Australia/Sydney": "sydney|aest|aedt",
    "America/New_York": "new york|washington|et|est|edt|eastern|eastern time|heure de new york|heure de washington",
    "America/Chicago": "chicago|ct|cdt|central time",
    "America/Denver": "denver|mt|mst|mdt|mountain time",
    "America/Los_Angeles": "los angeles|san francisco|pt|pst|pdt|pacific|pacific time",
    "America/Montreal": "montreal",
    "America/Toronto": "toronto|ottawa",
    "America/Bogota": "bogota",
    "America/Sao_Paulo": "sao paulo|rio de janeiro|brasilia",
    "CET": "cet|cest",
    "UTC": "utc|gmt|z|zulu|temps universel",
}
PLACES = tuple(_ZONES)
_BY_NAME = {name: zone for zone, names in _ZONES.items() for name in names.split("|")}
_OFFSET = re.compile(r"(?:utc|gmt)? ?([+-])(\d{1,2})(?::?(\d{2}))?")

WORDS = "|".join(sorted((re.escape(name) for name in _BY_NAME if len(name) > 1), key=len, reverse=True))


def zone(told: str) -> str | None:
    """Return the zone that these words name, `+02:00` for an offset, None where the table does not know them."""
    name = key(told).strip("() .,")
    if name in _BY_NAME:
        return _BY_NAME[name]
    if match := _OFFSET.fullmatch(name):
        return f"{match[1]}{int(match[2]):02}:{match[3] or '00'}"
    return None
