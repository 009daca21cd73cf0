from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

from greffier.assembling.counted import remainder
from greffier.assembling.goods import may_equal
from greffier.assembling.grouping import group
from greffier.assembling.ledger import balances, flows, is_remainder
from greffier.records import Dossier, Flow, Quantity

Case = Callable[..., Dossier]


def moved(giver: str, taker: str, amount: str, words: str = "", note: str = "") -> dict[str, Any]:
    words = words or amount
    return {
        "text": f"{note} {{person|{giver}}} {{role|remet}} {{quantity={amount}|{words}}} à {{person|{taker}}}.",
        "events": [
            {"type": "deliver", "at": "remet", "roles": {"agent": giver, "recipient": taker}, "quantities": [words]}
        ],
    }


def ledger(told: Dossier) -> list[Flow]:
    return flows(replace(told, events=tuple(group(told))))


def test_told_twice_is_counted_once(case: Case) -> None:
    lines = ledger(case(moved("Ugo", "Ana", "360 kg cocaine"), moved("Ugo", "Ana", "360 kg cocaine", note="bis")))
    assert [(line.origin, line.target, line.quantity.low) for line in lines] == [("Ugo", "Ana", Decimal(360))]
    assert len(lines[0].citations) == 2
    assert lines[0].group


def test_representative_is_what_tellings_share(case: Case) -> None:
    lines = ledger(case(moved("Ugo", "Ana", "30..40 kg"), moved("Ugo", "Ana", "36..44 kg", note="bis")))
    assert (lines[0].quantity.low, lines[0].quantity.high) == (36, 40)


def test_remainder_carries_its_formula(case: Case) -> None:
    lines = ledger(case(moved("Ugo", "Ana", "360 kg cocaine"), moved("Ana", "Zoé", "36..44 kg cocaine")))
    (left,) = [line for line in lines if is_remainder(line)]
    assert left.formula == "360 kg − 36–44 kg = 316–324 kg"
    assert (left.quantity.low, left.quantity.high) == (316, 324)
    assert left.status == "computed"
    assert left.target is None


def test_balance_recomputes_from_its_flows(case: Case) -> None:
    lines = ledger(case(moved("Ugo", "Ana", "360 kg cocaine"), moved("Ana", "Zoé", "120000 g cocaine")))
    held = {balance.holder: balance for balance in balances(lines)}
    assert (held["Ana"].in_low, held["Ana"].out_high, held["Ana"].low) == (360, 120, 240)
    assert held["Ana"].unaccounted_low == 240
    assert held["Ugo"].unaccounted_high == 0, "the file does not say what Ugo received"
    assert held["Zoé"].unaccounted_high == 0
    by_id = {line.id: line for line in lines}
    for balance in held.values():
        came = sum(by_id[id].quantity.low for id in balance.flows if by_id[id].target == balance.holder)
        assert came == balance.in_low


def test_units_do_not_mix(case: Case) -> None:
    lines = ledger(case(moved("Ugo", "Ana", "360 kg cocaine"), moved("Ana", "Zoé", "12 count crates")))
    assert not [line for line in lines if is_remainder(line)]


def test_declared_weight_of_a_packet(case: Case) -> None:
    declared = {"text": "Comptons {quantity=360 count packets|360 paquets} de {quantity=1 kg|un kilogramme}."}
    lines = ledger(case(declared, moved("Ugo", "Ana", "120 count packets")))
    assert [(line.quantity.low, line.quantity.unit, line.formula) for line in lines] == [
        (120, "kg", "120 packets × 1 kg")
    ]


def test_two_declared_weights_declare_nothing(case: Case) -> None:
    one = {"text": "Comptons {quantity=360 count packets|360 paquets} de {quantity=1 kg|un kilogramme}."}
    two = {"text": "Comptons {quantity=12 count packets|12 paquets} de {quantity=2 kg|deux kilogrammes}."}
    lines = ledger(case(one, two, moved("Ugo", "Ana", "120 count packets")))
    assert [(line.quantity.low, line.quantity.unit) for line in lines] == [(120, "count")]


def test_product_told_on_the_page(case: Case) -> None:
    told = case(
        {
            "text": "{person|Ugo} {role|remet} {quantity=12 count bales|12 ballots} de {quantity=30 kg|30 kg} "
            "à {person|Ana}.",
            "events": [
                {
                    "type": "deliver",
                    "at": "remet",
                    "roles": {"agent": "Ugo", "recipient": "Ana"},
                    "quantities": ["12 ballots", "30 kg"],
                }
            ],
        }
    )
    assert [(line.quantity.low, line.formula) for line in ledger(told)] == [(360, "12 bales × 30 kg")]


def test_a_total_is_no_more_movement(case: Case) -> None:
    text = (
        "{person|Ugo} {role|remet} {quantity=1 kg|un kilo}, {quantity=2 kg|deux kilos}, "
        "soit {quantity=3 kg|trois kilos} à {person|Ana}."
    )
    told = case(
        {
            "text": text,
            "events": [
                {"type": "deliver", "at": "remet", "roles": {"agent": "Ugo", "recipient": "Ana"}, "quantities": [words]}
                for words in ("un kilo", "deux kilos", "trois kilos")
            ],
        }
    )
    assert sorted(line.quantity.low for line in flows(told)) == [1, 2]


def test_what_was_not_said_or_not_done_is_no_flow(case: Case) -> None:
    told = case(moved("Ugo", "Ana", "360 kg"))
    event = told.events[0]
    for change in (
        {"modality": "planned"},
        {"modality": "alleged"},
        {"polarity": "negative"},
        {"roles": ()},
        {"type": "weigh"},
    ):
        assert flows(replace(told, events=(replace(event, **change),))) == []  # type: ignore[arg-type]


def test_two_goods_of_one_handover(case: Case) -> None:
    told = case(
        {
            "text": "{person|Ugo} {role|remet} {quantity=20 kg cocaine|20 kg de cocaïne} et "
            "{quantity=30 kg cannabis|30 kg de résine} à {person|Ana}.",
            "events": [
                {
                    "type": "deliver",
                    "at": "remet",
                    "roles": {"agent": "Ugo", "recipient": "Ana"},
                    "quantities": ["20 kg de cocaïne", "30 kg de résine"],
                }
            ],
        }
    )
    assert sorted((line.good, line.quantity.low) for line in ledger(told)) == [("cannabis", 30), ("cocaine", 20)]


def test_what_somebody_says_is_told(case: Case) -> None:
    told = case(moved("Ugo", "Ana", "360 kg"))
    said = replace(told.events[0], modality="alleged", attributed_to=told.mentions[0].id)
    assert len(flows(replace(told, events=(said,)))) == 1


def test_holder_may_be_unknown(case: Case) -> None:
    told = case(moved("Ugo", "Ana", "360 kg"))
    event = told.events[0]
    only = tuple(role for role in event.roles if role.role == "recipient")
    (line,) = flows(replace(told, events=(replace(event, roles=only),)))
    assert (line.origin, line.target) == (None, "Ana")


def test_money(case: Case) -> None:
    told = case(moved("Ugo", "Ana", "48000 EUR"))
    (line,) = flows(replace(told, events=(replace(told.events[0], type="pay"),)))
    assert (line.good, line.quantity.unit) == ("money", "EUR")


def paid(giver: str, taker: str, amount: str, words: str, note: str = "") -> dict[str, Any]:
    told = moved(giver, taker, amount, words, note)
    return told | {"events": [one | {"type": "pay"} for one in told["events"]]}


def test_a_bare_sum_is_in_the_currency_of_the_case(case: Case) -> None:
    bare = paid("Ugo", "Ana", "95000 EUR", "95 000,00")
    told = [paid("Ana", "Leo", "700 USD", "$700"), paid("Leo", "Ida", "900 USD", "$900")]
    assert {line.quantity.unit for line in ledger(case(bare, *told))} == {"USD"}
    assert {line.quantity.unit for line in ledger(case(bare, told[0]))} == {"EUR", "USD"}
    euros = paid("Ugo", "Ana", "95000 EUR", "95 000,00", note="Compte en EUR :")
    assert {line.quantity.unit for line in ledger(case(euros, *told))} == {"EUR", "USD"}


def test_money_of_one_country_goes_before_money_of_many(case: Case) -> None:
    bare = paid("Ugo", "Ana", "95000 GBP", "95 000.00")
    dollars, rand = paid("Ana", "Leo", "700 USD", "$700"), paid("Leo", "Ida", "900 ZAR", "R 900")
    assert {line.quantity.unit for line in ledger(case(bare, dollars, rand))} == {"USD", "ZAR"}
    assert {line.quantity.unit for line in ledger(case(bare, rand))} == {"ZAR"}
    guessed = paid("Leo", "Ida", "200 GBP", "two hundred")
    assert {line.quantity.unit for line in ledger(case(bare, rand, guessed, guessed))} == {"ZAR"}, (
        "guesses do not count"
    )


def test_a_sum_told_in_words_is_in_the_currency_of_the_case(case: Case) -> None:
    told = [paid("Ana", "Leo", "700 USD", "$700"), paid("Leo", "Ida", "900 USD", "$900")]
    for words in ("four hundred fifty", "35k", "vingt-huit mille"):
        bare = paid("Ugo", "Zoé", "95000 GBP", words)
        assert {line.quantity.unit for line in ledger(case(bare, *told))} == {"USD"}, words
    pounds = paid("Ugo", "Zoé", "95000 GBP", "ninety-five thousand quid")
    assert {line.quantity.unit for line in ledger(case(pounds, *told))} == {"USD", "GBP"}


def test_a_price_per_kilo_is_no_payment(case: Case) -> None:
    assert ledger(case(moved("Ugo", "Ana", "1000 EUR per kg", "1 000 € le kilo"))) == []
    text = (
        "{person|Ugo} {role|remet} {quantity=3000 EUR|3 000 €} à {person|Ana}, "
        "{quantity=1000 EUR per kg|1 000 €} le kilo."
    )
    roles = {"agent": "Ugo", "recipient": "Ana"}
    told = {"type": "pay", "at": "remet", "roles": roles, "quantities": ["3 000 €", "1 000 €"]}
    assert [line.quantity.low for line in ledger(case({"text": text, "events": [told]}))] == [3000]


def test_a_price_per_kilo_does_not_multiply_what_is_counted(case: Case) -> None:
    declared = "{quantity=3 count packets|3 pains} à {quantity=1000 EUR per kg|1 000 €} le kilo."
    lines = ledger(case({"text": declared}, moved("Ugo", "Ana", "3 count packets", "trois pains")))
    assert [(line.quantity.low, line.quantity.unit) for line in lines] == [(3, "count")]


def test_an_open_end_stays_open(case: Case) -> None:
    lines = ledger(case(moved("Ugo", "Ana", "40..Infinity kg cocaine"), moved("Ana", "Zoé", "10 kg cocaine")))
    (left,) = [line for line in lines if is_remainder(line)]
    assert left.formula == "40–… kg − 10 kg = 30–… kg"
    assert (left.quantity.low, left.quantity.high) == (30, Decimal("Infinity"))


def test_more_than_forty_is_not_ten(case: Case) -> None:
    told = case(moved("Ugo", "Ana", "about 40..Infinity kg"), moved("Ugo", "Ana", "10 kg", note="bis"))
    first, second = sorted((m.quantity for m in told.mentions if m.quantity), key=lambda q: q.low)
    assert not may_equal(first, second)


def test_none_of_what_has_no_upper_end_is_none(case: Case) -> None:
    declared = {"text": "{quantity=0 count bales|aucun ballot} de {quantity=30..Infinity kg|plus de 30 kg}."}
    assert [line.quantity.low for line in ledger(case(declared, moved("Ugo", "Ana", "2 kg")))] == [2]


def one_end(role: str, times: str = "") -> dict[str, Any]:
    told = {"type": "deliver", "at": "remis", "roles": {role: "Ugo"}, "quantities": ["40 kg"]}
    return {"text": f"{times} {{person|Ugo}}, {{role|remis}} {{quantity=40 kg|40 kg}}.", "events": [told]}


def test_nobody_gives_to_himself(case: Case) -> None:
    def ends(*tellings: dict[str, Any]) -> list[tuple[str | None, str | None]]:
        told = case(*tellings)
        as_one = replace(told, events=tuple(replace(event, group="one") for event in told.events))
        return [(line.origin, line.target) for line in flows(as_one)]

    assert ends(one_end("agent"), one_end("recipient", "bis")) == [(None, None)]
    assert ends(one_end("agent"), one_end("agent", "bis"), one_end("recipient", "ter")) == [("Ugo", None)]


def test_the_price_of_a_sale_goes_the_way_back(case: Case) -> None:
    told = case(
        {
            "text": "{person|Ugo} {role|vend} {quantity=12 kg cacao|12 kg} à {person|Ana} pour "
            "{quantity=900 EUR|900 euros}.",
            "events": [
                {
                    "type": "sell",
                    "at": "vend",
                    "roles": {"agent": "Ugo", "recipient": "Ana"},
                    "quantities": ["12 kg", "900 euros"],
                }
            ],
        }
    )
    ends = {line.quantity.dimension: (line.origin, line.target) for line in ledger(told)}
    assert ends == {"mass": ("Ugo", "Ana"), "money": ("Ana", "Ugo")}


def test_goods_whose_price_is_told_elsewhere_are_no_money(case: Case) -> None:
    priced = {"text": "Comptons {quantity=5 count bags|cinq sacs} à {quantity=14000 XOF|14 000 francs}."}
    lines = ledger(case(moved("Ugo", "Ana", "12 count bags", "douze sacs"), priced))
    assert [(line.quantity.dimension, line.quantity.low) for line in lines] == [("count", Decimal(12))]


def test_each_amount_that_went_has_its_minus() -> None:
    came = [Quantity(Decimal(n), Decimal(n), "kg", "mass") for n in (40, 20)]
    went = [Quantity(Decimal(n), Decimal(n), "kg", "mass") for n in (30, 5)]
    left = Quantity(Decimal(25), Decimal(25), "kg", "mass")
    assert remainder(came, went, left) == "40 kg + 20 kg − 30 kg − 5 kg = 25 kg"
