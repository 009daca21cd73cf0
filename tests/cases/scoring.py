"""A small case as it was read against what is true of it: a tally for each gate, and what went wrong, by class."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from itertools import combinations

from greffier.case import Case
from greffier.records import Balance, Event, Finding, Flow, NameForm, Relation
from tests.cases.laid import Laid, forms_of, words
from tests.cases.truth import Account, Due, Moved, Truth
from tests.seeded.tally import Score, Tally

WIDTH = Decimal("0.1")  # how wide an interval may be, as a share of what is true, to be called right
_UNITS = {"g": ("kg", "0.001"), "mg": ("kg", "0.000001"), "t": ("kg", "1000"), "tonne": ("kg", "1000"),
          "tonnes": ("kg", "1000"), "ounce": ("kg", "0.028349523125"), "lb": ("kg", "0.45359237"),
          "litre": ("l", "1"), "litres": ("l", "1"), "L": ("l", "1")}  # fmt: skip
_OF_ONE = frozenset({"kg", "l", "m"})  # all other units that are no currency count things


def score(case: Case, truth: Truth) -> Score:
    """Score one case that was read."""
    laid = Laid(case, truth)
    result = Score(pages=laid.pages)
    for lost in laid.lost():
        result.wrong("words of the truth that are not on the page", f"{lost.file} p. {lost.page}: {lost.words}")
    _names(laid, result)
    _apart(laid, result)
    _findings(laid, result)
    _flows(laid, result)
    _balances(laid, result)
    _moments(laid, result)
    _relations(laid, result)
    return result


# --- who is who -------------------------------------------------------------------------------------------------------


def _names(laid: Laid, result: Score) -> None:
    """Names that were read, names of one person that were joined, names that were joined wrongly."""
    for entity in laid.entities:
        named = sorted({" ".join(words(form.value)): form.value for form in entity.names}.values())
        for one, two in combinations(named, 2):
            left, right = laid.owners(one), laid.owners(two)
            if left and right:
                _check(result, "merges", bool(left & right), "two names wrongly one", f"{one} = {two}", due=False)
    for person in laid.truth.people:
        of = {told: laid.read_as(told) for told in dict.fromkeys(forms_of(person))}
        for told, entities in of.items():
            _check(result, "names read", bool(entities), "name not read", told)
        for one, two in combinations([told for told, entities in of.items() if entities], 2):
            _check(result, "names joined", bool(of[one] & of[two]), "one person is two", f"{one} | {two}")
        for alias in person.aliases:
            others = [told for told in of if told != alias and len(words(told)) > 1]
            met = any(of[alias] & of[told] for told in others)
            _check(result, "alias pairs", met, "alias not joined", f"{person.name} also called {alias}")


def _check(result: Score, what: str, good: bool, error: str, example: str, due: bool = True) -> None:
    """Count one thing that was due (or that was found), and keep it where it is wrong."""
    result.tallies[what].add(Tally(met=good, due=1) if due else Tally(right=good, found=1))
    if not good:
        result.wrong(error, example)


def _apart(laid: Laid, result: Score) -> None:
    holders = [(entity, [laid.owners(form.value) for form in entity.names]) for entity in laid.entities]
    for pair in (*laid.truth.apart, *laid.truth.unsure):
        both = [
            entity for entity, owned in holders
            if all(any(owners == {one} for owners in owned) or _named(entity.names, one) for one in pair)
        ]  # fmt: skip
        _check(result, "kept apart", not both, "two people are one", f"{pair[0]} and {pair[1]}")
    for person in (one for one in laid.truth.people if one.protected):
        marked = any(
            entity.protected or form.kind == "changed"
            for entity in laid.entities for form in entity.names if laid.owners(form.value) == {person.name}
        )  # fmt: skip
        _check(result, "protected marked", marked, "protected name not marked", person.name)


def _named(names: Iterable[NameForm], told: str) -> bool:
    return any(words(form.value) == words(told) for form in names)


# --- what the pages say together --------------------------------------------------------------------------------------


def family(kind: str) -> str:
    """Of which gate a finding is: that of contradictions, or that of red lines."""
    return "contradiction" if kind == "contradiction" else "red line"


def _findings(laid: Laid, result: Score) -> None:
    due = laid.truth.findings
    met: set[int] = set()
    for finding in laid.case.all(Finding):
        here = [number for number, one in enumerate(due) if _matches(laid, finding, one)]
        met |= set(here)
        kind = family(due[here[0]].kind if here else finding.kind)
        result.tallies[f"{kind}s"].add(Tally(right=bool(here), found=1))
        if not here:
            like = [one for one in laid.truth.innocent if _matches(laid, finding, one)]
            excuse = f"taken in: {like[0].why}" if like else "nothing there"
            cited = " / ".join(one.span.exact[:60].replace("\n", " ") for one in finding.citations[:4])
            result.wrong(f"false {kind} {finding.rule}", f"{finding.title_en} [{excuse}] {cited}")
    for number, one in enumerate(due):
        tally = Tally(met=number in met, due=1)
        result.tallies[f"{family(one.kind)}s"].add(tally)
        result.types[one.type].add(tally)
        if number not in met:
            result.wrong(f"{one.type} not found", one.what)


def _matches(laid: Laid, finding: Finding, due: Due) -> bool:
    """Whether a finding cites each side; one sheet that says what is wrong by itself has one side."""
    return all(laid.cites(finding.citations, side) for side in due.sides)


def _flows(laid: Laid, result: Score) -> None:
    stated = [one for one in laid.case.all(Flow) if one.status == "stated"]
    used: set[str] = set()
    for moved in (one for one in laid.truth.flows if one.quantity):
        fitting = [flow for flow in stated if _same(laid, flow, moved)]
        cited = [flow for flow in fitting if laid.cites(flow.citations, moved.told)]
        same = [flow.id for flow in cited or fitting]
        used |= set(same)
        error = "one movement counted several times" if same else "movement not in the ledger"
        told = f"{moved.quantity} {moved.unit} {moved.good}: {moved.origin} > {moved.target}"
        _check(result, "movements counted once", len(same) == 1, error, told)
    for flow in stated:
        right = flow.id in used
        result.tallies["movements"].add(Tally(right=right, found=1))
        if not right:
            trap = next((one.why for one in laid.truth.not_flows if laid.cites(flow.citations, one.told)), "")
            told = f"{flow.quantity.low} {flow.quantity.unit} {flow.good}: {flow.origin} > {flow.target}"
            result.wrong("line of the ledger that is none", f"{told} [{trap}] {flow.citations[0].span.exact[:80]}")


def _same(laid: Laid, flow: Flow, moved: Moved) -> bool:
    """The same amount on the same words, or of the same two; an end that the ledger leaves open is no mistake."""
    if not _within(flow.quantity.low, flow.quantity.high, flow.quantity.unit, moved.quantity, moved.unit):
        return False
    ends = ((flow.origin, moved.origin), (flow.target, moved.target))
    wrong = any(read and true and true not in laid.owners(read) for read, true in ends)
    both = all(read and true and true in laid.owners(read) for read, true in ends)
    return not wrong and (laid.cites(flow.citations, moved.told) or (both and _same_day(flow, moved)))


def _same_day(flow: Flow, moved: Moved) -> bool:
    """Whether the days agree, as far as both are known: the same two may move the same amount every week."""
    if flow.time is None or moved.time is None:
        return True
    first, last = moved.time.split("/")[0][:10], moved.time.split("/")[-1][:10]
    return flow.time.earliest[:10] <= last and first <= flow.time.latest[:10]


def _within(low: Decimal, high: Decimal, unit: str, true: str | None, told_unit: str | None) -> bool:
    if true is None or told_unit is None:
        return False
    name, factor = _UNITS.get(told_unit, (told_unit, "1"))
    base, times = _UNITS.get(unit, (unit, "1"))
    if name != base and not (base == "count" and name not in _OF_ONE):
        return False
    low, high, right = low * Decimal(times), high * Decimal(times), Decimal(true) * Decimal(factor)
    return low <= right * Decimal("1.005") and right * Decimal("0.995") <= high and high - low <= right * WIDTH


def _balances(laid: Laid, result: Score) -> None:
    for account in laid.truth.balances:
        met = any(_balanced(laid, one, account) for one in laid.case.all(Balance))
        told = f"{account.holder}: {account.good} in {account.came}, out {account.went}"
        _check(result, "balances", met, "balance missing", told)


def _balanced(laid: Laid, one: Balance, account: Account) -> bool:
    """Whether in and out are right; the stock of a whole case may stand for the only holder of a good."""
    whose = account.holder in laid.owners(one.holder) or one.holder == "total counted"
    came = account.came is None or _within(one.in_low, one.in_high, one.unit, account.came, account.unit)
    went = account.went is None or _within(one.out_low, one.out_high, one.unit, account.went, account.unit)
    return whose and came and went


def _moments(laid: Laid, result: Score) -> None:
    """Key facts: an event of this type and day on the page that tells it; what is no fact is not told as one."""
    events = list(laid.case.all(Event))
    for moment in laid.truth.moments:
        here = [one for one in events if laid.cites(one.citations, moment.told, whole_page=True)]
        same = [one for one in here if one.type == moment.what]
        timed = [one for one in same if one.time is not None and moment.time[:10] in one.time.edtf]
        error = f"key event {'of another day' if same else 'not read'}"
        _check(result, "key events", bool(timed), error, f"{moment.what} {moment.time} at {moment.told[0].words!r}")
        if moment.standing != "fact":
            said = [one for one in same if laid.cites(one.citations, moment.told)]
            false = any(one.modality == "fact" and one.polarity == "positive" for one in said)
            _check(result, "no facts", not false, "told as a fact", f"{moment.standing}: {moment.told[0].words}")


def _relations(laid: Laid, result: Score) -> None:
    name = {
        one.id: frozenset(owner for form in one.names for owner in laid.owners(form.value)) for one in laid.entities
    }
    ties = [
        name.get(one.source_entity, frozenset()) | name.get(one.target_entity, frozenset())
        for one in laid.case.all(Relation)
    ]
    for relation in laid.truth.relations:
        met = any({relation.a, relation.b} <= tie for tie in ties)
        _check(result, "relations", met, "relation not found", f"{relation.a} {relation.type} {relation.b}")
