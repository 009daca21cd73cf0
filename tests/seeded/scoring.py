"""A case as it was read against what is true of it: a tally for each gate, and what went wrong, by class."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from decimal import Decimal
from itertools import combinations

from greffier.case import Case
from greffier.records import Finding, Flow, Mention
from tests.seeded.laid import Laid, folded
from tests.seeded.tally import Score, Tally
from tests.seeded.truth import Moved, Planted, Truth

OTHER_NAMES = ("alias", "nickname", "former", "changed")
WIDTH = Decimal("0.1")  # how wide an interval may be, as a share of what is true, to be called right


def score(case: Case, truth: Truth) -> Score:
    """Score one case that was read."""
    laid = Laid(case, truth)
    result = Score(pages=truth.pages)
    _aliases(laid, result)
    gold = _gold(laid)
    result.b3 = b3(gold)
    missed = sum(entity.startswith("missed") for _, entity in gold)
    result.tallies["names read"].add(Tally(met=len(gold) - missed, due=len(gold)))
    _merges(laid, result)
    _apart(laid, gold, result)
    _findings(laid, result)
    _balances(laid, result)
    _movements(laid, result)
    return result


# --- who is who -------------------------------------------------------------------------------------------------------


def _aliases(laid: Laid, result: Score) -> None:
    tally = result.tallies["alias pairs"]
    held: set[tuple[str, str]] = set()
    for entity in laid.entities:
        full = {id for form in entity.names if " " in folded(form.value) for id in laid.owners(form.value)}
        held |= {(id, folded(form.value)) for form in entity.names for id in full}
        for form in entity.names:
            if form.kind in OTHER_NAMES and form.value != entity.name:
                right = bool(laid.owners(form.value) & laid.owners(entity.name))
                tally.add(Tally(right=right, found=1))
                if not right:
                    result.wrong("alias of somebody else", f"{entity.name} also called {form.value} ({form.kind})")
    for id, alias in laid.truth.aliases:
        met = (id, folded(alias)) in held
        tally.add(Tally(met=met, due=1))
        if not met:
            result.wrong("alias not joined", f"{laid.people[id].first} {laid.people[id].last} also called {alias}")


def _gold(laid: Laid) -> list[tuple[str, str]]:
    """For every name as written: who is meant, and the entity that it was put into (its own where it was missed)."""
    of = {mention: entity.id for entity in laid.entities for mention in entity.mentions}
    found: dict[str, list[Mention]] = defaultdict(list)
    for mention in laid.mentions:
        found[mention.span.page].append(mention)
    gold = []
    for number, (person, (page, start, end)) in enumerate(laid.written()):
        here = [one for one in found[page] if one.span.start < end and start < one.span.end]
        best = max(here, key=lambda one: min(end, one.span.end) - max(start, one.span.start), default=None)
        gold.append((person, of.get(best.id, f"alone {number}") if best else f"missed {number}"))
    return gold


def b3(gold: Sequence[tuple[str, str]]) -> tuple[float, float, int]:
    """Sums over the names of B3 precision and recall, and how many names there are."""
    true, put, both = Counter(person for person, _ in gold), Counter(entity for _, entity in gold), Counter(gold)
    precision = sum(both[pair] / put[pair[1]] for pair in gold)
    recall = sum(both[pair] / true[pair[0]] for pair in gold)
    return precision, recall, len(gold)


def _merges(laid: Laid, result: Score) -> None:
    """Of the pairs of different names in one entity, those that one person has."""
    for entity in laid.entities:
        names = sorted({folded(form.value): form.value for form in entity.names}.items())
        for (_, one), (_, two) in combinations(names, 2):
            right = bool(laid.owners(one) & laid.owners(two))
            result.tallies["merges"].add(Tally(right=right, found=1))
            if not right:
                result.wrong("two names wrongly one", f"{one} = {two}")


def _apart(laid: Laid, gold: Sequence[tuple[str, str]], result: Score) -> None:
    put: dict[str, set[str]] = defaultdict(set)
    for person, entity in gold:
        put[person].add(entity)
    for one, two in laid.truth.apart:
        met = not put[one] & put[two]
        result.tallies["kept apart"].add(Tally(met=met, due=1))
        if not met:
            result.wrong("two people are one", f"{laid.people[one].last} and {laid.people[two].last}")
    marked = {
        id for entity in laid.entities for form in entity.names if entity.protected or form.kind == "changed"
        for id in laid.owners(form.value)
    }  # fmt: skip
    for id in laid.truth.protected:
        result.tallies["changed names marked"].add(Tally(met=id in marked, due=1))
        if id not in marked:
            result.wrong("changed name not marked", laid.people[id].pseudonym)


# --- what the pages say together --------------------------------------------------------------------------------------


def _findings(laid: Laid, result: Score) -> None:
    planted = [one for one in laid.truth.planted if not one.innocent]
    met: set[int] = set()
    for finding in laid.findings:
        here = [number for number, one in enumerate(planted) if _matches(laid, finding, one)]
        met |= set(here)
        family = planted[here[0]].family if here else "contradiction" if finding.kind == "contradiction" else "red line"
        result.tallies[f"{family}s"].add(Tally(right=bool(here), found=1))
        if not here:
            result.wrong(f"{finding.rule} {_excuse(laid, finding)}", finding.title_en)
    for number, one in enumerate(planted):
        tally = Tally(met=number in met, due=1)
        result.tallies[f"{one.family}s"].add(tally)
        result.types[one.type].add(tally)
        if number not in met:
            words = " / ".join(side[0].words or f"{side[0].path} p. {side[0].page}" for side in one.sides)
            result.wrong(f"{one.type} planted and not found", words)


def _excuse(laid: Laid, finding: Finding) -> str:
    like = [one.type for one in laid.truth.planted if one.innocent and _matches(laid, finding, one)]
    return f"taken in by the look-alike of {like[0]}" if like else "where nothing was planted"


def _matches(laid: Laid, finding: Finding, planted: Planted) -> bool:
    """Whether a finding cites each side of what was planted; what is missing is a balance that cites the delivery."""
    if (planted.type == "missing") != (finding.kind == "balance"):
        return False
    spans = [one.span for one in finding.citations]
    return all(any(laid.touches(span, place) for span in spans for place in side) for side in planted.sides)


def _balances(laid: Laid, result: Score) -> None:
    for account in laid.truth.accounts:
        held = [one for one in laid.balances if one.unit == account.unit and account.holder in laid.owners(one.holder)]
        met = any(
            _within(one.in_low, one.in_high, account.came) and _within(one.out_low, one.out_high, account.went)
            for one in held
        )
        result.tallies["balances"].add(Tally(met=met, due=1))
        if not met:
            told = "; ".join(f"in {one.in_low}-{one.in_high}, out {one.out_low}-{one.out_high}" for one in held)
            what = "balance wrong" if held else "no balance"
            result.wrong(what, f"in {account.came}, out {account.went} {account.unit}; found {told or 'none'}")


def _movements(laid: Laid, result: Score) -> None:
    for moved in (one for one in laid.truth.moved if one.target):
        times = sum(_same(laid, one, moved) for one in laid.flows)
        result.tallies["movements counted once"].add(Tally(met=times == 1, due=1))
        if times != 1:
            what = "one movement counted several times" if times else "movement not in the ledger"
            result.wrong(what, f"{moved.quantity} {moved.unit}, {times} times")


def _same(laid: Laid, flow: Flow, moved: Moved) -> bool:
    return (
        flow.quantity.unit == moved.unit
        and moved.origin in laid.owners(flow.origin or "")
        and moved.target in laid.owners(flow.target or "")
        and _within(flow.quantity.low, flow.quantity.high, moved.quantity)
    )


def _within(low: Decimal, high: Decimal, true: Decimal) -> bool:
    """Whether an interval holds what is true and is not much wider."""
    return low <= true <= high and high - low <= true * WIDTH
