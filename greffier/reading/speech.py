"""Verbs of speech and the people who are their subjects."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from greffier.reading.candidate import Candidate
from greffier.reading.taken import beginning
from greffier.reading.vocabulary import any_of, level, scanned, table

_ENDINGS = (
    "e es ent ait ais aient a erent ai ant er era eront erait eraient ons ez e-t-il e-t-elle a-t-il a-t-elle ee es ees"
).split()
_PRONOUN = r"(?:-t)?-(?:il|elle|on|ils|elles|je|tu|nous|vous)"
_CLITICS = r"(?:(?:nous|lui|leur|me|has|had|ne)\s+|[nml]'\s*)*"
_RELATIVE = re.compile(  # « Me X, qui défend Y, estime que »
    rf"\s*,\s*(?:qui|dont|que|qu'|who|whom|whose|which)\b(?:[^.,;:«»“”\"\n]|(?<=\bm)\.|(?<=\bm[er])\.|(?<=\bdr)\.|(?<=\bm[mr][es])\.){{2,140}},"
    rf"\s*{_CLITICS}"
)
_OF = re.compile(
    r"(?<![\w'-])(?:les?\s|la\s|l'|une?\s|des\s|the\s|an?\s|some\s|several\s|son\s|sa\s|his\s|her\s|two\s|deux\s|plusieurs\s)\s*(?:[a-z-]{3,20}\s+){0,2}?(?P<noun>[a-z-]{3,20})"
    r"\s+(?:de\s+|d'|of\s+|for\s+)(?:(?:m|mme|mr|mrs|ms|dr|me)\.?\s+)?$"
)
_OWN_WORDS = re.compile(
    r"(?:own\s+)?(?:declarations?|statement|evidence|account|testimony|words|temoignage|audition|propos|mots|paroles|reponses?|lettre|letter|mail|message|note|version|bouche|part|cote|avis|aveu|dires?|plume|name|nom|deposition|affidavit"
    r"|interview|diary|journal|recit|sens|voix)\b"
)
_FAR = 200  # characters between a subject and its verb
_BESIDE = 2  # a comma and a blank
_SPEAKERS = frozenset(("person", "role", "organisation"))


class Patterns(NamedTuple):
    """Patterns on the level view: any verb of speech, one with its subject after it, words that name a source."""

    verb: re.Pattern[str]
    inverted: re.Pattern[str]
    according: re.Pattern[str]


@lru_cache(maxsize=1)
def patterns() -> Patterns:
    held = table("speech")
    french = [stem + ending for stem in map(level, held["stems"]) for ending in _ENDINGS] + held["others"]
    participles = [level(stem) + "e" for stem in held["stems"]] + [level(word) for word in held["others"]]
    any_verb = any_of(scanned([*french, *held["english"]]))
    compound = (
        r"(?:m'|t'|s'|l'|lui\s+|leur\s+|nous\s+|me\s+|te\s+|se\s+|y\s+|vous\s+)?(?:a|ont|avait|avaient"
        r"|ai|avons|eut|est)(?:-t)?(?:-(?:il|elle|on|ils|elles|je|tu))?\s+(?:\w+ment\s+|alors\s+"
        rf"|aussi\s+|encore\s+|pas\s+)?(?:{any_of(scanned(participles))})"
    )
    clitic = r"(?:m'|t'|s'|l'|lui\s+|leur\s+|nous\s+|me\s+|te\s+|se\s+|y\s+|vous\s+)?"
    inverted = (
        rf"(?:{compound}|{clitic}(?:{any_verb})(?:{_PRONOUN})?|(?:he|she|they|i"
        rf"|we)\s+(?:\w+ly\s+)?(?:{any_of(held['english'])}))(?![\w-])"
    )
    return Patterns(
        verb=re.compile(rf"(?<![\w])(?:{compound}|{any_verb})(?![\w])"),
        inverted=re.compile(inverted),
        according=re.compile(rf"(?<!\w)(?:{any_of(held['according'])})(?:\s+|(?<='))"),
    )


def before_relative(flat: str, seen: Sequence[Candidate], start: int, verb: int) -> Candidate | None:
    """Who stands before a relative clause that ends at a verb: its subject, whoever is named in the clause."""
    here = beginning(seen, max(start, verb - _FAR), verb)
    return next((one for one in here if one.kind == "person" and _RELATIVE.fullmatch(flat, one.end, verb)), None)


def nearest_before(seen: Sequence[Candidate], start: int, stop: int) -> Candidate | None:
    """The last speaker between two offsets: a person if there is one, else a role, else an organisation."""
    return _best([one for one in beginning(seen, start, stop) if one.end <= stop and one.kind in _SPEAKERS], last=True)


def nearest_after(seen: Sequence[Candidate], start: int, stop: int) -> Candidate | None:
    """The first speaker between two offsets, a person before a role before an organisation."""
    return _best([one for one in beginning(seen, start, stop) if one.end <= stop and one.kind in _SPEAKERS], last=False)


def _best(found: list[Candidate], last: bool) -> Candidate | None:
    for kind in ("person", "role", "organisation"):
        kept = [one for one in found if one.kind == kind]
        if kept:
            best = kept[-1] if last else kept[0]
            return _apposed(best, found) or best
    return None


def _apposed(role: Candidate, found: Sequence[Candidate]) -> Candidate | None:
    """`The auditor, Greyson & Pike,`: a firm, or words that may be a name, right after a role are who has it."""
    if role.kind != "role":
        return None
    return next((one for one in found if one.kind == "organisation" and 0 < one.start - role.end <= _BESIDE), None)


def in_own_words(flat: str, one: Candidate) -> bool:
    """`X's account changed`, `X's evidence was`: X himself speaks in it."""
    return flat.startswith("'s ", one.end) and _OWN_WORDS.match(flat, one.end + 3) is not None


def owned(flat: str, one: Candidate) -> bool:
    """Whether somebody else of a person is told: « le frère de X », `a friend of X`, `X's lawyer`; never X's words."""
    if one.kind != "person":
        return False
    if flat.startswith("'s ", one.end) and flat[one.end + 3 : one.end + 4].isalpha():
        return _OWN_WORDS.match(flat, one.end + 3) is None
    of = _OF.search(flat, max(0, one.start - 70), one.start)
    return of is not None and _OWN_WORDS.match(of["noun"]) is None
