"""Telephones and registration plates: how each country writes them, and digits that are none."""

from __future__ import annotations

import pytest

from tests.reading.identified import seen, values_of


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Tél. 06 39 98 04 17.", ("06 39 98 04 17", "+33639980417")),
        ("Tél. 06.39.98.04.17", ("06.39.98.04.17", "+33639980417")),
        ("portable 0639980417 hors service", ("0639980417", "+33639980417")),
        ("le 01-99-00-62-15 a sonné", ("01-99-00-62-15", "+33199006215")),
        ("sur le +33 6 39 98 04 17", ("+33 6 39 98 04 17", "+33639980417")),
        ("sur le 0033 6 39 98 04 17", ("0033 6 39 98 04 17", "+33639980417")),
        ("le +33 (0)6 39 98 04 17 ne répond pas", ("+33 (0)6 39 98 04 17", "+33639980417")),
        ("un numéro belge, +32 470 12 34 56", ("+32 470 12 34 56", "+32470123456")),
    ],
)
def test_telephones(text: str, found: tuple[str, str]) -> None:
    assert seen(text, "phone") == [found]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("call 07700 900123 now", "+447700900123"),
        ("phone (555) 013-4477", None),
        ("phone 202-555-0143", "+12025550143"),
    ],
)
def test_national_numbers_of_english_pages(text: str, value: str | None) -> None:
    assert [normalised for _, normalised in seen(text, "phone", english=True)] == ([value] if value else [])


@pytest.mark.parametrize(
    "text",
    [
        "le 06 12 34 5 6 78",
        "le 01/02/2023 à 06 h 07",
        "PV n° 0612345678/23",
        "SIREN 0612345678",
        "du 01 02 2023 au 03 04 2023",
        "IBAN FR76 3000 6000 0112 3456 7890 189",
        "06 12 34 56 78 90 12",
        "1.06.12.34.56.78",
        "montant : 06 12 34 56 78,50",
    ],
)
def test_digits_that_are_no_telephone(text: str) -> None:
    assert seen(text, "phone") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("immatriculé YY-552-OI", ("YY-552-OI", "YY-552-OI")),
        ("le véhicule AB 123 CD", ("AB 123 CD", "AB-123-CD")),
        ("une Clio 1234 AB 56 blanche", ("1234 AB 56", "1234 AB 56")),
        ("immatriculée en Belgique 1-ABC-234", ("1-ABC-234", "1ABC234")),
        ("registration AB12 CDE", ("AB12 CDE", "AB12CDE")),
    ],
)
def test_plates(text: str, found: tuple[str, str]) -> None:
    assert seen(text, "plate") == [found]


@pytest.mark.parametrize("text", ["1500 KG 13", "réf. AB 123 CD", "le 2023 EUR 56", "page AB-12-CD", "lot 360 KG 12"])
def test_what_is_no_plate(text: str) -> None:
    assert seen(text, "plate") == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("le 06/39/98/04/17", "+33639980417"),
        ("appeler le (+33) 6 39 98 04 17", "+33639980417"),
        ("ligne 33639980417", "+33639980417"),
        ("référence 33639980417", None),
        ("numéro appelant : 212661234567", "+212661234567"),
        ("folios 06 12 34 56 78", None),
        ("01 02 03 04 05", None),
        ("compte bancaire numéro 00461289743", None),
    ],
)
def test_other_ways_of_writing_a_telephone(text: str, value: str | None) -> None:
    assert [normalised for _, normalised in seen(text, "phone")] == ([value] if value else [])


def test_the_country_of_the_page_gives_out_its_telephones() -> None:
    told = "Dakar, commissariat central. Joignable au 77 123 45 67."
    assert seen(told, "phone") == [("77 123 45 67", "+221771234567")]
    assert seen("Joignable au 77 123 45 67.", "phone") == []
    assert seen("Envoi vers Dakar, de Paris. Joignable au 77 123 45 67.", "phone") == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("En Allemagne, la ligne 06-39-98-04-17 a sonné.", ["+33639980417"]),
        ("En Allemagne, la ligne 0261.91.44.10 a sonné.", ["+33261914410"]),
        ("Le poste (03) 53 01 22 19 ne répond plus.", ["+33353012219"]),
    ],
)
def test_a_country_named_does_not_take_french_telephones(text: str, values: list[str]) -> None:
    assert [value for _, value in seen(text, "phone")] == values


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("call 1-202-555-0143", "+12025550143"),
        ("call (202) 555 0143", "+12025550143"),
        ("NHS number 943 476 5919", None),
    ],
)
def test_american_layouts(text: str, value: str | None) -> None:
    assert [normalised for _, normalised in seen(text, "phone", english=True)] == ([value] if value else [])


@pytest.mark.parametrize(
    ("text", "english", "values"),
    [
        ("A gray Tacoma, KLM 4479, registered to his mother.", True, ["KLM4479"]),
        ("a truck seen in MAY 2021, flight KLM 4479.", True, []),
        ("plaque relevée à l'arrêt : WGM 7K29.", False, ["WGM7K29"]),
        ("Two trucks, KCX 482R and KDB 517T, and a motorcycle KMFB 220X", True, ["KCX482R", "KDB517T", "KMFB220X"]),
        (
            "a white ute (1AB 2CD), a Hilux CA 482-119, the bus MH 12 AB 4821",
            True,
            ["1AB2CD", "CA482119", "MH12AB4821"],
        ),
        ("a BMW X5 M50, a Golf GTI 2018, a Mercedes GLC 220, the truck carried 4500 KG", True, []),
        ("vehicle form VIF 1204, car policy ABC 12345, a van, exhibit KL 1204, on FM 1960", True, []),
        ("un pick-up, B 482119, suivi d'une Audi, VD 482 119", False, ["B482119", "VD482119"]),
    ],
)
def test_plates_of_other_countries(text: str, english: bool, values: list[str]) -> None:
    assert [value for _, value in seen(text, "plate", english=english)] == values


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Nairobi. Participants: Otieno (0712 550148), Wafula", "+254712550148"),
        ("Les ventes, à Casablanca. Écoute du 06 61 55 01 48 demain.", "+212661550148"),
        ("Il vit au Québec, cell. 418-555-0164.", "+14185550164"),
        ("Nairobi, order 0712 550148 99 of the day", None),
        ("le lot 0712 550148 de Paris", None),
    ],
)
def test_telephones_of_the_country_of_a_page(text: str, value: str | None) -> None:
    assert [normalised for _, normalised in seen(text, "phone")] == ([value] if value else [])


def test_a_plate_is_whole_and_of_a_vehicle() -> None:
    def plates(text: str) -> list[str | None]:
        return values_of(text, "plate")

    assert plates("Idaho plate 1A 774KX; a VW Polo with registration NUF 24871") == ["1A774KX", "NUF24871"]
    assert plates("I send him in tempo MH 43 AX 4187; a Maruti, No. MH-15-GF-4418") == ["MH43AX4187", "MH15GF4418"]
    assert plates("The bowser GVP 016 was empty. He drove a Quantum, CAW 44178.") == ["GVP016", "CAW44178"]
    assert plates("a silver Octavia, reg\nJGZ 4418, and a Kia, AS 1187-X; truck KYB 118 left at 7") == [
        "JGZ4418", "AS1187X", "KYB118",
    ]  # fmt: skip
    assert plates("DIXON: What's the rego?\nSHAW: Yeah, 1ABC 234, it's hers. The Hilux, rego D 47 XK") == [
        "1ABC234",
        "D47XK",
    ]
    assert plates("Is it a Golf? Yeah, GTI 118. The plates? Four. He drives a BMW 320.") == []
    assert plates("The vessel with registration number RU 441827 and the yacht, registered as MT 4418") == []
    assert plates("He drove to junction 14. A SWIFT code DEUT 123. The driver's licence HGV 4471") == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Police de Charleroi, Belgique : Nathalie (0475/55.44.19)", ["+32475554419"]),
        ("À Antananarivo, Madagascar, pour aider : 034 44 182 07", ["+261344418207"]),
        ("Sûreté du Québec : Me Tremblay au 819 555-0177 à 6 h 05, appel", ["+18195550177"]),
        ("dossier 218 555-0162 au Québec", []),
    ],
)
def test_numbers_as_more_countries_write_them_at_home(text: str, values: list[str]) -> None:
    assert [value for _, value in seen(text, "phone")] == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Joignable au 0692 11 22 33.", ["+262692112233"]),
        ("Tél. 06 94 11 22 33 (Cayenne)", ["+594694112233"]),
        ("Tél. 05 96 11 22 33", ["+596596112233"]),
        ("06 39 98 12 34, 06 95 11 22 33", ["+33639981234", "+33695112233"]),
        ("loloV6     0470/55.01.31     Loris", ["+32470550131"]),
    ],
)
def test_numbers_overseas_and_of_belgium_tell_their_country(text: str, values: list[str]) -> None:
    assert [normalised for _, normalised in seen(text, "phone")] == values


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Phone: O212-555Ol8.", "O212-555Ol8"),
        ("tél. 825.l7.O2", "825.l7.O2"),
        ("ligne l2 34", None),
        ("Mob l ami", None),
    ],
)
def test_an_announced_number_that_a_scan_spoilt_is_kept_as_it_stands(text: str, value: str | None) -> None:
    assert values_of(text + " é", "phone") == ([value] if value else [])


def test_a_receipt_beside_a_vehicle_has_no_plate() -> None:
    assert values_of("Vehicle detained, receipt VP 0093.", "plate") == []
    assert values_of("a tanker, WX19 RLO", "plate") == ["WX19RLO"]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Tribunal d'Abidjan, Abengourou. Daloa, Bouaké. Contact : 07 58 55 01 19", ["+2250758550119"]),
        ("Parakou, Cotonou, Bénin, Malanville. 3   S    01 66 55 01 90", ["+2290166550190"]),
        ("Paris. Il revient de Cotonou, Bénin, Parakou, Malanville. 01 66 55 01 90", ["+33166550190"]),
        ("Nouméa. tél. 75 01 18", ["+687750118"]),
        ("Luxembourg. Lors de l'appel du 30.10.2023", []),
        ("LAYTON's phone, 0491 570 156", ["+61491570156"]),
        ("his mobile (94555 00417) rang", ["+919455500417"]),
        ("Nairobi, Kenya: sent to PETER 0712550418", ["+254712550418"]),
    ],
)
def test_numbers_without_a_prefix_are_of_the_country_of_their_page(text: str, values: list[str]) -> None:
    assert values_of(text, "phone") == values


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("compte SN82 SN09 9010 0200 4451 7733 0842", ["SN82SN0990100200445177330842"]),
        ("compte SN83 SN09 9010 0200 4451 7733 0842", []),
        ("compte MA88 2256 4001 7700 4418 3352 0199", ["MA88225640017700441833520199"]),
    ],
)
def test_accounts_of_countries_that_are_in_no_registry(text: str, found: list[str]) -> None:
    assert values_of(text, "iban") == found


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Police de Dakar. Fatou (76 555 02 17, vue la veille) a nié", "+221765550217"),
        ("Douala, Cameroun : son 6 75 55 02 17 sonne", "+237675550217"),
        ("Greffe de Koudougou, Burkina Faso\nTél. du greffe : 25 55 02 17", "+22625550217"),
        ("Douanes d'Anvers, Belgique\nT 03 555 02 17", "+3235550217"),
        ("SAPS Durban, South Africa: OUT 031 555 0217   19 s", "+27315550217"),
        ("Customs, Tauranga, New Zealand | 07 555 0217", "+6475550217"),
        ("He came from Pune, India. 98225 50217 is hers", "+919822550217"),
        ("a line, 868-555-0217, in Arima", "+18685550217"),
        ("Nairobi, Kenya: CELL\n15/05/2021 06:12", None),
    ],
)
def test_telephones_at_home(text: str, value: str | None) -> None:
    assert values_of(text, "phone") == ([value] if value else [])


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("un Land Cruiser AM-2093-MD, loué", "AM2093MD"),
        ("la pelle a suivi le camion 2093AC99 au port", "2093AC99"),
        ("sur une Isuzu, 2093 TU 144.", "2093TU144"),
        ("une Toyota RAV4 RC 2093 AF est partie", "RC2093AF"),
        ("scooter 209 344 P volé à Faaa", "209344P"),
        ("the prime mover XD 2093 K left", "XD2093K"),
        ("a Kenworth (PRB209) and a trailer", "PRB209"),
        ("a white Polo ND 209 344", "ND209344"),
        ("a Toyota Mark X, 2093 GR", None),
        ("the car park, 12 AM", None),
        ("une moto et 2093 kg de riz", None),
    ],
)
def test_plates_of_more_countries(text: str, value: str | None) -> None:
    assert values_of(text, "plate") == ([value] if value else [])


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Two men came on a motor, M-19-GT 2208, at dusk.", ["M19GT2208"]),
        ("Grey Hilux T204-KLB stops at the quay.", ["T204KLB"]),
        (
            "Deux camions franchissent le pont sans s'arrêter. Relevé LT 2093 KM et OU 118 AC, de nuit.",
            ["LT2093KM", "OU118AC"],
        ),
        ("Relevé LT 2093 KM au compteur de la pompe.", []),  # no vehicle
    ],
)
def test_plates_that_somebody_took_down(text: str, values: list[str]) -> None:
    assert values_of(text, "plate") == values
