"""Seals and exhibits: their numbers and marks as services, courts and registers write them."""

from __future__ import annotations

import pytest

from tests.reading.identified import read, seen, values_of

REGISTER = """EVIDENCE LOG
Item No.   Description            Location
001        Black telephone        Locker 4
003A       Knife, kitchen         Locker 5
           with a red handle
PR 07-41   Two keys               Locker 5

Item 1 was counted, item 003A went to the lab, PR 07-41 stayed. Item 9. Room 1.
"""


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("scellé n° QUATRE (4)", ["4"]),
        ("placé sous scellé SQ/14.", ["SQ/14"]),
        ("Scellé n° 2 fermé", ["2"]),
        ("exhibit MK/3 and seal no. 774120", ["MK/3", "774120"]),
        ("les scellés n° 3, 4 et 5", ["3", "4", "5"]),
        ("les scellés SQ/01 à SQ/06", ["SQ/01", "SQ/06"]),
        ("scellé numéro douze", ["12"]),
        ("trois scellés ont été remis", []),
        ("scellés de 12 kg", []),
        ("scellé n° 3, 12 sachets", ["3"]),
        ("le scellé 4 contient une balance", ["4"]),
        ("the seal was broken", []),
    ],
)
def test_seals(text: str, values: list[str]) -> None:
    assert [value for _, value in seen(text, "seal")] == values


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("le scellé n° SEPT bis", [("SEPT bis", "7bis")]),
        ("scellé UN", [("UN", "1")]),
        ("Scellé A : un sac", [("A", "A")]),
        ("le scellé 8 n'a pas été présenté", [("8", "8")]),
        ("Scellés douaniers AD 3307 et AD 33O8", [("AD 3307", "AD3307"), ("AD 33O8", "AD3308")]),
        ("scellé 3 sachets", []),
    ],
)
def test_the_words_of_a_seal_are_its_number(text: str, words: list[tuple[str, str]]) -> None:
    assert seen(text, "seal") == words


def test_marks_that_count_on_below_the_name_of_seals_are_seals() -> None:
    listed = "A-01 : un carnet\nA-02 : deux clés\nA-03 : un sac\n"
    assert [mark for _, mark, _ in read("Inventaire des scellés\n" + listed)] == ["A-01", "A-02", "A-03"]
    assert read("Article  Désignation\n" + listed) == []


def test_the_first_column_of_a_register_of_exhibits_holds_their_marks() -> None:
    found = [words for words, _ in seen(REGISTER, "seal", english=True)]
    assert found == ["001", "003A", "PR 07-41", "1", "003A", "PR 07-41"]
    assert seen("INVOICE\nItem   Qty   Price\n1      20    4.50\n2      1     8.00\n", "seal", english=True) == []


@pytest.mark.parametrize(
    ("kind", "text", "values"),
    [
        ("seal", "(manquent les scellés 12 et 13, en cours d'expertise)", ["12", "13"]),
        ("seal", "Les scellés 12 à 15. Scellé 03.", ["12", "15", "3"]),
        ("seal", "la customs seal n° 0088417 et le scellé PJ/CA/3", ["0088417", "PJ/CA/3"]),
        ("seal", "Items booked as Q-1 through Q-3; built as B-2.", ["Q-1", "Q-3"]),
        ("seal", 'See Ex. 7 and Exhibit "MWM 2"; a copy marked "JKN-3"; ex. 9 of this', ["7", "MWM2", "JKN-3"]),
        (
            "seal",
            "Evidence item #5, evidence tag number E-48211, secured as P-3, my ref TPK/4.",
            ["5", "E-48211", "P-3", "TPK/4"],
        ),
        ("seal", "exhibit JRH/1, a disc, and JRH3, the lid", ["JRH/1", "JRH3"]),
        (
            "seal",
            "tagged as Item #RC-1 and Item #RC-2; a lamp tagged BH-17-0418, a key retained as FB1",
            ["RC-1", "RC-2", "BH-17-0418", "FB1"],
        ),
        (
            "seal",
            "Le plomb a changé : j'ai lu FR 774129. Sur le bon c'est FR 774192, vol AF 774192.",
            ["FR774129", "FR774192"],
        ),
        (
            "seal",
            "seized and tagged as Item #RC-1 and Item #RC-2; retained as FB1 and FB2; known as B12",
            ["RC-1", "RC-2", "FB1", "FB2"],
        ),
    ],
)
def test_more_ways_to_number_exhibits(kind: str, text: str, values: list[str]) -> None:
    assert values_of(text, kind) == values


LABORATORY = """Evidence submitted on May 3:
Q1  Fired bullet
K1  Pistol, 9 mm

The Q1 bullet came from the K1 pistol. Road A1.
"""
SEALED = """Item Ref     Description         Bag/Seal No.
LMB/7        Swab from a wheel   B7719230
KAT/2        Hooded top, size M  C0044812
Seized evidence, 4 pages.
"""


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Exhibits A, B and C1. EXHIBIT F WAS ADMITTED. Exhibit A man saw; Def. Ex. C.", ["A", "B", "C1", "F", "C"]),
        ("Exhibit 1 - 42.6 g of powder; exhibits 4, 5 and 6 were returned", ["1", "4", "5", "6"]),
        ("Exh. B1-B4 and exhibit X0004417821", ["B1", "B4", "X0004417821"]),
        ("in evidence bag number M11234567; phone, seal 02283395; Bag 00471822", ["M11234567", "02283395", "00471822"]),
        ("The seal on the box, no. 441872, had been replaced by 441877", ["441872", "441877"]),
        ("People's 5 received. GX 102 was an exhibit. The People's 3 witnesses; a Lexus GX 460 V8", ["5", "102"]),
        ("MFI 4 became Exhibit 7; PEX 3 and P.Ex.4", ["4", "7", "3", "4"]),
        ("the knife M.O. 1, MO-3 and MO-4; Ext. P4; marked Mark X", ["1", "MO-3", "MO-4", "P4", "X"]),
        ('a key marked "R. Bell"; the copy marked "B" is his', ["B"]),
        ("The accused was shown Crown Label 9 and Productions 2 to 6. Production 2019.", ["9", "2", "6"]),
        ("FBI evidence: entered as 1B12 and 1B13, later 1D3. Apt 1B2.", ["1B12", "1B13", "1D3"]),
        ("Evidence: Item # 1 and Item No. 2", ["1", "2"]),
        ("The agenda of the evidence panel: Item No. 2", []),
        ("The drugs were marked A1A, A1B and B2; sealed the packets as S1", ["A1A", "A1B", "B2", "S1"]),
        ("a male designated as UM1, later identified as M2", []),
        ("exhibit RJM/4 was opened. He put RJM/4 back; the A1 road", ["RJM/4", "RJM/4"]),
        ("specimen signatures S-1 to S-20", ["S-1", "S-20"]),
    ],
)
def test_exhibits_of_many_courts(text: str, values: list[str]) -> None:
    assert values_of(text, "seal") == values


def test_marks_listed_below_a_heading_or_in_a_further_column() -> None:
    assert values_of(LABORATORY, "seal") == ["Q1", "K1", "Q1", "K1"]
    assert values_of(SEALED, "seal") == ["LMB/7", "B7719230", "KAT/2", "C0044812"]
    assert values_of("Points discussed:\nQ1  Budget\nK1  Staff\n", "seal") == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The exhibits were marked AQ 1 (cutlass), AQ 2 (cash) and AQ 3 (foil).", ["AQ 1", "AQ 2", "AQ 3"]),
        ("I labelled the phone VN 1 and the sealed bag of powder VN 2.", ["VN 1", "VN 2"]),
        ("The knife was handed over as exhibit 'TQB1'. The shirt, TQB2, was not.", ["TQB1", "TQB2"]),
        ("The footage was produced by Mrs Hallam (JMH1). It was seized as evidence.", ["JMH1"]),
        ("The accused was produced by PW Osei (PW3). It was seized as evidence.", []),
        ("Police searched the shed. What about the notebook, item GK-03?", ["GK-03"]),
        ("The order lists item GK-03 at 12 dollars.", []),
        ("Swabs LM-A and LM-B were taken and sealed.", ["LM-A", "LM-B"]),
        ("Placard 7 marked a projectile, barcode 0044182, in evidence.", ["7", "0044182"]),
        ("The bus passed placard 7 at noon.", []),
        ("The rifle was booked in under SAP13/118/2020.", ["SAP13/118/2020"]),
        ("The inventory was marked P.MFI 3; exhibit PW2(c) is the draft, MO1 the knife.", ["3", "PW2(c)", "MO1"]),
        ("Specimens received: Q1 - a note; Q2 - an envelope. Q1 was photographed.", ["Q1", "Q2", "Q1"]),
        ("The seal on the door, HLC4418207, was intact.", ["HLC4418207"]),
        ("The parcel was marked DHL 4.", []),
        ("The receipts are Exhibits P2-P5.", ["P2", "P5"]),
        ("It went into evidence bag 4471902 from swab kit SK-2091.", ["4471902", "SK-2091"]),
        ("Property seized: P23/00417 - one axe; P23/00418 - one torch.", ["P23/00417", "P23/00418"]),
    ],
)
def test_marks_of_exhibits_in_statements(text: str, values: list[str]) -> None:
    assert values_of(text, "seal") == values


def test_the_column_of_a_register_that_bears_the_marks_may_be_a_further_one() -> None:
    rows = "1       Samsung phone            table                  P00441827\n"
    rows += "2       Cash                     wardrobe               P00441828\n"
    register = "Exhibit register\nItem    Description              Location seized        Property No.\n" + rows
    assert [mark for _, mark, _ in read(register)] == ["P00441827", "P00441828"]
    listed = "Seized\n SI.  Description         Qty        Mark\n 1.   Billets             12 Nos.    SW-1 to SW-12\n"
    assert [mark for _, mark, _ in read(listed)] == ["SW-1", "SW-12"]


BAGGED = """LIST OF PROPERTY SEIZED

Sr No  Description          Found by     Seal
1      Sony laptop           Khan         SB 44012
2      Two knives            Khan         SB 44013
3      Black holdall         Mistry       too big to bag
4      Bicycle               Mistry       left there

Item 2 was shown to the witness.
"""
SACKED = """INVENTAIRE DES OBJETS SAISIS
N°   Désignation            Lieu        Marque / scellé
1    ordinateur portable     bureau      VR-A
2    deux téléphones         chambre     VR-B
"""


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("He bottled samples and sealed them (KT/1, KT/2 and KT/3). See (AB, CD).", ["KT/1", "KT/2", "KT/3"]),
        ("Exhibits were labelled as PLM/A, PLM/B and PLM/C. AND/OR. Room N/A.", ["PLM/A", "PLM/B", "PLM/C"]),
        ("Received four envelopes, marked:\nHW-1: hair\nHW-2: a ring\nHW-2 was opened.", ["HW-1", "HW-2", "HW-2"]),
        (
            "Sealed. The seal at bay 4, no. QX 5510082, was cut. The seal team met at gate 3, no. 12.",
            ["QX 5510082"],
        ),
        ("I resealed it as TC-117A. Evidence.", ["TC-117A"]),
        ("I produce exhibit DMcL/14 and exhibit RMacD/2.", ["DMcL/14", "RMacD/2"]),
        ("Exhibits: S/Const Burns. Exhibits A/c 12.", []),
        (BAGGED, ["1", "SB 44012", "2", "SB 44013", "3", "4", "2"]),
        (BAGGED.replace("Item 2 was shown", "It was shown"), ["SB 44012", "SB 44013"]),
        (
            "INVOICE\nNo.   Description    Qty\n1     Chairs         12\n2     Tables       3\nItem 2 went.",
            [],
        ),
    ],
)
def test_marks_of_lists_and_tables_of_exhibits(text: str, values: list[str]) -> None:
    assert values_of(text, "seal") == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        (SACKED, ["VR-A", "VR-B"]),
        ("Le coffre, rescellé sous le numéro 448812, et la malle, replombée n° BX 77120.", ["448812", "BX77120"]),
        ("Avons placé sous scellés : un couteau n° 4, une veste n° 5. Il habite au n° 12.", ["4", "5"]),
        ("L'objet n° 21-0098/2 sera détruit. L'objet n° 4 du bail.", ["21-0098/2"]),
        ("Saisi : un GSM ..... PC FL-24-031/1", ["FL-24-031/1"]),
        ("Deux scellés (n° DP 0771 et DP 0772) ont été apposés.", ["DP0771", "DP0772"]),
        ("Scellé transporteur BE-774120. Plomb au départ : MG 70418.", ["BE-774120", "MG70418"]),
        ("Placé sous sachet n° CLS-22/01, puis sous enveloppe cachetée n° PUI-07.", ["CLS-22/01", "PUI-07"]),
        ("Une enveloppe n° 3 au courrier, un sachet de 12 g.", []),
    ],
)
def test_marks_of_french_lists_of_exhibits(text: str, values: list[str]) -> None:
    assert [value for kind, value, _ in read(text) if kind == "seal"] == values


def test_the_mark_of_an_exhibit_that_a_scan_spoilt_is_kept_as_it_stands() -> None:
    assert read("placé sous scellé A-l.")[0][:2] == ("seal", "A-l")
    assert read("I opened bag TC-ll7. Exhibit l4.", language="en")[0][1] == "TC-ll7"


def test_messages_that_count_on_are_no_exhibits() -> None:
    lines = "".join(f"VN-{at} - 05 DEC 2022 08:1{at}\nGB: yes\n" for at in range(1, 5))
    assert read("Voice notes, exhibit AK/4 sealed\n" + lines, language="en") == [("seal", "AK/4", 1.0)]


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("La bague, inventoriée LPC/2, est placée sous scellé", ["LPC/2"]),
        ("Les fioles saisies, marquées RT-A et RT-B, vont au laboratoire", ["RT-A", "RT-B"]),
        ("perquisition : scellées ZIN3-201 à ZIN3-204", ["ZIN3-201", "ZIN3-204"]),
        ("Effets sous sac H-20914 ; scellés douane TGO 00417 et TGO 00418", ["H-20914", "TGO00417", "TGO00418"]),
        ("sachet de sécurité n° A 0099417", ["A0099417"]),
        ("Le dossier porte les lettres RT-A", []),
    ],
)
def test_marks_that_french_pages_give(text: str, marks: list[str]) -> None:
    assert [value for _, value in seen(text, "seal")] == marks


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("The dog sat. Samples were drawn like this:\n\n   WK-1   hay\n   WK-2   straw\n", ["WK-1", "WK-2"]),
        ("Seized: two skins, tag GFW 004417, and bag K 220914", ["GFW 004417", "K220914"]),
        ("annexure TM 4 was read", ["TM4"]),
        ("The Jeep, tag BKR 4417, drove off and nothing was seized", []),
    ],
)
def test_marks_that_english_pages_give(text: str, marks: list[str]) -> None:
    assert [value for _, value in seen(text, "seal", english=True)] == marks


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Clé USB remise sous sceau RM-004417 au greffe.", ["RM-004417"]),
        ("wallet and £300 in cash, bag sealed C07719034.", ["C07719034"]),
        ("Scellé DEUX/C : un carnet", ["2/c"]),
        (
            "Scellés posés.\n\nConteneur      PLOMB DOUANE     PLOMB TRANSPORTEUR\n"
            "premier        CDX 118204       HL-TG 0071902\nsecond         CDX 118205       HL-TG 0071903\n",
            ["CDX 118204", "HL-TG 0071902", "CDX 118205", "HL-TG 0071903"],
        ),
        ('Exhibits seized: 4,000 tablets marked "KX 9" and a press.', []),
        ("Saisi : 30 sacs marqués « SOC-AB YORO », sans facture.", []),
    ],
)
def test_what_stands_on_seals_and_what_a_maker_prints(text: str, values: list[str]) -> None:
    assert values_of(text, "seal") == values
