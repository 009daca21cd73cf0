"""Who does it, to whom or where, by a common noun where no name stands: « un voisin », `the driver`, `to the lab`.

The noun is one of the lexicon, led by an article, a number or a preposition.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from greffier.reading.clause import Clause
from greffier.reading.common_nouns import WORD, taken
from greffier.reading.verb_forms import roles_of
from greffier.reading.vocabulary import table

_SOME = (
    r"(?:(?:the|an?|his|her|their|my|our|this|that|one|two|three|four|five|six|several|some|another|other|both|unknown"
    r"|le|la|les|un|une|des|deux|trois|quatre|cinq|six|plusieurs|certains|cette|cet|ce|ces"
    r"|son|sa|ses|leurs?|mon|ma|mes|notre|votre|\d{1,2})\s|l'|d'un\s|d'une\s)"
)
_ADVERB = (
    r"(?:(?:also|then|later|never|ever|soon|just|himself|herself|themselves|eux|lui-meme|elle-meme|eux-memes)\s+"
    r"|[a-z]{3,}ly\s+)?"
)
_DOERS_HEAD = re.compile(
    rf"(?<![\w'-])(?:{_SOME}(?:[a-z'-]{{2,16}}\s){{0,2}}?)?(?P<noun>{WORD})(?:,)?\s+(?:(?:who|qui)\s+)?{_ADVERB}$"
)
_TO_SOME = re.compile(
    rf"(?<![\w'-])(?:to|a|aux|chez)\s+{_SOME}(?:[a-z'-]{{2,16}}\s){{0,2}}?(?P<noun>{WORD})|(?<![\w'-])(?:au|aux|to)\s(?P<them>{WORD})"
)
_FROM_SOME = re.compile(
    rf"(?<![\w'-])(?:from|aupres\s+d'|de|chez|off)\s*{_SOME}(?:[a-z'-]{{2,16}}\s){{0,2}}?(?P<noun>{WORD})|(?<![\w'-])(?:d'un|d'une|from)\s(?P<them>{WORD})"
)
_BY_SOME = re.compile(
    rf"\s+(?:by|par)\s+{_SOME}(?:[a-z'-]{{2,16}}\s){{0,2}}?(?P<noun>{WORD})|\s+(?:by|par)\s(?P<them>{WORD})"
)
_DIRECT = re.compile(rf"\s+{_SOME}(?:[a-z'-]{{2,16}}\s){{0,2}}?(?P<noun>{WORD})")
_NEAR = 60  # characters after a verb in which those stand that it is done to
_STOP = re.compile(
    r"[.;:!?\n](?!\d)|,\s|\s(?:et|and|puis|then|qui|who|que|that|which|pour|for|after|before|apres|avant)\s"
)
_GOES = frozenset(("travel", "transport"))
_TO_SITE = re.compile(
    rf"(?<![\w'-])(?:to|into|towards?|vers|a|jusqu'a|dans)\s+(?:{_SOME})?(?:[a-z'-]{{2,16}}\s){{0,2}}?(?P<noun>{WORD})(?!\s(?:de|of)\s)|(?<![\w'-])(?:au|jusqu'au|to)\s(?P<them>{WORD})"
)
_PERSONAL = frozenset(("recipient", "victim", "participant"))


class _Kinds(NamedTuple):
    """Nouns for people, for what drives or sails, for bodies and for places where somebody or something is brought."""

    people: frozenset[str]
    vehicles: frozenset[str]
    parties: frozenset[str]
    sites: frozenset[str]


@lru_cache(maxsize=1)
def _kinds() -> _Kinds:
    held = table("common_nouns")
    people, bodies = frozenset(held["people"]), frozenset(held["bodies"])
    return _Kinds(people, frozenset(held["vehicles"]), people | bodies, frozenset(held["sites"]))


def people_of(clause: Clause, filled: frozenset[str]) -> Iterator[tuple[str, tuple[int, int]]]:
    """The roles that nouns for people fill, and where they stand; `filled` are the roles that need nobody."""
    trigger, flat, sides = clause.trigger, clause.flat, roles_of(clause.trigger.type)
    subject, object_ = sides["subject"], sides.get("object", "")
    if trigger.voice != "noun":
        before = _DOERS_HEAD.search(flat, max(clause.left, trigger.start - 70), trigger.start)
        side = subject if trigger.voice == "active" else object_
        if before and trigger.type == "travel" and not {"agent", "object"} & filled:
            yield from _of_kind(clause, before, "object", _kinds().vehicles)
        if before and side not in filled | {"object", ""} and not trigger.mine and not trigger.ours:
            yield from _of_kind(clause, before, side, _kinds().people)
    if trigger.voice == "passive" and subject not in filled and (by := _BY_SOME.match(flat, trigger.end)):
        yield from _of_kind(clause, by, subject, _kinds().parties)
    stop = _STOP.search(flat, trigger.end, trigger.end + _NEAR)
    until = stop.start() + 1 if stop else min(trigger.end + _NEAR, len(flat))
    for key, led in (("to", _TO_SOME), ("from", _FROM_SOME)):
        role = sides.get(key)
        if role and role not in filled and (found := led.search(flat, trigger.end - 1, until)):
            yield from _of_kind(clause, found, role, _kinds().parties)
    if (
        trigger.type in _GOES
        and "destination" not in filled
        and (found := _TO_SITE.search(flat, trigger.end - 1, until))
    ):
        yield from _of_kind(clause, found, "destination", _kinds().sites)
    if object_ in _PERSONAL - filled and trigger.voice == "active" and (found := _DIRECT.match(flat, trigger.end)):
        yield from _of_kind(clause, found, object_, _kinds().parties)


def _of_kind(
    clause: Clause, found: re.Match[str], role: str, kind: frozenset[str]
) -> Iterator[tuple[str, tuple[int, int]]]:
    group = "noun" if found["noun"] else "them"
    if found[group] in kind and not taken(clause, found.span(group)):
        yield role, found.span(group)
