"""The three passes by which the machine joins names, the surest first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from greffier.records import Judgement, Link, Reason
from greffier.resolving.block import candidates
from greffier.resolving.cluster import Clusters
from greffier.resolving.compare import strangers
from greffier.resolving.gather import Named
from greffier.resolving.judge import SAME, contrasted, evidence, hedged, judgement, only_spelling
from greffier.resolving.letters import alike
from greffier.resolving.names import of_case
from greffier.resolving.pet_names import pet_names_of

_ONLY = 4.0  # the only bearer in the whole case
_MANY = -2.0  # several could bear it
_TOLD = 6.0  # a page says so
_DOUBTED = -4.0  # the words around it take it back
_TELLING = ("alias", "nickname", "acronym", "former")


@dataclass(slots=True)
class Work:
    """What the passes work on; only `clusters` and `variants` change. `variants` are keys joined as misspellings."""

    names: dict[str, Named]
    clusters: Clusters
    key_of: dict[str, str]
    links: tuple[Link, ...]
    alone: frozenset[str]
    protected: frozenset[str]
    variants: set[str] = field(default_factory=set)
    given: dict[str, set[str]] = field(init=False)  # the keys that links give to somebody, by the type of the link

    def __post_init__(self) -> None:
        self.given = defaultdict(set)
        for link in self.links:
            if link.right in self.key_of:
                self.given[link.type].add(self.key_of[link.right])

    def free(self, *keys: str) -> bool:
        """Whether the machine may join these keys at all."""
        return not self.alone.intersection(keys)

    def linked(self, *types: str) -> frozenset[str]:
        """Return the keys that links of these types give to somebody."""
        return frozenset().union(*(self.given[type] for type in types))


# --- the same name written another way --------------------------------------------------------------------------------


def same_names(work: Work) -> Iterator[Judgement]:
    """Join full names that differ by order, spelling or a left-out middle name; the likeliest pairs first.

    A short name is the next pass's question.
    """
    barred = work.linked("changed") | work.alone
    whole = {key for key, named in work.names.items() if named.kind == "organisation" or _full(named)}
    scored = []
    for left, right in candidates(work.names.values()):
        if left not in whole or right not in whole or left in barred or right in barred:
            continue
        first, second = work.names[left], work.names[right]
        if _nothing_shared(first, second):
            continue
        reasons = evidence(first, second)
        if (score := sum(reason.weight for reason in reasons)) > 0:
            scored.append((-score, left, right, reasons))
    rivals = _rivals(scored)
    for negative, left, right, reasons in sorted(scored, key=lambda one: one[:3]):
        sure = -negative >= SAME and only_spelling(reasons) and not rivals.get((left, right))
        one, other = work.names[left], work.names[right]
        sure = sure and _surname_shared(one, other) and not contrasted(one, other)
        if sure and work.clusters.join(left, right):
            if "ocr" in reasons[0].text or "slip" in reasons[0].text:
                work.variants.add(min((left, right), key=lambda key: (len(work.names[key].mentions), key)))
            yield judgement(left, right, "same", reasons)
        elif work.clusters.root(left) != work.clusters.root(right):
            yield judgement(left, right, "unsure", reasons)


def _surname_shared(left: Named, right: Named) -> bool:
    """Whether what capitals show to be the surname of one stands in the other: "Anne-Lise" alone is no full name."""
    return all(
        not one.person.surname or any(alike(part, other)[0] > 0 for part in one.person.surname for other in two.content)
        for one, two in ((left, right), (right, left))
    )


def _nothing_shared(left: Named, right: Named) -> bool:
    """Whether two persons share one part of their names, and nothing else that a file may tell of them."""
    if left.kind != "person" or left.births & right.births or left.lines & right.lines:
        return False
    return left.roles.keys().isdisjoint(right.roles) and strangers(left.person, right.person)


def _full(named: Named) -> bool:
    """Whether two words or more name a person; `Maria T. Olivares` has an initial beside them."""
    return named.person.full and len(named.content) > 1


def _rivals(scored: Iterable[tuple[float, str, str, list[Reason]]]) -> dict[tuple[str, str], bool]:
    """Tell the pairs whose shorter name could be completed in two ways: Jean (Paul | Luc) MARTIN, an initial."""
    completions: dict[str, set[str]] = defaultdict(set)
    short: list[tuple[str, str, str]] = []
    for _, left, right, _ in scored:
        fewer, more = sorted((left, right), key=lambda key: (len(key.split()), len(key), key))
        if len(fewer.split()) < len(more.split()) or (_has_initial(fewer) and not _has_initial(more)):
            completions[fewer].add(more)
            short.append((left, right, fewer))
    clashing = {fewer: _clash(longer) for fewer, longer in completions.items()}
    return {(left, right): clashing[fewer] for left, right, fewer in short}


def _has_initial(key: str) -> bool:
    return any(len(part) == 1 for part in key.partition(":")[2].split())


def _clash(longer: set[str]) -> bool:
    """Whether some completions differ by more than how much they leave out: each must hold the next shorter one."""
    parts = sorted((frozenset(key.partition(":")[2].split()) for key in longer), key=len)
    return any(not short <= long for short, long in pairwise(parts))


# --- a name that leaves parts out -------------------------------------------------------------------------------------


def short_names(work: Work) -> Iterator[Judgement]:
    """Join a lone surname, or initials with a surname, to the only person of the whole case who bears it."""
    barred = given_away(work)
    bearers = bearers_of(work)
    initialled = [named for named in work.names.values() if _initialled(named)]
    lone = [named for named in work.names.values() if named.kind == "person" and not named.person.full]
    yield from _with_article(work, lone, bearers)
    for named in sorted(initialled, key=lambda one: one.key) + sorted(lone, key=lambda one: one.key):
        if named.key not in barred and work.free(named.key) and named.key == of_case(named.key):
            yield from _short(work, named, bearers.get(named.content, {}))


def given_away(work: Work) -> frozenset[str]:
    """The keys that pages give to somebody as another name of his."""
    return work.linked(*_TELLING, "changed")


def is_short(named: Named) -> bool:
    """Whether a person is named by one word, or by one with initials."""
    return _initialled(named) or (named.kind == "person" and not named.person.full)


def _with_article(work: Work, lone: list[Named], bearers: dict[tuple[str, ...], dict[str, str]]) -> Iterator[Judgement]:
    """Join "le Furet" and "Furet", where nobody has that for a family or a given name."""
    by_content: dict[tuple[str, ...], list[Named]] = defaultdict(list)
    changed = work.linked("changed")
    for named in sorted(lone, key=lambda one: one.key):
        if named.content not in bearers and work.free(named.key) and named.key not in changed:
            by_content[named.content].append(named)
    for same in by_content.values():
        for named in same[1:]:
            if work.clusters.join(same[0].key, named.key):
                spans = (same[0].mentions[0].span, named.mentions[0].span)
                yield judgement(
                    same[0].key, named.key, "same", [Reason("the same name but for its article", SAME, spans)]
                )


def _initialled(named: Named) -> bool:
    return named.kind == "person" and bool(named.person.initials) and len(named.content) == 1


def bearers_of(work: Work) -> dict[tuple[str, ...], dict[str, str]]:
    """Return, for each part a full name has, its bearers: key → "surname" or "part" (a given name, half a surname).

    A longer form of a more frequent name ("Ana Morval Rapporteur") lends none of its extra words.
    """
    found: dict[tuple[str, ...], dict[str, str]] = defaultdict(dict)
    full = {key: named for key, named in work.names.items() if named.kind == "person" and _full(named)}
    mains: dict[str, Named] = {}  # the most frequent full name of each cluster
    for key, named in full.items():
        root = work.clusters.root(key)
        mains[root] = max(mains.get(root, named), named, key=_weight)
    for key, named in full.items():
        for part in named.content:
            found[(part,)][key] = "part"
            for pet in pet_names_of(part):
                found[(pet,)].setdefault(key, "part")
        surname = _surname(named)
        main = mains[work.clusters.root(key)]
        shown = bool(named.person.surname)  # by its capitals, on some page
        if shown or main.key == key or set(surname) <= set(main.content) or len(named.content) <= len(main.content):
            found[surname][key] = "surname"
    for key, named in work.names.items():
        if _initialled(named) and not any(fits(named, full[one]) for one in found[named.content] if one in full):
            found[named.content][key] = "surname"  # `L. M. Nzioka`, whom nobody names in full, is `Mr Nzioka`
    return found


def _weight(named: Named) -> tuple[int, str]:
    return len(named.mentions), named.key


def _surname(named: Named) -> tuple[str, ...]:
    shown = tuple(part for part in named.person.surname if part in named.content)
    return shown or named.content[-1:]


def _short(work: Work, short: Named, bearers: dict[str, str]) -> Iterator[Judgement]:
    """Judge a short name against everybody who could bear it; two of them, and it stays on its own."""
    possible = [key for key in sorted(bearers) if fits(short, work.names[key]) and key != short.key]
    persons: dict[str, list[str]] = defaultdict(list)
    for key in possible:
        persons[work.clusters.root(key)].append(key)
    only = len(persons) == 1
    families = {work.clusters.root(key) for key, what in bearers.items() if what == "surname"}
    for keys in persons.values():
        best = next((key for key in keys if bearers[key] == "surname"), keys[0])
        reasons = evidence(short, work.names[best])
        spans = (short.mentions[0].span, work.names[best].mentions[0].span)
        told = "the only one in the case" if only else f"one of {len(persons)} in the case who could be meant"
        reasons.append(Reason(told, _ONLY if only else _MANY, spans))
        sure = only and work.clusters.root(best) in families and sum(one.weight for one in reasons) >= SAME
        if sure and len(short.sexes) < 2 and work.free(best) and work.clusters.join(short.key, best):
            yield judgement(short.key, best, "same", reasons)
        else:
            yield judgement(short.key, best, "unsure", reasons)


def fits(short: Named, full: Named) -> bool:
    """Whether the initials of a short name may stand for the other parts of a full one.

    Those that stand before the family name stand for what is before it: `P. Rajendran` is no `K. Rajendran Pillai`,
    though Pillai begins with P; in a name of two words either may be the family name.
    """
    parts = full.person.parts
    others = [part for part in parts if part not in short.content]
    leading = bool(short.person.initials) and len(short.person.parts[0]) == 1
    if leading and not full.person.surname and len(parts) > 2 and short.content[0] in parts:
        others = list(parts[: parts.index(short.content[0])])
    return all(any(alike(initial, other)[0] > 0 for other in others) for initial in short.person.initials)


# --- what a page says in so many words --------------------------------------------------------------------------------


def told_names(work: Work) -> Iterator[Judgement]:
    """Join aliases, nicknames, acronyms and former names to the one they are told of; told of two, they join nobody."""
    by_alias: dict[str, list[Link]] = defaultdict(list)
    for link in work.links:
        left, right = work.key_of.get(link.left), work.key_of.get(link.right)
        if left is not None and right is not None and left != right and link.type in (*_TELLING, "changed"):
            by_alias[right].append(link)
    bearers = bearers_of(work)
    for alias in sorted(by_alias):
        yield from _told(work, alias, by_alias[alias], bearers)


def _told(
    work: Work, alias: str, links: list[Link], bearers: dict[tuple[str, ...], dict[str, str]]
) -> Iterator[Judgement]:
    by_person: dict[str, list[Link]] = defaultdict(list)
    for link in links:
        by_person[work.clusters.root(work.key_of[link.left])].append(link)
    rivals = _others_named(work, alias, bearers, set(by_person))
    for person in sorted(by_person):
        found = by_person[person]
        reasons = _reasons(found, len(by_person) + rivals)
        left = min(work.key_of[link.left] for link in found)
        score = sum(reason.weight for reason in reasons)
        if score >= SAME and _may_tell(work, alias, found) and work.clusters.join(left, alias):
            yield judgement(left, alias, "same", reasons)
        else:
            yield judgement(left, alias, "unsure", reasons)


def _reasons(links: list[Link], persons: int) -> list[Reason]:
    spans = tuple(link.span for link in links)
    reasons = [Reason(f"a page says so ({links[0].type})", _TOLD, spans)]
    if persons > 1:
        reasons.append(Reason(f"one of {persons} persons of this name", _MANY - _TOLD, spans))
    if all(hedged(link) for link in links):
        reasons.append(Reason("the words around it leave it open", _DOUBTED, spans))
    return reasons


def _others_named(work: Work, alias: str, bearers: dict[tuple[str, ...], dict[str, str]], persons: set[str]) -> int:
    """Count the persons, beside those it is told of, whose family name the alias is."""
    named = work.names[alias]
    if named.kind != "person" or named.person.full:
        return 0
    found = bearers.get(named.content, {})
    roots = {work.clusters.root(key) for key, as_what in found.items() if as_what == "surname"}
    return len(roots - persons - {work.clusters.root(alias)})


def _may_tell(work: Work, alias: str, links: list[Link]) -> bool:
    """Whether these links may join: never a changed name, a protected person, or what a person set apart."""
    keys = {alias, *(work.key_of[link.left] for link in links)}
    kinds = {work.names[key].kind for key in keys}
    changed = any(link.type == "changed" for link in links) or not keys.isdisjoint(work.given["changed"])
    return not changed and work.free(*keys) and not keys & work.protected and len(kinds) == 1
