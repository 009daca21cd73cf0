"""Several amounts of one sentence: each is kept, a unit left out is the other's, and what is only like one is none."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.reading.counted import read, told

CHAINS = [
    ("fr", "six ballots de vingt pains", [("six ballots", "6 count", None), ("vingt pains", "20 count", None)]),
    (
        "fr",
        "360 pains d'un kilogramme de cocaïne",
        [("360 pains", "360 count", "cocaine"), ("un kilogramme", "1 kg", "cocaine")],
    ),
    ("fr", "12 x 30 kg", [("12", "12 count", None), ("30 kg", "30 kg", None)]),
    (
        "en",
        "3 x bags and 1 x black holdall",
        [("3 x bags", "3 count", None), ("1 x black holdall", "1 count", "holdall")],
    ),
    ("en", "40 x £50 notes", [("40", "40 count", None), ("£50", "50 GBP", None)]),
    ("en", "20 one-kilogram packets", [("20", "20 count", None), ("one-kilogram", "1 kg", None)]),
    ("fr", "un kilo deux cents de résine", [("un kilo deux cents", "1.2 kg", "cannabis-resin")]),
    ("en", "1.04 kg and 27.5 grams", [("1.04 kg", "1.04 kg", None), ("27.5 grams", "27.5 g", None)]),
    ("fr", "l7 kg et 4 5OO euros", [("l7 kg", "17 kg", None), ("4 5OO euros", "4500 EUR", None)]),
]


@pytest.mark.parametrize(("language", "text", "amounts"), CHAINS)
def test_each_amount_of_a_chain_is_kept(language: str, text: str, amounts: list[tuple[str, str, str | None]]) -> None:
    assert told(text, language) == amounts


def test_a_second_bound_has_the_unit_of_the_first() -> None:
    first, second = read("Une quarantaine de kilos, trente-six au moins.")
    assert first.quantity is not None
    assert second.quantity is not None
    assert (first.quantity.low, first.quantity.approximate) == (40, True)
    assert (second.quantity.low, second.quantity.high, second.quantity.unit) == (36, Decimal("Infinity"), "kg")


def test_a_unit_left_out_is_that_of_the_whole() -> None:
    assert told("40 kg dont 12 d'herbe et 28 de résine") == [
        ("40 kg", "40 kg", None),
        ("12", "12 kg", "cannabis-herb"),
        ("28", "28 kg", "cannabis-resin"),
    ]
    assert told("On m'a promis trois mille euros, j'en ai touché huit cents.")[1] == ("huit cents", "800 EUR", None)
    assert told("lingots : 3 de 1 kg, 4 de 250 g") == [
        ("3", "3 count", None), ("1 kg", "1 kg", None), ("4", "4 count", None), ("250 g", "250 g", None),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "text", "amounts"),
    [
        ("fr", "Le loyer est passé de 600 à 750 euros.", ["600 EUR", "750 EUR"]),
        ("fr", "Le budget tombe de 4,2 à 3,1 millions d'euros.", ["4200000 EUR", "3100000 EUR"]),
        ("en", "The price rose from £30 to £45.", ["30 GBP", "45 GBP"]),
        ("fr", "un montant de 600 à 750 euros, une porte de 2 à 3 mètres", ["600 EUR", "2 m"]),
        ("fr", "Virement 6 200,00 €\n04/02/2020 Retrait 1 000 €\n05/02/2020", ["6200 EUR", "1000 EUR"]),
        ("fr", "intercepté à 08.50 hrs, relâché à 12.10 hrs", []),
        ("fr", "77 31\nVéhicule : Kadjar", []),
        ("fr", "2. 1 balance de précision", ["1 count"]),
        (
            "fr",
            "19 voix, trois détenus, 1 204 EVP, 21,4 T à 17 nœuds",
            ["19 count", "3 count", "1204 count", "21400 kg", "31.484 km/h"],
        ),
        ("en", "all four contained heroin; 640 ctns, 14.2 MT", ["640 count", "14200 kg"]),
        ("en", "CF/2 27 wraps of white powder", ["27 count"]),
        ("en", "a block of 501.3 g ± 0.2 g", ["501.3 g", "0.2 g"]),
        ("en", "180 cartons of cigarettes (36,000 cigarettes)", ["180 count", "36000 count"]),
        ("en", "two or three tirnes", []),
        ("en", "In Nairobi he took Sh312 million and Sh48m.", ["312000000 KES", "48000000 KES"]),
        ("en", "valued at Rs. 3.60 lakhs, then Rs.4,85,00,000/-", ["360000 INR", "48500000 INR"]),
        ("en", "In Lagos, Nigeria, he was promised N400,000.", ["400000 NGN"]),
        ("en", "In Durban, South Africa, R25 000 was taken on the R61.", ["25000 ZAR"]),
        ("en", "PR 07-4418    $ Cdn., 300 crayfish, 2l Jul 2009", ["300 count"]),
        ("fr", "Québec, Montréal : 27 860 $ ; mat. 11872", ["27860 CAD"]),
        ("fr", "parti au Canada avec 500 $", ["500 USD"]),
        ("fr", "Rabat : un solde de 1.418.220,35 DH, huit cents mille dirhams", ["1418220.35 MAD", "800000 MAD"]),
        ("en", "three African males", ["3 count"]),
        ("en", "The offender, 51, was heard.", ["1608336000 s"]),
        ("fr", "une tonne cinq, une petite heure", ["1500 kg", "3600 s"]),
        ("en", "It weighed two pounds three ounces and cost two pounds.", ["0.992233309375 kg", "2 GBP"]),
        ("en", "He had $600 and 20 pounds of leaf.", ["600 USD", "9.0718474 kg"]),
        ("fr", "MOREL Jean, 6l ans ; pesé 25,0l kg", ["1923696000 s", "25.01 kg"]),
        ("en", "In Kenya he was paid 300 shillings and DM 2,400.", ["300 KES", "2400 DEM"]),
    ],
)
def test_amounts_beside_what_is_like_them(language: str, text: str, amounts: list[str]) -> None:
    assert [amount for _, amount, _ in told(text, language)] == amounts
