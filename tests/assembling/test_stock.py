"""A total that an act counted, set against everything that left it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

from greffier.assembling.grouping import group
from greffier.assembling.ledger import flows
from greffier.assembling.stock import WHOLE, stock
from greffier.records import Balance, Dossier, Flow

Case = Callable[..., Dossier]


def act(type_: str, amount: str, kind: str = "report", **roles: str) -> dict[str, Any]:
    people = " ".join(f"{{person|{name}}}" for name in roles.values())
    return {
        "kind": kind,
        "text": f"{people} {{role|{type_}}} {{quantity={amount}|{amount}}}.",
        "events": [{"type": type_, "at": type_, "roles": roles, "quantities": [amount]}],
    }


def laid(told: Dossier) -> tuple[list[Flow], list[Balance]]:
    grouped = replace(told, events=tuple(group(told)))
    return stock(grouped, flows(grouped))


def test_what_no_page_follows_is_computed_with_its_formula(case: Case) -> None:
    lines, balances = laid(
        case(
            act("count", "360 kg cocaine"),
            act("count", "360 kg cocaine", "hearing"),
            act("sample", "6 kg cocaine"),
            act("sample", "6 kg cocaine", "expertise"),
            act("deliver", "120 kg cocaine", agent="Ugo", recipient="Ana"),
            act("deliver", "36..44 kg cocaine", agent="Ugo", recipient="Zoé"),
        )
    )
    [balance] = balances
    assert (balance.holder, balance.in_low, balance.out_low, balance.out_high) == (WHOLE, 360, 162, 170)
    assert (balance.unaccounted_low, balance.unaccounted_high) == (190, 198)
    [left] = [line for line in lines if line.status == "computed"]
    assert (left.quantity.low, left.quantity.high) == (Decimal(190), Decimal(198))
    assert left.formula is not None
    assert left.formula.startswith("360 kg − 6 kg − ")
    assert left.formula.endswith("= 190–198 kg")
    [counted] = [line for line in lines if line.target == WHOLE]
    assert len(counted.citations) == 2


def test_a_total_that_no_act_tells_is_no_stock(case: Case) -> None:
    told = case(act("count", "360 kg cocaine", "press"), act("deliver", "6 kg cocaine", agent="Ugo", recipient="Ana"))
    lines, balances = laid(told)
    assert [line.target for line in lines] == ["Ana"]
    assert balances == []


def test_nothing_is_missing_where_nothing_is_known_to_have_left(case: Case) -> None:
    lines, _ = laid(case(act("count", "360 kg cocaine")))
    assert [line.status for line in lines] == ["stated"]


def test_a_movement_without_a_good_is_of_the_only_good_counted(case: Case) -> None:
    lines, [balance] = laid(case(act("count", "360 kg cocaine"), act("deliver", "20 kg", agent="Ugo", recipient="Ana")))
    assert balance.out_low == 20
    assert {line.good for line in lines} == {"cocaine"}


def test_of_two_goods_an_unnamed_movement_is_nobodys(case: Case) -> None:
    _, balances = laid(
        case(
            act("count", "360 kg cocaine"),
            act("count", "80 kg cannabis"),
            act("deliver", "20 kg", agent="Ugo", recipient="Ana"),
        )
    )
    assert {balance.good: balance.out_low for balance in balances} == {"cannabis": 0, "cocaine": 0}
