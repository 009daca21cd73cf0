"""What one cell holds: numbers in E.164, durations, sums, devices; and what is none of them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from greffier.reading.cell_values import amount, currency, device, kind, phone, seconds, subscriber, way


@pytest.mark.parametrize(
    ("told", "number"),
    [
        ("06 39 98 61 20", "+33639986120"),
        ("0639986120", "+33639986120"),
        ("33639986120", "+33639986120"),
        ("0033 6 39 98 61 20", "+33639986120"),
        ("+33 (0)6 39 98 61 20", "+33639986120"),
        ("639986120", "+33639986120"),
        ("639986120.0", "+33639986120"),
        ("07700900120", "+447700900120"),
        ("2025550123", "+12025550123"),
        ("888", "888"),
        ("12", None),
        ("25/09/2021", None),
        ("490154203237518", None),
        ("masqué", None),
        ("3,36E+10", None),
        ("", None),
    ],
)
def test_numbers(told: str, number: str | None) -> None:
    assert phone(told) == number


@pytest.mark.parametrize(
    ("told", "unit", "bounds"),
    [
        ("75", "", (75, 75)),
        ("1:15", "", (75, 75)),
        ("00:01:15", "", (75, 75)),
        ("1h02min01s", "", (3721, 3721)),
        ("1 min 15 s", "", (75, 75)),
        ("75 sec", "", (75, 75)),
        ("2", "min", (61, 179)),
        ("1,5", "min", (90, 90)),
        ("75000", "ms", (75, 75)),
        ("", "", None),
        ("Voix", "", None),
        ("25/09/2021", "", None),
    ],
)
def test_durations(told: str, unit: str, bounds: tuple[int, int] | None) -> None:
    assert seconds(told, unit) == bounds


@pytest.mark.parametrize(
    ("told", "sum_"),
    [
        ("1 250,00", "1250.00"),
        ("1,250.00", "1250.00"),
        ("1.250,00", "1250.00"),
        ("2'500.00", "2500.00"),
        ("-300.00", "-300.00"),
        ("(300.00)", "-300.00"),
        ("300,00-", "-300.00"),
        ("300,00 D", "-300.00"),
        ("£2,500.00", "2500.00"),
        ("2 500,00 €", "2500.00"),
        ("1.234.567", "1234567.00"),
        ("12,5", "12.5"),
        ("1.250", None),
        ("1,250,00", None),
        ("(300.00", None),
        ("25/09/2021", None),
        ("abc", None),
    ],
)
def test_sums(told: str, sum_: str | None) -> None:
    assert amount(told) == (None if sum_ is None else Decimal(sum_))


def test_codes() -> None:
    assert (
        device("490154203237518"),
        device("4901542"),
        subscriber("208011234567890"),
        subscriber("908011234567890"),
    ) == (
        "490154203237518",
        None,
        "208011234567890",
        None,
    )


@pytest.mark.parametrize(
    ("told", "what"),
    [("Voix", "voice"), ("SMS-MO", "sms"), ("MMS", "mms"), ("Data LTE", "data"), ("SMS/MMS", None), ("bananes", None)],
)
def test_kinds(told: str, what: str | None) -> None:
    assert kind(told) == what


@pytest.mark.parametrize(
    ("told", "which"),
    [
        ("Sortant", "out"),
        ("APPEL REÇU", "in"),
        ("MOC", "out"),
        ("SMS-MT", "in"),
        ("entrant/sortant", None),
        ("S", None),
        ("x", None),
    ],
)
def test_ways(told: str, which: str | None) -> None:
    assert way(told) == which


def test_letters_are_ways_only_where_they_are_asked_for() -> None:
    assert [way(letter, letters=True) for letter in "SEOI"] == ["out", "in", "out", "in"]


def test_one_currency_or_none() -> None:
    assert (currency("Solde (€)"), currency("EUR et USD"), currency("Solde")) == ("EUR", None, None)
