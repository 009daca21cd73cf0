"""The ledger: what moved from whom to whom, what no page explains, and what people decide on its lines."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from greffier.assembling.leftovers import lost
from greffier.case import Case
from greffier.records import Balance, Change, Event, Flow, Reckoning
from greffier.serving.decisions import Fields, row, told
from greffier.serving.shelf import Shelf, shelf

LATELY = 5
_OF_LINES = ("join", "part", "enter")


def ledger(case: Case, asked: Fields) -> dict[str, Any]:
    """The flows and balances of one good (`good`), or of the good with most lines."""
    look = shelf(case)
    whole = case.ledger()
    goods: dict[str, int] = {}
    for each in whole.flows:
        goods[each.good] = goods.get(each.good, 0) + 1
    ranked = sorted(goods, key=lambda good: (-goods[good], good))
    chosen = asked.get("good") or (ranked[0] if ranked else None)
    shown = case.ledger(chosen)
    asked_after = lost_by(case)
    lately = [d for d in case.decisions() if d.verb in _OF_LINES and not d.undone][:LATELY]
    return {
        "goods": [{"good": good, "flows": goods[good]} for good in ranked],
        "good": chosen,
        "flows": [flow(look, each) for each in shown.flows],
        "balances": [
            _reckoned(look, each) | {"asked": each.balance.id in asked_after}
            for each in sorted(case.reckonings(chosen), key=_gravest)
        ],
        "told": [_told(case, look, each) for each in shown.flows if each.tellings],
        "decided": [row(case, look, each) for each in lately],
    }


def lost_by(case: Case) -> set[str]:
    """The balances whose remainder is worth a question: money is spent, and a store still has what it was given."""
    whole = case.ledger()
    asked = {(one.good, one.origin, one.quantity.unit) for one in lost(whole.flows, case.people(None))}
    return {one.id for one in whole.balance() if (one.good, one.holder, one.unit) in asked}


def _gravest(one: Reckoning) -> tuple[Any, ...]:
    return (-one.balance.unaccounted_high, -one.balance.in_high, one.balance.holder)


def flow(look: Shelf, each: Flow) -> dict[str, Any]:
    """A line with its holders as links."""
    words = each.citations[0].span.exact if each.citations else None
    return look.flow(each) | {"from": look.holder(each.origin), "to": look.holder(each.target), "words": words}


def _told(case: Case, look: Shelf, each: Flow) -> dict[str, Any]:
    """A line that pages tell, with each of its tellings: what can be joined and parted."""
    events = case.records.get_many(Event, each.tellings).values()
    tellings = [{"id": one.id} | look.citation(one.citations[0]) for one in events if one.citations]
    return flow(look, each) | {"tellings": sorted(tellings, key=lambda one: (one["label"], one["start"]))}


def _reckoned(look: Shelf, one: Reckoning) -> dict[str, Any]:
    """A balance with its holder as a link, the pages its lines stand on, and what would change it."""
    return balance(look, one.balance) | {
        "formula": one.formula,
        "lines": [line.id for line in (*one.came, *one.went)],
        "changes": [_change(look, change) for change in one.changes],
    }


def _change(look: Shelf, change: Change) -> dict[str, Any]:
    return {
        "kind": change.kind,
        "name": change.name,
        "flows": [flow(look, each) for each in change.flows],
        "citations": [look.citation(one) for one in change.citations],
    }


def balance(look: Shelf, each: Balance) -> dict[str, Any]:
    """A balance with its holder as a link, and the pages its lines stand on."""
    flows = look.case.records.get_many(Flow, each.flows).values()
    cited = {one.span.page: one for line in flows for one in line.citations}
    pages = [look.citation(one) for one in cited.values()]
    return look.balance(each) | {"holder": look.holder(each.holder), "pages": sorted(pages, key=lambda p: p["label"])}


def join(case: Case, fields: Fields) -> str:
    """Two lines are one movement."""
    line, other = (told(fields, name, "Choose two lines.") for name in ("line", "other"))
    good = case.flow(line).good
    case.join(line, other, fields.get("why"))
    return _back(good)


def part(case: Case, fields: Fields) -> str:
    """What one page tells is another movement than the rest of its line."""
    line, _, telling = told(fields, "telling", "Choose what is another movement.").partition(" ")
    good = case.flow(line).good
    case.part(line, telling, fields.get("why"))
    return _back(good)


def enter(case: Case, fields: Fields) -> str:
    """A line that the program did not read, with the words that tell it."""
    amount, page, quote = (
        told(fields, name, "Fill in the amount, the page and its words.") for name in ("amount", "page", "quote")
    )
    optional = {name: fields.get(field, "").strip() or None for name, field in _ENTERED.items()}
    made = case.enter(amount, page, quote, **optional)
    return _back(made.entered.good if made.entered else "")


_ENTERED = {"origin": "from", "target": "to", "good": "good", "day": "date", "why": "why"}


def _back(good: str) -> str:
    return f"/ledger?{urlencode({'good': good})}"
