"""`It sent three transfers to X: EUR 5,000 on 3 May, EUR 7,500 on 17 May`: a payment for each amount with its date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from greffier.records import Event, Mention, Role, digest

_LIST = re.compile(r"\b(?:transfers?|payments?|virements?|versements?|paiements?|reglements?)\b[^.;:]{0,90}:(?!\d)")
_DATED = re.compile(r"\s*[,(]?\s*(?:on|le|du|en\s+date\s+du|dated)?\s*(?:the\s+)?$")
_KEPT = frozenset(("agent", "recipient", "source"))


def listed(flat: str, event: Event, here: Sequence[Mention]) -> list[Event]:
    """Return a payment for each listed amount with a date of its own; none where the sentence is no such list."""
    cited = event.citations[0].span
    found = _LIST.search(flat, cited.start, cited.end)
    if found is None or event.type not in ("pay", "transmit", "receive", "deliver"):
        return []
    pairs = []
    after = [one for one in here if one.span.start >= found.end()]
    for one, date in pairwise(after):
        money = one.quantity is not None and one.quantity.dimension == "money"
        if money and date.kind == "date" and date.time and _DATED.fullmatch(flat, one.span.end, date.span.start):
            pairs.append((one, date))
    roles = tuple(_payer(role, event.type) for role in event.roles if role.role in _KEPT)
    return [
        replace(
            event,
            id=digest("event", cited.page, one.span.start, "pay"),
            type="pay",
            time=date.time,
            roles=roles,
            quantities=(one.id,),
        )
        for one, date in pairs
    ]


def _payer(role: Role, type_: str) -> Role:
    return replace(role, role="agent") if type_ == "receive" and role.role == "source" else role
