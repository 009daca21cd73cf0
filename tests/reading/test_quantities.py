"""The quantity reader on sentences of our own: how much, of what, in what, and what is no quantity."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reading.counted import one, read

AMOUNTS = [
    ("fr", "360 kg de cocaïne", "360", "kg"),
    ("fr", "CHF 1'480.–", "1480", "CHF"),
    ("en", "a panel of 2.4 sq. m", "2.4", "m2"),
    ("en", "7 cu. m of gravel", "7000", "L"),
    ("en", "eleven and one-half percent", "11.5", "%"),
    ("en", "12/04/2019    ₦300,000,000     mandate", "300000000", "NGN"),
    ("en", "lamp, 900 g                    $photo", "900", "g"),
    ("fr", "1,5 tonne", "1500", "kg"),
    ("fr", "3 kg 500", "3.5", "kg"),
    ("fr", "22 kg 450 g", "22.45", "kg"),
    ("fr", "d'un poids de 1,230 kg", "1.23", "kg"),
    ("fr", "1.500 kilos", "1500", "kg"),
    ("fr", "1 234,5 g", "1234.5", "g"),
    ("fr", "une tonne et demie", "1500", "kg"),
    ("fr", "une demi-tonne", "500", "kg"),
    ("fr", "cent vingt-trois kilogrammes et quatre cents grammes", "123.4", "kg"),
    ("fr", "250 mg", "0.25", "g"),
    ("fr", "25.000 €", "25000", "EUR"),
    ("fr", "12 750,00 €", "12750", "EUR"),
    ("fr", "12\u202f750\u00a0€", "12750", "EUR"),
    ("fr", "25 k€", "25000", "EUR"),
    ("fr", "1,2 M€", "1200000", "EUR"),
    ("fr", "2 millions d'euros", "2000000", "EUR"),
    ("fr", "neuf mille deux cents euros", "9200", "EUR"),
    ("fr", "12 euros 50", "12.5", "EUR"),
    ("fr", "250 000 FCFA", "250000", "XOF"),
    ("fr", "DEUX MILLE CINQ CENTS EUROS (2 500 €)", "2500", "EUR"),
    ("fr", "2 m 10", "2.1", "m"),
    ("fr", "12 km", "12000", "m"),
    ("fr", "50 m²", "50", "m2"),
    ("fr", "33 cl", "0.33", "L"),
    ("fr", "12 m3", "12000", "L"),
    ("fr", "24 heures de garde à vue", "86400", "s"),
    ("fr", "une durée : 1 h 45", "6300", "s"),
    ("fr", "pendant deux heures et dix minutes", "7800", "s"),
    ("fr", "130 km/h", "130", "km/h"),
    ("fr", "-5 °C", "-5", "°C"),
    ("fr", "12,5 %", "12.5", "%"),
    ("fr", "64 paquets", "64", "count"),
    ("fr", "QUATRE (4) paquets", "4", "count"),
    ("fr", "4 (quatre) cartons", "4", "count"),
    ("fr", "62 (soixante-deux mille) euros", "62000", "EUR"),
    ("fr", "trois gros sacs", "3", "count"),
    ("fr", "3 000 F", "3000", "FRF"),
    ("fr", "durée : 1 min 24", "84", "s"),
    ("fr", "durée : 1 min 24\n\n- Allô ?", "84", "s"),
    ("fr", "une parcelle de 42 ares", "4200", "m2"),
    ("fr", "onze brebis", "11", "count"),
    ("fr", "deux jeunes gens", "2", "count"),
    ("fr", "avec 138 contacts représentant", "138", "count"),
    ("fr", "l7 cartouches", "17", "count"),
    ("fr", "l8,6 g", "18.6", "g"),
    ("fr", "2,8l3 kg", "2.813", "kg"),
    ("en", "two small forklifts", "2", "count"),
    ("en", "three large laundry bags", "3", "count"),
    ("en", "three IC1 males", "3", "count"),
    ("fr", "un million de cigarettes", "1000000", "count"),
    ("fr", "saisie : 1 balance", "1", "count"),
    ("fr", "a refusé un (1) repas", "1", "count"),
    ("en", "twelve crewmen", "12", "count"),
    ("en", "They took 1 laptop", "1", "count"),
    ("en", "2m 41s", "161", "s"),
    ("en", "US$12,500", "12500", "USD"),
    ("en", "a hundred and forty quid", "140", "GBP"),
    ("en", "sold it over twenty-six months", "67392000", "s"),
    ("fr", "40 KF", "40000", "FRF"),
    ("fr", "3 000 DM", "3000", "DEM"),
    ("fr", "5 000 F CFA", "5000", "XOF"),
    ("fr", "200 000 pesetas", "200000", "ESP"),
    ("fr", "un million et demi d'euros", "1500000", "EUR"),
    ("fr", "un million d'euros", "1000000", "EUR"),
    ("fr", "une demi-douzaine de téléphones", "6", "count"),
    ("fr", "trois quarts de tonne", "750", "kg"),
    ("fr", "un quart d'heure", "900", "s"),
    ("fr", "un an, un mois et vingt-et-un jours", "35942400", "s"),
    ("fr", "64 Go", "64000000000", "B"),
    ("fr", "un solde de -1 250,00 €", "-1250", "EUR"),
    ("fr", "moins 5 degrés Celsius", "-5", "°C"),
    ("en", "$-99.99", "-99.99", "USD"),
    ("en", "75 USD million", "75000000", "USD"),
    ("en", "C$ 1.34", "1.34", "CAD"),
    ("en", "thirteen dollars forty five", "13.45", "USD"),
    ("en", "a quarter of a million dollars", "250000", "USD"),
    ("en", "35 lakh rupees", "3500000", "INR"),
    ("en", "5'10\"", "1.778", "m"),
    ("en", "5 ft 10", "1.778", "m"),
    ("en", "0.5k miles", "804672", "m"),
    ("en", "-4 °F", "-20", "°C"),
    ("en", "a 45-year-old", "1419120000", "s"),
    ("en", "half a ton", "500", "kg"),
    ("en", "two and a half tons", "2500", "kg"),
    ("en", "5 pounds of cocaine", "2.26796185", "kg"),
    ("en", "$1.5 million", "1500000", "USD"),
    ("en", "£2,000", "2000", "GBP"),
    ("en", "EUR 25,000", "25000", "EUR"),
    ("en", "$25k", "25000", "USD"),
    ("en", "twenty-five thousand dollars", "25000", "USD"),
    ("en", "thirteen dollars and forty-five cents", "13.45", "USD"),
    ("en", "a dozen packages", "12", "count"),
    ("en", "2 1/2 inches", "0.0635", "m"),
    ("en", "98.6 degrees Fahrenheit", "37", "°C"),
]


@pytest.mark.parametrize(("language", "text", "value", "unit"), AMOUNTS)
def test_an_exact_amount(language: str, text: str, value: str, unit: str) -> None:
    quantity = one(text, language)
    assert (quantity.low, quantity.high, quantity.unit) == (Decimal(value), Decimal(value), unit)
    assert not quantity.approximate
    assert quantity.currency == (unit if quantity.dimension == "money" else None)


RANGES = [
    ("fr", "de 300 à 360 kg", "300", "360", "kg", False),
    ("fr", "entre 36 et 44 kg", "36", "44", "kg", False),
    ("fr", "20-25 kg", "20", "25", "kg", False),
    ("fr", "cinq ou six kilos", "5", "6", "kg", False),
    ("fr", "300 g à 1 kg", "0.3", "1", "kg", False),
    ("fr", "entre 2 et 3 millions d'euros", "2000000", "3000000", "EUR", False),
    ("fr", "près de 40 kg", "40", "40", "kg", True),
    ("fr", "40 kg environ", "40", "40", "kg", True),
    ("fr", "une quarantaine de kilos", "40", "40", "kg", True),
    ("fr", "au moins 40 kg", "40", "Infinity", "kg", True),
    ("fr", "plus de 3 tonnes", "3000", "Infinity", "kg", True),
    ("fr", "moins de 5 grammes", "0", "5", "g", True),
    ("fr", "2 à 3 000 €", "2000", "3000", "EUR", False),
    ("fr", "de deux à trois cents kilogrammes", "200", "300", "kg", False),
    ("fr", "de cinq à cent kilos", "5", "100", "kg", False),
    ("fr", "une douzaine de kilos", "12", "12", "kg", True),
    ("fr", "leur valeur dépasse 70.000 francs", "70000", "Infinity", "FRF", True),
    ("fr", "de deux à trois mille euros", "2000", "3000", "EUR", False),
    ("fr", "de 1 à 10 000 euros", "1", "10000", "EUR", False),
    ("fr", "de 300 à 1 000 euros", "300", "1000", "EUR", False),
    ("fr", "entre un et deux millions d'euros", "1000000", "2000000", "EUR", False),
    ("fr", "deux, trois kilos", "2", "3", "kg", True),
    ("fr", "un ou deux kilos", "1", "2", "kg", False),
    ("fr", "un peu moins de 5 kg", "0", "5", "kg", True),
    ("fr", "pas plus de 12 kg", "0", "12", "kg", True),
    ("fr", "pas moins de 12 kg", "12", "Infinity", "kg", True),
    ("fr", "env. 50 kg", "50", "50", "kg", True),
    ("fr", "+/- 30 kg", "30", "30", "kg", True),
    ("fr", "une bonne dizaine de kilos", "10", "10", "kg", True),
    ("en", "8- to 16-meter", "8", "16", "m", False),
    ("en", "$5-10k", "5000", "10000", "USD", False),
    ("en", "-18 °C to -34 °C", "-34", "-18", "°C", False),
    ("en", "a couple of kilos", "2", "2", "kg", True),
    ("en", "just over 40 kg", "40", "Infinity", "kg", True),
    ("en", "36 to 44 kg", "36", "44", "kg", False),
    ("en", "between $2 and $3 million", "2000000", "3000000", "USD", False),
    ("en", "$20-25 million", "20000000", "25000000", "USD", False),
    ("en", "about 40 kg", "40", "40", "kg", True),
    ("fr", "pendant cinq bonnes minutes", "300", "300", "s", True),
    ("en", "up to 30 kg", "0", "30", "kg", True),
]


@pytest.mark.parametrize(("language", "text", "low", "high", "unit", "approximate"), RANGES)
def test_bounds_and_about(language: str, text: str, low: str, high: str, unit: str, approximate: bool) -> None:
    quantity = one(text, language)
    assert (quantity.low, quantity.high, quantity.unit) == (Decimal(low), Decimal(high), unit)
    assert quantity.approximate is approximate


GOODS = [
    ("fr", "360 kg de cocaïne", "cocaine", None),
    ("fr", "12 kg d'herbe de cannabis", "cannabis-herb", None),
    ("fr", "150 kilos nets de résine", "cannabis-resin", None),
    ("fr", "15 000 euros en espèces", "cash", None),
    ("fr", "une cinquantaine de sachets d'héroïne", "heroin", "bag"),
    ("fr", "64 paquets", None, "packet"),
    ("fr", "3 tonnes d'ananas", "ananas", None),
    ("fr", "deux cents plants de cannabis", "cannabis-plant", None),
    ("fr", "trois hommes", "person", None),
    ("en", "two armed men", "person", None),
    ("en", "40 bales of cocaine", "cocaine", "bale"),
    ("en", "two containers", None, "container"),
]


@pytest.mark.parametrize(("language", "text", "good", "container"), GOODS)
def test_what_it_is_of_and_in(language: str, text: str, good: str | None, container: str | None) -> None:
    quantity = one(text, language)
    assert (quantity.good, quantity.container) == (good, container)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Scellé UN : 0.234 kg, scellé DEUX : 1.250 kg", ["0.234", "1.25"]),
        ("Scellé UN : 0,234 kg, scellé DEUX : 1.250 kg", ["0.234", "1250"]),
        ("Scellé DEUX : 1.250 kg", ["1250"]),
        ("un lot de 0.234 kg à 1.250 €", ["0.234", "1250"]),
    ],
)
def test_the_numbers_of_a_page_say_which_mark_is_the_decimal_one(text: str, values: list[str]) -> None:
    assert [mention.quantity and mention.quantity.low for mention in read(text)] == [Decimal(value) for value in values]


def test_both_parts_of_a_distribution_are_kept() -> None:
    bales, each = read("12 ballots de 30 kg")
    assert bales.quantity is not None
    assert each.quantity is not None
    assert (bales.quantity.low, bales.quantity.container) == (12, "bale")
    assert (each.quantity.low, each.quantity.unit) == (30, "kg")


def test_words_and_digits_that_disagree_are_both_kept_and_doubted() -> None:
    (found,) = read("QUATRE (5) paquets de résine de cannabis")
    assert found.quantity is not None
    assert (found.quantity.low, found.quantity.high) == (4, 5)
    assert found.confidence < 0.5
    (money,) = read("DEUX MILLE EUROS (3 000 €)")
    assert money.quantity is not None
    assert (money.quantity.low, money.quantity.high) == (2000, 3000)
    assert money.confidence < 0.5


NOTHING = [
    "vu l'article 706-80 du code",
    "page 12 contenant",
    "à deux reprises",
    "il est venu trois fois",
    "le scellé n° 12 sachets",
    "En 2019 nous avons",
    "Flat 4 contains",
    "12 allées Jean Jaurès",
    "procès-verbal n° 2023/001234",
    "joignable au 06 12 34 56 78",
    "plaque AB-123-CD",
    "le 12 mai 2022 à 8 h 05",
    "folio D 123",
    "12 rue des Lilas",
    "scellé n° 4",
    "un homme est arrivé",
    "il répond d'un ton sec, avec un âcre plaisir",
    "le 5 l'homme est parti",
    "une pièce de 500 000",
    "https://exemple.test/a%20b%29",
]


@pytest.mark.parametrize("text", NOTHING)
def test_no_quantity_stands_here(text: str) -> None:
    assert [mention.span.exact for mention in read(text)] == []


@given(st.text(alphabet="0123456789 .,'/-kgm€$%()dehuntrois\n", max_size=200))
@settings(max_examples=300, deadline=None)
def test_any_text_is_read_and_low_is_never_above_high(text: str) -> None:
    for mention in read(text):
        assert mention.quantity is not None
        assert mention.quantity.low <= mention.quantity.high
        assert text[mention.span.start : mention.span.end] == mention.span.exact


@given(st.text(max_size=300))
@settings(max_examples=200, deadline=None)
def test_no_text_makes_it_fail(text: str) -> None:
    read(text)
    read(text, "en")


@pytest.mark.parametrize(
    "text", ["quatre-vingt-dix et des poussières", "90 kilos et des poussières", "90 et quelques euros"]
)
def test_and_some_is_about(text: str) -> None:
    (found,) = read(text)
    assert found.quantity is not None
    assert (found.quantity.low, found.quantity.approximate) == (90, True)


BASES = [
    ("fr", "poids brut de 34 kg", "gross"),
    ("fr", "Poids net : 32,5 kg", "net"),
    ("fr", "150 kilos nets", "net"),
    ("fr", "tare 1,5 kg", "tare"),
    ("fr", "1 000 € le kilo", "per kg"),
    ("fr", "35 €/g", "per g"),
    ("fr", "500 euros par semaine", "per week"),
    ("fr", "une pureté de 78 %", "purity"),
    ("fr", "23 % du prix", None),
    ("fr", "âgé de 34 ans", "age"),
    ("fr", "34 ans de prison", None),
    ("en", "gross weight 34 kg", "gross"),
    ("en", "30 kg each", "each"),
    ("en", "78% pure", "purity"),
    ("en", "£500 a week", "per week"),
    ("en", "29 years old", "age"),
    ("en", "Wilfred Cobb (44), of Bath", "age"),
    ("en", "STOKES, 61, could not be found", "age"),
]


@pytest.mark.parametrize(("language", "text", "basis"), BASES)
def test_what_it_is_counted_by(language: str, text: str, basis: str | None) -> None:
    assert one(text, language).basis == basis


BESIDE = [
    ("cocaïne : 12,5 kg", "cocaine"),
    ("45 kg (résine de cannabis)", "cannabis-resin"),
    ("de l'herbe de cannabis d'un poids total de 12 grammes", "cannabis-herb"),
    ("le suspect : 12 kg", None),
]


@pytest.mark.parametrize(("text", "good"), BESIDE)
def test_the_good_told_beside_a_weight(text: str, good: str | None) -> None:
    assert one(text).good == good
