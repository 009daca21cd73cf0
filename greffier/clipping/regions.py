"""Places as a masthead writes them: a town with the abbreviation of its state, or with its country."""

from __future__ import annotations

import re

_STATES = (
    "AL Alabama|AK Alaska|AZ Arizona|AR Arkansas|CA California|CO Colorado|CT Connecticut|DE Delaware|"
    "DC District of Columbia|"
    "FL Florida|GA Georgia|HI Hawaii|ID Idaho|IL Illinois|IN Indiana|IA Iowa|KS Kansas|KY Kentucky|LA Louisiana|"
    "ME Maine|"
    "MD Maryland|MA Massachusetts|MI Michigan|MN Minnesota|MS Mississippi|MO Missouri|MT Montana|NE Nebraska|"
    "NV Nevada|"
    "NH New Hampshire|NJ New Jersey|NM New Mexico|NY New York|NC North Carolina|ND North Dakota|OH Ohio|OK Oklahoma|"
    "OR Oregon|"
    "PA Pennsylvania|RI Rhode Island|SC South Carolina|SD South Dakota|TN Tennessee|TX Texas|UT Utah|VT Vermont|"
    "VA Virginia|"
    "WA Washington|WV West Virginia|WI Wisconsin|WY Wyoming"
)
_PROVINCES = (
    "AB Alberta|BC British Columbia|MB Manitoba|NB New Brunswick|NL Newfoundland and Labrador|NS Nova Scotia|"
    "ON Ontario|"
    "PE Prince Edward Island|QC Quebec|SK Saskatchewan"
)
_COUNTRIES = frozenset(
    "France Belgium Belgique Switzerland Suisse Luxembourg Germany Allemagne Deutschland Spain Espagne Italy "
    "Italie Portugal Netherlands Pays-Bas Austria Autriche Ireland Irlande England Scotland Wales UK Royaume-Uni "
    "USA États-Unis Canada Morocco Maroc Algeria Algérie Tunisia Tunisie Senegal Sénégal Lebanon Liban Colombia "
    "Colombie Brazil Brésil".split()
)


def _table(told: str, country: str) -> dict[str, tuple[str, str]]:
    return {entry[:2]: (entry[3:], country) for entry in told.split("|")}


_REGIONS = _table(_STATES, "US") | _table(_PROVINCES, "Canada")
_TOWN = r"[A-ZÀ-Þ][\w.'-]{0,40}(?: (?:[A-ZÀ-Þ][\w.'-]{0,40}|de|du|la|le|sur|of|upon)){0,4}"
LOCALITY = rf"(?:{_TOWN}, ?(?:{'|'.join(_REGIONS)})|{_TOWN}, (?:{'|'.join(sorted(_COUNTRIES))}))"
_LOCALITY = re.compile(LOCALITY)


def is_locality(told: str) -> bool:
    """Whether a whole chunk is a town and its region."""
    return _LOCALITY.fullmatch(told) is not None


def locality(told: str) -> str:
    """A town with the name of its region and country: `Remer,MN` is "Remer, Minnesota, US"."""
    town, _, region = (part.strip() for part in told.partition(","))
    return ", ".join((town, *_REGIONS[region])) if region in _REGIONS else f"{town}, {region}"
