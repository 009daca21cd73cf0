"""Why the readers found what they found.

While they read, it is watched which of their functions first gave each thing: its name is the rule, and its docstring
says what the rule is. Nothing is watched otherwise, so that reading costs no more for it.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from types import FrameType
from typing import Any, NamedTuple

from greffier.contracts import Reader
from greffier.reading.date_grammar import Telling
from greffier.reading.told_amounts import Amount
from greffier.reading.trigger import Trigger
from greffier.records import Dating, Event, Found, Mention, Quote, Trace, digest

_ROOM = "greffier.reading."
_MACHINERY = frozenset({"explain", "read", "tokens", "mention", "vocabulary", "capitals", "phrasebook"})


class Rule(NamedTuple):
    """A function of this room, as it is found again: `greffier.reading.evidence`, `_titled`."""

    module: str
    function: str


class _Watched:
    """What the functions of this room returned, each thing with the first that did: the innermost rule."""

    def __init__(self) -> None:
        self._kept: list[Any] = []  # so that no id is used twice
        self._by_identity: dict[int, Rule] = {}
        self._by_place: dict[tuple[int, int, str], tuple[Rule, Any]] = {}

    def __call__(self, frame: FrameType, event: str, value: Any) -> None:
        if event != "return" or value is None:
            return
        module = frame.f_globals.get("__name__", "")
        if not module.startswith(_ROOM) or module[len(_ROOM) :] in _MACHINERY:
            return
        judged = isinstance(value, tuple) and len(value) == 2 and isinstance(value[1], float)
        parts = value[:1] if judged else (value, *value) if isinstance(value, tuple) else (value,)
        for part in parts:
            if type(part).__module__.startswith(_ROOM):
                self._keep(part, Rule(module, frame.f_code.co_qualname), "judged" if judged else "")

    def _keep(self, part: Any, rule: Rule, how: str) -> None:
        if id(part) not in self._by_identity:
            self._kept.append(part)
            self._by_identity[id(part)] = rule
        start, end = getattr(part, "start", None), getattr(part, "end", None)
        if isinstance(start, int) and isinstance(end, int):
            kind = how or str(getattr(part, "kind", type(part).__name__))
            self._by_place.setdefault((start, end, kind), (rule, part))

    def maker(self, part: Any) -> Rule | None:
        """The first function that returned this very thing."""
        return self._by_identity.get(id(part))

    def of(self, kind: type[Any]) -> Iterator[Any]:
        """The things of a kind, in the order in which they were first returned."""
        return (part for part in self._kept if isinstance(part, kind))

    def at(self, start: int, end: int, kinds: Iterable[str]) -> Rule | None:
        """The first function that gave one of these kinds at this place."""
        for kind in kinds:
            if (start, end, kind) in self._by_place:
                return self._by_place[(start, end, kind)][0]
        return None


def explained(
    read: Callable[[], Sequence[Found | Dating]], readers: Sequence[Reader]
) -> tuple[list[Found | Dating], list[Trace]]:
    """Read a text of one page, and give the reason for each mention, quote and event."""
    watched = _Watched()
    before = sys.getprofile()
    sys.setprofile(watched)
    try:
        found = list(read())
    finally:
        sys.setprofile(before)
    versions = {reader.name: reader.version for reader in readers}
    return found, list(_reasons(found, watched, versions))


def _reasons(found: Sequence[Found | Dating], watched: _Watched, versions: Mapping[str, int]) -> Iterator[Trace]:
    times = {(telling.start, telling.end): telling for telling in watched.of(Telling)}
    triggers = list(watched.of(Trigger))
    mentions = {one.id: one for one in found if isinstance(one, Mention)}
    for one in found:
        if isinstance(one, Mention):
            rule, read_as = _of_mention(one, watched, times)
            yield _reason(one, versions, rule, read_as, one.confidence, *_anchor(one, mentions))
        elif isinstance(one, Quote):
            rule = watched.at(one.span.start, one.span.end, ("Spoken", "Reported", "Turn"))
            cue = f"{one.kind}, {one.cue.exact!r}" if one.cue else one.kind
            yield _reason(one, versions, rule, cue)
        elif isinstance(one, Event):
            yield _of_event(one, watched, triggers, versions)


def _of_mention(one: Mention, watched: _Watched, times: Mapping[tuple[int, int], Telling]) -> tuple[Rule | None, str]:
    place = one.span.start, one.span.end
    if one.kind == "date" and place in times:
        node = times[place].node
        return watched.maker(node), _shape(node)
    if one.kind == "quantity" and one.quantity is not None:
        wanted = one.quantity.low, one.quantity.high, one.quantity.good
        amounts = (told for told in watched.of(Amount) if (told.low, told.high, told.good) == wanted)
        told = next(amounts, None)
        return (watched.maker(told), f"{told.unit.dimension}, {told.unit.kept}") if told else (None, "")
    judged = watched.at(*place, ("judged", one.kind)) if one.kind == "person" else None
    return judged or watched.at(*place, (one.kind, "Naming", "Acronym")), one.normalised or ""


def _shape(node: Any) -> str:
    """A node of the grammar of dates without what was not told: `Day(day=14, month=2)`."""
    if not is_dataclass(node):
        return repr(node)
    told = ((field.name, getattr(node, field.name)) for field in fields(node))
    kept = (
        f"{name}={_shape(value)}"
        for name, value in told
        if value not in (None, (), False) and (name, value) != ("steps", 0)
    )
    return f"{type(node).__name__}({', '.join(kept)})"


def _of_event(one: Event, watched: _Watched, triggers: Sequence[Trigger], versions: Mapping[str, int]) -> Trace:
    span = one.citations[0].span
    for trigger in triggers:
        if digest("event", span.page, trigger.start, trigger.type) == one.id:
            words = span.exact[trigger.word[0] - span.start : trigger.word[1] - span.start]
            return _reason(one, versions, watched.maker(trigger), f"{words!r}, {trigger.voice}, {one.modality}")
    return _reason(one, versions, None, one.modality)


def _anchor(one: Mention, mentions: Mapping[str, Mention]) -> tuple[str | None, str | None]:
    """What a relative date was counted from: `act`, or the words that told it, and their value."""
    if one.time is None or one.time.anchor is None:
        return None, None
    told = mentions.get(one.time.anchor)
    return (told.span.exact, told.time.edtf if told.time else None) if told else (one.time.anchor, None)


def _reason(
    one: Mention | Quote | Event,
    versions: Mapping[str, int],
    rule: Rule | None,
    read_as: str,
    confidence: float | None = None,
    anchor: str | None = None,
    anchor_value: str | None = None,
) -> Trace:
    return Trace(
        id=one.id,
        reader=one.reader,
        version=versions.get(one.reader, 0),
        rule=_name(rule) if rule else None,
        says=_says(rule) if rule else "",
        read_as=read_as,
        confidence=confidence,
        anchor=anchor,
        anchor_value=anchor_value,
    )


def _name(rule: Rule) -> str:
    """`evidence.titled`: the module and the function, whose name says the rule."""
    return f"{rule.module[len(_ROOM) :]}.{rule.function.rsplit('.', 1)[-1].lstrip('_')}"


def _says(rule: Rule) -> str:
    """The first paragraph of what the function says of itself; nothing for one inside another function."""
    found: Any = sys.modules[rule.module]
    for name in rule.function.split("."):
        found = getattr(found, name, None)
    return " ".join((getattr(found, "__doc__", None) or "").split("\n\n")[0].split())
