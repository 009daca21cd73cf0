"""Whether what was found is enough to tell an event: one name beside a verb tells too little."""

from __future__ import annotations

from collections.abc import Sequence

from greffier.reading.circumstances import OF_PEOPLE
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
        "reported",  # « signale un vol à la brigade », and no more than said where nobody is told
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
_ENOUGH_ITSELF = frozenset(("hear", "sell", "message", "recruit", "search", "custody_start"))
_DONE_TO_SOMEBODY = frozenset(("arrest", "threaten", "inform", "reported"))
_OURS_ALONE = frozenset(("seize", "seal"))
_WATCHED_FOR = frozenset(("travel", "meet", "deliver", "call"))
_FROM_SOMEBODY = frozenset(
    ("take", "takes", "took", "taken", "taking")
)  # `took the bag from Doyle`; else anything may be taken
_NOT_ALONE = frozenset(("transport", "find", "receive", "request"))  # « X conduisait », `X found that`


def enough(
    trigger: Trigger,
    word: str,
    roles: Sequence[Role],
    amounts: bool,
    more: int,
    watched: bool = False,
    none: bool = False,
) -> bool:
    """Return whether these roles, `amounts` and so many `more` circumstances (time, place, whose word) tell the event
    of a trigger with this `word`; in the log of those who watch (`watched`) the hour does, and where `none` of what is
    looked for was found or seized, that is what is told."""
    filled = {role.role for role in roles}
    if word in _FROM_SOMEBODY and trigger.type == "receive" and "source" not in filled:
        return False
    sides = roles_of(trigger.type)
    if watched and trigger.type in _WATCHED_FOR:
        return True
    itself = _itself(trigger, roles, amounts, more)
    if itself is not None:
        return itself
    if trigger.type in _OF_SOMETHING:
        return _of_something(trigger, filled, amounts, more, none)
    if trigger.type == "travel":
        return bool(roles) and len(roles) + more >= 2
    if trigger.type == "call" and trigger.voice == "active" and more:
        return bool(filled)  # `Ms Power rings back` at an hour
    if trigger.type in _OF_SOMEBODY:
        whom = sides.get("to") or sides["object"]
        by_whom = trigger.voice == "passive" and more > 0
        return whom in filled or (trigger.type in OF_PEOPLE and (amounts or by_whom))
    if trigger.type == "search":
        return len(roles) + more >= (1 if word.endswith("warrant was executed") else 2)
    if trigger.type == "authorise" and trigger.voice == "passive":
        return bool(roles)
    return bool(roles) and (trigger.ours or len(roles) + more + amounts >= 2)


def _itself(trigger: Trigger, roles: Sequence[Role], amounts: bool, more: int) -> bool | None:
    """What types of verbs tell by one name or one amount alone; None where more is to be weighed."""
    filled, active = {role.role for role in roles}, trigger.voice == "active"
    named = any(role.mention or role.name[:1].isupper() for role in roles)
    if trigger.type in _OF_AN_AMOUNT:
        return amounts or "object" in filled
    if active and not (named or amounts or trigger.ours) and filled == {"object"}:
        return False  # « il vendait des fruits »: who, nothing says
    to_somebody = active and bool(roles) and more > 1 and trigger.type in _DONE_TO_SOMEBODY
    weighed = trigger.voice == "passive" and amounts and trigger.type == "weigh"
    handed = named and not active and trigger.type in _OF_SOMETHING  # `was handed to Doyle`, « Remise par X »
    by_itself = trigger.voice != "noun" and (named or amounts) and trigger.type in _ENOUGH_ITSELF
    return True if to_somebody or weighed or handed or by_itself else None


def _of_something(trigger: Trigger, filled: set[str], amounts: bool, more: int, none: bool) -> bool:
    """« X a vendu » tells what was sold, or when, or whose word it is; a seal and what is found tell enough."""
    if trigger.voice != "active" and (none or (amounts and trigger.type in ("find", "seize"))):
        return True
    if trigger.voice == "noun" and not trigger.ours:
        return amounts and bool(filled or more)
    if trigger.type == "seal" or (trigger.ours and trigger.type in _OURS_ALONE):
        return amounts or bool(filled) or trigger.ours
    if trigger.voice == "passive" and trigger.start == trigger.word[0] and roles_of(trigger.type).get("to") in filled:
        return True  # « Copie transmise à Me Roy »
    alone = trigger.type in _NOT_ALONE and trigger.voice == "active" and filled <= {roles_of(trigger.type)["subject"]}
    if amounts and trigger.voice == "passive" and trigger.type != "destroy":
        return bool(filled or more)
    return amounts or (bool(filled) and len(filled) + more > 1 + alone)
