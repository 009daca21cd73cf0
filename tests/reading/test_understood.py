"""Quantities that surroundings tell: slang, numbers alone, ages, cells of lists, and what a scan spoilt."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.reading.counted import read, told


@pytest.mark.parametrize(
    ("language", "text", "amounts"),
    [
        ("fr", "il l'a vendue 200 balles", ["200 EUR"]),
        ("fr", "il l'a vendue 200 balles, soit 3 000 francs en tout", ["200 FRF", "3000 FRF"]),
        ("fr", "un chargeur et 200 balles", ["200 count"]),
        ("en", "eight grand, £500 of it now", ["8000 GBP", "500 GBP"]),
        ("en", "a grand piano", []),
        ("en", "eight grand", ["8000 GBP"]),
        ("en", "a $10,000 fine", ["10000 USD"]),
        ("en", "millions of dollars", []),
        ("fr", "210 grarnmes", ["210 g"]),
        ("fr", "il y en avait trois.", ["3 count"]),
        ("en", "It was late. Nine were found empty.", ["9 count"]),
    ],
)
def test_slang_and_what_stands_alone(language: str, text: str, amounts: list[str]) -> None:
    assert [amount for _, amount, _ in told(text, language)] == amounts


ALONE = [
    ("fr", "Il touchait 200 euros par voyage. Après c'est monté à 350.", ["200 EUR", "350 EUR"]),
    ("fr", "Combien y avait-il dans l'enveloppe ?\nR – Quatre mille. En billets de cinquante.", ["4000 EUR", "50 EUR"]),
    ("fr", "J'ai compté l'argent : trois mille huit.", ["3800 EUR"]),
    ("en", "Fourteen fifty a month. The mortgage is six-forty. Born in nineteen eighty.", ["1450 GBP", "640 GBP"]),
    ("en", "It killed 12 and wounded 30. I phoned 101. Copy 2 of 3.", ["12 count", "30 count"]),
    ("fr", "Ils ont interpellé six hommes et blessé deux autres.", ["6 count", "2 count"]),
    ("en", "We treated 114 on Monday, 96 on Tuesday.", ["114 count", "96 count"]),
    ("fr", "Sur 312 vols, 47 seulement ont été élucidés.", ["312 count", "47 count"]),
    ("en", "It is six hours away, four if the bridge holds.", ["21600 s", "14400 s"]),
    ("fr", "Combien de voyages ? Une dizaine. Non, onze.", ["10 count", "11 count"]),
    ("fr", "Tu me dois 2000 euros, j'ai que 1800. Il a acheté en 2000.", ["2000 EUR", "1800 EUR"]),
    ("en", "Can you do ten? I can do six. Same price, thirty-one grand each.", ["10 count", "6 count", "31000 GBP"]),
    ("en", "60 boxes, 2 quid a box.\n29-05-2022 17:31 QUAY9: done. 58. bye", ["60 count", "2 GBP", "58 count"]),
    ("en", "a male, about 30. The brothers, who are 29 and 34, rang.", ["946080000 s", "914544000 s", "1072224000 s"]),
    ("en", "We have two kids, four and seven.", ["2 count", "126144000 s", "220752000 s"]),
    ("fr", "L'entretien a duré 1 h 20.", ["4800 s"]),
    ("fr", "MOREL est condamné à douze ans, LAHAYE à sept.", ["378432000 s", "220752000 s"]),
    ("en", "The first part of £5,000 is due, the second of 10,000 by June.", ["5000 GBP", "10000 GBP"]),
    ("fr", "Le plafond de 1 500 € a été porté à 3 000.", ["1500 EUR", "3000 EUR"]),
    ("fr", "Il recevait 400 euros par semaine, puis 600.", ["400 EUR", "600 EUR"]),
    ("fr", "Il doit 28 400 €, dont 8 000 de provision.", ["28400 EUR", "8000 EUR"]),
    ("en", "three pallets, 12 of shoes, 40 of mixed toys", ["3 count", "12 count", "40 count"]),
    ("en", "He stayed six days, four of them in bed.", ["518400 s", "345600 s"]),
    ("en", "1,012.6 grams gross; 996.2 net.", ["1012.6 g", "996.2 g"]),
    ("en", "Invoice $18,420.55, balance 11,499.52 due.", ["18420.55 USD", "11499.52 USD"]),
    ("en", "You owe me fifteen five, bro.", ["15500 GBP"]),
    ("fr", "Douze colis ; neuf étaient conformes, trois non.", ["12 count", "9 count", "3 count"]),
    ("fr", "Côtes fracturées : 6 à droite, 4 à gauche.", ["6 count", "4 count"]),
    ("fr", "450 les deux. 250 l'une. 3 fois 500.", ["450 EUR", "250 EUR", "500 EUR"]),
    ("fr", "Les 12 colis sont là. Le manifeste en annonçait 340.", ["12 count", "340 count"]),
    ("en", "A crew of seven offered no resistance.", ["7 count"]),
    ("en", "We met twelve crewmen. Nine said so. You say that only ten arrived.", ["12 count", "9 count", "10 count"]),
    ("en", "Five guards fell ill last week, 23 in April.", ["5 count", "23 count"]),
    ("fr", "Cent vingt kilos au départ, 98 au coffre.", ["120 kg", "98 kg"]),
    ("fr", "Sac A : 40 comprimés. Sac B : 55. Zone C : 3.", ["40 count", "55 count"]),
    ("fr", "Condamné à dix, puis à huit mois.", ["315360000 s", "20736000 s"]),
    ("en", "He pays on arrival, twenty thousand, not before.", ["20000 GBP"]),
    ("fr", "On a compté l'argent : il y avait 24 600.", ["24600 EUR"]),
    ("fr", "Vingt palettes ; ils en mettent deux à part.", ["20 count", "2 count"]),
    ("fr", "Douze valises ; les deux autres sont restées là.", ["12 count", "2 count"]),
    ("en", "seventy loaves instead of a hundred.", ["70 count", "100 count"]),
    ("en", "Total events 1,204: 388 calls.", ["1204 count", "388 count"]),
    ("en", "There are nine sacks in the barn.\nNine? Should be eleven.", ["9 count", "9 count", "11 count"]),
    ("en", "27-05-2022 11:05 QUAY9: theres 60 boxes\n27-05-2022 11:09 QUAY8: 60?? ok", ["60 count", "60 count"]),
    ("en", "Of 58 loads, 41 left; seventeen, or 29 per cent, did not.", ["58 count", "41 count", "17 count", "29 %"]),
    ("en", "Spent: USD 212 of 350. Three calls of four.", ["212 USD", "350 USD", "3 count", "4 count"]),
    ("en", "Six boxes. Q: What time? A: Ten. Q: What floor? A: Four.", ["6 count"]),
    ("fr", "Il a payé un euro symbolique. Un franc succès.", ["1 EUR"]),
    ("en", "She paid a tenner, two fivers and a grand. A grand piano.", ["10 GBP", "10 GBP", "1000 GBP"]),
    ("en", "He got two-fifty in pounds.", ["250 GBP"]),
    ("fr", "Il a laissé quarante chez le voisin. On avait dit cinquante !", ["40 count", "50 count"]),
    ("fr", "Six cartons sont arrivés. Elle en a vendu deux à son frère.", ["6 count", "2 count"]),
    ("fr", "Combien de kilos ? — Une quinzaine.", ["15 kg"]),
    ("fr", "Tu me dois déjà 180, rends-les.", ["180 EUR"]),
    ("fr", "18 camions sortis au lieu de 20.", ["18 count", "20 count"]),
    ("fr", "5 g pour moi et 10 pour Greg", ["5 g", "10 g"]),
    ("fr", "Le nombre de palettes était de 46.", ["46 count"]),
    ("fr", "en coupures de 5, 10 et 20 euros", ["5 EUR", "10 EUR", "20 EUR"]),
    ("fr", "mis en quarantaine", []),
    ("fr", "une liasse de 50 et deux billets de 200", ["50 EUR", "2 count", "200 EUR"]),
    ("fr", "C'est combien ? — Trente mille. — Je mets pas plus de vingt.", ["30000 EUR", "0 EUR"]),
    ("fr", "Ils étaient une quinzaine, peut-être vingt.", ["15 count", "20 count"]),
    ("fr", "Photographies : 24. Scellés : 4.", ["24 count"]),
    ("fr", "Je t'en prends trois cents euros. — Vingt-huit. — Et cinq de plus.", ["300 EUR", "28 EUR", "5 EUR"]),
    ("fr", "C'est deux mille la paire ou douze cents pièce, en euros.", ["2000 EUR", "1200 EUR"]),
    ("fr", "Un kilo deux, non, trois cents grammes.", ["1.2 kg", "300 g"]),
    ("fr", "une cinquantaine de mètres, peut-être soixante.", ["50 m", "60 m"]),
    ("fr", "Ouvert 24h/24 et 7j/7.", []),
    ("fr", "2. Auditions 3. Perquisitions", []),
    ("en", "They split £40,000; his share was twelve.", ["40000 GBP", "12000 GBP"]),
    ("en", "He served nearly nine of his fourteen years.", ["283824000 s", "441504000 s"]),
    ("en", "17 out of 20 samples", ["17 count", "20 count"]),
    ("en", "They want fifty boxes up front and fifty on the day", ["50 count", "50 count"]),
    ("en", "Rooms 4, 5 and 6 were empty.", []),
    ("en", "bonds of 3 / 4 %", ["4 %"]),
    ("en", "one dollar and one point", ["1 USD"]),
    ("fr", "Les pains sont là ? Douze sacs. Cent chacun.", ["12 count", "100 count"]),
    ("fr", "- LE GREC : Quatre-vingt-quatorze. Pas cent.", ["94 count"]),
    ("fr", "Q : Combien de sacs ? R : Trois, peut-être quatre.", ["3 count", "4 count"]),
    ("fr", "Combien vous a-t-il remis ? Environ deux cents.", ["200 EUR"]),
    ("fr", "J'ai compté l'argent : 2 450.", ["2450 EUR"]),
    ("fr", "Je lui ai donné 50 pour l'essence.", ["50 EUR"]),
    ("en", "Q. How many bags? A. I think three.", ["3 count"]),
    ("en", "It came to nine kilograms, of which 7.2 was cocaine.", ["9 kg", "7.2 kg"]),
    ("en", "The firm had debts of 1.4 million, he said.", ["1400000 GBP"]),
    ("fr", "Quatre des six personnes sont reparties.", ["4 count", "6 count"]),
    ("en", "She gave him twenty pounds, then another forty.", ["20 GBP", "40 GBP"]),
    ("en", "Eight hundred a week, no questions.", ["800 GBP"]),
    ("en", "We found 17 persons in the hold, eleven of them minors.", ["17 count", "11 count"]),
    ("en", "He bought it and sold it for 45.", ["45 GBP"]),
    ("en", "Of the 48 packages, 46 were intact.", ["48 count", "46 count"]),
    ("fr", "un bateau qui en vaut la peine, le dix", []),
    ("fr", "À Dakar, il a remis deux mille francs.", ["2000 XOF"]),
    ("en", "We counted forty-six boxes, should have been fifty.", ["46 count", "50 count"]),
    ("en", "She asks for eight grand, he offers five, in euros.", ["8000 EUR", "5000 EUR"]),
    ("en", "Nine kilos went to the garage, not six.", ["9 kg", "6 kg"]),
    ("en", "How many were there? Five or six. Never more than eight.", ["5 count", "8 count"]),
    ("en", "He promised 2k more in January", ["2000 GBP"]),
    ("en", "How old is he? Twelve.", ["378432000 s"]),
    ("en", "The figure for last year was four, down from eleven.", ["4 count", "11 count"]),
    ("en", "See Alder v. Birch, 478 U.S. 714.", []),
    ("en", "He will come about eight in the morning, at ten, or after twelve.", []),
]


@pytest.mark.parametrize(("language", "text", "amounts"), ALONE)
def test_a_number_alone_counts_what_its_surroundings_say(language: str, text: str, amounts: list[str]) -> None:
    assert sorted(amount for _, amount, _ in told(text, language)) == sorted(amounts)


YEAR = 31_536_000
AGES = [
    ("en", "Tavin Orle, Belgian, 38, who drove", [38]),
    ("en", "3 children (ages 2, 5 and 9)", [2, 5, 9]),
    ("en", "two boys aged twelve and fourteen", [12, 14]),
    ("en", "Jesus, he's sixteen.", [16]),
    ("en", "He is 63 and serves his time.", [63]),
    ("en", "a man aged about 60", [60]),
    ("en", "a shop in Station Road, 12, a house", []),
    ("en", "he was two hours late", []),
    ("fr", "un homme, la cinquantaine, casquette", [50]),
    ("fr", "Âge apparent : 40", [40]),
    ("fr", "âgés de 16, 17 et 19 ans", [16, 17, 19]),
]


@pytest.mark.parametrize(("language", "text", "years"), AGES)
def test_ages(language: str, text: str, years: list[int]) -> None:
    found = [m.quantity for m in read(text, language) if m.quantity and m.quantity.dimension == "duration"]
    assert [quantity.low for quantity in found if quantity.low % YEAR == 0] == [age * YEAR for age in years]


def test_ages_have_bounds() -> None:
    (between,) = read("a man aged between 40 and 50", "en")
    (over,) = read("Age: over 18", "en")
    assert between.quantity is not None
    assert over.quantity is not None
    assert (between.quantity.low, between.quantity.high) == (40 * YEAR, 50 * YEAR)
    assert (over.quantity.low, over.quantity.high) == (18 * YEAR, Decimal("Infinity"))


LISTED = [
    (
        "fr",
        "Article  Objet  Attendu  Compté\nA-01  sachets de poudre  64  61\nA-04  résine, en grammes  5 250  4 870",
        ["64 count", "61 count", "5250 g", "4870 g"],
    ),
    ("fr", "Scellé | Nature | Poids brut (g)\nS1 | résine | 1 250,5\nS2 | cocaïne | 98", ["1250.5 g", "98 g"]),
    (
        "en",
        "Day        Dialled         Dur.\n1 May   07700 900371   0:02:10\n2 May   01632 960777   0:0O:40",
        ["130 s", "40 s"],
    ),
    ("fr", "Relevé de compte\n12/03  VIR DUPONT   1 200,00\n13/03  CB LIDL   45,90", ["1200 EUR", "45.9 EUR"]),
    ("en", "Qty  Item  Unit price\n4  Pallets  12.50\n2  Straps  3.00", ["4 count", "12.5 GBP", "2 count", "3 GBP"]),
    ("fr", "Durée : 00:03:12 puis durée : 2'15", ["192 s", "135 s"]),
    ("fr", "Nom  Numéro  Tél.\nMorel  12  31\nRenaud  14  32", []),
]


@pytest.mark.parametrize(("language", "text", "amounts"), LISTED)
def test_the_head_of_a_column_and_the_shape_of_a_sum_give_the_unit(
    language: str, text: str, amounts: list[str]
) -> None:
    assert [amount for _, amount, _ in sorted(told(text, language), key=lambda one: text.index(one[0]))] == amounts


SPOILT = [
    ("fr", "lO kg, lOO euros, 4S0 euros", ["10 kg", "100 EUR", "450 EUR"]),
    ("fr", "trente ki1os", ["30 kg"]),
    ("fr", "O,25 g puis l.250 kg", ["0.25 g", "1250 kg"]),
    ("fr", "2l sacs et 3l d'eau", ["21 count", "3 L"]),
    ("fr", "quarante-\ncinq sachets", ["45 count"]),
    ("fr", "O2 téléphone à Sierra", []),
    ("en", "£l,500, £I2,000", ["1500 GBP", "12000 GBP"]),
    ("en", "e1ght bags", ["8 count"]),
]


@pytest.mark.parametrize(("language", "text", "amounts"), SPOILT)
def test_what_a_scan_spoilt_is_put_right_where_it_measures(language: str, text: str, amounts: list[str]) -> None:
    assert [amount for _, amount, _ in told(text, language)] == amounts
