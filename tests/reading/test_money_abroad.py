"""Sums as English is written in many countries, and numbers that a page of one of them leaves alone."""

from __future__ import annotations

import pytest

from tests.reading.counted import told


def amounts(text: str) -> list[tuple[str, str]]:
    return [(words, value) for words, value, _ in told(text, "en")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Robbed of TT$6,350.00 and $100 notes", [("TT$6,350.00", "6350 TTD"), ("$100", "100 TTD")]),
        ("He lost GH¢28,600 and GH₵150.", [("GH¢28,600", "28600 GHS"), ("GH₵150", "150 GHS")]),
        (
            "HK$900 and HK$800, US$20,000, $50",
            [
                ("HK$900", "900 HKD"),
                ("HK$800", "800 HKD"),
                ("US$20,000", "20000 USD"),
                ("$50", "50 HKD"),
            ],
        ),
        (
            "At Kampala she took Ug. Shs. 1,500,000/= and Shs. 600,000.",
            [
                ("Ug. Shs. 1,500,000/=", "1500000 UGX"),
                ("Shs. 600,000", "600000 UGX"),
            ],
        ),
        ("Rs. 6,000/- was found", [("Rs. 6,000/-", "6000 INR")]),
        ("In Lusaka he got K4,500 and K200 more.", [("K4,500", "4500 ZMW"), ("K200", "200 ZMW")]),
        (
            "In Windhoek N$900 was stolen; in Gaborone, Botswana, P3,200.",
            [("N$900", "900 NAD"), ("P3,200", "3200 BWP")],
        ),
        (
            "In Durban a bag with R18 740-00 and R450 was found on the R300.",
            [("R18 740-00", "18740 ZAR"), ("R450", "450 ZAR")],
        ),
        ("In Nairobi he asked for 2,000 bob.", [("2,000 bob", "2000 KES")]),
        ("I get two hundred bucks a dive, in Sydney, Australia.", [("two hundred bucks", "200 AUD")]),
        (
            "In Canada, he weighs ninety pounds. I gave him thirty-eight grand.",
            [
                ("ninety pounds", "40.8233133 kg"),
                ("thirty-eight grand", "38000 CAD"),
            ],
        ),
        ("We paid €900 and 61 thousand was moved on.", [("€900", "900 EUR"), ("61 thousand", "61000 EUR")]),
        ("room K200 and the boat N900 of Leeds", []),
    ],
)
def test_sums_of_many_countries(text: str, found: list[tuple[str, str]]) -> None:
    assert amounts(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Five held over thefts", [("Five", "5 count")]),
        ("They were found. The five are expected in court.", [("five", "5 count")]),
        ("They were found. All four have been charged.", [("four", "4 count")]),
        ("318 pre-registered SIM cards", [("318 pre-registered SIM cards", "318 count")]),
        ("Axes   6 Nos.   Phone   1 No.   Mark", [("6 Nos.", "6 count"), ("1 No.", "1 count")]),
        (
            "What do they weigh? Twenty-two, twenty-three pounds each.",
            [("Twenty-two, twenty-three pounds", "9.97903214 kg")],
        ),
        ("My nephew's 17. He feared for his daughter (14).", [("17", "536112000 s"), ("14", "441504000 s")]),
        ("3.3 Ms. Okello spoke", []),
        ("She left with the five of hearts.", []),
    ],
)
def test_numbers_alone_of_english_pages(text: str, found: list[tuple[str, str]]) -> None:
    assert amounts(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Lahore, Sindh, Karachi: Rs. 5,000/- each.", [("Rs. 5,000/-", "5000 PKR")]),
        ("Masterton, Pahiatua: he got $1500.", [("$1500", "1500 NZD")]),
        ("He flew to Masterton with $1500.", [("$1500", "1500 USD")]),
        ("No Name\n1   loose leaf\n2   cutter\n3   cash box\n", []),
        ("Accused 2 was driving. Respondent 3 left.", []),
    ],
)
def test_whose_money_a_page_of_a_country_means_and_numbers_of_rows(text: str, found: list[tuple[str, str]]) -> None:
    assert amounts(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Il a saisi 41.400 DA et 1.284.500 FC.", ["41400 DZD", "1284500 CDF"]),
        ("au lieu de 158 F CFP", ["158 XPF"]),
        ("un chalutier à 4,5 milles de la côte", ["8334 m"]),
    ],
)
def test_units_of_french_pages_abroad(text: str, found: list[str]) -> None:
    assert [value.replace(".0 ", " ") for _, value, _ in told(text)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("In Jamaica, at Portmore, the $48-million deal; US$900 more.", ["48000000 JMD", "900 USD"]),
        (
            "EFCC, Lagos, Nigeria: got N96 million, carried $70,000, then 40k.",
            ["96000000 NGN", "70000 USD", "40000 NGN"],
        ),
        ("From Nagpur, India: 2.15 crore is gone.", ["21500000 INR"]),
        ("In Multan, Pakistan, 18 lac each.", ["1800000 PKR"]),
        ("Lilongwe, Malawi: MK 90,000; Banjul is far.", ["90000 MWK"]),
        ("In Suva, Fiji, Fiji police found $640 and FJ$20.", ["640 FJD", "20 FJD"]),
        (
            "SAPS 22 no. B 1170; Pallets 3 and 4 show rust; 3 R5 rifles, two IBCs",
            ["3 count", "2 count"],
        ),
        ("within ten working days, two kilos, roughly. Took 1 key", ["864000 s", "2 kg", "1 count"]),
    ],
)
def test_sums_of_more_countries(text: str, found: list[str]) -> None:
    assert [value for _, value in amounts(text)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("À Toamasina, Madagascar, il a remis 90 000 Ar.", ["90000 MGA"]),
        ("À Nouadhibou, Mauritanie : 70 000 MRU puis 3 000 UM", ["70000 MRU", "3000 MRU"]),
        ("À Ebolowa, Cameroun, 700 F CFA", ["700 XAF"]),
        ("À Sousse, Tunisie, 9,250 dinars la tonne, 4 millions de dinars", ["9.25 TND", "4000000 TND"]),
        ("À Tanger, Maroc, 90 balles de friperie", ["90 count"]),
        ("À Lausanne, Suisse, CHF 3 mio", ["3000000 CHF"]),
        ("Colis (3,1 et 4,6 kg)", ["3.1 kg", "4.6 kg"]),
        ("Jour         Heure      Motif      Somme (Ar)\n02/03/2022   09:15      vente      40 000\n", ["40000 MGA"]),
    ],
)
def test_sums_of_french_pages_abroad(text: str, found: list[str]) -> None:
    assert [value for _, value, _ in told(text)] == found
