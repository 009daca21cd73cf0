"""Numbers in digits and in words."""

from __future__ import annotations

from decimal import Decimal

import pytest

from greffier.reading.numerals import digits, spelled, worth
from greffier.reading.tokens import tokens

CASES = [
    ("12 750,00", "fr", False, "12750.00"),
    ("25.000", "fr", False, "25000"),
    ("25.000", "en", False, "25"),
    ("25.000", "en", True, "25000"),
    ("25,000", "fr", False, "25"),
    ("25,000", "fr", True, "25000"),
    ("25,000", "en", False, "25000"),
    ("1.234.567,89", "fr", False, "1234567.89"),
    ("1,234,567.89", "en", False, "1234567.89"),
    ("12'500", "fr", False, "12500"),
    ("0,250", "en", False, "0.25"),
    ("1234,567", "fr", False, "1234.567"),
]


@pytest.mark.parametrize(("text", "language", "money", "value"), CASES)
def test_separators_of_both_languages(text: str, language: str, money: bool, value: str) -> None:
    found = digits(tokens(text), 0)
    assert found is not None
    assert worth(found[0], language, money=money) == Decimal(value)


def test_a_date_in_digits_is_no_number() -> None:
    found = digits(tokens("12.05.22"), 0)
    assert found is not None
    assert worth(found[0], "fr") is None


@pytest.mark.parametrize(
    ("text", "language", "value", "after"),
    [
        ("deux mille vingt-deux à", "fr", 2022, 5),
        ("quatre - vingt-dix-sept kilos", "fr", 97, 7),
        ("SEPTANTE-DEUX", "fr", 72, 3),
        ("two thousand and twenty-two and", "en", 2022, 6),
        ("vingt-\ntrois", "fr", 23, 3),
    ],
)
def test_spelled_out(text: str, language: str, value: int, after: int) -> None:
    assert spelled(tokens(text), 0, language) == (value, after)


@pytest.mark.parametrize("text", ["et", "mai", "le"])
def test_no_number_is_spelled_here(text: str) -> None:
    assert spelled(tokens(text), 0, "fr") is None
