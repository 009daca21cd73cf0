"""From where to where: the places that a verb of going or carrying leads from and to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from greffier.reading.clause import Clause, is_place
from greffier.reading.prepositions import OUT_OF, TOWARDS
from greffier.records import Mention

_ROUTE = re.compile(
    r"\s*(?:,\s*)?(?:a|au|aux|vers|jusqu'a|jusqu'au|to|into|en\s+direction\s+d[e'])\s*(?:(?:le|la|the)\s+|l')?"
)
_STARTS = re.compile(r"(?:^|\s)(?:(?:de|du|depuis|from)\s+(?:(?:la|the)\s+)?|d')$")
_GOES = re.compile(
    r"\b(?:rend\w*|all[eé]\w*|deplac\w+|arriv\w+|rentr\w+|retourn\w+|revien\w+|revenue?s?|accost\w+|reach\w*|berth\w*|dock\w*|transportons|\w+\s+(?:to|for)|travel\w*|return\w*)\b"
)


def route(clause: Clause) -> Iterator[tuple[str, Mention]]:
    """Yield `origin` and `destination` with their places, the surer ones first."""
    places = [one for one in clause.after if is_place(one)]
    yield from (*_left(clause, places), *_from_to(clause, places), *_gone_to(clause, places))
    for role, cue in (("destination", TOWARDS), ("origin", OUT_OF)):
        one = next((one for one in places if clause.led(one, cue)), None)
        if one is not None:
            yield role, one


def _left(clause: Clause, places: list[Mention]) -> Iterator[tuple[str, Mention]]:
    """« X quitte Lille », `X left Leeds`, `returned from Leeds`: the place right after the verb is where from."""
    away = clause.flat.startswith(("quitt", "left", "leave"), clause.trigger.word[0])
    left = (away and not clause.flat.endswith(" for", *clause.trigger.word)) or _from(clause)
    yield from (("origin", one) for one in places[:1] if left and not clause.between(one).strip())


def _from_to(clause: Clause, places: list[Mention]) -> Iterator[tuple[str, Mention]]:
    """« de Cadix à Nantes », `from Leeds to Hull`"""
    for left, right in pairwise(places):
        joined = _ROUTE.fullmatch(clause.flat, left.span.end, right.span.start)
        if joined and _STARTS.search(clause.flat, clause.trigger.end - 1, left.span.start):
            yield from (("origin", left), ("destination", right))


def _gone_to(clause: Clause, places: list[Mention]) -> Iterator[tuple[str, Mention]]:
    """« s'est rendu à Nantes »: the place right after a verb of going."""
    going = clause.trigger.type == "travel" and not _from(clause) and _GOES.search(clause.flat, *clause.trigger.word)
    for one in places[:1]:
        if going and re.fullmatch(r"\s*(?:a|au|aux|en|to|in|at)?\s*(?:la\s+|l')?", clause.between(one)):
            yield "destination", one


def _from(clause: Clause) -> bool:
    """Whether the words of the verb end with `from`."""
    return clause.flat.endswith(" from", clause.trigger.word[0], clause.trigger.word[1])
