"""Which currency a page speaks of: the only one that it names, else that of its country, else of its language."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

import phonenumbers

from greffier.reading.countries import countries, home
from greffier.reading.phrasebook import meanings
from greffier.reading.vocabulary import level, table

_NAMED = {
    "EUR": re.compile(r"€|e(?<!\w.)uros?\b|E(?<!\w.)UR\b|c(?<!\w.)entimes\b"),
    "GBP": re.compile(r"£|p(?<!\w.)ounds\b|q(?<!\w.)uid\b|G(?<!\w.)BP\b"),
    "USD": re.compile(r"\$|d(?<!\w.)ollars?\b|U(?<!\w.)SD\b"),
    "FRF": re.compile(r"f(?<!\w.)rancs?\b|\d F\b"),
    "CHF": re.compile(r"C(?<!\w.)HF\b"),
    "MAD": re.compile(r"d(?<!\w.)irhams?\b|\d DH\b|M(?<!\w.)AD\b"),
    "XOF": re.compile(r"F(?<!\w.)CFA\b|C(?<!\w.)FA\b"),
}
_LEXICON = table("slang")
_LETTERED: dict[str, str] = _LEXICON["lettered"]
_TOLD_DOLLARS = re.compile(rf"(?<![\w.])({'|'.join(map(re.escape, _LETTERED))})\$")
_OF_COUNTRY: dict[str, str] = meanings(_LEXICON["currencies"])
_DOLLARS: dict[str, str] = meanings(_LEXICON["dollars"])
_FRANCS: dict[str, str] = meanings(_LEXICON["francs"])
SHARED: dict[str, dict[str, str]] = {word: meanings(owners) for word, owners in _LEXICON["shared"].items()}
_SYSTEMS = {code: re.compile(rf"\b(?:{signs})\b") for code, signs in _LEXICON["systems"].items()}
_SPOKEN: dict[str, list[str]] = _LEXICON["spoken"]
_HOME_SUMS = {  # how a page writes sums of a currency that it may tell beside dollars
    code: re.compile(rf"(?<![\w.])(?:{'|'.join(signs)})[ ]?\d|\d (?:{'|'.join(signs)})\b")
    for code, signs in _LEXICON["sums"].items()
}
_CODES = frozenset((*_LEXICON["currencies"], *_LEXICON["dollars"], *_LEXICON["other_codes"]))
_CODE = re.compile(r"(?<![A-Za-z])[A-Z]{3}(?![A-Za-z])")
_WORDS = frozenset("ALL COP CUP ILS LAK MAD MOP PEN RON SOS TOP TRY".split())  # words of titles as often as codes
_YEAR = re.compile(r"(?<![\d/.-])(?:19|20)\d\d(?![\d-])|(?<=[/.-])(?:19|20)\d\d(?!\d)")
_PREFIX = re.compile(r"(?<!\d)(?:\+|00)([1-9]\d\d)")
_STERLING = re.compile(r"£|\bquid\b|\bGBP\b|sterling")
_BY_THE_POUND = frozenset({"US", "CA"})  # where goods are weighed in pounds and paid in dollars
_TOP = 6  # lines in which a statement or an account says its currency
_EURO = 2002  # the year in which it was first in hand


@lru_cache(maxsize=8)
def named(text: str) -> str | None:
    """The only currency that a page names."""
    told = list(_often(text))
    if told == ["FRF"]:
        return francs(text)
    if told == ["USD"]:
        return dollars(text)
    return told[0] if len(told) == 1 else None


@lru_cache(maxsize=8)
def _often(text: str) -> Counter[str]:
    """How often a page names each currency; pounds are weighed where people pay in dollars and nothing is sterling."""
    told = Counter({code: count for code, sign in _NAMED.items() if (count := len(sign.findall(text)))})
    home = countries(level(text)) if told["GBP"] and not _STERLING.search(text) else Counter[str]()
    if not home["GB"] and home.keys() & _BY_THE_POUND:
        del told["GBP"]
    return told


@lru_cache(maxsize=8)
def spent(text: str, language: str) -> str:
    """The currency that money is in where none is told beside it."""
    told = _coded_above("\n".join(text.split("\n", _TOP)[:_TOP]))
    told = told or _summed(text, language) or named(text)
    if told is not None:
        return told
    (first, often), (_, less) = [*_often(text).most_common(2), ("", 0), ("", 0)][:2]
    if often > 2 * less:
        return first
    systems = {code for code, sign in _SYSTEMS.items() if sign.search(text)}
    return systems.pop() if len(systems) == 1 else at_home(text, language)


def _summed(text: str, language: str) -> str | None:
    """The currency at home where its sums are at least as many as those of any other."""
    code = at_home(text, language)
    sums = len(_HOME_SUMS[code].findall(text)) if code in _HOME_SUMS else 0
    others = max((often for other, often in _often(text).items() if other != code), default=0)
    return code if sums and sums >= others else None


def _coded_above(head: str) -> str | None:
    """The only currency whose code stands in capitals in the head of a page; a word of a title in capitals is none."""
    told = {match.group() for match in _CODE.finditer(head) if match.group() in _CODES}
    return told.pop() if len(told) == 1 and told.isdisjoint(_WORDS) else None


@lru_cache(maxsize=256)
def coded(name: str) -> str | None:
    """The only currency whose code stands in the name of a column: `debit_KES`, « Montant (XOF) »."""
    told = {word for word in re.split(r"[^A-Z]+", name.upper()) if word in _CODES}
    return told.pop() if len(told) == 1 else None


@lru_cache(maxsize=8)
def at_home(text: str, language: str) -> str:
    """The currency of the country of its language that a page speaks of most: Dutchmen owe a Londoner pounds."""
    told = home(level(text)) + Counter(map(_region, _PREFIX.findall(text)))
    ranked = sorted((country for country in _SPOKEN[language] if told[country]), key=lambda country: -told[country])
    code = _OF_COUNTRY[ranked[0]] if ranked else "GBP" if language == "en" else "EUR"
    if code == "EUR" and language == "fr":
        years = [int(year) for year in _YEAR.findall(text)]
        return "FRF" if years and max(years) < _EURO else "EUR"
    return code


def _region(prefix: str) -> str:
    return next((phonenumbers.region_code_for_country_code(int(prefix[:size])) for size in (2, 3)
                 if int(prefix[:size]) in phonenumbers.COUNTRY_CODE_TO_REGION_CODE), "")  # fmt: skip


@lru_cache(maxsize=8)
def dollars(text: str) -> str:
    """Which dollars a page means: those it tells most by their letters (`HK$`), else those of the country with some
    that it names most, twice at least; else America's."""
    lettered = Counter(_LETTERED[letters] for letters in _TOLD_DOLLARS.findall(text))
    if lettered and lettered.most_common(1)[0][0] != "USD":
        return lettered.most_common(1)[0][0]
    told = home(level(text))
    ranked = sorted(_DOLLARS, key=lambda country: -told[country])
    first = ranked[0]
    return _DOLLARS[first] if told[first] > 1 and told[first] > told["US"] else "USD"


@lru_cache(maxsize=8)
def shared(word: str, text: str) -> str | None:
    """Whose shillings or dinars a page means: those of the country that it names most among those that have some."""
    owners = SHARED.get(word)
    if owners is None:
        return None
    told = home(level(text))
    ranked = sorted((country for country in owners if told[country]), key=lambda country: -told[country])
    if not ranked and word == "sh":
        return "KES"  # `Sh312m`, as Nairobi's papers print it
    return owners[ranked[0]] if ranked else None


def francs(text: str, around: str = "") -> str:
    """Which francs a page means that says no more: those of Dakar, of Douala, of Geneva, or of France.

    `around` is the text of the first pages of its piece, which are asked where this one speaks of no country.
    """
    return _francs(text) or _francs(around) or "FRF"


@lru_cache(maxsize=16)
def _francs(text: str) -> str | None:
    flat = level(text)
    if re.search(r"\b(?:f|francs?)[ .]?c\.?f\.?a\b", flat):
        return "XAF" if any(_FRANCS.get(country) == "XAF" for country in countries(flat)) else "XOF"
    told = home(flat)
    ranked = [country for country, _ in told.most_common() if country in _FRANCS]
    if ranked and told[ranked[0]] > told["FR"]:
        return _FRANCS[ranked[0]]
    return "FRF" if told["FR"] else None
