"""The three passes by which the machine joins names, the surest first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise

from greffier.records import Judgement, Link, Reason
from greffier.resolving.bearers import (
    bearers_of,
    fits,
    given_name_tells,
    initialled,
    is_full,
    near_bearers,
    pet_name_tells,
)
from greffier.resolving.block import candidates
from greffier.resolving.compare import strangers
from greffier.resolving.gather import Named
from greffier.resolving.judge import PET, SAME, contrasted, evidence, hedged, judgement, only_spelling
from greffier.resolving.letters import alike, is_initial
from greffier.resolving.names import of_case
from greffier.resolving.work import Work

_ONLY = 4.0  # the only bearer in the whole case
_NEAREST = 0.5  # nobody has the name as it is written, and one person nearly so
_MANY = -2.0  # several could bear it
_TOLD = 6.0  # a page says so
_DOUBTED = -4.0  # the words around it take it back
_TELLING = ("alias", "nickname", "acronym", "former")


# --- the same name written another way --------------------------------------------------------------------------------


def same_names(work: Work) -> Iterator[Judgement]:
    """Join full names that differ by order, spelling or a left-out middle name; the likeliest pairs first.

    A short name is the next pass's question.
    """
    barred = work.linked("changed") | work.alone
    whole = {key for key, named in work.names.items() if named.kind == "organisation" or is_full(named)}
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


def _rivals(scored: Iterable[tuple[float, str, str, list[Reason]]]) -> dict[tuple[str, str], bool]:
    """Tell the pairs whose shorter name could be completed in two ways: Jean (Paul | Luc) MARTIN, an initial."""
    completions: dict[str, set[str]] = defaultdict(set)
    short: list[tuple[str, str, str]] = []
    for negative, left, right, _ in scored:
        if -negative < SAME:
            continue
        fewer, more = sorted((left, right), key=lambda key: (len(key.split()), len(key), key))
        if len(fewer.split()) < len(more.split()) or (_has_initial(fewer) and not _has_initial(more)):
            completions[fewer].add(more)
            short.append((left, right, fewer))
    clashing = {fewer: _clash(longer) for fewer, longer in completions.items()}
    return {(left, right): clashing[fewer] for left, right, fewer in short}


def _has_initial(key: str) -> bool:
    return any(is_initial(part) for part in key.partition(":")[2].split())


def _clash(longer: set[str]) -> bool:
    """Whether some completions differ by more than how much they leave out: each must hold the next shorter one."""
    parts = sorted((frozenset(key.partition(":")[2].split()) for key in longer), key=len)
    return any(not short <= long for short, long in pairwise(parts))


# --- a name that leaves parts out -------------------------------------------------------------------------------------


def short_names(work: Work) -> Iterator[Judgement]:
    """Join a lone surname, or initials with a surname, to the only person of the whole case who bears it."""
    barred = given_away(work)
    bearers = bearers_of(work)
    known = [work.names[key] for key in sorted(work.names)]
    lone = [named for named in known if named.kind == "person" and not named.person.full]
    yield from _with_article(work, lone, bearers)
    for named in [*filter(initialled, known), *lone]:
        if named.key not in barred and work.free(named.key) and named.key == of_case(named.key):
            others = {key: what for key, what in bearers.get(named.content, {}).items() if key != named.key}
            yield from _short(work, named, others or near_bearers(work, named, bearers), near=not others)


def given_away(work: Work) -> frozenset[str]:
    """The keys that pages give to somebody as another name of his."""
    return work.linked(*_TELLING, "changed")


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


def _short(work: Work, short: Named, bearers: dict[str, str], near: bool) -> Iterator[Judgement]:
    """Judge a short name against everybody who could bear it; two of them, and it stays on its own."""
    possible = [key for key in sorted(bearers) if fits(short, work.names[key])]
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
        if near and only:
            reasons.append(Reason("nobody else's family name is as near", _NEAREST, spans))
        known = work.clusters.root(best) in families or given_name_tells(work, short, best)
        if only and not known and pet_name_tells(work, short, best):
            reasons.append(Reason("a pet name on papers that name its only bearer", PET, spans))
            known = True
        sure = only and known and sum(one.weight for one in reasons) >= SAME
        if sure and len(short.sexes) < 2 and work.free(best) and work.clusters.join(short.key, best):
            yield judgement(short.key, best, "same", reasons)
        else:
            yield judgement(short.key, best, "unsure", reasons)


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
