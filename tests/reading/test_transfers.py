# ruff: noqa: E501 - layouts are easier to compare on one line
"""Statements of account: sums on their side, days in their order, balances that follow or are marked."""

from __future__ import annotations

import pytest

from greffier.records import Transfer
from greffier.steps import read_text


def listed(text: str) -> list[Transfer]:
    found = [one for one in read_text(text) if isinstance(one, Transfer)]
    return sorted(found, key=lambda one: one.citations[0].span.start)


def told(text: str) -> list[tuple[str | None, str | None, str | None, str | None]]:
    """Day, out, in, balance of each."""
    return [
        (one.day.earliest if one.day else None, *(None if sum_ is None else f"{sum_:.2f}" for sum_ in sums))
        for one in listed(text)
        for sums in [(one.debit, one.credit, one.balance)]
    ]


LAYOUTS = {
    "fr two columns": "Date | Libellé | Débit | Crédit | Solde\n03/09/2021 | VIR CAGEOTS |  | 2 500,00 | 3 500,00\n"
    "05/09/2021 | RETRAIT | 300,00 |  | 3 200,00",
    "fr another order": "Solde | Crédit | Débit | Opération | Date opération\n3 500,00 | 2 500,00 |  | VIR CAGEOTS | 03/09/2021\n"
    "3 200,00 |  | 300,00 | RETRAIT | 05/09/2021",
    "en two columns": "Posting Date | Details | Withdrawals | Deposits | Balance\n2021-09-03 | CRATES |  | 2,500.00 | 3,500.00\n"
    "2021-09-05 | ATM | 300.00 |  | 3,200.00",
    "en month first": "Date | Description | Debit | Credit | Balance\n09/03/2021 | CRATES |  | $2,500.00 | $3,500.00\n"
    "09/05/2021 | ATM | $300.00 |  | $3,200.00\n09/25/2021 | x |  |  | $3,200.00",
    "en one signed sum": "Date | Description | Amount | Balance\n2021-09-03 | CRATES | 2500.00 | 3500.00\n"
    "2021-09-05 | ATM | (300.00) | 3200.00",
    "fr negative debits": "Date | Libellé | Débit | Crédit | Solde\n03/09/2021 | VIR CAGEOTS |  | 2500,00 | 3500,00\n"
    "05/09/2021 | RETRAIT | -300,00 |  | 3200,00",
    "de style points": "Date | Libellé | Débit | Crédit | Solde\n03.09.2021 | VIR CAGEOTS |  | 2.500,00 | 3.500,00\n"
    "05.09.2021 | RETRAIT | 300,00 |  | 3.200,00",
    "fr semicolons": "Date;Libellé;Débit;Crédit;Solde\n03/09/2021;VIR CAGEOTS;;2500,00;3500,00\n05/09/2021;RETRAIT;300,00;;3200,00",
    "fr aligned": "Date         Libellé          Débit        Crédit      Solde\n"
    "03/09/2021   VIR CAGEOTS                   2 500,00    3 500,00\n"
    "05/09/2021   RETRAIT          300,00                   3 200,00",
    "fr plain lines": "Date Opération Débit Crédit Solde\n01/09/2021 SOLDE INITIAL 1 000,00\n"
    "03/09/2021 VIR CAGEOTS 2 500,00 3 500,00\n05/09/2021 RETRAIT DAB 12 300,00 3 200,00",
    "fr serial days": "Date | Libellé | Débit | Crédit | Solde\n44442 | VIR CAGEOTS |  | 2500 | 3500\n44444 | RETRAIT | 300 |  | 3200",
}  # fmt: skip


@pytest.mark.parametrize("name", LAYOUTS)
def test_the_same_lines_in_many_layouts(name: str) -> None:
    assert told(LAYOUTS[name]) == [
        ("2021-09-03", None, "2500.00", "3500.00"),
        ("2021-09-05", "300.00", None, "3200.00"),
    ]


def test_a_number_of_the_label_is_no_part_of_the_sum() -> None:
    assert [one.label for one in listed(LAYOUTS["fr plain lines"])] == ["VIR CAGEOTS", "RETRAIT DAB 12"]


def test_a_balance_that_does_not_follow_is_marked() -> None:
    head = "Date | Libellé | Débit | Crédit | Solde\n"
    rows = ["01/09/2021 | A | 10,00 |  | 90,00", "02/09/2021 | B | 10,00 |  | 80,00", "03/09/2021 | C | 10,00 |  | 75,00",
            "04/09/2021 | D | 10,00 |  | 65,00", "25/09/2021 | E |  | 5,00 | 70,00"]  # fmt: skip
    assert [one.adds_up for one in listed(head + "\n".join(rows))] == [None, True, False, True, True]
    assert [one.adds_up for one in listed(head + "\n".join(reversed(rows)))] == [True, True, False, True, None]


def test_balances_that_never_follow_mark_nothing() -> None:
    text = "Date | Libellé | Débit | Crédit | Solde\n01/09/2021 | A | 1,00 |  | 50,00\n02/09/2021 | B | 1,00 |  | 99,00"
    assert [one.adds_up for one in listed(text)] == [None, None]


def test_account_and_currency_stand_before_the_table() -> None:
    [one, _] = listed("IBAN FR76 3000 6000 0112 3456 7890 189\nSommes en euros\n" + LAYOUTS["fr two columns"])
    assert (one.account, one.currency) == ("FR7630006000011234567890189", "EUR")


def test_every_field_stands_where_it_says() -> None:
    text = LAYOUTS["fr two columns"]
    for one in listed(text):
        assert all(text[field.span.start : field.span.end] == field.span.exact for field in one.fields)
        assert {"day", "label", "balance"} <= {field.name for field in one.fields}


@pytest.mark.parametrize(
    "text",
    [
        "Date | Produit | Quantité\n03/04/2021 | bananes | 12\n04/04/2021 | oranges | 13",
        "Date | Libellé | Montant\n03/04/2021 | bananes | 1.250\n04/04/2021 | oranges | 1.300",  # 1250, or one and a quarter?
        "Date | Libellé | Montant\n03/04/2021 | bananes | 12,00\n04/04/2021 | oranges | 13,00",  # out or in is not said
        "Le solde était de 3 500,00 euros le 03/09/2021, le débit de 300,00.",
        "Date Opération Débit Crédit Solde\n03/09/2021 VIR CAGEOTS 2 500,00 3 500,00",  # no balance to start from
    ],
)
def test_what_is_left_open_gives_no_transfer(text: str) -> None:
    assert listed(text) == []


IN_AND_OUT = (
    "date;type;details;out;in\n10/02/2023;BACS;MOOR QUARRIES LTD;;4860.00\n13/02/2023;CASH;R BRANNOCK;1200.00;\n"
)


def test_in_and_out_are_sums_where_a_bank_is_named() -> None:
    held = f"Firth Bank;Corrie Salvage Ltd;account 00418829;;\n{IN_AND_OUT}".replace(";", " | ")
    assert [sums for _, *sums in told(held)] == [[None, "4860.00", None], ["1200.00", None, None]]
    assert {one.account for one in listed(held)} == {"00418829"}
    assert told(f"STORE CARD;granules;;;\n{IN_AND_OUT}".replace(";", " | ")) == []


def test_the_holder_may_stand_before_the_number_of_the_account_and_is_no_bank() -> None:
    held = f"Firth Bank;Corrie Salvage Ltd;account 00418829;;\n{IN_AND_OUT}".replace(";", " | ")
    holders = {field.span.exact for one in listed(held) for field in one.fields if field.name == "holder"}
    assert holders == {"Corrie Salvage Ltd"}
