"""Clauses: how far the words of a sentence belong to one verb."""

from __future__ import annotations

import re
from collections.abc import Sequence

from greffier.reading.trigger import Trigger

_BEGINS = re.compile(r";\s|\s(?:mais|tandis\s+que|alors\s+que|but|while|whereas)\s|\sdont\s(?=[^,]*$)")
_ANOTHER = (  # verb of the sentence, which tells no event: « m'a remis 300 euros et m'a dit de les porter à … »
    r"\set\s+(?:[mlt]'|lui\s+|leur\s+|nous\s+|vous\s+)(?:ai?|as|ont|avai(?:t|ent))\s|\set\s+(?:ont|ai|avons|avai(?:t|ent))\s"
    r"|\s(?:et|and)\s+(?:[mlt]'|lui\s+|leur\s+|nous\s+)?(?:dit|disai(?:t|ent)|told|said|asked|demand\w+|ajout\w+|precis\w+)\s"
)
_THAT_TOO = re.compile(r"\s(?:et|and)\s+(?=(?:que\s|qu'|that\s))")
_WHERE = r",\s(?:d'ou|from\s+where|where|ou)\s(?=[a-z' ]{2,24}\s)"
_COLON = frozenset(("weigh", "count", "pay", "find", "seize"))  # an amount may follow a colon


def split_clauses(flat: str, start: int, end: int, triggers: Sequence[Trigger]) -> dict[Trigger, tuple[int, int]]:
    """Return the clause of each trigger: up to its neighbours, not over a semicolon or a conjunction before a verb."""
    clauses: dict[Trigger, tuple[int, int]] = {}
    ordered = sorted(triggers)
    for place, one in enumerate(ordered):
        left = _left(flat, ordered[place - 1].end if place else start, one.start, not place)
        right = ordered[place + 1].start if place + 1 < len(ordered) else end
        stop = re.search(
            (";|" if one.type in _COLON else r"[;:](?!\d)|")
            + r"\s(?:mais|puis|tandis\s+que|alors\s+que|but|while|whereas|then)\s|,\s(?:et|and)\s"
            rf"|\s(?:qui|who|dont|which|lequel|laquelle)\s|{_WHERE}|{_ANOTHER}",
            flat[one.end : right],
        )
        clauses[one] = left, one.end + stop.start() if stop else right
    return clauses


def _left(flat: str, left: int, verb: int, first: bool) -> int:
    """Where the clause of a verb begins: after a semicolon or a conjunction, « dont » before its own subject, or where
    what the verb before tells ends: « a rendu la clé samedi et qu'il a payé »."""
    breaks = list(_BEGINS.finditer(flat, left, verb))
    breaks += [] if first else _THAT_TOO.finditer(flat, left, verb)
    return max((one.end() for one in breaks), default=left)
