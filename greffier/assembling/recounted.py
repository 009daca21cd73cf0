"""One thing counted, weighed or paid, told with two amounts in two papers.

Two amounts are taken for those of one thing by how much speaks for it: what is counted, how many other amounts of that
the case tells, words that few other amounts have beside them, what was done, whom it is told of. What says that there
are two things (another day, another place, a part, a rest, both amounts in one paper) speaks against it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import combinations

from greffier.assembling.bare_marks import marks
from greffier.assembling.checking import Hit, Material, Words, both
from greffier.assembling.clauses import PLAIN, Clause, nouns_in, of_one_form
from greffier.assembling.goods import good_name, in_kilograms, is_share
from greffier.assembling.lookup import Lookup
from greffier.assembling.rulebook import Rule
from greffier.assembling.swaps import swapped
from greffier.assembling.times import days_told
from greffier.assembling.wording import phrases, saying
from greffier.records import Mention
from greffier.text import folded, key

_MEASURED = ("count", "mass", "money", "volume", "area", "length")
_NOT_COMPARED = ("age", "purity", "tare")
_PART = saying("clauses", "partial")
_BEFORE, _AFTER = 45, 30  # characters around an amount that say that it is a part, or only meant
_LEAD = 24  # characters before a number
_MEANT, _HEAD = saying("clauses", "meant"), 240  # papers that say at their head what is only meant
_PEOPLE = frozenset(nouns_in(" ".join(phrases("clauses", "people"))))
_THEY_WERE = re.compile(r"\b(?:etaient|etions|etait|sommes|were|was|are) (?:plus de |bien |just |only |seulement )?$")
_SELDOM, _OFTEN = 4, 12  # amounts with one word beside them
_TOO_FAR = Decimal("0.28")  # of the greater amount: nobody who errs errs by more
_CLOSE = Decimal("0.8")
_OF_FEW = {2: 2.5, 3: 1.5, 4: 0.5}  # how much it says that the case tells but so many amounts of a thing


@dataclass(frozen=True, slots=True)
class _Amount:
    """An amount of a clause; `nouns` are the words for what is counted, `part` whether it may be one of several."""

    clause: Clause
    mention: Mention
    worth: Decimal
    unit: str
    acts: frozenset[str]
    part: bool
    nouns: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class _Case:
    """How often words stand beside amounts, how many amounts of one thing there are, and what each paper tells."""

    known: Lookup
    beside: Mapping[tuple[str, str], int]
    kinds: Mapping[str, set[Decimal]]
    papers: Mapping[str, Sequence[_Amount]]


def recounted(material: Material, rule: Rule) -> Iterator[Hit]:
    """Two papers, one thing, two amounts, where enough says that it is one."""
    known = material.known
    meant = {page.id for page in known.pages.values() if _MEANT.search(known.flat(page)[:_HEAD])}
    told = _with_nouns([one for clause in material.clauses if clause.page.id not in meant for one in _amounts(clause)])
    case = _case(known, told)
    least = rule.number("least", 4.6)
    pairs = [(score, one, other) for one, other in _candidates(told) if (score := _alike(case, one, other)) >= least]
    used: set[str] = set()
    for _, one, other in sorted(pairs, key=lambda pair: (-pair[0], pair[1].mention.id, pair[2].mention.id)):
        if one.mention.id not in used and other.mention.id not in used:
            used |= {two.mention.id for two in told if two.worth in (one.worth, other.worth) and two.nouns & one.nouns}
            used |= {one.mention.id, other.mention.id}
            words: Words = {"first": _said(one), "second": _said(other)}
            yield Hit(both(one.mention.span, other.mention.span), False, words)


def _said(one: _Amount) -> str:
    return " ".join(one.mention.span.exact.split())


def _amounts(clause: Clause) -> Iterator[_Amount]:
    """The exact amounts of a clause that are no rate and more than one."""
    for one in clause.of("quantity"):
        told = one.quantity
        if told is None or told.dimension not in _MEASURED or told.basis in _NOT_COMPARED or is_share(told):
            continue
        if not told.approximate and told.low == told.high and told.low > 1:
            low, _, unit = in_kilograms(told)
            text, (begin, end) = clause.page.text, clause.span
            near = text[max(begin, one.span.start - _BEFORE) : min(end, one.span.end + _AFTER)]
            part = _PART.search(folded(near)) is not None
            yield _Amount(clause, one, low, unit, clause.acts - PLAIN, part)


def _with_nouns(told: Sequence[_Amount]) -> list[_Amount]:
    """Each count with what is counted: the words behind it, else those of its clause that are counted elsewhere."""
    named = {one.mention.id: nouns_in(folded(one.mention.span.exact)) for one in told if one.unit == "count"}
    counted = frozenset(word for words in named.values() for word in words)
    return [
        replace(one, nouns=_nouns(one, named[one.mention.id], counted)) if one.unit == "count" else one for one in told
    ]


def _nouns(one: _Amount, behind: frozenset[str], counted: frozenset[str]) -> frozenset[str]:
    if behind & _PEOPLE or (not behind and _THEY_WERE.search(_before(one))):
        return _PEOPLE
    return behind or one.clause.things & counted


def _before(one: _Amount) -> str:
    text, start = one.clause.page.text, one.mention.span.start
    return folded(text[max(one.clause.span[0], start - _LEAD) : start])


def _case(known: Lookup, told: Sequence[_Amount]) -> _Case:
    beside = Counter((thing, one.unit) for one in told for thing in one.clause.things)
    kinds: dict[str, set[Decimal]] = defaultdict(set)
    papers: dict[str, list[_Amount]] = defaultdict(list)
    for one in told:
        papers[one.clause.piece].append(one)
        for noun in one.nouns:
            kinds[noun].add(one.worth)
    return _Case(known, beside, kinds, papers)


def _candidates(told: Sequence[_Amount]) -> Iterator[tuple[_Amount, _Amount]]:
    """Two amounts of two papers that share what is counted, or a word that few amounts have beside them."""
    shared: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, one in enumerate(told):
        for word in one.clause.things | one.nouns:
            shared[word, one.unit].append(number)
    pairs = {
        pair
        for numbers in shared.values()
        if len(numbers) <= _OFTEN
        for pair in combinations(numbers, 2)
        if told[pair[0]].worth != told[pair[1]].worth
    }
    for left, right in sorted(pairs):
        if told[left].clause.piece != told[right].clause.piece:
            yield told[left], told[right]


def _alike(case: _Case, one: _Amount, other: _Amount) -> float:
    """How much speaks for two amounts being of one thing; nought where something says that there are two."""
    ratio = min(one.worth, other.worth) / max(one.worth, other.worth)
    if ratio < _TOO_FAR or _of_two(case, one, other) or _tells_both(case, one, other):
        return 0
    return _for(case, one, other, ratio) - _against(case, one, other)


def _of_two(case: _Case, one: _Amount, other: _Amount) -> bool:
    """Whether two amounts are of other goods, exhibits, days or places, of one form, or one gross and one net."""
    left, right = one.mention.quantity, other.mention.quantity
    if left is None or right is None:
        return True
    apart = (
        (left.container, right.container), (left.basis, right.basis),
        (good_name(left.good or ""), good_name(right.good or "")) if left.good and right.good else (None, None),
    )  # fmt: skip
    if one.unit != "count" and swapped(f"{one.worth:f}", f"{other.worth:f}"):
        return True  # such numbers are compared by their digits
    if one.nouns and other.nouns and not one.nouns & other.nouns:
        return True
    if of_one_form(one.clause, other.clause) or (one.clause.of("seal") and other.clause.of("seal")):
        return True  # what is told of exhibits is compared by their marks
    seals = [_seals(case, two) for two in (one, other)]
    places = [frozenset(key(at.span.exact) for at in two.clause.of("place")) for two in (one, other)]
    days = [days_told(two.clause.of("date")) for two in (one, other)]
    return any(first and second and first != second for first, second in apart) or any(
        first and second and not first & second for first, second in (places, days, seals)
    )


def _seals(case: _Case, one: _Amount) -> frozenset[str]:
    """The exhibit that a page is about; none where it lists several."""
    found = {entity.id for _, entity in marks(case.known, one.clause.page)}
    return frozenset(found) if len(found) == 1 else frozenset()


def _tells_both(case: _Case, one: _Amount, other: _Amount) -> bool:
    """Whether a paper of one, or any page, has both amounts of the thing: they are of two, or it says what changed."""
    for piece, told in case.papers.items():
        ours = [near for near in told if near.worth == one.worth and near.unit == one.unit and _may_be(near, one)]
        theirs = [near for near in told if near.worth == other.worth and near.unit == one.unit and _may_be(near, other)]
        if ours and theirs:
            pages = {near.clause.page.id for near in ours} & {near.clause.page.id for near in theirs}
            if pages or piece in (one.clause.piece, other.clause.piece):
                return True
    return False


def _may_be(near: _Amount, one: _Amount) -> bool:
    return not near.nouns or not one.nouns or bool(near.nouns & one.nouns | near.clause.things & one.nouns)


def _for(case: _Case, one: _Amount, other: _Amount, ratio: Decimal) -> float:
    things = one.clause.things & other.clause.things
    seldom = [thing for thing in things if case.beside[thing, one.unit] <= _SELDOM]
    acts = one.acts & other.acts
    nouns = one.nouns & other.nouns
    digits = [f"{two.worth.normalize():f}" for two in (one, other)]
    score = 1.5 * min(3, len(seldom)) + 0.4 * min(3, len(things) - len(seldom)) + 0.5 * bool(acts)
    score += 1.5 * bool(acts and seldom) + 1.0 * bool(_people(case, one) & _people(case, other))
    score += 1.5 * bool(days_told(one.clause.of("date")) & days_told(other.clause.of("date")))
    score += (2.5 if len(digits[0]) > 2 else 1.0) if swapped(*digits) else 0.7 * (ratio > _CLOSE)
    if nouns or _container(one) == _container(other) is not None:
        score += 2.0 + _OF_FEW.get(min((len(case.kinds[noun]) for noun in nouns), default=9), -0.5)
    return score


def _against(case: _Case, one: _Amount, other: _Amount) -> float:
    people = [_people(case, two) for two in (one, other)]
    apart = abs(one.worth - other.worth)
    told = any(
        near.worth == apart and near.unit == one.unit for two in (one, other) for near in case.papers[two.clause.piece]
    )
    score = 0.7 * bool(people[0] and people[1] and not people[0] & people[1])
    score += 1.5 * bool(one.nouns & other.nouns & _PEOPLE)  # people come and go
    return score + 1.5 * told + 1.2 * (one.part or other.part) + 1.2 * (one.clause.row and other.clause.row)


def _people(case: _Case, one: _Amount) -> frozenset[str]:
    found = (case.known.entity_of.get(who.id) for who in one.clause.of("person"))
    return frozenset(who.id for who in found if who is not None)


def _container(one: _Amount) -> str | None:
    return one.mention.quantity.container if one.mention.quantity else None
