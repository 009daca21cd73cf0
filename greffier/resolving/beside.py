"""Who of a case may be somebody known elsewhere: compared as names of the case are, and never joined by the machine."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from greffier.records import Candidate, Entity, Link, Mention, MentionKind, Outsider, Reason
from greffier.resolving.block import CROWD, blocks
from greffier.resolving.gather import Named, gather
from greffier.resolving.judge import births_apart, evidence
from greffier.resolving.names import PersonName, person_name, plain

_LIKELY = 1.0  # log-odds from which a pair is shown: rather one, by its names alone
_NUMBER = 5.0  # one number is held by one, but for families, offices and slips
_BORN_APART = -6.0
_DAYS = {4: ("-01-01", "-12-31"), 7: ("-01", "-31"), 10: ("", "")}  # by the length of an ISO date: its first, its last


class Known:
    """The entities of a case, ready to be compared with outsiders."""

    def __init__(self, entities: Iterable[Entity], mentions: Iterable[Mention], links: Iterable[Link]) -> None:
        names, _ = gather(mentions, tuple(links))
        self._named: dict[str, list[Named]] = defaultdict(list)
        self._numbers: dict[tuple[MentionKind, str], list[Entity]] = defaultdict(list)
        self._blocks: dict[str, set[str]] = defaultdict(set)
        self._entities = {entity.id: entity for entity in entities}
        for entity in self._entities.values():
            self._take_in(entity, [names[key] for key in entity.keys if key in names])

    def _take_in(self, entity: Entity, told: list[Named]) -> None:
        births = frozenset(one for named in told for one in named.births)
        lines = frozenset(one for named in told for one in named.lines)
        for named in told:
            self._named[entity.id].append(replace(named, births=births, lines=lines))
            for block in blocks(named):
                self._blocks[block].add(entity.id)
            for value in {squeezed(mention.normalised or mention.span.exact) for mention in named.mentions}:
                self._numbers[named.kind, value].append(entity)

    def candidates(self, outsider: Outsider) -> Iterator[Candidate]:
        """Yield the entities that may be this one, or whose number it has, the likeliest first."""
        reasons: dict[str, list[Reason]] = defaultdict(list)
        for id, why in self._alike(outsider):
            reasons[id] += why
        for kind, value in outsider.numbers:
            for entity in self._numbers.get((kind, squeezed(value)), ()):
                span = self._named[entity.id][0].mentions[0].span
                reasons[entity.id].append(Reason(f"the same {kind}: {value}", _NUMBER, (span,)))
        scored = [(round(sum(one.weight for one in why), 2), id, tuple(why)) for id, why in reasons.items()]
        for score, id, told in sorted(scored, key=lambda one: (-one[0], one[1])):
            yield Candidate(outsider, self._entities[id], score, told)

    def _alike(self, outsider: Outsider) -> Iterator[tuple[str, list[Reason]]]:
        """The entities that one of its names may be a name of, each with the best that speaks for it."""
        best: dict[str, list[Reason]] = {}
        for name in _names(outsider):
            for id in self._near(name):
                for named in self._named[id]:
                    if named.kind == name.kind and _tells(named.person, name.person):
                        why = _weighed(named, name)
                        if _score(why) > _score(best.get(id, ())):
                            best[id] = why
        yield from ((id, why) for id, why in best.items() if why[0].weight >= _LIKELY)

    def _near(self, name: Named) -> set[str]:
        found = (self._blocks.get(block, ()) for block in blocks(name))
        return {id for ids in found if len(ids) <= CROWD for id in ids}


def squeezed(number: str) -> str:
    """A number by its letters and figures alone, without the register it names before it (`siren:…`)."""
    return re.sub(r"[\W_]", "", number.rpartition(":")[2]).casefold().removeprefix("00")


def _names(outsider: Outsider) -> Iterator[Named]:
    births = frozenset(_interval(day) for day in outsider.births if len(day) in _DAYS)
    lines = frozenset(f"phone:{value}" for kind, value in outsider.numbers if kind == "phone")
    for kind in outsider.kinds:
        if kind not in ("person", "organisation"):
            continue
        for name in outsider.names:
            person = person_name(name) if kind == "person" else PersonName(plain(name), (), ())
            if person.parts:
                yield Named(f"{kind}:{name}", kind, (), (name,), person, births=births, lines=lines)


def _interval(day: str) -> tuple[str, str]:
    first, last = _DAYS[len(day)]
    return day + first, day + last


def _tells(one: PersonName, other: PersonName) -> bool:
    """Whether two names are more than one word that many bear, or the same word."""
    return min(len(one.parts), len(other.parts)) > 1 or one.parts == other.parts


def _weighed(named: Named, name: Named) -> list[Reason]:
    why = evidence(named, name)
    if births_apart(named, name):
        why.append(Reason("born on another day", _BORN_APART, (named.mentions[0].span,)))
    return why


def _score(why: Iterable[Reason]) -> float:
    return sum(one.weight for one in why) if why else float("-inf")
