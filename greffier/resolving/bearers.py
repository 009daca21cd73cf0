"""Who of a case bears which part of a name, and whom a name that leaves parts out may mean."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from greffier.records import Mention
from greffier.resolving.gather import Named
from greffier.resolving.judge import contrasted
from greffier.resolving.letters import alike, is_initial
from greffier.resolving.office import in_office
from greffier.resolving.pet_names import pet_names_of
from greffier.resolving.work import Work
from greffier.text import fold

_LONG = 6  # letters of a family name that may be known by its sound
_STRANGER = re.compile(
    r"\b(?:un certain|une certaine|an?(?: other)? certain|another|un autre|une autre|some|one|quelque"
    r"|(?:nomme|nommee|called|named|prenomme|prenommee|appele|appelee))\s*[«\"“]?\s*$"
)

_SOUND = 3.5  # the weight of two names that sound alike


def is_full(named: Named) -> bool:
    """Whether two words or more name a person; `Maria T. Olivares` has an initial beside them."""
    return named.person.full and len(named.content) > 1


def is_short(named: Named) -> bool:
    """Whether a person is named by one word, or by one with initials."""
    return initialled(named) or (named.kind == "person" and not named.person.full)


def initialled(named: Named) -> bool:
    """Whether a person is named by one word with initials; letters alone are no name."""
    one_word = named.kind == "person" and bool(named.person.initials) and len(named.content) == 1
    return one_word and not is_initial(named.content[0])


def bearers_of(work: Work) -> dict[tuple[str, ...], dict[str, str]]:
    """Return, for each part a full name has, its bearers: key → "surname" or "part" (a given name, half a surname).

    A longer form of a more frequent name ("Ana Morval Rapporteur") lends none of its extra words.
    """
    found: dict[tuple[str, ...], dict[str, str]] = defaultdict(dict)
    full = {key: named for key, named in work.names.items() if named.kind == "person" and is_full(named)}
    mains: dict[str, Named] = {}  # the most frequent full name of each cluster
    for key, named in full.items():
        root = work.clusters.root(key)
        mains[root] = max(mains.get(root, named), named, key=_weight)
    initials = [named for named in work.names.values() if initialled(named)]
    for key, named in full.items():
        for part in named.content:
            found[(part,)][key] = "part"
            for pet in pet_names_of(part):
                found[(pet,)].setdefault(key, "part")
        surname = _surname(named, initials)
        main = mains[work.clusters.root(key)]
        shown = bool(named.person.surname)  # by its capitals, on some page
        if shown or main.key == key or set(surname) <= set(main.content) or len(named.content) <= len(main.content):
            for told in {surname, surname[:1]}:  # « OYONO ZANG Jean » is « M. Oyono » too
                found[told][key] = "surname"
    for named in initials:
        if not any(fits(named, full[one]) for one in found[named.content] if one in full):
            found[named.content][named.key] = "surname"  # `L. M. Nzioka`, whom nobody names in full, is `Mr Nzioka`
    return found


def _weight(named: Named) -> tuple[int, str]:
    return len(named.mentions), named.key


def _surname(named: Named, initials: Sequence[Named]) -> tuple[str, ...]:
    """The family name as capitals show it, or as `L. Hamelin` does beside `Hamelin Laurent`; else the last part."""
    shown = tuple(part for part in named.person.surname if part in named.content)
    if shown or len(named.content) != 2:
        return shown or named.content[-1:]
    first, last = named.content
    turned = any(one.content == (first,) and is_initial(one.person.parts[0]) and fits(one, named) for one in initials)
    return (first,) if turned and not any(one.content == (last,) for one in initials) else (last,)


def near_bearers(work: Work, short: Named, bearers: Mapping[tuple[str, ...], Mapping[str, str]]) -> dict[str, str]:
    """Return who bears a family name that is this one but for its spelling: « Keïtta » of Issa KEÏTA.

    It must sound alike, since a slip of the pen may make another name; nobody else may have a name that is as near.
    """
    told = short.content[0]
    if short.kind != "person" or len(short.content) != 1 or len(told) < _LONG:
        return {}
    near: dict[str, str] = {}
    for content, who in bearers.items():
        weight = alike(told, content[0])[0] if len(content) == 1 and not is_initial(content[0]) else 0.0
        if weight > 0:
            near |= {key: what if weight >= _SOUND else "part" for key, what in who.items() if key != short.key}
    if "surname" not in near.values():
        return {}
    return {key: what for key, what in near.items() if not contrasted(short, work.names[key])}


def is_pet_of(short: Named, full: Named) -> bool:
    """Whether a lone name is what friends make of a part of a full one."""
    return any(short.content[0] in pet_names_of(part) for part in full.content if part != short.content[0])


def pet_name_tells(work: Work, short: Named, bearer: str) -> bool:
    """Whether a pet name alone stands on the papers of the only person of the case whose given name it may be."""
    one = [work.names[key] for key in work.clusters.members(bearer)]
    here = {mention.piece for named in one for mention in named.mentions}
    told = is_pet_of(short, work.names[bearer]) and all(mention.piece in here for mention in short.mentions)
    return told and not any(map(in_office, one)) and not any(map(_strange, short.mentions))


def given_name_tells(work: Work, short: Named, bearer: str) -> bool:
    """Whether a given name alone, which one person of the case has, is enough: « C'est Firmin qui m'a appelé ».

    He must be named in full in three papers, or in two where this one names him somehow; he must be nobody in office,
    and no words may call him a stranger.
    """
    one = [work.names[key] for key in work.clusters.members(bearer)]
    told = {mention.piece for named in one if is_full(named) for mention in named.mentions}
    strange = any(map(_strange, short.mentions))
    whole = not short.person.initials and short.content[0] in work.names[bearer].content
    here = {mention.piece for mention in short.mentions} & {
        mention.piece for named in one for mention in named.mentions
    }
    return whole and len(told) > (1 if here else 2) and not strange and not any(map(in_office, one))


def fits(short: Named, full: Named) -> bool:
    """Whether the initials of a short name may stand for the other parts of a full one.

    Those that stand before the family name stand for what is before it: `P. Rajendran` is no `K. Rajendran Pillai`,
    though Pillai begins with P; in a name of two words either may be the family name.
    """
    parts = full.person.parts
    others = [part for part in parts if part not in short.content]
    leading = bool(short.person.initials) and is_initial(short.person.parts[0])
    if leading and not full.person.surname and len(parts) > 2 and short.content[0] in parts:
        others = list(parts[: parts.index(short.content[0])])
    return all(any(alike(initial, other)[0] > 0 for other in others) for initial in short.person.initials)


def _strange(mention: Mention) -> bool:
    """Whether the words before a name call its bearer somebody unknown."""
    return _STRANGER.search(fold(mention.span.prefix).text) is not None
