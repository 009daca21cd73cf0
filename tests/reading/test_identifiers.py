"""Identifiers: what their shapes and checksums prove, and what only looks like one."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from greffier.reading.identifiers import Identifiers, find_identifiers
from greffier.records import Mention, Page, Piece
from tests.reading.identified import read, seen, values_of


def test_an_iban_over_blanks_and_lines() -> None:
    text = "IBAN FR76 9941 7002 3000 0417\n0230 186 au nom de la SARL"
    assert seen(text, "iban") == [("FR76 9941 7002 3000 0417\n0230 186", "FR7699417002300004170230186")]


def test_an_iban_after_the_code_of_its_bank() -> None:
    told = "BIC ULSBIE2D. IBAN IE57 AIBK 1440 2426 4628 89. 12 Feb"
    assert seen(told, "iban", english=True) == [("IE57 AIBK 1440 2426 4628 89", "IE57AIBK14402426462889")]


def test_an_iban_is_repaired_by_its_checksum_alone() -> None:
    assert [value for _, value in seen("FR76 9941 7OO2 3000 0417 0230 186", "iban")] == ["FR7699417002300004170230186"]
    assert seen("FR76 9941 7002 3000 0417 0230 187", "iban") == []


def test_containers_need_their_check_digit_or_the_word() -> None:
    assert seen("QZXU 204817 2", "container") == [("QZXU 204817 2", "QZXU2048172")]
    assert seen("référence QZXU 204817 3", "container") == []
    doubtful = [one for one in find_identifiers("conteneur QZXU 204817 3", False) if one.kind == "container"]
    assert [(one.normalised, one.confidence) for one in doubtful] == [("QZXU2048173", 0.5)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("PV n° 2023/00123/4 du 4 mai", "2023/00123/4"),
        ("commission rogatoire numéro JI CAB2 23/09 délivrée", "JI CAB2 23/09"),
        ("N° Parquet : 23059000017", "23059000017"),
        ("Our ref: JMLO/23/118", "JMLO/23/118"),
        ("IMEI : 356938035643809", "imei:356938035643809"),
        ("IMEI 356938035643808", "imei:356938035643808"),
        ("RCS Marseille, SIREN 732 829 320", "siren:732829320"),
        ("rapport du 04/05/2023", None),
        ("dossier de 3000 pages", None),
    ],
)
def test_references(text: str, value: str | None) -> None:
    assert [normalised for _, normalised in seen(text, "reference")] == ([value] if value else [])


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("pseudo Signal « kestrel_19 »", "kestrel_19"),
        ("@lebosco33 a écrit", "@lebosco33"),
        ("le compte est clos", None),
        ("un identifiant inconnu", None),
        ("rdv @ 18 h", None),
        ('He said it was "reefdog_77" or something', "reefdog_77"),
        ('a file called "IMG_0417"', None),
    ],
)
def test_handles(text: str, value: str | None) -> None:
    assert [normalised for _, normalised in seen(text, "handle")] == ([value] if value else [])


def test_addresses_of_mail_and_accounts() -> None:
    assert seen("à A.Brun@exemple.fr, merci", "email") == [("A.Brun@exemple.fr", "a.brun@exemple.fr")]
    assert seen("compte n° 00012345678 clos", "account") == [("00012345678", "00012345678")]


@given(st.text(alphabet="AZQXU0123456789 .-/+()@°n°scellé\n", max_size=200))
def test_any_text_is_read_and_nothing_overlaps(text: str) -> None:
    found = find_identifiers(text, True)
    for one, after in pairwise(found):
        assert one.end <= after.start
    assert all(text[one.start : one.end].strip() for one in found)


def test_letters_read_for_digits_are_put_right_where_the_number_stands_clean_elsewhere() -> None:
    assert read("vu O6 39 98 O4 17", "le 06 39 98 04 17") == [
        ("phone", "+33639980417", 0.9),
        ("phone", "+33639980417", 1.0),
    ]
    assert read("vu O6 39 98 O4 17 hier") == [("phone", "O63998O417", 0.6)]
    assert read("vu O4 65 71 O4 17 hier") == []
    assert read("une Clio AB-l23-CD", "AB-123-CD") == [("plate", "AB-123-CD", 0.9), ("plate", "AB-123-CD", 1.0)]
    assert read("une Clio AB-l23-CD") == []


def test_nothing_is_put_right_without_proof() -> None:
    assert read("ligne O6 39 98 O4 17") == [("phone", "O63998O417", 0.6)]
    assert read("PV n° 2O21/114") == [("reference", "2O21/114", 0.6)]
    assert read("PV n° 2O21/114", "rapport n° 2021/114") == [
        ("reference", "2021/114", 0.9),
        ("reference", "2021/114", 1.0),
    ]
    assert read("scellé n° AB/1O2") == [("seal", "AB/1O2", 0.6)]
    assert read("compte n° 01234l67890") == [("account", "01234l67890", 0.6)]


def test_who_writes_in_a_chat_is_a_handle_wherever_it_stands() -> None:
    text = "14/08/2021 22:17 – Momo13 : ok\n14/08/2021 22:19 – Karim : non\nMomo13 est identifié."
    assert read(text) == [("handle", "Momo13", 1.0), ("handle", "Momo13", 1.0)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed", "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"),
        ("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeD", None),
        (
            "bc1p5cyxnuxmeuwuvkwfem96lqzszd02n6xdcjrs20cac6yqjjwudpxqkedrcr",
            "bc1p5cyxnuxmeuwuvkwfem96lqzszd02n6xdcjrs20cac6yqjjwudpxqkedrcr",
        ),
        ("1BoatSLRHtKNngkdXEeobR76b53LETtpyT", "1BoatSLRHtKNngkdXEeobR76b53LETtpyT"),
        ("1BoatSLRHtKNngkdXEeobR76b53LETtpyU", None),
        ("carte bancaire 4970 1012 3456 7890", None),
        ("carte bancaire 4539 1488 0343 6467", "4539148803436467"),
    ],
)
def test_accounts_are_proved_by_their_checksums(text: str, value: str | None) -> None:
    assert [normalised for _, normalised in seen(text, "account")] == ([value] if value else [])


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("NIR 2 69 05 49 588 157 80", "nir:269054958815780"),
        ("NIR 2 69 05 49 588 157 81", None),
        ("ICCID 89330112345678901234", "iccid:89330112345678901234"),
        (
            "empreinte PGP 0D69 E11F 12BD BA07 7B37 26AB 4E1F 799A A4FF 2279",
            "pgp:0D69E11F12BDBA077B3726AB4E1F799AA4FF2279",
        ),
        ("case no. 1:19-cr-00018", "1:19-cr-00018"),
        ("N° instruction : 2/20/14", "2/20/14"),
        ("n° parquet : 21 056 000123", "21056000123"),
        ("Dossier 02/1l87", "02/1187"),
        ("cote D 145", None),
    ],
)
def test_other_references(text: str, value: str | None) -> None:
    assert [normalised for _, normalised in seen(text, "reference")] == ([value] if value else [])


def test_british_plates_and_american_law() -> None:
    assert seen("registration LK19 XYZ", "plate", english=True) == [("LK19 XYZ", "LK19XYZ")]
    assert seen("grant LK19 XYZ", "plate", english=True) == []
    assert seen("21 USC 841 and 18 U.S.C. §§ 371 and 1349", "law", english=True) == [
        ("21 USC 841", "21 USC 841"),
        ("18 U.S.C. §§ 371 and 1349", "18 U.S.C. §§ 371 and 1349"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "REFS 90872 1097004",
        "FILED 15/1539Z today",
        "RI FILE NO.\n\n3. Dispatch of papers",
        "There is no file. E2 follows",
    ],
)
def test_what_only_begins_like_a_cue_is_none(text: str) -> None:
    assert [one for one in find_identifiers(text, True) if one.kind == "reference"] == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Arrêt n° 412 du 12 mars", "412"),
        ("enregistrée sous le numéro 2020/1187/33", "2020/1187/33"),
        ("NOTICE No. 1-1462 29 September", "1-1462"),
        ("color:#000000", None),
        ("page n° 2021/118", None),
        ("salle n° 412, porte n° 12", None),
        ("au n° 12-14 rue des Lilas", None),
        ("commande : 12 500 €", None),
        ("IMO 9000003", "imo:9000003"),
        ("IMO 9000004", None),
        ("version 1.2.3.4", None),
        ("connexion depuis 198.51.100.24", "ip:198.51.100.24"),
        ("see [2019] EWCA Crim 412 at [33]", "[2019] EWCA Crim 412"),
    ],
)
def test_a_number_is_filed_by_its_noun_or_its_shape(text: str, value: str | None) -> None:
    assert [normalised for _, normalised in seen(text, "reference")] == ([value] if value else [])


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("VRM LK7O XYZ", "plate", "LK7OXYZ"),
        ("a van, K1O8 TRF", "plate", "K1O8TRF"),
        ("call +44 77OO 900 I23", "phone", "+4477OO900I23"),
        ("exhibit MK/I2", "seal", "MK/I2"),
        ("Exh. RB/2", "seal", "RB/2"),
        ("Exhlbit AJ/3", "seal", "AJ/3"),
        ("IMEl 356938O35643809", "reference", "imei:356938O35643809"),
        ("a/c 1234S678", "account", "1234S678"),
        ("Case N0. T2O217045", "reference", "T2O217045"),
        ("s. 1 Theft Act l968", "law", "Theft Act l968 s 1"),
    ],
)
def test_what_a_scan_spoilt_is_found_and_kept_as_it_stands(text: str, kind: str, value: str) -> None:
    page = Page("page", "source", 1, None, "ocr", "C", "en", text, "", 1.0, 1.0)
    piece = Piece("piece", "source", "report", None, None, ("page",))
    found = Identifiers().read(piece, [page], [])
    assert [(one.kind, one.normalised) for one in found if isinstance(one, Mention)] == [(kind, value)]


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("CRIS 2412345/21", "reference", "2412345/21"),
        ("PNC ID 12/34567X", "reference", "12/34567X"),
        ("VIN WVWZZZ1JZ3W386752", "reference", "WVWZZZ1JZ3W386752"),
        ("our ref. JD/kl/4455-2", "reference", "JD/kl/4455-2"),
        ("call 07700-900-321", "phone", "+447700900321"),
        ("call 0044 7700 900789", "phone", "+447700900789"),
        ("Snapchat user bigmick88", "handle", "bigmick88"),
        ("s.18 Offences Against the Person Act 1861", "law", "Offences Against the Person Act 1861 s 18"),
        ("Theft Act 1968 s 1", "law", "Theft Act 1968 s 1"),
        ("sections 327 and 328 of POCA 2002", "law", "POCA 2002 s 327, 328"),
    ],
)
def test_more_layouts_of_english_files(text: str, kind: str, value: str) -> None:
    assert [one for _, one in seen(text, kind, english=True)] == [value]


def test_more_layouts_of_french_files() -> None:
    assert seen("RIB 30006 00001 12345678901 89", "account")[0][1] == "30006000011234567890189"
    assert seen("n° TVA FR 44 732829320", "reference") == [("FR 44 732829320", "FR44732829320")]
    assert seen("CNI 880692310285", "reference")[0][1] == "880692310285"
    assert seen("article 1er de la loi n° 2004-204", "law")[0][1] == "loi 2004-204 art 1"
    assert seen("FR76 3OOO 6000 Ol12 3456 7890 189", "iban")[0][1] == "FR7630006000011234567890189"
    assert seen("article 222-3l du code pénal", "law")[0][1] == "CP 222-3l"


@pytest.mark.parametrize(
    ("kind", "text", "values"),
    [
        (
            "reference",
            "OIG-21-048, Criminal Case E482 of 2021, CAS 482/11/2021",
            ["OIG-21-048", "E482 of 2021", "482/11/2021"],
        ),
        ("reference", "ABN 48 211 904 882, UEN 201948211K", ["48211904882", "201948211K"]),
        (
            "reference",
            "N° national 85.07.30-033.28, réquisition n° 482/GN/BR-Thiès",
            ["85.07.30-033.28", "482/GN/BR-Thiès"],
        ),
        ("reference", "ACN 614 882 097, NRIC S8044179Z, CAS 441/07/2017", ["614882097", "S8044179Z", "441/07/2017"]),
        ("reference", "Case No. 114 of 1978, Suit No. 7 of 2004, Room No. 4 of 12", ["114 of 1978", "7 of 2004"]),
        ("reference", "paid £250, receipt QUAY/118; file SB/1109", ["QUAY/118", "SB/1109"]),
        ("reference", "PRODUCT SHEET 0317   Line\nNote 7 is wrong.", ["0317"]),
        ("reference", "SURVEILLANCE LOG No. 14 – Subject", ["14"]),
        ("reference", "C.R. n° 07/344, RG 21/00417, CR 2022/00417", ["07/344", "21/00417", "2022/00417"]),
        ("reference", "Service local\nCH.55.L3.002914/2022", ["CH.55.L3.002914/2022"]),
        ("reference", "châssis (VIN) : VF1RFB00X64123456, DR# 22-0417552", ["VF1RFB00X64123456", "22-0417552"]),
        ("account", "le compte n° 001-0482119-34.", ["001048211934"]),
        ("account", "un livret n° 08147733309 ouvert", ["08147733309"]),
        ("handle", "il utilisait harfang64 sur Telegram, pas l'A86 sur Signal", ["harfang64"]),
        ("handle", "PIN messages between 2A7F91C1 (Rowe)", ["2A7F91C1"]),
    ],
)
def test_more_ways_to_number_what_is_filed(kind: str, text: str, values: list[str]) -> None:
    assert values_of(text, kind) == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("BVN 22144177093, ID card 0417792M and NTN 4187720-3", ["22144177093", "0417792M", "4187720-3"]),
        ("M-Pesa code QEH8TK41L2 to Till 5144718; closed till 31/12/2019", ["QEH8TK41L2", "5144718"]),
        ("call 101 quoting log number 0388 of 30 May or crime number 3317/8421/21", ["0388 of 30 May", "3317/8421/21"]),
        ("URN: 20WM/4417/22, Case ID: 281D-DN-3302218", ["20WM/4417/22", "281D-DN-3302218"]),
        ("The VIN is 1C6RR7LT4ES144718. The file is 2019/4417.", ["1C6RR7LT4ES144718", "2019/4417"]),
        ("air waybill 607-4418 2093 for eels; Consignment QAC-77180-P (3 pallets)", ["607-4418 2093", "QAC-77180-P"]),
        ("an ID of 15000 dollars, licence 2019, certificate 12 pages, a log 40 metres long", []),
    ],
)
def test_numbers_after_the_short_names_of_what_they_number(text: str, values: list[str]) -> None:
    assert values_of(text, "reference") == values


def test_accounts_as_talk_and_branches_tell_them() -> None:
    told = "Use Esosa own, 0417709928, Delta Unity Microfinance. Move 5 to 0041228817. Send 200 to 0712345678."
    spoken = read(told, language="en")
    assert [value for kind, value, _ in spoken if kind == "account"] == ["0417709928", "0041228817"]
    page = read("bank it to 20-44-18 71882044; BSB 033-000, account 441882; account ending in 4471", language="en")
    assert [value for kind, value, _ in page if kind == "account"] == ["71882044", "441882"]


def test_a_sender_whom_no_contact_names_is_a_handle() -> None:
    assert (
        values_of("[14/03/2022, 8:03 am] ~Smallie: No\n[15/03/2022, 11:41 am] ~Smallie left", "handle")
        == ["~Smallie"] * 2
    )
    assert values_of("about ~Twenty of them", "handle") == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("trois chèques au porteur (n° 884171, 884172 et 884175)", ["884171", "884172", "884175"]),
        ("facture n° 88417, 12345 euros et 3 pages", ["88417"]),
        ("fiche d'entretien n° CH-LB-2020-044 / CONFIDENTIEL", ["CH-LB-2020-044"]),
        ("N/réf. : LEG/21/0883/pz      V/réf. : MP.2021.4417-PG", ["LEG/21/0883/pz", "MP.2021.4417-PG"]),
        ("Ordre de mission : 117/PR/IGF/IG-CS/2019 du 12", ["117/PR/IGF/IG-CS/2019"]),
    ],
)
def test_numbers_of_french_offices(text: str, values: list[str]) -> None:
    assert values_of(text, "reference") == values


def test_the_words_that_announce_a_number_are_one_list() -> None:
    assert values_of("Paid 03 May, INV 0417/22 and P.O. 5518-2", "reference") == ["0417/22", "5518-2"]
    assert values_of("Transmis au parquet, p.v 1187/2020, le 3 mai.", "reference") == ["1187/2020"]
    assert values_of("The event 12 times told, log 3 and licence 4", "reference") == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Rapport n° MoF/BX/2019/044 transmis, sous réf. goLAB 23-00518-TG.", ["MoF/BX/2019/044", "goLAB 23-00518-TG"]),
        ("DÉCLARATION N° C 21 003118 R\nle 4 mai", ["C 21 003118 R"]),
        ("Accusé n° 207/DRTP reçu ce jour.", ["207/DRTP"]),
        ("Appel n° 0418, 12/05/2020, 18.20, durée 40 s", []),
        ("Le coffre n° 0288 est ouvert.", []),
        ("a parcel of land, Khasra No. 118/3, and a notice (T/K-4/2017/077)", ["118/3", "T/K-4/2017/077"]),
        ("Harbour Foods Inc., BN 81204 7719 RT0001, Client 4471-0093", ["81204 7719 RT0001", "4471-0093"]),
    ],
)
def test_numbers_of_other_offices(text: str, values: list[str]) -> None:
    assert values_of(text, "reference") == values


def test_the_number_of_a_statement_is_no_account() -> None:
    text = "RELEVÉ DE COMPTE N° 2022/07, période de juillet"
    assert seen(text, "account") == []
    assert [value for _, value in seen(text, "reference")] == ["2022/07"]


def test_a_sender_whom_the_page_explains_is_known_by_a_handle() -> None:
    chat = "Tito est Paul KERN ; Zouzou n'est pas identifiée.\n"
    chat += "[18:52] Tito : ok\n[18:53] Zouzou : demain\n[18:54] Marie : non\n[18:55] kk93 : oui"
    assert values_of(chat, "handle") == ["Tito", "Zouzou", "Tito", "Zouzou", "kk93"]
