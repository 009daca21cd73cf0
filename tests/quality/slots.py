"""Events told against events found, slot by slot.

An event told is `{type, in: words of its sentence, roles: {role: words}}` and, where they are, `amounts`, `place`,
`time` (EDTF or its beginning), `by` (whose words), `polarity`, `modality`; `A|B` or a list is two fillers of one role.
An `optional` event may be found or not, but not wrong.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from greffier.records import Event, Role

THINGS = frozenset(
    ("object", "seal")
)  # told by their words on the page, found by what these stand for: « UN (1) », `1`

Slots = set[tuple[str, str]]


def wanted_slots(one: Mapping[str, Any]) -> Slots:
    """The slots of an event told, comparable."""
    slots = {(role, _key(part)) for role, names in (one.get("roles") or {}).items() for part in _fillers(names)}
    slots |= {("amount", _key(words)) for words in one.get("amounts") or ()}
    slots |= {(key, _key(str(one[key]))) for key in ("place", "by") if one.get(key)}
    negative = bool(one.get("negative")) or one.get("polarity") == "negative"
    modality = one.get("modality") or "fact"
    slots.add(("claim", f"{modality} {negative}"))
    return slots | ({("time", str(one["time"]))} if one.get("time") else set())


def _fillers(names: str | list[str]) -> list[str]:
    return names if isinstance(names, list) else str(names).split("|")


def found_slots(event: Event, words: Mapping[str, str]) -> Slots:
    """The slots of an event found; `words` are those of each mention, by its id."""
    slots = {(role.role, _key(_filler(role, words))) for role in event.roles}
    slots |= {("amount", _key(words[one])) for one in event.quantities}
    slots |= {("place", _key(words[event.place]))} if event.place else set()
    slots |= {("by", _key(words[event.attributed_to]))} if event.attributed_to else set()
    slots.add(("claim", f"{event.modality} {event.polarity == 'negative'}"))
    return slots | ({("time", event.time.edtf)} if event.time else set())


def _filler(role: Role, words: Mapping[str, str]) -> str:
    """The words of the page: those of whom a code or a pronoun stands for where it names somebody."""
    if role.role in THINGS or role.name.startswith("+"):
        return role.span.exact
    return words.get(role.mention or "", role.name)


def _key(words: str) -> str:
    """Names in either order and case, with a comma or without, are alike; a surname alone stands for the person."""
    return " ".join(sorted(words.casefold().replace("’", "'").replace(",", " ").split()))


def right(slot: tuple[str, str], wanted: Slots) -> bool:
    return any(slot[0] == role and _alike(role, slot[1], value) for role, value in wanted)


def _alike(role: str, value: str, wanted: str) -> bool:
    """Names are alike when one has all words of the other; a day is right where a minute is told."""
    if role == "claim":
        return value == wanted
    if role == "time":
        return wanted == "*" or value.startswith(wanted) or (len(value) >= 10 and wanted.startswith(value))
    ours, theirs = set(value.split()), set(wanted.split())
    return bool(ours & theirs) and (ours <= theirs or theirs <= ours)


def score(
    text: str, told: Iterable[Mapping[str, Any]], events: Iterable[Event], words: Mapping[str, str]
) -> tuple[Counter[str], list[str]]:
    """Counts of events and slots told, found and right on one text, and what is wrong in words."""
    counts: Counter[str] = Counter()
    remarks: list[str] = []
    left = list(events)
    for one in told:
        wanted = wanted_slots(one)
        here = [event for event in left if event.type == one["type"] and _tells(event, one["in"], text)]
        best = max(here, key=lambda event: how_many_right(found_slots(event, words), wanted), default=None)
        if not one.get("optional"):
            counts.update(told=1, matched=int(best is not None))
            counts["slots told"] += len(wanted)
        if best is None:
            remarks += [] if one.get("optional") else [f"missed {one['type']}: {one['in']}"]
            continue
        left.remove(best)
        got = found_slots(best, words)
        counts["slots found"] += len(got)
        counts["slots right"] += how_many_right(got, wanted)
        remarks += [f"wrong {best.type} {slot}: {one['in']}" for slot in got if not right(slot, wanted)]
    counts["found"] += counts["matched"] + len(left)
    counts["slots found"] += sum(len(found_slots(event, words)) for event in left)
    remarks += [f"nobody told {event.type}: {event.citations[0].span.exact!r}" for event in left]
    return counts, remarks


def how_many_right(got: Slots, wanted: Slots) -> int:
    return sum(right(slot, wanted) for slot in got)


def _tells(event: Event, words: str, text: str) -> bool:
    at, span = text.index(words), event.citations[0].span
    return span.start < at + len(words) and at < span.end
