"""Which law speaks on which paper: a case chooses its jurisdictions, and foreign papers keep their own law."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from functools import lru_cache
from importlib.resources import files

import yaml

from greffier.errors import WrongUsage

_ONE = re.compile(r"[A-Z]{2}(?:-[A-Z0-9]{1,3})?")


def chosen(told: str) -> tuple[str, ...]:
    """Return the jurisdictions of a setting such as `KE` or `FR, BE`; none where a case chooses none."""
    found = tuple(dict.fromkeys(told.replace(",", " ").split()))
    for one in found:
        if not _ONE.fullmatch(one):
            raise WrongUsage(f"{one} is no jurisdiction.", "Write countries as ISO 3166 does: KE, or FR, BE, or US-TX.")
    return found


def speaks(jurisdiction: str, chosen: Collection[str], languages: Collection[str]) -> bool:
    """Whether a rule of this jurisdiction is asked of papers in these languages, in a case that chose its laws.

    A case that chose none asks every rule. The law of another country is asked of papers that were written there: in a
    language that its offices write and those of the case do not, such as French papers in a Kenyan case.
    """
    if jurisdiction == "any" or not chosen or any(_within(one, jurisdiction) for one in chosen):
        return True
    at_home = {language for one in chosen for language in _written(one)}
    return bool(languages) and set(languages) <= _written(jurisdiction) - at_home


def _within(place: str, jurisdiction: str) -> bool:
    """Whether a law holds in a place: that of a country holds in its parts, that of a part only there."""
    return place == jurisdiction or place.partition("-")[0] == jurisdiction


def _written(jurisdiction: str) -> set[str]:
    """The languages that offices of a place write in, of those that Greffier reads."""
    country = jurisdiction.partition("-")[0]
    return {language for language, countries in _countries().items() if country in countries}


@lru_cache(maxsize=1)
def _countries() -> Mapping[str, frozenset[str]]:
    text = (files("greffier.assembling") / "jurisdictions.yaml").read_text(encoding="utf-8")
    return {language: frozenset(told.split()) for language, told in yaml.safe_load(text).items()}
