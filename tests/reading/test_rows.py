"""Movements from rows: statements, registers, chains of custody, dated lines, slips; and what only looks like them."""

from __future__ import annotations

import pytest

from greffier.reading.payees import hands_on, payee
from greffier.records import Event, Mention
from greffier.steps import read_text

Line = tuple[str, str | None, str | None, str | None, str | None]


def moved(text: str) -> list[Line]:
    """Type, time, who gives, who takes, how much of each movement that a row tells, in the order of the text."""
    found = read_text(text)
    amounts = {one.id: one.quantity for one in found if isinstance(one, Mention)}
    rows = [one for one in found if isinstance(one, Event) and one.reader == "rows"]
    rows.sort(key=lambda one: one.citations[0].span.start)
    return [
        (
            one.type,
            one.time.earliest if one.time else None,
            named(one, "agent", "source", "seller"),
            named(one, "recipient", "buyer"),
            next((f"{told.low:f} {told.unit}" for id in one.quantities if (told := amounts[id])), None),
        )
        for one in rows
    ]


def named(event: Event, *roles: str) -> str | None:
    return next((role.span.exact for role in event.roles if role.role in roles), None)


STATEMENT = """ZENAB MICROFINANCE BANK PLC                     STATEMENT OF ACCOUNT
Account Name: OKORO FARMS AND FOODS LTD         Account No: 0204418871
Currency: NGN

Date        Narration                                Debit          Credit         Balance
01-Mar-23   Balance B/F                                                            412,300.00
03-Mar-23   NIP/FBN/CHIDINMA EZE/POULTRY             85,000.00                     327,300.00
06-Mar-23   TRF FROM BENUE STATE AGRIC BOARD                        1,500,000.00   1,827,300.00
06-Mar-23   SMS ALERT CHARGE                         52.50                         1,827,247.50
09-Mar-23   CASH WITHDRAWAL I. OKORO                 600,000.00                    1,227,247.50
14-Mar-23   TRF TO OWN ACCOUNT 0204418899            200,000.00                    1,027,247.50
31-Mar-23   Closing Balance                                                        1,027,247.50
"""


def test_a_line_of_a_statement_is_a_payment_between_its_holder_and_whom_it_names() -> None:
    assert moved(STATEMENT) == [
        ("pay", "2023-03-03", "OKORO FARMS AND FOODS LTD", "CHIDINMA EZE", "85000 NGN"),
        ("pay", "2023-03-06", "BENUE STATE AGRIC BOARD", "OKORO FARMS AND FOODS LTD", "1500000 NGN"),
        ("pay", "2023-03-09", "OKORO FARMS AND FOODS LTD", "I. OKORO", "600000 NGN"),
    ]


def test_a_sum_pushed_from_under_its_name_pays_nobody() -> None:
    text = """Extrait du compte, titulaire : MENUISERIE VASSEUR SARL
Date        Libellé                 Débit        Crédit
03.05.2021  Virement de la société Rives et Fils SARL à Nyon   1'900.00
04.05.2021  SARL Bois du Lac        250.00
"""
    assert [line[1] for line in moved(text)] == ["2021-05-04"]


def test_the_parts_of_a_register_say_which_way_its_rows_go() -> None:
    text = """SOCIETE DES ENGRAIS DU NORD
MAGASIN DE KORHOGO - REGISTRE DES MOUVEMENTS 2021

Entrées
Date        N° bon   Produit     Quantité   Fournisseur            Visa
04/05/2021  E-118    Urée        400 sacs   SARL Agrochim Bouaké   K. Y.

Sorties
Date        N° bon   Produit     Quantité   Destinataire           Visa
06/05/2021  S-201    Urée        120 sacs   Coopérative Kafissa    K. Y.
14/05/2021  S-203    Urée        90 sacs    annulé                 K. Y.
Total sorties                    120 sacs
"""
    assert moved(text) == [
        ("receive", "2021-05-04", "SARL Agrochim Bouaké", "MAGASIN DE KORHOGO", "400 count"),
        ("deliver", "2021-05-06", "MAGASIN DE KORHOGO", "Coopérative Kafissa", "120 count"),
    ]


def test_rows_without_a_head_below_another_part_are_no_rows_of_the_first() -> None:
    text = """BRAYLEY PROPERTY STORE - REGISTER

IN
Date/time        Ref       What                From      Shelf
03/10/23 18:45   KT/1      12 bags             Norrey    Cage 2

OUT
10/10/23 08:40   KT/1 to lab, courier, 12 bags, signed Norrey
11/10/23 09:00   KT/2 opened in my presence, resealed
"""
    assert moved(text) == [
        ("receive", "2023-10-03T18:45", "Norrey", "BRAYLEY PROPERTY STORE", "12 count"),
        ("deliver", "2023-10-10T08:40", "BRAYLEY PROPERTY STORE", "lab", "12 count"),
    ]


def test_a_chain_of_custody_weighs_a_thing_once() -> None:
    text = """NORTHERN TERRITORY - EXHIBIT CONTINUITY FORM               Job 7714/22
Exhibit  TB-3   Green plant material    Seal 004418    net 812 g
Date / time        Released by             Received by              Reason
14/06/2022 09:10   Sen Const T. Barrow     Ms J. Pender             storage
20/06/2022 08:30   Ms J. Pender            Forensic Science Branch  analysis
"""
    assert moved(text) == [
        ("deliver", "2022-06-14T09:10", "T. Barrow", "J. Pender", "812 g"),
        ("deliver", "2022-06-20T08:30", "J. Pender", "Forensic Science Branch", None),
    ]


def test_a_chain_of_custody_in_lines_from_one_to_another() -> None:
    text = """CHAIN OF CUSTODY   Case 22-114
EXHIBIT  K-2   powder   Seal A-4471    gross 640 g
 01/19/22 11:42  from MARLOW/QUENBY       to ESTRADA      into vault, bin 3
 03/03/22 14:20  from ESTRADA             to LAB (desk)   rec'd
"""
    assert moved(text) == [
        ("deliver", "2022-01-19T11:42", "MARLOW", "ESTRADA", "640 g"),
        ("receive", "2022-03-03T14:20", "ESTRADA", "LAB", None),
    ]


def test_a_fund_whose_lines_say_who_was_paid() -> None:
    text = """Fonds de l'opération
 date        | mouvement                            |    euros
 28/09/2023  | remis à M. PERLAT par le cdt JOUVE   |    6 000
 29/09/2023  | versé à Mme OSTIER                   |    5 400
 Total remis 6 000
"""
    assert moved(text) == [
        ("pay", "2023-09-28", "JOUVE", "PERLAT", "6000 EUR"),
        ("pay", "2023-09-29", None, "OSTIER", "5400 EUR"),
    ]


SLIPS = {
    "voucher": (
        "COOPERATIVE DES PECHEURS DE JOAL\nPIECE DE CAISSE N° 88\nDate : 14/01/2021\nPayé à : Awa NDIONE\n"
        "Montant : 175 000 F CFA\nMotif : glace\nPayé par : Cheikh FAYE\nPour acquit : signature\n",
        ("pay", "2021-01-14", "Cheikh FAYE", "Awa NDIONE", "175000 XOF"),
    ),
    "delivery note": (
        "CONSERVERIE LUMIERE SARL             BON DE LIVRAISON N° 0412\nDate : 07/09/2022\n"
        "Livré à : Epicerie El Amal, Essaouira\n\n   Sardines      60 cartons\nReçu par : M. El Idrissi\n",
        ("deliver", "2022-09-07", "CONSERVERIE LUMIERE SARL", "Epicerie El Amal", "60 count"),
    ),
    "weighbridge ticket": (
        "TICKET DE PESEE N° 55102\nDate : 03/11/2020   10:42\nBrut : 8 120 kg\nTare : 6 940 kg\nNet : 1 180 kg\n",
        ("weigh", "2020-11-03T10:42", None, None, "1180 kg"),
    ),
}


@pytest.mark.parametrize("name", SLIPS)
def test_a_slip_is_one_movement(name: str) -> None:
    text, line = SLIPS[name]
    assert moved(text) == [line]


def test_a_haulier_gives_nothing_of_his_own() -> None:
    text = (
        "MOOR LANE HAULAGE LTD        DELIVERY NOTE No. 88\nDate 8/3/2022\nTo: Brigg Dairy Ltd\n   Feed    4,000 kg\n"
    )
    assert [line[2:4] for line in moved(text)] == [(None, "Brigg Dairy Ltd")]


STILL = {
    "a journey": "TRAVEL CLAIM\nDate        From        To          Km     Amount\n"
    "03/03/2022  Lagos       Ibadan      128    12,800\n04/03/2022  Ibadan      Lagos       128    12,800\n",
    "what is to come": "Planned deliveries, week 12\nDate        Product     Qty        Customer\n"
    "21/03/2022  Diesel      4,000 l    Harbour Motors Ltd\n22/03/2022  Diesel      2,000 l    Kemp Haulage Ltd\n",
    "an order": "PURCHASE ORDER 4418\nDate 05/03/2022\nTo   Kemp Haulage Ltd\nAmount   4,500.00\n",
    "a log": "SURVEILLANCE LOG\n05/03/2022 09:10  DUVAL goes from Rue Neuve to the station\n"
    "05/03/2022 09:40  DUVAL meets MARIN\n",
    "prose that a date opens": "He telephoned twice. On\n3 May 2019 he was paid by Harlow Motors Ltd and on\n"
    "7 May 2019 he paid £300 to Norrey Motors Ltd, drawn on the account.\n",
    "a voucher that nobody was paid by": "PAYMENT VOUCHER No. 7\nDate 05/03/2022\nPayee   Kemp Haulage Ltd\n"
    "Amount   4,500.00 EUR\nNet payable on approval\n",
    "a receipt made void": "RECEIPT No. 9   VOID\nDate 05/03/2022\nReceived from: Ann Voss\nAmount: 40.00 EUR\n",
}


@pytest.mark.parametrize("name", STILL)
def test_what_moves_nothing(name: str) -> None:
    assert moved(STILL[name]) == []


def test_a_verb_in_a_row_tells_it_no_second_time() -> None:
    found = [one for one in read_text(STATEMENT) if isinstance(one, Event)]
    assert {one.reader for one in found} == {"rows"}


def test_cash_that_nobody_named_drew_is_paid_to_nobody() -> None:
    text = """Extrait du compte, titulaire : MENUISERIE VASSEUR SARL
Date        Libellé                                Débit        Crédit
04.05.2021  SARL Bois du Lac                       250.00
05.05.2021  Retrait guichet Morges                 900.00
"""
    assert [line[1] for line in moved(text)] == ["2021-05-04"]


def test_a_line_that_says_the_other_way_than_its_column_pays_nobody() -> None:
    text = """Statement of account of TARN PLANT LTD
Date         Details                              Debit       Credit      Balance
04/05/2021   SCT out, Hollis Freight Ltd          250.00                  4,750.00
05/05/2021   SWIFT out, Brannock Marine Ltd                   900.00      3,850.00
"""
    assert all(line[1] != "2021-05-05" for line in moved(text))


def test_a_list_of_what_was_seized_moves_nothing() -> None:
    text = """ÉTAT DES OBJETS SAISIS
Procès-verbal du 22 mai 2017
Déposant : adjudant Sié Kambou      Reçu par : Me Assétou Traoré, greffier

N°   Désignation                      Scellé      Observations
1    or en poudre, 412 g              KT-01       poinçon illisible
2    deux lingots, 88 g               KT-02       voir ci-après
"""
    assert moved(text) == []


def test_what_is_said_in_a_log_moves_nothing() -> None:
    text = """CUSTODY RECORD   Kilima Central   08/10/21
Time     Entry                                                                   By
0740     Circumstances given by Sgt Orlo: approx 900 litres of gas oil in sheds.   Boyd
0752     Prisoner asleep.                                                         Boyd
"""
    assert moved(text) == []


def test_hours_of_coming_and_leaving_are_no_goods() -> None:
    sheet = (
        "ATTENDANCE   Wednesday 9 June 2021\n\n  name              organisation     in        out      signature\n"
        "  Esther Mwangi     Hillside Aid     08.15     16.00    EM\n"
        "  Joseph Otieno     Water Board      09.05     12.30    J. Otieno\n"
    )
    assert moved(sheet) == []


def test_what_was_sent_back_is_no_payment_and_who_stood_at_the_counter_drew() -> None:
    assert payee("RETRAIT ESPÈCES GUICHET HUY, PAR J. MOREL") == (33, 41)
    assert not hands_on("REJET VIR. À TRANSALP SA")
    assert not hands_on("RETURNED PAYMENT HALE LTD")
    assert hands_on("VIR. À TRANSALP SA")


def test_what_was_paid_for_the_goods_of_a_row_went_the_other_way() -> None:
    text = """SRL OSTERMANN RECYCLAGE — REGISTRE D'ACHAT DE MÉTAUX
N°   Date        Vendeur                 Nature            Poids (kg)   Prix payé
311  04/09/2023  Marchal Didier          câble cuivre      184          1.104,00 €
312  04/09/2023  Boukhari Samir          cuivre mêlé       96           576,00 €
"""
    assert [line[4] for line in moved(text) if line[0] == "buy"] == ["184 kg", "96 kg"]
    assert [line for line in moved(text) if line[0] == "pay"] == [
        ("pay", "2023-09-04", "SRL OSTERMANN RECYCLAGE", "Marchal Didier", "1104 EUR"),
        ("pay", "2023-09-04", "SRL OSTERMANN RECYCLAGE", "Boukhari Samir", "576 EUR"),
    ]
    assert not [line for line in moved(text.replace("Prix payé", "Prix /kg ")) if line[0] == "pay"]


def test_a_store_of_exhibits_gives_out_what_it_took_in() -> None:
    text = """MALKHANA REGISTER - BHIWANDI POLICE STATION
Sr  Date        Case No     Article                    Deposited by      Issued to                 Date issued
41  18/08/2022  CR 212/22   18 pkts charas             PSI M Kulkarni    -                         -
43  18/08/2022  CR 212/22   Samples A1/S, 24 g         PSI M Kulkarni    FSL Kalina                22/08/2022
44  19/08/2022  CR 214/22   Ganja, 300 g               PSI M Kulkarni    zz                        24/08/2022
"""
    assert [line[1:4] for line in moved(text)] == [
        ("2022-08-18", "Kulkarni", "BHIWANDI POLICE STATION"),
        ("2022-08-18", "Kulkarni", "BHIWANDI POLICE STATION"),
        ("2022-08-22", "BHIWANDI POLICE STATION", "FSL Kalina"),
        ("2022-08-19", "Kulkarni", "BHIWANDI POLICE STATION"),
        ("2022-08-24", "BHIWANDI POLICE STATION", None),
    ]


def test_the_column_says_which_way_an_advance_went() -> None:
    text = """COOPÉRATIVE AGRICOLE DE SOUBRÉ
BROUILLARD DE CAISSE — Février 2021
Date      Libellé                                        Recettes      Dépenses      Solde
02/02     Avance SACO Négoce                             5 000 000                  6 200 000
09/02     Avance SACO Négoce                                             75 000     6 125 000
"""
    assert [line[1:4] for line in moved(text)] == [
        ("2021-02-02", "SACO Négoce", "COOPÉRATIVE AGRICOLE DE SOUBRÉ"),
        ("2021-02-09", "COOPÉRATIVE AGRICOLE DE SOUBRÉ", "SACO Négoce"),
    ]


def test_the_card_of_a_good_below_a_book_of_money_keeps_goods() -> None:
    text = """MORVEN COUNCIL        PURCHASE LEDGER
 cost centre 4410

STORE CARD - ABSORBENT GRANULES (bag 20 kg)                 kept by: A. Meikleham
 date        in    out   to                                              bal
 10/02/2023  100     -    Garrowby Ltd                                    100
 02/03/2023   -     40    Laurie Ltd                                       60
"""
    assert {line[4] for line in moved(text)} == {"100 count", "40 count"}


def test_a_slip_of_a_deposit_says_who_brought_cash_to_whose_account() -> None:
    text = """HIGHVELD BANK LIMITED
CASH DEPOSIT SLIP
Date: 05/06/2023
Deposited by: Elmarie Naude
Account holder: Naude Interiors CC
Amount: ZAR 28 000.00
Teller: 14
"""
    assert [line[:4] for line in moved(text)] == [("pay", "2023-06-05", "Elmarie Naude", "Naude Interiors CC")]
