"""The ledger: what moved from whom to whom, and what no page explains."""

from __future__ import annotations

from typing import Any

from greffier.case import Case
from greffier.records import Balance, Flow
from greffier.serving.shelf import Shelf, shelf


def ledger(case: Case, asked: dict[str, str]) -> dict[str, Any]:
    """The flows and balances of one good (`good`), or of the good with most lines."""
    look = shelf(case)
    whole = case.ledger()
    goods: dict[str, int] = {}
    for each in whole.flows:
        goods[each.good] = goods.get(each.good, 0) + 1
    ranked = sorted(goods, key=lambda good: (-goods[good], good))
    chosen = asked.get("good") or (ranked[0] if ranked else None)
    told = case.ledger(chosen)
    return {
        "goods": [{"good": good, "flows": goods[good]} for good in ranked],
        "good": chosen,
        "flows": [flow(look, each) for each in told.flows],
        "balances": [balance(look, each) for each in sorted(told.balances, key=_gravest)],
    }


def _gravest(balance: Balance) -> tuple[Any, ...]:
    return (-balance.unaccounted_high, -balance.in_high, balance.holder)


def flow(look: Shelf, each: Flow) -> dict[str, Any]:
    """A line with its holders as links."""
    words = each.citations[0].span.exact if each.citations else None
    return look.flow(each) | {"from": look.holder(each.origin), "to": look.holder(each.target), "words": words}


def balance(look: Shelf, each: Balance) -> dict[str, Any]:
    """A balance with its holder as a link, and the pages its lines stand on."""
    flows = look.case.records.get_many(Flow, each.flows).values()
    cited = {one.span.page: one for line in flows for one in line.citations}
    pages = [look.citation(one) for one in cited.values()]
    return look.balance(each) | {"holder": look.holder(each.holder), "pages": sorted(pages, key=lambda p: p["label"])}
