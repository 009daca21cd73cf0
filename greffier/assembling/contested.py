"""One act that papers tell with two doers, or that one tells and its doer denies."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from greffier.assembling.checking import Hit, Material, Words
from greffier.assembling.clauses import shown
from greffier.assembling.deeds import Deed, deeds
from greffier.assembling.rulebook import Rule
from greffier.assembling.times import days_told
from greffier.assembling.voices import named_alike, voices
from greffier.records import Citation

_MOST = 30  # deeds of one act with one thing, beyond which it is done every day
_OFTEN, _SELDOM = 12, 5  # clauses that tell it
Together = Mapping[tuple[str, str], int]


def contested_doer(material: Material, rule: Rule) -> Iterator[Hit]:
    """Papers that name two doers of one act with one thing, or one who denies it; one of them insists on who it was."""
    known = material.known
    speaking = voices(known)
    together: Counter[tuple[str, str]] = Counter()
    by_act: dict[tuple[str, str], list[Deed]] = defaultdict(list)
    for clause in material.clauses:
        together.update((act, thing) for act in clause.acts for thing in clause.things)
        for deed in deeds(known, clause, speaking):
            for act in deed.acts:
                for thing in clause.things:
                    by_act[act, thing].append(deed)
    few = [both for both in by_act if len(by_act[both]) <= _MOST]
    for act in sorted({act for act, _ in few}):
        things = sorted((together[both], both[1]) for both in few if both[0] == act)
        pairs = [
            (one, other)
            for _, thing in things
            for one, other in combinations(by_act[act, thing], 2)
            if _contest(one, other) and _near(one, other, act, together)
        ]
        for group in _groups(pairs):
            yield _hit(group)


def _contest(one: Deed, other: Deed) -> bool:
    """Whether two papers cannot both be right about who did it, if it is one act."""
    if one.clause.piece == other.clause.piece or not (one.stressed or other.stressed) or not (one.done or other.done):
        return False
    left, right = days_told(one.clause.of("date")), days_told(other.clause.of("date"))
    if left and right and not left & right:
        return False
    same = one.who.id == other.who.id or named_alike(one.who, other.who)
    return same if one.done != other.done else not same


def _near(one: Deed, other: Deed, act: str, together: Together) -> bool:
    """Whether two clauses share enough to be of one act: the less they insist, the more."""
    shared = [together[act, thing] for thing in one.clause.things & other.clause.things]
    if one.stressed and other.stressed:
        return True
    return min(shared) <= _SELDOM or (len(shared) > 1 and min(shared) <= _OFTEN)


def _groups(pairs: Sequence[tuple[Deed, Deed]]) -> Iterator[list[Deed]]:
    """Those who contest one act: everybody who contests what another one of them tells, each paper once."""
    left = list(pairs)
    while left:
        group = list(left.pop(0))
        while found := next((pair for pair in left if pair[0] in group or pair[1] in group), None):
            left.remove(found)
            group += [one for one in found if one not in group]
        yield list({one.clause.piece: one for one in reversed(group)}.values())[::-1]


def _hit(group: Sequence[Deed]) -> Hit:
    first = group[0]
    other = next((one for one in group if one.who != first.who or one.done != first.done), group[-1])
    words: Words = {"first": _called(first), "second": _called(other)}
    cited = [Citation(shown(one.clause), "contradicts" if one is not first else "supports") for one in group]
    return Hit(tuple(cited), False, words)


def _called(deed: Deed) -> tuple[str, str]:
    return (deed.who.name, deed.who.name) if deed.done else (f"not {deed.who.name}", f"pas {deed.who.name}")
