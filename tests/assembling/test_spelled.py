"""A number in words and the digits that should say it again."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from greffier.assembling.figures import figures
from greffier.assembling.findings import findings
from greffier.assembling.spelling import value
from greffier.records import Dossier

Case = Callable[..., Dossier]


def sides(case: Case, text: str) -> list[tuple[str, str]]:
    found = [one for one in findings(case({"text": text}), [], []) if one.rule.startswith("spelled-against-digits@")]
    return [(one.citations[0].span.exact, one.citations[1].span.exact) for one in found]


@pytest.mark.parametrize(
    ("text", "words", "digits"),
    [
        ("Paid Rs. 4,53,200/- (Rupees four lakh thirty five thousand two hundred only).",
         "four lakh thirty five thousand two hundred", "4,53,200"),
        ("The sum of $ 2,300.50\n   (two thousand four hundred dollars) was handed over.",
         "two thousand four hundred", "2,300.50"),
        ("Nous, soussigné, devons 18 400 (dix-huit mille six cents francs).", "dix-huit mille six cents", "18 400"),
        ("VOUCHER 114\nFees  31,400.00\nLevy   1,200.00\n\nAmount in words: Thirty-four thousand one hundred "
         "shillings",
         "Thirty-four thousand one hundred", "31,400.00"),
        ("Vendu   22'400.-\n\n\nQUITTANCE\nCHF 22'400.-   (en lettres : vingt-deux mille quatre francs)",
         "vingt-deux mille quatre", "22'400"),
        ("REÇU N° 8\nReçu de Mme Ba la somme de : neuf cent cinquante mille francs\n         F CFA : 905 000",
         "neuf cent cinquante mille francs", "905 000"),
        ("Reçu la somme de 730.000 F (sept cent trois mille francs), solde de tout compte.",
         "sept cent trois mille", "730.000"),
        ("I got the sum of eleven thousand and ninety pounds (£11,900) from him.", "eleven thousand and "
         "ninety", "11,900"),
        ("Recd £5,800 (five thousand and eighty pounds) A.B.", "five thousand and eighty", "5,800"),
        ("Chèque de 7.250.000 Ar (sept millions deux cent cinq mille ariary).", "sept millions deux cent cinq mille",
         "7.250.000"),
        ("une avance de trois millions de francs (3 300 000 FCFA) pour le mil", "trois millions", "3 300 000"),
        ("forty thousand naira only (NGN 44,000.00) was counted", "forty thousand", "44,000.00"),
        ("BORDEREAU\nToiles 559 000\n\nArrêté à la somme de cinq cent quatre-vingt-quinze mille francs.",
         "cinq cent quatre-vingt-quinze mille", "559 000"),
    ],
)  # fmt: skip
def test_digits_that_say_another_number_are_asked_about(case: Case, text: str, words: str, digits: str) -> None:
    ((told, figure),) = sides(case, text)
    assert told.startswith(words.removesuffix(" francs"))
    assert figure == digits


@pytest.mark.parametrize(
    "text",
    [
        "Received 2,300.50 (two thousand three hundred dollars and fifty cents).",
        "Un lot de 62 (soixante-deux mille) briques.",
        "Section 12 (three copies were made) and paragraph 4 (one officer only).",
        "INVOICE 9\nGoods 40,000\nTax 2,000\nAmount in words: forty two thousand rupees",  # added up in words only
        "Il doit la somme de cinq mille francs ; la caution versée en 2019 était de 5 400.\n"
        + "Le bail court depuis.\n" * 9,
        "Reçu la somme de trois mille euros (3 000 €).",
        "Payé deux mille euros cinquante (2 000,50 €).",
        "Versé 1.250.000 F CFA (un million deux cent cinquante mille francs).",
        "Des francs (3 000) et quatre dollars (annexe 12) furent notés.",
    ],
)
def test_words_that_say_the_same_or_speak_of_something_else_are_not(case: Case, text: str) -> None:
    assert sides(case, text) == []


@pytest.mark.parametrize(
    ("told", "tongue", "worth"),
    [
        ("two crore five lakh", "en", 20_500_000),
        ("fifty two lakh and six thousand", "en", 5_206_000),
        ("septante mille", "fr", 70_000),
        ("lakh", "en", None),
        ("and five", "en", None),
        ("rupees", "en", None),
    ],
)
def test_numbers_in_words(told: str, tongue: str, worth: int | None) -> None:
    assert value(told, tongue) == worth


@pytest.mark.parametrize(
    ("told", "worth"),
    [
        ("5 %      1 400 000", ["5", "1400000"]),
        ("Rs. 52,74,100/-", ["5274100"]),
        ("1.014,25 et 3'200", ["1014.25", "3200"]),
        ("KBZ417T 12", ["12"]),
    ],
)
def test_figures_of_many_countries(told: str, worth: list[str]) -> None:
    assert [str(one.worth) for one in figures(told)] == worth


def test_a_mark_before_three_digits_may_be_a_point(case: Case) -> None:
    (one,) = figures("1,250")
    assert [str(reading) for reading in one.readings] == ["1250", "1.250"]
