"""A full name told with a pet name: `Dan Kessling` where the case knows one Kessling, and he is Daniel."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from greffier.records import Judgement, Reason
from greffier.resolving.gather import Named
from greffier.resolving.judge import SAME, evidence, judgement
from greffier.resolving.letters import alike
from greffier.resolving.pet_names import is_pet_name, pet_names_of
from greffier.resolving.work import Work

_ONLY = 4.0  # the only bearer of the family name whose given name it may be


def familiar_names(work: Work) -> Iterator[Judgement]:
    """Join a pet name with its family name to the one bearer whom it fits; a piece that tells both leaves it open."""
    barred = work.linked("changed") | work.alone
    families: dict[str, list[Named]] = defaultdict(list)
    for key in sorted(work.names):
        named = work.names[key]
        if named.kind == "person" and len(named.content) > 1 and key not in barred:
            families[_family(named)].append(named)
    for family in sorted(families):
        for named in families[family]:
            if len(named.person.parts) == 2 and work.clusters.alone(named.key):
                yield from _joined(work, named, [one for one in families[family] if one is not named])


def _joined(work: Work, named: Named, others: list[Named]) -> Iterator[Judgement]:
    pet = next((part for part in named.person.parts if part != _family(named)), "")
    if not is_pet_name(pet):
        return
    near = [one for one in others if any(_may_mean(pet, part) for part in _given(one))]
    if len({work.clusters.root(one.key) for one in near}) != 1:
        return
    told = next((one for one in near if any(pet in pet_names_of(part) for part in _given(one))), None)
    if told is None or _in_one_piece(named, near):
        return
    spans = (named.mentions[0].span, told.mentions[0].span)
    reasons = [*evidence(named, told), Reason("the only one of this family name whom it fits", _ONLY, spans)]
    sure = sum(reason.weight for reason in reasons) >= SAME and work.clusters.join(named.key, told.key)
    yield judgement(named.key, told.key, "same" if sure else "unsure", reasons)


def _may_mean(pet: str, given: str) -> bool:
    return pet[0] == given[0] or alike(pet, given)[0] > 0


def _in_one_piece(named: Named, others: list[Named]) -> bool:
    pieces = {mention.piece for mention in named.mentions}
    return any(mention.piece in pieces for one in others for mention in one.mentions)


def _family(named: Named) -> str:
    shown = [part for part in named.person.surname if part in named.content]
    return (shown or named.content)[-1]


def _given(named: Named) -> list[str]:
    return [part for part in named.person.parts if part != _family(named)]
