"""Parts against the total below them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from greffier.assembling.findings import findings
from greffier.records import Dossier

Case = Callable[..., Dossier]
SLIP = """Désignation            Qté      PU        Montant
Bâches                 120    1 250      150 000
Cordes                  80    3 500      280 000
Clous                   45    2 400      108 000
                                         -------
Total général                            {total}
"""
CASH = """| Item        | Out    | Bal    |
| Fuel        | 120.00 | 880.00 |
| Meals       |  45.50 | 834.50 |
| Parking     |  12.00 | 822.50 |
| Total       | {total} | 822.50 |
"""
SHEET = "unit;ordered;issued\nboots;140;120\nbelts;90;64\ncaps;15;15\ntotal;{total};199"


def told(case: Case, text: str) -> list[list[str]]:
    found = [one for one in findings(case({"text": text}), [], []) if one.rule.startswith("parts-differ@")]
    return [[citation.span.exact for citation in one.citations] for one in found]


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        (SLIP.format(total="583 000"), ["150 000", "280 000", "108 000", "583 000"]),
        (CASH.format(total="175.50"), ["120.00", "45.50", "12.00", "175.50"]),
        ("coupure     nombre      valeur\n 50 EUR        112        5 600\n 20 EUR         45          900\n"
         "ENSEMBLE       157        6 050", ["5 600", "900", "6 050"]),
        ("Week 1    4 loads @ $210.00     $840.00\nWeek 2    2 loads @ $210.00     $420.00\n"
         "          Total                $1,470.00", ["840.00", "420.00", "1,470.00"]),
        ("| 01/02 | KORBEN PAINTS | 7 | 1,410.00 |\n| 02/02 | Moss & Co | 2 | 88.00 |\n| 09/02 | KORBEN PAINTS | 8 "
         "| 1,230.00 |\n"
         "| 11/02 | KORBEN PAINTS | 9 | 1,150.00 |\n| Supplier total KORBEN PAINTS (3 invoices) | 3,970.00 |",
         ["1,410.00", "1,230.00", "1,150.00", "3,970.00"]),
        ("Post    2019   2020\nNorth     14     18\nSouth     22     20\nEast       9      9\nTotal     45     48",
         ["18", "20", "9", "48"]),
        (SHEET.format(total="254"), ["140", "90", "15", "254"]),
    ],
)  # fmt: skip
def test_parts_that_make_another_total_are_cited_one_by_one(case: Case, text: str, cited: list[str]) -> None:
    assert told(case, text) == [cited]


@pytest.mark.parametrize(
    "text",
    [
        SLIP.format(total="538 000"),
        CASH.format(total="177.50"),  # the balance beside it is no sum of balances
        SHEET.format(total="245"),
        "Hours\nMon   3.4\nTue   2.4\nWed   4.4\nTotal  10",  # rounded
        "Fees     300\nDuty     200\nLess      50\nTotal    450",
        "2019     300\n\nDuty     200\nStamp     50\nSeal      40\nTotal    290",  # the line above the blank is no part
        "Gate 1   300\nGate 2   200\nGate 3   100\nTotal    500",  # the last row belongs elsewhere
        "Duty     200\nStamp     50\nSeal      40\nTotal    900",  # no sum of these figures at all
        "Duty     200\nTotal    250",
    ],
)
def test_totals_that_are_right_or_of_other_lines_are_not_asked_about(case: Case, text: str) -> None:
    assert told(case, text) == []
