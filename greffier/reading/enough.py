"""Whether what was found is enough to tell an event: one name beside a verb tells too little."""

from __future__ import annotations

from collections.abc import Sequence

from greffier.reading.trigger import Trigger
from greffier.reading.verb_forms import roles_of
from greffier.records import Role

_OF_AN_AMOUNT = frozenset(("count", "sample"))
_OF_SOMEBODY = frozenset(
    (
        "arrest",
        "hear",
        "meet",
        "threaten",
        "recruit",
        "appoint",
        "call",
        "message",
        "custody_start",
        "custody_extension",
        "custody_end",
        "inform",
        "sign",
        "unseal",
    )
)
_OF_SOMETHING = frozenset(
    (
        "deliver",
        "receive",
        "transport",
        "sell",
        "buy",
        "pay",
        "seize",
        "store",
        "rent",
        "transmit",
        "request",
        "launder",
        "destroy",
        "seal",
        "find",
    )
)
_OURS_ALONE = frozenset(("seize", "seal", "request"))


def enough(trigger: Trigger, roles: Sequence[Role], amounts: bool, more: int) -> bool:
    """Return whether these roles, `amounts` and so many `more` circumstances (time, place) tell the event."""
    filled = {role.role for role in roles}
    sides = roles_of(trigger.type)
    if trigger.type in _OF_AN_AMOUNT:
        return amounts
    if trigger.type in _OF_SOMEBODY:
        return sides["object"] in filled
    if trigger.voice == "noun" and trigger.type in ("deliver", "pay", "sell") and not trigger.ours:
        return amounts and "recipient" in filled
    if trigger.type in ("find", "seize") and trigger.voice != "active" and amounts:
        return True
    if trigger.type in _OF_SOMETHING and not (trigger.ours and trigger.type in _OURS_ALONE):
        beyond = filled - {sides["subject"]}
        return (amounts and bool(filled or more)) or bool(
            (beyond or trigger.type in ("rent", "destroy")) and len(filled) + more > 1
        )
    if trigger.type == "authorise" and trigger.voice == "passive":
        return bool(roles)
    return bool(roles) and (trigger.ours or len(roles) + more >= 2)
