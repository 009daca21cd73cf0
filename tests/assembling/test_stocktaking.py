"""What a paper says came in, went out and was found."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from greffier.assembling.books import accounts
from greffier.assembling.findings import findings
from greffier.assembling.lookup import look
from greffier.assembling.stock import WHOLE
from greffier.assembling.stocktaking import GONE, stocktaking
from greffier.records import Dossier

Case = Callable[..., Dossier]
PHARMACY = """1. Entrées du trimestre
   02/07   livraison        1 200 boîtes
   11/08   livraison          800 boîtes
   Total                    2 000 boîtes
2. Sorties d'après les ordonnances (dont 40 boîtes rendues)
   juillet                    940 boîtes
   août                       605 boîtes
3. Comptage du 4 novembre : {left} boîtes
4. Observations : 3 boîtes ouvertes."""
ARMOURY = """RECEIVED
   from the store, 3 May          2,000 rounds
ISSUED
   practice 12 May                  600 rounds
   members on duty                  850 rounds
ON HAND, counted 30 June: {left} rounds"""
BOOK = """LIVRE D'OR
 03/02   reçu     Hamza      1 450
 25/02   vendu    Ghita        620   (fact. 18)
Dans le coffre :
   lingots pesés devant nous, au total   {left} g"""


@pytest.mark.parametrize(
    ("text", "left", "sums", "short"),
    [
        (PHARMACY, "310", (2000, 1545, 310), 145),
        (ARMOURY, "550", (2000, 1450, 550), 0),
        (BOOK, "805", (1450, 620, 805), 25),
    ],
)
def test_sections_and_rows_are_added_up(
    case: Case, text: str, left: str, sums: tuple[int, int, int], short: int
) -> None:
    dossier = case({"text": text.format(left=left)})
    (account,) = accounts(look(dossier))
    assert (account.came.worth, account.went.worth, account.left.worth) == sums
    assert account.short == short
    asked = [one for one in findings(dossier, [], []) if one.rule.startswith("stock-short@")]
    assert len(asked) == bool(short)


def test_the_balance_stands_on_computed_lines_with_their_formula(case: Case) -> None:
    lines, (balance,) = stocktaking(case({"text": PHARMACY.format(left="310")}))
    assert {(one.origin, one.target, one.status) for one in lines} == {
        (None, WHOLE, "computed"), (WHOLE, GONE, "computed")
    }  # fmt: skip
    assert {one.formula for one in lines} == {"2000 = 2000 boîtes", "940 + 605 = 1545 boîtes"}
    assert balance.flows == tuple(sorted(one.id for one in lines))
    assert (balance.in_low, balance.out_low, balance.unaccounted_low) == (2000, 1545, Decimal(145))


@pytest.mark.parametrize(
    "text",
    [
        ARMOURY.format(left="545"),  # within what counting and weighing lose
        ARMOURY.format(left="640"),  # more than there should be is no shortage
        ARMOURY.replace("ON HAND", "In all").format(left="500"),
        BOOK.format(left="500").replace(" g", ""),
        "1. Found in the house: 3 kg\n2. Sold by his notes: 1 kg\n3. Received: 5 kg\n4. Found in the car: 200 g",
        ARMOURY.format(left="500") + "\nOf these 50 rounds were damaged by water and thrown away.",
        "1. Received in May: 500 bags\n2. Issued in May: 300 kg\n3. Found: 100 bags",
    ],
)
def test_what_nobody_can_reckon_is_not_asked_about(case: Case, text: str) -> None:
    assert not [one for one in findings(case({"text": text}), [], []) if one.rule.startswith("stock-short@")]
