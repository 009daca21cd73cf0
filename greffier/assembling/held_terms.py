"""How many hours somebody may be held before a decision: what the papers say, else the law of their country."""

from __future__ import annotations

import re
from functools import lru_cache

from greffier.assembling.checking import cite
from greffier.assembling.lookup import Lookup
from greffier.assembling.wording import any_of, table
from greffier.records import Page, Span
from greffier.text import fold

_NUMBER = (
    r"(?P<{0}>twelve|thirty[- ]six|trente[- ]six|twenty[- ]four|forty[- ]eight|seventy[- ]two|vingt[- ]quatre|"
    r"quarante[- ]huit|soixante[- ]douze|"
    r"\d{{2,3}})"
)
_LIMIT = re.compile(
    rf"\b(?:beyond|within|more than|longer than|exceed(?:s|ing)?|maximum of|"
    rf"not later than) {_NUMBER.format('en')} ?(?:hours?|hrs?|h)\b|"
    rf"\b(?:peut durer|duree (?:maximale |initiale |legale )?(?:est )?(?:de )?|ne peut exceder|au-dela de|delai de"
    rf"|dans les|"
    rf"(?:garde a vue|retention|mesure|detention) (?:est )?(?:de|limitee a)|prolongation \() ?"
    rf"{_NUMBER.format('fr')} ?(?:heures?|h)\b"
)
_SPELLED = {"twenty four": 24, "forty eight": 48, "seventy two": 72, "vingt quatre": 24, "quarante huit": 48}
_SPELLED |= {"soixante douze": 72, "seventy two": 72, "twelve": 12, "thirty six": 36, "trente six": 36}


def stated_limit(pages: list[Page]) -> tuple[int, Span] | None:
    """How many hours the pages themselves say that a person may be held at first, and where; the shortest of them."""
    found = []
    for page in pages:
        view = fold(page.text)
        for match in _LIMIT.finditer(view.text):
            words = (match["en"] or match["fr"]).replace("-", " ")
            hours = _SPELLED.get(words) or (int(words) if words.isdigit() else 0)
            if hours in (12, 24, 36, 48, 72, 96):
                found.append((hours, cite(page, *view.original(*match.span())).span))
    return min(found, key=lambda one: one[0], default=None)


def limit_of_country(known: Lookup, pages: list[Page]) -> int | None:
    """The term of the only country whose papers speak as those of the whole case do, else as these pages do."""
    for told in (known.ordered_pages(), pages):
        text = " ".join(map(known.flat, told))
        found = {
            hours for hours, words, unless in _terms() if words.search(text) and not (unless and unless.search(text))
        }
        if len(found) == 1:
            return found.pop()
    return None


@lru_cache(maxsize=1)
def _terms() -> tuple[tuple[int, re.Pattern[str], re.Pattern[str] | None], ...]:
    return tuple(
        (one["hours"], _any(one["words"]), _any(one["unless"]) if one["unless"] else None)
        for one in table("custody_terms")
    )


def _any(words: list[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){any_of(words)}(?![\w])")
