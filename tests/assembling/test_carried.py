"""A balance carried from row to row."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from greffier.assembling.findings import findings
from greffier.records import Dossier

Case = Callable[..., Dossier]
CARD = """FICHE DE STOCK - GASOIL
12/03   entrée       8 000      {first}
14/03   sortie       1 250      9 150
15/03   sortie         900      8 250
17/03   entrée       2 000     10 250
19/03   sortie       3 100      {last}
20/03   sortie         150      7 000
Total                          15 400"""
STATEMENT = """date;text;move;balance
10/09;LEBRUN;-130,20;30913,90
13/09;WITHDRAWAL;-14500,00;16413,90
14/09;PIRSON;-460,90;15953,00
24/09;INV 118;17040,00;32993,00
30/09;TAX;-3212,44;{last}
04/10;WITHDRAWAL;-18300,00;11480,56"""


def told(case: Case, text: str) -> list[list[str]]:
    found = [one for one in findings(case({"text": text}), [], []) if one.rule.startswith("balance-breaks@")]
    return [[citation.span.exact for citation in one.citations] for one in found]


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        (CARD.format(first="10 400", last="7 510"), ["10 250", "3 100", "7 510"]),
        (STATEMENT.format(last="29708,56"), ["32993,00", "3212,44", "29708,56"]),
    ],
)
def test_the_row_that_does_not_follow_is_cited_with_the_balance_above(case: Case, text: str, cited: list[str]) -> None:
    assert told(case, text) == [cited]


@pytest.mark.parametrize(
    "text",
    [
        CARD.format(first="10 400", last="7 150"),
        STATEMENT.format(last="29780,56"),
        "1;2022-08-03;66;TOWN-1\n2;2022-08-03;88;TOWN-1\n3;2022-08-04;41;TOWN-3\n4;2022-08-05;12;TOWN-2\n5;2022-08-06;9;TOWN-1",
        "1  boots   12\n2  belts   13\n3  caps   15\n4  coats   18",
        "Date | Out | In | Balance\n01/03/2023 |  | 40.00 | 140.00\n02/03/2023 | 15.00 |  | 125.00\n"
        "03/03/2023 |  | 10.00 | 135.00\n31/03/2023 |  |  | 135.00",
    ],
)
def test_balances_that_follow_and_tables_without_any_are_left_alone(case: Case, text: str) -> None:
    assert told(case, text) == []
